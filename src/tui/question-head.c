// SPDX-License-Identifier: Apache-2.0
// What is asked, why, and the note on it.
#include "field-private.h"
#include "fp-i18n.h"
#include "question-private.h"

#define WHY_INDENT     2
#define NOTE_MAX_LINES 3

static char *place_in_words(const FpCanvas *canvas, const FpView *view, bool names_theme)
{
    g_autofree char *place =
        g_strdup_printf(_("Question %zu of about %zu"), view->position, view->n_applicable);
    if (!names_theme || view->theme == NULL)
        return g_steal_pointer(&place);
    return g_strdup_printf("%s %s %s", place, fp_theme_mark(&canvas->theme, FP_MARK_DOT),
                           view->theme);
}

/* How to answer, where the marks alone do not say it; NULL where they do. Owned. */
static char *hint(const FpView *view)
{
    if (view->state == FP_STATE_UNKNOWN)
        return g_strdup(_("So far you said: I don't know."));
    if (view->type == FP_QUESTION_MANY)
        return g_strdup(_("Tick all that apply, then press Enter."));
    if (view->type == FP_QUESTION_NUMBER)
        /* Translators: %s is a range: "0 or more", "from 1 to 20". */
        return g_strdup_printf(_("Type a number, %s, or choose a range."), view->range);
    return NULL;
}

void fp_question_add_head(FpLines *lines, const FpView *view, bool names_theme, FpAir air)
{
    g_autofree char *place = place_in_words(lines->canvas, view, names_theme);
    g_autofree char *how = hint(view);
    fp_lines_add_start(lines, 0, FP_STYLE_DIM, place, 1);
    if (air == FP_AIR_FULL)
        fp_lines_add_blank(lines);
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, view->ask);
    if (how != NULL && air != FP_AIR_NONE)
        fp_lines_add_text(lines, 0, FP_STYLE_DIM, how);
    if (air != FP_AIR_NONE)
        fp_lines_add_blank(lines);
}

static void add_source(FpLines *lines, const char *source)
{
    int line = fp_lines_count(lines);
    fp_lines_add_text(lines, WHY_INDENT + 2, FP_STYLE_DIM, source);
    fp_lines_add_mark(lines, line, WHY_INDENT, FP_STYLE_DIM,
                      fp_theme_mark(&lines->canvas->theme, FP_MARK_DOT));
}

void fp_question_add_why(FpLines *lines, const FpView *view, bool is_roomy)
{
    if (!view->shows_why || view->why == NULL)
        return;
    int first = fp_lines_count(lines);
    fp_lines_add_text(lines, WHY_INDENT, FP_STYLE_STRONG, _("Why this is asked"));
    fp_lines_add_text(lines, WHY_INDENT, FP_STYLE_TEXT, view->why);
    for (size_t i = 0; view->why_sources != NULL && view->why_sources[i] != NULL; i++)
        add_source(lines, view->why_sources[i]);
    const char *wall = fp_theme_mark(&lines->canvas->theme, FP_MARK_WALL);
    for (int i = first; i < fp_lines_count(lines); i++)
        fp_lines_add_mark(lines, i, 0, FP_STYLE_ACCENT, wall);
    if (is_roomy)
        fp_lines_add_blank(lines);
}

static void add_edited_note(FpLines *lines, const FpView *view, int *out_cursor_line,
                            int *out_cursor_column)
{
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _("Note on this question"));
    int first = fp_lines_count(lines);
    fp_field_add_lines(lines, view->field, WHY_INDENT, FP_STYLE_TEXT, out_cursor_line,
                       out_cursor_column);
    const char *wall = fp_theme_mark(&lines->canvas->theme, FP_MARK_WALL);
    for (int i = first; i < fp_lines_count(lines); i++)
        fp_lines_add_mark(lines, i, 0, FP_STYLE_ACCENT, wall);
}

void fp_question_add_note(FpLines *lines, const FpView *view, bool is_roomy, int *out_cursor_line,
                          int *out_cursor_column)
{
    bool is_shown = view->is_editing_note || view->note != NULL;
    if (is_shown && is_roomy)
        fp_lines_add_blank(lines);
    if (view->is_editing_note) {
        add_edited_note(lines, view, out_cursor_line, out_cursor_column);
    } else if (view->note != NULL) {
        // In full it stands in the review, and here while it is edited.
        fp_lines_add_labelled(lines, 0, FP_STYLE_DIM, _("Note:"), view->note,
                              is_roomy ? NOTE_MAX_LINES : 1);
    }
}
