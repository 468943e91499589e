// SPDX-License-Identifier: Apache-2.0
// Guards are rewritten for the questions of the pair and what became constant is folded away; what
// leads to a follow-up becomes part of its guard. Effects that the aspect does not depend on are left
// out.
#include "tree-diff-private.h"
#include <string.h>

struct FpProjection {
    FpTree tree;
    FpCompiledTree *compiled; /* owned */
    GPtrArray *kept;          /* of all that the tree points to and is its own */
    const FpTree *from;
    const FpPair *pair;
    size_t side;
    FpAspect aspect;
    size_t *joint; /* owned; one a question of `from`: its number in the pair, or FP_NONE */
};

static const FpGuard always_holds = { .kind = FP_GUARD_ALL };
static const FpGuard never_holds = { .kind = FP_GUARD_ANY };

static bool is_constant(const FpGuard *guard, FpGuardKind kind)
{
    return guard->kind == kind && guard->n_parts == 0;
}

static bool holds_always(const FpGuard *guard)
{
    return is_constant(guard, FP_GUARD_ALL);
}

static bool holds_never(const FpGuard *guard)
{
    return is_constant(guard, FP_GUARD_ANY);
}

static void *keep(FpProjection *projection, void *memory)
{
    g_ptr_array_add(projection->kept, memory);
    return memory;
}

/* The options of the pair that stand for an option; appended. */
static void add_pair_options(const FpPairQuestion *question, size_t side, size_t option,
                             size_t *options, size_t *n)
{
    for (size_t i = 0; i < question->n_options; i++) {
        if (question->options[i].from[side] == option)
            options[(*n)++] = i;
    }
}

static FpGuard answer_guard(FpProjection *projection, size_t question, const size_t *wanted,
                            size_t n_wanted, bool needs_all)
{
    size_t joint = projection->joint[question], n = 0;
    if (joint == FP_NONE)
        return never_holds;
    const FpPairQuestion *pair = &projection->pair->questions[joint];
    size_t *options = keep(projection, g_new(size_t, pair->n_options));
    for (size_t i = 0; i < n_wanted; i++) {
        size_t before = n;
        add_pair_options(pair, projection->side, wanted[i], options, &n);
        if (needs_all && n == before)
            return never_holds;
    }
    if (n == 0)
        return never_holds;
    return (FpGuard) { .kind = FP_GUARD_ANSWER,
                       .question = joint,
                       .options = options,
                       .n_options = n,
                       .needs_all = needs_all };
}

static FpGuard project_guard(FpProjection *projection, const FpGuard *guard);

/* All or any of parts: those that are constant decide or go. */
static FpGuard project_parts(FpProjection *projection, const FpGuard *guard)
{
    bool is_any = guard->kind == FP_GUARD_ANY;
    FpGuard *parts = keep(projection, g_new(FpGuard, guard->n_parts + 1));
    size_t n = 0;
    for (size_t i = 0; i < guard->n_parts; i++) {
        FpGuard part = project_guard(projection, &guard->parts[i]);
        if (is_any ? holds_always(&part) : holds_never(&part))
            return part;
        if (!(is_any ? holds_never(&part) : holds_always(&part)))
            parts[n++] = part;
    }
    return n == 1 ? parts[0] : (FpGuard) { .kind = guard->kind, .parts = parts, .n_parts = n };
}

static FpGuard project_guard(FpProjection *projection, const FpGuard *guard)
{
    if (guard->kind == FP_GUARD_ANSWER)
        return answer_guard(projection, guard->question, guard->options, guard->n_options,
                            guard->needs_all);
    if (guard->kind != FP_GUARD_NOT)
        return project_parts(projection, guard);
    FpGuard *part = keep(projection, g_new(FpGuard, 1));
    *part = project_guard(projection, &guard->parts[0]);
    if (holds_always(part))
        return never_holds;
    if (holds_never(part))
        return always_holds;
    return (FpGuard) { .kind = FP_GUARD_NOT, .parts = part, .n_parts = 1 };
}

/* NULL where it always holds. */
static const FpGuard *keep_guard(FpProjection *projection, const FpGuard *guard)
{
    FpGuard projected = guard != NULL ? project_guard(projection, guard) : always_holds;
    if (holds_always(&projected))
        return NULL;
    return memcpy(keep(projection, g_new(FpGuard, 1)), &projected, sizeof projected);
}

/* ---- Effects ---- */

static bool is_the_condition(const FpAspect *aspect, const FpEffect *effect)
{
    if (aspect->kind == FP_ASPECT_CONTROL)
        return effect->kind == FP_EFFECT_REQUIRE && effect->control == aspect->index;
    return aspect->kind == FP_ASPECT_ADVICE && effect->kind == FP_EFFECT_ADVISE &&
           g_str_equal(effect->advice.source, aspect->advice);
}

/* An effect on both of an outcome's two. */
static void double_outcomes(FpProjection *projection, FpEffect *effect)
{
    size_t *outcomes = keep(projection, g_new(size_t, 2 * effect->n_outcomes));
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        outcomes[2 * i] = 2 * effect->outcomes[i];
        outcomes[2 * i + 1] = 2 * effect->outcomes[i] + 1;
    }
    effect->outcomes = outcomes;
    effect->n_outcomes *= 2;
}

/* The condition rules out the outcomes without it. */
static void rule_out_unconditioned(FpProjection *projection, FpEffect *effect)
{
    size_t n = effect->n_outcomes > 0 ? effect->n_outcomes : projection->from->n_outcomes;
    size_t *outcomes = keep(projection, g_new(size_t, n));
    for (size_t i = 0; i < n; i++)
        outcomes[i] = 2 * (effect->n_outcomes > 0 ? effect->outcomes[i] : i);
    effect->kind = FP_EFFECT_RULE_OUT;
    effect->outcomes = outcomes;
    effect->n_outcomes = n;
}

/* False where the aspect does not depend on it. */
static bool project_effect(FpProjection *projection, FpEffect *effect)
{
    static const size_t first[] = { 0 };
    const FpAspect *aspect = &projection->aspect;
    if (aspect->kind == FP_ASPECT_WINNER)
        return fp_effect_bears_on_winner(effect);
    if (aspect->kind == FP_ASPECT_OUT) {
        bool is_it = effect->kind == FP_EFFECT_RULE_OUT && fp_effect_touches(effect, aspect->index);
        effect->outcomes = first;
        effect->n_outcomes = 1;
        return is_it;
    }
    if (is_the_condition(aspect, effect))
        rule_out_unconditioned(projection, effect);
    else if (fp_effect_bears_on_winner(effect))
        double_outcomes(projection, effect);
    else
        return false;
    return true;
}

static FpEffects project_effects(FpProjection *projection, FpEffects from)
{
    FpEffect *effects = keep(projection, g_new(FpEffect, from.n + 1));
    size_t n = 0;
    for (size_t i = 0; i < from.n; i++) {
        FpEffect effect = from.items[i];
        if (!project_effect(projection, &effect))
            continue;
        effect.when = keep_guard(projection, effect.when);
        if (effect.when == NULL || !holds_never(effect.when))
            effects[n++] = effect;
    }
    return (FpEffects) { effects, n };
}

/* ---- Questions, rules, outcomes ---- */

/* The guard of a question, and that its parent's option is chosen. */
static const FpGuard *question_guard(FpProjection *projection, const FpQuestion *question)
{
    if (question->parent_question == FP_NONE)
        return keep_guard(projection, question->when);
    FpGuard *parts = keep(projection, g_new(FpGuard, 2));
    parts[0] =
        answer_guard(projection, question->parent_question, &question->parent_option, 1, false);
    parts[1] = question->when != NULL ? project_guard(projection, question->when) : always_holds;
    if (holds_never(&parts[0]) || holds_always(&parts[1]))
        return &parts[0];
    if (holds_never(&parts[1]))
        return &parts[1];
    FpGuard both = { .kind = FP_GUARD_ALL, .parts = parts, .n_parts = 2 };
    return memcpy(keep(projection, g_new(FpGuard, 1)), &both, sizeof both);
}

static void project_question(FpProjection *projection, const FpPairQuestion *pair, FpQuestion *to)
{
    const FpQuestion *from = &projection->from->questions[pair->from[projection->side]];
    FpOption *options = keep(projection, g_new0(FpOption, pair->n_options));
    for (size_t i = 0; i < pair->n_options; i++) {
        size_t option = pair->options[i].from[projection->side];
        options[i].is_exclusive = pair->options[i].is_exclusive;
        if (option != FP_NONE)
            options[i].effects = project_effects(projection, from->options[option].effects);
    }
    *to =
        (FpQuestion) { .id = from->id,
                       .place = from->place,
                       .type = pair->type == FP_QUESTION_MANY ? FP_QUESTION_MANY : FP_QUESTION_ONE,
                       .theme = FP_NONE,
                       .when = question_guard(projection, from),
                       .options = options,
                       .n_options = pair->n_options,
                       .parent_question = FP_NONE,
                       .parent_option = FP_NONE };
}

static void project_questions(FpProjection *projection)
{
    const FpPair *pair = projection->pair;
    FpQuestion *questions = keep(projection, g_new0(FpQuestion, pair->n + 1));
    projection->joint = keep(projection, g_new(size_t, projection->from->n_questions + 1));
    for (size_t i = 0; i < projection->from->n_questions; i++)
        projection->joint[i] = FP_NONE;
    for (size_t i = 0; i < pair->n; i++)
        projection->joint[pair->questions[i].from[projection->side]] = i;
    for (size_t i = 0; i < pair->n; i++)
        project_question(projection, &pair->questions[i], &questions[i]);
    projection->tree.questions = questions;
    projection->tree.n_questions = pair->n;
}

static void project_rules(FpProjection *projection)
{
    const FpTree *from = projection->from;
    FpRule *rules = keep(projection, g_new0(FpRule, from->n_rules + 1));
    size_t n = 0;
    for (size_t i = 0; i < from->n_rules; i++) {
        FpRule rule = from->rules[i];
        rule.when = keep_guard(projection, rule.when);
        rule.effects = project_effects(projection, rule.effects);
        if (rule.effects.n > 0 && (rule.when == NULL || !holds_never(rule.when)))
            rules[n++] = rule;
    }
    projection->tree.rules = rules;
    projection->tree.n_rules = n;
}

static void project_outcomes(FpProjection *projection)
{
    const FpTree *from = projection->from;
    size_t n = from->n_outcomes;
    bool is_out = projection->aspect.kind == FP_ASPECT_OUT;
    bool is_winner = projection->aspect.kind == FP_ASPECT_WINNER;
    size_t *prefer = keep(projection, g_new(size_t, 2 * n + 2));
    for (size_t i = 0; is_winner && i < n; i++)
        prefer[i] = from->prefer[i];
    for (size_t i = 0; !is_winner && !is_out && i < 2 * n; i++)
        prefer[i] = 2 * from->prefer[i / 2] + i % 2;
    for (size_t i = 0; is_out && i < 2; i++)
        prefer[i] = i;
    projection->tree.prefer = prefer;
    projection->tree.n_outcomes = is_out ? 2 : is_winner ? n : 2 * n;
    projection->tree.outcomes =
        is_winner ? from->outcomes
                  : keep(projection, g_new0(FpOutcome, projection->tree.n_outcomes));
}

FpProjection *fp_projection_new(const FpTree *tree, size_t side, const FpPair *pair,
                                FpAspect aspect)
{
    FpProjection *projection = g_new0(FpProjection, 1);
    projection->kept = g_ptr_array_new_with_free_func(g_free);
    projection->from = tree;
    projection->pair = pair;
    projection->side = side;
    projection->aspect = aspect;
    projection->tree =
        (FpTree) { .id = tree->id, .strengths = tree->strengths, .n_strengths = tree->n_strengths };
    project_outcomes(projection);
    project_questions(projection);
    project_rules(projection);
    projection->tree.always = project_effects(projection, tree->always);
    projection->compiled = fp_compiled_tree_new(&projection->tree);
    return projection;
}

void fp_projection_free(FpProjection *projection)
{
    if (projection == NULL)
        return;
    fp_compiled_tree_free(projection->compiled);
    g_ptr_array_unref(projection->kept);
    g_free(projection);
}

const FpCompiledTree *fp_projection_compiled(const FpProjection *projection)
{
    return projection->compiled;
}
