// SPDX-License-Identifier: Apache-2.0
#include "compiled-tree-private.h"
#include "small-tree.h"

/* Effects by their `because`; each is named by where it stands in tree order. */
static const char order_text[] =
    "rules:\n"
    "  - {id: r, when: {b: b1}, effects: [{favour: o1, strength: slight, because: \"8\"}]}\n"
    "questions:\n"
    "  - id: a\n"
    "    ask: A\n"
    "    type: many\n"
    "    options:\n"
    "      - id: a1\n"
    "        label: x\n"
    "        then:\n"
    "          - {id: f, ask: F, type: one, options: [{id: f1, label: x, effects:\n"
    "             [{favour: o1, strength: slight, because: \"4\"}]}, {id: f2, label: x}]}\n"
    "        effects:\n"
    "          - {favour: o1, strength: slight, because: \"2\", counts_as: g}\n"
    "          - {favour: o1, strength: slight, because: \"3\", when: {a: a2}, counts_as: g}\n"
    "      - id: a2\n"
    "        label: x\n"
    "        effects:\n"
    "          - {favour: o1, strength: slight, because: \"5\", when: {f: f1}, counts_as: h}\n"
    "  - {id: b, ask: B, type: one, options: [\n"
    "     {id: b1, label: x, effects: [{disfavour: [o1, o2], strength: strong, because: \"6\",\n"
    "      counts_as: g}]},\n"
    "     {id: b2, label: x, effects: [{require: c, because: \"7\"}]}]}\n"
    "controls: {c: {title: C}}\n"
    "always:\n"
    "  - {favour: o1, strength: moderate, because: \"0\"}\n"
    "  - {advise: x, because: \"1\", when: {b: b1}}\n";

typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
} Fixture;

static void set_up(Fixture *fixture, const void *data)
{
    (void)data;
    fixture->tree = small_tree_of(2, order_text);
    fixture->compiled = fp_compiled_tree_new(fixture->tree);
}

static void tear_down(Fixture *fixture, const void *data)
{
    (void)data;
    fp_compiled_tree_free(fixture->compiled);
    fp_tree_free(fixture->tree);
}

static void test_order(Fixture *fixture, const void *data)
{
    (void)data;
    g_autoptr(GString) order = g_string_new(NULL);
    for (size_t i = 0; i < fixture->compiled->n_effects; i++)
        g_string_append(order, fixture->compiled->effects[i].effect->because.source);
    g_assert_cmpstr(order->str, ==, "012345678");
    g_assert_true(fp_compiled_tree_tree(fixture->compiled) == fixture->tree);
}

static void test_readiness(Fixture *fixture, const void *data)
{
    (void)data;
    // Questions: a is 0, f 1, b 2.
    static const struct {
        size_t ready;
        FpReadiness readiness;
    } expected[] = {
        { 0, FP_READY_LATE },          { 3, FP_READY_LATE },        { 1, FP_READY_WITH_OPTION },
        { 1, FP_READY_WITH_QUESTION }, { 2, FP_READY_WITH_OPTION }, { 2, FP_READY_LATE },
        { 3, FP_READY_WITH_OPTION },   { 3, FP_READY_WITH_OPTION }, { 3, FP_READY_LATE },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_assert_cmpuint(fixture->compiled->effects[i].ready, ==, expected[i].ready);
        g_assert_cmpint(fixture->compiled->effects[i].readiness, ==, expected[i].readiness);
    }
}

static void test_groups(Fixture *fixture, const void *data)
{
    (void)data;
    const FpCompiledEffect *effects = fixture->compiled->effects;
    g_assert_cmpuint(fixture->compiled->n_groups, ==, 4);
    g_assert_null(effects[0].groups);
    g_assert_cmpuint(effects[2].groups[0], ==, effects[3].groups[0]);
    g_assert_cmpuint(effects[2].groups[0], !=, effects[5].groups[0]);
    g_assert_cmpuint(effects[2].groups[0], !=, effects[6].groups[0]);
    g_assert_cmpuint(effects[6].groups[0], !=, effects[6].groups[1]);
}

static void test_points(Fixture *fixture, const void *data)
{
    (void)data;
    const FpCompiledEffect *effects = fixture->compiled->effects;
    g_assert_cmpint(effects[0].points, ==, 3);
    g_assert_cmpint(effects[6].points, ==, 5);
    g_assert_cmpint(effects[7].points, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    static const struct {
        const char *path;
        void (*test)(Fixture *fixture, const void *data);
    } tests[] = {
        { "/engine/compiled-tree/effects-stand-in-tree-order", test_order },
        { "/engine/compiled-tree/an-effect-is-ready-after-all-that-it-reads", test_readiness },
        { "/engine/compiled-tree/groups-are-by-name-outcome-and-direction", test_groups },
        { "/engine/compiled-tree/points-are-those-of-the-strength", test_points },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    return g_test_run();
}
