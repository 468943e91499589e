// SPDX-License-Identifier: Apache-2.0
// One loop, one way round. What belongs to the screen alone (scrolling, the help) is kept here and goes
// with the next action.
#include "loop-private.h"

#include "fp-i18n.h"

typedef struct {
    FpTui *tui;
    const FpPlay *play;
    int scroll;
    bool shows_help;
    bool
        is_drawn; /* the canvas shows what stands now: typed-ahead keys are taken without drawing */
    gint64 clicks_from_us; /* earlier clicks mean nothing; 0: there are none such */
} Loop;

/* As long as two clicks may lie apart and be one double click. */
#define DOUBLE_CLICK_US INT64_C(400000)

/* ---- Drawing ---- */

static FpShown shown_now(const Loop *loop)
{
    FpShown shown = { .scroll = loop->scroll };
    loop->play->show(loop->play->data, &shown);
    if (loop->shows_help) {
        shown.under = shown.screen;
        shown.screen = &fp_screen_help;
    }
    return shown;
}

static void draw(Loop *loop)
{
    FpCanvas *canvas = &loop->tui->canvas;
    FpShown shown = shown_now(loop);
    fp_screen_draw(&shown, canvas);
    loop->is_drawn = true;
    // The drawing knows how far there is to scroll.
    loop->scroll = CLAMP(loop->scroll, -canvas->scroll_back, canvas->scroll_on);
}

static bool is_too_small(const Loop *loop)
{
    const FpCanvas *canvas = &loop->tui->canvas;
    return !fp_layout_make(canvas->rows, canvas->columns, 0, (FpPanes) { 0 }).fits;
}

/* ---- Acting ---- */

static void act(Loop *loop, const FpAction *action)
{
    loop->scroll = 0;
    loop->is_drawn = false;
    if (loop->play->act(loop->play->data, action))
        fp_terminal_drop_input(loop->tui->terminal);
}

static void tell(Loop *loop, const char *message)
{
    if (loop->play->tell != NULL)
        loop->play->tell(loop->play->data, message);
}

/* How far there is to scroll, only a drawing knows. */
static void see(Loop *loop)
{
    if (!loop->is_drawn)
        draw(loop);
}

static void scroll_by(Loop *loop, int lines)
{
    see(loop);
    const FpCanvas *canvas = &loop->tui->canvas;
    loop->scroll = CLAMP(loop->scroll + lines, -canvas->scroll_back, canvas->scroll_on);
}

static void show_help(Loop *loop, bool shows)
{
    loop->shows_help = shows;
    loop->scroll = 0;
    loop->is_drawn = false;
}

static void act_locally(Loop *loop, const FpKeyRow *row)
{
    const FpCanvas *canvas = &loop->tui->canvas;
    switch (row->local) {
    case FP_LOCAL_NONE:
        break;
    case FP_LOCAL_HELP:
        show_help(loop, true);
        break;
    case FP_LOCAL_CLOSE:
        show_help(loop, false);
        break;
    case FP_LOCAL_REDRAW:
        fp_terminal_repaint(loop->tui->terminal);
        break;
    case FP_LOCAL_SCROLL:
        scroll_by(loop, row->amount);
        break;
    case FP_LOCAL_SCROLL_PAGE:
        see(loop);
        scroll_by(loop, row->amount * canvas->scroll_page / 2);
        break;
    case FP_LOCAL_SCROLL_STOP:
        see(loop);
        scroll_by(loop, fp_canvas_find_stop(canvas, loop->scroll, row->amount) - loop->scroll);
        break;
    case FP_LOCAL_SCROLL_END:
        see(loop);
        loop->scroll = row->amount < 0 ? -canvas->scroll_back : canvas->scroll_on;
        break;
    }
}

static void type(Loop *loop, const char *text)
{
    const FpAction action = { .kind = FP_ACTION_TYPE, .text = text };
    act(loop, &action);
}

static void type_key(Loop *loop, FpKey key)
{
    char text[7] = { 0 };
    g_unichar_to_utf8(key, text);
    type(loop, text);
}

static void act_by_row(Loop *loop, const FpKeyRow *row, FpKey key, size_t place)
{
    const FpAction action = { .kind = row->action, .index = place };
    if (row->local != FP_LOCAL_NONE)
        act_locally(loop, row);
    else if (row->action == FP_ACTION_TYPE && row->text == NULL)
        type_key(loop, key);
    else if (row->action == FP_ACTION_TYPE)
        type(loop, row->text);
    else
        act(loop, &action);
}

/* Terminals without bracketed paste send a paste as keys: an Enter with more text right behind it, while
 * text is typed, is a line of a paste. */
static bool is_line_of_paste(const Loop *loop, const FpScreen *screen, FpKey key)
{
    return screen->has_lines && key == FP_KEY_ENTER &&
           fp_terminal_has_text_ahead(loop->tui->terminal);
}

static void take_key(Loop *loop, FpKey key)
{
    size_t place;
    FpShown shown = shown_now(loop);
    const FpKeyRow *row = fp_keymap_find(shown.screen, key, &place);
    if (is_too_small(loop)) {
        const FpAction quit = { .kind = FP_ACTION_QUIT };
        if (key == 'q')
            act(loop, &quit);
    } else if (is_line_of_paste(loop, shown.screen, key)) {
        type(loop, "\n");
    } else if (row != NULL) {
        act_by_row(loop, row, key, place);
    } else if (shown.screen->is_typing && fp_key_is_text(key)) {
        type_key(loop, key);
    }
}

static void take_paste(Loop *loop, const FpInput *input)
{
    if (is_too_small(loop) || loop->shows_help)
        return;
    if (!shown_now(loop).screen->is_typing) {
        tell(loop, _("A paste is taken only where text is typed."));
        return;
    }
    type(loop, input->text);
    if (input->was_cut)
        tell(loop, _("only the first 64 KiB of what was pasted were taken"));
}

static size_t question_shown(const FpShown *shown)
{
    return shown->view != NULL ? shown->view->question : 0;
}

/* The second half of a double click was not meant for what the first one brought. */
static void guard_clicks(Loop *loop, const FpScreen *screen, size_t question)
{
    FpShown now = shown_now(loop);
    if (now.screen != screen || question_shown(&now) != question)
        loop->clicks_from_us = g_get_monotonic_time() + DOUBLE_CLICK_US;
}

static void act_in_zone(Loop *loop, const FpInput *input)
{
    const FpZone *zone = fp_canvas_zone_at(&loop->tui->canvas, input->row, input->column);
    if (zone == NULL || is_too_small(loop))
        return;
    if (zone->key != FP_KEY_NONE) {
        take_key(loop, zone->key);
    } else {
        const FpAction action = zone->action;
        act(loop, &action);
    }
}

static void take_click(Loop *loop, const FpInput *input)
{
    FpShown before = shown_now(loop);
    size_t question = question_shown(&before); // the view goes with the action
    if (g_get_monotonic_time() < loop->clicks_from_us)
        return;
    act_in_zone(loop, input);
    guard_clicks(loop, before.screen, question);
}

/* True where it was something to act on; else *out_end says how it ends, or a drawing is all. */
static bool take_input(Loop *loop, const FpInput *input, FpTuiEnd *out_end)
{
    switch (input->kind) {
    case FP_INPUT_KEY:
        loop->clicks_from_us = 0; // a hand on the keyboard has let go of the mouse
        take_key(loop, input->key);
        return true;
    case FP_INPUT_PASTE:
        take_paste(loop, input);
        return true;
    case FP_INPUT_CLICK:
        take_click(loop, input);
        return true;
    case FP_INPUT_WHEEL:
        scroll_by(loop, input->lines);
        return true;
    case FP_INPUT_REDRAW:
        loop->is_drawn = false;
        return true;
    case FP_INPUT_NEWS:
        loop->is_drawn = false;
        if (loop->play->hear != NULL)
            loop->play->hear(loop->play->data);
        return true;
    case FP_INPUT_SIGNAL:
        *out_end = FP_TUI_SIGNALLED;
        break;
    case FP_INPUT_HANGUP:
        *out_end = FP_TUI_HANGUP;
        break;
    }
    return false;
}

/* Nobody can be asked any more: what is being edited is kept as if the person had left. */
static void leave(Loop *loop)
{
    const FpAction quit = { .kind = FP_ACTION_QUIT };
    loop->play->act(loop->play->data, &quit);
}

FpTuiEnd fp_loop_run(FpTui *tui, const FpPlay *play)
{
    Loop loop = { .tui = tui, .play = play };
    FpTuiEnd end = FP_TUI_DONE;
    if (!play->takes_typed_ahead && fp_terminal_drop_input(tui->terminal))
        tell(&loop, _("What was typed before this screen stood was not taken."));
    while (!play->is_over(play->data)) {
        if (!fp_terminal_has_input(tui->terminal))
            draw(&loop);
        if (play->settle != NULL && play->settle(play->data)) {
            loop.is_drawn = false;
            loop.scroll = 0;
            continue;
        }
        FpInput input = fp_terminal_read(tui->terminal);
        if (!take_input(&loop, &input, &end)) {
            leave(&loop);
            break;
        }
    }
    return end;
}
