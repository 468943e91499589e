// SPDX-License-Identifier: Apache-2.0
// Which history a command takes by itself is read anew each time, as the command will read it.
#include "fp-history.h"
#include "fp-paths.h"
#include "fp-text.h"
#include <string.h>

char *fp_history_usual_path(void)
{
    const char *chosen = g_getenv("FINGERPOST_HISTORY");
    return chosen != NULL && *chosen != '\0' ? g_strdup(chosen) : fp_paths_history();
}

static bool needs_quotes(const char *path)
{
    const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@";
    return *path == '\0' || *path == '-' || path[strspn(path, plain)] != '\0';
}

char *fp_history_command(const char *path, const char *rest)
{
    g_autofree char *usual = fp_history_usual_path();
    if (path == NULL || g_strcmp0(path, usual) == 0)
        return g_strdup_printf("fingerpost %s", rest);
    g_autofree char *word = needs_quotes(path) ? g_shell_quote(path) : g_strdup(path);
    g_autofree char *shown = fp_text_printable(word, -1, FP_PRINT_ONE_LINE);
    // Joined by "=": a path may begin with "-".
    return g_strdup_printf("fingerpost --history%s%s %s", *path == '-' ? "=" : " ", shown, rest);
}
