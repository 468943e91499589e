// SPDX-License-Identifier: Apache-2.0
// Every expectation is a condition that is tried again after each thing that the program sends.
#include "terminal-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Far more than any screen needs, on a slow machine and under a sanitizer. */
#define LIMIT_MS 20000

/* So long the other screen of a comparison must have been quiet. */
#define OTHER_QUIET_MS 250

typedef struct {
    const char *text, *other_text;
    int row;
    Terminal *other;
} Wanted;

// Promises of time are for a machine that is not overloaded; the program may run under a sanitizer.
static int slowness(void)
{
    return 5;
}

typedef bool (*Condition)(Terminal *terminal, const Wanted *wanted);

static void print_rows(const Terminal *terminal)
{
    for (int row = 0; row < terminal->rows; row++) {
        g_autofree char *line = terminal_row(terminal, row);
        if (*line != '\0')
            g_test_message("%3d|%s", row, line);
    }
}

void terminal_fail(Terminal *terminal, const char *what, const char *place)
{
    if (terminal->has_failed)
        return;
    terminal->has_failed = true;
    g_test_message("%s: %s", place, what);
    if (terminal->process < 0)
        g_test_message("the program has ended with status %d", terminal->status);
    g_test_message("the screen, %dx%d, the cursor on row %d, column %d:", terminal->columns,
                   terminal->rows, terminal->cursor.row, terminal->cursor.col);
    print_rows(terminal);
    g_test_fail();
}

/* ---- What was typed is read ---- */

static bool has_unread(const Terminal *terminal)
{
    int n_bytes = 0;
    g_autofree char *path = g_strdup_printf("/proc/%d/fd/0", (int)terminal->pid);
    int fd = open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    bool is_known = fd >= 0 && ioctl(fd, FIONREAD, &n_bytes) == 0;
    if (fd >= 0)
        close(fd);
    return is_known && n_bytes > 0;
}

// The state's letter follows the name in brackets.
static bool is_asleep(const Terminal *terminal)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/stat", (int)terminal->pid);
    g_autofree char *stat = NULL;
    if (!g_file_get_contents(path, &stat, NULL, NULL))
        return true;
    const char *end = strrchr(stat, ')');
    return end != NULL && end[1] == ' ' && end[2] == 'S';
}

void terminal_expect_read(Terminal *terminal, const char *place)
{
    gint64 end_ms = terminal_now_ms() + LIMIT_MS;
    while (has_unread(terminal) || !is_asleep(terminal)) {
        if (terminal_now_ms() > end_ms) {
            terminal_fail(terminal, "what was typed is not read", place);
            return;
        }
        terminal_take(terminal, 1);
    }
}

static bool wait_until(Terminal *terminal, Condition holds, const Wanted *wanted)
{
    gint64 end_ms = terminal_now_ms() + LIMIT_MS;
    while (!holds(terminal, wanted)) {
        gint64 left_ms = end_ms - terminal_now_ms();
        if (terminal->has_failed || left_ms <= 0 || !terminal_take(terminal, (int)left_ms))
            return holds(terminal, wanted) && !terminal->has_failed;
    }
    return true;
}

static bool shows(Terminal *terminal, const Wanted *wanted)
{
    return terminal_shows(terminal, wanted->text);
}

static bool lacks(Terminal *terminal, const Wanted *wanted)
{
    return !terminal_shows(terminal, wanted->text);
}

void terminal_expect(Terminal *terminal, const char *text, bool is_there, const char *place)
{
    const Wanted wanted = { .text = text };
    if (terminal->has_failed || wait_until(terminal, is_there ? shows : lacks, &wanted))
        return;
    g_autofree char *what =
        g_strdup_printf("%s on the screen: '%s'", is_there ? "expected" : "did not expect", text);
    terminal_fail(terminal, what, place);
}

static bool shows_either(Terminal *terminal, const Wanted *wanted)
{
    return terminal_shows(terminal, wanted->text) || terminal_shows(terminal, wanted->other_text);
}

void terminal_expect_either(Terminal *terminal, const char *one, const char *two, const char *place)
{
    const Wanted wanted = { .text = one, .other_text = two };
    if (terminal->has_failed || wait_until(terminal, shows_either, &wanted))
        return;
    g_autofree char *what = g_strdup_printf("expected '%s' or '%s' on the screen", one, two);
    terminal_fail(terminal, what, place);
}

static bool row_shows(Terminal *terminal, const Wanted *wanted)
{
    int row = wanted->row < 0 ? terminal->rows + wanted->row : wanted->row;
    g_autofree char *text = terminal_row(terminal, row);
    return strstr(text, wanted->text) != NULL;
}

void terminal_expect_row(Terminal *terminal, int row, const char *text, const char *place)
{
    const Wanted wanted = { .text = text, .row = row };
    if (terminal->has_failed || wait_until(terminal, row_shows, &wanted))
        return;
    g_autofree char *what = g_strdup_printf("expected on row %d: '%s'", row, text);
    terminal_fail(terminal, what, place);
}

static bool cursor_is_on(Terminal *terminal, const Wanted *wanted)
{
    g_autofree char *text = terminal_row(terminal, terminal->cursor.row);
    return strstr(text, wanted->text) != NULL && !judge_modes(terminal->judge).cursor_hidden;
}

void terminal_expect_cursor(Terminal *terminal, const char *text, const char *place)
{
    const Wanted wanted = { .text = text };
    if (terminal->has_failed || wait_until(terminal, cursor_is_on, &wanted))
        return;
    g_autofree char *what =
        g_strdup_printf("expected the cursor, visible, on the row of '%s'", text);
    terminal_fail(terminal, what, place);
}

// A cell that was never written and one that holds a blank look alike.
static void normalize(VTermScreenCell *cell)
{
    if (cell->chars[0] != 0 && cell->chars[0] != ' ')
        return;
    cell->chars[0] = 0;
    cell->attrs.bold = 0;
    cell->fg = cell->bg;
}

static bool same_cell(const Terminal *terminal, const Terminal *other, VTermPos place)
{
    VTermScreenCell one = { 0 }, two = { 0 };
    vterm_screen_get_cell(terminal->screen, place, &one);
    vterm_screen_get_cell(other->screen, place, &two);
    normalize(&one);
    normalize(&two);
    return memcmp(one.chars, two.chars, sizeof one.chars) == 0 && one.width == two.width &&
           one.attrs.bold == two.attrs.bold && one.attrs.reverse == two.attrs.reverse &&
           one.attrs.underline == two.attrs.underline && vterm_color_is_equal(&one.fg, &two.fg) &&
           vterm_color_is_equal(&one.bg, &two.bg);
}

static bool is_same(Terminal *terminal, const Wanted *wanted)
{
    const Terminal *other = wanted->other;
    bool same = terminal->rows == other->rows && terminal->columns == other->columns &&
                vterm_pos_cmp(terminal->cursor, other->cursor) == 0;
    for (int row = 1; same && row < terminal->rows; row++)
        for (int column = 0; same && column < terminal->columns; column++)
            same = same_cell(terminal, other, (VTermPos) { row, column });
    return same;
}

static char *describe(const Terminal *terminal, VTermPos place)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(terminal->screen, place, &cell);
    return g_strdup_printf("U+%04X bold %u reverse %u underline %u colours %u/%u:%u", cell.chars[0],
                           (unsigned)cell.attrs.bold, (unsigned)cell.attrs.reverse,
                           (unsigned)cell.attrs.underline, cell.fg.type, cell.fg.indexed.idx,
                           cell.bg.type);
}

// Screens that read alike may differ in how they look.
static void print_first_difference(const Terminal *terminal, const Terminal *other)
{
    VTermPos place;
    for (place.row = 1; place.row < MIN(terminal->rows, other->rows); place.row++)
        for (place.col = 0; place.col < MIN(terminal->columns, other->columns); place.col++) {
            if (same_cell(terminal, other, place))
                continue;
            g_autofree char *one = describe(terminal, place);
            g_autofree char *two = describe(other, place);
            g_test_message("row %d, column %d: %s, not %s", place.row, place.col, one, two);
            return;
        }
}

void terminal_expect_same(Terminal *terminal, Terminal *other, const char *place)
{
    const Wanted wanted = { .other = other };
    if (terminal->has_failed || other->has_failed)
        return;
    terminal_listen(other, OTHER_QUIET_MS);
    if (wait_until(terminal, is_same, &wanted))
        return;
    print_first_difference(terminal, other);
    g_autofree char *text = terminal_text(other);
    g_test_message("the other screen, its cursor on row %d, column %d:\n%s", other->cursor.row,
                   other->cursor.col, text);
    terminal_fail(terminal, "expected the same screen as the other one", place);
}

static bool looks_other(Terminal *terminal, const Wanted *wanted)
{
    (void)wanted;
    g_autofree char *look = terminal_look(terminal);
    return terminal->process < 0 || g_strcmp0(look, terminal->look) != 0;
}

void terminal_expect_change(Terminal *terminal, const char *what, const char *place)
{
    const Wanted wanted = { 0 };
    if (!terminal->has_failed && !wait_until(terminal, looks_other, &wanted))
        terminal_fail(terminal, what, place);
}

static bool has_ended(Terminal *terminal, const Wanted *wanted)
{
    (void)wanted;
    return terminal->process < 0;
}

void terminal_expect_end(Terminal *terminal, int within_ms, const char *place)
{
    gint64 end_ms = terminal_now_ms() + within_ms * slowness();
    while (!terminal->has_failed && terminal->process >= 0 && terminal_now_ms() < end_ms)
        terminal_take(terminal, (int)(end_ms - terminal_now_ms()));
    if (terminal->process >= 0)
        terminal_fail(terminal, "expected the program to end by now", place);
}

void terminal_expect_exit(Terminal *terminal, int status, const char *place)
{
    const Wanted wanted = { 0 };
    if (terminal->has_failed)
        return;
    if (!wait_until(terminal, has_ended, &wanted)) {
        terminal_fail(terminal, "expected the program to end", place);
        return;
    }
    // What it sent last is still to be taken in.
    while (terminal->pty >= 0 && terminal_take(terminal, 0))
        continue;
    g_autofree char *what =
        g_strdup_printf("expected exit status %d, got %d", status, terminal->status);
    if (terminal->status != status)
        terminal_fail(terminal, what, place);
    else
        terminal_expect_given_back(terminal, place);
}

static bool same_modes(const struct termios *one, const struct termios *two)
{
    return one->c_iflag == two->c_iflag && one->c_oflag == two->c_oflag &&
           one->c_cflag == two->c_cflag && one->c_lflag == two->c_lflag &&
           memcmp(one->c_cc, two->c_cc, sizeof one->c_cc) == 0;
}

static char *modes_left_on(const Terminal *terminal)
{
    JudgedModes modes = judge_modes(terminal->judge);
    return g_strdup_printf("%s%s%s%s%s%s", modes.alternate_screen ? " alternate-screen" : "",
                           modes.application_cursor ? " application-cursor" : "",
                           modes.application_keypad ? " application-keypad" : "",
                           modes.cursor_hidden ? " hidden-cursor" : "",
                           modes.bracketed_paste ? " bracketed-paste" : "",
                           modes.mouse ? " mouse" : "");
}

static bool is_given_back(Terminal *terminal, const Wanted *wanted)
{
    (void)wanted;
    JudgedModes modes = judge_modes(terminal->judge);
    if (terminal->pty >= 0)
        tcgetattr(terminal->pty, &terminal->modes_after);
    return !modes.alternate_screen && same_modes(&terminal->modes_before, &terminal->modes_after);
}

/* A stopped program gives back the screen before its shell takes the terminal: what is to be seen may
 * stand there a moment earlier. */
void terminal_expect_given_back(Terminal *terminal, const char *place)
{
    const Wanted wanted = { 0 };
    if (terminal->has_failed)
        return;
    wait_until(terminal, is_given_back, &wanted);
    g_autofree char *left_on = modes_left_on(terminal);
    g_autofree char *what = g_strconcat("the program left on:", left_on, NULL);
    if (*left_on != '\0')
        terminal_fail(terminal, what, place);
    else if (!same_modes(&terminal->modes_before, &terminal->modes_after))
        terminal_fail(terminal, "the terminal's modes (stty) are not what they were", place);
}
