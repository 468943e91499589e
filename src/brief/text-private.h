// SPDX-License-Identifier: Apache-2.0
/* The sections of the brief's text. Each writes its heading and its lines, or nothing where the
 * brief has nothing for it. render-text.c has their order. */
#pragma once
#include "line-writer.h"

/* How far a section's text and its items' text stand in, in cells. */
#define TEXT_INDENT        2
#define TEXT_INDENT_DEEP   4
#define TEXT_INDENT_DEEPER 6

void text_write_ranking(FpLineWriter *writer, const FpBrief *brief);    /* text-reasons.c */
void text_write_why(FpLineWriter *writer, const FpBrief *brief);        /* text-reasons.c */
void text_write_ruled_out(FpLineWriter *writer, const FpBrief *brief);  /* text-reasons.c */
void text_write_others(FpLineWriter *writer, const FpBrief *brief);     /* text-reasons.c */
void text_write_conditions(FpLineWriter *writer, const FpBrief *brief); /* text-conditions.c */
void text_write_conflicts(FpLineWriter *writer, const FpBrief *brief);  /* text-changes.c */
void text_write_changes(FpLineWriter *writer, const FpBrief *brief);    /* text-changes.c */
void text_write_stability(FpLineWriter *writer, const FpBrief *brief);  /* text-changes.c */
void text_write_steps(FpLineWriter *writer, const FpBrief *brief);      /* text-conditions.c */
void text_write_limits(FpLineWriter *writer, const FpBrief *brief);     /* text-conditions.c */
void text_write_advice(FpLineWriter *writer, const FpBrief *brief);     /* text-conditions.c */
void text_write_dataflow(FpLineWriter *writer, const FpBrief *brief);   /* text-dataflow.c */
void text_write_access(FpLineWriter *writer, const FpBrief *brief);     /* text-access.c */
void text_write_open(FpLineWriter *writer, const FpBrief *brief);       /* text-answers.c */
void text_write_answers(FpLineWriter *writer, const FpBrief *brief);    /* text-answers.c */
void text_write_sources(FpLineWriter *writer, const FpBrief *brief);    /* text-sources.c */
void text_write_foot(FpLineWriter *writer, const FpBrief *brief);       /* text-sources.c */

/* A reason with its points in front, for a sum (text-reasons.c). */
void text_write_reason(FpLineWriter *writer, const FpBrief *brief, const FpBriefReason *reason);

/* Why not another path, with its sum (text-why-not.c). */
void text_write_why_not(FpLineWriter *writer, const FpBrief *brief, const FpBriefOther *other);

/* An item with its source marks at its end. */
void text_cited_item(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *mark,
                     const char *text, FpBriefCites cites);
/* An item without a mark, as printf() makes it. */
void text_put(FpLineWriter *writer, FpLineStyle style, size_t indent, const char *format, ...)
    G_GNUC_PRINTF(4, 5);
