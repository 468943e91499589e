// SPDX-License-Identifier: Apache-2.0
/* Who has a session open: a lock on one byte of a file beside the history, which the system lets go of
 * with the process. Never on the history itself: closing it again would drop SQLite's own locks. */
#pragma once
#include "history-private.h"

typedef enum {
    FP_CLAIM_OURS,
    FP_CLAIM_ELSEWHERE, /* another instance has it */
    FP_CLAIM_UNSURE,    /* the file cannot be made or locked here */
} FpClaim;

/* Claims session `number`. out_fd: holds the claim until it is closed; -1 unless OURS. */
FpClaim fp_claim_session(const FpHistory *history, int64_t number, int *out_fd);
