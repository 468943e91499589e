// SPDX-License-Identifier: Apache-2.0
/* The renderers that the table names: render-NAME.c has render_NAME(). */
#pragma once
#include "fp-brief-render.h"

char *render_csv(const FpBrief *brief);
char *render_html(const FpBrief *brief, const FpBriefLook *look);
char *render_json(const FpBrief *brief);
char *render_text(const FpBrief *brief);
char *render_markdown(const FpBrief *brief);
