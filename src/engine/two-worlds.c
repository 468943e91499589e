// SPDX-License-Identifier: Apache-2.0
// Follow-ups whose asking differs come out of their options and get a guard instead; effects of rules
// become effects of `always` with the rule's guard.
#include "two-worlds-private.h"
#include <string.h>

#define GUARDS_MAX ((size_t)200 * 1000)

/* An effect with the guards that stand around it. */
typedef struct {
    const FpEffect *effect;
    const FpGuard *rule; /* its rule's; NULL elsewhere */
    bool is_matched;
} Site;

static bool has_room(const FpTwoWorlds *worlds)
{
    return fp_pool_n_guards(worlds->pool) < GUARDS_MAX;
}

/* ---- Which questions are split ---- */

static bool reads_split(const FpTwoWorlds *worlds, const FpGuard *guard)
{
    if (guard == NULL)
        return false;
    if (guard->kind == FP_GUARD_ANSWER)
        return worlds->is_split[guard->question];
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (reads_split(worlds, &guard->parts[i]))
            return true;
    }
    return false;
}

static bool is_asked_alike(const FpTwoWorlds *worlds, size_t question)
{
    const FpQuestion *a = &worlds->trees[0]->questions[question],
                     *b = &worlds->trees[1]->questions[question];
    if (a->parent_question != b->parent_question || a->parent_option != b->parent_option ||
        !fp_guard_is_same(a->when, b->when) || reads_split(worlds, a->when))
        return false;
    return a->parent_question == FP_NONE || !worlds->is_split[a->parent_question];
}

/* ---- What a world reads ---- */

static FpGuard asked_in(FpTwoWorlds *worlds, size_t question, size_t world);

/* An atom as a world reads it: of a split question only where the world asks it. */
static FpGuard atom_in(FpTwoWorlds *worlds, const FpGuard *atom, size_t world)
{
    if (!worlds->is_split[atom->question] || !has_room(worlds))
        return *atom;
    FpGuard asked = asked_in(worlds, atom->question, world);
    const FpGuard *parts[] = { atom, &asked };
    return fp_pool_join(worlds->pool, FP_GUARD_ALL, parts, 2);
}

static FpGuard guard_in(FpTwoWorlds *worlds, const FpGuard *guard, size_t world)
{
    if (guard->kind == FP_GUARD_ANSWER)
        return atom_in(worlds, guard, world);
    if (!reads_split(worlds, guard))
        return *guard;
    FpGuard *parts = fp_pool_alloc(worlds->pool, guard->n_parts, sizeof *parts);
    for (size_t i = 0; i < guard->n_parts; i++)
        parts[i] = guard_in(worlds, &guard->parts[i], world);
    return (FpGuard) { .kind = guard->kind, .parts = parts, .n_parts = guard->n_parts };
}

static FpGuard chosen_in(FpTwoWorlds *worlds, size_t question, size_t option, size_t world)
{
    FpGuard atom = fp_pool_atom(worlds->pool, question, &option, 1);
    return atom_in(worlds, &atom, world);
}

static FpGuard asked_in(FpTwoWorlds *worlds, size_t question, size_t world)
{
    const FpQuestion *asked = &worlds->trees[world]->questions[question];
    const FpGuard *parts[2] = { NULL, NULL };
    FpGuard parent, when;
    if (asked->parent_question != FP_NONE) {
        parent = chosen_in(worlds, asked->parent_question, asked->parent_option, world);
        parts[0] = &parent;
    }
    if (asked->when != NULL) {
        when = guard_in(worlds, asked->when, world);
        parts[1] = &when;
    }
    return fp_pool_join(worlds->pool, FP_GUARD_ALL, parts, 2);
}

/* ---- Effects ---- */

static bool is_same_text(FpTreeText a, FpTreeText b)
{
    return g_strcmp0(a.source, b.source) == 0;
}

static int points_of(const FpTree *tree, const FpEffect *effect)
{
    return effect->strength == FP_NONE ? 0 : tree->strengths[effect->strength].points;
}

static bool has_same_outcomes(const FpEffect *a, const FpEffect *b)
{
    return a->n_outcomes == b->n_outcomes &&
           (a->n_outcomes == 0 ||
            memcmp(a->outcomes, b->outcomes, a->n_outcomes * sizeof *a->outcomes) == 0);
}

static bool is_same_effect(const FpTwoWorlds *worlds, const Site *a, const Site *b)
{
    const FpEffect *one = a->effect, *other = b->effect;
    return one->kind == other->kind && has_same_outcomes(one, other) &&
           points_of(worlds->trees[0], one) == points_of(worlds->trees[1], other) &&
           g_strcmp0(one->counts_as, other->counts_as) == 0 &&
           (one->kind != FP_EFFECT_REQUIRE || one->control == other->control) &&
           is_same_text(one->advice, other->advice) && fp_guard_is_same(one->when, other->when) &&
           fp_guard_is_same(a->rule, b->rule);
}

/* The outcomes of an effect in the joined tree. */
static void set_outcomes(FpTwoWorlds *worlds, FpEffect *joined, const FpEffect *effect,
                         const bool *is_in)
{
    size_t n = worlds->trees[0]->n_outcomes, n_joined = 0;
    size_t *outcomes = fp_pool_alloc(worlds->pool, 2 * effect->n_outcomes, sizeof *outcomes);
    for (size_t world = 0; world < 2; world++) {
        for (size_t i = 0; is_in[world] && i < effect->n_outcomes; i++)
            outcomes[n_joined++] = world * n + effect->outcomes[i];
    }
    joined->outcomes = outcomes;
    joined->n_outcomes = n_joined;
}

static void touch(FpTwoWorlds *worlds, const FpEffect *effect)
{
    for (size_t i = 0; i < effect->n_outcomes; i++)
        worlds->is_touched[effect->outcomes[i]] = true;
}

/* Where an effect fires in a world, its option apart. */
static FpGuard guards_of(FpTwoWorlds *worlds, const Site *site, size_t question, size_t world)
{
    const FpGuard *parts[3] = { NULL, NULL, NULL };
    FpGuard asked, rule, when;
    if (question != FP_NONE && worlds->is_split[question]) {
        asked = asked_in(worlds, question, world);
        parts[0] = &asked;
    }
    if (site->rule != NULL) {
        rule = guard_in(worlds, site->rule, world);
        parts[1] = &rule;
    }
    if (site->effect->when != NULL) {
        when = guard_in(worlds, site->effect->when, world);
        parts[2] = &when;
    }
    return fp_pool_join(worlds->pool, FP_GUARD_ALL, parts, 3);
}

/* That an effect fires, its option included. */
static FpGuard firing(FpTwoWorlds *worlds, const FpGuard *when, size_t question, size_t option)
{
    FpGuard chosen;
    const FpGuard *parts[2] = { NULL, when };
    if (question != FP_NONE) {
        chosen = fp_pool_atom(worlds->pool, question, &option, 1);
        parts[0] = &chosen;
    }
    return fp_pool_join(worlds->pool, FP_GUARD_ALL, parts, 2);
}

/* Puts an effect into the joined tree's list, or among the conditions. */
static void put_effect(FpTwoWorlds *worlds, GArray *list, const Site *site, size_t question,
                       size_t option, bool in_first, bool in_second)
{
    FpGuard when = guards_of(worlds, site, question, in_first ? 0 : 1);
    FpWorldEffect world_effect = { site->effect,
                                   { in_first, in_second },
                                   firing(worlds, &when, question, option) };
    FpEffectKind kind = site->effect->kind;
    FpEffect joined = *site->effect;
    if (fp_effect_is_on_points(site->effect)) {
        joined.strength += in_first ? 0 : worlds->trees[0]->n_strengths;
        if (in_first != in_second) {
            touch(worlds, site->effect);
            g_array_append_val(worlds->weighing, world_effect);
        }
    } else {
        g_array_append_val(kind == FP_EFFECT_RULE_OUT ? worlds->rule_outs : worlds->conditions,
                           world_effect);
    }
    if (kind == FP_EFFECT_REQUIRE || kind == FP_EFFECT_ADVISE)
        return;
    set_outcomes(worlds, &joined, site->effect, world_effect.is_in);
    joined.when = when.n_parts == 0 ? NULL : fp_pool_keep(worlds->pool, when);
    g_array_append_val(list, joined);
}

static bool can_be_shared(const FpTwoWorlds *worlds, const Site *site, size_t question)
{
    return (question == FP_NONE || !worlds->is_split[question]) &&
           !reads_split(worlds, site->rule) && !reads_split(worlds, site->effect->when);
}

static Site *find_match(const FpTwoWorlds *worlds, const Site *site, GArray *others)
{
    for (guint i = 0; i < others->len; i++) {
        Site *other = &g_array_index(others, Site, i);
        if (!other->is_matched && is_same_effect(worlds, site, other))
            return other;
    }
    return NULL;
}

/* The effects that stand at one place, of both worlds. */
static FpEffects join_sites(FpTwoWorlds *worlds, GArray *first, GArray *second, size_t question,
                            size_t option)
{
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(FpEffect));
    for (guint i = 0; i < first->len; i++) {
        const Site *site = &g_array_index(first, Site, i);
        Site *other =
            can_be_shared(worlds, site, question) ? find_match(worlds, site, second) : NULL;
        if (other != NULL)
            other->is_matched = true;
        put_effect(worlds, list, site, question, option, true, other != NULL);
    }
    for (guint i = 0; i < second->len; i++) {
        const Site *site = &g_array_index(second, Site, i);
        if (!site->is_matched)
            put_effect(worlds, list, site, question, option, false, true);
    }
    return (FpEffects) { fp_pool_copy(worlds->pool, list->data, list->len, sizeof(FpEffect)),
                         list->len };
}

static void add_sites(GArray *sites, const FpEffects *effects, const FpGuard *rule)
{
    for (size_t i = 0; i < effects->n; i++) {
        Site site = { &effects->items[i], rule, false };
        g_array_append_val(sites, site);
    }
}

static FpEffects join_option(FpTwoWorlds *worlds, size_t question, size_t option)
{
    g_autoptr(GArray) first = g_array_new(FALSE, FALSE, sizeof(Site));
    g_autoptr(GArray) second = g_array_new(FALSE, FALSE, sizeof(Site));
    add_sites(first, &worlds->trees[0]->questions[question].options[option].effects, NULL);
    add_sites(second, &worlds->trees[1]->questions[question].options[option].effects, NULL);
    return join_sites(worlds, first, second, question, option);
}

static void add_sites_without_option(GArray *sites, const FpTree *tree)
{
    add_sites(sites, &tree->always, NULL);
    for (size_t i = 0; i < tree->n_rules; i++)
        add_sites(sites, &tree->rules[i].effects, tree->rules[i].when);
}

static FpEffects join_always(FpTwoWorlds *worlds)
{
    g_autoptr(GArray) first = g_array_new(FALSE, FALSE, sizeof(Site));
    g_autoptr(GArray) second = g_array_new(FALSE, FALSE, sizeof(Site));
    add_sites_without_option(first, worlds->trees[0]);
    add_sites_without_option(second, worlds->trees[1]);
    return join_sites(worlds, first, second, FP_NONE, FP_NONE);
}

/* ---- Questions ---- */

static void leave_out_split(FpTwoWorlds *worlds, FpOption *option)
{
    size_t *then = fp_pool_copy(worlds->pool, option->then, option->n_then, sizeof *then), n = 0;
    for (size_t i = 0; i < option->n_then; i++) {
        if (!worlds->is_split[then[i]])
            then[n++] = then[i];
    }
    option->then = then;
    option->n_then = n;
}

static void join_question(FpTwoWorlds *worlds, FpQuestion *questions, size_t index)
{
    FpQuestion *joined = &questions[index];
    *joined = worlds->trees[0]->questions[index];
    FpOption *options =
        fp_pool_copy(worlds->pool, joined->options, joined->n_options, sizeof *options);
    for (size_t i = 0; i < joined->n_options; i++) {
        options[i].effects = join_option(worlds, index, i);
        leave_out_split(worlds, &options[i]);
    }
    joined->options = options;
    if (!worlds->is_split[index])
        return;
    FpGuard asked[2] = { asked_in(worlds, index, 0), asked_in(worlds, index, 1) };
    const FpGuard *parts[] = { &asked[0], &asked[1] };
    joined->when = fp_pool_keep(worlds->pool, fp_pool_join(worlds->pool, FP_GUARD_ANY, parts, 2));
    joined->parent_question = joined->parent_option = FP_NONE;
}

/* ---- The whole ---- */

static void join_strengths(FpTwoWorlds *worlds)
{
    const FpTree *a = worlds->trees[0], *b = worlds->trees[1];
    FpStrength *strengths =
        fp_pool_alloc(worlds->pool, a->n_strengths + b->n_strengths, sizeof *strengths);
    for (size_t i = 0; i < a->n_strengths + b->n_strengths; i++)
        strengths[i] = i < a->n_strengths ? a->strengths[i] : b->strengths[i - a->n_strengths];
    worlds->joined.strengths = strengths;
    worlds->joined.n_strengths = a->n_strengths + b->n_strengths;
}

static void join_outcomes(FpTwoWorlds *worlds)
{
    const FpTree *a = worlds->trees[0], *b = worlds->trees[1];
    size_t n = a->n_outcomes;
    size_t *prefer = fp_pool_alloc(worlds->pool, 2 * n, sizeof *prefer);
    FpOutcome *outcomes = fp_pool_alloc(worlds->pool, 2 * n, sizeof *outcomes);
    for (size_t i = 0; i < n; i++) {
        prefer[i] = a->prefer[i];
        prefer[n + i] = n + b->prefer[i];
        outcomes[i] = a->outcomes[i];
        outcomes[n + i] = b->outcomes[i];
        if (a->prefer[i] != b->prefer[i])
            worlds->is_touched[a->prefer[i]] = worlds->is_touched[b->prefer[i]] = true;
    }
    worlds->joined.prefer = prefer;
    worlds->joined.outcomes = outcomes;
    worlds->joined.n_outcomes = 2 * n;
}

static void join_trees(FpTwoWorlds *worlds)
{
    const FpTree *a = worlds->trees[0];
    FpQuestion *questions = fp_pool_alloc(worlds->pool, a->n_questions, sizeof *questions);
    worlds->joined = (FpTree) { .source = a->source, .id = a->id, .close_call = a->close_call };
    join_strengths(worlds);
    join_outcomes(worlds);
    for (size_t i = 0; i < a->n_questions; i++)
        worlds->is_split[i] = !is_asked_alike(worlds, i);
    for (size_t i = 0; i < a->n_questions && has_room(worlds); i++)
        join_question(worlds, questions, i);
    worlds->joined.always = join_always(worlds);
    worlds->joined.questions = questions;
    worlds->joined.n_questions = a->n_questions;
}

/* Of a group an effect may stand back for another, and preferences may differ: no more is asked then
 * than that one fires, or nothing at all. */
static void find_weighs(FpTwoWorlds *worlds)
{
    g_auto(FpFormula) fires = fp_formula_new();
    for (size_t i = 0; i < worlds->trees[0]->n_outcomes; i++) {
        if (worlds->trees[0]->prefer[i] != worlds->trees[1]->prefer[i])
            return;
    }
    size_t any = fp_formula_begin(&fires, FP_GUARD_ANY);
    for (guint i = 0; i < worlds->weighing->len; i++) {
        g_autofree FpGuardNode *guard =
            fp_guard_compile(&g_array_index(worlds->weighing, FpWorldEffect, i).fires);
        fp_formula_add_guard(&fires, guard);
    }
    fp_formula_end(&fires, any);
    fp_formula_clear(&worlds->weighs);
    worlds->weighs = fp_formula_for_complete(&fires, worlds->compiled);
}

FpTwoWorlds *fp_two_worlds_new(const FpTree *first, const FpTree *second)
{
    g_autoptr(FpTwoWorlds) worlds = g_new0(FpTwoWorlds, 1);
    worlds->trees[0] = first;
    worlds->trees[1] = second;
    worlds->pool = fp_pool_new();
    worlds->is_split = g_new0(bool, first->n_questions);
    worlds->is_touched = g_new0(bool, first->n_outcomes);
    worlds->rule_outs = g_array_new(FALSE, FALSE, sizeof(FpWorldEffect));
    worlds->conditions = g_array_new(FALSE, FALSE, sizeof(FpWorldEffect));
    worlds->weighing = g_array_new(FALSE, FALSE, sizeof(FpWorldEffect));
    worlds->weighs = fp_formula_new();
    join_trees(worlds);
    if (!has_room(worlds))
        return NULL;
    worlds->compiled = fp_compiled_tree_new(&worlds->joined);
    find_weighs(worlds);
    return g_steal_pointer(&worlds);
}

void fp_two_worlds_free(FpTwoWorlds *worlds)
{
    if (worlds == NULL)
        return;
    fp_compiled_tree_free(worlds->compiled);
    g_array_unref(worlds->rule_outs);
    g_array_unref(worlds->conditions);
    g_array_unref(worlds->weighing);
    fp_formula_clear(&worlds->weighs);
    g_free(worlds->is_split);
    g_free(worlds->is_touched);
    fp_pool_free(worlds->pool);
    g_free(worlds);
}
