// SPDX-License-Identifier: Apache-2.0
// What is wrong with a file's bytes before any syntax: found here, where the place can be named.
#include "fp-i18n.h"
#include "node-private.h"
#include <string.h>

// So many wrong bytes are named: more would say nothing new.
#define MAX_NAMED 20

FpTextCursor fp_text_cursor_new(const char *text, size_t length)
{
    return (FpTextCursor) { .text = text, .length = length, .place = { 1, 1 } };
}

void fp_text_cursor_step(FpTextCursor *cursor)
{
    char c = cursor->text[cursor->offset];
    bool is_break = c == '\n' || (c == '\r' && (cursor->offset + 1 == cursor->length ||
                                                cursor->text[cursor->offset + 1] != '\n'));
    cursor->offset += (size_t)g_utf8_skip[(unsigned char)c];
    cursor->index++;
    if (is_break)
        cursor->place = (FpPlace) { cursor->place.line + 1, 1 };
    else
        cursor->place.column++;
}

void fp_text_cursor_go_to_offset(FpTextCursor *cursor, size_t offset)
{
    if (offset < cursor->offset)
        *cursor = fp_text_cursor_new(cursor->text, cursor->length);
    while (cursor->offset < offset && cursor->offset < cursor->length)
        fp_text_cursor_step(cursor);
}

size_t fp_text_cursor_find_index(const char *text, size_t length, size_t index)
{
    size_t offset = 0;
    for (; offset < length; offset++) {
        bool begins = ((unsigned char)text[offset] & 0xc0) != 0x80;
        if (begins && index-- == 0)
            return offset;
    }
    return length;
}

void fp_text_cursor_go_to_index(FpTextCursor *cursor, size_t index)
{
    if (index < cursor->index)
        *cursor = fp_text_cursor_new(cursor->text, cursor->length);
    while (cursor->index < index && cursor->offset < cursor->length)
        fp_text_cursor_step(cursor);
}

static bool is_other_encoding(const char *text, size_t length)
{
    if (length < 2)
        return false;
    return memcmp(text, "\xfe\xff", 2) == 0 || memcmp(text, "\xff\xfe", 2) == 0 ||
           memchr(text, '\0', MIN(length, 4)) != NULL;
}

/* True where c, raw in a file, would end YAML's reading. NEL is a line break there. */
static bool is_control(gunichar c)
{
    if (c == '\n' || c == '\t' || c == '\r' || c == 0x85)
        return false;
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff;
}

/* True where a walk by code points is worth its time: a byte that can only belong to a control. */
static bool may_hold_controls(const unsigned char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = text[i];
        if (c >= ' ' && c < 0x7f)
            continue;
        unsigned char next = i + 1 < length ? text[i + 1] : 0;
        if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7f ||
            (c == 0xc2 && next < 0xa0) || (c == 0xef && next == 0xbf))
            return true;
    }
    return false;
}

static size_t refuse_controls(FpTextCursor *cursor, size_t end, FpSource *source,
                              FpDiagnostics *diagnostics)
{
    size_t n = 0;
    while (cursor->offset < end && n < MAX_NAMED) {
        gunichar c = (unsigned char)cursor->text[cursor->offset];
        if (c >= 0x7f)
            c = g_utf8_get_char(cursor->text + cursor->offset);
        if (c == 0)
            fp_diagnostics_add(diagnostics, source, cursor->place, _("remove it"),
                               _("there is a NUL byte here"));
        else if (is_control(c))
            fp_diagnostics_add(diagnostics, source, cursor->place,
                               _("remove it; line breaks and tabs are the only ones allowed"),
                               _("there is a control character here, U+%04X"), (unsigned)c);
        n += c == 0 || is_control(c);
        fp_text_cursor_step(cursor);
    }
    return n;
}

/* How many leading bytes of text are UTF-8; NUL is a character like any other here. */
static size_t count_valid(const char *text, size_t length)
{
    size_t valid = 0;
    for (;;) {
        const char *end;
        if (g_utf8_validate_len(text + valid, length - valid, &end))
            return length;
        valid = (size_t)(end - text);
        if (text[valid] != '\0')
            return valid;
        valid++;
    }
}

bool fp_node_check_encoding(FpSource *source, FpDiagnostics *diagnostics, const char **out_text,
                            size_t *out_length)
{
    gsize length;
    const char *text = g_bytes_get_data(fp_source_bytes(source), &length);
    if (length == 0)
        text = ""; // GBytes has NULL then
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        length -= 3;
    }
    if (is_other_encoding(text, length)) {
        fp_diagnostics_add(diagnostics, source, (FpPlace) { 0, 0 }, _("save it as UTF-8"),
                           _("the file is in UTF-16 or UTF-32, not in UTF-8"));
        return false;
    }
    FpTextCursor cursor = fp_text_cursor_new(text, length);
    size_t valid = count_valid(text, length);
    size_t n_controls = may_hold_controls((const unsigned char *)text, valid)
                            ? refuse_controls(&cursor, valid, source, diagnostics)
                            : 0;
    if (valid < length && n_controls < MAX_NAMED) {
        fp_text_cursor_go_to_offset(&cursor, valid);
        fp_diagnostics_add(diagnostics, source, cursor.place, _("save the file as UTF-8"),
                           _("the byte 0x%02X is not UTF-8"), (unsigned char)text[valid]);
        return false;
    }
    *out_text = text;
    *out_length = length;
    return n_controls == 0;
}
