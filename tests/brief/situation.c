// SPDX-License-Identifier: Apache-2.0
#include "situation.h"
#include "fp-text.h"
#include <string.h>

static const char crossing_yaml[] =
    "fingerpost: 1\n"
    "id: crossing\n"
    "version: '3'\n"
    "title: How to get across?\n"
    "language: en\n"
    "uses: [waters]\n"
    "strengths: {strong: 5, moderate: 3, slight: 1}\n"
    "close_call: 2\n"
    "prefer: [bridge, ferry, ford]\n"
    "outcomes:\n"
    "  bridge:\n"
    "    title: The bridge\n"
    "    summary: A walk over the span.\n"
    "    limits: [{text: It is closed at night., cites: [hours]}]\n"
    "    dataflow:\n"
    "      - {at: You, within: This bank}\n"
    "      - {at: The toll house, within: This bank, control: toll}\n"
    "      - {at: The span, within: The bridge, run_by: The town, control: rope}\n"
    "      - {at: You again, within: The other bank}\n"
    "    access:\n"
    "      - {who: The keeper, to: your face, has: limited, cites: [hours]}\n"
    "      - {who: The fish, to: you, has: none}\n"
    "      - {who: The town, to: your toll, has: full}\n"
    "    next_steps: [{do: Ask when it opens., owner: you, cites: [hours]}, {do: Go.}]\n"
    "  ferry: {title: The ferry, limits: [{text: It rocks.}]}\n"
    "  ford: {title: The ford}\n"
    "controls:\n"
    "  toll: {title: The toll is paid, how: In coins., owner: purser, cites: [price]}\n"
    "  rope: {title: A rope is tied}\n"
    "questions:\n"
    "  - id: water\n"
    "    ask: How is the water?\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: still, label: Still}\n"
    "      - id: calm\n"
    "        label: Calm\n"
    "        effects: [{favour: ford, strength: strong, because: It can be waded., cites: [shallow]}]\n"
    "        then:\n"
    "          - {id: cold, ask: Is it cold?, type: one,\n"
    "             options: [{id: ice, label: Ice}, {id: mild, label: Mild}]}\n"
    "      - id: slow\n"
    "        label: Slow\n"
    "        effects: [{favour: ford, strength: slight, because: One may wade.}]\n"
    "      - id: high\n"
    "        label: High\n"
    "        effects: [{rule_out: ford, because: Nobody stands in it., cites: [flood, shallow]}]\n"
    "      - id: flood\n"
    "        label: A flood\n"
    "        effects: [{rule_out: [bridge, ferry, ford], because: All is under water.,\n"
    "          cites: [flood]}]\n"
    "      - id: fast\n"
    "        label: Fast\n"
    "        effects: [{rule_out: [ferry, ford], because: It carries boats off.}]\n"
    "  - id: load\n"
    "    ask: What do you carry?\n"
    "    type: many\n"
    "    options:\n"
    "      - id: cart\n"
    "        label: A cart\n"
    "        effects:\n"
    "          - {favour: bridge, strength: strong, because: Wheels need a road., counts_as: wheels,\n"
    "             cites: [hours]}\n"
    "          - {require: toll, for: bridge, because: Wheels pay., cites: [hours]}\n"
    "          - {advise: Grease the axle., cites: [price]}\n"
    "      - id: barrow\n"
    "        label: A barrow\n"
    "        effects:\n"
    "          - {favour: bridge, strength: moderate, because: It has a wheel., counts_as: wheels}\n"
    "          - {require: rope}\n"
    "      - id: stones\n"
    "        label: Stones\n"
    "        effects:\n"
    "          - {disfavour: ferry, strength: strong, because: They sink it.}\n"
    "          - {disfavour: bridge, strength: moderate, because: It creaks., cites: [price]}\n"
    "      - id: goat\n"
    "        label: A goat\n"
    "        effects: [{rule_out: bridge, because: There is a troll.}]\n"
    "      - id: wolf\n"
    "        label: A wolf\n"
    "        effects: [{rule_out: ferry, because: The ferryman is afraid.}]\n"
    "      - {id: hat, label: A hat}\n"
    "      - {id: nothing, label: Nothing, exclusive: true}\n"
    "  - id: depth\n"
    "    ask: How deep is it?\n"
    "    type: number\n"
    "    unit: m\n"
    "    bands:\n"
    "      - {id: shallow, label: Shallow, below: 1}\n"
    "      - {id: deep, label: Deep, effects: [{disfavour: ford, strength: strong, because: Too deep.}]}\n"
    "  - id: night\n"
    "    ask: Is it night?\n"
    "    type: one\n"
    "    options:\n"
    "      - {id: 'yes', label: Night, effects: [{disfavour: bridge, strength: strong,\n"
    "         because: It is closed., cites: [hours]}]}\n"
    "      - {id: 'no', label: Day}\n"
    "      - {id: dusk, label: Dusk, effects: [{favour: ferry, strength: slight,\n"
    "         because: It has a lamp.}]}\n";

static const char waters_yaml[] =
    "sources:\n"
    "  almanac: {title: Almanac, publisher: The town, url: 'https://town.example/almanac?year=1',\n"
    "    published: 2025-12, seen: 2026-01-01, kind: primary}\n"
    "  gossip: {title: What they say, publisher: The inn, seen: 2026-01-01, kind: secondary}\n"
    "facts:\n"
    "  shallow: {claim: The ford is shallow in autumn., sources: [{id: almanac, locator: page 3}],\n"
    "    as_of: 2026-01, review_by: 2027-01, confidence: high}\n"
    "  flood: {claim: It floods in spring., sources: [{id: almanac, locator: page 4},\n"
    "    {id: gossip, locator: at noon}],\n"
    "    as_of: 2026-01, review_by: 2026-10, confidence: medium}\n"
    "  hours: {claim: The bridge closes at dusk., sources: [{id: gossip, locator: at noon}],\n"
    "    as_of: 2026-02, review_by: 2027-02, confidence: low, note: The keeper denies it.}\n"
    "  price: {claim: A cart pays two coins., sources: [{id: almanac, locator: page 5}],\n"
    "    as_of: 2026-01, review_by: 2027-01, confidence: high}\n";

static FpSource *source_of(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new(name, bytes);
}

static FpSource *find_facts(const char *name, void *user_data G_GNUC_UNUSED,
                            GError **error G_GNUC_UNUSED)
{
    g_assert_cmpstr(name, ==, "waters");
    return source_of("waters.yaml", waters_yaml);
}

FpTree *situation_read_tree(const char *yaml)
{
    g_autoptr(FpSource) source = source_of("tree.yaml", yaml);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_read(source, find_facts, NULL, diagnostics);
    if (tree == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("%s", faults);
    }
    return tree;
}

static void set_answer(FpAnswerSheet *sheet, const char *question, const char *ids)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    size_t index = fp_tree_find_question(tree, question);
    g_auto(GStrv) parts = g_strsplit(ids, ",", -1);
    g_autoptr(GError) error = NULL;
    FpAnswer answer;
    fp_answer_from_ids(&tree->questions[index], (const char *const *)parts, g_strv_length(parts),
                       &answer, &error);
    g_assert_no_error(error);
    fp_answer_sheet_set(sheet, index, answer);
}

static FpAnswerSheet *read_answers(const FpTree *tree, const char *answers)
{
    FpAnswerSheet *sheet = fp_answer_sheet_new(tree);
    g_auto(GStrv) pairs = g_strsplit(answers, " ", -1);
    for (size_t i = 0; pairs[i] != NULL; i++) {
        char *equals = strchr(pairs[i], '=');
        if (equals == NULL)
            continue;
        *equals = '\0';
        set_answer(sheet, pairs[i], equals + 1);
    }
    return sheet;
}

static void judge(Situation *situation)
{
    situation->compiled = fp_compiled_tree_new(situation->tree);
    situation->verdict = fp_verdict_compute(situation->compiled, situation->sheet);
    const FpDate as_of = { .year = 2026, .month = 11, .day = 24 };
    if (situation->is_analysed)
        situation->analyses = fp_brief_analyses_new(situation->compiled, situation->sheet,
                                                    situation->verdict, as_of, NULL);
    const FpBriefInput input = {
        .sheet = situation->sheet,
        .verdict = situation->verdict,
        .as_of = as_of,
        .analyses = situation->analyses,
        .session = situation->session,
        .session_number = situation->session != NULL ? 7 : 0,
        .session_id = situation->session != NULL ? "0123456789abcdef" : NULL,
        .session_digest = situation->session != NULL ? "sha256:feed" : NULL,
    };
    situation->brief = fp_brief_new(&input);
}

Situation *situation_of(const char *yaml, const char *answers)
{
    Situation *situation = g_new0(Situation, 1);
    situation->tree = situation_read_tree(yaml);
    situation->sheet = read_answers(situation->tree, answers);
    judge(situation);
    return situation;
}

Situation *situation_analysed(const char *yaml, const char *answers)
{
    Situation *situation = g_new0(Situation, 1);
    situation->tree = situation_read_tree(yaml != NULL ? yaml : crossing_yaml);
    situation->sheet = read_answers(situation->tree, answers);
    situation->is_analysed = true;
    judge(situation);
    return situation;
}

Situation *situation_new(const char *answers)
{
    return situation_of(crossing_yaml, answers);
}

static void set_field(FpEvent *event, const char *key, const char *value)
{
    if (strcmp(key, "question") == 0)
        event->question = g_strdup(value);
    else if (strcmp(key, "answer") == 0)
        event->answer = g_strsplit(value, ",", -1);
    else if (strcmp(key, "who") == 0)
        event->who = g_strdup(value);
    else if (strcmp(key, "by") == 0)
        event->by = g_strdup(value);
    else if (strcmp(key, "text") == 0)
        event->text = g_strdup(value);
    else if (strcmp(key, "outcome") == 0)
        event->outcome = g_strdup(value);
    else
        g_error("no field '%s'", key);
}

static FpEvent *read_event(const char *line, int64_t at_ms)
{
    g_auto(GStrv) kind_and_fields = g_strsplit(line, " ", 2);
    FpEventKind kind;
    g_assert_true(fp_event_kind_parse(kind_and_fields[0], &kind));
    FpEvent *event = fp_event_new(kind, at_ms);
    g_auto(GStrv) fields = g_strsplit(kind_and_fields[1], "|", -1);
    for (size_t i = 0; fields[i] != NULL; i++) {
        char *equals = strchr(fields[i], '=');
        *equals = '\0';
        set_field(event, fields[i], equals + 1);
    }
    return event;
}

static void apply(FpSession *session, const FpEvent *event)
{
    g_autoptr(GError) error = NULL;
    fp_session_apply(session, event, &error);
    g_assert_no_error(error);
}

static void apply_line(Situation *situation, const char *line, int64_t at_ms)
{
    if (strcmp(line, "finished") == 0) {
        g_autoptr(FpCompiledTree) compiled = fp_compiled_tree_new(situation->tree);
        g_autoptr(FpEvent) event = fp_session_new_finished(situation->session, compiled, at_ms);
        apply(situation->session, event);
    } else {
        g_autoptr(FpEvent) event = read_event(line, at_ms);
        apply(situation->session, event);
    }
}

Situation *situation_of_session(const char *events)
{
    int64_t at_ms = INT64_C(1795424400000); // 2026-11-23 09:00 UTC
    Situation *situation = g_new0(Situation, 1);
    situation->tree = situation_read_tree(crossing_yaml);
    situation->session = fp_session_new(situation->tree);
    g_autoptr(FpEvent) started = fp_session_new_started(situation->tree, at_ms);
    apply(situation->session, started);
    g_auto(GStrv) lines = g_strsplit(events, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++)
        apply_line(situation, lines[i], at_ms + 60000 * ((int64_t)i + 1));
    situation->sheet = fp_answer_sheet_copy(fp_session_sheet(situation->session));
    judge(situation);
    return situation;
}

void situation_free(Situation *situation)
{
    fp_brief_free(situation->brief);
    fp_brief_analyses_free(situation->analyses);
    fp_verdict_free(situation->verdict);
    fp_answer_sheet_free(situation->sheet);
    fp_session_free(situation->session);
    fp_compiled_tree_free(situation->compiled);
    fp_tree_free(situation->tree);
    g_free(situation);
}

const char *situation_yaml(void)
{
    return crossing_yaml;
}

char *situation_yaml_with(const char *from, const char *to)
{
    g_autoptr(GString) yaml = g_string_new(crossing_yaml);
    g_assert_cmpuint(g_string_replace(yaml, from, to, 0), >, 0);
    return g_strdup(yaml->str);
}

Situation *situation_with_a_phrase(void)
{
    g_autofree char *with_headline = situation_yaml_with(
        "    title: The bridge\n", "    title: The bridge\n    headline: Walk over the bridge\n");
    g_autoptr(GString) yaml = g_string_new(with_headline);
    g_string_replace(yaml, "label: A cart\n", "label: A cart\n        headline: PHRASE\n", 0);
    return situation_of(yaml->str, "water=still load=cart depth=deep night=no");
}

/* text as a YAML scalar in quotes, without what the reader refuses. */
static char *quote(const char *text)
{
    GString *quoted = g_string_new("\"");
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == '"' || c == '\\')
            g_string_append_printf(quoted, "\\%c", (char)c);
        else if (c == '\n' || c == '\t')
            g_string_append(quoted, c == '\n' ? "\\n" : "\\t");
        else if (!fp_text_is_forbidden(c))
            g_string_append_unichar(quoted, c);
    }
    g_string_append_c(quoted, '"');
    return g_string_free(quoted, FALSE);
}

char *situation_yaml_random(GRand *random)
{
    static const char *const texts[] = {
        "title: How to get across?",
        "title: The bridge",
        "summary: A walk over the span.",
        "title: The ferry",
        "title: The toll is paid",
        "text: It is closed at night.",
        "at: The toll house",
        "within: This bank",
        "run_by: The town",
        "who: The keeper",
        "to: your face",
        "do: Ask when it opens.",
        "how: In coins.",
        "owner: purser",
        "ask: What do you carry?",
        "label: A cart",
        "because: Wheels need a road.",
        "because: Wheels pay.",
        "because: It has a wheel.",
        "advise: Grease the axle.",
        "because: Nobody stands in it.",
        "because: They sink it.",
    };
    g_autoptr(GString) yaml = g_string_new(crossing_yaml);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *text = random_text(random, 40);
        g_autofree char *quoted = quote(text);
        int n_key = (int)(strchr(texts[i], ' ') - texts[i]);
        g_autofree char *replaced = g_strdup_printf("%.*s %s", n_key, texts[i], quoted);
        g_assert_cmpuint(g_string_replace(yaml, texts[i], replaced, 0), >, 0);
    }
    return g_strdup(yaml->str);
}

char *random_text(GRand *random, int max)
{
    static const char *const pieces[] = {
        "a",
        "water",
        " ",
        "  ",
        "\n",
        "\t",
        "-",
        "*",
        "#",
        "1.",
        "[x]",
        "(y)",
        "<b>",
        "&amp;",
        "`",
        "|",
        "\\",
        "_",
        "~~",
        "://",
        "漢字",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202e",
        "\u200b",
        "\033[2J",
        "\xc2\x85",
        "日本語",
        "ß",
        "…",
        "https://example.org/a-very-long-path/that/never/ends/and/has/no/spaces/at/all",
    };
    GString *text = g_string_new("x"); // never empty: the reader refuses that
    for (int n = g_rand_int_range(random, 0, max); n > 0; n--)
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}
