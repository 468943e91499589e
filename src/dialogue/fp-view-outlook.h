// SPDX-License-Identifier: Apache-2.0
/* Where the answers point now, and which paths can still win over what is open or unknown.
 *
 * Points are there at once; what can still win takes longer than a key may wait and comes later
 * (fp_wizard_take_analyses()). Until then nothing is said of it. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    FP_CHANCE_PENDING,    /* not worked out yet */
    FP_CHANCE_CAN_WIN,    /* on some answers to what is open or unknown */
    FP_CHANCE_CANNOT_WIN, /* on none of them */
    FP_CHANCE_UNDECIDED,  /* too entangled to say within the bounds */
} FpChance;

typedef struct {
    const char *title; /* NULL: no path is left */
    int64_t score;
    bool is_ruled_out; /* as things stand */
    bool is_first;     /* where it points now */
    FpChance chance;
    /* Of the ways to answer what is open, those on which it wins: "62%", or of few ways "12/48";
     * NULL: not counted. */
    char *share;
} FpViewPath;

typedef struct {
    const FpViewPath *paths; /* in the tree's order; no path last, where it may come about */
    size_t n_paths;
    int64_t highest; /* score above zero of a path in the race; 0: there is none */
    bool is_there;   /* what can still win is worked out */
    bool is_complete, is_settled, is_undecided;
    bool can_finish;     /* it is settled, and questions are open: answering them can wait */
    size_t n_open;       /* questions */
    size_t worth_asking; /* the question that tells most; FP_NONE */
    const char *worth_asking_text; /* NULL where there is none */
    bool is_worth_asking_now;      /* it is the question shown */
} FpViewOutlook;
