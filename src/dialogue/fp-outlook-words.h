// SPDX-License-Identifier: Apache-2.0
/* The outlook's words, the same in a pane of the screen and line by line. */
#pragma once
#include "fp-view-outlook.h"

/* What stands above the paths of this chance, as things stand: "Can still win". */
const char *fp_outlook_heading(const FpViewOutlook *outlook, FpChance chance);

/* A path's title, or words for no path. */
const char *fp_outlook_path_title(const FpViewPath *path);

/* What the figures are of, or why there are none; NULL where they say it themselves. */
const char *fp_outlook_remark(const FpViewOutlook *outlook);
