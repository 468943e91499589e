// SPDX-License-Identifier: Apache-2.0
// Two options are alike where every guard that reads one reads the other, no question follows on
// either, and their effects are the same.
#include "outlook-walk-private.h"

typedef struct {
    GArray **masks; /* one a question: the options that each atom on it names, parents' too */
} Readers;

static void add_mask(Readers *readers, size_t question, FpOptionSet mask)
{
    g_array_append_val(readers->masks[question], mask);
}

static void note_atom(const FpGuardNode *atom, void *user_data)
{
    add_mask(user_data, atom->question, atom->options);
}

static void note_questions(Readers *readers, const FpCompiledTree *compiled)
{
    for (size_t i = 0; i < compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &compiled->questions[i];
        fp_guard_for_each_atom(question->when, note_atom, readers);
        if (question->parent_question != FP_NONE)
            add_mask(readers, question->parent_question, fp_option_set_of(question->parent_option));
    }
}

static void note_effects(Readers *readers, const FpCompiledTree *compiled)
{
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        for (size_t j = 0; j < block->n_effects; j++) {
            if (!fp_effect_bears_on_winner(block->effects[j].effect))
                continue;
            fp_guard_for_each_atom(block->guard, note_atom, readers);
            fp_guard_for_each_atom(block->effects[j].when, note_atom, readers);
        }
    }
}

static bool are_read_alike(const GArray *masks, size_t a, size_t b)
{
    for (guint i = 0; i < masks->len; i++) {
        FpOptionSet mask = g_array_index(masks, FpOptionSet, i);
        if (fp_option_set_has(mask, a) != fp_option_set_has(mask, b))
            return false;
    }
    return true;
}

static bool are_effects_alike(const FpCompiledEffect *a, const FpCompiledEffect *b)
{
    if (a->when != NULL || b->when != NULL || a->effect->kind != b->effect->kind ||
        a->points != b->points || a->effect->n_outcomes != b->effect->n_outcomes ||
        (a->groups == NULL) != (b->groups == NULL))
        return false;
    for (size_t i = 0; i < a->effect->n_outcomes; i++) {
        if (a->effect->outcomes[i] != b->effect->outcomes[i] ||
            (a->groups != NULL && a->groups[i] != b->groups[i]))
            return false;
    }
    return true;
}

/* The next relevant effect of a block from an index on; NULL where there is none. */
static const FpCompiledEffect *next_effect(const FpEffectBlock *block, size_t *index)
{
    while (block != NULL && *index < block->n_effects) {
        const FpCompiledEffect *effect = &block->effects[(*index)++];
        if (fp_effect_bears_on_winner(effect->effect))
            return effect;
    }
    return NULL;
}

static bool are_blocks_alike(const FpEffectBlock *a, const FpEffectBlock *b)
{
    size_t i = 0, j = 0;
    for (;;) {
        const FpCompiledEffect *one = next_effect(a, &i), *other = next_effect(b, &j);
        if (one == NULL || other == NULL)
            return one == other;
        if (!are_effects_alike(one, other))
            return false;
    }
}

static bool are_alike(const FpCompiledTree *compiled, const GArray *masks, size_t question,
                      size_t a, size_t b)
{
    return are_read_alike(masks, a, b) &&
           are_blocks_alike(fp_block_of_option(compiled, question, a),
                            fp_block_of_option(compiled, question, b));
}

static bool is_idle(const FpCompiledTree *compiled, const GArray *masks, size_t question,
                    size_t option)
{
    for (guint i = 0; i < masks->len; i++) {
        if (fp_option_set_has(g_array_index(masks, FpOptionSet, i), option))
            return false;
    }
    return are_blocks_alike(fp_block_of_option(compiled, question, option), NULL);
}

static void add_fold(FpQuestionPlan *plan, const FpCompiledTree *compiled, const GArray *masks,
                     size_t question, size_t option)
{
    for (size_t i = 0; i < plan->n_folds; i++) {
        if (are_alike(compiled, masks, question, plan->folds[i].option, option)) {
            plan->folds[i].n++;
            plan->folds[i].options =
                fp_option_set_union(plan->folds[i].options, fp_option_set_of(option));
            return;
        }
    }
    plan->folds[plan->n_folds++] = (FpFold) { option, 1, fp_option_set_of(option) };
}

static void plan_question(FpQuestionPlan *plan, const FpCompiledTree *compiled, const GArray *masks,
                          size_t question)
{
    const FpQuestion *asked = &compiled->tree->questions[question];
    plan->folds = g_new0(FpFold, asked->n_options);
    plan->options = g_new0(size_t, asked->n_options);
    for (size_t i = 0; i < asked->n_options; i++) {
        if (asked->type != FP_QUESTION_MANY || asked->options[i].is_exclusive)
            add_fold(plan, compiled, masks, question, i);
        else if (is_idle(compiled, masks, question, i))
            plan->idle = fp_option_set_union(plan->idle, fp_option_set_of(i));
        else
            plan->options[plan->n_options++] = i;
    }
    plan->n_layers = plan->n_options + !fp_option_set_is_empty(plan->idle);
}

FpQuestionPlan *fp_question_plans_new(const FpCompiledTree *compiled)
{
    size_t n = compiled->tree->n_questions;
    FpQuestionPlan *plans = g_new0(FpQuestionPlan, n);
    Readers readers = { g_new(GArray *, n) };
    for (size_t i = 0; i < n; i++)
        readers.masks[i] = g_array_new(FALSE, FALSE, sizeof(FpOptionSet));
    note_questions(&readers, compiled);
    note_effects(&readers, compiled);
    for (size_t i = 0; i < n; i++)
        plan_question(&plans[i], compiled, readers.masks[i], i);
    for (size_t i = 0; i < n; i++)
        g_array_unref(readers.masks[i]);
    g_free(readers.masks);
    return plans;
}

void fp_question_plans_free(FpQuestionPlan *plans, size_t n_questions)
{
    for (size_t i = 0; i < n_questions; i++) {
        g_free(plans[i].folds);
        g_free(plans[i].options);
    }
    g_free(plans);
}
