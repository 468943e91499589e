// SPDX-License-Identifier: Apache-2.0
/* Plain mode: the dialogue line by line, for screen readers, pipes and simple terminals. Output only
 * grows: nothing is redrawn, no colours, no escape sequences. Answers by number or id (several for
 * many, separated by commas or spaces); `?` why, `u` unknown, `b` back, `n TEXT` note, `r` review,
 * `s` the recommendation now, `h` help, `q` quit. Every answer is durable before the next line is read. */
#pragma once
#include "fp-cli.h"

/* Runs a session from standard input until the recommendation was shown, the person quits or the
 * input ends; then says how to resume or show it. Returns the exit status. */
int fp_plain_run(const FpCliOptions *options, FpRecord *record);

/* Asks a yes-or-no question; false at the end of input. */
bool fp_plain_confirm(const FpCliOptions *options, const char *question);
