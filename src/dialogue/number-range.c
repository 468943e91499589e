// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "wizard-private.h"

char *fp_number_range(const FpQuestion *question)
{
    g_autofree char *min = fp_decimal_to_text(question->min);
    g_autofree char *max = question->has_max ? fp_decimal_to_text(question->max) : NULL;
    return max != NULL ? g_strdup_printf(_("from %s to %s"), min, max)
                       : g_strdup_printf(_("%s or more"), min);
}
