// SPDX-License-Identifier: Apache-2.0
// The second walk over the questions: their texts, guards, options and bands.
#include "fp-i18n.h"
#include "tree-read-private.h"

static FpOption read_option(FpTreeReader *reader, const FpOptionDraft *draft,
                            const FpQuestionDraft *question)
{
    const FpFields *fields = &draft->fields;
    const FpNode *id = fields->values[FP_KEY_OPTION_ID];
    FpOption option = {
        .id = id == NULL ? NULL : id->text,
        .place = id == NULL ? fields->node->place : id->place,
        .label = fp_read_text(fields, FP_KEY_OPTION_LABEL),
        .help = fp_read_text(fields, FP_KEY_OPTION_HELP),
        .headline = fp_read_text(fields, FP_KEY_OPTION_HEADLINE),
        .effects = fp_read_effects(reader, fields, FP_KEY_OPTION_EFFECTS, draft->n_above),
        .then =
            fp_arena_copy(reader->file.arena, draft->then->data, draft->then->len, sizeof(size_t)),
        .n_then = draft->then->len,
        .was = fp_read_was(reader, fields, FP_KEY_OPTION_WAS),
    };
    if (question->type == FP_QUESTION_NUMBER)
        option.has_below = fields->values[FP_KEY_BAND_BELOW] != NULL &&
                           fp_decimal_parse(fp_fields_text(fields, FP_KEY_BAND_BELOW),
                                            FP_DECIMAL_PLAIN, &option.below);
    else
        option.is_exclusive =
            g_strcmp0(fp_fields_text(fields, FP_KEY_OPTION_EXCLUSIVE), "true") == 0;
    if (question->type == FP_QUESTION_ONE)
        fp_fields_refuse(&reader->file, fields, FP_KEY_OPTION_EXCLUSIVE,
                         _("only an option of a question of type many can be exclusive"));
    return option;
}

static const FpOption *read_options(FpTreeReader *reader, const FpQuestionDraft *draft)
{
    FpOption *options = fp_arena_array(reader->file.arena, draft->n_options, sizeof *options);
    for (size_t i = 0; i < draft->n_options; i++)
        options[i] = read_option(reader, &draft->options[i], draft);
    return options;
}

static void check_band_end(FpTreeReader *reader, const FpFields *fields, bool is_last)
{
    if (!is_last)
        fp_fields_require(&reader->file, fields, FP_KEY_BAND_BELOW);
    else
        fp_fields_refuse(&reader->file, fields, FP_KEY_BAND_BELOW,
                         _("the last band has no end: it holds all numbers above the others"));
}

static void check_bands(FpTreeReader *reader, const FpQuestionDraft *draft, const FpOption *bands)
{
    const FpOption *previous = NULL;
    for (size_t i = 0; i < draft->n_options; i++) {
        const FpFields *fields = &draft->options[i].fields;
        check_band_end(reader, fields, i + 1 == draft->n_options);
        if (!bands[i].has_below)
            continue;
        if (previous != NULL && fp_decimal_compare(bands[i].below, previous->below) <= 0) {
            g_autofree char *end = fp_decimal_to_text(previous->below);
            fp_reader_report(&reader->file, fields->values[FP_KEY_BAND_BELOW]->place,
                             _("put the bands in rising order"),
                             _("bands must rise, but the one before this ends at %s"), end);
        }
        previous = &bands[i];
    }
}

static void read_range(FpTreeReader *reader, const FpQuestionDraft *draft, FpQuestion *question)
{
    const FpNode *min = draft->fields.values[FP_KEY_QUESTION_MIN],
                 *max = draft->fields.values[FP_KEY_QUESTION_MAX];
    if (min != NULL)
        fp_decimal_parse(min->text, FP_DECIMAL_PLAIN, &question->min);
    question->has_max =
        max != NULL && fp_decimal_parse(max->text, FP_DECIMAL_PLAIN, &question->max);
    if (question->has_max && fp_decimal_compare(question->max, question->min) < 0) {
        g_autofree char *least = fp_decimal_to_text(question->min);
        fp_reader_report(&reader->file, max->place, _("raise max, or lower min"),
                         _("'max' is below 'min', which is %s"), least);
    }
}

static size_t read_theme(FpTreeReader *reader, const FpQuestionDraft *draft,
                         const FpQuestion *questions)
{
    const FpNode *theme = draft->fields.values[FP_KEY_QUESTION_THEME];
    if (theme != NULL)
        return fp_name_space_find(&reader->file, &reader->themes, theme);
    return draft->parent_question == FP_NONE ? FP_NONE : questions[draft->parent_question].theme;
}

static void read_question(FpTreeReader *reader, size_t index, FpQuestion *questions)
{
    const FpQuestionDraft *draft = fp_question_draft_at(reader, index);
    const FpFields *fields = &draft->fields;
    const FpNode *id = fields->values[FP_KEY_QUESTION_ID];
    FpQuestion *question = &questions[index];
    *question = (FpQuestion) {
        .id = id == NULL ? NULL : id->text,
        .place = id == NULL ? fields->node->place : id->place,
        .ask = fp_read_text(fields, FP_KEY_QUESTION_ASK),
        .why = fp_read_text(fields, FP_KEY_QUESTION_WHY),
        .why_cites = fp_read_cites(reader, fields, FP_KEY_QUESTION_WHY_CITES),
        .type = draft->type,
        .theme = read_theme(reader, draft, questions),
        .when = fp_read_guard(reader, fields, FP_KEY_QUESTION_WHEN, index, index),
        .options = read_options(reader, draft),
        .n_options = draft->n_options,
        .parent_question = draft->parent_question,
        .parent_option = draft->parent_option,
        .depth = draft->depth,
        .unit = fp_read_text(fields, FP_KEY_QUESTION_UNIT),
        .was = fp_read_was(reader, fields, FP_KEY_QUESTION_WAS),
    };
    if (draft->type == FP_QUESTION_NUMBER) {
        read_range(reader, draft, question);
        check_bands(reader, draft, question->options);
    }
}

void fp_read_questions(FpTreeReader *reader)
{
    size_t n = reader->questions->len;
    FpQuestion *questions = fp_arena_array(reader->file.arena, n, sizeof *questions);
    for (size_t i = 0; i < n; i++)
        read_question(reader, i, questions);
    reader->tree->questions = questions;
    reader->tree->n_questions = n;
}
