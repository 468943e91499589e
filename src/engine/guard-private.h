// SPDX-License-Identifier: Apache-2.0
/* Guards laid out flat, an atom's options as one mask. */
#pragma once
#include "fp-option-set.h"
#include "fp-tree.h"

/* A guard is an array of nodes: a node, then its parts, each part whole before the next. */
typedef struct {
    FpGuardKind kind;
    bool needs_all;      /* ANSWER: every one of options, not any of them */
    size_t question;     /* ANSWER */
    FpOptionSet options; /* ANSWER */
    size_t n_nodes;      /* this node and all parts of its parts: the next guard starts there */
} FpGuardNode;

/* The nodes of a guard; NULL for NULL, which always holds. Owned: g_free(). */
FpGuardNode *fp_guard_compile(const FpGuard *guard);

/* True where the guard holds. in_force: one set a question, empty where its answer is unknown, open
 * or resting, so that any atom on it is false. */
bool fp_guard_holds(const FpGuardNode *guard, const FpOptionSet *in_force);

/* What is known of a guard while some answers are not. */
typedef struct {
    bool is_certain;  /* holds whatever comes */
    bool is_possible; /* may hold */
} FpChance;

/* The same where a question's answer is known in part. must: options chosen for certain; may: those
 * that can be. Never says too little: a chance that is ruled out here is ruled out. */
FpChance fp_guard_chance(const FpGuardNode *guard, const FpOptionSet *must, const FpOptionSet *may);

/* Calls visit for every atom of a guard. */
typedef void (*FpAtomVisitor)(const FpGuardNode *atom, void *user_data);
void fp_guard_for_each_atom(const FpGuardNode *guard, FpAtomVisitor visit, void *user_data);
