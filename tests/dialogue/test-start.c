// SPDX-License-Identifier: Apache-2.0
#include "crossroads.h"
#include "fp-start.h"
#include "play.h"
#include <string.h>

static const FpStartItem items[] = {
    { .is_session = true, .number = 7, .title = "Mill", .detail = "left an hour ago" },
    { .title = "Left or right?", .detail = "Two roads", .path = "crossroads.yaml" },
    { .title = "Up or down?", .path = "stairs.yaml" },
};

static void test_texts(void)
{
    g_autoptr(FpTree) tree = play_tree(CROSSROADS);
    g_autoptr(FpStart) start = fp_start_new(items, G_N_ELEMENTS(items), "not saved");
    fp_start_set_tree(start, tree);
    size_t n = 0;
    g_assert_cmpstr(fp_start_title(start), ==, "Left or right?");
    g_assert_cmpstr(fp_start_summary(start), ==, "Two roads lead to the mill.");
    g_assert_cmpstr(fp_start_notice(start), ==, "not saved");
    g_assert_cmpstr(fp_start_items(start, &n)[1].path, ==, "stairs.yaml");
    g_assert_cmpint(fp_start_items(start, &n)[2].number, ==, 7); // sessions stand behind the trees
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(items));
}

static void test_nothing_to_tell(void)
{
    g_autoptr(FpStart) start = fp_start_new(NULL, 0, NULL);
    g_assert_cmpstr(fp_start_title(start), !=, "");
    g_assert_cmpstr(fp_start_length(start), ==, "");
    g_assert_nonnull(strstr(fp_start_summary(start), "I don't know"));
    g_assert_null(fp_start_notice(start));
    g_assert_cmpint(fp_start_act(start, &(FpAction) { .kind = FP_ACTION_ACCEPT }), ==,
                    FP_START_STAYS);
    g_assert_cmpint(fp_start_act(start, &(FpAction) { .kind = FP_ACTION_DOWN }), ==,
                    FP_START_STAYS);
}

static const struct {
    const char *name;
    FpAction action;
    FpStartStep step;
    size_t focus;
} actions[] = {
    { "the-newest-session-has-the-focus", { .kind = FP_ACTION_NONE }, FP_START_STAYS, 2 },
    { "down-stays", { .kind = FP_ACTION_DOWN }, FP_START_STAYS, 2 },
    { "up", { .kind = FP_ACTION_UP }, FP_START_STAYS, 1 },
    { "first", { .kind = FP_ACTION_FIRST }, FP_START_STAYS, 0 },
    { "pick", { .kind = FP_ACTION_PICK, .index = 1 }, FP_START_CHOSEN, 1 },
    { "pick-of-nothing", { .kind = FP_ACTION_PICK, .index = 3 }, FP_START_STAYS, 2 },
    { "a-click-focuses", { .kind = FP_ACTION_POINT, .index = 1 }, FP_START_STAYS, 1 },
    { "a-click-on-the-focus-opens", { .kind = FP_ACTION_POINT, .index = 2 }, FP_START_CHOSEN, 2 },
    { "accept", { .kind = FP_ACTION_ACCEPT }, FP_START_CHOSEN, 2 },
    { "cancel-does-not-quit", { .kind = FP_ACTION_CANCEL }, FP_START_STAYS, 2 },
    { "a-short-list-is-not-searched", { .kind = FP_ACTION_SEARCH }, FP_START_STAYS, 2 },
    { "quit", { .kind = FP_ACTION_QUIT }, FP_START_QUIT, 2 },
};

static void test_action(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpStart) start = fp_start_new(items, G_N_ELEMENTS(items), NULL);
    g_assert_cmpint(fp_start_act(start, &actions[i].action), ==, actions[i].step);
    g_assert_cmpuint(fp_start_focus(start), ==, actions[i].focus);
}

static void test_search(void)
{
    static const FpStartItem many[] = {
        { .title = "Left or right?" },
        { .title = "Up or down?" },
        { .is_session = true, .number = 1, .title = "Mill" },
        { .is_session = true, .number = 2, .title = "Lake", .detail = "left at noon" },
        { .is_session = true, .number = 3, .title = "Mill" },
        { .is_session = true, .number = 4, .title = "Hill" },
    };
    g_autoptr(FpStart) start = fp_start_new(many, G_N_ELEMENTS(many), NULL);
    fp_start_act(start, &(FpAction) { .kind = FP_ACTION_SEARCH });
    g_assert_true(fp_start_is_searching(start));
    fp_start_act(start, &(FpAction) { .kind = FP_ACTION_TYPE, .text = "NOON" });
    g_assert_cmpuint(fp_start_n_shown(start), ==, 1);
    g_assert_cmpuint(fp_start_focus(start), ==, 3);
    g_assert_false(fp_start_shows(start, 0));
    fp_start_act(start, &(FpAction) { .kind = FP_ACTION_ACCEPT });
    g_assert_false(fp_start_is_searching(start));
    g_assert_nonnull(fp_start_search(start));
    fp_start_act(start, &(FpAction) { .kind = FP_ACTION_CANCEL });
    g_assert_null(fp_start_search(start));
    g_assert_true(fp_start_shows(start, 0));
}

#define HEAD                                                                                       \
    "fingerpost: 1\nid: t\nversion: '1'\ntitle: T\nlanguage: en\nstrengths: {}\nprefer: [a]\n"     \
    "outcomes: {a: {title: A}}\nquestions:\n"
#define OPTIONS(id) "options: [{id: " id ", label: X}, {id: no, label: Y}]"
#define SMALL(id)   "{id: " id ", ask: Q, type: one, " OPTIONS("x") "}"

static const struct {
    const char *name, *yaml, *length;
} lengths[] = {
    { "one-question", HEAD "- " SMALL("q") "\n", "1 question, about 1 minute." },
    { "follow-ups-of-one-do-not-add-up",
      HEAD "- {id: q, ask: Q, type: one, options: [{id: x, label: X, then: [" SMALL("a") ", " SMALL(
          "b") "]}, {id: y, label: Y, then: [" SMALL("c") "]}]}\n",
      "1 to 3 questions, about 2 minutes." },
    { "follow-ups-of-many-do",
      HEAD "- {id: q, ask: Q, type: many, options: [{id: x, label: X, then: [" SMALL(
          "a") "]}, {id: y, label: Y, then: [" SMALL("b") "]}, {id: z, label: Z, exclusive: true, "
                                                          "then: [" SMALL("c") "]}]}\n",
      "1 to 3 questions, about 2 minutes." },
    { "a-guard-may-not-hold",
      HEAD "- " SMALL("q") "\n- {id: r, ask: R, when: {q: x}, type: one, " OPTIONS("x") "}\n",
      "1 to 2 questions, about 1 minute." },
};

static void test_length(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = play_tree(lengths[i].yaml);
    g_autoptr(FpStart) start = fp_start_new(NULL, 0, NULL);
    fp_start_set_tree(start, tree);
    if (!g_str_has_prefix(fp_start_length(start), lengths[i].length))
        g_error("'%s'", fp_start_length(start));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dialogue/start/texts", test_texts);
    g_test_add_func("/dialogue/start/nothing-to-tell", test_nothing_to_tell);
    g_test_add_func("/dialogue/start/a-search-narrows-the-list", test_search);
    for (size_t i = 0; i < G_N_ELEMENTS(actions); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/start/%s", actions[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_action);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/start/length-%s", lengths[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_length);
    }
    return g_test_run();
}
