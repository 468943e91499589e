// SPDX-License-Identifier: Apache-2.0
#include "format-rules-private.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

/* tree-read-outcomes.c: 'no-path' is the name of the null outcome. */
static const char tree_rules[] =
    "[{'properties': {'outcomes': {'maxProperties': 200,"
    "                              'propertyNames': {'not': {'const': 'no-path'}}},"
    "                 'questions': {'maxItems': 1000}, 'rules': {'maxItems': 1000}}}]";

/* tree-read-questions.c: a number has bands and may have a unit and limits, the others have options; of
 * the bands exactly one, the last, has no end; exclusive stands in many alone. */
static const char question_rules[] =
    "[{'properties': {'id': {'not': {'enum': ['any', 'all', 'not']}},"
    "                 'options': {'minItems': 2, 'maxItems': 100},"
    "                 'bands': {'minItems': 2, 'maxItems': 100, 'minContains': 1, 'maxContains': 1,"
    "                           'contains': {'not': {'required': ['below']}}}}},"
    " {'if': {'required': ['type'], 'properties': {'type': {'const': 'number'}}},"
    "  'then': {'required': ['bands'], 'not': {'required': ['options']}},"
    "  'else': {'required': ['options'], 'not': {'anyOf': [{'required': ['bands']},"
    "           {'required': ['unit']}, {'required': ['min']}, {'required': ['max']}]}}},"
    " {'if': {'required': ['type'], 'properties': {'type': {'const': 'one'}}},"
    "  'then': {'properties': {'options': {'items': {'not': {'required': ['exclusive']}}}}}}]";

/* tree-read-questions.c: what names a band does not read as a number. */
static const char band_rules[] =
    "[{'properties': {'id': {'type': 'string', 'not': {'pattern': '^[0-9]+$'}},"
    "                 'was': {'items': {'type': 'string', 'not': {'pattern': '^[0-9]+$'}}}}}]";

/* tree-read-effects.c: one kind; the keys that it must have, and those that mean nothing with it. */
static const char effect_rules[] =
    "[{'oneOf': [{'required': ['favour']}, {'required': ['disfavour']}, {'required': ['rule_out']},"
    "            {'required': ['require']}, {'required': ['advise']}]},"
    " {'if': {'anyOf': [{'required': ['favour']}, {'required': ['disfavour']}]},"
    "  'then': {'required': ['strength', 'because']},"
    "  'else': {'not': {'anyOf': [{'required': ['strength']}, {'required': ['counts_as']}]}}},"
    " {'if': {'anyOf': [{'required': ['require']}, {'required': ['advise']}]},"
    "  'else': {'required': ['because'], 'not': {'required': ['for']}}}]";

const char *fp_format_rules_of(const FpFormatThing *thing)
{
    static const struct {
        const FpFormatThing *thing;
        const char *rules;
    } rows[] = {
        { &fp_format_tree, tree_rules },
        { &fp_format_question, question_rules },
        { &fp_format_band, band_rules },
        { &fp_format_effect, effect_rules },
    };
    for (size_t i = 0; i < LENGTH(rows); i++)
        if (rows[i].thing == thing)
            return rows[i].rules;
    return NULL;
}

/* tree-read-guards.c: names of questions with their atoms, and any, all, not. */
static const char guard_schema[] =
    "{'type': 'object', 'minProperties': 1,"
    " 'properties': {"
    "  'any': {'type': 'array', 'minItems': 1, 'items': {'$ref': '#/$defs/guard'}},"
    "  'all': {'type': 'array', 'minItems': 1, 'items': {'$ref': '#/$defs/guard'}},"
    "  'not': {'$ref': '#/$defs/guard'}},"
    " 'additionalProperties': {'anyOf': ["
    "  {'$ref': '#/$defs/id'},"
    "  {'type': 'array', 'minItems': 1, 'uniqueItems': true, 'items': {'$ref': '#/$defs/id'}},"
    "  {'type': 'object', 'required': ['all'], 'additionalProperties': false, 'properties': {"
    "   'all': {'type': 'array', 'minItems': 1, 'uniqueItems': true,"
    "           'items': {'$ref': '#/$defs/id'}}}}]}}";

/* read-shapes.c. Integers and words depend on their rows. 8192: FP_NODE_MAX_TEXT_BYTES. */
const FpShapeSchema fp_format_shape_schemas[] = {
    { FP_SHAPE_TEXT, "text",
      "{'type': ['string', 'number', 'boolean'], 'minLength': 1, 'maxLength': 8192}" },
    { FP_SHAPE_ID, "id",
      "{'type': ['string', 'integer', 'boolean'], 'minimum': 0,"
      " 'pattern': '^[a-z0-9][a-z0-9-]{0,63}$', 'not': {'const': 'unknown'}}" },
    { FP_SHAPE_NAME, "name", // of an option: question/option
      "{'type': ['string', 'integer', 'boolean'], 'minimum': 0,"
      " 'pattern': '^[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})?$'}" },
    { FP_SHAPE_NUMBER, "number",
      "{'type': ['number', 'string'], 'pattern': '^-?[0-9]{1,15}([.][0-9]{1,6})?$'}" },
    { FP_SHAPE_BOOLEAN, "boolean", "{'enum': [true, false, 'true', 'false']}" },
    { FP_SHAPE_DATE, "date",
      "{'type': 'string',"
      " 'pattern': '^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$'}" },
    { FP_SHAPE_URL, "url",
      "{'type': 'string', 'pattern': '^[Hh][Tt][Tt][Pp][Ss]?://[^ \\\\t\\\\n\\u0022<>]+$'}" },
    { FP_SHAPE_GUARD, "guard", guard_schema },
    { FP_SHAPE_MAP, "map", "{'type': 'object'}" },
};
const size_t fp_format_n_shape_schemas = LENGTH(fp_format_shape_schemas);
