// SPDX-License-Identifier: Apache-2.0
// The keys of a question, by what has the focus: options, a number's field or its ranges, text.
#include "fp-i18n.h"
#include "outlook-private.h"
#include "question-private.h"
#include "search-line-private.h"

static bool is_many(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->type == FP_QUESTION_MANY;
}

static bool is_long(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->n_options >= FP_SEARCH_MIN_ITEMS;
}

static bool is_unknown(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->state == FP_STATE_UNKNOWN;
}

static bool has_why(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->why != NULL;
}

static bool is_not_first(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->position > 1;
}

static bool has_answer(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->state != FP_STATE_OPEN;
}

static bool has_said_something(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->n_said > 0;
}

static const FpKeyRow choosing[] = {
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL,
      N_("Choose the option with this number; where several apply, tick it"), FP_ACTION_PICK },
    { FP_KEYS(' '), N_("tick"), N_("Tick the option, or mark it without going on"),
      FP_ACTION_TOGGLE, .rank = 1, .applies = is_many },
    { FP_KEYS('/'), N_("search"), N_("Search in this list"), FP_ACTION_SEARCH, .rank = 45,
      .applies = is_long },
};
static const FpKeyTable choosing_keys = { N_("Answering"), choosing, G_N_ELEMENTS(choosing) };

static const FpKeyRow answering[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("answer"),
      N_("Answer with what stands there and go on"), FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS('u'), N_("don't know"), N_("Answer \"I don't know\" and go on"), FP_ACTION_UNKNOWN,
      .rank = 12 },
    { FP_KEYS('o'), N_("who finds out"),
      N_("Answer \"I don't know\", and say who finds out by when"), FP_ACTION_FIND_OUT, .rank = 11,
      .applies = is_unknown },
    { FP_KEYS('w'), N_("why"), N_("Show or hide why this is asked, with its sources"),
      FP_ACTION_WHY, .rank = 10, .applies = has_why },
    { FP_KEYS('n'), N_("notes"), N_("Write a note on this question"), FP_ACTION_NOTE, .rank = 16 },
    { FP_KEYS('c'), N_("take back"), N_("Take this answer back"), FP_ACTION_CLEAR, .rank = 60,
      .applies = has_answer },
    { FP_KEYS('z'), NULL, N_("Undo the last answer"), FP_ACTION_UNDO },
    { FP_KEYS(FP_KEY_ESCAPE), N_("show all"),
      N_("End the search, close the why, or drop what is not answered yet"), FP_ACTION_CANCEL,
      .rank = 4, .applies = fp_search_is_on },
};
static const FpKeyTable answering_keys = { N_("Answering"), answering, G_N_ELEMENTS(answering) };

static const FpKeyRow going[] = {
    { FP_KEYS('b', FP_KEY_BACKSPACE, FP_KEY_BACK_TAB), N_("back"), N_("To the question before"),
      FP_ACTION_BACK, .rank = 14, .applies = is_not_first },
    { FP_KEYS(FP_KEY_TAB), N_("next"), N_("To the next question; this one stays as it is"),
      FP_ACTION_NEXT, .rank = 50 },
    { FP_KEYS('r'), N_("answers"), N_("Look through all answers and change any of them"),
      FP_ACTION_REVIEW, .rank = 20, .applies = has_said_something },
    { FP_KEYS('s'), N_("result"), N_("Show the recommendation, with what is known now"),
      FP_ACTION_RESULT, .rank = 30, .applies = has_said_something },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyRow choosing_band[] = {
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL,
      N_("Mark the range with this number; once more, answer with it"), FP_ACTION_POINT },
    { FP_KEYS(' '), NULL, N_("Mark the range without going on"), FP_ACTION_TOGGLE },
};
static const FpKeyTable band_keys = { N_("Answering"), choosing_band, G_N_ELEMENTS(choosing_band) };

static const FpKeyRow typing_number[] = {
    { FP_KEYS('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ',', '-'), NULL,
      N_("Type the number, as in 50000, 50,000 or 0.5"), FP_ACTION_TYPE },
    { FP_KEYS(FP_KEY_BACKSPACE), NULL, N_("Erase the character before the cursor"),
      FP_ACTION_ERASE },
    { FP_KEYS(FP_KEY_DELETE), NULL, N_("Erase the character at the cursor"), FP_ACTION_DELETE },
    { FP_KEYS(FP_KEY_LEFT), NULL, N_("The cursor to the left"), FP_ACTION_LEFT },
    { FP_KEYS(FP_KEY_RIGHT), NULL, N_("The cursor to the right"), FP_ACTION_RIGHT },
};
static const FpKeyTable number_keys = { N_("The number"), typing_number,
                                        G_N_ELEMENTS(typing_number) };

/* Once a number is begun, letters are text too: what is no number is shown and told, never dropped. */
static const FpKeyRow answering_typed[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("answer"), N_("Answer with this number and go on"),
      FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS(FP_KEY_ESCAPE), N_("drop"), N_("Drop what was typed; then letters are keys again"),
      FP_ACTION_CANCEL, .rank = 2 },
    { FP_KEYS(FP_KEY_UP, FP_CTRL('P')), NULL, N_("To the line above"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, FP_CTRL('N')), N_("ranges"), N_("To the ranges"), FP_ACTION_DOWN,
      .rank = 5 },
    { FP_KEYS(FP_KEY_TAB), N_("next"), N_("To the next question; this one stays as it is"),
      FP_ACTION_NEXT, .rank = 50 },
    { FP_KEYS('?'), N_("help"), N_("Show the keys of this screen"), .local = FP_LOCAL_HELP,
      .rank = 3 },
};
static const FpKeyTable typed_keys = { N_("Answering"), answering_typed,
                                       G_N_ELEMENTS(answering_typed) };

static const FpKeyRow typing_note[] = {
    { FP_KEYS(FP_KEY_ENTER), N_("save"), N_("Save the note"), FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS(FP_KEY_ESCAPE), N_("drop"), N_("Drop what was typed"), FP_ACTION_CANCEL, .rank = 2 },
    { FP_KEYS(FP_CTRL('J')), N_("new line"), N_("Begin a new line"), FP_ACTION_TYPE, .text = "\n",
      .rank = 3 },
    { FP_KEYS(FP_KEY_UP, FP_CTRL('P')), NULL, N_("To the line above"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, FP_CTRL('N')), NULL, N_("To the line below"), FP_ACTION_DOWN },
};
static const FpKeyTable note_keys = { N_("The note"), typing_note, G_N_ELEMENTS(typing_note) };

const FpKeyTable *const fp_question_tables[] = { &fp_keys_moving, &choosing_keys,  &answering_keys,
                                                 &going_keys,     &fp_keys_finish, &fp_keys_outlook,
                                                 &fp_keys_longer, &fp_keys_always, NULL };
const FpKeyTable *const fp_band_tables[] = { &fp_keys_moving, &band_keys,      &answering_keys,
                                             &going_keys,     &fp_keys_finish, &fp_keys_outlook,
                                             &fp_keys_longer, &fp_keys_always, NULL };
const FpKeyTable *const fp_number_tables[] = { &number_keys,    &fp_keys_moving, &answering_keys,
                                               &going_keys,     &fp_keys_finish, &fp_keys_outlook,
                                               &fp_keys_longer, &fp_keys_always, NULL };
const FpKeyTable *const fp_typed_tables[] = { &typed_keys, &fp_keys_line, NULL };
const FpKeyTable *const fp_note_tables[] = { &note_keys, &fp_keys_line, NULL };
