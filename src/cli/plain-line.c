// SPDX-License-Identifier: Apache-2.0
// What a line of plain mode means, by the phase that the view is in.
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "plain-private.h"

static void add(FpPlainLine *line, FpActionKind kind, size_t index, const char *text)
{
    FpAction action = { .kind = kind, .index = index };
    if (text != NULL) {
        g_ptr_array_add(line->texts, g_strdup(text));
        action.text = line->texts->pdata[line->texts->len - 1];
    }
    g_array_append_val(line->actions, action);
}

static void refuse(FpPlainLine *line, char *message)
{
    line->kind = FP_PLAIN_REFUSED;
    line->message = message;
}

// One row, one word that is a command; a word that is an option's id or number is looked up after it.
static const struct {
    const char *word;
    FpPlainKind kind;
    FpActionKind action;
} words[] = {
    { "?", FP_PLAIN_WHY, FP_ACTION_NONE },        { "h", FP_PLAIN_HELP, FP_ACTION_NONE },
    { "u", FP_PLAIN_ACTIONS, FP_ACTION_UNKNOWN }, { "b", FP_PLAIN_ACTIONS, FP_ACTION_BACK },
    { "q", FP_PLAIN_ACTIONS, FP_ACTION_QUIT },    { "r", FP_PLAIN_ACTIONS, FP_ACTION_REVIEW },
    { "s", FP_PLAIN_ACTIONS, FP_ACTION_RESULT },  { "c", FP_PLAIN_ACTIONS, FP_ACTION_CLEAR },
    { "z", FP_PLAIN_ACTIONS, FP_ACTION_UNDO },    { "+", FP_PLAIN_ACTIONS, FP_ACTION_NEXT },
};

static bool take_word(FpPlainLine *line, const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(words[i].word, text) != 0)
            continue;
        line->kind = words[i].kind;
        if (words[i].action != FP_ACTION_NONE)
            add(line, words[i].action, 0, NULL);
        return true;
    }
    return false;
}

static bool take_note(FpPlainLine *line, const char *text)
{
    if (text[0] != 'n' || (text[1] != ' ' && text[1] != '\0'))
        return false;
    if (text[1] == '\0') {
        refuse(line, g_strdup(_("write the note after it: n TEXT")));
        return true;
    }
    add(line, FP_ACTION_NOTE, 0, NULL);
    add(line, FP_ACTION_CLEAR, 0, NULL);
    add(line, FP_ACTION_TYPE, 0, text + 2);
    add(line, FP_ACTION_ACCEPT, 0, NULL);
    return true;
}

// "2" stands for the second option's id; other words stay as they are, to be looked up as ids.
static const char *id_of_token(const FpQuestion *question, const char *token)
{
    guint64 number = 0;
    bool is_number = g_ascii_string_to_unsigned(token, 10, 1, question->n_options, &number, NULL);
    return is_number ? question->options[number - 1].id : token;
}

static GPtrArray *split_answer(const FpQuestion *question, const char *text)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) tokens = g_strsplit_set(text, ", \t", -1);
    for (size_t i = 0; tokens[i] != NULL; i++) {
        if (*tokens[i] == '\0')
            continue;
        bool is_value = question->type == FP_QUESTION_NUMBER;
        g_ptr_array_add(ids, g_strdup(is_value ? tokens[i] : id_of_token(question, tokens[i])));
    }
    return ids;
}

// Ticks exactly the wanted options. Unticks first: ticking an exclusive one would untick others itself.
static void tick(FpPlainLine *line, const FpView *view, FpOptionSet wanted)
{
    for (size_t i = 0; i < view->n_options; i++)
        if (view->options[i].is_chosen && !fp_option_set_has(wanted, i))
            add(line, FP_ACTION_PICK, i, NULL);
    for (size_t i = 0; i < view->n_options; i++)
        if (!view->options[i].is_chosen && fp_option_set_has(wanted, i))
            add(line, FP_ACTION_PICK, i, NULL);
    add(line, FP_ACTION_ACCEPT, 0, NULL);
}

static void type_number(FpPlainLine *line, const char *number)
{
    add(line, FP_ACTION_HOME, 0, NULL);
    add(line, FP_ACTION_ERASE_TO_END, 0, NULL);
    add(line, FP_ACTION_TYPE, 0, number);
    add(line, FP_ACTION_ACCEPT, 0, NULL);
}

static void take_answer(FpPlainLine *line, const FpTree *tree, const FpView *view, const char *text)
{
    const FpQuestion *question = &tree->questions[view->question];
    g_autoptr(GPtrArray) ids = split_answer(question, text);
    if (ids->len == 0) {
        refuse(line, g_strdup(_("no answer yet; type a number or an id, u if you don't know, h for "
                                "help")));
        return;
    }
    FpAnswer answer;
    g_autoptr(GError) error = NULL;
    if (!fp_answer_from_ids(question, (const char *const *)ids->pdata, ids->len, &answer, &error)) {
        refuse(line, g_strdup(error->message));
        return;
    }
    if (answer.kind == FP_ANSWER_UNKNOWN)
        add(line, FP_ACTION_UNKNOWN, 0, NULL);
    else if (answer.kind == FP_ANSWER_NUMBER)
        type_number(line, ids->pdata[0]);
    else if (question->type == FP_QUESTION_MANY)
        tick(line, view, answer.options);
    else
        add(line, FP_ACTION_PICK, fp_option_set_first(answer.options), NULL);
}

static void take_row(FpPlainLine *line, const FpView *view, const char *text)
{
    guint64 number = 0;
    if (g_ascii_string_to_unsigned(text, 10, 1, view->n_rows, &number, NULL))
        add(line, FP_ACTION_GO_TO, view->rows[number - 1].question, NULL);
    else
        refuse(line, g_strdup(_("type the number of an answer to change it, s for the "
                                "recommendation, b to go back, q to leave")));
}

FpPlainLine *fp_plain_line_new(const FpTree *tree, const FpView *view, const char *text)
{
    FpPlainLine *line = g_new0(FpPlainLine, 1);
    line->actions = g_array_new(FALSE, FALSE, sizeof(FpAction));
    line->texts = g_ptr_array_new_with_free_func(g_free);
    if (view->phase == FP_PHASE_RESULT && (*text == '\0' || strcmp(text, "u") == 0))
        add(line, FP_ACTION_QUIT, 0, NULL);
    else if (view->phase == FP_PHASE_QUESTION && take_note(line, text))
        return line;
    else if (take_word(line, text))
        return line;
    else if (view->phase == FP_PHASE_QUESTION)
        take_answer(line, tree, view, text);
    else if (view->phase == FP_PHASE_REVIEW)
        take_row(line, view, text);
    else
        refuse(line, g_strdup(_("press Enter to leave; b goes back, r lists all answers")));
    return line;
}

void fp_plain_line_free(FpPlainLine *line)
{
    if (line == NULL)
        return;
    g_array_unref(line->actions);
    g_ptr_array_unref(line->texts);
    g_free(line->message);
    g_free(line);
}
