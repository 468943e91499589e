// SPDX-License-Identifier: Apache-2.0
// The first walk over the questions: their ids, types and options, in tree order. Guards are read
// after it, since those in `always` and in rules may name any question.
#include "fp-i18n.h"
#include "tree-read-private.h"

void fp_question_draft_free(void *data)
{
    FpQuestionDraft *draft = data;
    for (size_t i = 0; i < draft->n_options; i++)
        g_array_unref(draft->options[i].then);
    fp_name_space_clear(&draft->option_names);
    g_free(draft->options);
    g_free(draft);
}

FpQuestionDraft *fp_question_draft_at(const FpTreeReader *reader, size_t index)
{
    return g_ptr_array_index(reader->questions, index);
}

static size_t options_key(const FpQuestionDraft *draft)
{
    return draft->type == FP_QUESTION_NUMBER ? FP_KEY_QUESTION_BANDS : FP_KEY_QUESTION_OPTIONS;
}

/* The type, or what the question looks like where that is missing or wrong. */
static FpQuestionType read_type(const FpFields *fields)
{
    if (fields->values[FP_KEY_QUESTION_TYPE] != NULL)
        return (FpQuestionType)fp_fields_word(fields, FP_KEY_QUESTION_TYPE);
    return fields->keys[FP_KEY_QUESTION_BANDS] != NULL ? FP_QUESTION_NUMBER : FP_QUESTION_MANY;
}

static void check_keys_of_type(FpTreeReader *reader, const FpQuestionDraft *draft)
{
    FpFileReader *file = &reader->file;
    const FpFields *fields = &draft->fields;
    if (fields->node->kind != FP_NODE_MAPPING || fields->values[FP_KEY_QUESTION_TYPE] == NULL)
        return;
    fp_fields_require(file, fields, options_key(draft));
    if (draft->type == FP_QUESTION_NUMBER) {
        fp_fields_refuse(file, fields, FP_KEY_QUESTION_OPTIONS,
                         _("a question of type number has bands, not options"));
        return;
    }
    fp_fields_refuse(file, fields, FP_KEY_QUESTION_BANDS,
                     _("only a question of type number has bands; this one has options"));
    fp_fields_refuse(file, fields, FP_KEY_QUESTION_UNIT,
                     _("only a question of type number has a unit"));
    fp_fields_refuse(file, fields, FP_KEY_QUESTION_MIN,
                     _("only a question of type number has a min"));
    fp_fields_refuse(file, fields, FP_KEY_QUESTION_MAX,
                     _("only a question of type number has a max"));
}

static void add_question_name(FpTreeReader *reader, const FpFields *fields, size_t index)
{
    const FpNode *id = fields->values[FP_KEY_QUESTION_ID];
    if (id == NULL) {
        reader->owned->questions.is_incomplete = true;
        return;
    }
    fp_name_space_add(&reader->file, &reader->owned->questions, id, index);
}

static void add_option_name(FpTreeReader *reader, FpQuestionDraft *draft, size_t index)
{
    const FpNode *id = draft->options[index].fields.values[FP_KEY_OPTION_ID];
    if (id == NULL) {
        draft->option_names.is_incomplete = true;
        return;
    }
    fp_name_space_add(&reader->file, &draft->option_names, id, index);
}

/* How many options of a question are read: all, or as many as are allowed. */
static size_t count_options(FpTreeReader *reader, FpQuestionDraft *draft)
{
    size_t key = options_key(draft), n = fp_fields_count(&draft->fields, key);
    if (draft->fields.values[key] == NULL) {
        draft->option_names.is_incomplete = true;
        return 0;
    }
    if (n >= FP_TREE_MIN_OPTIONS && n <= FP_TREE_MAX_OPTIONS)
        return n;
    draft->option_names.is_incomplete = n > FP_TREE_MAX_OPTIONS;
    FpPlace place = draft->fields.keys[key]->place;
    const char *mend =
        n < FP_TREE_MIN_OPTIONS ? _("add the other answers") : _("split the question into several");
    if (draft->type == FP_QUESTION_NUMBER)
        fp_reader_report(&reader->file, place, mend, _("a question has %d to %d bands, not %zu"),
                         FP_TREE_MIN_OPTIONS, FP_TREE_MAX_OPTIONS, n);
    else
        fp_reader_report(&reader->file, place, mend, _("a question has %d to %d options, not %zu"),
                         FP_TREE_MIN_OPTIONS, FP_TREE_MAX_OPTIONS, n);
    return MIN(n, FP_TREE_MAX_OPTIONS);
}

static void collect_list(FpTreeReader *reader, const FpFields *fields, size_t key,
                         FpQuestionDraft *parent, size_t parent_question, size_t parent_option);

static void collect_option(FpTreeReader *reader, FpQuestionDraft *draft, size_t question,
                           size_t index)
{
    FpOptionDraft *option = &draft->options[index];
    const FpFormatThing *thing =
        draft->type == FP_QUESTION_NUMBER ? &fp_format_band : &fp_format_option;
    const FpNode *node = fp_fields_item(&draft->fields, options_key(draft), index);
    option->then = g_array_new(FALSE, FALSE, sizeof(size_t));
    fp_fields_read(&reader->file, node, thing, &option->fields);
    add_option_name(reader, draft, index);
    option->n_above = reader->questions->len;
    collect_list(reader, &option->fields, FP_KEY_OPTION_THEN, draft, question, index);
}

static void collect_question(FpTreeReader *reader, const FpNode *node,
                             const FpQuestionDraft *parent, size_t parent_question,
                             size_t parent_option)
{
    FpQuestionDraft *draft = g_new0(FpQuestionDraft, 1);
    size_t index = reader->questions->len;
    g_ptr_array_add(reader->questions, draft);
    draft->parent_question = parent_question;
    draft->parent_option = parent_option;
    draft->depth = parent == NULL ? 0 : parent->depth + 1;
    fp_fields_read(&reader->file, node, &fp_format_question, &draft->fields);
    draft->type = read_type(&draft->fields);
    fp_name_space_init(&draft->option_names,
                       draft->type == FP_QUESTION_NUMBER ? FP_NAMES_BAND : FP_NAMES_OPTION);
    check_keys_of_type(reader, draft);
    add_question_name(reader, &draft->fields, index);
    size_t n_options = count_options(reader, draft);
    draft->options = g_new0(FpOptionDraft, n_options);
    // Counted up one by one, for nested questions may end the collecting.
    for (size_t i = 0; i < n_options; i++) {
        draft->n_options++;
        collect_option(reader, draft, index, i);
    }
}

/* Collects the questions of a list; parent NULL: those at the top. */
static void collect_list(FpTreeReader *reader, const FpFields *fields, size_t key,
                         FpQuestionDraft *parent, size_t parent_question, size_t parent_option)
{
    for (size_t i = 0; i < fp_fields_count(fields, key); i++) {
        const FpNode *node = fp_fields_item(fields, key, i);
        size_t index = reader->questions->len;
        if (index == FP_TREE_MAX_QUESTIONS) {
            if (!reader->owned->questions.is_incomplete)
                fp_reader_report(&reader->file, node->place, _("split the tree into several"),
                                 _("more than %d questions"), FP_TREE_MAX_QUESTIONS);
            reader->owned->questions.is_incomplete = true;
            return;
        }
        if (parent != NULL)
            g_array_append_val(parent->options[parent_option].then, index);
        collect_question(reader, node, parent, parent_question, parent_option);
    }
}

void fp_collect_questions(FpTreeReader *reader)
{
    FpNameSpace *names = &reader->owned->questions;
    names->is_incomplete = reader->fields.values[FP_KEY_TREE_QUESTIONS] == NULL;
    collect_list(reader, &reader->fields, FP_KEY_TREE_QUESTIONS, NULL, FP_NONE, FP_NONE);
    for (size_t i = 0; i < reader->questions->len; i++) {
        FpQuestionDraft *draft = fp_question_draft_at(reader, i);
        fp_name_space_add_was(&reader->file, names, &draft->fields, FP_KEY_QUESTION_WAS,
                              fp_fields_text(&draft->fields, FP_KEY_QUESTION_ID), i);
        for (size_t k = 0; k < draft->n_options; k++)
            fp_name_space_add_was(&reader->file, &draft->option_names, &draft->options[k].fields,
                                  FP_KEY_OPTION_WAS,
                                  fp_fields_text(&draft->options[k].fields, FP_KEY_OPTION_ID), k);
    }
}
