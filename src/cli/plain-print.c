// SPDX-License-Identifier: Apache-2.0
// What plain mode prints. It only grows; foreign text is made printable before it is wrapped.
#include <stdio.h>

#include "fp-brief-render.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "hanging.h"
#include "plain-private.h"

void fp_plain_print_hanging(const FpCliOptions *options, const char *first, const char *text)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    fp_hanging_add(lines, 0, first, text, fp_output_width());
    fp_print(options, lines->str);
}

void fp_plain_print_text(const FpCliOptions *options, const char *text, size_t indent)
{
    g_autofree char *first = g_strnfill(indent, ' ');
    fp_plain_print_hanging(options, first, text);
}

static void print_heading(const FpCliOptions *options, const FpView *view)
{
    g_autofree char *place =
        g_strdup_printf(_("Question %zu of about %zu"), view->position, view->n_applicable);
    g_autofree char *heading =
        view->theme != NULL ? g_strdup_printf("%s: %s", place, view->theme) : g_strdup(place);
    fp_print(options, "\n");
    fp_plain_print_text(options, heading, 0);
}

// What can be typed for it stands before an option: its number, but a range's id, since digits are the
// number asked for.
static char *mark_of_option(const FpView *view, size_t i)
{
    if (view->type == FP_QUESTION_NUMBER)
        return g_strdup_printf("  %s: ", view->options[i].id);
    return g_strdup_printf("%3zu. ", i + 1);
}

static void print_options(const FpCliOptions *options, const FpView *view)
{
    for (size_t i = 0; i < view->n_options; i++) {
        const FpViewOption *option = &view->options[i];
        g_autofree char *mark = mark_of_option(view, i);
        /* Translators: an option that cannot be given together with others. */
        g_autofree char *label = option->is_exclusive
                                     ? g_strdup_printf(_("%s (stands alone)"), option->label)
                                     : g_strdup(option->label);
        fp_plain_print_hanging(options, mark, label);
        if (option->help != NULL)
            fp_plain_print_text(options, option->help, 7);
    }
}

static const FpViewRow *current_row(const FpView *view)
{
    for (size_t i = 0; i < view->n_rows; i++)
        if (view->rows[i].question == view->question)
            return &view->rows[i];
    return NULL;
}

static void print_answer_so_far(const FpCliOptions *options, const FpView *view)
{
    const FpViewRow *row = current_row(view);
    if (row == NULL || row->answer == NULL)
        return;
    g_autofree char *text = g_strdup_printf(_("Answered so far: %s"), row->answer);
    fp_plain_print_text(options, text, 2);
    if (view->note != NULL) {
        g_autofree char *note = g_strdup_printf(_("Note: %s"), view->note);
        fp_plain_print_text(options, note, 2);
    }
}

static void print_question(const FpCliOptions *options, const FpView *view)
{
    print_heading(options, view);
    fp_plain_print_text(options, view->ask, 0);
    if (view->type == FP_QUESTION_NUMBER) {
        g_autofree char *range =
            view->unit != NULL ? g_strdup_printf(_("A number: %s (%s)."), view->range, view->unit)
                               : g_strdup_printf(_("A number: %s."), view->range);
        fp_plain_print_text(options, range, 2);
        fp_plain_print_text(options, _("Or one of these ranges, by the word before it:"), 2);
    }
    print_options(options, view);
    if (view->type == FP_QUESTION_MANY)
        fp_plain_print_text(options,
                            _("Several may hold: type their numbers, with commas or spaces between "
                              "them."),
                            2);
    print_answer_so_far(options, view);
}

static void print_review(const FpCliOptions *options, const FpView *view)
{
    fp_print(options, "\n");
    fp_plain_print_text(options, _("All answers"), 0);
    for (size_t i = 0; i < view->n_rows; i++) {
        const FpViewRow *row = &view->rows[i];
        g_autofree char *number = g_strdup_printf("%3zu. ", i + 1);
        fp_plain_print_hanging(options, number, row->ask);
        g_autofree char *answer =
            row->answer == NULL ? g_strdup(_("still open"))
            : row->state == FP_STATE_RESTING
                ? g_strdup_printf(_("%s (resting: not asked now)"), row->answer)
                : g_strdup(row->answer);
        fp_plain_print_text(options, answer, 7);
        if (row->note != NULL) {
            g_autofree char *note = g_strdup_printf(_("Note: %s"), row->note);
            fp_plain_print_text(options, note, 7);
        }
    }
}

static void print_result(const FpCliOptions *options, const FpView *view)
{
    size_t width = fp_output_width();
    g_autofree char *text = view->shows_whole
                                ? fp_brief_to_text(view->brief, width, options->ascii)
                                : fp_brief_to_short_text(view->brief, width, options->ascii);
    fp_print(options, "\n");
    fp_print(options, text);
}

void fp_plain_print_view(const FpCliOptions *options, const FpView *view)
{
    switch (view->phase) {
    case FP_PHASE_QUESTION:
        print_question(options, view);
        break;
    case FP_PHASE_REVIEW:
        print_review(options, view);
        break;
    case FP_PHASE_RESULT:
        print_result(options, view);
        break;
    }
}

void fp_plain_print_why(const FpCliOptions *options, const FpView *view)
{
    if (view->phase != FP_PHASE_QUESTION || view->why == NULL) {
        fp_plain_print_text(options, _("There is no more to say on this."), 2);
        return;
    }
    fp_plain_print_text(options, view->why, 2);
    for (size_t i = 0; view->why_sources != NULL && view->why_sources[i] != NULL; i++)
        fp_plain_print_hanging(options, "  - ", view->why_sources[i]);
}

// One row, one phase: what can be typed there.
static const char *const help_texts[] = {
    [FP_PHASE_QUESTION] = N_(
        "Type the number of an option or its id; several, separated by spaces or commas, where "
        "more than one may hold; Enter alone keeps the answer that stands there. Also: ? why this "
        "is asked, u I don't know, b the question before, + the next one, c take the answer back, z "
        "undo the last change, n TEXT a note, r all answers, v where it points and what can still win, f "
        "finish where what is open cannot change the path any more, s the recommendation with what is "
        "known now, o I don't know and who finds out by when, q leave; the session can be taken up "
        "again."),
    [FP_PHASE_REVIEW] =
        N_("Type the number of an answer to change it; s shows the recommendation, v where it "
           "points and what can still win, f finishes where what is open cannot change the path "
           "any more, b goes back to the questions, q leaves."),
    [FP_PHASE_RESULT] = N_(
        "Press Enter to leave; e writes it to a file, a shows all of it or the short form again, "
        "d records what was decided, x tells why not another path, v which paths there are and "
        "their points, b goes back to the questions, r lists all answers. Where questions are open "
        "that cannot change the path any more, f finishes the session without them."),
};

void fp_plain_print_help(const FpCliOptions *options, const FpView *view)
{
    fp_plain_print_text(options, _(help_texts[view->phase]), 2);
    bool has_numbers = view->phase == FP_PHASE_QUESTION && view->type != FP_QUESTION_NUMBER;
    for (size_t i = 0; has_numbers && i < view->n_options; i++) {
        g_autofree char *mark = mark_of_option(view, i);
        fp_plain_print_hanging(options, mark, view->options[i].id);
    }
}

// One row, one phase; to finish is offered where it may be done.
static const struct {
    const char *usual, *can_finish;
} prompts[] = {
    [FP_PHASE_QUESTION] = {
        N_("Answer (? why, u don't know, b back, + on, v outlook, h help, q quit): "),
        N_("Answer (f finish, ? why, u don't know, b back, + on, h help, q quit): "),
    },
    [FP_PHASE_REVIEW] = {
        N_("Number to change, s recommendation, v outlook, b back, q quit: "),
        N_("Number to change, f finish, s recommendation, b back, q quit: "),
    },
    [FP_PHASE_RESULT] = {
        N_("Enter to leave, e export, a all of it, d decide, x why not, b back, h help: "),
        N_("Enter to leave, e export, a all of it, f finish, x why not, b back, h help: "),
    },
};

void fp_plain_print_prompt(const FpCliOptions *options, const FpView *view)
{
    fp_print(options, view->outlook.can_finish ? _(prompts[view->phase].can_finish)
                                               : _(prompts[view->phase].usual));
    fp_output_flush();
}
