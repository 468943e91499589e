// SPDX-License-Identifier: Apache-2.0
/* What drawers read of a logo. */
#pragma once
#include "fp-brief-look.h"

typedef enum { LOGO_PNG, LOGO_SVG } LogoKind;

struct FpBriefLogo {
    LogoKind kind;
    GBytes *bytes;
};
