// SPDX-License-Identifier: Apache-2.0
// The plan for print: budgets become line clamps, so that no text can push the page over its end.
#include "fp-brief-plan.h"
#include "html-page.h"
#include <string.h>

static void add_text(GString *page, const FpPlanItem *item)
{
    g_autofree char *link = html_link(item->url);
    if (item->strong != NULL) {
        html_add_element(page, item->is_warning ? "strong class=\"warning\"" : "strong",
                         item->strong);
        g_string_truncate(page, page->len - 1); // the line feed, which would be a space
        g_string_append_c(page, ' ');
    }
    if (link != NULL)
        g_string_append_printf(page, "<a href=\"%s\">", link);
    html_add(page, item->text);
    g_string_append(page, link != NULL ? "</a>" : "");
    if (item->note != NULL) {
        g_string_append_printf(page, "%s<em>", fp_plan_joint(item->note));
        html_add(page, item->note);
        g_string_append(page, "</em>");
    }
}

static void add_item(GString *page, const FpPlanItem *item)
{
    static const char *const kinds[] = {
        [FP_PLAN_ITEM_PLAIN] = "item",
        [FP_PLAN_ITEM_CHECK] = "item check",
        [FP_PLAN_ITEM_PLACE] = "item place",
        [FP_PLAN_ITEM_STOP] = "item stop",
    };
    g_string_append_printf(page, "<div class=\"%s\">", kinds[item->kind]);
    if (item->mark != NULL)
        html_add_element(page, "span class=\"mark\"", item->mark);
    g_string_append_printf(page, "<div class=\"clamp lines-%zu\">", item->n_lines);
    add_text(page, item);
    g_string_append(page, "</div></div>\n");
}

static void add_slot(GString *page, const FpPlanSlot *slot)
{
    const char *style = fp_plan_styles[0][slot->style].name;
    g_string_append_printf(page, "<div class=\"slot %s", slot->name);
    if (strcmp(style, slot->name) != 0)
        g_string_append_printf(page, " %s", style);
    g_string_append(page, "\">\n");
    if (slot->heading != NULL) {
        g_string_append(page, "<div class=\"name\">");
        html_add_element(page, "span", slot->heading);
        html_add_element(page, "span class=\"more\"", slot->left_out);
        g_string_append(page, "</div>\n");
    }
    g_string_append(page, slot->column == FP_PLAN_COLUMN_BOTTOM ? "<div class=\"pair\">\n" : "");
    for (size_t i = 0; i < slot->n_items; i++)
        add_item(page, &slot->items[i]);
    g_string_append(page, slot->column == FP_PLAN_COLUMN_BOTTOM ? "</div>\n" : "");
    g_string_append(page, "</div>\n");
}

static void add_column(GString *page, const FpBriefPlan *plan, FpPlanColumn column,
                       const char *class)
{
    g_string_append_printf(page, "<div class=\"%s\">\n", class);
    if (column == FP_PLAN_COLUMN_TOP)
        html_add_element(page, plan->is_sure ? "div class=\"badge\"" : "div class=\"badge unsure\"",
                         plan->badge);
    for (size_t i = 0; i < plan->n_slots; i++) {
        if (plan->slots[i].column == column)
            add_slot(page, &plan->slots[i]);
    }
    g_string_append(page, "</div>\n");
}

static void add_head(GString *page, const FpBriefPlan *plan)
{
    g_string_append(page,
                    plan->logo != NULL ? "<div class=\"head with-logo\">" : "<div class=\"head\">");
    html_add_logo(page, plan->logo, plan->organisation);
    html_add_element(page, "span", plan->kicker);
    html_add_element(page, "span", plan->date);
    g_string_append(page, "</div>\n");
}

void html_add_plan(GString *page, const FpBrief *brief, const FpBriefLook *look)
{
    static const FpPlanSurface surface = { .height_pt = FP_PLAN_HEIGHT_PT };
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(brief, look, &surface);
    g_string_append_printf(page, "<div class=\"sheet size-%zu\">\n", plan->size);
    add_head(page, plan);
    add_column(page, plan, FP_PLAN_COLUMN_TOP, "top");
    g_string_append(page, "<div class=\"columns\">\n");
    add_column(page, plan, FP_PLAN_COLUMN_MAIN, "main");
    add_column(page, plan, FP_PLAN_COLUMN_SIDE, "side");
    g_string_append(page, "</div>\n");
    add_column(page, plan, FP_PLAN_COLUMN_BOTTOM, "bottom");
    add_column(page, plan, FP_PLAN_COLUMN_FOOT, "foot");
    g_string_append(page, "</div>\n");
}
