// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

enum { N_EFFECT_KINDS = FP_EFFECT_ADVISE + 1 };

/* The kind that the keys say; false, and reported, where they say none or two. */
static bool read_kind(FpTreeReader *reader, const FpFields *fields, FpEffectKind *out_kind)
{
    const FpNode *first = NULL;
    for (size_t i = 0; i < N_EFFECT_KINDS; i++) {
        const FpNode *key = fields->keys[i];
        if (key == NULL)
            continue;
        if (first != NULL) {
            fp_reader_report(&reader->file, fields->node->place, _("write two effects"),
                             _("an effect is of one kind, but this one has both '%s' and '%s'"),
                             first->text, key->text);
            return false;
        }
        first = key;
        *out_kind = (FpEffectKind)i;
    }
    bool is_meant = false;
    for (size_t i = 0; i < N_EFFECT_KINDS; i++)
        is_meant = is_meant || fields->is_meant[i];
    if (first == NULL && !is_meant && fields->node->kind == FP_NODE_MAPPING)
        fp_reader_report(&reader->file, fields->node->place, _("add the one that is meant"),
                         _("an effect needs one of: favour, disfavour, rule_out, require, advise"));
    return first != NULL;
}

/* A strength must be there; the mend then names those that the tree has. */
static void require_strength(FpTreeReader *reader, const FpFields *fields)
{
    if (reader->strengths.ids->len == 0 || fields->keys[FP_KEY_EFFECT_STRENGTH] != NULL ||
        fields->is_meant[FP_KEY_EFFECT_STRENGTH]) {
        fp_fields_require(&reader->file, fields, FP_KEY_EFFECT_STRENGTH);
        return;
    }
    g_autofree char *list = fp_name_space_list(&reader->file, &reader->strengths);
    g_autofree char *mend = g_strdup_printf(_("add strength: one of %s"), list);
    fp_reader_report(&reader->file, fields->node->place, mend, _("%s: '%s' is missing"),
                     _(fp_format_effect.title), "strength");
}

/* The keys that a kind must have, and those that mean nothing with it. */
static void check_keys_of_kind(FpTreeReader *reader, const FpFields *fields, FpEffectKind kind)
{
    bool weighs = kind == FP_EFFECT_FAVOUR || kind == FP_EFFECT_DISFAVOUR;
    bool is_condition = kind == FP_EFFECT_REQUIRE || kind == FP_EFFECT_ADVISE;
    FpFileReader *file = &reader->file;
    if (!is_condition)
        fp_fields_require(file, fields, FP_KEY_EFFECT_BECAUSE);
    if (weighs)
        require_strength(reader, fields);
    if (!weighs) {
        fp_fields_refuse(file, fields, FP_KEY_EFFECT_STRENGTH,
                         _("only favour and disfavour have a strength"));
        fp_fields_refuse(file, fields, FP_KEY_EFFECT_COUNTS_AS,
                         _("only favour and disfavour can count as one"));
    }
    if (!is_condition)
        fp_fields_refuse(
            file, fields, FP_KEY_EFFECT_FOR,
            _("only require and advise have 'for'; this kind names its outcomes itself"));
}

static void read_outcome_list(FpTreeReader *reader, const FpFields *fields, size_t key,
                              FpEffect *effect)
{
    size_t n = fp_fields_count(fields, key);
    size_t *outcomes = fp_arena_array(reader->file.arena, n, sizeof *outcomes);
    for (size_t i = 0; i < n; i++) {
        const FpNode *item = fp_fields_item(fields, key, i);
        size_t outcome = item == NULL
                             ? FP_NONE
                             : fp_name_space_find(&reader->file, &reader->owned->outcomes, item);
        if (outcome != FP_NONE)
            outcomes[effect->n_outcomes++] = outcome;
    }
    effect->outcomes = outcomes;
}

/* What the effect is about, by its kind. */
static void read_object(FpTreeReader *reader, const FpFields *fields, FpEffect *effect)
{
    const FpNode *control = fields->values[FP_KEY_EFFECT_REQUIRE];
    switch (effect->kind) {
    case FP_EFFECT_REQUIRE:
        effect->control =
            control == NULL ? FP_NONE
                            : fp_name_space_find(&reader->file, &reader->owned->controls, control);
        read_outcome_list(reader, fields, FP_KEY_EFFECT_FOR, effect);
        break;
    case FP_EFFECT_ADVISE:
        effect->advice = fp_read_text(fields, FP_KEY_EFFECT_ADVISE);
        read_outcome_list(reader, fields, FP_KEY_EFFECT_FOR, effect);
        break;
    default:
        read_outcome_list(reader, fields, FP_KEY_EFFECT_FAVOUR + effect->kind, effect);
    }
}

static void read_effect(FpTreeReader *reader, const FpNode *node, size_t n_above, FpEffect *effect)
{
    FpFields fields;
    fp_fields_read(&reader->file, node, &fp_format_effect, &fields);
    *effect = (FpEffect) {
        .place = node->place,
        .control = FP_NONE,
        .because = fp_read_text(&fields, FP_KEY_EFFECT_BECAUSE),
        .strength = FP_NONE,
        .counts_as = fp_fields_text(&fields, FP_KEY_EFFECT_COUNTS_AS),
        .when = fp_read_guard(reader, &fields, FP_KEY_EFFECT_WHEN, n_above, FP_NONE),
        .cites = fp_read_cites(reader, &fields, FP_KEY_EFFECT_CITES),
    };
    if (fields.values[FP_KEY_EFFECT_STRENGTH] != NULL)
        effect->strength = fp_name_space_find(&reader->file, &reader->strengths,
                                              fields.values[FP_KEY_EFFECT_STRENGTH]);
    if (!read_kind(reader, &fields, &effect->kind))
        return;
    check_keys_of_kind(reader, &fields, effect->kind);
    read_object(reader, &fields, effect);
}

/* True where one more effect is one too many; reported the first time. */
static bool is_too_many(FpTreeReader *reader, const FpNode *node)
{
    reader->n_effects++;
    if (reader->n_effects == FP_TREE_MAX_EFFECTS + 1)
        fp_reader_report(&reader->file, node->place, _("split the tree into several"),
                         _("more than %d effects"), FP_TREE_MAX_EFFECTS);
    return reader->n_effects > FP_TREE_MAX_EFFECTS;
}

FpEffects fp_read_effects(FpTreeReader *reader, const FpFields *fields, size_t key, size_t n_above)
{
    size_t n = fp_fields_count(fields, key);
    FpEffect *effects = fp_arena_array(reader->file.arena, n, sizeof *effects);
    for (size_t i = 0; i < n; i++) {
        const FpNode *node = fp_fields_item(fields, key, i);
        if (is_too_many(reader, node))
            return (FpEffects) { effects, i };
        read_effect(reader, node, n_above, &effects[i]);
    }
    return (FpEffects) { effects, n };
}
