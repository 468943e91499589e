// SPDX-License-Identifier: Apache-2.0
#include "json.h"

#include <string.h>
#include <yajl/yajl_tree.h>

struct Json {
    yajl_val root; /* NULL: not read */
    GStringChunk *texts;
};

Json *json_read(const char *text)
{
    char fault[256];
    Json *json = g_new0(Json, 1);
    json->texts = g_string_chunk_new(256);
    json->root = yajl_tree_parse(text, fault, sizeof fault);
    if (json->root == NULL) {
        g_test_message("no JSON: %s\n%s", fault, text);
        g_test_fail();
    }
    return json;
}

void json_free(Json *json)
{
    if (json == NULL)
        return;
    yajl_tree_free(json->root);
    g_string_chunk_free(json->texts);
    g_free(json);
}

static yajl_val member(yajl_val object, const char *key)
{
    for (size_t i = 0; i < object->u.object.len; i++) {
        if (strcmp(object->u.object.keys[i], key) == 0)
            return object->u.object.values[i];
    }
    return NULL;
}

static yajl_val step(yajl_val value, const char *key)
{
    if (YAJL_IS_OBJECT(value))
        return member(value, key);
    guint64 index = 0;
    if (YAJL_IS_ARRAY(value) && value->u.array.len > 0 &&
        g_ascii_string_to_unsigned(key, 10, 0, value->u.array.len - 1, &index, NULL))
        return value->u.array.values[index];
    return NULL;
}

static yajl_val find(Json *json, const char *path)
{
    g_auto(GStrv) keys = g_strsplit(path, ".", -1);
    yajl_val value = json->root;
    for (size_t i = 0; value != NULL && keys[i] != NULL; i++)
        value = step(value, keys[i]);
    return value;
}

static const char *scalar_text(yajl_val value)
{
    if (YAJL_IS_STRING(value))
        return YAJL_GET_STRING(value);
    if (YAJL_IS_NUMBER(value))
        return YAJL_GET_NUMBER(value);
    if (YAJL_IS_NULL(value))
        return "null";
    if (YAJL_IS_TRUE(value) || YAJL_IS_FALSE(value))
        return YAJL_IS_TRUE(value) ? "true" : "false";
    return "{}";
}

const char *json_at(Json *json, const char *path)
{
    yajl_val value = find(json, path);
    if (value == NULL || !YAJL_IS_ARRAY(value))
        return value != NULL ? scalar_text(value) : NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    for (size_t i = 0; i < value->u.array.len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "," : "",
                               scalar_text(value->u.array.values[i]));
    return g_string_chunk_insert(json->texts, text->str);
}

size_t json_length(Json *json, const char *path)
{
    yajl_val value = *path != '\0' ? find(json, path) : json->root;
    if (value == NULL)
        return 0;
    return YAJL_IS_ARRAY(value) ? value->u.array.len
                                : (YAJL_IS_OBJECT(value) ? value->u.object.len : 0);
}

void json_expect(Json *json, const char *path, const char *expected, const char *place)
{
    const char *value = json_at(json, path);
    if (g_strcmp0(value, expected) == 0)
        return;
    g_test_message("%s: expected %s to be '%s', got '%s'", place, path, expected,
                   value != NULL ? value : "(nothing)");
    g_test_fail();
}
