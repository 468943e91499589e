// SPDX-License-Identifier: Apache-2.0
/* The real program on a real pseudo-terminal. libvterm is the screen and the keyboard; what the screen
 * shows is waited for, never a time. A test reads as what a person does and sees:
 *
 *     g_autoptr(Terminal) term = terminal_open(&(TerminalSetup) { .home = home });
 *     expect_screen(term, "Who will use it?");
 *     press(term, "j<Enter>");
 *
 * After a failed expectation the screen is printed, and everything else on that terminal is skipped. A
 * sequence that sequences.h does not let through fails the test too. */
#pragma once
#include "home.h"
#include <stdbool.h>
#include <sys/types.h>

typedef struct Terminal Terminal;

typedef struct {
    Home *home;
    const char *const *arguments;   /* after the program's name */
    const char *const *environment; /* changes, see home_environment() */
    const char *const *command;     /* another command than the program, with its arguments */
    int columns, rows;              /* 0: 80 and 24 */
    bool is_ascii;                  /* the program must not send any byte above 0x7E */
} TerminalSetup;

Terminal *terminal_open(const TerminalSetup *setup);
void terminal_free(Terminal *terminal); /* kills what still runs; takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terminal, terminal_free)

/* ---- What a person does ---- */

/* Characters as they stand; <Enter> <Esc> <Tab> <S-Tab> <BS> <Del> <Up> <Down> <Left> <Right> <Home>
 * <End> <PageUp> <PageDown> <Space> <lt>, and <C-c> and its like. */
void press(Terminal *terminal, const char *keys);
void paste(Terminal *terminal, const char *text); /* bracketed, where the program asked for it */
void click(Terminal *terminal, const char *text); /* on its first character on the screen */
void resize(Terminal *terminal, int columns, int rows);
void resize_to_nothing(Terminal *terminal); /* 0x0: the terminal does not know its size */
/* Takes in what the program has sent by now, without waiting. */
void catch_up(Terminal *terminal);
/* Raw bytes, as a terminal that misbehaves sends them. */
void send_bytes(Terminal *terminal, const char *bytes, size_t length);
void hang_up(Terminal *terminal); /* the terminal goes away */
/* What another program writes to the same terminal. */
void spoil(Terminal *terminal, const char *bytes);
void send_signal(Terminal *terminal, int signal);

/* ---- What a person sees; waited for ---- */

/* text stands on the screen. Parts of it that end in '|' are one row's each: the rows follow each
 * other, and the parts stand under each other. */
#define expect_screen(terminal, text) terminal_expect((terminal), (text), true, G_STRLOC)
#define expect_gone(terminal, text)   terminal_expect((terminal), (text), false, G_STRLOC)
/* One of two texts stands there. */
#define expect_either(terminal, one, two) terminal_expect_either((terminal), (one), (two), G_STRLOC)
/* The row, from 0; negative ones count from the last. */
#define expect_row(terminal, row, text) terminal_expect_row((terminal), (row), (text), G_STRLOC)
/* The cursor is visible, on the row that holds text. */
#define expect_cursor_on(terminal, text) terminal_expect_cursor((terminal), (text), G_STRLOC)
/* Both screens become the same, cell by cell, the cursor's place included; row 0 apart, which tells the
 * session's number. */
#define expect_same(terminal, other) terminal_expect_same((terminal), (other), G_STRLOC)
/* Anything on the screen becomes other than it was when the last key was pressed, or the program ends.
 * what: said where nothing does. */
#define expect_change(terminal, what) terminal_expect_change((terminal), (what), G_STRLOC)
/* What was pressed is read and acted on, though it may change nothing that is seen: the program has no
 * more of it to read and waits. */
#define expect_read(terminal) terminal_expect_read((terminal), G_STRLOC)
/* The program ends with this status (128 + n for signal n), its terminal as it was before. */
#define expect_exit(terminal, status) terminal_expect_exit((terminal), (status), G_STRLOC)
/* The program ends within this time, however: its terminal is gone. */
#define expect_end(terminal, within_ms) terminal_expect_end((terminal), (within_ms), G_STRLOC)
/* The program's terminal is given back, whether it has ended or only stopped. */
#define expect_given_back(terminal) terminal_expect_given_back((terminal), G_STRLOC)

void terminal_expect(Terminal *terminal, const char *text, bool is_there, const char *place);
void terminal_expect_either(Terminal *terminal, const char *one, const char *two,
                            const char *place);
void terminal_expect_row(Terminal *terminal, int row, const char *text, const char *place);
void terminal_expect_cursor(Terminal *terminal, const char *text, const char *place);
void terminal_expect_same(Terminal *terminal, Terminal *other, const char *place);
void terminal_expect_change(Terminal *terminal, const char *what, const char *place);
void terminal_expect_read(Terminal *terminal, const char *place);
void terminal_expect_exit(Terminal *terminal, int status, const char *place);
void terminal_expect_end(Terminal *terminal, int within_ms, const char *place);
void terminal_expect_given_back(Terminal *terminal, const char *place);

/* ---- What a test may look at ---- */

bool terminal_shows(Terminal *terminal, const char *text); /* now, without waiting */
char *terminal_row(const Terminal *terminal, int row);     /* owned; trailing spaces cut */
int terminal_find_in_row(const Terminal *terminal, int row, const char *text); /* column, or -1 */
char *terminal_text(const Terminal *terminal); /* all rows, a line feed after each; owned */
bool terminal_has_failed(const Terminal *terminal);
pid_t terminal_pid(const Terminal *terminal);
bool terminal_saw_colour(const Terminal *terminal);
bool terminal_saw_sequences(const Terminal *terminal); /* anything but text and line ends */
int terminal_rows(const Terminal *terminal);

/* Waits for bytes from the program or for its end, and takes them in.
 *   Returns  false where neither came in time, or where nothing can come any more */
bool terminal_take(Terminal *terminal, int timeout_ms);
/* Takes what comes until nothing has come for this long: for what must not happen, after a key that
 * answers nothing. Returns false where the program has ended. */
bool terminal_listen(Terminal *terminal, int quiet_ms);
/* Takes what comes for so long at most: for a moment at random. */
void terminal_take_for(Terminal *terminal, int time_ms);
/* Fails the test with a text and the screen. */
void terminal_fail(Terminal *terminal, const char *what, const char *place);
