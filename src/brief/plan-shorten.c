// SPDX-License-Identifier: Apache-2.0
// The longest start of a text that keeps the budget with an ellipsis behind it. What stands behind the
// text stays: who has to do it and which sources it has is worth more than the text's last words.
#include "fp-text.h"
#include "plan-private.h"
#include <string.h>

#define ELLIPSIS "…"

/* How far back a cut goes for the end of a word, in bytes. */
#define WORD_BYTES_MAX 24

static bool is_loose(char c)
{
    return strchr(" ,;:.-(\"'", c) != NULL;
}

/* The start of a text up to about a place, at a word's end where one is near, with an ellipsis. */
static char *cut_at(const char *text, size_t place)
{
    size_t end = place;
    while (end > 0 && place - end < WORD_BYTES_MAX && text[end] != ' ')
        end--;
    if (end == 0 || text[end] != ' ')
        end = place;
    while (end > 0 && is_loose(text[end - 1]))
        end--;
    return g_strdup_printf("%.*s" ELLIPSIS, (int)end, text);
}

/* Borders of clusters, as far as a budget can reach. */
static GArray *find_borders(const char *text)
{
    enum { BORDERS_MAX = 4000 };
    GArray *borders = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t at = 0; text[at] != '\0' && borders->len < BORDERS_MAX; at = fp_text_next(text, at))
        g_array_append_val(borders, at);
    return borders;
}

/* An item of which one part is cut. */
typedef struct {
    FpPlanItem item; /* a copy */
    const char **part;
    const FpPlanStyleRow *style;
    double width_pt;
} Trial;

static bool fits(Trial *trial, const char *shortened)
{
    *trial->part = shortened;
    return plan_count_lines(trial->style, &trial->item, trial->width_pt) <= trial->item.n_lines;
}

/* The longest that fits; NULL where not even its first letter does. */
static char *find_longest(Trial *trial, const char *text)
{
    g_autoptr(GArray) borders = find_borders(text);
    char *best = NULL;
    for (guint low = 1, high = borders->len; low < high;) {
        guint middle = low + (high - low) / 2;
        char *shortened = cut_at(text, g_array_index(borders, size_t, middle));
        if (strlen(shortened) > strlen(ELLIPSIS) && fits(trial, shortened)) {
            g_free(best);
            best = shortened;
            low = middle + 1;
        } else {
            g_free(shortened);
            high = middle;
        }
    }
    return best;
}

static bool shorten_part(Planner *planner, Trial *trial, FpPlanItem *item, const char **part)
{
    trial->item = *item;
    trial->part = part == &item->text     ? &trial->item.text
                  : part == &item->strong ? &trial->item.strong
                                          : &trial->item.note;
    char *shortened = *part != NULL ? find_longest(trial, *part) : NULL;
    if (shortened == NULL)
        return false;
    g_ptr_array_add(planner->blocks, shortened);
    *part = shortened;
    return true;
}

void plan_shorten(Planner *planner, const FpPlanStyleRow *style, FpPlanItem *item, double width_pt)
{
    if (plan_count_lines(style, item, width_pt) <= item->n_lines)
        return;
    Trial trial = { .style = style, .width_pt = width_pt };
    item->is_cut = true;
    if (shorten_part(planner, &trial, item, &item->text))
        return;
    item->text = NULL;
    if (shorten_part(planner, &trial, item, &item->strong))
        return;
    item->note = item->strong != NULL ? NULL : item->note;
    if (!shorten_part(planner, &trial, item, &item->strong))
        shorten_part(planner, &trial, item, &item->note);
}

const char *plan_shorten_line(Planner *planner, FpPlanStyle style, const char *text,
                              double width_pt)
{
    FpPlanItem item = { .text = text, .n_lines = 1 };
    plan_shorten(planner, plan_style(planner, style), &item, width_pt);
    planner->n_head_cut += item.is_cut;
    return item.text;
}
