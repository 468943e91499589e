// SPDX-License-Identifier: Apache-2.0
// Guards: maps of entries that must all hold. Names are resolved to indices here, and no guard may
// look ahead, which is what keeps a tree from looping.
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

/* Where a guard stands: what it may name. */
typedef struct {
    size_t n_above; // questions, from the first
    size_t own;     // the question whose guard it is; FP_NONE for an effect's or a rule's
} GuardScope;

static bool read_map(FpTreeReader *reader, const FpNode *node, GuardScope scope,
                     FpGuard *out_guard);

static bool report_shape(FpTreeReader *reader, const FpNode *node, const char *message)
{
    if (!node->is_broken)
        fp_reader_report(
            &reader->file, node->place,
            _("write entries such as 'cloud: aws', 'cloud: [aws, gcp]', 'not: {cloud: aws}' "
              "or 'any: [{cloud: aws}, {cloud: gcp}]'"),
            "%s", message);
    return false;
}

/* True where the question may be named; a fault where it comes later. */
static bool check_above(FpTreeReader *reader, const FpNode *key, size_t question, GuardScope scope)
{
    if (question < scope.n_above)
        return true;
    g_autofree char *shown = fp_reader_quote(&reader->file, key->text);
    if (question == scope.own)
        fp_reader_report(&reader->file, key->place, _("name a question above it"),
                         _("question '%s' cannot depend on its own answer"), shown);
    else
        fp_reader_report(&reader->file, key->place,
                         scope.own == FP_NONE
                             ? _("move that question up, or put the effect into a rule")
                             : _("move that question up, or this one down"),
                         _("a guard may look back only, and question '%s' comes later"), shown);
    return false;
}

static size_t find_option(FpTreeReader *reader, const FpQuestionDraft *draft, const FpNode *node)
{
    if (node->kind != FP_NODE_SCALAR || node->is_broken || node->text[0] == '\0') {
        report_shape(reader, node, _("a guard needs the id of an option or band here"));
        return FP_NONE;
    }
    if (strcmp(node->text, "unknown") == 0) {
        fp_reader_report(
            &reader->file, node->place,
            _("remove it; 'not: {...}' with every option holds where there is no answer"),
            _("a guard cannot ask for 'unknown': entries on a question without an answer "
              "do not hold"));
        return FP_NONE;
    }
    return fp_name_space_find(&reader->file, &draft->option_names, node);
}

static void refuse_repeat(FpTreeReader *reader, const FpNode *node)
{
    g_autofree char *shown = fp_reader_quote(&reader->file, node->text);
    fp_reader_report(&reader->file, node->place, _("name it once"), _("'%s' is in this list twice"),
                     shown);
}

/* The options of a list, each once. */
static bool read_option_list(FpTreeReader *reader, const FpQuestionDraft *draft, const FpNode *list,
                             FpGuard *guard)
{
    if (list->kind != FP_NODE_SEQUENCE || list->n_items == 0)
        return report_shape(reader, list,
                            _("a guard needs a list of options here, and not an empty one"));
    bool is_named[FP_TREE_MAX_OPTIONS] = { false };
    size_t *options = fp_arena_array(reader->file.arena, MIN(list->n_items, FP_TREE_MAX_OPTIONS),
                                     sizeof *options);
    guard->options = options;
    for (size_t i = 0; i < list->n_items; i++) {
        size_t option = find_option(reader, draft, list->items[i]);
        if (option == FP_NONE)
            continue;
        if (is_named[option]) {
            refuse_repeat(reader, list->items[i]);
            continue;
        }
        is_named[option] = true;
        options[guard->n_options++] = option;
    }
    return guard->n_options == list->n_items;
}

/* {all: [ids]} */
static bool read_needs_all(FpTreeReader *reader, const FpQuestionDraft *draft, const FpNode *atom,
                           FpGuard *guard)
{
    if (atom->n_items != 1 || strcmp(atom->keys[0]->text, "all") != 0)
        return report_shape(reader, atom,
                            _("the only map that can stand for answers is '{all: [...]}'"));
    if (draft->type != FP_QUESTION_MANY) {
        fp_reader_report(&reader->file, atom->keys[0]->place,
                         _("write a list: it holds where the answer is one of them"),
                         _("'all' needs a question of type many"));
        return false;
    }
    guard->needs_all = true;
    return read_option_list(reader, draft, atom->items[0], guard);
}

static bool read_atom(FpTreeReader *reader, const FpQuestionDraft *draft, const FpNode *atom,
                      FpGuard *guard)
{
    if (atom->kind == FP_NODE_MAPPING)
        return read_needs_all(reader, draft, atom, guard);
    if (atom->kind == FP_NODE_SEQUENCE)
        return read_option_list(reader, draft, atom, guard);
    size_t option = find_option(reader, draft, atom);
    guard->options = fp_arena_copy(reader->file.arena, &option, 1, sizeof option);
    guard->n_options = 1;
    return option != FP_NONE;
}

static bool read_answer(FpTreeReader *reader, const FpNode *key, const FpNode *atom,
                        GuardScope scope, FpGuard *guard)
{
    guard->kind = FP_GUARD_ANSWER;
    guard->question = fp_name_space_find(&reader->file, &reader->owned->questions, key);
    if (guard->question == FP_NONE)
        return false;
    bool is_above = check_above(reader, key, guard->question, scope);
    const FpQuestionDraft *draft = fp_question_draft_at(reader, guard->question);
    return read_atom(reader, draft, atom, guard) && is_above;
}

/* any: [guards], all: [guards] */
static bool read_parts(FpTreeReader *reader, const FpNode *list, FpGuardKind kind, GuardScope scope,
                       FpGuard *guard)
{
    if (list->kind != FP_NODE_SEQUENCE || list->n_items == 0)
        return report_shape(reader, list,
                            _("'any' and 'all' need a list of guards, and not an empty one"));
    FpGuard *parts = fp_arena_array(reader->file.arena, list->n_items, sizeof *parts);
    guard->kind = kind;
    guard->parts = parts;
    guard->n_parts = list->n_items;
    bool is_read = true;
    for (size_t i = 0; i < list->n_items; i++)
        is_read = read_map(reader, list->items[i], scope, &parts[i]) && is_read;
    return is_read;
}

static bool read_not(FpTreeReader *reader, const FpNode *node, GuardScope scope, FpGuard *guard)
{
    FpGuard *part = fp_arena_array(reader->file.arena, 1, sizeof *part);
    guard->kind = FP_GUARD_NOT;
    guard->parts = part;
    guard->n_parts = 1;
    return read_map(reader, node, scope, part);
}

/* True where one more entry is one too many; reported the first time. */
static bool is_too_many(FpTreeReader *reader, const FpNode *key)
{
    reader->n_guard_entries++;
    if (reader->n_guard_entries == FP_TREE_MAX_GUARD_ENTRIES + 1)
        fp_reader_report(&reader->file, key->place, _("split the tree into several"),
                         _("more than %d guard entries"), FP_TREE_MAX_GUARD_ENTRIES);
    return reader->n_guard_entries > FP_TREE_MAX_GUARD_ENTRIES;
}

static bool read_entry(FpTreeReader *reader, const FpNode *key, const FpNode *value,
                       GuardScope scope, FpGuard *guard)
{
    if (is_too_many(reader, key))
        return false;
    guard->place = key->place;
    if (strcmp(key->text, "any") == 0)
        return read_parts(reader, value, FP_GUARD_ANY, scope, guard);
    if (strcmp(key->text, "all") == 0)
        return read_parts(reader, value, FP_GUARD_ALL, scope, guard);
    if (strcmp(key->text, "not") == 0)
        return read_not(reader, value, scope, guard);
    return read_answer(reader, key, value, scope, guard);
}

static bool read_map(FpTreeReader *reader, const FpNode *node, GuardScope scope, FpGuard *out_guard)
{
    if (node->kind != FP_NODE_MAPPING || node->n_items == 0)
        return report_shape(reader, node, _("a guard must be a map with at least one entry"));
    if (node->n_items == 1)
        return read_entry(reader, node->keys[0], node->items[0], scope, out_guard);
    FpGuard *parts = fp_arena_array(reader->file.arena, node->n_items, sizeof *parts);
    *out_guard = (FpGuard) {
        .kind = FP_GUARD_ALL, .place = node->place, .parts = parts, .n_parts = node->n_items
    };
    bool is_read = true;
    for (size_t i = 0; i < node->n_items; i++)
        is_read = read_entry(reader, node->keys[i], node->items[i], scope, &parts[i]) && is_read;
    return is_read;
}

const FpGuard *fp_read_guard(FpTreeReader *reader, const FpFields *fields, size_t key,
                             size_t n_above, size_t own)
{
    const FpNode *node = fields->values[key];
    if (node == NULL)
        return NULL;
    FpGuard *guard = fp_arena_array(reader->file.arena, 1, sizeof *guard);
    GuardScope scope = { n_above, own };
    return read_map(reader, node, scope, guard) ? guard : NULL;
}
