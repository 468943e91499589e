// SPDX-License-Identifier: Apache-2.0
// Answers from the fold; verdict, reasons and citations from the recorded JSON, which is the record.
#include "fp-decimal.h"
#include "index-rows-private.h"
#include <string.h>

void fp_index_summary(const FpSession *session, FpSqlValue out_values[FP_INDEX_SUMMARY_COLUMNS])
{
    const FpTree *tree = fp_session_tree(session);
    const FpEvent *finished = fp_session_finished(session), *decided = fp_session_decided(session);
    const char *outcome = finished != NULL ? finished->outcome : NULL;
    size_t found = outcome != NULL ? fp_tree_find_outcome(tree, outcome) : FP_NONE;
    int64_t n_answers = 0;
    for (size_t i = 0; i < tree->n_questions; i++)
        n_answers += fp_answer_sheet_get(fp_session_sheet(session), i)->kind != FP_ANSWER_NONE;
    out_values[0] = fp_sql_integer(fp_session_started_ms(session));
    out_values[1] = fp_sql_integer(fp_session_last_ms(session));
    out_values[2] = fp_sql_integer((int64_t)fp_session_n_events(session));
    out_values[3] = fp_sql_integer(n_answers);
    out_values[4] = fp_sql_text(fp_session_state_name(fp_session_state(session)));
    out_values[5] = fp_sql_text(fp_session_title(session));
    out_values[6] = fp_sql_text(outcome);
    out_values[7] = fp_sql_text(
        found != FP_NONE ? fp_tree_text(tree, tree->outcomes[found].title, NULL) : NULL);
    out_values[8] = fp_sql_text(decided != NULL ? decided->outcome : NULL);
}

void fp_index_list_parents(const FpIndex *index, FpIndexRows *rows)
{
    const char *const *parents = fp_session_parents(index->session);
    for (int64_t i = 0; parents[i] != NULL; i++) {
        fp_index_add_integer(rows, i);
        fp_index_add_text(rows, parents[i]);
    }
}

// The band that a number is in: a question in a query wants it as one row with those of options.
static const char *option_of(const FpQuestion *question, const FpAnswer *answer, const char *id)
{
    size_t band = fp_option_set_first(answer->options);
    return answer->kind == FP_ANSWER_NUMBER ? question->options[band].id : id;
}

static void add_answers(const FpIndex *index, size_t question, FpIndexRows *rows)
{
    const FpTree *tree = fp_session_tree(index->session);
    const FpAnswer *answer = fp_answer_sheet_get(fp_session_sheet(index->session), question);
    g_auto(GStrv) ids = fp_answer_to_ids(&tree->questions[question], answer);
    for (int64_t i = 0; ids[i] != NULL; i++) {
        fp_index_add_text(rows, tree->questions[question].id);
        fp_index_add_integer(rows, i);
        fp_index_add_text(rows, option_of(&tree->questions[question], answer, ids[i]));
        fp_index_add_text(rows, answer->kind == FP_ANSWER_NUMBER ? ids[i] : NULL);
        fp_index_add_integer(rows, index->states[question] == FP_STATE_RESTING);
        fp_index_add_text(rows, fp_session_who(index->session, question));
        fp_index_add_text(rows, fp_session_by(index->session, question));
    }
}

static int compare_ids(const void *a, const void *b, void *data)
{
    const FpTree *tree = data;
    return strcmp(tree->questions[*(const size_t *)a].id, tree->questions[*(const size_t *)b].id);
}

// By id, as the table is ordered.
void fp_index_list_answers(const FpIndex *index, FpIndexRows *rows)
{
    const FpTree *tree = fp_session_tree(index->session);
    g_autofree size_t *order = g_new(size_t, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++)
        order[i] = i;
    g_qsort_with_data(order, (int)tree->n_questions, sizeof *order, compare_ids, (void *)tree);
    for (size_t i = 0; i < tree->n_questions; i++)
        add_answers(index, order[i], rows);
}

static const FpNode *get_scalar(const FpNode *node, const char *key)
{
    const FpNode *value = fp_node_get(node, key);
    return value != NULL && value->kind == FP_NODE_SCALAR ? value : NULL;
}

static void add_text_of(FpIndexRows *rows, const FpNode *node, const char *key)
{
    const FpNode *value = get_scalar(node, key);
    bool is_text = value != NULL && value->scalar == FP_SCALAR_TEXT;
    fp_index_add_text(rows, is_text ? value->text : NULL);
}

static void add_number_of(FpIndexRows *rows, const FpNode *node, const char *key)
{
    const FpNode *value = get_scalar(node, key);
    if (value != NULL && value->scalar == FP_SCALAR_JSON_NUMBER)
        fp_index_add_integer(rows, g_ascii_strtoll(value->text, NULL, 10));
    else
        fp_index_add_text(rows, NULL);
}

static void add_bool_of(FpIndexRows *rows, const FpNode *node, const char *key)
{
    const FpNode *value = get_scalar(node, key);
    fp_index_add_integer(rows, value != NULL && value->scalar == FP_SCALAR_JSON_TRUE);
}

void fp_index_list_verdict(const FpIndex *index, FpIndexRows *rows)
{
    const FpEvent *finished = fp_session_finished(index->session);
    if (index->verdict == NULL)
        return;
    const FpNode *verdict = fp_document_root(index->verdict);
    add_text_of(rows, verdict, "outcome");
    add_number_of(rows, verdict, "margin");
    add_bool_of(rows, verdict, "tie");
    add_bool_of(rows, verdict, "close_call");
    fp_index_add_text(rows, finished->engine);
    fp_index_add_text(rows, finished->as_of);
    fp_index_add_text(rows, finished->verdict_digest);
}

static const FpNode *get_sequence(const FpNode *node, const char *key)
{
    static const FpNode empty = { .kind = FP_NODE_SEQUENCE };
    const FpNode *value = node != NULL ? fp_node_get(node, key) : NULL;
    return value != NULL && value->kind == FP_NODE_SEQUENCE ? value : &empty;
}

static const FpNode *get_reasons(const FpIndex *index)
{
    const FpNode *verdict = index->verdict != NULL ? fp_document_root(index->verdict) : NULL;
    return get_sequence(verdict, "reasons");
}

void fp_index_list_reasons(const FpIndex *index, FpIndexRows *rows)
{
    const FpNode *reasons = get_reasons(index);
    for (size_t i = 0; i < reasons->n_items; i++) {
        const FpNode *reason = reasons->items[i];
        fp_index_add_integer(rows, (int64_t)i);
        add_text_of(rows, reason, "effect");
        add_text_of(rows, reason, "outcome");
        add_text_of(rows, reason, "strength");
        add_number_of(rows, reason, "points");
        add_bool_of(rows, reason, "counted");
        add_text_of(rows, reason, "because");
        add_text_of(rows, reason, "question");
        add_text_of(rows, reason, "option");
        add_text_of(rows, reason, "rule");
    }
}

void fp_index_list_citations(const FpIndex *index, FpIndexRows *rows)
{
    const FpNode *reasons = get_reasons(index);
    for (size_t i = 0; i < reasons->n_items; i++) {
        const FpNode *cites = get_sequence(reasons->items[i], "cites");
        for (size_t j = 0; j < cites->n_items; j++) {
            fp_index_add_integer(rows, (int64_t)i);
            fp_index_add_integer(rows, (int64_t)j);
            fp_index_add_text(rows, cites->items[j]->text);
        }
    }
}
