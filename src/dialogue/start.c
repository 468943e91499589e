// SPDX-License-Identifier: Apache-2.0
// The length counts what can be asked at once: of the options of a `one` question, the one with the
// most follow-ups; of a `many`, all that can be ticked together. Guards are taken as if they held.
#include "filter-private.h"
#include "fp-i18n.h"
#include "fp-start.h"
#include "list-step-private.h"

#define SECONDS_PER_QUESTION 30

struct FpStart {
    FpStartItem *items;
    size_t n_items;
    size_t focus;
    FpFilter filter;
    bool is_reading;       /* the headline's tree is still to come */
    GStringChunk *strings; /* holds all texts */
    const char *title, *summary, *length, *notice, *told;
};

static size_t most_asked(const FpTree *tree, size_t question);

static size_t most_asked_under(const FpTree *tree, const FpOption *option)
{
    size_t most = 0;
    for (size_t i = 0; i < option->n_then; i++)
        most += most_asked(tree, option->then[i]);
    return most;
}

/* The question itself and the most that can follow it. Ends: follow-ups stand later in the tree. */
static size_t most_asked(const FpTree *tree, size_t question)
{
    const FpQuestion *asked = &tree->questions[question];
    size_t together = 0, alone = 0;
    for (size_t i = 0; i < asked->n_options; i++) {
        size_t under = most_asked_under(tree, &asked->options[i]);
        if (asked->type == FP_QUESTION_MANY && !asked->options[i].is_exclusive)
            together += under;
        else
            alone = MAX(alone, under);
    }
    return 1 + MAX(together, alone);
}

/* Nothing follows an "I don't know", so the least are the questions at the top without a guard. */
static void count_questions(const FpTree *tree, size_t *out_least, size_t *out_most)
{
    *out_least = *out_most = 0;
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question != FP_NONE)
            continue;
        *out_most += most_asked(tree, i);
        if (tree->questions[i].when == NULL)
            (*out_least)++;
    }
}

/* Rounded up: to the minute below five, to five minutes above. */
static unsigned long minutes_for(size_t n_questions)
{
    size_t minutes = (n_questions * SECONDS_PER_QUESTION + 59) / 60;
    return minutes < 5 ? MAX(minutes, 1) : (minutes + 4) / 5 * 5;
}

static char *questions_in_words(size_t least, size_t most)
{
    if (least == most)
        return g_strdup_printf(ngettext("%zu question", "%zu questions", most), most);
    if (least == 0)
        return g_strdup_printf(ngettext("At most %zu question", "At most %zu questions", most),
                               most);
    return g_strdup_printf(ngettext("%zu to %zu question", "%zu to %zu questions", most), least,
                           most);
}

static char *length_in_words(const FpTree *tree)
{
    size_t least, most;
    count_questions(tree, &least, &most);
    unsigned long minutes = minutes_for(most);
    g_autofree char *questions = questions_in_words(least, most);
    g_autofree char *duration =
        g_strdup_printf(ngettext("about %lu minute", "about %lu minutes", minutes), minutes);
    /* Translators: "12 to 21 questions, about 15 minutes." */
    return g_strdup_printf(_("%s, %s."), questions, duration);
}

static const char *keep(FpStart *start, const char *text)
{
    return text != NULL ? g_string_chunk_insert(start->strings, text) : NULL;
}

static void add_items(FpStart *start, const FpStartItem *items, size_t n_items, bool sessions)
{
    for (size_t i = 0; i < n_items; i++) {
        if (items[i].is_session != sessions)
            continue;
        start->items[start->n_items++] = (FpStartItem) { .is_session = sessions,
                                                         .number = items[i].number,
                                                         .title = keep(start, items[i].title),
                                                         .detail = keep(start, items[i].detail),
                                                         .path = keep(start, items[i].path) };
    }
}

FpStart *fp_start_new(const FpStartItem *items, size_t n_items, const char *notice)
{
    FpStart *start = g_new0(FpStart, 1);
    start->strings = g_string_chunk_new(1024);
    start->items = g_new0(FpStartItem, n_items);
    add_items(start, items, n_items, false);
    start->focus = start->n_items < n_items ? start->n_items : 0; // the first session, if any
    add_items(start, items, n_items, true);
    fp_filter_init(&start->filter);
    start->notice = keep(start, notice);
    return start;
}

void fp_start_set_heading(FpStart *start, const FpTreeHeading *heading)
{
    start->title = keep(start, heading->title);
    start->summary = keep(start, heading->summary);
    start->is_reading = true;
}

void fp_start_set_tree(FpStart *start, const FpTree *tree)
{
    g_autofree char *length = length_in_words(tree);
    start->length = keep(start, length);
    start->title = keep(start, fp_tree_text(tree, tree->title, NULL));
    start->summary = keep(start, fp_tree_text(tree, tree->summary, NULL));
    start->is_reading = false;
}

void fp_start_free(FpStart *start)
{
    if (start == NULL)
        return;
    fp_filter_clear(&start->filter);
    g_string_chunk_free(start->strings);
    g_free(start->items);
    g_free(start);
}

/* ---- Acting ---- */

bool fp_start_shows(const FpStart *start, size_t item)
{
    const FpStartItem *asked = &start->items[item];
    return fp_filter_lets(&start->filter, asked->title, asked->detail);
}

static bool shows(const void *data, size_t item)
{
    return fp_start_shows(data, item);
}

static FpList list_of(const FpStart *start)
{
    return (FpList) { start->n_items, shows, start };
}

size_t fp_start_n_shown(const FpStart *start)
{
    FpList list = list_of(start);
    return fp_list_count_shown(&list);
}

static void step(FpStart *start, FpActionKind action)
{
    FpList list = list_of(start);
    fp_list_step_shown(action, &list, &start->focus);
}

static void act_in_search(FpStart *start, const FpAction *action)
{
    FpList list = list_of(start);
    if (action->kind == FP_ACTION_CANCEL)
        fp_filter_end(&start->filter);
    else if (action->kind == FP_ACTION_ACCEPT)
        start->filter.is_typing = fp_start_n_shown(start) == 0;
    else if (action->kind == FP_ACTION_UP || action->kind == FP_ACTION_DOWN ||
             !fp_field_act(&start->filter.words, action))
        step(start, action->kind);
    fp_list_follow_search(&list, &start->focus);
}

/* An item is pointed at, by its number or the mouse: the number opens it, the mouse puts the focus there
 * first. */
static FpStartStep choose(FpStart *start, const FpAction *action)
{
    if (action->index >= start->n_items || !fp_start_shows(start, action->index))
        return FP_START_STAYS;
    bool opens = action->kind == FP_ACTION_PICK || start->focus == action->index;
    start->focus = action->index;
    return opens ? FP_START_CHOSEN : FP_START_STAYS;
}

void fp_start_tell(FpStart *start, const char *message)
{
    start->told = keep(start, message);
}

FpStartStep fp_start_act(FpStart *start, const FpAction *action)
{
    start->told = NULL;
    bool is_choice = action->kind == FP_ACTION_PICK || action->kind == FP_ACTION_POINT;
    if (action->kind == FP_ACTION_QUIT)
        return FP_START_QUIT;
    if (is_choice)
        return choose(start, action);
    if (start->filter.is_typing)
        act_in_search(start, action);
    else if (action->kind == FP_ACTION_ACCEPT)
        return fp_start_n_shown(start) > 0 ? FP_START_CHOSEN : FP_START_STAYS;
    else if (action->kind == FP_ACTION_SEARCH && start->n_items >= FP_SEARCH_MIN_ITEMS)
        fp_filter_begin(&start->filter);
    else if (action->kind == FP_ACTION_CANCEL)
        fp_filter_end(&start->filter);
    else
        step(start, action->kind);
    return FP_START_STAYS;
}

const FpStartItem *fp_start_items(const FpStart *start, size_t *out_n)
{
    *out_n = start->n_items;
    return start->items;
}

size_t fp_start_focus(const FpStart *start)
{
    return start->focus;
}

const FpField *fp_start_search(const FpStart *start)
{
    bool is_on = start->filter.is_typing || fp_filter_is_on(&start->filter);
    return is_on ? &start->filter.words : NULL;
}

bool fp_start_is_searching(const FpStart *start)
{
    return start->filter.is_typing;
}

const char *fp_start_title(const FpStart *start)
{
    return start->title != NULL ? start->title : _("Fingerpost: which way to go, and why");
}

const char *fp_start_summary(const FpStart *start)
{
    if (start->title != NULL)
        return start->summary;
    return _(
        "Choose what you have to decide. You are asked one thing at a time, and \"I don't know\" "
        "is an answer. At the end stands which way to go, how sure that is, and why, with its "
        "sources. What you answer is saved at once: leave when you like, and go on later.");
}

const char *fp_start_length(const FpStart *start)
{
    return start->length != NULL ? start->length : "";
}

bool fp_start_is_reading(const FpStart *start)
{
    return start->is_reading;
}

const char *fp_start_notice(const FpStart *start)
{
    return start->notice;
}

const char *fp_start_told(const FpStart *start)
{
    return start->told;
}
