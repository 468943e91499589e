// SPDX-License-Identifier: Apache-2.0
// The whole brief as JSON; data/brief.schema.json says what each key holds. Texts are in the brief's
// language, outcomes and the like by title: for ids there is `decide --json`.
#include "fp-json-writer.h"
#include "render-private.h"
#include "render-words.h"

typedef FpJsonWriter Writer;

static void write_texts(Writer *writer, const char *key, const char *const *texts, size_t n)
{
    fp_json_key(writer, key);
    fp_json_begin_array(writer);
    for (size_t i = 0; i < n; i++)
        fp_json_string(writer, texts[i]);
    fp_json_end_array(writer);
}

static void write_numbers(Writer *writer, const char *key, const size_t *numbers, size_t n)
{
    fp_json_key(writer, key);
    fp_json_begin_array(writer);
    for (size_t i = 0; i < n; i++)
        fp_json_integer(writer, (int64_t)numbers[i]);
    fp_json_end_array(writer);
}

static void write_cites(Writer *writer, FpBriefCites cites)
{
    write_numbers(writer, "cites", cites.numbers, cites.n);
}

static void write_items(Writer *writer, const char *key, const FpBriefItem *items, size_t n)
{
    fp_json_key(writer, key);
    fp_json_begin_array(writer);
    for (size_t i = 0; i < n; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "text", items[i].text);
        write_cites(writer, items[i].cites);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_reason(Writer *writer, const FpBriefReason *reason)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "path", reason->outcome);
    fp_json_key_string(writer, "effect", fp_effect_kind_name(reason->effect));
    fp_json_key_string(writer, "strength", reason->strength);
    fp_json_key_integer(writer, "points", reason->points);
    fp_json_key_bool(writer, "counted", reason->counted);
    fp_json_key(writer, "counted_by");
    if (reason->counted_by != FP_NONE)
        fp_json_integer(writer, (int64_t)reason->counted_by);
    else
        fp_json_null(writer);
    fp_json_key_string(writer, "because", reason->because);
    fp_json_key_string(writer, "question", reason->question);
    fp_json_key_string(writer, "answer", reason->answer);
    write_cites(writer, reason->cites);
    fp_json_end_object(writer);
}

static void write_reasons(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "reasons");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_reasons; i++)
        write_reason(writer, &brief->reasons[i]);
    fp_json_end_array(writer);
}

static void write_recommendation(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "recommendation");
    if (!brief->has_outcome) {
        fp_json_null(writer);
        return;
    }
    g_autofree char *sum = words_of_score(brief);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "path", brief->outcome);
    fp_json_key_string(writer, "summary", brief->outcome_summary);
    fp_json_key_integer(writer, "score", brief->score);
    fp_json_key_string(writer, "sum", sum);
    write_numbers(writer, "reasons_for", brief->reasons_for, brief->n_reasons_for);
    write_numbers(writer, "reasons_against", brief->reasons_against, brief->n_reasons_against);
    fp_json_end_object(writer);
}

static void write_others(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "others");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_others; i++) {
        const FpBriefOther *other = &brief->others[i];
        g_autofree char *sum = words_of_other_score(brief, other);
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "path", other->title);
        fp_json_key_bool(writer, "ruled_out", other->is_ruled_out);
        fp_json_key_integer(writer, "score", other->score);
        fp_json_key_string(writer, "sum", sum);
        write_numbers(writer, "reasons_for", other->reasons_for, other->n_reasons_for);
        write_numbers(writer, "reasons_against", other->reasons, other->n_reasons);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_conditions(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "conditions");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_conditions; i++) {
        const FpBriefCondition *condition = &brief->conditions[i];
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "title", condition->title);
        fp_json_key_string(writer, "how", condition->how);
        fp_json_key_string(writer, "owner", condition->owner);
        write_cites(writer, condition->cites);
        write_items(writer, "because", condition->because, condition->n_because);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_advice(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "advice");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_advice; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "text", brief->advice[i].text);
        write_cites(writer, brief->advice[i].cites);
        write_items(writer, "because", brief->advice[i].because, brief->advice[i].n_because);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_changes(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "changes");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_alternatives; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "path", brief->alternatives[i].outcome);
        fp_json_key_string(writer, "text", brief->alternatives[i].intro);
        write_texts(writer, "ways", brief->alternatives[i].ways, brief->alternatives[i].n_ways);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_key_string(writer, "changes_remark", brief->changes_remark);
}

static void write_stability(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "stability");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_stability; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "text", brief->stability[i].text);
        fp_json_key_bool(writer, "warning", brief->stability[i].is_warning);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_dataflow(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "dataflow");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_dataflow; i++) {
        const FpBriefStop *stop = &brief->dataflow[i];
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "at", stop->at);
        fp_json_key_string(writer, "within", stop->within);
        fp_json_key_string(writer, "run_by", stop->run_by);
        fp_json_key_string(writer, "control", stop->control);
        fp_json_key_bool(writer, "required", stop->condition != 0);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_access(Writer *writer, const FpBrief *brief)
{
    static const char *const levels[] = { "none", "limited", "full" };
    fp_json_key(writer, "access");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_access; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "who", brief->access[i].who);
        fp_json_key_string(writer, "to", brief->access[i].to);
        fp_json_key_string(writer, "has", levels[brief->access[i].has]);
        write_cites(writer, brief->access[i].cites);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_steps(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "next_steps");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_next_steps; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "do", brief->next_steps[i].what);
        fp_json_key_string(writer, "owner", brief->next_steps[i].owner);
        write_cites(writer, brief->next_steps[i].cites);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static const char *name_state(FpQuestionState state)
{
    switch (state) {
    case FP_STATE_OPEN:
        return "open";
    case FP_STATE_UNKNOWN:
        return "unknown";
    case FP_STATE_RESTING:
        return "resting";
    case FP_STATE_ANSWERED:
    case FP_STATE_NOT_APPLICABLE: // a brief has none of these
        break;
    }
    return "answered";
}

static void write_answers(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "answers");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_answers; i++) {
        const FpBriefAnswer *answer = &brief->answers[i];
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "question", answer->question);
        fp_json_key_string(writer, "state", name_state(answer->state));
        fp_json_key_string(writer, "answer", answer->answer);
        fp_json_key_string(writer, "note", answer->note);
        fp_json_key_string(writer, "who", answer->who);
        fp_json_key_string(writer, "by", answer->by);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_open(Writer *writer, const FpBrief *brief)
{
    write_numbers(writer, "open", brief->open, brief->n_open);
}

static void write_reference(Writer *writer, const FpFactSourceRef *ref)
{
    const FpFactSource *source = ref->source;
    g_autofree char *published = source->has_published ? fp_date_to_text(source->published) : NULL;
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "title", source->title);
    fp_json_key_string(writer, "publisher", source->publisher);
    fp_json_key_string(writer, "url", source->url);
    fp_json_key_string(writer, "published", published);
    fp_json_key_string(writer, "locator", ref->locator);
    fp_json_key_string(writer, "kind", source->is_secondary ? "secondary" : "primary");
    fp_json_end_object(writer);
}

static void write_source(Writer *writer, const FpBriefSource *source)
{
    fp_json_begin_object(writer);
    fp_json_key_integer(writer, "number", (int64_t)source->number);
    fp_json_key_string(writer, "id", source->fact_id);
    fp_json_key_string(writer, "claim", source->claim);
    fp_json_key_string(writer, "note", source->note);
    fp_json_key_string(writer, "as_of", source->as_of);
    fp_json_key_string(writer, "review_by", source->review_by);
    fp_json_key_bool(writer, "stale", source->is_stale);
    fp_json_key_bool(writer, "secondary", source->is_secondary);
    fp_json_key_string(writer, "confidence", source->confidence);
    fp_json_key(writer, "references");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < source->n_refs; i++)
        write_reference(writer, &source->refs[i]);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

static void write_sources(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "sources");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < brief->n_sources; i++)
        write_source(writer, &brief->sources[i]);
    fp_json_end_array(writer);
}

static void write_session(Writer *writer, const FpBrief *brief)
{
    fp_json_key(writer, "session");
    if (brief->session_id == NULL && brief->session_number == 0) {
        fp_json_null(writer);
        return;
    }
    g_autofree char *stamp = fp_stamp_to_text(brief->session_ms);
    fp_json_begin_object(writer);
    fp_json_key_integer(writer, "number", brief->session_number);
    fp_json_key_string(writer, "id", brief->session_id);
    fp_json_key_string(writer, "digest", brief->session_digest);
    fp_json_key_string(writer, "last_answer", stamp);
    fp_json_end_object(writer);
}

static void write_head(Writer *writer, const FpBrief *brief)
{
    fp_json_key_integer(writer, "fingerpost_brief", 1);
    fp_json_key_string(writer, "as_of", brief->as_of);
    fp_json_key(writer, "tree");
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "id", brief->tree_id);
    fp_json_key_string(writer, "version", brief->tree_version);
    fp_json_key_string(writer, "digest", brief->tree_digest);
    fp_json_end_object(writer);
    write_session(writer, brief);
    fp_json_key_string(writer, "title", brief->title);
    fp_json_key_string(writer, "organisation", brief->organisation);
    fp_json_key_string(writer, "who", brief->who);
    fp_json_key_string(writer, "redacted", brief->redacted);
    fp_json_key_string(writer, "headline", brief->headline);
    fp_json_key_string(writer, "badge", brief->badge);
    fp_json_key_string(writer, "sureness", brief->sureness);
    fp_json_key_bool(writer, "sure", brief->is_sure);
    fp_json_key_bool(writer, "settled", brief->is_settled);
    fp_json_key_string(writer, "decided", brief->decided);
    fp_json_key_bool(writer, "decided_otherwise", brief->is_decided_otherwise);
    fp_json_key_string(writer, "note", brief->note);
}

// clang-format off
static void (*const parts[])(Writer *, const FpBrief *) = {
    write_head,
    write_recommendation,
    write_conditions,
    write_reasons,
    write_others,
    write_changes,
    write_stability,
    write_steps,
    write_advice,
    write_access,
    write_dataflow,
    write_answers,
    write_open,
    write_sources,
};
// clang-format on

char *render_json(const FpBrief *brief)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_object(writer);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        parts[i](writer, brief);
    write_texts(writer, "conflicts", brief->conflicts, brief->n_conflicts);
    write_items(writer, "limits", brief->limits, brief->n_limits);
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}
