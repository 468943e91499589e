// SPDX-License-Identifier: Apache-2.0
// Any locale, any terminal type: usable, in its own characters and colours, or plain mode with a reason.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- Characters ---- */

static Terminal *open_ascii(Home *home, const char *tree, const char *const *environment)
{
    g_autofree char *path = tree_path(tree);
    const TerminalSetup setup = {
        .home = home, .arguments = LIST("ask", path), .environment = environment, .is_ascii = true
    };
    Terminal *term = terminal_open(&setup);
    expect_row(term, -1, "leave");
    return term;
}

// The harness fails on the first byte that is not ASCII.
static void walk_in_ascii(Terminal *term)
{
    expect_screen(term, "> 1  Begin with the first question");
    begin(term);
    expect_screen(term, "> ( ) 1  A family");
    press(term, "w");
    expect_screen(term, "Children walk slowly.");
    press(term, "w3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "1");
    expect_screen(term, "[x] 1  A tent");
    press(term, "?");
    expect_row(term, 0, "Keys");
    press(term, "?");
    expect_screen(term, "[x] 1  A tent");
    press(term, "r");
    expect_row(term, 0, "All answers");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    press(term, "aG");
    expect_screen(term, "Session digest");
    leave_without(term); // the tick is not accepted
}

static void test_locale_c(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_ascii(home, "walk", LIST("LC_ALL=C"));
    walk_in_ascii(term);
}

static void test_no_locale(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_ascii(home, "walk", LIST("LC_ALL", "LANG", "LC_CTYPE"));
    walk_in_ascii(term);
}

static void test_missing_locale(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_ascii(home, "walk", LIST("LC_ALL=xx_YY.UTF-8"));
    expect_screen(term, "The locale 'xx_YY.UTF-8' is not installed here");
    walk_in_ascii(term);
}

static void test_ascii_by_option(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("--ascii", "ask", path),
                                  .is_ascii = true };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_row(term, -1, "leave");
    walk_in_ascii(term);
}

// What the character set lacks is written another way, never sent as bytes of another set.
static void test_wide_texts_in_locale_c(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_ascii(home, "wide", LIST("LC_ALL=C"));
    begin(term);
    expect_screen(term, "naive, Angstrom");
    press(term, "2");
    expect_screen(term, "Question 2 of about 2");
    expect_screen(term, "ss)"); // ß
    press(term, "u");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_hostile_texts_in_locale_c(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_ascii(home, "hostile", LIST("LC_ALL=C"));
    begin(term);
    press(term, "w");
    expect_screen(term, "Because<U+FEFF> of");
    press(term, "2");
    expect_screen(term, "Question 2 of about 2");
    leave(term);
}

/* ---- Colours ---- */

static void walk_through_colours(Terminal *term)
{
    begin(term);
    press(term, "w");
    expect_screen(term, "Children walk slowly.");
    press(term, "9");
    expect_screen(term, "there are 3 options here");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_colours(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "walk");
    walk_through_colours(term);
    g_assert_true(terminal_saw_colour(term));
}

static void test_no_colour_by_environment(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_with(home, "walk", LIST("NO_COLOR=1"));
    walk_through_colours(term);
    g_assert_false(terminal_saw_colour(term));
}

static void test_empty_no_color_means_nothing(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_with(home, "walk", LIST("NO_COLOR="));
    walk_through_colours(term);
    g_assert_true(terminal_saw_colour(term));
}

static void test_no_colour_by_option(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--no-color", "ask", path));
    expect_row(term, -1, "leave");
    walk_through_colours(term);
    g_assert_false(terminal_saw_colour(term));
}

/* ---- Terminal types ---- */

// One row, one type that screens must work on; none of these may be sent what it does not know.
static const char *const rich_types[] = { "xterm",           "xterm-256color", "screen",
                                          "screen-256color", "tmux-256color",  "linux",
                                          "vt100",           "rxvt",           "xterm-mono" };

static void test_rich_type(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *type = g_strconcat("TERM=", (const char *)data, NULL);
    g_autoptr(Terminal) term = open_tree_with(home, "walk", LIST(type));
    begin(term);
    expect_cursor_on(term, "A family");
    press(term, "j");
    expect_cursor_on(term, "One person");
    press(term, "<Enter>");
    expect_screen(term, "Question 2 of about 3");
    leave(term);
}

// One row, one environment that cannot have screens or wants none: lines, and the reason where a
// person might wonder.
static const struct {
    const char *name;
    const char *variable, *reason;
} plain_rows[] = {
    { "dumb", "TERM=dumb", "terminal type 'dumb' cannot place the cursor; asking line by line" },
    { "unknown", "TERM=no-such-terminal", "terminal type 'no-such-terminal' is unknown here" },
    { "unset", "TERM", "TERM is not set" },
    { "empty", "TERM=", "TERM is not set" },
    { "hostile", "TERM=\033[2J\xE2\x80\xAE", "is unknown here" },
    { "a-path", "TERM=../../../etc/passwd", "is unknown here" },
    { "asked-for", "FINGERPOST_PLAIN=1", "Question 1 of about 3" },
    { "accessible", "ACCESSIBLE=1", "Question 1 of about 3" },
};

static void test_plain(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("ask", path),
                                  .environment = LIST(plain_rows[row].variable),
                                  .columns = 200 };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, plain_rows[row].reason);
    expect_screen(term, "h help, q quit):");
    press(term, "club<Enter>");
    expect_screen(term, "Question 2 of about 4");
    press(term, "q<Enter>");
    expect_exit(term, 0);
    expect_screen(term, "'fingerpost resume 1' goes on with it.");
}

// Nothing is redrawn and nothing moves: only text and line feeds come.
static void test_plain_only_grows(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "A club");
    press(term, "?<Enter>");
    expect_screen(term, "Children walk slowly.");
    press(term, "s<Enter>");
    expect_screen(term, "b back, h help:");
    press(term, "<Enter>");
    expect_exit(term, 0);
    if (terminal_saw_sequences(term))
        terminal_fail(term, "plain mode sent a control sequence", G_STRLOC);
}

static void test_plain_ctrl_c(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "A club");
    press(term, "3<Enter>");
    expect_screen(term, "Question 2 of about 4");
    press(term, "<C-c>");
    expect_exit(term, 130);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "club");
}

static void test_plain_ctrl_d(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("--plain", "ask", path));
    expect_screen(term, "A club");
    press(term, "3<Enter>");
    expect_screen(term, "Question 2 of about 4");
    press(term, "<C-d>");
    expect_exit(term, 0);
    expect_screen(term, "'fingerpost resume 1' goes on with it.");
}

static const char *const absurd_sizes[] = { "LINES=0",   "LINES=-5",    "LINES=99999",
                                            "COLUMNS=0", "COLUMNS=abc", "COLUMNS=99999" };

static void test_absurd_size(gconstpointer data)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree_with(home, "walk", LIST((const char *)data));
    expect_row(term, 0, "Which way to the lake?");
    begin(term);
    expect_cursor_on(term, "A family");
    leave(term);
}

/* ---- Languages ---- */

// The program's words may be another's; the screen must still hold them.
static void test_german(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    const TerminalSetup setup = { .home = home,
                                  .arguments = LIST("ask", path),
                                  .environment = LIST("LANGUAGE=de", "LC_ALL=C.UTF-8") };
    g_autoptr(Terminal) term = terminal_open(&setup);
    expect_screen(term, "A small tree for tests.");
    press(term, "<Enter>");
    expect_cursor_on(term, "A family");
    leave(term);
}

#define ADD(name, test) g_test_add_func("/terminal/locale/" name, test)
#define ADD_WORDS(prefix, list, test)                                                              \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strdup_printf("/terminal/locale/" prefix "/%s", list[i]);        \
        g_test_add_data_func(path, list[i], test);                                                 \
    }

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("c-is-drawn-in-ascii", test_locale_c);
    ADD("none-is-drawn-in-ascii", test_no_locale);
    ADD("a-missing-one-is-drawn-in-ascii", test_missing_locale);
    ADD("ascii-by-option", test_ascii_by_option);
    ADD("wide-texts-in-c", test_wide_texts_in_locale_c);
    ADD("hostile-texts-in-c", test_hostile_texts_in_locale_c);
    ADD("colours", test_colours);
    ADD("no-colour-by-environment", test_no_colour_by_environment);
    ADD("an-empty-no-color-means-nothing", test_empty_no_color_means_nothing);
    ADD("no-colour-by-option", test_no_colour_by_option);
    ADD_WORDS("type", rich_types, test_rich_type);
    for (size_t i = 0; i < G_N_ELEMENTS(plain_rows); i++) {
        g_autofree char *path = g_strconcat("/terminal/locale/plain/", plain_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_plain);
    }
    ADD("plain-mode-only-grows", test_plain_only_grows);
    ADD("plain-mode-takes-ctrl-c", test_plain_ctrl_c);
    ADD("plain-mode-takes-ctrl-d", test_plain_ctrl_d);
    ADD_WORDS("size", absurd_sizes, test_absurd_size);
    ADD("german", test_german);
    return g_test_run();
}
