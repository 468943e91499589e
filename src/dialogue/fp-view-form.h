// SPDX-License-Identifier: Apache-2.0
/* A form over what is shown: a list of which one is chosen, fields of text, or both. Who finds out what
 * nobody knows; what was decided; where a brief is to be written. */
#pragma once
#include "fp-field.h"

typedef enum {
    FP_FORM_NONE,
    FP_FORM_FIND_OUT, /* of a question: who finds out, by when */
    FP_FORM_DECISION, /* at the result: which path, and why */
    FP_FORM_EXPORT,   /* at the result: in which format, and where */
    FP_FORM_COUNT
} FpFormKind;

typedef struct {
    const char *label;
    const char *detail; /* may be NULL */
} FpViewChoice;

/* Its label, and what is said of it; owned by the caller. */
char *fp_view_choice_in_words(const FpViewChoice *choice);

typedef struct {
    const char *label;
    const char *help; /* what can be typed; may be NULL */
    const FpField *field;
} FpViewFormField;

typedef struct {
    FpFormKind kind; /* NONE: none is open, and nothing else here means anything */
    const char *title;
    const char *about;         /* what it is of: a question, the recommendation; may be NULL */
    const char *choices_label; /* NULL: it has no choices */
    const FpViewChoice *choices;
    size_t n_choices, choice;
    const FpViewFormField *fields;
    size_t n_fields;
    size_t focus;         /* a field; n_fields: the choices */
    bool is_last;         /* accept ends the form here; else it goes on to the next part */
    bool asks_to_replace; /* the file is there already: replace, or cancel; nothing else */
    bool is_writing;      /* the file is being made; cancel gives it up */
} FpViewForm;
