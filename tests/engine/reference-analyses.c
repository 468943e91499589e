// SPDX-License-Identifier: Apache-2.0
#include "reference-analyses.h"
#include <string.h>

static FpAnswer answer_of(const FpQuestion *question, const RawAnswer *raw)
{
    FpAnswer answer = { .kind = FP_ANSWER_NONE };
    if (raw->kind == RAW_UNKNOWN)
        answer.kind = FP_ANSWER_UNKNOWN;
    for (size_t i = 0; raw->kind == RAW_OPTIONS && i < question->n_options; i++) {
        answer.kind = FP_ANSWER_OPTIONS;
        if (raw->chosen[i])
            answer.options = fp_option_set_union(answer.options, fp_option_set_of(i));
    }
    if (raw->kind == RAW_NUMBER) {
        answer.kind = FP_ANSWER_NUMBER;
        answer.number.millionths = raw->millionths;
        answer.options = fp_option_set_of(fp_question_find_band(question, answer.number));
    }
    return answer;
}

FpAnswerSheet *reference_sheet(const FpTree *tree, const RawAnswer *answers)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(tree);
    for (size_t i = 0; i < tree->n_questions; i++)
        fp_answer_sheet_set(sheet, i, answer_of(&tree->questions[i], &answers[i]));
    return sheet;
}

static bool is_known(const RawAnswer *answer)
{
    return answer->kind == RAW_OPTIONS || answer->kind == RAW_NUMBER;
}

typedef struct {
    const FpTree *tree;
    RawAnswer *answers;
    GArray *completions;
    size_t max;
} Walk;

static void completion_clear(void *data)
{
    ReferenceCompletion *completion = data;
    g_free(completion->answers);
    g_free(completion->is_asked);
}

static void complete(Walk *walk);

/* Every set of the question's options, by the bits of a number, that may stand together. */
static void complete_question(Walk *walk, size_t question)
{
    const FpQuestion *asked = &walk->tree->questions[question];
    RawAnswer was = walk->answers[question], *answer = &walk->answers[question];
    for (size_t bits = 1; bits < (size_t)1 << asked->n_options; bits++) {
        size_t n_chosen = 0;
        bool is_alone = asked->type != FP_QUESTION_MANY;
        *answer = (RawAnswer) { .kind = RAW_OPTIONS };
        for (size_t i = 0; i < asked->n_options; i++) {
            answer->chosen[i] = (bits >> i) & 1;
            n_chosen += answer->chosen[i];
            is_alone |= answer->chosen[i] && asked->options[i].is_exclusive;
        }
        if (n_chosen == 1 || !is_alone)
            complete(walk);
    }
    *answer = was;
}

static void complete(Walk *walk)
{
    const FpTree *tree = walk->tree;
    g_autofree bool *is_asked = g_new0(bool, tree->n_questions);
    reference_applicable(tree, walk->answers, is_asked);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (is_asked[i] && !is_known(&walk->answers[i])) {
            complete_question(walk, i);
            return;
        }
    }
    if (walk->completions->len > walk->max)
        return;
    size_t winner = reference_winner(tree, walk->answers);
    ReferenceCompletion completion = {
        g_memdup2(walk->answers, tree->n_questions * sizeof *walk->answers),
        g_steal_pointer(&is_asked), winner == FP_NONE ? tree->n_outcomes : winner
    };
    g_array_append_val(walk->completions, completion);
}

GArray *reference_completions(const FpTree *tree, const RawAnswer *answers, size_t max)
{
    g_autofree RawAnswer *copy = g_memdup2(answers, tree->n_questions * sizeof *answers);
    Walk walk = { tree, copy, g_array_new(FALSE, FALSE, sizeof(ReferenceCompletion)), max };
    g_array_set_clear_func(walk.completions, completion_clear);
    complete(&walk);
    if (walk.completions->len <= max)
        return walk.completions;
    g_array_unref(walk.completions);
    return NULL;
}

static bool is_same_answer(const RawAnswer *a, const RawAnswer *b)
{
    return a->kind == b->kind && a->millionths == b->millionths &&
           memcmp(a->chosen, b->chosen, sizeof a->chosen) == 0;
}

/* "answer alike all else that both are asked": that is, all but the question. */
static bool differ_by(const FpTree *tree, const ReferenceCompletion *a,
                      const ReferenceCompletion *b, size_t question)
{
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (i != question && a->is_asked[i] && b->is_asked[i] &&
            !is_same_answer(&a->answers[i], &b->answers[i]))
            return false;
    }
    return a->is_asked[question] && b->is_asked[question];
}

static bool can_change(const FpTree *tree, const GArray *completions, size_t question)
{
    for (guint i = 0; i < completions->len; i++) {
        const ReferenceCompletion *a = &g_array_index(completions, ReferenceCompletion, i);
        for (guint j = 0; a->is_asked[question] && j < i; j++) {
            const ReferenceCompletion *b = &g_array_index(completions, ReferenceCompletion, j);
            if (a->winner != b->winner && differ_by(tree, a, b, question))
                return true;
        }
    }
    return false;
}

typedef struct {
    const FpTree *tree;
    const GArray *completions;
    size_t question;
} Telling;

/* On how many completions of those for which `is_of` holds the most frequent winner wins. */
static size_t most_of(const Telling *telling, int asked, int option, int is_chosen)
{
    g_autofree size_t *wins = g_new0(size_t, telling->tree->n_outcomes + 1);
    size_t most = 0;
    for (guint i = 0; i < telling->completions->len; i++) {
        const ReferenceCompletion *one =
            &g_array_index(telling->completions, ReferenceCompletion, i);
        if (one->is_asked[telling->question] != asked)
            continue;
        if (option >= 0 && one->answers[telling->question].chosen[option] != is_chosen)
            continue;
        wins[one->winner]++;
        most = MAX(most, wins[one->winner]);
    }
    return most;
}

/* Some guard, or an effect on points or ruling out, may read or be the option. */
static bool names(const FpGuard *guard, size_t question, size_t option)
{
    if (guard == NULL)
        return false;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (names(&guard->parts[i], question, option))
            return true;
    }
    for (size_t i = 0; i < guard->n_options; i++) {
        if (guard->kind == FP_GUARD_ANSWER && guard->question == question &&
            guard->options[i] == option)
            return true;
    }
    return false;
}

static bool is_weighing(const FpEffect *effect)
{
    return effect->kind != FP_EFFECT_REQUIRE && effect->kind != FP_EFFECT_ADVISE;
}

static bool effects_name(const FpEffects *effects, const FpGuard *guard, size_t question,
                         size_t option)
{
    for (size_t i = 0; i < effects->n; i++) {
        if (is_weighing(&effects->items[i]) &&
            (names(guard, question, option) || names(effects->items[i].when, question, option)))
            return true;
    }
    return false;
}

static bool is_idle(const FpTree *tree, size_t question, size_t option)
{
    const FpEffects *own = &tree->questions[question].options[option].effects;
    bool is_used = tree->questions[question].options[option].n_then > 0;
    for (size_t i = 0; i < own->n; i++)
        is_used |= is_weighing(&own->items[i]);
    is_used |= effects_name(&tree->always, NULL, question, option);
    for (size_t i = 0; i < tree->n_rules; i++)
        is_used |= effects_name(&tree->rules[i].effects, tree->rules[i].when, question, option);
    for (size_t i = 0; i < tree->n_questions; i++) {
        is_used |= names(tree->questions[i].when, question, option);
        for (size_t j = 0; j < tree->questions[i].n_options; j++)
            is_used |= effects_name(&tree->questions[i].options[j].effects, NULL, question, option);
    }
    return !is_used;
}

static size_t worth_of(const Telling *telling)
{
    const FpQuestion *question = &telling->tree->questions[telling->question];
    bool is_many = question->type == FP_QUESTION_MANY;
    size_t sum = 0, best = most_of(telling, true, -1, 0);
    for (int i = 0; i < (int)question->n_options; i++) {
        size_t told = most_of(telling, true, i, true);
        sum += told;
        if (question->options[i].is_exclusive ||
            !is_idle(telling->tree, telling->question, (size_t)i))
            best = MAX(best, told + most_of(telling, true, i, false));
    }
    return (is_many ? best : sum) + most_of(telling, false, -1, 0);
}

size_t *reference_worth_asking(const FpTree *tree, const RawAnswer *answers,
                               const GArray *completions, size_t *out_n)
{
    g_autofree bool *is_asked = g_new0(bool, tree->n_questions);
    size_t *questions = g_new(size_t, tree->n_questions);
    g_autofree size_t *worth = g_new0(size_t, tree->n_questions);
    size_t n = 0;
    reference_applicable(tree, answers, is_asked);
    for (size_t i = 0; i < tree->n_questions; i++) {
        Telling telling = { tree, completions, i };
        size_t place = n;
        if (!is_asked[i] || is_known(&answers[i]) || !can_change(tree, completions, i))
            continue;
        worth[i] = worth_of(&telling);
        for (; place > 0 && worth[questions[place - 1]] < worth[i]; place--)
            questions[place] = questions[place - 1];
        questions[place] = i;
        n++;
    }
    *out_n = n;
    return questions;
}
