// SPDX-License-Identifier: Apache-2.0
// What comes in from a terminal that misbehaves, from a clipboard, from impatient fingers.
#include "opening.h"

#include <locale.h>
#include <signal.h>
#include <string.h>

/* ---- Paste ---- */

static void test_paste_into_a_note(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    paste(term, "first line\nsecond line\n\nq quit\n");
    expect_screen(term, "first line|second line|");
    expect_screen(term, "q quit");
    expect_screen(term, "Note on this question"); // still open: no line of it saved the note
    press(term, "<Enter>");
    expect_screen(term, "Note: first line");
    leave(term);
}

static void test_paste_never_answers(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    paste(term, "1\n2\n3\nu\nq\n");
    expect_screen(term, "A paste is taken only where text is typed.");
    press(term, "j");
    expect_gone(term, "A paste is taken");
    expect_cursor_on(term, "One person");
    expect_screen(term, "Question 1 of about 3");
    leave(term);
    expect_screen(term, "Nothing was answered, so no session was saved.");
}

static void test_paste_on_other_screens(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "walk");
    paste(term, "1\nq\n");
    expect_screen(term, "A paste is taken only where text is typed.");
    press(term, "?");
    expect_row(term, 0, "Keys");
    paste(term, "q\n?\n");
    press(term, "?");
    expect_screen(term, "Begin with the first question");
    begin(term);
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    paste(term, "q\nb\n");
    press(term, "r");
    expect_row(term, 0, "All answers");
    paste(term, "\n\nq");
    press(term, "g");
    expect_cursor_on(term, "Who walks?");
    leave(term);
}

static void test_paste_into_a_number(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    press(term, "u");
    expect_screen(term, "Question 3 of about");
    paste(term, " 12.5\n");
    expect_screen(term, "[12.5");
    expect_screen(term, "Question 3 of about");
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "12.5");
}

static void test_huge_paste(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    g_autofree char *text = g_strnfill(1024 * 1024, 'x');
    press(term, "n");
    expect_screen(term, "Note on this question");
    paste(term, text);
    expect_screen(term, "left out"); // what does not fit is told
    press(term, "<Enter>");
    expect_screen(term, "Note:");
    expect_screen(term, "xxxxxxxxxx");
    leave(term);
}

// Terminals without bracketed paste send it as keys: the lines of a burst save no note.
static void test_burst_without_brackets(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    static const char burst[] = "first line\rsecond line\rthird";
    press(term, "n");
    expect_screen(term, "Note on this question");
    send_bytes(term, burst, strlen(burst));
    expect_screen(term, "first line|second line|third|");
    press(term, "<Esc>");
    expect_gone(term, "third");
    leave(term);
}

// A paste whose end never comes must not swallow the keys after it for good.
static void test_unended_paste(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    send_bytes(term, "\033[200~half", 10);
    expect_screen(term, "half");
    press(term, " whole<Enter>");
    expect_screen(term, "Note: half whole");
    leave(term);
}

static void test_torn_paste(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    static const char *const pieces[] = { "\033[20", "0~one\n", "two\033", "[201", "~" };
    press(term, "n");
    expect_screen(term, "Note on this question");
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        send_bytes(term, pieces[i], strlen(pieces[i]));
        terminal_take_for(term, 15);
    }
    expect_screen(term, "one|two|");
    expect_gone(term, "[201");
    press(term, "<Enter>");
    expect_screen(term, "Note: one");
    leave(term);
}

/* ---- Garbage ---- */

// One row, one thing that arrives unasked while a note is typed: none of it may become text.
static const struct {
    const char *name, *bytes;
} garbage[] = {
    { "a-background-colour", "\033]11;rgb:ffff/ffff/ffff\033\\" },
    { "a-background-colour-with-a-bell", "\033]11;rgb:ffff/ffff/ffff\a" },
    { "an-identity", "\033[?61;6;7;22;23;24;28;32;42c" },
    { "a-second-identity", "\033[>41;354;0c" },
    { "a-cursor-position", "\033[50;1R" },
    { "a-focus-in", "\033[I" },
    { "a-focus-out", "\033[O" },
    { "a-device-string", "\033P>|XTerm(354)\033\\" },
    { "a-program-command", "\033_Gi=31;OK\033\\" },
    { "an-unknown-key", "\033[57399u" },
    { "a-key-with-modifiers", "\033[1;5A" },
    { "an-alt-key", "\033x" },
    { "a-function-key", "\033OP\033[15~" },
    { "an-old-mouse-report", "\033[M !!" },
    { "a-mouse-report-outside", "\033[<0;999;999M\033[<0;999;999m" },
    { "broken-utf8", "\xC3\xFF\xFE\x80\x80" },
    { "a-nul", "\0" },
    { "a-window-report", "\033[8;24;80t" },
    { "a-mode-report", "\033[?2026;2$y" },
};

static void test_garbage(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "be");
    send_bytes(term, garbage[row].bytes, MAX(strlen(garbage[row].bytes), 1));
    press(term, "fore");
    expect_screen(term, "before");
    press(term, "<Enter>");
    expect_screen(term, "Note: before");
    press(term, "j");
    expect_cursor_on(term, "One person");
    send_bytes(term, garbage[row].bytes, MAX(strlen(garbage[row].bytes), 1));
    press(term, "k");
    expect_cursor_on(term, "A family");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers", "{}");
}

// Bytes at random, for as long as it takes to be sure: no crash, no hang, no sequence sent back.
static void test_noise(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    for (int i = 0; i < 300 && !terminal_has_failed(term); i++) {
        char noise[64];
        for (size_t k = 0; k < sizeof noise; k++)
            noise[k] = (char)g_test_rand_int_range(0, 256);
        for (size_t k = 0; k < sizeof noise; k++) // those that end or stop it, by signal or by word
            if (strchr("\003\032\034q", noise[k]) != NULL)
                noise[k] = 'j';
        send_bytes(term, noise, sizeof noise);
        catch_up(term);
        if (i % 50 == 0)
            resize(term, g_test_rand_int_range(1, 120), g_test_rand_int_range(1, 50));
    }
    resize(term, 80, 24);
    send_signal(term, SIGTERM);
    expect_exit(term, 128 + SIGTERM);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

/* ---- Speed and haste ---- */

// 50 ms by the design; the best of some tries counts, since the machine may be busy with other things.
static void test_escape_acts_at_once(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    gint64 best_ms = G_MAXINT64;
    for (int i = 0; i < 20 && best_ms > 50; i++) {
        press(term, "w");
        expect_screen(term, "Children walk slowly.");
        terminal_listen(term, 20);
        gint64 start = g_get_monotonic_time();
        send_bytes(term, "\033", 1); // press() would wait for it to be told from what follows
        expect_gone(term, "Children walk slowly.");
        best_ms = MIN(best_ms, (g_get_monotonic_time() - start) / 1000);
    }
    g_test_message("Esc acts within %d ms", (int)best_ms);
    if (best_ms > 50)
        terminal_fail(term, "Esc takes longer than 50 ms", G_STRLOC);
    leave(term);
}

// A slow link tears a key's sequence: it stays that key, and is no Esc and letters.
static void test_torn_keys(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    send_bytes(term, "\033[", 2);
    terminal_take_for(term, 60);
    send_bytes(term, "B", 1);
    expect_cursor_on(term, "One person");
    send_bytes(term, "\033O", 2);
    terminal_take_for(term, 60);
    send_bytes(term, "B", 1);
    expect_cursor_on(term, "A club");
    leave(term);
}

// What is typed before a question was seen does not answer it.
static void test_keys_typed_ahead(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "twenty");
    press(term, "1111111111");
    expect_screen(term, "Question number 02?|");
    terminal_listen(term, 250);
    g_assert_true(terminal_shows(term, "Question 2 of about 20"));
    press(term, "3");
    expect_screen(term, "Question 3 of about 20");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.q1", "a");
    expect_json(json, "answers.q2", "c");
    expect_json(json, "answers.q3", NULL);
}

// A key that is held down moves as often as it came.
static void test_held_key(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "hundred");
    for (size_t i = 0; i < 60; i++)
        press(term, "j");
    expect_cursor_on(term, "Option number 061");
    leave(term);
}

#define ADD(name, test) g_test_add_func("/terminal/input/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("paste/into-a-note", test_paste_into_a_note);
    ADD("paste/never-answers", test_paste_never_answers);
    ADD("paste/on-other-screens", test_paste_on_other_screens);
    ADD("paste/into-a-number", test_paste_into_a_number);
    ADD("paste/of-a-megabyte", test_huge_paste);
    ADD("paste/as-a-burst-of-keys", test_burst_without_brackets);
    ADD("paste/without-an-end", test_unended_paste);
    ADD("paste/torn", test_torn_paste);
    for (size_t i = 0; i < G_N_ELEMENTS(garbage); i++) {
        g_autofree char *path = g_strconcat("/terminal/input/garbage/", garbage[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_garbage);
    }
    ADD("garbage/noise", test_noise);
    ADD("escape-acts-at-once", test_escape_acts_at_once);
    ADD("torn-keys-stay-keys", test_torn_keys);
    ADD("keys-typed-ahead-answer-nothing", test_keys_typed_ahead);
    ADD("a-held-key-moves-as-often", test_held_key);
    return g_test_run();
}
