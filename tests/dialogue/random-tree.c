// SPDX-License-Identifier: Apache-2.0
#include "random-tree.h"
#include <stdbool.h>

typedef struct {
    GRand *rand;
    GString *out;
    unsigned n_questions;
    unsigned n_options[64]; /* of each question, by its number */
} Maker;

static unsigned below(const Maker *maker, unsigned n)
{
    return (unsigned)g_rand_int_range(maker->rand, 0, (gint32)n);
}

static bool chance(const Maker *maker, unsigned one_in)
{
    return below(maker, one_in) == 0;
}

static void add_guard(const Maker *maker, unsigned before)
{
    unsigned question = below(maker, before);
    unsigned option = below(maker, maker->n_options[question]);
    g_string_append_printf(maker->out, chance(maker, 4) ? "{not: {q%u: o%u}}" : "{q%u: o%u}",
                           question, option);
}

static void add_effects(const Maker *maker)
{
    if (chance(maker, 3))
        return;
    g_string_append(maker->out, ", effects: [");
    if (chance(maker, 4))
        g_string_append_printf(maker->out, "{rule_out: out%u, because: b}", below(maker, 3));
    else
        g_string_append_printf(maker->out, "{favour: out%u, strength: s, because: b}",
                               below(maker, 3));
    g_string_append(maker->out, "]");
}

static void add_question(Maker *maker, unsigned depth);

static void add_option(Maker *maker, unsigned depth, unsigned option, const char *rest)
{
    g_string_append_printf(maker->out, "{id: o%u, label: Option %u%s", option, option, rest);
    add_effects(maker);
    if (depth < 3 && maker->n_questions < 20 && chance(maker, 4)) {
        g_string_append(maker->out, ", then: [");
        add_question(maker, depth + 1);
        g_string_append(maker->out, "]");
    }
    g_string_append(maker->out, "}, ");
}

static void add_bands(Maker *maker, unsigned depth, unsigned n)
{
    g_string_append(maker->out, ", type: number, unit: kg, min: 1, max: 100, bands: [");
    for (unsigned i = 0; i < n; i++) {
        g_autofree char *end =
            i + 1 < n ? g_strdup_printf(", below: %u.5", 10 * (i + 1)) : g_strdup("");
        add_option(maker, depth, i, end);
    }
}

static void add_options(Maker *maker, unsigned depth, unsigned n)
{
    bool is_many = chance(maker, 2);
    g_string_append_printf(maker->out, ", type: %s, options: [", is_many ? "many" : "one");
    for (unsigned i = 0; i < n; i++)
        add_option(maker, depth, i, is_many && chance(maker, 4) ? ", exclusive: true" : "");
}

static void add_question(Maker *maker, unsigned depth)
{
    unsigned question = maker->n_questions++, n = 2 + below(maker, 3);
    g_string_append_printf(maker->out, "{id: q%u, ask: Question %u?", question, question);
    if (question > 0 && depth == 0 && chance(maker, 3)) {
        g_string_append(maker->out, ", when: ");
        add_guard(maker, question);
    }
    if (chance(maker, 2))
        g_string_append_printf(maker->out, ", theme: t%u", below(maker, 2));
    if (chance(maker, 2))
        g_string_append(maker->out, ", why: Because");
    maker->n_options[question] = n;
    if (chance(maker, 3))
        add_bands(maker, depth, n);
    else
        add_options(maker, depth, n);
    g_string_append(maker->out, "]}, ");
}

char *random_tree(GRand *rand)
{
    Maker maker = { .rand = rand, .out = g_string_new(NULL) };
    g_string_append(maker.out, "fingerpost: 1\nid: chance\nversion: '1'\ntitle: Chance\n"
                               "language: en\nstrengths: {s: 2}\nprefer: [out0, out1, out2]\n"
                               "outcomes: {out0: {title: A}, out1: {title: B}, out2: {title: C}}\n"
                               "themes: [{id: t0, title: T0}, {id: t1, title: T1}]\nquestions: [");
    for (unsigned n = 1 + below(&maker, 6); n > 0; n--)
        add_question(&maker, 0);
    g_string_append(maker.out, "]\n");
    return g_string_free(maker.out, FALSE);
}
