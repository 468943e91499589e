// SPDX-License-Identifier: Apache-2.0
// The brief as JSON keeps to data/brief.schema.json: the keys of every object, in every situation.
#include "situation.h"
#include <string.h>
#include <yajl/yajl_tree.h>

static yajl_val parse(const char *text)
{
    char fault[256];
    yajl_val value = yajl_tree_parse(text, fault, sizeof fault);
    if (value == NULL)
        g_error("%s", fault);
    return value;
}

static yajl_val at(yajl_val value, const char *key)
{
    const char *path[] = { key, NULL };
    return yajl_tree_get(value, path, yajl_t_any);
}

/* What a schema points to, of several the one for objects. */
static yajl_val resolve(yajl_val root, yajl_val schema)
{
    yajl_val ref = at(schema, "$ref"), any = at(schema, "anyOf");
    if (ref != NULL)
        return at(at(root, "$defs"), YAJL_GET_STRING(ref) + strlen("#/$defs/"));
    return any != NULL ? resolve(root, any->u.array.values[1]) : schema; // the first is null
}

static void assert_keeps(yajl_val root, yajl_val schema, yajl_val value)
{
    schema = resolve(root, schema);
    if (YAJL_IS_ARRAY(value)) {
        for (size_t i = 0; i < value->u.array.len; i++)
            assert_keeps(root, at(schema, "items"), value->u.array.values[i]);
    } else if (YAJL_IS_OBJECT(value)) {
        g_assert_cmpuint(value->u.object.len, ==, at(schema, "required")->u.array.len);
        for (size_t i = 0; i < value->u.object.len; i++) {
            yajl_val property = at(at(schema, "properties"), value->u.object.keys[i]);
            if (property == NULL)
                g_error("the schema has no '%s'", value->u.object.keys[i]);
            assert_keeps(root, property, value->u.object.values[i]);
        }
    }
}

static yajl_val read_schema(void)
{
    g_autofree char *path =
        g_build_filename(g_getenv("FINGERPOST_SOURCE_ROOT"), "data", "brief.schema.json", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return parse(text);
}

static void assert_situation_keeps(yajl_val schema, const Situation *situation)
{
    g_autofree char *json = fp_brief_renderer_find("json")->render(situation->brief);
    yajl_val value = parse(json);
    assert_keeps(schema, schema, value);
    yajl_tree_free(value);
}

static const char *const situations[] = {
    "",
    "water=flood load=cart",
    "water=high load=cart,barrow,stones depth=2.5 night=unknown",
    "water=calm cold=ice load=hat depth=deep night=dusk",
};

static void test_every_situation_keeps_to_the_schema(void)
{
    yajl_val schema = read_schema();
    for (size_t i = 0; i < G_N_ELEMENTS(situations); i++) {
        g_autoptr(Situation) situation = situation_analysed(NULL, situations[i]);
        assert_situation_keeps(schema, situation);
    }
    yajl_tree_free(schema);
}

static void test_a_session_keeps_to_the_schema(void)
{
    yajl_val schema = read_schema();
    g_autoptr(Situation) situation =
        situation_of_session("answered question=load|answer=cart\nunknown question=night|who=Ann");
    assert_situation_keeps(schema, situation);
    yajl_tree_free(schema);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/json/every-situation-keeps-to-the-schema",
                    test_every_situation_keeps_to_the_schema);
    g_test_add_func("/brief/json/a-session-keeps-to-the-schema",
                    test_a_session_keeps_to_the_schema);
    return g_test_run();
}
