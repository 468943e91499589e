// SPDX-License-Identifier: Apache-2.0
#include "modes-private.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Last: it makes macros of words like `columns`. */
#include <term.h>

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Clicks alone, numbered, so that columns beyond 223 can be told. */
#define CLICKS_ON  "\033[?1000h\033[?1006h"
#define CLICKS_OFF "\033[?1006l\033[?1000l"

const char *fp_modes_capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == NULL || value == (const char *)-1 ? "" : value;
}

/* Terminals that speak ECMA-48 read over private modes that they do not know; others would show them. */
void fp_modes_choose(FpModes *modes, bool mouse)
{
    bool knows_sequences = g_str_has_prefix(fp_modes_capability("cup"), "\033[");
    bool knows_clicks = mouse && g_str_has_prefix(fp_modes_capability("kmous"), "\033[");
    modes->on = !knows_sequences ? "" : knows_clicks ? PASTE_ON CLICKS_ON : PASTE_ON;
    modes->off = !knows_sequences ? "" : knows_clicks ? CLICKS_OFF PASTE_OFF : PASTE_OFF;
}

/* ncurses writes past stdio: what goes through stdio must be on its way before. */
static void send(const char *sequences)
{
    fputs(sequences, stdout);
    fflush(stdout);
}

void fp_modes_switch_on(const FpModes *modes)
{
    send(modes->on);
}

void fp_modes_switch_off(const FpModes *modes)
{
    send(modes->off);
}

static void put(const char *name)
{
    putp(fp_modes_capability(name));
}

void fp_modes_step_aside(const FpModes *modes)
{
    static const char *const names[] = { "el", "sgr0", "op", "rmkx", "rmcup" };
    curs_set(1);
    putp(tparm(fp_modes_capability("cup"), (long)LINES - 1, 0L));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        put(names[i]);
    send(modes->off);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes->before);
}

void fp_modes_step_back(const FpModes *modes)
{
    put("smcup");
    put("smkx");
    send(modes->on);
    clearok(curscr, TRUE);
}

/* Ctrl-S must not freeze the screen, Ctrl-V and Ctrl-O not eat a key; Enter and Ctrl-J are told apart. */
void fp_modes_take_keys(void)
{
    struct termios modes;
    cbreak();
    noecho();
    nonl();
    if (tcgetattr(STDIN_FILENO, &modes) != 0)
        return;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    def_prog_mode();
}

/* Appends a capability without the padding marks, which tputs() alone understands: "$<5>". */
static void append_capability(GString *bytes, const char *name)
{
    const char *at = fp_modes_capability(name);
    for (const char *mark; (mark = strstr(at, "$<")) != NULL && strchr(mark, '>') != NULL;) {
        g_string_append_len(bytes, at, mark - at);
        at = strchr(mark, '>') + 1;
    }
    g_string_append(bytes, at);
}

char *fp_modes_restoring_bytes(const FpModes *modes)
{
    static const char *const names[] = { "sgr0", "op", "rmkx", "cnorm", "rmcup" };
    GString *bytes = g_string_new(modes->off);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        append_capability(bytes, names[i]);
    g_string_append(bytes, "\r\n");
    return g_string_free(bytes, FALSE);
}
