// SPDX-License-Identifier: Apache-2.0
/* Plain mode: the dialogue line by line, for screen readers, pipes and simple terminals. Output only
 * grows: nothing is redrawn, no colours, no escape sequences. Answers by number or id (several for
 * many, separated by commas or spaces); Enter keeps what is answered; `?` why, `u` unknown, `b` back,
 * `+` on, `n TEXT` note, `c` take back, `z` undo, `r` review, `s` the recommendation now, `v` the
 * outlook, `f` finish where it is settled, `x` why not another path, `o` who finds out, at the result `a` all of it, `e` export, `d` decide, `h` help, `q` quit. Every answer is durable before the next line is read. */
#pragma once
#include "fp-cli.h"

/* Runs a session from standard input until the recommendation was shown, the person quits, the input
 * ends or they interrupt; then says how to resume or show it. Where the history fails a person may
 * choose a way on; a pipe cannot, and ends with HISTORY. Returns the exit status. */
int fp_plain_run(const FpCliOptions *options, FpRecord *record);

/* Asks a yes-or-no question; false at the end of input. */
bool fp_plain_confirm(const FpCliOptions *options, const char *question);
/* Asks for a line: trimmed, valid UTF-8, owned; NULL at the end of input. */
char *fp_plain_read_answer(const FpCliOptions *options, const char *prompt);
