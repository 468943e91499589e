// SPDX-License-Identifier: Apache-2.0
// One function a key of FORMAT §4, in its order.
#include "decision-private.h"
#include "fp-decision.h"

static const char *outcome_id(const FpTree *tree, size_t outcome)
{
    return outcome == FP_NONE ? NULL : tree->outcomes[outcome].id;
}

static void write_tree(FpJsonWriter *writer, const FpTree *tree)
{
    fp_json_key(writer, "tree");
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "id", tree->id);
    fp_json_key_string(writer, "version", tree->version);
    fp_json_key_string(writer, "digest", fp_source_digest(tree->source));
    fp_json_key(writer, "facts");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "name", tree->facts_files[i].name);
        fp_json_key_string(writer, "digest", fp_source_digest(tree->facts_files[i].source));
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

void fp_decision_write_options(FpJsonWriter *writer, const FpQuestion *question,
                               FpOptionSet options)
{
    bool is_many = question->type == FP_QUESTION_MANY;
    if (is_many)
        fp_json_begin_array(writer);
    for (size_t i = 0; i < question->n_options; i++) {
        if (fp_option_set_has(options, i))
            fp_json_string(writer, question->options[i].id);
    }
    if (is_many)
        fp_json_end_array(writer);
}

void fp_decision_write_answer(FpJsonWriter *writer, const FpQuestion *question,
                              const FpAnswer *answer)
{
    if (answer->kind == FP_ANSWER_NUMBER) {
        g_autofree char *number = fp_decimal_to_text(answer->number);
        fp_json_number(writer, number);
    } else if (answer->kind == FP_ANSWER_OPTIONS) {
        fp_decision_write_options(writer, question, answer->options);
    } else {
        fp_json_null(writer);
    }
}

void fp_decision_write_answers(FpJsonWriter *writer, const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    fp_json_begin_object(writer);
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpAnswer *answer = fp_answer_sheet_get(sheet, i);
        if (answer->kind == FP_ANSWER_NONE)
            continue;
        fp_json_key(writer, tree->questions[i].id);
        fp_decision_write_answer(writer, &tree->questions[i], answer);
    }
    fp_json_end_object(writer);
}

static void write_questions_in(FpJsonWriter *writer, const char *key, const FpVerdict *verdict,
                               FpQuestionState state)
{
    fp_json_key(writer, key);
    fp_json_begin_array(writer);
    for (size_t i = 0; i < verdict->tree->n_questions; i++) {
        if (verdict->states[i] == state)
            fp_json_string(writer, verdict->tree->questions[i].id);
    }
    fp_json_end_array(writer);
}

static void write_ranking(FpJsonWriter *writer, const FpVerdict *verdict)
{
    fp_json_key(writer, "ranking");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < verdict->n_ranking; i++) {
        const FpRank *rank = &verdict->ranking[i];
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "outcome", outcome_id(verdict->tree, rank->outcome));
        fp_json_key_integer(writer, "score", rank->score);
        fp_json_key_bool(writer, "ruled_out", rank->is_ruled_out);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_origin(FpJsonWriter *writer, const FpTree *tree, FpOrigin origin)
{
    const FpQuestion *question =
        origin.question == FP_NONE ? NULL : &tree->questions[origin.question];
    fp_json_key_string(writer, "question", question == NULL ? NULL : question->id);
    fp_json_key_string(writer, "option",
                       question == NULL ? NULL : question->options[origin.option].id);
    fp_json_key_string(writer, "rule", origin.rule == FP_NONE ? NULL : tree->rules[origin.rule].id);
}

static void write_cites(FpJsonWriter *writer, FpCites cites)
{
    fp_json_key(writer, "cites");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < cites.n; i++)
        fp_json_string(writer, cites.items[i].id);
    fp_json_end_array(writer);
}

/* A ruling out has neither strength nor points: null both. */
static void write_strength(FpJsonWriter *writer, const FpTree *tree, const FpReason *reason)
{
    size_t strength = reason->effect->strength;
    fp_json_key_string(writer, "strength",
                       strength == FP_NONE ? NULL : tree->strengths[strength].id);
    fp_json_key(writer, "points");
    if (strength == FP_NONE)
        fp_json_null(writer);
    else
        fp_json_integer(writer, reason->points);
}

static void write_reason(FpJsonWriter *writer, const FpTree *tree, const FpReason *reason)
{
    const FpEffect *effect = reason->effect;
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "effect", fp_effect_kind_name(effect->kind));
    fp_json_key_string(writer, "outcome", outcome_id(tree, reason->outcome));
    write_strength(writer, tree, reason);
    fp_json_key_bool(writer, "counted", reason->counted);
    fp_json_key_string(writer, "because", effect->because.source);
    write_origin(writer, tree, reason->origin);
    write_cites(writer, effect->cites);
    fp_json_end_object(writer);
}

static void write_reasons(FpJsonWriter *writer, const FpVerdict *verdict)
{
    fp_json_key(writer, "reasons");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < verdict->n_reasons; i++)
        write_reason(writer, verdict->tree, &verdict->reasons[i]);
    fp_json_end_array(writer);
}

static void write_conditions(FpJsonWriter *writer, const FpVerdict *verdict)
{
    fp_json_key(writer, "requires");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < verdict->n_requires; i++)
        fp_json_string(writer, verdict->tree->controls[verdict->requires[i].effect->control].id);
    fp_json_end_array(writer);
    fp_json_key(writer, "advice");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < verdict->n_advice; i++)
        fp_json_string(writer, verdict->advice[i].effect->advice.source);
    fp_json_end_array(writer);
}

static void write_verdict(FpJsonWriter *writer, const FpVerdict *verdict)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "outcome", outcome_id(verdict->tree, verdict->outcome));
    fp_json_key(writer, "margin");
    if (verdict->has_margin)
        fp_json_integer(writer, verdict->margin);
    else
        fp_json_null(writer);
    fp_json_key_bool(writer, "tie", verdict->is_tie);
    fp_json_key_bool(writer, "close_call", verdict->is_close_call);
    write_ranking(writer, verdict);
    write_reasons(writer, verdict);
    write_conditions(writer, verdict);
    fp_json_end_object(writer);
}

static void write_date(FpJsonWriter *writer, const char *key, FpDate date)
{
    g_autofree char *text = fp_date_to_text(date);
    fp_json_key_string(writer, key, text);
}

static void write_source(FpJsonWriter *writer, const FpFactSourceRef *ref)
{
    const FpFactSource *source = ref->source;
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "title", source->title);
    fp_json_key_string(writer, "url", source->url);
    fp_json_key_string(writer, "locator", ref->locator);
    fp_json_key_string(writer, "kind", source->is_secondary ? "secondary" : "primary");
    if (source->has_published)
        write_date(writer, "published", source->published);
    else
        fp_json_key_string(writer, "published", NULL);
    fp_json_end_object(writer);
}

static void write_fact(FpJsonWriter *writer, const FpFact *fact, FpDate as_of)
{
    fp_json_key(writer, fact->id);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "claim", fact->claim);
    write_date(writer, "as_of", fact->as_of);
    fp_json_key_bool(writer, "stale", fp_fact_is_stale(fact, as_of));
    fp_json_key_bool(writer, "secondary", fact->is_secondary);
    fp_json_key_string(writer, "confidence", fp_confidence_name(fact->confidence));
    fp_json_key(writer, "sources");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < fact->n_sources; i++)
        write_source(writer, &fact->sources[i]);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

/* The facts that the reasons cite, each once, in the order in which they are cited first. */
static void write_sources(FpJsonWriter *writer, const FpVerdict *verdict, FpDate as_of)
{
    g_autoptr(GHashTable) written = g_hash_table_new(NULL, NULL);
    fp_json_key(writer, "sources");
    fp_json_begin_object(writer);
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        FpCites cites = verdict->reasons[i].effect->cites;
        for (size_t j = 0; j < cites.n; j++) {
            if (g_hash_table_add(written, (gpointer)(uintptr_t)cites.items[j].fact))
                write_fact(writer, cites.items[j].fact, as_of);
        }
    }
    fp_json_end_object(writer);
}

char *fp_decision_to_json(const FpAnswerSheet *sheet, const FpVerdict *verdict, FpDate as_of)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_object(writer);
    fp_json_key_integer(writer, "fingerpost", 1);
    write_date(writer, "as_of", as_of);
    write_tree(writer, verdict->tree);
    fp_json_key(writer, "answers");
    fp_decision_write_answers(writer, sheet);
    write_questions_in(writer, "open", verdict, FP_STATE_OPEN);
    write_questions_in(writer, "resting", verdict, FP_STATE_RESTING);
    fp_json_key(writer, "verdict");
    write_verdict(writer, verdict);
    fp_decision_write_analyses(writer, sheet, verdict, as_of);
    write_sources(writer, verdict, as_of);
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}

char *fp_verdict_to_canonical_json(const FpVerdict *verdict)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_CANONICAL);
    write_verdict(writer, verdict);
    return fp_json_writer_finish(writer);
}
