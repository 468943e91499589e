// SPDX-License-Identifier: Apache-2.0
// Strengths, outcomes, controls and themes: what effects name.
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

void fp_read_strengths(FpTreeReader *reader)
{
    const FpNode *map = reader->fields.values[FP_KEY_TREE_STRENGTHS];
    if (map == NULL) {
        reader->strengths.is_incomplete = true;
        return;
    }
    FpStrength *strengths = fp_arena_array(reader->file.arena, map->n_items, sizeof *strengths);
    for (size_t i = 0; i < map->n_items; i++) {
        const FpNode *key = map->keys[i];
        FpFormatKey row = fp_format_tree.keys[FP_KEY_TREE_STRENGTHS];
        row.key = key->text;
        row.description = N_("how many points an effect of this strength gives or takes");
        fp_id_check(&reader->file, key);
        fp_name_space_add(&reader->file, &reader->strengths, key, i);
        strengths[i] = (FpStrength) { key->text, key->place, 0 };
        if (fp_shape_check(&reader->file, map->items[i], &row))
            strengths[i].points = (int)g_ascii_strtoll(map->items[i]->text, NULL, 10);
    }
    reader->tree->strengths = strengths;
    reader->tree->n_strengths = map->n_items;
}

static void read_control(FpTreeReader *reader, const FpNode *key, const FpNode *node,
                         FpControl *out_control)
{
    FpFields fields;
    fp_fields_read(&reader->file, node, &fp_format_control, &fields);
    *out_control = (FpControl) {
        .id = key->text,
        .place = key->place,
        .title = fp_read_text(&fields, FP_KEY_CONTROL_TITLE),
        .how = fp_read_text(&fields, FP_KEY_CONTROL_HOW),
        .owner = fp_read_text(&fields, FP_KEY_CONTROL_OWNER),
        .cites = fp_read_cites(reader, &fields, FP_KEY_CONTROL_CITES),
    };
}

void fp_read_controls(FpTreeReader *reader)
{
    FpNameSpace *names = &reader->owned->controls;
    const FpNode *map = reader->fields.values[FP_KEY_TREE_CONTROLS];
    if (map == NULL) {
        names->is_incomplete = reader->fields.keys[FP_KEY_TREE_CONTROLS] != NULL;
        return;
    }
    FpControl *controls = fp_arena_array(reader->file.arena, map->n_items, sizeof *controls);
    for (size_t i = 0; i < map->n_items; i++) {
        fp_id_check(&reader->file, map->keys[i]);
        fp_name_space_add(&reader->file, names, map->keys[i], i);
        read_control(reader, map->keys[i], map->items[i], &controls[i]);
    }
    reader->tree->controls = controls;
    reader->tree->n_controls = map->n_items;
}

void fp_read_themes(FpTreeReader *reader)
{
    size_t n = fp_fields_count(&reader->fields, FP_KEY_TREE_THEMES);
    FpTheme *themes = fp_arena_array(reader->file.arena, n, sizeof *themes);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, reader->fields.values[FP_KEY_TREE_THEMES]->items[i],
                       &fp_format_theme, &fields);
        themes[i].title = fp_read_text(&fields, FP_KEY_THEME_TITLE);
        const FpNode *id = fields.values[FP_KEY_THEME_ID];
        if (id == NULL) {
            reader->themes.is_incomplete = true;
            continue;
        }
        themes[i].id = id->text;
        themes[i].place = id->place;
        fp_name_space_add(&reader->file, &reader->themes, id, i);
    }
    if (n == 0)
        reader->themes.is_incomplete = reader->fields.keys[FP_KEY_TREE_THEMES] != NULL &&
                                       reader->fields.values[FP_KEY_TREE_THEMES] == NULL;
    reader->tree->themes = themes;
    reader->tree->n_themes = n;
}

static void read_limits(FpTreeReader *reader, const FpFields *outcome, FpOutcome *out_outcome)
{
    size_t n = fp_fields_count(outcome, FP_KEY_OUTCOME_LIMITS);
    FpLimit *limits = fp_arena_array(reader->file.arena, n, sizeof *limits);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(outcome, FP_KEY_OUTCOME_LIMITS, i),
                       &fp_format_limit, &fields);
        limits[i].text = fp_read_text(&fields, FP_KEY_LIMIT_TEXT);
        limits[i].cites = fp_read_cites(reader, &fields, FP_KEY_LIMIT_CITES);
    }
    out_outcome->limits = limits;
    out_outcome->n_limits = n;
}

static void read_dataflow(FpTreeReader *reader, const FpFields *outcome, FpOutcome *out_outcome)
{
    size_t n = fp_fields_count(outcome, FP_KEY_OUTCOME_DATAFLOW);
    FpStop *stops = fp_arena_array(reader->file.arena, n, sizeof *stops);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(outcome, FP_KEY_OUTCOME_DATAFLOW, i),
                       &fp_format_stop, &fields);
        const FpNode *control = fields.values[FP_KEY_STOP_CONTROL];
        stops[i] = (FpStop) {
            .at = fp_read_text(&fields, FP_KEY_STOP_AT),
            .within = fp_read_text(&fields, FP_KEY_STOP_WITHIN),
            .run_by = fp_read_text(&fields, FP_KEY_STOP_RUN_BY),
            .control = control == NULL
                           ? FP_NONE
                           : fp_name_space_find(&reader->file, &reader->owned->controls, control),
        };
    }
    out_outcome->dataflow = stops;
    out_outcome->n_dataflow = n;
}

static void read_access(FpTreeReader *reader, const FpFields *outcome, FpOutcome *out_outcome)
{
    size_t n = fp_fields_count(outcome, FP_KEY_OUTCOME_ACCESS);
    FpAccess *access = fp_arena_array(reader->file.arena, n, sizeof *access);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(outcome, FP_KEY_OUTCOME_ACCESS, i),
                       &fp_format_access, &fields);
        access[i] = (FpAccess) {
            .who = fp_read_text(&fields, FP_KEY_ACCESS_WHO),
            .to = fp_read_text(&fields, FP_KEY_ACCESS_TO),
            .has = (FpAccessLevel)fp_fields_word(&fields, FP_KEY_ACCESS_HAS),
            .cites = fp_read_cites(reader, &fields, FP_KEY_ACCESS_CITES),
        };
    }
    out_outcome->access = access;
    out_outcome->n_access = n;
}

static void read_next_steps(FpTreeReader *reader, const FpFields *outcome, FpOutcome *out_outcome)
{
    size_t n = fp_fields_count(outcome, FP_KEY_OUTCOME_NEXT_STEPS);
    FpNextStep *steps = fp_arena_array(reader->file.arena, n, sizeof *steps);
    for (size_t i = 0; i < n; i++) {
        FpFields fields;
        fp_fields_read(&reader->file, fp_fields_item(outcome, FP_KEY_OUTCOME_NEXT_STEPS, i),
                       &fp_format_next_step, &fields);
        steps[i].what = fp_read_text(&fields, FP_KEY_NEXT_STEP_DO);
        steps[i].owner = fp_read_text(&fields, FP_KEY_NEXT_STEP_OWNER);
        steps[i].cites = fp_read_cites(reader, &fields, FP_KEY_NEXT_STEP_CITES);
    }
    out_outcome->next_steps = steps;
    out_outcome->n_next_steps = n;
}

static void read_outcome(FpTreeReader *reader, const FpNode *key, const FpFields *fields,
                         FpOutcome *out_outcome)
{
    out_outcome->id = key->text;
    out_outcome->place = key->place;
    out_outcome->title = fp_read_text(fields, FP_KEY_OUTCOME_TITLE);
    out_outcome->summary = fp_read_text(fields, FP_KEY_OUTCOME_SUMMARY);
    out_outcome->headline = fp_read_text(fields, FP_KEY_OUTCOME_HEADLINE);
    out_outcome->was = fp_read_was(reader, fields, FP_KEY_OUTCOME_WAS);
    read_limits(reader, fields, out_outcome);
    read_dataflow(reader, fields, out_outcome);
    read_access(reader, fields, out_outcome);
    read_next_steps(reader, fields, out_outcome);
}

/* How many outcomes are read: all, or as many as are allowed. */
static size_t count_outcomes(FpTreeReader *reader, const FpNode *map)
{
    if (map->n_items <= FP_TREE_MAX_OUTCOMES)
        return map->n_items;
    reader->owned->outcomes.is_incomplete = true;
    fp_reader_report(&reader->file, map->keys[FP_TREE_MAX_OUTCOMES]->place,
                     _("split the tree into several"), _("more than %d outcomes"),
                     FP_TREE_MAX_OUTCOMES);
    return FP_TREE_MAX_OUTCOMES;
}

void fp_read_outcomes(FpTreeReader *reader)
{
    FpNameSpace *names = &reader->owned->outcomes;
    const FpNode *map = reader->fields.values[FP_KEY_TREE_OUTCOMES];
    if (map == NULL) {
        names->is_incomplete = true;
        return;
    }
    size_t n = count_outcomes(reader, map);
    FpOutcome *outcomes = fp_arena_array(reader->file.arena, n, sizeof *outcomes);
    FpFields *fields = fp_arena_array(reader->file.arena, n, sizeof *fields);
    for (size_t i = 0; i < n; i++) {
        fp_id_check(&reader->file, map->keys[i]);
        fp_name_space_add(&reader->file, names, map->keys[i], i);
        fp_fields_read(&reader->file, map->items[i], &fp_format_outcome, &fields[i]);
        read_outcome(reader, map->keys[i], &fields[i], &outcomes[i]);
    }
    for (size_t i = 0; i < n; i++)
        fp_name_space_add_was(&reader->file, names, &fields[i], FP_KEY_OUTCOME_WAS, outcomes[i].id,
                              i);
    reader->tree->outcomes = outcomes;
    reader->tree->n_outcomes = n;
}

/* n_wrong: names that are reported already; each may be meant for one that is left out. */
static void report_left_out(FpTreeReader *reader, const bool *is_named, size_t n_wrong)
{
    size_t n_left_out = 0;
    GString *missing = g_string_new(NULL);
    for (size_t i = 0; i < reader->tree->n_outcomes; i++) {
        n_left_out += is_named[i] ? 0 : 1;
        g_autofree char *shown = fp_reader_quote(&reader->file, reader->tree->outcomes[i].id);
        if (!is_named[i])
            g_string_append_printf(missing, "%s'%s'", missing->len > 0 ? ", " : "", shown);
    }
    g_autofree char *list = g_string_free(missing, FALSE);
    if (n_left_out > n_wrong)
        fp_reader_report(&reader->file, reader->fields.keys[FP_KEY_TREE_PREFER]->place,
                         _("name every outcome once, the one that wins a tie first"),
                         _("'prefer' leaves out %s"), list);
}

void fp_read_prefer(FpTreeReader *reader)
{
    size_t n = 0, n_wrong = 0, n_items = fp_fields_count(&reader->fields, FP_KEY_TREE_PREFER);
    if (reader->fields.values[FP_KEY_TREE_PREFER] == NULL)
        return;
    size_t *prefer = fp_arena_array(reader->file.arena, n_items, sizeof *prefer);
    g_autofree bool *is_named = g_new0(bool, reader->tree->n_outcomes + 1);
    for (size_t i = 0; i < n_items; i++) {
        const FpNode *item = fp_fields_item(&reader->fields, FP_KEY_TREE_PREFER, i);
        size_t outcome = item == NULL
                             ? FP_NONE
                             : fp_name_space_find(&reader->file, &reader->owned->outcomes, item);
        n_wrong += outcome == FP_NONE ? 1 : 0;
        if (outcome == FP_NONE || is_named[outcome])
            continue;
        is_named[outcome] = true;
        prefer[n++] = outcome;
    }
    report_left_out(reader, is_named, n_wrong);
    reader->tree->prefer = prefer;
}
