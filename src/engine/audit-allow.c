// SPDX-License-Identifier: Apache-2.0
#include "audit-private.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include <string.h>

/* A question stands for its options too. */
static bool is_at(const char *allowed, const char *at)
{
    size_t length = strlen(allowed);
    return at != NULL && strncmp(allowed, at, length) == 0 &&
           (at[length] == '\0' || at[length] == '/');
}

static bool allows(const FpAuditing *auditing, const FpAllow *allow, const FpFinding *finding)
{
    if (!g_str_equal(allow->finding, fp_finding_name(finding->code)))
        return false;
    // No path is a finding about all outcomes at once.
    if (finding->code == FP_FINDING_NO_PATH)
        return fp_tree_find_outcome(auditing->tree, allow->at) != FP_NONE;
    return is_at(allow->at, finding->at);
}

/* Takes away what an entry names; how many findings those were. */
static size_t take_away(FpAuditing *auditing, const FpAllow *allow)
{
    size_t n = 0;
    for (guint i = auditing->findings->len; i > 0; i--) {
        const FpFinding *finding = &g_array_index(auditing->findings, FpFinding, i - 1);
        if (finding->code == FP_FINDING_ALLOWS_NOTHING || !allows(auditing, allow, finding))
            continue;
        g_array_remove_index(auditing->findings, i - 1);
        n++;
    }
    return n;
}

static bool is_code(const char *name)
{
    for (int i = 0; i < FP_FINDING_COUNT; i++) {
        if (g_str_equal(name, fp_finding_name(i)))
            return true;
    }
    return false;
}

static char *complain_code(const char *name)
{
    const char *names[FP_FINDING_COUNT];
    for (int i = 0; i < FP_FINDING_COUNT; i++)
        names[i] = fp_finding_name(i);
    const char *nearest = fp_nearest(name, names, FP_FINDING_COUNT);
    return nearest == NULL
               ? g_strdup_printf(_("'allow' names '%s', which no finding is called"), name)
               : g_strdup_printf(_("'allow' names '%s', which no finding is called; did you mean "
                                   "'%s'?"),
                                 name, nearest);
}

void fp_audit_allow(FpAuditing *auditing)
{
    const FpTree *tree = auditing->tree;
    for (size_t i = 0; i < tree->n_allow; i++) {
        const FpAllow *allow = &tree->allow[i];
        size_t n = take_away(auditing, allow);
        auditing->audit->n_allowed += n;
        if (n > 0)
            continue;
        fp_audit_add(auditing, FP_FINDING_ALLOWS_NOTHING, FP_SEVERITY_WARNING,
                     (FpFindingPlace) { tree->source, allow->place, g_strdup(allow->at) },
                     is_code(allow->finding)
                         ? g_strdup_printf(_("'allow' names a finding '%s' at '%s', but there is "
                                             "none"),
                                           allow->finding, allow->at)
                         : complain_code(allow->finding),
                     _("remove the entry, or correct it"), NULL);
    }
}
