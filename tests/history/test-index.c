// SPDX-License-Identifier: Apache-2.0
#include "sample.h"
#include "store.h"

#define ANSWERS                                                                                    \
    "SELECT question, position, option, number, is_resting, who, due FROM answer "                 \
    "WHERE session = 1 ORDER BY question, position"

static void test_answers_stand_as_they_are_now(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_expect(store, ANSWERS,
                 "load|0|stones||0||\nwater|0|calm||0||\nweight|0|heavy|120.5|0||\n");
    store_append(record, FP_EVENT_ANSWERED, "question=load\nanswer=hay,stones");
    store_append(record, FP_EVENT_ANSWERED, "question=weight\nanswer=light");
    store_append(record, FP_EVENT_ANSWERED, "question=cold\nanswer=ice");
    store_expect(store, ANSWERS,
                 "cold|0|ice||0||\nload|0|stones||0||\nload|1|hay||0||\n"
                 "water|0|calm||0||\nweight|0|light||0||\n");
    store_append(record, FP_EVENT_UNKNOWN, "question=water\nwho=Ann\nby=2026-12-01");
    store_append(record, FP_EVENT_CLEARED, "question=weight");
    store_expect(store, ANSWERS,
                 "cold|0|ice||1||\nload|0|stones||0||\nload|1|hay||0||\n"
                 "water|0|unknown||0|Ann|2026-12-01\n");
}

static void test_verdict_reasons_and_citations_are_the_engines(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_expect(store, "SELECT count(*) FROM verdict", "0\n");
    store_append(record, FP_EVENT_ANSWERED, "question=water\nanswer=high");
    store_finish(record);
    store_expect(store,
                 "SELECT session, outcome, margin, is_tie, is_close_call, engine, as_of FROM "
                 "verdict",
                 "1|bridge||0|0|1|2026-11-23\n");
    store_expect(store,
                 "SELECT position, effect, outcome, strength, points, is_counted, because, "
                 "question, option, rule FROM reason ORDER BY position",
                 "0|rule_out|ford|||1|Nobody stands in it.|water|high|\n"
                 "1|disfavour|ferry|strong|5|1|It sinks.|load|stones|\n"
                 "2|rule_out|ferry|||1|Stones that heavy sink it.|||sinks\n");
    store_expect(store, "SELECT reason, position, fact FROM citation ORDER BY reason, position",
                 "0|0|shallow\n0|1|flood\n");
    store_append(record, FP_EVENT_REOPENED, "");
    store_expect(store,
                 "SELECT (SELECT count(*) FROM verdict) + (SELECT count(*) FROM reason) + "
                 "(SELECT count(*) FROM citation)",
                 "0\n");
}

static void test_the_row_of_a_session_follows_it(Store *store, const void *unused)
{
    (void)unused;
    static const char sql[] =
        "SELECT n_events, n_answers, state, title, outcome, outcome_title, decided FROM session";
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_expect(store, sql, "4|3|open||||\n");
    store_append(record, FP_EVENT_RENAMED, "text=Tuesday");
    store_finish(record);
    store_expect(store, sql, "6|3|finished|Tuesday|ford|The ford|\n");
    store_append(record, FP_EVENT_DECIDED, "outcome=bridge");
    store_expect(store, sql, "7|3|decided|Tuesday|ford|The ford|bridge\n");
    store_append(record, FP_EVENT_REOPENED, "");
    store_expect(store, sql, "8|3|open|Tuesday|||\n");
}

static void test_who_chose_no_path_is_told_from_who_did_not_choose(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    store_finish(record);
    store_expect(store, "SELECT state, decided IS NULL FROM session", "finished|1\n");
    store_append(record, FP_EVENT_DECIDED, "text=We stay.");
    store_expect(store, "SELECT state, decided IS NULL FROM session", "decided|1\n");
}

static const char *const walk[] = {
    "a question=water\nanswer=high",
    "u question=load\nwho=Bo",
    "a question=cold\nanswer=mild",
    "n question=water\ntext=x",
    "f",
    "d outcome=ferry\ntext=y",
    "o",
    "c question=water",
    "a question=load\nanswer=nothing",
    "a question=weight\nanswer=100",
    "a question=weight\nanswer=99.999999",
    "r text=A",
    "t text=B",
    "e text=html",
    "v question=load",
    "f",
    "o",
    "c question=load",
    "c question=weight",
    "f",
};

static void take_step(FpRecord *record, const char *step)
{
    static const struct {
        char key;
        FpEventKind kind;
    } kinds[] = {
        { 'a', FP_EVENT_ANSWERED },  { 'u', FP_EVENT_UNKNOWN }, { 'c', FP_EVENT_CLEARED },
        { 'n', FP_EVENT_NOTED },     { 'd', FP_EVENT_DECIDED }, { 'o', FP_EVENT_REOPENED },
        { 'r', FP_EVENT_RENAMED },   { 't', FP_EVENT_TAGGED },  { 'e', FP_EVENT_EXPORTED },
        { 'v', FP_EVENT_REVISITED },
    };
    if (step[0] == 'f')
        store_finish(record);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (kinds[i].key == step[0])
            store_append(record, kinds[i].kind, step + 1 + (step[1] == ' '));
    }
}

static void test_the_index_follows_from_the_events_after_every_one(Store *store, const void *unused)
{
    (void)unused;
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_autoptr(FpRecord) record = store_start(history);
    for (size_t i = 0; i < G_N_ELEMENTS(walk); i++) {
        g_autoptr(GError) error = NULL;
        take_step(record, walk[i]);
        fp_history_verify(history, &error);
        g_assert_no_error(error);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/index/answers-stand-as-they-are-now", test_answers_stand_as_they_are_now);
    STORE_ADD("/history/index/verdict-reasons-and-citations-are-the-engines",
              test_verdict_reasons_and_citations_are_the_engines);
    STORE_ADD("/history/index/the-row-of-a-session-follows-it",
              test_the_row_of_a_session_follows_it);
    STORE_ADD("/history/index/who-chose-no-path-is-told-from-who-did-not-choose",
              test_who_chose_no_path_is_told_from_who_did_not_choose);
    STORE_ADD("/history/index/the-index-follows-from-the-events-after-every-one",
              test_the_index_follows_from_the_events_after_every_one);
    return g_test_run();
}
