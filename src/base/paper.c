// SPDX-License-Identifier: Apache-2.0
#include "fp-paper.h"

#include <langinfo.h>
#include <stdint.h>

#define LETTER_HEIGHT_MM 279

bool fp_paper_is_letter(void)
{
    // glibc has a name of its own for it.
    return (int)(intptr_t)nl_langinfo(_NL_PAPER_HEIGHT) == LETTER_HEIGHT_MM;
}
