// SPDX-License-Identifier: Apache-2.0
// Walks the format's tables; each thing becomes a definition, each shape one that they refer to.
#include <string.h>

#include "format-private.h"
#include "format-rules-private.h"
#include "fp-json-writer.h"
#include "fp-schema.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* What definitions are called. A thing that a table reaches stands here. */
static const struct {
    const FpFormatThing *thing;
    const char *name;
} things[] = {
    { &fp_format_outcome, "outcome" },
    { &fp_format_limit, "limit" },
    { &fp_format_stop, "stop" },
    { &fp_format_access, "access" },
    { &fp_format_next_step, "next_step" },
    { &fp_format_control, "control" },
    { &fp_format_theme, "theme" },
    { &fp_format_question, "question" },
    { &fp_format_option, "option" },
    { &fp_format_band, "band" },
    { &fp_format_effect, "effect" },
    { &fp_format_rule, "rule" },
    { &fp_format_case, "case" },
    { &fp_format_allow, "allow" },
    { &fp_format_source, "source" },
    { &fp_format_fact, "fact" },
    { &fp_format_source_ref, "source_ref" },
};

static const char *name_of(const FpFormatThing *thing)
{
    for (size_t i = 0; i < LENGTH(things); i++)
        if (things[i].thing == thing)
            return things[i].name;
    g_assert_not_reached();
}

/* A fragment of format-rules.c, with its quotation marks. */
static void write_fragment(FpJsonWriter *writer, const char *fragment)
{
    g_autofree char *json = g_strdelimit(g_strdup(fragment), "'", '"');
    fp_json_raw(writer, json);
}

static void write_ref(FpJsonWriter *writer, const char *name)
{
    g_autofree char *path = g_strconcat("#/$defs/", name, NULL);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "$ref", path);
    fp_json_end_object(writer);
}

/* A pattern for min..max as digits. The tables have ranges of these forms alone. */
static char *integer_pattern(long min, long max)
{
    g_assert(min >= 0 && min <= 1);
    if (max < 10)
        return g_strdup_printf("^0*[%ld-%ld]$", min, max);
    int n_zeros = 0;
    for (long rest = max; rest >= 10; rest /= 10, n_zeros++)
        g_assert(rest % 10 == 0);
    return g_strdup_printf("^0*([1-9][0-9]{0,%d}|10{%d}%s)$", n_zeros - 1, n_zeros,
                           min == 0 ? "|0" : "");
}

static void write_integer(FpJsonWriter *writer, const FpFormatKey *row)
{
    g_autofree char *pattern = integer_pattern(row->min, row->max);
    fp_json_begin_object(writer);
    fp_json_key(writer, "type");
    write_fragment(writer, "['integer', 'string']");
    fp_json_key_integer(writer, "minimum", row->min);
    fp_json_key_integer(writer, "maximum", row->max);
    fp_json_key_string(writer, "pattern", pattern);
    fp_json_end_object(writer);
}

static void write_words(FpJsonWriter *writer, const char *const *words)
{
    fp_json_begin_object(writer);
    fp_json_key(writer, "enum");
    fp_json_begin_array(writer);
    for (size_t i = 0; words[i] != NULL; i++)
        fp_json_string(writer, words[i]);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

static const char *shape_name(FpShape shape)
{
    for (size_t i = 0; i < fp_format_n_shape_schemas; i++)
        if (fp_format_shape_schemas[i].shape == shape)
            return fp_format_shape_schemas[i].name;
    g_assert_not_reached();
}

static void write_shape(FpJsonWriter *writer, const FpFormatKey *row)
{
    if (row->shape == FP_SHAPE_THING) {
        write_ref(writer, name_of(row->thing));
        return;
    }
    if (row->shape == FP_SHAPE_INTEGER) {
        write_integer(writer, row);
        return;
    }
    if (row->shape == FP_SHAPE_WORD) {
        write_words(writer, row->words);
        return;
    }
    // Ids alone name what they name, but for an option under its question.
    bool is_id = row->shape == FP_SHAPE_NAME && strchr(row->names, '/') == NULL;
    write_ref(writer, shape_name(is_id ? FP_SHAPE_ID : row->shape));
}

static void write_list(FpJsonWriter *writer, const FpFormatKey *row)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "type", "array");
    fp_json_key(writer, "items");
    write_shape(writer, row);
    if (row->flags & FP_KEY_NOT_EMPTY)
        fp_json_key_integer(writer, "minItems", 1);
    if (row->flags & FP_KEY_DIFFERENT)
        fp_json_key_bool(writer, "uniqueItems", true);
    fp_json_end_object(writer);
}

static void write_id_map(FpJsonWriter *writer, const FpFormatKey *row)
{
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "type", "object");
    fp_json_key(writer, "propertyNames");
    write_ref(writer, "id");
    fp_json_key(writer, "additionalProperties");
    write_shape(writer, row);
    if (row->flags & FP_KEY_NOT_EMPTY)
        fp_json_key_integer(writer, "minProperties", 1);
    fp_json_end_object(writer);
}

static void write_held(FpJsonWriter *writer, const FpFormatKey *row)
{
    switch (row->holds) {
    case FP_HOLDS_ONE:
        write_shape(writer, row);
        return;
    case FP_HOLDS_LIST:
        write_list(writer, row);
        return;
    case FP_HOLDS_IDS:
        write_id_map(writer, row);
        return;
    case FP_HOLDS_ONE_OR_LIST:
        fp_json_begin_object(writer);
        fp_json_key(writer, "anyOf");
        fp_json_begin_array(writer);
        write_shape(writer, row);
        write_list(writer, row);
        fp_json_end_array(writer);
        fp_json_end_object(writer);
        return;
    }
    g_assert_not_reached();
}

/* Descriptions stay in English: the file is data, the same in every locale. */
static void write_key(FpJsonWriter *writer, const FpFormatKey *row)
{
    fp_json_key(writer, row->key);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "description", row->description);
    fp_json_key(writer, (row->flags & FP_KEY_NULLABLE) ? "anyOf" : "allOf");
    fp_json_begin_array(writer);
    if (row->flags & FP_KEY_NULLABLE)
        write_fragment(writer, "{'enum': [null, 'null']}");
    write_held(writer, row);
    fp_json_end_array(writer);
    fp_json_end_object(writer);
}

/* The inside of a thing's schema: the caller has begun the object and ends it. */
static void write_thing(FpJsonWriter *writer, const FpFormatThing *thing)
{
    fp_json_key_string(writer, "type", "object");
    fp_json_key(writer, "required");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < thing->n_keys; i++)
        if (thing->keys[i].flags & FP_KEY_REQUIRED)
            fp_json_string(writer, thing->keys[i].key);
    fp_json_end_array(writer);
    fp_json_key(writer, "properties");
    fp_json_begin_object(writer);
    for (size_t i = 0; i < thing->n_keys; i++)
        write_key(writer, &thing->keys[i]);
    fp_json_end_object(writer);
    fp_json_key_bool(writer, "additionalProperties", false);
    const char *rules = fp_format_rules_of(thing);
    if (rules != NULL) {
        fp_json_key(writer, "allOf");
        write_fragment(writer, rules);
    }
}

static void collect(const FpFormatThing *thing, bool is_reached[LENGTH(things)])
{
    for (size_t i = 0; i < thing->n_keys; i++) {
        const FpFormatThing *under = thing->keys[i].thing;
        for (size_t k = 0; under != NULL && k < LENGTH(things); k++) {
            if (things[k].thing != under || is_reached[k])
                continue;
            is_reached[k] = true; // before going on: options hold questions hold options
            collect(under, is_reached);
        }
    }
}

static void write_definitions(FpJsonWriter *writer, const FpFormatThing *top)
{
    bool is_reached[LENGTH(things)] = { false };
    collect(top, is_reached);
    fp_json_key(writer, "$defs");
    fp_json_begin_object(writer);
    for (size_t i = 0; i < LENGTH(things); i++) {
        if (!is_reached[i])
            continue;
        fp_json_key(writer, things[i].name);
        fp_json_begin_object(writer);
        fp_json_key_string(writer, "title", things[i].thing->title);
        write_thing(writer, things[i].thing);
        fp_json_end_object(writer);
    }
    for (size_t i = 0; i < fp_format_n_shape_schemas; i++) {
        fp_json_key(writer, fp_format_shape_schemas[i].name);
        write_fragment(writer, fp_format_shape_schemas[i].schema);
    }
    fp_json_end_object(writer);
}

char *fp_schema_new(FpSchemaKind kind)
{
    const FpFormatThing *top = kind == FP_SCHEMA_TREE ? &fp_format_tree : &fp_format_facts_file;
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
    fp_json_key_string(writer, "title",
                       kind == FP_SCHEMA_TREE ? "A decision tree of fingerpost"
                                              : "A facts file of fingerpost");
    write_thing(writer, top);
    write_definitions(writer, top);
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}
