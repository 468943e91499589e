// SPDX-License-Identifier: Apache-2.0
#include "html-page.h"

const char html_style[] =
#include "brief.css.inc"
    ;
