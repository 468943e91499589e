// SPDX-License-Identifier: Apache-2.0
/* A history in a folder of its own, gone after the test; and SQL on it past the library. */
#pragma once
#include "fp-history.h"

typedef struct {
    char *folder, *path;
} Store;

void store_set_up(Store *store, const void *unused);
void store_tear_down(Store *store, const void *unused);
#define STORE_ADD(path, test) g_test_add(path, Store, NULL, store_set_up, test, store_tear_down)

/* The path of another file in the folder; owned. */
char *store_path(const Store *store, const char *name);

/* Opens it, makes it where it is not there yet, and must succeed. */
FpHistory *store_open(const Store *store, FpHistoryMode mode);
/* Tries to open a file, must fail with that code, the message naming the file and saying that. */
void store_refuses(const char *path, FpHistoryMode mode, FpErrorCode code, const char *says);

/* A new session on sample_tree(), its events as sample_session()'s. */
FpRecord *store_start(FpHistory *history);
/* Appends an event, given as sample_event() wants it, and must succeed. */
void store_append(FpRecord *record, FpEventKind kind, const char *fields);
void store_finish(FpRecord *record);
/* A history with three sessions: 1 decided, 2 open with an unknown and a note, 3 finished, reopened. */
void store_fill(const Store *store);

/* Runs SQL on a connection of its own, with no checks on. */
void store_sql(const Store *store, const char *sql);
/* The rows of a query: columns with "|" between, rows with LF after, NULL as "". Owned. */
char *store_query(const Store *store, const char *sql);
void store_expect(const Store *store, const char *sql, const char *rows);

unsigned store_mode(const char *path); /* permission bits */

/* Runs a function in a child as the user nobody where the tests run as root, who may do everything;
 * the child's exit status is 0 where it returned. */
void store_as_nobody(const Store *store, void (*function)(const Store *store));
