// SPDX-License-Identifier: Apache-2.0
/* The bottom bar: the keys that do something now, as many as fit. */
#pragma once
#include "screen-private.h"

/* spare: a row above that is free now, for what is less needed; its rows are 0 where there is none. */
void fp_bar_draw(const FpShown *shown, FpCanvas *canvas, FpArea area, FpArea spare);
