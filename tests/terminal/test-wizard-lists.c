// SPDX-License-Identifier: Apache-2.0
// Lists and fields: what is not in view is counted, what is typed is told, what is not accepted is not
// lost without a word.
#include "opening.h"

#include <locale.h>
#include <string.h>

/* ---- Nothing is lost without a word ---- */

static Terminal *open_many(Home *home)
{
    Terminal *term = open_question(home, "walk");
    press(term, "2");
    expect_screen(term, "□ 1  A tent");
    return term;
}

static Terminal *open_number(Home *home)
{
    Terminal *term = open_many(home);
    press(term, "2<Enter>");
    expect_screen(term, "Question 3 of about 3");
    return term;
}

static void test_leaving_with_ticks(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_many(home);
    expect_row(term, 0, "session 1, saved");
    press(term, "12");
    expect_row(term, 0, "not accepted yet");
    press(term, "q");
    expect_screen(term, "2 ticks are not accepted yet: Enter accepts them, q again leaves without");
    press(term, "<Enter>");
    expect_screen(term, "Question 3 of about 3");
    expect_row(term, 0, "session 1, saved");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.gear", "tent,rope");
}

static void test_letters_in_a_number(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "7q");
    expect_screen(term, "[7q ");
    expect_screen(term, "no number: 'q' has no place in one");
    press(term, "<BS>");
    expect_screen(term, "7 hours: Six or more");
    press(term, "<Esc>");
    expect_gone(term, "[7");
    leave(term); // a letter is a key again
}

static void test_how_a_number_is_read(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "10.000");
    expect_screen(term, "10 hours: Six or more");
    press(term, "<Esc>"); // and what follows at once would be Alt with it
    expect_gone(term, "[10.000");
    press(term, "1,5<Enter>");
    expect_screen(term, "fraction stands a point, as in 1.5");
    press(term, "<Esc>");
    expect_gone(term, "[1,5");
    paste(term, "4.5\n");
    expect_screen(term, "4.5 hours: Less than six");
    press(term, "<Enter>");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "4.5");
}

// What was typed ahead of the next question is no second line of a paste.
static void test_enter_in_a_run_of_keys_accepts(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    press(term, "3");
    expect_screen(term, "Question 2 of about 4");
    press(term, "2<Enter>");
    expect_screen(term, "Question 3 of about 4");
    send_bytes(term, "3\rj", 3);
    expect_screen(term, "Question 4 of about 4");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "3");
}

static void test_ranges_have_numbers(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    expect_screen(term, "○    Less than six|○    Six or more|");
    press(term, "j");
    expect_screen(term, "› ○ 1  Less than six|  ○ 2  Six or more|");
    press(term, "2");
    expect_screen(term, "› ● 2  Six or more|");
    press(term, "<Space>");
    expect_screen(term, "› ○ 2  Six or more|");
    press(term, "22");
    expect_row(term, 0, "Recommendation");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.hours", "lots");
}

static void test_answers_that_rest_are_told(void)
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
    press(term, "2");
    expect_screen(term, "1 answer rests now, kept but not counted: 'How old is the youngest?'");
    expect_screen(term, "~ rests: not asked now");
    leave(term);
}

/* ---- The mouse ---- */

static void test_a_double_click_answers_one_question(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question(home, "walk");
    click(term, "A club");
    click(term, "A club");
    click(term, "A club"); // where the next question has an option
    expect_screen(term, "Question 2 of about 4");
    press(term, "j");
    expect_cursor_on(term, "A rope");
    expect_screen(term, "□ 1  A tent|□ 2  A rope|□ 3  Food|□ 4  Nothing at all|");
    leave(term);
    g_autoptr(Json) json = show(home, "last");
    expect_json(json, "answers.who", "club");
    expect_json(json, "answers.gear", NULL);
}

static void test_help_tells_of_mouse_and_marks(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "walk", 100, 60);
    press(term, "?");
    expect_row(term, 0, "Keys");
    expect_screen(term, "Click an option to mark it");
    expect_screen(term, "~   not asked now: its answer rests");
}

/* ---- Lists ---- */

static void test_long_lists_say_how_many_more(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "hundred", 80, 24);
    expect_screen(term, "↓ ");
    expect_screen(term, " more|");
    press(term, "G");
    expect_screen(term, "↑ ");
    expect_gone(term, "↓ ");
    leave(term);
}

static void test_search_of_options(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_question_sized(home, "hundred", 80, 24);
    press(term, "/");
    expect_screen(term, "Esc show all");
    press(term, "zzz");
    expect_screen(term, "Nothing here has these words.");
    press(term, "<Enter>");
    expect_screen(term, "nothing here has these words: Esc shows all again");
    press(term, "<Esc>");
    expect_gone(term, "Esc show all");
    leave(term);
}

static void test_search_of_the_review(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Terminal) term = open_number(home);
    press(term, "r");
    expect_row(term, 0, "2 of about 3 answered");
    press(term, "/ROPE");
    expect_screen(term, "1 of 3");
    expect_gone(term, "Who walks?");
    press(term, "<Enter>");
    expect_cursor_on(term, "What do they carry?");
    press(term, "<Enter>");
    expect_screen(term, "■ 2  A rope");
    press(term, "<Esc>");
    expect_screen(term, "Who walks?");
    leave(term);
}

static void test_starting_anew_stays_in_view(void)
{
    g_autoptr(Home) home = home_new();
    for (int i = 0; i < 6; i++) {
        g_autoptr(Terminal) term = open_tree(home, "walk");
        press(term, "1");
        expect_screen(term, "Question 1 of about 3");
        press(term, "2");
        expect_screen(term, "Question 2 of about 3");
        leave(term);
    }
    g_autoptr(Terminal) term = open_tree_sized(home, "walk", 80, 24);
    expect_screen(term, "Start a new session|  1  Begin with the first question|");
    press(term, "G");
    expect_screen(term, "Start a new session|  1  Begin with the first question|");
    leave(term);
    g_autoptr(Terminal) small = open_tree_sized(home, "walk", 40, 12);
    expect_screen(small, "1  Begin with the first question");
    expect_screen(small, " more|");
    leave(small);
}

#define ADD(name, test) g_test_add_func("/terminal/wizard-lists/" name, test)

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    ADD("leaving-tells-of-ticks", test_leaving_with_ticks);
    ADD("letters-are-text-in-a-number-that-is-begun", test_letters_in_a_number);
    ADD("a-number-is-told-as-it-is-read", test_how_a_number_is_read);
    ADD("enter-in-a-run-of-keys-accepts", test_enter_in_a_run_of_keys_accepts);
    ADD("ranges-have-numbers-while-one-has-the-focus", test_ranges_have_numbers);
    ADD("answers-that-rest-are-told", test_answers_that_rest_are_told);
    ADD("a-double-click-answers-one-question", test_a_double_click_answers_one_question);
    ADD("the-help-tells-of-mouse-and-marks", test_help_tells_of_mouse_and_marks);
    ADD("long-lists-say-how-many-more", test_long_lists_say_how_many_more);
    ADD("a-search-that-finds-nothing-is-told", test_search_of_options);
    ADD("the-review-is-searched", test_search_of_the_review);
    ADD("starting-anew-stays-in-view", test_starting_anew_stays_in_view);
    return g_test_run();
}
