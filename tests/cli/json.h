// SPDX-License-Identifier: Apache-2.0
/* What the program printed as JSON, looked into by a path as "verdict.ranking.0.outcome". */
#pragma once
#include <glib.h>

typedef struct Json Json;

Json *json_read(const char *text); /* what is no JSON fails the test, and has nothing in it */
void json_free(Json *json);        /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Json, json_free)

/* The value as text, owned by json: strings and numbers as they are, "true", "false", "null"; an array
 * of such with ',' between; NULL where there is nothing. */
const char *json_at(Json *json, const char *path);
size_t json_length(Json *json, const char *path); /* of an array or object; 0 for others */

#define expect_json(json, path, expected) json_expect((json), (path), (expected), G_STRLOC)
void json_expect(Json *json, const char *path, const char *expected, const char *place);
