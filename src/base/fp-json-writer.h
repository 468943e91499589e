// SPDX-License-Identifier: Apache-2.0
/* JSON out: a thin face on yajl's generator. Valid UTF-8, keys in the order written, two spaces and
 * LF where pretty, no spaces at all where canonical. Numbers are integers or exact decimals as text:
 * yajl writes a number's own digits, so none passes through a floating-point value. DEL, C1 and
 * bidirectional controls, U+2028 and U+2029 leave as \u escapes: the value is the same, and
 * the text safe to show in a terminal. Calls out of order are our mistakes and end the program. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct FpJsonWriter FpJsonWriter;

typedef enum { FP_JSON_PRETTY, FP_JSON_CANONICAL } FpJsonStyle;

FpJsonWriter *fp_json_writer_new(FpJsonStyle style);
void fp_json_writer_free(FpJsonWriter *writer); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpJsonWriter, fp_json_writer_free)

void fp_json_begin_object(FpJsonWriter *writer);
void fp_json_end_object(FpJsonWriter *writer);
void fp_json_begin_array(FpJsonWriter *writer);
void fp_json_end_array(FpJsonWriter *writer);
void fp_json_key(FpJsonWriter *writer, const char *key);
void fp_json_string(FpJsonWriter *writer, const char *text); /* NULL writes null */
void fp_json_integer(FpJsonWriter *writer, int64_t value);
void fp_json_number(FpJsonWriter *writer, const char *digits); /* a JSON number as text */
void fp_json_bool(FpJsonWriter *writer, bool value);
void fp_json_null(FpJsonWriter *writer);
/* Writes a value that is JSON already, compact, on one line. */
void fp_json_raw(FpJsonWriter *writer, const char *json);

/* Shorthands: a key and its value. */
void fp_json_key_string(FpJsonWriter *writer, const char *key, const char *text);
void fp_json_key_integer(FpJsonWriter *writer, const char *key, int64_t value);
void fp_json_key_bool(FpJsonWriter *writer, const char *key, bool value);

/* The text; pretty ends with LF. Every begin must have met its end. Owned by the caller. */
char *fp_json_writer_finish(FpJsonWriter *writer);
