// SPDX-License-Identifier: Apache-2.0
// Strengths, outcomes, controls and themes: what effects name.
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

void read_strengths(TreeReader *reader)
{
    const FpNode *map = reader->fields.values[TREE_STRENGTHS];
    if (map == NULL) {
        reader->strengths.is_incomplete = true;
        return;
    }
    FpStrength *strengths = fp_arena_array(reader->reader.arena, map->n_items, sizeof *strengths);
    for (size_t i = 0; i < map->n_items; i++) {
        const FpNode *key = map->keys[i];
        FpFormatKey row = fp_format_tree.keys[TREE_STRENGTHS];
        row.key = key->text;
        row.description = N_("how many points an effect of this strength gives or takes");
        id_check(&reader->reader, key);
        names_add(&reader->reader, &reader->strengths, key, i);
        strengths[i] = (FpStrength) { key->text, key->place, 0 };
        if (shape_check(&reader->reader, map->items[i], &row))
            strengths[i].points = (int)g_ascii_strtoll(map->items[i]->text, NULL, 10);
    }
    reader->tree->strengths = strengths;
    reader->tree->n_strengths = map->n_items;
}

static void read_control(TreeReader *reader, const FpNode *key, const FpNode *node,
                         FpControl *out_control)
{
    Fields fields;
    fields_read(&reader->reader, node, &fp_format_control, &fields);
    *out_control = (FpControl) {
        .id = key->text,
        .place = key->place,
        .title = read_text(&fields, CONTROL_TITLE),
        .how = read_text(&fields, CONTROL_HOW),
        .owner = read_text(&fields, CONTROL_OWNER),
        .cites = read_cites(reader, &fields, CONTROL_CITES),
    };
}

void read_controls(TreeReader *reader)
{
    Names *names = &reader->owned->controls;
    const FpNode *map = reader->fields.values[TREE_CONTROLS];
    if (map == NULL) {
        names->is_incomplete = reader->fields.keys[TREE_CONTROLS] != NULL;
        return;
    }
    FpControl *controls = fp_arena_array(reader->reader.arena, map->n_items, sizeof *controls);
    for (size_t i = 0; i < map->n_items; i++) {
        id_check(&reader->reader, map->keys[i]);
        names_add(&reader->reader, names, map->keys[i], i);
        read_control(reader, map->keys[i], map->items[i], &controls[i]);
    }
    reader->tree->controls = controls;
    reader->tree->n_controls = map->n_items;
}

void read_themes(TreeReader *reader)
{
    size_t n = fields_count(&reader->fields, TREE_THEMES);
    FpTheme *themes = fp_arena_array(reader->reader.arena, n, sizeof *themes);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, reader->fields.values[TREE_THEMES]->items[i], &fp_format_theme,
                    &fields);
        themes[i].title = read_text(&fields, THEME_TITLE);
        const FpNode *id = fields.values[THEME_ID];
        if (id == NULL) {
            reader->themes.is_incomplete = true;
            continue;
        }
        themes[i].id = id->text;
        themes[i].place = id->place;
        names_add(&reader->reader, &reader->themes, id, i);
    }
    if (n == 0)
        reader->themes.is_incomplete =
            reader->fields.keys[TREE_THEMES] != NULL && reader->fields.values[TREE_THEMES] == NULL;
    reader->tree->themes = themes;
    reader->tree->n_themes = n;
}

static void read_limits(TreeReader *reader, const Fields *outcome, FpOutcome *out_outcome)
{
    size_t n = fields_count(outcome, OUTCOME_LIMITS);
    FpLimit *limits = fp_arena_array(reader->reader.arena, n, sizeof *limits);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(outcome, OUTCOME_LIMITS, i), &fp_format_limit,
                    &fields);
        limits[i].text = read_text(&fields, LIMIT_TEXT);
        limits[i].cites = read_cites(reader, &fields, LIMIT_CITES);
    }
    out_outcome->limits = limits;
    out_outcome->n_limits = n;
}

static void read_dataflow(TreeReader *reader, const Fields *outcome, FpOutcome *out_outcome)
{
    size_t n = fields_count(outcome, OUTCOME_DATAFLOW);
    FpStop *stops = fp_arena_array(reader->reader.arena, n, sizeof *stops);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(outcome, OUTCOME_DATAFLOW, i), &fp_format_stop,
                    &fields);
        const FpNode *control = fields.values[STOP_CONTROL];
        stops[i] = (FpStop) {
            .at = read_text(&fields, STOP_AT),
            .within = read_text(&fields, STOP_WITHIN),
            .run_by = read_text(&fields, STOP_RUN_BY),
            .control = control == NULL
                           ? FP_NONE
                           : names_find(&reader->reader, &reader->owned->controls, control),
        };
    }
    out_outcome->dataflow = stops;
    out_outcome->n_dataflow = n;
}

static void read_access(TreeReader *reader, const Fields *outcome, FpOutcome *out_outcome)
{
    size_t n = fields_count(outcome, OUTCOME_ACCESS);
    FpAccess *access = fp_arena_array(reader->reader.arena, n, sizeof *access);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(outcome, OUTCOME_ACCESS, i), &fp_format_access,
                    &fields);
        access[i] = (FpAccess) {
            .who = read_text(&fields, ACCESS_WHO),
            .to = read_text(&fields, ACCESS_TO),
            .has = (FpAccessLevel)fields_word(&fields, ACCESS_HAS),
            .cites = read_cites(reader, &fields, ACCESS_CITES),
        };
    }
    out_outcome->access = access;
    out_outcome->n_access = n;
}

static void read_next_steps(TreeReader *reader, const Fields *outcome, FpOutcome *out_outcome)
{
    size_t n = fields_count(outcome, OUTCOME_NEXT_STEPS);
    FpNextStep *steps = fp_arena_array(reader->reader.arena, n, sizeof *steps);
    for (size_t i = 0; i < n; i++) {
        Fields fields;
        fields_read(&reader->reader, fields_item(outcome, OUTCOME_NEXT_STEPS, i),
                    &fp_format_next_step, &fields);
        steps[i].what = read_text(&fields, NEXT_STEP_DO);
        steps[i].owner = read_text(&fields, NEXT_STEP_OWNER);
        steps[i].cites = read_cites(reader, &fields, NEXT_STEP_CITES);
    }
    out_outcome->next_steps = steps;
    out_outcome->n_next_steps = n;
}

static void read_outcome(TreeReader *reader, const FpNode *key, const Fields *fields,
                         FpOutcome *out_outcome)
{
    out_outcome->id = key->text;
    out_outcome->place = key->place;
    out_outcome->title = read_text(fields, OUTCOME_TITLE);
    out_outcome->summary = read_text(fields, OUTCOME_SUMMARY);
    out_outcome->was = read_was(reader, fields, OUTCOME_WAS);
    read_limits(reader, fields, out_outcome);
    read_dataflow(reader, fields, out_outcome);
    read_access(reader, fields, out_outcome);
    read_next_steps(reader, fields, out_outcome);
}

/* How many outcomes are read: all, or as many as are allowed. */
static size_t count_outcomes(TreeReader *reader, const FpNode *map)
{
    if (map->n_items <= TREE_MAX_OUTCOMES)
        return map->n_items;
    reader->owned->outcomes.is_incomplete = true;
    reader_report(&reader->reader, map->keys[TREE_MAX_OUTCOMES]->place,
                  _("split the tree into several"), _("more than %d outcomes"), TREE_MAX_OUTCOMES);
    return TREE_MAX_OUTCOMES;
}

void read_outcomes(TreeReader *reader)
{
    Names *names = &reader->owned->outcomes;
    const FpNode *map = reader->fields.values[TREE_OUTCOMES];
    if (map == NULL) {
        names->is_incomplete = true;
        return;
    }
    size_t n = count_outcomes(reader, map);
    FpOutcome *outcomes = fp_arena_array(reader->reader.arena, n, sizeof *outcomes);
    Fields *fields = fp_arena_array(reader->reader.arena, n, sizeof *fields);
    for (size_t i = 0; i < n; i++) {
        id_check(&reader->reader, map->keys[i]);
        names_add(&reader->reader, names, map->keys[i], i);
        fields_read(&reader->reader, map->items[i], &fp_format_outcome, &fields[i]);
        read_outcome(reader, map->keys[i], &fields[i], &outcomes[i]);
    }
    for (size_t i = 0; i < n; i++)
        names_add_was(&reader->reader, names, &fields[i], OUTCOME_WAS, outcomes[i].id, i);
    reader->tree->outcomes = outcomes;
    reader->tree->n_outcomes = n;
}

/* n_wrong: names that are reported already; each may be meant for one that is left out. */
static void report_left_out(TreeReader *reader, const bool *is_named, size_t n_wrong)
{
    size_t n_left_out = 0;
    GString *missing = g_string_new(NULL);
    for (size_t i = 0; i < reader->tree->n_outcomes; i++) {
        n_left_out += is_named[i] ? 0 : 1;
        g_autofree char *shown = reader_quote(&reader->reader, reader->tree->outcomes[i].id);
        if (!is_named[i])
            g_string_append_printf(missing, "%s'%s'", missing->len > 0 ? ", " : "", shown);
    }
    g_autofree char *list = g_string_free(missing, FALSE);
    if (n_left_out > n_wrong)
        reader_report(&reader->reader, reader->fields.keys[TREE_PREFER]->place,
                      _("name every outcome once, the one that wins a tie first"),
                      _("'prefer' leaves out %s"), list);
}

void read_prefer(TreeReader *reader)
{
    size_t n = 0, n_wrong = 0, n_items = fields_count(&reader->fields, TREE_PREFER);
    if (reader->fields.values[TREE_PREFER] == NULL)
        return;
    size_t *prefer = fp_arena_array(reader->reader.arena, n_items, sizeof *prefer);
    g_autofree bool *is_named = g_new0(bool, reader->tree->n_outcomes + 1);
    for (size_t i = 0; i < n_items; i++) {
        const FpNode *item = fields_item(&reader->fields, TREE_PREFER, i);
        size_t outcome =
            item == NULL ? FP_NONE : names_find(&reader->reader, &reader->owned->outcomes, item);
        n_wrong += outcome == FP_NONE ? 1 : 0;
        if (outcome == FP_NONE || is_named[outcome])
            continue;
        is_named[outcome] = true;
        prefer[n++] = outcome;
    }
    report_left_out(reader, is_named, n_wrong);
    reader->tree->prefer = prefer;
}
