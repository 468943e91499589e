// SPDX-License-Identifier: Apache-2.0
// All that apply are collected in the order of the tables; the most needed are chosen while they fit.
#include "bar-private.h"

#include "fp-i18n.h"
#include "fp-text.h"

#define GAP_COLUMNS 2

typedef struct {
    FpKey key;         /* that a click stands for */
    char *keys, *word; /* prepared */
    int rank;
    int line; /* that it is chosen for: 1 the bar, 2 the spare row; 0: none */
} Entry;

static void clear_entry(void *data)
{
    Entry *entry = data;
    g_free(entry->keys);
    g_free(entry->word);
}

static void add_entry(GArray *entries, const FpShown *shown, const FpCanvas *canvas,
                      const FpKeyRow *row)
{
    if (row->word == NULL || (row->applies != NULL && !row->applies(shown, canvas)))
        return;
    g_autofree FpKey *keys = fp_keymap_visible_keys(shown->screen, row);
    if (keys[0] == FP_KEY_NONE)
        return;
    const FpKey first[] = { keys[0], FP_KEY_NONE };
    bool ascii = canvas->theme.ascii;
    g_autofree char *names = row->bar_keys != NULL
                                 ? fp_key_names(row->bar_keys, ascii ? "/" : "", ascii)
                                 : fp_key_names(first, "", ascii);
    Entry entry = { keys[0], fp_canvas_prepare(canvas, names, false),
                    fp_canvas_prepare(canvas, _(row->word), false), row->rank, 0 };
    g_array_append_val(entries, entry);
}

static GArray *collect(const FpShown *shown, const FpCanvas *canvas)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(entries, clear_entry);
    for (size_t i = 0; shown->screen->tables[i] != NULL; i++) {
        const FpKeyTable *table = shown->screen->tables[i];
        for (size_t k = 0; k < table->n_rows; k++)
            add_entry(entries, shown, canvas, &table->rows[k]);
    }
    return entries;
}

static int entry_columns(const Entry *entry)
{
    return (int)(fp_text_width(entry->keys) + 1 + fp_text_width(entry->word));
}

/* The most needed of those that are not chosen and fit; -1 where there is none. */
static int next_needed(const GArray *entries, int columns)
{
    int found = -1;
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (entry->line > 0 || entry_columns(entry) > columns)
            continue;
        if (found < 0 || entry->rank < g_array_index(entries, Entry, found).rank)
            found = (int)i;
    }
    return found;
}

static void choose(GArray *entries, int columns, int line)
{
    for (int i; (i = next_needed(entries, columns)) >= 0;) {
        Entry *entry = &g_array_index(entries, Entry, i);
        entry->line = line;
        columns -= entry_columns(entry) + GAP_COLUMNS;
    }
}

static int draw_entry(FpCanvas *canvas, int row, int column, const Entry *entry)
{
    int columns = entry_columns(entry);
    int n_keys = fp_canvas_put(canvas, row, column, columns, FP_STYLE_STRONG, entry->keys);
    fp_canvas_put(canvas, row, column + n_keys + 1, columns, FP_STYLE_DIM, entry->word);
    fp_canvas_add_zone(canvas, (FpZone) { .area = { row, column, 1, columns }, .key = entry->key });
    return columns;
}

static void draw_line(FpCanvas *canvas, FpArea area, const GArray *entries, int line)
{
    int column = area.column;
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        if (entry->line == line)
            column += draw_entry(canvas, area.row, column, entry) + GAP_COLUMNS;
    }
}

void fp_bar_draw(const FpShown *shown, FpCanvas *canvas, FpArea area, FpArea spare)
{
    g_autoptr(GArray) entries = collect(shown, canvas);
    choose(entries, area.columns, 1);
    draw_line(canvas, area, entries, 1);
    if (spare.rows == 0)
        return;
    choose(entries, spare.columns, 2);
    draw_line(canvas, spare, entries, 2);
}
