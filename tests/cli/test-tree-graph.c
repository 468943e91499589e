// SPDX-License-Identifier: Apache-2.0
// `tree graph`: text that Graphviz draws and Mermaid reads, whatever the tree's own texts hold.
#include "program.h"

#include <glib/gstdio.h>
#include <string.h>

static Run *graph(Home *home, const char *tree, const char *format)
{
    return run(home, "tree", "graph", "--format", format, tree, NULL);
}

static void test_dot(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Run) dot = graph(home, path, "dot");
    expect_status(dot, 0);
    expect_silent_err(dot);
    g_assert_true(g_str_has_prefix(dot->out, "digraph fingerpost {\n"));
    expect_out(dot, "<b>Which way to the lake? (walk 1)</b>");
    expect_out(dot, "label=\"Who walks\"");           // a theme's frame
    expect_out(dot, "<b>3. What do they carry?</b>"); // a question, numbered as asked
    expect_out(dot, "gear: one or several of<");
    expect_out(dot, "hours: a number (hours) in<");
    expect_out(dot,
               "A family<br align=\"left\"/></td><td>"); // an option with a mark: the road is A
    expect_out(dot, "<td bgcolor=\"#a6cee3\"><font point-size=\"9\">+5 A</font></td>");
    expect_out(dot, ">-1 B<");
    expect_out(dot, ">x B<");
    expect_out(dot, ">requires boots<");
    expect_out(dot, "\"q-who\":o0 -> \"q-children\":q [label=\"family\""); // a follow-up
    expect_out(dot, "\"q-gear\" -> \"q-hours\" [color=");                  // the order of asking
    expect_out(dot, ">asked when who is one of family, club<");            // a guard across frames
    expect_out(dot, ">when gear has rope and rain is wet<");
    expect_out(dot, "<b>A</b></td><td align=\"left\" balign=\"left\" bgcolor=\"#a6cee3\">"
                    "<b>The road</b>");
}

static void test_mermaid(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("walk");
    g_autoptr(Run) mermaid = graph(home, path, "mermaid");
    expect_status(mermaid, 0);
    expect_out(mermaid, "\nflowchart TB\n");
    expect_out(mermaid, "  subgraph t0[\"Who walks\"]\n");
    expect_out(mermaid,
               "    q1[\"<b>2. How old is the youngest?</b><br/>children: one of<br/>• Carried"
               "<br/>• Walks alone\"]\n");
    expect_out(mermaid, "<br/>• A family (+5 A)<br/>");
    expect_out(mermaid, "  q0 -->|\"family\"| q1\n");
    expect_out(mermaid, "  q0 ==> q2\n");
    expect_out(mermaid, "  q0 -.->|\"family, club\"| q4\n");
    expect_out(mermaid, "    o1([\"<b>B</b> The path\"])\n");
    expect_out(mermaid, "  style o1 fill:#fdd49e,");
}

/* Dotted lines stand within a frame; marks of effects with a condition in parentheses. */
static const char guarded[] =
    "fingerpost: 1\nid: g\nversion: \"1\"\ntitle: G\nlanguage: en\nstrengths: {s: 2}\nprefer: [a]\n"
    "outcomes: {a: {title: A}}\nthemes: [{id: t, title: T}, {id: u, title: U}]\nquestions:\n"
    "  - {id: q, theme: t, ask: Q?, type: one, options: [{id: x, label: X}, {id: y, label: Y}]}\n"
    "  - {id: r, theme: t, ask: R?, type: one, when: {not: {q: x}}, options: [{id: x, label: X,\n"
    "     effects: [{favour: a, strength: s, because: B., when: {q: y}}]}, {id: y, label: Y}]}\n"
    "  - {id: s, theme: u, ask: S?, type: one, when: {q: x}, options: [{id: x, label: X}, {id: y, label: Y}]}\n";

static void test_guards(void)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) dot = graph(home, home_write(home, "g.yaml", guarded), "dot");
    expect_status(dot, 0);
    expect_out(dot, "\"q-q\" -> \"q-r\" [label=\"not x\", style=dotted");
    expect_not_out(dot, "\"q-q\" -> \"q-s\"");
    expect_out(dot, ">asked when q is x<");
    expect_out(dot, ">(+2 A)<");
    expect_out(dot,
               "\"start\" -> { \"q-q\" \"q-s\" \"outcomes\" }"); // frames in the order of asking
}

/* Markup of both languages in every text. */
static const char nasty[] =
    "fingerpost: 1\nid: n\nversion: \"1>\"\ntitle: '<b>\"&amp;\\n` | ]); }'\nlanguage: en\nstrengths: {}\n"
    "prefer: [a]\noutcomes: {a: {title: '</td>&\"\\'}}\nthemes: [{id: t, title: 'a\"];\\\" b'}]\nquestions:\n"
    "  - {id: q, theme: t, ask: '<script>\"#34; end', type: one, options: [{id: x, label: '\"]'}, {id: y, label: '`'}]}\n";

static void test_escapes(void)
{
    g_autoptr(Home) home = home_new();
    const char *path = home_write(home, "n.yaml", nasty);
    g_autoptr(Run) dot = graph(home, path, "dot");
    expect_status(dot, 0);
    expect_out(dot, "&lt;b&gt;&quot;&amp;amp;\\n`");
    expect_out(dot, "label=\"a\\\"];\\\\\\\" b\"");
    g_autoptr(Run) mermaid = graph(home, path, "mermaid");
    expect_out(mermaid, "1. #60;script#62;#34;#35;34#59; end</b>");
    expect_out(mermaid, "• #34;#93;<br/>• #96;\"]");
    g_autoptr(Run) svg = graph(home, path, "svg"); // Graphviz takes it
    expect_status(svg, 0);
    expect_out(svg, "&lt;script&gt;");
}

static void test_hostile_tree(void)
{
    g_autoptr(Home) home = home_new();
    g_autofree char *path = tree_path("hostile");
    static const char *const formats[] = { "dot", "svg", "mermaid" };
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(Run) drawn = graph(home, path, formats[i]);
        expect_status(drawn, 0);
        expect_printable(drawn);
    }
}

// Graphviz draws each: it refuses some graphs that are well-formed.
static void test_shipped_svg(gconstpointer id)
{
    g_autoptr(Home) home = home_new();
    g_autoptr(Run) svg = graph(home, id, "svg");
    expect_status(svg, 0);
    expect_silent_err(svg);
    expect_out(svg, "<svg ");
    g_assert_true(g_str_has_suffix(svg->out, "</svg>\n"));
}

static void test_without_graphviz(void)
{
    g_autoptr(Home) home = home_new();
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "graph", "-f", "svg", "may-i-paste"),
                                 .environment = LIST("PATH=/nowhere") };
    g_autoptr(Run) drawn = program_run(&setup);
    expect_status(drawn, 2);
    expect_silent_out(drawn);
    expect_one_line_err(drawn);
    expect_err(drawn, "the program 'dot', which is not installed; install Graphviz, or write its "
                      "input with --format dot");
}

// A 'dot' that fails is quoted; what it was given is taken away again.
static void test_graphviz_fails(void)
{
    g_autoptr(Home) home = home_new();
    const char *dot =
        home_write(home, "dot", "#!/bin/sh\necho 'Error: \033[2J no luck' >&2\nexit 1\n");
    g_assert_cmpint(g_chmod(dot, 0700), ==, 0);
    g_autofree char *search = g_strconcat("PATH=", home_path(home, ""), NULL);
    g_autofree char *temporary = g_strconcat("TMPDIR=", home_path(home, "tmp"), NULL);
    g_assert_cmpint(g_mkdir_with_parents(home_path(home, "tmp"), 0700), ==, 0);
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "graph", "-f", "svg", "may-i-paste"),
                                 .environment = LIST(search, temporary) };
    g_autoptr(Run) drawn = program_run(&setup);
    expect_status(drawn, 2);
    expect_err(drawn, "could not draw the tree: Error: <U+001B>[2J no luck; --format dot");
    expect_printable(drawn);
    g_autoptr(GDir) folder = g_dir_open(home_path(home, "tmp"), 0, NULL);
    g_assert_null(g_dir_read_name(folder));
}

static void test_files(void)
{
    g_autoptr(Home) home = home_new();
    const ProgramSetup setup = { .home = home,
                                 .arguments = LIST("tree", "graph", "-o", "p.mmd", "may-i-paste"),
                                 .folder = home_path(home, "") };
    g_autoptr(Run) drawn = program_run(&setup);
    expect_status(drawn, 0);
    expect_silent_out(drawn);
    g_autofree char *text = home_read(home, "p.mmd");
    g_assert_nonnull(strstr(text, "\nflowchart TB\n")); // as the name says
    g_autoptr(Run) again = program_run(&setup);
    expect_status(again, 2);
    expect_one_line_err(again);
    expect_err(again, "p.mmd");
    g_autoptr(Run) wrong = graph(home, "may-i-paste", "png");
    expect_status(wrong, 2);
    expect_err(wrong, "unknown format 'png'; the formats are dot, svg, mermaid");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/tree-graph/dot-has-everything", test_dot);
    g_test_add_func("/cli/tree-graph/mermaid-has-everything", test_mermaid);
    g_test_add_func("/cli/tree-graph/guards-are-dotted-within-a-frame", test_guards);
    g_test_add_func("/cli/tree-graph/markup-in-texts-is-written-out", test_escapes);
    g_test_add_func("/cli/tree-graph/hostile-text-is-made-printable", test_hostile_tree);
    g_test_add_data_func("/cli/tree-graph/graphviz-draws/claude-deployment", "claude-deployment",
                         test_shipped_svg);
    g_test_add_data_func("/cli/tree-graph/graphviz-draws/vendor-review", "vendor-review",
                         test_shipped_svg);
    g_test_add_data_func("/cli/tree-graph/graphviz-draws/may-i-paste", "may-i-paste",
                         test_shipped_svg);
    g_test_add_func("/cli/tree-graph/without-graphviz-the-mend-is-told", test_without_graphviz);
    g_test_add_func("/cli/tree-graph/graphviz's-own-complaint-is-told", test_graphviz_fails);
    g_test_add_func("/cli/tree-graph/a-file-that-exists-is-kept", test_files);
    return g_test_run();
}
