// SPDX-License-Identifier: Apache-2.0
#include "opening.h"

static Terminal *open_any(TerminalSetup setup, const char *tree)
{
    g_autofree char *path = tree_path(tree);
    setup.arguments = LIST("ask", path);
    Terminal *terminal = terminal_open(&setup);
    expect_row(terminal, -1, "leave");
    return terminal;
}

Terminal *open_tree(Home *home, const char *tree)
{
    return open_any((TerminalSetup) { .home = home }, tree);
}

Terminal *open_tree_sized(Home *home, const char *tree, int columns, int rows)
{
    return open_any((TerminalSetup) { .home = home, .columns = columns, .rows = rows }, tree);
}

Terminal *open_tree_with(Home *home, const char *tree, const char *const *environment)
{
    return open_any((TerminalSetup) { .home = home, .environment = environment }, tree);
}

void begin(Terminal *terminal)
{
    press(terminal, "<Enter>");
    expect_screen(terminal, "Question 1 of about");
}

Terminal *open_question(Home *home, const char *tree)
{
    Terminal *terminal = open_tree(home, tree);
    begin(terminal);
    return terminal;
}

Terminal *open_question_sized(Home *home, const char *tree, int columns, int rows)
{
    Terminal *terminal = open_tree_sized(home, tree, columns, rows);
    begin(terminal);
    return terminal;
}

void answer_walk(Terminal *terminal)
{
    begin(terminal);
    press(terminal, "3");
    expect_screen(terminal, "Question 2 of about 4");
    press(terminal, "2<Enter>");
    expect_screen(terminal, "Question 3 of about 4");
    press(terminal, "3<Enter>");
    expect_screen(terminal, "Question 4 of about 4");
    press(terminal, "2");
    expect_row(terminal, 0, "Recommendation");
}

Terminal *open_command(Home *home, const char *const *arguments)
{
    return terminal_open(&(TerminalSetup) { .home = home, .arguments = arguments });
}

void leave(Terminal *terminal)
{
    press(terminal, "q");
    expect_exit(terminal, 0);
}

void leave_without(Terminal *terminal)
{
    press(terminal, "q");
    expect_screen(terminal, "not accepted yet: ");
    leave(terminal);
}

#define SCROLLS_MAX      200
#define SCROLL_ANSWER_MS 5000
#define SCROLL_QUIET_MS  10

// Each scroll is answered before the next; the last one, at the end of a text, by nothing.
void scroll_to(Terminal *terminal, const char *text)
{
    bool has_moved = terminal_listen(terminal, 4 * SCROLL_QUIET_MS);
    for (int i = 0; i < SCROLLS_MAX && has_moved && !terminal_has_failed(terminal); i++) {
        if (terminal_shows(terminal, text))
            return;
        send_bytes(terminal, "\004", 1);
        has_moved = terminal_take(terminal, SCROLL_ANSWER_MS);
        terminal_listen(terminal, SCROLL_QUIET_MS);
    }
    g_autofree char *what = g_strdup_printf("scrolling did not bring '%s' into view", text);
    terminal_fail(terminal, what, G_STRLOC);
}

void expect_straight_wall(Terminal *terminal)
{
    int wall = -1;
    for (int row = 3; row < terminal_rows(terminal) - 3; row++) {
        int column = terminal_find_in_row(terminal, row, "│");
        if (column >= 0 && wall >= 0 && column != wall)
            terminal_fail(terminal, "the line between the panes is bent", G_STRLOC);
        wall = column >= 0 ? column : wall;
    }
}
