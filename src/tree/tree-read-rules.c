// SPDX-License-Identifier: Apache-2.0
// What stands after the questions: rules, tests, allowed findings.
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

/* How many rules are read: all, or as many as are allowed. */
static size_t count_rules(FpTreeReader *reader)
{
    size_t n = fp_fields_count(&reader->fields, FP_KEY_TREE_RULES);
    if (n <= FP_TREE_MAX_RULES)
        return n;
    reader->rules.is_incomplete = true;
    fp_reader_report(&reader->file,
                     fp_fields_item(&reader->fields, FP_KEY_TREE_RULES, FP_TREE_MAX_RULES)->place,
                     _("split the tree into several"), _("more than %d rules"), FP_TREE_MAX_RULES);
    return FP_TREE_MAX_RULES;
}

void fp_read_rules(FpTreeReader *reader)
{
    size_t n = count_rules(reader), n_questions = reader->questions->len;
    FpRule *rules = fp_arena_array(reader->file.arena, n, sizeof *rules);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(&reader->fields, FP_KEY_TREE_RULES, i),
                       &fp_format_rule, &fields);
        const FpNode *id = fields.values[FP_KEY_RULE_ID];
        if (id != NULL)
            fp_name_space_add(&reader->file, &reader->rules, id, i);
        else
            reader->rules.is_incomplete = true;
        rules[i] = (FpRule) {
            .id = id == NULL ? NULL : id->text,
            .place = id == NULL ? fields.node->place : id->place,
            .when = fp_read_guard(reader, &fields, FP_KEY_RULE_WHEN, n_questions, FP_NONE),
            .effects = fp_read_effects(reader, &fields, FP_KEY_RULE_EFFECTS, n_questions),
        };
    }
    reader->tree->rules = rules;
    reader->tree->n_rules = n;
}

void fp_read_tests(FpTreeReader *reader)
{
    reader->tree->tests = reader->fields.values[FP_KEY_TREE_TESTS];
    for (size_t i = 0; i < fp_fields_count(&reader->fields, FP_KEY_TREE_TESTS); i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(&reader->fields, FP_KEY_TREE_TESTS, i),
                       &fp_format_case, &fields);
    }
}

/* True where question/option names an option. */
static bool is_option(FpTreeReader *reader, const char *at)
{
    const char *slash = strchr(at, '/');
    if (slash == NULL)
        return false;
    g_autofree char *question = g_strndup(at, (size_t)(slash - at));
    size_t index = fp_name_space_find_quietly(&reader->owned->questions, question);
    if (index == FP_NONE)
        return false;
    const FpQuestionDraft *draft = fp_question_draft_at(reader, index);
    return fp_name_space_find_quietly(&draft->option_names, slash + 1) != FP_NONE;
}

/* The nearest outcome, question or rule; for a question/option with a wrong half, no hint. */
static char *hint_at(FpTreeReader *reader, const char *at)
{
    const FpNameSpace *spaces[] = { &reader->owned->outcomes, &reader->owned->questions,
                                    &reader->rules };
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
        for (guint k = 0; k < spaces[i]->ids->len; k++)
            g_ptr_array_add(ids, g_ptr_array_index(spaces[i]->ids, k));
    }
    return fp_reader_hint(&reader->file, at, (const char *const *)ids->pdata, ids->len);
}

static void check_at(FpTreeReader *reader, const FpNode *node)
{
    if (fp_name_space_find_quietly(&reader->owned->outcomes, node->text) != FP_NONE ||
        fp_name_space_find_quietly(&reader->owned->questions, node->text) != FP_NONE ||
        fp_name_space_find_quietly(&reader->rules, node->text) != FP_NONE ||
        is_option(reader, node->text))
        return;
    if (reader->owned->outcomes.is_incomplete || reader->owned->questions.is_incomplete ||
        reader->rules.is_incomplete)
        return;
    g_autofree char *shown = fp_reader_quote(&reader->file, node->text);
    g_autofree char *hint = hint_at(reader, node->text);
    fp_reader_report(&reader->file, node->place,
                     _("name an outcome, a question, a question/option or a rule"),
                     _("there is nothing called '%s'%s"), shown, hint);
}

void fp_read_allow(FpTreeReader *reader)
{
    size_t n = fp_fields_count(&reader->fields, FP_KEY_TREE_ALLOW);
    FpAllow *allow = fp_arena_array(reader->file.arena, n, sizeof *allow);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(&reader->fields, FP_KEY_TREE_ALLOW, i),
                       &fp_format_allow, &fields);
        if (fields.values[FP_KEY_ALLOW_AT] != NULL)
            check_at(reader, fields.values[FP_KEY_ALLOW_AT]);
        allow[i] = (FpAllow) {
            .finding = fp_fields_text(&fields, FP_KEY_ALLOW_FINDING),
            .place = fields.node->place,
            .at = fp_fields_text(&fields, FP_KEY_ALLOW_AT),
            .because = fp_fields_text(&fields, FP_KEY_ALLOW_BECAUSE),
        };
    }
    reader->tree->allow = allow;
    reader->tree->n_allow = n;
}
