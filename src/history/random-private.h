// SPDX-License-Identifier: Apache-2.0
/* Random bytes, for ids and salts. Not for what must come out the same twice. */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Fills from the kernel's generator; waits for it at an early boot; ends the program where there is
 * none, since a guessable salt would break a promise silently. */
void fp_random_fill(uint8_t *bytes, size_t n_bytes);

#define FP_SESSION_ID_DIGITS 32 /* 128 bits in hex */
void fp_random_session_id(char out_id[FP_SESSION_ID_DIGITS + 1]);
