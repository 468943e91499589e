// SPDX-License-Identifier: Apache-2.0
// A row a kind: in which states it is possible, and what it does. A fold checks before it changes.
#include "event-private.h"
#include "fp-decision.h"
#include "fp-digest.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "session-private.h"
#include <assert.h>
#include <stdarg.h>
#include <string.h>

// Whole sentences, what they quote made printable with them.
G_GNUC_PRINTF(2, 3)
static bool refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *shown = fp_text_printable(message, -1, FP_PRINT_ONE_LINE);
    g_set_error_literal(error, FP_ERROR, FP_ERROR_BAD_INPUT, shown);
    return false;
}

static const char *name_of(const FpEvent *event)
{
    return fp_event_kind_name(event->kind);
}

static void replace(char **slot, const char *text)
{
    g_free(*slot);
    *slot = g_strdup(text);
}

static bool find_question(const FpSession *session, const FpEvent *event, size_t *out_question,
                          GError **error)
{
    size_t question = fp_tree_find_question(session->tree, event->question);
    if (question == FP_NONE)
        return refuse(error, _("event '%s': the tree has no question '%s'"), name_of(event),
                      event->question);
    *out_question = question;
    return true;
}

static bool check_outcome(const FpSession *session, const FpEvent *event, GError **error)
{
    if (event->outcome == NULL || fp_tree_find_outcome(session->tree, event->outcome) != FP_NONE)
        return true;
    return refuse(error, _("event '%s': the tree has no outcome '%s'"), name_of(event),
                  event->outcome);
}

static bool check_day(const FpEvent *event, const char *text, GError **error)
{
    FpDate date;
    if (text == NULL || (fp_date_parse(text, &date) && date.day != 0))
        return true;
    return refuse(error, _("event '%s': '%s' is no day; write it as YYYY-MM-DD"), name_of(event),
                  text);
}

static bool check_one_line(const FpEvent *event, GError **error)
{
    if (strpbrk(event->text, "\n\t") == NULL)
        return true;
    return refuse(error, _("event '%s': '%s' has several lines or tabs; write it on one line"),
                  name_of(event), event->text);
}

// The pairs that a session of this tree has: its facts files, in the order of `uses`.
static bool check_facts(const FpSession *session, const FpEvent *event, GError **error)
{
    const FpTree *tree = session->tree;
    if (event->facts == NULL && tree->n_facts_files == 0)
        return true;
    if (event->facts == NULL || g_strv_length(event->facts) != 2 * tree->n_facts_files)
        return refuse(error, _("event '%s': it has other facts files than the tree '%s'"),
                      name_of(event), event->tree);
    for (size_t i = 0; i < tree->n_facts_files; i++) {
        const char *name = event->facts[2 * i], *digest = event->facts[2 * i + 1];
        if (strcmp(name, tree->facts_files[i].name) != 0 ||
            strcmp(digest, fp_source_digest(tree->facts_files[i].source)) != 0)
            return refuse(error, _("event '%s': it is of another text of the facts file '%s'"),
                          name_of(event), name);
    }
    return true;
}

static bool fold_started(FpSession *session, const FpEvent *event, GError **error)
{
    if (strcmp(event->tree, session->tree->id) != 0)
        return refuse(error, _("event '%s': it is of another tree, '%s'"), name_of(event),
                      event->tree);
    if (strcmp(event->tree_digest, fp_source_digest(session->tree->source)) != 0)
        return refuse(error,
                      _("event '%s': it is of another text of the tree, with the digest '%s'"),
                      name_of(event), event->tree_digest);
    if (!check_facts(session, event, error))
        return false;
    if (event->parents != NULL) {
        g_strfreev(session->parents);
        session->parents = g_strdupv(event->parents);
    }
    session->started_ms = event->at_ms;
    session->last_answer_ms = event->at_ms;
    return true;
}

// who and by: of an unknown alone; NULL takes away what an earlier unknown said.
static void set_answer(FpSession *session, const FpEvent *event, size_t question, FpAnswer answer)
{
    fp_answer_sheet_set(session->sheet, question, answer);
    replace(&session->who[question], event->who);
    replace(&session->by[question], event->by);
    session->last_question = question;
    session->last_answer_ms = event->at_ms;
}

static bool fold_answered(FpSession *session, const FpEvent *event, GError **error)
{
    size_t question = FP_NONE;
    FpAnswer answer = { 0 };
    const char *const *ids = fp_event_list_of(event, FP_FIELD_ANSWER);
    if (!find_question(session, event, &question, error))
        return false;
    if (!fp_answer_from_ids(&session->tree->questions[question], ids, g_strv_length(event->answer),
                            &answer, error))
        return false;
    if (answer.kind == FP_ANSWER_UNKNOWN)
        return refuse(error, _("event '%s': 'unknown' is an event of its own, and no answer"),
                      name_of(event));
    set_answer(session, event, question, answer);
    return true;
}

static bool fold_unknown(FpSession *session, const FpEvent *event, GError **error)
{
    size_t question = FP_NONE;
    if (!find_question(session, event, &question, error) || !check_day(event, event->by, error))
        return false;
    set_answer(session, event, question, (FpAnswer) { .kind = FP_ANSWER_UNKNOWN });
    return true;
}

static bool fold_cleared(FpSession *session, const FpEvent *event, GError **error)
{
    size_t question = FP_NONE;
    if (!find_question(session, event, &question, error))
        return false;
    set_answer(session, event, question, (FpAnswer) { .kind = FP_ANSWER_NONE });
    return true;
}

static bool fold_revisited(FpSession *session, const FpEvent *event, GError **error)
{
    return find_question(session, event, &session->last_question, error);
}

static bool fold_noted(FpSession *session, const FpEvent *event, GError **error)
{
    size_t place = session->tree->n_questions;
    if (event->question != NULL && !find_question(session, event, &place, error))
        return false;
    replace(&session->notes[place], event->text[0] != '\0' ? event->text : NULL);
    return true;
}

static void keep_event(FpEvent **slot, const FpEvent *event)
{
    fp_event_free(*slot);
    *slot = event != NULL ? fp_event_copy(event) : NULL;
}

static bool fold_finished(FpSession *session, const FpEvent *event, GError **error)
{
    g_autofree char *digest = fp_digest_of_text(event->verdict);
    if (!check_outcome(session, event, error) || !check_day(event, event->as_of, error))
        return false;
    if (strcmp(digest, event->verdict_digest) != 0)
        return refuse(error, _("event '%s': its verdict does not have the digest '%s'"),
                      name_of(event), event->verdict_digest);
    keep_event(&session->finished, event);
    session->state = FP_SESSION_FINISHED;
    return true;
}

static bool fold_decided(FpSession *session, const FpEvent *event, GError **error)
{
    if (!check_outcome(session, event, error))
        return false;
    keep_event(&session->decided, event);
    session->state = FP_SESSION_DECIDED;
    return true;
}

static bool fold_reopened(FpSession *session, const FpEvent *event G_GNUC_UNUSED,
                          GError **error G_GNUC_UNUSED)
{
    keep_event(&session->finished, NULL);
    keep_event(&session->decided, NULL);
    session->state = FP_SESSION_OPEN;
    return true;
}

static bool fold_nothing(FpSession *session G_GNUC_UNUSED, const FpEvent *event G_GNUC_UNUSED,
                         GError **error G_GNUC_UNUSED)
{
    return true;
}

static bool fold_renamed(FpSession *session, const FpEvent *event, GError **error)
{
    if (!check_one_line(event, error))
        return false;
    replace(&session->title, event->text[0] != '\0' ? event->text : NULL);
    return true;
}

static bool fold_tagged(FpSession *session, const FpEvent *event, GError **error)
{
    if (!check_one_line(event, error))
        return false;
    if (event->text[0] == '\0')
        return refuse(error, _("event '%s': a tag cannot be empty; write a word"), name_of(event));
    if (!g_strv_contains(fp_session_tags(session), event->text))
        g_ptr_array_insert(session->tags, (int)session->tags->len - 1, g_strdup(event->text));
    return true;
}

enum {
    OPEN = 1 << FP_SESSION_OPEN,
    FINISHED = 1 << FP_SESSION_FINISHED,
    DECIDED = 1 << FP_SESSION_DECIDED,
    ANY = OPEN | FINISHED | DECIDED,
};

static const struct {
    unsigned states; /* in which it may come; 0: as the first event alone */
    bool (*fold)(FpSession *session, const FpEvent *event, GError **error);
} rows[] = {
    [FP_EVENT_STARTED] = { 0, fold_started },
    [FP_EVENT_ANSWERED] = { OPEN, fold_answered },
    [FP_EVENT_UNKNOWN] = { OPEN, fold_unknown },
    [FP_EVENT_CLEARED] = { OPEN, fold_cleared },
    [FP_EVENT_REVISITED] = { OPEN, fold_revisited },
    [FP_EVENT_NOTED] = { ANY, fold_noted },
    [FP_EVENT_FINISHED] = { OPEN, fold_finished },
    [FP_EVENT_DECIDED] = { FINISHED | DECIDED, fold_decided },
    [FP_EVENT_REOPENED] = { FINISHED | DECIDED, fold_reopened },
    [FP_EVENT_FORKED] = { 0, fold_started },
    [FP_EVENT_EXPORTED] = { ANY, fold_nothing },
    [FP_EVENT_RENAMED] = { ANY, fold_renamed },
    [FP_EVENT_TAGGED] = { ANY, fold_tagged },
};
static_assert(G_N_ELEMENTS(rows) == FP_EVENT_COUNT, "a row for each kind");

static bool is_possible(const FpSession *session, const FpEvent *event, GError **error)
{
    const char *kind = fp_event_kind_name(event->kind);
    bool opens = rows[event->kind].states == 0;
    if (opens != (session->n_events == 0)) {
        g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                    opens ? _("event '%s': only the first event of a session can be one")
                          : _("event '%s': a session must start first"),
                    kind);
        return false;
    }
    if (opens || (rows[event->kind].states >> session->state & 1))
        return true;
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                session->state == FP_SESSION_OPEN
                    ? _("event '%s': the session is open; finish it first")
                    : _("event '%s': the session is finished; reopen it first"),
                kind);
    return false;
}

bool fp_session_apply(FpSession *session, const FpEvent *event, GError **error)
{
    if (!is_possible(session, event, error) || !fp_event_check(event, error) ||
        !rows[event->kind].fold(session, event, error))
        return false;
    session->n_events++;
    session->last_ms = event->at_ms;
    return true;
}
