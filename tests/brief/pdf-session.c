// SPDX-License-Identifier: Apache-2.0
#include "pdf-session.h"
#include "situation.h"
#include <string.h>

#define START_MS INT64_C(1795424400000) // 2026-11-23 09:00 UTC

static FpTree *load_shipped(const char *name)
{
    const char *root = g_getenv("FINGERPOST_SOURCE_ROOT");
    g_autofree char *path = g_strdup_printf("%s/decision-trees/%s.yaml", root, name);
    g_autofree char *facts = g_build_filename(root, "data", "facts", NULL);
    const char *const folders[] = { facts, NULL };
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GError) error = NULL;
    FpTree *tree = fp_tree_load(path, folders, diagnostics, &error);
    g_assert_no_error(error);
    g_assert_nonnull(tree);
    return tree;
}

/* Words of all lengths in the scripts that pages meet, so many that no page has room for them. */
static char *absurd_text(GRand *random, int n_words)
{
    static const char *const words[] = {
        "a",          "of",
        "policy",     "Donaudampfschifffahrtsgesellschaftskapitän",
        "[7]",        "(x)",
        "<b>&amp;",   "https://example.org/a/very/long/path/that/has/no/space",
        "データ",     "保存先は",
        "東京です。", "السحابة",
        "العربية",    "עברית",
        "Ελλάδα",     "Привет",
        "👍",          "👩‍👩‍👧",
        "🚀",          "é",
        "e\u0301",    "…",
        "—",          "100 %",
    };
    GString *text = g_string_new(NULL);
    for (int i = g_rand_int_range(random, 1, n_words + 1); i > 0; i--)
        g_string_append_printf(text, "%s%s",
                               words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))],
                               i > 1 ? " " : "");
    return g_string_free(text, FALSE);
}

static FpTree *make_absurd(GRand *random)
{
    static const char *const texts[] = {
        "title: How to get across?",
        "title: The bridge",
        "summary: A walk over the span.",
        "title: The ferry",
        "title: The toll is paid",
        "text: It is closed at night.",
        "at: The toll house",
        "run_by: The town",
        "do: Ask when it opens.",
        "owner: purser",
        "because: Wheels need a road.",
    };
    g_autofree char *random_yaml = situation_yaml_random(random);
    g_autoptr(GString) yaml = g_string_new(situation_yaml());
    if (g_rand_int_range(random, 0, 3) == 0)
        g_string_assign(yaml, random_yaml);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *text = absurd_text(random, 150);
        g_autofree char *line =
            g_strdup_printf("%.*s: '%s'", (int)strcspn(texts[i], ":"), texts[i], text);
        g_string_replace(yaml, texts[i], line, 0);
    }
    return situation_read_tree(yaml->str);
}

static void apply(FpSession *session, FpEvent *taken)
{
    g_autoptr(FpEvent) event = taken;
    fp_session_apply(session, event, NULL); // one that is not possible now is left out
}

static const char *const texts[] = {
    "Where may our prompts go?",
    "社内文書を安全に扱うための方針 2026",
    "أين تُحفظ بياناتنا؟ Bedrock EU",
    "👍 Launch 🚀 plan 👩‍👩‍👧 ☺",
    "Größenübersicht für Ärzte – „fertig“",
    "Привет Ελλάδα עברית ไทย हिन्दी",
};

static char *some_text(GRand *random)
{
    if (g_rand_int_range(random, 0, 4) == 0)
        return absurd_text(random, 200);
    return g_strdup(texts[g_rand_int_range(random, 0, G_N_ELEMENTS(texts))]);
}

static void answer(FpSession *session, GRand *random, size_t index)
{
    const FpQuestion *question = &fp_session_tree(session)->questions[index];
    int choice = g_rand_int_range(random, 0, 10);
    if (choice == 0)
        return;
    if (choice == 1) {
        FpEvent *event = fp_event_new_for_question(FP_EVENT_UNKNOWN, question->id, START_MS);
        event->who = g_rand_boolean(random) ? some_text(random) : NULL;
        event->by = g_rand_boolean(random) ? g_strdup("2026-12-24") : NULL;
        apply(session, event);
        return;
    }
    size_t option = (size_t)g_rand_int_range(random, 0, (gint32)question->n_options);
    const char *const ids[] = { question->options[option].id, NULL };
    apply(session, fp_event_new_answered(question->id, ids, START_MS));
    if (g_rand_int_range(random, 0, 6) == 0) {
        g_autofree char *note = some_text(random);
        apply(session, fp_event_new_with_text(FP_EVENT_NOTED, question->id, note, START_MS));
    }
}

static void fill(PdfSession *made, GRand *random)
{
    const FpTree *tree = made->tree;
    apply(made->session, fp_session_new_started(tree, START_MS));
    if (g_rand_boolean(random)) {
        g_autofree char *title = some_text(random);
        apply(made->session, fp_event_new_with_text(FP_EVENT_RENAMED, NULL, title, START_MS));
    }
    size_t n = g_rand_int_range(random, 0, 8) == 0 ? 0 : tree->n_questions;
    for (size_t i = 0; i < n; i++)
        answer(made->session, random, i);
    g_autofree char *text = some_text(random);
    if (g_rand_boolean(random))
        apply(made->session, fp_event_new_with_text(FP_EVENT_NOTED, NULL, text, START_MS));
    if (g_rand_int_range(random, 0, 3) != 0)
        return;
    apply(made->session, fp_session_new_finished(made->session, made->compiled, START_MS));
    FpEvent *decided = fp_event_new_with_text(FP_EVENT_DECIDED, NULL, text, START_MS);
    decided->outcome = g_strdup(tree->outcomes[0].id);
    apply(made->session, decided);
}

static void judge(PdfSession *made, GRand *random)
{
    const FpAnswerSheet *sheet = fp_session_sheet(made->session);
    const FpDate as_of = fp_session_judging_date(made->session);
    made->verdict = fp_verdict_compute(made->compiled, sheet);
    made->analyses = fp_brief_analyses_new(made->compiled, sheet, made->verdict, as_of, NULL);
    g_autofree char *organisation = some_text(random), *who = some_text(random);
    const FpBriefInput input = {
        .sheet = sheet,
        .verdict = made->verdict,
        .as_of = as_of,
        .session = made->session,
        .session_number = g_rand_int_range(random, 1, 100000),
        .session_id = "f59d8d4912d38b891250df543add3510",
        .session_digest = "sha256:f8fbc0ea09861446f4fbd2a6cc503ec6becb31e7300449c774a2c07a5b7b5c00",
        .analyses = made->analyses,
        .organisation = g_rand_boolean(random) ? organisation : NULL,
        .who = g_rand_boolean(random) ? who : NULL,
    };
    made->brief = fp_brief_new(&input);
}

PdfSession *pdf_session_new(GRand *random)
{
    static const char *const shipped[] = { "claude-deployment", "may-i-paste", "vendor-review" };
    PdfSession *made = g_new0(PdfSession, 1);
    int kind = g_rand_int_range(random, 0, 4);
    made->tree = kind < 3 ? load_shipped(shipped[kind]) : make_absurd(random);
    made->compiled = fp_compiled_tree_new(made->tree);
    made->session = fp_session_new(made->tree);
    fill(made, random);
    judge(made, random);
    return made;
}

void pdf_session_free(PdfSession *made)
{
    fp_brief_free(made->brief);
    fp_brief_analyses_free(made->analyses);
    fp_verdict_free(made->verdict);
    fp_session_free(made->session);
    fp_compiled_tree_free(made->compiled);
    fp_tree_free(made->tree);
    g_free(made);
}
