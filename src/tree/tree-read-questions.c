// SPDX-License-Identifier: Apache-2.0
// The second walk over the questions: their texts, guards, options and bands.
#include "fp-i18n.h"
#include "tree-read-private.h"

static FpOption read_option(TreeReader *reader, const OptionDraft *draft,
                            const QuestionDraft *question)
{
    const Fields *fields = &draft->fields;
    const FpNode *id = fields->values[OPTION_ID];
    FpOption option = {
        .id = id == NULL ? NULL : id->text,
        .place = id == NULL ? fields->node->place : id->place,
        .label = read_text(fields, OPTION_LABEL),
        .help = read_text(fields, OPTION_HELP),
        .effects = read_effects(reader, fields, OPTION_EFFECTS, draft->n_above),
        .then = fp_arena_copy(reader->reader.arena, draft->then->data, draft->then->len,
                              sizeof(size_t)),
        .n_then = draft->then->len,
        .was = read_was(reader, fields, OPTION_WAS),
    };
    if (question->type == FP_QUESTION_NUMBER)
        option.has_below =
            fields->values[BAND_BELOW] != NULL &&
            fp_decimal_parse(fields_text(fields, BAND_BELOW), FP_DECIMAL_PLAIN, &option.below);
    else
        option.is_exclusive = g_strcmp0(fields_text(fields, OPTION_EXCLUSIVE), "true") == 0;
    if (question->type == FP_QUESTION_ONE)
        fields_refuse(&reader->reader, fields, OPTION_EXCLUSIVE,
                      _("only an option of a question of type many can be exclusive"));
    return option;
}

static const FpOption *read_options(TreeReader *reader, const QuestionDraft *draft)
{
    FpOption *options = fp_arena_array(reader->reader.arena, draft->n_options, sizeof *options);
    for (size_t i = 0; i < draft->n_options; i++)
        options[i] = read_option(reader, &draft->options[i], draft);
    return options;
}

static void check_band_end(TreeReader *reader, const Fields *fields, bool is_last)
{
    if (!is_last)
        fields_require(&reader->reader, fields, BAND_BELOW);
    else
        fields_refuse(&reader->reader, fields, BAND_BELOW,
                      _("the last band has no end: it holds all numbers above the others"));
}

static void check_bands(TreeReader *reader, const QuestionDraft *draft, const FpOption *bands)
{
    const FpOption *previous = NULL;
    for (size_t i = 0; i < draft->n_options; i++) {
        const Fields *fields = &draft->options[i].fields;
        check_band_end(reader, fields, i + 1 == draft->n_options);
        if (!bands[i].has_below)
            continue;
        if (previous != NULL && fp_decimal_compare(bands[i].below, previous->below) <= 0) {
            g_autofree char *end = fp_decimal_to_text(previous->below);
            reader_report(&reader->reader, fields->values[BAND_BELOW]->place,
                          _("put the bands in rising order"),
                          _("bands must rise, but the one before this ends at %s"), end);
        }
        previous = &bands[i];
    }
}

static void read_range(TreeReader *reader, const QuestionDraft *draft, FpQuestion *question)
{
    const FpNode *min = draft->fields.values[QUESTION_MIN],
                 *max = draft->fields.values[QUESTION_MAX];
    if (min != NULL)
        fp_decimal_parse(min->text, FP_DECIMAL_PLAIN, &question->min);
    question->has_max =
        max != NULL && fp_decimal_parse(max->text, FP_DECIMAL_PLAIN, &question->max);
    if (question->has_max && fp_decimal_compare(question->max, question->min) < 0) {
        g_autofree char *least = fp_decimal_to_text(question->min);
        reader_report(&reader->reader, max->place, _("raise max, or lower min"),
                      _("'max' is below 'min', which is %s"), least);
    }
}

static size_t read_theme(TreeReader *reader, const QuestionDraft *draft,
                         const FpQuestion *questions)
{
    const FpNode *theme = draft->fields.values[QUESTION_THEME];
    if (theme != NULL)
        return names_find(&reader->reader, &reader->themes, theme);
    return draft->parent_question == FP_NONE ? FP_NONE : questions[draft->parent_question].theme;
}

static void read_question(TreeReader *reader, size_t index, FpQuestion *questions)
{
    const QuestionDraft *draft = question_draft_at(reader, index);
    const Fields *fields = &draft->fields;
    const FpNode *id = fields->values[QUESTION_ID];
    FpQuestion *question = &questions[index];
    *question = (FpQuestion) {
        .id = id == NULL ? NULL : id->text,
        .place = id == NULL ? fields->node->place : id->place,
        .ask = read_text(fields, QUESTION_ASK),
        .why = read_text(fields, QUESTION_WHY),
        .why_cites = read_cites(reader, fields, QUESTION_WHY_CITES),
        .type = draft->type,
        .theme = read_theme(reader, draft, questions),
        .when = read_guard(reader, fields, QUESTION_WHEN, index, index),
        .options = read_options(reader, draft),
        .n_options = draft->n_options,
        .parent_question = draft->parent_question,
        .parent_option = draft->parent_option,
        .depth = draft->depth,
        .unit = read_text(fields, QUESTION_UNIT),
        .was = read_was(reader, fields, QUESTION_WAS),
    };
    if (draft->type == FP_QUESTION_NUMBER) {
        read_range(reader, draft, question);
        check_bands(reader, draft, question->options);
    }
}

void read_questions(TreeReader *reader)
{
    size_t n = reader->questions->len;
    FpQuestion *questions = fp_arena_array(reader->reader.arena, n, sizeof *questions);
    for (size_t i = 0; i < n; i++)
        read_question(reader, i, questions);
    reader->tree->questions = questions;
    reader->tree->n_questions = n;
}
