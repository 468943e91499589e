// SPDX-License-Identifier: Apache-2.0
// One line, written over with carriage returns and spaces alone: any terminal knows these.
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "fp-i18n.h"
#include "fp-text.h"

#define BAR_CELLS 30
#define REDRAW_US (40 * 1000) /* no more often: a terminal far away takes its time */

struct FpProgress {
    const FpCliOptions *options;
    size_t total;
    size_t width;     /* cells of the line that stands there; 0: none does */
    int64_t drawn_us; /* on the monotonic clock */
    bool is_shown;
};

static bool is_wanted(const FpCliOptions *options)
{
    const char *term = g_getenv("TERM");
    return isatty(STDERR_FILENO) && !options->plain && term != NULL && strcmp(term, "dumb") != 0;
}

static size_t terminal_width(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

FpProgress *fp_progress_new(const FpCliOptions *options, size_t total)
{
    FpProgress *progress = g_new0(FpProgress, 1);
    progress->options = options;
    progress->total = total;
    progress->is_shown = total > 0 && is_wanted(options);
    return progress;
}

void fp_progress_free(FpProgress *progress)
{
    if (progress == NULL)
        return;
    fp_progress_clear(progress);
    g_free(progress);
}

void fp_progress_clear(FpProgress *progress)
{
    if (progress->width == 0)
        return;
    fprintf(stderr, "\r%*s\r", (int)progress->width, "");
    progress->width = 0;
    progress->drawn_us = 0;
}

// "[######........] 123 of 400"; where the window is too narrow for it, the count alone.
static char *line_of(const FpProgress *progress, size_t done)
{
    g_autofree char *count = g_strdup_printf(_("%zu of %zu"), done, progress->total);
    size_t full = done * BAR_CELLS / progress->total;
    if (fp_text_width(count) + BAR_CELLS + 4 > terminal_width())
        return g_steal_pointer(&count);
    g_autofree char *bar = g_strnfill(BAR_CELLS, '.');
    memset(bar, '#', full);
    return g_strdup_printf("[%s] %s", bar, count);
}

void fp_progress_set(FpProgress *progress, size_t done)
{
    int64_t now_us = g_get_monotonic_time();
    bool is_due = progress->drawn_us == 0 || now_us - progress->drawn_us >= REDRAW_US;
    if (!progress->is_shown || (!is_due && done < progress->total))
        return;
    g_autofree char *line = line_of(progress, done);
    g_autofree char *bytes = fp_text_for_charset(line, progress->options->charset);
    fprintf(stderr, "\r%s", bytes);
    fflush(stderr);
    progress->width = MAX(progress->width, fp_text_width(line)); // counts only grow
    progress->drawn_us = now_us;
}
