// SPDX-License-Identifier: Apache-2.0
/* The schema through its versions. A file's version is its user_version: the number of migrations run. */
#pragma once
#include "fp-error.h"
#include <stdbool.h>

#define FP_HISTORY_APPLICATION_ID 0x46475053 /* as data/sql/0001.sql sets it */

/* One version's SQL; the N-th leads from version N - 1 to N. */
typedef struct {
    const char *sql;
    /* fp_schema_digest() of what the versions up to this one make; NULL, or another one than it is: the
     * schema is checked all the same, but slowly. */
    const char *schema_digest;
} FpMigration;
extern const FpMigration fp_migrations[];
extern const int fp_n_migrations;

typedef struct FpHistory FpHistory;

/* Brings the file from its version to the last one, one transaction a step; before each step but the
 * first of a new file a copy is put beside it. Several instances may try at once. */
bool fp_migrations_run(FpHistory *history, const FpMigration *migrations, int n_migrations,
                       GError **error);
