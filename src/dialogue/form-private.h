// SPDX-License-Identifier: Apache-2.0
/* The state of a form: which part has the focus, what is chosen, what is typed. */
#pragma once
#include "fp-view-form.h"

#define FP_FORM_FIELDS_MAX 2

typedef struct {
    FpFormKind kind;
    size_t n_choices, choice;
    FpField fields[FP_FORM_FIELDS_MAX];
    size_t n_fields;
    size_t focus;         /* a field; n_fields: the choices */
    bool is_changed;      /* since it was opened: leaving would lose something */
    bool asks_to_replace; /* the file of an export is there already */
    bool is_writing;      /* the driver has it to write */
    bool replaces;        /* and it may take the place of what is there */
} FpForm;

/* Opens on the choices, or on the first field where there are none. The fields are empty. */
void fp_form_open(FpForm *form, FpFormKind kind, size_t n_choices, size_t n_fields,
                  size_t max_bytes);
void fp_form_close(FpForm *form); /* frees what it holds; takes one that is closed */

bool fp_form_is_typing(const FpForm *form); /* a field has the focus */
/* The field with the focus; NULL: the choices have it. */
FpField *fp_form_field(FpForm *form);
bool fp_form_is_last(const FpForm *form); /* no part comes after the one with the focus */
/* To the next part or, backwards, the one before; round at the ends. */
void fp_form_step(FpForm *form, bool backwards);
void fp_form_choose(FpForm *form, size_t choice); /* one that there is */
