// SPDX-License-Identifier: Apache-2.0
/* Whose file this is, and whether its schema is exactly the one that its version has. */
#pragma once
#include "history-private.h"

typedef enum {
    FP_SCHEMA_EMPTY, /* a new file */
    FP_SCHEMA_OURS,  /* of a version that this program knows */
    FP_SCHEMA_NEWER,
} FpSchemaAge;

/* Reads the file's marks.
 *   Errors  FP_ERROR_HISTORY_FOREIGN: another program's; FP_ERROR_HISTORY_DAMAGED; … */
bool fp_schema_identify(FpHistory *history, int n_migrations, FpSchemaAge *out_age,
                        int64_t *out_version, GError **error);

/* Of the schema's texts, to be written beside the migration that makes them; owned. */
char *fp_schema_digest(FpHistory *history, GError **error);

/* Compares the schema with the one that the first `version` migrations make. Statistics of ANALYZE
 * may be there besides.
 *   Errors  FP_ERROR_HISTORY_FOREIGN naming the first table, index, view or trigger that differs */
bool fp_schema_check(FpHistory *history, const FpMigration *migrations, int64_t version,
                     GError **error);
