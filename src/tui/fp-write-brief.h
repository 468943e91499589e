// SPDX-License-Identifier: Apache-2.0
/* The file that a person asked for in the dialogue; plain mode writes it in the same way. */
#pragma once
#include "fp-wizard.h"

/* Renders the brief, on the paper that the locale says, and writes it. A place that begins with "~/" is
 * below the home folder.
 *   out_path  where it stands, from the root on; owned
 *   Errors    FP_ERROR_EXISTS, where nothing was said of replacing; those of fp_brief_render() and
 *             fp_file_write() */
bool fp_write_brief(const FpExportWish *wish, char **out_path, GError **error);
