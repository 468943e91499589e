// SPDX-License-Identifier: Apache-2.0
// Parts of a tree as the format writes them in flow style, with names in common.
#include "tree-diff-things-private.h"

const char *fp_naming_question(const FpNaming *naming, size_t question)
{
    size_t other = naming->other != NULL
                       ? fp_pair_match_question(naming->tree, question, naming->other)
                       : FP_NONE;
    return other != FP_NONE ? naming->other->questions[other].id
                            : naming->tree->questions[question].id;
}

const char *fp_naming_option(const FpNaming *naming, size_t question, size_t option)
{
    const FpQuestion *mine = &naming->tree->questions[question];
    size_t other = naming->other != NULL
                       ? fp_pair_match_question(naming->tree, question, naming->other)
                       : FP_NONE;
    if (other == FP_NONE)
        return mine->options[option].id;
    const FpQuestion *theirs = &naming->other->questions[other];
    size_t same = fp_pair_match_option(mine, option, theirs);
    return same != FP_NONE ? theirs->options[same].id : mine->options[option].id;
}

const char *fp_naming_outcome(const FpNaming *naming, size_t outcome)
{
    if (outcome == FP_NONE)
        return "";
    size_t other = naming->other != NULL
                       ? fp_pair_match_outcome(naming->tree, outcome, naming->other)
                       : FP_NONE;
    return other != FP_NONE ? naming->other->outcomes[other].id
                            : naming->tree->outcomes[outcome].id;
}

static void add_guard(const FpNaming *naming, const FpGuard *guard, GString *text);

static void add_atom(const FpNaming *naming, const FpGuard *guard, GString *text)
{
    bool is_list = guard->n_options > 1 || guard->needs_all;
    g_string_append_printf(text, "%s: %s%s", fp_naming_question(naming, guard->question),
                           guard->needs_all ? "{all: " : "", is_list ? "[" : "");
    for (size_t i = 0; i < guard->n_options; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ",
                               fp_naming_option(naming, guard->question, guard->options[i]));
    g_string_append_printf(text, "%s%s", is_list ? "]" : "", guard->needs_all ? "}" : "");
}

static void add_parts(const FpNaming *naming, const FpGuard *guard, GString *text)
{
    g_string_append(text, guard->kind == FP_GUARD_ANY ? "any: [" : "all: [");
    for (size_t i = 0; i < guard->n_parts; i++) {
        g_string_append(text, i == 0 ? "{" : ", {");
        add_guard(naming, &guard->parts[i], text);
        g_string_append_c(text, '}');
    }
    g_string_append_c(text, ']');
}

static void add_guard(const FpNaming *naming, const FpGuard *guard, GString *text)
{
    if (guard->kind == FP_GUARD_ANSWER) {
        add_atom(naming, guard, text);
    } else if (guard->kind == FP_GUARD_NOT) {
        g_string_append(text, "not: {");
        add_guard(naming, &guard->parts[0], text);
        g_string_append_c(text, '}');
    } else {
        add_parts(naming, guard, text);
    }
}

char *fp_diff_guard_text(const FpNaming *naming, const FpGuard *guard)
{
    GString *text = g_string_new(NULL);
    if (guard != NULL)
        add_guard(naming, guard, text);
    return g_string_free(text, FALSE);
}

char *fp_diff_cites_text(FpCites cites)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < cites.n; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ", cites.items[i].id);
    return g_string_free(text, FALSE);
}

char *fp_diff_outcomes_text(const FpNaming *naming, const size_t *outcomes, size_t n)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ",
                               fp_naming_outcome(naming, outcomes[i]));
    return g_string_free(text, FALSE);
}
