// SPDX-License-Identifier: Apache-2.0
// Standard output and error. Text for a person goes out in the terminal's character set; data is UTF-8.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "fp-cli.h"
#include "fp-i18n.h"
#include "fp-text.h"

// errno of the first write that failed: a stream remembers only that one did.
static int output_errno;

static void note_fault(void)
{
    if (output_errno == 0)
        output_errno = errno != 0 ? errno : EIO;
}

void fp_print_bytes(const char *bytes)
{
    errno = 0;
    if (fputs(bytes, stdout) == EOF)
        note_fault();
}

void fp_print_data(const void *data, size_t n_bytes)
{
    errno = 0;
    if (fwrite(data, 1, n_bytes, stdout) != n_bytes)
        note_fault();
}

void fp_print(const FpCliOptions *options, const char *text)
{
    g_autofree char *bytes = fp_text_for_charset(text, options->charset);
    fp_print_bytes(bytes);
}

void fp_print_printable(const FpCliOptions *options, const char *text)
{
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_KEEP_NEWLINES);
    fp_print(options, printable);
}

bool fp_output_is_standard(const char *path)
{
    return path == NULL || strcmp(path, "-") == 0;
}

bool fp_output_write(const char *path, const char *bytes, size_t n_bytes, FpFileWriteMode mode,
                     GError **error)
{
    if (!fp_output_is_standard(path))
        return fp_file_write(path, bytes, n_bytes, mode, error);
    fp_print_data(bytes, n_bytes);
    return true;
}

void fp_output_flush(void)
{
    errno = 0;
    if (fflush(stdout) != 0)
        note_fault();
}

static void complain(const FpCliOptions *options, const char *prefix, const char *message)
{
    g_autofree char *printable = fp_text_printable(message, -1, FP_PRINT_KEEP_NEWLINES);
    g_autofree char *bytes = fp_text_for_charset(printable, options->charset);
    fp_output_flush();
    fprintf(stderr, "%s%s\n", prefix, bytes);
}

void fp_complain(const FpCliOptions *options, const char *message)
{
    complain(options, "fingerpost: ", message);
}

static int status_of(const GError *error)
{
    if (error->domain != FP_ERROR)
        return FP_EXIT_USAGE;
    switch ((FpErrorCode)error->code) {
    case FP_ERROR_HISTORY:
    case FP_ERROR_HISTORY_FOREIGN:
    case FP_ERROR_HISTORY_NEWER:
    case FP_ERROR_HISTORY_DAMAGED:
    case FP_ERROR_HISTORY_BUSY:
    case FP_ERROR_HISTORY_GONE:
    case FP_ERROR_HISTORY_STALE:
        return FP_EXIT_HISTORY;
    case FP_ERROR_BAD_INPUT:
    case FP_ERROR_FAULTS:
    case FP_ERROR_NOT_FOUND:
    case FP_ERROR_TOO_LARGE:
    case FP_ERROR_EXISTS:
    case FP_ERROR_IO:
        break;
    }
    return FP_EXIT_USAGE;
}

int fp_complain_error(const FpCliOptions *options, const GError *error)
{
    // Faults open with the file's own name and place, where editors look for them.
    bool has_place = g_error_matches(error, FP_ERROR, FP_ERROR_FAULTS);
    complain(options, has_place ? "" : "fingerpost: ", error->message);
    return status_of(error);
}

static bool is_lack_of_space(int system_error)
{
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

int fp_output_finish(const FpCliOptions *options, int status)
{
    fp_output_flush();
    if (output_errno == 0 || output_errno == EPIPE)
        return status;
    g_autofree char *reason = fp_error_reason(output_errno);
    g_autofree char *message = g_strdup_printf(
        is_lack_of_space(output_errno)
            ? _("cannot write standard output: %s; what it got is not whole: free some space and run "
                "it again")
            : _("cannot write standard output: %s; what it got is not whole: send it elsewhere and "
                "run it again"),
        reason);
    fp_complain(options, message);
    return status == FP_EXIT_DONE ? FP_EXIT_USAGE : status;
}

size_t fp_output_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return MIN(size.ws_col, 100);
    return 80;
}
