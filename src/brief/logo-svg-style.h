// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdbool.h>

/* Whether text in CSS, or an attribute's value, points nowhere out of the file, hides nothing by escapes,
 * and asks for nothing whose cost its length does not tell (dashes, filters).
 *   Returns  NULL; else what it has that a logo may not: the name of a property, or `culprit` */
const char *logo_find_unsafe_style(const char *text, const char *culprit);

/* The same for a whole sheet: its selectors may not count siblings either. */
const char *logo_find_unsafe_sheet(const char *text, const char *culprit);
