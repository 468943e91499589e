// SPDX-License-Identifier: Apache-2.0
/* Moving a focus through a list: the one rule for options, rows and items. */
#pragma once
#include "fp-action.h"
#include <stdbool.h>

/* Moves *at by an action of moving; it stops at the ends. n: the list's length.
 * False, *at untouched, where the action is none of moving or the list is empty. */
bool fp_list_step(FpActionKind action, size_t n, size_t *at);
