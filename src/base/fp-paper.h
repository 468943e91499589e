// SPDX-License-Identifier: Apache-2.0
/* The paper that the country of LC_PAPER writes on. */
#pragma once
#include <stdbool.h>

bool fp_paper_is_letter(void); /* else A4 */
