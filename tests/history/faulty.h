// SPDX-License-Identifier: Apache-2.0
/* A file system under SQLite that fails when told, and remembers what a power cut would leave: what was
 * synced, and of what was written since any part. While installed it is SQLite's default. */
#pragma once
#include <glib.h>
#include <stdbool.h>

void faulty_install(void);
void faulty_remove(void);

typedef enum { FAULTY_ONCE, FAULTY_FROM_THEN_ON } FaultyKind;

/* The n-th write, truncation or sync from now fails with an SQLite code: SQLITE_FULL, SQLITE_IOERR_…. */
void faulty_arm(unsigned n, int code, FaultyKind kind);
/* Nothing fails any more. True where something did since armed. */
bool faulty_disarm(void);

/* Writes what a power cut would leave now of a database file and its journals, under another name. Of
 * writes not yet synced each is kept or lost by chance. */
void faulty_cut_power(const char *file, const char *copy);
