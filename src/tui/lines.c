// SPDX-License-Identifier: Apache-2.0
#include "lines-private.h"

#include "fp-i18n.h"
#include "fp-text.h"

/* A list with less rows has none to spare for words on what it does not show. */
#define MORE_MIN_ROWS 4

static void clear_line(void *data)
{
    FpLine *line = data;
    for (size_t i = 0; i < line->n_spans; i++)
        g_free(line->spans[i].prepared);
}

void fp_lines_init(FpLines *lines, const FpCanvas *canvas, int columns)
{
    *lines = (FpLines) { .canvas = canvas,
                         .columns = columns,
                         .lines = g_array_new(FALSE, FALSE, sizeof(FpLine)),
                         .item = SIZE_MAX };
    g_array_set_clear_func(lines->lines, clear_line);
}

void fp_lines_clear(FpLines *lines)
{
    if (lines->lines != NULL)
        g_array_unref(lines->lines);
    lines->lines = NULL;
}

int fp_lines_count(const FpLines *lines)
{
    return (int)lines->lines->len;
}

void fp_lines_begin_item(FpLines *lines, size_t item)
{
    lines->item = item;
}

void fp_lines_add_blank(FpLines *lines)
{
    const FpLine line = { .item = lines->item };
    g_array_append_val(lines->lines, line);
}

static void add_span(FpLine *line, int column, FpStyle style, char *prepared)
{
    g_assert(line->n_spans < FP_SPANS_MAX);
    line->spans[line->n_spans++] = (FpSpan) { column, style, prepared };
}

static void add_line(FpLines *lines, int column, FpStyle style, char *prepared)
{
    FpLine line = { .item = lines->item };
    add_span(&line, column, style, prepared);
    g_array_append_val(lines->lines, line);
}

/* A line that has text behind it which is not shown. */
static char *end_early(const FpLines *lines, const char *prepared, int columns)
{
    g_autofree char *longer = g_strdup_printf("%s%*s", prepared, columns, "");
    bool ascii = lines->canvas->theme.ascii;
    size_t width = fp_text_width(prepared) + (ascii ? 3 : 2);
    return fp_text_ellipsize(longer, MIN(width, (size_t)columns), ascii);
}

void fp_lines_add_start(FpLines *lines, int column, FpStyle style, const char *text, int max_lines)
{
    int columns = MAX(lines->columns - column, 1);
    g_autofree char *prepared = fp_canvas_prepare(lines->canvas, text, max_lines > 1);
    g_auto(GStrv) wrapped = fp_text_wrap(prepared, (size_t)columns);
    for (int i = 0; wrapped[i] != NULL && i < max_lines; i++) {
        bool is_early = i + 1 == max_lines && wrapped[i + 1] != NULL;
        add_line(lines, column, style,
                 is_early ? end_early(lines, wrapped[i], columns) : g_strdup(wrapped[i]));
    }
}

void fp_lines_add_text(FpLines *lines, int column, FpStyle style, const char *text)
{
    fp_lines_add_start(lines, column, style, text, INT_MAX);
}

void fp_lines_add_labelled(FpLines *lines, int column, FpStyle style, const char *label,
                           const char *text, int max_lines)
{
    int first = fp_lines_count(lines);
    g_autofree char *prepared = fp_canvas_prepare(lines->canvas, label, false);
    int width = (int)fp_text_width(prepared) + 1;
    fp_lines_add_start(lines, column + width, style, text, max_lines);
    if (fp_lines_count(lines) == first)
        fp_lines_add_blank(lines);
    fp_lines_add_mark(lines, first, column, style, label);
}

void fp_lines_add_mark(FpLines *lines, int line, int column, FpStyle style, const char *text)
{
    add_span(&g_array_index(lines->lines, FpLine, line), column, style,
             fp_canvas_prepare(lines->canvas, text, false));
}

int fp_lines_find(const FpLines *lines, size_t item, int *out_n_lines)
{
    int first = 0;
    *out_n_lines = 0;
    for (guint i = 0; i < lines->lines->len; i++) {
        if (item == SIZE_MAX || g_array_index(lines->lines, FpLine, i).item != item)
            continue;
        if (*out_n_lines == 0)
            first = (int)i;
        *out_n_lines = (int)i - first + 1;
    }
    return first;
}

static void draw_line(const FpLine *line, FpCanvas *canvas, FpArea area, int row)
{
    for (size_t i = 0; i < line->n_spans; i++) {
        const FpSpan *span = &line->spans[i];
        fp_canvas_put(canvas, row, area.column + span->column, area.columns - span->column,
                      span->style, span->prepared);
    }
}

void fp_lines_draw(const FpLines *lines, FpCanvas *canvas, FpArea area, int first_line,
                   FpActionKind click)
{
    int n_shown = MIN(area.rows, fp_lines_count(lines) - first_line);
    for (int i = 0; i < n_shown; i++) {
        const FpLine *line = &g_array_index(lines->lines, FpLine, first_line + i);
        draw_line(line, canvas, area, area.row + i);
        if (click == FP_ACTION_NONE || line->item == SIZE_MAX)
            continue;
        fp_canvas_add_zone(canvas,
                           (FpZone) { .area = { area.row + i, area.column, 1, area.columns },
                                      .action = { .kind = click, .index = line->item } });
    }
}

int fp_lines_draw_following(const FpLines *lines, FpCanvas *canvas, FpArea area, FpFollow follow,
                            FpActionKind click)
{
    int n_focus, n_lines = fp_lines_count(lines);
    int last = MAX(n_lines - area.rows, 0);
    int focus = fp_lines_find(lines, follow.focus, &n_focus);
    int wanted = fp_layout_first_line(n_lines, area.rows, focus, n_focus);
    int first = follow.is_scrolled ? CLAMP(wanted + follow.scroll, 0, last) : wanted;
    if (follow.is_scrolled) {
        canvas->scroll_back = wanted;
        canvas->scroll_on = last - wanted;
        canvas->scroll_page = MAX(area.rows - 1, 2); // half of it is a line at least
        canvas->cuts_text = follow.focus == SIZE_MAX && last > 0;
    }
    fp_lines_draw(lines, canvas, area, first, click);
    fp_canvas_scroll_bar(canvas, area, first, n_lines);
    return first;
}

/* Items with a line before or after those shown. */
static size_t count_items(const FpLines *lines, int from, int to)
{
    size_t n = 0, last = SIZE_MAX;
    for (int i = MAX(from, 0); i < to; i++) {
        size_t item = g_array_index(lines->lines, FpLine, i).item;
        n += item != SIZE_MAX && item != last ? 1 : 0;
        last = item != SIZE_MAX ? item : last;
    }
    return n;
}

static char *more_in_words(const FpCanvas *canvas, FpKey arrow, size_t n)
{
    g_autofree char *sign = fp_key_name(arrow, canvas->theme.ascii);
    /* Translators: an arrow up or down, and how many items of a list are not in view there. */
    return n > 0 ? g_strdup_printf(ngettext("%s %zu more", "%s %zu more", n), sign, n) : NULL;
}

static void draw_more(FpCanvas *canvas, FpArea row, size_t n_above, size_t n_below)
{
    g_autofree char *above = more_in_words(canvas, FP_KEY_UP, n_above);
    g_autofree char *below = more_in_words(canvas, FP_KEY_DOWN, n_below);
    g_autofree char *words =
        g_strjoin("   ", above != NULL ? above : below, above != NULL ? below : NULL, NULL);
    fp_canvas_print(canvas, row.row, row.column + 2, row.columns - 2, FP_STYLE_DIM, words);
}

int fp_lines_draw_list(const FpLines *lines, FpCanvas *canvas, FpArea area, FpFollow follow,
                       FpActionKind click)
{
    int n_lines = fp_lines_count(lines);
    if (n_lines <= area.rows || area.rows < MORE_MIN_ROWS)
        return fp_lines_draw_following(lines, canvas, area, follow, click);
    FpArea list = area, more = area;
    list.rows--;
    more.row += list.rows;
    int first = fp_lines_draw_following(lines, canvas, list, follow, click);
    draw_more(canvas, more, count_items(lines, 0, first),
              count_items(lines, first + list.rows, n_lines));
    return first;
}
