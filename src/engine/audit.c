// SPDX-License-Identifier: Apache-2.0
// Makes an audit step by step; the steps stand in audit-private.h.
#include "audit-private.h"
#include "fp-i18n.h"
#include <assert.h>

/* An audit and what it points to. */
typedef struct {
    FpAudit audit; /* first: an audit is the address of its storage */
    GArray *findings;
} Storage;

static const struct {
    const char *name, *summary;
} codes[] = {
    [FP_FINDING_NEVER_WINS] = { "never-wins", N_("An outcome wins on no complete sheet.") },
    [FP_FINDING_NO_PATH] = { "no-path", N_("On some sheet every outcome is ruled out.") },
    [FP_FINDING_NEVER_ASKED] = { "never-asked", N_("A question is asked on no sheet.") },
    [FP_FINDING_NEVER_CHOSEN] = { "never-chosen", N_("No number falls into a band.") },
    [FP_FINDING_NEVER_MATTERS] = { "never-matters",
                                   N_("An effect, an option or a question changes no decision.") },
    [FP_FINDING_MARGIN_ONLY] = { "margin-only",
                                 N_("An effect, an option or a question moves a margin, but never a "
                                    "decision.") },
    [FP_FINDING_NEUTRAL_OPTION] = { "neutral-option", N_("An option changes nothing by itself.") },
    [FP_FINDING_GUARD_NEVER_TRUE] = { "guard-never-true", N_("A guard holds on no sheet.") },
    [FP_FINDING_GUARD_ALWAYS_TRUE] = { "guard-always-true",
                                       N_("A guard holds wherever it is read.") },
    [FP_FINDING_ONLY_WHILE_UNKNOWN] = { "only-while-unknown",
                                        N_("A guard holds only while some answer is unknown or "
                                           "open.") },
    [FP_FINDING_UNCITED] = { "uncited", N_("A claim has no citation.") },
    [FP_FINDING_UNUSED_FACT] = { "unused-fact", N_("A fact is cited nowhere.") },
    [FP_FINDING_STALE_FACT] = { "stale-fact", N_("A fact is past the date of its review.") },
    [FP_FINDING_ALLOWS_NOTHING] = { "allows-nothing", N_("An entry of 'allow' fits no finding.") },
    [FP_FINDING_UNDECIDED] = { "undecided", N_("The budget ended before it was decided.") },
};
static_assert(G_N_ELEMENTS(codes) == FP_FINDING_COUNT, "a row for each code");

const char *fp_finding_name(FpFindingCode code)
{
    return codes[code].name;
}

const char *fp_finding_summary(FpFindingCode code)
{
    return _(codes[code].summary);
}

const char *fp_severity_name(FpSeverity severity)
{
    static const char *const names[] = { "error", "warning", "note" };
    return names[severity];
}

/* ---- Places ---- */

FpFindingPlace fp_place_of_outcome(const FpAuditing *auditing, size_t outcome)
{
    const FpOutcome *of = &auditing->tree->outcomes[outcome];
    return (FpFindingPlace) { auditing->tree->source, of->place, g_strdup(of->id) };
}

FpFindingPlace fp_place_of_question(const FpAuditing *auditing, size_t question)
{
    const FpQuestion *of = &auditing->tree->questions[question];
    return (FpFindingPlace) { auditing->tree->source, of->place, g_strdup(of->id) };
}

FpFindingPlace fp_place_of_option(const FpAuditing *auditing, size_t question, size_t option)
{
    const FpQuestion *asked = &auditing->tree->questions[question];
    const FpOption *of = &asked->options[option];
    return (FpFindingPlace) { auditing->tree->source, of->place,
                              g_strdup_printf("%s/%s", asked->id, of->id) };
}

/* Effects of `always` go by the first outcome that they are on. */
FpFindingPlace fp_place_of_origin(const FpAuditing *auditing, FpOrigin origin,
                                  const FpEffect *effect, FpPlace place)
{
    FpFindingPlace made = { auditing->tree->source, place, NULL };
    if (origin.rule != FP_NONE)
        made.at = g_strdup(auditing->tree->rules[origin.rule].id);
    else if (origin.question != FP_NONE)
        made.at = fp_place_of_option(auditing, origin.question, origin.option).at;
    else if (effect != NULL && effect->n_outcomes > 0)
        made.at = g_strdup(auditing->tree->outcomes[effect->outcomes[0]].id);
    return made;
}

/* ---- Findings ---- */

static void finding_clear(void *data)
{
    FpFinding *finding = data;
    fp_answer_sheet_free((FpAnswerSheet *)(uintptr_t)finding->witness);
    g_free((gpointer)(uintptr_t)finding->message);
    g_free((gpointer)(uintptr_t)finding->at);
}

void fp_audit_add(FpAuditing *auditing, FpFindingCode code, FpSeverity severity,
                  FpFindingPlace place, char *message, const char *mend, FpAnswerSheet *witness)
{
    FpFinding finding = { code,     severity, place.source, place.place,
                          place.at, message,  mend,         witness };
    g_array_append_val(auditing->findings, finding);
}

FpBudget fp_audit_lend(FpAuditing *auditing)
{
    uint64_t work = MIN(auditing->limits.work_each, auditing->limits.work);
    auditing->limits.work -= work;
    return (FpBudget) { work, auditing->limits.cancel };
}

void fp_audit_give_back(FpAuditing *auditing, const FpBudget *lent)
{
    auditing->limits.work += lent->work_left;
}

void fp_audit_note_undecided(FpAuditing *auditing, FpFindingCode code)
{
    auditing->n_undecided[code]++;
}

static void add_undecided(FpAuditing *auditing)
{
    for (int i = 0; i < FP_FINDING_COUNT; i++) {
        size_t n = auditing->n_undecided[i];
        if (n == 0)
            continue;
        char *message = g_strdup_printf(
            ngettext("of %zu thing it could not be decided within the budget whether it is '%s'",
                     "of %zu things it could not be decided within the budget whether they are "
                     "'%s'",
                     n),
            n, fp_finding_name(i));
        fp_audit_add(auditing, FP_FINDING_UNDECIDED, FP_SEVERITY_NOTE,
                     (FpFindingPlace) { auditing->tree->source, { 1, 1 }, NULL }, message, NULL,
                     NULL);
    }
}

/* The tree's own file first, then facts files as it names them. */
static size_t number_of_source(const FpTree *tree, const FpSource *source)
{
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        if (tree->facts_files[i].source == source)
            return i + 1;
    }
    return 0;
}

static int compare_findings(const void *a, const void *b, void *tree)
{
    const FpFinding *one = a, *other = b;
    size_t source = number_of_source(tree, one->source),
           other_source = number_of_source(tree, other->source);
    if (source != other_source)
        return source < other_source ? -1 : 1;
    if (one->place.line != other->place.line)
        return one->place.line < other->place.line ? -1 : 1;
    if (one->place.column != other->place.column)
        return one->place.column < other->place.column ? -1 : 1;
    return one->code < other->code ? -1 : one->code > other->code;
}

/* ---- The whole ---- */

static void begin(FpAuditing *auditing)
{
    const FpTree *tree = auditing->tree;
    auditing->empty = fp_answer_sheet_new(tree);
    auditing->read = fp_audit_find_read(tree);
    auditing->effects = g_new0(FpEffectShown, auditing->compiled->n_effects + 1);
    auditing->questions = g_new0(FpQuestionShown, tree->n_questions + 1);
    for (size_t i = 0; i < tree->n_questions; i++)
        auditing->questions[i].options = g_new0(FpWeight, tree->questions[i].n_options);
    auditing->rules = g_new0(FpShown, tree->n_rules + 1);
    auditing->outcomes = g_new0(FpAuditOutcome, tree->n_outcomes + 1);
    auditing->never_wins = g_new0(bool, tree->n_outcomes);
}

static void finish(FpAuditing *auditing)
{
    FpAudit *audit = auditing->audit;
    g_array_sort_with_data(auditing->findings, compare_findings,
                           (gpointer)(uintptr_t)auditing->tree);
    audit->items = (const FpFinding *)(void *)auditing->findings->data;
    audit->n = auditing->findings->len;
    audit->outcomes = auditing->outcomes;
    audit->n_outcomes = auditing->tree->n_outcomes + 1;
    audit->ties = auditing->ties;
    audit->close_calls = auditing->close_calls;
    for (size_t i = 0; i < auditing->tree->n_questions; i++)
        g_free(auditing->questions[i].options);
    fp_points_walk_free(auditing->points);
    g_free(auditing->read);
    g_free(auditing->questions);
    g_free(auditing->effects);
    g_free(auditing->rules);
    g_free(auditing->never_wins);
    fp_answer_sheet_free(auditing->empty);
}

FpAudit *fp_audit_new(const FpTree *tree, FpDate judging_date, FpAuditLimits limits)
{
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    Storage *storage = g_new0(Storage, 1);
    storage->findings = g_array_new(FALSE, FALSE, sizeof(FpFinding));
    g_array_set_clear_func(storage->findings, finding_clear);
    FpAuditing auditing = { .tree = tree,
                            .compiled = compiled,
                            .limits = limits,
                            .judging_date = judging_date,
                            .audit = &storage->audit,
                            .findings = storage->findings };
    begin(&auditing);
    fp_audit_try_sheets(&auditing);
    fp_audit_outcomes(&auditing);
    fp_audit_guards(&auditing);
    fp_audit_count(&auditing);
    fp_audit_matters(&auditing);
    fp_audit_claims(&auditing);
    fp_audit_allow(&auditing);
    add_undecided(&auditing);
    finish(&auditing);
    return &storage->audit;
}

static void clear_outcomes(const FpAuditOutcome *outcomes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        fp_answer_sheet_free(outcomes[i].count.witness);
    g_free((gpointer)(uintptr_t)outcomes);
}

void fp_audit_free(FpAudit *audit)
{
    Storage *storage = (Storage *)audit;
    if (storage == NULL)
        return;
    clear_outcomes(audit->outcomes, audit->n_outcomes);
    fp_answer_sheet_free(audit->ties.witness);
    fp_answer_sheet_free(audit->close_calls.witness);
    g_free((gpointer)(uintptr_t)audit->entangled_by);
    g_array_unref(storage->findings);
    g_free(storage);
}
