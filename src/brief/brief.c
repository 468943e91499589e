// SPDX-License-Identifier: Apache-2.0
// The parts are made in the order in which the text shows them: that numbers the sources.
#include "brief-private.h"

void *brief_new_array(FpBriefMaker *maker, size_t n, size_t item_bytes)
{
    void *items = g_malloc0_n(n, item_bytes);
    if (items != NULL)
        g_ptr_array_add(maker->blocks, items);
    return items;
}

const char *brief_keep(FpBriefMaker *maker, char *owned)
{
    if (owned != NULL)
        g_ptr_array_add(maker->blocks, owned);
    return owned;
}

const char *brief_tree_text(const FpBriefMaker *maker, FpTreeText text)
{
    return fp_tree_text(maker->tree, text, maker->input->language);
}

const char *brief_outcome_title(const FpBriefMaker *maker, size_t outcome)
{
    return brief_tree_text(maker, maker->tree->outcomes[outcome].title);
}

const char *brief_question_text(const FpBriefMaker *maker, size_t question)
{
    return brief_tree_text(maker, maker->tree->questions[question].ask);
}

size_t brief_count_questions(const FpVerdict *verdict, FpQuestionState state)
{
    size_t n = 0;
    for (size_t i = 0; i < verdict->tree->n_questions; i++)
        n += verdict->states[i] == state;
    return n;
}

size_t brief_count_ruled_out(const FpVerdict *verdict)
{
    size_t n = 0;
    for (size_t i = 0; i < verdict->n_ranking; i++)
        n += verdict->ranking[i].is_ruled_out;
    return n;
}

size_t brief_count_not_known(const FpVerdict *verdict)
{
    return brief_count_questions(verdict, FP_STATE_OPEN) +
           brief_count_questions(verdict, FP_STATE_UNKNOWN);
}

bool brief_is_nothing_known(const FpVerdict *verdict)
{
    return brief_count_questions(verdict, FP_STATE_ANSWERED) == 0 &&
           brief_count_not_known(verdict) > 0;
}

const FpOutcome *brief_path(const FpBriefMaker *maker)
{
    if (!maker->brief.has_outcome || brief_is_nothing_known(maker->verdict))
        return NULL;
    return &maker->tree->outcomes[maker->verdict->outcome];
}

static void make_outcome(FpBriefMaker *maker)
{
    FpBrief *brief = &maker->brief;
    size_t outcome = maker->verdict->outcome;
    brief->has_outcome = outcome != FP_NONE;
    brief->outcome_index = outcome;
    if (!brief->has_outcome)
        return;
    brief->outcome = brief_outcome_title(maker, outcome);
    const FpOutcome *path = brief_path(maker);
    brief->outcome_summary = path != NULL ? brief_tree_text(maker, path->summary) : NULL;
    brief->score = fp_verdict_rank(maker->verdict, outcome)->score;
}

static void make_title(FpBriefMaker *maker)
{
    const FpSession *session = maker->input->session;
    const char *title = session != NULL ? fp_session_title(session) : NULL;
    const char *note = session != NULL ? fp_session_note(session, FP_NONE) : NULL;
    const char *organisation = maker->input->organisation;
    maker->brief.title = title != NULL ? brief_keep(maker, g_strdup(title))
                                       : brief_tree_text(maker, maker->tree->title);
    maker->brief.note = brief_keep_words(maker, FP_BRIEF_REDACT_NOTES, note);
    maker->brief.organisation = brief_keep(maker, g_strdup(organisation));
    maker->brief.who = brief_keep_words(maker, FP_BRIEF_REDACT_WHO, maker->input->who);
}

static void make_foot(FpBriefMaker *maker)
{
    const FpBriefInput *input = maker->input;
    FpBrief *brief = &maker->brief;
    brief->as_of = brief_keep(maker, fp_date_to_text(input->as_of));
    brief->tree_id = maker->tree->id;
    brief->tree_version = maker->tree->version;
    brief->language = input->language != NULL ? input->language : maker->tree->language;
    brief->tree_digest = fp_source_digest(maker->tree->source);
    brief->session_id = brief_keep(maker, g_strdup(input->session_id));
    brief->session_digest = brief_keep(maker, g_strdup(input->session_digest));
    brief->session_number = input->session_number;
    brief->session_ms = input->session != NULL ? fp_session_last_answer_ms(input->session) : 0;
}

// clang-format off
static void (*const parts[])(FpBriefMaker *) = {
    make_title,
    brief_make_redacted,
    make_outcome,
    brief_make_outlook,
    brief_make_conditions,
    brief_make_decided,
    brief_make_headline,
    brief_make_sureness,
    brief_make_reasons,
    brief_make_others,
    brief_make_changes,
    brief_make_conflicts,
    brief_make_stability,
    brief_make_steps,
    brief_make_notices,
    brief_make_ways,
    brief_cite_points,
    brief_make_answers,
    make_foot,
    brief_cite_points_of_ruled_out,
    brief_make_sources,
};
// clang-format on

FpBrief *fp_brief_new(const FpBriefInput *input)
{
    FpBriefMaker *maker = g_new0(FpBriefMaker, 1);
    maker->input = input;
    maker->tree = input->verdict->tree;
    maker->verdict = input->verdict;
    maker->blocks = g_ptr_array_new_with_free_func(g_free);
    maker->cited = g_ptr_array_new();
    maker->numbers = g_hash_table_new(NULL, NULL);
    maker->cites = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        parts[i](maker);
    g_ptr_array_unref(maker->cited);
    g_hash_table_unref(maker->numbers);
    g_hash_table_unref(maker->cites);
    maker->cited = NULL;
    maker->numbers = maker->cites = NULL;
    maker->input = NULL; // the caller's, and not needed any more
    return &maker->brief;
}

void fp_brief_free(FpBrief *brief)
{
    FpBriefMaker *maker = (FpBriefMaker *)brief; // the brief is its first member
    if (maker == NULL)
        return;
    g_ptr_array_unref(maker->blocks);
    g_free(maker);
}
