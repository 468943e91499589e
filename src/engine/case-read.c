// SPDX-License-Identifier: Apache-2.0
// A row for each key of `expect` says what its value is made of; one reader for each such form.
#include "answer-private.h"
#include "case-private.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-sheet-read.h"
#include "fp-text.h"
#include <assert.h>
#include <string.h>

typedef struct {
    const FpTree *tree;
    FpSource *source;
    FpDiagnostics *diagnostics;
} Reading;

/* Reads a value into an expectation; faults are reported. */
typedef void (*ReadForm)(const Reading *reading, const FpNode *value, FpExpectation *expectation);

static bool is_word(const FpNode *node)
{
    return node->kind == FP_NODE_SCALAR && node->scalar == FP_SCALAR_TEXT;
}

/* An id that is not there, as its message ends: "'ID'; did you mean 'NAME'?" Owned. */
static char *wrong_id(const FpNode *node, const char *const *names, size_t n_names)
{
    g_autofree char *shown = fp_shown_id(node->text);
    g_autofree char *hint = fp_nearest_hint(node->text, names, n_names);
    return g_strdup_printf("'%s'%s", shown, hint);
}

/* An outcome's index, or FP_NONE with out_is_good false where it is none. */
static size_t find_outcome(const Reading *reading, const FpNode *node, bool allows_no_path,
                           bool *out_is_good)
{
    const FpTree *tree = reading->tree;
    size_t outcome = fp_tree_find_outcome(tree, node->text);
    *out_is_good = outcome != FP_NONE;
    if (*out_is_good)
        return outcome;
    g_autofree const char **names = g_new(const char *, tree->n_outcomes + 1);
    for (size_t i = 0; i < tree->n_outcomes; i++)
        names[i] = tree->outcomes[i].id;
    names[tree->n_outcomes] = FP_NO_PATH;
    g_autofree char *wrong = wrong_id(node, names, tree->n_outcomes + (allows_no_path ? 1 : 0));
    fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL,
                       _("unknown outcome %s"), wrong);
    return FP_NONE;
}

static size_t read_outcome_id(const Reading *reading, const FpNode *node, bool *out_is_good)
{
    return find_outcome(reading, node, false, out_is_good);
}

/* The same, or `no-path`: FP_NONE with out_is_good true. */
static size_t read_outcome_or_no_path_id(const Reading *reading, const FpNode *node,
                                         bool *out_is_good)
{
    *out_is_good = true;
    if (g_str_equal(node->text, FP_NO_PATH))
        return FP_NONE;
    return find_outcome(reading, node, true, out_is_good);
}

static size_t read_control_id(const Reading *reading, const FpNode *node, bool *out_is_good)
{
    const FpTree *tree = reading->tree;
    size_t control = fp_tree_find_control(tree, node->text);
    *out_is_good = control != FP_NONE;
    if (*out_is_good)
        return control;
    g_autofree const char **names = g_new(const char *, tree->n_controls);
    for (size_t i = 0; i < tree->n_controls; i++)
        names[i] = tree->controls[i].id;
    g_autofree char *wrong = wrong_id(node, names, tree->n_controls);
    fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL,
                       _("unknown control %s"), wrong);
    return FP_NONE;
}

static size_t read_question_id(const Reading *reading, const FpNode *node, bool *out_is_good)
{
    const FpTree *tree = reading->tree;
    size_t question = fp_tree_find_question(tree, node->text);
    *out_is_good = question != FP_NONE;
    if (*out_is_good)
        return question;
    g_autofree const char **names = g_new(const char *, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++)
        names[i] = tree->questions[i].id;
    g_autofree char *wrong = wrong_id(node, names, tree->n_questions);
    fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL,
                       _("unknown question %s"), wrong);
    return FP_NONE;
}

typedef size_t (*ReadId)(const Reading *reading, const FpNode *node, bool *out_is_good);

static void add_id(const Reading *reading, const FpNode *node, ReadId read_id,
                   FpExpectation *expectation)
{
    bool is_good;
    if (!is_word(node)) {
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL,
                           _("an id was expected here"));
        return;
    }
    size_t id = read_id(reading, node, &is_good);
    if (is_good)
        expectation->ids[expectation->n_ids++] = id;
}

/* One id, or a list of them. */
static void read_ids(const Reading *reading, const FpNode *value, ReadId read_id,
                     FpExpectation *expectation)
{
    bool is_list = value->kind == FP_NODE_SEQUENCE;
    expectation->ids = g_new(size_t, is_list ? value->n_items : 1);
    if (!is_list)
        add_id(reading, value, read_id, expectation);
    for (size_t i = 0; is_list && i < value->n_items; i++)
        add_id(reading, value->items[i], read_id, expectation);
}

static void read_one_outcome(const Reading *reading, const FpNode *value,
                             FpExpectation *expectation)
{
    expectation->ids = g_new(size_t, 1);
    add_id(reading, value, read_outcome_or_no_path_id, expectation);
}

static void read_outcomes(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    read_ids(reading, value, read_outcome_or_no_path_id, expectation);
}

static void read_real_outcomes(const Reading *reading, const FpNode *value,
                               FpExpectation *expectation)
{
    read_ids(reading, value, read_outcome_id, expectation);
}

static void read_controls(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    read_ids(reading, value, read_control_id, expectation);
}

static void read_questions(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    read_ids(reading, value, read_question_id, expectation);
}

/* A whole number as written: digits, perhaps a minus; no more of them than any score has. */
static bool parse_points(const FpNode *node, int64_t *out_points)
{
    FpDecimal number;
    if (node->kind != FP_NODE_SCALAR || strchr(node->text, '.') != NULL ||
        !fp_decimal_parse(node->text, FP_DECIMAL_PLAIN, &number))
        return false;
    *out_points = (int64_t)(number.millionths / 1000000);
    return true;
}

static void read_points(const Reading *reading, const FpNode *value, int64_t *out_points)
{
    if (!parse_points(value, out_points))
        fp_diagnostics_add(reading->diagnostics, reading->source, value->place, NULL,
                           _("a whole number of points was expected here"));
}

static void read_number(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    read_points(reading, value, &expectation->number);
}

static void read_flag(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    bool is_scalar = value->kind == FP_NODE_SCALAR;
    bool is_true = is_scalar && g_str_equal(value->text, "true");
    if (!is_true && !(is_scalar && g_str_equal(value->text, "false")))
        fp_diagnostics_add(reading->diagnostics, reading->source, value->place, NULL,
                           _("true or false was expected here"));
    expectation->flag = is_true;
}

static void read_scores(const Reading *reading, const FpNode *value, FpExpectation *expectation)
{
    if (value->kind != FP_NODE_MAPPING) {
        fp_diagnostics_add(reading->diagnostics, reading->source, value->place,
                           _("write {OUTCOME: POINTS, ...}"),
                           _("'scores' is a mapping of outcomes to points"));
        return;
    }
    expectation->ids = g_new(size_t, value->n_items);
    expectation->points = g_new0(int64_t, value->n_items);
    for (size_t i = 0; i < value->n_items; i++) {
        read_points(reading, value->items[i], &expectation->points[expectation->n_ids]);
        add_id(reading, value->keys[i], read_outcome_id, expectation);
    }
}

static const struct {
    const char *key;
    ReadForm read;
} rows[] = {
    [FP_EXPECT_OUTCOME] = { "outcome", read_one_outcome },
    [FP_EXPECT_OUTCOME_IN] = { "outcome_in", read_outcomes },
    [FP_EXPECT_RULED_OUT] = { "ruled_out", read_real_outcomes },
    [FP_EXPECT_REQUIRES] = { "requires", read_controls },
    [FP_EXPECT_REQUIRES_NOT] = { "requires_not", read_controls },
    [FP_EXPECT_SCORES] = { "scores", read_scores },
    [FP_EXPECT_SETTLED] = { "settled", read_flag },
    [FP_EXPECT_MARGIN_AT_LEAST] = { "margin_at_least", read_number },
    [FP_EXPECT_CLOSE_CALL] = { "close_call", read_flag },
    [FP_EXPECT_TIE] = { "tie", read_flag },
    [FP_EXPECT_OUTLOOK_HAS] = { "outlook_has", read_outcomes },
    [FP_EXPECT_OUTLOOK_LACKS] = { "outlook_lacks", read_outcomes },
    [FP_EXPECT_NOT_ASKED] = { "not_asked", read_questions },
};
static_assert(G_N_ELEMENTS(rows) == FP_EXPECT_COUNT, "a row for each expectation");

const char *fp_expect_kind_name(FpExpectKind kind)
{
    return rows[kind].key;
}

static void read_expectation(const Reading *reading, const FpNode *key, const FpNode *value,
                             GArray *expectations)
{
    const char *names[FP_EXPECT_COUNT];
    for (FpExpectKind kind = 0; kind < FP_EXPECT_COUNT; kind++) {
        names[kind] = rows[kind].key;
        if (!g_str_equal(key->text, rows[kind].key))
            continue;
        FpExpectation expectation = { .kind = kind };
        rows[kind].read(reading, value, &expectation);
        g_array_append_val(expectations, expectation);
        return;
    }
    g_autofree char *wrong = wrong_id(key, names, FP_EXPECT_COUNT);
    fp_diagnostics_add(reading->diagnostics, reading->source, key->place, NULL,
                       _("unknown expectation %s"), wrong);
}

static void read_expect(const Reading *reading, const FpNode *expect, GArray *expectations)
{
    if (expect->kind != FP_NODE_MAPPING)
        fp_diagnostics_add(reading->diagnostics, reading->source, expect->place,
                           _("write {outcome: ID} or another expectation"),
                           _("'expect' is a mapping"));
    for (size_t i = 0; expect->kind == FP_NODE_MAPPING && i < expect->n_items; i++)
        read_expectation(reading, expect->keys[i], expect->items[i], expectations);
}

static const char *read_name(const Reading *reading, const FpNode *name)
{
    if (is_word(name) && name->text[0] != '\0')
        return name->text;
    fp_diagnostics_add(reading->diagnostics, reading->source, name->place, NULL,
                       _("a case needs a name"));
    return "";
}

static void clear_expectation(void *data)
{
    FpExpectation *expectation = data;
    g_free(expectation->ids);
    g_free(expectation->points);
}

static void clear_case(void *data)
{
    FpCase *one = data;
    fp_answer_sheet_free(one->sheet);
    g_array_unref(one->expectations);
}

static const char *const case_keys[] = { "name", "answers", "expect" };

static void check_case_key(const Reading *reading, const FpNode *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(case_keys); i++) {
        if (g_str_equal(key->text, case_keys[i]))
            return;
    }
    g_autofree char *wrong = wrong_id(key, case_keys, G_N_ELEMENTS(case_keys));
    fp_diagnostics_add(reading->diagnostics, reading->source, key->place, NULL,
                       _("a case has no key %s"), wrong);
}

static bool has_case_keys(const Reading *reading, const FpNode *node)
{
    bool has_all = true;
    if (node->kind != FP_NODE_MAPPING) {
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place,
                           _("write {name: TEXT, answers: {...}, expect: {...}}"),
                           _("a case is a mapping"));
        return false;
    }
    for (size_t i = 0; i < node->n_items; i++)
        check_case_key(reading, node->keys[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(case_keys); i++) {
        if (fp_node_get(node, case_keys[i]) != NULL)
            continue;
        fp_diagnostics_add(reading->diagnostics, reading->source, node->place, NULL,
                           _("missing key '%s' in a case"), case_keys[i]);
        has_all = false;
    }
    return has_all;
}

static void read_case(const Reading *reading, const FpNode *node, GArray *cases)
{
    if (!has_case_keys(reading, node))
        return;
    FpCase one = { .place = node->place };
    one.name = read_name(reading, fp_node_get(node, "name"));
    one.sheet = fp_sheet_read_answers(reading->tree, reading->source, fp_node_get(node, "answers"),
                                      reading->diagnostics);
    one.expectations = g_array_new(FALSE, FALSE, sizeof(FpExpectation));
    g_array_set_clear_func(one.expectations, clear_expectation);
    read_expect(reading, fp_node_get(node, "expect"), one.expectations);
    g_array_append_val(cases, one);
}

FpCases *fp_cases_read(const FpTree *tree, FpSource *source, const FpNode *cases,
                       FpDiagnostics *diagnostics)
{
    Reading reading = { tree, source, diagnostics };
    g_autoptr(FpCases) read = g_new0(FpCases, 1);
    read->cases = g_array_new(FALSE, FALSE, sizeof(FpCase));
    g_array_set_clear_func(read->cases, clear_case);
    if (cases != NULL && cases->kind != FP_NODE_SEQUENCE)
        fp_diagnostics_add(diagnostics, source, cases->place, NULL, _("cases are a list"));
    for (size_t i = 0; cases != NULL && cases->kind == FP_NODE_SEQUENCE && i < cases->n_items; i++)
        read_case(&reading, cases->items[i], read->cases);
    return fp_diagnostics_count(diagnostics) == 0 ? g_steal_pointer(&read) : NULL;
}

// A file of cases is a mapping with that one key.
static const FpNode *find_cases(const FpDocument *document, FpDiagnostics *diagnostics)
{
    const FpNode *root = fp_document_root(document);
    const FpNode *cases = fp_node_get(root, "cases");
    if (cases == NULL)
        fp_diagnostics_add(diagnostics, fp_document_source(document), root->place,
                           _("write 'cases:' and under it a list of cases"),
                           _("a file of cases has the key 'cases'"));
    for (size_t i = 0; root->kind == FP_NODE_MAPPING && i < root->n_items; i++) {
        if (root->items[i] == cases)
            continue;
        g_autofree char *key = fp_text_printable(root->keys[i]->text, -1, FP_PRINT_ONE_LINE);
        fp_diagnostics_add(diagnostics, fp_document_source(document), root->keys[i]->place, NULL,
                           _("unknown key '%s' in a file of cases; it has 'cases' alone"), key);
    }
    return cases;
}

FpCases *fp_cases_load(const FpTree *tree, FpSource *source, FpDiagnostics *diagnostics)
{
    g_autoptr(FpDocument) document = fp_document_read(source, diagnostics);
    if (document == NULL)
        return NULL;
    const FpNode *cases = find_cases(document, diagnostics);
    FpCases *read = fp_cases_read(tree, source, cases, diagnostics);
    if (read != NULL)
        read->document = g_steal_pointer(&document);
    return read;
}

void fp_cases_free(FpCases *cases)
{
    if (cases == NULL)
        return;
    g_array_unref(cases->cases);
    fp_document_free(cases->document);
    g_free(cases);
}

const FpAnswerSheet *fp_case_sheet(const FpCases *cases, size_t index)
{
    return g_array_index(cases->cases, FpCase, index).sheet;
}

size_t fp_cases_count(const FpCases *cases)
{
    return cases->cases->len;
}
