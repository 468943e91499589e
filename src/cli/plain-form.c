// SPDX-License-Identifier: Apache-2.0
// A form line by line: its choices, its fields, and what came of accepting it.
#include <string.h>

#include "fp-i18n.h"
#include "fp-text.h"
#include "plain-private.h"
#include "plain.h"

// What a line may be besides an answer.
#define DROP  "."
#define EMPTY "-"

// A pipe that answers wrongly for ever must not fill a disk with complaints.
#define REFUSALS_MAX 100

static const FpViewForm *form_of(const FpPlainForm *asking)
{
    return &fp_wizard_view(asking->wizard)->form;
}

static bool is_open(const FpPlainForm *asking)
{
    return form_of(asking)->kind != FP_FORM_NONE;
}

static bool act(const FpPlainForm *asking, FpActionKind kind, size_t index, const char *text)
{
    return asking->act(asking->data, &(FpAction) { .kind = kind, .index = index, .text = text });
}

static void print_message(const FpPlainForm *asking)
{
    const char *message = fp_wizard_view(asking->wizard)->message;
    if (message != NULL)
        fp_plain_print_text(asking->options, message, 2);
}

// NULL where the form is to be dropped, or at the end of input.
static char *ask(const FpPlainForm *asking, const char *prompt)
{
    g_autofree char *line = fp_plain_read_line(asking->options, prompt, asking->is_person);
    return line != NULL && strcmp(line, DROP) != 0 ? g_steal_pointer(&line) : NULL;
}

/* ---- Choices ---- */

static void print_choices(const FpPlainForm *asking)
{
    const FpViewForm *form = form_of(asking);
    for (size_t i = 0; i < form->n_choices; i++) {
        g_autofree char *mark = g_strdup_printf("%3zu. ", i + 1);
        g_autofree char *text = fp_view_choice_in_words(&form->choices[i]);
        fp_plain_print_hanging(asking->options, mark, text);
    }
}

// By its number or its name; n_choices where it is none.
static size_t find_choice(const FpViewForm *form, const char *line)
{
    guint64 number = 0;
    if (g_ascii_string_to_unsigned(line, 10, 1, form->n_choices, &number, NULL))
        return number - 1;
    size_t i = 0;
    while (i < form->n_choices && strcmp(form->choices[i].label, line) != 0)
        i++;
    return i;
}

static bool ask_choice(const FpPlainForm *asking)
{
    print_choices(asking);
    for (int refusals = 0; asking->is_person || refusals <= REFUSALS_MAX; refusals++) {
        const FpViewForm *form = form_of(asking);
        /* Translators: what is to be chosen ("Format"), and the number of what is chosen now. */
        g_autofree char *prompt = g_strdup_printf(_("%s: number (Enter: %zu, . drops it): "),
                                                  form->choices_label, form->choice + 1);
        g_autofree char *line = ask(asking, prompt);
        if (line == NULL)
            return false;
        size_t choice = *line == '\0' ? form->choice : find_choice(form, line);
        if (choice < form->n_choices)
            return act(asking, FP_ACTION_PICK, choice, NULL) && is_open(asking);
        g_autofree char *message =
            g_strdup_printf(_("type a number from 1 to %zu"), form->n_choices);
        fp_plain_print_text(asking->options, message, 2);
    }
    return false;
}

/* ---- Fields ---- */

static char *prompt_of(const FpViewFormField *field)
{
    const char *text = field->field->text->str;
    if (*text != '\0')
        /* Translators: the name of a field, and the text that stands in it. */
        return g_strdup_printf(_("%s (Enter: %s, - empties it, . drops all): "), field->label,
                               text);
    if (field->help != NULL)
        /* Translators: the name of a field, and what can be typed. */
        return g_strdup_printf(_("%s (%s; . drops all): "), field->label, field->help);
    return g_strdup_printf(_("%s (. drops all): "), field->label);
}

// Puts a text into the field that has the focus, in place of what stands there.
static bool put_text(const FpPlainForm *asking, const char *text)
{
    return act(asking, FP_ACTION_CLEAR, 0, NULL) && is_open(asking) &&
           (*text == '\0' || (act(asking, FP_ACTION_TYPE, 0, text) && is_open(asking)));
}

// False where the form is to be dropped; *out_is_taken: else what was typed stands there whole.
static bool ask_field_once(const FpPlainForm *asking, size_t i, bool *out_is_taken)
{
    if (!act(asking, FP_ACTION_POINT, form_of(asking)->n_choices + i, NULL) || !is_open(asking) ||
        i >= form_of(asking)->n_fields)
        return false;
    const FpViewFormField *field = &form_of(asking)->fields[i];
    g_autofree char *before = g_strdup(field->field->text->str);
    g_autofree char *prompt = prompt_of(field);
    g_autofree char *shown = fp_text_printable(prompt, -1, FP_PRINT_ONE_LINE);
    g_autofree char *line = ask(asking, shown);
    *out_is_taken = true;
    if (line == NULL || *line == '\0')
        return line != NULL;
    if (!put_text(asking, strcmp(line, EMPTY) == 0 ? "" : line))
        return false;
    *out_is_taken = !fp_wizard_view(asking->wizard)->message_is_error;
    if (*out_is_taken)
        return true;
    print_message(asking);
    return put_text(asking, before);
}

static bool ask_field(const FpPlainForm *asking, size_t i)
{
    bool is_taken = false;
    for (int refusals = 0; !is_taken; refusals++) {
        if ((!asking->is_person && refusals > REFUSALS_MAX) ||
            !ask_field_once(asking, i, &is_taken))
            return false;
    }
    return true;
}

/* ---- What comes of it ---- */

// False where another instance went before, or it could not be kept: nothing is written then.
static bool act_and_write(const FpPlainForm *asking, FpActionKind kind)
{
    if (!act(asking, kind, 0, NULL))
        return false;
    asking->write(asking->data);
    return true;
}

static void accept(const FpPlainForm *asking)
{
    if (!act_and_write(asking, FP_ACTION_ACCEPT) || !is_open(asking) ||
        !form_of(asking)->asks_to_replace)
        return;
    const char *question = fp_wizard_view(asking->wizard)->message;
    bool replaces =
        asking->is_person && question != NULL && fp_plain_confirm(asking->options, question);
    if (!asking->is_person)
        print_message(asking);
    act_and_write(asking, replaces ? FP_ACTION_REPLACE : FP_ACTION_CANCEL);
}

// The part that has the focus: what was refused.
static bool ask_again(const FpPlainForm *asking)
{
    const FpViewForm *form = form_of(asking);
    if (form->focus < form->n_fields)
        return ask_field(asking, form->focus);
    return form->n_choices > 0 && ask_choice(asking);
}

static bool ask_all(const FpPlainForm *asking)
{
    if (form_of(asking)->n_choices > 0 && !ask_choice(asking))
        return false;
    for (size_t i = 0; i < form_of(asking)->n_fields; i++) {
        if (!ask_field(asking, i))
            return false;
    }
    for (accept(asking); is_open(asking); accept(asking)) {
        // Of a pipe nobody answers a second time.
        if (!asking->is_person)
            return false;
        print_message(asking);
        if (!ask_again(asking))
            return false;
    }
    return true;
}

bool fp_plain_fill_form(const FpPlainForm *asking)
{
    const FpViewForm *form = form_of(asking);
    fp_print(asking->options, "\n");
    fp_plain_print_text(asking->options, form->title, 0);
    if (form->about != NULL)
        fp_plain_print_text(asking->options, form->about, 2);
    if (ask_all(asking))
        return true;
    if (is_open(asking)) {
        print_message(asking); // the reason, which goes with the form
        act(asking, FP_ACTION_CANCEL, 0, NULL);
    }
    fp_plain_print_text(asking->options, _("nothing is kept of this form"), 2);
    return false;
}
