// SPDX-License-Identifier: Apache-2.0
// yajl writes; here are the things that it leaves open. An opening bracket waits for its first
// element, since yajl would break an empty pair over two lines. Characters that a terminal could
// obey or that reorder text leave as \u escapes: the value is the same, and the text safe to show.
#include "fp-json-writer.h"
#include "fp-text.h"
#include <string.h>
#include <yajl/yajl_gen.h>

typedef enum { WAITING_NONE, WAITING_OBJECT, WAITING_ARRAY } Waiting;

struct FpJsonWriter {
    yajl_gen generator;
    FpJsonStyle style;
    Waiting waiting; /* a bracket that was begun and not yet written */
};

FpJsonWriter *fp_json_writer_new(FpJsonStyle style)
{
    FpJsonWriter *writer = g_new0(FpJsonWriter, 1);
    writer->style = style;
    writer->generator = yajl_gen_alloc(NULL);
    g_assert(writer->generator != NULL);
    if (style == FP_JSON_PRETTY) {
        yajl_gen_config(writer->generator, yajl_gen_beautify, 1);
        yajl_gen_config(writer->generator, yajl_gen_indent_string, "  ");
    }
    return writer;
}

void fp_json_writer_free(FpJsonWriter *writer)
{
    if (writer == NULL)
        return;
    yajl_gen_free(writer->generator);
    g_free(writer);
}

/* Calls out of order are mistakes of ours: yajl refuses them. */
static void expect_ok(yajl_gen_status status)
{
    g_assert(status == yajl_gen_status_ok);
}

static void write_waiting(FpJsonWriter *writer)
{
    if (writer->waiting == WAITING_OBJECT)
        expect_ok(yajl_gen_map_open(writer->generator));
    else if (writer->waiting == WAITING_ARRAY)
        expect_ok(yajl_gen_array_open(writer->generator));
    writer->waiting = WAITING_NONE;
}

/* yajl writes a number's text as it stands, wherever a value may be. */
static void write_verbatim(FpJsonWriter *writer, const char *json)
{
    expect_ok(yajl_gen_number(writer->generator, json, strlen(json)));
}

static void begin(FpJsonWriter *writer, Waiting waiting)
{
    write_waiting(writer);
    writer->waiting = waiting;
}

void fp_json_begin_object(FpJsonWriter *writer)
{
    begin(writer, WAITING_OBJECT);
}

void fp_json_end_object(FpJsonWriter *writer)
{
    g_assert(writer->waiting != WAITING_ARRAY);
    if (writer->waiting == WAITING_OBJECT)
        write_verbatim(writer, "{}");
    else
        expect_ok(yajl_gen_map_close(writer->generator));
    writer->waiting = WAITING_NONE;
}

void fp_json_begin_array(FpJsonWriter *writer)
{
    begin(writer, WAITING_ARRAY);
}

void fp_json_end_array(FpJsonWriter *writer)
{
    g_assert(writer->waiting != WAITING_OBJECT);
    if (writer->waiting == WAITING_ARRAY)
        write_verbatim(writer, "[]");
    else
        expect_ok(yajl_gen_array_close(writer->generator));
    writer->waiting = WAITING_NONE;
}

static void write_string(FpJsonWriter *writer, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    write_waiting(writer);
    expect_ok(yajl_gen_string(writer->generator, (const unsigned char *)valid, strlen(valid)));
}

void fp_json_key(FpJsonWriter *writer, const char *key)
{
    g_assert(writer->waiting != WAITING_ARRAY);
    write_string(writer, key);
}

void fp_json_string(FpJsonWriter *writer, const char *text)
{
    if (text == NULL)
        fp_json_null(writer);
    else
        write_string(writer, text);
}

void fp_json_integer(FpJsonWriter *writer, int64_t value)
{
    write_waiting(writer);
    expect_ok(yajl_gen_integer(writer->generator, value));
}

void fp_json_number(FpJsonWriter *writer, const char *digits)
{
    write_waiting(writer);
    write_verbatim(writer, digits);
}

void fp_json_bool(FpJsonWriter *writer, bool value)
{
    write_waiting(writer);
    expect_ok(yajl_gen_bool(writer->generator, value));
}

void fp_json_null(FpJsonWriter *writer)
{
    write_waiting(writer);
    expect_ok(yajl_gen_null(writer->generator));
}

void fp_json_raw(FpJsonWriter *writer, const char *json)
{
    write_waiting(writer);
    write_verbatim(writer, json);
}

void fp_json_key_string(FpJsonWriter *writer, const char *key, const char *text)
{
    fp_json_key(writer, key);
    fp_json_string(writer, text);
}

void fp_json_key_integer(FpJsonWriter *writer, const char *key, int64_t value)
{
    fp_json_key(writer, key);
    fp_json_integer(writer, value);
}

void fp_json_key_bool(FpJsonWriter *writer, const char *key, bool value)
{
    fp_json_key(writer, key);
    fp_json_bool(writer, value);
}

/* What yajl lets through and a terminal or a line reader would obey. LF is the layout's own. */
static bool needs_escape(gunichar c)
{
    return c != '\n' && (fp_text_is_forbidden(c) || c == 0x061C || c == 0x200E || c == 0x200F ||
                         c == 0x2028 || c == 0x2029);
}

/* Such characters stand in strings alone, so the whole text can be gone through at once. */
static char *escape_unsafe(const char *json, size_t n_bytes)
{
    GString *out = g_string_sized_new(n_bytes + 1);
    const char *end = json + n_bytes, *run = json;
    for (const char *at = json, *next; at < end; at = next) {
        next = at + 1;
        if (*at >= ' ' && *at < 0x7F)
            continue;
        gunichar c = g_utf8_get_char(at);
        next = g_utf8_find_next_char(at, NULL);
        if (!needs_escape(c))
            continue;
        g_string_append_len(out, run, at - run);
        g_string_append_printf(out, "\\u%04x", c);
        run = next;
    }
    g_string_append_len(out, run, end - run);
    return g_string_free(out, FALSE);
}

char *fp_json_writer_finish(FpJsonWriter *writer)
{
    const unsigned char *text;
    size_t n_bytes;
    g_assert(writer->waiting == WAITING_NONE);
    // Only a finished document refuses another value in this way.
    yajl_gen_status status = yajl_gen_null(writer->generator);
    g_assert(status == yajl_gen_generation_complete);
    expect_ok(yajl_gen_get_buf(writer->generator, &text, &n_bytes));
    g_autofree char *json = escape_unsafe((const char *)text, n_bytes);
    if (writer->style == FP_JSON_CANONICAL || g_str_has_suffix(json, "\n"))
        return g_steal_pointer(&json);
    return g_strconcat(json, "\n", NULL);
}
