// SPDX-License-Identifier: Apache-2.0
#include "fp-outlook-words.h"

#include <glib.h>

#include "fp-i18n.h"

const char *fp_outlook_heading(const FpViewOutlook *outlook, FpChance chance)
{
    switch (chance) {
    case FP_CHANCE_PENDING:
        return _("Where it points");
    case FP_CHANCE_CAN_WIN:
        if (outlook->is_complete)
            return _("It comes to");
        return outlook->is_settled ? _("Settled") : _("Can still win");
    case FP_CHANCE_CANNOT_WIN:
        return outlook->is_complete ? _("Behind or ruled out") : _("Cannot win any more");
    case FP_CHANCE_UNDECIDED:
        return _("Not worked out");
    }
    g_assert_not_reached();
}

const char *fp_outlook_path_title(const FpViewPath *path)
{
    return path->title != NULL ? path->title : _("No path at all");
}

static bool has_shares(const FpViewOutlook *outlook)
{
    for (size_t i = 0; i < outlook->n_paths; i++) {
        if (outlook->paths[i].share != NULL)
            return true;
    }
    return false;
}

const char *fp_outlook_remark(const FpViewOutlook *outlook)
{
    if (!outlook->is_there)
        return _("What can still win is being worked out.");
    if (outlook->is_undecided)
        return _("Too much hangs together to say for certain what else can win.");
    if (outlook->is_complete)
        return NULL;
    if (outlook->is_settled)
        return _("What is open can change points and conditions, not the path.");
    return has_shares(outlook)
               ? _("Points now, and in what share of the ways to answer what is open it wins: no "
                   "measure of how likely that is.")
               : _("Points now; there are too many ways to answer what is open to count them.");
}
