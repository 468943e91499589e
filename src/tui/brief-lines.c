// SPDX-License-Identifier: Apache-2.0
#include "brief-lines-private.h"

#include <string.h>

#include "fp-text.h"

/* One row, one kind of line. A bar in the margin says what colour alone must not. */
static const struct {
    FpStyle style;
    bool has_bar, has_rule;
} kinds[] = {
    [FP_LINE_BLANK] = { FP_STYLE_TEXT },
    [FP_LINE_TITLE] = { FP_STYLE_STRONG },
    [FP_LINE_HEADING] = { FP_STYLE_STRONG, .has_rule = true },
    [FP_LINE_STRONG] = { FP_STYLE_STRONG },
    [FP_LINE_BODY] = { FP_STYLE_TEXT },
    [FP_LINE_DETAIL] = { FP_STYLE_DIM },
    [FP_LINE_WARNING] = { FP_STYLE_TEXT, .has_bar = true },
};

size_t fp_brief_lines_width(const FpLines *lines)
{
    return (size_t)(lines->columns - FP_BRIEF_LINES_MARGIN);
}

/* Behind a heading, up to the right end. */
static void add_rule(FpLines *lines, int line, const char *heading)
{
    int column = FP_BRIEF_LINES_MARGIN + (int)fp_text_width(heading) + 1;
    g_autoptr(GString) rule = g_string_new(NULL);
    for (int i = column; i < lines->columns; i++)
        g_string_append(rule, fp_theme_mark(&lines->canvas->theme, FP_MARK_LINE));
    fp_lines_add_mark(lines, line, column, FP_STYLE_RULE, rule->str);
}

void fp_brief_lines_add(FpLines *lines, const FpBriefLine *line)
{
    int first = fp_lines_count(lines), indent = (int)strspn(line->text, " ");
    fp_lines_add_text(lines, FP_BRIEF_LINES_MARGIN + indent, kinds[line->style].style,
                      line->text + indent);
    if (kinds[line->style].has_rule)
        add_rule(lines, first, line->text);
    if (kinds[line->style].has_bar)
        fp_lines_add_mark(lines, first, 0, FP_STYLE_UNSURE,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_WALL));
}

void fp_brief_lines_add_heading(FpLines *lines, const char *text)
{
    const FpBriefLine line = { .text = (char *)(uintptr_t)text, .style = FP_LINE_HEADING };
    fp_brief_lines_add(lines, &line);
}
