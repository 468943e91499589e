// SPDX-License-Identifier: Apache-2.0
/* The pieces of a web page. All text is escaped here; tags are written as they are. */
#pragma once
#include "fp-brief-look.h"
#include "fp-brief.h"

/* Text for between tags and for attributes in quotes: printable, and with & < > " ' as entities. */
char *html_escape(const char *text);
void html_add(GString *page, const char *text); /* escaped; NULL adds nothing */
void html_add_format(GString *page, const char *format, ...)
    G_GNUC_PRINTF(2, 3); /* escaped whole */

/* "<TAG>text</TAG>\n"; opening may have attributes ("p class=\"note\""). Nothing where text is NULL. */
void html_add_element(GString *page, const char *opening, const char *text);

/* " [1, 3]", each number a link to its source. */
void html_add_cites(GString *page, FpBriefCites cites);

/* A link that a page may hold (web-link.h), escaped; NULL for none. Owned by the caller. */
char *html_link(const char *url);

/* A section with its heading: <section id="…"><h2>…</h2>, to be closed by the caller. */
void html_begin_section(GString *page, const char *id, const char *heading);

/* "<p>text [1]</p>"; opening as in html_add_element(), a paragraph always. */
void html_add_cited(GString *page, const char *opening, const char *text, FpBriefCites cites);

/* The sections of the page on screen; each writes nothing where the brief has nothing for it. */
void html_write_reasons(GString *page, const FpBrief *brief); /* html-reasons.c */
void html_write_ranking(GString *page, const FpBrief *brief);
void html_write_others(GString *page, const FpBrief *brief);
void html_write_conditions(GString *page, const FpBrief *brief); /* html-conditions.c */
void html_write_steps(GString *page, const FpBrief *brief);
void html_write_limits(GString *page, const FpBrief *brief);
void html_write_advice(GString *page, const FpBrief *brief);
void html_write_conflicts(GString *page, const FpBrief *brief); /* html-analyses.c */
void html_write_changes(GString *page, const FpBrief *brief);
void html_write_stability(GString *page, const FpBrief *brief);
void html_write_dataflow(GString *page, const FpBrief *brief); /* html-facts.c */
void html_write_access(GString *page, const FpBrief *brief);
void html_write_open(GString *page, const FpBrief *brief);
void html_write_answers(GString *page, const FpBrief *brief);
void html_write_sources(GString *page, const FpBrief *brief);

/* The way of the data as a picture (html-dataflow.c); nothing where there is none. */
void html_add_dataflow(GString *page, const FpBrief *brief);

/* The logo as a picture in the page; its text is the organisation's name, or says that it is a logo.
 * Nothing where there is none (html-logo.c). */
void html_add_logo(GString *page, const FpBriefLogo *logo, const char *organisation);

/* The one page for print (html-plan.c). */
void html_add_plan(GString *page, const FpBrief *brief, const FpBriefLook *look);

extern const char html_style[]; /* brief.css */
