// SPDX-License-Identifier: Apache-2.0
// Questions that are never asked, guards that never or always hold. A guard may be there for what is
// unknown: it is judged by complete sheets first, then by all.
#include "audit-private.h"
#include "fp-i18n.h"
#include "search-private.h"

FpExists fp_audit_seek(FpAuditing *auditing, const FpFormula *formula, bool may_be_unknown,
                       FpAnswerSheet **out_witness)
{
    FpBudget budget = fp_audit_lend(auditing);
    g_autoptr(FpSearch) search =
        fp_search_new(auditing->compiled, auditing->empty, &fp_goal_any, FP_NONE, &budget);
    g_auto(FpFormula) plain = fp_formula_for_complete(formula, auditing->compiled);
    search->condition = fp_formula_nodes(may_be_unknown ? formula : &plain);
    search->may_be_unknown = may_be_unknown;
    FpExists found =
        fp_budget_take(&budget, search->work_from[0]) ? fp_search_run(search) : FP_EXISTS_UNDECIDED;
    if (found == FP_EXISTS_YES && out_witness != NULL)
        *out_witness = fp_search_witness(search);
    fp_audit_give_back(auditing, &budget);
    return found;
}

/* What a guard is read under, and the guard. */
typedef struct {
    size_t question, option; /* chosen; FP_NONE: none need be */
    const FpGuardNode *rule; /* holds; NULL: none need */
    const FpGuardNode *when;
} Read;

static void add_read(FpFormula *formula, const Read *read)
{
    if (read->question != FP_NONE)
        fp_formula_add_atom(formula, read->question, fp_option_set_of(read->option));
    fp_formula_add_guard(formula, read->rule);
}

static FpExists exists_read(FpAuditing *auditing, const Read *read, bool is_met,
                            bool may_be_unknown)
{
    g_auto(FpFormula) formula = fp_formula_new();
    size_t all = fp_formula_begin(&formula, FP_GUARD_ALL);
    add_read(&formula, read);
    if (is_met)
        fp_formula_add_guard(&formula, read->when);
    else
        fp_formula_add_not(&formula, read->when);
    fp_formula_end(&formula, all);
    return fp_audit_seek(auditing, &formula, may_be_unknown, NULL);
}

/* What is known of a guard in the end. */
typedef enum {
    GUARD_LIVES,
    GUARD_NEVER,
    GUARD_ONLY_UNKNOWN,
    GUARD_ALWAYS,
    GUARD_UNDECIDED_MET,   /* whether it ever holds */
    GUARD_UNDECIDED_UNMET, /* whether it ever fails; it does hold somewhere */
} Fate;

static Fate judge_met(FpAuditing *auditing, const Read *read)
{
    FpExists met = exists_read(auditing, read, true, false);
    if (met != FP_EXISTS_NO)
        return met == FP_EXISTS_YES ? GUARD_LIVES : GUARD_UNDECIDED_MET;
    met = exists_read(auditing, read, true, true);
    return met == FP_EXISTS_NO    ? GUARD_NEVER
           : met == FP_EXISTS_YES ? GUARD_ONLY_UNKNOWN
                                  : GUARD_UNDECIDED_MET;
}

static Fate judge(FpAuditing *auditing, const Read *read, FpShown shown)
{
    if (!shown.is_met) {
        Fate fate = judge_met(auditing, read);
        if (fate != GUARD_LIVES)
            return fate;
    }
    if (shown.is_unmet || read->when == NULL)
        return GUARD_LIVES;
    // One that fails where something is unknown is there for that.
    FpExists unmet = exists_read(auditing, read, false, true);
    return unmet == FP_EXISTS_NO    ? GUARD_ALWAYS
           : unmet == FP_EXISTS_YES ? GUARD_LIVES
                                    : GUARD_UNDECIDED_UNMET;
}

static void add_guard_finding(FpAuditing *auditing, Fate fate, FpFindingPlace place)
{
    switch (fate) {
    case GUARD_NEVER:
        fp_audit_add(auditing, FP_FINDING_GUARD_NEVER_TRUE, FP_SEVERITY_WARNING, place,
                     g_strdup(_("this guard holds on no sheet")),
                     _("correct the guard, or remove what it guards"), NULL);
        return;
    case GUARD_ONLY_UNKNOWN:
        fp_audit_add(auditing, FP_FINDING_ONLY_WHILE_UNKNOWN, FP_SEVERITY_NOTE, place,
                     g_strdup(_("this guard holds only while some answer is unknown or open")),
                     NULL, NULL);
        return;
    case GUARD_ALWAYS:
        fp_audit_add(auditing, FP_FINDING_GUARD_ALWAYS_TRUE, FP_SEVERITY_WARNING, place,
                     g_strdup(_("this guard always holds where it is read")),
                     _("remove the guard, or correct it"), NULL);
        return;
    case GUARD_UNDECIDED_MET:
    case GUARD_UNDECIDED_UNMET:
        fp_audit_note_undecided(auditing, fate == GUARD_UNDECIDED_MET
                                              ? FP_FINDING_GUARD_NEVER_TRUE
                                              : FP_FINDING_GUARD_ALWAYS_TRUE);
        g_free(place.at);
        return;
    default:
        g_free(place.at);
    }
}

/* ---- Questions ---- */

static void add_never_asked(FpAuditing *auditing, size_t question, Fate fate)
{
    const FpQuestion *asked = &auditing->tree->questions[question];
    FpFindingPlace place = fp_place_of_question(auditing, question);
    if (fate == GUARD_NEVER)
        fp_audit_add(
            auditing, FP_FINDING_NEVER_ASKED, FP_SEVERITY_WARNING, place,
            g_strdup_printf(_("question '%s' is never asked: no sheet meets its guard"), asked->id),
            _("correct its 'when', or remove the question"), NULL);
    else
        fp_audit_add(auditing, FP_FINDING_ONLY_WHILE_UNKNOWN, FP_SEVERITY_NOTE, place,
                     g_strdup_printf(_("question '%s' is asked only while some answer is unknown "
                                       "or open"),
                                     asked->id),
                     NULL, NULL);
}

static void judge_question(FpAuditing *auditing, size_t index)
{
    const FpCompiledQuestion *compiled = &auditing->compiled->questions[index];
    FpQuestionShown *shown = &auditing->questions[index];
    size_t parent = compiled->parent_question;
    Read read = { parent, compiled->parent_option, NULL, compiled->when };
    if (parent != FP_NONE && auditing->questions[parent].is_dead) {
        shown->is_dead = true; // told of its parent
        return;
    }
    if (compiled->when == NULL)
        return; // its parent's option can be chosen
    Fate fate = judge(auditing, &read, shown->when);
    shown->is_dead = fate == GUARD_NEVER || fate == GUARD_ONLY_UNKNOWN;
    if (shown->is_dead)
        add_never_asked(auditing, index, fate);
    else if (fate == GUARD_UNDECIDED_MET)
        fp_audit_note_undecided(auditing, FP_FINDING_NEVER_ASKED);
    else if (fate == GUARD_ALWAYS || fate == GUARD_UNDECIDED_UNMET)
        add_guard_finding(auditing, fate,
                          (FpFindingPlace) { auditing->tree->source,
                                             auditing->tree->questions[index].when->place,
                                             g_strdup(auditing->tree->questions[index].id) });
}

/* ---- Rules and effects ---- */

static void judge_effect(FpAuditing *auditing, const FpEffectBlock *block,
                         const FpCompiledEffect *effect)
{
    FpEffectShown *shown = &auditing->effects[effect - auditing->compiled->effects];
    Read read = { block->origin.question, block->origin.option, block->guard, effect->when };
    if (effect->when == NULL)
        return;
    Fate fate = judge(auditing, &read, shown->when);
    shown->never_fires = fate == GUARD_NEVER || fate == GUARD_ONLY_UNKNOWN;
    add_guard_finding(
        auditing, fate,
        fp_place_of_origin(auditing, block->origin, effect->effect, effect->effect->when->place));
}

static void mark_never_fires(FpAuditing *auditing, const FpEffectBlock *block)
{
    for (size_t i = 0; i < block->n_effects; i++)
        auditing->effects[&block->effects[i] - auditing->compiled->effects].never_fires = true;
}

static void judge_block(FpAuditing *auditing, const FpEffectBlock *block)
{
    FpOrigin origin = block->origin;
    if (origin.question != FP_NONE && auditing->questions[origin.question].is_dead) {
        mark_never_fires(auditing, block);
        return;
    }
    if (origin.rule != FP_NONE) {
        Read read = { FP_NONE, FP_NONE, NULL, block->guard };
        Fate fate = judge(auditing, &read, auditing->rules[origin.rule]);
        add_guard_finding(auditing, fate,
                          fp_place_of_origin(auditing, origin, NULL,
                                             auditing->tree->rules[origin.rule].when->place));
        if (fate == GUARD_NEVER || fate == GUARD_ONLY_UNKNOWN) {
            mark_never_fires(auditing, block);
            return;
        }
    }
    for (size_t i = 0; i < block->n_effects; i++)
        judge_effect(auditing, block, &block->effects[i]);
}

/* ---- Bands ---- */

/* A band ends above min, and begins at or below max. */
static bool holds_number(const FpQuestion *question, size_t band)
{
    const FpOption *own = &question->options[band];
    bool is_above_min = !own->has_below || fp_decimal_compare(own->below, question->min) > 0;
    bool is_below_max = band == 0 || !question->has_max ||
                        fp_decimal_compare(question->options[band - 1].below, question->max) <= 0;
    return is_above_min && is_below_max;
}

static void judge_bands(FpAuditing *auditing, size_t question)
{
    const FpQuestion *asked = &auditing->tree->questions[question];
    for (size_t i = 0; asked->type == FP_QUESTION_NUMBER && i < asked->n_options; i++) {
        if (!holds_number(asked, i))
            fp_audit_add(auditing, FP_FINDING_NEVER_CHOSEN, FP_SEVERITY_WARNING,
                         fp_place_of_option(auditing, question, i),
                         g_strdup_printf(_("no number from 'min' to 'max' falls into band '%s'"),
                                         asked->options[i].id),
                         _("move its 'below', or 'min' or 'max', or remove the band"), NULL);
    }
}

void fp_audit_guards(FpAuditing *auditing)
{
    for (size_t i = 0; i < auditing->tree->n_questions; i++) {
        judge_question(auditing, i);
        judge_bands(auditing, i);
    }
    for (size_t i = 0; i < auditing->compiled->n_blocks; i++)
        judge_block(auditing, &auditing->compiled->blocks[i]);
}
