// SPDX-License-Identifier: Apache-2.0
#include "explanation.h"
#include "fp-json-writer.h"
#include "guard-words.h"

static const char *name_of_kept_by(const FpExplanation *explanation)
{
    static const char *const guards[] = {
        [FP_GUARD_OF_EFFECT] = "guard",
        [FP_GUARD_OF_RULE] = "rule_guard",
        [FP_GUARD_OF_QUESTION] = "question_guard",
    };
    if (explanation->kept_by == FP_FIRED)
        return NULL;
    return explanation->kept_by == FP_KEPT_BY_ANSWER ? "answer" : guards[explanation->guard_of];
}

static const char *name_of_state(FpQuestionState state)
{
    static const char *const names[] = {
        [FP_STATE_NOT_APPLICABLE] = "not_asked",
        [FP_STATE_RESTING] = "resting",
        [FP_STATE_OPEN] = "open",
        [FP_STATE_UNKNOWN] = "unknown",
        [FP_STATE_ANSWERED] = "answered",
    };
    return names[state];
}

static const char *question_id(const FpTree *tree, size_t question)
{
    return question == FP_NONE ? NULL : tree->questions[question].id;
}

static void write_outcomes(FpJsonWriter *writer, const FpTree *tree, const FpEffect *effect)
{
    fp_json_key(writer, "outcomes");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < effect->n_outcomes; i++)
        fp_json_string(writer, tree->outcomes[effect->outcomes[i]].id);
    fp_json_end_array(writer);
}

static void write_effect(FpJsonWriter *writer, const FpTree *tree, const FpEffect *effect)
{
    bool has_strength = effect->strength != FP_NONE;
    bool has_control = effect->kind == FP_EFFECT_REQUIRE;
    fp_json_key_string(writer, "effect", fp_effect_kind_name(effect->kind));
    write_outcomes(writer, tree, effect);
    fp_json_key_string(writer, "strength",
                       has_strength ? tree->strengths[effect->strength].id : NULL);
    fp_json_key_string(writer, "control", has_control ? tree->controls[effect->control].id : NULL);
    fp_json_key_string(writer, "because", fp_tree_text(tree, effect->because, NULL));
    fp_json_key_integer(writer, "line", effect->place.line);
}

static void write_origin(FpJsonWriter *writer, const FpTree *tree, FpOrigin origin)
{
    bool has_option = origin.question != FP_NONE;
    fp_json_key_string(writer, "question", question_id(tree, origin.question));
    fp_json_key_string(writer, "option",
                       has_option ? tree->questions[origin.question].options[origin.option].id
                                  : NULL);
    fp_json_key_string(writer, "rule", origin.rule != FP_NONE ? tree->rules[origin.rule].id : NULL);
}

// The question that kept it, what stands there, and the entry of the guard with its line.
static void write_keeper(FpJsonWriter *writer, const FpExplanationPage *page,
                         const FpExplanation *explanation)
{
    const FpTree *tree = fp_answer_sheet_tree(page->sheet);
    bool has_question = explanation->question != FP_NONE;
    g_autofree char *entry =
        explanation->entry != NULL ? guard_in_words(tree, explanation->entry) : NULL;
    fp_json_key_string(writer, "kept_by", name_of_kept_by(explanation));
    fp_json_key_string(writer, "guarded", question_id(tree, explanation->guarded));
    fp_json_key_string(writer, "entry", entry);
    fp_json_key(writer, "entry_line");
    if (explanation->entry != NULL)
        fp_json_integer(writer, explanation->entry->place.line);
    else
        fp_json_null(writer);
    fp_json_key_string(writer, "at", question_id(tree, explanation->question));
    fp_json_key_string(writer, "state", has_question ? name_of_state(explanation->state) : NULL);
}

static void write_answer(FpJsonWriter *writer, const FpExplanationPage *page,
                         const FpExplanation *explanation)
{
    const FpTree *tree = fp_answer_sheet_tree(page->sheet);
    fp_json_key(writer, "answer");
    fp_json_begin_array(writer);
    if (explanation->question != FP_NONE) {
        const FpAnswer *answer = fp_answer_sheet_get(page->sheet, explanation->question);
        g_auto(GStrv) ids = fp_answer_to_ids(&tree->questions[explanation->question], answer);
        for (size_t i = 0; ids[i] != NULL; i++)
            fp_json_string(writer, ids[i]);
    }
    fp_json_end_array(writer);
}

char *fp_explanation_to_json(const FpExplanationPage *page)
{
    const FpTree *tree = fp_answer_sheet_tree(page->sheet);
    g_autoptr(FpJsonWriter) writer = fp_json_writer_new(FP_JSON_PRETTY);
    fp_json_begin_object(writer);
    fp_json_key_string(writer, "tree", tree->id);
    fp_json_key_string(writer, "version", tree->version);
    fp_json_key(writer, "effects");
    fp_json_begin_array(writer);
    for (size_t i = 0; i < page->explanations->n; i++) {
        const FpExplanation *explanation = &page->explanations->items[i];
        if (!page->is_wanted[i])
            continue;
        fp_json_begin_object(writer);
        write_effect(writer, tree, explanation->effect);
        write_origin(writer, tree, explanation->origin);
        fp_json_key_bool(writer, "fired", explanation->kept_by == FP_FIRED);
        write_keeper(writer, page, explanation);
        write_answer(writer, page, explanation);
        fp_json_end_object(writer);
    }
    fp_json_end_array(writer);
    fp_json_end_object(writer);
    return fp_json_writer_finish(writer);
}
