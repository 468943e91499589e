// SPDX-License-Identifier: Apache-2.0
// Flow style throughout: what is written inside what needs no indentation then. Keys that may stand
// in any order do: `always` comes last in the file and first in tree order.
#include "random-tree.h"
#include <stdlib.h>
#include <string.h>

/* A question written so far, for guards to read. */
typedef struct {
    char *id;
    bool is_many;
    GPtrArray *options; /* of char * */
} Known;

typedef struct {
    GRand *random;
    RandomSize size;
    GString *text;
    GPtrArray *known; /* of Known, in tree order */
    size_t n_outcomes, n_strengths, n_controls, n_questions_left;
    unsigned next_was;
} Maker;

static bool chance(GRand *random, double p)
{
    return g_rand_double(random) < p;
}

static size_t below(GRand *random, size_t end)
{
    return end == 0 ? 0 : (size_t)g_rand_int_range(random, 0, (gint32)end);
}

static void known_free(void *data)
{
    Known *known = data;
    g_ptr_array_unref(known->options);
    g_free(known->id);
    g_free(known);
}

static void put(Maker *maker, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void put(Maker *maker, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_string_append_vprintf(maker->text, format, arguments);
    va_end(arguments);
}

/* n different numbers below end, in random order. */
static GArray *pick(GRand *random, size_t n, size_t end)
{
    GArray *picked = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < end; i++)
        g_array_append_val(picked, i);
    for (size_t i = 0; i < end; i++) {
        size_t other = i + below(random, end - i), *items = (size_t *)(void *)picked->data;
        size_t kept = items[i];
        items[i] = items[other];
        items[other] = kept;
    }
    g_array_set_size(picked, (guint)MIN(n, end));
    return picked;
}

static void put_outcomes(Maker *maker)
{
    if (chance(maker->random, 0.6)) {
        put(maker, "o%zu", below(maker->random, maker->n_outcomes));
        return;
    }
    g_autoptr(GArray) picked =
        pick(maker->random, 1 + below(maker->random, maker->n_outcomes), maker->n_outcomes);
    put(maker, "[");
    for (guint i = 0; i < picked->len; i++)
        put(maker, "%so%zu", i == 0 ? "" : ", ", g_array_index(picked, size_t, i));
    put(maker, "]");
}

static void put_atom(Maker *maker, const Known *known)
{
    size_t n_options = known->options->len;
    bool needs_all = known->is_many && chance(maker->random, 0.3);
    if (!needs_all && chance(maker->random, 0.6)) {
        put(maker, "%s: %s", known->id,
            (char *)g_ptr_array_index(known->options, below(maker->random, n_options)));
        return;
    }
    g_autoptr(GArray) picked = pick(maker->random, 1 + below(maker->random, n_options), n_options);
    put(maker, needs_all ? "%s: {all: [" : "%s: [", known->id);
    for (guint i = 0; i < picked->len; i++)
        put(maker, "%s%s", i == 0 ? "" : ", ",
            (char *)g_ptr_array_index(known->options, g_array_index(picked, size_t, i)));
    put(maker, needs_all ? "]}" : "]");
}

static void put_guard(Maker *maker, int depth);

static void put_part(Maker *maker, int depth)
{
    size_t n_parts = 1 + below(maker->random, 3);
    double form = g_rand_double(maker->random);
    if (form < 0.35) {
        put(maker, "not: ");
        put_guard(maker, depth + 1);
        return;
    }
    put(maker, form < 0.7 ? "any: [" : "all: [");
    for (size_t i = 0; i < n_parts; i++) {
        put(maker, i == 0 ? "" : ", ");
        put_guard(maker, depth + 1);
    }
    put(maker, "]");
}

/* A guard over the questions that are known. */
static void put_guard(Maker *maker, int depth)
{
    g_autoptr(GArray) questions =
        pick(maker->random, 1 + below(maker->random, 2), maker->known->len);
    put(maker, "{");
    if (depth < 3 && chance(maker->random, 0.35)) {
        put_part(maker, depth);
        if (chance(maker->random, 0.7))
            g_array_set_size(questions, 0);
        put(maker, questions->len > 0 ? ", " : "");
    }
    for (guint i = 0; i < questions->len; i++) {
        put(maker, i == 0 ? "" : ", ");
        put_atom(maker, g_ptr_array_index(maker->known, g_array_index(questions, size_t, i)));
    }
    put(maker, "}");
}

static void put_cites(Maker *maker, const char *key)
{
    if (chance(maker->random, 0.6))
        return;
    g_autoptr(GArray) facts = pick(maker->random, below(maker->random, 3), 4);
    put(maker, ", %s: [", key);
    for (guint i = 0; i < facts->len; i++)
        put(maker, "%sf%zu", i == 0 ? "" : ", ", g_array_index(facts, size_t, i));
    put(maker, "]");
}

static void put_weighing(Maker *maker)
{
    put(maker, chance(maker->random, 0.6) ? "favour: " : "disfavour: ");
    put_outcomes(maker);
    put(maker, ", strength: s%zu, because: reason %zu", below(maker->random, maker->n_strengths),
        below(maker->random, 1000));
    if (chance(maker->random, 0.35))
        put(maker, ", counts_as: g%zu", below(maker->random, 2));
}

static void put_condition(Maker *maker)
{
    if (chance(maker->random, 0.5))
        put(maker, "require: c%zu", below(maker->random, maker->n_controls));
    else
        put(maker, "advise: \"advice %zu\"", below(maker->random, 4));
    if (chance(maker->random, 0.5)) {
        put(maker, ", for: ");
        put_outcomes(maker);
    }
}

static void put_effect(Maker *maker)
{
    double kind = g_rand_double(maker->random);
    put(maker, "{");
    if (kind < 0.6) {
        put_weighing(maker);
    } else if (kind < 0.75) {
        put(maker, "rule_out: ");
        put_outcomes(maker);
        put(maker, ", because: \"out %zu\"", below(maker->random, 1000));
    } else {
        put_condition(maker);
    }
    if (maker->known->len > 0 && chance(maker->random, 0.3)) {
        put(maker, ", when: ");
        put_guard(maker, 0);
    }
    put_cites(maker, "cites");
    put(maker, "}");
}

static void put_effects(Maker *maker, size_t n)
{
    put(maker, "[");
    for (size_t i = 0; i < n; i++) {
        put(maker, i == 0 ? "" : ", ");
        put_effect(maker);
    }
    put(maker, "]");
}

/* millionths as a decimal. */
static char *decimal_text(int64_t millionths)
{
    uint64_t digits = millionths < 0 ? (uint64_t)-millionths : (uint64_t)millionths;
    GString *text = g_string_new(millionths < 0 ? "-" : "");
    g_string_append_printf(text, "%" G_GUINT64_FORMAT, digits / 1000000);
    if (digits % 1000000 != 0) {
        g_string_append_printf(text, ".%06" G_GUINT64_FORMAT, digits % 1000000);
        while (text->str[text->len - 1] == '0')
            g_string_truncate(text, text->len - 1);
    }
    return g_string_free(text, FALSE);
}

static void put_decimal(Maker *maker, const char *key, int64_t millionths)
{
    g_autofree char *text = decimal_text(millionths);
    put(maker, ", %s: %s", key, text);
}

static void put_was(Maker *maker)
{
    if (chance(maker->random, 0.2))
        put(maker, ", was: [old%u]", maker->next_was++);
}

static const char *const odd_ids[] = { "yes", "no", "null", "none", "true", "1-0", "y", "on" };

static char *make_option_id(Maker *maker, size_t i)
{
    return chance(maker->random, 0.3) ? g_strdup(odd_ids[i % G_N_ELEMENTS(odd_ids)])
                                      : g_strdup_printf("p%zu", i);
}

static void put_question(Maker *maker, int depth);

static void put_then(Maker *maker, int depth)
{
    if (depth >= 3 || maker->n_questions_left == 0 || !chance(maker->random, 0.3))
        return;
    put(maker, ", then: [");
    put_question(maker, depth + 1);
    if (maker->n_questions_left > 0 && chance(maker->random, 0.3)) {
        put(maker, ", ");
        put_question(maker, depth + 1);
    }
    put(maker, "]");
}

static void put_options(Maker *maker, const Known *known, bool is_number, int depth)
{
    size_t n = known->options->len;
    int64_t edge = g_rand_int_range(maker->random, 1, 5000000);
    put(maker, is_number ? ", bands: [" : ", options: [");
    for (size_t i = 0; i < n; i++) {
        put(maker, "%s{id: %s, label: option %zu", i == 0 ? "" : ", ",
            (char *)g_ptr_array_index(known->options, i), i);
        put_was(maker);
        if (is_number && i + 1 < n)
            put_decimal(maker, "below", edge);
        edge += g_rand_int_range(maker->random, 1, 3000000);
        if (known->is_many && chance(maker->random, 0.2))
            put(maker, ", exclusive: %s", chance(maker->random, 0.9) ? "true" : "false");
        if (chance(maker->random, 0.8)) {
            put(maker, ", effects: ");
            put_effects(maker, 1 + below(maker->random, 2));
        }
        put_then(maker, depth);
        put(maker, "}");
    }
    put(maker, "]");
}

static void put_question(Maker *maker, int depth)
{
    Known *known = g_new0(Known, 1);
    double kind = g_rand_double(maker->random);
    size_t n_options = 2 + below(maker->random, maker->size.options_max - 1);
    maker->n_questions_left--;
    known->id = g_strdup_printf("q%u", maker->known->len);
    known->is_many = kind > 0.65;
    known->options = g_ptr_array_new_with_free_func(g_free);
    put(maker, "{id: %s, ask: \"which?\", type: %s", known->id,
        known->is_many ? "many"
        : kind > 0.45  ? "number"
                       : "one");
    if (maker->known->len > 0 && chance(maker->random, 0.3)) {
        put(maker, ", when: ");
        put_guard(maker, 0);
    }
    put_was(maker);
    put_cites(maker, "why_cites");
    if (!known->is_many && kind > 0.45 && chance(maker->random, 0.4))
        put_decimal(maker, "min", -(int64_t)below(maker->random, 4000000));
    if (!known->is_many && kind > 0.45 && chance(maker->random, 0.4))
        put_decimal(maker, "max", 40000000 + (int64_t)below(maker->random, 4000000));
    for (size_t i = 0; i < n_options; i++)
        g_ptr_array_add(known->options, make_option_id(maker, i));
    g_ptr_array_add(maker->known, known);
    put_options(maker, known, !known->is_many && kind > 0.45, depth);
    put(maker, "}");
}

static void put_top(Maker *maker)
{
    g_autoptr(GArray) order = pick(maker->random, maker->n_outcomes, maker->n_outcomes);
    g_autoptr(GArray) prefer = pick(maker->random, maker->n_outcomes, maker->n_outcomes);
    put(maker, "fingerpost: 1\nid: t\nversion: \"1\"\ntitle: T\nlanguage: en\nuses: [facts]\n");
    put(maker, "close_call: %zu\nstrengths: {", below(maker->random, 3));
    for (size_t i = 0; i < maker->n_strengths; i++)
        put(maker, "%ss%zu: %zu", i == 0 ? "" : ", ", i, 1 + below(maker->random, 4));
    put(maker, "}\nprefer: [");
    for (guint i = 0; i < prefer->len; i++)
        put(maker, "%so%zu", i == 0 ? "" : ", ", g_array_index(prefer, size_t, i));
    put(maker, "]\noutcomes: {");
    for (guint i = 0; i < order->len; i++)
        put(maker, "%so%zu: {title: O}", i == 0 ? "" : ", ", g_array_index(order, size_t, i));
    put(maker, "}\ncontrols: {");
    for (size_t i = 0; i < maker->n_controls; i++)
        put(maker, "%sc%zu: {title: C}", i == 0 ? "" : ", ", i);
    put(maker, "}\n");
}

static void put_rules(Maker *maker)
{
    size_t n = below(maker->random, 4);
    put(maker, "rules: [");
    for (size_t i = 0; i < n; i++) {
        put(maker, "%s{id: r%zu, when: ", i == 0 ? "" : ", ", i);
        put_guard(maker, 0);
        put(maker, ", effects: ");
        put_effects(maker, 1 + below(maker->random, 2));
        put(maker, "}");
    }
    put(maker, "]\n");
}

static char *make_text(GRand *random, RandomSize size)
{
    Maker maker = { .random = random, .size = size, .text = g_string_new(NULL) };
    maker.known = g_ptr_array_new_with_free_func(known_free);
    maker.n_outcomes = 1 + below(random, size.outcomes_max);
    maker.n_strengths = maker.n_controls = 3;
    maker.n_questions_left = 1 + below(random, size.questions_max);
    put_top(&maker);
    put(&maker, "questions: [");
    while (maker.n_questions_left > 0) {
        put_question(&maker, 0);
        put(&maker, maker.n_questions_left > 0 ? ", " : "]\n");
    }
    put_rules(&maker);
    put(&maker, "always: ");
    put_effects(&maker, below(random, 4));
    put(&maker, "\n");
    g_ptr_array_unref(maker.known);
    return g_string_free(maker.text, FALSE);
}

static const char facts_text[] =
    "sources:\n"
    "  one: {title: One, publisher: P, seen: 2026-11, kind: primary}\n"
    "  two: {title: Two, publisher: P, seen: 2026-11, kind: secondary, published: 2026-02-20}\n"
    "facts:\n"
    "  f0: {claim: a, sources: [{id: one, locator: p}], as_of: 2026-01, review_by: 2026-06,"
    " confidence: high}\n"
    "  f1: {claim: b, sources: [{id: two, locator: p}], as_of: 2026-01, review_by: 2027-06,"
    " confidence: low}\n"
    "  f2: {claim: c, sources: [{id: two, locator: p}, {id: one, locator: q}], as_of: 2026-01,"
    " review_by: 2026-11-24, confidence: medium}\n"
    "  f3: {claim: d, sources: [{id: one, locator: p}], as_of: 2026-01-02, review_by: 2026-11-23,"
    " confidence: high}\n";

static FpSource *find_facts(const char *name, void *user_data, GError **error)
{
    (void)name, (void)user_data, (void)error;
    g_autoptr(GBytes) bytes = g_bytes_new_static(facts_text, strlen(facts_text));
    return fp_source_new("facts.yaml", bytes);
}

static FpTree *read_tree(const char *text, FpDiagnostics *diagnostics)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(FpSource) source = fp_source_new("random.yaml", bytes);
    return fp_tree_read(source, find_facts, NULL, diagnostics);
}

FpTree *random_tree_read(const char *text)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    return read_tree(text, diagnostics);
}

FpTree *random_tree_new(GRand *random, RandomSize size, char **out_text)
{
    g_autofree char *text = make_text(random, size);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = read_tree(text, diagnostics);
    if (tree == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("a random tree was refused:\n%s\n%s", faults, text);
    }
    if (out_text != NULL)
        *out_text = g_steal_pointer(&text);
    return tree;
}

/* A number that the question takes, often the very end of a band. */
static int64_t random_number(GRand *random, const FpQuestion *question)
{
    const FpOption *band = &question->options[below(random, question->n_options)];
    int64_t number = g_rand_int_range(random, 0, 30000000);
    if (chance(random, 0.3) && band->has_below)
        number = (int64_t)band->below.millionths - (chance(random, 0.5) ? 1 : 0);
    else if (chance(random, 0.1))
        number = (int64_t)question->min.millionths;
    else if (chance(random, 0.1) && question->has_max)
        number = (int64_t)question->max.millionths;
    else if (chance(random, 0.3))
        number -= number % 1000000;
    return MAX(number, (int64_t)question->min.millionths);
}

static void choose_many(GRand *random, const FpQuestion *question, RawAnswer *answer)
{
    bool has_any = false;
    for (size_t i = 0; i < question->n_options; i++) {
        answer->chosen[i] = !question->options[i].is_exclusive && chance(random, 0.5);
        has_any |= answer->chosen[i];
    }
    if (has_any && chance(random, 0.85))
        return;
    memset(answer->chosen, 0, sizeof answer->chosen);
    answer->chosen[below(random, question->n_options)] = true;
}

static RawAnswer random_answer(GRand *random, const FpQuestion *question)
{
    RawAnswer answer = { .kind = RAW_OPTIONS };
    if (question->type == FP_QUESTION_MANY) {
        choose_many(random, question, &answer);
    } else if (question->type == FP_QUESTION_NUMBER && chance(random, 0.7)) {
        answer.kind = RAW_NUMBER;
        answer.millionths = random_number(random, question);
    } else {
        answer.chosen[below(random, question->n_options)] = true;
    }
    return answer;
}

/* An id, or an earlier one. */
static const char *name_of(GRand *random, RandomSheet *sheet, const char *id, FpNames was)
{
    if (was.n == 0 || chance(random, 0.5))
        return id;
    sheet->uses_was = true;
    return was.items[0];
}

static void write_number(GRand *random, const RandomSheet *sheet, int64_t millionths, GString *text)
{
    g_autofree char *number = decimal_text(millionths);
    if (sheet->is_json && chance(random, 0.3))
        g_string_append_printf(text, "%" G_GINT64_FORMAT "e-6", millionths);
    else if (sheet->is_json && chance(random, 0.3))
        g_string_append_printf(text, "\"%s\"", number);
    else
        g_string_append(text, number);
}

static void write_options(GRand *random, RandomSheet *sheet, const FpQuestion *question,
                          const RawAnswer *answer, GString *text)
{
    const char *quote = sheet->is_json ? "\"" : "", *comma = "";
    bool is_many = question->type == FP_QUESTION_MANY;
    size_t start = below(random, question->n_options);
    g_string_append(text, is_many ? "[" : "");
    for (size_t k = 0; k < question->n_options; k++) {
        const FpOption *option = &question->options[(start + k) % question->n_options];
        if (!answer->chosen[(start + k) % question->n_options])
            continue;
        g_string_append_printf(text, "%s%s%s%s", comma, quote,
                               name_of(random, sheet, option->id, option->was), quote);
        comma = ", ";
    }
    g_string_append(text, is_many ? "]" : "");
}

static void write_answer(GRand *random, RandomSheet *sheet, const FpQuestion *question,
                         const RawAnswer *answer, GString *text)
{
    const char *quote = sheet->is_json ? "\"" : "";
    g_string_append_printf(text, "%s%s%s: ", quote,
                           name_of(random, sheet, question->id, question->was), quote);
    if (answer->kind == RAW_UNKNOWN)
        g_string_append(text, !sheet->is_json       ? "unknown"
                              : chance(random, 0.5) ? "null"
                                                    : "\"unknown\"");
    else if (answer->kind == RAW_NUMBER)
        write_number(random, sheet, answer->millionths, text);
    else
        write_options(random, sheet, question, answer, text);
}

RandomSheet random_sheet_new(GRand *random, const FpTree *tree, double p_answered)
{
    RandomSheet sheet = { .is_json = chance(random, 0.5) };
    GString *text = g_string_new(sheet.is_json ? "{\"answers\": {" : "{answers: {");
    const char *comma = "";
    sheet.answers = g_new0(RawAnswer, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpQuestion *question = &tree->questions[i];
        if (chance(random, p_answered))
            sheet.answers[i] = random_answer(random, question);
        else if (chance(random, 0.4))
            sheet.answers[i].kind = RAW_UNKNOWN;
        else
            continue;
        g_string_append(text, comma);
        comma = ", ";
        write_answer(random, &sheet, question, &sheet.answers[i], text);
    }
    g_string_append(text, sheet.is_json ? "}, \"tree\": \"t\"}" : "}, tree: t}");
    sheet.text = g_string_free(text, FALSE);
    return sheet;
}

void random_sheet_clear(RandomSheet *sheet)
{
    g_free(sheet->answers);
    g_free(sheet->text);
}

guint32 random_seed(void)
{
    const char *given = g_getenv("FINGERPOST_SEED");
    guint32 seed = given == NULL ? g_random_int() : (guint32)strtoul(given, NULL, 10);
    g_test_message("to see where it fails: FINGERPOST_SEED=%u", seed);
    return seed;
}

void random_show(const char *text)
{
    if (g_getenv("FINGERPOST_SEED") != NULL)
        g_test_message("%s", text);
}
