// SPDX-License-Identifier: Apache-2.0
// Line by line: what can still win, finishing early, why not another path. On the tree "walk" six hours or
// more rule the path out, and only the road is left.
#include "session.h"

#include <string.h>

#define SETTLED     "club\n+\n7\n"
#define SETTLED_SAY "settled: what is open can change conditions, not the path"

// One row, one conversation and what is said in it.
static const struct {
    const char *name, *input, *says;
} told[] = {
    { "the-prompt-names-the-outlook", "", "v outlook" },
    { "what-can-still-win", "v\n", "  Can still win:\n  - The road: 0 points; wins in " },
    { "where-it-points", "family\nv\n", "- The road: 5 points (first now)" },
    { "what-tells-most", "v\n", "This question tells most now" },
    { "what-cannot-win", SETTLED "v\n", "  Cannot win any more:\n  - The path: ruled out\n" },
    { "what-is-settled", SETTLED "v\n", "  Settled:\n  - The road: 0 points (first now)\n" },
    { "the-outlook-in-the-review", SETTLED "r\nv\n", "  Settled:\n" },
    { "that-it-is-settled", SETTLED, SETTLED_SAY },
    { "that-it-can-be-finished", SETTLED, "Answer (f finish, " },
    { "that-it-can-be-finished-in-the-review", SETTLED "r\n", "Number to change, f finish, " },
    { "that-it-can-be-finished-at-the-result", SETTLED "s\n", "f finish, x why not" },
    { "what-was-left-open", SETTLED "f\n", "finished; 2 open questions can change conditions" },
    { "that-it-is-not-settled", "club\nf\n", "the answers left can still change the path" },
    { "that-it-is-finished", SETTLED "f\nf\n", "this session is finished already" },
    { "what-the-points-are", WALK_ANSWERS "v\n",
      "  Behind or ruled out:\n  - The path: 4 points\n" },
    { "what-would-change-it", WALK_ANSWERS, "One other answer would make it: The path" },
    { "how-firmly-it-stands", WALK_ANSWERS, "How firmly it stands" },
    { "that-other-answers-are-open", "club\ns\n", "can still come first" },
    { "why-not-the-other-path", WALK_ANSWERS "x\n", "\nThe path\nIt is 2 points behind: 4 to 6." },
    { "what-rules-the-other-path-out", SETTLED "f\nx\n",
      "What rules it out\n  - The path is short." },
    { "what-would-make-it-come-first", SETTLED "f\nx\n",
      "What would make it come first\n  One other answer would make it: The path\n" },
    { "the-way-to-why-not", "x\n", "x tells at the recommendation why not another path" },
    { "why-not-in-the-prompt", WALK_ANSWERS, "x why not, " },
};

static void test_told(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", told[row].input);
    expect_status(asked, 0);
    expect_silent_err(asked);
    expect_printable(asked);
    expect_out(asked, told[row].says);
}

// One row, one way to finish with two questions open.
static const struct {
    const char *name, *input;
} finishes[] = {
    { "from-the-question", SETTLED "f\n" },
    { "from-the-review", SETTLED "r\nf\n" },
    { "from-the-result-so-far", SETTLED "s\nf\n" },
    { "after-a-look-at-the-other-path", SETTLED "s\nx\nf\n" },
};

static void test_finish(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", finishes[row].input);
    expect_status(asked, 0);
    expect_out(asked, "the only path left: The road");
    expect_out(asked, "fingerpost show --full 1");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
    expect_json(list, "0.outcome", "road");
    g_autoptr(Json) json = show(home, "1");
    expect_json(json, "open", "gear,rain");
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)) != NULL; text++)
        n++;
    return n;
}

// Neither what is asked besides nor a refusal says it again.
static void test_settled_is_told_once(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", SETTLED "v\nh\n?\nx\n9\n");
    g_assert_cmpuint(count(asked->out, SETTLED_SAY), ==, 1);
    g_assert_cmpuint(count(asked->out, "x tells at the recommendation"), ==, 1);
}

static void test_unsettled_again(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", SETTLED "b\nfew\nf\n");
    expect_out(asked, "the answers left can still change the path");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "open");
}

static void test_resumed_settled(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", SETTLED);
    g_autoptr(Run) resumed = resume(home, "1", "f\n");
    expect_status(resumed, 0);
    expect_out(resumed, SETTLED_SAY);
    expect_out(resumed, "the only path left: The road");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
}

// What the shown session says afterwards was said at the end of the talk: what is read first, or all.
static void test_result_is_what_show_prints(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) asked = ask(home, "walk", WALK_ANSWERS);
    g_autoptr(Run) shown = run(home, "show", "last", NULL);
    expect_status(shown, 0);
    // Behind it `show` names the way to the rest.
    const char *rest = strstr(shown->out, "\nThe answers, the limits");
    g_assert_nonnull(rest);
    g_autofree char *first = g_strndup(shown->out, (size_t)(rest - shown->out));
    expect_out(asked, first);
    g_autoptr(Run) resumed = resume(home, "1", "a\n");
    g_autoptr(Run) whole = run(home, "show", "--full", "1", NULL);
    expect_out(resumed, whole->out);
}

#define ADD_ROWS(prefix, list, test)                                                               \
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++) {                                              \
        g_autofree char *path = g_strconcat("/cli/plain-outlook/" prefix "/", list[i].name, NULL); \
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test);                                     \
    }

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_ROWS("tells", told, test_told);
    ADD_ROWS("finishes", finishes, test_finish);
    g_test_add_func("/cli/plain-outlook/settled-is-told-once", test_settled_is_told_once);
    g_test_add_func("/cli/plain-outlook/another-answer-unsettles-it", test_unsettled_again);
    g_test_add_func("/cli/plain-outlook/a-resumed-session-tells-it", test_resumed_settled);
    g_test_add_func("/cli/plain-outlook/the-result-is-what-show-prints",
                    test_result_is_what_show_prints);
    return g_test_run();
}
