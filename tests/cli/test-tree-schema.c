// SPDX-License-Identifier: Apache-2.0
// `tree schema`: JSON that says what the tables of the format say, and refers to nothing that is not there.
#include "session.h"

#include <string.h>

static Json *schema(Home *home, const char *option, Run **out_run)
{
    *out_run = option != NULL ? run(home, "tree", "schema", option, NULL)
                              : run(home, "tree", "schema", NULL);
    expect_status(*out_run, 0);
    expect_silent_err(*out_run);
    return json_read((*out_run)->out);
}

static void test_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) printed = NULL;
    g_autoptr(Json) json = schema(home, NULL, &printed);
    expect_json(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    expect_json(json, "type", "object");
    expect_json(json, "additionalProperties", "false");
    expect_json(json, "required.0", "fingerpost");
    expect_json(json, "properties.title.description", "the decision in a few words");
    expect_json(json, "properties.questions.allOf.0.items.$ref", "#/$defs/question");
    expect_json(json, "properties.outcomes.allOf.0.minProperties", "1");
    expect_json(json, "properties.close_call.allOf.0.maximum", "1000000000");
    expect_json(json, "properties.prefer.allOf.0.uniqueItems", "true");
    expect_json(json, "$defs.access.properties.has.allOf.0.enum.1", "limited");
    expect_json(json, "$defs.allow.properties.at.allOf.0.$ref", "#/$defs/name");
    expect_json(json, "$defs.effect.properties.favour.allOf.0.anyOf.0.$ref", "#/$defs/id");
    expect_json(json, "$defs.effect.allOf.0.oneOf.4.required.0", "advise");
    expect_json(json, "$defs.guard.minProperties", "1");
    g_assert_null(strstr(printed->out, "{'")); // what fragments are written with
}

static void test_facts(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) printed = NULL;
    g_autoptr(Json) json = schema(home, "--facts", &printed);
    expect_json(json, "required.0", "sources");
    expect_json(json, "$defs.source.properties.url.anyOf.1.$ref", "#/$defs/url");
    expect_json(json, "$defs.fact.properties.sources.allOf.0.minItems", "1");
    g_assert_null(strstr(printed->out, "\"question\": {")); // what a facts file cannot hold
}

// Every "#/$defs/NAME" has its definition, and no definition of a thing is for nothing.
static void test_references(gconstpointer option)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) printed = NULL;
    g_autoptr(Json) json = schema(home, *(const char *)option != '\0' ? option : NULL, &printed);
    size_t n = 0;
    for (const char *at = printed->out; (at = strstr(at, "\"#/$defs/")) != NULL; n++) {
        at += strlen("\"#/$defs/");
        g_autofree char *name = g_strndup(at, strcspn(at, "\""));
        g_autofree char *path = g_strdup_printf("$defs.%s", name);
        g_assert_cmpuint(json_length(json, path), >, 0);
    }
    g_assert_cmpuint(n, >, 10);
}

static void test_same_in_every_locale(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) english = run(home, "tree", "schema", NULL);
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "schema"),
                                 .environment = LIST("LANGUAGE=de") };
    g_autoptr(Run) german = program_run(&setup);
    g_assert_cmpstr(german->out, ==, english->out);
}

// What is installed for editors is what the program prints.
static void test_installed_ones(void)
{
    g_autoptr(Home) home = home_new();
    static const char *const names[] = { "tree", "facts" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *file = g_strconcat(names[i], ".schema.json", NULL);
        g_autofree char *path =
            g_test_build_filename(G_TEST_BUILT, "..", "data", "schema", file, NULL);
        g_autofree char *text = NULL;
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_autoptr(Run) printed = i == 0 ? run(home, "tree", "schema", NULL)
                                        : run(home, "tree", "schema", "--facts", NULL);
        g_assert_cmpstr(text, ==, printed->out);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-schema/that-of-trees-follows-the-tables", test_tree);
    g_test_add_func("/cli/tree-schema/that-of-facts-follows-the-tables", test_facts);
    g_test_add_data_func("/cli/tree-schema/references-lead-somewhere/tree", "", test_references);
    g_test_add_data_func("/cli/tree-schema/references-lead-somewhere/facts", "--facts",
                         test_references);
    g_test_add_func("/cli/tree-schema/the-same-in-every-locale", test_same_in_every_locale);
    g_test_add_func("/cli/tree-schema/the-installed-ones-are-the-same", test_installed_ones);
    return g_test_run();
}
