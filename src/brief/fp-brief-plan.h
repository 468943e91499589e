// SPDX-License-Identifier: Apache-2.0
/* The plan of the one page: which texts stand where, in which size, each with the most lines that it
 * may take.
 *
 * Terms
 *   slot      a part of the page: its name and its items
 *   budget    the lines that an item gets at most; the plan shortens what is longer, and counts it
 *   column    where slots stand one below the other; the plan keeps each within its height
 *   size      of the type, for the whole page: the largest in which all stands that should
 *
 * Who draws it cuts each item at its budget and stacks slots without gaps of its own; then the page
 * is one page for every brief. It has the width of A4, which Letter has too, and the height of what it
 * is drawn on. Lengths are in points (1/72 inch). Fewer lines than the budget are no harm.
 * What found no room is counted on the page and stands in full in the other formats. */
#pragma once
#include "fp-brief-look.h"
#include "fp-brief.h"

/* The paper that A4 and Letter share, and what is left of it. */
#define FP_PLAN_WIDTH_PT  595.0 /* 210 mm */
#define FP_PLAN_HEIGHT_PT 791.0 /* 279 mm */
#define FP_PLAN_MARGIN_PT 36.0
#define FP_PLAN_GUTTER_PT 22.0
#define FP_PLAN_MAIN_PT   310.0 /* the left column; the right one has what is left */
#define FP_PLAN_GAP_PT    9.0   /* above a slot */
#define FP_PLAN_AIR_PT    2.0   /* below an item, but a stop */
#define FP_PLAN_BOX_PT    8.0   /* a box of the picture: inside, left and right; 3 above, 4 below */
#define FP_PLAN_ARROW_PT  10.0  /* above a box */
#define FP_PLAN_PILL_PT   8.0   /* left and right of the badge's words, inside its outline */
#define FP_PLAN_RULE_PT   9.0   /* below the head: a rule and the air around it */

/* The most that a logo takes, at the left of the head; its shape is kept. */
#define FP_PLAN_LOGO_WIDTH_PT  90.0
#define FP_PLAN_LOGO_HEIGHT_PT 24.0

/* No budget is larger. */
#define FP_PLAN_LINES_MAX 20

typedef enum {
    FP_PLAN_KICKER, /* the head and the badge */
    FP_PLAN_HEADLINE,
    FP_PLAN_LEAD,
    FP_PLAN_HEADING,
    FP_PLAN_BODY,  /* the main column */
    FP_PLAN_SIDE,  /* the side column */
    FP_PLAN_SMALL, /* sources, the foot */
    FP_PLAN_N_STYLES,
} FpPlanStyle;

typedef struct {
    double font_pt, line_pt;
    bool is_bold;
    const char *name; /* for a style sheet */
} FpPlanStyleRow;

/* From the largest to the smallest: body text of 10 pt down to 8.5 pt, no text below 8.5 pt. */
#define FP_PLAN_N_SIZES 4
extern const FpPlanStyleRow fp_plan_styles[FP_PLAN_N_SIZES][FP_PLAN_N_STYLES];

typedef enum {
    FP_PLAN_ITEM_PLAIN,
    FP_PLAN_ITEM_CHECK, /* a box to tick stands before it */
    FP_PLAN_ITEM_PLACE, /* opens a box of the picture: a place, and who runs it */
    FP_PLAN_ITEM_STOP,  /* a stop inside the box opened last */
} FpPlanItemKind;

/* One paragraph: strong, text and note follow each other. All are printable, on one line. */
typedef struct {
    FpPlanItemKind kind;
    const char *mark;   /* hangs in front: "+5", "1.", "[3]"; may be NULL */
    const char *strong; /* in bold; may be NULL */
    const char *text;   /* may be NULL */
    const char *note;   /* in a lighter colour; may be NULL. One that begins with a bracket does
                           not leave the word before it: see fp_plan_joint() */
    const char *url; /* what the paragraph links to: http or https, and plain ASCII without quotes,
                           parentheses and brackets, whatever the source says; may be NULL */
    size_t n_lines;  /* its budget */
    bool is_warning;
    bool is_cut; /* shortened, by estimate: the text or, where that was not enough, all of it */
} FpPlanItem;

typedef enum {
    FP_PLAN_COLUMN_TOP,
    FP_PLAN_COLUMN_MAIN,
    FP_PLAN_COLUMN_SIDE,
    FP_PLAN_COLUMN_BOTTOM, /* two columns of equal width, item by item: left, then right */
    FP_PLAN_COLUMN_FOOT,
} FpPlanColumn;

typedef struct {
    const char *name;    /* for a style sheet: "reasons" */
    const char *heading; /* may be NULL */
    FpPlanColumn column;
    FpPlanStyle style;
    double mark_pt; /* room for marks; 0 where there are none */
    const FpPlanItem *items;
    size_t n_items;
    const char *left_out; /* how many more there are, at the heading's right; NULL for none */
} FpPlanSlot;

typedef struct {
    const char *kicker, *date; /* above the headline: at the left the organisation and the title, at
                                  the right the author and the day */
    const char *badge;         /* how sure, in two or three words */
    double badge_pt;           /* left free for it at the right of the headline */
    bool is_sure;
    const FpPlanSlot *slots; /* in reading order: column by column */
    size_t n_slots;
    const char *title, *author; /* about the file; author: who, else the organisation, else NULL */
    const char *organisation;   /* may be NULL */
    const char *language;       /* of the texts */
    const char *created;        /* the page's day and time: "2026-11-24T00:00:00Z" */
    size_t size;                /* the one chosen, 0 the largest */
    const FpPlanStyleRow *styles; /* of that size */
    const FpBriefLogo *logo;      /* borrowed from the look; NULL for none */
    double head_pt;               /* height of the head: kicker and logo, without the rule */
    double height_pt;             /* of the paper */
} FpBriefPlan;

/* What a plan is drawn on.
 *   can_show  whether a character can be shown there. One that cannot be is named in brackets, "[thumbs
 *             up sign]"; where a script is missing, its name stands for the run of letters, and the
 *             foot says so. NULL: all can be shown */
typedef struct {
    double height_pt; /* of the paper; at least FP_PLAN_HEIGHT_PT */
    bool (*can_show)(gunichar character, void *closure);
    void *closure;
} FpPlanSurface;

/* Never fails. The plan owns its texts; the brief may go first, the look's logo may not. */
FpBriefPlan *fp_brief_plan_new(const FpBrief *brief, const FpBriefLook *look,
                               const FpPlanSurface *surface);
void fp_brief_plan_free(FpBriefPlan *plan); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpBriefPlan, fp_brief_plan_free)

/* The width of a column's text. */
static inline double fp_plan_column_width(FpPlanColumn column)
{
    const double whole = FP_PLAN_WIDTH_PT - 2 * FP_PLAN_MARGIN_PT;
    switch (column) {
    case FP_PLAN_COLUMN_MAIN:
        return FP_PLAN_MAIN_PT;
    case FP_PLAN_COLUMN_SIDE:
        return whole - FP_PLAN_MAIN_PT - FP_PLAN_GUTTER_PT;
    case FP_PLAN_COLUMN_BOTTOM:
        return (whole - FP_PLAN_GUTTER_PT) / 2;
    case FP_PLAN_COLUMN_TOP:
    case FP_PLAN_COLUMN_FOOT:
        break;
    }
    return whole;
}

/* Stands in a box, with others or alone. */
static inline bool fp_plan_is_boxed(const FpPlanItem *item)
{
    return item->kind == FP_PLAN_ITEM_PLACE || item->kind == FP_PLAN_ITEM_STOP;
}

/* The width of an item's text in its slot. */
static inline double fp_plan_item_width(const FpBriefPlan *plan, const FpPlanSlot *slot,
                                        const FpPlanItem *item)
{
    double width = fp_plan_column_width(slot->column) - slot->mark_pt;
    if (slot->style == FP_PLAN_HEADLINE)
        width -= plan->badge_pt;
    return fp_plan_is_boxed(item) ? width - 2 * FP_PLAN_BOX_PT : width;
}

/* What stands between the parts of an item: a space, which before source marks is no place to break. */
static inline const char *fp_plan_joint(const char *part)
{
    return *part == '[' ? "\u00A0" : " ";
}
