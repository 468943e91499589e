// SPDX-License-Identifier: Apache-2.0
// One pass over the questions in tree order. A theme that the tree comes back to is listed again:
// rows keep tree order.
#include "fp-i18n.h"
#include "wizard-scene-private.h"

static bool is_shown(const FpWizard *wizard, size_t question)
{
    return wizard->stand.phase == FP_PHASE_QUESTION && wizard->stand.question == question;
}

/* Whether another answer alone would change the outcome. */
static bool turns(const FpWizard *wizard, size_t question)
{
    const FpChanges *changes = fp_outlook_changes(wizard);
    for (size_t i = 0; changes != NULL && i < changes->n; i++) {
        if (changes->items[i].n_steps == 1 && changes->items[i].steps[0].question == question)
            return true;
    }
    return false;
}

/* Of an "I don't know": with who finds out, by when. */
static char *unknown_in_words(const char *who, const char *by)
{
    if (who != NULL && by != NULL)
        /* Translators: a person's name, and a date. */
        return g_strdup_printf(_("I don't know; %s finds out by %s"), who, by);
    if (who != NULL)
        /* Translators: a person's name. */
        return g_strdup_printf(_("I don't know; %s finds out"), who);
    /* Translators: a date. */
    return g_strdup_printf(_("I don't know; to be found out by %s"), by);
}

static char *answer_in_words(const FpWizard *wizard, size_t question)
{
    const char *who = fp_session_who(wizard->session, question);
    const char *by = fp_session_by(wizard->session, question);
    if (who != NULL || by != NULL)
        return unknown_in_words(who, by);
    return fp_brief_answer_in_words(wizard->tree, question, fp_wizard_answer(wizard, question),
                                    wizard->language);
}

static void add_row(FpWizardScene *scene, const FpWizard *wizard, size_t question)
{
    const FpQuestion *asked = &wizard->tree->questions[question];
    FpViewRow row = {
        .question = question,
        .ask = fp_wizard_text(wizard, asked->ask),
        .state = wizard->states[question],
        .is_current = is_shown(wizard, question),
        .depth = asked->depth,
        .answer = answer_in_words(wizard, question),
        .note = fp_session_note(wizard->session, question),
        .turns = turns(wizard, question),
        .has_draft = fp_draft_stands(wizard, question),
        .is_shown = wizard->stand.phase != FP_PHASE_REVIEW || fp_wizard_shows(wizard, question),
    };
    g_array_append_val(scene->rows, row);
}

/* The theme that the next row goes under; a new one where the theme changes. */
static FpViewTheme *theme_for(FpWizardScene *scene, const FpWizard *wizard, size_t theme,
                              size_t *last_theme)
{
    if (scene->themes->len == 0 || *last_theme != theme) {
        FpViewTheme next = { .first_row = scene->rows->len };
        if (theme != FP_NONE)
            next.title = fp_wizard_text(wizard, wizard->tree->themes[theme].title);
        g_array_append_val(scene->themes, next);
        *last_theme = theme;
    }
    return &g_array_index(scene->themes, FpViewTheme, scene->themes->len - 1);
}

static void count(FpWizardScene *scene, const FpWizard *wizard, FpViewTheme *theme, size_t question)
{
    FpQuestionState state = wizard->states[question];
    size_t applicable = fp_question_state_is_applicable(state) ? 1 : 0;
    size_t said = applicable == 1 && state != FP_STATE_OPEN ? 1 : 0;
    theme->n_rows++;
    theme->n_applicable += applicable;
    theme->n_said += said;
    theme->is_current = theme->is_current || is_shown(wizard, question);
    scene->view.n_applicable += applicable;
    scene->view.n_said += said;
    if (is_shown(wizard, question))
        scene->view.position = scene->view.n_applicable;
}

void fp_scene_make_rows(FpWizardScene *scene, const FpWizard *wizard)
{
    size_t last_theme = FP_NONE;
    for (size_t i = 0; i < wizard->tree->n_questions; i++) {
        if (!fp_review_lists(wizard->states, i))
            continue;
        size_t theme = wizard->tree->questions[i].theme;
        count(scene, wizard, theme_for(scene, wizard, theme, &last_theme), i);
        add_row(scene, wizard, i);
    }
    scene->view.themes = (const FpViewTheme *)(const void *)scene->themes->data;
    scene->view.n_themes = scene->themes->len;
    scene->view.rows = (const FpViewRow *)(const void *)scene->rows->data;
    scene->view.n_rows = scene->rows->len;
}
