// SPDX-License-Identifier: Apache-2.0
// Who wins at all, no path, ties and close calls: what no tried sheet has shown is searched for.
#include "audit-private.h"
#include "fp-exists.h"
#include "fp-i18n.h"
#include "two-worlds-private.h"

static FpExists find_winner(FpAuditing *auditing, size_t outcome, FpAnswerSheet **out_witness)
{
    FpBudget budget = fp_audit_lend(auditing);
    FpExists exists =
        fp_exists_winner(auditing->compiled, auditing->empty, outcome, &budget, out_witness);
    fp_audit_give_back(auditing, &budget);
    return exists;
}

static void add_never_wins(FpAuditing *auditing, size_t outcome)
{
    auditing->never_wins[outcome] = true;
    fp_audit_add(auditing, FP_FINDING_NEVER_WINS, FP_SEVERITY_WARNING,
                 fp_place_of_outcome(auditing, outcome),
                 g_strdup_printf(_("outcome '%s' wins on no complete sheet"),
                                 auditing->tree->outcomes[outcome].id),
                 _("give it more that favours it, or allow it with the reason"), NULL);
}

static void look_at_outcome(FpAuditing *auditing, size_t slot)
{
    size_t n = auditing->tree->n_outcomes, outcome = slot == n ? FP_NONE : slot;
    FpAuditOutcome *found = &auditing->outcomes[slot];
    if (found->count.exists != FP_EXISTS_YES)
        found->count.exists = find_winner(auditing, outcome, &found->count.witness);
    if (found->count.exists == FP_EXISTS_UNDECIDED)
        fp_audit_note_undecided(auditing, slot == n ? FP_FINDING_NO_PATH : FP_FINDING_NEVER_WINS);
    else if (found->count.exists == FP_EXISTS_NO && slot < n)
        add_never_wins(auditing, slot);
    if (found->count.witness == NULL)
        return;
    FpAnswerSheet *complete = found->count.witness;
    found->count.witness = fp_audit_shorten(auditing, outcome, complete, &found->is_shortest);
    fp_answer_sheet_free(complete);
}

static void add_no_path(FpAuditing *auditing, const FpAnswerSheet *witness)
{
    FpFindingPlace place = fp_place_of_outcome(auditing, auditing->tree->prefer[0]);
    g_clear_pointer(&place.at, g_free);
    fp_audit_add(auditing, FP_FINDING_NO_PATH, FP_SEVERITY_WARNING, place,
                 g_strdup(_("there is a sheet on which every outcome is ruled out")),
                 _("see what rules them out there, or allow it with the reason, at any outcome"),
                 fp_answer_sheet_copy(witness));
}

/* A sheet whose winner leads some other outcome by at most `most` points. */
static void find_close(FpAuditing *auditing, FpTwoWorlds *twice, FpAuditCount *count, int64_t most)
{
    count->exists = FP_EXISTS_UNDECIDED;
    if (twice == NULL)
        return;
    FpBudget budget = fp_audit_lend(auditing);
    count->exists = fp_two_worlds_close(twice, most, &budget, &count->witness);
    fp_audit_give_back(auditing, &budget);
}

/* Ties and close calls that no sheet has shown. */
static void look_at_close(FpAuditing *auditing)
{
    bool has_ties = auditing->ties.exists == FP_EXISTS_YES,
         has_close_calls = auditing->close_calls.exists == FP_EXISTS_YES;
    if (has_ties && has_close_calls)
        return;
    g_autoptr(FpTwoWorlds) twice = fp_two_worlds_new(auditing->tree, auditing->tree);
    if (!has_ties)
        find_close(auditing, twice, &auditing->ties, 0);
    if (!has_close_calls)
        find_close(auditing, twice, &auditing->close_calls, auditing->tree->close_call);
}

void fp_audit_outcomes(FpAuditing *auditing)
{
    size_t n = auditing->tree->n_outcomes;
    for (size_t i = 0; i <= n; i++)
        look_at_outcome(auditing, i);
    if (auditing->outcomes[n].count.exists == FP_EXISTS_YES)
        add_no_path(auditing, auditing->outcomes[n].count.witness);
    look_at_close(auditing);
}
