// SPDX-License-Identifier: Apache-2.0
// One id may be that of several things, as an option's of several questions: all of them are meant.
#include "explanation.h"

#include <string.h>

#include "fp-i18n.h"
#include "fp-nearest.h"
#include "pager.h"

static void page_free(FpExplanationPage *page)
{
    fp_explanations_free(page->explanations);
    g_free(page->is_wanted);
    g_free(page);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpExplanationPage, page_free)

// "cloud.aws" or "aws", the option of any question; FP_NONE where this question has none such.
static size_t find_option(const FpQuestion *question, const char *id)
{
    size_t length = strlen(question->id);
    bool is_qualified = strncmp(id, question->id, length) == 0 && id[length] == '.';
    return fp_question_find_option(question, is_qualified ? id + length + 1 : id);
}

static bool is_of_option(const FpTree *tree, FpOrigin origin, const char *id)
{
    return origin.question != FP_NONE &&
           find_option(&tree->questions[origin.question], id) == origin.option;
}

static bool is_meant(const FpTree *tree, const FpExplanation *explanation, const char *id)
{
    FpOrigin origin = explanation->origin;
    size_t outcome = fp_tree_find_outcome(tree, id), control = fp_tree_find_control(tree, id);
    size_t question = fp_tree_find_question(tree, id);
    if (question != FP_NONE && origin.question == question)
        return true;
    if (outcome != FP_NONE && fp_effect_covers(explanation->effect, outcome))
        return true;
    if (control != FP_NONE && explanation->effect->kind == FP_EFFECT_REQUIRE &&
        explanation->effect->control == control)
        return true;
    if (origin.rule != FP_NONE && strcmp(tree->rules[origin.rule].id, id) == 0)
        return true;
    return is_of_option(tree, origin, id);
}

static void add_names(const FpTree *tree, GPtrArray *names)
{
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpQuestion *question = &tree->questions[i];
        g_ptr_array_add(names, g_strdup(question->id));
        for (size_t k = 0; k < question->n_options; k++) {
            g_ptr_array_add(names, g_strdup(question->options[k].id));
            g_ptr_array_add(names, g_strconcat(question->id, ".", question->options[k].id, NULL));
        }
    }
    for (size_t i = 0; i < tree->n_outcomes; i++)
        g_ptr_array_add(names, g_strdup(tree->outcomes[i].id));
    for (size_t i = 0; i < tree->n_controls; i++)
        g_ptr_array_add(names, g_strdup(tree->controls[i].id));
    for (size_t i = 0; i < tree->n_rules; i++)
        g_ptr_array_add(names, g_strdup(tree->rules[i].id));
}

// By what a thing is called, or was once.
static bool is_known(const FpTree *tree, const char *id)
{
    bool is_found = fp_tree_find_question(tree, id) != FP_NONE ||
                    fp_tree_find_outcome(tree, id) != FP_NONE ||
                    fp_tree_find_control(tree, id) != FP_NONE;
    for (size_t i = 0; i < tree->n_questions && !is_found; i++)
        is_found = find_option(&tree->questions[i], id) != FP_NONE;
    for (size_t i = 0; i < tree->n_rules && !is_found; i++)
        is_found = strcmp(tree->rules[i].id, id) == 0;
    return is_found;
}

static void complain_unknown(const FpTree *tree, const char *id, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    add_names(tree, names);
    g_autofree char *shown = fp_error_quote(id);
    const char *nearest = fp_nearest(id, (const char *const *)names->pdata, names->len);
    if (nearest != NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("the tree '%s' has no '%s'; did you mean '%s'?"), tree->id, shown, nearest);
    else
        g_set_error(
            error, FP_ERROR, FP_ERROR_NOT_FOUND,
            _("the tree '%s' has no '%s'; give the id of a question, an option, an outcome, "
              "a control or a rule"),
            tree->id, shown);
}

static FpExplanationPage *new_page(const FpAnswerSheet *sheet, const char *id, GError **error)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    if (id != NULL && !is_known(tree, id)) {
        complain_unknown(tree, id, error);
        return NULL;
    }
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    FpExplanationPage *page = g_new0(FpExplanationPage, 1);
    page->sheet = sheet;
    page->explanations = fp_explanations_new(compiled, sheet);
    page->is_wanted = g_new(bool, page->explanations->n);
    for (size_t i = 0; i < page->explanations->n; i++)
        page->is_wanted[i] = id == NULL || is_meant(tree, &page->explanations->items[i], id);
    return page;
}

int fp_explanation_print(const FpCliOptions *options, const FpAnswerSheet *sheet, const char *id,
                         bool is_json)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpExplanationPage) page = new_page(sheet, id, &error);
    if (page == NULL)
        return fp_complain_error(options, error);
    g_autofree char *text =
        is_json ? fp_explanation_to_json(page) : fp_explanation_to_text(page, fp_output_width());
    if (is_json) {
        fp_print_bytes(text);
        return FP_EXIT_DONE;
    }
    fp_pager_print(options, text);
    return FP_EXIT_DONE;
}
