// SPDX-License-Identifier: Apache-2.0
/* Asking: a session on screens or line by line, whichever the terminal can carry. */
#pragma once
#include "fp-cli.h"
#include "fp-start.h"
#include "fp-tui.h"

/* True where screens are wanted and possible; else it is plain mode. Says why on standard error where a
 * person might wonder. */
bool fp_asking_can_have_screens(const FpCliOptions *options);
/* The screens, where they can be had; NULL, and said, where the terminal refuses after all. */
FpTui *fp_asking_open_screens(const FpCliOptions *options);

/* Runs a session until the person leaves, then says where it stands.
 *   tui      taken and closed; NULL: plain mode
 *   Returns  the exit status */
int fp_asking_run(const FpCliOptions *options, FpTui *tui, FpRecord *record);
