// SPDX-License-Identifier: Apache-2.0
// The reasons as a table: one row a reason, in tree order. The first row names the columns, in
// English always, for programs to find.
#include "csv-cell.h"
#include "fp-i18n.h"
#include "render-private.h"
#include "render-words.h"

static const char *const columns[] = {
    "path",    "place",    "effect", "strength", "points",     "counted",
    "because", "question", "answer", "cites",    "references",
};

static void add_header(GString *table)
{
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        csv_add_text(table, columns[i]);
    csv_end_row(table);
}

static char *place_of(const FpBrief *brief, const FpBriefReason *reason)
{
    if (brief->has_outcome && reason->outcome_index == brief->outcome_index)
        /* Translators: where a path stands in the ranking. */
        return g_strdup(_("first"));
    for (size_t i = 0; i < brief->n_others; i++) {
        if (brief->others[i].outcome_index == reason->outcome_index)
            return words_of_rank(brief, &brief->others[i]);
    }
    g_assert_not_reached();
}

static void add_cites(GString *table, const FpBrief *brief, FpBriefCites cites)
{
    g_autoptr(GString) numbers = g_string_new(NULL);
    g_autoptr(GString) references = g_string_new(NULL);
    for (size_t i = 0; i < cites.n; i++) {
        const FpBriefSource *source = &brief->sources[cites.numbers[i] - 1];
        g_string_append_printf(numbers, "%s%zu", i > 0 ? " " : "", cites.numbers[i]);
        for (size_t k = 0; k < source->n_refs; k++) {
            g_autofree char *reference = words_of_reference(&source->refs[k]);
            g_string_append_printf(references, "%s%s", references->len > 0 ? "; " : "", reference);
        }
    }
    csv_add_text(table, numbers->str);
    csv_add_text(table, references->str);
}

static void add_reason(GString *table, const FpBrief *brief, const FpBriefReason *reason)
{
    g_autofree char *place = place_of(brief, reason);
    csv_add_text(table, reason->outcome);
    csv_add_text(table, place);
    csv_add_text(table, fp_effect_kind_name(reason->effect));
    csv_add_text(table, reason->strength);
    csv_add_number(table, reason->points);
    csv_add_text(table, reason->counted ? "yes" : "no");
    csv_add_text(table, reason->because);
    csv_add_text(table, reason->question);
    csv_add_text(table, reason->answer);
    add_cites(table, brief, reason->cites);
    csv_end_row(table);
}

char *render_csv(const FpBrief *brief)
{
    GString *table = g_string_new(NULL);
    add_header(table);
    for (size_t i = 0; i < brief->n_reasons; i++)
        add_reason(table, brief, &brief->reasons[i]);
    return g_string_free(table, FALSE);
}
