// SPDX-License-Identifier: Apache-2.0
/* Actions: what a person does, whatever key or word they do it with. */
#pragma once
#include <stddef.h>

/* A list with less is seen at a glance: there is nothing to search for. */
#define FP_SEARCH_MIN_ITEMS 6

typedef enum {
    FP_ACTION_NONE,
    FP_ACTION_UP,
    FP_ACTION_DOWN,
    FP_ACTION_FIRST,
    FP_ACTION_LAST,
    FP_ACTION_PAGE_UP,
    FP_ACTION_PAGE_DOWN,
    FP_ACTION_PICK,  /* option number index (from 0): answers one, toggles many; or a list's row */
    FP_ACTION_POINT, /* option or row number index, with the mouse: marks one, ticks many, focuses a
                         row; what is marked or focused already is accepted */
    FP_ACTION_TOGGLE,  /* the focused option: marks one, ticks many */
    FP_ACTION_ACCEPT,  /* take what stands there and go on; opens a row of a list */
    FP_ACTION_BACK,    /* to the question before; from review and result to the questions; in a form
                          to the part before */
    FP_ACTION_NEXT,    /* to the next question, this one left as it is */
    FP_ACTION_UNKNOWN, /* "I don't know" and go on */
    FP_ACTION_CLEAR,   /* take this answer back; while a note is edited, empty it */
    FP_ACTION_WHY,     /* show or hide why this is asked */
    FP_ACTION_NOTE,    /* edit the note on this question */
    FP_ACTION_REVIEW,  /* all answers */
    FP_ACTION_RESULT,  /* the recommendation, with what is known now */
    FP_ACTION_GO_TO,   /* question index (into the tree's questions) */
    FP_ACTION_SEARCH,  /* narrow the list to what holds the words to be typed */
    FP_ACTION_OUTLOOK, /* show or hide where it points and what can still win */
    FP_ACTION_FINISH,  /* with questions open, where they cannot change the path any more */
    FP_ACTION_WHY_NOT, /* show or hide why not another path, at the result */
    FP_ACTION_WHOLE,   /* show all of the result, or what is read first */
    FP_ACTION_DECIDE,  /* at the result: the form of what was decided */
    FP_ACTION_EXPORT,  /* at the result: the form of where to write it */
    FP_ACTION_REPLACE, /* the file that is there already */
    FP_ACTION_FIND_OUT, /* the form of who finds out what nobody knows, by when */
    FP_ACTION_UNDO,     /* the last answer back to what it was */
    FP_ACTION_CANCEL,   /* Esc: leave note, search or why, drop what was typed; never quits */
    FP_ACTION_QUIT,     /* leave; everything is saved already */
    FP_ACTION_TYPE,     /* text into the field */
    FP_ACTION_ERASE,    /* backwards */
    FP_ACTION_DELETE,   /* forwards */
    FP_ACTION_ERASE_WORD,
    FP_ACTION_ERASE_TO_START,
    FP_ACTION_ERASE_TO_END,
    FP_ACTION_LEFT,
    FP_ACTION_RIGHT,
    FP_ACTION_HOME,
    FP_ACTION_END,
} FpActionKind;

typedef struct {
    FpActionKind kind;
    size_t index;     /* PICK, GO_TO */
    const char *text; /* TYPE: valid UTF-8, with line feeds from a paste; borrowed for the call */
} FpAction;
