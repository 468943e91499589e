// SPDX-License-Identifier: Apache-2.0
/* A bar on standard error that says how many of something are done. Nothing where that is no terminal,
 * or one that is read out loud. */
#pragma once
#include "fp-cli.h"

typedef struct FpProgress FpProgress;

/* options: borrowed. */
FpProgress *fp_progress_new(const FpCliOptions *options, size_t total);
void fp_progress_free(FpProgress *progress); /* takes NULL; clears the line first */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpProgress, fp_progress_free)

/* So many are done now. */
void fp_progress_set(FpProgress *progress, size_t done);
/* Takes the bar away, before something else is printed; it stands there again with the next set. */
void fp_progress_clear(FpProgress *progress);
