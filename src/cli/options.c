// SPDX-License-Identifier: Apache-2.0
// Options through GLib's parser, with our own words for what is wrong and the nearest right name.
#include <assert.h>
#include <string.h>

#include "fp-cli.h"
#include "fp-config.h"
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "fp-text.h"

#define GLOBAL_ENTRIES_MAX 8

// The options that every subcommand takes; they write straight into options.
static void fill_global_entries(FpCliOptions *options, GOptionEntry entries[GLOBAL_ENTRIES_MAX])
{
    const GOptionEntry rows[] = {
        { "history", 0, 0, G_OPTION_ARG_FILENAME, &options->history,
          N_("use this history file instead of the usual one"), N_("FILE") },
        { "no-save", 0, 0, G_OPTION_ARG_NONE, &options->no_save, N_("keep nothing"), NULL },
        { "plain", 0, 0, G_OPTION_ARG_NONE, &options->plain,
          N_("ask line by line: for screen readers, pipes and simple terminals"), NULL },
        { "ascii", 0, 0, G_OPTION_ARG_NONE, &options->ascii, N_("draw with ASCII alone"), NULL },
        { "no-color", 0, 0, G_OPTION_ARG_NONE, &options->no_color, N_("no colours"), NULL },
        { "no-mouse", 0, 0, G_OPTION_ARG_NONE, &options->no_mouse, N_("leave the mouse alone"),
          NULL },
        { "no-pager", 0, 0, G_OPTION_ARG_NONE, &options->no_pager, N_("print without a pager"),
          NULL },
        G_OPTION_ENTRY_NULL,
    };
    static_assert(G_N_ELEMENTS(rows) <= GLOBAL_ENTRIES_MAX, "room for each option");
    memcpy(entries, rows, sizeof rows);
}

static void add_names(GPtrArray *names, const GOptionEntry *entries)
{
    for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
        g_ptr_array_add(names, (gpointer)entry->long_name);
}

// GLib's message for an unknown option is in its own words; ours names the nearest one.
static char *explain_unknown(const char *message, const GPtrArray *names)
{
    const char *start = strchr(message, '-');
    if (start == NULL)
        return NULL;
    g_autofree char *wrong = g_strndup(start, strcspn(start, "= "));
    g_autofree char *printable = fp_error_quote(wrong);
    const char *nearest = g_str_has_prefix(wrong, "--")
                              ? fp_nearest(wrong + 2, (const char *const *)names->pdata, names->len)
                              : NULL;
    if (nearest != NULL)
        return g_strdup_printf(_("unknown option '%s'; did you mean '--%s'?"), printable, nearest);
    return g_strdup_printf(_("unknown option '%s'; --help lists the options"), printable);
}

// What else GLib refuses: a value that is missing, no number, or too large a one.
static char *explain_value(const char *message)
{
    g_autofree char *shown = fp_error_quote(message);
    g_autofree char *small = fp_error_uncapitalize(shown);
    return g_strdup_printf(_("%s; --help shows what the option takes"), small);
}

static void complain_parse(const FpCliOptions *options, const GError *error, const GPtrArray *names)
{
    g_autofree char *message = NULL;
    if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        message = explain_unknown(error->message, names);
    if (message == NULL)
        message = explain_value(error->message);
    fp_complain(options, message);
}

static const char *translate(const char *text, gpointer data)
{
    (void)data;
    return *text == '\0' ? "" : _(text);
}

static GOptionGroup *add_group(GOptionContext *context, const char *name, const char *heading)
{
    GOptionGroup *group = g_option_group_new(name, heading, "", NULL, NULL);
    g_option_group_set_translate_func(group, translate, NULL, NULL);
    g_option_context_add_group(context, group);
    return group;
}

// A context with the command's own options first and those of every command below. Both are groups:
// GLib prints what is in none last, under a heading of its own.
static GOptionContext *new_context(const char *arguments, const GOptionEntry *own,
                                   const GOptionEntry *help, const GOptionEntry *global)
{
    GOptionContext *context = g_option_context_new(arguments);
    g_option_context_set_translate_func(context, translate, NULL, NULL);
    g_option_context_set_help_enabled(context, FALSE);
    GOptionGroup *first = add_group(context, "own", _("Options:"));
    if (own != NULL)
        g_option_group_add_entries(first, own);
    g_option_group_add_entries(first, help);
    g_option_group_add_entries(add_group(context, "all", _("For every command:")), global);
    return context;
}

// Runs the parser over *argv. --help is ours: GLib's would exit in the middle.
static bool parse(GOptionContext *context, FpCliOptions *options, GPtrArray *names, int *argc,
                  char ***argv)
{
    g_autoptr(GError) error = NULL;
    char *chosen_history = options->history;
    options->history = NULL;
    bool parsed = g_option_context_parse(context, argc, argv, &error);
    if (options->history == NULL)
        options->history = chosen_history;
    else
        g_free(chosen_history);
    if (!parsed)
        complain_parse(options, error, names);
    return parsed;
}

static void print_help(const FpCliOptions *options, GOptionContext *context)
{
    g_autofree char *help = g_option_context_get_help(context, FALSE, NULL);
    fp_print(options, help);
}

// The words that a person types for a command: "tree check".
static char *words_of(const FpCommand *command)
{
    return command->parent == NULL ? g_strdup(command->name)
                                   : g_strdup_printf("%s %s", command->parent, command->name);
}

static bool complain_count(const FpCliOptions *options, const FpCommand *command, int n, int min,
                           int max, char **argv)
{
    g_autofree char *words = words_of(command);
    g_autofree char *message = NULL;
    if (n < min) {
        message = g_strdup_printf(_("'%s' needs %s; see 'fingerpost %s --help'"), words,
                                  _(command->arguments), words);
    } else {
        g_autofree char *extra = fp_error_quote(argv[max + 1]);
        message = g_strdup_printf(_("'%s' does not take '%s'; see 'fingerpost %s --help'"), words,
                                  extra, words);
    }
    fp_complain(options, message);
    return false;
}

bool fp_options_parse(const FpCommand *command, FpCliOptions *options, const GOptionEntry *entries,
                      int min_arguments, int max_arguments, int *argc, char ***argv,
                      int *out_status)
{
    gboolean wants_help = FALSE;
    const GOptionEntry help_entry[] = {
        { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_("show this help"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    GOptionEntry global[GLOBAL_ENTRIES_MAX];
    fill_global_entries(options, global);
    g_autofree char *words = words_of(command);
    g_autofree char *usage = *command->arguments == '\0'
                                 ? g_strdup(words)
                                 : g_strdup_printf("%s %s", words, _(command->arguments));
    g_autoptr(GOptionContext) context = new_context(usage, entries, help_entry, global);
    g_option_context_set_summary(context, _(command->summary));

    g_autoptr(GPtrArray) names = g_ptr_array_new();
    add_names(names, entries);
    add_names(names, help_entry);
    add_names(names, global);
    *out_status = FP_EXIT_USAGE;
    if (!parse(context, options, names, argc, argv))
        return false;
    if (wants_help) {
        print_help(options, context);
        *out_status = FP_EXIT_DONE;
        return false;
    }
    int n = *argc - 1;
    return (n >= min_arguments && n <= max_arguments) ||
           complain_count(options, command, n, min_arguments, max_arguments, *argv);
}

bool fp_options_parse_global(FpCliOptions *options, const FpCommand *commands, size_t n_commands,
                             int *argc, char ***argv, int *out_status)
{
    gboolean wants_help = FALSE, wants_version = FALSE;
    const GOptionEntry own[] = {
        { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, N_("show this help"), NULL },
        { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, N_("show the version"), NULL },
        G_OPTION_ENTRY_NULL,
    };
    GOptionEntry global[GLOBAL_ENTRIES_MAX];
    fill_global_entries(options, global);
    g_autoptr(GOptionContext) context = new_context(_("[COMMAND …]"), NULL, own, global);
    g_option_context_set_strict_posix(context, TRUE);
    g_option_context_set_summary(
        context,
        _("Asks how an organisation will use Claude and recommends a path, with reasons."));

    g_autoptr(GPtrArray) names = g_ptr_array_new();
    add_names(names, own);
    add_names(names, global);
    *out_status = FP_EXIT_USAGE;
    if (!parse(context, options, names, argc, argv))
        return false;
    if (wants_help) {
        g_autofree char *table = fp_command_table(commands, n_commands, "fingerpost");
        g_option_context_set_description(context, table);
        print_help(options, context);
    } else if (wants_version)
        fp_print_bytes("fingerpost " FP_VERSION "\n");
    else
        return true;
    *out_status = FP_EXIT_DONE;
    return false;
}

const FpCommand *fp_command_find(const FpCliOptions *options, const FpCommand *commands,
                                 size_t n_commands, const char *name, const char *parent)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (size_t i = 0; i < n_commands; i++) {
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
        g_ptr_array_add(names, (gpointer)commands[i].name);
    }
    g_autofree char *printable = fp_error_quote(name);
    const char *nearest = fp_nearest(name, (const char *const *)names->pdata, names->len);
    g_autofree char *message =
        nearest != NULL
            ? g_strdup_printf(_("unknown command '%s'; did you mean '%s'?"), printable, nearest)
            : g_strdup_printf(_("unknown command '%s'; '%s --help' lists the commands"), printable,
                              parent);
    fp_complain(options, message);
    return NULL;
}

// gettext's translation of "" is the catalogue's header.
static const char *arguments_of(const FpCommand *command)
{
    return *command->arguments == '\0' ? "" : _(command->arguments);
}

char *fp_command_table(const FpCommand *commands, size_t n_commands, const char *parent)
{
    size_t width = 0;
    for (size_t i = 0; i < n_commands; i++)
        width =
            MAX(width, strlen(commands[i].name) + 1 + fp_text_width(arguments_of(&commands[i])));
    g_autoptr(GString) table = g_string_new(_("Commands:"));
    for (size_t i = 0; i < n_commands; i++) {
        g_autofree char *usage =
            g_strdup_printf("%s %s", commands[i].name, arguments_of(&commands[i]));
        g_autofree char *column = fp_text_pad(usage, width, false);
        g_string_append_printf(table, "\n  %s %s  %s", parent, column, _(commands[i].summary));
    }
    return g_string_free(g_steal_pointer(&table), FALSE);
}
