// SPDX-License-Identifier: Apache-2.0
// Three screens that are drawn alike and differ in their keys: options, a number, a note being edited.
#include "fp-i18n.h"
#include "outlook-private.h"
#include "question-private.h"

/* ---- Keys ---- */

static bool is_many(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->type == FP_QUESTION_MANY;
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
};
static const FpKeyTable choosing_keys = { N_("Answering"), choosing, G_N_ELEMENTS(choosing) };

static const FpKeyRow answering[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("answer"),
      N_("Answer with what stands there and go on"), FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS('u'), N_("don't know"), N_("Answer \"I don't know\" and go on"), FP_ACTION_UNKNOWN,
      .rank = 12 },
    { FP_KEYS('w'), N_("why"), N_("Show or hide why this is asked, with its sources"),
      FP_ACTION_WHY, .rank = 10, .applies = has_why },
    { FP_KEYS('n'), N_("note"), N_("Write a note on this question"), FP_ACTION_NOTE, .rank = 16 },
    { FP_KEYS('c'), N_("take back"), N_("Take this answer back"), FP_ACTION_CLEAR, .rank = 60,
      .applies = has_answer },
    { FP_KEYS('z'), NULL, N_("Undo the last answer"), FP_ACTION_UNDO },
    { FP_KEYS(FP_KEY_ESCAPE), NULL, N_("Close the why, or drop what is not answered yet"),
      FP_ACTION_CANCEL },
};
static const FpKeyTable answering_keys = { N_("Answering"), answering, G_N_ELEMENTS(answering) };

static const FpKeyRow going[] = {
    { FP_KEYS('b', FP_KEY_BACKSPACE, FP_KEY_BACK_TAB), N_("back"), N_("To the question before"),
      FP_ACTION_BACK, .rank = 14, .applies = is_not_first },
    { FP_KEYS(FP_KEY_TAB), N_("next"), N_("To the next question; this one stays as it is"),
      FP_ACTION_NEXT, .rank = 50 },
    { FP_KEYS('r'), N_("all answers"), N_("Look through all answers and change any of them"),
      FP_ACTION_REVIEW, .rank = 20, .applies = has_said_something },
    { FP_KEYS('s'), N_("result so far"), N_("Show the recommendation, with what is known now"),
      FP_ACTION_RESULT, .rank = 30, .applies = has_said_something },
};
static const FpKeyTable going_keys = { N_("Going"), going, G_N_ELEMENTS(going) };

static const FpKeyRow typing_number[] = {
    { FP_KEYS('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-'), NULL,
      N_("Type the number"), FP_ACTION_TYPE },
    { FP_KEYS(FP_KEY_BACKSPACE), NULL, N_("Erase the character before the cursor"),
      FP_ACTION_ERASE },
    { FP_KEYS(FP_KEY_DELETE), NULL, N_("Erase the character at the cursor"), FP_ACTION_DELETE },
    { FP_KEYS(FP_KEY_LEFT), NULL, N_("The cursor to the left"), FP_ACTION_LEFT },
    { FP_KEYS(FP_KEY_RIGHT), NULL, N_("The cursor to the right"), FP_ACTION_RIGHT },
};
static const FpKeyTable number_keys = { N_("The number"), typing_number,
                                        G_N_ELEMENTS(typing_number) };

static const FpKeyRow typing_note[] = {
    { FP_KEYS(FP_KEY_ENTER), N_("save"), N_("Save the note"), FP_ACTION_ACCEPT, .rank = 1 },
    { FP_KEYS(FP_KEY_ESCAPE), N_("drop"), N_("Drop what was typed"), FP_ACTION_CANCEL, .rank = 2 },
    { FP_KEYS(FP_CTRL('J')), N_("new line"), N_("Begin a new line"), FP_ACTION_TYPE, .text = "\n",
      .rank = 3 },
    { FP_KEYS(FP_KEY_BACKSPACE), NULL, N_("Erase the character before the cursor"),
      FP_ACTION_ERASE },
    { FP_KEYS(FP_KEY_DELETE, FP_CTRL('D')), NULL, N_("Erase the character at the cursor"),
      FP_ACTION_DELETE },
    { FP_KEYS(FP_CTRL('W')), N_("erase word"), N_("Erase the word before the cursor"),
      FP_ACTION_ERASE_WORD, .rank = 20 },
    { FP_KEYS(FP_CTRL('U')), NULL, N_("Erase to the line's beginning"), FP_ACTION_ERASE_TO_START },
    { FP_KEYS(FP_CTRL('K')), NULL, N_("Erase to the line's end"), FP_ACTION_ERASE_TO_END },
    { FP_KEYS(FP_CTRL('A'), FP_KEY_HOME), NULL, N_("To the line's beginning"), FP_ACTION_HOME },
    { FP_KEYS(FP_CTRL('E'), FP_KEY_END), NULL, N_("To the line's end"), FP_ACTION_END },
    { FP_KEYS(FP_KEY_LEFT, FP_CTRL('B')), NULL, N_("The cursor to the left"), FP_ACTION_LEFT },
    { FP_KEYS(FP_KEY_RIGHT, FP_CTRL('F')), NULL, N_("The cursor to the right"), FP_ACTION_RIGHT },
    { FP_KEYS(FP_KEY_UP, FP_CTRL('P')), NULL, N_("To the line above"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, FP_CTRL('N')), NULL, N_("To the line below"), FP_ACTION_DOWN },
    { FP_KEYS(FP_CTRL('L')), NULL, N_("Draw the screen anew"), .local = FP_LOCAL_REDRAW },
};
static const FpKeyTable note_keys = { N_("The note"), typing_note, G_N_ELEMENTS(typing_note) };

static const FpKeyTable *const question_tables[] = {
    &fp_keys_moving,  &choosing_keys,  &answering_keys, &going_keys, &fp_keys_finish,
    &fp_keys_outlook, &fp_keys_longer, &fp_keys_always, NULL
};
static const FpKeyTable *const number_tables[] = {
    &number_keys,     &fp_keys_moving, &answering_keys, &going_keys, &fp_keys_finish,
    &fp_keys_outlook, &fp_keys_longer, &fp_keys_always, NULL
};
static const FpKeyTable *const note_tables[] = { &note_keys, NULL };

/* ---- Drawing ---- */

typedef struct {
    FpLines head, why, note;
    int cursor_line, cursor_column; /* in note, while it is edited */
} Parts;

static void clear_parts(Parts *parts)
{
    fp_lines_clear(&parts->head);
    fp_lines_clear(&parts->why);
    fp_lines_clear(&parts->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

static void make_parts(Parts *parts, const FpView *view, const FpCanvas *canvas,
                       const FpLayout *layout)
{
    int columns = layout->body.columns - 2; // the last one is the scroll bar's
    fp_lines_init(&parts->head, canvas, columns);
    fp_lines_init(&parts->why, canvas, columns);
    fp_lines_init(&parts->note, canvas, columns);
    fp_question_add_head(&parts->head, view, !layout->has_themes, layout->is_roomy);
    fp_question_add_why(&parts->why, view, layout->is_roomy);
    fp_question_add_note(&parts->note, view, layout->is_roomy, &parts->cursor_line,
                         &parts->cursor_column);
}

static FpArea take_rows(FpArea *rest, int rows)
{
    FpArea taken = *rest;
    taken.rows = rows;
    rest->row += rows;
    rest->rows -= rows;
    return taken;
}

static void draw_note(FpCanvas *canvas, const FpView *view, FpArea area, const Parts *parts)
{
    int n_lines = fp_lines_count(&parts->note);
    int line = view->is_editing_note ? parts->cursor_line : 0;
    int first = CLAMP(line + 1 - area.rows, 0, MAX(n_lines - area.rows, 0));
    fp_lines_draw(&parts->note, canvas, area, first, FP_ACTION_NONE);
    fp_canvas_scroll_bar(canvas, area, first, n_lines);
    if (view->is_editing_note)
        fp_canvas_set_cursor(canvas, area.row + line - first, area.column + parts->cursor_column);
}

/* Scrolling moves the part that is cut: the why where it is open, else the question, else the options. */
static void draw_body(const FpShown *shown, FpCanvas *canvas, const FpLayout *layout)
{
    const FpView *view = shown->view;
    g_auto(Parts) parts = { 0 };
    make_parts(&parts, view, canvas, layout);
    FpArea rest = layout->body;
    int n_head = fp_lines_count(&parts.head), n_why = fp_lines_count(&parts.why);
    FpStack wanted = { n_head, n_why,
                       fp_options_rows(canvas, view, rest.columns - 2, layout->is_roomy, rest.rows),
                       fp_lines_count(&parts.note) };
    FpStack given = fp_layout_stack(wanted, rest.rows, view->is_editing_note);
    bool scrolls_why = given.why < n_why, scrolls_head = !scrolls_why && given.head < n_head;
    FpFollow beginning = { .focus = SIZE_MAX, .scroll = shown->scroll };
    beginning.is_scrolled = scrolls_head;
    fp_lines_draw_following(&parts.head, canvas, take_rows(&rest, given.head), beginning,
                            FP_ACTION_NONE);
    beginning.is_scrolled = scrolls_why;
    fp_lines_draw_following(&parts.why, canvas, take_rows(&rest, given.why), beginning,
                            FP_ACTION_NONE);
    FpFollow focus = { view->focus, shown->scroll, !scrolls_why && !scrolls_head };
    FpArea options = take_rows(&rest, MIN(given.options, rest.rows - given.note));
    if (options.rows > 0)
        fp_options_draw(canvas, view, options, focus, layout->is_roomy);
    draw_note(canvas, view, rest, &parts);
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    FpLayout layout = fp_frame_begin(canvas, (FpFrame) { .title = view->tree_title,
                                                         .mark = fp_outlook_mark(view),
                                                         .right = shown->place,
                                                         .n_done = view->n_said,
                                                         .n_all = view->n_applicable,
                                                         .message = view->message,
                                                         .message_is_error = view->message_is_error,
                                                         .panes = { true, view->shows_outlook } });
    if (layout.has_themes)
        fp_themes_draw(canvas, view, layout.themes);
    if (layout.has_outlook)
        fp_outlook_draw(canvas, view, &layout);
    draw_body(shown, canvas, &layout);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_question = { .name = "question", .tables = question_tables, .draw = draw };
const FpScreen fp_screen_number = { .name = "number", .tables = number_tables, .draw = draw };
const FpScreen fp_screen_note = {
    .name = "note", .tables = note_tables, .draw = draw, .is_typing = true
};
