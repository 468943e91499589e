// SPDX-License-Identifier: Apache-2.0
/* The end of a session at the terminal: what is saved, where, and how to go on with it. */
#pragma once
#include "fp-cli.h"

/* Tries once more to save what the history lacks, then says where the session stands.
 *   may_ask  a person is there: where it cannot be saved they may name another file
 *   Returns  the exit status: HISTORY where something of the session is saved nowhere */
int fp_leaving_tell(const FpCliOptions *options, FpRecord *record, bool may_ask);

/* "fingerpost resume 3", as it works on the record's history. Owned. */
char *fp_leaving_command(const FpRecord *record, const char *command);
