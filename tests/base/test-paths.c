// SPDX-License-Identifier: Apache-2.0
// Each test has a home of its own, set in the environment; the program's own place is tried out by
// copying this test elsewhere and having the copy print what it finds.
#include "fp-paths.h"
#include <glib/gstdio.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
    char *home;
} Fixture;

static char *path_in(const Fixture *fixture, const char *name)
{
    return g_build_filename(fixture->home, name, NULL);
}

static void set_up(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autofree char *home = g_dir_make_tmp("fp-paths-XXXXXX", NULL);
    fixture->home = g_steal_pointer(&home);
    g_autofree char *no_data = path_in(fixture, "nothing-here");
    g_setenv("HOME", fixture->home, TRUE);
    g_setenv("XDG_DATA_DIRS", no_data, TRUE);
    g_unsetenv("XDG_DATA_HOME");
}

static void remove_below(const char *path)
{
    const char *name;
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *entry = g_build_filename(path, name, NULL);
        remove_below(entry);
    }
    g_remove(path);
}

static void tear_down(Fixture *fixture, const void *unused)
{
    (void)unused;
    remove_below(fixture->home);
    g_free(fixture->home);
}

/* Makes a file, and the folders it is in. */
static void put(const Fixture *fixture, const char *name)
{
    g_autofree char *path = path_in(fixture, name);
    g_autofree char *folder = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, "", 0, NULL));
}

static bool has_folder(char **folders, const Fixture *fixture, const char *name)
{
    g_autofree char *path = path_in(fixture, name);
    return g_strv_contains((const char *const *)folders, path);
}

static void test_user_first(Fixture *fixture, const void *unused)
{
    (void)unused;
    put(fixture, ".local/share/fingerpost/decision-trees/a.yaml");
    g_auto(GStrv) folders = fp_paths_tree_folders();
    g_autofree char *expected = path_in(fixture, ".local/share/fingerpost/decision-trees");
    g_assert_cmpstr(folders[0], ==, expected);
}

static void test_data_home(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autofree char *data_home = path_in(fixture, "data");
    g_setenv("XDG_DATA_HOME", data_home, TRUE);
    put(fixture, "data/fingerpost/facts/claude.yaml");
    put(fixture, ".local/share/fingerpost/facts/claude.yaml");
    g_auto(GStrv) folders = fp_paths_facts_folders();
    g_autofree char *history = fp_paths_history();
    g_autofree char *expected = path_in(fixture, "data/fingerpost/history.db");
    g_assert_true(has_folder(folders, fixture, "data/fingerpost/facts"));
    g_assert_false(has_folder(folders, fixture, ".local/share/fingerpost/facts"));
    g_assert_cmpstr(history, ==, expected);
}

static void test_relative_ignored(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_setenv("XDG_DATA_HOME", "data", TRUE);
    g_autofree char *history = fp_paths_history();
    g_autofree char *expected = path_in(fixture, ".local/share/fingerpost/history.db");
    g_assert_cmpstr(history, ==, expected);
    g_setenv("XDG_DATA_HOME", "", TRUE);
    g_autofree char *unset = fp_paths_history();
    g_assert_cmpstr(unset, ==, expected);
}

static void test_no_home(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_unsetenv("HOME");
    g_assert_null(fp_paths_history());
    g_setenv("HOME", "relative", TRUE);
    g_assert_null(fp_paths_history());
    g_auto(GStrv) folders = fp_paths_tree_folders();
    g_assert_nonnull(folders);
}

static void test_data_dirs(Fixture *fixture, const void *unused)
{
    (void)unused;
    put(fixture, "one/fingerpost/decision-trees/a.yaml");
    put(fixture, "two/fingerpost/decision-trees/a.yaml");
    g_autofree char *dirs = g_strdup_printf("relative:%s/two:%s/one:%s/two/", fixture->home,
                                            fixture->home, fixture->home);
    g_setenv("XDG_DATA_DIRS", dirs, TRUE);
    g_auto(GStrv) folders = fp_paths_tree_folders();
    guint n = g_strv_length(folders);
    g_assert_cmpuint(n, >=, 2);
    g_assert_true(has_folder(folders + n - 2, fixture, "two/fingerpost/decision-trees"));
    g_assert_true(has_folder(folders + n - 1, fixture, "one/fingerpost/decision-trees"));
}

static void test_find(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autofree char *mine = path_in(fixture, ".local/share/fingerpost/decision-trees/mine.yaml");
    put(fixture, ".local/share/fingerpost/decision-trees/mine.yaml");
    put(fixture, ".local/share/fingerpost/secret.yaml");
    g_autofree char *found = fp_paths_find_tree("mine");
    g_assert_cmpstr(found, ==, mine);
    g_assert_null(fp_paths_find_tree("no-such-tree"));
    g_assert_null(fp_paths_find_tree("../secret"));
    g_assert_null(fp_paths_find_tree(""));
    g_assert_null(fp_paths_find_tree("Mine"));
}

static void test_list(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autofree char *dirs = path_in(fixture, "system");
    g_setenv("XDG_DATA_DIRS", dirs, TRUE);
    put(fixture, "system/fingerpost/decision-trees/aaa-both.yaml");
    put(fixture, "system/fingerpost/decision-trees/aab-system.yaml");
    put(fixture, ".local/share/fingerpost/decision-trees/aaa-both.yaml");
    put(fixture, ".local/share/fingerpost/decision-trees/.hidden.yaml");
    put(fixture, ".local/share/fingerpost/decision-trees/aaa-both.yaml~");
    put(fixture, ".local/share/fingerpost/decision-trees/README.md");
    put(fixture, ".local/share/fingerpost/decision-trees/aac-folder.yaml/inside");
    g_auto(GStrv) paths = fp_paths_list_trees();
    g_autofree char *first =
        path_in(fixture, ".local/share/fingerpost/decision-trees/aaa-both.yaml");
    g_autofree char *second = path_in(fixture, "system/fingerpost/decision-trees/aab-system.yaml");
    // The build folder's own trees may follow; these two sort before them.
    g_assert_cmpstr(paths[0], ==, first);
    g_assert_cmpstr(paths[1], ==, second);
    for (size_t i = 2; paths[i] != NULL; i++)
        g_assert_false(g_str_has_prefix(paths[i], fixture->home));
}

static void test_build_folder(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_autofree char *expected = g_build_filename(g_getenv("G_TEST_BUILDDIR"), "../po", NULL);
    g_autofree char *canonical = g_canonicalize_filename(expected, NULL);
    g_autofree char *locale = fp_paths_locale_folder();
    g_assert_cmpstr(locale, ==, canonical);
}

/* Copies this test to home/NAME and returns what it prints there. */
static char *run_copy(const Fixture *fixture, const char *name)
{
    g_autofree char *program = NULL, *out = NULL;
    size_t n_bytes;
    g_autofree char *copy = path_in(fixture, name);
    char *arguments[] = { copy, (char[]) { "--print" }, NULL };
    int status;
    put(fixture, name);
    g_assert_true(g_file_get_contents("/proc/self/exe", &program, &n_bytes, NULL));
    g_assert_true(g_file_set_contents(copy, program, (gssize)n_bytes, NULL));
    g_assert_cmpint(g_chmod(copy, 0700), ==, 0);
    g_assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL,
                               &status, NULL));
    g_assert_cmpint(status, ==, 0);
    return g_steal_pointer(&out);
}

static void test_installed(Fixture *fixture, const void *unused)
{
    (void)unused;
    put(fixture, "opt/share/fingerpost/decision-trees/a.yaml");
    put(fixture, "opt/share/locale/de/LC_MESSAGES/fingerpost.mo");
    g_autofree char *out = run_copy(fixture, "opt/bin/fingerpost");
    g_autofree char *expected =
        g_strdup_printf("%s/opt/share/fingerpost/decision-trees\nlocale %s/opt/share/locale\n",
                        fixture->home, fixture->home);
    g_assert_cmpstr(out, ==, expected);
}

static void test_built(Fixture *fixture, const void *unused)
{
    (void)unused;
    put(fixture, "build/build.ninja");
    put(fixture, "build/decision-trees/a.yaml");
    g_autofree char *out = run_copy(fixture, "build/src/fingerpost");
    g_autofree char *expected = g_strdup_printf("%s/build/decision-trees\nlocale %s/build/po\n",
                                                fixture->home, fixture->home);
    g_assert_cmpstr(out, ==, expected);
}

static int print_places(void)
{
    g_auto(GStrv) folders = fp_paths_tree_folders();
    g_autofree char *locale = fp_paths_locale_folder();
    for (size_t i = 0; folders[i] != NULL; i++)
        printf("%s\n", folders[i]);
    printf("locale %s\n", locale);
    return 0;
}

static const struct {
    const char *name;
    void (*run)(Fixture *fixture, const void *unused);
} rows[] = {
    { "the-user-s-folder-comes-first", test_user_first },
    { "xdg-data-home-takes-the-place-of-the-default", test_data_home },
    { "a-relative-or-empty-value-is-ignored", test_relative_ignored },
    { "without-a-home-there-is-no-history", test_no_home },
    { "xdg-data-dirs-come-last-in-their-order-and-once", test_data_dirs },
    { "an-id-is-found-and-a-path-is-not", test_find },
    { "trees-are-listed-by-id-the-first-hit-alone", test_list },
    { "this-test-runs-from-a-build-folder", test_build_folder },
    { "an-installed-program-finds-what-is-beside-it", test_installed },
    { "a-built-program-finds-its-build-folder", test_built },
};

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--print") == 0)
        return print_places();
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/paths/", rows[i].name, NULL);
        g_test_add(path, Fixture, NULL, set_up, rows[i].run, tear_down);
    }
    return g_test_run();
}
