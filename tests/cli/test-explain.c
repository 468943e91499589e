// SPDX-License-Identifier: Apache-2.0
// What `tree explain` and `decide --explain` tell of the tree "walk".
#include "session.h"

static Run *explain(Home *home, const char *answers, const char *id, const char *option)
{
    g_autofree char *tree = tree_path("walk");
    const char *sheet = home_write(home, "answers.yaml", answers);
    return run(home, "tree", "explain", "--tree", tree, "--answers", sheet, id, option, NULL);
}

// One row, one effect that did not fire or did: what is said of it.
static const struct {
    const char *name, *answers, *id, *says;
} rows[] = {
    { "a-chosen-option-fires", "answers: {who: family}", "who.family", "[x] " },
    { "a-reason-of-what-fired", "answers: {who: family}", "who.family", "effect fired." },
    { "an-open-question", "answers: {}", "who.family", "question 'who' is still open" },
    { "an-unknown", "answers: {who: unknown}", "who.family",
      "question 'who' is answered \"I don't know\"" },
    { "another-answer", "answers: {who: club}", "who.family", "question 'who' is answered: club" },
    { "under-another-answer", "answers: {who: club}", "children",
      "question 'who' is answered: club" },
    { "an-option-of-any-question", "answers: {}", "family", "who.family" },
};

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) explained = explain(home, rows[row].answers, rows[row].id, NULL);
    expect_status(explained, 0);
    expect_silent_err(explained);
    expect_out(explained, rows[row].says);
    expect_printable(explained);
}

// A tree of its own: guards of an effect, a rule and a question.
static const char guards[] =
    "fingerpost: 1\n"
    "id: guards\n"
    "version: \"1\"\n"
    "title: Guards\n"
    "language: en\n"
    "strengths: {some: 2}\n"
    "close_call: 0\n"
    "prefer: [left, right]\n"
    "outcomes:\n"
    "  left: {title: Left, summary: Left.}\n"
    "  right: {title: Right, summary: Right.}\n"
    "questions:\n"
    "- id: a\n"
    "  ask: A?\n"
    "  type: one\n"
    "  options:\n"
    "  - id: one\n"
    "    label: One\n"
    "    effects: [{favour: left, strength: some, because: One., cites: []}]\n"
    "  - {id: two, label: Two}\n"
    "- id: b\n"
    "  ask: B?\n"
    "  type: one\n"
    "  when: {a: two}\n"
    "  options:\n"
    "  - id: three\n"
    "    was: [drei]\n"
    "    label: Three\n"
    "    effects: [{favour: right, strength: some, because: Three., cites: []}]\n"
    "  - {id: four, label: Four}\n"
    "rules:\n"
    "- id: both\n"
    "  when: {b: [three, four]}\n"
    "  effects: [{favour: right, strength: some, because: Both., cites: []}]\n";

static void test_guards(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = home_write(home, "guards.yaml", guards);
    const char *sheet = home_write(home, "answers.yaml", "answers: {a: one}");
    g_autoptr(Run) text =
        run(home, "decide", "--explain", "--tree", tree, "--answers", sheet, NULL);
    expect_status(text, 0);
    expect_out(text, "a.one: One\n  [x] +2 left\n      One.\n");
    expect_out(text, "question 'b' is not asked; its condition does not hold: a is two (line 24)");
    expect_out(text, "question 'a' is answered: one");
    expect_out(text, "Rule both\n");
    expect_out(text, "the rule's condition does not hold: b is one of three, four (line 33)");
    expect_out(text, "question 'b' is not asked");
    expect_out(text, "1 of 3 effects fired.");
}

static void test_an_earlier_name(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = home_write(home, "guards.yaml", guards);
    g_autoptr(Run) text = run(home, "tree", "explain", "--tree", tree, "drei", NULL);
    expect_status(text, 0);
    expect_out(text, "b.three");
}

static void test_json(void)
{
    g_autoptr(Home) home = home_new();
    const char *tree = home_write(home, "guards.yaml", guards);
    const char *sheet = home_write(home, "answers.yaml", "answers: {a: one}");
    g_autoptr(Run) out =
        run(home, "tree", "explain", "--json", "--tree", tree, "--answers", sheet, "right", NULL);
    expect_status(out, 0);
    g_autoptr(Json) json = json_read(out->out);
    g_assert_cmpuint(json_length(json, "effects"), ==, 2);
    expect_json(json, "effects.0.effect", "favour");
    expect_json(json, "effects.0.outcomes", "right");
    expect_json(json, "effects.0.option", "three");
    expect_json(json, "effects.0.fired", "false");
    expect_json(json, "effects.0.kept_by", "question_guard");
    expect_json(json, "effects.0.guarded", "b");
    expect_json(json, "effects.0.at", "a");
    expect_json(json, "effects.0.state", "answered");
    expect_json(json, "effects.0.answer", "one");
    expect_json(json, "effects.0.entry_line", "24");
    expect_json(json, "effects.1.rule", "both");
    expect_json(json, "effects.1.kept_by", "rule_guard");
    expect_json(json, "effects.1.state", "not_asked");
}

static void test_unknown_id(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) near = explain(home, "answers: {}", "chidren", NULL);
    expect_status(near, 2);
    expect_one_line_err(near);
    expect_err(near, "did you mean 'children'?");
    g_autoptr(Run) far = explain(home, "answers: {}", "something-else", NULL);
    expect_err(far, "give the id of a question, an option, an outcome, a control or a rule");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/cli/explain/says/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/cli/explain/whose-condition-and-where", test_guards);
    g_test_add_func("/cli/explain/an-earlier-name", test_an_earlier_name);
    g_test_add_func("/cli/explain/as-json", test_json);
    g_test_add_func("/cli/explain/an-unknown-id-is-told", test_unknown_id);
    return g_test_run();
}
