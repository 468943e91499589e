// SPDX-License-Identifier: Apache-2.0
/* Facts: claims about the world with their sources, read from the files that a tree `uses`. */
#pragma once
#include "fp-date.h"
#include "fp-source.h"

typedef struct {
    const char *id;
    FpPlace place;
    const char *title, *publisher;
    const char *url; /* NULL where none; http or https alone */
    bool has_published, has_seen;
    FpDate published, seen;
    bool is_secondary;
} FpFactSource;

typedef struct {
    const FpFactSource *source;
    const char *locator; /* where in the source; may be NULL */
} FpFactSourceRef;

typedef enum { FP_CONFIDENCE_HIGH, FP_CONFIDENCE_MEDIUM, FP_CONFIDENCE_LOW } FpConfidence;
const char *fp_confidence_name(FpConfidence confidence); /* "high", as the format writes it */

typedef struct {
    const char *id;
    FpPlace place;
    size_t file; /* index into the tree's facts files */
    const char *claim;
    const FpFactSourceRef *sources;
    size_t n_sources;
    FpDate as_of, review_by;
    FpConfidence confidence;
    const char *topic, *note; /* may be NULL */
    bool is_secondary;        /* all of its sources are secondary */
} FpFact;

/* True where the judging date is past the fact's review_by. */
bool fp_fact_is_stale(const FpFact *fact, FpDate judging_date);
