// SPDX-License-Identifier: Apache-2.0
#include "audit-trees.h"
#include <stdlib.h>

typedef struct {
    uint64_t state;
    GString *text;
} Maker;

/* splitmix64, public domain: Sebastiano Vigna. */
static size_t below(Maker *maker, size_t end)
{
    uint64_t z = (maker->state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (size_t)((z ^ (z >> 31)) % end);
}

static Maker begin(uint64_t seed, size_t n_outcomes)
{
    Maker maker = { seed, g_string_new("fingerpost: 1\nid: measured\nversion: \"1\"\n"
                                       "title: A tree to measure\nlanguage: en\n"
                                       "strengths: {strong: 5, moderate: 3, slight: 1}\n"
                                       "close_call: 2\nprefer: [o0") };
    for (size_t i = 1; i < n_outcomes; i++)
        g_string_append_printf(maker.text, ", o%zu", i);
    g_string_append(maker.text, "]\noutcomes:\n");
    for (size_t i = 0; i < n_outcomes; i++)
        g_string_append_printf(maker.text, "  o%zu: {title: Outcome}\n", i);
    return maker;
}

static FpTree *read_tree(Maker *maker)
{
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(maker->text);
    g_autoptr(FpSource) source = fp_source_new("<measured>", bytes);
    FpTree *tree = fp_tree_read(source, NULL, NULL, diagnostics);
    if (tree == NULL) {
        g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
        g_error("%s", faults);
    }
    return tree;
}

/* Of a hundred effects six rule out, sixty favour, the others disfavour. */
static void put_effect(Maker *maker, size_t n_outcomes)
{
    static const char *const strengths[] = { "strong", "moderate", "slight" };
    size_t kind = below(maker, 100), outcome = below(maker, n_outcomes);
    if (kind < 6)
        g_string_append_printf(maker->text, "{rule_out: o%zu, because: so}", outcome);
    else
        g_string_append_printf(maker->text, "{%s: o%zu, strength: %s, because: so}",
                               kind < 66 ? "favour" : "disfavour", outcome,
                               strengths[below(maker, G_N_ELEMENTS(strengths))]);
}

static void put_question(Maker *maker, const TreeShape *shape, size_t index)
{
    g_string_append_printf(maker->text, "  - {id: q%zu, ask: Which?, type: one", index);
    if (index > 0 && below(maker, 100) < shape->guarded_percent) {
        size_t question = below(maker, index), option = below(maker, shape->n_options);
        g_string_append_printf(maker->text, ", when: {q%zu: p%zu}", question, option);
    }
    g_string_append(maker->text, ", options: [");
    for (size_t i = 0; i < shape->n_options; i++) {
        g_string_append_printf(maker->text, "%s{id: p%zu, label: Option, effects: [",
                               i > 0 ? ", " : "", i);
        for (size_t j = 0; j < shape->n_effects; j++) {
            g_string_append(maker->text, j > 0 ? ", " : "");
            put_effect(maker, shape->n_outcomes);
        }
        g_string_append(maker->text, "]}");
    }
    g_string_append(maker->text, "]}\n");
}

FpTree *audit_tree_new(TreeShape shape, uint64_t seed)
{
    Maker maker = begin(seed, shape.n_outcomes);
    g_string_append(maker.text, "questions:\n");
    for (size_t i = 0; i < shape.n_questions; i++)
        put_question(&maker, &shape, i);
    return read_tree(&maker);
}

FpTree *audit_tree_of_clauses(size_t n_variables, size_t n_clauses, uint64_t seed)
{
    Maker maker = begin(seed, 2);
    g_string_append(maker.text,
                    "always: [{favour: o0, strength: strong, because: so}]\nquestions:\n");
    for (size_t i = 0; i < n_variables; i++)
        g_string_append_printf(
            maker.text,
            "  - {id: q%zu, ask: Which?, type: one, options: [{id: p0, label: No}, "
            "{id: p1, label: Yes}]}\n",
            i);
    g_string_append(maker.text, "rules:\n");
    for (size_t i = 0; i < n_clauses; i++) {
        size_t a = below(&maker, n_variables),
               b = (a + 1 + below(&maker, n_variables - 1)) % n_variables;
        size_t c = a;
        while (c == a || c == b)
            c = below(&maker, n_variables);
        g_string_append_printf(
            maker.text,
            "  - {id: r%zu, when: {q%zu: p%zu, q%zu: p%zu, q%zu: p%zu}, effects: "
            "[{rule_out: o0, because: so}]}\n",
            i, a, below(&maker, 2), b, below(&maker, 2), c, below(&maker, 2));
    }
    return read_tree(&maker);
}
