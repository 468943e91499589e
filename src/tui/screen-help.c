// SPDX-License-Identifier: Apache-2.0
// The keys of another screen, from its own tables.
#include "fp-i18n.h"
#include "fp-text.h"
#include "lines-private.h"
#include "screen-private.h"
#include "state-marks-private.h"

#define KEYS_COLUMN 2
#define GAP_COLUMNS 3

static const FpKeyRow closing[] = {
    { FP_KEYS('?', FP_KEY_ESCAPE, 'q', 'b', FP_KEY_BACKSPACE, FP_KEY_ENTER), N_("close"),
      N_("Close this help"), .local = FP_LOCAL_CLOSE, .rank = 1 },
    { FP_KEYS(FP_CTRL('L')), NULL, N_("Draw the screen anew"), .local = FP_LOCAL_REDRAW },
};
static const FpKeyTable closing_keys = { N_("Help"), closing, G_N_ELEMENTS(closing) };

static const FpKeyTable *const tables[] = { &closing_keys, &fp_keys_reading, NULL };

static char *keys_in_words(const FpCanvas *canvas, const FpScreen *screen, const FpKeyRow *row)
{
    g_autofree FpKey *keys = fp_keymap_visible_keys(screen, row);
    g_autofree char *names = fp_key_names(keys, "  ", canvas->theme.ascii);
    return fp_canvas_prepare(canvas, names, false);
}

static int widest_keys(const FpCanvas *canvas, const FpScreen *screen)
{
    int widest = 0;
    for (size_t i = 0; screen->tables[i] != NULL; i++) {
        for (size_t k = 0; k < screen->tables[i]->n_rows; k++) {
            g_autofree char *keys = keys_in_words(canvas, screen, &screen->tables[i]->rows[k]);
            widest = MAX(widest, (int)fp_text_width(keys));
        }
    }
    return widest;
}

static void add_row(FpLines *lines, const FpScreen *screen, const FpKeyRow *row, int help_column)
{
    g_autofree char *keys = keys_in_words(lines->canvas, screen, row);
    int first = fp_lines_count(lines);
    if (*keys == '\0')
        return;
    if (KEYS_COLUMN + (int)fp_text_width(keys) + 1 > help_column) {
        fp_lines_add_text(lines, KEYS_COLUMN, FP_STYLE_TEXT, keys);
        fp_lines_add_text(lines, help_column, FP_STYLE_TEXT, _(row->help));
        return;
    }
    fp_lines_add_text(lines, help_column, FP_STYLE_TEXT, _(row->help));
    fp_lines_add_mark(lines, first, KEYS_COLUMN, FP_STYLE_TEXT, keys);
}

static void add_all(FpLines *lines, const FpScreen *screen)
{
    int widest = widest_keys(lines->canvas, screen);
    int help_column = MIN(KEYS_COLUMN + widest + GAP_COLUMNS, lines->columns / 2);
    for (size_t i = 0; screen->tables[i] != NULL; i++) {
        const FpKeyTable *table = screen->tables[i];
        bool goes_on = i > 0 && g_str_equal(table->title, screen->tables[i - 1]->title);
        if (i > 0 && !goes_on)
            fp_lines_add_blank(lines);
        if (!goes_on)
            fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _(table->title));
        for (size_t k = 0; k < table->n_rows; k++)
            add_row(lines, screen, &table->rows[k], help_column);
    }
}

/* Each in the order in which a session meets them. */
static const FpQuestionState told_states[] = { FP_STATE_OPEN, FP_STATE_ANSWERED, FP_STATE_UNKNOWN,
                                               FP_STATE_RESTING };

static void add_marks(FpLines *lines)
{
    fp_lines_add_blank(lines);
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _("Marks of questions"));
    for (size_t i = 0; i < G_N_ELEMENTS(told_states); i++) {
        const FpStateMark *mark = fp_state_mark(told_states[i]);
        int line = fp_lines_count(lines);
        fp_lines_add_text(lines, KEYS_COLUMN + 1 + GAP_COLUMNS, FP_STYLE_TEXT, _(mark->meaning));
        fp_lines_add_mark(lines, line, KEYS_COLUMN, mark->style,
                          fp_theme_mark(&lines->canvas->theme, mark->mark));
    }
}

static void add_mouse(FpLines *lines)
{
    fp_lines_add_blank(lines);
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _("The mouse"));
    fp_lines_add_text(
        lines, KEYS_COLUMN, FP_STYLE_TEXT,
        _("Click an option to mark it, once more to answer with it; where several "
          "apply, a click ticks. Click a line of a list, a question at the side, or a "
          "word of the bottom line. With Shift held down, most terminals let you "
          "select text; --no-mouse leaves the mouse to the terminal."));
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    g_auto(FpLines) lines = { 0 };
    FpLayout layout =
        fp_frame_begin(canvas, (FpFrame) { .title = _("Keys"), .right = shown->place });
    FpArea area = layout.body;
    area.columns = MIN(area.columns, FP_LAYOUT_TEXT_COLUMNS + 2);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_all(&lines, shown->under);
    if (shown->view != NULL)
        add_marks(&lines);
    add_mouse(&lines);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, area.row, area.column);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_help = { .name = "help", .tables = tables, .draw = draw };
