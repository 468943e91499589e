// SPDX-License-Identifier: Apache-2.0
// What the analyses say beyond the recommendation, as lines: where it points and what can still win, and
// why not another path.
#include <inttypes.h>

#include "fp-brief-render.h"
#include "fp-i18n.h"
#include "fp-outlook-words.h"
#include "plain-private.h"

/* ---- The outlook ---- */

static char *points_in_words(const FpViewPath *path)
{
    if (path->is_ruled_out)
        return g_strdup(_("ruled out"));
    /* Translators: points of a path. */
    return g_strdup_printf(
        ngettext("%" PRId64 " point", "%" PRId64 " points", (unsigned long)ABS(path->score)),
        path->score);
}

// share: NULL where it says nothing.
static char *path_in_words(const FpViewPath *path, const char *share)
{
    const char *title = fp_outlook_path_title(path);
    g_autofree char *points = path->title != NULL ? points_in_words(path) : NULL;
    if (points != NULL && share != NULL)
        /* Translators: a path, its points, the share of the ways to answer in which it wins. */
        return g_strdup_printf(_("%s: %s; wins in %s of the ways to answer what is open"), title,
                               points, share);
    if (points != NULL)
        /* Translators: a path and its points. */
        return g_strdup_printf(_("%s: %s"), title, points);
    if (share != NULL)
        /* Translators: that no path is left, and in which share of the ways to answer. */
        return g_strdup_printf(_("%s: in %s of the ways to answer what is open"), title, share);
    return g_strdup(title);
}

static void print_path(const FpCliOptions *options, const FpViewOutlook *outlook,
                       const FpViewPath *path)
{
    const char *share = outlook->is_complete || outlook->is_settled ? NULL : path->share;
    g_autofree char *words = path_in_words(path, share);
    g_autofree char *text =
        /* Translators: a path, its points and chances; it is the first one as things stand. */
        path->is_first ? g_strdup_printf(_("%s (first now)"), words) : g_strdup(words);
    fp_plain_print_hanging(options, "  - ", text);
}

static void print_group(const FpCliOptions *options, const FpViewOutlook *outlook, FpChance chance)
{
    bool is_begun = false;
    for (size_t i = 0; i < outlook->n_paths; i++) {
        if (outlook->paths[i].chance != chance)
            continue;
        if (!is_begun) {
            /* Translators: a heading: "Can still win". */
            g_autofree char *heading =
                g_strdup_printf(_("%s:"), fp_outlook_heading(outlook, chance));
            fp_plain_print_text(options, heading, 2);
        }
        is_begun = true;
        print_path(options, outlook, &outlook->paths[i]);
    }
}

static void print_worth_asking(const FpCliOptions *options, const FpViewOutlook *outlook)
{
    if (outlook->worth_asking_text == NULL)
        return;
    g_autofree char *text =
        outlook->is_worth_asking_now
            ? g_strdup(_("This question tells most now"))
            : g_strdup_printf(_("Worth asking next: %s"), outlook->worth_asking_text);
    fp_plain_print_text(options, text, 2);
}

void fp_plain_print_outlook(const FpCliOptions *options, const FpView *view)
{
    static const FpChance order[] = { FP_CHANCE_PENDING, FP_CHANCE_CAN_WIN, FP_CHANCE_UNDECIDED,
                                      FP_CHANCE_CANNOT_WIN };
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
        print_group(options, &view->outlook, order[i]);
    print_worth_asking(options, &view->outlook);
    const char *remark = fp_outlook_remark(&view->outlook);
    if (remark != NULL)
        fp_plain_print_text(options, remark, 2);
}

/* ---- Why not another path ---- */

static void print_what_would_win(const FpCliOptions *options, const FpViewWhyNot *why_not)
{
    if (why_not->changes == NULL && why_not->outlook == NULL)
        return;
    fp_print(options, "\n");
    fp_plain_print_text(options, _("What would make it come first"), 0);
    if (why_not->changes != NULL)
        fp_plain_print_text(options, why_not->changes, 2);
    for (size_t i = 0; i < why_not->n_ways; i++)
        fp_plain_print_hanging(options, "  - ", why_not->ways[i]);
    if (why_not->outlook != NULL)
        fp_plain_print_text(options, why_not->outlook, 2);
}

void fp_plain_print_why_not(const FpCliOptions *options, const FpView *view)
{
    g_autoptr(GPtrArray) lines = fp_brief_why_not_to_lines(view->brief, view->why_not.other,
                                                           fp_output_width(), options->ascii);
    fp_print(options, "\n");
    for (guint i = 0; i < lines->len; i++) {
        const FpBriefLine *line = lines->pdata[i];
        g_autofree char *text = g_strconcat(line->text, "\n", NULL);
        fp_print(options, text);
    }
    print_what_would_win(options, &view->why_not);
}
