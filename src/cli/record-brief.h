// SPDX-License-Identifier: Apache-2.0
/* A record's brief and decision, for the subcommands that print them. */
#pragma once
#include "fp-brief-render.h"
#include "fp-history.h"

FpBrief *fp_record_to_brief(const FpRecord *record); /* borrows from the record: free it first */
char *fp_record_headline(const FpRecord *record);    /* the brief's; owned */
char *fp_record_to_json(const FpRecord *record);     /* as `decide --json` prints it; owned */
