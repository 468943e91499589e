// SPDX-License-Identifier: Apache-2.0
/* The first screen: what this is, how long it takes, what to resume, which tree to start. */
#pragma once
#include "fp-field.h"
#include "fp-tree.h"

/* A session that can be resumed, or a tree that can be started; strings are copied. */
typedef struct {
    bool is_session;
    int64_t number;     /* a session's */
    const char *title;  /* of the session or the tree */
    const char *detail; /* when it was left and how far; or the tree's summary */
    const char *path;   /* a tree's file */
} FpStartItem;

typedef struct FpStart FpStart;

/* items: trees and sessions, each in their order; trees come first in the list, so that starting anew
 * is always in view, and the first session has the focus where there is one. notice: a line to
 * show (a history that cannot be used, …); may be NULL. */
FpStart *fp_start_new(const FpStartItem *items, size_t n_items, const char *notice);
void fp_start_free(FpStart *start); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpStart, fp_start_free)

/* The headline while its tree is still to be read, and the tree once it is. */
void fp_start_set_heading(FpStart *start, const FpTreeHeading *heading);
void fp_start_set_tree(FpStart *start, const FpTree *tree);

/* Says something until the next action; where a notice stands, that is more important. */
void fp_start_tell(FpStart *start, const char *message);

typedef enum { FP_START_STAYS, FP_START_CHOSEN, FP_START_QUIT } FpStartStep;
/* Takes an action: up, down, a page, first, last, pick, point, accept, search, quit; while words to
 * search for are typed, those of editing, accept and cancel. Others are ignored. */
FpStartStep fp_start_act(FpStart *start, const FpAction *action);

const FpStartItem *fp_start_items(const FpStart *start, size_t *out_n);
size_t fp_start_focus(const FpStart *start);
/* The words of a search in the list; NULL: none. While they are typed every key types. */
const FpField *fp_start_search(const FpStart *start);
bool fp_start_is_searching(const FpStart *start);
bool fp_start_shows(const FpStart *start, size_t item);
size_t fp_start_n_shown(const FpStart *start);
const char *fp_start_title(const FpStart *start); /* what this is */
/* The headline tree's, which may be NULL; where there is none, what happens here. */
const char *fp_start_summary(const FpStart *start);
/* "6 to 20 questions, about 10 minutes."; "" where there is no headline tree, or it is not read yet. */
const char *fp_start_length(const FpStart *start);
bool fp_start_is_reading(const FpStart *start);    /* the headline's tree is still to come */
const char *fp_start_notice(const FpStart *start); /* may be NULL */
const char *fp_start_told(const FpStart *start);   /* may be NULL */
