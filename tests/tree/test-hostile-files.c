// SPDX-License-Identifier: Apache-2.0
/* Files of a mebibyte that were made to be slow or to crash the reader, and files at its limits. That
 * they are refused, and how, is asserted; that it is quick shows in how long the test takes. */
#include "fp-node.h"
#include "fp-tree.h"
#include <string.h>

// An address sanitizer makes each allocation many times slower: a quarter then shows the same.
#ifdef __SANITIZE_ADDRESS__
#define FILE_BYTES ((size_t)256 * 1024)
#else
#define FILE_BYTES ((size_t)1024 * 1024)
#endif

static const char head[] = "fingerpost: 1\nid: x\nversion: 1\ntitle: T\nlanguage: en\n"
                           "strengths: {s: 1}\n";
static const char one_outcome[] = "prefer: [a]\noutcomes: {a: {title: A}}\n";
static const char one_question[] =
    "questions: [{id: q, ask: Q, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}]\n";

/* Appends piece until text is full; each %d, if any, is the number of the piece. */
static void fill(GString *text, const char *piece, size_t n_bytes)
{
    g_auto(GStrv) parts = g_strsplit(piece, "%d", -1);
    for (size_t i = 0; text->len + strlen(piece) + 8 < n_bytes; i++) {
        g_string_append(text, parts[0]);
        for (size_t k = 1; parts[0] != NULL && parts[k] != NULL; k++)
            g_string_append_printf(text, "%zu%s", i, parts[k]);
    }
}

static FpTree *read_text(const char *text, size_t length, FpDiagnostics *diagnostics)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    g_autoptr(FpSource) source = fp_source_new("hostile.yaml", bytes);
    return fp_tree_read(source, NULL, NULL, diagnostics);
}

/* before, piece as often as it fits into a mebibyte, after; message: the first fault's. */
static const struct {
    const char *name, *before, *piece, *after, *message;
} rows[] = {
    { "lists-in-brackets", "", "[", "", "nested more than 64 levels deep" },
    { "maps-in-brackets", "", "{a: ", "", "nested more than 64 levels deep" },
    { "lists-of-dashes", "", "- ", "", "nested more than 64 levels deep" },
    { "complex-keys", "", "? ", "", "nested more than 64 levels deep" },
    { "tag-directives", "", "%TAG !t%d! tag:x,2000:\n", "",
      "directives (lines that begin with '%') are not allowed" },
    { "tag-directives-after-a-document", "- a\n...\n", "%TAG !t%d! tag:x,2000:\n", "",
      "tree: this must be a map" },
    { "tag-directives-in-a-document", "- a\n", "%TAG !t%d! tag:x,2000:\n", "",
      "tree: this must be a map" },
    { "anchors", "", "- &a%d x\n", "", "anchors ('&name') are not allowed" },
    { "aliases", "- &a x\n", "- *a\n", "", "anchors ('&name') are not allowed" },
    { "tags", "", "- !t x\n", "", "tags ('!name') are not allowed" },
    { "exclamation-marks", "", "!", "", "tags ('!name') are not allowed" },
    { "one-key-again-and-again", "a: 1\n", "a: 1\n", "",
      "duplicate key 'a'; the first one is at line 1, column 1" },
    { "one-key-again-and-again-on-one-line", "{a: 1", ", a: 1", "}",
      "duplicate key 'a'; the first one is at line 1, column 2" },
    { "many-unknown-keys", "", "k%d: 1\n", "", "tree: unknown key 'k0'" },
    { "many-unknown-keys-on-one-line", "{k: 1", ", k%d: 1", "}", "tree: unknown key 'k'" },
    { "one-long-text", "fingerpost: \"", "xxxxxxxxxxxxxxxx", "\"", NULL },
    { "one-long-key", "", "xxxxxxxxxxxxxxxx", ": 1", NULL },
    { "one-long-comment", "# ", "xxxxxxxxxxxxxxxx", "", "the file is empty" },
    { "line-feeds", "", "\n", "", "the file is empty" },
    { "colons", "", ": ", "", NULL },
    { "commas", "[", ",", "", "a value is missing here" },
    { "empty-maps", "[", "{},", "]", "tree: this must be a map" },
    { "tabs", "", "\t", "", "a tab cannot indent a line" },
    { "control-characters", "", "\x01", "", "there is a control character here, U+0001" },
    { "bidi-overrides", "", "- \"\\u202e\"\n", "",
      "the text holds U+202E, which changes the direction of writing" },
    { "escaped-line-breaks", "\"", "\\\n", "", "this quotation mark is never closed" },
    { "combining-marks", "a: \"e", "\xcc\x81", "\"\n", "tree: unknown key 'a'" },
    { "keys-and-next-lines", "", "a:\xc2\x85", "",
      "duplicate key 'a'; the first one is at line 1, column 1" },
    { "unknown-facts", "questions: []\nalways: [{advise: x, cites: [f", ", f%d", "]}]\n", NULL },
    { "unknown-outcomes", "prefer: [a", ", a%d", "]\noutcomes: {a: {title: A}}\n", NULL },
    { "one-outcome-again-and-again", "prefer: [a", ", a", "]\noutcomes: {a: {title: A}}\n", NULL },
    { "outcomes", "outcomes: {a: {}", ", a%d: {}", "}\n", NULL },
    { "earlier-names", "outcomes: {a: {title: A, was: [b", ", b%d", "]}}\n", NULL },
    { "wrong-strengths", "strengths: {a: 0", ", a%d: 0", "}\n", NULL },
    { "guards", "always: [{advise: x, when: {any: [{q: x}", ", {q: x}", "]}}]\n", NULL },
    { "questions-without-options", "questions: [{id: q}", ", {id: q%d}", "]\n", NULL },
    { "options", "questions: [{id: q, ask: Q, type: one, options: [{id: o}", ", {id: o%d}", "]}]\n",
      NULL },
    { "facts-files", "uses: [f", ", f", "]\n", NULL },
};

static void test_hostile(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    GString *text = g_string_new(rows[i].before);
    fill(text, rows[i].piece, FILE_BYTES - strlen(rows[i].after));
    g_string_append(text, rows[i].after);
    g_assert_cmpuint(text->len, <=, FILE_BYTES);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_assert_null(read_text(text->str, text->len, diagnostics));
    g_string_free(text, TRUE);
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), >, 0);
    if (rows[i].message != NULL)
        g_assert_cmpstr(fp_diagnostics_get(diagnostics, 0)->message, ==, rows[i].message);
    g_autofree char *shown = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpuint(strlen(shown), <, 200 * 1024);
}

static void test_random_bytes(void)
{
    for (int round = 0; round < 2000; round++) {
        char text[128];
        size_t length = (size_t)g_test_rand_int_range(0, sizeof text);
        static const char alphabet[] = "ab:-[]{},&*!|>'\"%@`#?~ \n\n\t\r\xc3\xa9\xff\\x0<=.";
        for (size_t i = 0; i < length; i++)
            text[i] = alphabet[g_test_rand_int_range(0, sizeof alphabet - 1)];
        g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
        g_assert_null(read_text(text, length, diagnostics));
        g_assert_cmpuint(fp_diagnostics_count(diagnostics), >, 0);
        g_autoptr(GBytes) bytes = g_bytes_new(text, length);
        g_autoptr(FpSource) source = fp_source_new("random", bytes);
        fp_document_free(fp_document_read(source, diagnostics));
        fp_document_free(fp_document_read_json(source, diagnostics));
        g_autofree char *shown = fp_diagnostics_to_text(diagnostics);
        g_assert_true(g_utf8_validate(shown, -1, NULL));
    }
}

/* before, n times piece with commas between, after; refused says what one more than n is told. */
static const struct {
    const char *name, *before, *piece, *after, *refused;
    size_t n;
} limits[] = {
    { "a-thousand-questions", "questions: [",
      "{id: q%d, ask: Q, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}", "]\n",
      "more than 1000 questions", 1000 },
    { "a-thousand-rules", "rules: [", "{id: r%d, when: {q: x}, effects: []}", "]\n",
      "more than 1000 rules", 1000 },
    { "ten-thousand-effects", "always: [", "{advise: x}", "]\n", "more than 10000 effects", 10000 },
    { "ten-thousand-guard-entries", "always: [{advise: x, when: {any: [", "{q: x}", "]}}]\n",
      "more than 10000 guard entries", 9999 },
    { "a-hundred-options", "questions: [{id: q, ask: Q, type: one, options: [",
      "{id: o%d, label: O}", "]}]\n", "a question has 2 to 100 options, not 101", 100 },
};

static void read_limit(size_t i, size_t n, FpDiagnostics *diagnostics)
{
    GString *text = g_string_new(head);
    g_string_append(text, one_outcome);
    if (!g_str_has_prefix(limits[i].before, "questions"))
        g_string_append(text, one_question);
    g_string_append(text, limits[i].before);
    g_auto(GStrv) parts = g_strsplit(limits[i].piece, "%d", -1);
    for (size_t k = 0; k < n; k++) {
        g_string_append_printf(text, "%s%s", k > 0 ? ", " : "", parts[0]);
        if (parts[1] != NULL)
            g_string_append_printf(text, "%zu%s", k, parts[1]);
    }
    g_string_append(text, limits[i].after);
    g_autoptr(FpTree) tree = read_text(text->str, text->len, diagnostics);
    g_assert_true((tree != NULL) == (fp_diagnostics_count(diagnostics) == 0));
    g_string_free(text, TRUE);
}

static void test_limit(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpDiagnostics) within = fp_diagnostics_new(), past = fp_diagnostics_new();
    read_limit(i, limits[i].n, within);
    g_autofree char *faults = fp_diagnostics_to_text(within);
    g_assert_cmpstr(faults, ==, "");
    read_limit(i, limits[i].n + 1, past);
    g_assert_cmpuint(fp_diagnostics_count(past), ==, 1);
    g_assert_cmpstr(fp_diagnostics_get(past, 0)->message, ==, limits[i].refused);
}

static void test_outcomes_limit(void)
{
    for (size_t n = 200; n <= 201; n++) {
        GString *text = g_string_new(head), *prefer = g_string_new("prefer: [");
        g_string_append(text, one_question);
        g_string_append(text, "outcomes:\n");
        for (size_t k = 0; k < n; k++) {
            g_string_append_printf(text, "  o%zu: {title: O}\n", k);
            g_string_append_printf(prefer, "%so%zu", k > 0 ? ", " : "", k);
        }
        g_string_append_printf(text, "%s]\n", prefer->str);
        g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
        g_autoptr(FpTree) tree = read_text(text->str, text->len, diagnostics);
        g_assert_true((tree != NULL) == (n == 200));
        g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, n - 200);
        if (n > 200)
            g_assert_cmpstr(fp_diagnostics_get(diagnostics, 0)->message, ==,
                            "more than 200 outcomes");
        g_string_free(text, TRUE);
        g_string_free(prefer, TRUE);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/tree/hostile-files/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_hostile);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        g_autofree char *path = g_strconcat("/tree/hostile-files/limit/", limits[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_limit);
    }
    g_test_add_func("/tree/hostile-files/limit/two-hundred-outcomes", test_outcomes_limit);
    g_test_add_func("/tree/hostile-files/random-bytes-are-refused", test_random_bytes);
    return g_test_run();
}
