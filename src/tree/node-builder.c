// SPDX-License-Identifier: Apache-2.0
// Keeps open collections on a stack; a closed one takes its items off and is an item of the next.
#include "fp-i18n.h"
#include "fp-text.h"
#include "node-private.h"
#include <stdlib.h>
#include <string.h>

// Cells of foreign text in a message.
#define QUOTE_CELLS 60

void fp_node_builder_init(FpNodeBuilder *builder, FpDocument *document, FpDiagnostics *diagnostics)
{
    *builder = (FpNodeBuilder) { .document = document, .diagnostics = diagnostics };
    builder->pending = g_ptr_array_new();
}

void fp_node_builder_clear(FpNodeBuilder *builder)
{
    g_ptr_array_unref(builder->pending);
}

static FpNode *new_node(FpNodeBuilder *builder, FpNodeKind kind, FpPlace place)
{
    FpNode *node = fp_arena_array(builder->document->arena, 1, sizeof *node);
    node->kind = kind;
    node->place = place;
    node->text = "";
    return node;
}

static void add(FpNodeBuilder *builder, FpNode *node)
{
    if (builder->depth == 0)
        builder->document->root = node;
    else
        g_ptr_array_add(builder->pending, node);
}

bool fp_node_builder_begin(FpNodeBuilder *builder, FpNodeKind kind, FpPlace place)
{
    if (builder->depth == FP_NODE_MAX_DEPTH) {
        fp_diagnostics_add(builder->diagnostics, builder->document->source, place,
                           _("nest lists and maps less deeply"),
                           _("nested more than %d levels deep"), FP_NODE_MAX_DEPTH);
        return false;
    }
    FpNode *node = new_node(builder, kind, place);
    builder->open[builder->depth].node = node;
    builder->open[builder->depth].first = builder->pending->len;
    builder->depth++;
    return true;
}

static int compare_keys(const void *a, const void *b)
{
    const FpNode *key_a = *(FpNode *const *)a, *key_b = *(FpNode *const *)b;
    int order = strcmp(key_a->text, key_b->text);
    if (order != 0)
        return order;
    if (key_a->place.line != key_b->place.line)
        return key_a->place.line < key_b->place.line ? -1 : 1;
    return key_a->place.column < key_b->place.column ? -1 : 1;
}

static void report_duplicate(FpNodeBuilder *builder, const FpNode *key, const FpNode *first)
{
    // More than are shown: a hostile file may hold a hundred thousand.
    if (fp_diagnostics_count(builder->diagnostics) >= FP_DIAGNOSTICS_MAX) {
        fp_diagnostics_add(builder->diagnostics, builder->document->source, key->place, NULL, " ");
        return;
    }
    g_autofree char *printable = fp_text_printable(key->text, -1, FP_PRINT_ONE_LINE);
    g_autofree char *shown = fp_text_ellipsize(printable, QUOTE_CELLS, true);
    fp_diagnostics_add(builder->diagnostics, builder->document->source, key->place,
                       _("keep one of the two"),
                       _("duplicate key '%s'; the first one is at line %u, column %u"), shown,
                       first->place.line, first->place.column);
}

/* Marks all but the first of equal keys as broken. Sorts: a hash could be made to collide. */
static void refuse_duplicates(FpNodeBuilder *builder, FpNode *const *pairs, size_t n_pairs)
{
    if (n_pairs < 2)
        return;
    g_autofree FpNode **sorted = g_new(FpNode *, n_pairs);
    size_t n = 0;
    for (size_t i = 0; i < n_pairs; i++) {
        if (pairs[2 * i]->kind == FP_NODE_SCALAR && !pairs[2 * i]->is_broken)
            sorted[n++] = pairs[2 * i];
    }
    qsort(sorted, n, sizeof *sorted, compare_keys);
    for (size_t i = 1, first = 0; i < n; i++) {
        if (strcmp(sorted[i]->text, sorted[first]->text) != 0) {
            first = i;
            continue;
        }
        report_duplicate(builder, sorted[i], sorted[first]);
        sorted[i]->is_broken = true;
    }
}

static void close_mapping(FpNodeBuilder *builder, FpNode *node, FpNode *const *pairs,
                          size_t n_pairs)
{
    refuse_duplicates(builder, pairs, n_pairs);
    node->keys = fp_arena_array(builder->document->arena, n_pairs, sizeof *node->keys);
    node->items = fp_arena_array(builder->document->arena, n_pairs, sizeof *node->items);
    for (size_t i = 0; i < n_pairs; i++) {
        const FpNode *key = pairs[2 * i];
        if (key->kind != FP_NODE_SCALAR)
            fp_diagnostics_add(builder->diagnostics, builder->document->source, key->place,
                               _("write 'key: value' with a plain word as the key"),
                               _("a key must be a text, not a list or map"));
        if (key->kind != FP_NODE_SCALAR || key->is_broken)
            continue;
        node->keys[node->n_items] = key;
        node->items[node->n_items++] = pairs[2 * i + 1];
    }
}

void fp_node_builder_end(FpNodeBuilder *builder)
{
    g_assert(builder->depth > 0);
    builder->depth--;
    FpNode *node = builder->open[builder->depth].node;
    guint first = builder->open[builder->depth].first;
    guint n = builder->pending->len - first;
    FpNode *const *items = (FpNode *const *)builder->pending->pdata + first;

    if (node->kind == FP_NODE_MAPPING) {
        close_mapping(builder, node, items, n / 2);
    } else {
        node->n_items = n;
        node->items = fp_arena_copy(builder->document->arena, items, n, sizeof *items);
    }
    g_ptr_array_set_size(builder->pending, (int)first);
    add(builder, node);
}

/* The first code point of text that no text may hold; 0 with out_found false where there is none. */
static gunichar find_forbidden(const char *text, size_t length, bool *out_found)
{
    *out_found = true;
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
        unsigned char byte = (unsigned char)*p;
        if (byte >= ' ' && byte < 0x7f)
            continue;
        gunichar c = byte == '\0' ? 0 : g_utf8_get_char(p);
        if (c == 0 || fp_text_is_forbidden(c))
            return c;
    }
    *out_found = false;
    return 0;
}

static bool is_text_allowed(FpNodeBuilder *builder, const char *text, size_t length, FpPlace place)
{
    FpSource *source = builder->document->source;
    if (length > FP_NODE_MAX_TEXT_BYTES) {
        fp_diagnostics_add(builder->diagnostics, source, place, _("shorten it or split it"),
                           _("a text of %zu bytes; at most %zu are read"), length,
                           FP_NODE_MAX_TEXT_BYTES);
        return false;
    }
    bool is_forbidden;
    gunichar c = find_forbidden(text, length, &is_forbidden);
    if (!is_forbidden)
        return true;
    if (c >= 0x100)
        fp_diagnostics_add(
            builder->diagnostics, source, place, _("remove it: it hides how the text really reads"),
            _("the text holds U+%04X, which changes the direction of writing"), (unsigned)c);
    else
        fp_diagnostics_add(builder->diagnostics, source, place,
                           _("remove it; line feeds and tabs are the only ones allowed"),
                           _("the text holds the control character U+%04X"), (unsigned)c);
    return false;
}

FpNode *fp_node_builder_add_scalar(FpNodeBuilder *builder, FpScalarKind kind, const char *text,
                                   size_t length, FpPlace place)
{
    FpNode *node = new_node(builder, FP_NODE_SCALAR, place);
    node->scalar = kind;
    if (is_text_allowed(builder, text, length, place))
        node->text = fp_arena_text(builder->document->arena, text, length);
    else
        node->is_broken = true;
    add(builder, node);
    return node;
}

void fp_node_builder_add_broken(FpNodeBuilder *builder, FpPlace place)
{
    FpNode *node = new_node(builder, FP_NODE_SCALAR, place);
    node->is_broken = true;
    add(builder, node);
}
