// SPDX-License-Identifier: Apache-2.0
#include "fp-error.h"

G_DEFINE_QUARK(fp - error - quark, fp_error)
