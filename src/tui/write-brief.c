// SPDX-License-Identifier: Apache-2.0
#include "fp-write-brief.h"

#include <string.h>

#include "fp-error.h"
#include "fp-file.h"
#include "fp-i18n.h"
#include "fp-paper.h"

static char *path_of(const char *place)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(place));
    g_autofree char *local = g_filename_from_utf8(trimmed, -1, NULL, NULL, NULL);
    const char *name = local != NULL ? local : trimmed;
    if (g_str_has_prefix(name, "~/"))
        return g_build_filename(g_get_home_dir(), name + 2, NULL);
    return g_canonicalize_filename(name, NULL);
}

/* Before anything is drawn: a page takes a while. The writing itself looks again. */
static bool check_free(const FpExportWish *wish, const char *path, GError **error)
{
    if (wish->replaces || !g_file_test(path, G_FILE_TEST_EXISTS))
        return true;
    g_autofree char *shown = fp_error_quote(path);
    g_set_error(error, FP_ERROR, FP_ERROR_EXISTS, _("'%s' exists already"), shown);
    return false;
}

bool fp_write_brief(const FpExportWish *wish, char **out_path, GError **error)
{
    g_autofree char *path = path_of(wish->place);
    const FpBriefLook look = { .paper = fp_paper_is_letter() ? FP_PAPER_LETTER : FP_PAPER_A4 };
    if (!check_free(wish, path, error))
        return false;
    g_autoptr(GBytes) bytes = fp_brief_render(wish->renderer, wish->brief, &look, error);
    if (bytes == NULL)
        return false;
    size_t n_bytes;
    const char *data = g_bytes_get_data(bytes, &n_bytes);
    if (!fp_file_write(path, data, n_bytes, wish->replaces ? FP_FILE_REPLACE : FP_FILE_NEW_ONLY,
                       error))
        return false;
    *out_path = g_steal_pointer(&path);
    return true;
}
