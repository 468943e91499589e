// SPDX-License-Identifier: Apache-2.0
// What stands after the questions: rules, tests, allowed findings.
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

/* How many rules are read: all, or as many as are allowed. */
static size_t count_rules(TreeReader *reader)
{
    size_t n = fields_count(&reader->fields, TREE_RULES);
    if (n <= TREE_MAX_RULES)
        return n;
    reader->rules.is_incomplete = true;
    reader_report(&reader->reader, fields_item(&reader->fields, TREE_RULES, TREE_MAX_RULES)->place,
                  _("split the tree into several"), _("more than %d rules"), TREE_MAX_RULES);
    return TREE_MAX_RULES;
}

void read_rules(TreeReader *reader)
{
    size_t n = count_rules(reader), n_questions = reader->questions->len;
    FpRule *rules = fp_arena_array(reader->reader.arena, n, sizeof *rules);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(&reader->fields, TREE_RULES, i), &fp_format_rule,
                    &fields);
        const FpNode *id = fields.values[RULE_ID];
        if (id != NULL)
            names_add(&reader->reader, &reader->rules, id, i);
        else
            reader->rules.is_incomplete = true;
        rules[i] = (FpRule) {
            .id = id == NULL ? NULL : id->text,
            .place = id == NULL ? fields.node->place : id->place,
            .when = read_guard(reader, &fields, RULE_WHEN, n_questions, FP_NONE),
            .effects = read_effects(reader, &fields, RULE_EFFECTS, n_questions),
        };
    }
    reader->tree->rules = rules;
    reader->tree->n_rules = n;
}

void read_tests(TreeReader *reader)
{
    reader->tree->tests = reader->fields.values[TREE_TESTS];
    for (size_t i = 0; i < fields_count(&reader->fields, TREE_TESTS); i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(&reader->fields, TREE_TESTS, i), &fp_format_case,
                    &fields);
    }
}

/* True where question/option names an option. */
static bool is_option(TreeReader *reader, const char *at)
{
    const char *slash = strchr(at, '/');
    if (slash == NULL)
        return false;
    g_autofree char *question = g_strndup(at, (size_t)(slash - at));
    size_t index = names_find_quietly(&reader->owned->questions, question);
    if (index == FP_NONE)
        return false;
    const QuestionDraft *draft = question_draft_at(reader, index);
    return names_find_quietly(&draft->option_names, slash + 1) != FP_NONE;
}

/* The nearest outcome, question or rule; for a question/option with a wrong half, no hint. */
static char *hint_at(TreeReader *reader, const char *at)
{
    const Names *spaces[] = { &reader->owned->outcomes, &reader->owned->questions, &reader->rules };
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
        for (guint k = 0; k < spaces[i]->ids->len; k++)
            g_ptr_array_add(ids, g_ptr_array_index(spaces[i]->ids, k));
    }
    return reader_hint(&reader->reader, at, (const char *const *)ids->pdata, ids->len);
}

static void check_at(TreeReader *reader, const FpNode *node)
{
    if (names_find_quietly(&reader->owned->outcomes, node->text) != FP_NONE ||
        names_find_quietly(&reader->owned->questions, node->text) != FP_NONE ||
        names_find_quietly(&reader->rules, node->text) != FP_NONE || is_option(reader, node->text))
        return;
    if (reader->owned->outcomes.is_incomplete || reader->owned->questions.is_incomplete ||
        reader->rules.is_incomplete)
        return;
    g_autofree char *shown = reader_quote(&reader->reader, node->text);
    g_autofree char *hint = hint_at(reader, node->text);
    reader_report(&reader->reader, node->place,
                  _("name an outcome, a question, a question/option or a rule"),
                  _("there is nothing called '%s'%s"), shown, hint);
}

void read_allow(TreeReader *reader)
{
    size_t n = fields_count(&reader->fields, TREE_ALLOW);
    FpAllow *allow = fp_arena_array(reader->reader.arena, n, sizeof *allow);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(&reader->fields, TREE_ALLOW, i), &fp_format_allow,
                    &fields);
        if (fields.values[ALLOW_AT] != NULL)
            check_at(reader, fields.values[ALLOW_AT]);
        allow[i] = (FpAllow) {
            .finding = fields_text(&fields, ALLOW_FINDING),
            .place = fields.node->place,
            .at = fields_text(&fields, ALLOW_AT),
            .because = fields_text(&fields, ALLOW_BECAUSE),
        };
    }
    reader->tree->allow = allow;
    reader->tree->n_allow = n;
}
