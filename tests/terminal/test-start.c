// SPDX-License-Identifier: Apache-2.0
// The first screen stands before its tree is read: what is wrong with the tree is told all the same, and
// what was typed meanwhile is neither lost nor taken for an answer.
#include "opening.h"

#include <locale.h>
#include <string.h>

#define HEAD                                                                                        \
    "fingerpost: 1\nid: small\nversion: '1'\ntitle: Which small way?\nsummary: A way of few words." \
    "\nlanguage: en\nstrengths: {}\nprefer: [a]\noutcomes: {a: {title: A}}\n"
#define QUESTION(id)                                                                               \
    "- {id: " id ", ask: Which?, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}\n"

/* More than the beginning that the heading is read from. */
static char *pad(void)
{
    g_autofree char *line = g_strnfill(100, '#');
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append_printf(text, "%s\n", line);
    return g_string_free(text, FALSE);
}

static void test_length_comes(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *padding = pad();
    g_autofree char *text =
        g_strconcat(HEAD, padding, "questions:\n" QUESTION("q") QUESTION("r"), NULL);
    const char *path = home_write(home, "small.yaml", text);
    g_autoptr(Terminal) term = open_command(home, LIST("ask", path));
    expect_screen(term, "A way of few words.");
    expect_screen(term, "2 questions, about 1 minute.");
    expect_screen(term, "Begin with the first question");
    leave(term);
}

/* One row, one tree whose fault is seen only once it is read whole, or at once. */
static const struct {
    const char *name, *head, *rest, *fault;
    bool is_padded;
} faulty[] = {
    { "behind-a-good-heading", HEAD, "questions: {}\n", "small.yaml:", true },
    { "no-facts-file", HEAD, "uses: [nowhere]\nquestions:\n" QUESTION("q"),
      "there is no facts file", true },
    { "broken-yaml-behind", HEAD, "questions: [\n", "never closed", true },
    { "no-title", "fingerpost: 1\nid: small\n", "", "title", false },
    { "no-yaml", "\t{", "", "small.yaml' is no tree", false },
    { "empty", "", "", "small.yaml' is no tree", false },
};

static void test_faulty(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(Home) home = home_new();
    g_autofree char *padding = faulty[row].is_padded ? pad() : g_strdup("");
    g_autofree char *text = g_strconcat(faulty[row].head, padding, faulty[row].rest, NULL);
    const char *path = home_write(home, "small.yaml", text);
    g_autoptr(Terminal) term = open_command(home, LIST("ask", path));
    expect_exit(term, 2);
    expect_screen(term, faulty[row].fault);
}

/* Keys that were typed before the program had the terminal. */
static Terminal *open_typing(Home *home, const char *tree, const char *keys)
{
    g_autofree char *path = tree_path(tree);
    Terminal *term = open_command(home, LIST("ask", path));
    send_bytes(term, keys, strlen(keys));
    return term;
}

static void test_keys_ahead_choose(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_typing(home, "walk", "1");
    expect_screen(term, "Question 1 of about");
    leave(term);
}

static void test_keys_ahead_leave(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_typing(home, "walk", "q");
    expect_exit(term, 0);
}

// The first of them chooses; the others came before the question could be read.
static void test_keys_ahead_answer_nothing(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_typing(home, "walk", "1333");
    expect_screen(term, "Question 1 of about");
    expect_screen(term, "What was typed before this screen stood was not taken.");
    press(term, "j");
    expect_gone(term, "What was typed before");
    expect_cursor_on(term, "One person");
    expect_screen(term, "Question 1 of about");
    leave(term);
}

#define ADD(name, test) g_test_add_func("/terminal/start/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("the-length-comes-with-the-tree", test_length_comes);
    for (size_t i = 0; i < G_N_ELEMENTS(faulty); i++) {
        g_autofree char *path = g_strconcat("/terminal/start/faulty/", faulty[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_faulty);
    }
    ADD("keys-ahead/choose", test_keys_ahead_choose);
    ADD("keys-ahead/leave", test_keys_ahead_leave);
    ADD("keys-ahead/answer-nothing", test_keys_ahead_answer_nothing);
    return g_test_run();
}
