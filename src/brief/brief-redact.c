// SPDX-License-Identifier: Apache-2.0
#include "brief-private.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include <string.h>

static const struct {
    const char *name; /* as a list has it */
    FpBriefRedact flag;
    const char *words; /* as a page has it; N_() */
} rows[] = {
    /* Translators: this and the next two stand in a list: what a page leaves out. */
    { "notes", FP_BRIEF_REDACT_NOTES, N_("notes") },
    { "answers", FP_BRIEF_REDACT_ANSWERS, N_("answers") },
    { "who", FP_BRIEF_REDACT_WHO, N_("names of people") },
};

static bool parse_name(const char *name, unsigned *flags, GError **error)
{
    const char *names[G_N_ELEMENTS(rows)];
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        names[i] = rows[i].name;
        if (strcmp(name, rows[i].name) != 0)
            continue;
        *flags |= rows[i].flag;
        return true;
    }
    g_autofree char *quoted = fp_error_quote(name);
    g_autofree char *hint = fp_nearest_hint(name, names, G_N_ELEMENTS(names));
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                /* Translators: what was given; then "; did you mean …?", or nothing. */
                _("cannot leave out '%s', only notes, answers and who%s"), quoted, hint);
    return false;
}

bool fp_brief_redact_parse(const char *list, unsigned *out, GError **error)
{
    unsigned flags = 0;
    g_auto(GStrv) names = g_strsplit(list, ",", -1);
    if (names[0] == NULL)
        return parse_name("", &flags, error);
    for (size_t i = 0; names[i] != NULL; i++) {
        if (!parse_name(g_strstrip(names[i]), &flags, error))
            return false;
    }
    *out = flags;
    return true;
}

bool brief_is_redacted(const FpBriefMaker *maker, FpBriefRedact flag)
{
    return (maker->input->redact & flag) != 0;
}

const char *brief_keep_words(FpBriefMaker *maker, FpBriefRedact flag, const char *words)
{
    return brief_is_redacted(maker, flag) ? NULL : brief_keep(maker, g_strdup(words));
}

void brief_make_redacted(FpBriefMaker *maker)
{
    if (maker->input->redact == 0)
        return;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (brief_is_redacted(maker, rows[i].flag))
            g_ptr_array_add(names, (gpointer)(uintptr_t)_(rows[i].words)); // read as a string alone
    }
    g_autofree char *list = brief_join_all(names);
    /* Translators: "notes; names of people". */
    char *text =
        g_strdup_printf(_("Left out at the wish of whoever exported this page: %s."), list);
    maker->brief.redacted = brief_keep(maker, text);
}
