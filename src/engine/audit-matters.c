// SPDX-License-Identifier: Apache-2.0
// From the whole to its parts: a question that never matters is told as one, not again for each of its
// options and effects. What only favours an outcome that never wins is left to that finding.
#include "audit-private.h"
#include "fp-i18n.h"
#include "two-worlds-private.h"

/* What a thing does at most. */
typedef enum { WEIGHT_DECIDES, WEIGHT_MARGIN, WEIGHT_NONE, WEIGHT_UNDECIDED } Weight;

/* Two trees of which the second lacks something of the first, made one where that is asked for. */
typedef struct {
    const FpTree *whole, *part;
    FpTwoWorlds *worlds; /* owned; NULL: not made, or too large */
    bool is_made;
} Two;

static void two_clear(Two *two)
{
    fp_two_worlds_free(two->worlds);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Two, two_clear)

static FpTwoWorlds *worlds_of(Two *two)
{
    if (!two->is_made)
        two->worlds = fp_two_worlds_new(two->whole, two->part);
    two->is_made = true;
    return two->worlds;
}

static FpExists narrows(FpTwoWorlds *worlds, FpBudget *budget)
{
    return worlds == NULL ? FP_EXISTS_UNDECIDED : fp_two_worlds_narrow(worlds, budget);
}

static FpExists widens(const Two *two, FpBudget *budget)
{
    g_autoptr(FpTwoWorlds) back = fp_two_worlds_new(two->part, two->whole);
    return narrows(back, budget);
}

/* Whether the margin is another somewhere, decisions being the same everywhere. What is not found out
 * is taken for moving it: a note then, no warning. */
static Weight weigh_margin(Two *two, bool moves_margin, FpBudget *budget)
{
    FpBudget part_of_it = { budget->work_left / 10, budget->cancel };
    uint64_t given = part_of_it.work_left;
    bool moves = moves_margin || narrows(worlds_of(two), &part_of_it) != FP_EXISTS_NO ||
                 widens(two, &part_of_it) != FP_EXISTS_NO;
    budget->work_left -= given - part_of_it.work_left;
    return moves ? WEIGHT_MARGIN : WEIGHT_NONE;
}

/* Above so many states following two at a time would not be quick. */
#define STATES_MAX ((size_t)800 * 1000)

static bool has_points_walk(FpAuditing *auditing)
{
    const FpAudit *audit = auditing->audit;
    if (auditing->is_points_tried)
        return auditing->points != NULL;
    auditing->is_points_tried = true;
    if (audit->sheets_at_least != audit->sheets_at_most || audit->n_states > STATES_MAX)
        return false;
    FpBudget budget = { auditing->limits.work, auditing->limits.cancel };
    auditing->points = fp_points_walk_new(auditing->compiled, auditing->empty, &budget);
    auditing->limits.work = budget.work_left;
    return auditing->points != NULL;
}

/* What a part lacks of the whole: an effect, or all that hangs on an option where that is its effects
 * alone; or more, where both are left out. */
typedef struct {
    const FpCompiledEffect *effect;
    bool is_option;
    size_t question, option;
} Lack;

/* Whether who wins hangs on it, where the tree's states can be carried; else UNDECIDED. */
static FpExists changes_winner(FpAuditing *auditing, const Lack *lack, FpBudget *budget)
{
    if (lack->effect != NULL && !fp_effect_bears_on_winner(lack->effect->effect))
        return FP_EXISTS_NO;
    if ((lack->effect == NULL && !lack->is_option) || !has_points_walk(auditing))
        return FP_EXISTS_UNDECIDED;
    return lack->is_option
               ? fp_points_walk_option(auditing->points, lack->question, lack->option, budget)
               : fp_points_walk_effect(auditing->points, lack->effect, budget);
}

static FpExists differs(FpAuditing *auditing, Two *two, const Lack *lack, FpBudget *budget)
{
    FpExists winner = changes_winner(auditing, lack, budget);
    if (winner == FP_EXISTS_YES)
        return winner;
    return worlds_of(two) == NULL
               ? FP_EXISTS_UNDECIDED
               : fp_two_worlds_differ(two->worlds, winner == FP_EXISTS_NO, budget, NULL);
}

/* ---- Trying before searching ---- */

/* The questions that decide whether an effect fires, and whether those are asked. */
static void fix_questions(const FpCompiledTree *compiled, const FpEffectBlock *block,
                          const FpCompiledEffect *effect, bool *is_fixed)
{
    fp_questions_mark_read(block->guard, is_fixed);
    fp_questions_mark_read(effect->when, is_fixed);
    if (block->origin.question != FP_NONE)
        is_fixed[block->origin.question] = true;
    fp_questions_mark_around(compiled, is_fixed);
}

static const FpEffectBlock *block_around(const FpCompiledTree *compiled,
                                         const FpCompiledEffect *effect)
{
    for (size_t i = 0; i < compiled->n_blocks; i++) {
        const FpEffectBlock *block = &compiled->blocks[i];
        if (effect >= block->effects && effect < block->effects + block->n_effects)
            return block;
    }
    g_assert_not_reached();
}

static void try_effect(FpAuditing *auditing, const FpCompiledEffect *effect, bool whole_option,
                       FpWeight *shown)
{
    const FpEffectBlock *block = block_around(auditing->compiled, effect);
    g_autofree bool *is_fixed = g_new0(bool, auditing->tree->n_questions + 1);
    g_auto(FpFormula) fires = fp_formula_new();
    g_autoptr(FpAnswerSheet) firing = NULL;
    fp_formula_add_fires(&fires, block, effect);
    if (fp_audit_seek(auditing, &fires, false, &firing) != FP_EXISTS_YES)
        return;
    fix_questions(auditing->compiled, block, effect, is_fixed);
    fp_audit_try_effect(auditing, (size_t)(effect - auditing->compiled->effects), firing, is_fixed,
                        whole_option, shown);
}

/* What hangs on points: the effect, or the first of the option's that are on points. */
static void try_lack(FpAuditing *auditing, const Lack *lack, FpWeight *shown)
{
    if (lack->effect != NULL) {
        if (lack->effect->effect->strength != FP_NONE)
            try_effect(auditing, lack->effect, false, shown);
        return;
    }
    const FpEffectBlock *block =
        lack->is_option ? fp_block_of_option(auditing->compiled, lack->question, lack->option)
                        : NULL;
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        if (effect->effect->strength == FP_NONE)
            continue;
        try_effect(auditing, effect, true, shown);
        return;
    }
}

static Weight weigh(FpAuditing *auditing, const FpTree *whole, const FpTree *part, FpWeight shown,
                    Lack lack)
{
    if (!shown.matters)
        try_lack(auditing, &lack, &shown);
    if (shown.matters)
        return WEIGHT_DECIDES;
    g_auto(Two) two = { .whole = whole, .part = part };
    FpBudget budget = fp_audit_lend(auditing);
    FpExists found = differs(auditing, &two, &lack, &budget);
    Weight weight = found == FP_EXISTS_YES         ? WEIGHT_DECIDES
                    : found == FP_EXISTS_UNDECIDED ? WEIGHT_UNDECIDED
                                                   : WEIGHT_NONE;
    if (weight == WEIGHT_NONE)
        weight = weigh_margin(&two, shown.moves_margin, &budget);
    fp_audit_give_back(auditing, &budget);
    return weight;
}

/* ---- What need not be told ---- */

/* True where all that an effect is about never wins: that is told already. */
static bool is_excused(const FpAuditing *auditing, const FpEffect *effect)
{
    for (size_t i = 0; i < effect->n_outcomes; i++) {
        if (!auditing->never_wins[effect->outcomes[i]])
            return false;
    }
    return effect->n_outcomes > 0;
}

static bool has_excused(const FpAuditing *auditing, const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++) {
        if (is_excused(auditing, &effects->items[i]))
            return true;
    }
    return false;
}

/* True where something of the option is told of already: its effects, or guards of them. */
static bool is_option_excused(const FpAuditing *auditing, size_t question, size_t option)
{
    const FpEffectBlock *block = fp_block_of_option(auditing->compiled, question, option);
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        if (auditing->effects[&block->effects[i] - auditing->compiled->effects].never_fires)
            return true;
    }
    return has_excused(auditing, &auditing->tree->questions[question].options[option].effects);
}

static bool is_question_excused(const FpAuditing *auditing, size_t question)
{
    for (size_t i = 0; i < auditing->tree->questions[question].n_options; i++) {
        if (is_option_excused(auditing, question, i))
            return true;
    }
    return false;
}

/* ---- Effects ---- */

static void add_effect_finding(FpAuditing *auditing, Weight weight, const FpCompiledEffect *effect)
{
    FpFindingPlace place =
        fp_place_of_origin(auditing, effect->origin, effect->effect, effect->effect->place);
    if (weight == WEIGHT_NONE)
        fp_audit_add(auditing, FP_FINDING_NEVER_MATTERS, FP_SEVERITY_WARNING, place,
                     g_strdup(_("this effect never matters: without it every complete sheet is "
                                "decided the same")),
                     _("remove it, make it stronger, or see what always stands before it"), NULL);
    else
        fp_audit_add(auditing, FP_FINDING_MARGIN_ONLY, FP_SEVERITY_NOTE, place,
                     g_strdup(_("this effect moves a margin, but never a decision")), NULL, NULL);
}

static void judge_effect(FpAuditing *auditing, const FpEffectBlock *block, size_t index)
{
    const FpCompiledEffect *effect = &block->effects[index];
    FpEffectShown *shown = &auditing->effects[effect - auditing->compiled->effects];
    if (shown->weight.matters || shown->never_fires || is_excused(auditing, effect->effect))
        return;
    g_autoptr(FpPool) pool = fp_pool_new();
    const FpTree *part = fp_tree_without_effect(pool, auditing->tree, block->origin, index);
    Weight weight =
        weigh(auditing, auditing->tree, part, shown->weight, (Lack) { .effect = effect });
    if (weight == WEIGHT_UNDECIDED)
        fp_audit_note_undecided(auditing, FP_FINDING_NEVER_MATTERS);
    else if (weight != WEIGHT_DECIDES)
        add_effect_finding(auditing, weight, effect);
}

static void judge_effects(FpAuditing *auditing, const FpEffectBlock *block)
{
    for (size_t i = 0; block != NULL && i < block->n_effects; i++)
        judge_effect(auditing, block, i);
}

/* ---- Options ---- */

static void add_option_finding(FpAuditing *auditing, Weight weight, size_t question, size_t option)
{
    const char *id = auditing->tree->questions[question].options[option].id;
    FpFindingPlace place = fp_place_of_option(auditing, question, option);
    if (weight == WEIGHT_NONE)
        fp_audit_add(auditing, FP_FINDING_NEVER_MATTERS, FP_SEVERITY_WARNING, place,
                     g_strdup_printf(_("option '%s' never matters: nothing that hangs on it "
                                       "changes the decision of any complete sheet"),
                                     id),
                     _("remove what hangs on it, or give it an effect that can decide"), NULL);
    else
        fp_audit_add(auditing, FP_FINDING_MARGIN_ONLY, FP_SEVERITY_NOTE, place,
                     g_strdup_printf(_("option '%s' moves a margin, but never a decision"), id),
                     NULL, NULL);
}

static void add_neutral(FpAuditing *auditing, size_t question, size_t option)
{
    const FpQuestion *asked = &auditing->tree->questions[question];
    const char *id = asked->options[option].id;
    // Beside an exclusive option that says "none", a tick without any consequence says nothing.
    bool is_idle_tick = asked->type == FP_QUESTION_MANY && !asked->options[option].is_exclusive &&
                        !fp_option_set_is_empty(auditing->compiled->questions[question].exclusive);
    if (is_idle_tick)
        fp_audit_add(auditing, FP_FINDING_NEVER_MATTERS, FP_SEVERITY_WARNING,
                     fp_place_of_option(auditing, question, option),
                     g_strdup_printf(_("option '%s' never matters: it has no effect and no "
                                       "follow-up, and no guard reads it"),
                                     id),
                     _("remove it, or give it an effect"), NULL);
    else
        fp_audit_add(
            auditing, FP_FINDING_NEUTRAL_OPTION, FP_SEVERITY_NOTE,
            fp_place_of_option(auditing, question, option),
            g_strdup_printf(_("option '%s' changes nothing by itself: it has no effect and "
                              "no follow-up, and no guard reads it"),
                            id),
            NULL, NULL);
}

/* True where the option's one effect says all that there is to say of it. */
static bool is_one_effect(const FpAuditing *auditing, size_t question, size_t option)
{
    return auditing->tree->questions[question].options[option].effects.n == 1 &&
           !fp_option_set_has(auditing->read[question], option);
}

static Weight weigh_option(FpAuditing *auditing, size_t question, size_t option)
{
    const FpEffectBlock *block = fp_block_of_option(auditing->compiled, question, option);
    FpWeight shown = auditing->questions[question].options[option];
    if (is_one_effect(auditing, question, option)) {
        FpWeight alike = auditing->effects[block->effects - auditing->compiled->effects].weight;
        shown.matters |= alike.matters;
        shown.moves_margin |= alike.moves_margin;
    }
    if (shown.matters)
        return WEIGHT_DECIDES;
    g_autoptr(FpPool) pool = fp_pool_new();
    return weigh(auditing, auditing->tree,
                 fp_tree_without_option(pool, auditing->tree, question, option), shown,
                 (Lack) { .is_option = !fp_option_set_has(auditing->read[question], option),
                          .question = question,
                          .option = option });
}

static void judge_option(FpAuditing *auditing, size_t question, size_t option)
{
    if (!fp_audit_has_consequence(auditing, question, option)) {
        add_neutral(auditing, question, option);
        return;
    }
    Weight weight = weigh_option(auditing, question, option);
    if (weight == WEIGHT_UNDECIDED)
        fp_audit_note_undecided(auditing, FP_FINDING_NEVER_MATTERS);
    if (weight == WEIGHT_NONE || weight == WEIGHT_MARGIN) {
        if (!is_option_excused(auditing, question, option))
            add_option_finding(auditing, weight, question, option);
    } else if (!is_one_effect(auditing, question, option)) {
        judge_effects(auditing, fp_block_of_option(auditing->compiled, question, option));
    }
}

/* ---- Questions ---- */

/* Many: as if it were not answered; else each answer against the first. */
static Weight weigh_question(FpAuditing *auditing, size_t question)
{
    const FpQuestion *asked = &auditing->tree->questions[question];
    FpWeight shown = auditing->questions[question].whole;
    g_autoptr(FpPool) pool = fp_pool_new();
    Weight most = WEIGHT_NONE;
    if (asked->type == FP_QUESTION_MANY) {
        for (size_t i = 0; i < asked->n_options; i++)
            shown.matters |= auditing->questions[question].options[i].matters;
        return shown.matters ? WEIGHT_DECIDES
                             : weigh(auditing, auditing->tree,
                                     fp_tree_without_question(pool, auditing->tree, question),
                                     shown, (Lack) { 0 });
    }
    if (shown.matters)
        return WEIGHT_DECIDES;
    const FpTree *first = fp_tree_with_answer(pool, auditing->tree, question, 0);
    for (size_t i = 1; i < asked->n_options; i++) {
        const FpTree *other = fp_tree_with_answer(pool, auditing->tree, question, i);
        Weight weight = weigh(auditing, first, other, shown, (Lack) { 0 });
        if (weight == WEIGHT_DECIDES)
            return weight;
        if (weight == WEIGHT_UNDECIDED || most == WEIGHT_NONE)
            most = weight;
    }
    return most;
}

static void add_question_finding(FpAuditing *auditing, Weight weight, size_t question)
{
    const char *id = auditing->tree->questions[question].id;
    FpFindingPlace place = fp_place_of_question(auditing, question);
    if (weight == WEIGHT_NONE)
        fp_audit_add(auditing, FP_FINDING_NEVER_MATTERS, FP_SEVERITY_WARNING, place,
                     g_strdup_printf(_("question '%s' never matters: whatever is answered, every "
                                       "complete sheet is decided the same"),
                                     id),
                     _("remove the question, or give its options effects that can decide"), NULL);
    else
        fp_audit_add(auditing, FP_FINDING_MARGIN_ONLY, FP_SEVERITY_NOTE, place,
                     g_strdup_printf(_("question '%s' moves a margin, but never a decision"), id),
                     NULL, NULL);
}

static void judge_question(FpAuditing *auditing, size_t question)
{
    if (auditing->questions[question].is_dead)
        return;
    Weight weight = weigh_question(auditing, question);
    if (weight == WEIGHT_NONE || weight == WEIGHT_MARGIN) {
        if (!is_question_excused(auditing, question))
            add_question_finding(auditing, weight, question);
        return;
    }
    if (weight == WEIGHT_UNDECIDED)
        fp_audit_note_undecided(auditing, FP_FINDING_NEVER_MATTERS);
    for (size_t i = 0; i < auditing->tree->questions[question].n_options; i++)
        judge_option(auditing, question, i);
}

void fp_audit_matters(FpAuditing *auditing)
{
    for (size_t i = 0; i < auditing->tree->n_questions; i++)
        judge_question(auditing, i);
    for (size_t i = 0; i < auditing->compiled->n_blocks; i++) {
        const FpEffectBlock *block = &auditing->compiled->blocks[i];
        if (block->origin.question == FP_NONE)
            judge_effects(auditing, block);
    }
}
