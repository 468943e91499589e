// SPDX-License-Identifier: Apache-2.0
// What a form says of itself: a row a kind, and what it can choose among.
#include "fp-i18n.h"
#include "wizard-scene-private.h"
#include <assert.h>

typedef struct {
    const char *title, *choices_label;
    struct {
        const char *label, *help;
    } fields[FP_FORM_FIELDS_MAX];
} FormWords;

static const FormWords words[] = {
    [FP_FORM_FIND_OUT] = { N_("Who finds out"),
                           NULL,
                           { { N_("Who"), N_("a name, or a role; may stay empty") },
                             { N_("By when"), N_("a day, as YYYY-MM-DD; may stay empty") } } },
    [FP_FORM_DECISION] = { N_("What was decided"),
                           N_("Which path"),
                           { { N_("Why"), N_("in your own words; it stands on the page") } } },
    [FP_FORM_EXPORT] = { N_("Export the recommendation"), N_("Format"), { { N_("File"), NULL } } },
};
static_assert(G_N_ELEMENTS(words) == FP_FORM_COUNT, "a row for each kind");

static const char *of_decision(const FpWizardScene *scene, const FpWizard *wizard, size_t outcome)
{
    const FpVerdict *verdict = wizard->outlook.verdict;
    if (outcome == verdict->outcome && outcome == FP_NONE)
        return _("the answers leave no path");
    if (outcome == verdict->outcome && scene->brief->is_nothing_known)
        return NULL; // it comes first, but nothing speaks for it
    if (outcome == verdict->outcome)
        return _("recommended");
    return outcome != FP_NONE && fp_verdict_rank(verdict, outcome)->is_ruled_out ? _("ruled out")
                                                                                 : NULL;
}

static FpViewChoice choice_of(const FpWizardScene *scene, const FpWizard *wizard, size_t i)
{
    if (wizard->form.kind == FP_FORM_EXPORT)
        return (FpViewChoice) { fp_export_format(i)->name, _(fp_export_format(i)->description) };
    size_t outcome = fp_decide_outcome(wizard, i);
    const char *label = outcome != FP_NONE
                            ? fp_wizard_text(wizard, wizard->tree->outcomes[outcome].title)
                            : _("None of these");
    return (FpViewChoice) { label, of_decision(scene, wizard, outcome) };
}

/* Where a relative name leads to is told beside it. */
static const char *help_of_place(FpWizardScene *scene, const FpWizard *wizard)
{
    if (wizard->folder == NULL)
        return NULL;
    /* Translators: the path of a folder. */
    scene->form_help = g_strdup_printf(_("in %s, unless the name has a folder"), wizard->folder);
    return scene->form_help;
}

static void add_fields(FpWizardScene *scene, const FpWizard *wizard, const FormWords *said)
{
    for (size_t i = 0; i < wizard->form.n_fields; i++) {
        const char *help = said->fields[i].help;
        scene->form_fields[i] = (FpViewFormField) {
            .label = _(said->fields[i].label),
            .help = help != NULL ? _(help) : help_of_place(scene, wizard),
            .field = &wizard->form.fields[i],
        };
    }
    scene->view.form.fields = scene->form_fields;
    scene->view.form.n_fields = wizard->form.n_fields;
}

static const char *about(const FpWizardScene *scene, const FpWizard *wizard)
{
    if (wizard->form.kind == FP_FORM_FIND_OUT)
        return fp_wizard_text(wizard, wizard->tree->questions[wizard->form_question].ask);
    return scene->brief->headline;
}

char *fp_view_choice_in_words(const FpViewChoice *choice)
{
    /* Translators: a choice, and what is said of it. */
    return choice->detail != NULL ? g_strdup_printf(_("%s: %s"), choice->label, choice->detail)
                                  : g_strdup(choice->label);
}

void fp_scene_make_form(FpWizardScene *scene, const FpWizard *wizard)
{
    const FpForm *form = &wizard->form;
    const FormWords *said = &words[form->kind];
    if (form->kind == FP_FORM_NONE)
        return;
    scene->view.form = (FpViewForm) {
        .kind = form->kind,
        .title = _(said->title),
        .about = about(scene, wizard),
        .choices_label = said->choices_label != NULL ? _(said->choices_label) : NULL,
        .n_choices = form->n_choices,
        .choice = form->choice,
        .focus = form->focus,
        .is_last = fp_form_accepts_here(form),
        .asks_to_replace = form->asks_to_replace,
        .is_writing = form->is_writing,
    };
    for (size_t i = 0; i < form->n_choices; i++) {
        FpViewChoice choice = choice_of(scene, wizard, i);
        g_array_append_val(scene->choices, choice);
    }
    scene->view.form.choices = (const FpViewChoice *)(const void *)scene->choices->data;
    add_fields(scene, wizard, said);
}
