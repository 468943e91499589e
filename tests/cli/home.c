// SPDX-License-Identifier: Apache-2.0
#include "home.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

// The reports of the program's sanitizers are HOME/sanitizer.PID.
#define REPORT "sanitizer"

struct Home {
    char *folder;
    GStringChunk *paths;
};

Home *home_new(void)
{
    Home *home = g_new0(Home, 1);
    g_autoptr(GError) error = NULL;
    home->folder = g_dir_make_tmp("fingerpost-test-XXXXXX", &error);
    g_assert_no_error(error);
    home->paths = g_string_chunk_new(256);
    return home;
}

// A leak or a fault of the program under test is a failure whatever the test expected.
static void report_faults(const Home *home)
{
    g_autoptr(GDir) dir = g_dir_open(home->folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_prefix(name, REPORT "."))
            continue;
        g_autofree char *path = g_build_filename(home->folder, name, NULL);
        g_autofree char *text = NULL;
        g_file_get_contents(path, &text, NULL, NULL);
        g_test_message("the program's sanitizer says:\n%s", text);
        g_test_fail();
    }
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status, (void)kind, (void)place;
    return remove(path);
}

void home_free(Home *home)
{
    if (home == NULL)
        return;
    report_faults(home);
    nftw(home->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    g_string_chunk_free(home->paths);
    g_free(home->folder);
    g_free(home);
}

const char *home_path(Home *home, const char *name)
{
    g_autofree char *path = g_build_filename(home->folder, name, NULL);
    return g_string_chunk_insert(home->paths, path);
}

const char *home_history(Home *home)
{
    return home_path(home, "data/fingerpost/history.db");
}

const char *home_write(Home *home, const char *name, const char *text)
{
    const char *path = home_path(home, name);
    g_autoptr(GError) error = NULL;
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
    return path;
}

char *home_read(Home *home, const char *name)
{
    char *text = NULL;
    g_file_get_contents(home_path(home, name), &text, NULL, NULL);
    return text;
}

void home_give_to_nobody(Home *home)
{
    if (geteuid() == 0)
        g_assert_cmpint(chown(home->folder, NOBODY, NOBODY), ==, 0);
}

// The options of a sanitizer, with its report in a file: the terminal's screen is no place for it.
static char **set_sanitizer(char **environment, const Home *home, const char *variable)
{
    const char *options = g_getenv(variable);
    g_autofree char *value =
        g_strdup_printf("%s%slog_path=%s/" REPORT, options != NULL ? options : "",
                        options != NULL ? ":" : "", home->folder);
    return g_environ_setenv(environment, variable, value, TRUE);
}

static char **set_changes(char **environment, const char *const *changes)
{
    for (size_t i = 0; changes != NULL && changes[i] != NULL; i++) {
        g_auto(GStrv) parts = g_strsplit(changes[i], "=", 2);
        environment = parts[1] != NULL ? g_environ_setenv(environment, parts[0], parts[1], TRUE)
                                       : g_environ_unsetenv(environment, parts[0]);
    }
    return environment;
}

char **home_environment(Home *home, const char *const *changes)
{
    const char *path = g_getenv("PATH");
    char **environment = g_new0(char *, 1);
    environment =
        g_environ_setenv(environment, "PATH", path != NULL ? path : "/usr/bin:/bin", TRUE);
    environment = g_environ_setenv(environment, "HOME", home->folder, TRUE);
    environment = g_environ_setenv(environment, "XDG_DATA_HOME", home_path(home, "data"), TRUE);
    environment = g_environ_setenv(environment, "XDG_DATA_DIRS", home_path(home, "none"), TRUE);
    environment = g_environ_setenv(environment, "LC_ALL", "C.UTF-8", TRUE);
    environment = g_environ_setenv(environment, "TERM", "xterm-256color", TRUE);
    environment = set_sanitizer(environment, home, "ASAN_OPTIONS");
    environment = set_sanitizer(environment, home, "UBSAN_OPTIONS");
    environment = set_sanitizer(environment, home, "LSAN_OPTIONS");
    return set_changes(environment, changes);
}

static const char *required(const char *variable)
{
    const char *value = g_getenv(variable);
    if (value == NULL)
        g_error("%s is not set: run the tests through meson", variable);
    return value;
}

const char *program_path(void)
{
    return required("FINGERPOST_PROGRAM");
}

char *source_path(const char *name)
{
    return g_build_filename(required("FINGERPOST_SOURCE_ROOT"), name, NULL);
}

char *tree_path(const char *name)
{
    g_autofree char *file = g_strdup_printf("tests/terminal/trees/%s.yaml", name);
    return source_path(file);
}
