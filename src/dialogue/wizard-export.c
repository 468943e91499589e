// SPDX-License-Identifier: Apache-2.0
// The form is filled in here; the driver writes the file, since nothing here touches any.
#include "fp-file-name.h"
#include "fp-i18n.h"
#include "wizard-private.h"
#include <string.h>

#define PLACE_BYTES_MAX ((size_t)4096)

enum { PLACE, N_FIELDS };

static size_t first_format(void)
{
    const FpBriefRenderer *paper = fp_brief_renderer_find("pdf");
    return paper != NULL ? (size_t)(paper - fp_brief_renderers) : 0;
}

/* The one for paper comes first, the others in the table's order. */
const FpBriefRenderer *fp_export_format(size_t choice)
{
    size_t first = first_format();
    if (choice == 0)
        return &fp_brief_renderers[first];
    return &fp_brief_renderers[choice <= first ? choice - 1 : choice];
}

static FpField *place_of(FpWizard *wizard)
{
    return &wizard->form.fields[PLACE];
}

void fp_act_export(FpWizard *wizard, const FpAction *action G_GNUC_UNUSED,
                   FpTurn *turn G_GNUC_UNUSED)
{
    g_autofree char *date = fp_date_to_text(fp_session_judging_date(wizard->session));
    const char *const parts[] = { date, wizard->tree->id, fp_session_title(wizard->session), NULL };
    g_autofree char *name = fp_file_name_of(parts, fp_export_format(0)->extension);
    fp_form_open(&wizard->form, FP_FORM_EXPORT, fp_n_brief_renderers, N_FIELDS, PLACE_BYTES_MAX);
    fp_field_set(place_of(wizard), name);
}

void fp_export_follow_choice(FpWizard *wizard, size_t before)
{
    const char *old = fp_export_format(before)->extension;
    const char *place = place_of(wizard)->text->str;
    if (!g_str_has_suffix(place, old))
        return;
    g_autofree char *stem = g_strndup(place, strlen(place) - strlen(old));
    g_autofree char *changed =
        g_strconcat(stem, fp_export_format(wizard->form.choice)->extension, NULL);
    fp_field_set(place_of(wizard), changed);
}

void fp_export_follow_place(FpWizard *wizard)
{
    for (size_t i = 0; i < wizard->form.n_choices; i++) {
        if (g_str_has_suffix(place_of(wizard)->text->str, fp_export_format(i)->extension))
            fp_form_choose(&wizard->form, i);
    }
}

void fp_export_accept(FpWizard *wizard, FpTurn *turn G_GNUC_UNUSED)
{
    g_autofree char *place = fp_form_text(&wizard->form, PLACE);
    if (place == NULL) {
        wizard->form.focus = PLACE;
        fp_wizard_refuse(wizard, _("where to? name a file"));
        return;
    }
    wizard->form.is_writing = true;
    wizard->form.replaces = false;
}

bool fp_wizard_wishes_export(FpWizard *wizard, FpExportWish *out_wish)
{
    if (!wizard->form.is_writing)
        return false;
    *out_wish = (FpExportWish) {
        .renderer = fp_export_format(wizard->form.choice),
        .place = place_of(wizard)->text->str,
        .replaces = wizard->form.replaces,
        .brief = fp_wizard_view(wizard)->brief,
        .has_analyses = wizard->outlook.analyses != NULL,
    };
    return true;
}

GPtrArray *fp_wizard_exported(FpWizard *wizard, const char *path, int64_t at_ms)
{
    g_assert(wizard->pending == NULL && wizard->form.is_writing);
    const FpBriefRenderer *renderer = fp_export_format(wizard->form.choice);
    /* Translators: the path of a file. */
    g_autofree char *message = g_strdup_printf(_("written: '%s'"), path);
    FpTurn *turn = fp_turn_new(wizard, at_ms);
    GPtrArray *events = g_ptr_array_ref(turn->events);
    fp_turn_add(wizard, turn,
                fp_event_new_with_text(FP_EVENT_EXPORTED, NULL, renderer->name, at_ms));
    turn->is_done = true;
    wizard->pending = turn;
    fp_form_close(&wizard->form); // the file is there, whatever the history says
    fp_wizard_say(wizard, message);
    return events;
}

void fp_wizard_export_failed(FpWizard *wizard, const GError *error)
{
    g_assert(wizard->form.is_writing);
    wizard->form.is_writing = false;
    if (!g_error_matches(error, FP_ERROR, FP_ERROR_EXISTS)) {
        fp_wizard_refuse(wizard, error->message);
        return;
    }
    g_autofree char *message =
        g_strdup_printf(_("'%s' exists already: replace it?"), place_of(wizard)->text->str);
    wizard->form.asks_to_replace = true;
    fp_wizard_refuse(wizard, message);
}
