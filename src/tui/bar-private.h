// SPDX-License-Identifier: Apache-2.0
/* The bottom bar: the keys that do something now, as many as fit. */
#pragma once
#include "screen-private.h"

void fp_bar_draw(const FpShown *shown, FpCanvas *canvas, FpArea area);
