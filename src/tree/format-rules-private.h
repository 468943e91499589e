// SPDX-License-Identifier: Apache-2.0
/* What the tables do not say: shapes in full, and keys of a thing that go together, as fragments of a
 * JSON Schema. ' stands for ", which would need a backslash each time. The reader's side of each is in
 * the file that is named beside it. */
#pragma once
#include "format-private.h"

/* The list under the thing's allOf; NULL where its table says it all. */
const char *fp_format_rules_of(const FpFormatThing *thing);

/* Definitions of shapes that are the same wherever they stand. */
typedef struct {
    FpShape shape;
    const char *name, *schema;
} FpShapeSchema;
extern const FpShapeSchema fp_format_shape_schemas[];
extern const size_t fp_format_n_shape_schemas;
