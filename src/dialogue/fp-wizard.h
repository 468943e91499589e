// SPDX-License-Identifier: Apache-2.0
/* The wizard: one session from its first question to its recommendation.
 *
 * The driver's loop, the same for screens and for plain mode:
 *     GPtrArray *events = fp_wizard_act(wizard, &action, now_ms);
 *     make each event durable (fp_record_append: it also folds it into the session)
 *     all went well: fp_wizard_commit(wizard); else: fp_wizard_reject(wizard, message)
 *     draw fp_wizard_view(wizard)
 *
 * Ways: an answer goes on to the next applicable question in tree order; after the last one to the
 * first that is open; where none is, to the result, which records `finished`. A question opened
 * from the review returns there, by an answer, back, next or cancel. Changing an answer after the
 * result reopens the session by itself. Going back never loses an answer. Answering what already
 * stands there writes no event. With questions open the result is shown as it stands so far and
 * not recorded, unless it is settled (what is open cannot change the path) and the person finishes.
 *
 * On a question
 *   one     accept and pick take the focused or picked option and go on. Toggle and pointing mark
 *           one, to be seen by others; the mark goes when the focus moves, so accept never takes
 *           another option than the focused one. Pointing at what is marked accepts it.
 *   many    toggle, pick and pointing tick; an exclusive option replaces all, and says so, until it
 *           is taken away again; ticking beside one replaces it; accept takes what is ticked.
 *   number  the field stands above the bands and has the focus; accept takes what is typed there,
 *           or the focused band. Typing on a band goes to the field. Whatever is typed is shown, and
 *           how it is read; what is no number is told, and refused when it is accepted.
 * What is ticked, marked or typed and not accepted stays with its question while the wizard lives, and
 * is told when the question is left and when it is come back to; cancel drops it. Quitting tells of it
 * once, and the next quit leaves without it. Answers that rest after a change, or count again, are
 * told. A search narrows a list of options, or the review, to what holds the words typed; accept goes
 * back to the list, cancel shows all. Undo takes changes of
 * this run back one by one, the last first, and shows the question.
 *
 * A form (fp-view-form.h): accept goes to its next part, and on the last one does what it is for; an
 * export is filled in from the start, so any part does. Cancel drops it. What cannot be taken stays in
 * it and is told.
 *
 * A note: accept keeps it, cancel drops what was typed, quit keeps it and leaves; where it could not
 * be kept, quitting once more leaves without it. Clear empties the field; a blank note is taken
 * away. */
#pragma once
#include "fp-brief-render.h"
#include "fp-view.h"

typedef struct FpWizard FpWizard;

typedef struct {
    const FpSession *session;       /* folded by the driver; borrowed */
    const FpCompiledTree *compiled; /* of the session's tree; borrowed */
    const char *language;           /* of the tree's texts; NULL: the tree's own; copied */
    const char
        *folder; /* that files without a folder are written to, to be told; may be NULL; copied */
} FpWizardInput;

/* Stands at the first open question; at the result where the session is finished; where nothing is
 * open but it is not finished, at the review. */
FpWizard *fp_wizard_new(const FpWizardInput *input);
void fp_wizard_free(FpWizard *wizard); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpWizard, fp_wizard_free)

/* Takes an action; one that means nothing where the wizard stands is ignored. The events of the act
 * before must have met commit or reject.
 *   at_ms    the stamp for events
 *   Returns  the events to make durable, in order (FpEvent *, owned); empty where nothing happened
 *            that must be kept. State that depends on them changes with commit alone. */
GPtrArray *fp_wizard_act(FpWizard *wizard, const FpAction *action, int64_t at_ms);
/* The events are durable and folded: go on. */
void fp_wizard_commit(FpWizard *wizard);
/* They are not, or only the first of them: stay, keep what was ticked and typed, show why. */
void fp_wizard_reject(FpWizard *wizard, const char *message);
/* Shows a line until the next action; message NULL: none. */
void fp_wizard_tell(FpWizard *wizard, const char *message, bool is_error);
void fp_wizard_tell_too(FpWizard *wizard, const char *message); /* below what is told already */

/* ---- Another instance took the session further ----
 *
 * Before the record is loaded anew: let go, which gives up pending events. Then take up: the wizard
 * stays where it stands if that is still asked, keeps what was ticked, marked and typed, marks the
 * answer that came too late, and tells what is another one now.
 *   untaken  an action that was not acted on; its answer is marked likewise; may be NULL */
void fp_wizard_let_go(FpWizard *wizard);
void fp_wizard_take_up(FpWizard *wizard, const FpSession *session, const FpCompiledTree *compiled,
                       const FpAction *untaken);

/* ---- The exact analyses ----
 *
 * They take longer than a key may wait, so the driver has them made beside the keys:
 *     after each act and at the beginning: where fp_wizard_generation() is another one than was asked
 *     for last, fp_brief_analyses_new() of the session's sheet as it is now, on another thread
 *     when they are there: fp_wizard_take_analyses(), draw
 * Until they come the view says that they are not there yet. Once the outcome is settled while
 * questions are open, this is told, and the session can be finished as it is. */

/* Of the answers as they are; another number for other answers. */
uint64_t fp_wizard_generation(const FpWizard *wizard);
/* Takes them over. Those of another generation than the present one are dropped. */
void fp_wizard_take_analyses(FpWizard *wizard, FpBriefAnalyses *analyses, uint64_t generation);

/* ---- Writing a file ----
 *
 * Nothing here writes one. After each act, where fp_wizard_wishes_export(): draw, so that it is told,
 * have the analyses made where they are not there yet, write, and say what came of it. */
typedef struct {
    const FpBriefRenderer *renderer;
    const char *place; /* as it was typed */
    bool replaces;     /* a file that is there; the person has said so */
    const FpBrief *brief;
    bool has_analyses; /* the brief is made with them */
} FpExportWish;

/* The brief and the strings are valid until the next act or telling. */
bool fp_wizard_wishes_export(FpWizard *wizard, FpExportWish *out_wish);
/* It is written. Returns events like those of an act: to be made durable, then commit or reject. */
GPtrArray *fp_wizard_exported(FpWizard *wizard, const char *path, int64_t at_ms);
/* It is not. FP_ERROR_EXISTS: the person is asked whether to replace what is there. */
void fp_wizard_export_failed(FpWizard *wizard, const GError *error);

bool fp_wizard_has_quit(const FpWizard *wizard);
/* True where keys are text now (a note being edited, words to search for, a number that is begun):
 * letters are no commands. */
bool fp_wizard_is_typing(const FpWizard *wizard);

/* What to show now; valid until the next act, commit, reject or tell. Owned by the wizard. */
const FpView *fp_wizard_view(FpWizard *wizard);
/* Where the session is saved now: the first answer may be what saves it. number 0, the others NULL:
 * nowhere. digest: of the last event of content. */
void fp_wizard_set_saved(FpWizard *wizard, int64_t number, const char *id, const char *digest);
