// SPDX-License-Identifier: Apache-2.0
#include "fp-event.h"
#include "sample.h"
#include <assert.h>
#include <string.h>

#define STARTED "tree=river\nversion=1\ntree_digest=sha256:00\nprogram=fingerpost 0"

static const struct {
    FpEventKind kind;
    const char *fields, *payload;
} kinds[] = {
    { FP_EVENT_STARTED, STARTED "\nfacts=waters,sha256:11",
      "{\"tree\":\"river\",\"version\":\"1\",\"tree_digest\":\"sha256:00\","
      "\"program\":\"fingerpost 0\",\"facts\":{\"waters\":\"sha256:11\"}}" },
    { FP_EVENT_ANSWERED, "question=load\nanswer=stones,hay",
      "{\"question\":\"load\",\"answer\":[\"stones\",\"hay\"]}" },
    { FP_EVENT_UNKNOWN, "question=water\nwho=Åsa \"the\" \\ miller\nby=2026-12-01",
      "{\"question\":\"water\",\"who\":\"Åsa \\\"the\\\" \\\\ miller\",\"by\":\"2026-12-01\"}" },
    { FP_EVENT_CLEARED, "question=water", "{\"question\":\"water\"}" },
    { FP_EVENT_REVISITED, "question=water", "{\"question\":\"water\"}" },
    { FP_EVENT_NOTED, "question=water\ntext=", "{\"question\":\"water\",\"text\":\"\"}" },
    { FP_EVENT_FINISHED,
      "outcome=ford\nengine=1\nverdict_digest=sha256:22\nas_of=2026-11-24\n"
      "verdict={\"outcome\":\"ford\",\"margin\":-2,\"tie\":false,\"of\":[null,true,1.5,{}]}",
      "{\"outcome\":\"ford\",\"engine\":\"1\",\"verdict_digest\":\"sha256:22\","
      "\"as_of\":\"2026-11-24\",\"verdict\":{\"outcome\":\"ford\",\"margin\":-2,\"tie\":false,"
      "\"of\":[null,true,1.5,{}]}}" },
    { FP_EVENT_DECIDED, "outcome=ferry\ntext=We like it.",
      "{\"text\":\"We like it.\",\"outcome\":\"ferry\"}" },
    { FP_EVENT_REOPENED, "", "{}" },
    { FP_EVENT_FORKED, STARTED "\nparents=aa,bb\ntext=at 3",
      "{\"text\":\"at 3\",\"tree\":\"river\",\"version\":\"1\",\"tree_digest\":\"sha256:00\","
      "\"program\":\"fingerpost 0\",\"parents\":[\"aa\",\"bb\"]}" },
    { FP_EVENT_EXPORTED, "text=pdf", "{\"text\":\"pdf\"}" },
    { FP_EVENT_RENAMED, "text=Tuesday", "{\"text\":\"Tuesday\"}" },
    { FP_EVENT_TAGGED, "text=workshop", "{\"text\":\"workshop\"}" },
};
static_assert(G_N_ELEMENTS(kinds) == FP_EVENT_COUNT, "a row for each kind");

static void test_every_kind_survives_the_way_out_and_in(void)
{
    for (size_t i = 0; i < FP_EVENT_COUNT; i++) {
        g_assert_cmpint(kinds[i].kind, ==, (int)i);
        g_autoptr(FpEvent) event = sample_event(kinds[i].kind, 7, kinds[i].fields);
        g_autofree char *payload = fp_event_payload(event);
        g_assert_cmpstr(payload, ==, kinds[i].payload);
        g_autoptr(GError) error = NULL;
        g_autoptr(FpEvent) back = fp_event_from_payload(kinds[i].kind, 7, payload, &error);
        g_assert_no_error(error);
        g_autofree char *again = fp_event_payload(back);
        g_assert_cmpstr(again, ==, payload);
        g_assert_cmpint(back->at_ms, ==, 7);
    }
}

static void test_a_copy_is_equal_and_its_own(void)
{
    for (size_t i = 0; i < FP_EVENT_COUNT; i++) {
        g_autoptr(FpEvent) event = sample_event(kinds[i].kind, 7, kinds[i].fields);
        g_autoptr(FpEvent) copy = fp_event_copy(event);
        g_clear_pointer(&event, fp_event_free);
        g_autofree char *payload = fp_event_payload(copy);
        g_assert_cmpstr(payload, ==, kinds[i].payload);
    }
}

static void test_names_are_unique_and_parse(void)
{
    for (size_t i = 0; i < FP_EVENT_COUNT; i++) {
        FpEventKind kind = FP_EVENT_COUNT;
        g_assert_true(fp_event_kind_parse(fp_event_kind_name((FpEventKind)i), &kind));
        g_assert_cmpint(kind, ==, (int)i);
    }
    FpEventKind kind = FP_EVENT_COUNT;
    g_assert_false(fp_event_kind_parse("Answered", &kind));
    g_assert_false(fp_event_kind_parse("", &kind));
    g_assert_cmpint(kind, ==, FP_EVENT_COUNT);
}

static void test_what_a_brief_does_not_say_is_not_content(void)
{
    static const FpEventKind aside[] = { FP_EVENT_REVISITED, FP_EVENT_EXPORTED, FP_EVENT_RENAMED,
                                         FP_EVENT_TAGGED };
    unsigned bits = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(aside); i++)
        bits |= 1U << aside[i];
    for (size_t i = 0; i < FP_EVENT_COUNT; i++)
        g_assert_cmpint(fp_event_kind_is_content((FpEventKind)i), ==, !(bits >> i & 1));
}

static const struct {
    const char *name;
    FpEventKind kind;
    const char *payload, *says;
} bad_rows[] = {
    { "nothing-is-no-payload", FP_EVENT_REOPENED, "", "cannot be read" },
    { "half-an-object-is-refused", FP_EVENT_REOPENED, "{", "cannot be read" },
    { "a-list-is-no-payload", FP_EVENT_REOPENED, "[]", "not a JSON object" },
    { "yaml-is-no-payload", FP_EVENT_CLEARED, "question: water", "cannot be read" },
    { "text-after-the-object-is-refused", FP_EVENT_REOPENED, "{} {}", "cannot be read" },
    { "a-missing-field-is-named", FP_EVENT_ANSWERED, "{\"question\":\"water\"}",
      "field 'answer' is missing" },
    { "an-unknown-field-is-named", FP_EVENT_REOPENED, "{\"colour\":\"red\"}",
      "field 'colour' does not belong to it" },
    { "another-kinds-field-is-refused", FP_EVENT_CLEARED, "{\"question\":\"a\",\"text\":\"b\"}",
      "field 'text' does not belong to it" },
    { "a-field-twice-is-refused", FP_EVENT_CLEARED, "{\"question\":\"a\",\"question\":\"b\"}",
      "cannot be read" },
    { "a-number-is-no-text", FP_EVENT_CLEARED, "{\"question\":1}", "field 'question'" },
    { "null-is-no-text", FP_EVENT_CLEARED, "{\"question\":null}", "field 'question'" },
    { "true-is-no-text", FP_EVENT_CLEARED, "{\"question\":true}", "field 'question'" },
    { "text-is-no-list", FP_EVENT_ANSWERED, "{\"question\":\"a\",\"answer\":\"b\"}",
      "field 'answer' is of a wrong type" },
    { "an-empty-list-is-refused", FP_EVENT_ANSWERED, "{\"question\":\"a\",\"answer\":[]}",
      "field 'answer'" },
    { "a-list-of-numbers-is-refused", FP_EVENT_ANSWERED, "{\"question\":\"a\",\"answer\":[1]}",
      "field 'answer'" },
    { "a-list-is-no-verdict", FP_EVENT_FINISHED,
      "{\"engine\":\"1\",\"verdict_digest\":\"x\",\"as_of\":\"2026-01-01\",\"verdict\":[]}",
      "field 'verdict'" },
    { "a-decoded-escape-is-refused", FP_EVENT_RENAMED, "{\"text\":\"\\u001b[2J\"}", "event" },
    { "a-decoded-override-is-refused", FP_EVENT_RENAMED, "{\"text\":\"\\u202e\"}", "event" },
    { "a-decoded-nul-is-refused", FP_EVENT_RENAMED, "{\"text\":\"a\\u0000b\"}", "event" },
    { "a-lone-surrogate-is-refused", FP_EVENT_RENAMED, "{\"text\":\"\\ud800\"}", "event" },
    { "invalid-utf-8-is-refused", FP_EVENT_RENAMED, "{\"text\":\"\xff\"}", "event" },
    { "an-escape-in-a-key-is-shown-printable", FP_EVENT_REOPENED, "{\"\\u009b\":\"\"}", "event" },
};

static void test_bad_payload(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpEvent) event =
        fp_event_from_payload(bad_rows[i].kind, 0, bad_rows[i].payload, &error);
    g_assert_null(event);
    g_assert_error(error, FP_ERROR, FP_ERROR_BAD_INPUT);
    g_assert_true(g_str_has_prefix(error->message, "event '"));
    g_assert_nonnull(strstr(error->message, bad_rows[i].says));
    g_assert_null(strpbrk(error->message, "\x1b\n"));
}

static void test_a_text_of_8_kib_is_kept_and_one_more_byte_is_not(void)
{
    for (size_t more = 0; more < 2; more++) {
        g_autofree char *text = g_strnfill(FP_EVENT_TEXT_MAX + more, 'x');
        g_autoptr(FpEvent) event = fp_event_new_with_text(FP_EVENT_NOTED, NULL, text, 0);
        g_autofree char *payload = fp_event_payload(event);
        g_autoptr(FpEvent) back = fp_event_from_payload(FP_EVENT_NOTED, 0, payload, NULL);
        g_assert_true((back != NULL) == (more == 0));
    }
}

static void test_shorthands_fill_their_fields(void)
{
    const char *ids[] = { "stones", "hay", NULL };
    g_autoptr(FpEvent) answered = fp_event_new_answered("load", ids, 3);
    g_assert_cmpint(answered->kind, ==, FP_EVENT_ANSWERED);
    g_assert_cmpint(answered->at_ms, ==, 3);
    g_assert_cmpuint(g_strv_length(answered->answer), ==, 2);
    g_autoptr(FpEvent) cleared = fp_event_new_for_question(FP_EVENT_CLEARED, "load", 4);
    g_assert_cmpstr(cleared->question, ==, "load");
    g_autoptr(FpEvent) noted = fp_event_new_with_text(FP_EVENT_NOTED, NULL, "hm", 5);
    g_assert_null(noted->question);
    g_assert_cmpstr(noted->text, ==, "hm");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session/event/every-kind-survives-the-way-out-and-in",
                    test_every_kind_survives_the_way_out_and_in);
    g_test_add_func("/session/event/a-copy-is-equal-and-its-own", test_a_copy_is_equal_and_its_own);
    g_test_add_func("/session/event/names-are-unique-and-parse", test_names_are_unique_and_parse);
    g_test_add_func("/session/event/what-a-brief-does-not-say-is-not-content",
                    test_what_a_brief_does_not_say_is_not_content);
    for (size_t i = 0; i < G_N_ELEMENTS(bad_rows); i++) {
        g_autofree char *path = g_strconcat("/session/event/", bad_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_bad_payload);
    }
    g_test_add_func("/session/event/a-text-of-8-kib-is-kept-and-one-more-byte-is-not",
                    test_a_text_of_8_kib_is_kept_and_one_more_byte_is_not);
    g_test_add_func("/session/event/shorthands-fill-their-fields",
                    test_shorthands_fill_their_fields);
    return g_test_run();
}
