// SPDX-License-Identifier: Apache-2.0
#include "export.h"

#include <string.h>

#include "fp-i18n.h"

void fp_export_clear(FpExport *export)
{
    fp_brief_logo_free(export->logo);
    fp_language_free(export->language);
    *export = (FpExport) { 0 };
}

GBytes *fp_export_make(const FpExport *export, const FpRecord *record, GError **error)
{
    fp_language_begin(export->language);
    g_autoptr(FpBrief) brief = fp_record_to_brief(record, &export->wishes);
    GBytes *bytes = fp_brief_render(export->renderer, brief, &export->look, error);
    fp_language_end(export->language);
    return bytes;
}

// "de" is the same as "de-AT" here: each serves who reads the other.
bool fp_export_mixes_languages(const FpExport *export, const FpTree *tree)
{
    if (export->language == NULL || tree->language == NULL)
        return false;
    const char *own = fp_language_tag(export->language);
    size_t length = strcspn(own, "-");
    return length != strcspn(tree->language, "-") ||
           g_ascii_strncasecmp(own, tree->language, length) != 0;
}

void fp_export_tell_languages(const FpCliOptions *options, const FpExport *export)
{
    g_autofree char *message = g_strdup_printf(
        _("the tree's own texts stay in the language they are written in; only the words around them "
          "are in '%s'"),
        fp_language_tag(export->language));
    fp_complain(options, message);
}
