// SPDX-License-Identifier: Apache-2.0
#include <string.h>

#include "fp-json-writer.h"
#include "fp-text.h"
#include "report-quality.h"

/* Words that other readers of YAML take for something else than text. */
static bool needs_quotes(const char *id)
{
    static const char *const words[] = {
        "y", "n", "yes", "no", "on", "off", "true", "false", "null"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_str_equal(id, words[i]))
            return true;
    }
    return g_ascii_isdigit(id[0]);
}

void fp_report_add_id(GString *text, const char *id, bool is_number)
{
    if (!is_number && needs_quotes(id))
        g_string_append_printf(text, "\"%s\"", id);
    else
        g_string_append(text, id);
}

static void add_answer(GString *text, const FpQuestion *question, const FpAnswer *answer)
{
    g_auto(GStrv) ids = fp_answer_to_ids(question, answer);
    bool is_list = question->type == FP_QUESTION_MANY && answer->kind == FP_ANSWER_OPTIONS;
    g_string_append(text, is_list ? "[" : "");
    for (size_t i = 0; ids[i] != NULL; i++) {
        g_string_append(text, i == 0 ? "" : ", ");
        fp_report_add_id(text, ids[i], answer->kind == FP_ANSWER_NUMBER);
    }
    g_string_append(text, is_list ? "]" : "");
}

char *fp_report_sheet(const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    GString *text = g_string_new("{");
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpAnswer *answer = fp_answer_sheet_get(sheet, i);
        if (answer->kind == FP_ANSWER_NONE)
            continue;
        g_string_append(text, text->len > 1 ? ", " : "");
        fp_report_add_id(text, tree->questions[i].id, false);
        g_string_append(text, ": ");
        add_answer(text, &tree->questions[i], answer);
    }
    g_string_append_c(text, '}');
    return g_string_free(text, FALSE);
}

char *fp_report_quoted(const char *text)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_CANONICAL);
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    fp_json_string(writer, printable);
    return fp_json_writer_finish(writer);
}
