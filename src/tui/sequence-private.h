// SPDX-License-Identifier: Apache-2.0
/* What a whole escape sequence means. Pure. */
#pragma once
#include "keys-private.h"

/* The key that a sequence stands for, by what nearly all terminals send: "[A", "OA", "[3~", "[1;5A".
 * sequence: without its ESC. FP_KEY_NONE where it is no key. */
FpKey fp_sequence_key(const char *sequence);

/* A click or a turn of the wheel: "[<0;10;5M", or "[M" and three bytes. False where it is none. */
bool fp_sequence_mouse(const char *sequence, FpInput *out_input);
