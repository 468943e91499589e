// SPDX-License-Identifier: Apache-2.0
// ncurses owns the screen and the modes it knows; what it does not know (paste, clicks) is switched
// around it by hand, at the same places.
#include "terminal-private.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "decoder-private.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "modes-private.h"
#include "signals-private.h"

#define ESCAPE_DELAY_MS 25

struct FpTerminal {
    SCREEN *screen;
    FpDecoder *decoder;
    FpModes modes;
    int escape_delay_ms;
    int watched_fd; /* -1: none */
    bool has_news;  /* it was readable */
    bool is_away;   /* stopped, or already given back */
    bool is_gone;   /* hung up */
};

/* ---- Size ---- */

/* 0 where it is not known. */
static int sane_size(unsigned short told, int otherwise)
{
    return told == 0 ? otherwise : MIN(told, FP_TERMINAL_MAX_CELLS);
}

static void take_size(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        return;
    int rows = sane_size(size.ws_row, 24), columns = sane_size(size.ws_col, 80);
    if (rows != LINES || columns != COLS)
        resizeterm(rows, columns);
    clearok(curscr, TRUE);
}

/* ---- Opening and giving back ---- */

/* One row, one key whose sequence is taken from terminfo. */
static const struct {
    const char *capability;
    FpKey key;
} learnt_keys[] = {
    { "kcuu1", FP_KEY_UP },      { "kcud1", FP_KEY_DOWN },    { "kcub1", FP_KEY_LEFT },
    { "kcuf1", FP_KEY_RIGHT },   { "khome", FP_KEY_HOME },    { "kend", FP_KEY_END },
    { "kpp", FP_KEY_PAGE_UP },   { "knp", FP_KEY_PAGE_DOWN }, { "kdch1", FP_KEY_DELETE },
    { "kbs", FP_KEY_BACKSPACE }, { "kcbt", FP_KEY_BACK_TAB }, { "kent", FP_KEY_ENTER },
};

static FpDecoder *new_decoder(const char *charset)
{
    FpDecoder *decoder = fp_decoder_new(charset);
    for (size_t i = 0; i < G_N_ELEMENTS(learnt_keys); i++)
        fp_decoder_learn(decoder, fp_modes_capability(learnt_keys[i].capability),
                         learnt_keys[i].key);
    return decoder;
}

static int escape_delay(void)
{
    const char *wanted = getenv("ESCDELAY");
    gint64 delay = wanted != NULL ? g_ascii_strtoll(wanted, NULL, 10) : 0;
    return delay > 0 && delay <= 10000 ? (int)delay : ESCAPE_DELAY_MS;
}

/* For a crash, and for an exit() that comes from elsewhere. */
static void prepare_restore(const FpTerminal *terminal)
{
    g_autofree char *bytes = fp_modes_restoring_bytes(&terminal->modes);
    fp_signals_set_restore(bytes, &terminal->modes.before);
}

static void take_over(FpTerminal *terminal)
{
    fp_modes_take_keys();
    keypad(stdscr, TRUE);
    typeahead(-1); // else a drawing would stop half-way where keys wait
    take_size();
    fp_modes_switch_on(&terminal->modes);
}

FpTerminal *fp_terminal_open(const FpTuiOptions *options, GError **error)
{
    g_autoptr(FpTerminal) terminal = g_new0(FpTerminal, 1);
    terminal->watched_fd = -1;
    terminal->is_away = true;
    if (!fp_signals_open(error)) {
        g_free(g_steal_pointer(&terminal));
        return NULL;
    }
    fflush(stdout);
    use_env(FALSE);   // LINES and COLUMNS may be absurd:
    use_tioctl(TRUE); // the terminal is asked
    if (tcgetattr(STDIN_FILENO, &terminal->modes.before) == 0)
        terminal->screen = newterm(NULL, stdout, stdin);
    if (terminal->screen == NULL) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("the terminal cannot be taken over for screens; asking line by line"));
        return NULL;
    }
    terminal->is_away = false;
    terminal->escape_delay_ms = escape_delay();
    terminal->decoder = new_decoder(options->charset);
    fp_modes_choose(&terminal->modes, options->mouse);
    prepare_restore(terminal);
    take_over(terminal);
    return g_steal_pointer(&terminal);
}

/* In the background tcsetattr(3) would stop us: what was given back already is left alone. */
static void give_back(FpTerminal *terminal)
{
    if (terminal->is_away)
        return;
    fp_modes_switch_off(&terminal->modes);
    endwin();
    tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal->modes.before);
    terminal->is_away = true;
}

/* What could not be written to a terminal that is gone is no fault of what is printed later. */
static void forget_output(void)
{
    __fpurge(stdout);
    clearerr(stdout);
}

void fp_terminal_close(FpTerminal *terminal)
{
    if (terminal == NULL)
        return;
    give_back(terminal);
    fp_signals_set_restore(NULL, NULL);
    fp_signals_close();
    if (terminal->screen != NULL)
        delscreen(terminal->screen);
    if (terminal->is_gone)
        forget_output();
    fp_decoder_free(terminal->decoder);
    g_free(terminal);
}

/* The modes first: in the background that stops us before anything is drawn. */
static void come_back(FpTerminal *terminal)
{
    reset_prog_mode();
    terminal->is_away = false;
    prepare_restore(terminal);
    fp_modes_step_back(&terminal->modes);
    take_size();
}

static void stop(FpTerminal *terminal)
{
    if (!terminal->is_away)
        fp_modes_step_aside(&terminal->modes);
    terminal->is_away = true;
    fp_signals_set_restore(NULL, NULL);
    fp_signals_stop();
    if (fp_signals_fatal() == 0)
        come_back(terminal);
}

/* ---- Reading ---- */

void fp_terminal_repaint(FpTerminal *terminal G_GNUC_UNUSED)
{
    clearok(curscr, TRUE);
}

int fp_terminal_signal(const FpTerminal *terminal G_GNUC_UNUSED)
{
    return fp_signals_fatal();
}

static bool take_signal(FpTerminal *terminal, FpInput *out_input)
{
    fp_signals_drain();
    bool is_spoilt = false;
    if (fp_signals_take_stop() && fp_signals_fatal() == 0) {
        stop(terminal);
        is_spoilt = true;
    }
    if (fp_signals_fatal() != 0) {
        *out_input = (FpInput) { .kind = FP_INPUT_SIGNAL };
        return true;
    }
    if (fp_signals_take_continue()) {
        come_back(terminal);
        is_spoilt = true;
    }
    if (fp_signals_take_resize()) {
        take_size();
        is_spoilt = true;
    }
    *out_input = (FpInput) { .kind = FP_INPUT_REDRAW };
    return is_spoilt;
}

/* Reads what is there. The end of it, or an error that stays, is a hang-up. */
static void read_bytes(FpTerminal *terminal)
{
    char bytes[4096];
    ssize_t n_bytes = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n_bytes > 0)
        fp_decoder_feed(terminal->decoder, bytes, (size_t)n_bytes);
    else if (n_bytes == 0 || (errno != EINTR && errno != EAGAIN))
        terminal->is_gone = true;
}

/* Waits for bytes or a signal. True where there were bytes. */
static bool wait_for_bytes(FpTerminal *terminal, int timeout_ms)
{
    struct pollfd watched[] = { { .fd = STDIN_FILENO, .events = POLLIN },
                                { .fd = fp_signals_fd(), .events = POLLIN },
                                { .fd = terminal->watched_fd, .events = POLLIN } };
    int n_ready = poll(watched, G_N_ELEMENTS(watched), timeout_ms);
    if (n_ready <= 0)
        return false;
    if ((watched[0].revents & POLLIN) != 0)
        read_bytes(terminal);
    else if ((watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        terminal->is_gone = true;
    if ((watched[2].revents & POLLIN) != 0)
        terminal->has_news = true;
    return true;
}

void fp_terminal_watch(FpTerminal *terminal, int fd)
{
    terminal->watched_fd = fd;
    terminal->has_news = false;
}

static bool take_news(FpTerminal *terminal)
{
    bool has_news = terminal->has_news;
    terminal->has_news = false;
    return has_news;
}

static void wait_for_input(FpTerminal *terminal)
{
    int patience = fp_decoder_patience_ms(terminal->decoder, terminal->escape_delay_ms);
    errno = 0;
    if (!wait_for_bytes(terminal, patience) && errno == 0 && patience >= 0)
        fp_decoder_give_up(terminal->decoder);
}

FpInput fp_terminal_read(FpTerminal *terminal)
{
    FpInput input;
    for (;;) {
        if (take_signal(terminal, &input))
            return input;
        if (fp_decoder_next(terminal->decoder, &input))
            return input;
        if (terminal->is_gone)
            return (FpInput) { .kind = FP_INPUT_HANGUP };
        if (take_news(terminal))
            return (FpInput) { .kind = FP_INPUT_NEWS };
        wait_for_input(terminal);
    }
}

bool fp_terminal_has_text_ahead(FpTerminal *terminal)
{
    if (!fp_decoder_has_text(terminal->decoder))
        wait_for_bytes(terminal, 0);
    return fp_decoder_has_text(terminal->decoder);
}

bool fp_terminal_has_input(const FpTerminal *terminal)
{
    return fp_decoder_has_input(terminal->decoder);
}

/* As much as a hostile or very large paste may hold before the person gets the screen back. */
#define DROPPED_READS_MAX 256

bool fp_terminal_drop_input(FpTerminal *terminal)
{
    bool had_any = false;
    for (int i = 0; i < DROPPED_READS_MAX && !terminal->is_gone; i++) {
        struct pollfd typed = { .fd = STDIN_FILENO, .events = POLLIN };
        had_any = fp_decoder_drop(terminal->decoder) || had_any;
        if (poll(&typed, 1, 0) <= 0 || (typed.revents & POLLIN) == 0)
            break;
        read_bytes(terminal);
    }
    return fp_decoder_drop(terminal->decoder) || had_any;
}
