// SPDX-License-Identifier: Apache-2.0
/* A record's brief and decision, for the subcommands that print them. */
#pragma once
#include "fp-brief-render.h"
#include "fp-history.h"

/* Whose page it is, and what is left out of it. All zero: nobody's, nothing. */
typedef struct {
    const char *organisation, *who; /* borrowed for the call; may be NULL */
    unsigned redact;                /* flags of FpBriefRedact */
} FpBriefWishes;

/* The brief borrows from the record: free it first. wishes: NULL: none. */
FpBrief *fp_record_to_brief(const FpRecord *record, const FpBriefWishes *wishes);
char *fp_record_headline(const FpRecord *record); /* the brief's; owned */
char *fp_record_to_json(const FpRecord *record);  /* as `decide --json` prints it; owned */
