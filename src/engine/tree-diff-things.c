// SPDX-License-Identifier: Apache-2.0
// Each tree becomes a list of things, each a list of fields as text; things are matched by kind and
// path, in the names of the newer tree, and their fields compared. Effects have no name: of those that
// stand in one place equal ones are matched first, then those of the same kind and aim.
#include "tree-diff-describe-private.h"
#include <assert.h>

static const char *const thing_names[] = {
    [FP_THING_TREE] = "tree",       [FP_THING_STRENGTH] = "strength",
    [FP_THING_OUTCOME] = "outcome", [FP_THING_CONTROL] = "control",
    [FP_THING_THEME] = "theme",     [FP_THING_QUESTION] = "question",
    [FP_THING_OPTION] = "option",   [FP_THING_EFFECT] = "effect",
    [FP_THING_RULE] = "rule",       [FP_THING_FACT] = "fact",
};

const char *fp_thing_name(FpThing thing)
{
    return thing_names[thing];
}

const char *fp_tree_change_kind_name(FpTreeChangeKind kind)
{
    static const char *const names[] = { "added", "removed", "changed" };
    return names[kind];
}

static void clear_change(void *data)
{
    FpTreeChange *change = data;
    g_free(change->path);
    g_free(change->before);
    g_free(change->after);
}

static FpDescribed *at(GArray *things, guint index)
{
    return &g_array_index(things, FpDescribed, index);
}

static const FpField *field_at(const FpDescribed *thing, guint index)
{
    return &g_array_index(thing->fields, FpField, index);
}

static void add_change(GArray *changes, FpTreeChange change)
{
    g_array_append_val(changes, change);
}

static void add_alone(GArray *changes, const FpDescribed *thing, FpTreeChangeKind kind)
{
    bool is_removed = kind == FP_TREE_REMOVED;
    add_change(changes, (FpTreeChange) { .kind = kind,
                                         .thing = thing->thing,
                                         .path = g_strdup(thing->path),
                                         .before = is_removed ? g_strdup(thing->summary) : NULL,
                                         .after = is_removed ? NULL : g_strdup(thing->summary),
                                         .line_before = is_removed ? thing->line : 0,
                                         .line_after = is_removed ? 0 : thing->line });
}

static char *text_or_null(const char *text)
{
    return text[0] != '\0' ? g_strdup(text) : NULL;
}

/* Things of one kind have the same fields in the same order. */
static void add_fields(GArray *changes, const FpDescribed *before, const FpDescribed *after)
{
    for (guint i = 0; i < before->fields->len; i++) {
        const FpField *one = field_at(before, i), *other = field_at(after, i);
        if (!g_str_equal(one->text, other->text))
            add_change(changes, (FpTreeChange) { .kind = FP_TREE_CHANGED,
                                                 .thing = after->thing,
                                                 .path = g_strdup(after->path),
                                                 .field = one->name,
                                                 .before = text_or_null(one->text),
                                                 .after = text_or_null(other->text),
                                                 .line_before = before->line,
                                                 .line_after = after->line });
    }
}

static bool are_equal(const FpDescribed *a, const FpDescribed *b)
{
    for (guint i = 0; i < a->fields->len; i++) {
        if (!g_str_equal(field_at(a, i)->text, field_at(b, i)->text))
            return false;
    }
    return true;
}

typedef enum { BY_PATH, BY_FIELDS, BY_AIM } Match;

static bool matches(const FpDescribed *a, const FpDescribed *b, Match match)
{
    if (a->thing != b->thing || b->is_matched || !g_str_equal(a->path, b->path))
        return false;
    if (match == BY_PATH)
        return a->thing != FP_THING_EFFECT;
    if (a->thing != FP_THING_EFFECT)
        return false;
    return match == BY_FIELDS ? are_equal(a, b) : g_str_equal(a->aim, b->aim);
}

static void match_all(GArray *before, GArray *after, Match match, GArray *changes)
{
    for (guint i = 0; i < before->len; i++) {
        FpDescribed *one = at(before, i);
        for (guint j = 0; !one->is_matched && j < after->len; j++) {
            FpDescribed *other = at(after, j);
            if (!matches(one, other, match))
                continue;
            one->is_matched = other->is_matched = true;
            add_fields(changes, one, other);
        }
    }
}

/* True where the question that it belongs to is in the other tree too: else that one says it all. */
static bool stands_in_both(const FpDescribed *thing, GArray *others)
{
    if (thing->question_path == NULL)
        return true;
    for (guint i = 0; i < others->len; i++) {
        if (at(others, i)->thing == FP_THING_QUESTION &&
            g_str_equal(at(others, i)->path, thing->question_path))
            return true;
    }
    return false;
}

static void add_unmatched(GArray *things, GArray *others, FpTreeChangeKind kind, GArray *changes)
{
    for (guint i = 0; i < things->len; i++) {
        const FpDescribed *thing = at(things, i);
        if (!thing->is_matched && stands_in_both(thing, others))
            add_alone(changes, thing, kind);
    }
}

static int compare_changes(const void *a, const void *b)
{
    const FpTreeChange *one = a, *other = b;
    if (one->thing != other->thing)
        return one->thing < other->thing ? -1 : 1;
    unsigned line = one->line_after != 0 ? one->line_after : one->line_before;
    unsigned other_line = other->line_after != 0 ? other->line_after : other->line_before;
    return line < other_line ? -1 : line > other_line;
}

GArray *fp_tree_diff_things(const FpTree *before, const FpTree *after)
{
    static_assert(G_N_ELEMENTS(thing_names) == FP_THING_FACT + 1, "a name for each thing");
    const FpNaming old_names = { before, after, after };
    const FpNaming new_names = { after, NULL, before };
    g_autoptr(GArray) one = fp_describe_tree(&old_names);
    g_autoptr(GArray) other = fp_describe_tree(&new_names);
    GArray *changes = g_array_new(FALSE, FALSE, sizeof(FpTreeChange));
    g_array_set_clear_func(changes, clear_change);
    match_all(one, other, BY_PATH, changes);
    match_all(one, other, BY_FIELDS, changes);
    match_all(one, other, BY_AIM, changes);
    add_unmatched(one, other, FP_TREE_REMOVED, changes);
    add_unmatched(other, one, FP_TREE_ADDED, changes);
    g_array_sort(changes, compare_changes);
    return changes;
}
