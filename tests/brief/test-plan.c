// SPDX-License-Identifier: Apache-2.0
#include "fp-brief-plan.h"
#include "situation.h"
#include <string.h>

static const FpBriefLook plain = { .paper = FP_PAPER_A4 };
static const FpPlanSurface letter = { .height_pt = FP_PLAN_HEIGHT_PT };

static double item_height(const FpBriefPlan *plan, const FpPlanSlot *slot, const FpPlanItem *item)
{
    double height = (double)item->n_lines * plan->styles[slot->style].line_pt;
    height += item->kind == FP_PLAN_ITEM_STOP ? 0 : 2;
    return height + (item->kind == FP_PLAN_ITEM_PLACE ? 15 : 0);
}

/* The lines that a slot may take at most, and what stands around them, as a drawer stacks them. */
static double slot_height(const FpBriefPlan *plan, const FpPlanSlot *slot)
{
    double height =
        slot->heading != NULL ? FP_PLAN_GAP_PT + plan->styles[FP_PLAN_HEADING].line_pt : 0;
    size_t step = slot->column == FP_PLAN_COLUMN_BOTTOM ? 2 : 1;
    for (size_t i = 0; i < slot->n_items; i += step) {
        double row = item_height(plan, slot, &slot->items[i]);
        if (step == 2 && i + 1 < slot->n_items)
            row = MAX(row, item_height(plan, slot, &slot->items[i + 1]));
        height += row;
    }
    // No arrow leads to the first box; below the last one is air.
    return slot->items[0].kind == FP_PLAN_ITEM_PLACE ? height - 8 : height;
}

static double column_height(const FpBriefPlan *plan, FpPlanColumn column)
{
    double height = 0;
    for (size_t i = 0; i < plan->n_slots; i++) {
        if (plan->slots[i].column == column)
            height += slot_height(plan, &plan->slots[i]);
    }
    return height;
}

static double page_height(const FpBriefPlan *plan)
{
    double main = column_height(plan, FP_PLAN_COLUMN_MAIN);
    double side = column_height(plan, FP_PLAN_COLUMN_SIDE);
    return plan->head_pt + FP_PLAN_RULE_PT + column_height(plan, FP_PLAN_COLUMN_TOP) +
           MAX(main, side) + column_height(plan, FP_PLAN_COLUMN_BOTTOM) +
           column_height(plan, FP_PLAN_COLUMN_FOOT) + FP_PLAN_GAP_PT + 2 * FP_PLAN_MARGIN_PT;
}

static void assert_fits(const FpBrief *brief)
{
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(brief, &plain, &letter);
    g_assert_cmpfloat(page_height(plan), <=, FP_PLAN_HEIGHT_PT + 0.01);
}

static const char *const situations[] = {
    "",
    "load=cart",
    "water=flood",
    "water=high load=wolf depth=deep night=no",
    "water=still load=stones,cart,barrow depth=2.5 night=unknown",
};

static void test_every_situation_is_one_page(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(situations); i++) {
        g_autoptr(Situation) situation = situation_analysed(NULL, situations[i]);
        assert_fits(situation->brief);
    }
}

static void test_texts_of_any_kind_are_one_page(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(4);
    for (int i = 0; i < 40; i++) {
        g_autofree char *yaml = situation_yaml_random(random);
        g_autoptr(Situation) situation =
            situation_analysed(yaml, "water=high load=cart,barrow,stones depth=deep night=unknown");
        assert_fits(situation->brief);
    }
}

static void test_nothing_is_set_too_small_to_read(void)
{
    for (size_t size = 0; size < FP_PLAN_N_SIZES; size++) {
        for (size_t i = 0; i < FP_PLAN_N_STYLES; i++) {
            const FpPlanStyleRow *style = &fp_plan_styles[size][i];
            g_assert_cmpfloat(style->font_pt, >=, 8.5);
            g_assert_cmpfloat(style->line_pt, >, style->font_pt);
        }
    }
}

static const FpPlanSlot *find_slot(const FpBriefPlan *plan, const char *name)
{
    for (size_t i = 0; i < plan->n_slots; i++) {
        if (strcmp(plan->slots[i].name, name) == 0)
            return &plan->slots[i];
    }
    return NULL;
}

/* A long text in place of the reason for a cart. */
static Situation *long_reason(size_t n_words)
{
    g_autoptr(GString) text = g_string_new("because: Wheels");
    for (size_t i = 0; i < n_words; i++)
        g_string_append(text, " and more");
    g_autofree char *yaml = situation_yaml_with("because: Wheels need a road.", text->str);
    return situation_of(yaml, "load=cart");
}

static void test_a_long_text_is_cut_at_its_budget_and_counted(void)
{
    g_autoptr(Situation) situation = long_reason(800);
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    const FpPlanSlot *reasons = find_slot(plan, "reasons");
    g_assert_cmpuint(reasons->items[0].n_lines, ==, FP_PLAN_LINES_MAX);
    g_assert_true(reasons->items[0].is_cut);
    g_assert_true(g_str_has_suffix(reasons->items[0].text, "…"));
    g_assert_nonnull(strstr(find_slot(plan, "foot")->items[0].text, "1 text is shortened"));
}

static void test_a_short_text_is_not_cut(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    const FpPlanSlot *reasons = find_slot(plan, "reasons");
    g_assert_cmpuint(reasons->items[0].n_lines, ==, 1);
    g_assert_false(reasons->items[0].is_cut);
    g_assert_null(strstr(find_slot(plan, "foot")->items[0].text, "shortened"));
}

static void test_what_finds_no_room_is_counted(void)
{
    g_autoptr(Situation) situation = situation_new("load=cart");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    for (size_t i = 0; i < plan->n_slots; i++)
        g_assert_null(plan->slots[i].left_out);
    g_autoptr(GString) many = g_string_new("{do: Go.}");
    for (size_t i = 0; i < 60; i++)
        g_string_append(many, ", {do: Go on.}");
    g_autofree char *yaml = situation_yaml_with("{do: Go.}", many->str);
    g_autoptr(Situation) crowded = situation_of(yaml, "load=cart");
    g_autoptr(FpBriefPlan) full = fp_brief_plan_new(crowded->brief, &plain, &letter);
    const FpPlanSlot *slot = find_slot(full, "steps");
    g_autofree char *left_out = g_strdup_printf("%zu more in the whole brief",
                                                crowded->brief->n_next_steps - slot->n_items);
    g_assert_cmpstr(slot->left_out, ==, left_out);
}

static void test_a_page_of_nothing_names_what_to_ask(void)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, "");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    const FpPlanSlot *open = find_slot(plan, "open");
    g_assert_cmpuint(open->n_items, ==, 4);
    g_assert_cmpstr(open->items[0].text, ==, "How is the water?");
}

/* The first text of a slot with these words; NULL where no item has them. */
static const FpPlanItem *find_item(const FpPlanSlot *slot, const char *words)
{
    for (size_t i = 0; slot != NULL && i < slot->n_items; i++) {
        if (slot->items[i].text != NULL && strstr(slot->items[i].text, words) != NULL)
            return &slot->items[i];
    }
    return NULL;
}

static void test_an_unknown_with_a_finder_stands_among_the_open_questions(void)
{
    g_autoptr(Situation) situation =
        situation_of_session("answered question=load|answer=cart\n"
                             "answered question=water|answer=still\n"
                             "answered question=depth|answer=deep\n"
                             "unknown question=night|who=Ann|by=2026-12-04");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    const FpPlanItem *night = find_item(find_slot(plan, "open"), "Is it night?");
    g_assert_nonnull(night);
    g_assert_cmpstr(night->note, ==, "·\u00A0Ann finds out by 2026-12-04.");
    g_assert_null(find_item(find_slot(plan, "steps"), "Is it night?"));
}

static void test_an_unknown_without_a_finder_stands_among_the_steps(void)
{
    g_autoptr(Situation) situation =
        situation_new("water=still load=cart depth=deep night=unknown");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    g_assert_null(find_slot(plan, "open"));
    g_assert_nonnull(find_item(find_slot(plan, "steps"), "Find out: Is it night?"));
}

static void test_the_foot_says_what_was_left_out(void)
{
    static const char *const left_out = "Left out at the wish of whoever exported";
    g_autoptr(Situation) situation = situation_new("water=still load=cart");
    const FpBriefInput input = { .sheet = situation->sheet,
                                 .verdict = situation->verdict,
                                 .as_of = { .year = 2026, .month = 11, .day = 24 },
                                 .redact = FP_BRIEF_REDACT_NOTES };
    g_autoptr(FpBrief) brief = fp_brief_new(&input);
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(brief, &plain, &letter);
    g_assert_nonnull(strstr(brief->redacted, left_out));
    g_assert_nonnull(find_item(find_slot(plan, "foot"), left_out));
}

/* The slot's items: "strong/text (note)". */
static char *describe(const FpPlanSlot *slot)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < slot->n_items; i++) {
        const FpPlanItem *item = &slot->items[i];
        g_string_append(text, item->strong != NULL ? item->strong : "- ");
        g_string_append(text, item->text != NULL ? item->text : "");
        if (item->note != NULL)
            g_string_append_printf(text, " (%s)", item->note);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static void test_who_runs_a_stop_stands_at_it_where_they_differ(void)
{
    g_autofree char *yaml = situation_yaml_with(
        "{at: The toll house, within: This bank, control: toll}",
        "{at: The toll house, within: This bank, run_by: The purser, control: toll}\n"
        "      - {at: The gate, run_by: The guard, control: toll}");
    g_autoptr(Situation) situation = situation_of(yaml, "load=cart");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    g_autofree char *way = describe(find_slot(plan, "dataflow"));
    g_assert_cmpstr(way, ==,
                    "This bank\n"
                    "- You\n"
                    "- The toll house (run by: The purser · condition 1)\n"
                    "The gate (run by: The guard · condition 1)\n"
                    "The bridge (run by: The town)\n"
                    "- The span\n"
                    "The other bank\n"
                    "- You again\n");
}

static void test_why_a_path_is_ruled_out_follows_its_name(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    const FpPlanItem *ford = find_item(find_slot(plan, "others"), "Nobody stands in it.");
    g_assert_nonnull(ford);
    g_assert_cmpstr(ford->strong, ==, "The ford");
    g_assert_cmpstr(ford->text, ==, "Ruled out: Nobody stands in it.");
}

static void test_a_path_not_chosen_is_told_as_that(void)
{
    g_autoptr(Situation) situation = situation_of_session("answered question=load|answer=cart\n"
                                                          "finished\n"
                                                          "decided outcome=ford");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    g_assert_cmpstr(find_slot(plan, "conditions")->heading, ==,
                    "Conditions of the path that was recommended");
    g_assert_cmpstr(find_slot(plan, "limits")->heading, ==,
                    "What the recommended path does not give you");
    g_assert_cmpstr(find_slot(plan, "access")->heading, ==, "Who can see what, as recommended");
    g_assert_cmpstr(find_slot(plan, "dataflow")->heading, ==,
                    "The way of the data, as recommended");
    g_assert_null(find_item(find_slot(plan, "steps"), "Ask when it opens."));
}

static void test_the_page_lists_the_sources_that_it_cites(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart depth=deep night=no");
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(situation->brief, &plain, &letter);
    g_autoptr(GString) texts = g_string_new(NULL);
    const FpPlanSlot *sources = find_slot(plan, "sources");
    for (size_t i = 0; i < plan->n_slots; i++) {
        for (size_t k = 0; k < plan->slots[i].n_items; k++) {
            const FpPlanItem *item = &plan->slots[i].items[k];
            g_string_append_printf(texts, "%s %s\n", item->text != NULL ? item->text : "",
                                   item->note != NULL ? item->note : "");
        }
    }
    g_assert_cmpuint(sources->n_items, >, 0);
    for (size_t i = 0; i < sources->n_items; i++) {
        g_autofree char *number =
            g_strndup(sources->items[i].mark + 1, strlen(sources->items[i].mark) - 2);
        g_assert_nonnull(strstr(texts->str, number));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/plan/every-situation-is-one-page", test_every_situation_is_one_page);
    g_test_add_func("/brief/plan/texts-of-any-kind-are-one-page",
                    test_texts_of_any_kind_are_one_page);
    g_test_add_func("/brief/plan/nothing-is-set-too-small-to-read",
                    test_nothing_is_set_too_small_to_read);
    g_test_add_func("/brief/plan/a-long-text-is-cut-at-its-budget-and-counted",
                    test_a_long_text_is_cut_at_its_budget_and_counted);
    g_test_add_func("/brief/plan/a-short-text-is-not-cut", test_a_short_text_is_not_cut);
    g_test_add_func("/brief/plan/what-finds-no-room-is-counted",
                    test_what_finds_no_room_is_counted);
    g_test_add_func("/brief/plan/a-page-of-nothing-names-what-to-ask",
                    test_a_page_of_nothing_names_what_to_ask);
    g_test_add_func("/brief/plan/an-unknown-with-a-finder-stands-among-the-open-questions",
                    test_an_unknown_with_a_finder_stands_among_the_open_questions);
    g_test_add_func("/brief/plan/an-unknown-without-a-finder-stands-among-the-steps",
                    test_an_unknown_without_a_finder_stands_among_the_steps);
    g_test_add_func("/brief/plan/the-foot-says-what-was-left-out",
                    test_the_foot_says_what_was_left_out);
    g_test_add_func("/brief/plan/who-runs-a-stop-stands-at-it-where-they-differ",
                    test_who_runs_a_stop_stands_at_it_where_they_differ);
    g_test_add_func("/brief/plan/why-a-path-is-ruled-out-follows-its-name",
                    test_why_a_path_is_ruled_out_follows_its_name);
    g_test_add_func("/brief/plan/a-path-not-chosen-is-told-as-that",
                    test_a_path_not_chosen_is_told_as_that);
    g_test_add_func("/brief/plan/the-page-lists-the-sources-that-it-cites",
                    test_the_page_lists_the_sources_that_it_cites);
    return g_test_run();
}
