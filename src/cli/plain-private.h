// SPDX-License-Identifier: Apache-2.0
/* Plain mode's parts: what a line means (plain-line.c), what is printed (plain-print.c, and
 * plain-outlook.c for what the analyses say), a form part by part (plain-form.c). */
#pragma once
#include "fp-cli.h"
#include "fp-wizard.h"

/* What a line asks for. */
typedef enum {
    FP_PLAIN_ACTIONS, /* the actions, in order */
    FP_PLAIN_HELP,
    FP_PLAIN_WHY,
    FP_PLAIN_OUTLOOK,
    FP_PLAIN_WHY_NOT, /* one other path after the other */
    FP_PLAIN_REFUSED, /* it is no answer; the message has the mend */
} FpPlainKind;

typedef struct {
    FpPlainKind kind;
    GArray *actions; /* FpAction; texts are owned by texts */
    GPtrArray *texts;
    char *
        message; /* REFUSED: what is wrong; ACTIONS: what to say where all went well, may be NULL */
    bool shows_anew; /* the question is printed again even where it is the same */
} FpPlainLine;

FpPlainLine *fp_plain_line_new(const FpTree *tree, const FpView *view, const char *line);
void fp_plain_line_free(FpPlainLine *line); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpPlainLine, fp_plain_line_free)

/* The next line after a prompt, trimmed, valid UTF-8; NULL at the end of input. Owned. A terminal shows
 * what is typed; a pipe's lines are put where they would stand. */
char *fp_plain_read_line(const FpCliOptions *options, const char *prompt, bool is_person);

/* A form that is open, and how to act on it. */
typedef struct {
    const FpCliOptions *options;
    FpWizard *wizard;
    bool is_person; /* else a line that is refused is not asked for again */
    bool (*act)(void *data, const FpAction *action);
    void (*write)(void *data); /* the file that is asked for, where one is */
    void *data;
} FpPlainForm;
/* Asks for its parts and accepts it. False where it was dropped, of which is told. */
bool fp_plain_fill_form(const FpPlainForm *asking);

void fp_plain_print_view(const FpCliOptions *options, const FpView *view);
void fp_plain_print_why(const FpCliOptions *options, const FpView *view);
void fp_plain_print_help(const FpCliOptions *options, const FpView *view);
/* Where it points and what can still win. */
void fp_plain_print_outlook(const FpCliOptions *options, const FpView *view);
/* Why not the other path that the view looks at. */
void fp_plain_print_why_not(const FpCliOptions *options, const FpView *view);
void fp_plain_print_prompt(const FpCliOptions *options, const FpView *view);
/* A paragraph of our own or foreign text, printable and wrapped; indent in cells. */
void fp_plain_print_text(const FpCliOptions *options, const char *text, size_t indent);
/* The same, its first line after `first`, those that follow under its text. */
void fp_plain_print_hanging(const FpCliOptions *options, const char *first, const char *text);
