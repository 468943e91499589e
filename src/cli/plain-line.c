// SPDX-License-Identifier: Apache-2.0
// What a line of plain mode means, by the phase that the view is in.
#include <string.h>

#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
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
    bool shows_anew;
    const char *says; /* N_(), where it was done; NULL: the wizard says it, or what follows does */
} words[] = {
    { "?", FP_PLAIN_WHY, FP_ACTION_NONE, false, NULL },
    { "h", FP_PLAIN_HELP, FP_ACTION_NONE, false, NULL },
    { "u", FP_PLAIN_ACTIONS, FP_ACTION_UNKNOWN, false, NULL },
    { "b", FP_PLAIN_ACTIONS, FP_ACTION_BACK, false, NULL },
    { "q", FP_PLAIN_ACTIONS, FP_ACTION_QUIT, false, NULL },
    { "r", FP_PLAIN_ACTIONS, FP_ACTION_REVIEW, false, NULL },
    { "s", FP_PLAIN_ACTIONS, FP_ACTION_RESULT, false, NULL },
    { "+", FP_PLAIN_ACTIONS, FP_ACTION_NEXT, false, NULL },
    { "v", FP_PLAIN_OUTLOOK, FP_ACTION_NONE, false, NULL },
    { "f", FP_PLAIN_ACTIONS, FP_ACTION_FINISH, false, NULL },
    { "x", FP_PLAIN_WHY_NOT, FP_ACTION_NONE, false, NULL },
    { "o", FP_PLAIN_ACTIONS, FP_ACTION_FIND_OUT, false, NULL },
    { "c", FP_PLAIN_ACTIONS, FP_ACTION_CLEAR, true, N_("the answer is taken back") },
    { "z", FP_PLAIN_ACTIONS, FP_ACTION_UNDO, true, NULL },
};

// Words at the recommendation alone: elsewhere they may be an option's id.
static const struct {
    const char *word;
    FpActionKind action;
    bool shows_anew;
} result_words[] = {
    { "a", FP_ACTION_WHOLE, true },
    { "d", FP_ACTION_DECIDE, true },
    { "e", FP_ACTION_EXPORT, false },
};

static bool take_result_word(FpPlainLine *line, const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(result_words); i++) {
        if (strcmp(result_words[i].word, text) != 0)
            continue;
        line->kind = FP_PLAIN_ACTIONS;
        add(line, result_words[i].action, 0, NULL);
        line->shows_anew = result_words[i].shows_anew;
        return true;
    }
    return false;
}

static bool take_word(FpPlainLine *line, const FpView *view, const char *text)
{
    if (view->phase == FP_PHASE_RESULT && take_result_word(line, text))
        return true;
    if (strcmp(text, "x") == 0 && view->phase != FP_PHASE_RESULT) {
        refuse(line, g_strdup(_("x tells at the recommendation why not another path; s shows it "
                                "with what is known now")));
        return true;
    }
    if (strcmp(text, "o") == 0 && view->phase == FP_PHASE_RESULT)
        return false; // it is of a question: refused as any word that does nothing here
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (strcmp(words[i].word, text) != 0)
            continue;
        line->kind = words[i].kind;
        if (words[i].action != FP_ACTION_NONE)
            add(line, words[i].action, 0, NULL);
        line->message = words[i].says != NULL ? g_strdup(_(words[i].says)) : NULL;
        line->shows_anew = words[i].shows_anew;
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
    line->message = g_strdup(_("noted; the question is still to be answered"));
    return true;
}

/* ---- Options ---- */

static void refuse_token(FpPlainLine *line, const FpQuestion *question, const char *token)
{
    g_autofree const char **ids = g_new(const char *, question->n_options);
    for (size_t i = 0; i < question->n_options; i++)
        ids[i] = question->options[i].id;
    const char *nearest = fp_nearest(token, ids, question->n_options);
    g_autofree char *shown = fp_error_quote(token);
    if (nearest != NULL)
        refuse(line, g_strdup_printf(
                         /* Translators: the number of an option, and its id. */
                         _("'%s' is none of the options here; did you mean %zu, '%s'?"), shown,
                         fp_question_find_option(question, nearest) + 1, nearest));
    else
        refuse(line, g_strdup_printf(
                         _("'%s' is none of the options here; type a number from 1 to %zu, u if "
                           "you don't know, h for help"),
                         shown, question->n_options));
}

// By its number or its id; FP_NONE after a refusal.
static size_t find_option(FpPlainLine *line, const FpQuestion *question, const char *token)
{
    guint64 number = 0;
    if (g_ascii_string_to_unsigned(token, 10, 1, question->n_options, &number, NULL))
        return number - 1;
    size_t option = fp_question_find_option(question, token);
    if (option == FP_NONE)
        refuse_token(line, question, token);
    return option;
}

// The option that may not stand beside others; FP_NONE: none of them.
static size_t find_exclusive(const FpQuestion *question, FpOptionSet options)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].is_exclusive && fp_option_set_has(options, i))
            return i;
    }
    return FP_NONE;
}

static bool read_options(FpPlainLine *line, const FpQuestion *question, char *const *tokens,
                         FpOptionSet *out_options)
{
    FpOptionSet options = { { 0, 0 } };
    for (size_t i = 0; tokens[i] != NULL; i++) {
        size_t option = find_option(line, question, tokens[i]);
        if (option == FP_NONE)
            return false;
        if (fp_option_set_has(options, option)) {
            refuse(line,
                   g_strdup_printf(_("%zu is there twice; give each option once"), option + 1));
            return false;
        }
        options = fp_option_set_union(options, fp_option_set_of(option));
    }
    *out_options = options;
    return true;
}

static bool check_options(FpPlainLine *line, const FpQuestion *question, FpOptionSet options)
{
    size_t n = fp_option_set_count(options), exclusive = find_exclusive(question, options);
    if (n > 1 && question->type == FP_QUESTION_ONE)
        refuse(line,
               g_strdup_printf(ngettext("one option alone answers this, and %zu is there",
                                        "one option alone answers this, and %zu are there", n),
                               n));
    else if (n > 1 && exclusive != FP_NONE)
        refuse(line, g_strdup_printf(_("%zu stands alone: give it without the others, or leave it "
                                       "out"),
                                     exclusive + 1));
    else
        return true;
    return false;
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

static char **split(const char *text)
{
    g_autoptr(GStrvBuilder) tokens = g_strv_builder_new();
    g_auto(GStrv) parts = g_strsplit_set(text, ", \t", -1);
    for (size_t i = 0; parts[i] != NULL; i++) {
        if (*parts[i] != '\0')
            g_strv_builder_add(tokens, parts[i]);
    }
    return g_strv_builder_end(tokens);
}

static void take_options(FpPlainLine *line, const FpQuestion *question, const FpView *view,
                         const char *text)
{
    g_auto(GStrv) tokens = split(text);
    FpOptionSet options;
    if (tokens[0] == NULL)
        refuse(line, g_strdup(_("no answer yet; type a number, u if you don't know, h for help")));
    else if (!read_options(line, question, tokens, &options) ||
             !check_options(line, question, options))
        return;
    else if (question->type == FP_QUESTION_MANY)
        tick(line, view, options);
    else
        add(line, FP_ACTION_PICK, fp_option_set_first(options), NULL);
}

/* ---- Numbers ---- */

static void refuse_no_number(FpPlainLine *line, const FpView *view, const char *text)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    g_autofree char *shown = fp_error_quote(text);
    for (size_t i = 0; i < view->n_options; i++)
        g_string_append_printf(ids, "%s%s", i == 0 ? "" : ", ", view->options[i].id);
    /* Translators: what was typed; "from 1 to 24"; the ids of the ranges. */
    refuse(line, g_strdup_printf(_("'%s' is no number; type one, %s, or the word of a range: %s"),
                                 shown, view->range, ids->str));
}

// A number is judged by the wizard, which knows how people write them; a range by its id.
static void take_number(FpPlainLine *line, const FpQuestion *question, const FpView *view,
                        const char *text)
{
    size_t band = fp_question_find_option(question, text);
    if (band != FP_NONE)
        add(line, FP_ACTION_PICK, band, NULL);
    else if (*text == '\0')
        refuse(line, g_strdup(_("no answer yet; type a number, u if you don't know, h for help")));
    else if (strpbrk(text, "0123456789") == NULL)
        refuse_no_number(line, view, text);
    else
        type_number(line, text);
}

static bool has_answer(const FpView *view)
{
    return view->state == FP_STATE_ANSWERED || view->state == FP_STATE_UNKNOWN;
}

static void take_answer(FpPlainLine *line, const FpTree *tree, const FpView *view, const char *text)
{
    const FpQuestion *question = &tree->questions[view->question];
    if (*text == '\0' && has_answer(view))
        add(line, FP_ACTION_NEXT, 0, NULL);
    else if (strcmp(text, "unknown") == 0)
        add(line, FP_ACTION_UNKNOWN, 0, NULL);
    else if (question->type == FP_QUESTION_NUMBER)
        take_number(line, question, view, text);
    else
        take_options(line, question, view, text);
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
    else if (take_word(line, view, text))
        return line;
    else if (view->phase == FP_PHASE_QUESTION)
        take_answer(line, tree, view, text);
    else if (view->phase == FP_PHASE_REVIEW)
        take_row(line, view, text);
    else
        refuse(line,
               g_strdup(_(
                   "press Enter to leave; e writes it to a file, a shows all of it, d records what "
                   "was decided, x tells why not another path, b goes back, r lists all answers")));
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
