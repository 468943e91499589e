// SPDX-License-Identifier: Apache-2.0
// What can still win has a bar; what cannot stands below in a line. The headings say which is which, so
// that neither colour nor length has to.
#include "outlook-private.h"

#include <assert.h>
#include <inttypes.h>

#include "fp-i18n.h"
#include "fp-outlook-words.h"
#include "fp-text.h"

#define MARK_COLUMNS  2
#define SCORE_COLUMNS 4 /* "-123" */
#define SHARE_COLUMNS 6 /* a blank and "12/48" */
#define ASK_LINES     4

/* How much room there is: air, titles in full, what explains the figures. */
static const struct {
    bool parts_paths, parts_groups;
    int title_lines;
    bool has_remark;
} fits[] = {
    [FP_OUTLOOK_SPACED] = { true, true, 3, true },
    { false, true, 3, true },
    { false, false, 3, true },
    { false, false, 3, false },
    { false, false, 1, true },
    [FP_OUTLOOK_TIGHT] = { false, false, 1, false },
};
static_assert(G_N_ELEMENTS(fits) == FP_OUTLOOK_TIGHT + 1, "the tightest is the last");

/* ---- Keys ---- */

static bool can_finish(const FpShown *shown, const FpCanvas *drawn G_GNUC_UNUSED)
{
    return shown->view->outlook.can_finish;
}

static const FpKeyRow finishing[] = {
    { FP_KEYS('f'), N_("finish"), N_("Finish now: what is open cannot change the path any more"),
      FP_ACTION_FINISH, .rank = 2, .applies = can_finish },
};
const FpKeyTable fp_keys_finish = { N_("Going"), finishing, G_N_ELEMENTS(finishing) };

static const FpKeyRow keys[] = {
    { FP_KEYS('v'), N_("outlook"), N_("Show or hide where it points and what can still win"),
      FP_ACTION_OUTLOOK, .rank = 25 },
};
const FpKeyTable fp_keys_outlook = { N_("Going"), keys, G_N_ELEMENTS(keys) };

const char *fp_outlook_mark(const FpView *view)
{
    const FpViewOutlook *outlook = &view->outlook;
    if (!outlook->is_settled || outlook->n_open == 0 || view->n_said == 0)
        return NULL;
    /* Translators: stands beside the title: what is open cannot change the path any more. */
    return _("settled");
}

/* ---- Paths ---- */

static char *score_in_words(const FpViewPath *path)
{
    if (path->title == NULL)
        return g_strdup("");
    if (path->is_ruled_out)
        /* Translators: stands where a path that is ruled out would have its points; short. */
        return g_strdup(_("out"));
    return g_strdup_printf("%" PRId64, path->score);
}

/* Puts text so that it ends before a column. */
static void put_before(FpLines *lines, int line, int end, FpStyle style, const char *text)
{
    int column = end - (int)fp_text_width(text);
    if (*text != '\0' && column >= 0)
        fp_lines_add_mark(lines, line, column, style, text);
}

static char *bar_of(const FpTuiTheme *theme, FpMark mark, int columns)
{
    GString *bar = g_string_new(NULL);
    for (int i = 0; i < columns; i++)
        g_string_append(bar, fp_theme_mark(theme, mark));
    return g_string_free(bar, FALSE);
}

/* A score above zero has at least a cell. */
static int filled_columns(const FpViewPath *path, int64_t highest, int columns)
{
    if (path->is_ruled_out || path->title == NULL || path->score <= 0)
        return 0;
    return MAX((int)((long double)columns * path->score / highest), 1);
}

static void add_bar(FpLines *lines, const FpViewPath *path, int64_t highest)
{
    const FpTuiTheme *theme = &lines->canvas->theme;
    int share = lines->columns, score = share - SHARE_COLUMNS, line = fp_lines_count(lines);
    int columns = MAX(score - SCORE_COLUMNS - 1 - MARK_COLUMNS, 1);
    int filled = filled_columns(path, highest, columns);
    g_autofree char *full = bar_of(theme, FP_MARK_LINE_DONE, filled);
    g_autofree char *empty = bar_of(theme, FP_MARK_LINE, columns - filled);
    g_autofree char *points = score_in_words(path);
    fp_lines_add_blank(lines);
    if (path->title != NULL) {
        fp_lines_add_mark(lines, line, MARK_COLUMNS, FP_STYLE_ACCENT, full);
        fp_lines_add_mark(lines, line, MARK_COLUMNS + filled, FP_STYLE_RULE, empty);
    }
    put_before(lines, line, score, FP_STYLE_TEXT, points);
    if (path->share != NULL)
        put_before(lines, line, share, FP_STYLE_DIM, path->share);
}

/* One that can win: its title, below it its bar. */
static void add_path(FpLines *lines, const FpViewPath *path, int64_t highest, int title_lines)
{
    int line = fp_lines_count(lines);
    fp_lines_add_start(lines, MARK_COLUMNS, path->is_first ? FP_STYLE_STRONG : FP_STYLE_TEXT,
                       fp_outlook_path_title(path), title_lines);
    if (path->is_first)
        fp_lines_add_mark(lines, line, 0, FP_STYLE_ACCENT,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_FOCUS));
    add_bar(lines, path, highest);
}

/* One that cannot: a line. */
static void add_path_that_is_out(FpLines *lines, const FpViewPath *path,
                                 int64_t highest G_GNUC_UNUSED, int title_lines G_GNUC_UNUSED)
{
    int line = fp_lines_count(lines), end = lines->columns;
    g_autofree char *title = fp_canvas_prepare(lines->canvas, fp_outlook_path_title(path), false);
    g_autofree char *cut = fp_text_ellipsize(
        title, (size_t)MAX(end - SCORE_COLUMNS - 1 - MARK_COLUMNS, 1), lines->canvas->theme.ascii);
    g_autofree char *points = score_in_words(path);
    fp_lines_add_start(lines, MARK_COLUMNS, FP_STYLE_DIM, cut, 1);
    if (path->is_first)
        fp_lines_add_mark(lines, line, 0, FP_STYLE_ACCENT,
                          fp_theme_mark(&lines->canvas->theme, FP_MARK_FOCUS));
    put_before(lines, line, end, FP_STYLE_DIM, points);
}

/* ---- Groups ---- */

/* One row, one group of paths, in the order in which they are shown. */
static const struct {
    FpChance chance;
    void (*add)(FpLines *lines, const FpViewPath *path, int64_t highest, int title_lines);
    bool has_bars;
} groups[] = {
    { FP_CHANCE_PENDING, add_path, true },
    { FP_CHANCE_CAN_WIN, add_path, true },
    { FP_CHANCE_UNDECIDED, add_path, true },
    { FP_CHANCE_CANNOT_WIN, add_path_that_is_out, false },
};

static void add_gap(FpLines *lines, bool is_spaced)
{
    if (is_spaced && fp_lines_count(lines) > 0)
        fp_lines_add_blank(lines);
}

static void add_group(FpLines *lines, const FpViewOutlook *outlook, size_t group, size_t fit)
{
    bool is_begun = false;
    for (size_t i = 0; i < outlook->n_paths; i++) {
        const FpViewPath *path = &outlook->paths[i];
        if (path->chance != groups[group].chance)
            continue;
        if (!is_begun) {
            add_gap(lines, fits[fit].parts_groups);
            fp_lines_add_text(lines, 0, FP_STYLE_STRONG,
                              fp_outlook_heading(outlook, groups[group].chance));
        }
        add_gap(lines, groups[group].has_bars && fits[fit].parts_paths);
        is_begun = true;
        groups[group].add(lines, path, outlook->highest, fits[fit].title_lines);
    }
}

/* ---- What is told below ---- */

static void add_worth_asking(FpLines *lines, const FpViewOutlook *outlook, bool is_spaced)
{
    if (outlook->worth_asking_text == NULL)
        return;
    add_gap(lines, is_spaced);
    if (outlook->is_worth_asking_now) {
        fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _("This question tells most now"));
        return;
    }
    fp_lines_add_text(lines, 0, FP_STYLE_STRONG, _("Worth asking next"));
    fp_lines_begin_item(lines, outlook->worth_asking);
    fp_lines_add_start(lines, MARK_COLUMNS, FP_STYLE_TEXT, outlook->worth_asking_text, ASK_LINES);
    fp_lines_begin_item(lines, SIZE_MAX);
}

static void add_remark(FpLines *lines, const FpViewOutlook *outlook, bool is_spaced)
{
    const char *text = fp_outlook_remark(outlook);
    if (text == NULL)
        return;
    add_gap(lines, is_spaced);
    fp_lines_add_text(lines, 0, FP_STYLE_DIM, text);
}

void fp_outlook_add_all(FpLines *lines, const FpViewOutlook *outlook, size_t fit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        add_group(lines, outlook, i, fit);
    add_worth_asking(lines, outlook, fits[fit].parts_groups);
    if (fits[fit].has_remark)
        add_remark(lines, outlook, fits[fit].parts_groups);
}

/* ---- Drawing ---- */

/* As roomy as fits; of what does not fit even then the end goes: what it points to stands on top. */
void fp_outlook_draw(FpCanvas *canvas, const FpView *view, const FpLayout *layout)
{
    g_auto(FpLines) lines = { 0 };
    FpArea area = layout->outlook;
    for (size_t fit = FP_OUTLOOK_SPACED; fit <= FP_OUTLOOK_TIGHT; fit++) {
        fp_lines_clear(&lines);
        fp_lines_init(&lines, canvas, area.columns);
        fp_outlook_add_all(&lines, &view->outlook, fit);
        if (fp_lines_count(&lines) <= area.rows)
            break;
    }
    fp_lines_draw(&lines, canvas, area, 0, FP_ACTION_GO_TO);
    for (int i = 0; i < area.rows; i++)
        fp_canvas_line(canvas, area.row + i, layout->outlook_wall, 1, FP_STYLE_RULE, FP_MARK_WALL);
}
