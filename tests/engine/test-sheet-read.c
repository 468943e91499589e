// SPDX-License-Identifier: Apache-2.0
#include "fp-sheet-read.h"
#include "small-tree.h"

typedef enum { YAML, JSON } Language;

/* Good sheets of `journey`, with what they say: "QUESTION=IDS" in tree order. */
static const struct {
    const char *name;
    Language language;
    const char *text, *said;
} good[] = {
    { "no-answers", YAML, "answers: {}", "" },
    { "a-tree-and-no-answers", YAML, "tree: journey\nanswers: {}", "" },
    { "each-type", YAML, "answers:\n  weather: snow\n  luggage: [dog, bag]\n  distance: 12.50\n",
      "distance=12.5 weather=snow luggage=bag+dog " },
    { "unknown", YAML, "answers: {weather: unknown, luggage: unknown, distance: unknown}",
      "distance=unknown weather=unknown luggage=unknown " },
    { "quotes-change-nothing", YAML, "answers: {weather: \"unknown\", distance: \"12\"}",
      "distance=12 weather=unknown " },
    { "a-band", YAML, "answers: {distance: far}", "distance=far " },
    { "earlier-names", YAML, "answers: {sky: wet, distance: middle}", "distance=mid weather=wet " },
    { "json", JSON,
      "{\"tree\": \"journey\", \"answers\": {\"weather\": \"wet\", \"luggage\": [\"bag\"],"
      " \"distance\": 12.5}}",
      "distance=12.5 weather=wet luggage=bag " },
    { "null-is-unknown-in-json", JSON, "{\"answers\": {\"weather\": null, \"luggage\": null}}",
      "weather=unknown luggage=unknown " },
    { "exponents-in-json", JSON, "{\"answers\": {\"distance\": 2.5e2}}", "distance=250 " },
    { "a-number-as-a-json-string", JSON, "{\"answers\": {\"distance\": \"25\"}}", "distance=25 " },
    { "words-of-yaml-1-1-stay-words", YAML, "answers: {hurry: yes}", "hurry=yes " },
};

/* Wrong sheets, with all that is said about them. */
static const struct {
    const char *name;
    Language language;
    const char *text, *faults;
} bad[] = {
    { "not-a-mapping", YAML, "- answers",
      "sheet.yaml:1:1: an answer sheet is a mapping\n"
      "    - answers\n"
      "    ^\n"
      "    mend: begin with a line answers:, the answers under it\n" },
    { "no-answers", YAML, "tree: journey",
      "sheet.yaml:1:1: missing key 'answers' in an answer sheet\n"
      "    tree: journey\n"
      "    ^\n"
      "    mend: write answers: {} for none\n" },
    { "answers-are-empty", YAML, "answers:",
      "sheet.yaml:1:9: 'answers' is no mapping of questions to answers\n"
      "    answers:\n"
      "            ^\n"
      "    mend: write a line QUESTION: ANSWER for each answer, or {} for none\n" },
    { "another-tree", YAML, "tree: journeys\nanswers: {}",
      "sheet.yaml:1:7: the sheet is for tree 'journeys', not for 'journey'; did you mean "
      "'journey'?\n"
      "    tree: journeys\n"
      "          ^\n" },
    { "an-unknown-key", YAML, "answer: {}\nanswers: {}",
      "sheet.yaml:1:1: unknown key 'answer' in an answer sheet; did you mean 'answers'?\n"
      "    answer: {}\n"
      "    ^\n"
      "    mend: a sheet has the keys tree and answers\n" },
    { "all-faults-in-one-pass", YAML, "answers:\n  wether: wet\n  distance: 2000\n  hurry:\n",
      "sheet.yaml:2:3: the tree 'journey' has no question 'wether'; did you mean 'weather'?\n"
      "      wether: wet\n"
      "      ^\n"
      "sheet.yaml:3:13: '2000' is out of range: question 'distance' takes 0.5 to 1000\n"
      "      distance: 2000\n"
      "                ^\n"
      "sheet.yaml:4:9: the answer to question 'hurry' is empty\n"
      "      hurry:\n"
      "            ^\n"
      "    mend: write the answer, or unknown, or leave the line out\n" },
    { "each-wrong-option-at-its-place", YAML, "answers: {luggage: [bag, bags, box, dogs]}",
      "sheet.yaml:1:26: question 'luggage' has no option 'bags'; did you mean 'bag'?\n"
      "    answers: {luggage: [bag, bags, box, dogs]}\n"
      "                             ^\n"
      "sheet.yaml:1:37: question 'luggage' has no option 'dogs'; did you mean 'dog'?\n"
      "    answers: {luggage: [bag, bags, box, dogs]}\n"
      "                                        ^\n" },
    { "one-option-where-a-list-is-due", YAML, "answers: {luggage: bag}",
      "sheet.yaml:1:20: question 'luggage' takes a list of options\n"
      "    answers: {luggage: bag}\n"
      "                       ^\n"
      "    mend: write luggage: [bag]\n" },
    { "a-list-where-one-is-due", YAML, "answers: {weather: [wet]}",
      "sheet.yaml:1:20: question 'weather' takes one answer alone\n"
      "    answers: {weather: [wet]}\n"
      "                       ^\n"
      "    mend: write the answer without a list\n" },
    { "an-empty-list", YAML, "answers: {luggage: []}",
      "sheet.yaml:1:20: the answer to question 'luggage' is an empty list\n"
      "    answers: {luggage: []}\n"
      "                       ^\n"
      "    mend: list at least one option, or write unknown\n" },
    { "unknown-in-a-list", YAML, "answers: {luggage: [unknown]}",
      "sheet.yaml:1:21: 'unknown' is no option but a whole answer to question 'luggage'; write it "
      "alone\n"
      "    answers: {luggage: [unknown]}\n"
      "                        ^\n" },
    { "an-exclusive-option-beside-others", YAML, "answers: {luggage: [bag, nothing]}",
      "sheet.yaml:1:26: option 'nothing' of question 'luggage' stands alone; leave it out or the "
      "others\n"
      "    answers: {luggage: [bag, nothing]}\n"
      "                             ^\n" },
    { "an-option-twice", YAML, "answers: {luggage: [bag, bag]}",
      "sheet.yaml:1:26: option 'bag' is there twice\n"
      "    answers: {luggage: [bag, bag]}\n"
      "                             ^\n" },
    { "a-mapping-for-an-answer", YAML, "answers: {weather: {wet: 1}}",
      "sheet.yaml:1:20: the answer to question 'weather' is no mapping\n"
      "    answers: {weather: {wet: 1}}\n"
      "                       ^\n"
      "    mend: write the answer itself, without a key\n" },
    { "a-question-by-two-names", YAML, "answers: {weather: wet, sky: dry}",
      "sheet.yaml:1:25: question 'weather' is answered twice, by different names of it\n"
      "    answers: {weather: wet, sky: dry}\n"
      "                            ^\n"
      "    mend: leave one of the two out\n" },
    { "exponents-in-yaml", YAML, "answers: {distance: 2e2}",
      "sheet.yaml:1:21: '2e2' is no number that question 'distance' takes: write digits with nothing between them "
      "and a point before a fraction, at most 15 before the point and 6 after it\n"
      "    answers: {distance: 2e2}\n"
      "                        ^\n" },
    { "null-in-yaml-is-a-word", YAML, "answers: {weather: null}",
      "sheet.yaml:1:20: question 'weather' has no option 'null'; choose from dry, wet, snow, unknown\n"
      "    answers: {weather: null}\n"
      "                       ^\n" },
    { "true-in-json", JSON, "{\"answers\": {\"hurry\": true}}",
      "sheet.json:1:23: true and false are no answer to question 'hurry'\n"
      "    {\"answers\": {\"hurry\": true}}\n"
      "                          ^\n"
      "    mend: write the option's id in quotes\n" },
    { "a-json-number-for-an-option", JSON, "{\"answers\": {\"weather\": 1}}",
      "sheet.json:1:25: question 'weather' takes no number\n"
      "    {\"answers\": {\"weather\": 1}}\n"
      "                            ^\n"
      "    mend: write the option's id in quotes\n" },
    { "null-in-a-json-list", JSON, "{\"answers\": {\"luggage\": [null]}}",
      "sheet.json:1:26: an option of question 'luggage' was expected here\n"
      "    {\"answers\": {\"luggage\": [null]}}\n"
      "                             ^\n"
      "    mend: write the id of an option\n" },
    { "a-json-number-out-of-range", JSON, "{\"answers\": {\"distance\": 1e4}}",
      "sheet.json:1:26: '1e4' is out of range: question 'distance' takes 0.5 to 1000\n"
      "    {\"answers\": {\"distance\": 1e4}}\n"
      "                             ^\n" },
    { "a-tree-that-is-no-id", JSON, "{\"tree\": 1, \"answers\": {}}",
      "sheet.json:1:10: 'tree' is no tree's id\n"
      "    {\"tree\": 1, \"answers\": {}}\n"
      "             ^\n"
      "    mend: write the tree's id, or leave the line out\n" },
};

static char *describe(const FpAnswerSheet *sheet)
{
    const FpTree *tree = fp_answer_sheet_tree(sheet);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < tree->n_questions; i++) {
        g_auto(GStrv) ids = fp_answer_to_ids(&tree->questions[i], fp_answer_sheet_get(sheet, i));
        g_autofree char *joined = g_strjoinv("+", ids);
        if (ids[0] != NULL)
            g_string_append_printf(text, "%s=%s ", tree->questions[i].id, joined);
    }
    return g_string_free(text, FALSE);
}

static void test_good(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document =
        small_document(good[row].text, good[row].language == JSON, diagnostics);
    g_autoptr(FpAnswerSheet) sheet = fp_sheet_read(tree, document, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, "");
    g_autofree char *said = describe(sheet);
    g_assert_cmpstr(said, ==, good[row].said);
}

static void test_bad(const void *data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpTree) tree = small_tree_read(journey_text);
    g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
    g_autoptr(FpDocument) document =
        small_document(bad[row].text, bad[row].language == JSON, diagnostics);
    g_autoptr(FpAnswerSheet) sheet = fp_sheet_read(tree, document, diagnostics);
    g_autofree char *faults = fp_diagnostics_to_text(diagnostics);
    g_assert_cmpstr(faults, ==, bad[row].faults);
    g_assert_null(sheet);
}

static void test_tree_id(void)
{
    static const struct {
        const char *text, *id;
    } rows[] = { { "tree: journey\nanswers: {}", "journey" },
                 { "answers: {}", NULL },
                 { "tree:\nanswers: {}", NULL },
                 { "tree: [journey]\nanswers: {}", NULL },
                 { "[]", NULL } };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(FpDiagnostics) diagnostics = fp_diagnostics_new();
        g_autoptr(FpDocument) document = small_document(rows[i].text, false, diagnostics);
        g_assert_cmpstr(fp_sheet_tree_id(document), ==, rows[i].id);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autofree char *path = g_strconcat("/engine/sheet-read/reads-", good[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_good);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *path = g_strconcat("/engine/sheet-read/refuses-", bad[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_bad);
    }
    g_test_add_func("/engine/sheet-read/the-trees-id-is-found-first", test_tree_id);
    return g_test_run();
}
