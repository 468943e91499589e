// SPDX-License-Identifier: Apache-2.0
// Sheets by a fixed sequence of numbers, the same on every run. Each shows what it shows; nothing is
// concluded from what none of them shows. For an effect that matters on few sheets, sheets are sought
// on which it fires and what it can tip is nearly level.
#include "audit-private.h"
#include "winner-private.h"
#include <string.h>

#define TRIES_MAX 4000 /* sheets in all */
#define IDLE_MAX  400  /* sheets in a row that showed nothing new */
#define RESTARTS  10   /* for one effect */
#define STEPS_MAX 3000 /* from each */
#define NOTHING   ((What) { FP_NONE, FP_NONE, FP_NONE, FP_NONE })

/* What is left out of a sheet's evaluation, or answered otherwise; FP_NONE: nothing. */
typedef struct {
    size_t effect;
    size_t question, option; /* an option that is not seen */
    size_t answer;           /* of `question` instead of what is said */
} What;

typedef struct {
    size_t winner;
    int64_t margin;   /* -1 where there is none */
    bool *is_out;     /* one an outcome */
    bool *conditions; /* one a condition */
} Decision;

typedef struct {
    FpAuditing *auditing;
    const FpCompiledTree *compiled;
    uint64_t state; /* of the sequence */
    FpOptionSet *said, *in_force;
    bool *is_asked, *fires; /* one a question; one an effect */
    int64_t *scores;
    int *points;
    Decision whole, part;
    bool is_new;              /* the sheet has shown something */
    uint64_t work, work_left; /* of one decision; for all */
} Trying;

/* splitmix64, public domain: Sebastiano Vigna. */
static uint64_t next_number(Trying *trying)
{
    uint64_t z = (trying->state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static size_t below(Trying *trying, size_t end)
{
    return (size_t)(next_number(trying) % end);
}

static FpOptionSet say(Trying *trying, size_t question)
{
    const FpQuestion *asked = &trying->compiled->tree->questions[question];
    FpOptionSet exclusive = trying->compiled->questions[question].exclusive;
    size_t option = below(trying, asked->n_options);
    FpOptionSet set = fp_option_set_of(option);
    if (asked->type != FP_QUESTION_MANY || fp_option_set_has(exclusive, option))
        return set;
    FpOptionSet more = { { next_number(trying), next_number(trying) } };
    if (below(trying, 2) == 0) // few options as often as many
        more = (FpOptionSet) { { more.words[0] & next_number(trying),
                                 more.words[1] & next_number(trying) } };
    FpOptionSet all = fp_option_set_minus(trying->compiled->questions[question].all, exclusive);
    more = fp_option_set_minus(all, more);
    return fp_option_set_union(set, more);
}

static void find_in_force(Trying *trying, What what)
{
    for (size_t i = 0; i < trying->compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &trying->compiled->questions[i];
        FpOptionSet said = trying->said[i];
        if (i == what.question && what.answer != FP_NONE)
            said = fp_option_set_of(what.answer);
        if (i == what.question && what.option != FP_NONE)
            said = fp_option_set_minus(said, fp_option_set_of(what.option));
        trying->is_asked[i] = fp_question_is_asked(question, trying->in_force);
        trying->in_force[i] = trying->is_asked[i] ? said : (FpOptionSet) { { 0, 0 } };
    }
}

static void find_winner(const Trying *trying, Decision *decision)
{
    const FpTree *tree = trying->compiled->tree;
    bool has_second = false;
    int64_t second = 0;
    decision->winner = FP_NONE;
    for (size_t i = 0; i < tree->n_outcomes; i++) {
        size_t outcome = tree->prefer[i];
        int64_t score = trying->scores[outcome];
        if (decision->is_out[outcome])
            continue;
        if (decision->winner == FP_NONE || score > trying->scores[decision->winner]) {
            has_second = decision->winner != FP_NONE;
            second = has_second ? trying->scores[decision->winner] : 0;
            decision->winner = outcome;
        } else if (!has_second || score > second) {
            has_second = true;
            second = score;
        }
    }
    decision->margin = has_second ? trying->scores[decision->winner] - second : -1;
}

static void find_conditions(const Trying *trying, Decision *decision)
{
    const FpCompiledTree *compiled = trying->compiled;
    memset(decision->conditions, 0, compiled->n_conditions * sizeof *decision->conditions);
    for (size_t i = 0; decision->winner != FP_NONE && i < compiled->n_effects; i++) {
        const FpCompiledEffect *effect = &compiled->effects[i];
        if (trying->fires[i] && effect->condition != FP_NONE &&
            fp_effect_covers(effect->effect, decision->winner))
            decision->conditions[effect->condition] = true;
    }
}

static void decide(Trying *trying, What what, Decision *decision)
{
    const FpCompiledTree *compiled = trying->compiled;
    size_t n_outcomes = compiled->tree->n_outcomes;
    trying->work_left -= MIN(trying->work, trying->work_left);
    if (what.effect == FP_NONE)
        find_in_force(trying, what);
    memset(trying->scores, 0, n_outcomes * sizeof *trying->scores);
    memset(trying->points, 0, compiled->n_groups * sizeof *trying->points);
    memset(decision->is_out, 0, n_outcomes * sizeof *decision->is_out);
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        size_t first = (size_t)(block->effects - compiled->effects);
        bool is_live = fp_effect_block_is_live(block, trying->in_force);
        for (size_t j = 0; j < block->n_effects; j++) {
            bool fires = is_live && first + j != what.effect &&
                         fp_guard_holds(block->effects[j].when, trying->in_force);
            trying->fires[first + j] = fires;
            if (fires && fp_effect_bears_on_winner(block->effects[j].effect))
                fp_effect_fire(&block->effects[j], trying->scores, trying->points,
                               decision->is_out);
        }
    }
    find_winner(trying, decision);
    find_conditions(trying, decision);
}

static bool is_decided_alike(const Trying *trying)
{
    const Decision *a = &trying->whole, *b = &trying->part;
    return a->winner == b->winner &&
           memcmp(a->is_out, b->is_out, trying->compiled->tree->n_outcomes * sizeof *a->is_out) ==
               0 &&
           memcmp(a->conditions, b->conditions,
                  trying->compiled->n_conditions * sizeof *a->conditions) == 0;
}

static void show(Trying *trying, bool *known, bool now)
{
    trying->is_new |= now && !*known;
    *known |= now;
}

static void weigh_without(Trying *trying, What what, FpWeight *weight)
{
    if (weight->matters)
        return;
    decide(trying, what, &trying->part);
    bool is_alike = is_decided_alike(trying);
    show(trying, &weight->matters, !is_alike);
    show(trying, &weight->moves_margin, is_alike && trying->part.margin != trying->whole.margin);
}

/* ---- What the sheet as it stands shows ---- */

static FpAnswerSheet *make_sheet(const Trying *trying)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(trying->compiled->tree);
    for (size_t i = 0; i < trying->compiled->tree->n_questions; i++) {
        if (trying->is_asked[i])
            fp_answer_sheet_set(
                sheet, i, (FpAnswer) { .kind = FP_ANSWER_OPTIONS, .options = trying->said[i] });
    }
    return sheet;
}

static void show_count(Trying *trying, FpAuditCount *count)
{
    if (count->exists == FP_EXISTS_YES)
        return;
    count->exists = FP_EXISTS_YES;
    count->witness = make_sheet(trying);
    trying->is_new = true;
}

static void look_at_decision(Trying *trying)
{
    FpAuditing *auditing = trying->auditing;
    const Decision *whole = &trying->whole;
    size_t slot = MIN(whole->winner, trying->compiled->tree->n_outcomes);
    show_count(trying, &auditing->outcomes[slot].count);
    if (whole->margin == 0)
        show_count(trying, &auditing->ties);
    if (whole->margin >= 0 && whole->margin <= trying->compiled->tree->close_call)
        show_count(trying, &auditing->close_calls);
}

static void look_at_guards(Trying *trying)
{
    FpAuditing *auditing = trying->auditing;
    const FpCompiledTree *compiled = trying->compiled;
    for (size_t i = 0; i < compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &compiled->questions[i];
        FpQuestionShown *shown = &auditing->questions[i];
        bool is_read = fp_question_is_led_to(question, trying->in_force);
        show(trying, &shown->when.is_met, trying->is_asked[i]);
        show(trying, &shown->when.is_unmet, is_read && !trying->is_asked[i]);
    }
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        size_t first = (size_t)(block->effects - compiled->effects);
        bool is_live = fp_effect_block_is_live(block, trying->in_force);
        if (block->origin.rule != FP_NONE) {
            show(trying, &auditing->rules[block->origin.rule].is_met, is_live);
            show(trying, &auditing->rules[block->origin.rule].is_unmet, !is_live);
        }
        for (size_t j = 0; is_live && j < block->n_effects; j++) {
            FpShown *when = &auditing->effects[first + j].when;
            show(trying, &when->is_met, trying->fires[first + j]);
            show(trying, &when->is_unmet, !trying->fires[first + j]);
        }
    }
}

/* ---- What it shows of its parts ---- */

static void look_at_effects(Trying *trying)
{
    size_t n = trying->compiled->n_effects;
    g_autofree bool *has_fired = g_memdup2(trying->fires, n * sizeof *has_fired);
    for (size_t i = 0; i < n; i++) {
        What what = NOTHING;
        what.effect = i;
        if (has_fired[i])
            weigh_without(trying, what, &trying->auditing->effects[i].weight);
    }
}

static void look_at_options(Trying *trying, size_t question)
{
    FpQuestionShown *shown = &trying->auditing->questions[question];
    FpOptionSet left = trying->said[question];
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        What what = { FP_NONE, question, i, FP_NONE };
        left = fp_option_set_minus(left, fp_option_set_of(i));
        weigh_without(trying, what, &shown->options[i]);
    }
}

/* Whether another answer changes anything. */
static void look_at_answers(Trying *trying, size_t question)
{
    FpQuestionShown *shown = &trying->auditing->questions[question];
    const FpQuestion *asked = &trying->compiled->tree->questions[question];
    for (size_t i = 0; asked->type != FP_QUESTION_MANY && i < asked->n_options; i++) {
        What what = { FP_NONE, question, FP_NONE, i };
        if (!fp_option_set_has(trying->said[question], i))
            weigh_without(trying, what, &shown->whole);
    }
}

static uint64_t work_of(const FpCompiledTree *compiled)
{
    return compiled->tree->n_questions + 2 * compiled->n_effects + compiled->tree->n_outcomes;
}

static void try_sheet(Trying *trying)
{
    size_t n_questions = trying->compiled->tree->n_questions;
    g_autofree bool *was_asked = g_new(bool, n_questions + 1);
    for (size_t i = 0; i < n_questions; i++)
        trying->said[i] = say(trying, i);
    decide(trying, NOTHING, &trying->whole);
    memcpy(was_asked, trying->is_asked, n_questions * sizeof *was_asked);
    look_at_decision(trying);
    look_at_guards(trying);
    look_at_effects(trying);
    for (size_t i = 0; i < n_questions; i++) {
        if (was_asked[i]) {
            look_at_options(trying, i);
            look_at_answers(trying, i);
        }
    }
}

static Decision decision_new(const FpCompiledTree *compiled)
{
    return (Decision) { .is_out = g_new0(bool, compiled->tree->n_outcomes),
                        .conditions = g_new0(bool, compiled->n_conditions + 1) };
}

static void decision_clear(Decision *decision)
{
    g_free(decision->is_out);
    g_free(decision->conditions);
}

/* share: of the audit's work that may be spent. */
static Trying begin(FpAuditing *auditing, uint64_t share)
{
    const FpCompiledTree *compiled = auditing->compiled;
    size_t n_questions = compiled->tree->n_questions;
    return (Trying) { .auditing = auditing,
                      .compiled = compiled,
                      .state = 1,
                      .said = g_new0(FpOptionSet, n_questions + 1),
                      .in_force = g_new0(FpOptionSet, n_questions + 1),
                      .is_asked = g_new0(bool, n_questions + 1),
                      .fires = g_new0(bool, compiled->n_effects + 1),
                      .scores = g_new0(int64_t, compiled->tree->n_outcomes),
                      .points = g_new0(int, compiled->n_groups + 1),
                      .whole = decision_new(compiled),
                      .part = decision_new(compiled),
                      .work = work_of(compiled),
                      .work_left = share };
}

static void end(Trying *trying, uint64_t share)
{
    trying->auditing->limits.work -= share - trying->work_left;
    g_free(trying->said);
    g_free(trying->in_force);
    g_free(trying->is_asked);
    g_free(trying->fires);
    g_free(trying->scores);
    g_free(trying->points);
    decision_clear(&trying->whole);
    decision_clear(&trying->part);
}

static bool has_time(const Trying *trying)
{
    const atomic_bool *cancel = trying->auditing->limits.cancel;
    return trying->work_left > 0 && (cancel == NULL || !atomic_load(cancel));
}

void fp_audit_try_sheets(FpAuditing *auditing)
{
    uint64_t share = auditing->limits.work / 8;
    Trying trying = begin(auditing, share);
    for (int i = 0, idle = 0; i < TRIES_MAX && idle < IDLE_MAX && has_time(&trying); i++, idle++) {
        trying.is_new = false;
        try_sheet(&trying);
        if (trying.is_new)
            idle = 0;
    }
    end(&trying, share);
}

/* ---- One effect ---- */

/* How far the best outcome that the effect is on stands from the best that it is not on. */
static int64_t distance(const Trying *trying, const FpEffect *effect)
{
    int64_t best[2] = { INT32_MIN, INT32_MIN };
    for (size_t i = 0; i < trying->compiled->tree->n_outcomes; i++) {
        int64_t *of = &best[fp_effect_covers(effect, i)];
        if (!trying->whole.is_out[i])
            *of = MAX(*of, trying->scores[i]);
    }
    return best[0] > best[1] ? best[0] - best[1] : best[1] - best[0];
}

/* Changes one answer at a time as long as the two come nearer to each other. */
static void come_near(Trying *trying, const bool *is_fixed, size_t effect, What what,
                      FpWeight *weight)
{
    const FpEffect *of = trying->compiled->effects[effect].effect;
    size_t n_questions = trying->compiled->tree->n_questions;
    int64_t now = INT64_MAX;
    for (size_t i = 0; i < STEPS_MAX && !weight->matters && has_time(trying); i++) {
        size_t question = below(trying, n_questions);
        FpOptionSet was = trying->said[question];
        if (!is_fixed[question])
            trying->said[question] = say(trying, question);
        decide(trying, NOTHING, &trying->whole);
        int64_t then = distance(trying, of);
        bool fires = trying->fires[effect];
        if (fires && then <= 2 * trying->compiled->effects[effect].points)
            weigh_without(trying, what, weight);
        // Once level, it may move about: an exact tie may be on the wrong side.
        if (!fires || then > MAX(now, trying->compiled->effects[effect].points))
            trying->said[question] = was;
        else
            now = then;
    }
}

void fp_audit_try_effect(FpAuditing *auditing, size_t effect, const FpAnswerSheet *firing,
                         const bool *is_fixed, bool whole_option, FpWeight *weight)
{
    FpOrigin origin = auditing->compiled->effects[effect].origin;
    uint64_t share = auditing->limits.work / 20;
    Trying trying = begin(auditing, share);
    What what = NOTHING;
    if (whole_option) {
        what.question = origin.question;
        what.option = origin.option;
    } else {
        what.effect = effect;
    }
    for (int i = 0; i < RESTARTS && !weight->matters && has_time(&trying); i++) {
        for (size_t j = 0; j < auditing->tree->n_questions; j++) {
            FpOptionSet known = fp_answer_sheet_get(firing, j)->options;
            bool keeps = is_fixed[j] && !fp_option_set_is_empty(known);
            trying.said[j] = keeps ? known : say(&trying, j);
        }
        come_near(&trying, is_fixed, effect, what, weight);
    }
    end(&trying, share);
}
