// SPDX-License-Identifier: Apache-2.0
#include "search-line-private.h"

#include "field-private.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "screen-private.h"

#define FIELD_COLUMN 2
#define COUNT_GAP    2

/* A text that is edited: the words of a search, a number, a note. */
static const FpKeyRow editing_line[] = {
    { FP_KEYS(FP_KEY_BACKSPACE), NULL, N_("Erase the character before the cursor"),
      FP_ACTION_ERASE },
    { FP_KEYS(FP_KEY_DELETE, FP_CTRL('D')), NULL, N_("Erase the character at the cursor"),
      FP_ACTION_DELETE },
    { FP_KEYS(FP_CTRL('W')), N_("erase word"), N_("Erase the word before the cursor"),
      FP_ACTION_ERASE_WORD, .rank = 20 },
    { FP_KEYS(FP_CTRL('U')), NULL, N_("Erase to the line's beginning"), FP_ACTION_ERASE_TO_START },
    { FP_KEYS(FP_CTRL('K')), NULL, N_("Erase to the line's end"), FP_ACTION_ERASE_TO_END },
    { FP_KEYS(FP_CTRL('A'), FP_KEY_HOME), NULL, N_("To the line's beginning"), FP_ACTION_HOME },
    { FP_KEYS(FP_CTRL('E'), FP_KEY_END), NULL, N_("To the line's end"), FP_ACTION_END },
    { FP_KEYS(FP_KEY_LEFT, FP_CTRL('B')), NULL, N_("The cursor to the left"), FP_ACTION_LEFT },
    { FP_KEYS(FP_KEY_RIGHT, FP_CTRL('F')), NULL, N_("The cursor to the right"), FP_ACTION_RIGHT },
    { FP_KEYS(FP_CTRL('L')), NULL, N_("Draw the screen anew"), .local = FP_LOCAL_REDRAW },
};
const FpKeyTable fp_keys_line = { N_("The text"), editing_line, G_N_ELEMENTS(editing_line) };

static const FpKeyRow searching[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("to the list"),
      N_("Back to the list, which shows what was found"), FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS(FP_KEY_ESCAPE), N_("show all"), N_("End the search: the list shows all again"),
      FP_ACTION_CANCEL, .rank = 2 },
    { FP_KEYS(FP_KEY_UP, FP_CTRL('P')), NULL, N_("To the line above"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, FP_CTRL('N')), N_("move"), N_("To the line below"), FP_ACTION_DOWN,
      .rank = 5, .bar_keys = FP_KEYS(FP_KEY_UP, FP_KEY_DOWN) },
};
static const FpKeyTable searching_keys = { N_("Searching"), searching, G_N_ELEMENTS(searching) };

const FpKeyTable *const fp_search_tables[] = { &searching_keys, &fp_keys_line, NULL };

bool fp_search_is_on(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view != NULL ? shown->view->search != NULL
                               : fp_start_search(shown->start) != NULL;
}

void fp_search_draw(FpCanvas *canvas, FpArea area, const FpField *words, bool is_typing,
                    size_t n_shown, size_t n_all)
{
    /* Translators: how many items of a list a search has found, and how many the list has. */
    g_autofree char *count = g_strdup_printf(_("%zu of %zu"), n_shown, n_all);
    g_autofree char *prepared = fp_canvas_prepare(canvas, count, false);
    int cursor = 0, width = (int)fp_text_width(prepared);
    int columns = MAX(area.columns - FIELD_COLUMN - COUNT_GAP - width, 1);
    g_autofree char *slice = fp_field_slice(canvas, words, columns, &cursor);
    fp_canvas_print(canvas, area.row, area.column, 1, FP_STYLE_ACCENT, "/");
    fp_canvas_put(canvas, area.row, area.column + FIELD_COLUMN, columns,
                  is_typing ? FP_STYLE_FIELD : FP_STYLE_TEXT, slice);
    fp_canvas_print_right(canvas, area.row, area.column, area.columns, FP_STYLE_DIM, count);
    if (is_typing)
        fp_canvas_set_cursor(canvas, area.row, area.column + FIELD_COLUMN + cursor);
}
