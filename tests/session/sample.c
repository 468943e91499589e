// SPDX-License-Identifier: Apache-2.0
#include "sample.h"
#include <string.h>

static const char river_yaml[] =
    "fingerpost: 1\n"
    "id: river\n"
    "version: '2026.1'\n"
    "title: How to get across?\n"
    "language: en\n"
    "uses: [waters]\n"
    "strengths: {strong: 5, slight: 1}\n"
    "close_call: 1\n"
    "prefer: [bridge, ferry, ford]\n"
    "outcomes:\n"
    "  bridge: {title: The bridge}\n"
    "  ferry: {title: The ferry}\n"
    "  ford: {title: The ford}\n"
    "controls:\n"
    "  rope: {title: A rope}\n"
    "questions:\n"
    "  - id: water\n"
    "    ask: How is the water?\n"
    "    type: one\n"
    "    options:\n"
    "      - id: calm\n"
    "        label: Calm\n"
    "        effects: [{favour: ford, strength: strong, because: It is shallow., cites: [shallow]}]\n"
    "        then:\n"
    "          - id: cold\n"
    "            ask: Is it cold?\n"
    "            type: one\n"
    "            options: [{id: ice, label: Ice}, {id: mild, label: Mild}]\n"
    "      - id: high\n"
    "        label: High\n"
    "        effects:\n"
    "          - {rule_out: ford, because: Nobody stands in it., cites: [shallow, flood]}\n"
    "          - {require: rope}\n"
    "  - id: load\n"
    "    ask: What do you carry?\n"
    "    type: many\n"
    "    options:\n"
    "      - {id: stones, label: Stones, effects: [{disfavour: ferry, strength: strong,\n"
    "         because: It sinks.}]}\n"
    "      - {id: hay, label: Hay, was: [straw]}\n"
    "      - {id: nothing, label: Nothing, exclusive: true}\n"
    "  - id: weight\n"
    "    ask: How heavy is it?\n"
    "    type: number\n"
    "    unit: kg\n"
    "    max: 1000\n"
    "    bands: [{id: light, label: Light, below: 100}, {id: heavy, label: Heavy}]\n"
    "rules:\n"
    "  - {id: sinks, when: {load: stones, weight: heavy}, effects: [{rule_out: ferry,\n"
    "     because: Stones that heavy sink it.}]}\n";

static const char waters_yaml[] =
    "sources:\n"
    "  almanac: {title: Almanac, publisher: The town, kind: primary, seen: 2026-01-01}\n"
    "facts:\n"
    "  shallow: {claim: The ford is shallow in autumn., sources: [{id: almanac, locator: p. 3}],\n"
    "    as_of: 2026-01, review_by: 2027-01, confidence: high}\n"
    "  flood: {claim: It floods in spring., sources: [{id: almanac, locator: p. 3}],\n"
    "    as_of: 2026-01, review_by: 2027-01, confidence: medium}\n";

static FpSource *source_of(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new(name, bytes);
}

static FpSource *find_facts(const char *name, void *user_data G_GNUC_UNUSED, GError **error)
{
    if (strcmp(name, "waters") == 0)
        return source_of("waters.yaml", waters_yaml);
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND, "no facts '%s'", name);
    return NULL;
}

static FpTree *read_tree(const char *text)
{
    g_autoptr(FpSource) source = source_of("river.yaml", text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_read(source, find_facts, NULL, diagnostics);
    if (tree == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("%s", faults);
    }
    return tree;
}

FpTree *sample_tree(void)
{
    return read_tree(river_yaml);
}

FpTree *sample_tree_changed(void)
{
    g_autoptr(GString) text = g_string_new(river_yaml);
    g_string_replace(text, "It is shallow.", "One can wade.", 0);
    return read_tree(text->str);
}

static void set_field(FpEvent *event, const char *key, const char *value)
{
    const struct {
        const char *key;
        char **text, ***list;
    } fields[] = {
        { "question", &event->question, NULL },
        { "answer", NULL, &event->answer },
        { "who", &event->who, NULL },
        { "by", &event->by, NULL },
        { "text", &event->text, NULL },
        { "outcome", &event->outcome, NULL },
        { "engine", &event->engine, NULL },
        { "verdict_digest", &event->verdict_digest, NULL },
        { "as_of", &event->as_of, NULL },
        { "verdict", &event->verdict, NULL },
        { "tree", &event->tree, NULL },
        { "version", &event->version, NULL },
        { "tree_digest", &event->tree_digest, NULL },
        { "program", &event->program, NULL },
        { "facts", NULL, &event->facts },
        { "parents", NULL, &event->parents },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (strcmp(fields[i].key, key) != 0)
            continue;
        if (fields[i].list != NULL)
            *fields[i].list = g_strsplit(value, ",", -1);
        else
            *fields[i].text = g_strdup(value);
        return;
    }
    g_error("no field '%s'", key);
}

FpEvent *sample_event(FpEventKind kind, int64_t at_ms, const char *fields)
{
    FpEvent *event = fp_event_new(kind, at_ms);
    g_auto(GStrv) lines = g_strsplit(fields, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        char *equals = strchr(lines[i], '=');
        if (equals == NULL)
            continue;
        *equals = '\0';
        set_field(event, lines[i], equals + 1);
    }
    return event;
}

void sample_apply(FpSession *session, FpEventKind kind, const char *fields)
{
    int64_t at_ms = SAMPLE_MS + (int64_t)fp_session_n_events(session) * 1000;
    g_autoptr(FpEvent) event = sample_event(kind, at_ms, fields);
    g_autoptr(GError) error = NULL;
    fp_session_apply(session, event, &error);
    g_assert_no_error(error);
}

FpSession *sample_session(const FpTree *tree)
{
    FpSession *session = fp_session_new(tree);
    g_autoptr(FpEvent) started = fp_session_new_started(tree, SAMPLE_MS);
    g_assert_true(fp_session_apply(session, started, NULL));
    sample_apply(session, FP_EVENT_ANSWERED, "question=water\nanswer=calm");
    sample_apply(session, FP_EVENT_ANSWERED, "question=load\nanswer=stones");
    sample_apply(session, FP_EVENT_ANSWERED, "question=weight\nanswer=120.5");
    return session;
}
