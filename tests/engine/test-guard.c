// SPDX-License-Identifier: Apache-2.0
#include "guard-private.h"
#include "small-tree.h"

/* Two questions: a (one: a1 a2 a3) and b (many: b1 b2 b3); in a row's sets an option is its digit. */
static const char questions_text[] =
    "questions:\n"
    "  - {id: a, ask: A, type: one, options: [{id: a1, label: x}, {id: a2, label: x},"
    " {id: a3, label: x}]}\n"
    "  - {id: b, ask: B, type: many, options: [{id: b1, label: x}, {id: b2, label: x},"
    " {id: b3, label: x}]}\n"
    "rules:\n"
    "  - {id: r, effects: [{advise: x}], when: ";

static const struct {
    const char *name, *guard, *a_must, *a_may, *b_must, *b_may;
    const char *chance; /* certain, possible, impossible */
} rows[] = {
    { "an-atom-holds", "{a: a2}", "2", "2", "", "", "certain" },
    { "an-atom-fails", "{a: a2}", "1", "1", "", "", "impossible" },
    { "an-atom-on-nothing-is-false", "{a: a2}", "", "", "", "", "impossible" },
    { "an-atom-may-come", "{a: a2}", "", "123", "", "", "possible" },
    { "an-atom-can-come-no-more", "{a: a2}", "", "13", "", "", "impossible" },
    { "any-of-a-list", "{a: [a1, a3]}", "3", "3", "", "", "certain" },
    { "any-of-several-chosen", "{b: [b1, b3]}", "", "", "23", "23", "certain" },
    { "all-of-several-chosen", "{b: {all: [b1, b3]}}", "", "", "123", "123", "certain" },
    { "not-all-of-several", "{b: {all: [b1, b3]}}", "", "", "12", "12", "impossible" },
    { "all-may-come", "{b: {all: [b1, b3]}}", "", "", "1", "13", "possible" },
    { "entries-must-all-hold", "{a: a1, b: b1}", "1", "1", "2", "2", "impossible" },
    { "entries-hold-together", "{a: a1, b: b1}", "1", "1", "12", "12", "certain" },
    { "any-of-guards", "{any: [{a: a1}, {b: b1}]}", "2", "2", "1", "1", "certain" },
    { "any-may-come", "{any: [{a: a1}, {b: b1}]}", "2", "2", "", "1", "possible" },
    { "all-of-guards", "{all: [{a: a1}, {b: b1}]}", "1", "1", "", "13", "possible" },
    { "not-of-what-fails", "{not: {a: a1}}", "2", "2", "", "", "certain" },
    { "not-of-an-open-question", "{not: {a: a1}}", "", "", "", "", "certain" },
    { "not-of-what-may-come", "{not: {a: a1}}", "", "12", "", "", "possible" },
    { "not-of-what-holds", "{not: {a: a1}}", "1", "1", "", "", "impossible" },
    { "not-not", "{not: {not: {a: a1}}}", "1", "1", "", "", "certain" },
    { "deep", "{any: [{all: [{a: a1}, {not: {b: [b1, b2]}}]}, {b: {all: [b2, b3]}}]}", "1", "1",
      "3", "3", "certain" },
};

static FpOptionSet set_of(const char *digits)
{
    FpOptionSet set = { { 0, 0 } };
    for (; *digits != '\0'; digits++)
        set = fp_option_set_union(set, fp_option_set_of((size_t)(*digits - '1')));
    return set;
}

static const char *name_of(FpChance chance)
{
    g_assert_true(chance.is_possible || !chance.is_certain);
    return chance.is_certain ? "certain" : chance.is_possible ? "possible" : "impossible";
}

static void test_chance(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autofree char *text = g_strdup_printf("%s%s}\n", questions_text, rows[row].guard);
    g_autoptr(FpTree) tree = small_tree_of(1, text);
    g_autofree FpGuardNode *guard = fp_guard_compile(tree->rules[0].when);
    FpOptionSet must[] = { set_of(rows[row].a_must), set_of(rows[row].b_must) };
    FpOptionSet may[] = { set_of(rows[row].a_may), set_of(rows[row].b_may) };
    g_assert_cmpstr(name_of(fp_guard_chance(guard, must, may)), ==, rows[row].chance);
    if (fp_option_set_equal(must[0], may[0]) && fp_option_set_equal(must[1], may[1]))
        g_assert_true(fp_guard_holds(guard, must) == g_str_equal(rows[row].chance, "certain"));
}

static void test_no_guard_always_holds(void)
{
    g_assert_null(fp_guard_compile(NULL));
    g_assert_true(fp_guard_holds(NULL, NULL));
    g_assert_cmpstr(name_of(fp_guard_chance(NULL, NULL, NULL)), ==, "certain");
}

static void count_atom(const FpGuardNode *atom, void *user_data)
{
    size_t *counts = user_data;
    counts[atom->question]++;
}

static void test_every_atom_is_visited(void)
{
    size_t counts[2] = { 0, 0 };
    g_autofree char *text =
        g_strdup_printf("%s{any: [{a: a1}, {not: {a: a2, b: b1}}]}}\n", questions_text);
    g_autoptr(FpTree) tree = small_tree_of(1, text);
    g_autofree FpGuardNode *guard = fp_guard_compile(tree->rules[0].when);
    fp_guard_for_each_atom(guard, count_atom, counts);
    g_assert_cmpuint(counts[0], ==, 2);
    g_assert_cmpuint(counts[1], ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/engine/guard/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_chance);
    }
    g_test_add_func("/engine/guard/no-guard-always-holds", test_no_guard_always_holds);
    g_test_add_func("/engine/guard/every-atom-is-visited", test_every_atom_is_visited);
    return g_test_run();
}
