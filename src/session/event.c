// SPDX-License-Identifier: Apache-2.0
// Two tables, and loops over them: a field's offset says where in FpEvent it is kept.
#include "event-private.h"
#include "fp-json-writer.h"
#include <assert.h>
#include <string.h>

const FpEventFieldRow fp_event_fields[FP_FIELD_COUNT] = {
    [FP_FIELD_QUESTION] = { "question", FP_TYPE_TEXT, offsetof(FpEvent, question) },
    [FP_FIELD_ANSWER] = { "answer", FP_TYPE_LIST, offsetof(FpEvent, answer) },
    [FP_FIELD_WHO] = { "who", FP_TYPE_TEXT, offsetof(FpEvent, who) },
    [FP_FIELD_BY] = { "by", FP_TYPE_TEXT, offsetof(FpEvent, by) },
    [FP_FIELD_TEXT] = { "text", FP_TYPE_TEXT, offsetof(FpEvent, text) },
    [FP_FIELD_OUTCOME] = { "outcome", FP_TYPE_TEXT, offsetof(FpEvent, outcome) },
    [FP_FIELD_ENGINE] = { "engine", FP_TYPE_TEXT, offsetof(FpEvent, engine) },
    [FP_FIELD_VERDICT_DIGEST] = { "verdict_digest", FP_TYPE_TEXT,
                                  offsetof(FpEvent, verdict_digest) },
    [FP_FIELD_AS_OF] = { "as_of", FP_TYPE_TEXT, offsetof(FpEvent, as_of) },
    [FP_FIELD_VERDICT] = { "verdict", FP_TYPE_JSON, offsetof(FpEvent, verdict) },
    [FP_FIELD_TREE] = { "tree", FP_TYPE_TEXT, offsetof(FpEvent, tree) },
    [FP_FIELD_VERSION] = { "version", FP_TYPE_TEXT, offsetof(FpEvent, version) },
    [FP_FIELD_TREE_DIGEST] = { "tree_digest", FP_TYPE_TEXT, offsetof(FpEvent, tree_digest) },
    [FP_FIELD_PROGRAM] = { "program", FP_TYPE_TEXT, offsetof(FpEvent, program) },
    [FP_FIELD_FACTS] = { "facts", FP_TYPE_PAIRS, offsetof(FpEvent, facts) },
    [FP_FIELD_PARENTS] = { "parents", FP_TYPE_LIST, offsetof(FpEvent, parents) },
};

enum {
    QUESTION = 1 << FP_FIELD_QUESTION,
    ANSWER = 1 << FP_FIELD_ANSWER,
    WHO = 1 << FP_FIELD_WHO,
    BY = 1 << FP_FIELD_BY,
    TEXT = 1 << FP_FIELD_TEXT,
    OUTCOME = 1 << FP_FIELD_OUTCOME,
    VERDICT = 1 << FP_FIELD_ENGINE | 1 << FP_FIELD_VERDICT_DIGEST | 1 << FP_FIELD_AS_OF |
              1 << FP_FIELD_VERDICT,
    TREE = 1 << FP_FIELD_TREE | 1 << FP_FIELD_VERSION | 1 << FP_FIELD_TREE_DIGEST |
           1 << FP_FIELD_PROGRAM,
    FACTS = 1 << FP_FIELD_FACTS,
    PARENTS = 1 << FP_FIELD_PARENTS,
};

const FpEventKindRow fp_event_kinds[FP_EVENT_COUNT] = {
    // kind                  name         required         optional           content
    [FP_EVENT_STARTED] = { "started", TREE, FACTS, true },
    [FP_EVENT_ANSWERED] = { "answered", QUESTION | ANSWER, 0, true },
    [FP_EVENT_UNKNOWN] = { "unknown", QUESTION, WHO | BY, true },
    [FP_EVENT_CLEARED] = { "cleared", QUESTION, 0, true },
    [FP_EVENT_REVISITED] = { "revisited", QUESTION, 0, false },
    [FP_EVENT_NOTED] = { "noted", TEXT, QUESTION, true },
    [FP_EVENT_FINISHED] = { "finished", VERDICT, OUTCOME, true },
    [FP_EVENT_DECIDED] = { "decided", 0, OUTCOME | TEXT, true },
    [FP_EVENT_REOPENED] = { "reopened", 0, 0, true },
    [FP_EVENT_FORKED] = { "forked", TREE | PARENTS, FACTS | TEXT, true },
    [FP_EVENT_EXPORTED] = { "exported", TEXT, 0, false },
    [FP_EVENT_RENAMED] = { "renamed", TEXT, 0, false },
    [FP_EVENT_TAGGED] = { "tagged", TEXT, 0, false },
};
static_assert(G_N_ELEMENTS(fp_event_kinds) == FP_EVENT_COUNT, "a row for each kind");

const char *fp_event_kind_name(FpEventKind kind)
{
    return fp_event_kinds[kind].name;
}

bool fp_event_kind_parse(const char *name, FpEventKind *out_kind)
{
    for (size_t i = 0; i < FP_EVENT_COUNT; i++) {
        if (strcmp(fp_event_kinds[i].name, name) == 0) {
            *out_kind = (FpEventKind)i;
            return true;
        }
    }
    return false;
}

bool fp_event_kind_is_content(FpEventKind kind)
{
    return fp_event_kinds[kind].is_content;
}

static bool is_vector(FpEventField field)
{
    FpEventFieldType type = fp_event_fields[field].type;
    return type == FP_TYPE_LIST || type == FP_TYPE_PAIRS;
}

const char *fp_event_text_of(const FpEvent *event, FpEventField field)
{
    const void *slot = (const char *)event + fp_event_fields[field].offset;
    return *(const char *const *)slot;
}

const char *const *fp_event_list_of(const FpEvent *event, FpEventField field)
{
    const void *slot = (const char *)event + fp_event_fields[field].offset;
    return *(const char *const *const *)slot;
}

void fp_event_take(FpEvent *event, FpEventField field, void *value)
{
    void *slot = (char *)event + fp_event_fields[field].offset;
    memcpy(slot, &value, sizeof value);
}

FpEvent *fp_event_new(FpEventKind kind, int64_t at_ms)
{
    FpEvent *event = g_new0(FpEvent, 1);
    event->kind = kind;
    event->at_ms = at_ms;
    return event;
}

static void *copy_field(const FpEvent *event, FpEventField field)
{
    if (!is_vector(field))
        return g_strdup(fp_event_text_of(event, field));
    const char *const *list = fp_event_list_of(event, field);
    g_autoptr(GStrvBuilder) copy = g_strv_builder_new();
    for (size_t i = 0; list != NULL && list[i] != NULL; i++)
        g_strv_builder_add(copy, list[i]);
    return list != NULL ? g_strv_builder_end(copy) : NULL;
}

FpEvent *fp_event_copy(const FpEvent *event)
{
    FpEvent *copy = fp_event_new(event->kind, event->at_ms);
    for (FpEventField field = 0; field < FP_FIELD_COUNT; field++)
        fp_event_take(copy, field, copy_field(event, field));
    return copy;
}

void fp_event_free(FpEvent *event)
{
    if (event == NULL)
        return;
    for (FpEventField field = 0; field < FP_FIELD_COUNT; field++) {
        void *slot = (char *)event + fp_event_fields[field].offset;
        if (is_vector(field))
            g_strfreev(*(char ***)slot);
        else
            g_free(*(char **)slot);
    }
    g_free(event);
}

FpEvent *fp_event_new_for_question(FpEventKind kind, const char *question, int64_t at_ms)
{
    FpEvent *event = fp_event_new(kind, at_ms);
    event->question = g_strdup(question);
    return event;
}

FpEvent *fp_event_new_answered(const char *question, const char *const *answer, int64_t at_ms)
{
    g_autoptr(GStrvBuilder) ids = g_strv_builder_new();
    for (size_t i = 0; answer[i] != NULL; i++)
        g_strv_builder_add(ids, answer[i]);
    FpEvent *event = fp_event_new_for_question(FP_EVENT_ANSWERED, question, at_ms);
    event->answer = g_strv_builder_end(ids);
    return event;
}

FpEvent *fp_event_new_with_text(FpEventKind kind, const char *question, const char *text,
                                int64_t at_ms)
{
    FpEvent *event = fp_event_new_for_question(kind, question, at_ms);
    event->text = g_strdup(text);
    return event;
}

static void write_list(FpJsonWriter *writer, const char *const *list)
{
    fp_json_begin_array(writer);
    for (size_t i = 0; list[i] != NULL; i++)
        fp_json_string(writer, list[i]);
    fp_json_end_array(writer);
}

static void write_pairs(FpJsonWriter *writer, const char *const *pairs)
{
    fp_json_begin_object(writer);
    for (size_t i = 0; pairs[i] != NULL; i += 2)
        fp_json_key_string(writer, pairs[i], pairs[i + 1]);
    fp_json_end_object(writer);
}

bool fp_event_has(const FpEvent *event, FpEventField field)
{
    if (!is_vector(field))
        return fp_event_text_of(event, field) != NULL;
    const char *const *list = fp_event_list_of(event, field);
    return list != NULL && list[0] != NULL;
}

static void write_field(FpJsonWriter *writer, const FpEvent *event, FpEventField field)
{
    fp_json_key(writer, fp_event_fields[field].name);
    switch (fp_event_fields[field].type) {
    case FP_TYPE_TEXT:
        fp_json_string(writer, fp_event_text_of(event, field));
        break;
    case FP_TYPE_LIST:
        write_list(writer, fp_event_list_of(event, field));
        break;
    case FP_TYPE_PAIRS:
        write_pairs(writer, fp_event_list_of(event, field));
        break;
    case FP_TYPE_JSON:
        fp_json_raw(writer, fp_event_text_of(event, field));
        break;
    }
}

char *fp_event_payload(const FpEvent *event)
{
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_CANONICAL);
    const FpEventKindRow *row = &fp_event_kinds[event->kind];
    fp_json_begin_object(writer);
    for (FpEventField field = 0; field < FP_FIELD_COUNT; field++) {
        if (((row->required | row->optional) >> field & 1) && fp_event_has(event, field))
            write_field(writer, event, field);
    }
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}
