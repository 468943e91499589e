// SPDX-License-Identifier: Apache-2.0
// After every edit the cursor is set on a cluster's border again, since text that comes to stand side
// by side may join into one cluster.
#include "fp-field.h"
#include "fp-text.h"
#include <string.h>

/* The first border of clusters at or after an offset. */
static size_t border_at(const char *text, size_t offset)
{
    size_t at = 0;
    while (at < offset) {
        size_t next = fp_text_next(text, at);
        if (next == at)
            break;
        at = next;
    }
    return at;
}

static void erase(FpField *field, size_t from, size_t to)
{
    g_string_erase(field->text, (gssize)from, (gssize)(to - from));
    field->cursor = border_at(field->text->str, from);
}

/* The line that an offset stands in; the whole text where lines are not kept. */
static size_t line_start(const FpField *field, size_t offset)
{
    while (offset > 0 && field->text->str[offset - 1] != '\n')
        offset--;
    return offset;
}

static size_t line_end(const FpField *field, size_t offset)
{
    return offset + strcspn(field->text->str + offset, "\n");
}

/* What may be typed: CR and CRLF read as LF, tabs as spaces; controls and what reorders text go. */
static GString *clean_text(const char *text, bool keeps_lines)
{
    GString *clean = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        if (c == '\r' && at[1] == '\n')
            continue;
        if (c == '\n' || c == '\r')
            g_string_append_c(clean, keeps_lines ? '\n' : ' ');
        else if (c == '\t')
            g_string_append_c(clean, ' ');
        else if (!fp_text_is_forbidden(c))
            g_string_append_unichar(clean, c);
    }
    return clean;
}

/* Cuts text to what fits, never through a cluster. True where nothing had to go. */
static bool cut_to_fit(GString *text, size_t max_bytes)
{
    if (text->len <= max_bytes)
        return true;
    size_t fits = 0;
    for (size_t next = fp_text_next(text->str, 0); next <= max_bytes;
         next = fp_text_next(text->str, next))
        fits = next;
    g_string_truncate(text, fits);
    return false;
}

static bool insert(FpField *field, const char *text)
{
    g_autoptr(GString) clean = clean_text(text, field->keeps_lines);
    bool all = cut_to_fit(clean, field->max_bytes - field->text->len);
    g_string_insert_len(field->text, (gssize)field->cursor, clean->str, (gssize)clean->len);
    field->cursor = border_at(field->text->str, field->cursor + clean->len);
    return all;
}

static size_t word_start(const FpField *field)
{
    const char *start = field->text->str;
    const char *at = start + field->cursor;
    while (at > start && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(at))))
        at = g_utf8_prev_char(at);
    while (at > start && !g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(at))))
        at = g_utf8_prev_char(at);
    return (size_t)(at - start);
}

/* Clusters between a line's start and the cursor: where the cursor wants to be a line further. */
static size_t column_of(const FpField *field)
{
    size_t column = 0;
    for (size_t at = line_start(field, field->cursor); at < field->cursor;
         at = fp_text_next(field->text->str, at))
        column++;
    return column;
}

static void move_to_column(FpField *field, size_t start, size_t column)
{
    size_t end = line_end(field, start);
    for (field->cursor = start; column > 0 && field->cursor < end; column--)
        field->cursor = fp_text_next(field->text->str, field->cursor);
}

static void move_up(FpField *field)
{
    size_t start = line_start(field, field->cursor);
    if (start > 0)
        move_to_column(field, line_start(field, start - 1), column_of(field));
}

static void move_down(FpField *field)
{
    size_t end = line_end(field, field->cursor);
    if (field->text->str[end] == '\n')
        move_to_column(field, end + 1, column_of(field));
}

static void move_left(FpField *field)
{
    field->cursor = fp_text_previous(field->text->str, field->cursor);
}

static void move_right(FpField *field)
{
    field->cursor = fp_text_next(field->text->str, field->cursor);
}

static void move_home(FpField *field)
{
    field->cursor = line_start(field, field->cursor);
}

static void move_end(FpField *field)
{
    field->cursor = line_end(field, field->cursor);
}

static void erase_back(FpField *field)
{
    erase(field, fp_text_previous(field->text->str, field->cursor), field->cursor);
}

static void erase_forth(FpField *field)
{
    erase(field, field->cursor, fp_text_next(field->text->str, field->cursor));
}

static void erase_word(FpField *field)
{
    erase(field, word_start(field), field->cursor);
}

static void erase_to_start(FpField *field)
{
    erase(field, line_start(field, field->cursor), field->cursor);
}

static void erase_to_end(FpField *field)
{
    erase(field, field->cursor, line_end(field, field->cursor));
}

typedef struct {
    FpActionKind action;
    void (*edit)(FpField *field);
} EditRow;

static const EditRow edits[] = {
    { FP_ACTION_ERASE, erase_back },
    { FP_ACTION_DELETE, erase_forth },
    { FP_ACTION_ERASE_WORD, erase_word },
    { FP_ACTION_ERASE_TO_START, erase_to_start },
    { FP_ACTION_ERASE_TO_END, erase_to_end },
    { FP_ACTION_LEFT, move_left },
    { FP_ACTION_RIGHT, move_right },
    { FP_ACTION_HOME, move_home },
    { FP_ACTION_END, move_end },
};

static const EditRow line_edits[] = {
    { FP_ACTION_UP, move_up },
    { FP_ACTION_DOWN, move_down },
};

static bool edit_by(const EditRow *rows, size_t n_rows, FpField *field, FpActionKind action)
{
    for (size_t i = 0; i < n_rows; i++) {
        if (rows[i].action != action)
            continue;
        rows[i].edit(field);
        return true;
    }
    return false;
}

void fp_field_init(FpField *field, const char *text, size_t max_bytes, bool keeps_lines)
{
    *field = (FpField) { g_string_new(NULL), 0, max_bytes, keeps_lines };
    fp_field_set(field, text);
}

void fp_field_clear(FpField *field)
{
    if (field->text != NULL)
        g_string_free(field->text, TRUE);
    *field = (FpField) { NULL, 0, 0, false };
}

void fp_field_set(FpField *field, const char *text)
{
    g_string_truncate(field->text, 0);
    field->cursor = 0;
    if (text != NULL)
        insert(field, text);
}

bool fp_field_act(FpField *field, const FpAction *action)
{
    if (action->kind == FP_ACTION_TYPE)
        return action->text != NULL && insert(field, action->text);
    return edit_by(edits, G_N_ELEMENTS(edits), field, action->kind) ||
           (field->keeps_lines &&
            edit_by(line_edits, G_N_ELEMENTS(line_edits), field, action->kind));
}
