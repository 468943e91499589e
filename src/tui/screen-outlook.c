// SPDX-License-Identifier: Apache-2.0
// The outlook where the question leaves no room beside it. No key answers here: what is answered would
// be out of sight.
#include "fp-i18n.h"
#include "outlook-private.h"

static const FpKeyRow closing[] = {
    { FP_KEYS('v', FP_KEY_ESCAPE, 'b', FP_KEY_BACKSPACE, FP_KEY_ENTER), N_("close"),
      N_("Back to the question"), FP_ACTION_OUTLOOK, .rank = 1 },
};
static const FpKeyTable closing_keys = { N_("Where it points"), closing, G_N_ELEMENTS(closing) };

static const FpKeyTable *const tables[] = { &closing_keys, &fp_keys_finish, &fp_keys_reading,
                                            &fp_keys_always, NULL };

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    g_auto(FpLines) lines = { 0 };
    FpFrame frame = fp_frame_of(shown, _("Where it points"), shown->place);
    frame.mark = fp_outlook_mark(view);
    FpLayout layout = fp_frame_begin(canvas, frame);
    fp_lines_init(&lines, canvas, layout.body.columns - 2); // the last one is the scroll bar's
    fp_outlook_add_all(&lines, &view->outlook, FP_OUTLOOK_PLAIN);
    FpFollow follow = { SIZE_MAX, shown->scroll, true };
    fp_lines_draw_following(&lines, canvas, layout.body, follow, FP_ACTION_NONE);
    fp_canvas_set_cursor(canvas, layout.body.row, layout.body.column);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_outlook = { .name = "outlook", .tables = tables, .draw = draw };
