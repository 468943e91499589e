// SPDX-License-Identifier: Apache-2.0
// Paths keep the tree's order: what moves between two answers is what the answer moved.
#include "fp-i18n.h"
#include "wizard-scene-private.h"

static const FpOutlookWinner *find_winner(const FpOutlook *outlook, size_t outcome)
{
    for (size_t i = 0; i < outlook->n_winners; i++) {
        if (outlook->winners[i].outcome == outcome)
            return &outlook->winners[i];
    }
    return NULL;
}

static FpChance chance_of(const FpOutlook *outlook, size_t outcome)
{
    if (outlook == NULL)
        return FP_CHANCE_PENDING;
    if (find_winner(outlook, outcome) != NULL)
        return FP_CHANCE_CAN_WIN;
    return outlook->is_undecided ? FP_CHANCE_UNDECIDED : FP_CHANCE_CANNOT_WIN;
}

/* All completions; FP_COUNT_MAX where they are not counted, or too many to be told apart. */
static FpCount count_all(const FpOutlook *outlook)
{
    FpCount all = 0;
    for (size_t i = 0; i < outlook->n_winners; i++)
        all = fp_count_add(all, outlook->winners[i].sheets);
    return outlook->is_counted ? all : FP_COUNT_MAX;
}

/* As many ways as can be told apart in a narrow column. */
#define WAYS_TOLD_MAX 99

/* Whole percents; "none" and "all" are said of none and all alone. */
static char *percent_in_words(FpCount part, FpCount all)
{
    int percent = (int)((long double)part * 100 / (long double)all + 0.5L);
    if (part < all && percent == 100)
        /* Translators: a share; "%%" is one percent sign. */
        return g_strdup(_(">99%"));
    return percent == 0 ? g_strdup(_("<1%")) : g_strdup_printf(_("%d%%"), percent);
}

static char *share_in_words(const FpOutlook *outlook, size_t outcome)
{
    const FpOutlookWinner *winner = outlook != NULL ? find_winner(outlook, outcome) : NULL;
    if (winner == NULL || !fp_count_is_exact(count_all(outlook)))
        return NULL;
    FpCount all = count_all(outlook);
    if (all > WAYS_TOLD_MAX)
        return percent_in_words(winner->sheets, all);
    /* Translators: how many of how many ways to answer what is open: "12/48". */
    return g_strdup_printf(_("%d/%d"), (int)winner->sheets, (int)all);
}

static void add_path(FpWizardScene *scene, const FpWizard *wizard, const FpVerdict *verdict,
                     size_t outcome)
{
    const FpOutlook *outlook = fp_outlook_of(wizard);
    FpViewPath path = { .is_first = verdict->outcome == outcome,
                        .chance = chance_of(outlook, outcome),
                        .share = share_in_words(outlook, outcome) };
    if (outcome != FP_NONE) {
        const FpRank *rank = fp_verdict_rank(verdict, outcome);
        path.title = fp_wizard_text(wizard, wizard->tree->outcomes[outcome].title);
        path.score = rank->score;
        path.is_ruled_out = rank->is_ruled_out;
    }
    if (!path.is_ruled_out)
        scene->view.outlook.highest = MAX(scene->view.outlook.highest, path.score);
    g_array_append_val(scene->paths, path);
}

static void make_paths(FpWizardScene *scene, const FpWizard *wizard)
{
    const FpVerdict *verdict = wizard->outlook.verdict;
    for (size_t i = 0; i < wizard->tree->n_outcomes; i++)
        add_path(scene, wizard, verdict, i);
    // "No path" is told of where it stands or may come about, not that it cannot.
    FpChance none = chance_of(fp_outlook_of(wizard), FP_NONE);
    if (verdict->outcome == FP_NONE || none == FP_CHANCE_CAN_WIN || none == FP_CHANCE_UNDECIDED)
        add_path(scene, wizard, verdict, FP_NONE);
    scene->view.outlook.paths = (const FpViewPath *)(const void *)scene->paths->data;
    scene->view.outlook.n_paths = scene->paths->len;
}

static void make_worth_asking(FpViewOutlook *view, const FpWizard *wizard, const FpOutlook *outlook)
{
    view->worth_asking = FP_NONE;
    // Where completions are not counted the list has no order that tells anything.
    if (outlook == NULL || outlook->is_settled || outlook->n_worth_asking == 0 ||
        !fp_count_is_exact(count_all(outlook)))
        return;
    view->worth_asking = outlook->worth_asking[0];
    view->worth_asking_text =
        fp_wizard_text(wizard, wizard->tree->questions[view->worth_asking].ask);
    view->is_worth_asking_now =
        wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == view->worth_asking;
}

void fp_scene_make_outlook(FpWizardScene *scene, const FpWizard *wizard)
{
    const FpOutlook *outlook = fp_outlook_of(wizard);
    FpViewOutlook *view = &scene->view.outlook;
    view->n_open = fp_result_count_open(wizard, wizard->states);
    view->is_there = outlook != NULL;
    view->is_complete = outlook != NULL && outlook->is_complete;
    view->is_settled = fp_outlook_is_settled(wizard);
    view->is_undecided = outlook != NULL && outlook->is_undecided;
    view->can_finish = fp_outlook_can_finish(wizard);
    make_paths(scene, wizard);
    make_worth_asking(view, wizard, outlook);
    scene->view.shows_outlook = wizard->outlook.is_shown;
}
