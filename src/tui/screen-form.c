// SPDX-License-Identifier: Apache-2.0
// Forms are drawn alike; what Enter does, and whether letters are text, makes screens of their own.
#include "field-private.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "screen-private.h"
#include "search-line-private.h"

#include "lines-private.h"

#define TEXT_COLUMN 2
#define ABOUT_LINES 3
/* The line that is kept in view; choices and fields have items of their own. */
#define FOCUS_ITEM (SIZE_MAX - 1)

/* ---- Keys ---- */

static const FpKeyRow going_on[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("next"), N_("To the next part"), FP_ACTION_ACCEPT,
      .rank = 1 },
};
static const FpKeyTable next_keys = { N_("The form"), going_on, G_N_ELEMENTS(going_on) };

static const FpKeyRow saving[] = {
    { FP_KEYS(FP_KEY_ENTER, FP_CTRL('J')), N_("save"), N_("Save what stands here"),
      FP_ACTION_ACCEPT, .rank = 1 },
};
static const FpKeyTable save_keys = { N_("The form"), saving, G_N_ELEMENTS(saving) };

static const FpKeyRow changing_part[] = {
    { FP_KEYS(FP_KEY_TAB), N_("other part"), N_("To the next part"), FP_ACTION_NEXT, .rank = 3 },
    { FP_KEYS(FP_KEY_BACK_TAB), NULL, N_("To the part before"), FP_ACTION_BACK },
    { FP_KEYS(FP_KEY_ESCAPE), N_("drop"), N_("Close the form; what it holds is dropped"),
      FP_ACTION_CANCEL, .rank = 2 },
};
static const FpKeyTable part_keys = { N_("The form"), changing_part, G_N_ELEMENTS(changing_part) };

static const FpKeyRow choosing[] = {
    { FP_KEYS('1', '2', '3', '4', '5', '6', '7', '8', '9'), NULL, N_("Choose what has this number"),
      FP_ACTION_PICK },
};
static const FpKeyTable choosing_keys = { N_("Choosing"), choosing, G_N_ELEMENTS(choosing) };

static const FpKeyRow between_fields[] = {
    { FP_KEYS(FP_KEY_UP, FP_CTRL('P')), NULL, N_("To the part before"), FP_ACTION_UP },
    { FP_KEYS(FP_KEY_DOWN, FP_CTRL('N')), NULL, N_("To the next part"), FP_ACTION_DOWN },
};
static const FpKeyTable field_keys = { N_("The form"), between_fields,
                                       G_N_ELEMENTS(between_fields) };

static const FpKeyRow replacing[] = {
    { FP_KEYS('y'), N_("replace"), N_("Replace the file that is there"), FP_ACTION_REPLACE,
      .rank = 1 },
    { FP_KEYS('n', FP_KEY_ESCAPE, FP_KEY_ENTER, FP_CTRL('J'), 'b', FP_KEY_BACKSPACE),
      N_("leave it"), N_("Leave it as it is, and choose another name"), FP_ACTION_CANCEL,
      .rank = 2 },
};
static const FpKeyTable replacing_keys = { N_("The file"), replacing, G_N_ELEMENTS(replacing) };

static const FpKeyRow giving_up[] = {
    { FP_KEYS(FP_KEY_ESCAPE), N_("give up"), N_("Write nothing"), FP_ACTION_CANCEL, .rank = 1 },
};
static const FpKeyTable writing_keys = { N_("The file"), giving_up, G_N_ELEMENTS(giving_up) };

static const FpKeyTable *const choices_tables[] = { &fp_keys_moving, &choosing_keys,  &next_keys,
                                                    &part_keys,      &fp_keys_always, NULL };
static const FpKeyTable *const choices_last_tables[] = { &fp_keys_moving, &choosing_keys,
                                                         &save_keys,      &part_keys,
                                                         &fp_keys_always, NULL };
static const FpKeyTable *const field_tables[] = { &next_keys, &part_keys, &field_keys,
                                                  &fp_keys_line, NULL };
static const FpKeyTable *const field_last_tables[] = { &save_keys, &part_keys, &field_keys,
                                                       &fp_keys_line, NULL };
static const FpKeyTable *const replace_tables[] = { &replacing_keys, &fp_keys_always, NULL };
static const FpKeyTable *const writing_tables[] = { &writing_keys, &fp_keys_always, NULL };

/* ---- Parts ---- */

static void add_choice(FpLines *lines, const FpViewForm *form, size_t i)
{
    const FpTuiTheme *theme = &lines->canvas->theme;
    bool is_chosen = form->choice == i, has_focus = is_chosen && form->focus == form->n_fields;
    int line = fp_lines_count(lines);
    g_autofree char *text = fp_view_choice_in_words(&form->choices[i]);
    fp_lines_begin_item(lines, has_focus ? FOCUS_ITEM : i);
    const char *mark = fp_theme_mark(theme, is_chosen ? FP_MARK_ONE_ON : FP_MARK_ONE_OFF);
    fp_lines_add_text(lines, TEXT_COLUMN + (int)fp_text_width(mark) + 1,
                      has_focus ? FP_STYLE_FOCUS : FP_STYLE_TEXT, text);
    fp_lines_begin_item(lines, SIZE_MAX);
    fp_lines_add_mark(lines, line, TEXT_COLUMN, FP_STYLE_ACCENT, mark);
    if (has_focus)
        fp_lines_add_mark(lines, line, 0, FP_STYLE_ACCENT, fp_theme_mark(theme, FP_MARK_FOCUS));
}

static void add_choices(FpLines *lines, const FpViewForm *form)
{
    if (form->n_choices == 0)
        return;
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, form->choices_label);
    for (size_t i = 0; i < form->n_choices; i++)
        add_choice(lines, form, i);
}

/* The line with the cursor is the one to be kept in view. */
static void set_focus_line(FpLines *lines, int line)
{
    g_array_index(lines->lines, FpLine, (guint)line).item = FOCUS_ITEM;
}

static void add_field(FpLines *lines, const FpViewForm *form, size_t i, int *out_cursor_column)
{
    const FpViewFormField *field = &form->fields[i];
    bool has_focus = form->focus == i;
    const char *wall = fp_theme_mark(&lines->canvas->theme, FP_MARK_WALL);
    int line, column;
    int first = fp_lines_count(lines);
    fp_lines_begin_item(lines, form->n_choices + i);
    /* Translators: a heading: the name of a field, "By when". */
    g_autofree char *label = g_strdup_printf(_("%s:"), field->label);
    fp_lines_add_labelled(lines, 0, FP_STYLE_DIM, label, field->help != NULL ? field->help : "",
                          INT_MAX);
    fp_lines_add_mark(lines, first, 0, FP_STYLE_STRONG, label);
    first = fp_lines_count(lines);
    fp_field_add_lines(lines, field->field, TEXT_COLUMN, FP_STYLE_TEXT, &line, &column);
    fp_lines_begin_item(lines, SIZE_MAX);
    for (int k = first; k < fp_lines_count(lines); k++)
        fp_lines_add_mark(lines, k, 0, has_focus ? FP_STYLE_ACCENT : FP_STYLE_RULE, wall);
    if (!has_focus)
        return;
    set_focus_line(lines, line);
    *out_cursor_column = column;
}

static void add_all(FpLines *lines, const FpViewForm *form, bool is_roomy, int *out_cursor_column)
{
    *out_cursor_column = TEXT_COLUMN;
    if (form->about != NULL)
        fp_lines_add_start(lines, 0, form->n_choices > 0 ? FP_STYLE_DIM : FP_STYLE_STRONG,
                           form->about, is_roomy ? ABOUT_LINES : 1);
    if (is_roomy)
        fp_lines_add_blank(lines);
    add_choices(lines, form);
    for (size_t i = 0; i < form->n_fields; i++) {
        if (is_roomy && (i > 0 || form->n_choices > 0))
            fp_lines_add_blank(lines);
        add_field(lines, form, i, out_cursor_column);
    }
}

static void draw(const FpShown *shown, FpCanvas *canvas)
{
    const FpView *view = shown->view;
    g_auto(FpLines) lines = { 0 };
    FpFrame frame = fp_frame_of(shown, view->form.title, shown->place);
    if (view->form.is_writing && frame.message == NULL)
        frame.message = _("writing…");
    FpLayout layout = fp_frame_begin(canvas, frame);
    FpArea area = layout.body;
    int cursor_column, n_lines;
    area.columns = MIN(area.columns, FP_LAYOUT_TEXT_COLUMNS + TEXT_COLUMN);
    fp_lines_init(&lines, canvas, area.columns - 2); // the last one is the scroll bar's
    add_all(&lines, &view->form, layout.is_roomy, &cursor_column);
    FpFollow follow = { FOCUS_ITEM, shown->scroll, true };
    int first = fp_lines_draw_following(&lines, canvas, area, follow, FP_ACTION_POINT);
    int line = fp_lines_find(&lines, FOCUS_ITEM, &n_lines);
    fp_canvas_set_cursor(canvas, area.row + CLAMP(line - first, 0, area.rows - 1),
                         area.column + cursor_column);
    fp_frame_end(shown, canvas, &layout);
}

const FpScreen fp_screen_form_choices = { .name = "form: choices",
                                          .tables = choices_tables,
                                          .draw = draw };
const FpScreen fp_screen_form_choices_last = { .name = "form: choices, to save",
                                               .tables = choices_last_tables,
                                               .draw = draw };
const FpScreen fp_screen_form_field = {
    .name = "form: field", .tables = field_tables, .draw = draw, .is_typing = true
};
const FpScreen fp_screen_form_field_last = {
    .name = "form: field, to save", .tables = field_last_tables, .draw = draw, .is_typing = true
};
const FpScreen fp_screen_form_replace = { .name = "form: replace",
                                          .tables = replace_tables,
                                          .draw = draw };
const FpScreen fp_screen_form_writing = { .name = "form: writing",
                                          .tables = writing_tables,
                                          .draw = draw };

const FpScreen *fp_screen_of_form(const FpViewForm *form)
{
    bool is_field = form->focus < form->n_fields;
    if (form->asks_to_replace)
        return &fp_screen_form_replace;
    if (form->is_writing)
        return &fp_screen_form_writing;
    if (is_field)
        return form->is_last ? &fp_screen_form_field_last : &fp_screen_form_field;
    return form->is_last ? &fp_screen_form_choices_last : &fp_screen_form_choices;
}
