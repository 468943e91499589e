// SPDX-License-Identifier: Apache-2.0
#include "winner-private.h"
#include <string.h>

static uint64_t work_of(const FpCompiledTree *compiled)
{
    uint64_t work = compiled->tree->n_questions + compiled->n_groups + compiled->tree->n_outcomes;
    for (size_t i = 0; i < compiled->n_effects; i++)
        work += 1 + compiled->effects[i].effect->n_outcomes;
    return work;
}

FpWinnerFinder *fp_winner_finder_new(const FpCompiledTree *compiled, const FpAnswerSheet *sheet)
{
    FpWinnerFinder *finder = g_new0(FpWinnerFinder, 1);
    const FpTree *tree = compiled->tree;
    finder->compiled = compiled;
    finder->said = g_new0(FpOptionSet, tree->n_questions + 1);
    finder->in_force = g_new0(FpOptionSet, tree->n_questions + 1);
    finder->scores = g_new0(int64_t, tree->n_outcomes);
    finder->is_out = g_new0(bool, tree->n_outcomes);
    finder->points = g_new0(int, compiled->n_groups + 1);
    finder->work = work_of(compiled);
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpAnswer *answer = fp_answer_sheet_get(sheet, i);
        if (answer->kind == FP_ANSWER_OPTIONS || answer->kind == FP_ANSWER_NUMBER)
            finder->said[i] = answer->options;
    }
    return finder;
}

void fp_winner_finder_free(FpWinnerFinder *finder)
{
    if (finder == NULL)
        return;
    g_free(finder->said);
    g_free(finder->in_force);
    g_free(finder->is_dropped);
    g_free(finder->scores);
    g_free(finder->is_out);
    g_free(finder->points);
    g_free(finder);
}

static void find_in_force(FpWinnerFinder *finder)
{
    for (size_t i = 0; i < finder->compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &finder->compiled->questions[i];
        finder->in_force[i] = fp_question_is_asked(question, finder->in_force)
                                  ? finder->said[i]
                                  : (FpOptionSet) { { 0, 0 } };
    }
}

void fp_effect_fire(const FpCompiledEffect *fired, int64_t *scores, int *points, bool *is_out)
{
    const FpEffect *effect = fired->effect;
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        int more = fired->points;
        if (effect->kind == FP_EFFECT_RULE_OUT) {
            is_out[effect->outcomes[i]] = true;
            continue;
        }
        if (fired->groups != NULL) {
            int *strongest = &points[fired->groups[i]];
            more = MAX(more - *strongest, 0);
            *strongest += more;
        }
        scores[effect->outcomes[i]] += effect->kind == FP_EFFECT_FAVOUR ? more : -more;
    }
}

static void fire_block(FpWinnerFinder *finder, const FpEffectBlock *block)
{
    if (!fp_effect_block_is_live(block, finder->in_force))
        return;
    for (size_t i = 0; i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        bool is_dropped =
            finder->is_dropped != NULL && finder->is_dropped[effect - finder->compiled->effects];
        if (!is_dropped && fp_effect_bears_on_winner(effect->effect) &&
            fp_guard_holds(effect->when, finder->in_force))
            fp_effect_fire(effect, finder->scores, finder->points, finder->is_out);
    }
}

size_t fp_winner_find(FpWinnerFinder *finder)
{
    const FpTree *tree = finder->compiled->tree;
    size_t best = FP_NONE;
    memset(finder->scores, 0, tree->n_outcomes * sizeof *finder->scores);
    memset(finder->is_out, 0, tree->n_outcomes * sizeof *finder->is_out);
    memset(finder->points, 0, finder->compiled->n_groups * sizeof *finder->points);
    find_in_force(finder);
    for (size_t i = 0; i < finder->compiled->n_blocks; i++)
        fire_block(finder, &finder->compiled->blocks[i]);
    for (size_t i = 0; i < tree->n_outcomes; i++) {
        size_t outcome = tree->prefer[i];
        if (!finder->is_out[outcome] &&
            (best == FP_NONE || finder->scores[outcome] > finder->scores[best]))
            best = outcome;
    }
    return best;
}
