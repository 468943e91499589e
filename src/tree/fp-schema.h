// SPDX-License-Identifier: Apache-2.0
/* The format as a JSON Schema (draft 2020-12), for editors that complete and validate.
 *
 * It is made from the tables that drive the reader, so a key of the one is a key of the other. It holds
 * a file's structure: keys, shapes, which keys go together. What goes beyond one thing (names that must
 * exist, bands that rise, guards that look back) is the reader's alone.
 * Scalars of the format are texts as written, but an editor's YAML parser makes numbers and booleans of
 * some: the schema takes both. */
#pragma once
#include <glib.h>

typedef enum { FP_SCHEMA_TREE, FP_SCHEMA_FACTS } FpSchemaKind;

/* The schema: pretty JSON that ends with a line feed. Owned. */
char *fp_schema_new(FpSchemaKind kind);
