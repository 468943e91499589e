// SPDX-License-Identifier: Apache-2.0
// The verdict is computed from the record's own tree and answers, at the session's judging date.
#include "record-brief.h"

#include "fp-decision.h"

static FpVerdict *verdict_of(const FpRecord *record)
{
    return fp_verdict_compute(fp_record_compiled(record),
                              fp_session_sheet(fp_record_session(record)));
}

static FpBrief *make_brief(const FpRecord *record, const FpVerdict *verdict, bool has_analyses,
                           const FpBriefWishes *wishes)
{
    const FpSession *session = fp_record_session(record);
    g_autoptr(FpBriefAnalyses) analyses = NULL;
    if (has_analyses)
        analyses = fp_brief_analyses_new(fp_record_compiled(record), fp_session_sheet(session),
                                         verdict, fp_session_judging_date(session), NULL);
    const FpBriefWishes own = wishes != NULL ? *wishes : (FpBriefWishes) { 0 };
    const FpBriefInput input = {
        .sheet = fp_session_sheet(session),
        .verdict = verdict,
        .as_of = fp_session_judging_date(session),
        .session = session,
        .session_number = fp_record_number(record),
        .session_id = fp_record_is_saved(record) ? fp_record_id(record) : NULL,
        .session_digest = fp_record_is_saved(record) ? fp_record_digest(record) : NULL,
        .organisation = own.organisation,
        .who = own.who,
        .redact = own.redact,
        .analyses = analyses,
    };
    return fp_brief_new(&input);
}

FpBrief *fp_record_to_brief(const FpRecord *record, const FpBriefWishes *wishes)
{
    g_autoptr(FpVerdict) verdict = verdict_of(record);
    return make_brief(record, verdict, true, wishes);
}

char *fp_record_headline(const FpRecord *record)
{
    g_autoptr(FpVerdict) verdict = verdict_of(record);
    bool is_open = false; // only then can what may still come change the words
    for (size_t i = 0; i < verdict->tree->n_questions; i++)
        is_open |= verdict->states[i] == FP_STATE_OPEN;
    g_autoptr(FpBrief) brief = make_brief(record, verdict, is_open, NULL);
    return g_strdup(brief->headline);
}

char *fp_record_to_json(const FpRecord *record)
{
    const FpSession *session = fp_record_session(record);
    g_autoptr(FpVerdict) verdict = verdict_of(record);
    return fp_decision_to_json(fp_session_sheet(session), verdict,
                               fp_session_judging_date(session));
}
