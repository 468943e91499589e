// SPDX-License-Identifier: Apache-2.0
#include "small-tree.h"
#include "fp-sheet-read.h"
#include <string.h>

const char journey_text[] =
    "fingerpost: 1\n"
    "id: journey\n"
    "version: \"7\"\n"
    "title: How to travel\n"
    "language: en\n"
    "uses: [roads]\n"
    "strengths: {strong: 5, moderate: 3, slight: 1}\n"
    "close_call: 1\n"
    "prefer: [train, bike, car]\n"
    "outcomes:\n"
    "  car: {title: By car, was: [motor]}\n"
    "  train: {title: By train}\n"
    "  bike: {title: By bike}\n"
    "controls:\n"
    "  ticket: {title: A ticket}\n"
    "  helmet: {title: A helmet}\n"
    "  chains: {title: Snow chains}\n"
    "always:\n"
    "  - {disfavour: car, strength: slight, because: it costs most, cites: [price]}\n"
    "  - {require: ticket, for: train}\n"
    "  - {require: helmet, for: [bike]}\n"
    "questions:\n"
    "  - id: distance\n"
    "    ask: How far, in km?\n"
    "    type: number\n"
    "    min: 0.5\n"
    "    max: 1000\n"
    "    bands:\n"
    "      - {id: near, label: near, below: 5,\n"
    "         effects: [{favour: bike, strength: strong, because: it is near}]}\n"
    "      - {id: mid, label: middling, below: 50.5, was: [middle],\n"
    "         effects: [{favour: [train, car], strength: moderate, because: it is not near}]}\n"
    "      - {id: far, label: far,\n"
    "         effects: [{favour: train, strength: strong, because: it is far},\n"
    "                   {rule_out: bike, because: nobody rides so far, cites: [limit, price]}]}\n"
    "  - id: weather\n"
    "    ask: What is the weather?\n"
    "    type: one\n"
    "    was: [sky]\n"
    "    options:\n"
    "      - {id: dry, label: dry}\n"
    "      - {id: wet, label: wet,\n"
    "         effects: [{disfavour: bike, strength: moderate, because: you get wet,\n"
    "                    counts_as: unpleasant},\n"
    "                   {advise: Take a coat, for: [bike, train]}]}\n"
    "      - id: snow\n"
    "        label: snow\n"
    "        effects:\n"
    "          - {disfavour: bike, strength: strong, because: it is slippery,\n"
    "             counts_as: unpleasant}\n"
    "          - {require: chains, for: car}\n"
    "        then:\n"
    "          - id: tyres\n"
    "            ask: Which tyres?\n"
    "            type: one\n"
    "            options:\n"
    "              - {id: winter, label: winter tyres}\n"
    "              - {id: summer, label: summer tyres,\n"
    "                 effects: [{rule_out: car, because: it would slide}]}\n"
    "  - id: luggage\n"
    "    ask: What do you carry?\n"
    "    type: many\n"
    "    options:\n"
    "      - {id: bag, label: a bag}\n"
    "      - {id: box, label: a box,\n"
    "         effects: [{disfavour: bike, strength: slight, because: it is heavy,\n"
    "                    counts_as: unpleasant},\n"
    "                   {favour: car, strength: slight, because: bag and box,\n"
    "                    when: {luggage: {all: [bag, box]}}}]}\n"
    "      - {id: dog, label: a dog,\n"
    "         effects: [{rule_out: [train, bike], because: no dogs there}]}\n"
    "      - {id: nothing, label: nothing, exclusive: true}\n"
    "  - id: hurry\n"
    "    ask: Are you in a hurry?\n"
    "    type: one\n"
    "    when: {not: {distance: near}}\n"
    "    options:\n"
    "      - {id: \"yes\", label: \"yes\"}\n"
    "      - {id: \"no\", label: \"no\"}\n"
    "rules:\n"
    "  - id: rush\n"
    "    when: {hurry: \"yes\", any: [{weather: [dry, wet]}, {luggage: nothing}]}\n"
    "    effects:\n"
    "      - {favour: car, strength: strong, because: you are in a hurry}\n"
    "      - {advise: Take a coat}\n"
    "      - {require: ticket, for: car, when: {distance: far}}\n";

static const char facts_text[] =
    "sources:\n"
    "  study: {title: A study, publisher: P, url: https://example.org/study, seen: 2026-11,\n"
    "          published: 2026-02, kind: primary}\n"
    "  talk: {title: A talk, publisher: P, seen: 2026-11-01, kind: secondary}\n"
    "facts:\n"
    "  price: {claim: Cars cost most, sources: [{id: talk, locator: minute 3}], as_of: 2026-01,\n"
    "          review_by: 2026-06, confidence: low}\n"
    "  limit: {claim: Legs tire, sources: [{id: study, locator: p. 4}, {id: talk, locator: end}],\n"
    "          as_of: 2026-01-31, review_by: 2027-01, confidence: high}\n";

static FpSource *source_of(const char *name, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return fp_source_new(name, bytes);
}

static FpSource *find_facts(const char *name, void *user_data, GError **error)
{
    (void)name, (void)user_data, (void)error;
    return source_of("roads.yaml", facts_text);
}

static void expect_no_faults(const FpDiagnostics *diagnostics)
{
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, "");
}

FpTree *small_tree_read(const char *text)
{
    g_autoptr(FpSource) source = source_of("tree.yaml", text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    FpTree *tree = fp_tree_read(source, find_facts, NULL, diagnostics);
    expect_no_faults(diagnostics);
    return tree;
}

FpTree *small_tree_of(size_t n_outcomes, const char *rest)
{
    g_autoptr(GString) text =
        g_string_new("fingerpost: 1\nid: small\nversion: \"1\"\ntitle: T\nlanguage: en\n"
                     "strengths: {strong: 5, moderate: 3, slight: 1}\nprefer: [");
    for (size_t i = 1; i <= n_outcomes; i++)
        g_string_append_printf(text, "%so%zu", i == 1 ? "" : ", ", i);
    g_string_append(text, "]\noutcomes: {");
    for (size_t i = 1; i <= n_outcomes; i++)
        g_string_append_printf(text, "%so%zu: {title: O}", i == 1 ? "" : ", ", i);
    g_string_append_printf(text, "}\n%s", rest);
    return small_tree_read(text->str);
}

FpDocument *small_document(const char *text, bool is_json, FpDiagnostics *diagnostics)
{
    g_autoptr(FpSource) source = source_of(is_json ? "sheet.json" : "sheet.yaml", text);
    return is_json ? fp_document_read_json(source, diagnostics)
                   : fp_document_read_yaml(source, diagnostics);
}

FpAnswerSheet *small_sheet(const FpTree *tree, const char *answers)
{
    g_autofree char *text = g_strdup_printf("answers: %s\n", answers);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document = small_document(text, false, diagnostics);
    FpAnswerSheet *sheet = fp_sheet_read(tree, document, diagnostics);
    expect_no_faults(diagnostics);
    return sheet;
}
