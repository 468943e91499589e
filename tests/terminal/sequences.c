// SPDX-License-Identifier: Apache-2.0
// libvterm's parser takes the bytes apart; tables say what may come. Control sequences that the parser
// does not tell of (APC, PM, SOS) come as the C1 control that opens them.
#include "sequences.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <vterm.h>

#define TAIL_BYTES 40

struct Judge {
    VTerm *parser;
    bool is_utf8;
    char *fault;
    bool saw_colour, saw_sequences;
    JudgedModes modes;
    GString *glyph; /* the bytes of the last character of text */
    GString *tail;  /* the last bytes of all, for a fault's words */
};

static void condemn(Judge *judge, const char *kind, const char *bytes, size_t length)
{
    if (judge->fault != NULL)
        return;
    g_autofree char *culprit = bytes != NULL ? g_strndup(bytes, length) : g_strdup("");
    g_autofree char *shown = g_strescape(culprit, NULL);
    g_autofree char *tail = g_strescape(judge->tail->str, NULL);
    judge->fault = g_strdup_printf("%s %s, in: %s", kind, shown, tail);
}

// A string that is never ended is never told of: its opening is enough.
static void look_for_string(Judge *judge, char byte)
{
    size_t n = judge->tail->len;
    if (n > 1 && judge->tail->str[n - 2] == '\033' && strchr("]P_^X", byte) != NULL)
        condemn(judge, "a string is opened with", &byte, 1);
}

static void remember(Judge *judge, char byte)
{
    if (judge->tail->len >= 2 * TAIL_BYTES)
        g_string_erase(judge->tail, 0, TAIL_BYTES);
    g_string_append_c(judge->tail, byte);
}

/* ---- Text ---- */

static bool is_deceitful(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
           c == 0xFEFF || c == 0x00AD || (c >= 0xE0000 && c <= 0xE007F);
}

static void judge_glyph(Judge *judge)
{
    gunichar c = g_utf8_get_char_validated(judge->glyph->str, (gssize)judge->glyph->len);
    if (c == (gunichar)-2)
        return; // more bytes are to come
    if (c == (gunichar)-1 || is_deceitful(c))
        condemn(judge, "text", judge->glyph->str, judge->glyph->len);
}

static int on_text(const char *bytes, size_t length, void *data)
{
    Judge *judge = data;
    for (size_t i = 0; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            g_string_truncate(judge->glyph, 0);
        g_string_append_c(judge->glyph, bytes[i]);
        judge_glyph(judge);
        if (!judge->is_utf8 && (bytes[i] & 0x80) != 0)
            condemn(judge, "a byte that is not ASCII", &bytes[i], 1);
    }
    return 1;
}

/* ---- Controls and escapes ---- */

static int on_control(unsigned char control, void *data)
{
    // Back, tab, line feed, return; the first character set; index, next line and reverse index (ESC D,
    // ESC E, ESC M).
    static const char allowed[] = "\b\t\n\r\017\x84\x85\x8D";
    const char byte = (char)control;
    if (control == 0 || strchr(allowed, byte) == NULL)
        condemn(data, "control", &byte, 1);
    return 1;
}

static int on_escape(const char *bytes, size_t length, void *data)
{
    Judge *judge = data;
    if (length == 1 && (*bytes == '=' || *bytes == '>'))
        judge->modes.application_keypad = *bytes == '=';
    // Save and restore the cursor; ASCII as the first character set, the lines as the second.
    else if (!(length == 1 && (*bytes == '7' || *bytes == '8')) &&
             !(length == 2 && (memcmp(bytes, "(B", 2) == 0 || memcmp(bytes, ")0", 2) == 0)))
        condemn(judge, "escape", bytes, length);
    return 1;
}

// The bytes are not read: libvterm 0.1.4 gives a stray pointer where they came one by one.
static int on_string(const char *command, size_t length, void *data)
{
    (void)command, (void)length;
    condemn(data, "an OSC or DCS string", NULL, 0);
    return 1;
}

/* ---- Control sequences ---- */

static const struct {
    long number;
    size_t offset; /* into JudgedModes; SIZE_MAX: not followed */
    bool is_inverse;
} private_modes[] = {
    { 1, offsetof(JudgedModes, application_cursor), false },
    { 7, SIZE_MAX, false }, /* wrap */
    { 47, offsetof(JudgedModes, alternate_screen), false },
    { 12, SIZE_MAX, false }, /* blink */
    { 25, offsetof(JudgedModes, cursor_hidden), true },
    { 1000, offsetof(JudgedModes, mouse), false },
    { 1002, offsetof(JudgedModes, mouse), false },
    { 1006, SIZE_MAX, false }, /* the mouse's notation */
    { 1049, offsetof(JudgedModes, alternate_screen), false },
    { 2004, offsetof(JudgedModes, bracketed_paste), false },
};

static bool set_private_mode(Judge *judge, long number, bool is_on)
{
    for (size_t i = 0; i < G_N_ELEMENTS(private_modes); i++) {
        if (private_modes[i].number != number)
            continue;
        if (private_modes[i].offset != SIZE_MAX)
            *(bool *)((char *)&judge->modes + private_modes[i].offset) =
                is_on != private_modes[i].is_inverse;
        return true;
    }
    return false;
}

static bool take_private(Judge *judge, const long args[], int n, char command)
{
    if (command == 'c')
        return true; // the Linux console's cursor; a question it is without the '?' alone
    bool is_known = command == 'h' || command == 'l';
    for (int i = 0; is_known && i < n; i++)
        is_known = set_private_mode(judge, CSI_ARG(args[i]), command == 'h');
    return is_known && n > 0;
}

static void look_for_colour(Judge *judge, const long args[], int n)
{
    for (int i = 0; i < n; i++) {
        long arg = CSI_ARG(args[i]);
        judge->saw_colour = judge->saw_colour || (arg >= 30 && arg <= 38) ||
                            (arg >= 40 && arg <= 48) || (arg >= 90 && arg <= 107);
    }
}

static bool take_plain(Judge *judge, const long args[], int n, char command)
{
    long first = n > 0 ? CSI_ARG_OR(args[0], 0) : 0;
    if (command == 'm')
        look_for_colour(judge, args, n);
    if (command == 'h' || command == 'l')
        return first == 4 || first == 34; // insert mode; the cursor's look
    if (command == 't')
        return first == 22 || first == 23; // the title, onto a stack and from it
    // Moving, erasing, inserting, deleting, scrolling; the margins; repeating; SGR.
    return strchr("ABCDEFGHIZ`adef"
                  "JKX"
                  "@LMP"
                  "ST"
                  "r"
                  "b"
                  "m",
                  command) != NULL;
}

static int on_csi(const char *leader, const long args[], int n, const char *intermediate,
                  char command, void *data)
{
    Judge *judge = data;
    bool is_private = leader != NULL && strcmp(leader, "?") == 0;
    bool is_plain = leader == NULL || *leader == '\0';
    bool has_intermediate = intermediate != NULL && *intermediate != '\0';
    if (!has_intermediate && ((is_private && take_private(judge, args, n, command)) ||
                              (is_plain && take_plain(judge, args, n, command))))
        return 1;
    g_autoptr(GString) text = g_string_new(leader);
    for (int i = 0; i < n; i++)
        g_string_append_printf(text, "%s%ld", i > 0 ? ";" : "", CSI_ARG(args[i]));
    g_string_append_printf(text, "%s%c", has_intermediate ? intermediate : "", command);
    condemn(judge, "CSI", text->str, text->len);
    return 1;
}

static const VTermParserCallbacks callbacks = { .text = on_text,
                                                .control = on_control,
                                                .escape = on_escape,
                                                .csi = on_csi,
                                                .osc = on_string,
                                                .dcs = on_string };

Judge *judge_new(bool is_utf8)
{
    Judge *judge = g_new0(Judge, 1);
    judge->is_utf8 = is_utf8;
    judge->glyph = g_string_new(NULL);
    judge->tail = g_string_new(NULL);
    judge->parser = vterm_new(24, 80);
    vterm_set_utf8(judge->parser, is_utf8);
    vterm_parser_set_callbacks(judge->parser, &callbacks, judge);
    return judge;
}

void judge_free(Judge *judge)
{
    if (judge == NULL)
        return;
    vterm_free(judge->parser);
    g_string_free(judge->glyph, TRUE);
    g_string_free(judge->tail, TRUE);
    g_free(judge->fault);
    g_free(judge);
}

void judge_take(Judge *judge, char byte)
{
    judge->saw_sequences = judge->saw_sequences || byte == '\033';
    remember(judge, byte);
    look_for_string(judge, byte);
    vterm_input_write(judge->parser, &byte, 1);
}

const char *judge_fault(const Judge *judge)
{
    return judge->fault;
}

bool judge_saw_colour(const Judge *judge)
{
    return judge->saw_colour;
}

bool judge_saw_sequences(const Judge *judge)
{
    return judge->saw_sequences;
}

JudgedModes judge_modes(const Judge *judge)
{
    return judge->modes;
}
