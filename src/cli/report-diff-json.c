// SPDX-License-Identifier: Apache-2.0
// Keys in a fixed order; counts as text, as `decide` has them.
#include "fp-json-writer.h"
#include "report-diff.h"

static void write_tree(FpJsonWriter *writer, const char *key, const FpTree *tree)
{
    fp_json_key(writer, key);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "file", fp_source_name(tree->source));
    fp_json_key_string(writer, "id", tree->id);
    fp_json_key_string(writer, "version", tree->version);
    fp_json_key_string(writer, "digest", fp_source_digest(tree->source));
    fp_json_end_object(writer);
}

static void write_line(FpJsonWriter *writer, const char *key, unsigned line)
{
    fp_json_key(writer, key);
    if (line == 0)
        fp_json_null(writer);
    else
        fp_json_integer(writer, line);
}

static void write_changes(FpJsonWriter *writer, const FpTreeDiff *diff)
{
    fp_json_key(writer, "changes");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < diff->n_changes; i++) {
        const FpTreeChange *change = &diff->changes[i];
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "change", fp_tree_change_kind_name(change->kind));
        fp_json_key_string(writer, "thing", fp_thing_name(change->thing));
        fp_json_key_string(writer, "path", change->path);
        fp_json_key_string(writer, "field", change->field);
        fp_json_key_string(writer, "before", change->before);
        fp_json_key_string(writer, "after", change->after);
        write_line(writer, "line_before", change->line_before);
        write_line(writer, "line_after", change->line_after);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
}

static void write_answer(const char *question, FpQuestionType type, bool is_number,
                         const char *const *ids, void *user_data)
{
    FpJsonWriter *writer = user_data;
    fp_json_key(writer, question);
    if (type == FP_QUESTION_MANY)
        fp_json_begin_array(writer);
    for (size_t i = 0; ids[i] != NULL; i++) {
        if (is_number)
            fp_json_number(writer, ids[i]);
        else
            fp_json_string(writer, ids[i]);
    }
    if (type == FP_QUESTION_MANY)
        fp_json_end_array(writer);
}

/* "sheets" as text where the count is exact, else null and "sheets_at_least". */
static void write_count(FpJsonWriter *writer, const char *key, const char *key_at_least,
                        bool is_counted, FpCount count)
{
    g_autofree char *digits = fp_count_to_text(count);
    bool is_exact = is_counted && fp_count_is_exact(count);
    fp_json_key_string(writer, key, is_exact ? digits : NULL);
    if (is_counted && !is_exact)
        fp_json_key_string(writer, key_at_least, digits);
}

static void write_outcome(FpJsonWriter *writer, const char *key, const FpTree *tree, size_t outcome)
{
    fp_json_key_string(writer, key, outcome == FP_NONE ? NULL : tree->outcomes[outcome].id);
}

static void write_decisions(FpJsonWriter *writer, const FpTreeDiff *diff)
{
    static const char *const statuses[] = { [FP_DECISIONS_COUNTED] = "counted",
                                            [FP_DECISIONS_SAME] = "same",
                                            [FP_DECISIONS_UNDECIDED] = "undecided",
                                            [FP_DECISIONS_NO_ONE_ORDER] = "no-one-order" };
    bool is_counted = diff->status == FP_DECISIONS_COUNTED;
    fp_json_key(writer, "decisions");
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "status", statuses[diff->status]);
    write_count(writer, "sheets", "sheets_at_least", is_counted, diff->sheets);
    write_count(writer, "changed", "changed_at_least",
                is_counted || diff->status == FP_DECISIONS_SAME, diff->changed);
    fp_json_key(writer, "outcomes");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < diff->n_decisions; i++) {
        const FpDecisionChange *change = &diff->decisions[i];
        fp_json_begin_object(writer);
        write_outcome(writer, "from", diff->before, change->before);
        write_outcome(writer, "to", diff->after, change->after);
        write_count(writer, "sheets", "sheets_at_least", is_counted, change->sheets);
        fp_json_key(writer, "answers");
        fp_json_begin_object(writer);
        fp_diff_for_each_answer(diff, change, write_answer, writer);
        fp_json_end_object(writer);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

char *fp_report_diff_json(const FpTreeDiff *diff)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_object(writer);
    fp_json_key(writer, "fingerpost");
    fp_json_integer(writer, 1);
    write_tree(writer, "before", diff->before);
    write_tree(writer, "after", diff->after);
    write_changes(writer, diff);
    write_decisions(writer, diff);
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}
