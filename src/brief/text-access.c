// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "fp-text.h"
#include "render-words.h"
#include "text-private.h"

static size_t widest_level(void)
{
    size_t widest = 0;
    for (FpAccessLevel level = FP_ACCESS_NONE; level <= FP_ACCESS_FULL; level++)
        widest = MAX(widest, fp_text_width(words_of_access(level)));
    return widest;
}

static void write_access(FpLineWriter *writer, const FpBriefAccess *access, size_t level_cells)
{
    g_autofree char *level =
        fp_text_pad(words_of_access(access->has), level_cells, writer->is_ascii);
    g_autofree char *mark = g_strdup_printf("%s  ", level);
    /* Translators: somebody, and what they can or cannot see; how much stands before it. */
    g_autofree char *text = g_strdup_printf(_("%s: %s"), access->who, access->to);
    text_cited_item(writer, FP_LINE_BODY, TEXT_INDENT, mark, text, access->cites);
}

void text_write_access(FpLineWriter *writer, const FpBrief *brief)
{
    if (brief->n_access == 0)
        return;
    size_t level_cells = widest_level();
    line_writer_heading(writer, words_of_who_sees(brief));
    for (size_t i = 0; i < brief->n_access; i++)
        write_access(writer, &brief->access[i], level_cells);
}
