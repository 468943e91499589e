// SPDX-License-Identifier: Apache-2.0
// What the winner asks for, what it does not give, and what else is worth knowing.
#include "brief-private.h"

/* All that asked for a condition, by what they say. */
typedef struct {
    FpBriefItem *items; /* each because once */
    size_t n;
    GPtrArray *cites; /* a GPtrArray of const FpCites * for each of them */
    GPtrArray
        *silent; /* const FpCites * of the condition itself, and of those that do not say why */
} Askings;

static void add_cites(GPtrArray *list, const FpCites *cites)
{
    g_ptr_array_add(list, (gpointer)(uintptr_t)cites); // read alone
}

static Askings gather(FpBriefMaker *maker, const FpCondition *condition)
{
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal); // from 1
    Askings askings = { .items = brief_new_array(maker, condition->n_askings, sizeof(FpBriefItem)),
                        .cites = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref),
                        .silent = g_ptr_array_new() };
    for (size_t i = 0; i < condition->n_askings; i++) {
        const FpEffect *effect = condition->askings[i].effect;
        const char *text = brief_tree_text(maker, effect->because);
        if (text == NULL) {
            add_cites(askings.silent, &effect->cites);
            continue;
        }
        size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(places, text));
        if (place == 0) {
            askings.items[askings.n++].text = text;
            place = askings.n;
            g_hash_table_insert(places, (gpointer)(uintptr_t)text, GSIZE_TO_POINTER(place));
            g_ptr_array_add(askings.cites, g_ptr_array_new());
        }
        add_cites(g_ptr_array_index(askings.cites, place - 1), &effect->cites);
    }
    return askings;
}

/* Numbers the sources, the condition's own first, and returns these; frees what was gathered. */
static FpBriefCites cite_askings(FpBriefMaker *maker, Askings *askings)
{
    FpBriefCites own = brief_cite_all(maker, askings->silent);
    for (size_t i = 0; i < askings->n; i++)
        askings->items[i].cites = brief_cite_all(maker, g_ptr_array_index(askings->cites, i));
    g_ptr_array_unref(askings->cites);
    g_ptr_array_unref(askings->silent);
    return own;
}

static void make_condition(FpBriefMaker *maker, const FpCondition *from, FpBriefCondition *to)
{
    const FpControl *control = &maker->tree->controls[from->effect->control];
    Askings askings = gather(maker, from);
    add_cites(askings.silent, &control->cites);
    to->title = brief_tree_text(maker, control->title);
    to->how = brief_tree_text(maker, control->how);
    to->owner = brief_tree_text(maker, control->owner);
    to->cites = cite_askings(maker, &askings);
    to->because = askings.items;
    to->n_because = askings.n;
}

void brief_make_conditions(FpBriefMaker *maker)
{
    size_t n = brief_path(maker) != NULL ? maker->verdict->n_requires : 0;
    FpBriefCondition *conditions = brief_new_array(maker, n, sizeof *conditions);
    for (size_t i = 0; i < n; i++)
        make_condition(maker, &maker->verdict->requires[i], &conditions[i]);
    maker->brief.conditions = conditions;
    maker->brief.n_conditions = n;
}

static void make_limits(FpBriefMaker *maker)
{
    const FpOutcome *outcome = brief_path(maker);
    if (outcome == NULL)
        return;
    FpBriefItem *limits = brief_new_array(maker, outcome->n_limits, sizeof *limits);
    for (size_t i = 0; i < outcome->n_limits; i++) {
        limits[i].text = brief_tree_text(maker, outcome->limits[i].text);
        limits[i].cites = brief_cite(maker, &outcome->limits[i].cites);
    }
    maker->brief.limits = limits;
    maker->brief.n_limits = outcome->n_limits;
}

static void make_advice(FpBriefMaker *maker)
{
    size_t n = brief_path(maker) != NULL ? maker->verdict->n_advice : 0;
    FpBriefAdvice *advice = brief_new_array(maker, n, sizeof *advice);
    for (size_t i = 0; i < n; i++) {
        const FpCondition *from = &maker->verdict->advice[i];
        Askings askings = gather(maker, from);
        advice[i].text = brief_tree_text(maker, from->effect->advice);
        advice[i].cites = cite_askings(maker, &askings);
        advice[i].because = askings.items;
        advice[i].n_because = askings.n;
    }
    maker->brief.advice = advice;
    maker->brief.n_advice = n;
}

void brief_make_notices(FpBriefMaker *maker)
{
    make_limits(maker);
    make_advice(maker);
}
