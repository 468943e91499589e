// SPDX-License-Identifier: Apache-2.0
#include "fp-decision.h"
#include "small-tree.h"
#include <string.h>

/* decision.json is this sheet's: an open question, an unknown that rests, a number, a set, a reason that
 * is not counted, a ruling out, sources. */
static const char answers[] =
    "{tyres: unknown, luggage: [box, bag], distance: 600.50, weather: wet}";

static const FpDate as_of = { 2026, 11, 24 };

static char *decide(const char *answers_text, bool is_canonical)
{
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(tree);
    g_autoptr(FpAnswerSheet) sheet = small_sheet(tree, answers_text);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(compiled, sheet);
    return is_canonical ? fp_verdict_to_canonical_json(verdict)
                        : fp_decision_to_json(sheet, verdict, as_of);
}

static void test_document(void)
{
    g_autofree char *path = g_test_build_filename(G_TEST_DIST, "engine", "decision.json", NULL);
    g_autofree char *expected = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &expected, NULL, &error);
    g_assert_no_error(error);
    g_autofree char *json = decide(answers, false);
    g_assert_cmpstr(json, ==, expected);
}

static void test_nothing_said(void)
{
    g_autofree char *json = decide("{}", false);
    g_assert_nonnull(strstr(json, "\"answers\": {}"));
    g_assert_nonnull(strstr(json, "\"resting\": []"));
}

static void test_canonical(void)
{
    g_autofree char *json = decide("{luggage: [dog], distance: far}", true);
    g_assert_cmpstr(
        json, ==,
        "{\"outcome\":\"car\",\"margin\":null,\"tie\":false,\"close_call\":false,\"ranking\":["
        "{\"outcome\":\"car\",\"score\":-1,\"ruled_out\":false},"
        "{\"outcome\":\"train\",\"score\":5,\"ruled_out\":true},"
        "{\"outcome\":\"bike\",\"score\":0,\"ruled_out\":true}],\"reasons\":["
        "{\"effect\":\"disfavour\",\"outcome\":\"car\",\"strength\":\"slight\",\"points\":1,"
        "\"counted\":true,\"because\":\"it costs most\",\"question\":null,\"option\":null,"
        "\"rule\":null,\"cites\":[\"price\"]},"
        "{\"effect\":\"favour\",\"outcome\":\"train\",\"strength\":\"strong\",\"points\":5,"
        "\"counted\":true,\"because\":\"it is far\",\"question\":\"distance\",\"option\":\"far\","
        "\"rule\":null,\"cites\":[]},"
        "{\"effect\":\"rule_out\",\"outcome\":\"bike\",\"strength\":null,\"points\":null,"
        "\"counted\":true,\"because\":\"nobody rides so far\",\"question\":\"distance\","
        "\"option\":\"far\",\"rule\":null,\"cites\":[\"limit\",\"price\"]},"
        "{\"effect\":\"rule_out\",\"outcome\":\"train\",\"strength\":null,\"points\":null,"
        "\"counted\":true,\"because\":\"no dogs there\",\"question\":\"luggage\",\"option\":\"dog\","
        "\"rule\":null,\"cites\":[]},"
        "{\"effect\":\"rule_out\",\"outcome\":\"bike\",\"strength\":null,\"points\":null,"
        "\"counted\":true,\"because\":\"no dogs there\",\"question\":\"luggage\",\"option\":\"dog\","
        "\"rule\":null,\"cites\":[]}],\"requires\":[],\"advice\":[]}");
}

static void test_no_path_is_null(void)
{
    g_autofree char *json = decide("{weather: snow, tyres: summer, luggage: [dog]}", true);
    g_assert_true(g_str_has_prefix(json, "{\"outcome\":null,\"margin\":null,\"tie\":false,"));
    g_assert_true(g_str_has_suffix(json, "\"requires\":[],\"advice\":[]}"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/engine/decision/the-whole-document", test_document);
    g_test_add_func("/engine/decision/nothing-said", test_nothing_said);
    g_test_add_func("/engine/decision/a-verdict-alone-has-one-form", test_canonical);
    g_test_add_func("/engine/decision/no-path-is-null", test_no_path_is_null);
    return g_test_run();
}
