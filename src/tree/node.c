// SPDX-License-Identifier: Apache-2.0
#include "node-private.h"
#include <string.h>
#include <yajl/yajl_parse.h>

FpDocument *fp_document_new(FpSource *source)
{
    FpDocument *document = g_new0(FpDocument, 1);
    document->source = fp_source_ref(source);
    document->arena = fp_arena_new();
    return document;
}

void fp_document_free(FpDocument *document)
{
    if (document == NULL)
        return;
    fp_arena_free(document->arena);
    fp_source_unref(document->source);
    g_free(document);
}

const FpNode *fp_document_root(const FpDocument *document)
{
    return document->root;
}

FpSource *fp_document_source(const FpDocument *document)
{
    return document->source;
}

const FpNode *fp_node_get(const FpNode *node, const char *key)
{
    if (node == NULL || node->kind != FP_NODE_MAPPING)
        return NULL;
    for (size_t i = 0; i < node->n_items; i++) {
        if (strcmp(node->keys[i]->text, key) == 0)
            return node->items[i];
    }
    return NULL;
}

static bool is_json(const char *text, size_t length)
{
    yajl_handle parser = yajl_alloc(NULL, NULL, NULL);
    bool is_accepted = yajl_parse(parser, (const unsigned char *)text, length) == yajl_status_ok &&
                       yajl_complete_parse(parser) == yajl_status_ok;
    yajl_free(parser);
    return is_accepted;
}

FpDocument *fp_document_read(FpSource *source, FpDiagnostics *diagnostics)
{
    gsize length;
    const char *text = g_bytes_get_data(fp_source_bytes(source), &length);
    size_t start = 0;
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        start = 3;
    size_t first = start;
    while (first < length && strchr(" \t\r\n", text[first]) != NULL && text[first] != '\0')
        first++;
    if (first < length && (text[first] == '{' || text[first] == '[') &&
        is_json(text + first, length - first))
        return fp_document_read_json(source, diagnostics);
    return fp_document_read_yaml(source, diagnostics);
}
