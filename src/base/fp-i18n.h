// SPDX-License-Identifier: Apache-2.0
/* Texts that a person sees go through _() where they are shown, N_() where they stand in a table,
 * ngettext() where they count. Identifiers, digests and the words of the file format do not. */
#pragma once
#include <libintl.h>

#define _(text)  gettext(text)
#define N_(text) (text)
