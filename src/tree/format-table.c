// SPDX-License-Identifier: Apache-2.0
#include "format-private.h"
#include "fp-i18n.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

const char *const fp_format_question_types[] = { "one", "many", "number", NULL };
const char *const fp_format_access_levels[] = { "none", "limited", "full", NULL };
const char *const fp_format_source_kinds[] = { "primary", "secondary", NULL };
const char *const fp_format_confidences[] = { "high", "medium", "low", NULL };

/* Bits of FpKeyFlags, short for the rows below. */
enum {
    REQUIRED = FP_KEY_REQUIRED,
    NULLABLE = FP_KEY_NULLABLE,
    NOT_EMPTY = FP_KEY_NOT_EMPTY,
    DIFFERENT = FP_KEY_DIFFERENT,
    OPTIONAL = 0,
};

static const FpFormatKey tree_keys[] = {
    [FP_KEY_TREE_FINGERPOST] = { "fingerpost", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_INTEGER,
                                 N_("the version of the format: 1"), .min = 1,
                                 .max = FP_FORMAT_VERSION },
    [FP_KEY_TREE_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                         N_("the tree's name in commands") },
    [FP_KEY_TREE_VERSION] = { "version", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("which edition of the tree this is") },
    [FP_KEY_TREE_TITLE] = { "title", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                            N_("the decision in a few words") },
    [FP_KEY_TREE_SUMMARY] = { "summary", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("what the first screen says about the tree") },
    [FP_KEY_TREE_LANGUAGE] = { "language", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("the language of the texts, such as en") },
    [FP_KEY_TREE_USES] = { "uses", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                           N_("the facts files that the tree cites"), .names = "facts file" },
    [FP_KEY_TREE_STRENGTHS] = { "strengths", REQUIRED, FP_HOLDS_IDS, FP_SHAPE_INTEGER,
                                N_("names of strengths and their points"), .min = 1, .max = 1000 },
    [FP_KEY_TREE_CLOSE_CALL] = { "close_call", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_INTEGER,
                                 N_("the largest lead in points that is called a close call"),
                                 .min = 0, .max = 1000000000 },
    [FP_KEY_TREE_PREFER] = { "prefer", REQUIRED | DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                             N_("every outcome once; the earlier one wins a tie"),
                             .names = "outcome" },
    [FP_KEY_TREE_OUTCOMES] = { "outcomes", REQUIRED | NOT_EMPTY, FP_HOLDS_IDS, FP_SHAPE_THING,
                               N_("the paths that the tree can point to"),
                               .thing = &fp_format_outcome },
    [FP_KEY_TREE_CONTROLS] = { "controls", OPTIONAL, FP_HOLDS_IDS, FP_SHAPE_THING,
                               N_("the safeguards that effects can require"),
                               .thing = &fp_format_control },
    [FP_KEY_TREE_THEMES] = { "themes", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                             N_("the headings that questions stand under"),
                             .thing = &fp_format_theme },
    [FP_KEY_TREE_ALWAYS] = { "always", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                             N_("effects that count whatever is answered"),
                             .thing = &fp_format_effect },
    [FP_KEY_TREE_QUESTIONS] = { "questions", REQUIRED, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("the questions in the order in which they are asked"),
                                .thing = &fp_format_question },
    [FP_KEY_TREE_RULES] = { "rules", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                            N_("effects that count when their guard holds"),
                            .thing = &fp_format_rule },
    [FP_KEY_TREE_TESTS] = { "tests", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                            N_("answers and the verdict expected of them"),
                            .thing = &fp_format_case },
    [FP_KEY_TREE_ALLOW] = { "allow", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                            N_("findings of the check that are meant to be so"),
                            .thing = &fp_format_allow },
};
const FpFormatThing fp_format_tree = { N_("tree"), tree_keys, LENGTH(tree_keys) };

static const FpFormatKey outcome_keys[] = {
    [FP_KEY_OUTCOME_TITLE] = { "title", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("the outcome's name as people say it") },
    [FP_KEY_OUTCOME_SUMMARY] = { "summary", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                 N_("the outcome in a sentence or two") },
    [FP_KEY_OUTCOME_HEADLINE] = { "headline", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                  N_("what to do, as a brief's headline says it, without a full "
                                     "stop") },
    [FP_KEY_OUTCOME_LIMITS] = { "limits", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("what the outcome does not give"), .thing = &fp_format_limit },
    [FP_KEY_OUTCOME_DATAFLOW] = { "dataflow", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                  N_("the way that data goes, stop by stop"),
                                  .thing = &fp_format_stop },
    [FP_KEY_OUTCOME_ACCESS] = { "access", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("who can see what on this path"), .thing = &fp_format_access },
    [FP_KEY_OUTCOME_NEXT_STEPS] = { "next_steps", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                    N_("what to do first"), .thing = &fp_format_next_step },
    [FP_KEY_OUTCOME_WAS] = { "was", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_ID,
                             N_("the outcome's ids in earlier versions") },
};
const FpFormatThing fp_format_outcome = { N_("outcome"), outcome_keys, LENGTH(outcome_keys) };

static const FpFormatKey limit_keys[] = {
    [FP_KEY_LIMIT_TEXT] = { "text", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                            N_("what is not given") },
    [FP_KEY_LIMIT_CITES] = { "cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                             N_("the facts that it rests on"), .names = "fact" },
};
const FpFormatThing fp_format_limit = { N_("limit"), limit_keys, LENGTH(limit_keys) };

static const FpFormatKey stop_keys[] = {
    [FP_KEY_STOP_AT] = { "at", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT, N_("where the data is") },
    [FP_KEY_STOP_WITHIN] = { "within", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                             N_("what the stop is inside of") },
    [FP_KEY_STOP_CONTROL] = { "control", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NAME,
                              N_("the control that guards the way to it"), .names = "control" },
    [FP_KEY_STOP_RUN_BY] = { "run_by", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT, N_("who runs it") },
};
const FpFormatThing fp_format_stop = { N_("stop of the dataflow"), stop_keys, LENGTH(stop_keys) };

static const FpFormatKey access_keys[] = {
    [FP_KEY_ACCESS_WHO] = { "who", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                            N_("who has the access") },
    [FP_KEY_ACCESS_TO] = { "to", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                           N_("what the access is to") },
    [FP_KEY_ACCESS_HAS] = { "has", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_WORD,
                            N_("how much access it is"), .words = fp_format_access_levels },
    [FP_KEY_ACCESS_CITES] = { "cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                              N_("the facts that it rests on"), .names = "fact" },
};
const FpFormatThing fp_format_access = { N_("access"), access_keys, LENGTH(access_keys) };

static const FpFormatKey next_step_keys[] = {
    [FP_KEY_NEXT_STEP_DO] = { "do", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("what is to be done") },
    [FP_KEY_NEXT_STEP_OWNER] = { "owner", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                 N_("who does it") },
    [FP_KEY_NEXT_STEP_CITES] = { "cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                                 N_("the facts that it rests on"), .names = "fact" },
};
const FpFormatThing fp_format_next_step = { N_("next step"), next_step_keys,
                                            LENGTH(next_step_keys) };

static const FpFormatKey control_keys[] = {
    [FP_KEY_CONTROL_TITLE] = { "title", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("the control's name as people say it") },
    [FP_KEY_CONTROL_HOW] = { "how", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                             N_("how it is put in place") },
    [FP_KEY_CONTROL_OWNER] = { "owner", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("who sees to it") },
    [FP_KEY_CONTROL_CITES] = { "cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                               N_("the facts that it rests on"), .names = "fact" },
};
const FpFormatThing fp_format_control = { N_("control"), control_keys, LENGTH(control_keys) };

static const FpFormatKey theme_keys[] = {
    [FP_KEY_THEME_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                          N_("the name that questions use") },
    [FP_KEY_THEME_TITLE] = { "title", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                             N_("the heading that people see") },
};
const FpFormatThing fp_format_theme = { N_("theme"), theme_keys, LENGTH(theme_keys) };

static const FpFormatKey question_keys[] = {
    [FP_KEY_QUESTION_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                             N_("the name that guards and answer sheets use") },
    [FP_KEY_QUESTION_ASK] = { "ask", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("the question itself") },
    [FP_KEY_QUESTION_TYPE] = { "type", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_WORD,
                               N_("how it is answered"), .words = fp_format_question_types },
    [FP_KEY_QUESTION_OPTIONS] = { "options", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                  N_("the answers to choose from, 2 to 100"),
                                  .thing = &fp_format_option },
    [FP_KEY_QUESTION_BANDS] = { "bands", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("the ranges that a number falls in, 2 to 100"),
                                .thing = &fp_format_band },
    [FP_KEY_QUESTION_THEME] = { "theme", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NAME,
                                N_("the theme that it stands under"), .names = "theme" },
    [FP_KEY_QUESTION_WHY] = { "why", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT, N_("why it is asked") },
    [FP_KEY_QUESTION_WHY_CITES] = { "why_cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                                    N_("the facts that the why rests on"), .names = "fact" },
    [FP_KEY_QUESTION_WHEN] = { "when", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_GUARD,
                               N_("the guard that must hold for it to be asked") },
    [FP_KEY_QUESTION_WAS] = { "was", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_ID,
                              N_("the question's ids in earlier versions") },
    [FP_KEY_QUESTION_UNIT] = { "unit", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("what the number counts") },
    [FP_KEY_QUESTION_MIN] = { "min", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NUMBER,
                              N_("the least number that can be answered; 0 if left out") },
    [FP_KEY_QUESTION_MAX] = { "max", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NUMBER,
                              N_("the greatest number that can be answered") },
};
const FpFormatThing fp_format_question = { N_("question"), question_keys, LENGTH(question_keys) };

static const FpFormatKey option_keys[] = {
    [FP_KEY_OPTION_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                           N_("the name that guards and answer sheets use") },
    [FP_KEY_OPTION_LABEL] = { "label", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("the answer as people read it") },
    [FP_KEY_OPTION_HELP] = { "help", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                             N_("what helps to tell whether it applies") },
    [FP_KEY_OPTION_HEADLINE] = { "headline", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                 N_("a short phrase that it adds to a brief's headline") },
    [FP_KEY_OPTION_EFFECTS] = { "effects", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("what choosing it does to the outcomes"),
                                .thing = &fp_format_effect },
    [FP_KEY_OPTION_THEN] = { "then", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                             N_("the questions that are asked only when it is chosen"),
                             .thing = &fp_format_question },
    [FP_KEY_OPTION_WAS] = { "was", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_ID,
                            N_("the option's ids in earlier versions") },
    [FP_KEY_OPTION_EXCLUSIVE] = { "exclusive", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_BOOLEAN,
                                  N_("true where no other option can be ticked beside it") },
};
const FpFormatThing fp_format_option = { N_("option"), option_keys, LENGTH(option_keys) };

static const FpFormatKey band_keys[] = {
    [FP_KEY_OPTION_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                           N_("the name that guards and answer sheets use") },
    [FP_KEY_OPTION_LABEL] = { "label", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("the range as people read it") },
    [FP_KEY_OPTION_HELP] = { "help", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                             N_("what helps to tell whether it applies") },
    [FP_KEY_OPTION_HEADLINE] = { "headline", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                 N_("a short phrase that it adds to a brief's headline") },
    [FP_KEY_OPTION_EFFECTS] = { "effects", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                                N_("what falling in it does to the outcomes"),
                                .thing = &fp_format_effect },
    [FP_KEY_OPTION_THEN] = { "then", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_THING,
                             N_("the questions that are asked only when the number falls in it"),
                             .thing = &fp_format_question },
    [FP_KEY_OPTION_WAS] = { "was", OPTIONAL, FP_HOLDS_LIST, FP_SHAPE_ID,
                            N_("the band's ids in earlier versions") },
    [FP_KEY_BAND_BELOW] = { "below", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NUMBER,
                            N_("the first number above the band; none on the last band") },
};
const FpFormatThing fp_format_band = { N_("band"), band_keys, LENGTH(band_keys) };

static const FpFormatKey effect_keys[] = {
    [FP_KEY_EFFECT_FAVOUR] = { "favour", NOT_EMPTY | DIFFERENT, FP_HOLDS_ONE_OR_LIST, FP_SHAPE_NAME,
                               N_("the outcome that gains points, or a list of them"),
                               .names = "outcome" },
    [FP_KEY_EFFECT_DISFAVOUR] = { "disfavour", NOT_EMPTY | DIFFERENT, FP_HOLDS_ONE_OR_LIST,
                                  FP_SHAPE_NAME,
                                  N_("the outcome that loses points, or a list of them"),
                                  .names = "outcome" },
    [FP_KEY_EFFECT_RULE_OUT] = { "rule_out", NOT_EMPTY | DIFFERENT, FP_HOLDS_ONE_OR_LIST,
                                 FP_SHAPE_NAME, N_("the outcome that is out, or a list of them"),
                                 .names = "outcome" },
    [FP_KEY_EFFECT_REQUIRE] = { "require", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NAME,
                                N_("the control that becomes a condition"), .names = "control" },
    [FP_KEY_EFFECT_ADVISE] = { "advise", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT, N_("the advice") },
    [FP_KEY_EFFECT_BECAUSE] = { "because", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                N_("the reason, as the brief will print it") },
    [FP_KEY_EFFECT_STRENGTH] = { "strength", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_NAME,
                                 N_("one of the names under strengths"), .names = "strength" },
    [FP_KEY_EFFECT_COUNTS_AS] = { "counts_as", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_ID,
                                  N_("a name shared by effects of which only the strongest counts") },
    [FP_KEY_EFFECT_FOR] = { "for", NOT_EMPTY | DIFFERENT, FP_HOLDS_ONE_OR_LIST, FP_SHAPE_NAME,
                            N_("the outcome that it is about, or a list of them; all if left out"),
                            .names = "outcome" },
    [FP_KEY_EFFECT_WHEN] = { "when", OPTIONAL, FP_HOLDS_ONE, FP_SHAPE_GUARD,
                             N_("the guard that must hold besides") },
    [FP_KEY_EFFECT_CITES] = { "cites", DIFFERENT, FP_HOLDS_LIST, FP_SHAPE_NAME,
                              N_("the facts that the reason rests on"), .names = "fact" },
};
const FpFormatThing fp_format_effect = { N_("effect"), effect_keys, LENGTH(effect_keys) };

static const FpFormatKey rule_keys[] = {
    [FP_KEY_RULE_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID, N_("the rule's name") },
    [FP_KEY_RULE_WHEN] = { "when", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_GUARD,
                           N_("the guard that must hold for its effects to count") },
    [FP_KEY_RULE_EFFECTS] = { "effects", REQUIRED, FP_HOLDS_LIST, FP_SHAPE_THING,
                              N_("what the rule does to the outcomes"),
                              .thing = &fp_format_effect },
};
const FpFormatThing fp_format_rule = { N_("rule"), rule_keys, LENGTH(rule_keys) };

static const FpFormatKey case_keys[] = {
    [FP_KEY_CASE_NAME] = { "name", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                           N_("a sentence that the case proves") },
    [FP_KEY_CASE_ANSWERS] = { "answers", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_MAP,
                              N_("the answers, as on an answer sheet") },
    [FP_KEY_CASE_EXPECT] = { "expect", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_MAP,
                             N_("what the verdict must say") },
};
const FpFormatThing fp_format_case = { N_("test"), case_keys, LENGTH(case_keys) };

static const FpFormatKey allow_keys[] = {
    [FP_KEY_ALLOW_FINDING] = { "finding", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_ID,
                               N_("the finding's code, as the check prints it") },
    [FP_KEY_ALLOW_AT] = { "at", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_NAME,
                          N_("an outcome, a question, a question/option or a rule"),
                          .names = "outcome, question, question/option or rule" },
    [FP_KEY_ALLOW_BECAUSE] = { "because", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                               N_("why it is meant to be so") },
};
const FpFormatThing fp_format_allow = { N_("allowed finding"), allow_keys, LENGTH(allow_keys) };

static const FpFormatKey facts_file_keys[] = {
    [FP_KEY_FACTS_FILE_SOURCES] = { "sources", REQUIRED, FP_HOLDS_IDS, FP_SHAPE_THING,
                                    N_("where the claims come from"), .thing = &fp_format_source },
    [FP_KEY_FACTS_FILE_FACTS] = { "facts", REQUIRED, FP_HOLDS_IDS, FP_SHAPE_THING, N_("the claims"),
                                  .thing = &fp_format_fact },
};
const FpFormatThing fp_format_facts_file = { N_("facts file"), facts_file_keys,
                                             LENGTH(facts_file_keys) };

static const FpFormatKey source_keys[] = {
    [FP_KEY_SOURCE_TITLE] = { "title", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                              N_("the title of the page or document") },
    [FP_KEY_SOURCE_PUBLISHER] = { "publisher", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                  N_("who published it") },
    [FP_KEY_SOURCE_URL] = { "url", NULLABLE, FP_HOLDS_ONE, FP_SHAPE_URL,
                            N_("where it can be read") },
    [FP_KEY_SOURCE_PUBLISHED] = { "published", NULLABLE, FP_HOLDS_ONE, FP_SHAPE_DATE,
                                  N_("the date that it bears") },
    [FP_KEY_SOURCE_SEEN] = { "seen", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_DATE,
                             N_("the date on which it was read") },
    [FP_KEY_SOURCE_KIND] = { "kind", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_WORD,
                             N_("whether it speaks for itself or of others"),
                             .words = fp_format_source_kinds },
};
const FpFormatThing fp_format_source = { N_("source"), source_keys, LENGTH(source_keys) };

static const FpFormatKey fact_keys[] = {
    [FP_KEY_FACT_CLAIM] = { "claim", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT, N_("what is so") },
    [FP_KEY_FACT_SOURCES] = { "sources", REQUIRED | NOT_EMPTY, FP_HOLDS_LIST, FP_SHAPE_THING,
                              N_("which sources say so, and where"),
                              .thing = &fp_format_source_ref },
    [FP_KEY_FACT_TOPIC] = { "topic", NULLABLE, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                            N_("what it is about") },
    [FP_KEY_FACT_AS_OF] = { "as_of", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_DATE,
                            N_("the date for which it is known to hold") },
    [FP_KEY_FACT_REVIEW_BY] = { "review_by", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_DATE,
                                N_("the date past which it counts as stale") },
    [FP_KEY_FACT_CONFIDENCE] = { "confidence", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_WORD,
                                 N_("how sure it is"), .words = fp_format_confidences },
    [FP_KEY_FACT_NOTE] = { "note", NULLABLE, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                           N_("what else a reader should know") },
};
const FpFormatThing fp_format_fact = { N_("fact"), fact_keys, LENGTH(fact_keys) };

static const FpFormatKey source_ref_keys[] = {
    [FP_KEY_SOURCE_REF_ID] = { "id", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_NAME,
                               N_("the id of one of the sources above"), .names = "source" },
    [FP_KEY_SOURCE_REF_LOCATOR] = { "locator", REQUIRED, FP_HOLDS_ONE, FP_SHAPE_TEXT,
                                    N_("where in the source it stands") },
};
const FpFormatThing fp_format_source_ref = { N_("source of a fact"), source_ref_keys,
                                             LENGTH(source_ref_keys) };
