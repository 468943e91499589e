// SPDX-License-Identifier: Apache-2.0
/* What good trees become. good/full.yaml has every key of the format; wrong trees are in bad/. */
#include "fp-error.h"
#include "fp-node.h"
#include "fp-tree.h"
#include <string.h>
#include <unistd.h>

static void assert_no_faults(const FpDiagnostics *diagnostics)
{
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, "");
}

static FpTree *load(const char *path)
{
    static const char *const folders[] = { "good/nowhere", "good/elsewhere", NULL };
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_load(path, folders, diagnostics, NULL);
    assert_no_faults(diagnostics);
    g_assert_nonnull(tree);
    return tree;
}

static void assert_text(const FpTree *tree, FpTreeText text, const char *expected)
{
    g_assert_cmpstr(fp_tree_text(tree, text, NULL), ==, expected);
    g_assert_cmpstr(fp_tree_text(tree, text, "de"), ==, expected);
}

static void assert_indices(const size_t *indices, size_t n, const char *expected)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++)
        g_string_append_printf(text, "%s%zu", i > 0 ? " " : "", indices[i]);
    g_assert_cmpstr(text->str, ==, expected);
    g_string_free(text, TRUE);
}

static void assert_cites(FpCites cites, const char *expected)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < cites.n; i++) {
        g_assert_cmpstr(cites.items[i].id, ==, cites.items[i].fact->id);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", cites.items[i].id);
    }
    g_assert_cmpstr(text->str, ==, expected);
    g_string_free(text, TRUE);
}

static void test_head(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    g_assert_cmpstr(tree->id, ==, "full");
    g_assert_cmpstr(tree->version, ==, "2026.11");
    g_assert_cmpstr(tree->language, ==, "en");
    assert_text(tree, tree->title, "Which path?");
    g_assert_cmpuint(tree->title.place.line, ==, 5);
    g_assert_cmpuint(tree->title.place.column, ==, 8);
    assert_text(tree, tree->summary, "A tree\nof everything.");
    g_assert_cmpint(tree->close_call, ==, 2);
    g_assert_cmpuint(tree->n_strengths, ==, 3);
    g_assert_cmpstr(tree->strengths[1].id, ==, "moderate");
    g_assert_cmpint(tree->strengths[1].points, ==, 3);
    assert_indices(tree->prefer, tree->n_outcomes, "1 0 2");
    g_assert_cmpstr(fp_source_name(tree->source), ==, "good/full.yaml");
    g_assert_cmpuint(tree->tests->n_items, ==, 1);
    g_assert_cmpstr(fp_node_get(tree->tests->items[0], "name")->text, ==, "nothing is said");
    g_assert_cmpuint(tree->n_allow, ==, 3);
    g_assert_cmpstr(tree->allow[1].finding, ==, "no-effect");
    g_assert_cmpstr(tree->allow[1].at, ==, "which/rest");
    g_assert_cmpstr(tree->allow[2].because, ==, "The other way is to come.");
}

static void test_outcomes(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    const FpOutcome *cloud = &tree->outcomes[0], *direct = &tree->outcomes[1];
    g_assert_cmpstr(cloud->id, ==, "cloud");
    assert_text(tree, cloud->title, "The cloud");
    assert_text(tree, cloud->summary, "Somebody else's machine.");
    assert_text(tree, cloud->headline, "Rent it");
    g_assert_cmpuint(cloud->n_limits, ==, 2);
    assert_cites(cloud->limits[0].cites, "fact-beside");
    assert_text(tree, cloud->limits[1].text, "No promises");
    assert_cites(cloud->limits[1].cites, "");
    g_assert_cmpuint(cloud->n_dataflow, ==, 2);
    g_assert_cmpuint(cloud->dataflow[0].control, ==, FP_NONE);
    assert_text(tree, cloud->dataflow[0].run_by, NULL);
    assert_text(tree, cloud->dataflow[1].within, "Your account");
    assert_text(tree, cloud->dataflow[1].run_by, "AWS");
    g_assert_cmpuint(cloud->dataflow[1].control, ==, 1);
    g_assert_cmpuint(cloud->n_access, ==, 3);
    g_assert_cmpint(cloud->access[0].has, ==, FP_ACCESS_NONE);
    g_assert_cmpint(cloud->access[1].has, ==, FP_ACCESS_FULL);
    g_assert_cmpint(cloud->access[2].has, ==, FP_ACCESS_LIMITED);
    assert_text(tree, cloud->access[2].to, "logs");
    assert_cites(cloud->access[0].cites, "fact-beside fact-within");
    g_assert_cmpuint(cloud->n_next_steps, ==, 2);
    assert_text(tree, cloud->next_steps[0].what, "Sign it");
    assert_text(tree, cloud->next_steps[0].owner, "legal");
    assert_text(tree, cloud->next_steps[1].owner, NULL);
    g_assert_cmpuint(cloud->was.n, ==, 2);
    g_assert_cmpstr(cloud->was.items[1], ==, "over-there");
    assert_text(tree, direct->summary, NULL);
    assert_text(tree, direct->headline, NULL);
    g_assert_cmpuint(direct->n_limits + direct->n_access + direct->was.n, ==, 0);
    assert_text(tree, tree->controls[0].how, "Turn it on.");
    assert_cites(tree->controls[0].cites, "fact-elsewhere");
}

static void test_tree_order(void)
{
    static const struct {
        const char *id;
        size_t parent_question, parent_option, depth, theme;
        FpQuestionType type;
    } rows[] = {
        { "where", FP_NONE, FP_NONE, 0, 0, FP_QUESTION_ONE },
        { "which", 0, 0, 1, 0, FP_QUESTION_MANY },
        { "why-none", 1, 1, 2, 1, FP_QUESTION_ONE },
        { "region", 0, 0, 1, 0, FP_QUESTION_ONE },
        { "spend", FP_NONE, FP_NONE, 0, 1, FP_QUESTION_NUMBER },
    };
    g_autoptr(FpTree) tree = load("good/full.yaml");
    g_assert_cmpuint(tree->n_questions, ==, G_N_ELEMENTS(rows));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const FpQuestion *question = &tree->questions[i];
        g_assert_cmpstr(question->id, ==, rows[i].id);
        g_assert_cmpuint(question->parent_question, ==, rows[i].parent_question);
        g_assert_cmpuint(question->parent_option, ==, rows[i].parent_option);
        g_assert_cmpuint(question->depth, ==, rows[i].depth);
        g_assert_cmpuint(question->theme, ==, rows[i].theme);
        g_assert_cmpint(question->type, ==, rows[i].type);
    }
    assert_indices(tree->questions[0].options[0].then, tree->questions[0].options[0].n_then, "1 3");
    assert_indices(tree->questions[1].options[1].then, tree->questions[1].options[1].n_then, "2");
    g_assert_cmpuint(tree->questions[1].options[0].n_then, ==, 0);
}

static void test_questions(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    const FpQuestion *where = &tree->questions[0], *which = &tree->questions[1];
    assert_text(tree, where->ask, "Where is your data?");
    assert_text(tree, where->why, "It decides most.");
    assert_text(tree, which->why, NULL);
    assert_cites(where->why_cites, "fact-beside");
    g_assert_null(where->when);
    g_assert_cmpstr(where->options[1].id, ==, "no");
    assert_text(tree, where->options[0].label, "On AWS");
    assert_text(tree, where->options[0].help, "An account will do.");
    assert_text(tree, where->options[0].headline, "from Amazon");
    assert_text(tree, where->options[1].help, NULL);
    g_assert_false(which->options[0].is_exclusive);
    g_assert_true(which->options[1].is_exclusive);
    g_assert_false(which->options[2].is_exclusive);
    g_assert_cmpstr(where->was.items[0], ==, "location");
    g_assert_cmpuint(where->place.line, ==, 45);
    g_assert_cmpuint(where->place.column, ==, 9);
}

static size_t find_band(const FpQuestion *question, const char *number)
{
    FpDecimal value;
    g_assert_true(fp_decimal_parse(number, FP_DECIMAL_PLAIN, &value));
    return fp_question_find_band(question, value);
}

static void test_bands(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    const FpQuestion *spend = &tree->questions[4];
    assert_text(tree, spend->unit, "EUR");
    g_assert_true(spend->has_max);
    g_assert_true(spend->options[1].has_below);
    g_assert_false(spend->options[2].has_below);
    g_assert_cmpuint(find_band(spend, "0.499999"), ==, FP_NONE);
    g_assert_cmpuint(find_band(spend, "0.5"), ==, 0);
    g_assert_cmpuint(find_band(spend, "999.999999"), ==, 0);
    g_assert_cmpuint(find_band(spend, "1000"), ==, 1);
    g_assert_cmpuint(find_band(spend, "5000.249999"), ==, 1);
    g_assert_cmpuint(find_band(spend, "5000.25"), ==, 2);
    g_assert_cmpuint(find_band(spend, "1000000"), ==, 2);
    g_assert_cmpuint(find_band(spend, "1000000.000001"), ==, FP_NONE);
}

static void test_effects(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    const FpEffects aws = tree->questions[0].options[0].effects;
    const FpEffects no = tree->questions[0].options[1].effects, rule = tree->rules[0].effects;
    g_assert_cmpuint(aws.n, ==, 2);
    g_assert_cmpint(aws.items[0].kind, ==, FP_EFFECT_FAVOUR);
    assert_indices(aws.items[0].outcomes, aws.items[0].n_outcomes, "0 2");
    g_assert_cmpuint(aws.items[0].strength, ==, 0);
    g_assert_cmpstr(aws.items[0].counts_as, ==, "place");
    assert_text(tree, aws.items[0].because, "It is there already.");
    assert_cites(aws.items[0].cites, "fact-beside fact-within");
    g_assert_null(aws.items[0].when);
    g_assert_cmpint(aws.items[1].kind, ==, FP_EFFECT_REQUIRE);
    g_assert_cmpuint(aws.items[1].control, ==, 0);
    assert_indices(aws.items[1].outcomes, aws.items[1].n_outcomes, "0");
    g_assert_cmpuint(aws.items[1].strength, ==, FP_NONE);
    g_assert_cmpint(no.items[0].kind, ==, FP_EFFECT_RULE_OUT);
    g_assert_cmpuint(no.items[0].control, ==, FP_NONE);
    g_assert_cmpint(no.items[1].kind, ==, FP_EFFECT_DISFAVOUR);
    g_assert_cmpuint(no.items[1].strength, ==, 1);
    g_assert_cmpuint(rule.items[0].n_outcomes, ==, 0);
    g_assert_cmpint(rule.items[1].kind, ==, FP_EFFECT_ADVISE);
    assert_text(tree, rule.items[1].advice, "Ask first.");
    assert_text(tree, rule.items[1].because, NULL);
    assert_indices(rule.items[1].outcomes, rule.items[1].n_outcomes, "2 0");
    g_assert_cmpuint(tree->always.n, ==, 2);
    g_assert_cmpuint(tree->always.items[1].when->question, ==, 4);
}

/* A guard as text: "4=2" for a question and an option, "&(...)", "|(...)", "!(...)". */
static void append_guard(GString *text, const FpGuard *guard)
{
    static const char *const signs[] = { "", "&", "|", "!" };
    if (guard->kind == FP_GUARD_ANSWER) {
        g_string_append_printf(text, "%zu%s", guard->question, guard->needs_all ? "*" : "=");
        for (size_t i = 0; i < guard->n_options; i++)
            g_string_append_printf(text, "%s%zu", i > 0 ? "," : "", guard->options[i]);
        return;
    }
    g_string_append_printf(text, "%s(", signs[guard->kind]);
    for (size_t i = 0; i < guard->n_parts; i++) {
        g_string_append(text, i > 0 ? " " : "");
        append_guard(text, &guard->parts[i]);
    }
    g_string_append(text, ")");
}

static void assert_guard(const FpGuard *guard, const char *expected)
{
    GString *text = g_string_new(NULL);
    append_guard(text, guard);
    g_assert_cmpstr(text->str, ==, expected);
    g_string_free(text, TRUE);
}

static void test_guards(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    assert_guard(tree->always.items[1].when, "4=2");
    assert_guard(tree->questions[0].options[0].effects.items[1].when, "0=0");
    assert_guard(tree->questions[3].when, "!(1=1)");
    assert_guard(tree->questions[0].options[1].effects.items[0].when, "|(1=0,1 &(1*0,2 3=0))");
    assert_guard(tree->questions[4].when, "&(0=0 1=0 3=1)");
    assert_guard(tree->rules[0].when, "&(0=1 4=0,2)");
}

static void test_names(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    g_assert_cmpuint(fp_tree_find_outcome(tree, "own"), ==, 2);
    g_assert_cmpuint(fp_tree_find_outcome(tree, "over-there"), ==, 0);
    g_assert_cmpuint(fp_tree_find_outcome(tree, "no-path"), ==, FP_NONE);
    g_assert_cmpuint(fp_tree_find_outcome(tree, ""), ==, FP_NONE);
    g_assert_cmpuint(fp_tree_find_control(tree, "private-link"), ==, 1);
    g_assert_cmpuint(fp_tree_find_control(tree, "own"), ==, FP_NONE);
    g_assert_cmpuint(fp_tree_find_question(tree, "spend"), ==, 4);
    g_assert_cmpuint(fp_tree_find_question(tree, "location"), ==, 0);
    g_assert_cmpuint(fp_question_find_option(&tree->questions[0], "no"), ==, 1);
    g_assert_cmpuint(fp_question_find_option(&tree->questions[0], "amazon"), ==, 0);
    g_assert_cmpuint(fp_question_find_option(&tree->questions[4], "a-lot"), ==, 2);
    g_assert_cmpuint(fp_question_find_option(&tree->questions[4], "amazon"), ==, FP_NONE);
    g_assert_cmpstr(fp_effect_kind_name(FP_EFFECT_RULE_OUT), ==, "rule_out");
    g_assert_cmpstr(fp_effect_kind_name(FP_EFFECT_ADVISE), ==, "advise");
    g_assert_cmpstr(fp_question_type_name(FP_QUESTION_NUMBER), ==, "number");
    g_assert_cmpstr(fp_confidence_name(FP_CONFIDENCE_LOW), ==, "low");
}

static void test_facts(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    g_assert_cmpuint(tree->n_facts_files, ==, 3);
    g_assert_cmpstr(tree->facts_files[1].name, ==, "within");
    g_assert_cmpstr(fp_source_name(tree->facts_files[1].source), ==, "good/facts/within.yaml");
    g_assert_cmpstr(fp_source_name(tree->facts_files[2].source), ==,
                    "good/elsewhere/elsewhere.yaml");
    g_assert_cmpuint(tree->n_facts, ==, 3);
    const FpFact *beside = &tree->facts[0], *within = &tree->facts[1];
    g_assert_cmpstr(beside->claim, ==, "It is so.");
    g_assert_cmpuint(beside->file, ==, 0);
    g_assert_cmpuint(within->file, ==, 1);
    g_assert_cmpuint(beside->n_sources, ==, 2);
    g_assert_cmpstr(beside->sources[0].source->url, ==, "https://example.org/größe?a=b#c");
    g_assert_true(beside->sources[0].source->has_published);
    g_assert_cmpint(beside->sources[0].source->published.day, ==, 31);
    g_assert_cmpstr(beside->sources[1].locator, ==, "passim");
    g_assert_null(beside->sources[1].source->url);
    g_assert_false(beside->sources[1].source->has_published);
    g_assert_cmpint(beside->sources[1].source->seen.month, ==, 11);
    g_assert_cmpint(beside->sources[1].source->seen.day, ==, 0);
    g_assert_false(beside->is_secondary);
    g_assert_true(within->is_secondary);
    g_assert_cmpstr(beside->topic, ==, "data");
    g_assert_cmpstr(beside->note, ==, "Ask again.");
    g_assert_null(within->topic);
    g_assert_null(within->note);
    g_assert_cmpint(within->confidence, ==, FP_CONFIDENCE_LOW);
    g_assert_cmpint(tree->facts[2].confidence, ==, FP_CONFIDENCE_MEDIUM);
    g_assert_cmpint(beside->as_of.year, ==, 2026);
}

static void test_staleness(void)
{
    g_autoptr(FpTree) tree = load("good/full.yaml");
    const FpFact *by_month = &tree->facts[0], *by_day = &tree->facts[1];
    g_assert_false(fp_fact_is_stale(by_month, (FpDate) { 2027, 1, 31 }));
    g_assert_true(fp_fact_is_stale(by_month, (FpDate) { 2027, 2, 1 }));
    g_assert_false(fp_fact_is_stale(by_day, (FpDate) { 2026, 11, 24 }));
    g_assert_true(fp_fact_is_stale(by_day, (FpDate) { 2026, 11, 25 }));
}

static void test_least(void)
{
    g_autoptr(FpTree) tree = load("good/least.yaml");
    assert_text(tree, tree->title, "null");
    assert_text(tree, tree->outcomes[0].title, "~");
    g_assert_cmpint(tree->close_call, ==, 0);
    g_assert_cmpuint(tree->n_questions + tree->n_strengths + tree->n_facts + tree->n_rules, ==, 0);
    g_assert_null(tree->tests);
    fp_tree_free(NULL);
}

/* A finder that has one file, in memory. */
static FpSource *find_in_memory(const char *name, void *user_data, GError **error)
{
    const char *text = user_data;
    if (strcmp(name, "memory") != 0) {
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND, "the digest of '%s' is unknown", name);
        return NULL;
    }
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new("stored facts", bytes);
}

static FpTree *read_with_finder(const char *uses, FpDiagnostics *diagnostics)
{
    static char facts[] = "sources: {s: {title: T, publisher: P, seen: 2026-01, kind: primary}}\n"
                          "facts: {f: {claim: C, sources: [{id: s, locator: l}], as_of: 2026-01, "
                          "review_by: 2026-01, confidence: low}}\n";
    g_autofree char *text = g_strdup_printf(
        "fingerpost: 1\nid: x\nversion: 1\ntitle: T\nlanguage: en\nstrengths: {}\nprefer: [a]\n"
        "outcomes: {a: {title: A}}\nquestions: []\nuses: [%s]\nalways: [{advise: x, cites: [f]}]\n",
        uses);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(FpSource) source = fp_source_new("stored tree", bytes);
    return fp_tree_read(source, find_in_memory, facts, diagnostics);
}

static void test_finder(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpTree) tree = read_with_finder("memory", diagnostics);
    assert_no_faults(diagnostics);
    g_assert_cmpstr(tree->always.items[0].cites.items[0].fact->claim, ==, "C");
    g_assert_cmpstr(fp_source_name(tree->facts_files[0].source), ==, "stored facts");
    // Facts of a file that is not found are not called unknown besides.
    g_assert_null(read_with_finder("memory, other", diagnostics));
    g_assert_cmpuint(fp_diagnostics_count(diagnostics), ==, 1);
    g_assert_cmpstr(fp_diagnostics_get(diagnostics, 0)->message, ==,
                    "the digest of 'other' is unknown");
}

/* Faults that were there before do not make a good tree a bad one. */
static void test_earlier_faults(void)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_assert_null(fp_tree_load("bad/alias.yaml", NULL, diagnostics, NULL));
    g_autoptr(FpTree) tree = fp_tree_load("good/least.yaml", NULL, diagnostics, NULL);
    g_assert_nonnull(tree);
}

/* The nth fenced block of YAML of the page for authors, from 0. */
static char *read_example(size_t n)
{
    g_autofree char *path =
        g_build_filename(g_getenv("FINGERPOST_SOURCE_ROOT"), "docs", "format.md", NULL);
    g_autofree char *page = NULL;
    g_assert_true(g_file_get_contents(path, &page, NULL, NULL));
    g_auto(GStrv) parts = g_strsplit(page, "\n```", -1);
    for (size_t i = 0; parts[i] != NULL; i++) {
        if (g_str_has_prefix(parts[i], "yaml\n") && n-- == 0)
            return g_strdup(parts[i] + strlen("yaml\n"));
    }
    g_assert_not_reached();
}

static FpSource *find_example(const char *name, void *user_data, GError **error)
{
    (void)user_data;
    (void)error;
    g_assert_cmpstr(name, ==, "claude-small");
    char *text = read_example(1);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    return fp_source_new("docs/format.md, facts", bytes);
}

static void test_documented_example(void)
{
    char *text = read_example(0);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    g_autoptr(FpSource) source = fp_source_new("docs/format.md, tree", bytes);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpTree) tree = fp_tree_read(source, find_example, NULL, diagnostics);
    assert_no_faults(diagnostics);
    g_assert_cmpuint(tree->n_questions, ==, 3);
}

/* The trees that come with the program, with the facts that do. */
static void test_shipped_trees(void)
{
    const char *root = g_getenv("FINGERPOST_SOURCE_ROOT");
    g_autofree char *trees = g_build_filename(root, "decision-trees", NULL);
    g_autofree char *facts = g_build_filename(root, "data", "facts", NULL);
    const char *folders[] = { facts, NULL };
    g_autoptr(GDir) folder = g_dir_open(trees, 0, NULL);
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;) {
        if (!g_str_has_suffix(name, ".yaml"))
            continue;
        g_autofree char *path = g_build_filename(trees, name, NULL);
        g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
        g_autoptr(FpTree) tree = fp_tree_load(path, folders, diagnostics, NULL);
        assert_no_faults(diagnostics);
        g_assert_nonnull(tree);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autofree char *here = g_test_build_filename(G_TEST_DIST, "tree", NULL);
    g_assert_cmpint(chdir(here), ==, 0);
    g_test_add_func("/tree/tree-read/the-head-is-read", test_head);
    g_test_add_func("/tree/tree-read/outcomes-are-read", test_outcomes);
    g_test_add_func("/tree/tree-read/questions-stand-in-tree-order", test_tree_order);
    g_test_add_func("/tree/tree-read/questions-are-read", test_questions);
    g_test_add_func("/tree/tree-read/bands-hold-exact-numbers", test_bands);
    g_test_add_func("/tree/tree-read/effects-are-read", test_effects);
    g_test_add_func("/tree/tree-read/guards-are-resolved", test_guards);
    g_test_add_func("/tree/tree-read/names-are-found-by-earlier-ones-too", test_names);
    g_test_add_func("/tree/tree-read/facts-are-read", test_facts);
    g_test_add_func("/tree/tree-read/facts-grow-stale", test_staleness);
    g_test_add_func("/tree/tree-read/little-is-needed", test_least);
    g_test_add_func("/tree/tree-read/facts-come-from-the-finder", test_finder);
    g_test_add_func("/tree/tree-read/earlier-faults-are-no-matter", test_earlier_faults);
    g_test_add_func("/tree/tree-read/the-example-of-the-page-is-good", test_documented_example);
    g_test_add_func("/tree/tree-read/the-shipped-trees-have-no-faults", test_shipped_trees);
    return g_test_run();
}
