// SPDX-License-Identifier: Apache-2.0
/* What documents become as nodes. What is refused is in bad/; here is what is read, and how. */
#include "fp-node.h"
#include <string.h>

typedef FpDocument *(*ReadFunction)(FpSource *source, FpDiagnostics *diagnostics);

/* Reads a text that must have n_faults faults; the document may be NULL then. */
static FpDocument *read_with_faults(ReadFunction read, const char *text, size_t n_faults)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(FpSource) source = fp_source_new("test", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpDocument *document = read(source, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    if (fp_diagnostics_count(diagnostics) != n_faults)
        g_test_message("%s", faults);
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, n_faults);
    return document;
}

static FpDocument *read_yaml(const char *text)
{
    return read_with_faults(fp_document_read_yaml, text, 0);
}

static FpDocument *read_json(const char *text)
{
    return read_with_faults(fp_document_read_json, text, 0);
}

static void assert_place(const FpNode *node, unsigned line, unsigned column)
{
    g_assert_cmpuint(node->place.line, ==, line);
    g_assert_cmpuint(node->place.column, ==, column);
}

static void test_scalars_are_text_as_written(void)
{
    static const char *const words[] = { "yes",  "no",   "on",   "~",          "null", "true",
                                         "1.0",  "0777", "1:30", "1_000",      "0x1f", "NO",
                                         ".inf", "+5",   "1e3",  "2026-11-24", "<<",   "=",
                                         "a#b",  "a:b",  "?x",   "-x",         "--",   "50 % off" };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *text = g_strdup_printf("key: %s\n", words[i]);
        g_autoptr(FpDocument) document = read_yaml(text);
        const FpNode *value = fp_node_get(fp_document_root(document), "key");
        g_assert_cmpint(value->kind, ==, FP_NODE_SCALAR);
        g_assert_cmpint(value->scalar, ==, FP_SCALAR_TEXT);
        g_assert_false(value->is_quoted);
        g_assert_cmpstr(value->text, ==, words[i]);
    }
}

static void test_structure(void)
{
    g_autoptr(FpDocument) document = read_yaml("a:\n  - x\n  - {b: y, c: []}\nd: ''\ne:\n");
    const FpNode *root = fp_document_root(document);
    g_assert_cmpint(root->kind, ==, FP_NODE_MAPPING);
    g_assert_cmpuint(root->n_items, ==, 3);
    g_assert_cmpstr(root->keys[1]->text, ==, "d");
    const FpNode *list = root->items[0];
    g_assert_cmpint(list->kind, ==, FP_NODE_SEQUENCE);
    g_assert_cmpuint(list->n_items, ==, 2);
    g_assert_cmpstr(list->items[0]->text, ==, "x");
    g_assert_cmpstr(fp_node_get(list->items[1], "b")->text, ==, "y");
    g_assert_cmpuint(fp_node_get(list->items[1], "c")->n_items, ==, 0);
    g_assert_null(fp_node_get(list->items[1], "d"));
    g_assert_null(fp_node_get(list, "b"));
    g_assert_null(fp_node_get(NULL, "b"));
    g_assert_true(fp_node_get(root, "d")->is_quoted);
    g_assert_cmpstr(fp_node_get(root, "d")->text, ==, "");
    g_assert_false(fp_node_get(root, "e")->is_quoted);
    g_assert_cmpstr(fp_node_get(root, "e")->text, ==, "");
}

static void test_places_count_code_points(void)
{
    g_autoptr(FpDocument) document =
        read_yaml("größe: {日本: x}\n\n  # note\nb:\n  - \"e\\u0301\"\n  - y\n");
    const FpNode *root = fp_document_root(document);
    assert_place(root, 1, 1);
    assert_place(root->items[0], 1, 8);
    assert_place(root->items[0]->keys[0], 1, 9);
    assert_place(root->items[0]->items[0], 1, 13);
    assert_place(root->keys[1], 4, 1);
    assert_place(root->items[1]->items[0], 5, 5);
    assert_place(root->items[1]->items[1], 6, 5);
}

static void test_a_byte_order_mark_is_no_text(void)
{
    g_autoptr(FpDocument) yaml = read_yaml("\xef\xbb\xbf"
                                           "a: x\nb: y\n");
    assert_place(fp_document_root(yaml)->keys[0], 1, 1);
    g_assert_cmpstr(fp_document_root(yaml)->keys[0]->text, ==, "a");
    g_autoptr(FpDocument) json = read_json("\xef\xbb\xbf{\"a\": 1}");
    assert_place(fp_document_root(json)->keys[0], 1, 2);
}

/* The same tree whatever ends the lines; places are FpSource's. */
static void test_line_breaks(void)
{
    static const char *const breaks[] = { "\n", "\r\n", "\r", "\xc2\x85", "\xe2\x80\xa8" };
    for (size_t i = 0; i < G_N_ELEMENTS(breaks); i++) {
        g_auto(GStrv) lines =
            g_strsplit("a: |\n  one\n  two\nb: 'x\n\n  y'\nc: [1,\n  2]\n", "\n", -1);
        g_autofree char *text = g_strjoinv(breaks[i], lines);
        g_autoptr(FpDocument) document = read_yaml(text);
        const FpNode *root = fp_document_root(document);
        // U+2028 is a line break that YAML keeps as it is.
        if (i < 4) {
            g_assert_cmpstr(fp_node_get(root, "a")->text, ==, "one\ntwo\n");
            g_assert_cmpstr(fp_node_get(root, "b")->text, ==, "x\ny");
        }
        assert_place(fp_node_get(root, "c")->items[1], i < 3 ? 8 : 1, i < 3 ? 3 : 39);
    }
}

static void test_block_texts_and_escapes(void)
{
    g_autoptr(FpDocument) document = read_yaml(
        "a: |-\n  tab\there\n  # not a comment\nb: >\n  one\n  two\nc: \"\\U0001F600 \\x41\\n\\t\\\"\"\n"
        "d: 'it''s'\ne: plain text,\n  over two lines\n");
    const FpNode *root = fp_document_root(document);
    g_assert_cmpstr(fp_node_get(root, "a")->text, ==, "tab\there\n# not a comment");
    g_assert_true(fp_node_get(root, "a")->is_quoted);
    g_assert_cmpstr(fp_node_get(root, "b")->text, ==, "one two\n");
    g_assert_cmpstr(fp_node_get(root, "c")->text, ==, "😀 A\n\t\"");
    g_assert_cmpstr(fp_node_get(root, "d")->text, ==, "it's");
    g_assert_cmpstr(fp_node_get(root, "e")->text, ==, "plain text, over two lines");
}

static void test_document_marks(void)
{
    g_autoptr(FpDocument) document = read_yaml("# first\n---\na: x\n...\n# last\n...\n\n");
    g_assert_cmpstr(fp_node_get(fp_document_root(document), "a")->text, ==, "x");
    g_autoptr(FpDocument) percent = read_yaml("a: \"x\n  %TAG y\"\n# %TAG\n");
    g_assert_cmpstr(fp_node_get(fp_document_root(percent), "a")->text, ==, "x %TAG y");
}

/* A fault that is none of syntax: the document is there, so that more can be said of it. */
static void test_faulty_documents_are_returned(void)
{
    g_autoptr(FpDocument) document = read_with_faults(
        fp_document_read_yaml, "a: x\nb: *c\na: y\n? [k]\n: v\n\"\\e\": v\nz: \"\\u202e\"\n", 5);
    const FpNode *root = fp_document_root(document);
    g_assert_cmpuint(root->n_items, ==, 3);
    g_assert_cmpstr(fp_node_get(root, "a")->text, ==, "x");
    g_assert_false(fp_node_get(root, "a")->is_broken);
    g_assert_true(fp_node_get(root, "b")->is_broken);
    g_assert_true(fp_node_get(root, "z")->is_broken);
    g_assert_cmpstr(fp_node_get(root, "z")->text, ==, "");
}

static char *repeat(const char *before, const char *piece, size_t n, const char *after)
{
    GString *text = g_string_new(before);
    for (size_t i = 0; i < n; i++)
        g_string_append(text, piece);
    g_string_append(text, after);
    return g_string_free(text, FALSE);
}

static void assert_reads(ReadFunction read, char *text, size_t n_faults)
{
    fp_document_free(read_with_faults(read, text, n_faults));
    g_free(text);
}

static void test_limits(void)
{
    g_autofree char *close64 = repeat("", "]", 64, ""), *close65 = repeat("", "]", 65, "");
    assert_reads(fp_document_read_yaml, repeat("", "[", 64, close64), 0);
    assert_reads(fp_document_read_yaml, repeat("", "[", 65, close65), 1);
    assert_reads(fp_document_read_json, repeat("", "[", 64, close64), 0);
    assert_reads(fp_document_read_json, repeat("", "[", 65, close65), 1);
    assert_reads(fp_document_read_yaml, repeat("", "- ", 64, "x"), 0);
    assert_reads(fp_document_read_yaml, repeat("", "- ", 65, "x"), 1);
    assert_reads(fp_document_read_yaml, repeat("a: ", "x", 8192, ""), 0);
    assert_reads(fp_document_read_yaml, repeat("a: ", "x", 8193, ""), 1);
    assert_reads(fp_document_read_json, repeat("\"", "é", 4096, "\""), 0);
    assert_reads(fp_document_read_json, repeat("\"", "é", 4097, "\""), 1);
    assert_reads(fp_document_read_yaml, repeat("", "k", 1000, ": x"), 0);
}

static void test_json_scalars(void)
{
    g_autoptr(FpDocument) document = read_json(
        "{\"n\": -1.50e+3, \"big\": 123456789012345678901234567890, \"t\": true, \"f\": false,\n"
        " \"z\": null, \"s\": \"true\", \"e\": \"\", \"u\": \"\\ud83d\\ude00\\u00e9\\/\\\\\\n\", \"l\": [0, \"x\"]}");
    const FpNode *root = fp_document_root(document);
    static const struct {
        const char *key, *text;
        FpScalarKind kind;
    } rows[] = {
        { "n", "-1.50e+3", FP_SCALAR_JSON_NUMBER },
        { "big", "123456789012345678901234567890", FP_SCALAR_JSON_NUMBER },
        { "t", "true", FP_SCALAR_JSON_TRUE },
        { "f", "false", FP_SCALAR_JSON_FALSE },
        { "z", "null", FP_SCALAR_JSON_NULL },
        { "s", "true", FP_SCALAR_TEXT },
        { "e", "", FP_SCALAR_TEXT },
        { "u", "😀é/\\\n", FP_SCALAR_TEXT },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const FpNode *value = fp_node_get(root, rows[i].key);
        g_assert_cmpstr(value->text, ==, rows[i].text);
        g_assert_cmpint(value->scalar, ==, rows[i].kind);
        g_assert_cmpint(value->is_quoted, ==, rows[i].kind == FP_SCALAR_TEXT);
    }
}

static void test_json_places(void)
{
    g_autoptr(FpDocument) document =
        read_json("\n{ \"größe\" : \"日本\",\n\t\"b\":[ 1 ,\r\n  {\"c\":null}]\n}\n");
    const FpNode *root = fp_document_root(document);
    assert_place(root, 2, 1);
    assert_place(root->keys[0], 2, 3);
    assert_place(root->items[0], 2, 13);
    assert_place(root->keys[1], 3, 2);
    assert_place(root->items[1], 3, 6);
    assert_place(root->items[1]->items[0], 3, 8);
    assert_place(root->items[1]->items[1], 4, 3);
    assert_place(root->items[1]->items[1]->items[0], 4, 8);
}

static void test_a_json_scalar_alone(void)
{
    g_autoptr(FpDocument) number = read_json(" 12");
    g_assert_cmpstr(fp_document_root(number)->text, ==, "12");
    assert_place(fp_document_root(number), 1, 2);
    g_autoptr(FpDocument) text = read_json("\"x\"\n");
    g_assert_cmpstr(fp_document_root(text)->text, ==, "x");
}

static void test_json_is_told_from_yaml(void)
{
    static const struct {
        const char *text;
        FpScalarKind kind; // of the value
    } rows[] = {
        { " \n{\"a\": 1}", FP_SCALAR_JSON_NUMBER },
        { "\xef\xbb\xbf{\"a\": true}", FP_SCALAR_JSON_TRUE },
        { "{a: 1}", FP_SCALAR_TEXT },
        { "a: 1", FP_SCALAR_TEXT },
        { "{\"a\": 1} # note", FP_SCALAR_TEXT },
        { "{\"a\": 1,}", FP_SCALAR_TEXT },
        { "{\"a\": 'x'}", FP_SCALAR_TEXT },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(FpDocument) document = read_with_faults(fp_document_read, rows[i].text, 0);
        g_assert_cmpint(fp_node_get(fp_document_root(document), "a")->scalar, ==, rows[i].kind);
    }
}

static void test_the_source_is_kept(void)
{
    g_autoptr(FpDocument) document = read_yaml("a: x\n");
    g_assert_cmpstr(fp_source_name(fp_document_source(document)), ==, "test");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tree/node/scalars-are-text-as-written", test_scalars_are_text_as_written);
    g_test_add_func("/tree/node/lists-and-maps-keep-their-order", test_structure);
    g_test_add_func("/tree/node/places-count-code-points", test_places_count_code_points);
    g_test_add_func("/tree/node/a-byte-order-mark-is-no-text", test_a_byte_order_mark_is_no_text);
    g_test_add_func("/tree/node/any-line-break-makes-the-same-tree", test_line_breaks);
    g_test_add_func("/tree/node/block-texts-and-escapes-are-decoded", test_block_texts_and_escapes);
    g_test_add_func("/tree/node/one-document-may-have-its-marks", test_document_marks);
    g_test_add_func("/tree/node/faulty-documents-are-returned", test_faulty_documents_are_returned);
    g_test_add_func("/tree/node/limits-hold-exactly", test_limits);
    g_test_add_func("/tree/node/json-scalars-keep-their-kind-and-digits", test_json_scalars);
    g_test_add_func("/tree/node/json-places-are-those-of-tokens", test_json_places);
    g_test_add_func("/tree/node/a-json-scalar-may-stand-alone", test_a_json_scalar_alone);
    g_test_add_func("/tree/node/json-is-told-from-yaml", test_json_is_told_from_yaml);
    g_test_add_func("/tree/node/the-source-is-kept", test_the_source_is_kept);
    return g_test_run();
}
