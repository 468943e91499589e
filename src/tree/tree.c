// SPDX-License-Identifier: Apache-2.0
#include "fp-tree.h"
#include "tree-read-private.h"
#include <string.h>

const char *fp_effect_kind_name(FpEffectKind kind)
{
    return fp_format_effect.keys[FP_KEY_EFFECT_FAVOUR + kind].key;
}

bool fp_effect_covers(const FpEffect *effect, size_t outcome)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        if (effect->outcomes[i] == outcome)
            return true;
    }
    return effect->n_outcomes == 0;
}

const char *fp_question_type_name(FpQuestionType type)
{
    return fp_format_question_types[type];
}

const char *fp_confidence_name(FpConfidence confidence)
{
    return fp_format_confidences[confidence];
}

bool fp_fact_is_stale(const FpFact *fact, FpDate judging_date)
{
    return fp_date_is_past(judging_date, fact->review_by);
}

void fp_tree_free(FpTree *tree)
{
    if (tree == NULL)
        return;
    FpOwnedTree *owned = (FpOwnedTree *)tree;
    for (size_t i = 0; i < tree->n_facts_files; i++)
        fp_source_unref(tree->facts_files[i].source);
    fp_source_unref(tree->source);
    fp_name_space_clear(&owned->outcomes);
    fp_name_space_clear(&owned->controls);
    fp_name_space_clear(&owned->questions);
    g_ptr_array_unref(owned->documents);
    fp_arena_free(owned->arena);
    g_free(owned);
}

const char *fp_tree_text(const FpTree *tree, FpTreeText text, const char *language)
{
    (void)tree;
    (void)language;
    return text.source;
}

static const FpOwnedTree *owned_by(const FpTree *tree)
{
    return (const FpOwnedTree *)tree;
}

size_t fp_tree_find_outcome(const FpTree *tree, const char *id)
{
    return fp_name_space_find_ever(&owned_by(tree)->outcomes, id);
}

size_t fp_tree_find_control(const FpTree *tree, const char *id)
{
    return fp_name_space_find_ever(&owned_by(tree)->controls, id);
}

size_t fp_tree_find_question(const FpTree *tree, const char *id)
{
    return fp_name_space_find_ever(&owned_by(tree)->questions, id);
}

bool fp_names_has(FpNames names, const char *id)
{
    for (size_t i = 0; i < names.n; i++) {
        if (strcmp(names.items[i], id) == 0)
            return true;
    }
    return false;
}

size_t fp_question_find_option(const FpQuestion *question, const char *id)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (strcmp(question->options[i].id, id) == 0)
            return i;
    }
    for (size_t i = 0; i < question->n_options; i++) {
        if (fp_names_has(question->options[i].was, id))
            return i;
    }
    return FP_NONE;
}

size_t fp_question_find_band(const FpQuestion *question, FpDecimal number)
{
    if (fp_decimal_compare(number, question->min) < 0 ||
        (question->has_max && fp_decimal_compare(number, question->max) > 0))
        return FP_NONE;
    for (size_t i = 0; i < question->n_options; i++) {
        const FpOption *band = &question->options[i];
        if (!band->has_below || fp_decimal_compare(number, band->below) < 0)
            return i;
    }
    return FP_NONE;
}
