// SPDX-License-Identifier: Apache-2.0
/* A tree as things with fields of text, for comparing. */
#pragma once
#include "tree-diff-things-private.h"

typedef struct {
    const char *name; /* the key in the format */
    char *text;       /* owned; "" where it is left out */
} FpField;

typedef struct {
    FpThing thing;
    char *path;          /* owned; with the names of FpNaming */
    char *question_path; /* owned; of the question that an option or effect belongs to; else NULL */
    char *aim;           /* owned; of an effect: its kind and what it is on; else NULL */
    char *summary;       /* owned; what one reads where it was added or removed */
    unsigned line;
    GArray *fields; /* of FpField */
    bool is_matched;
} FpDescribed;

/* All things of naming->tree, in its order; of FpDescribed, owned. */
GArray *fp_describe_tree(const FpNaming *naming);
