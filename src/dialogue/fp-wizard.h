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
 * not recorded.
 *
 * On a question
 *   one     accept and pick take the focused or picked option and go on. Toggle marks the focused
 *           one to be seen by others; the mark goes when the focus moves, so accept never takes
 *           another option than the focused one.
 *   many    toggle and pick tick; an exclusive option replaces all, ticking beside one replaces
 *           it; accept takes what is ticked.
 *   number  the field stands above the bands and has the focus; accept takes what is typed there,
 *           or the focused band. Typing on a band goes to the field.
 * What is ticked or typed and not accepted stays with its question while the wizard lives, and is
 * told when the question is left and when it is come back to; cancel drops it. Undo takes changes of
 * this run back one by one, the last first, and shows the question.
 *
 * A note: accept keeps it, cancel drops what was typed, quit keeps it and leaves; where it could not
 * be kept, quitting once more leaves without it. Clear empties the field; a blank note is taken
 * away. */
#pragma once
#include "fp-view.h"

typedef struct FpWizard FpWizard;

typedef struct {
    const FpSession *session;       /* folded by the driver; borrowed */
    const FpCompiledTree *compiled; /* of the session's tree; borrowed */
    int64_t session_number;         /* 0: not saved */
    const char *session_id;         /* NULL: not saved; copied */
    const char *language;           /* of the tree's texts; NULL: the tree's own; copied */
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
/* Shows a line until the next action. */
void fp_wizard_tell(FpWizard *wizard, const char *message, bool is_error);

bool fp_wizard_has_quit(const FpWizard *wizard);
/* True where keys are text now (a note being edited): letters are no commands. A number field takes
 * digits, '.', '-' alone: letters stay commands there. */
bool fp_wizard_is_typing(const FpWizard *wizard);

/* What to show now; valid until the next act, commit, reject or tell. Owned by the wizard. The
 * result's brief carries digest, the session's last digest of content (may be NULL). */
const FpView *fp_wizard_view(FpWizard *wizard);
void fp_wizard_set_digest(FpWizard *wizard, const char *digest);
