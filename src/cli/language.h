// SPDX-License-Identifier: Apache-2.0
/* A language for a while: that of a brief's own words, whatever the locale's is. */
#pragma once
#include <glib.h>

typedef struct FpLanguage FpLanguage;

/* The translation that serves a tag best: "de" serves "de-AT". English needs none.
 *   Errors  FP_ERROR_BAD_INPUT: there is none, naming those that there are, or no tag at all;
 *           FP_ERROR_NOT_FOUND: this system has no locale in which another language can be chosen */
FpLanguage *fp_language_find(const char *tag, GError **error);
void fp_language_free(FpLanguage *language); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpLanguage, fp_language_free)

const char *fp_language_tag(const FpLanguage *language); /* the translation's: "de" */

/* All that gettext gives is in this language until the end. Not while another thread runs.
 * language: NULL: nothing changes. */
void fp_language_begin(FpLanguage *language);
void fp_language_end(FpLanguage *language);
