// SPDX-License-Identifier: Apache-2.0
// Takes answers from a complete sheet as long as the outcome stays, then tries all sheets of fewer
// answers, the fewest first, while the budget lasts.
#include "audit-private.h"
#include "winner-private.h"
#include <string.h>

#define SETS_MAX 256 /* sets of one question of many that are tried */

typedef struct {
    FpAuditing *auditing;
    FpWinnerFinder *finder;
    FpBudget budget;
    size_t wanted;    /* FP_NONE: no path */
    GArray **answers; /* one a question, of FpOptionSet: those that can have any consequence */
    bool is_all;      /* answers holds all of them */
} Shortening;

static bool is_wanted(Shortening *shortening)
{
    return fp_winner_find(shortening->finder) == shortening->wanted;
}

/* ---- Taking answers away ---- */

static size_t take_away(Shortening *shortening)
{
    FpOptionSet none = { { 0, 0 } };
    size_t n_left = 0;
    for (size_t i = shortening->auditing->tree->n_questions; i > 0; i--) {
        FpOptionSet was = shortening->finder->said[i - 1];
        shortening->finder->said[i - 1] = none;
        if (fp_option_set_is_empty(was) || is_wanted(shortening))
            continue;
        shortening->finder->said[i - 1] = was;
        n_left++;
    }
    return n_left;
}

/* ---- Trying all with few answers ---- */

static void add_sets(Shortening *shortening, size_t question, FpOptionSet from)
{
    size_t options[FP_OPTIONS_MAX], n = 0;
    for (size_t i = 0; i < FP_OPTIONS_MAX; i++) {
        if (fp_option_set_has(from, i))
            options[n++] = i;
    }
    bool is_few = n < 16 && ((size_t)1 << n) <= SETS_MAX;
    shortening->is_all &= is_few;
    for (size_t bits = 1; bits < ((size_t)1 << MIN(n, 16)); bits++) {
        FpOptionSet set = { { 0, 0 } };
        bool is_single = (bits & (bits - 1)) == 0;
        for (size_t i = 0; i < n && i < 16; i++) {
            if ((bits >> i) & 1)
                set = fp_option_set_union(set, fp_option_set_of(options[i]));
        }
        if (is_few || is_single)
            g_array_append_val(shortening->answers[question], set);
    }
}

static void list_answers(Shortening *shortening, size_t question)
{
    const FpTree *tree = shortening->auditing->tree;
    const FpQuestion *asked = &tree->questions[question];
    FpOptionSet together = { { 0, 0 } };
    shortening->answers[question] = g_array_new(FALSE, FALSE, sizeof(FpOptionSet));
    for (size_t i = 0; i < asked->n_options; i++) {
        FpOptionSet set = fp_option_set_of(i);
        if (!fp_audit_has_consequence(shortening->auditing, question, i))
            continue;
        if (asked->type != FP_QUESTION_MANY || asked->options[i].is_exclusive)
            g_array_append_val(shortening->answers[question], set);
        else
            together = fp_option_set_union(together, set);
    }
    add_sets(shortening, question, together);
}

typedef enum { FOUND, NOT_FOUND, STOPPED } Found;

/* Gives n answers more, to questions from one on. Recursion is as deep as there are answers. */
static Found try_answers(Shortening *shortening, size_t from, size_t n)
{
    FpOptionSet none = { { 0, 0 } };
    if (n == 0) {
        if (!fp_budget_take(&shortening->budget, shortening->finder->work))
            return STOPPED;
        return is_wanted(shortening) ? FOUND : NOT_FOUND;
    }
    FpOptionSet *said = shortening->finder->said;
    for (size_t i = from; i < shortening->auditing->tree->n_questions; i++) {
        bool is_led_to = fp_question_is_led_to(&shortening->auditing->compiled->questions[i], said);
        for (guint j = 0; is_led_to && j < shortening->answers[i]->len; j++) {
            said[i] = g_array_index(shortening->answers[i], FpOptionSet, j);
            Found found = try_answers(shortening, i + 1, n - 1);
            if (found != NOT_FOUND)
                return found;
        }
        said[i] = none;
    }
    return NOT_FOUND;
}

static Found try_fewer(Shortening *shortening, size_t n_answers)
{
    size_t n_questions = shortening->auditing->tree->n_questions;
    for (size_t n = 0; n < n_answers; n++) {
        memset(shortening->finder->said, 0, n_questions * sizeof *shortening->finder->said);
        Found found = try_answers(shortening, 0, n);
        if (found != NOT_FOUND)
            return found;
    }
    return NOT_FOUND;
}

static FpAnswerSheet *make_sheet(const Shortening *shortening)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(shortening->auditing->tree);
    for (size_t i = 0; i < shortening->auditing->tree->n_questions; i++) {
        FpOptionSet said = shortening->finder->said[i];
        if (!fp_option_set_is_empty(said))
            fp_answer_sheet_set(sheet, i,
                                (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = said });
    }
    return sheet;
}

FpAnswerSheet *fp_audit_shorten(FpAuditing *auditing, size_t outcome, const FpAnswerSheet *complete,
                                bool *out_is_shortest)
{
    size_t n_questions = auditing->tree->n_questions;
    g_autoptr(FpWinnerFinder) finder = fp_winner_finder_new(auditing->compiled, complete);
    Shortening shortening = { auditing, finder, fp_audit_lend(auditing), outcome, NULL, true };
    uint64_t kept = shortening.budget.work_left / 10 * 9; // a shorter sheet is worth a tenth of it
    shortening.budget.work_left -= kept;
    shortening.answers = g_new(GArray *, n_questions + 1);
    for (size_t i = 0; i < n_questions; i++)
        list_answers(&shortening, i);
    size_t n_answers = take_away(&shortening);
    FpAnswerSheet *sheet = make_sheet(&shortening);
    Found found = try_fewer(&shortening, n_answers);
    if (found == FOUND) {
        fp_answer_sheet_free(sheet);
        sheet = make_sheet(&shortening);
    }
    *out_is_shortest = found != STOPPED && shortening.is_all;
    shortening.budget.work_left += kept;
    fp_audit_give_back(auditing, &shortening.budget);
    for (size_t i = 0; i < n_questions; i++)
        g_array_unref(shortening.answers[i]);
    g_free(shortening.answers);
    return sheet;
}
