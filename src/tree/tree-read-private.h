// SPDX-License-Identifier: Apache-2.0
/* Reading a tree: what its parts share while it is read.
 *
 * In order: strengths, outcomes, controls, themes and facts give the names that effects use; then all
 * questions are collected, as guards in `always` may name any; then everything is read in tree order. */
#pragma once
#include "fp-tree.h"
#include "read-private.h"

#define TREE_MAX_QUESTIONS     1000
#define TREE_MAX_OUTCOMES      200
#define TREE_MAX_RULES         1000
#define TREE_MAX_EFFECTS       10000
#define TREE_MAX_GUARD_ENTRIES 10000
#define TREE_MIN_OPTIONS       2
#define TREE_MAX_OPTIONS       100

/* A tree with what it owns besides its model. */
typedef struct {
    FpTree tree; // first: an FpTree is freed as one of these
    FpArena *arena;
    GPtrArray *documents; // the tree's own and those of its facts files
    Names outcomes, controls, questions;
} OwnedTree;

/* Questions and options as they were collected, before their effects and guards are read. */
typedef struct {
    Fields fields;
    size_t n_above; // questions above its effects, its own included: what their guards may name
    GArray *then;   // size_t: indices of questions asked directly under it
} OptionDraft;

typedef struct {
    Fields fields;
    FpQuestionType type;
    size_t parent_question, parent_option; // FP_NONE at the top
    size_t depth;
    OptionDraft *options;
    size_t n_options;
    Names option_names;
} QuestionDraft;

typedef struct {
    Reader reader; // of the tree's own file
    OwnedTree *owned;
    FpTree *tree;  // owned->tree
    Fields fields; // of the top
    Names themes, strengths, rules, facts;
    GPtrArray *questions;              // QuestionDraft, in tree order
    size_t n_effects, n_guard_entries; // so far
} TreeReader;

/* tree-read.c: what all parts use. */
FpTreeText read_text(const Fields *fields, size_t key);
FpCites read_cites(TreeReader *reader, const Fields *fields, size_t key);
FpNames read_was(TreeReader *reader, const Fields *fields, size_t key);

/* facts-read.c: the facts of all files under `uses`, and their names. */
void read_facts(TreeReader *reader, FpFactsFinder find_facts, void *user_data);

/* tree-read-outcomes.c: what effects name. */
void read_strengths(TreeReader *reader);
void read_controls(TreeReader *reader);
void read_themes(TreeReader *reader);
void read_outcomes(TreeReader *reader);
void read_prefer(TreeReader *reader);

/* tree-collect-questions.c, then tree-read-questions.c */
void collect_questions(TreeReader *reader);
QuestionDraft *question_draft_at(const TreeReader *reader, size_t index);
void free_question_draft(void *draft);
void read_questions(TreeReader *reader);

/* tree-read-effects.c. n_above: how many questions, from the first, a guard may name. */
FpEffects read_effects(TreeReader *reader, const Fields *fields, size_t key, size_t n_above);

/* tree-read-guards.c. NULL where there is no guard, or where it is wrong and reported. own: the
 * question whose guard it is; FP_NONE for an effect's or a rule's. */
const FpGuard *read_guard(TreeReader *reader, const Fields *fields, size_t key, size_t n_above,
                          size_t own);

/* tree-read-rules.c */
void read_rules(TreeReader *reader);
void read_tests(TreeReader *reader);
void read_allow(TreeReader *reader);
