// SPDX-License-Identifier: Apache-2.0
#include "brief-analyses-private.h"
#include "brief-private.h"
#include "fp-i18n.h"

static char *say_conflict(const FpBriefMaker *maker, const FpConflict *conflict)
{
    if (conflict->n_questions == 0)
        return g_strdup(_("The tree itself leaves no path, whatever is answered."));
    g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < conflict->n_questions; i++)
        g_ptr_array_add(answers, brief_name_said(maker, conflict->questions[i]));
    return brief_join_all(answers);
}

void brief_make_conflicts(FpBriefMaker *maker)
{
    const FpConflicts *conflicts =
        maker->input->analyses != NULL ? maker->input->analyses->conflicts : NULL;
    if (conflicts == NULL || maker->brief.has_outcome)
        return;
    const char **texts = brief_new_array(maker, MAX(conflicts->n, 1), sizeof *texts);
    size_t n = 0;
    for (size_t i = 0; i < conflicts->n; i++)
        texts[n++] = brief_keep(maker, say_conflict(maker, &conflicts->items[i]));
    if (conflicts->is_undecided)
        texts[n++] =
            _("Which answers alone leave no path could not be worked out: there is too much "
              "to try.");
    maker->brief.conflicts = texts;
    maker->brief.n_conflicts = n;
}
