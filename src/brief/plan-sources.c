// SPDX-License-Identifier: Apache-2.0
// Made when the rest is fitted: only what the page cites is listed, and what it lacks is counted.
#include "fp-i18n.h"
#include "plan-private.h"
#include "render-words.h"
#include "web-link.h"

#define SOURCES_MAX 12

/* Which sources the shown items cite: a flag for each, number n at n - 1. */
static bool *find_cited(const Planner *planner)
{
    bool *is_cited = g_new0(bool, planner->brief->n_sources);
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, i);
        for (size_t k = 0; k < slot->n_shown; k++) {
            FpBriefCites cites = g_array_index(slot->cites, FpBriefCites, k);
            for (size_t n = 0; n < cites.n; n++)
                is_cited[cites.numbers[n] - 1] = true;
        }
    }
    return is_cited;
}

static const char *find_url(const FpBriefSource *source)
{
    for (size_t i = 0; i < source->n_refs; i++) {
        if (source->refs[i].source->url != NULL)
            return source->refs[i].source->url;
    }
    return NULL;
}

static void add_source(Planner *planner, PlanSlot *slot, const FpBriefSource *source)
{
    static const FpBriefCites none = { .n = 0 };
    const char *doubt = source->is_stale       ? _("Stale.")
                        : source->is_secondary ? _("Secondary.")
                                               : NULL;
    g_autofree char *reference =
        source->n_refs > 0 ? words_of_reference(&source->refs[0]) : g_strdup(source->claim);
    const FpPlanItem item = { .mark = plan_take(planner, g_strdup_printf("[%zu]", source->number)),
                              .strong = doubt,
                              .text = plan_text(planner, reference),
                              .url = plan_take(planner, web_link(find_url(source))),
                              .is_warning = source->is_stale };
    plan_add_item(slot, item, none);
}

static void make_sources(Planner *planner)
{
    g_autofree bool *is_cited = find_cited(planner);
    PlanSlot *slot = plan_add_slot(planner, (PlanSlot) { .slot = { .name = "sources",
                                                                   .heading = _("Sources"),
                                                                   .column = FP_PLAN_COLUMN_BOTTOM,
                                                                   .style = FP_PLAN_SMALL,
                                                                   .mark_pt = 20 },
                                                         .n_lines_max = 1 });
    for (size_t i = 0; i < planner->brief->n_sources; i++) {
        if (is_cited[i])
            add_source(planner, slot, &planner->brief->sources[i]);
    }
    slot->n_shown = MIN(slot->items->len, SOURCES_MAX);
}

static size_t count_cut(const Planner *planner)
{
    size_t n = 0;
    for (guint i = 0; i < planner->slots->len; i++) {
        const PlanSlot *slot = &g_array_index(planner->slots, PlanSlot, i);
        for (size_t k = 0; k < slot->n_shown; k++)
            n += g_array_index(slot->items, FpPlanItem, k).is_cut;
    }
    return n;
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

static char *say_session(const FpBrief *brief)
{
    if (brief->session_id == NULL)
        return NULL;
    /* Translators: a session's number, its id, its digest. */
    return g_strdup_printf(_("Session %ld, id %s, digest %s."), (long)brief->session_number,
                           brief->session_id,
                           brief->session_digest != NULL ? brief->session_digest : "-");
}

static void make_foot(Planner *planner, size_t n_cut)
{
    static const FpBriefCites none = { .n = 0 };
    const FpBrief *brief = planner->brief;
    PlanSlot *slot = plan_add_slot(planner, (PlanSlot) { .slot = { .name = "foot",
                                                                   .column = FP_PLAN_COLUMN_FOOT,
                                                                   .style = FP_PLAN_SMALL },
                                                         .n_lines_max = 2 });
    g_autofree char *cut = say_cut(n_cut), *session = say_session(brief);
    g_autofree char *tree = g_strdup_printf(_("Tree %s, version %s, judged as of %s."),
                                            brief->tree_id, brief->tree_version, brief->as_of);
    const char *parts[4] = { tree };
    size_t n = 1;
    if (cut != NULL)
        parts[n++] = cut;
    if (session != NULL)
        parts[n++] = session;
    const FpPlanItem item = { .text = plan_take(planner, g_strjoinv(" ", (char **)(void *)parts)) };
    plan_add_item(slot, item, none);
    plan_show_all(planner);
}

void plan_make_sources(Planner *planner)
{
    make_sources(planner);
    make_foot(planner, count_cut(planner));
}
