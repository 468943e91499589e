// SPDX-License-Identifier: Apache-2.0
#include "failed-states-private.h"
#include "search-private.h"
#include <stdlib.h>

/* A settled value as it was. */
typedef struct {
    int64_t *value;
    int64_t was;
} Undo;

static int compare_late(const void *a, const void *b)
{
    const FpLateEffect *one = a, *other = b;
    if (one->effect->ready != other->effect->ready)
        return one->effect->ready < other->effect->ready ? -1 : 1;
    return one->effect < other->effect ? -1 : one->effect > other->effect;
}

static void collect_late(FpSearch *search)
{
    const FpCompiledTree *compiled = search->compiled;
    size_t n_questions = compiled->tree->n_questions;
    search->late = g_new(FpLateEffect, compiled->n_effects);
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        for (size_t j = 0; j < block->n_effects; j++) {
            if (block->effects[j].readiness == FP_READY_LATE &&
                search->goal->is_relevant(search, block->effects[j].effect))
                search->late[search->n_late++] = (FpLateEffect) { &block->effects[j], block };
        }
    }
    if (search->n_late > 0)
        qsort(search->late, search->n_late, sizeof *search->late, compare_late);
    search->first_late = g_new(size_t, n_questions + 2);
    for (size_t i = 0, late = 0; i <= n_questions + 1; i++) {
        search->first_late[i] = late;
        while (late < search->n_late && search->late[late].effect->ready == i)
            late++;
    }
}

static uint64_t work_of_effect(const FpCompiledEffect *effect)
{
    return 1 + effect->effect->n_outcomes + (effect->when == NULL ? 0 : effect->when->n_nodes);
}

static uint64_t work_of_question(const FpCompiledTree *compiled, size_t question)
{
    const FpCompiledQuestion *asked = &compiled->questions[question];
    uint64_t work = 1 + (asked->when == NULL ? 0 : asked->when->n_nodes);
    for (size_t i = 0; i < compiled->tree->questions[question].n_options; i++) {
        work += 1 + compiled->tree->n_outcomes;
        const FpEffectBlock *block = fp_block_of_option(compiled, question, i);
        for (size_t j = 0; block != NULL && j < block->n_effects; j++)
            work += work_of_effect(&block->effects[j]);
    }
    return work;
}

static void measure_work(FpSearch *search)
{
    size_t n_questions = search->compiled->tree->n_questions;
    search->work_from = g_new(uint64_t, n_questions + 1);
    search->work_from[n_questions] =
        1 + search->compiled->n_groups + search->compiled->tree->n_outcomes;
    for (size_t i = 0; i < search->n_late; i++) {
        const FpLateEffect *late = &search->late[i];
        search->work_from[n_questions] +=
            work_of_effect(late->effect) +
            (late->block->guard == NULL ? 0 : late->block->guard->n_nodes);
    }
    for (size_t i = n_questions; i > 0; i--)
        search->work_from[i - 1] = search->work_from[i] + work_of_question(search->compiled, i - 1);
}

FpSearch *fp_search_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet,
                        const FpGoal *goal, size_t outcome, FpBudget *budget)
{
    const FpTree *tree = compiled->tree;
    FpSearch *search = g_new0(FpSearch, 1);
    search->compiled = compiled;
    search->sheet = sheet;
    search->goal = goal;
    search->outcome = outcome;
    search->budget = budget;
    search->n_world = tree->n_outcomes;
    search->beaten_by = FP_NONE;
    search->must = g_new0(FpOptionSet, tree->n_questions);
    search->may = g_new0(FpOptionSet, tree->n_questions);
    search->asked = g_new0(FpChance, tree->n_questions);
    search->scores = g_new0(int64_t, tree->n_outcomes);
    search->outs = g_new0(int64_t, tree->n_outcomes);
    search->group_points = g_new0(int64_t, compiled->n_groups);
    search->undo = g_array_new(FALSE, FALSE, sizeof(Undo));
    search->scratch = g_new(int64_t, goal->n_scratch(compiled));
    collect_late(search);
    measure_work(search);
    return search;
}

void fp_search_free(FpSearch *search)
{
    if (search == NULL)
        return;
    fp_failed_states_free(search->failed);
    g_array_unref(search->undo);
    g_free(search->must);
    g_free(search->may);
    g_free(search->asked);
    g_free(search->scores);
    g_free(search->outs);
    g_free(search->group_points);
    g_free(search->late);
    g_free(search->first_late);
    g_free(search->work_from);
    g_free(search->scratch);
    g_free(search);
}

/* The known answer to a question; empty where it is free. */
static FpOptionSet known_answer(const FpSearch *search, size_t question)
{
    const FpAnswer *answer = fp_answer_sheet_get(search->sheet, question);
    return answer->options;
}

bool fp_search_is_free(const FpSearch *search, size_t question)
{
    return fp_option_set_is_empty(known_answer(search, question));
}

void fp_search_spread(FpSearch *search, size_t from)
{
    static const FpOptionSet none = { { 0, 0 } };
    for (size_t i = from; i < search->compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &search->compiled->questions[i];
        FpOptionSet known = known_answer(search, i);
        FpChance chance = search->asked[i] =
            fp_question_chance(question, search->must, search->may);
        FpOptionSet options = fp_option_set_is_empty(known) ? question->all : known;
        search->must[i] = chance.is_certain ? known : none;
        search->may[i] = chance.is_possible ? options : none;
    }
}

FpChance fp_search_late_chance(const FpSearch *search, const FpLateEffect *late)
{
    FpOrigin origin = late->block->origin;
    FpChance live = fp_guard_chance(late->block->guard, search->must, search->may);
    FpChance when = fp_guard_chance(late->effect->when, search->must, search->may);
    FpChance fires = { live.is_certain && when.is_certain, live.is_possible && when.is_possible };
    if (origin.option != FP_NONE) {
        fires.is_certain &= fp_option_set_has(search->must[origin.question], origin.option);
        fires.is_possible &= fp_option_set_has(search->may[origin.question], origin.option);
    }
    return fires;
}

static void set_value(FpSearch *search, int64_t *value, int64_t now)
{
    Undo undo = { value, *value };
    g_array_append_val(search->undo, undo);
    *value = now;
}

void fp_search_undo(FpSearch *search, size_t n_undo)
{
    while (search->undo->len > n_undo) {
        const Undo *undo = &g_array_index(search->undo, Undo, search->undo->len - 1);
        *undo->value = undo->was;
        g_array_set_size(search->undo, search->undo->len - 1);
    }
}

/* What an effect adds to its i-th outcome, beyond what its group has counted. */
static int64_t take_points(FpSearch *search, const FpCompiledEffect *effect, size_t i)
{
    if (effect->groups == NULL)
        return effect->points;
    int64_t *strongest = &search->group_points[effect->groups[i]];
    int64_t more = effect->points - *strongest;
    if (more <= 0)
        return 0;
    set_value(search, strongest, effect->points);
    return more;
}

static void settle(FpSearch *search, const FpCompiledEffect *fired)
{
    const FpEffect *effect = fired->effect;
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        size_t outcome = effect->outcomes[i];
        if (effect->kind == FP_EFFECT_RULE_OUT) {
            set_value(search, &search->outs[outcome], 1);
            continue;
        }
        int64_t points = take_points(search, fired, i);
        int64_t change = effect->kind == FP_EFFECT_FAVOUR ? points : -points;
        set_value(search, &search->scores[outcome], search->scores[outcome] + change);
    }
}

/* Settles the effects of an option of `question` that are of one readiness. */
static void settle_block(FpSearch *search, size_t option, FpReadiness readiness)
{
    const FpEffectBlock *block = fp_block_of_option(search->compiled, search->question, option);
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        if (effect->readiness == readiness && search->goal->is_relevant(search, effect->effect) &&
            fp_guard_holds(effect->when, search->must))
            settle(search, effect);
    }
}

void fp_search_settle_option(FpSearch *search, size_t option)
{
    settle_block(search, option, FP_READY_WITH_OPTION);
    search->settled_options =
        fp_option_set_union(search->settled_options, fp_option_set_of(option));
}

static void settle_late(FpSearch *search, size_t ready)
{
    for (size_t i = search->first_late[ready]; i < search->first_late[ready + 1]; i++) {
        const FpLateEffect *late = &search->late[i];
        if (fp_effect_block_is_live(late->block, search->must) &&
            fp_guard_holds(late->effect->when, search->must))
            settle(search, late->effect);
    }
}

/* Settles what is left of `question`, whose options are decided, and goes to the next one. */
static void finish_question(FpSearch *search)
{
    FpOptionSet chosen = search->must[search->question];
    FpOptionSet left = fp_option_set_minus(chosen, search->settled_options);
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        settle_block(search, i, FP_READY_WITH_OPTION);
        left = fp_option_set_minus(left, fp_option_set_of(i));
    }
    for (size_t i = fp_option_set_first(chosen); i < FP_OPTIONS_MAX;
         i = fp_option_set_first(chosen)) {
        settle_block(search, i, FP_READY_WITH_QUESTION);
        chosen = fp_option_set_minus(chosen, fp_option_set_of(i));
    }
    search->settled_options = (FpOptionSet) { { 0, 0 } };
    search->option = 0;
    search->question++;
    settle_late(search, search->question);
}

/* Asks `question`, all before it being decided. True where the search must choose its answer. */
static bool begin_question(FpSearch *search)
{
    size_t question = search->question;
    FpOptionSet known = known_answer(search, question);
    FpChance chance =
        fp_question_chance(&search->compiled->questions[question], search->must, search->may);
    search->asked[question] = chance;
    search->must[question] = chance.is_certain ? known : (FpOptionSet) { { 0, 0 } };
    search->may[question] = search->must[question];
    if (!chance.is_certain || !fp_option_set_is_empty(known))
        return false;
    search->may[question] = search->compiled->questions[question].all;
    return true;
}

void fp_search_begin(FpSearch *search)
{
    settle_late(search, 0);
    while (search->question < search->compiled->tree->n_questions && !begin_question(search))
        finish_question(search);
}

void fp_search_advance(FpSearch *search)
{
    do
        finish_question(search);
    while (search->question < search->compiled->tree->n_questions && !begin_question(search));
}
