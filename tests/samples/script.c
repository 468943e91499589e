// SPDX-License-Identifier: Apache-2.0
// One event a minute, in the tree's order of questions; each is folded in and linked to the chain.
#include "script.h"
#include "fp-chain.h"
#include "fp-sheet-read.h"
#include <stdlib.h>

#define START_MS  INT64_C(1795510800000) // 2026-11-24 09:00 UTC
#define MINUTE_MS INT64_C(60000)

/* A script being played. */
typedef struct {
    Script *script;
    FpChainDigest last; /* of the chain; set once there is an event */
    int64_t n_events;
} Play;

G_GNUC_NORETURN
static void fail(const char *path, const char *what)
{
    g_printerr("make-samples: %s: %s\n", path, what);
    exit(EXIT_FAILURE);
}

static FpDocument *read_document(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpSource) source = fp_source_load(path, &error);
    if (source == NULL)
        fail(path, error->message);
    FpDocument *document = fp_document_read_yaml(source, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    if (document == NULL || *faults != '\0')
        fail(path, faults);
    return document;
}

static const char *text_of(const FpNode *node, const char *key)
{
    const FpNode *value = fp_node_get(node, key);
    return value != NULL ? value->text : NULL;
}

static FpAnswerSheet *read_answers(const char *path, const FpTree *tree, const FpDocument *document)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    const FpNode *answers = fp_node_get(fp_document_root(document), "answers");
    if (answers == NULL)
        fail(path, "no answers");
    FpAnswerSheet *sheet =
        fp_sheet_read_answers(tree, fp_document_source(document), answers, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    if (sheet == NULL)
        fail(path, faults);
    return sheet;
}

static int64_t now_ms(const Play *play)
{
    return START_MS + MINUTE_MS * play->n_events;
}

static FpChainDigest link_of(const Play *play, const FpEvent *event)
{
    static const uint8_t no_salt[FP_CHAIN_SALT_BYTES] = { 0 };
    g_autofree char *payload = fp_event_payload(event);
    return fp_chain_next(play->n_events > 0 ? &play->last : NULL, play->script->id,
                         play->n_events + 1, fp_event_kind_name(event->kind), event->at_ms,
                         fp_chain_payload_hash(no_salt, payload));
}

static void say(Play *play, FpEvent *taken)
{
    g_autoptr(FpEvent) event = taken;
    g_autoptr(GError) error = NULL;
    if (!fp_session_apply(play->script->session, event, &error))
        fail(play->script->id, error->message);
    play->last = link_of(play, event);
    play->n_events++;
    if (!fp_event_kind_is_content(event->kind))
        return;
    g_free(play->script->digest);
    play->script->digest = fp_chain_digest_to_text(play->last);
}

static void say_answer(Play *play, const FpQuestion *question, const FpAnswer *answer)
{
    const FpNode *root = fp_document_root(play->script->document);
    if (answer->kind == FP_ANSWER_UNKNOWN) {
        const FpNode *finder = fp_node_get(fp_node_get(root, "find-out"), question->id);
        FpEvent *event = fp_event_new_for_question(FP_EVENT_UNKNOWN, question->id, now_ms(play));
        event->who = g_strdup(text_of(finder, "who"));
        event->by = g_strdup(text_of(finder, "by"));
        say(play, event);
    } else {
        g_auto(GStrv) ids = fp_answer_to_ids(question, answer);
        say(play, fp_event_new_answered(question->id, (const char *const *)ids, now_ms(play)));
    }
    const char *note = text_of(fp_node_get(root, "notes"), question->id);
    if (note != NULL)
        say(play, fp_event_new_with_text(FP_EVENT_NOTED, question->id, note, now_ms(play)));
}

static void say_decided(Play *play)
{
    const FpNode *decided = fp_node_get(fp_document_root(play->script->document), "decided");
    if (decided == NULL)
        return;
    FpEvent *event =
        fp_event_new_with_text(FP_EVENT_DECIDED, NULL, text_of(decided, "because"), now_ms(play));
    event->outcome = g_strdup(text_of(decided, "outcome"));
    say(play, event);
}

static void say_all(Play *play, const FpCompiledTree *compiled, const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    FpSession *session = play->script->session;
    say(play, fp_session_new_started(tree, now_ms(play)));
    const char *title = text_of(fp_document_root(play->script->document), "title");
    if (title != NULL)
        say(play, fp_event_new_with_text(FP_EVENT_RENAMED, NULL, title, now_ms(play)));
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpAnswer *answer = fp_answer_sheet_get(sheet, i);
        if (answer->kind != FP_ANSWER_NONE)
            say_answer(play, &tree->questions[i], answer);
    }
    say(play, fp_session_new_finished(session, compiled, now_ms(play)));
    say_decided(play);
}

Script *script_play(const char *path, const FpCompiledTree *compiled)
{
    const FpTree *tree = fp_compiled_tree_tree(compiled);
    Script *script = g_new0(Script, 1);
    script->document = read_document(path);
    const FpNode *root = fp_document_root(script->document);
    script->id = text_of(root, "id");
    script->organisation = text_of(root, "organisation");
    script->who = text_of(root, "who");
    const char *number = text_of(root, "number");
    if (script->id == NULL || number == NULL)
        fail(path, "no id or no number");
    script->number = g_ascii_strtoll(number, NULL, 10);
    script->session = fp_session_new(tree);
    g_autoptr(FpAnswerSheet) sheet = read_answers(path, tree, script->document);
    Play play = { .script = script };
    say_all(&play, compiled, sheet);
    return script;
}

void script_free(Script *script)
{
    fp_session_free(script->session);
    fp_document_free(script->document);
    g_free(script->digest);
    g_free(script);
}
