// SPDX-License-Identifier: Apache-2.0
// The table of subcommands, and the way from argv to one of them.
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

#include "commands.h"
#include "fp-cli.h"
#include "fp-i18n.h"
#include "fp-paths.h"

/* One row, one subcommand: dispatch, the help, the man page's test all read it. */
static const FpCommand commands[] = {
    { "ask", N_("[TREE]"), N_("ask the questions of a tree (the wizard)"), fp_command_ask },
    { "resume", N_("[SESSION]"), N_("go on with a session, by default the last unfinished one"),
      fp_command_resume },
    { "history", N_("[verify|rename SESSION TITLE]"),
      N_("list the saved sessions, check that they are whole, or name one"), fp_command_history },
    { "show", N_("SESSION"), N_("print a session's recommendation, or all of it with its sources"),
      fp_command_show },
    { "export", N_("SESSION|--all"), N_("write a session's brief to a file, or all into a folder"),
      fp_command_export },
    { "decide", "", N_("decide from a file of answers; no terminal needed"), fp_command_decide },
    { "tree", N_("COMMAND …"), N_("list, read, draw, write, check and test trees"),
      fp_command_tree },
};

// SQLite and our own writes to descriptor 2 must not land in a file that took a low number.
static void keep_standard_descriptors_open(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY) == -1)
            _exit(FP_EXIT_USAGE);
}

// The variable that setlocale(3) goes by.
static const char *wanted_locale(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (size_t i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        if (value != NULL && *value != '\0')
            return value;
    }
    return NULL;
}

// LC_NUMERIC stays "C": numbers are data here, and a decimal comma would spoil them.
static void set_up_locale(FpCliOptions *options)
{
    if (setlocale(LC_CTYPE, "") == NULL)
        options->missing_locale = wanted_locale();
    setlocale(LC_MESSAGES, "");
    g_autofree char *folder = fp_paths_locale_folder();
    bindtextdomain("fingerpost", folder);
    bind_textdomain_codeset("fingerpost", "UTF-8");
    textdomain("fingerpost");
    options->charset = nl_langinfo(CODESET);
    options->ascii = g_ascii_strcasecmp(options->charset, "UTF-8") != 0;
}

static bool is_set(const char *variable)
{
    const char *value = g_getenv(variable);
    return value != NULL && *value != '\0' && strcmp(value, "0") != 0;
}

static void take_environment(FpCliOptions *options)
{
    options->history = fp_history_usual_path();
    options->plain = is_set("FINGERPOST_PLAIN") || is_set("ACCESSIBLE");
    const char *no_color = g_getenv("NO_COLOR");
    options->no_color = no_color != NULL && *no_color != '\0';
}

// No name: the wizard. A first word that is no subcommand is refused rather than taken for a tree.
static int run_command(FpCliOptions *options, int argc, char **argv)
{
    if (argc <= 1)
        return commands[0].run(&commands[0], options, 1, (char *[]) { "ask", NULL });
    const FpCommand *command =
        fp_command_find(options, commands, G_N_ELEMENTS(commands), argv[1], "fingerpost");
    return command != NULL ? command->run(command, options, argc - 1, argv + 1) : FP_EXIT_USAGE;
}

int main(int argc, char **argv)
{
    keep_standard_descriptors_open();
    // A full quota and a closed pipe are errors to report, not ends in the middle of a write.
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    FpCliOptions options = { 0 };
    set_up_locale(&options);
    take_environment(&options);
    int status = FP_EXIT_USAGE;
    if (argc > 0 &&
        fp_options_parse_global(&options, commands, G_N_ELEMENTS(commands), &argc, &argv, &status))
        status = run_command(&options, argc, argv);
    status = fp_output_finish(&options, status);
    g_free(options.history);
    return status;
}
