// SPDX-License-Identifier: Apache-2.0
// The promise behind "saved": an answer whose next question was seen is in the history, whatever
// happens then. A driver answers in the real program, which is killed at moments at random.
#include "opening.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define KILLS       50
#define N_QUESTIONS 20

// What the driver has seen acknowledged, by the next question on the screen; the last key may have got
// through or not.
typedef struct {
    int session;
    char answers[N_QUESTIONS + 1]; /* from 1: 'a' to 'c', or 0 */
    char pending;                  /* the answer that was on its way */
    int question;                  /* that is shown */
} Driver;

static void expect_question(Terminal *term, int question)
{
    g_autofree char *position = g_strdup_printf("Question %d of about 20", question);
    expect_screen(term, position);
}

static Terminal *open_new(Home *home, Driver *driver)
{
    int session = driver->session + 1;
    *driver = (Driver) { .session = session, .question = 1 };
    Terminal *term = open_tree(home, "twenty");
    press(term, "1"); // starting anew stands first
    expect_question(term, 1);
    return term;
}

static Terminal *open_again(Home *home, const Driver *driver)
{
    g_autofree char *number = g_strdup_printf("%d", driver->session);
    Terminal *term = open_command(home, LIST("resume", number));
    expect_question(term, driver->question);
    return term;
}

// Answers, and takes note once the next question is on the screen.
static void answer(Terminal *term, Driver *driver)
{
    const char keys[] = { (char)('1' + g_test_rand_int_range(0, 3)), '\0' };
    driver->pending = (char)('a' + keys[0] - '1');
    press(term, keys);
    expect_question(term, driver->question + 1);
    driver->answers[driver->question++] = driver->pending;
    driver->pending = 0;
}

// The last key is pressed and not waited for.
static void answer_and_kill(Terminal *term, Driver *driver)
{
    const char keys[] = { (char)('1' + g_test_rand_int_range(0, 3)), '\0' };
    driver->pending = (char)('a' + keys[0] - '1');
    press(term, keys);
    terminal_take_for(term, g_test_rand_int_range(0, 12));
    send_signal(term, SIGKILL);
}

static void fail_on(const Driver *driver, int question, const char *what)
{
    g_test_message("session %d, question %d: %s", driver->session, question, what);
    g_test_fail();
}

// A session is stored with its first answer: where that was on its way, there may be none.
static bool was_stored(Home *home, const char *number)
{
    g_autoptr(Run) shown = run(home, "show", "--json", number, NULL);
    return shown->status == 0;
}

// The one that was on its way may be there; nothing else may be other than was seen.
static void check(Home *home, Driver *driver)
{
    g_autofree char *number = g_strdup_printf("%d", driver->session);
    if (driver->question == 1 && !was_stored(home, number)) {
        *driver = (Driver) { .session = driver->session - 1, .question = N_QUESTIONS };
        return;
    }
    g_autoptr(Json) json = show(home, number);
    for (int i = 1; i < driver->question; i++) {
        g_autofree char *path = g_strdup_printf("answers.q%d", i);
        const char *kept = json_at(json, path);
        if (kept == NULL || kept[0] != driver->answers[i])
            fail_on(driver, i, "an answer that was seen as saved is not in the history");
    }
    g_autofree char *path = g_strdup_printf("answers.q%d", driver->question);
    const char *last = json_at(json, path);
    if (last != NULL && last[0] != driver->pending)
        fail_on(driver, driver->question, "an answer is in the history that nobody gave");
    if (last != NULL)
        driver->answers[driver->question++] = driver->pending;
    driver->pending = 0;
}

static void test_kills(void)
{
    g_autoptr(Home) home = home_new();
    Driver driver = { .question = N_QUESTIONS };
    for (int i = 0; i < KILLS && !g_test_failed(); i++) {
        bool is_used_up = driver.question > N_QUESTIONS - 5;
        g_autoptr(Terminal) term = is_used_up ? open_new(home, &driver) : open_again(home, &driver);
        int n_answers = g_test_rand_int_range(0, 4);
        for (int k = 0; k < n_answers; k++)
            answer(term, &driver);
        answer_and_kill(term, &driver);
        terminal_free(g_steal_pointer(&term));
        check(home, &driver);
    }
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
    g_autofree char *integrity =
        command_output(home, LIST("sqlite3", home_history(home), "PRAGMA integrity_check"));
    g_assert_cmpstr(integrity, ==, "ok\n");
}

// Killed while it starts or takes the first answer: the history is opened, or made, at that moment.
static void test_kills_at_the_start(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("twenty");
    for (int i = 0; i < 20; i++) {
        const TerminalSetup setup = { .home = home, .arguments = LIST("ask", path) };
        g_autoptr(Terminal) term = terminal_open(&setup);
        press(term, "1");
        if (i % 2 == 0) {
            expect_question(term, 1);
            press(term, "1");
        }
        terminal_take_for(term, g_test_rand_int_range(0, 40));
        send_signal(term, SIGKILL);
    }
    g_autoptr(Terminal) term = open_tree(home, "twenty");
    press(term, "1");
    expect_question(term, 1);
    press(term, "1");
    expect_question(term, 2);
    leave(term);
    g_autoptr(Run) verified = run(home, "history", "verify", NULL);
    expect_status(verified, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL); // prints the seed of what is at random here
    g_test_add_func("/terminal/kill/answers-seen-as-saved-are-saved", test_kills);
    g_test_add_func("/terminal/kill/while-it-starts", test_kills_at_the_start);
    return g_test_run();
}
