// SPDX-License-Identifier: Apache-2.0
/* A pager between the program and a terminal, for what is longer than a screen. */
#pragma once
#include "fp-cli.h"

/* From now on standard output goes through $PAGER, or less; nothing where it is no terminal, in plain
 * mode, with --no-pager, or where PAGER is empty or "cat". Ask for the width before. */
void fp_pager_begin(const FpCliOptions *options);
/* Waits until the person has left it. Does nothing where there is none. */
void fp_pager_end(void);
