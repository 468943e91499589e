// SPDX-License-Identifier: Apache-2.0
// Made when the rest is fitted: only what the page cites is listed, in the room that is left; what it lacks
// is counted. Each source gets a line, then a second where its title needs one.
#include "fp-i18n.h"
#include "fp-text.h"
#include "plan-private.h"
#include "render-words.h"
#include "web-link.h"
#include <inttypes.h>
#include <string.h>

/* Of one source, on a page that has room. */
#define SOURCE_LINES_MAX 3

/* How much of a digest stands on the page: enough to tell one session from another, and its start. */
#define DIGEST_DIGITS 16

void plan_find_cited(const Planner *planner, bool *out_cited, bool *out_minor)
{
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = plan_slot(planner, i);
        bool *flags = slot->is_minor ? out_minor : out_cited;
        for (size_t k = 0; k < slot->n_shown; k++) {
            FpBriefCites cites = plan_item(slot, k)->cites;
            for (size_t n = 0; n < cites.n; n++)
                flags[cites.numbers[n] - 1] = true;
        }
    }
}

static const char *find_url(const FpBriefSource *source)
{
    for (size_t i = 0; i < source->n_refs; i++) {
        if (source->refs[i].source->url != NULL)
            return source->refs[i].source->url;
    }
    return NULL;
}

/* How far to trust it; NULL where nothing speaks against that. */
static const char *say_doubt(const FpBriefSource *source)
{
    if (source->is_stale && source->is_secondary)
        /* Translators: of a source: its review is overdue, and it is reported by others. */
        return _("Stale. Secondary.");
    if (source->is_stale)
        return _("Stale.");
    return source->is_secondary ? _("Secondary.") : NULL;
}

static void add_source(Planner *planner, PlanSlot *slot, const FpBriefSource *source)
{
    g_autofree char *reference =
        source->n_refs > 0 ? words_of_reference(&source->refs[0]) : g_strdup(source->claim);
    g_autofree char *day =
        /* Translators: the date as of which a source was read; short. */
        g_strdup_printf(_("as of %s"), source->as_of);
    const FpPlanItem item = { .mark = plan_take(planner, g_strdup_printf("[%zu]", source->number)),
                              .strong = say_doubt(source),
                              .text = plan_text(planner, reference),
                              .note = plan_take(planner, g_strconcat("·\u00A0", day, NULL)),
                              .url = plan_take(planner, web_link(find_url(source))),
                              .is_warning = source->is_stale };
    plan_add_item(planner, slot, item, no_cites);
}

/* Lists up to a number of the flagged ones that are not listed yet. Returns how many. */
static size_t list(Planner *planner, const bool *flags, size_t n_max)
{
    size_t n = 0;
    for (size_t i = 0; i < planner->brief->n_sources && n < n_max; i++) {
        if (!flags[i] || planner->is_listed[i])
            continue;
        planner->is_listed[i] = true;
        n++;
    }
    return n;
}

static size_t count_unlisted(const Planner *planner, const bool *flags)
{
    size_t n = 0;
    for (size_t i = 0; i < planner->brief->n_sources; i++)
        n += flags[i] && !planner->is_listed[i];
    return n;
}

static double row_height(const PlanSlot *slot, size_t first, double line_pt)
{
    size_t n_lines = plan_item(slot, first)->item.n_lines;
    if (first + 1 < slot->items->len)
        n_lines = MAX(n_lines, plan_item(slot, first + 1)->item.n_lines);
    return (double)n_lines * line_pt + FP_PLAN_AIR_PT;
}

/* Lines up to a number for the rows from the first on, as long as they fit. Returns the room left. */
static double widen_rows(const PlanSlot *slot, double room, double line_pt, size_t n_lines)
{
    for (guint i = 0; i < slot->items->len; i++) {
        FpPlanItem *item = &plan_item(slot, i)->item;
        size_t first = i - i % 2, before = item->n_lines;
        double height = row_height(slot, first, line_pt);
        item->n_lines = MIN(plan_item(slot, i)->n_whole, n_lines);
        double more = row_height(slot, first, line_pt) - height;
        if (more <= room)
            room -= more;
        else
            item->n_lines = before;
    }
    return room;
}

static void fill_slot(Planner *planner, PlanSlot *slot, double room)
{
    const FpPlanStyleRow *style = plan_style(planner, FP_PLAN_SMALL);
    for (size_t i = 0; i < planner->brief->n_sources; i++) {
        if (planner->is_listed[i])
            add_source(planner, slot, &planner->brief->sources[i]);
    }
    for (guint i = 0; i < slot->items->len; i++) {
        PlanItem *item = plan_item(slot, i);
        item->n_whole = plan_count_lines(
            style, &item->item, fp_plan_item_width(&planner->plan, &slot->slot, &item->item));
        item->item.n_lines = 1;
    }
    for (guint i = 0; i < slot->items->len; i += 2)
        room -= row_height(slot, i, style->line_pt);
    for (size_t n_lines = 2; n_lines <= SOURCE_LINES_MAX; n_lines++)
        room = widen_rows(slot, room, style->line_pt, n_lines);
    slot->n_shown = slot->items->len;
}

static PlanSlot *find_bottom(const Planner *planner)
{
    for (guint i = 0; i < planner->slots->len; i++) {
        if (plan_slot(planner, i)->slot.column == FP_PLAN_COLUMN_BOTTOM)
            return plan_slot(planner, i);
    }
    g_assert_not_reached();
}

void plan_make_sources(Planner *planner)
{
    size_t n_sources = planner->brief->n_sources;
    g_autofree bool *is_cited = g_new0(bool, n_sources + 1);
    g_autofree bool *is_minor = g_new0(bool, n_sources + 1);
    const FpPlanStyleRow *style = plan_style(planner, FP_PLAN_SMALL);
    plan_find_cited(planner, is_cited, is_minor);
    double room =
        plan_room_below(planner) - FP_PLAN_GAP_PT - plan_style(planner, FP_PLAN_HEADING)->line_pt;
    size_t n_rows = room > 0 ? (size_t)(room / (style->line_pt + FP_PLAN_AIR_PT)) : 0;
    size_t n = list(planner, is_cited, 2 * n_rows);
    list(planner, is_minor, 2 * n_rows - n);
    PlanSlot *slot = find_bottom(planner);
    fill_slot(planner, slot, room);
    slot->n_not_made = count_unlisted(planner, is_cited);
}

/* "sha256:0123456789abcdef…" */
static char *start_of_digest(const char *digest)
{
    const char *colon = digest != NULL ? strchr(digest, ':') : NULL;
    const char *digits = colon != NULL ? colon + 1 : digest;
    if (digest == NULL)
        return g_strdup("-");
    if (strlen(digits) <= DIGEST_DIGITS)
        return g_strdup(digest);
    return g_strdup_printf("%.*s…", (int)(digits - digest) + DIGEST_DIGITS, digest);
}

/* A version is the tree's own word, and may be of any length. */
#define VERSION_CELLS_MAX 40

static char *say_tree(const FpBrief *brief)
{
    g_autofree char *version = fp_text_ellipsize(brief->tree_version, VERSION_CELLS_MAX, false);
    return g_strdup_printf(_("Tree %s, version %s, judged as of %s."), brief->tree_id, version,
                           brief->as_of);
}

static char *say_session(const FpBrief *brief)
{
    if (brief->session_id == NULL)
        return NULL;
    g_autofree char *digest = start_of_digest(brief->session_digest);
    /* Translators: a session's number, the start of its digest, its id. */
    return g_strdup_printf(_("Session %" PRId64 ", digest %s, id %s."), brief->session_number,
                           digest, brief->session_id);
}

static char *say_cut(size_t n)
{
    if (n == 0)
        return NULL;
    return g_strdup_printf(
        ngettext("%zu text is shortened here and stands in full in the whole brief.",
                 "%zu texts are shortened here and stand in full in the whole "
                 "brief.",
                 n),
        n);
}

static char *say_hidden(size_t n)
{
    if (n == 0)
        return NULL;
    /* Translators: points of the brief of which none has room on the page. */
    return g_strdup_printf(ngettext("%zu point more stands in the whole brief alone.",
                                    "%zu points more stand in the whole brief alone.", n),
                           n);
}

static const char *say_unshown(const Planner *planner)
{
    return planner->has_unshown
               ? _("A name of a script in brackets stands for letters of which no font is "
                   "installed here.")
               : NULL;
}

/* What proves the page stands first. */
static const char *say_foot(Planner *planner, size_t n_cut, size_t n_hidden)
{
    const FpBrief *brief = planner->brief;
    g_autofree char *session = say_session(brief), *tree = say_tree(brief);
    g_autofree char *cut = say_cut(n_cut), *hidden = say_hidden(n_hidden);
    const char *const all[] = { session, tree, cut, hidden, brief->redacted, say_unshown(planner) };
    GString *foot = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        if (all[i] != NULL)
            g_string_append_printf(foot, "%s%s", foot->len > 0 ? " " : "", all[i]);
    }
    return plan_take(planner, g_string_free(foot, FALSE));
}

void plan_make_foot(Planner *planner, size_t n_cut, size_t n_hidden)
{
    PlanSlot *slot = plan_slot(planner, planner->slots->len - 1);
    g_array_set_size(slot->items, 0);
    const FpPlanItem item = { .text = say_foot(planner, n_cut, n_hidden) };
    plan_add_item(planner, slot, item, no_cites);
    slot->n_shown = 1;
}
