// SPDX-License-Identifier: Apache-2.0
// Texts of every kind stay inside their borders, and none reaches the terminal as a command. That no
// sequence but the allowed ones is sent is checked on every byte, here as in all other tests.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- Many, long ---- */

static void test_hundred_options(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "hundred");
    expect_cursor_on(term, "Option number 001");
    press(term, "G");
    expect_cursor_on(term, "Option number 100");
    press(term, "<PageUp>");
    expect_cursor_on(term, "Option number 090");
    press(term, "g<PageDown>j");
    expect_cursor_on(term, "Option number 012");
    press(term, "<Enter>");
    expect_screen(term, "Question 2 of about 2");
    press(term, "b");
    expect_screen(term, "Question 1 of about 2");
    expect_cursor_on(term, "Option number 012");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.which", "o12");
}

// Every option can be reached by going down one by one, and each is in view with the cursor on it.
static void test_every_option_is_seen(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "hundred", 40, 12);
    for (int i = 1; i <= 100 && !terminal_has_failed(term); i += 3) {
        g_autofree char *label = g_strdup_printf("Option number %03d", i);
        expect_cursor_on(term, label);
        press(term, "jjj");
    }
    leave(term);
}

static const struct {
    const char *name;
    int columns, rows;
} sizes[] = { { "80x24", 80, 24 }, { "40x12", 40, 12 }, { "120x40", 120, 40 } };

// What does not fit can be scrolled to its end, and the options stay in reach.
static void test_long_texts(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_sized(home, "long", sizes[row].columns, sizes[row].rows);
    expect_cursor_on(term, "Begin with the first question");
    scroll_to(term, "ENDOFSUMMARY");
    press(term, "<Enter>");
    expect_screen(term, "Question 1 of about 2");
    expect_cursor_on(term, "1");
    scroll_to(term, "ENDOFQUESTION");
    press(term, "w");
    expect_screen(term, "Why this is asked");
    scroll_to(term, "ENDOFWHY");
    press(term, "<Esc>");
    expect_gone(term, "ENDOFWHY");
    press(term, "3");
    expect_screen(term, "Question 2 of about 2");
    scroll_to(term, "ENDOFNUMBER");
    press(term, "7<Enter>");
    expect_row(term, 0, "Recommendation");
    press(term, "aG");
    expect_screen(term, "Session digest");
    press(term, "q");
    expect_exit(term, 0);
}

/* ---- Wide and combining ---- */

static void test_wide_characters(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "wide");
    expect_row(term, 0, "哪条路通向湖边？");
    expect_screen(term, "日本語の文章もあります。");
    begin(term);
    expect_screen(term, "○ 2  ひとりで|");
    expect_screen(term, "(e\u0301té, naïve, A\u030Angstro\u0308m)");
    expect_screen(term, "مرحبا بالعالم");
    expect_straight_wall(term);
    press(term, "1");
    expect_screen(term, "Question 2 of about 2");
    press(term, "1<Enter>");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "Recommended: 大路");
    leave(term);
    expect_screen(term, "Recommended: 大路");
}

static void test_wide_note(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "wide");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "日本語 é👍 fin");
    expect_cursor_on(term, "日本語 é");
    press(term, "<Left><Left><Left><Left><BS><BS>X");
    expect_screen(term, "日本語 X fin");
    press(term, "<Home><Del>");
    expect_screen(term, "本語 X fin");
    press(term, "<Enter>");
    expect_screen(term, "Note: 本語 X fin");
    expect_straight_wall(term);
    leave(term);
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "本語 X fin");
}

/* ---- Hostile ---- */

static void test_hostile_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "hostile");
    expect_screen(term, "A title<U+200B>with a hidden space");
    begin(term);
    expect_screen(term, "Which<U+200B> mark");
    expect_screen(term, "A tab here and|another line|");
    expect_straight_wall(term);
    press(term, "w");
    expect_screen(term, "Because<U+FEFF> of");
    press(term, "w2");
    expect_screen(term, "Question 2 of about 2");
    expect_screen(term, "[31mRed? %d %s {} \\033[2J");
    press(term, "1<Enter>");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "First<U+00AD>ly %s%n%s");
    press(term, "aG");
    expect_screen(term, "Session digest");
    leave(term);
    expect_screen(term, "First<U+00AD>ly %s%n%s");
}

// One row, one thing that somebody might paste into a note.
static const struct {
    const char *name, *pasted, *shown;
} hostile_notes[] = {
    { "a-title", "a\033]0;title\ab", "a" },
    { "the-clipboard", "a\033]52;c;aGk=\033\\b", "a" },
    { "a-clear-screen", "a\033[2Jb", "b" },
    { "an-eight-bit-csi",
      "a\xC2\x9B"
      "31mb",
      "a" },
    { "a-direction-override", "a\u202Eb", "b" },
    { "a-hidden-space", "a\u200Bb", "a<U+200B>b" },
    { "a-nul-and-a-bell", "a\x07\x08\x7F b", "b" },
    { "a-tag", "a\U000E0041b", "a<U+E0041>b" },
    { "piled-accents",
      "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030Balgo", "algo" },
    { "broken-utf8",
      "a\xFF\xC3"
      "b",
      "b" },
    { "a-format", "%s%n%d {} $(reboot)", "%s%n%d {} $(reboot)" },
};

static void test_hostile_note(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    paste(term, hostile_notes[row].pasted);
    press(term, " end");
    expect_screen(term, " end");
    press(term, "<Enter>");
    expect_screen(term, "Note: ");
    expect_screen(term, hostile_notes[row].shown);
    expect_straight_wall(term);
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    press(term, "r");
    expect_row(term, 0, "All answers");
    expect_screen(term, hostile_notes[row].shown);
    leave(term);
    g_autoptr(Run) shown = run(home, "show", "last", NULL);
    expect_status(shown, 0);
    expect_printable(shown);
}

#define ADD(name, test) g_test_add_func("/terminal/text/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("a-hundred-options", test_hundred_options);
    ADD("every-option-is-seen", test_every_option_is_seen);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *path = g_strconcat("/terminal/text/long/", sizes[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_long_texts);
    }
    ADD("wide-characters", test_wide_characters);
    ADD("a-wide-note", test_wide_note);
    ADD("a-hostile-tree", test_hostile_tree);
    for (size_t i = 0; i < G_N_ELEMENTS(hostile_notes); i++) {
        g_autofree char *path =
            g_strconcat("/terminal/text/hostile-note/", hostile_notes[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_hostile_note);
    }
    return g_test_run();
}
