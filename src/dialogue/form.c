// SPDX-License-Identifier: Apache-2.0
// As stops, the choices stand before the fields; as a focus they come after them.
#include "form-private.h"

void fp_form_open(FpForm *form, FpFormKind kind, size_t n_choices, size_t n_fields,
                  size_t max_bytes)
{
    g_assert(n_fields <= FP_FORM_FIELDS_MAX);
    fp_form_close(form);
    form->kind = kind;
    form->n_choices = n_choices;
    form->n_fields = n_fields;
    form->focus = n_choices > 0 ? n_fields : 0;
    for (size_t i = 0; i < n_fields; i++)
        fp_field_init(&form->fields[i], NULL, max_bytes, false);
}

void fp_form_close(FpForm *form)
{
    for (size_t i = 0; i < form->n_fields; i++)
        fp_field_clear(&form->fields[i]);
    *form = (FpForm) { .kind = FP_FORM_NONE };
}

bool fp_form_is_typing(const FpForm *form)
{
    return form->kind != FP_FORM_NONE && form->focus < form->n_fields && !form->asks_to_replace &&
           !form->is_writing;
}

FpField *fp_form_field(FpForm *form)
{
    return form->focus < form->n_fields ? &form->fields[form->focus] : NULL;
}

bool fp_form_is_last(const FpForm *form)
{
    return form->focus + 1 == form->n_fields;
}

void fp_form_step(FpForm *form, bool backwards)
{
    size_t first = form->n_choices > 0 ? 1 : 0, n_stops = form->n_fields + first;
    size_t stop = form->focus < form->n_fields ? form->focus + first : 0;
    stop = (stop + (backwards ? n_stops - 1 : 1)) % n_stops;
    form->focus = stop < first ? form->n_fields : stop - first;
}

void fp_form_choose(FpForm *form, size_t choice)
{
    g_assert(choice < form->n_choices);
    form->is_changed = form->is_changed || form->choice != choice;
    form->choice = choice;
}
