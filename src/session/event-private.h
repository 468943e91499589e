// SPDX-License-Identifier: Apache-2.0
/* The two tables behind events: what fields there are, and which a kind has. For this folder alone. */
#pragma once
#include "fp-event.h"

typedef enum {
    FP_TYPE_TEXT,  /* char *: a JSON string */
    FP_TYPE_LIST,  /* char **: an array of strings, not empty */
    FP_TYPE_PAIRS, /* char **, name and value in turn: an object of strings, not empty */
    FP_TYPE_JSON,  /* char *, canonical JSON: that object itself */
} FpEventFieldType;

/* The order of fields in a payload. */
typedef enum {
    FP_FIELD_QUESTION,
    FP_FIELD_ANSWER,
    FP_FIELD_WHO,
    FP_FIELD_BY,
    FP_FIELD_TEXT,
    FP_FIELD_OUTCOME,
    FP_FIELD_ENGINE,
    FP_FIELD_VERDICT_DIGEST,
    FP_FIELD_AS_OF,
    FP_FIELD_VERDICT,
    FP_FIELD_TREE,
    FP_FIELD_VERSION,
    FP_FIELD_TREE_DIGEST,
    FP_FIELD_PROGRAM,
    FP_FIELD_FACTS,
    FP_FIELD_PARENTS,
    FP_FIELD_COUNT
} FpEventField;

typedef struct {
    const char *name; /* the key in a payload */
    FpEventFieldType type;
    size_t offset; /* in FpEvent */
} FpEventFieldRow;
extern const FpEventFieldRow fp_event_fields[FP_FIELD_COUNT];

typedef struct {
    const char *name;
    unsigned required, optional; /* bits: 1 << FpEventField */
    bool is_content;
} FpEventKindRow;
extern const FpEventKindRow fp_event_kinds[FP_EVENT_COUNT];

/* A field's value: of a TEXT or JSON field, of a LIST or PAIRS field. Borrowed. */
const char *fp_event_text_of(const FpEvent *event, FpEventField field);
const char *const *fp_event_list_of(const FpEvent *event, FpEventField field);

/* True where the field has a value; an empty list is none, so that a payload has one form. */
bool fp_event_has(const FpEvent *event, FpEventField field);

/* Puts a value in a field, which must be empty; takes it. value: char * or char **, as the type says. */
void fp_event_take(FpEvent *event, FpEventField field, void *value);

/* True where the event has the fields of its kind, no others, and texts that a payload can hold.
 *   Errors  FP_ERROR_BAD_INPUT naming the field */
bool fp_event_check(const FpEvent *event, GError **error);
