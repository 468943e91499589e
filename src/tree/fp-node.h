// SPDX-License-Identifier: Apache-2.0
/* Nodes: a YAML or JSON text as scalars, sequences and mappings, each with its place.
 *
 * This is the syntax level: what is refused in any file is refused here (FORMAT §1 "Refused":
 * duplicate keys, anchors, aliases, tags, several documents, encodings other than UTF-8, control
 * characters and bidirectional overrides after decoding, depth, sizes); what the words mean is read
 * elsewhere (tree-read-*.c for trees, facts-read.c, src/engine for answer sheets and cases). */
#pragma once
#include "fp-diagnostics.h"
#include <stdbool.h>

#define FP_NODE_MAX_DEPTH      64
#define FP_NODE_MAX_TEXT_BYTES ((size_t)8 * 1024)

typedef enum { FP_NODE_SCALAR, FP_NODE_SEQUENCE, FP_NODE_MAPPING } FpNodeKind;

/* What a scalar was written as. YAML's are all FP_SCALAR_TEXT: nothing is guessed. */
typedef enum {
    FP_SCALAR_TEXT,
    FP_SCALAR_JSON_NUMBER, /* text holds its digits as written */
    FP_SCALAR_JSON_TRUE,
    FP_SCALAR_JSON_FALSE,
    FP_SCALAR_JSON_NULL,
} FpScalarKind;

typedef struct FpNode FpNode;
struct FpNode {
    FpNodeKind kind;
    FpScalarKind scalar;
    FpPlace place;
    const char *text;     /* a scalar's; NUL-terminated, no NUL inside; "" for an empty scalar */
    bool is_quoted;       /* a YAML scalar in quotes or of a block: "" then is text, not nothing */
    bool is_broken;       /* stands for what could not be read and is reported: say no more of it */
    const FpNode **items; /* a sequence's items, or a mapping's values */
    const FpNode **keys;  /* a mapping's keys, scalars all, in file order, no two the same */
    size_t n_items;
};

typedef struct FpDocument FpDocument;        /* owns its nodes */
void fp_document_free(FpDocument *document); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpDocument, fp_document_free)

/* Reads one document. Faults are added to diagnostics; NULL where a syntax fault ends the reading.
 * A document with other faults is returned, so that its meaning can be checked in the same pass: the
 * nodes concerned stand as well as they could be read. The source is kept by reference. */
FpDocument *fp_document_read_yaml(FpSource *source, FpDiagnostics *diagnostics);
FpDocument *fp_document_read_json(FpSource *source, FpDiagnostics *diagnostics);
/* By the first byte that is no white space: '{' or '[' of a text that JSON accepts is JSON, all else
 * YAML (a flow mapping that is no JSON included). */
FpDocument *fp_document_read(FpSource *source, FpDiagnostics *diagnostics);

const FpNode *fp_document_root(const FpDocument *document);
FpSource *fp_document_source(const FpDocument *document);

/* The value under a key of a mapping; NULL where there is none or node is no mapping. */
const FpNode *fp_node_get(const FpNode *node, const char *key);
