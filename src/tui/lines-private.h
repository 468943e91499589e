// SPDX-License-Identifier: Apache-2.0
/* Styled lines of a width, made before they are drawn: what does not fit can then be scrolled. Lines
 * may belong to an item of a list, so that the focused one is kept in view and a click finds its own. */
#pragma once
#include "canvas-private.h"

#define FP_SPANS_MAX 5

typedef struct {
    int column;
    FpStyle style;
    char *prepared;
} FpSpan;

typedef struct {
    FpSpan spans[FP_SPANS_MAX];
    size_t n_spans;
    size_t item; /* SIZE_MAX: none */
} FpLine;

typedef struct {
    const FpCanvas *canvas; /* what can be shown, and how wide it is */
    int columns;
    GArray *lines; /* FpLine */
    size_t item;   /* of the lines to come */
} FpLines;

void fp_lines_init(FpLines *lines, const FpCanvas *canvas, int columns);
void fp_lines_clear(FpLines *lines); /* frees what it holds; it can be initialised again */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpLines, fp_lines_clear)

int fp_lines_count(const FpLines *lines);
/* Lines to come belong to this item; SIZE_MAX: to none. */
void fp_lines_begin_item(FpLines *lines, size_t item);
void fp_lines_add_blank(FpLines *lines);
/* A text, wrapped, from this column on. */
void fp_lines_add_text(FpLines *lines, int column, FpStyle style, const char *text);
/* The same in at most max_lines of them; what is longer ends with an ellipsis. */
void fp_lines_add_start(FpLines *lines, int column, FpStyle style, const char *text, int max_lines);
/* A text after a word, its lines under each other; see fp_lines_add_start(). */
void fp_lines_add_labelled(FpLines *lines, int column, FpStyle style, const char *label,
                           const char *text, int max_lines);
/* Puts a mark on a line that is there already. */
void fp_lines_add_mark(FpLines *lines, int line, int column, FpStyle style, const char *text);

/* The lines of an item; 0 of them where there are none. */
int fp_lines_find(const FpLines *lines, size_t item, int *out_n_lines);

/* Draws what fits from a line on. A click on an item's line picks it where `click` is not NONE. */
void fp_lines_draw(const FpLines *lines, FpCanvas *canvas, FpArea area, int first_line,
                   FpActionKind click);

/* Where an item is to be kept in view, and how far a person has scrolled from there. */
typedef struct {
    size_t focus; /* SIZE_MAX: none, the beginning is shown first */
    int scroll;
    bool is_scrolled; /* this part is what scrolling moves */
} FpFollow;
/* Draws the part that the focus asks for, with a scroll bar where not all fits. Returns the first line
 * shown. Reports to the canvas how far it can be scrolled, where it can be. */
int fp_lines_draw_following(const FpLines *lines, FpCanvas *canvas, FpArea area, FpFollow follow,
                            FpActionKind click);
/* The same for a list of items, which besides says how many more there are above and below. */
int fp_lines_draw_list(const FpLines *lines, FpCanvas *canvas, FpArea area, FpFollow follow,
                       FpActionKind click);
