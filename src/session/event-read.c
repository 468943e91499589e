// SPDX-License-Identifier: Apache-2.0
// A payload through the strict JSON reader: what it refuses in any file is refused here too.
#include "event-private.h"
#include "fp-i18n.h"
#include "fp-json-writer.h"
#include "fp-node.h"
#include <string.h>

static bool is_string(const FpNode *node)
{
    return node->kind == FP_NODE_SCALAR && node->scalar == FP_SCALAR_TEXT;
}

static char *read_text(const FpNode *node)
{
    return is_string(node) ? g_strdup(node->text) : NULL;
}

static char **read_list(const FpNode *node)
{
    g_autoptr(GStrvBuilder) list = g_strv_builder_new();
    if (node->kind != FP_NODE_SEQUENCE || node->n_items == 0)
        return NULL;
    for (size_t i = 0; i < node->n_items; i++) {
        if (!is_string(node->items[i]))
            return NULL;
        g_strv_builder_add(list, node->items[i]->text);
    }
    return g_strv_builder_end(list);
}

static char **read_pairs(const FpNode *node)
{
    g_autoptr(GStrvBuilder) pairs = g_strv_builder_new();
    if (node->kind != FP_NODE_MAPPING || node->n_items == 0)
        return NULL;
    for (size_t i = 0; i < node->n_items; i++) {
        if (!is_string(node->items[i]))
            return NULL;
        g_strv_builder_add(pairs, node->keys[i]->text);
        g_strv_builder_add(pairs, node->items[i]->text);
    }
    return g_strv_builder_end(pairs);
}

static void write_scalar(FpJsonWriter *writer, const FpNode *node)
{
    switch (node->scalar) {
    case FP_SCALAR_TEXT:
        fp_json_string(writer, node->text);
        break;
    case FP_SCALAR_JSON_NUMBER:
        fp_json_number(writer, node->text);
        break;
    case FP_SCALAR_JSON_TRUE:
    case FP_SCALAR_JSON_FALSE:
        fp_json_bool(writer, node->scalar == FP_SCALAR_JSON_TRUE);
        break;
    case FP_SCALAR_JSON_NULL:
        fp_json_null(writer);
        break;
    }
}

// Ends: the reader lets nothing nest deeper than FP_NODE_MAX_DEPTH.
static void write_node(FpJsonWriter *writer, const FpNode *node)
{
    if (node->kind == FP_NODE_SCALAR) {
        write_scalar(writer, node);
    } else if (node->kind == FP_NODE_SEQUENCE) {
        fp_json_begin_array(writer);
        for (size_t i = 0; i < node->n_items; i++)
            write_node(writer, node->items[i]);
        fp_json_end_array(writer);
    } else {
        fp_json_begin_object(writer);
        for (size_t i = 0; i < node->n_items; i++) {
            fp_json_key(writer, node->keys[i]->text);
            write_node(writer, node->items[i]);
        }
        fp_json_end_object(writer);
    }
}

static char *read_json(const FpNode *node)
{
    if (node->kind != FP_NODE_MAPPING)
        return NULL;
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_CANONICAL);
    write_node(writer, node);
    return fp_json_writer_finish(writer);
}

static void *read_value(const FpNode *node, FpEventFieldType type)
{
    switch (type) {
    case FP_TYPE_TEXT:
        return read_text(node);
    case FP_TYPE_LIST:
        return read_list(node);
    case FP_TYPE_PAIRS:
        return read_pairs(node);
    case FP_TYPE_JSON:
        return read_json(node);
    }
    g_assert_not_reached();
}

static FpEventField find_field(FpEventKind kind, const char *name)
{
    unsigned has = fp_event_kinds[kind].required | fp_event_kinds[kind].optional;
    for (FpEventField field = 0; field < FP_FIELD_COUNT; field++) {
        if ((has >> field & 1) && strcmp(fp_event_fields[field].name, name) == 0)
            return field;
    }
    return FP_FIELD_COUNT;
}

static bool read_field(FpEvent *event, const char *name, const FpNode *node, GError **error)
{
    FpEventField field = find_field(event->kind, name);
    if (field == FP_FIELD_COUNT) {
        g_autofree char *shown = fp_error_quote(name);
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("event '%s': field '%s' does not belong to it"),
                    fp_event_kind_name(event->kind), shown);
        return false;
    }
    void *value = read_value(node, fp_event_fields[field].type);
    if (value == NULL) {
        g_autofree char *shown = fp_error_quote(name);
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    _("event '%s': field '%s' is of a wrong type"), fp_event_kind_name(event->kind),
                    shown);
        return false;
    }
    fp_event_take(event, field, value); // keys are unique: the reader refuses others
    return true;
}

static FpDocument *read_document(FpEventKind kind, const char *payload, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(payload, strlen(payload));
    g_autoptr(FpSource) source = fp_source_new("event", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document = fp_document_read_json(source, diagnostics);
    bool is_object = document != NULL && fp_document_root(document) != NULL &&
                     fp_document_root(document)->kind == FP_NODE_MAPPING;
    if (is_object && fp_diagnostics_count(diagnostics) == 0)
        return g_steal_pointer(&document);
    const char *why = fp_diagnostics_count(diagnostics) > 0
                          ? fp_diagnostics_get(diagnostics, 0)->message
                          : _("not a JSON object");
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("event '%s': its payload cannot be read: %s"), fp_event_kind_name(kind), why);
    return NULL;
}

FpEvent *fp_event_from_payload(FpEventKind kind, int64_t at_ms, const char *payload, GError **error)
{
    g_autoptr(FpDocument) document = read_document(kind, payload, error);
    if (document == NULL)
        return NULL;
    g_autoptr(FpEvent) event = fp_event_new(kind, at_ms);
    const FpNode *root = fp_document_root(document);
    for (size_t i = 0; i < root->n_items; i++) {
        if (!read_field(event, root->keys[i]->text, root->items[i], error))
            return NULL;
    }
    return fp_event_check(event, error) ? g_steal_pointer(&event) : NULL;
}
