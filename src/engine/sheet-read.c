// SPDX-License-Identifier: Apache-2.0
// Each fault is reported at the node that is wrong; reading goes on, so that all are found.
#include "answer-private.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-sheet-read.h"

typedef struct {
    const FpTree *tree;
    FpSource *source;
    FpDiagnostics *diagnostics;
    bool *is_answered; /* one a question: to see one answered by two of its names */
    FpAnswerSheet *sheet;
} Reading;

static const char *const sheet_keys[] = { "tree", "answers" };

static bool is_word(const FpNode *node)
{
    return node->kind == FP_NODE_SCALAR && node->scalar == FP_SCALAR_TEXT;
}

static bool is_empty(const FpNode *node)
{
    return is_word(node) && node->text[0] == '\0';
}

/* Reports the error at the node, and frees it. */
static void add_error(const Reading *reading, const FpNode *node, GError *error)
{
    fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL, "%s",
                       error->message);
    g_error_free(error);
}

/* Reports what no answer can be written as; true where it was that. */
static bool refuse_form(const Reading *reading, const FpQuestion *question, const FpNode *node)
{
    if (node->kind == FP_NODE_MAPPING)
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the answer itself, without a key"),
                           _("the answer to question '%s' is no mapping"), question->id);
    else if (is_empty(node))
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the answer, or unknown, or leave the line out"),
                           _("the answer to question '%s' is empty"), question->id);
    else if (node->kind == FP_NODE_SCALAR &&
             (node->scalar == FP_SCALAR_JSON_TRUE || node->scalar == FP_SCALAR_JSON_FALSE))
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the option's id in quotes"),
                           _("true and false are no answer to question '%s'"), question->id);
    else
        return false;
    return true;
}

/* An item of a list, or the answer to a question of one: an option's id and nothing else. */
static bool is_option_form(const Reading *reading, const FpQuestion *question, const FpNode *node)
{
    if (refuse_form(reading, question, node))
        return false;
    if (node->kind == FP_NODE_SCALAR && node->scalar == FP_SCALAR_JSON_NUMBER)
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the option's id in quotes"), _("question '%s' takes no number"),
                           question->id);
    else if (!is_word(node))
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the id of an option"),
                           _("an option of question '%s' was expected here"), question->id);
    else
        return true;
    return false;
}

static bool read_item(const Reading *reading, const FpQuestion *question, const FpNode *node,
                      FpOptionSet *options)
{
    GError *error = NULL;
    if (!is_option_form(reading, question, node))
        return false;
    size_t option = fp_answer_find_option(question, node->text, &error);
    if (option != FP_NONE && fp_answer_add_option(question, option, options, &error))
        return true;
    add_error(reading, node, error);
    return false;
}

static bool read_list(const Reading *reading, const FpQuestion *question, const FpNode *node,
                      FpAnswer *out_answer)
{
    FpAnswer answer = { .kind = FP_ANSWER_OPTIONS };
    bool is_good = node->n_items > 0;
    if (!is_good)
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("list at least one option, or write unknown"),
                           _("the answer to question '%s' is an empty list"), question->id);
    for (size_t i = 0; i < node->n_items; i++)
        is_good &= read_item(reading, question, node->items[i], &answer.options);
    if (is_good)
        *out_answer = answer;
    return is_good;
}

static bool read_many(const Reading *reading, const FpQuestion *question, const FpNode *node,
                      FpAnswer *out_answer)
{
    if (node->kind == FP_NODE_SEQUENCE)
        return read_list(reading, question, node, out_answer);
    if (!is_option_form(reading, question, node))
        return false;
    g_autofree char *shown = fp_shown_id(node->text);
    g_autofree char *mend = g_strdup_printf(_("write %s: [%s]"), question->id, shown);
    fp_diagnostics_add(reading->diagnostics, reading->source, node->place, mend,
                       _("question '%s' takes a list of options"), question->id);
    return false;
}

static bool read_number(const Reading *reading, const FpQuestion *question, const FpNode *node,
                        FpAnswer *out_answer)
{
    GError *error = NULL;
    if (fp_answer_from_number(question, node->text, FP_DECIMAL_EXPONENT, out_answer, &error))
        return true;
    add_error(reading, node, error);
    return false;
}

/* The answer to a question of one, or a number. */
static bool read_single(const Reading *reading, const FpQuestion *question, const FpNode *node,
                        FpAnswer *out_answer)
{
    GError *error = NULL;
    if (node->kind == FP_NODE_SEQUENCE) {
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write the answer without a list"),
                           _("question '%s' takes one answer alone"), question->id);
        return false;
    }
    if (question->type == FP_QUESTION_NUMBER && node->kind == FP_NODE_SCALAR &&
        node->scalar == FP_SCALAR_JSON_NUMBER)
        return read_number(reading, question, node, out_answer);
    if (!is_option_form(reading, question, node))
        return false;
    if (fp_answer_from_word(question, node->text, out_answer, &error))
        return true;
    add_error(reading, node, error);
    return false;
}

static bool is_unknown(const FpNode *node)
{
    if (node->kind != FP_NODE_SCALAR)
        return false;
    return node->scalar == FP_SCALAR_JSON_NULL ||
           (node->scalar == FP_SCALAR_TEXT && g_str_equal(node->text, FP_UNKNOWN));
}

static void read_answer(const Reading *reading, size_t index, const FpNode *node)
{
    const FpQuestion *question = &reading->tree->questions[index];
    FpAnswer answer = { .kind = FP_ANSWER_UNKNOWN };
    if (!is_unknown(node)) {
        bool is_good = question->type == FP_QUESTION_MANY
                           ? read_many(reading, question, node, &answer)
                           : read_single(reading, question, node, &answer);
        if (!is_good)
            return;
    }
    fp_answer_sheet_set(reading->sheet, index, answer);
}

static void add_unknown_question(const Reading *reading, const FpNode *key)
{
    const FpTree *tree = reading->tree;
    g_autofree const char **names = g_new(const char *, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++)
        names[i] = tree->questions[i].id;
    g_autofree char *hint = fp_nearest_hint(key->text, names, tree->n_questions);
    g_autofree char *shown = fp_shown_id(key->text);
    fp_diagnostics_add(reading->diagnostics, reading->source, key->place,
                       *hint == '\0' ? _("leave the line out; 'tree show' lists the questions")
                                     : NULL,
                       _("the tree '%s' has no question '%s'%s"), tree->id, shown, hint);
}

static void read_pair(const Reading *reading, const FpNode *key, const FpNode *value)
{
    size_t question = fp_tree_find_question(reading->tree, key->text);
    if (question == FP_NONE) {
        add_unknown_question(reading, key);
        return;
    }
    if (reading->is_answered[question])
        fp_diagnostics_add(reading->diagnostics, reading->source, key->place,
                           _("leave one of the two out"),
                           _("question '%s' is answered twice, by different names of it"),
                           reading->tree->questions[question].id);
    reading->is_answered[question] = true;
    read_answer(reading, question, value);
}

FpAnswerSheet *fp_sheet_read_answers(const FpTree *tree, FpSource *source, const FpNode *answers,
                                     FpDiagnostics *diagnostics)
{
    g_autoptr(FpAnswerSheet) sheet = fp_answer_sheet_new(tree);
    g_autofree bool *is_answered = g_new0(bool, tree->n_questions);
    Reading reading = { tree, source, diagnostics, is_answered, sheet };
    if (answers->kind != FP_NODE_MAPPING)
        fp_diagnostics_add(diagnostics, source, answers->place,
                           _("write a line QUESTION: ANSWER for each answer, or {} for none"),
                           _("'answers' is no mapping of questions to answers"));
    for (size_t i = 0; answers->kind == FP_NODE_MAPPING && i < answers->n_items; i++)
        read_pair(&reading, answers->keys[i], answers->items[i]);
    return fp_diagnostics_count(diagnostics) == 0 ? g_steal_pointer(&sheet) : NULL;
}

const char *fp_sheet_tree_id(const FpDocument *document)
{
    const FpNode *tree_id = fp_node_get(fp_document_root(document), "tree");
    return tree_id != NULL && is_word(tree_id) && !is_empty(tree_id) ? tree_id->text : NULL;
}

static void check_tree_id(const FpTree *tree, FpSource *source, const FpNode *tree_id,
                          FpDiagnostics *diagnostics)
{
    if (tree_id == NULL)
        return;
    if (!is_word(tree_id) || is_empty(tree_id)) {
        fp_diagnostics_add(diagnostics, source, tree_id->place,
                           _("write the tree's id, or leave the line out"),
                           _("'tree' is no tree's id"));
    } else if (!g_str_equal(tree_id->text, tree->id)) {
        g_autofree char *shown = fp_shown_id(tree_id->text);
        g_autofree char *hint =
            fp_nearest_hint(tree_id->text, (const char *const[]) { tree->id }, 1);
        fp_diagnostics_add(diagnostics, source, tree_id->place,
                           *hint == '\0' ? _("give the sheet's own tree, or change this line")
                                         : NULL,
                           _("the sheet is for tree '%s', not for '%s'%s"), shown, tree->id, hint);
    }
}

static void check_keys(FpSource *source, const FpNode *root, FpDiagnostics *diagnostics)
{
    for (size_t i = 0; i < root->n_items; i++) {
        const char *key = root->keys[i]->text;
        if (g_str_equal(key, "tree") || g_str_equal(key, "answers"))
            continue;
        g_autofree char *hint = fp_nearest_hint(key, sheet_keys, G_N_ELEMENTS(sheet_keys));
        g_autofree char *shown = fp_shown_id(key);
        fp_diagnostics_add(diagnostics, source, root->keys[i]->place,
                           _("a sheet has the keys tree and answers"),
                           _("unknown key '%s' in an answer sheet%s"), shown, hint);
    }
}

FpAnswerSheet *fp_sheet_read(const FpTree *tree, const FpDocument *document,
                             FpDiagnostics *diagnostics)
{
    FpSource *source = fp_document_source(document);
    const FpNode *root = fp_document_root(document);
    if (root->kind != FP_NODE_MAPPING) {
        fp_diagnostics_add(diagnostics, source, root->place,
                           _("begin with a line answers:, the answers under it"),
                           _("an answer sheet is a mapping"));
        return NULL;
    }
    check_keys(source, root, diagnostics);
    check_tree_id(tree, source, fp_node_get(root, "tree"), diagnostics);
    const FpNode *answers = fp_node_get(root, "answers");
    if (answers != NULL)
        return fp_sheet_read_answers(tree, source, answers, diagnostics);
    fp_diagnostics_add(diagnostics, source, root->place, _("write answers: {} for none"),
                       _("missing key 'answers' in an answer sheet"));
    return NULL;
}
