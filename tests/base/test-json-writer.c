// SPDX-License-Identifier: Apache-2.0
#include "fp-json-writer.h"

static void write_nothing_in_an_object(FpJsonWriter *writer)
{
    fp_json_begin_object(writer);
    fp_json_end_object(writer);
}

static void write_nothing_in_an_array(FpJsonWriter *writer)
{
    fp_json_begin_array(writer);
    fp_json_end_array(writer);
}

static void write_empties_inside(FpJsonWriter *writer)
{
    fp_json_begin_object(writer);
    fp_json_key(writer, "a");
    fp_json_begin_array(writer);
    fp_json_end_array(writer);
    fp_json_key(writer, "b");
    fp_json_begin_object(writer);
    fp_json_end_object(writer);
    fp_json_end_object(writer);
}

static void write_nested(FpJsonWriter *writer)
{
    fp_json_begin_array(writer);
    fp_json_begin_array(writer);
    fp_json_begin_array(writer);
    fp_json_end_array(writer);
    fp_json_end_array(writer);
    fp_json_end_array(writer);
}

static void write_all_kinds(FpJsonWriter *writer)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "text", "a");
    fp_json_key_string(writer, "none", NULL);
    fp_json_key_integer(writer, "least", INT64_MIN);
    fp_json_key_bool(writer, "yes", true);
    fp_json_key(writer, "list");
    fp_json_begin_array(writer);
    fp_json_bool(writer, false);
    fp_json_null(writer);
    fp_json_integer(writer, 7);
    fp_json_number(writer, "999999999999999.999999");
    fp_json_raw(writer, "{\"raw\":[1,2]}");
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

static void write_escapes(FpJsonWriter *writer)
{
    fp_json_string(writer, "\"\\/\b\n\r\t\x1B\x01 é 漢 😀");
}

static void write_unsafe(FpJsonWriter *writer)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "\u202E", "\x7F|\xC2\x85|\xC2\x9B|\u200F|\u2066|\u2028|");
    fp_json_end_object(writer);
}

static void write_invalid(FpJsonWriter *writer)
{
    fp_json_string(writer, "a\xFF"
                           "b");
}

static const struct {
    const char *name;
    FpJsonStyle style;
    void (*write)(FpJsonWriter *writer);
    const char *json;
} rows[] = {
    { "an-empty-object-is-one-pair", FP_JSON_PRETTY, write_nothing_in_an_object, "{}\n" },
    { "an-empty-array-is-one-pair", FP_JSON_PRETTY, write_nothing_in_an_array, "[]\n" },
    { "canonical-has-no-line-feed", FP_JSON_CANONICAL, write_nothing_in_an_array, "[]" },
    { "empty-pairs-inside-stay-on-their-line", FP_JSON_PRETTY, write_empties_inside,
      "{\n  \"a\": [],\n  \"b\": {}\n}\n" },
    { "canonical-has-no-spaces", FP_JSON_CANONICAL, write_empties_inside, "{\"a\":[],\"b\":{}}" },
    { "only-the-innermost-is-empty", FP_JSON_PRETTY, write_nested, "[\n  [\n    []\n  ]\n]\n" },
    { "every-kind-of-value-pretty", FP_JSON_PRETTY, write_all_kinds,
      "{\n  \"text\": \"a\",\n  \"none\": null,\n  \"least\": -9223372036854775808,\n"
      "  \"yes\": true,\n  \"list\": [\n    false,\n    null,\n    7,\n"
      "    999999999999999.999999,\n    {\"raw\":[1,2]}\n  ]\n}\n" },
    { "every-kind-of-value-canonical", FP_JSON_CANONICAL, write_all_kinds,
      "{\"text\":\"a\",\"none\":null,\"least\":-9223372036854775808,\"yes\":true,"
      "\"list\":[false,null,7,999999999999999.999999,{\"raw\":[1,2]}]}" },
    { "controls-are-escaped-and-letters-are-not", FP_JSON_CANONICAL, write_escapes,
      "\"\\\"\\\\/\\b\\n\\r\\t\\u001B\\u0001 é 漢 😀\"" },
    { "what-terminals-obey-or-reorder-is-escaped", FP_JSON_CANONICAL, write_unsafe,
      "{\"\\u202e\":\"\\u007f|\\u0085|\\u009b|\\u200f|\\u2066|\\u2028|\"}" },
    { "invalid-text-is-made-valid", FP_JSON_CANONICAL, write_invalid,
      "\"a\uFFFD"
      "b\"" },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(rows[i].style);
    rows[i].write(writer);
    g_autofree char *json = fp_json_writer_finish(writer);
    g_assert_cmpstr(json, ==, rows[i].json);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/json-writer/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    return g_test_run();
}
