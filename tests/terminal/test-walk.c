// SPDX-License-Identifier: Apache-2.0
// Ways through a session, as a person walks them.
#include "opening.h"

#include <locale.h>

static void test_to_the_result(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "walk");
    expect_row(term, 0, "Which way to the lake?");
    expect_screen(term, "A small tree for tests.");
    expect_screen(term, "3 to 5 questions, about 3 minutes.");
    expect_cursor_on(term, "Begin with the first question");
    press(term, "<Enter>");
    expect_screen(term, "Who walks?");
    expect_row(term, 0, "nothing to save yet");
    expect_cursor_on(term, "A family");
    press(term, "<Enter>");
    expect_screen(term, "How old is the youngest?");
    expect_row(term, 0, "session 1, saved");
    press(term, "j<Enter>");
    expect_screen(term, "Tick all that apply");
    press(term, "<Space>3<Enter>");
    expect_screen(term, "Type a number, from 1 to 24");
    press(term, "3.5<Enter>");
    expect_screen(term, "› ○ 1  It may|");
    press(term, "1");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "Recommended: The road");
    press(term, "q");
    expect_exit(term, 0);
    expect_screen(term, "Recommended: The road");
    expect_screen(term, "'fingerpost show --full 1' prints the whole recommendation.");
    g_autoptr(Json) json = show(home, "1");
    expect_json(json, "answers.who", "family");
    expect_json(json, "answers.children", "child");
    expect_json(json, "answers.gear", "tent,food");
    expect_json(json, "answers.hours", "3.5");
    expect_json(json, "answers.rain", "wet");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
}

/* ---- Follow-ups ---- */

static void test_follow_up_comes_and_goes(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    expect_gone(term, "youngest");
    press(term, "1");
    expect_screen(term, "How old is the youngest?");
    expect_screen(term, "May it rain?");
    press(term, "b");
    expect_screen(term, "Question 1 of about 5");
    press(term, "2");
    expect_screen(term, "Question 2 of about 3");
    expect_gone(term, "May it rain?");
    leave(term);
}

static void test_follow_up_keeps_its_answer(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "1");
    expect_screen(term, "How old is the youngest?");
    press(term, "1");
    expect_screen(term, "Question 3 of about 5");
    press(term, "b");
    expect_screen(term, "Question 2 of about 5");
    press(term, "b");
    expect_screen(term, "Question 1 of about 5");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    expect_screen(term, "~ How old is the"); // resting
    press(term, "b");
    expect_screen(term, "Question 1 of about 4");
    press(term, "1");
    expect_screen(term, "Question 2 of about 5");
    expect_screen(term, "● 1  Carried");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.children", "baby");
    expect_json(json, "resting", "");
}

/* ---- One ---- */

static void test_digit_answers(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "alone");
}

static void test_space_marks_without_going_on(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "j<Space>");
    expect_screen(term, "› ● 2  One person");
    press(term, "<Esc>");
    expect_screen(term, "○ 2  One person");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    g_assert_cmpuint(json_length(list, ""), ==, 0); // no answer: nothing to keep
}

static void test_digit_too_high_is_told(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "7");
    expect_row(term, -2, "there are 3 options here");
    press(term, "j");
    expect_gone(term, "there are 3 options here");
    leave(term);
}

static void test_focus_stops_at_the_ends(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "k<Up><PageUp>j");
    expect_cursor_on(term, "One person");
    press(term, "G");
    expect_cursor_on(term, "A club");
    press(term, "<Down>jg");
    expect_cursor_on(term, "A family");
    press(term, "<End>");
    expect_cursor_on(term, "A club");
    press(term, "<C-p>");
    expect_cursor_on(term, "One person");
    press(term, "<C-n><Home>");
    expect_cursor_on(term, "A family");
    leave(term);
}

/* ---- Many ---- */

static Terminal *open_many(Home *home)
{
    Terminal *term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "What do they carry?");
    expect_screen(term, "□ 1  A tent");
    return term;
}

static void test_many_ticks(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "<Space>jj<Space>2");
    expect_screen(term, "■ 1  A tent|■ 2  A rope|■ 3  Food|□ 4  Nothing at all|");
    press(term, "1");
    expect_screen(term, "□ 1  A tent|■ 2  A rope|■ 3  Food|");
    press(term, "<Enter>");
    expect_screen(term, "How many hours have they?");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.gear", "rope,food");
}

static void test_exclusive_stands_alone(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "12");
    expect_screen(term, "■ 1  A tent|■ 2  A rope|");
    press(term, "4");
    expect_screen(term, "□ 1  A tent|□ 2  A rope|□ 3  Food|■ 4  Nothing at all|");
    expect_screen(term, "'Nothing at all' stands alone and replaces 2 ticks");
    press(term, "4"); // and gives them back
    expect_screen(term, "■ 1  A tent|■ 2  A rope|□ 3  Food|□ 4  Nothing at all|");
    press(term, "43");
    expect_screen(term, "■ 3  Food|□ 4  Nothing at all|");
    leave_without(term);
}

static void test_nothing_ticked_is_no_answer(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "<Enter>");
    expect_row(term, -2, "nothing is ticked: tick what applies, or say that you don't know");
    expect_screen(term, "□ 1  A tent");
    leave(term);
}

static void test_ticks_outlive_a_look_elsewhere(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "2");
    expect_screen(term, "■ 2  A rope");
    press(term, "b");
    expect_screen(term, "Question 1 of about");
    expect_gone(term, "■ 2  A rope");
    press(term, "<Tab>");
    expect_screen(term, "■ 2  A rope");
    leave_without(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.gear", NULL);
}

/* ---- Number ---- */

static Terminal *open_number(Home *home)
{
    Terminal *term = open_many(home);
    press(term, "u");
    expect_screen(term, "How many hours have they?");
    return term;
}

static void test_number_out_of_range(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "25<Enter>");
    expect_screen(term, "'25' is out of range; it can be from 1 to 24");
    expect_screen(term, "[25");
    press(term, "<BS>");
    expect_screen(term, "[2 ");
    press(term, "<Enter>");
    expect_screen(term, "Recommend");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "2");
}

static void test_number_drops_nothing(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "1x2.5");
    expect_screen(term, "[1x2.5");
    expect_screen(term, "no number: 'x' has no place in one");
    press(term, "<Enter>");
    expect_screen(term, "'1x2.5' is no number: 'x' has no place in one");
    press(term, "<Left><Left><Left><BS><Del>");
    expect_screen(term, "[1.5");
    expect_screen(term, "1.5 hours: Less than six");
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_number_by_its_range(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "jj");
    expect_cursor_on(term, "Six or more");
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "lots");
}

static void test_no_number_is_no_answer(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "<Enter>");
    expect_screen(term, "type a number, from 1 to 24");
    leave(term);
}

/* ---- Unknown, back, next, take back, undo ---- */

static void test_unknown_for_all(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    expect_screen(term, "? What do they carry?");
    press(term, "u");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "null");
    expect_json(json, "open", "");
}

static void test_back_by_each_key(void)
{
    static const char *const keys[] = { "b", "<BS>", "<S-Tab>" };
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        press(term, "3");
        expect_screen(term, "What do they carry?");
        expect_screen(term, "Question 2 of about");
        press(term, keys[i]);
        expect_screen(term, "Question 1 of about");
        expect_screen(term, "● 3  A club");
    }
    press(term, "b");
    expect_row(term, -2, "this is the first question");
    leave(term);
}

static void test_next_leaves_it_open(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "<Tab>");
    expect_screen(term, "Question 2 of about 3");
    press(term, "4<Enter>");
    expect_screen(term, "Question 3 of about 3");
    press(term, "1<Enter>"); // after the last one: the first that is open
    expect_screen(term, "Question 1 of about 3");
    press(term, "2");
    expect_screen(term, "Question 2 of about 3");
    expect_screen(term, "■ 4  Nothing at all");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
}

static void test_take_back(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "Question 2 of about");
    press(term, "b");
    expect_screen(term, "● 2  One person");
    press(term, "c");
    expect_screen(term, "○ 2  One person");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", NULL);
}

static void test_undo(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "Question 2 of about 3");
    press(term, "1<Enter>");
    expect_screen(term, "Question 3 of about 3");
    press(term, "z");
    expect_screen(term, "undone: this question is open again");
    expect_screen(term, "□ 1  A tent");
    press(term, "z");
    expect_screen(term, "○ 2  One person");
    press(term, "z");
    expect_screen(term, "there is nothing to undo");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers", "{}");
}

/* ---- Why and note ---- */

static void test_why(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "w");
    expect_screen(term, "Children walk slowly.");
    expect_screen(term, "The road is open all year.");
    press(term, "w");
    expect_gone(term, "Children walk slowly.");
    press(term, "w");
    expect_screen(term, "Children walk slowly.");
    press(term, "<Esc>");
    expect_gone(term, "Children walk slowly.");
    expect_screen(term, "Question 1 of about");
    leave(term);
}

static void test_note_is_kept(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "q: ask Anna 2x"); // letters and digits are text here
    expect_cursor_on(term, "q: ask Anna 2x");
    press(term, "<Enter>");
    expect_screen(term, "Note: q: ask Anna 2x");
    leave(term);
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "q: ask Anna 2x");
}

static void test_note_is_dropped(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "nnonsense");
    expect_screen(term, "onsense");
    press(term, "<Esc>");
    expect_gone(term, "onsense");
    leave(term);
}

static void test_note_is_edited(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "one two three");
    expect_screen(term, "one two three");
    press(term, "<C-w>four");
    expect_screen(term, "one two four");
    press(term, "<C-a>zero <C-e><BS><BS>");
    expect_screen(term, "zero one two fo");
    press(term, "<C-u>");
    expect_gone(term, "zero one two fo");
    press(term, "first<C-j>second");
    expect_screen(term, "first|second|");
    press(term, "<Enter>");
    expect_screen(term, "Note: first");
    leave(term);
}

// Leaving a note unfinished by ending the program loses nothing that was typed.
static void test_note_outlives_a_signal(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "n");
    expect_screen(term, "Note on this question");
    press(term, "half a thought");
    expect_screen(term, "half a thought");
    press(term, "<C-c>");
    expect_exit(term, 130);
    g_autoptr(Run) shown = run(home, "show", "--full", "last", NULL);
    expect_out(shown, "half a thought");
}

/* ---- Review and result ---- */

static Terminal *open_result(Home *home)
{
    Terminal *term = open_many(home);
    press(term, "2<Enter>");
    expect_screen(term, "How many hours have they?");
    press(term, "3<Enter>");
    expect_row(term, 0, "Recommendation");
    return term;
}

static void test_review_and_change_of_one(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    expect_screen(term, "Recommended: The path");
    press(term, "r");
    expect_row(term, 0, "All answers");
    expect_screen(term, "✓ Who walks?|    One person|");
    press(term, "gj");
    expect_cursor_on(term, "What do they carry?");
    press(term, "<Enter>");
    expect_screen(term, "■ 2  A rope");
    press(term, "4<Enter>"); // back to the review by itself
    expect_row(term, 0, "All answers");
    expect_screen(term, "Nothing at all");
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.gear", "nothing");
    expect_json(json, "answers.hours", "3");
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished"); // the change had opened it again
}

static void test_review_last_row_is_the_result(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    press(term, "r");
    expect_row(term, 0, "All answers");
    press(term, "G");
    expect_cursor_on(term, "Show the recommendation");
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    leave(term);
}

static void test_review_shows_what_is_open(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "r");
    expect_row(term, 0, "All answers");
    expect_screen(term, "What do they carry?|  still open|");
    press(term, "<Esc>");
    expect_screen(term, "Question 2 of about");
    leave(term);
}

static void test_result_so_far(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    press(term, "s");
    expect_row(term, 0, "Recommendation");
    expect_screen(term, "2 questions are still open");
    press(term, "b");
    expect_screen(term, "Question 2 of about");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "open");
}

static void test_result_is_read_to_its_end(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_result(home);
    press(term, "j<Space><PageDown><C-d>");
    expect_gone(term, "Recommended: The path");
    expect_row(term, 0, "page ");
    press(term, "aG");
    expect_screen(term, "Session digest");
    expect_row(term, 0, " of ");
    press(term, "g");
    expect_screen(term, "Recommended: The path");
    press(term, "<Tab>");
    expect_row(term, 3, "How the paths stand");
    leave(term);
}

/* ---- Coming back ---- */

static void test_resume_by_command(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) first = open_many(home);
    press(first, "q");
    expect_exit(first, 0);
    expect_screen(first, "Saved as session 1; 'fingerpost resume 1' goes on with it.");
    g_autoptr(Terminal) second = open_command(home, LIST("resume"));
    expect_screen(second, "Question 2 of about 3");
    expect_row(second, 0, "session 1, saved");
    press(second, "u");
    expect_screen(second, "Question 3 of about 3");
    leave(second);
    g_autoptr(Json) list = list_history(home);
    g_assert_cmpuint(json_length(list, ""), ==, 1);
    expect_json(list, "0.answers", "2");
}

static void test_resume_from_the_first_screen(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) first = open_many(home);
    leave(first);
    g_autoptr(Terminal) second = open_tree(home, "walk");
    expect_screen(second, "Go on where you left off");
    expect_cursor_on(second, "Session 1: Which way to the lake?");
    expect_screen(second, "1 answer");
    press(second, "<Enter>");
    expect_screen(second, "Question 2 of about 3");
    leave(second);
    g_autoptr(Terminal) third = open_tree(home, "walk");
    expect_cursor_on(third, "Session 1: Which way to the lake?");
    press(third, "1"); // starting anew stands first
    expect_screen(third, "Question 1 of about 3");
    press(third, "1");
    expect_row(third, 0, "session 2, saved");
    leave(third);
}

static void test_resume_of_a_finished_one(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) first = open_result(home);
    leave(first);
    g_autoptr(Terminal) second = open_command(home, LIST("resume", "1"));
    expect_row(second, 0, "Recommendation");
    press(second, "b");
    expect_screen(second, "How many hours have they?");
    leave(second);
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
}

static void test_not_saved(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("ask", "--no-save", path));
    expect_screen(term, "Begin with the first question");
    press(term, "<Enter>");
    expect_row(term, 0, "not saved");
    press(term, "1");
    expect_screen(term, "Question 2 of about");
    leave(term);
    expect_screen(term, "Nothing was kept of this session.");
    g_assert_false(g_file_test(home_path(home, "data"), G_FILE_TEST_EXISTS));
}

static void test_leaving_at_once(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "walk");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    g_assert_cmpuint(json_length(list, ""), ==, 0);
}

/* ---- The mouse, and the shipped tree ---- */

static void test_click(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_tree(home, "walk");
    click(term, "Begin with the first question");
    expect_screen(term, "Question 1 of about 3");
    press(term, "j"); // a hand on the keyboard: no double click is under way
    expect_cursor_on(term, "One person");
    click(term, "A club");
    expect_screen(term, "› ● 3  A club");
    click(term, "A club");
    expect_screen(term, "Question 2 of about 4");
    press(term, "j");
    expect_cursor_on(term, "A rope");
    click(term, "A rope");
    expect_screen(term, "■ 2  A rope");
    click(term, "Enter answer");
    expect_screen(term, "Question 3 of about 4");
    press(term, "j");
    click(term, "? help");
    expect_row(term, 0, "Keys");
    press(term, "j");
    click(term, "? close");
    expect_screen(term, "Question 3 of about 4");
    leave(term);
}

static void test_no_mouse(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Terminal) term = open_command(home, LIST("ask", "--no-mouse", path));
    expect_screen(term, "Begin with the first question");
    click(term, "Begin with the first question"); // the terminal sends nothing
    press(term, "?");
    expect_row(term, 0, "Keys");
    press(term, "?");
    expect_row(term, 0, "Which way to the lake?");
    leave(term);
}

// Every question of the shipped tree, with what an "I don't know" leads to.
static void test_shipped_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_command(home, LIST("ask", "claude-deployment"));
    expect_row(term, 0, "Which path to Claude?");
    press(term, "<Enter>");
    for (size_t i = 1; i <= 30 && !terminal_shows(term, "Recommendation"); i++) {
        g_autofree char *position = g_strdup_printf("Question %zu of about", i);
        expect_screen(term, position);
        press(term, "u");
        expect_gone(term, position);
    }
    expect_row(term, 0, "Recommendation");
    press(term, "aG");
    expect_screen(term, "Session digest");
    leave(term);
    g_autoptr(Json) list = list_history(home);
    expect_json(list, "0.state", "finished");
    expect_json(list, "0.tree", "claude-deployment");
}

// Several trees are installed, and none was named: one is chosen.
static void test_choice_of_a_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_command(home, NULL);
    expect_row(term, 0, "Fingerpost: which way to go, and why");
    expect_screen(term, "› 1  Which path to Claude?");
    expect_screen(term, "  2  ");
    expect_screen(term, "  3  ");
    press(term, "1");
    expect_row(term, 0, "Which path to Claude?");
    expect_screen(term, "Question 1 of about");
    leave(term);
}

#define ADD(name, test) g_test_add_func("/terminal/walk/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("leads-to-the-result", test_to_the_result);
    ADD("a-follow-up-comes-and-goes", test_follow_up_comes_and_goes);
    ADD("a-follow-up-keeps-its-answer", test_follow_up_keeps_its_answer);
    ADD("a-digit-answers", test_digit_answers);
    ADD("space-marks-without-going-on", test_space_marks_without_going_on);
    ADD("a-digit-too-high-is-told", test_digit_too_high_is_told);
    ADD("the-focus-stops-at-the-ends", test_focus_stops_at_the_ends);
    ADD("many-are-ticked", test_many_ticks);
    ADD("an-exclusive-option-stands-alone", test_exclusive_stands_alone);
    ADD("nothing-ticked-is-no-answer", test_nothing_ticked_is_no_answer);
    ADD("ticks-outlive-a-look-elsewhere", test_ticks_outlive_a_look_elsewhere);
    ADD("a-number-out-of-range-is-told", test_number_out_of_range);
    ADD("a-number-drops-nothing-unseen", test_number_drops_nothing);
    ADD("a-number-by-its-range", test_number_by_its_range);
    ADD("no-number-is-no-answer", test_no_number_is_no_answer);
    ADD("unknown-is-an-answer", test_unknown_for_all);
    ADD("back-loses-nothing", test_back_by_each_key);
    ADD("next-leaves-it-open", test_next_leaves_it_open);
    ADD("an-answer-is-taken-back", test_take_back);
    ADD("undo", test_undo);
    ADD("why-is-told", test_why);
    ADD("a-note-is-kept", test_note_is_kept);
    ADD("a-note-is-dropped", test_note_is_dropped);
    ADD("a-note-is-edited", test_note_is_edited);
    ADD("a-note-outlives-ctrl-c", test_note_outlives_a_signal);
    ADD("one-answer-is-changed-from-the-review", test_review_and_change_of_one);
    ADD("the-reviews-last-row-is-the-result", test_review_last_row_is_the_result);
    ADD("the-review-shows-what-is-open", test_review_shows_what_is_open);
    ADD("the-result-so-far", test_result_so_far);
    ADD("the-result-is-read-to-its-end", test_result_is_read_to_its_end);
    ADD("resume-stands-where-one-left", test_resume_by_command);
    ADD("the-first-screen-offers-to-go-on", test_resume_from_the_first_screen);
    ADD("a-finished-session-opens-at-its-result", test_resume_of_a_finished_one);
    ADD("no-save-keeps-nothing", test_not_saved);
    ADD("leaving-at-once-keeps-nothing", test_leaving_at_once);
    ADD("clicks-choose", test_click);
    ADD("no-mouse-asks-for-no-clicks", test_no_mouse);
    ADD("the-shipped-tree-by-unknown-alone", test_shipped_tree);
    ADD("one-of-several-trees-is-chosen", test_choice_of_a_tree);
    return g_test_run();
}
