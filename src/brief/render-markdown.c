// SPDX-License-Identifier: Apache-2.0
// An architecture decision record in the shape of MADR 4.0 (https://adr.github.io/madr/). Its headings are
// MADR's own and not translated, for tools find their way by them. Every other text is escaped, ours
// too: a translation may hold anything.
#include "fp-i18n.h"
#include "markdown-escape.h"
#include "markdown-page.h"
#include "render-private.h"
#include "render-words.h"

/* MADR's own words for a status. */
static const char *find_status(const FpBrief *brief)
{
    if (brief->decided == NULL)
        return "proposed";
    bool is_for_none = brief->is_decided_otherwise && brief->chosen == NULL;
    return is_for_none || (!brief->is_decided_otherwise && !brief->has_outcome) ? "rejected"
                                                                                : "accepted";
}

/* MADR's decision-makers are left out: who made the page need not be who decides. */
static void write_front_matter(GString *page, const FpBrief *brief)
{
    g_string_append_printf(page, "---\nstatus: %s\ndate: %s\n---\n", find_status(brief),
                           brief->as_of);
}

/* A paragraph behind another, lines kept; NULL: none. */
static void write_paragraph(GString *page, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *escaped = markdown_escape_lines(text, 0);
    g_string_append_printf(page, "\n%s\n", escaped);
}

/* The same of a text on one line. */
static void write_sentence(GString *page, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_c(page, '\n');
    markdown_add(page, "%s", text);
    g_string_append_c(page, '\n');
}

static void write_context(GString *page, const FpBrief *brief)
{
    markdown_add_heading(page, 1, brief->title);
    // For a reader who goes no further: MADR has the decision only after all that led to it.
    markdown_add_strong(page, brief->headline);
    markdown_add_heading(page, 2, "Context and Problem Statement");
    /* Translators: a tree's id, its version, a date. */
    markdown_add(page, _("Put through the decision tree %s, version %s, as of %s."), brief->tree_id,
                 brief->tree_version, brief->as_of);
    g_string_append_c(page, '\n');
    g_autofree char *maker = words_of_maker(brief);
    write_sentence(page, maker);
    write_sentence(page, brief->redacted);
    write_paragraph(page, brief->note);
}

static void write_answer(GString *page, const FpBriefAnswer *answer)
{
    g_autofree char *said = words_of_answer(answer);
    g_autofree char *finder = answer->state == FP_STATE_UNKNOWN ? words_of_finder(answer) : NULL;
    markdown_add_bullet(page, "%s", answer->question);
    markdown_add_strong_line(page, said);
    if (finder != NULL)
        markdown_add_line(page, "%s", finder);
    if (answer->note != NULL) {
        g_autofree char *note = markdown_escape_lines(answer->note, MARKDOWN_ITEM_INDENT);
        g_string_append_printf(page, "\\\n%*s%s", MARKDOWN_ITEM_INDENT, "", note);
    }
    g_string_append_c(page, '\n');
}

static void write_drivers(GString *page, const FpBrief *brief)
{
    if (brief->n_answers == 0)
        return;
    markdown_add_heading(page, 2, "Decision Drivers");
    for (size_t i = 0; i < brief->n_answers; i++)
        write_answer(page, &brief->answers[i]);
}

static void write_options(GString *page, const FpBrief *brief)
{
    markdown_add_heading(page, 2, "Considered Options");
    if (brief->has_outcome) {
        markdown_add_bullet(page, "%s", brief->outcome);
        g_string_append_c(page, '\n');
    }
    for (size_t i = 0; i < brief->n_others; i++) {
        markdown_add_bullet(page, "%s", brief->others[i].title);
        g_string_append_c(page, '\n');
    }
}

static void write_item(GString *page, const char *word, const char *text, FpBriefCites cites)
{
    markdown_add_bullet(page, "%s %s", word, text);
    markdown_add_cites(page, cites);
}

static void write_because(GString *page, const FpBriefItem *because, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        markdown_add_line(page, "%s", because[i].text);
        markdown_add_cites(page, because[i].cites);
    }
}

static void write_limits(GString *page, const FpBrief *brief)
{
    for (size_t i = 0; i < brief->n_limits; i++) {
        /* Translators: MADR's words; a whole sentence follows. */
        write_item(page, _("Bad, because:"), brief->limits[i].text, brief->limits[i].cites);
        g_string_append_c(page, '\n');
    }
}

static void write_advice(GString *page, const FpBrief *brief)
{
    for (size_t i = 0; i < brief->n_advice; i++) {
        const FpBriefAdvice *advice = &brief->advice[i];
        /* Translators: advice follows, one sentence or more. */
        write_item(page, _("Worth knowing:"), advice->text, advice->cites);
        write_because(page, advice->because, advice->n_because);
        g_string_append_c(page, '\n');
    }
}

/* Of the decision: what was recommended has no consequences where people decided otherwise. */
static void write_consequences(GString *page, const FpBrief *brief)
{
    if (brief->is_decided_otherwise || brief->n_limits + brief->n_advice == 0)
        return;
    markdown_add_heading(page, 3, "Consequences");
    write_limits(page, brief);
    write_advice(page, brief);
}

static void write_condition(GString *page, const FpBriefCondition *condition, size_t number)
{
    markdown_add_number(page, number);
    markdown_add_strong(page, condition->title);
    markdown_add_cites(page, condition->cites);
    write_because(page, condition->because, condition->n_because);
    if (condition->how != NULL)
        /* Translators: how to put a control in place. */
        markdown_add_line(page, _("How: %s"), condition->how);
    if (condition->owner != NULL)
        /* Translators: who has to do it. */
        markdown_add_line(page, _("Owner: %s"), condition->owner);
    g_string_append_c(page, '\n');
}

static void write_confirmation(GString *page, const FpBrief *brief)
{
    if (brief->n_conditions == 0)
        return;
    markdown_add_heading(page, 3, "Confirmation");
    markdown_add(page, "%s",
                 brief->is_decided_otherwise
                     ? _("The path that was recommended, and not chosen, has these conditions:")
                     : _("The decision holds once these conditions are met:"));
    g_string_append(page, "\n\n");
    for (size_t i = 0; i < brief->n_conditions; i++)
        write_condition(page, &brief->conditions[i], i + 1);
}

/* MADR's sentence: the option chosen, and why. Owned by the caller. */
static char *say_chosen(const FpBrief *brief)
{
    if (brief->is_decided_otherwise && brief->chosen != NULL)
        /* Translators: this and the next ones are MADR's sentence; a path. */
        return g_strdup_printf(_("Chosen option: \"%s\", because it was decided so."),
                               brief->chosen);
    if (brief->is_decided_otherwise)
        return g_strdup(_("Chosen option: none, because it was decided so."));
    if (!brief->has_outcome)
        return g_strdup(_("Chosen option: none, because every option is ruled out."));
    if (brief->is_nothing_known)
        return g_strdup(_("Chosen option: none yet, because no question is answered."));
    return g_strdup_printf(_("Chosen option: \"%s\", because it comes out best (see below)."),
                           brief->outcome);
}

static void write_outcome(GString *page, const FpBrief *brief)
{
    g_autofree char *chosen = say_chosen(brief);
    markdown_add_heading(page, 2, "Decision Outcome");
    markdown_add(page, "%s", chosen);
    g_string_append_c(page, '\n');
    write_paragraph(page, brief->decided);
    write_sentence(page, brief->sureness);
    write_sentence(page, brief->is_decided_otherwise ? NULL : brief->outcome_summary);
    write_consequences(page, brief);
    write_confirmation(page, brief);
    markdown_write_analyses(page, brief);
}

static void write_reason(GString *page, const FpBrief *brief, const FpBriefReason *reason)
{
    g_autofree char *origin = words_of_origin(reason, false);
    if (reason->effect == FP_EFFECT_RULE_OUT)
        markdown_add_bullet(page, _("Bad, because it is ruled out: %s"), reason->because);
    else if (!reason->counted)
        /* Translators: MADR's words; a whole sentence, the name of a strength, points. */
        markdown_add_bullet(page, _("Neutral, because: %s (%s, %+d)"), reason->because,
                            reason->strength, reason->points);
    else if (reason->points < 0)
        markdown_add_bullet(page, _("Bad, because: %s (%s, %+d)"), reason->because,
                            reason->strength, reason->points);
    else
        markdown_add_bullet(page, _("Good, because: %s (%s, %+d)"), reason->because,
                            reason->strength, reason->points);
    markdown_add_cites(page, reason->cites);
    if (origin != NULL)
        markdown_add_line(page, "%s", origin);
    if (!reason->counted) {
        g_autofree char *instead = words_of_counted_by(brief, reason, false);
        markdown_add_line(page, "%s", instead);
    }
    g_string_append_c(page, '\n');
}

static void write_reasons(GString *page, const FpBrief *brief, const size_t *indices, size_t n)
{
    for (size_t i = 0; i < n; i++)
        write_reason(page, brief, &brief->reasons[indices[i]]);
}

static void write_points(GString *page, const char *sum)
{
    /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
    markdown_add(page, _("Points in all: %s"), sum);
    g_string_append(page, "\n\n");
}

static void write_other(GString *page, const FpBrief *brief, const FpBriefOther *other)
{
    g_autofree char *sum = words_of_other_score(brief, other);
    markdown_add_heading(page, 3, other->title);
    if (!other->is_ruled_out) {
        write_points(page, sum);
        write_reasons(page, brief, other->reasons_for, other->n_reasons_for);
    } else if (words_has_points(brief, other)) {
        /* Translators: a sum of points, as "5 + 3 - 1 = 7". */
        markdown_add(page, _("Ruled out, so its points do not count: %s"), sum);
        g_string_append(page, "\n\n");
    }
    write_reasons(page, brief, other->reasons, other->n_reasons);
    if (other->is_ruled_out)
        write_reasons(page, brief, other->reasons_for, other->n_reasons_for);
}

/* With what the decision's outcome tells of it elsewhere, where it was not chosen. */
static void write_recommended(GString *page, const FpBrief *brief)
{
    g_autofree char *sum = words_of_score(brief);
    markdown_add_heading(page, 3, brief->outcome);
    if (brief->is_decided_otherwise && brief->outcome_summary != NULL) {
        markdown_add(page, "%s", brief->outcome_summary);
        g_string_append(page, "\n\n");
    }
    write_points(page, sum);
    write_reasons(page, brief, brief->reasons_for, brief->n_reasons_for);
    write_reasons(page, brief, brief->reasons_against, brief->n_reasons_against);
    if (brief->is_decided_otherwise) {
        write_limits(page, brief);
        write_advice(page, brief);
    }
}

static void write_pros_and_cons(GString *page, const FpBrief *brief)
{
    markdown_add_heading(page, 2, "Pros and Cons of the Options");
    if (brief->has_outcome)
        write_recommended(page, brief);
    for (size_t i = 0; i < brief->n_others; i++)
        write_other(page, brief, &brief->others[i]);
}

static void (*const sections[])(GString *, const FpBrief *) = {
    write_front_matter, write_context,       write_drivers,       write_options,
    write_outcome,      write_pros_and_cons, markdown_write_more,
};

char *render_markdown(const FpBrief *brief)
{
    GString *page = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
        sections[i](page, brief);
    return g_string_free(page, FALSE);
}
