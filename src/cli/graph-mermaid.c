// SPDX-License-Identifier: Apache-2.0
// Mermaid: nodes are numbered, for ids may read as words of its own; texts are quoted, with codes for
// what has a meaning there.
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "graph-private.h"
#include "guard-words.h"

typedef struct {
    const FpTree *tree;
    GString *text;
} Mermaid;

static void add_text(Mermaid *mermaid, const char *raw)
{
    g_autofree char *printable = fp_text_printable(raw, -1, FP_PRINT_ONE_LINE);
    for (const char *c = printable; *c != '\0'; c++) {
        if (strchr("\"#&<>`;\\[]{}|", *c) != NULL)
            g_string_append_printf(mermaid->text, "#%d;", *c);
        else
            g_string_append_c(mermaid->text, *c);
    }
}

static void add_marks(Mermaid *mermaid, FpEffects effects)
{
    g_autoptr(GArray) marks = graph_marks(mermaid->tree, effects);
    for (guint i = 0; i < marks->len; i++) {
        const GraphMark *mark = &g_array_index(marks, GraphMark, i);
        g_string_append(mermaid->text, i == 0 ? " (" : ", ");
        add_text(mermaid, mark->text);
    }
    if (marks->len > 0)
        g_string_append_c(mermaid->text, ')');
}

static void add_question(Mermaid *mermaid, size_t index)
{
    const FpQuestion *question = &mermaid->tree->questions[index];
    g_autofree char *kind = graph_kind(mermaid->tree, question);
    g_string_append_printf(mermaid->text, "    q%zu[\"<b>%zu. ", index, index + 1);
    add_text(mermaid, fp_tree_text(mermaid->tree, question->ask, NULL));
    g_string_append(mermaid->text, "</b><br/>");
    add_text(mermaid, question->id);
    g_string_append(mermaid->text, ": ");
    add_text(mermaid, kind);
    for (size_t i = 0; i < question->n_options; i++) {
        g_string_append(mermaid->text, "<br/>• ");
        add_text(mermaid, fp_tree_text(mermaid->tree, question->options[i].label, NULL));
        add_marks(mermaid, question->options[i].effects);
    }
    g_string_append(mermaid->text, "\"]\n");
}

static void add_frame_of(Mermaid *mermaid, size_t first)
{
    const FpTree *tree = mermaid->tree;
    size_t frame = graph_frame(tree, first);
    g_string_append_printf(mermaid->text, "  subgraph t%zu[\"", first);
    add_text(mermaid, frame != FP_NONE ? fp_tree_text(tree, tree->themes[frame].title, NULL)
                                       : _("Questions"));
    g_string_append(mermaid->text, "\"]\n");
    for (size_t i = first; i < tree->n_questions; i++)
        if (graph_frame(tree, i) == frame)
            add_question(mermaid, i);
    g_string_append(mermaid->text, "  end\n");
}

static void add_edge(Mermaid *mermaid, size_t from, const char *arrow, const char *label, size_t to)
{
    g_string_append_printf(mermaid->text, "  q%zu %s|\"", from, arrow);
    add_text(mermaid, label);
    g_string_append_printf(mermaid->text, "\"| q%zu\n", to);
}

static void add_guard_edges(Mermaid *mermaid, size_t index)
{
    g_autoptr(GArray) reads = graph_reads(mermaid->tree, mermaid->tree->questions[index].when);
    for (guint i = 0; i < reads->len; i++) {
        const GraphRead *read = &g_array_index(reads, GraphRead, i);
        add_edge(mermaid, read->question, "-.->", read->label, index);
    }
}

static void add_edges(Mermaid *mermaid)
{
    const FpTree *tree = mermaid->tree;
    size_t previous = FP_NONE;
    for (size_t i = 0; i < tree->n_questions; i++) {
        const FpQuestion *question = &tree->questions[i];
        size_t parent = question->parent_question;
        add_guard_edges(mermaid, i);
        if (parent != FP_NONE) {
            add_edge(mermaid, parent, "-->",
                     tree->questions[parent].options[question->parent_option].id, i);
            continue;
        }
        if (previous != FP_NONE)
            g_string_append_printf(mermaid->text, "  q%zu ==> q%zu\n", previous, i);
        previous = i;
    }
}

static void add_rules(Mermaid *mermaid)
{
    const FpTree *tree = mermaid->tree;
    if (tree->n_rules == 0)
        return;
    g_string_append(mermaid->text, "  subgraph rules[\"");
    add_text(mermaid, _("Rules"));
    g_string_append(mermaid->text, "\"]\n");
    for (size_t i = 0; i < tree->n_rules; i++) {
        g_autofree char *guard = guard_in_words(tree, tree->rules[i].when);
        g_autofree char *when = g_strdup_printf(_("when %s"), guard);
        g_string_append_printf(mermaid->text, "    r%zu[\"<b>", i);
        add_text(mermaid, tree->rules[i].id);
        g_string_append(mermaid->text, "</b><br/>");
        add_text(mermaid, when);
        add_marks(mermaid, tree->rules[i].effects);
        g_string_append(mermaid->text, "\"]\n");
    }
    g_string_append(mermaid->text, "  end\n");
}

static void add_outcomes(Mermaid *mermaid)
{
    const FpTree *tree = mermaid->tree;
    g_string_append(mermaid->text, "  subgraph outcomes[\"");
    add_text(mermaid, _("Outcomes"));
    g_string_append(mermaid->text, "\"]\n");
    for (size_t i = 0; i < tree->n_outcomes; i++) {
        g_autofree char *letter = graph_letter(i);
        g_string_append_printf(mermaid->text, "    o%zu([\"<b>%s</b> ", i, letter);
        add_text(mermaid, fp_tree_text(tree, tree->outcomes[i].title, NULL));
        g_string_append(mermaid->text, "\"])\n");
    }
    g_string_append(mermaid->text, "  end\n");
    for (size_t i = 0; i < tree->n_outcomes; i++)
        g_string_append_printf(mermaid->text, "  style o%zu fill:%s,stroke:#555555,color:#111111\n",
                               i, graph_colour(i));
}

char *tree_graph_mermaid(const FpTree *tree)
{
    Mermaid mermaid = { tree, g_string_new(NULL) };
    g_autofree char *heading = g_strdup_printf("%s (%s %s)", fp_tree_text(tree, tree->title, NULL),
                                               tree->id, tree->version);
    g_autofree char *printable = fp_text_printable(heading, -1, FP_PRINT_ONE_LINE);
    g_string_append_printf(mermaid.text, "%%%% %s\n%%%% %s\nflowchart TB\n", printable,
                           graph_key());
    for (size_t i = 0; i < tree->n_questions; i++)
        if (graph_is_first_of_frame(tree, i))
            add_frame_of(&mermaid, i);
    add_rules(&mermaid);
    add_outcomes(&mermaid);
    add_edges(&mermaid);
    return g_string_free(mermaid.text, FALSE);
}
