// SPDX-License-Identifier: Apache-2.0
/* Small trees by chance: every type of question, follow-ups, guards, exclusive options, no path. */
#pragma once
#include <glib.h>

char *random_tree(GRand *rand); /* YAML; owned */
