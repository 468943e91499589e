// SPDX-License-Identifier: Apache-2.0
// What does not matter is not told: a strength that no reason has, stale facts where none is cited.
#include "brief-analyses-private.h"
#include "brief-private.h"
#include "fp-i18n.h"

static void add_remark(FpBriefMaker *maker, GArray *remarks, char *text, bool is_warning)
{
    const FpBriefRemark remark = { brief_keep(maker, text), is_warning };
    g_array_append_val(remarks, remark);
}

static bool is_used(const FpVerdict *verdict, size_t strength)
{
    for (size_t i = 0; i < verdict->n_reasons; i++) {
        if (verdict->reasons[i].effect->strength == strength)
            return true;
    }
    return false;
}

static bool is_any(FpPointsRange range)
{
    return range.from == 1 && range.to == FP_POINTS_MAX;
}

static char *say_range(const FpStrength *strength, FpPointsRange range)
{
    const char *id = strength->id;
    int own = strength->points;
    if (range.from == range.to)
        /* Translators: points; the name of a strength of reasons, as "strong". */
        return g_strdup_printf(_("Only %d points for \"%s\" give this answer."), own, id);
    if (is_any(range))
        /* Translators: the name of a strength of reasons; its points. */
        return g_strdup_printf(_("Any points for \"%s\" give the same (it has %d)."), id, own);
    if (range.to == FP_POINTS_MAX)
        /* Translators: points; the name of a strength of reasons; its points. */
        return g_strdup_printf(_("%d points or more for \"%s\" give the same (it has %d)."),
                               range.from, id, own);
    /* Translators: points, from and to; the name of a strength of reasons; its points. */
    return g_strdup_printf(_("From %d to %d points for \"%s\" give the same (it has %d)."),
                           range.from, range.to, id, own);
}

static bool are_all_any(const FpVerdict *verdict, const FpStability *stability)
{
    for (size_t i = 0; i < stability->n_strengths; i++) {
        if (is_used(verdict, i) && !is_any(stability->strengths[i]))
            return false;
    }
    return true;
}

static void add_strengths(FpBriefMaker *maker, const FpStability *stability, GArray *remarks)
{
    // Where one path alone is left no points can change it.
    if (!maker->verdict->has_margin)
        return;
    if (are_all_any(maker->verdict, stability)) {
        add_remark(maker, remarks,
                   g_strdup(_("Other points for one strength would not change it.")), false);
        return;
    }
    for (size_t i = 0; i < stability->n_strengths; i++) {
        FpPointsRange range = stability->strengths[i];
        if (is_used(maker->verdict, i))
            add_remark(maker, remarks, say_range(&maker->tree->strengths[i], range),
                       range.from == range.to);
    }
}

static bool cites_stale(const FpBriefMaker *maker)
{
    for (size_t i = 0; i < maker->verdict->n_reasons; i++) {
        const FpCites *cites = &maker->verdict->reasons[i].effect->cites;
        for (size_t k = 0; k < cites->n; k++) {
            if (fp_fact_is_stale(cites->items[k].fact, maker->input->as_of))
                return true;
        }
    }
    return false;
}

static void add_stale(FpBriefMaker *maker, const FpStability *stability, GArray *remarks)
{
    if (!cites_stale(maker))
        return;
    add_remark(
        maker, remarks,
        g_strdup(stability->stands_without_stale
                     ? _("It stands even if every reason that cites a stale fact is dropped.")
                     : _("It does not stand without the reasons that cite stale facts: "
                         "review those facts first.")),
        !stability->stands_without_stale);
}

void brief_make_stability(FpBriefMaker *maker)
{
    const FpStability *stability =
        maker->input->analyses != NULL ? maker->input->analyses->stability : NULL;
    if (stability == NULL || brief_is_nothing_known(maker->verdict))
        return;
    g_autoptr(GArray) remarks = g_array_new(FALSE, FALSE, sizeof(FpBriefRemark));
    add_stale(maker, stability, remarks);
    add_strengths(maker, stability, remarks);
    FpBriefRemark *kept = brief_new_array(maker, remarks->len, sizeof *kept);
    for (guint i = 0; i < remarks->len; i++)
        kept[i] = g_array_index(remarks, FpBriefRemark, i);
    maker->brief.stability = kept;
    maker->brief.n_stability = remarks->len;
}
