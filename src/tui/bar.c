// SPDX-License-Identifier: Apache-2.0
// All that apply are collected in the order of the tables; then the least needed go until the rest fits.
#include "bar-private.h"

#include "fp-i18n.h"
#include "fp-text.h"

#define GAP_COLUMNS 2

typedef struct {
    FpKey key;         /* that a click stands for */
    char *keys, *word; /* prepared */
    int rank;
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
    if (row->word == NULL || (row->applies != NULL && !row->applies(shown)))
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
                    fp_canvas_prepare(canvas, _(row->word), false), row->rank };
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

static int columns_of(const GArray *entries)
{
    int columns = 0;
    for (guint i = 0; i < entries->len; i++)
        columns += entry_columns(&g_array_index(entries, Entry, i)) + (i > 0 ? GAP_COLUMNS : 0);
    return columns;
}

static void drop_least_needed(GArray *entries)
{
    guint least = 0;
    for (guint i = 1; i < entries->len; i++) {
        if (g_array_index(entries, Entry, i).rank >= g_array_index(entries, Entry, least).rank)
            least = i;
    }
    g_array_remove_index(entries, least);
}

void fp_bar_draw(const FpShown *shown, FpCanvas *canvas, FpArea area)
{
    g_autoptr(GArray) entries = collect(shown, canvas);
    while (columns_of(entries) > area.columns && entries->len > 0)
        drop_least_needed(entries);
    int column = area.column;
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        int columns = entry_columns(entry);
        int n_keys = fp_canvas_put(canvas, area.row, column, columns, FP_STYLE_STRONG, entry->keys);
        fp_canvas_put(canvas, area.row, column + n_keys + 1, columns, FP_STYLE_DIM, entry->word);
        fp_canvas_add_zone(
            canvas, (FpZone) { .area = { area.row, column, 1, columns }, .key = entry->key });
        column += columns + GAP_COLUMNS;
    }
}
