// SPDX-License-Identifier: Apache-2.0
// Any size: what is given is inside the window and overlaps nothing.
#include "layout-private.h"

#include <glib.h>

#define LARGEST 220
/* Rows of the body in the smallest window that is drawn. */
#define SMALLEST_BODY 8

static bool is_empty(FpArea area)
{
    return area.rows <= 0 || area.columns <= 0;
}

static bool overlap(FpArea a, FpArea b)
{
    return !is_empty(a) && !is_empty(b) && a.row < b.row + b.rows && b.row < a.row + a.rows &&
           a.column < b.column + b.columns && b.column < a.column + a.columns;
}

static void check_areas(const FpLayout *layout, int rows, int columns)
{
    const FpArea areas[] = { layout->title,
                             layout->rule,
                             layout->body,
                             layout->message,
                             layout->bar,
                             layout->has_themes ? layout->themes : (FpArea) { 0 },
                             layout->has_outlook ? layout->outlook : (FpArea) { 0 } };
    for (size_t i = 0; i < G_N_ELEMENTS(areas); i++) {
        g_assert_cmpint(areas[i].row, >=, 0);
        g_assert_cmpint(areas[i].column, >=, 0);
        g_assert_cmpint(areas[i].row + areas[i].rows, <=, rows);
        g_assert_cmpint(areas[i].column + areas[i].columns, <=, columns);
        for (size_t k = 0; k < i; k++)
            g_assert_false(overlap(areas[i], areas[k]));
    }
    g_assert_false(is_empty(layout->body) || is_empty(layout->title) || is_empty(layout->bar));
}

static void test_every_size(void)
{
    for (int rows = 0; rows <= 60; rows++) {
        for (int columns = 0; columns <= LARGEST; columns += 3) {
            for (unsigned wanted = 0; wanted < 4; wanted++) {
                FpPanes panes = { (wanted & 1) != 0, (wanted & 2) != 0 };
                FpLayout layout = fp_layout_make(rows, columns, (int)wanted, panes);
                bool is_large = rows >= FP_LAYOUT_MIN_ROWS && columns >= FP_LAYOUT_MIN_COLUMNS;
                g_assert_cmpint(layout.fits, ==, is_large);
                if (layout.fits)
                    check_areas(&layout, rows, columns);
            }
        }
    }
}

static void test_panes(void)
{
    FpPanes themes = { .themes = true };
    g_assert_true(fp_layout_make(24, 80, 0, themes).has_themes);
    g_assert_false(fp_layout_make(24, FP_LAYOUT_MIN_COLUMNS, 0, themes).has_themes);
    g_assert_false(fp_layout_make(24, 80, 0, (FpPanes) { 0 }).has_themes);
}

static void test_stack(void)
{
    for (int rows = SMALLEST_BODY; rows < 60; rows++) {
        for (int edits = 0; edits < 2; edits++) {
            const FpStack wanted = { .head = 4, .why = 5, .options = 12, .note = 3 };
            FpStack given = fp_layout_stack(wanted, rows, edits != 0);
            g_assert_cmpint(given.head + given.why + given.options + given.note, <=, MAX(rows, 0));
            g_assert_true(given.head <= wanted.head && given.why <= wanted.why);
            g_assert_true(given.options <= wanted.options && given.note <= wanted.note);
            g_assert_true(given.head >= 0 && given.why >= 0 && given.options >= 0 &&
                          given.note >= 0);
        }
    }
    FpStack enough = fp_layout_stack((FpStack) { 4, 5, 12, 3 }, 24, false);
    g_assert_true(enough.head == 4 && enough.why == 5 && enough.options == 12 && enough.note == 3);
}

static void test_focus_is_in_view(void)
{
    for (int n_lines = 1; n_lines < 40; n_lines++) {
        for (int rows = 1; rows < 20; rows++) {
            for (int focus = 0; focus < n_lines; focus++) {
                int first = fp_layout_first_line(n_lines, rows, focus, 1);
                g_assert_cmpint(first, >=, 0);
                g_assert_cmpint(first, <=, MAX(n_lines - rows, 0));
                g_assert_true(focus >= first && focus < first + rows);
            }
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tui/layout/areas-are-inside-and-apart", test_every_size);
    g_test_add_func("/tui/layout/panes-where-there-is-room", test_panes);
    g_test_add_func("/tui/layout/a-stack-fits-its-rows", test_stack);
    g_test_add_func("/tui/layout/the-focus-is-in-view", test_focus_is_in_view);
    return g_test_run();
}
