// SPDX-License-Identifier: Apache-2.0
// The first walk over the questions: their ids, types and options, in tree order. Guards are read
// after it, since those in `always` and in rules may name any question.
#include "fp-i18n.h"
#include "tree-read-private.h"

void free_question_draft(void *data)
{
    QuestionDraft *draft = data;
    for (size_t i = 0; i < draft->n_options; i++)
        g_array_unref(draft->options[i].then);
    names_clear(&draft->option_names);
    g_free(draft->options);
    g_free(draft);
}

QuestionDraft *question_draft_at(const TreeReader *reader, size_t index)
{
    return g_ptr_array_index(reader->questions, index);
}

static size_t options_key(const QuestionDraft *draft)
{
    return draft->type == FP_QUESTION_NUMBER ? QUESTION_BANDS : QUESTION_OPTIONS;
}

/* The type, or what the question looks like where that is missing or wrong. */
static FpQuestionType read_type(const Fields *fields)
{
    if (fields->values[QUESTION_TYPE] != NULL)
        return (FpQuestionType)fields_word(fields, QUESTION_TYPE);
    return fields->keys[QUESTION_BANDS] != NULL ? FP_QUESTION_NUMBER : FP_QUESTION_MANY;
}

static void check_keys_of_type(TreeReader *reader, const QuestionDraft *draft)
{
    Reader *file = &reader->reader;
    const Fields *fields = &draft->fields;
    if (fields->node->kind != FP_NODE_MAPPING || fields->values[QUESTION_TYPE] == NULL)
        return;
    fields_require(file, fields, options_key(draft));
    if (draft->type == FP_QUESTION_NUMBER) {
        fields_refuse(file, fields, QUESTION_OPTIONS,
                      _("a question of type number has bands, not options"));
        return;
    }
    fields_refuse(file, fields, QUESTION_BANDS,
                  _("only a question of type number has bands; this one has options"));
    fields_refuse(file, fields, QUESTION_UNIT, _("only a question of type number has a unit"));
    fields_refuse(file, fields, QUESTION_MIN, _("only a question of type number has a min"));
    fields_refuse(file, fields, QUESTION_MAX, _("only a question of type number has a max"));
}

static void add_question_name(TreeReader *reader, const Fields *fields, size_t index)
{
    const FpNode *id = fields->values[QUESTION_ID];
    if (id == NULL) {
        reader->owned->questions.is_incomplete = true;
        return;
    }
    names_add(&reader->reader, &reader->owned->questions, id, index);
}

static void add_option_name(TreeReader *reader, QuestionDraft *draft, size_t index)
{
    const FpNode *id = draft->options[index].fields.values[OPTION_ID];
    if (id == NULL) {
        draft->option_names.is_incomplete = true;
        return;
    }
    names_add(&reader->reader, &draft->option_names, id, index);
}

/* How many options of a question are read: all, or as many as are allowed. */
static size_t count_options(TreeReader *reader, QuestionDraft *draft)
{
    size_t key = options_key(draft), n = fields_count(&draft->fields, key);
    if (draft->fields.values[key] == NULL) {
        draft->option_names.is_incomplete = true;
        return 0;
    }
    if (n >= TREE_MIN_OPTIONS && n <= TREE_MAX_OPTIONS)
        return n;
    draft->option_names.is_incomplete = n > TREE_MAX_OPTIONS;
    FpPlace place = draft->fields.keys[key]->place;
    const char *mend =
        n < TREE_MIN_OPTIONS ? _("add the other answers") : _("split the question into several");
    if (draft->type == FP_QUESTION_NUMBER)
        reader_report(&reader->reader, place, mend, _("a question has %d to %d bands, not %zu"),
                      TREE_MIN_OPTIONS, TREE_MAX_OPTIONS, n);
    else
        reader_report(&reader->reader, place, mend, _("a question has %d to %d options, not %zu"),
                      TREE_MIN_OPTIONS, TREE_MAX_OPTIONS, n);
    return MIN(n, TREE_MAX_OPTIONS);
}

static void collect_list(TreeReader *reader, const Fields *fields, size_t key,
                         QuestionDraft *parent, size_t parent_question, size_t parent_option);

static void collect_option(TreeReader *reader, QuestionDraft *draft, size_t question, size_t index)
{
    OptionDraft *option = &draft->options[index];
    const FpFormatThing *thing =
        draft->type == FP_QUESTION_NUMBER ? &fp_format_band : &fp_format_option;
    const FpNode *node = fields_item(&draft->fields, options_key(draft), index);
    option->then = g_array_new(FALSE, FALSE, sizeof(size_t));
    fields_read(&reader->reader, node, thing, &option->fields);
    add_option_name(reader, draft, index);
    option->n_above = reader->questions->len;
    collect_list(reader, &option->fields, OPTION_THEN, draft, question, index);
}

static void collect_question(TreeReader *reader, const FpNode *node, const QuestionDraft *parent,
                             size_t parent_question, size_t parent_option)
{
    QuestionDraft *draft = g_new0(QuestionDraft, 1);
    size_t index = reader->questions->len;
    g_ptr_array_add(reader->questions, draft);
    draft->parent_question = parent_question;
    draft->parent_option = parent_option;
    draft->depth = parent == NULL ? 0 : parent->depth + 1;
    fields_read(&reader->reader, node, &fp_format_question, &draft->fields);
    draft->type = read_type(&draft->fields);
    names_init(&draft->option_names, draft->type == FP_QUESTION_NUMBER ? NAMES_BAND : NAMES_OPTION);
    check_keys_of_type(reader, draft);
    add_question_name(reader, &draft->fields, index);
    size_t n_options = count_options(reader, draft);
    draft->options = g_new0(OptionDraft, n_options);
    // Counted up one by one, for nested questions may end the collecting.
    for (size_t i = 0; i < n_options; i++) {
        draft->n_options++;
        collect_option(reader, draft, index, i);
    }
}

/* Collects the questions of a list; parent NULL: those at the top. */
static void collect_list(TreeReader *reader, const Fields *fields, size_t key,
                         QuestionDraft *parent, size_t parent_question, size_t parent_option)
{
    for (size_t i = 0; i < fields_count(fields, key); i++) {
        const FpNode *node = fields_item(fields, key, i);
        size_t index = reader->questions->len;
        if (index == TREE_MAX_QUESTIONS) {
            if (!reader->owned->questions.is_incomplete)
                reader_report(&reader->reader, node->place, _("split the tree into several"),
                              _("more than %d questions"), TREE_MAX_QUESTIONS);
            reader->owned->questions.is_incomplete = true;
            return;
        }
        if (parent != NULL)
            g_array_append_val(parent->options[parent_option].then, index);
        collect_question(reader, node, parent, parent_question, parent_option);
    }
}

void collect_questions(TreeReader *reader)
{
    Names *names = &reader->owned->questions;
    names->is_incomplete = reader->fields.values[TREE_QUESTIONS] == NULL;
    collect_list(reader, &reader->fields, TREE_QUESTIONS, NULL, FP_NONE, FP_NONE);
    for (size_t i = 0; i < reader->questions->len; i++) {
        QuestionDraft *draft = question_draft_at(reader, i);
        names_add_was(&reader->reader, names, &draft->fields, QUESTION_WAS,
                      fields_text(&draft->fields, QUESTION_ID), i);
        for (size_t k = 0; k < draft->n_options; k++)
            names_add_was(&reader->reader, &draft->option_names, &draft->options[k].fields,
                          OPTION_WAS, fields_text(&draft->options[k].fields, OPTION_ID), k);
    }
}
