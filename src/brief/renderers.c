// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "render-private.h"
#include <string.h>

const FpBriefRenderer fp_brief_renderers[] = {
    { "csv", ".csv", N_("the reasons as a table for spreadsheets"), render_csv },
    { "html", ".html", N_("a web page in one file, which prints to one page"),
      .render_look = render_html },
    { "json", ".json", N_("the whole brief for programs"), render_json },
    { "md", ".md", N_("a decision record in Markdown (MADR)"), render_markdown },
    { "pdf", ".pdf", N_("one page for paper"), .draw = fp_brief_to_pdf },
    { "text", ".txt", N_("plain text, 80 columns wide"), render_text },
};
const size_t fp_n_brief_renderers = G_N_ELEMENTS(fp_brief_renderers);

const FpBriefRenderer *fp_brief_renderer_find(const char *name)
{
    for (size_t i = 0; i < fp_n_brief_renderers; i++) {
        if (strcmp(fp_brief_renderers[i].name, name) == 0)
            return &fp_brief_renderers[i];
    }
    return NULL;
}

GBytes *fp_brief_render(const FpBriefRenderer *renderer, const FpBrief *brief,
                        const FpBriefLook *look, GError **error)
{
    if (renderer->draw != NULL)
        return renderer->draw(brief, look, error);
    char *text =
        renderer->render != NULL ? renderer->render(brief) : renderer->render_look(brief, look);
    return g_bytes_new_take(text, strlen(text));
}
