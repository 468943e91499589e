// SPDX-License-Identifier: Apache-2.0
/* How a document is built: node-yaml.c and node-json.c say what they meet, the builder keeps the
 * open collections and refuses what no file may hold. */
#pragma once
#include "arena-private.h"
#include "fp-node.h"

struct FpDocument {
    FpSource *source; // a reference
    FpArena *arena;   // all nodes and texts
    const FpNode *root;
};
FpDocument *fp_document_new(FpSource *source);

typedef struct {
    FpDocument *document;       // borrowed
    FpDiagnostics *diagnostics; // borrowed
    GPtrArray *pending;         // FpNode: what open collections hold; keys and values in turn
    struct {
        FpNode *node;
        guint first; // index into pending
    } open[FP_NODE_MAX_DEPTH];
    size_t depth;
} FpNodeBuilder;

void fp_node_builder_init(FpNodeBuilder *builder, FpDocument *document, FpDiagnostics *diagnostics);
void fp_node_builder_clear(FpNodeBuilder *builder);

/* Opens a sequence or mapping; false, and reported, where that nests too deep: reading must end. */
bool fp_node_builder_begin(FpNodeBuilder *builder, FpNodeKind kind, FpPlace place);
void fp_node_builder_end(FpNodeBuilder *builder);

/* Adds a scalar and refuses what its text may not hold: the size, control characters, bidirectional
 * overrides. text has length bytes and may hold NUL. */
FpNode *fp_node_builder_add_scalar(FpNodeBuilder *builder, FpScalarKind kind, const char *text,
                                   size_t length, FpPlace place);

/* Adds a scalar for what cannot be read and is reported. */
void fp_node_builder_add_broken(FpNodeBuilder *builder, FpPlace place);

/* A walk through a text from offset to offset, forwards: lines and columns as FpSource counts them. */
typedef struct {
    const char *text;
    size_t length, offset;
    size_t index; // in code points
    FpPlace place;
} FpTextCursor;
FpTextCursor fp_text_cursor_new(const char *text, size_t length);
void fp_text_cursor_step(FpTextCursor *cursor);
void fp_text_cursor_go_to_offset(FpTextCursor *cursor, size_t offset);
void fp_text_cursor_go_to_index(FpTextCursor *cursor, size_t index);
/* Where the code point of this index begins; length where there is none. */
size_t fp_text_cursor_find_index(const char *text, size_t length, size_t index);

/* Refuses what is not UTF-8 text, whatever the syntax: other encodings, NUL, control characters.
 *   out_text  without a byte order mark; borrowed from the source
 *   Returns   false, and reported, where reading cannot go on */
bool fp_node_check_encoding(FpSource *source, FpDiagnostics *diagnostics, const char **out_text,
                            size_t *out_length);

/* The texts of some keys of a YAML file's outermost map, read no further than the last of them. Nothing
 * is judged: what is wrong with the file is told by reading it whole.
 *   length     of a beginning of the file; some KiB at most, which bounds what libyaml can make of it
 *   out_texts  n_keys of them, NULL before; each is owned where it was found, and stays NULL where not
 *   Returns    true where all were found */
bool fp_node_yaml_head(const char *text, size_t length, const char *const *keys, size_t n_keys,
                       char **out_texts);

/* What libyaml says, in plain words; both texts are translated, mend may be NULL. */
typedef struct {
    const char *message, *mend;
    bool is_at_context; // the place is libyaml's context_mark, else its problem_mark
} FpYamlFault;
/* at, length: the text from the problem on. */
FpYamlFault fp_node_yaml_fault(const char *context, const char *problem, const char *at,
                               size_t length);

/* The same for what yajl says. */
typedef struct {
    const char *message, *mend;
} FpJsonFault;
FpJsonFault fp_node_json_fault(const char *problem);
