// SPDX-License-Identifier: Apache-2.0
/* What the parts of the wizard share.
 *
 * An action makes a turn: the events to keep, where to stand after them, and what the answers are
 * by then. The turn is taken when its events are durable, or at once where it has none; until then
 * nothing of the wizard changes that depends on it. In reading order
 *   wizard.c            the phases' tables of actions; act, commit, reject
 *   wizard-question.c   actions on a question; wizard-note.c: while its note is edited
 *   wizard-choose.c     the focus, marks and ticks among options
 *   number-read.c       what was typed, as a number
 *   wizard-review.c     actions in the review
 *   wizard-search.c     actions while a list is searched; filter.c
 *   wizard-result.c     actions at the result; `finished`
 *   wizard-why-not.c    actions there while another path is looked at
 *   wizard-form.c       actions in a form; wizard-find-out.c, wizard-decide.c, wizard-export.c: what
 *                       each form is for; form.c: its state
 *   wizard-outlook.c    the exact analyses: which answers they are of, what is told of them
 *   wizard-reload.c     the session as another instance has left it
 *   wizard-way.c        where to go next
 *   wizard-draft.c      what is ticked or typed and not taken yet
 *   wizard-turn.c       what a turn adds up to, and taking it
 *   wizard-view.c       what to show; view-question.c, view-rows.c, view-form.c: its parts */
#pragma once
#include "filter-private.h"
#include "fp-wizard.h"
#include "wizard-form-private.h"
#include "wizard-outlook-private.h"

/* Where a wizard stands. */
typedef struct {
    FpPhase phase;
    size_t question; /* shown, or the one to go back to; FP_NONE: none yet */
    bool returns;    /* the question was opened from the review and goes back there */
} FpStand;

/* What was ticked or typed on a question and is no answer yet. Kept while the wizard lives. */
typedef struct {
    bool has_ticks;
    FpOptionSet ticks;
    FpOptionSet replaced; /* by the exclusive option that is ticked now: returns without it */
    char *typed;          /* number: what the field holds; NULL: the answer in force */
} FpDraft;

/* An answer changed in this run, and what stood there before. */
typedef struct {
    size_t question;
    FpAnswer before;
    char *who, *by; /* of an unknown; may be NULL */
} FpPastAnswer;

/* What an action comes to. */
struct FpTurn {
    GPtrArray *events; /* FpEvent * */
    int64_t at_ms;
    FpSession *session;      /* as it will be, a copy; NULL: as it is */
    FpQuestionState *states; /* likewise */
    bool is_refused;         /* the session would not take an event: nothing is to come of it */
    FpStand to;
    bool enters; /* `to` is come to anew: focus and why start afresh */
    bool ends_note, ends_form, quits;
    bool is_done; /* what the events tell of has happened already, whatever becomes of them */
    bool is_undo; /* takes the last change from the list instead of adding one */
    size_t taken; /* the question whose draft is done with; FP_NONE */
    FpPastAnswer change; /* question FP_NONE: no answer changes */
};

struct FpWizard {
    const FpSession *session;
    const FpCompiledTree *compiled;
    const FpTree *tree;
    int64_t session_number;
    char *session_id, *session_digest, *language, *folder;

    FpStand stand;
    FpQuestionState *states; /* of the session's sheet */
    size_t focus;            /* an option; n_options: the number field */
    size_t pointed;          /* the option that the last action pointed at; FP_NONE */
    size_t review_focus;     /* a question; FP_NONE: the row of the recommendation */
    bool shows_why;
    FpDraft *drafts; /* one a question */
    FpField number;  /* where the question is of a number */
    bool is_editing_note;
    FpField note; /* while it is edited */
    FpForm form;
    size_t form_question; /* that FP_FORM_FIND_OUT is of */
    bool shows_whole;     /* at the result: all of it */
    FpFilter filter;      /* of the options, or of the review */
    GArray *changes;      /* FpPastAnswer, the last one last */

    FpOutlookState outlook;
    struct FpWizardBefore *before; /* while the session is loaded anew; else NULL */

    FpTurn *pending;       /* waits for commit or reject; NULL: none */
    bool quit_was_refused; /* by the history, or to tell of a draft: once more leaves */
    bool has_quit;
    char *message;
    bool message_is_error;
    struct FpWizardScene *scene; /* the view with what it owns; NULL: to be made */
};

/* One row, one action of a phase. */
typedef struct {
    FpActionKind action;
    void (*act)(FpWizard *wizard, const FpAction *action, FpTurn *turn);
} FpActionRow;

typedef struct {
    const FpActionRow *rows;
    size_t n;
} FpPhaseActions;

extern const FpPhaseActions fp_question_actions, fp_note_actions, fp_search_actions,
    fp_review_actions, fp_result_actions, fp_why_not_actions, fp_form_actions,
    fp_form_replacing_actions, fp_form_writing_actions;

/* wizard.c: a line to show until the next action; message may be NULL, is copied. */
void fp_wizard_refuse(FpWizard *wizard, const char *message);
void fp_wizard_say(FpWizard *wizard, const char *message);
/* The view is to be made anew. */
void fp_wizard_forget_scene(FpWizard *wizard);
/* The question that is shown. */
const FpQuestion *fp_wizard_question(const FpWizard *wizard);
const FpAnswer *fp_wizard_answer(const FpWizard *wizard, size_t question);
const char *fp_wizard_text(const FpWizard *wizard, FpTreeText text);

/* wizard-turn.c */
FpTurn *fp_turn_new(FpWizard *wizard, int64_t at_ms);
void fp_turn_free(FpTurn *turn); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTurn, fp_turn_free)
void fp_turn_add(FpWizard *wizard, FpTurn *turn, FpEvent *event); /* takes the event over */
/* The event changes what was said to the question; a session that is not open is reopened first. */
void fp_turn_change(FpWizard *wizard, FpTurn *turn, size_t question,
                    FpEvent *event); /* taken over */
/* The question gets this answer; NONE takes it back. Adds no event where it stands already. */
void fp_turn_answer(FpWizard *wizard, FpTurn *turn, size_t question, FpAnswer answer);
/* The session and its questions as they will be. */
const FpSession *fp_turn_session(const FpWizard *wizard, const FpTurn *turn);
const FpQuestionState *fp_turn_states(const FpWizard *wizard, const FpTurn *turn);
/* The last change of the list back to what was before it. */
void fp_turn_undo(FpWizard *wizard, FpTurn *turn);
void fp_past_answer_clear(void *past);
/* Its events are durable and folded. */
void fp_turn_take(FpWizard *wizard, const FpTurn *turn);
/* They are not, or not all: the wizard keeps its place and follows the session as it is now. */
void fp_turn_drop(FpWizard *wizard, const FpTurn *turn);

/* wizard-way.c: each sets where the turn leads. */
void fp_way_on(FpWizard *wizard, FpTurn *turn); /* after an answer */
/* Goes to a question that is asked now; `revisited` where something was said to it while open. */
void fp_way_open(FpWizard *wizard, FpTurn *turn, size_t question, bool returns);
void fp_way_lead(FpTurn *turn, FpPhase phase); /* to the review or the result */
FpStand fp_way_first(const FpWizard *wizard);  /* where a session is taken up */
void fp_way_stand(FpWizard *wizard, FpStand stand);
/* Actions of several phases. */
void fp_act_next(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_back(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_undo(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_go_to(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_questions(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_review(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_result(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_quit(FpWizard *wizard, const FpAction *action, FpTurn *turn);

/* wizard-question.c, wizard-review.c: a click in their list. */
void fp_question_point(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_review_point(FpWizard *wizard, const FpAction *action, FpTurn *turn);

/* wizard-choose.c: among the options of the question shown. */
void fp_choose_focus(FpWizard *wizard, size_t focus);
void fp_choose_mark(FpWizard *wizard, size_t option); /* one, number; a second time: unmarks */
bool fp_choose_is_marked(const FpWizard *wizard, size_t option);
void fp_choose_tick(FpWizard *wizard, size_t option); /* many; a second time: the tick goes */

/* wizard-search.c. An item is an option's index; in the review a question's, or their number for the
 * row of the recommendation. */
void fp_act_search(FpWizard *wizard, const FpAction *action, FpTurn *turn);
bool fp_wizard_shows(const FpWizard *wizard, size_t item);
void fp_wizard_step(FpWizard *wizard, FpActionKind action); /* the focus, among what is shown */
size_t fp_wizard_count_shown(const FpWizard *wizard);       /* without the recommendation */

/* wizard-result.c: leads to the result; `finished` where nothing is open and none is recorded. */
void fp_result_show(FpWizard *wizard, FpTurn *turn);
/* The same with questions open, `finished` all the same: they cannot change the path. */
void fp_result_finish(FpWizard *wizard, FpTurn *turn);
size_t fp_result_count_open(const FpWizard *wizard, const FpQuestionState *states);

/* wizard-form.c: accept ends the form where its focus is. */
bool fp_form_accepts_here(const FpForm *form);

/* wizard-outlook.c, wizard-why-not.c */
void fp_act_outlook(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_finish(FpWizard *wizard, const FpAction *action, FpTurn *turn);
void fp_act_why_not(FpWizard *wizard, const FpAction *action, FpTurn *turn);

/* wizard-review.c: a question's row is shown: it is asked, or its answer rests. */
bool fp_review_lists(const FpQuestionState *states, size_t question);
size_t fp_review_row(const FpWizard *wizard); /* of the focus */
void fp_review_follow(FpWizard *wizard);      /* where the focus' row has gone, to the next */

/* wizard-note.c: edits the note of the question shown. */
void fp_note_begin(FpWizard *wizard);

/* wizard-draft.c */
FpDraft *fp_draft_shown(const FpWizard *wizard); /* of the question shown */
/* What is ticked: the draft, else the answer in force. */
FpOptionSet fp_draft_ticks(const FpWizard *wizard);
void fp_draft_set_ticks(FpWizard *wizard, FpOptionSet ticks);
/* True where something was ticked, marked or typed that is not the answer. */
bool fp_draft_is_untaken(const FpWizard *wizard);
/* True where the number field has the focus and something typed in it that is not the answer: then
 * letters are text too. */
bool fp_draft_is_typing(const FpWizard *wizard);
/* The same of any question. */
bool fp_draft_stands(const FpWizard *wizard, size_t question);
/* What would be lost by leaving, and how to keep it; NULL where nothing would. Owned. */
char *fp_drafts_warning(const FpWizard *wizard);
void fp_draft_drop(FpWizard *wizard, size_t question);
void fp_draft_enter(FpWizard *wizard); /* the shown question: its field and focus */
void fp_draft_leave(FpWizard *wizard);
void fp_drafts_free(FpWizard *wizard);

/* number-range.c: what a number question takes: "0 or more", "from 1 to 20"; owned. */
char *fp_number_range(const FpQuestion *question);

/* wizard-view.c */
void fp_scene_free(struct FpWizardScene *scene); /* takes NULL */
