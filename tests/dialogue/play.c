// SPDX-License-Identifier: Apache-2.0
#include "play.h"
#include <string.h>

#define DAY_MS ((int64_t)24 * 60 * 60 * 1000)

static FpSource *no_facts(const char *name, void *user_data G_GNUC_UNUSED, GError **error)
{
    g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND, "no facts file '%s' here", name);
    return NULL;
}

FpTree *play_tree_with_facts(const char *yaml, FpFactsFinder find_facts)
{
    g_autoptr(GBytes) bytes = g_bytes_new(yaml, strlen(yaml));
    g_autoptr(FpSource) source = fp_source_new("play.yaml", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_read(source, find_facts, NULL, diagnostics);
    if (tree == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("%s\n%s", faults, yaml);
    }
    return tree;
}

FpTree *play_tree(const char *yaml)
{
    return play_tree_with_facts(yaml, no_facts);
}

static void begin_wizard(Play *play)
{
    FpWizardInput input = { .session = play->session, .compiled = play->compiled };
    play->wizard = fp_wizard_new(&input);
    play_check(play);
}

Play *play_new(FpTree *tree)
{
    Play *play = g_new0(Play, 1);
    play->tree = tree;
    play->compiled = fp_compiled_tree_new(tree);
    play->session = fp_session_new(tree);
    play->log = g_string_new(NULL);
    play->now_ms = 1000 * DAY_MS;
    g_autoptr(FpEvent) started = fp_session_new_started(tree, play->now_ms);
    g_assert_true(fp_session_apply(play->session, started, NULL));
    begin_wizard(play);
    return play;
}

void play_restart(Play *play)
{
    fp_wizard_free(play->wizard);
    begin_wizard(play);
}

void play_free(Play *play)
{
    if (play == NULL)
        return;
    fp_wizard_free(play->wizard);
    fp_session_free(play->session);
    fp_compiled_tree_free(play->compiled);
    fp_tree_free(play->tree);
    g_string_free(play->log, TRUE);
    g_free(play);
}

static void log_event(Play *play, const FpEvent *event)
{
    if (play->log->len > 0)
        g_string_append(play->log, ", ");
    g_string_append(play->log, fp_event_kind_name(event->kind));
    if (event->question != NULL)
        g_string_append_printf(play->log, " %s", event->question);
    if (event->answer != NULL) {
        g_autofree char *answer = g_strjoinv("+", event->answer);
        g_string_append_printf(play->log, "=%s", answer);
    }
    if (event->who != NULL)
        g_string_append_printf(play->log, " who=%s", event->who);
    if (event->by != NULL)
        g_string_append_printf(play->log, " by=%s", event->by);
    if (event->kind == FP_EVENT_DECIDED)
        g_string_append_printf(play->log, " %s", event->outcome != NULL ? event->outcome : "none");
    if (event->text != NULL)
        g_string_append_printf(play->log, " '%s'", event->text);
    if (event->kind == FP_EVENT_FINISHED)
        g_string_append_printf(play->log, " %s %s",
                               event->outcome != NULL ? event->outcome : "no-path", event->as_of);
}

/* Folds the events that the history takes; how many. */
static size_t keep_events(Play *play, const GPtrArray *events)
{
    static const size_t most[] = { [PLAY_FREE] = SIZE_MAX, [PLAY_HALF] = 1, [PLAY_FULL] = 0 };
    size_t n = MIN(events->len, most[play->history]);
    for (size_t i = 0; i < n; i++) {
        g_autoptr(GError) error = NULL;
        fp_session_apply(play->session, events->pdata[i], &error);
        g_assert_no_error(error);
        log_event(play, events->pdata[i]);
    }
    return n;
}

static char *all_shown(const Play *play)
{
    g_autofree char *place = play_place(play);
    g_autofree char *chosen = play_chosen(play);
    g_autofree char *rows = play_rows(play);
    return g_strdup_printf("%s, %s, %s", place, chosen, rows);
}

static void take_events(Play *play, const GPtrArray *events, const char *before)
{
    size_t n_kept = keep_events(play, events);
    if (n_kept == events->len)
        fp_wizard_commit(play->wizard);
    else
        fp_wizard_reject(play->wizard, "not saved: the history is full");
    g_autofree char *after = all_shown(play);
    if (before != NULL && n_kept == 0 && events->len > 0)
        g_assert_cmpstr(after, ==, before);
}

void play_act(Play *play, const FpAction *action)
{
    g_autofree char *before = all_shown(play);
    g_autoptr(GPtrArray) events = fp_wizard_act(play->wizard, action, play->now_ms);
    take_events(play, events, before);
    play->now_ms += 1000;
    play_check(play);
}

static const char *const action_names[] = {
    [FP_ACTION_UP] = "up",
    [FP_ACTION_DOWN] = "down",
    [FP_ACTION_FIRST] = "first",
    [FP_ACTION_LAST] = "last",
    [FP_ACTION_PAGE_UP] = "page-up",
    [FP_ACTION_PAGE_DOWN] = "page-down",
    [FP_ACTION_PICK] = "pick",
    [FP_ACTION_POINT] = "point",
    [FP_ACTION_TOGGLE] = "toggle",
    [FP_ACTION_ACCEPT] = "accept",
    [FP_ACTION_BACK] = "back",
    [FP_ACTION_NEXT] = "next",
    [FP_ACTION_UNKNOWN] = "unknown",
    [FP_ACTION_CLEAR] = "clear",
    [FP_ACTION_WHY] = "why",
    [FP_ACTION_NOTE] = "note",
    [FP_ACTION_OUTLOOK] = "outlook",
    [FP_ACTION_FINISH] = "finish",
    [FP_ACTION_WHY_NOT] = "why-not",
    [FP_ACTION_WHOLE] = "whole",
    [FP_ACTION_DECIDE] = "decide",
    [FP_ACTION_EXPORT] = "export",
    [FP_ACTION_REPLACE] = "replace",
    [FP_ACTION_FIND_OUT] = "find-out",
    [FP_ACTION_REVIEW] = "review",
    [FP_ACTION_RESULT] = "result",
    [FP_ACTION_GO_TO] = "go-to",
    [FP_ACTION_SEARCH] = "search",
    [FP_ACTION_UNDO] = "undo",
    [FP_ACTION_CANCEL] = "cancel",
    [FP_ACTION_QUIT] = "quit",
    [FP_ACTION_TYPE] = "type",
    [FP_ACTION_ERASE] = "erase",
    [FP_ACTION_DELETE] = "delete",
    [FP_ACTION_ERASE_WORD] = "erase-word",
    [FP_ACTION_ERASE_TO_START] = "erase-to-start",
    [FP_ACTION_ERASE_TO_END] = "erase-to-end",
    [FP_ACTION_LEFT] = "left",
    [FP_ACTION_RIGHT] = "right",
    [FP_ACTION_HOME] = "home",
    [FP_ACTION_END] = "end",
};

static FpActionKind kind_of(const char *word)
{
    for (size_t i = FP_ACTION_UP; i < G_N_ELEMENTS(action_names); i++) {
        if (g_strcmp0(action_names[i], word) == 0)
            return (FpActionKind)i;
    }
    g_error("no action '%s'", word);
}

static size_t index_of(const Play *play, FpActionKind kind, const char *word)
{
    const FpView *view = fp_wizard_view(play->wizard);
    size_t index = FP_NONE;
    if (kind == FP_ACTION_GO_TO)
        index = fp_tree_find_question(play->tree, word);
    if ((kind == FP_ACTION_PICK || kind == FP_ACTION_POINT) && view->phase == FP_PHASE_QUESTION)
        index = fp_question_find_option(&play->tree->questions[view->question], word);
    return index != FP_NONE ? index : (size_t)g_ascii_strtoull(word, NULL, 10);
}

/* What the driver's thread would have worked out by now. */
static void analyse(Play *play)
{
    const FpAnswerSheet *sheet = fp_session_sheet(play->session);
    g_autoptr(FpVerdict) verdict = fp_verdict_compute(play->compiled, sheet);
    FpDate as_of = fp_session_judging_date(play->session);
    fp_wizard_take_analyses(play->wizard,
                            fp_brief_analyses_new(play->compiled, sheet, verdict, as_of, NULL),
                            fp_wizard_generation(play->wizard));
    play_check(play);
}

/* The file that is asked for is written, or the disk says no. */
static void write_file(Play *play, GError *failure)
{
    FpExportWish wish;
    g_autoptr(GError) owned = failure;
    g_assert_true(fp_wizard_wishes_export(play->wizard, &wish));
    g_assert_nonnull(wish.brief);
    if (failure != NULL) {
        fp_wizard_export_failed(play->wizard, failure);
    } else {
        g_autofree char *path = g_strconcat("/there/", wish.place, NULL);
        g_autoptr(GPtrArray) events = fp_wizard_exported(play->wizard, path, play->now_ms);
        take_events(play, events, NULL);
    }
    play_check(play);
}

/* Another instance answered a question, and the record is loaded anew. */
static void answer_elsewhere(Play *play, const char *word)
{
    g_auto(GStrv) parts = g_strsplit(word, "=", 2);
    const char *const ids[] = { parts[1], NULL };
    g_autoptr(FpEvent) event = fp_event_new_answered(parts[0], ids, play->now_ms);
    fp_wizard_let_go(play->wizard);
    g_assert_true(fp_session_apply(play->session, event, NULL));
    const FpAction untaken = play->untaken;
    fp_wizard_take_up(play->wizard, play->session, play->compiled,
                      untaken.kind != FP_ACTION_NONE ? &untaken : NULL);
    play->untaken.kind = FP_ACTION_NONE;
    play_check(play);
}

/* True where the word speaks to the driver. */
static bool take_driver_word(Play *play, const char *word)
{
    static const char *const histories[] = { "free", "half", "full" };
    if (g_str_equal(word, "day"))
        play->now_ms += DAY_MS;
    if (g_str_equal(word, "analyse"))
        analyse(play);
    if (g_str_equal(word, "write"))
        write_file(play, NULL);
    if (g_str_equal(word, "exists"))
        write_file(play, g_error_new(FP_ERROR, FP_ERROR_EXISTS, "it is there"));
    if (g_str_equal(word, "no-space"))
        write_file(play, g_error_new(FP_ERROR, FP_ERROR_IO, "no space is left"));
    for (size_t i = 0; i < G_N_ELEMENTS(histories); i++) {
        if (g_str_equal(word, histories[i]))
            play->history = (PlayHistory)i;
    }
    static const char *const words[] = { "day",   "analyse", "free",     "half", "full",
                                         "write", "exists",  "no-space", NULL };
    return g_strv_contains(words, word);
}

void play_script(Play *play, const char *script)
{
    g_auto(GStrv) steps = g_strsplit(script, "; ", -1);
    for (char **step = steps; *step != NULL; step++) {
        g_auto(GStrv) words = g_strsplit(*step, " ", 2);
        if (words[0] == NULL || take_driver_word(play, words[0]))
            continue;
        if (g_str_equal(words[0], "elsewhere")) {
            answer_elsewhere(play, words[1]);
            continue;
        }
        bool is_late = g_str_has_prefix(words[0], "late-");
        FpAction action = { .kind = kind_of(words[0] + (is_late ? 5 : 0)), .text = words[1] };
        if (words[1] != NULL) {
            action.index = index_of(play, action.kind, words[1]);
            g_strdelimit(words[1], "|", '\n');
        }
        if (is_late)
            play->untaken = (FpAction) { .kind = action.kind, .index = action.index };
        else
            play_act(play, &action);
    }
}

static const char *focus_id(const Play *play, const FpView *view)
{
    const FpQuestion *question = &play->tree->questions[view->question];
    return view->focus == question->n_options ? "field" : question->options[view->focus].id;
}

/* "find-out", "find-out ?" where it asks to replace. */
static char *place_in_form(const FpViewForm *form)
{
    static const char *const names[] = { "", "find-out", "decision", "export" };
    const char *more = form->asks_to_replace ? " replace?" : form->is_writing ? " writing" : "";
    if (form->focus == form->n_fields)
        return g_strdup_printf("%s>%zu%s", names[form->kind], form->choice, more);
    return g_strdup_printf("%s[%s]%s", names[form->kind],
                           form->fields[form->focus].field->text->str, more);
}

char *play_place(const Play *play)
{
    const FpView *view = fp_wizard_view(play->wizard);
    if (view->form.kind != FP_FORM_NONE)
        return place_in_form(&view->form);
    const FpQuestion *questions = play->tree->questions;
    if (view->phase == FP_PHASE_RESULT)
        return g_strdup_printf("result %s", view->brief->has_outcome ? view->brief->outcome : "-");
    if (view->phase == FP_PHASE_REVIEW)
        return g_strdup_printf("review>%s",
                               view->review_focus < view->n_rows
                                   ? questions[view->rows[view->review_focus].question].id
                                   : "end");
    if (view->is_editing_note)
        return g_strdup_printf("%s note", questions[view->question].id);
    return g_strdup_printf("%s>%s%s", questions[view->question].id, focus_id(play, view),
                           view->shows_why ? " why" : "");
}

char *play_chosen(const Play *play)
{
    const FpView *view = fp_wizard_view(play->wizard);
    GString *chosen = g_string_new(NULL);
    for (size_t i = 0; i < view->n_options; i++) {
        if (view->options[i].is_chosen)
            g_string_append_printf(chosen, "%s%s", chosen->len > 0 ? "+" : "",
                                   play->tree->questions[view->question].options[i].id);
    }
    if (view->field != NULL)
        g_string_append_printf(chosen, "%s[%s]", chosen->len > 0 ? " " : "",
                               view->field->text->str);
    return g_string_free(chosen, FALSE);
}

char *play_rows(const Play *play)
{
    static const char *const states[] = { "not-applicable", "resting", "open", "unknown",
                                          "answered" };
    const FpView *view = fp_wizard_view(play->wizard);
    GString *rows = g_string_new(NULL);
    for (size_t i = 0; i < view->n_rows; i++)
        g_string_append_printf(rows, "%s%s=%s", i > 0 ? " " : "",
                               play->tree->questions[view->rows[i].question].id,
                               states[view->rows[i].state]);
    return g_string_free(rows, FALSE);
}

/* Rows are the questions that are asked or rest, in tree order, with the engine's states. */
static void check_rows(const Play *play, const FpView *view)
{
    g_autofree FpQuestionState *states = g_new(FpQuestionState, play->tree->n_questions);
    size_t row = 0, n_applicable = 0, n_said = 0;
    fp_compiled_tree_states(play->compiled, fp_session_sheet(play->session), states);
    for (size_t i = 0; i < play->tree->n_questions; i++) {
        if (states[i] == FP_STATE_NOT_APPLICABLE)
            continue;
        g_assert_cmpuint(row, <, view->n_rows);
        g_assert_cmpuint(view->rows[row].question, ==, i);
        g_assert_cmpint((int)view->rows[row].state, ==, (int)states[i]);
        g_assert_true((view->rows[row].answer == NULL) == (states[i] == FP_STATE_OPEN));
        n_applicable += states[i] >= FP_STATE_OPEN ? 1 : 0;
        n_said += states[i] > FP_STATE_OPEN ? 1 : 0;
        row++;
    }
    g_assert_cmpuint(row, ==, view->n_rows);
    g_assert_cmpuint(n_applicable, ==, view->n_applicable);
    g_assert_cmpuint(n_said, ==, view->n_said);
}

/* Themes part the rows without a gap. */
static void check_themes(const FpView *view)
{
    size_t row = 0, n_applicable = 0;
    for (size_t i = 0; i < view->n_themes; i++) {
        g_assert_cmpuint(view->themes[i].first_row, ==, row);
        g_assert_cmpuint(view->themes[i].n_rows, >, 0);
        row += view->themes[i].n_rows;
        n_applicable += view->themes[i].n_applicable;
    }
    g_assert_cmpuint(row, ==, view->n_rows);
    g_assert_cmpuint(n_applicable, ==, view->n_applicable);
}

static void check_question(const Play *play, const FpView *view)
{
    bool is_number = view->type == FP_QUESTION_NUMBER;
    size_t n_current = 0;
    g_assert_cmpuint(view->question, <, play->tree->n_questions);
    g_assert_cmpuint(view->n_options, ==, play->tree->questions[view->question].n_options);
    g_assert_cmpuint(view->focus, <, view->n_options + (is_number ? 1 : 0));
    g_assert_true(fp_question_state_is_applicable(view->state));
    g_assert_true((view->field != NULL) == (is_number || view->is_editing_note));
    for (size_t i = 0; i < view->n_rows; i++)
        n_current += view->rows[i].is_current && view->rows[i].question == view->question ? 1 : 0;
    g_assert_cmpuint(n_current, ==, 1);
    g_assert_cmpuint(view->position, >=, 1);
    g_assert_cmpuint(view->position, <=, view->n_applicable);
    g_assert_nonnull(view->why_sources);
}

static void check_field(const FpField *field)
{
    if (field == NULL)
        return;
    g_assert_cmpuint(field->text->len, <=, field->max_bytes);
    g_assert_cmpuint(field->cursor, <=, field->text->len);
    g_assert_true(g_utf8_validate(field->text->str, (gssize)field->text->len, NULL));
}

static void check_form(const FpViewForm *form)
{
    if (form->kind == FP_FORM_NONE)
        return;
    g_assert_cmpuint(form->focus, <, form->n_fields + (form->n_choices > 0 ? 1 : 0));
    g_assert_true(form->n_choices == 0 || form->choice < form->n_choices);
    g_assert_true((form->n_choices > 0) == (form->choices_label != NULL));
    for (size_t i = 0; i < form->n_fields; i++)
        check_field(form->fields[i].field);
}

void play_check(const Play *play)
{
    const FpView *view = fp_wizard_view(play->wizard);
    g_assert_true(view == fp_wizard_view(play->wizard));
    g_assert_cmpstr(view->tree_title, ==, play->tree->title.source);
    check_rows(play, view);
    check_themes(view);
    check_field(view->field);
    check_form(&view->form);
    if (view->phase == FP_PHASE_QUESTION)
        check_question(play, view);
    if (view->phase == FP_PHASE_REVIEW)
        g_assert_cmpuint(view->review_focus, <=, view->n_rows);
    g_assert_true((view->brief != NULL) == (view->phase == FP_PHASE_RESULT));
    const FpViewForm *form = &view->form;
    bool is_typing =
        form->kind != FP_FORM_NONE
            ? form->focus < form->n_fields && !form->asks_to_replace && !form->is_writing
            : view->is_editing_note || view->is_searching || view->is_typing_number;
    g_assert_true(is_typing == fp_wizard_is_typing(play->wizard));
}
