// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "number-read-private.h"
#include "wizard-scene-private.h"
#include <string.h>

/* The publishers of a fact's sources, each once. */
static char *publishers_of(const FpFact *fact)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < fact->n_sources; i++) {
        const char *name = fact->sources[i].source->publisher;
        if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_add(names, NULL);
    return g_strjoinv(", ", (char **)names->pdata);
}

static char *source_in_words(const FpFact *fact, FpDate judging_date)
{
    g_autofree char *publishers = publishers_of(fact);
    g_autofree char *as_of = fp_date_to_text(fact->as_of);
    if (fp_fact_is_stale(fact, judging_date))
        /* Translators: a claim, who published it, a month: "… (Anthropic, as of 2026-08, …)". */
        return g_strdup_printf(_("%s (%s, as of %s, due for review)"), fact->claim, publishers,
                               as_of);
    /* Translators: a claim, who published it, a month: "… (Anthropic, as of 2026-08)". */
    return g_strdup_printf(_("%s (%s, as of %s)"), fact->claim, publishers, as_of);
}

static void make_why(FpWizardScene *scene, const FpWizard *wizard, const FpQuestion *question)
{
    FpDate judging_date = fp_session_judging_date(wizard->session);
    for (size_t i = 0; i < question->why_cites.n; i++)
        g_ptr_array_add(scene->why_sources,
                        source_in_words(question->why_cites.items[i].fact, judging_date));
    g_ptr_array_add(scene->why_sources, NULL);
    scene->view.why = fp_wizard_text(wizard, question->why);
    scene->view.why_cites.n = question->why_cites.n;
    scene->view.why_sources = (const char *const *)scene->why_sources->pdata;
    scene->view.shows_why = wizard->shows_why;
}

static void make_options(FpWizardScene *scene, const FpWizard *wizard, const FpQuestion *question)
{
    FpOptionSet ticks = fp_draft_ticks(wizard);
    for (size_t i = 0; i < question->n_options; i++) {
        FpViewOption option = {
            .id = question->options[i].id,
            .label = fp_wizard_text(wizard, question->options[i].label),
            .help = fp_wizard_text(wizard, question->options[i].help),
            .is_chosen = fp_option_set_has(ticks, i),
            .is_exclusive = question->options[i].is_exclusive,
            .is_shown = fp_wizard_shows(wizard, i),
        };
        g_array_append_val(scene->options, option);
    }
    scene->view.options = (const FpViewOption *)(const void *)scene->options->data;
    scene->view.n_options = scene->options->len;
    scene->view.focus = wizard->focus;
}

static void make_fields(FpWizardScene *scene, const FpWizard *wizard, const FpQuestion *question)
{
    scene->view.unit = fp_wizard_text(wizard, question->unit);
    if (question->type == FP_QUESTION_NUMBER) {
        scene->view.range = fp_number_range(question);
        scene->view.field = &wizard->number;
        FpNumberReading reading = fp_number_read(question, wizard->number.text->str);
        scene->view.reading = fp_number_in_words(wizard, question, &reading);
        scene->view.reading_is_fault = reading.fault != FP_NUMBER_GOOD;
        scene->view.is_typing_number = fp_draft_is_typing(wizard);
    }
    if (wizard->is_editing_note)
        scene->view.field = &wizard->note;
    scene->view.is_editing_note = wizard->is_editing_note;
    scene->view.has_draft = fp_draft_is_untaken(wizard);
    scene->view.note = fp_session_note(wizard->session, wizard->stand.question);
}

void fp_scene_make_question(FpWizardScene *scene, const FpWizard *wizard)
{
    const FpQuestion *question = fp_wizard_question(wizard);
    scene->view.question = wizard->stand.question;
    scene->view.ask = fp_wizard_text(wizard, question->ask);
    scene->view.type = question->type;
    scene->view.state = wizard->states[wizard->stand.question];
    if (question->theme != FP_NONE)
        scene->view.theme = fp_wizard_text(wizard, wizard->tree->themes[question->theme].title);
    make_why(scene, wizard, question);
    make_options(scene, wizard, question);
    make_fields(scene, wizard, question);
}
