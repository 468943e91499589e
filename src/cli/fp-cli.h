// SPDX-License-Identifier: Apache-2.0
/* cli: the command line. One file a subcommand; main.c lists them.
 *
 * May use       everything
 * In reading order
 *   main.c               the table of subcommands, and the way from argv to one of them
 *   fp-cli.h             what every subcommand gets and may call
 *   options.c            options: parsing, help, the nearest one to a wrong one
 *   output.c             standard output and error in the terminal's character set
 *   opening.c            trees and the history by what a person typed
 *   command-NAME.c       the subcommands, declared in commands.h
 *   command-tree-NAME.c  those of `tree`, declared in tree-commands.h, listed in command-tree.c
 *   tree-page.c          a tree as a page to read: page-*.c are its parts, guard-words.c its conditions
 *   tree-graph.h         a tree as a picture: graph-dot.c for Graphviz, graph-mermaid.c, graph-parts.c for both
 *   table.c              rows in columns
 *   hanging.c            text wrapped behind a mark
 *   report-*.c           what `tree test` and `tree diff` print: report-test.h, report-diff.h
 *   export.h             a brief into a file: export-choices.c reads the options, export-all.c gives every session to
 *                        export-worker.c; language.c, progress.c serve them
 *   record-brief.c       a record's brief, which several of them print
 *   asking.c             a session on screens or line by line
 *   plain.c              the dialogue line by line: plain-line.c reads a line, plain-form.c a form, plain-print.c prints,
 *                        plain-outlook.c what the analyses say
 *   pager.c              what is longer than a screen, through less
 *   sheet-file.c         a sheet of answers in a file, with its tree
 *   findings*.c          what `tree check` found, in each format
 *   explanation*.c       what fired and what did not: the pages of `tree explain`, `decide --explain`
 *   leaving.c            the end of a session: what is saved, where, and how to go on
 * To add one           command-NAME.c with its run function, a line in commands.h, a row in main.c; or
 *                      command-tree-NAME.c, tree-commands.h, command-tree.c; its text in man/fingerpost.1 and docs,
 *                      tests/cli/test-NAME.c */
#pragma once
#include "fp-file.h"
#include "fp-history.h"

/* Exit statuses (man page, EXIT STATUS). A fatal signal gives 128 + its number. */
typedef enum {
    FP_EXIT_DONE = 0,
    FP_EXIT_SHORT = 1,   /* the content fell short: a check failed */
    FP_EXIT_USAGE = 2,   /* usage or bad input; output that cannot be written */
    FP_EXIT_HISTORY = 3, /* the history could not be read or written */
} FpExit;

/* The options that every subcommand takes, before or after its name. */
typedef struct {
    char *history; /* --history, FINGERPOST_HISTORY or the XDG path; NULL where there is no home */
    gboolean no_save;
    gboolean plain; /* --plain, FINGERPOST_PLAIN=1 or ACCESSIBLE=1 */
    gboolean ascii; /* --ascii, or a charset that is not UTF-8 */
    gboolean no_color;
    gboolean no_mouse;
    gboolean no_pager;
    const char *charset;        /* of the terminal; static */
    const char *missing_locale; /* the one that was asked for and is not installed; NULL: none */
} FpCliOptions;

typedef struct FpCommand FpCommand;
struct FpCommand {
    const char *name;
    const char *arguments; /* N_(), as the help shows them; "" for none */
    const char *summary;   /* N_(), a line */
    int (*run)(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
    const char *parent; /* the command that it belongs to; NULL: none */
};

/* ---- options.c ---- */

/* Parses a subcommand's arguments; argv[0] is its name. entries: its own options, ending with
 * G_OPTION_ENTRY_NULL; NULL for none. min and max: how many arguments may be left.
 *   Returns  true: go on, *argv holds argv[0] and the arguments. False: *out_status is the exit
 *            status, help or an error has been printed */
bool fp_options_parse(const FpCommand *command, FpCliOptions *options, const GOptionEntry *entries,
                      int min_arguments, int max_arguments, int *argc, char ***argv,
                      int *out_status);

/* Parses the options before the subcommand's name and stops there. Takes --help and --version too. */
bool fp_options_parse_global(FpCliOptions *options, const FpCommand *commands, size_t n_commands,
                             int *argc, char ***argv, int *out_status);

/* The row with this name, or NULL after an error with the nearest name has been printed. parent: the
 * words before it, for the message ("fingerpost", "fingerpost tree"). */
const FpCommand *fp_command_find(const FpCliOptions *options, const FpCommand *commands,
                                 size_t n_commands, const char *name, const char *parent);

/* The table as help shows it: names with arguments, summaries beside them. Owned. */
char *fp_command_table(const FpCommand *commands, size_t n_commands, const char *parent);

/* ---- output.c ---- */

/* Prints text that is UTF-8 and printable to standard output, in the terminal's character set. */
void fp_print(const FpCliOptions *options, const char *text);
/* The same for text that may hold other people's, as names of files and cases do: it is made
 * printable first, several lines kept. */
void fp_print_printable(const FpCliOptions *options, const char *text);
/* Prints bytes as they are: JSON and exports are UTF-8 wherever they go. */
void fp_print_bytes(const char *bytes);
void fp_print_data(const void *data, size_t n_bytes);
/* "fingerpost: MESSAGE" to standard error. The message is made printable, several lines kept. */
void fp_complain(const FpCliOptions *options, const char *message);
/* Complains and gives the exit status that fits the error's code. */
int fp_complain_error(const FpCliOptions *options, const GError *error);
/* True for "-" and for NULL: what -o takes for standard output. */
bool fp_output_is_standard(const char *path);
/* Writes a whole file, or prints the bytes where path is standard output.
 *   Errors  those of fp_file_write() */
bool fp_output_write(const char *path, const char *bytes, size_t n_bytes, FpFileWriteMode mode,
                     GError **error);
/* Sends what was printed on its way: before a line is read. */
void fp_output_flush(void);
/* Flushes standard output; the exit status to end with: status, or USAGE after a complaint where the
 * output could not be written. A closed pipe is no fault. */
int fp_output_finish(const FpCliOptions *options, int status);
/* Columns to wrap text to: the terminal's width, at most 100; 80 where there is none. */
size_t fp_output_width(void);

/* ---- opening.c ---- */

/* A tree by what a person typed: a path (it has a '/' or ends in .yaml or .yml, or such a file exists)
 * or an installed tree's id. NULL stands for claude-deployment as it is installed.
 *   Errors  FP_ERROR_NOT_FOUND with the nearest id; FP_ERROR_FAULTS whose message holds the file's
 *           faults; FP_ERROR_IO, FP_ERROR_TOO_LARGE: the file cannot be read */
FpTree *fp_open_tree(const char *file_or_id, GError **error);
/* The two halves of it: where the tree's file is, and reading it. */
char *fp_find_tree(const char *file_or_id, GError **error);
FpTree *fp_load_tree(const char *path, GError **error);
/* The same where faults are told one by one: they stay in diagnostics. The error: it cannot be read, or is
 * no tree at all. */
FpTree *fp_read_tree(const char *path, FpDiagnostics *diagnostics, GError **error);
/* The same for an id alone: what a file says must not lead to any other file. */
FpTree *fp_open_installed_tree(const char *id, GError **error);

/* The history that the options name; its warning, if it has one, is told. */
FpHistory *fp_open_history(const FpCliOptions *options, FpHistoryMode mode, GError **error);
/* A session of it, by number, id prefix or "last". */
FpRecord *fp_open_record(FpHistory *history, const char *spec, GError **error);

/* --as-of, or today in UTC where text is NULL. */
bool fp_open_date(const char *text, FpDate *out_date, GError **error);
