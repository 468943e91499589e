// SPDX-License-Identifier: Apache-2.0
/* The nearest valid name to a wrong one: by edits (insert, delete, replace, swap of neighbours). */
#pragma once
#include <glib.h>

/* The nearest of names, or NULL where none is near: more than a third of the longer name (at least
 * 1, at most 3) edits away, or all of it. The first of equally near ones. Comparison ignores ASCII
 * case, and '_' equals '-'. Borrowed from names. */
const char *fp_nearest(const char *wrong, const char *const *names, size_t n_names);

/* "; did you mean 'NAME'?" translated, or "" where none is near. Owned by the caller. */
char *fp_nearest_hint(const char *wrong, const char *const *names, size_t n_names);
