// SPDX-License-Identifier: Apache-2.0
/* A driver without a terminal and without a file: it plays a script of actions to a wizard and says
 * what came of it, in words that stand well in a table.
 *
 * A script is words parted by "; ":
 *     up down first last page-up page-down toggle accept back next unknown clear why note review
 *     result undo cancel quit erase …      the action of that name
 *     pick OPTION      of the question shown, by its id (a number counts from 0)
 *     go-to QUESTION   by its id (a number is taken as it is)
 *     type TEXT        '|' stands for a line feed
 *     full, half, free the history refuses all events; all but the first of an action; none
 *     day              a day passes
 *     write, exists, no-space  the file that is asked for is written; is there already; cannot be
 *     elsewhere QUESTION=ANSWER  another instance answered, and the session is loaded anew; an action
 *                      before it with late- in front of its name came too late for it
 *     analyse          the exact analyses of the answers as they are come in */
#pragma once
#include "fp-wizard.h"

typedef enum { PLAY_FREE, PLAY_HALF, PLAY_FULL } PlayHistory;

typedef struct {
    FpTree *tree;
    FpCompiledTree *compiled;
    FpSession *session;
    FpWizard *wizard;
    GString *log; /* "answered road=dirt, finished left" */
    int64_t now_ms;
    PlayHistory history;
    FpAction untaken; /* that came too late: see `elsewhere` */
} Play;

/* A tree from its text; aborts with its faults where it has any. */
FpTree *play_tree(const char *yaml);
FpTree *play_tree_with_facts(const char *yaml, FpFactsFinder find_facts);

/* Starts a session on a tree, which the play then owns. */
Play *play_new(FpTree *tree);
void play_free(Play *play);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Play, play_free)
/* Takes the session up again with a new wizard, as after a restart. */
void play_restart(Play *play);

/* One action on its way: act, fold, commit or reject; then the invariants of the view. Where nothing
 * could be kept, all must show as before. */
void play_act(Play *play, const FpAction *action);
void play_script(Play *play, const char *script);

/* Where it stands: "road>dirt" (question>focus), "weight>field", "road>dirt why", "road note",
 * "review>road", "review>end", "result left"; in a form "decision>1" (form>choice) or
 * "find-out[Ada]" (the field with the focus), and what it waits for. Owned. */
char *play_place(const Play *play);
/* What is ticked or in force: "glass+wood"; a number question's field too: "heavy [500]". Owned. */
char *play_chosen(const Play *play);
/* All rows: "road=answered mud=resting". Owned. */
char *play_rows(const Play *play);

/* What is asserted of every view. */
void play_check(const Play *play);
