// SPDX-License-Identifier: Apache-2.0
/* A pager between the program and a terminal, for what is longer than a screen. */
#pragma once
#include "fp-cli.h"

/* Prints text, through $PAGER or less, and waits until the person has left that. Without a pager where
 * standard output is no terminal, in plain mode, with --no-pager, where PAGER is empty or "cat", or where
 * there is no such program. */
void fp_pager_print(const FpCliOptions *options, const char *text);
