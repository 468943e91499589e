// SPDX-License-Identifier: Apache-2.0
// Drives yajl, which tells the end of each token; a token begins where the one before it ended, after
// blanks, commas and colons.
#include "fp-i18n.h"
#include "node-private.h"
#include <string.h>
#include <yajl/yajl_parse.h>

typedef struct {
    FpNodeBuilder builder;
    FpTextCursor cursor; // at the end of the last token
    FpSource *source;
    FpDiagnostics *diagnostics;
    yajl_handle parser;
    size_t token;    // where the last token begins
    bool is_refused; // reading ended for a reported fault
} JsonReader;

/* Moves to the end of the token that yajl is at and returns where it begins. */
static FpPlace next_token(JsonReader *reader)
{
    FpTextCursor *cursor = &reader->cursor;
    while (cursor->offset < cursor->length &&
           strchr(" \t\r\n,:", cursor->text[cursor->offset]) != NULL)
        fp_text_cursor_step(cursor);
    FpPlace place = cursor->place;
    reader->token = cursor->offset;
    size_t end = yajl_get_bytes_consumed(reader->parser);
    // A number that ends with the text is told when yajl has begun to count anew.
    fp_text_cursor_go_to_offset(cursor, end > reader->token ? end : cursor->length);
    return place;
}

static int read_word(JsonReader *reader, FpScalarKind kind, const char *text, size_t length)
{
    fp_node_builder_add_scalar(&reader->builder, kind, text, length, next_token(reader));
    return 1;
}

static int read_null(void *context)
{
    return read_word(context, FP_SCALAR_JSON_NULL, "null", 4);
}

static int read_boolean(void *context, int is_true)
{
    return is_true ? read_word(context, FP_SCALAR_JSON_TRUE, "true", 4)
                   : read_word(context, FP_SCALAR_JSON_FALSE, "false", 5);
}

static int read_number(void *context, const char *digits, size_t length)
{
    return read_word(context, FP_SCALAR_JSON_NUMBER, digits, length);
}

static unsigned hex_value(const char *digits)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++)
        value = value * 16 + (unsigned)g_ascii_xdigit_value(digits[i]);
    return value;
}

/* True where the escapes of a string's raw text pair all surrogates; yajl would make '?' of others. */
static bool are_surrogates_paired(const char *raw, size_t length)
{
    for (size_t i = 0; i + 1 < length; i++) {
        if (raw[i] != '\\')
            continue;
        i++;
        if (raw[i] != 'u' || i + 4 >= length)
            continue;
        unsigned unit = hex_value(raw + i + 1);
        i += 4;
        if (unit < 0xd800 || unit > 0xdfff)
            continue;
        if (unit > 0xdbff || i + 6 >= length || raw[i + 1] != '\\' || raw[i + 2] != 'u')
            return false;
        unsigned low = hex_value(raw + i + 3);
        if (low < 0xdc00 || low > 0xdfff)
            return false;
        i += 6;
    }
    return true;
}

static int read_string(void *context, const unsigned char *text, size_t length)
{
    JsonReader *reader = context;
    FpPlace place = next_token(reader);
    if (are_surrogates_paired(reader->cursor.text + reader->token,
                              reader->cursor.offset - reader->token)) {
        FpNode *node = fp_node_builder_add_scalar(&reader->builder, FP_SCALAR_TEXT,
                                                  (const char *)text, length, place);
        node->is_quoted = true;
        return 1;
    }
    fp_diagnostics_add(reader->diagnostics, reader->source, place,
                       _("write the character itself, or both of its halves"),
                       _("the text holds half of a character (a lone surrogate)"));
    fp_node_builder_add_broken(&reader->builder, place);
    return 1;
}

static int begin(JsonReader *reader, FpNodeKind kind)
{
    reader->is_refused = !fp_node_builder_begin(&reader->builder, kind, next_token(reader));
    return !reader->is_refused;
}

static int begin_map(void *context)
{
    return begin(context, FP_NODE_MAPPING);
}

static int begin_array(void *context)
{
    return begin(context, FP_NODE_SEQUENCE);
}

static int end_collection(void *context)
{
    JsonReader *reader = context;
    next_token(reader);
    fp_node_builder_end(&reader->builder);
    return 1;
}

static const yajl_callbacks callbacks = {
    .yajl_null = read_null,
    .yajl_boolean = read_boolean,
    .yajl_number = read_number,
    .yajl_string = read_string,
    .yajl_map_key = read_string,
    .yajl_start_map = begin_map,
    .yajl_end_map = end_collection,
    .yajl_start_array = begin_array,
    .yajl_end_array = end_collection,
};

/* Where the token begins that ends at end: after the last one that was taken, blanks, commas and
 * colons; but a comma or colon may itself be the one. */
static size_t find_token(const JsonReader *reader, size_t end)
{
    size_t at = reader->cursor.offset;
    while (at + 1 < end && strchr(" \t\r\n,:", reader->cursor.text[at]) != NULL)
        at++;
    return at;
}

static void report_syntax(JsonReader *reader, bool is_at_end)
{
    unsigned char *said = yajl_get_error(reader->parser, 0, NULL, 0);
    FpJsonFault fault = fp_node_json_fault((const char *)said);
    // yajl counts up to the end of a token that it cannot use; inside a text, to the wrong byte.
    bool is_in_text = strstr((const char *)said, "inside string") != NULL ||
                      strstr((const char *)said, "inside a string") != NULL;
    size_t offset = yajl_get_bytes_consumed(reader->parser);
    yajl_free_error(reader->parser, said);
    if (is_at_end)
        offset = reader->cursor.length;
    else if (!is_in_text)
        offset = find_token(reader, offset);
    fp_text_cursor_go_to_offset(&reader->cursor, MIN(offset, reader->cursor.length));
    fp_diagnostics_add(reader->diagnostics, reader->source, reader->cursor.place, fault.mend, "%s",
                       fault.message);
}

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (strchr(" \t\r\n", text[i]) == NULL)
            return false;
    }
    return true;
}

static bool read_tokens(JsonReader *reader)
{
    const unsigned char *text = (const unsigned char *)reader->cursor.text;
    reader->parser = yajl_alloc(&callbacks, NULL, reader);
    bool is_at_end = yajl_parse(reader->parser, text, reader->cursor.length) == yajl_status_ok;
    bool is_read = is_at_end && yajl_complete_parse(reader->parser) == yajl_status_ok;
    if (!is_read && !reader->is_refused)
        report_syntax(reader, is_at_end);
    yajl_free(reader->parser);
    return is_read;
}

FpDocument *fp_document_read_json(FpSource *source, FpDiagnostics *diagnostics)
{
    const char *text;
    size_t length;
    if (!fp_node_check_encoding(source, diagnostics, &text, &length))
        return NULL;
    if (is_blank(text, length)) {
        fp_diagnostics_add(diagnostics, source, (FpPlace) { 0, 0 }, NULL, "%s",
                           _("the file is empty"));
        return NULL;
    }
    g_autoptr(FpDocument) document = fp_document_new(source);
    JsonReader reader = { .cursor = fp_text_cursor_new(text, length),
                          .source = source,
                          .diagnostics = diagnostics };
    fp_node_builder_init(&reader.builder, document, diagnostics);
    bool is_read = read_tokens(&reader);
    fp_node_builder_clear(&reader.builder);
    return is_read ? g_steal_pointer(&document) : NULL;
}
