// SPDX-License-Identifier: Apache-2.0
// Edit distance with swaps (optimal string alignment), in a band around the diagonal: nothing
// farther than EDITS_MAX is near, so no cell outside the band matters and a name costs O(length).
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-text.h"
#include <string.h>

enum { EDITS_MAX = 3, BAND = 2 * EDITS_MAX + 1, FAR = EDITS_MAX + 1 };

static char fold(char c)
{
    if (c == '_')
        return '-';
    return g_ascii_tolower(c);
}

static bool is_same(char a, char b)
{
    return fold(a) == fold(b);
}

/* A cell of a row that holds columns row_number - EDITS_MAX and on; FAR outside the band. */
static int cell(const int *row, size_t row_number, size_t column)
{
    size_t shifted = column + EDITS_MAX;
    return shifted < row_number || shifted - row_number >= BAND ? FAR : row[shifted - row_number];
}

/* One cell of the table, from the row being filled and the two above it. i, j: from 1. */
static int count_edits_at(const char *a, const char *b, size_t i, size_t j, int rows[3][BAND])
{
    const int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
    int edits = cell(above, i - 1, j - 1) + (is_same(a[i - 1], b[j - 1]) ? 0 : 1);
    edits = MIN(edits, cell(above, i - 1, j) + 1);
    edits = MIN(edits, cell(row, i, j - 1) + 1);
    if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) && is_same(a[i - 2], b[j - 1]))
        edits = MIN(edits, cell(two_above, i - 2, j - 2) + 1);
    return MIN(edits, FAR);
}

/* Edits between a and b, or FAR where there are more than EDITS_MAX. */
static int count_edits(const char *a, size_t n_a, const char *b, size_t n_b)
{
    int rows[3][BAND];
    if (MAX(n_a, n_b) - MIN(n_a, n_b) > EDITS_MAX)
        return FAR;
    for (size_t i = 0; i <= n_a; i++) {
        for (size_t k = 0; k < BAND; k++)
            rows[i % 3][k] = FAR;
        size_t first = i > EDITS_MAX ? i - EDITS_MAX : 0;
        for (size_t j = first; j <= n_b && j <= i + EDITS_MAX; j++) {
            int edits = i == 0 ? (int)j : j == 0 ? (int)i : count_edits_at(a, b, i, j, rows);
            rows[i % 3][j + EDITS_MAX - i] = edits;
        }
    }
    return cell(rows[n_a % 3], n_a, n_b);
}

static int count_edits_allowed(size_t n_longer)
{
    return (int)CLAMP(n_longer / 3, 1, EDITS_MAX);
}

const char *fp_nearest(const char *wrong, const char *const *names, size_t n_names)
{
    size_t n_wrong = strlen(wrong);
    const char *nearest = NULL;
    int fewest = FAR;
    for (size_t i = 0; i < n_names; i++) {
        size_t n_name = strlen(names[i]);
        size_t n_longer = MAX(n_wrong, n_name);
        int edits = count_edits(wrong, n_wrong, names[i], n_name);
        // A name that shares no character with the wrong one is another name, not a near one.
        if (edits < fewest && edits <= count_edits_allowed(n_longer) && (size_t)edits < n_longer) {
            nearest = names[i];
            fewest = edits;
        }
    }
    return nearest;
}

char *fp_nearest_hint(const char *wrong, const char *const *names, size_t n_names)
{
    const char *nearest = fp_nearest(wrong, names, n_names);
    if (nearest == NULL)
        return g_strdup("");
    g_autofree char *shown = fp_text_printable(nearest, -1, FP_PRINT_ONE_LINE);
    return g_strdup_printf(_("; did you mean '%s'?"), shown);
}
