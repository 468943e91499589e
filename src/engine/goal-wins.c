// SPDX-License-Identifier: Apache-2.0
// Bound: for each rival, by how much the outcome can lead it in the end at most. An option gives the
// sum of its effects, a question its best option (for many, its best set), guards that are not known
// are taken as they suit the outcome. A counts_as group is bounded on its own, by its strongest
// effect that can fire, so that what is counted once is not hoped for twice. A rival that may yet be
// ruled out binds nothing.
#include "goal-wins-private.h"
#include <string.h>

/* Numbers for one look at a search, in its scratch; one a rival or one a group.
 * A gain stands at the rival; what is gained on all rivals alike stands at the outcome itself. */
typedef struct {
    FpSearch *search;
    size_t outcome, n_outcomes;
    int64_t *lead_more;  /* what the lead can grow at most, questions so far */
    int64_t *question;   /* the same of one question */
    int64_t *set;        /* of one question: of the options of many together */
    int64_t *option;     /* of one option */
    int64_t *can_be_out; /* 1: something can rule the rival out without the outcome */
    int64_t *most;       /* the points of each group, where all goes well */
    int64_t *least;      /* those that it has for certain */
} Look;

static bool is_relevant(const FpSearch *search, const FpEffect *effect)
{
    (void)search;
    return fp_effect_bears_on_winner(effect);
}

size_t fp_leads_n_scratch(const FpCompiledTree *compiled)
{
    return 5 * compiled->tree->n_outcomes + 2 * compiled->n_groups;
}

static Look begin(FpSearch *search, size_t outcome)
{
    size_t n = search->compiled->tree->n_outcomes, n_groups = search->compiled->n_groups;
    int64_t *scratch = search->scratch;
    Look look = { search,
                  outcome,
                  n,
                  scratch,
                  scratch + n,
                  scratch + 2 * n,
                  scratch + 3 * n,
                  scratch + 4 * n,
                  scratch + 5 * n,
                  scratch + 5 * n + n_groups };
    memset(look.lead_more, 0, n * sizeof *look.lead_more);
    memset(look.can_be_out, 0, n * sizeof *look.can_be_out);
    for (size_t i = 0; i < n_groups; i++)
        look.most[i] = look.least[i] = search->group_points[i];
    return look;
}

static void add_ruling_out(const Look *look, const FpEffect *effect)
{
    for (size_t i = 0; i < effect->n_outcomes && !fp_effect_touches(effect, look->outcome); i++)
        look->can_be_out[effect->outcomes[i]] = 1;
}

static bool is_good_for(const Look *look, const FpGroup *group)
{
    return (group->outcome == look->outcome) == (group->kind == FP_EFFECT_FAVOUR);
}

static void add_to_groups(const Look *look, const FpCompiledEffect *effect, bool is_forced)
{
    for (size_t i = 0; i < effect->effect->n_outcomes; i++) {
        size_t group = effect->groups[i];
        if (is_good_for(look, &look->search->compiled->groups[group]))
            look->most[group] = MAX(look->most[group], effect->points);
        else if (is_forced)
            look->least[group] = MAX(look->least[group], effect->points);
    }
}

/* What an effect gives the outcome over each rival: all of it where it fires for certain, else only
 * what is good. */
static void add_points(const Look *look, const FpCompiledEffect *effect, bool is_certain,
                       int64_t *gain)
{
    bool is_favour = effect->effect->kind == FP_EFFECT_FAVOUR;
    bool is_own = fp_effect_touches(effect->effect, look->outcome);
    if (!is_certain && is_own != is_favour)
        return;
    int64_t points = is_favour ? effect->points : -effect->points;
    for (size_t i = 0; i < effect->effect->n_outcomes; i++) {
        size_t outcome = effect->effect->outcomes[i];
        gain[outcome] += outcome == look->outcome ? points : -points;
    }
}

/* is_forced: the option that it belongs to is in force for certain. */
static void add_effect(const Look *look, const FpCompiledEffect *effect, FpChance fires,
                       bool is_forced, int64_t *gain)
{
    if (!fires.is_possible)
        return;
    if (effect->effect->kind == FP_EFFECT_RULE_OUT)
        add_ruling_out(look, effect->effect);
    else if (effect->effect->strength == FP_NONE)
        return;
    else if (effect->groups != NULL)
        add_to_groups(look, effect, is_forced && fires.is_certain);
    else
        add_points(look, effect, fires.is_certain, gain);
}

static FpChance chance_of(const Look *look, const FpCompiledEffect *effect)
{
    return fp_guard_chance(effect->when, look->search->must, look->search->may);
}

/* True where choosing the option rules the outcome out whatever else comes. */
static bool is_fatal(const Look *look, const FpEffectBlock *block)
{
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpEffect *effect = block->effects[i].effect;
        if (effect->kind == FP_EFFECT_RULE_OUT && fp_effect_touches(effect, look->outcome) &&
            block->effects[i].readiness != FP_READY_LATE &&
            chance_of(look, &block->effects[i]).is_certain)
            return true;
    }
    return false;
}

/* What an option gives, in look->option. is_settled: it is of the question that is being decided
 * and has given all but what reads that question. */
static void add_option(const Look *look, const FpEffectBlock *block, bool is_settled,
                       bool is_forced)
{
    memset(look->option, 0, look->n_outcomes * sizeof *look->option);
    for (size_t i = 0; block != NULL && i < block->n_effects; i++) {
        const FpCompiledEffect *effect = &block->effects[i];
        if (effect->readiness == FP_READY_LATE ||
            (effect->readiness == FP_READY_WITH_OPTION && is_settled))
            continue;
        add_effect(look, effect, chance_of(look, effect), is_forced, look->option);
    }
    for (size_t i = 0; i < look->n_outcomes; i++) {
        if (i != look->outcome)
            look->option[i] += look->option[look->outcome];
    }
}

/* Takes an option among those that can stand together: whole where it must, else where it helps. */
static void take_into_set(const Look *look, bool is_forced, bool is_first)
{
    for (size_t i = 0; i < look->n_outcomes; i++) {
        int64_t gain = look->option[i];
        look->set[i] = (is_first ? 0 : look->set[i]) + (is_forced ? gain : MAX(gain, 0));
    }
}

static void take_alternative(const Look *look, const int64_t *gain, bool is_first)
{
    for (size_t i = 0; i < look->n_outcomes; i++)
        look->question[i] = is_first ? gain[i] : MAX(look->question[i], gain[i]);
}

/* True where an option excludes the question's other options. */
static bool stands_alone(const Look *look, size_t question, size_t option)
{
    if (look->search->compiled->tree->questions[question].type != FP_QUESTION_MANY)
        return true;
    return fp_option_set_has(look->search->compiled->questions[question].exclusive, option);
}

/* The best that a question can give, in look->question; false where each of its answers is fatal. */
static bool add_options(const Look *look, size_t question)
{
    const FpSearch *search = look->search;
    bool is_free = fp_search_is_free(search, question), has_set = false, has_alternative = false;
    FpOptionSet left = search->may[question];
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        left = fp_option_set_minus(left, fp_option_set_of(i));
        const FpEffectBlock *block = fp_block_of_option(search->compiled, question, i);
        bool is_must = fp_option_set_has(search->must[question], i);
        bool is_settled =
            question == search->question && fp_option_set_has(search->settled_options, i);
        if (is_fatal(look, block)) {
            if (is_must || !is_free)
                return false;
            continue;
        }
        add_option(look, block, is_settled, is_must);
        if (is_free && !is_must && stands_alone(look, question, i)) {
            take_alternative(look, look->option, !has_alternative);
            has_alternative = true;
        } else {
            take_into_set(look, is_must || !is_free, !has_set);
            has_set = true;
        }
    }
    if (has_set)
        take_alternative(look, look->set, !has_alternative);
    return has_set || has_alternative;
}

/* False where the question is asked and each of its answers rules the outcome out. */
static bool add_question(const Look *look, size_t question)
{
    FpChance asked = look->search->asked[question];
    if (!asked.is_possible)
        return true;
    if (!add_options(look, question))
        return !asked.is_certain;
    for (size_t i = 0; i < look->n_outcomes; i++)
        look->lead_more[i] += asked.is_certain ? look->question[i] : MAX(look->question[i], 0);
    return true;
}

/* The same for late effects; false where one rules the outcome out for certain. */
static bool add_late(const Look *look)
{
    const FpSearch *search = look->search;
    memset(look->option, 0, look->n_outcomes * sizeof *look->option);
    for (size_t i = search->first_late[search->question + 1]; i < search->n_late; i++) {
        const FpCompiledEffect *effect = search->late[i].effect;
        FpChance fires = fp_search_late_chance(search, &search->late[i]);
        if (fires.is_certain && effect->effect->kind == FP_EFFECT_RULE_OUT &&
            fp_effect_touches(effect->effect, look->outcome))
            return false;
        add_effect(look, effect, fires, true, look->option);
    }
    for (size_t i = 0; i < look->n_outcomes; i++)
        look->lead_more[i] +=
            look->option[i] + (i == look->outcome ? 0 : look->option[look->outcome]);
    return true;
}

/* What groups give beyond what they have given already. */
static void add_groups(const Look *look)
{
    int64_t on_all_rivals = 0;
    for (size_t i = 0; i < look->search->compiled->n_groups; i++) {
        const FpGroup *group = &look->search->compiled->groups[i];
        int64_t now = look->search->group_points[i];
        int64_t gain = is_good_for(look, group) ? look->most[i] - now : now - look->least[i];
        if (group->outcome == look->outcome)
            on_all_rivals += gain;
        else
            look->lead_more[group->outcome] += gain;
    }
    for (size_t i = 0; i < look->n_outcomes; i++)
        look->lead_more[i] += on_all_rivals;
}

int64_t fp_lead_to_spare(const FpSearch *search, size_t outcome, size_t rival)
{
    const size_t *rank = search->compiled->prefer_rank;
    int64_t need = rank[outcome] < rank[rival] ? 0 : 1;
    return search->scores[outcome] - search->scores[rival] - need;
}

bool fp_leads_look(FpSearch *search, size_t outcome, FpLeads *out_leads)
{
    Look look = begin(search, outcome);
    for (size_t i = search->question; i < search->compiled->tree->n_questions; i++) {
        if (!add_question(&look, i))
            return false;
    }
    if (!add_late(&look))
        return false;
    add_groups(&look);
    *out_leads = (FpLeads) { look.lead_more, look.can_be_out };
    return true;
}

static bool can_be_reached(FpSearch *search, int64_t *out_merit)
{
    FpLeads leads;
    if (search->outs[search->outcome] || !fp_leads_look(search, search->outcome, &leads))
        return false;
    *out_merit = INT64_MAX;
    for (size_t i = 0; i < search->n_world; i++) {
        if (i == search->outcome || search->outs[i] || leads.can_be_out[i])
            continue;
        int64_t spare = fp_lead_to_spare(search, search->outcome, i);
        *out_merit = MIN(*out_merit, spare + leads.lead_more[i]);
    }
    return *out_merit >= 0;
}

static bool is_reached(const FpSearch *search)
{
    for (size_t i = 0; i < search->n_world; i++) {
        if (i != search->outcome && !search->outs[i] &&
            fp_lead_to_spare(search, search->outcome, i) < 0)
            return false;
    }
    return !search->outs[search->outcome];
}

static int64_t standing(const FpSearch *search, size_t outcome)
{
    if (outcome == search->outcome)
        return -search->outs[outcome];
    if (outcome >= search->n_world)
        return 0;
    return search->outs[outcome] ? INT64_MAX : fp_lead_to_spare(search, search->outcome, outcome);
}

const FpGoal fp_goal_wins = {
    .is_relevant = is_relevant,
    .can_be_reached = can_be_reached,
    .is_reached = is_reached,
    .standing = standing,
    .n_scratch = fp_leads_n_scratch,
};
