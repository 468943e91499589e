// SPDX-License-Identifier: Apache-2.0
// Graphviz: a question is a table, so that each option has a row with its marks and a port to leave by.
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "graph-private.h"
#include "guard-words.h"

#define ASK_CELLS     38
#define OPTION_CELLS  34
#define SMALL_CELLS   48
#define MARKS_PER_ROW 4

typedef struct {
    const FpTree *tree;
    GString *text;
} Dot;

// Text inside <…>: what would be markup there is written out.
static void add_escaped(GString *text, const char *raw)
{
    for (const char *c = raw; *c != '\0'; c++) {
        switch (*c) {
        case '&':
            g_string_append(text, "&amp;");
            break;
        case '<':
            g_string_append(text, "&lt;");
            break;
        case '>':
            g_string_append(text, "&gt;");
            break;
        case '"':
            g_string_append(text, "&quot;");
            break;
        default:
            g_string_append_c(text, *c);
        }
    }
}

// Wrapped, each line flush left. before and after: markup around a line.
static void add_lines(Dot *dot, const char *raw, size_t cells, const char *before,
                      const char *after)
{
    g_autofree char *printable = fp_text_printable(raw, -1, FP_PRINT_ONE_LINE);
    g_auto(GStrv) lines = fp_text_wrap(printable, cells);
    for (size_t i = 0; lines[i] != NULL; i++) {
        if (*lines[i] == '\0')
            continue; // Graphviz refuses empty markup
        g_string_append(dot->text, before);
        add_escaped(dot->text, lines[i]);
        g_string_append_printf(dot->text, "%s<br align=\"left\"/>", after);
    }
}

static void add_small(Dot *dot, const char *raw, size_t cells)
{
    add_lines(dot, raw, cells, "<font point-size=\"9\" color=\"#444444\">", "</font>");
}

// A text in quotes, as labels of edges and frames are.
static void add_quoted(Dot *dot, const char *raw, size_t cells)
{
    g_autofree char *printable = fp_text_printable(raw, -1, FP_PRINT_ONE_LINE);
    g_auto(GStrv) lines = fp_text_wrap(printable, cells);
    g_string_append_c(dot->text, '"');
    for (size_t i = 0; lines[i] != NULL; i++) {
        g_string_append(dot->text, i == 0 ? "" : "\\n");
        for (const char *c = lines[i]; *c != '\0'; c++)
            g_string_append_printf(dot->text, *c == '"' || *c == '\\' ? "\\%c" : "%c", *c);
    }
    g_string_append_c(dot->text, '"');
}

static void add_marks(Dot *dot, FpEffects effects)
{
    g_autoptr(GArray) marks = graph_marks(dot->tree, effects);
    if (marks->len == 0)
        return;
    g_string_append(dot->text, "<table border=\"0\" cellborder=\"0\" cellspacing=\"2\" "
                               "cellpadding=\"2\"><tr>");
    for (guint i = 0; i < marks->len; i++) {
        const GraphMark *mark = &g_array_index(marks, GraphMark, i);
        g_string_append_printf(dot->text,
                               "%s<td bgcolor=\"%s\"><font point-size=\"9\">%s</font></td>",
                               i > 0 && i % MARKS_PER_ROW == 0 ? "</tr><tr>" : "",
                               graph_colour(mark->outcome), mark->text);
    }
    g_string_append(dot->text, "</tr></table>");
}

static void add_option(Dot *dot, const FpQuestion *question, size_t index)
{
    const FpOption *option = &question->options[index];
    g_string_append_printf(dot->text, "      <tr><td align=\"left\" balign=\"left\" port=\"o%zu\">",
                           index);
    add_lines(dot, fp_tree_text(dot->tree, option->label, NULL), OPTION_CELLS, "", "");
    g_autofree char *required = graph_required(dot->tree, option->effects);
    if (required != NULL) {
        g_autofree char *words = g_strdup_printf(_("requires %s"), required);
        add_small(dot, words, SMALL_CELLS);
    }
    g_string_append(dot->text, "</td><td>");
    add_marks(dot, option->effects);
    g_string_append(dot->text, "</td></tr>\n");
}

static void begin_node(Dot *dot, const char *prefix, const char *id)
{
    g_string_append_printf(dot->text,
                           "    \"%s%s\" [label=<\n      <table border=\"0\" cellborder=\"1\" "
                           "cellspacing=\"0\" cellpadding=\"5\" color=\"#808080\" "
                           "bgcolor=\"white\">\n",
                           prefix, id);
}

static void end_node(Dot *dot)
{
    g_string_append(dot->text, "      </table>>]\n");
}

static void add_guard_part(Dot *dot, const char *mark, const FpGuard *part)
{
    g_autofree char *words = guard_in_words(dot->tree, part);
    g_autofree char *line = g_strconcat(mark, words, NULL);
    add_small(dot, line, SMALL_CELLS);
}

// As page_guard() has it: one with many parts is a list of them.
static void add_guard(Dot *dot, const FpGuard *guard, const char *one, const char *any)
{
    if (guard->kind != FP_GUARD_ANY || guard->n_parts <= 2) {
        g_autofree char *words = guard_in_words(dot->tree, guard);
        g_autofree char *when = g_strdup_printf("%s %s", one, words);
        add_small(dot, when, SMALL_CELLS);
        return;
    }
    add_small(dot, any, SMALL_CELLS);
    for (size_t i = 0; i < guard->n_parts; i++)
        add_guard_part(dot, "- ", &guard->parts[i]);
}

static void add_question(Dot *dot, size_t index)
{
    const FpQuestion *question = &dot->tree->questions[index];
    g_autofree char *kind = graph_kind(dot->tree, question);
    g_autofree char *below = g_strdup_printf("%s: %s", question->id, kind);
    begin_node(dot, "q-", question->id);
    g_string_append(dot->text, "      <tr><td colspan=\"2\" align=\"left\" balign=\"left\" "
                               "bgcolor=\"#e9edf2\" port=\"q\">");
    g_autofree char *ask =
        g_strdup_printf("%zu. %s", index + 1, fp_tree_text(dot->tree, question->ask, NULL));
    add_lines(dot, ask, ASK_CELLS, "<b>", "</b>");
    add_small(dot, below, SMALL_CELLS);
    if (question->when != NULL)
        // Translators: a condition follows, as "cloud is aws".
        add_guard(dot, question->when, _("asked when"), _("asked when one of these holds:"));
    g_string_append(dot->text, "</td></tr>\n");
    for (size_t i = 0; i < question->n_options; i++)
        add_option(dot, question, i);
    end_node(dot);
}

static void add_rule(Dot *dot, const FpRule *rule)
{
    g_autofree char *required = graph_required(dot->tree, rule->effects);
    g_string_append(dot->text, "      <tr><td align=\"left\" balign=\"left\" bgcolor=\"#f6f1e4\">");
    add_lines(dot, rule->id, ASK_CELLS, "<b>", "</b>");
    // Translators: a condition follows, as "cloud is aws".
    add_guard(dot, rule->when, _("when"), _("when one of these holds:"));
    if (required != NULL) {
        g_autofree char *words = g_strdup_printf(_("requires %s"), required);
        add_small(dot, words, SMALL_CELLS);
    }
    g_string_append(dot->text, "</td><td>");
    add_marks(dot, rule->effects);
    g_string_append(dot->text, "</td></tr>\n");
}

static void add_outcome(Dot *dot, size_t index)
{
    const FpOutcome *outcome = &dot->tree->outcomes[index];
    g_autofree char *letter = graph_letter(index);
    g_string_append_printf(dot->text,
                           "      <tr><td bgcolor=\"%s\"><b>%s</b></td>"
                           "<td align=\"left\" balign=\"left\" bgcolor=\"%s\">",
                           graph_colour(index), letter, graph_colour(index));
    add_lines(dot, fp_tree_text(dot->tree, outcome->title, NULL), ASK_CELLS, "<b>", "</b>");
    add_small(dot, outcome->id, ASK_CELLS);
    g_string_append(dot->text, "</td></tr>\n");
}

static void begin_frame(Dot *dot, const char *name, size_t number, const char *title)
{
    g_string_append_printf(dot->text, "  subgraph \"cluster-%s-%zu\" {\n    label=", name, number);
    add_quoted(dot, title, 48);
    g_string_append(dot->text, "; style=\"rounded,filled\"; fillcolor=\"#f7f8fa\"; "
                               "color=\"#b5bcc4\"; fontsize=15; labeljust=l; margin=14;\n");
}

static void add_frame_of(Dot *dot, size_t first)
{
    size_t frame = graph_frame(dot->tree, first), previous = FP_NONE;
    begin_frame(dot, "theme", first,
                frame != FP_NONE ? fp_tree_text(dot->tree, dot->tree->themes[frame].title, NULL)
                                 : _("Questions"));
    for (size_t i = first; i < dot->tree->n_questions; i++) {
        if (graph_frame(dot->tree, i) != frame)
            continue;
        add_question(dot, i);
        const FpQuestion *question = &dot->tree->questions[i];
        if (question->parent_question != FP_NONE)
            continue;
        if (previous != FP_NONE)
            g_string_append_printf(dot->text,
                                   "    \"q-%s\" -> \"q-%s\" [color=\"#9aa3ad\", "
                                   "penwidth=2, arrowsize=0.7, weight=4]\n",
                                   dot->tree->questions[previous].id, question->id);
        previous = i;
    }
    g_string_append(dot->text, "  }\n");
}

// From the option that leads to it; several follow-ups of one option leave by the same port.
static void add_follow_up(Dot *dot, const FpQuestion *question)
{
    const FpQuestion *parent = &dot->tree->questions[question->parent_question];
    const FpOption *option = &parent->options[question->parent_option];
    g_string_append_printf(dot->text, "  \"q-%s\":o%zu -> \"q-%s\":q [label=", parent->id,
                           question->parent_option, question->id);
    add_quoted(dot, option->id, 24);
    g_string_append(dot->text, ", penwidth=1.4, color=\"#303030\"]\n");
}

// Within a frame alone: lines across would pull the frames out of their order, and "asked when" in the
// question's head says it in words.
static void add_guard_edges(Dot *dot, size_t index)
{
    const FpTree *tree = dot->tree;
    g_autoptr(GArray) reads = graph_reads(tree, tree->questions[index].when);
    for (guint i = 0; i < reads->len; i++) {
        const GraphRead *read = &g_array_index(reads, GraphRead, i);
        if (graph_frame(tree, read->question) != graph_frame(tree, index))
            continue;
        g_string_append_printf(dot->text,
                               "  \"q-%s\" -> \"q-%s\" [label=", tree->questions[read->question].id,
                               tree->questions[index].id);
        add_quoted(dot, read->label, 24);
        g_string_append(dot->text, ", style=dotted, penwidth=1.3, color=\"#5a6570\", "
                                   "fontcolor=\"#3f474f\", arrowsize=0.7, weight=0]\n");
    }
}

// One node each, so that their rows stay together: a node a rule would be spread over the ranks.
static void add_end_frames(Dot *dot)
{
    const FpTree *tree = dot->tree;
    if (tree->n_rules > 0) {
        begin_frame(dot, "rules", 0, _("Rules"));
        begin_node(dot, "rules", "");
        for (size_t i = 0; i < tree->n_rules; i++)
            add_rule(dot, &tree->rules[i]);
        end_node(dot);
        g_string_append(dot->text, "  }\n");
    }
    begin_frame(dot, "outcomes", 0, _("Outcomes"));
    begin_node(dot, "outcomes", "");
    for (size_t i = 0; i < tree->n_outcomes; i++)
        add_outcome(dot, i);
    end_node(dot);
    g_string_append(dot->text, "  }\n");
}

// Frames stand from left to right in the order of asking, then rules and outcomes: an unseen node leads
// to the first of each, and edges of one node keep their order.
static void add_order_of_frames(Dot *dot)
{
    const FpTree *tree = dot->tree;
    g_string_append(dot->text, "  \"start\" [shape=point, style=invis, width=0, ordering=out]\n"
                               "  \"start\" -> {");
    for (size_t i = 0; i < tree->n_questions; i++)
        if (graph_is_first_of_frame(tree, i))
            g_string_append_printf(dot->text, " \"q-%s\"", tree->questions[i].id);
    g_string_append_printf(dot->text, "%s \"outcomes\" } [style=invis]\n",
                           tree->n_rules > 0 ? " \"rules\"" : "");
}

static void add_heading(Dot *dot)
{
    const FpTree *tree = dot->tree;
    g_autofree char *title = g_strdup_printf("%s (%s %s)", fp_tree_text(tree, tree->title, NULL),
                                             tree->id, tree->version);
    g_string_append(dot->text, "  label=<<font point-size=\"20\">");
    add_lines(dot, title, 100, "<b>", "</b>");
    g_string_append(dot->text, "</font>");
    add_lines(dot, graph_key(), 100, "", "");
    g_string_append(dot->text, "<br/>>\n");
}

char *tree_graph_dot(const FpTree *tree)
{
    Dot dot = { tree, g_string_new("digraph fingerpost {\n") };
    g_string_append(dot.text,
                    "  graph [fontname=\"sans-serif\", rankdir=TB, ranksep=0.35, nodesep=0.3, "
                    "pad=0.3, labelloc=t, labeljust=l, charset=\"UTF-8\"]\n"
                    "  node [fontname=\"sans-serif\", fontsize=11, shape=plain]\n"
                    "  edge [fontname=\"sans-serif\", fontsize=9]\n");
    add_heading(&dot);
    for (size_t i = 0; i < tree->n_questions; i++)
        if (graph_is_first_of_frame(tree, i))
            add_frame_of(&dot, i);
    add_end_frames(&dot);
    add_order_of_frames(&dot);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question != FP_NONE)
            add_follow_up(&dot, &tree->questions[i]);
        add_guard_edges(&dot, i);
    }
    g_string_append(dot.text, "}\n");
    return g_string_free(dot.text, FALSE);
}
