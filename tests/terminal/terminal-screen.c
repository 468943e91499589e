// SPDX-License-Identifier: Apache-2.0
// A row is read cell by cell: a wide character takes two, and its second cell is no text.
#include "terminal-private.h"

#include <string.h>

static int on_cursor(VTermPos place, VTermPos before, int is_visible, void *data)
{
    (void)before, (void)is_visible;
    ((Terminal *)data)->cursor = place;
    return 1;
}

const VTermScreenCallbacks terminal_screen_callbacks = { .movecursor = on_cursor };

static bool is_second_half(const VTermScreenCell *cell)
{
    return cell->chars[0] == (uint32_t)-1;
}

static void append_cell(GString *text, const VTermScreenCell *cell)
{
    if (cell->chars[0] == 0)
        g_string_append_c(text, ' ');
    for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0; i++)
        g_string_append_unichar(text, cell->chars[i]);
}

char *terminal_row(const Terminal *terminal, int row)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int column = 0; column < terminal->columns; column++) {
        VTermScreenCell cell;
        if (vterm_screen_get_cell(terminal->screen, (VTermPos) { row, column }, &cell) &&
            !is_second_half(&cell))
            append_cell(text, &cell);
    }
    return g_strchomp(g_string_free(g_steal_pointer(&text), FALSE));
}

char *terminal_text(const Terminal *terminal)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int row = 0; row < terminal->rows; row++) {
        g_autofree char *line = terminal_row(terminal, row);
        g_string_append_printf(text, "%s\n", line);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void append_look(GString *look, const VTermScreenCell *cell)
{
    append_cell(look, cell);
    if (cell->attrs.bold || cell->attrs.reverse || cell->attrs.underline)
        g_string_append_printf(look, "\001%u%u%u", (unsigned)cell->attrs.bold,
                               (unsigned)cell->attrs.reverse, (unsigned)cell->attrs.underline);
}

char *terminal_look(const Terminal *terminal)
{
    g_autoptr(GString) look = g_string_new(NULL);
    g_string_printf(look, "%d %d ", terminal->cursor.row, terminal->cursor.col);
    for (int row = 0; row < terminal->rows; row++)
        for (int column = 0; column < terminal->columns; column++) {
            VTermScreenCell cell;
            if (vterm_screen_get_cell(terminal->screen, (VTermPos) { row, column }, &cell) &&
                !is_second_half(&cell))
                append_look(look, &cell);
        }
    return g_string_free(g_steal_pointer(&look), FALSE);
}

int terminal_column(const Terminal *terminal, int row, size_t offset)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int column = 0; column < terminal->columns; column++) {
        VTermScreenCell cell;
        if (text->len >= offset)
            return column;
        if (vterm_screen_get_cell(terminal->screen, (VTermPos) { row, column }, &cell) &&
            !is_second_half(&cell))
            append_cell(text, &cell);
    }
    return terminal->columns - 1;
}

// The rows below hold the other parts, each from the same cell on.
static bool continues(const Terminal *terminal, char **parts, VTermPos place)
{
    for (size_t i = 1; parts[i] != NULL; i++) {
        int row = place.row + (int)i;
        if (row >= terminal->rows)
            return false;
        g_autofree char *text = terminal_row(terminal, row);
        g_autofree char *part = g_strchomp(g_strdup(parts[i]));
        const char *at = strstr(text, part);
        while (at != NULL && *at != '\0' &&
               terminal_column(terminal, row, (size_t)(at - text)) != place.col)
            at = strstr(at + 1, part);
        if (at == NULL && *part != '\0')
            return false;
    }
    return true;
}

static bool find_in_row(const Terminal *terminal, char **parts, int row, VTermPos *out_place)
{
    g_autofree char *text = terminal_row(terminal, row);
    g_autofree char *part = g_strchomp(g_strdup(parts[0]));
    for (const char *at = strstr(text, part); at != NULL && *at != '\0';
         at = strstr(at + 1, part)) {
        *out_place = (VTermPos) { row, terminal_column(terminal, row, (size_t)(at - text)) };
        if (continues(terminal, parts, *out_place))
            return true;
    }
    return false;
}

bool terminal_find(const Terminal *terminal, const char *text, VTermPos *out_place)
{
    g_auto(GStrv) parts = g_strsplit(text, "|", -1);
    guint n = g_strv_length(parts);
    if (n > 1 && *parts[n - 1] == '\0')
        g_clear_pointer(&parts[n - 1], g_free); // after the last '|'
    for (int row = 0; row < terminal->rows; row++) {
        if (find_in_row(terminal, parts, row, out_place))
            return true;
    }
    return false;
}

bool terminal_shows(Terminal *terminal, const char *text)
{
    VTermPos place;
    return terminal_find(terminal, text, &place);
}

int terminal_find_in_row(const Terminal *terminal, int row, const char *text)
{
    g_autofree char *line = terminal_row(terminal, row);
    const char *at = strstr(line, text);
    return at != NULL ? terminal_column(terminal, row, (size_t)(at - line)) : -1;
}
