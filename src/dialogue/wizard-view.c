// SPDX-License-Identifier: Apache-2.0
// The view is made when it is asked for and kept until something changes.
#include "wizard-scene-private.h"

static void clear_row(void *row)
{
    g_free(((FpViewRow *)row)->answer);
}

static void clear_path(void *path)
{
    g_free(((FpViewPath *)path)->share);
}

static FpWizardScene *new_scene(void)
{
    FpWizardScene *scene = g_new0(FpWizardScene, 1);
    scene->themes = g_array_new(FALSE, FALSE, sizeof(FpViewTheme));
    scene->rows = g_array_new(FALSE, FALSE, sizeof(FpViewRow));
    g_array_set_clear_func(scene->rows, clear_row);
    scene->paths = g_array_new(FALSE, FALSE, sizeof(FpViewPath));
    g_array_set_clear_func(scene->paths, clear_path);
    scene->options = g_array_new(FALSE, FALSE, sizeof(FpViewOption));
    scene->choices = g_array_new(FALSE, FALSE, sizeof(FpViewChoice));
    scene->why_sources = g_ptr_array_new_with_free_func(g_free);
    return scene;
}

void fp_scene_free(FpWizardScene *scene)
{
    if (scene == NULL)
        return;
    g_array_unref(scene->themes);
    g_array_unref(scene->rows);
    g_array_unref(scene->paths);
    g_array_unref(scene->options);
    g_array_unref(scene->choices);
    g_free(scene->form_help);
    g_ptr_array_unref(scene->why_sources);
    fp_brief_free(scene->brief);
    g_free(scene->view.range);
    g_free(scene->view.why_not.outlook);
    g_free(scene->view.reading);
    g_free(scene);
}

static void make_result(FpWizardScene *scene, const FpWizard *wizard)
{
    FpBriefInput input = {
        .sheet = wizard->outlook.sheet,
        .verdict = wizard->outlook.verdict,
        .as_of = fp_session_judging_date(wizard->session),
        .session = wizard->session,
        .session_number = wizard->session_number,
        .session_id = wizard->session_id,
        .session_digest = wizard->session_digest,
        .language = wizard->language,
        .analyses = wizard->outlook.analyses,
    };
    scene->brief = fp_brief_new(&input);
    scene->view.brief = scene->brief;
    scene->view.shows_whole = wizard->shows_whole;
    scene->view.can_decide = fp_session_state(wizard->session) != FP_SESSION_OPEN;
    fp_scene_make_why_not(scene, wizard);
}

static void make_search(FpWizardScene *scene, const FpWizard *wizard)
{
    bool is_on = wizard->filter.is_typing || fp_filter_is_on(&wizard->filter);
    if (!is_on || wizard->stand.phase == FP_PHASE_RESULT)
        return;
    scene->view.search = &wizard->filter.words;
    scene->view.is_searching = wizard->filter.is_typing;
    scene->view.n_shown = fp_wizard_count_shown(wizard);
}

static void make_review(FpWizardScene *scene, const FpWizard *wizard)
{
    scene->view.review_focus = fp_review_row(wizard);
}

static FpWizardScene *make_scene(const FpWizard *wizard)
{
    static void (*const makers[])(FpWizardScene * scene, const FpWizard *wizard) = {
        [FP_PHASE_QUESTION] = fp_scene_make_question,
        [FP_PHASE_REVIEW] = make_review,
        [FP_PHASE_RESULT] = make_result,
    };
    FpWizardScene *scene = new_scene();
    scene->view.phase = wizard->stand.phase;
    scene->view.tree_title = fp_wizard_text(wizard, wizard->tree->title);
    scene->view.message = wizard->message;
    scene->view.message_is_error = wizard->message_is_error;
    fp_scene_make_rows(scene, wizard);
    fp_scene_make_outlook(scene, wizard);
    makers[wizard->stand.phase](scene, wizard);
    make_search(scene, wizard);
    fp_scene_make_form(scene, wizard);
    return scene;
}

const FpView *fp_wizard_view(FpWizard *wizard)
{
    if (wizard->scene == NULL)
        wizard->scene = make_scene(wizard);
    return &wizard->scene->view;
}
