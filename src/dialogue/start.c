// SPDX-License-Identifier: Apache-2.0
// The length counts what can be asked at once: of the options of a `one` question, the one with the
// most follow-ups; of a `many`, all that can be ticked together. Guards are taken as if they held.
#include "fp-i18n.h"
#include "fp-start.h"
#include "list-step-private.h"

#define SECONDS_PER_QUESTION 30

struct FpStart {
    FpStartItem *items;
    size_t n_items;
    size_t focus;
    GStringChunk *strings; /* holds all texts */
    const char *title, *summary, *length, *notice;
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
    // Translators: "12 to 21 questions, about 15 minutes. …"
    return g_strdup_printf(_("%s, %s. \"I don't know\" is an answer to any of them."), questions,
                           duration);
}

static const char *keep(FpStart *start, const char *text)
{
    return text != NULL ? g_string_chunk_insert(start->strings, text) : NULL;
}

FpStart *fp_start_new(const FpStartItem *items, size_t n_items, const FpTree *headline_tree,
                      const char *notice)
{
    FpStart *start = g_new0(FpStart, 1);
    start->strings = g_string_chunk_new(1024);
    start->items = g_new0(FpStartItem, n_items);
    start->n_items = n_items;
    for (size_t i = 0; i < n_items; i++)
        start->items[i] = (FpStartItem) { .is_session = items[i].is_session,
                                          .number = items[i].number,
                                          .title = keep(start, items[i].title),
                                          .detail = keep(start, items[i].detail),
                                          .path = keep(start, items[i].path) };
    start->notice = keep(start, notice);
    if (headline_tree != NULL) {
        g_autofree char *length = length_in_words(headline_tree);
        start->length = keep(start, length);
        start->title = keep(start, fp_tree_text(headline_tree, headline_tree->title, NULL));
        start->summary = keep(start, fp_tree_text(headline_tree, headline_tree->summary, NULL));
    }
    return start;
}

void fp_start_free(FpStart *start)
{
    if (start == NULL)
        return;
    g_string_chunk_free(start->strings);
    g_free(start->items);
    g_free(start);
}

FpStartStep fp_start_act(FpStart *start, const FpAction *action)
{
    if (action->kind == FP_ACTION_QUIT)
        return FP_START_QUIT;
    if (action->kind == FP_ACTION_ACCEPT)
        return start->n_items > 0 ? FP_START_CHOSEN : FP_START_STAYS;
    if (action->kind == FP_ACTION_PICK && action->index < start->n_items) {
        start->focus = action->index;
        return FP_START_CHOSEN;
    }
    fp_list_step(action->kind, start->n_items, &start->focus);
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

const char *fp_start_title(const FpStart *start)
{
    return start->title != NULL ? start->title : _("Fingerpost: which way to go, and why");
}

const char *fp_start_summary(const FpStart *start)
{
    return start->summary;
}

const char *fp_start_length(const FpStart *start)
{
    return start->length != NULL ? start->length : "";
}

const char *fp_start_notice(const FpStart *start)
{
    return start->notice;
}
