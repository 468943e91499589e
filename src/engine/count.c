// SPDX-License-Identifier: Apache-2.0
#include "fp-count.h"

char *fp_count_to_text(FpCount count)
{
    char digits[40]; // 2^127 has 39
    size_t first = sizeof digits - 1;
    digits[first] = '\0';
    do {
        digits[--first] = (char)('0' + (int)(count % 10));
        count /= 10;
    } while (count > 0);
    return g_strdup(digits + first);
}
