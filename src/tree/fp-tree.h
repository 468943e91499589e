// SPDX-License-Identifier: Apache-2.0
/* tree: the model of a decision tree, and the reader that makes it from YAML.
 *
 * May use       base; libyaml and yajl (in node-*.c alone)
 * May not use   anything that decides: which effects fire is src/engine's
 * In reading order
 *   fp-tree.h        the model: what a tree says, names resolved to indices
 *   fp-facts.h       facts and their sources
 *   fp-node.h        YAML and JSON as nodes with places
 *   node-*.c         bytes to nodes: libyaml, yajl, what no file may hold
 *   format-table.c   every thing of the format and its keys: drives the reader
 *   fp-schema.h      the same as a JSON Schema: format-schema.c walks the tables, format-rules.c adds what
 *                    they do not say
 *   read-*.c         what all things share: keys, shapes, names
 *   tree-read*.c     nodes to model, all faults in one pass; tree-collect-questions.c comes first
 *   facts-read.c     the same for facts files
 *   tree-load.c      a tree from a file; tree-heading.c: its title and summary alone
 * To add one       a key of the format: a row in format-table.c, its reading in tree-read-THING.c,
 *                  wrong files in tests/tree/bad, the page docs/format.md
 *
 * A tree is immutable once read and owns all that it points to. Questions, options, effects stand in
 * tree order (FORMAT §1): a follow-up question comes after its option's effects. Indices are into
 * the tree's flat arrays. */
#pragma once
#include "fp-decimal.h"
#include "fp-diagnostics.h"
#include "fp-facts.h"

#define FP_NONE SIZE_MAX /* no such index */

/* A text of the tree with its place, by which a translation finds it. Read it with fp_tree_text(). */
typedef struct {
    const char *source; /* as the file has it; NULL where the file has none */
    FpPlace place;
} FpTreeText;

typedef struct {
    const char *id; /* as written */
    FpPlace place;
    const FpFact *fact;
} FpCite;

typedef struct {
    const FpCite *items;
    size_t n;
} FpCites;

/* Names in earlier versions (`was`). */
typedef struct {
    const char *const *items;
    size_t n;
} FpNames;
bool fp_names_has(FpNames names, const char *id);

typedef struct FpGuard FpGuard;
typedef enum {
    FP_GUARD_ANSWER, /* one question's atom */
    FP_GUARD_ALL,    /* all parts hold; a map of several entries is one too */
    FP_GUARD_ANY,
    FP_GUARD_NOT, /* of parts[0] */
} FpGuardKind;
struct FpGuard {
    FpGuardKind kind;
    FpPlace place;
    size_t question;       /* ANSWER: index of the question */
    const size_t *options; /* ANSWER: indices of options or bands within the question */
    size_t n_options;
    bool needs_all; /* ANSWER: {all: [...]}, many alone */
    const FpGuard *parts;
    size_t n_parts;
};

typedef enum {
    FP_EFFECT_FAVOUR,
    FP_EFFECT_DISFAVOUR,
    FP_EFFECT_RULE_OUT,
    FP_EFFECT_REQUIRE,
    FP_EFFECT_ADVISE,
} FpEffectKind;
const char *fp_effect_kind_name(FpEffectKind kind); /* "rule_out", as the format writes it */

typedef struct {
    FpEffectKind kind;
    FpPlace place;
    const size_t *outcomes; /* those favoured, disfavoured, ruled out, or `for`; in list order */
    size_t n_outcomes;      /* require and advise: 0 where `for` is left out: all outcomes */
    size_t control;         /* REQUIRE */
    FpTreeText advice;      /* ADVISE */
    FpTreeText because;     /* source NULL where left out */
    size_t strength;        /* FAVOUR, DISFAVOUR: index into strengths; else FP_NONE */
    const char *counts_as;  /* NULL where left out */
    const FpGuard *when;    /* NULL: always */
    FpCites cites;
} FpEffect;
/* True where it is on the outcome; a `for` that is left out covers all. */
bool fp_effect_covers(const FpEffect *effect, size_t outcome);

typedef struct {
    const FpEffect *items;
    size_t n;
} FpEffects;

typedef struct {
    const char *id;
    FpPlace place;
    FpTreeText label, help;
    FpTreeText headline; /* what it adds to an outcome's: "kept in the EU" */
    FpEffects effects;
    const size_t *then; /* indices of the follow-up questions asked directly under it */
    size_t n_then;
    bool is_exclusive;
    bool has_below; /* a band with an upper end */
    FpDecimal below;
    FpNames was;
} FpOption; /* an option, or a band of a number question */

typedef enum { FP_QUESTION_ONE, FP_QUESTION_MANY, FP_QUESTION_NUMBER } FpQuestionType;
const char *fp_question_type_name(FpQuestionType type); /* "one", as the format writes it */

typedef struct {
    const char *id;
    FpPlace place;
    FpTreeText ask, why;
    FpCites why_cites;
    FpQuestionType type;
    size_t theme; /* index into themes; a follow-up without one has its parent's; else FP_NONE */
    const FpGuard *when;
    const FpOption *options;
    size_t n_options;
    size_t parent_question, parent_option; /* FP_NONE for a question at the top */
    size_t depth;                          /* 0 at the top */
    FpTreeText unit;
    FpDecimal min; /* NUMBER */
    bool has_max;
    FpDecimal max;
    FpNames was;
} FpQuestion;

typedef struct {
    const char *id;
    FpPlace place;
    FpTreeText title;
} FpTheme;

typedef struct {
    FpTreeText at, within, run_by; /* within, run_by: source may be NULL */
    size_t control;                /* FP_NONE where none */
} FpStop;

typedef enum { FP_ACCESS_NONE, FP_ACCESS_LIMITED, FP_ACCESS_FULL } FpAccessLevel;

typedef struct {
    FpTreeText who, to;
    FpAccessLevel has;
    FpCites cites;
} FpAccess;

typedef struct {
    FpTreeText text;
    FpCites cites;
} FpLimit;

typedef struct {
    FpTreeText what, owner; /* owner may be without source */
    FpCites cites;
} FpNextStep; /* `do` in the format */

typedef struct {
    const char *id;
    FpPlace place;
    FpTreeText title, summary;
    FpTreeText headline; /* what to do, without a full stop: "Take the ferry" */
    const FpLimit *limits;
    size_t n_limits;
    const FpStop *dataflow;
    size_t n_dataflow;
    const FpAccess *access;
    size_t n_access;
    const FpNextStep *next_steps;
    size_t n_next_steps;
    FpNames was;
} FpOutcome;

typedef struct {
    const char *id;
    FpPlace place;
    FpTreeText title, how, owner;
    FpCites cites;
} FpControl;

typedef struct {
    const char *id;
    FpPlace place;
    int points;
} FpStrength;

typedef struct {
    const char *id;
    FpPlace place;
    const FpGuard *when;
    FpEffects effects;
} FpRule;

/* Cases (`tests`) stay nodes: the engine reads them as answer sheets with expectations. */
typedef struct FpNode FpNode;

typedef struct {
    const char *finding;
    FpPlace place;
    const char *at, *because;
} FpAllow;

typedef struct {
    const char *name; /* as `uses` has it */
    FpSource *source;
} FpFactsFile;

typedef struct {
    FpSource *source; /* the tree's own file */
    const char *id, *version, *language;
    FpTreeText title, summary;
    int close_call; /* points */
    const FpStrength *strengths;
    size_t n_strengths;
    const size_t *prefer; /* all outcomes' indices, most preferred first */
    const FpOutcome *outcomes;
    size_t n_outcomes;
    const FpControl *controls;
    size_t n_controls;
    const FpTheme *themes;
    size_t n_themes;
    FpEffects always;
    const FpQuestion *questions; /* flat, in tree order, follow-ups included */
    size_t n_questions;
    const FpRule *rules;
    size_t n_rules;
    const FpNode *tests; /* a sequence, or NULL */
    const FpAllow *allow;
    size_t n_allow;
    const FpFactsFile *facts_files;
    size_t n_facts_files;
    const FpFact *facts; /* of all files, in `uses` order, then file order */
    size_t n_facts;
} FpTree;

/* Finds the facts file that `uses` names. name is a valid id.
 *   Returns  a source owned by the caller, or NULL with error set (FP_ERROR_NOT_FOUND or IO) */
typedef FpSource *(*FpFactsFinder)(const char *name, void *user_data, GError **error);

/* Reads a tree from a source, its facts through find_facts.
 *   find_facts   may be NULL for a tree that uses none
 *   diagnostics  gets every fault, of the tree and its facts files
 *   Returns      the tree, owned by the caller, or NULL where there was any fault */
FpTree *fp_tree_read(FpSource *source, FpFactsFinder find_facts, void *user_data,
                     FpDiagnostics *diagnostics);

/* Reads a tree from a file; facts files are sought beside it, in facts/ beside it, then in
 * facts_folders (NULL-terminated, may be NULL).
 *   Returns  the tree, owned by the caller; NULL with faults in diagnostics, or with error set
 *   Errors   those of fp_source_load(): the file itself cannot be read */
FpTree *fp_tree_load(const char *path, const char *const *facts_folders, FpDiagnostics *diagnostics,
                     GError **error);
/* What a tree says of itself, in its own language; owned. */
typedef struct {
    char *title;
    char *summary; /* NULL where there is none */
} FpTreeHeading;

/* Reads the beginning of a tree's file alone, for a list of trees or a first screen: a fraction of what
 * reading it whole takes. Nothing is checked.
 *   Returns  the heading, owned by the caller; NULL where it is not to be had so: no regular file (a pipe
 *            can be read once), no title near the beginning, or a fault before that. fp_tree_load() then
 *            says what is wrong, if anything is. */
FpTreeHeading *fp_tree_heading_load(const char *path);
void fp_tree_heading_free(FpTreeHeading *heading); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTreeHeading, fp_tree_heading_free)

void fp_tree_free(FpTree *tree); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTree, fp_tree_free)

/* A text in a language. language: as `language` is written; NULL for the tree's own. Where there is
 * no translation the tree's own text is returned; NULL where the tree has none. Borrowed. */
const char *fp_tree_text(const FpTree *tree, FpTreeText text, const char *language);

/* Indices by id, living ids and `was` names alike; FP_NONE where there is none. */
size_t fp_tree_find_outcome(const FpTree *tree, const char *id);
size_t fp_tree_find_control(const FpTree *tree, const char *id);
size_t fp_tree_find_question(const FpTree *tree, const char *id);
size_t fp_question_find_option(const FpQuestion *question, const char *id);

/* The band that holds a number; FP_NONE where it is below min or above max. */
size_t fp_question_find_band(const FpQuestion *question, FpDecimal number);
