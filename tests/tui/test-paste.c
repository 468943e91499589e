// SPDX-License-Identifier: Apache-2.0
#include "paste-private.h"

#include <string.h>

/* True where the end mark came with the last byte. */
static bool take(FpPaste *paste, const char *bytes, size_t n_bytes)
{
    bool is_over = false;
    for (size_t i = 0; i < n_bytes; i++) {
        g_assert_false(is_over);
        is_over = fp_paste_take(paste, bytes[i]);
    }
    return is_over;
}

static void expect(const char *bytes, size_t n_bytes, bool is_over, const char *text)
{
    FpPaste paste = { 0 };
    fp_paste_begin(&paste);
    g_assert_cmpint(take(&paste, bytes, n_bytes), ==, is_over);
    g_autofree char *taken = fp_paste_to_text(&paste, "UTF-8");
    g_assert_cmpstr(taken, ==, text);
    g_assert_false(paste.was_cut);
    fp_paste_clear(&paste);
}

#define EXPECT(bytes, is_over, text) expect(bytes, sizeof bytes - 1, is_over, text)

static void test_text(void)
{
    EXPECT("two words\033[201~", true, "two words");
    EXPECT("\xC3\xA4\033[201~", true, "\xC3\xA4");
    EXPECT("\033[201~", true, "");
}

static void test_marks_that_are_none(void)
{
    EXPECT("a\033[20b\033[201~", true, "a\033[20b");
    EXPECT("a\033\033[201~", true, "a\033");
}

static void test_what_is_dropped(void)
{
    EXPECT("a\0b\033[201~", true, "ab");
    EXPECT("a\xFF\xC3z\033[201~", true, "az");
}

static void test_too_much(void)
{
    FpPaste paste = { 0 };
    g_autofree char *much = g_strnfill(FP_PASTE_MAX_BYTES + 10, 'x');
    fp_paste_begin(&paste);
    g_assert_false(take(&paste, much, strlen(much)));
    g_assert_true(take(&paste, "\033[201~", 6));
    g_autofree char *text = fp_paste_to_text(&paste, "UTF-8");
    g_assert_true(paste.was_cut);
    g_assert_cmpuint(strlen(text), <=, FP_PASTE_MAX_BYTES);
    g_assert_cmpuint(strlen(text), >=, FP_PASTE_MAX_BYTES - 8);
    fp_paste_begin(&paste); // another one begins anew
    g_assert_true(take(&paste, "y\033[201~", 7));
    g_autofree char *next = fp_paste_to_text(&paste, "UTF-8");
    g_assert_cmpstr(next, ==, "y");
    g_assert_false(paste.was_cut);
    fp_paste_clear(&paste);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tui/paste/text-up-to-the-mark", test_text);
    g_test_add_func("/tui/paste/marks-that-are-none", test_marks_that_are_none);
    g_test_add_func("/tui/paste/what-is-no-text-is-dropped", test_what_is_dropped);
    g_test_add_func("/tui/paste/what-is-too-much-is-cut", test_too_much);
    return g_test_run();
}
