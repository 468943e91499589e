// SPDX-License-Identifier: Apache-2.0
#include "canvas-private.h"

#include "cells-private.h"
#include "fp-text.h"

void fp_canvas_init(FpCanvas *canvas, FpTuiTheme theme, const char *charset)
{
    *canvas = (FpCanvas) { .theme = theme,
                           .charset = g_strdup(charset),
                           .zones = g_array_new(FALSE, FALSE, sizeof(FpZone)),
                           .stops = g_array_new(FALSE, FALSE, sizeof(int)) };
}

void fp_canvas_clear(FpCanvas *canvas)
{
    g_free(canvas->charset);
    g_array_unref(canvas->zones);
    g_array_unref(canvas->stops);
}

void fp_canvas_measure(const FpCanvas *canvas G_GNUC_UNUSED, int *out_rows, int *out_columns)
{
    getmaxyx(stdscr, *out_rows, *out_columns);
}

void fp_canvas_begin(FpCanvas *canvas)
{
    erase();
    getmaxyx(stdscr, canvas->rows, canvas->columns);
    canvas->cursor_row = canvas->cursor_column = -1;
    canvas->scroll_back = canvas->scroll_on = 0;
    canvas->scroll_page = 1;
    canvas->cuts_text = false;
    g_array_set_size(canvas->zones, 0);
    g_array_set_size(canvas->stops, 0);
}

void fp_canvas_end(FpCanvas *canvas)
{
    bool has_cursor = canvas->cursor_row >= 0 && canvas->cursor_row < canvas->rows &&
                      canvas->cursor_column >= 0 && canvas->cursor_column < canvas->columns;
    if (has_cursor)
        move(canvas->cursor_row, canvas->cursor_column);
    curs_set(has_cursor ? 1 : 0);
    refresh();
}

static bool is_utf8(const FpCanvas *canvas)
{
    return g_ascii_strcasecmp(canvas->charset, "UTF-8") == 0;
}

char *fp_canvas_prepare(const FpCanvas *canvas, const char *text, bool keeps_lines)
{
    char *printable =
        fp_text_printable(text, -1, keeps_lines ? FP_PRINT_KEEP_NEWLINES : FP_PRINT_ONE_LINE);
    if (is_utf8(canvas))
        return printable;
    // There and back: what is left is what the terminal can show, and as wide as it will be.
    g_autofree char *owned = printable;
    g_autofree char *there = fp_text_for_charset(owned, canvas->charset);
    char *back = g_convert(there, -1, "UTF-8", canvas->charset, NULL, NULL, NULL);
    return back != NULL ? back : g_str_to_ascii(owned, "C");
}

int fp_canvas_put(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                  const char *prepared)
{
    attr_t attributes = fp_theme_attributes(&canvas->theme, style);
    int pair = fp_theme_pair(&canvas->theme, style);
    int room = MIN(columns, canvas->columns - column), used = 0;
    if (row < 0 || row >= canvas->rows || column < 0)
        return 0;
    for (size_t at = 0, next; prepared[at] != '\0'; at = next) {
        next = fp_text_next(prepared, at);
        g_autofree char *cluster = g_strndup(prepared + at, next - at);
        int width = (int)fp_text_width(cluster);
        if (used + width > room)
            break;
        fp_cells_put(row, column + used, cluster, next - at, width, attributes, pair);
        used += width;
    }
    return used;
}

int fp_canvas_print(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                    const char *text)
{
    g_autofree char *prepared = fp_canvas_prepare(canvas, text, false);
    bool has_ellipsis = is_utf8(canvas) && !canvas->theme.ascii;
    g_autofree char *cut = fp_text_ellipsize(prepared, (size_t)MAX(columns, 0), !has_ellipsis);
    return fp_canvas_put(canvas, row, column, columns, style, cut);
}

void fp_canvas_print_right(FpCanvas *canvas, int row, int column, int columns, FpStyle style,
                           const char *text)
{
    g_autofree char *prepared = fp_canvas_prepare(canvas, text, false);
    int width = MIN((int)fp_text_width(prepared), columns);
    fp_canvas_put(canvas, row, column + columns - width, width, style, prepared);
}

void fp_canvas_line(FpCanvas *canvas, int row, int column, int columns, FpStyle style, FpMark mark)
{
    const char *sign = fp_theme_mark(&canvas->theme, mark);
    for (int i = 0; i < columns; i++)
        fp_canvas_put(canvas, row, column + i, 1, style, sign);
}

void fp_canvas_scroll_bar(FpCanvas *canvas, FpArea area, int first_line, int n_lines)
{
    if (n_lines <= area.rows || area.rows < 1)
        return;
    int column = area.column + area.columns - 1;
    int thumb = MAX(area.rows * area.rows / n_lines, 1);
    int top = first_line * (area.rows - thumb) / (n_lines - area.rows);
    for (int i = 0; i < area.rows; i++) {
        bool is_thumb = i >= top && i < top + thumb;
        fp_canvas_line(canvas, area.row + i, column, 1, FP_STYLE_RULE,
                       is_thumb ? FP_MARK_SCROLL : FP_MARK_WALL);
    }
}

void fp_canvas_set_cursor(FpCanvas *canvas, int row, int column)
{
    canvas->cursor_row = row;
    canvas->cursor_column = column;
}

void fp_canvas_add_stop(FpCanvas *canvas, int line)
{
    g_array_append_val(canvas->stops, line);
}

int fp_canvas_find_stop(const FpCanvas *canvas, int line, int step)
{
    int n = (int)canvas->stops->len;
    for (int i = step > 0 ? 0 : n - 1; i >= 0 && i < n; i += step) {
        int stop = g_array_index(canvas->stops, int, i);
        if ((stop - line) * step > 0)
            return stop;
    }
    return line;
}

void fp_canvas_add_zone(FpCanvas *canvas, FpZone zone)
{
    g_array_append_val(canvas->zones, zone);
}

static bool is_inside(FpArea area, int row, int column)
{
    return row >= area.row && row < area.row + area.rows && column >= area.column &&
           column < area.column + area.columns;
}

const FpZone *fp_canvas_zone_at(const FpCanvas *canvas, int row, int column)
{
    for (guint i = 0; i < canvas->zones->len; i++) {
        const FpZone *zone = &g_array_index(canvas->zones, FpZone, i);
        if (is_inside(zone->area, row, column))
            return zone;
    }
    return NULL;
}
