// SPDX-License-Identifier: Apache-2.0
// Who judges the judge: what must be let through and what must not.
#include "sequences.h"

#include <string.h>

static const struct {
    const char *name, *bytes;
    bool is_fault;
    bool is_ascii;
} rows[] = {
    { "text-is-let-through", "Grüße, 日本語\r\n", false, false },
    { "curses-opening-is-let-through", "\033[?1049h\033[22;0;0t\033[1;24r\033(B\033[m\033[4l",
      false, false },
    { "cursor-and-erasing-are-let-through", "\033[H\033[2J\033[5;7H\033[3C\033[K\033[4X\033M",
      false, false },
    { "modes-are-let-through", "\033[?1h\033=\033[?2004h\033[?1006;1000h\033[?25l", false, false },
    { "sgr-is-let-through", "\033[0;1;4;7m\033[38;5;12m\033[39;49m", false, false },
    { "a-title-is-a-fault", "\033]0;title\a", true, false },
    { "the-clipboard-is-a-fault", "\033]52;c;aGk=\033\\", true, false },
    { "a-device-string-is-a-fault", "\033P$qm\033\\", true, false },
    { "a-program-command-is-a-fault", "\033_Gi=1\033\\", true, false },
    { "a-privacy-message-is-a-fault", "\033^x\033\\", true, false },
    { "a-start-of-string-is-a-fault", "\033Xx\033\\", true, false },
    { "a-question-to-the-terminal-is-a-fault", "\033[6n", true, false },
    { "an-identity-question-is-a-fault", "\033[c", true, false },
    { "a-window-report-is-a-fault", "\033[21t", true, false },
    { "an-unknown-mode-is-a-fault", "\033[?1004h", true, false },
    { "a-soft-reset-is-a-fault", "\033[!p", true, false },
    { "a-bell-is-a-fault", "\a", true, false },
    { "a-shift-to-another-set-is-a-fault", "\016", true, false },
    { "a-direction-override-is-a-fault", "abc\u202Edef", true, false },
    { "an-encoded-control-is-a-fault", "abc\xC2\x9Bm", true, false },
    { "a-hidden-space-is-a-fault", "abc\u200Bdef", true, false },
    { "a-broken-character-is-a-fault",
      "abc\xFF"
      "def",
      true, false },
    { "ascii-alone-is-let-through", "+--- abc\r\n", false, true },
    { "utf8-where-ascii-is-due-is-a-fault", "é", true, true },
    { "a-raw-csi-byte-is-a-fault",
      "\x9B"
      "6n",
      true, true },
};

static Judge *judge_bytes(const char *bytes, bool is_utf8)
{
    Judge *judge = judge_new(is_utf8);
    for (size_t i = 0; i < strlen(bytes); i++)
        judge_take(judge, bytes[i]);
    return judge;
}

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Judge) judge = judge_bytes(rows[row].bytes, !rows[row].is_ascii);
    if (judge_fault(judge) != NULL)
        g_test_message("fault: %s", judge_fault(judge));
    g_assert_true((judge_fault(judge) != NULL) == rows[row].is_fault);
}

static void test_modes(void)
{
    g_autoptr(Judge) on = judge_bytes("\033[?1049h\033[?25l\033[?2004h\033[?1000h\033=", true);
    JudgedModes modes = judge_modes(on);
    g_assert_true(modes.alternate_screen && modes.cursor_hidden && modes.bracketed_paste);
    g_assert_true(modes.mouse && modes.application_keypad);
    g_autoptr(Judge) off = judge_bytes("\033[?1049h\033[?25l\033[?1049l\033[?25h", true);
    modes = judge_modes(off);
    g_assert_false(modes.alternate_screen || modes.cursor_hidden);
}

static void test_colour(void)
{
    g_autoptr(Judge) plain = judge_bytes("\033[0;1;4;7m\033[39;49m", true);
    g_assert_false(judge_saw_colour(plain));
    g_autoptr(Judge) colour = judge_bytes("\033[1;34m", true);
    g_assert_true(judge_saw_colour(colour));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/terminal/sequences/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/terminal/sequences/modes-are-followed", test_modes);
    g_test_add_func("/terminal/sequences/colour-is-noticed", test_colour);
    return g_test_run();
}
