// SPDX-License-Identifier: Apache-2.0
/* Reading a tree: what its parts share while it is read.
 *
 * In order: strengths, outcomes, controls, themes and facts give the names that effects use; then all
 * questions are collected, as guards in `always` may name any; then everything is read in tree order. */
#pragma once
#include "fp-tree.h"
#include "read-private.h"

#define FP_TREE_MAX_QUESTIONS     1000
#define FP_TREE_MAX_OUTCOMES      200
#define FP_TREE_MAX_RULES         1000
#define FP_TREE_MAX_EFFECTS       10000
#define FP_TREE_MAX_GUARD_ENTRIES 10000
#define FP_TREE_MIN_OPTIONS       2
#define FP_TREE_MAX_OPTIONS       100

/* A tree with what it owns besides its model. */
typedef struct {
    FpTree tree; // first: an FpTree is freed as one of these
    FpArena *arena;
    GPtrArray *documents; // the tree's own and those of its facts files
    FpNameSpace outcomes, controls, questions;
} FpOwnedTree;

/* Questions and options as they were collected, before their effects and guards are read. */
typedef struct {
    FpFields fields;
    size_t n_above; // questions above its effects, its own included: what their guards may name
    GArray *then;   // size_t: indices of questions asked directly under it
} FpOptionDraft;

typedef struct {
    FpFields fields;
    FpQuestionType type;
    size_t parent_question, parent_option; // FP_NONE at the top
    size_t depth;
    FpOptionDraft *options;
    size_t n_options;
    FpNameSpace option_names;
} FpQuestionDraft;

typedef struct {
    FpFileReader file; // of the tree's own file
    FpOwnedTree *owned;
    FpTree *tree;    // owned->tree
    FpFields fields; // of the top
    FpNameSpace themes, strengths, rules, facts;
    GPtrArray *questions;              // FpQuestionDraft, in tree order
    size_t n_effects, n_guard_entries; // so far
} FpTreeReader;

/* tree-read.c: what all parts use. */
FpTreeText fp_read_text(const FpFields *fields, size_t key);
FpCites fp_read_cites(FpTreeReader *reader, const FpFields *fields, size_t key);
FpNames fp_read_was(FpTreeReader *reader, const FpFields *fields, size_t key);

/* facts-read.c: the facts of all files under `uses`, and their names. */
void fp_read_facts(FpTreeReader *reader, FpFactsFinder find_facts, void *user_data);

/* tree-read-outcomes.c: what effects name. */
void fp_read_strengths(FpTreeReader *reader);
void fp_read_controls(FpTreeReader *reader);
void fp_read_themes(FpTreeReader *reader);
void fp_read_outcomes(FpTreeReader *reader);
void fp_read_prefer(FpTreeReader *reader);

/* tree-collect-questions.c, then tree-read-questions.c */
void fp_collect_questions(FpTreeReader *reader);
FpQuestionDraft *fp_question_draft_at(const FpTreeReader *reader, size_t index);
void fp_question_draft_free(void *draft);
void fp_read_questions(FpTreeReader *reader);

/* tree-read-effects.c. n_above: how many questions, from the first, a guard may name. */
FpEffects fp_read_effects(FpTreeReader *reader, const FpFields *fields, size_t key, size_t n_above);

/* tree-read-guards.c. NULL where there is no guard, or where it is wrong and reported. own: the
 * question whose guard it is; FP_NONE for an effect's or a rule's. */
const FpGuard *fp_read_guard(FpTreeReader *reader, const FpFields *fields, size_t key,
                             size_t n_above, size_t own);

/* tree-read-rules.c */
void fp_read_rules(FpTreeReader *reader);
void fp_read_tests(FpTreeReader *reader);
void fp_read_allow(FpTreeReader *reader);
