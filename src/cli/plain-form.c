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

static const FpViewForm *form_of(const FpPlainForm *asking)
{
    return &fp_wizard_view(asking->wizard)->form;
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
        const FpViewChoice *choice = &form->choices[i];
        g_autofree char *mark = g_strdup_printf("%3zu. ", i + 1);
        /* Translators: a choice, and what is said of it. */
        g_autofree char *text = choice->detail != NULL
                                    ? g_strdup_printf(_("%s: %s"), choice->label, choice->detail)
                                    : g_strdup(choice->label);
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
    for (;;) {
        const FpViewForm *form = form_of(asking);
        /* Translators: what is to be chosen ("Format"), and the number of what is chosen now. */
        g_autofree char *prompt = g_strdup_printf(_("%s: number (Enter: %zu, . drops it): "),
                                                  form->choices_label, form->choice + 1);
        g_autofree char *line = ask(asking, prompt);
        if (line == NULL)
            return false;
        size_t choice = *line == '\0' ? form->choice : find_choice(form, line);
        if (choice < form->n_choices)
            return act(asking, FP_ACTION_PICK, choice, NULL);
        g_autofree char *message =
            g_strdup_printf(_("type a number from 1 to %zu"), form->n_choices);
        fp_plain_print_text(asking->options, message, 2);
        if (!asking->is_person)
            return false;
    }
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

static bool ask_field(const FpPlainForm *asking, size_t i)
{
    act(asking, FP_ACTION_POINT, form_of(asking)->n_choices + i, NULL);
    g_autofree char *prompt = prompt_of(&form_of(asking)->fields[i]);
    g_autofree char *shown = fp_text_printable(prompt, -1, FP_PRINT_ONE_LINE);
    g_autofree char *line = ask(asking, shown);
    if (line == NULL)
        return false;
    if (*line == '\0')
        return true;
    act(asking, FP_ACTION_CLEAR, 0, NULL);
    return strcmp(line, EMPTY) == 0 || act(asking, FP_ACTION_TYPE, 0, line);
}

/* ---- What comes of it ---- */

// Accepts it; where a file is to be written it is. True where the form is done with.
static bool accept(const FpPlainForm *asking)
{
    act(asking, FP_ACTION_ACCEPT, 0, NULL);
    asking->write(asking->data);
    if (form_of(asking)->kind != FP_FORM_NONE && form_of(asking)->asks_to_replace) {
        bool replaces = asking->is_person &&
                        fp_plain_confirm(asking->options, fp_wizard_view(asking->wizard)->message);
        if (!asking->is_person)
            print_message(asking);
        act(asking, replaces ? FP_ACTION_REPLACE : FP_ACTION_CANCEL, 0, NULL);
        asking->write(asking->data);
    }
    return form_of(asking)->kind == FP_FORM_NONE;
}

static bool ask_all(const FpPlainForm *asking)
{
    if (form_of(asking)->n_choices > 0 && !ask_choice(asking))
        return false;
    for (size_t i = 0; i < form_of(asking)->n_fields; i++) {
        if (!ask_field(asking, i))
            return false;
    }
    while (!accept(asking)) {
        print_message(asking);
        // What was refused has the focus; of a pipe nobody answers a second time.
        if (!asking->is_person || !ask_field(asking, form_of(asking)->focus))
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
    if (form_of(asking)->kind != FP_FORM_NONE)
        act(asking, FP_ACTION_CANCEL, 0, NULL);
    fp_plain_print_text(asking->options, _("nothing is kept of this form"), 2);
    return false;
}
