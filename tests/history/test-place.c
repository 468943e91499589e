// SPDX-License-Identifier: Apache-2.0
#include "store.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const mode_t umasks[] = { 000, 022, 077, 0777 };

static void test_folder_file_and_log_are_private_whatever_the_umask(Store *store,
                                                                    const void *unused)
{
    (void)unused;
    for (size_t i = 0; i < G_N_ELEMENTS(umasks); i++) {
        g_autofree char *folder = g_strdup_printf("%s/%zu/data", store->folder, i);
        g_autofree char *path = g_build_filename(folder, "history.db", NULL);
        g_autofree char *log = g_strconcat(path, "-wal", NULL);
        g_autofree char *memory = g_strconcat(path, "-shm", NULL);
        g_autoptr(GError) error = NULL;
        // An umask of 777 makes parents that even their owner cannot enter: root alone gets through.
        g_autofree char *parent = g_path_get_dirname(folder);
        g_assert_cmpint(g_mkdir(parent, 0755), ==, 0);
        mode_t before = umask(umasks[i]);
        g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_WRITE, &error);
        umask(before);
        g_assert_no_error(error);
        g_autoptr(FpRecord) record = store_start(history);
        g_assert_cmpuint(store_mode(folder), ==, 0700);
        g_assert_cmpuint(store_mode(path), ==, 0600);
        g_assert_cmpuint(store_mode(log), ==, 0600);
        g_assert_cmpuint(store_mode(memory), ==, 0600);
    }
}

static void test_an_open_file_of_before_is_made_private(Store *store, const void *unused)
{
    (void)unused;
    store_fill(store);
    g_assert_cmpint(g_chmod(store->path, 0664), ==, 0);
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_assert_cmpuint(store_mode(store->path), ==, 0600);
}

static void test_reading_makes_nothing(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *deep = store_path(store, "no/such/folder/history.db");
    g_autofree char *folder = store_path(store, "no");
    store_refuses(deep, FP_HISTORY_READ, FP_ERROR_NOT_FOUND, "there is none yet");
    store_refuses(store->path, FP_HISTORY_READ, FP_ERROR_NOT_FOUND, "there is none yet");
    g_assert_false(g_file_test(folder, G_FILE_TEST_EXISTS));
    g_assert_false(g_file_test(store->path, G_FILE_TEST_EXISTS));
}

static void test_an_empty_file_is_a_new_history(Store *store, const void *unused)
{
    (void)unused;
    g_assert_true(g_file_set_contents(store->path, "", 0, NULL));
    store_refuses(store->path, FP_HISTORY_READ, FP_ERROR_NOT_FOUND, "nothing was saved");
    g_autoptr(FpHistory) history = store_open(store, FP_HISTORY_WRITE);
    g_assert_cmpuint(store_mode(store->path), ==, 0600);
}

static void test_a_symbolic_link_is_refused(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *link = store_path(store, "link.db");
    g_autofree char *dangling = store_path(store, "dangling.db");
    store_fill(store);
    g_assert_cmpint(symlink(store->path, link), ==, 0);
    g_assert_cmpint(symlink("nowhere.db", dangling), ==, 0);
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
        store_refuses(link, mode, FP_ERROR_HISTORY, "symbolic link");
        store_refuses(dangling, mode, FP_ERROR_HISTORY, "symbolic link");
    }
    g_autofree char *made = store_path(store, "nowhere.db");
    g_assert_false(g_file_test(made, G_FILE_TEST_EXISTS));
}

static void test_a_folder_may_be_reached_through_a_link(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *real = store_path(store, "real");
    g_autofree char *link = store_path(store, "link");
    g_autofree char *path = store_path(store, "link/history.db");
    g_assert_cmpint(g_mkdir(real, 0700), ==, 0);
    g_assert_cmpint(symlink("real", link), ==, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(FpHistory) history = fp_history_open(path, FP_HISTORY_WRITE, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(fp_history_path(history), ==, path);
}

static void test_what_is_no_regular_file_is_refused_without_waiting(Store *store,
                                                                    const void *unused)
{
    (void)unused;
    g_autofree char *fifo = store_path(store, "fifo");
    g_autofree char *slashed = g_strconcat(store->folder, "/", NULL);
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    for (FpHistoryMode mode = FP_HISTORY_WRITE; mode <= FP_HISTORY_READ; mode++) {
        store_refuses(fifo, mode, FP_ERROR_HISTORY, "not a regular file");
        store_refuses("/dev/null", mode, FP_ERROR_HISTORY, "not a regular file");
        store_refuses(store->folder, mode, FP_ERROR_HISTORY, "folder");
        store_refuses(slashed, mode, FP_ERROR_HISTORY, "names no file");
        store_refuses("", mode, FP_ERROR_HISTORY, "names no file");
    }
}

static void test_a_second_name_is_refused(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *second = store_path(store, "second.db");
    store_fill(store);
    g_assert_cmpint(link(store->path, second), ==, 0);
    store_refuses(second, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "hard link");
}

static void open_anothers(const Store *store)
{
    g_autofree char *path = store_path(store, "anothers.db");
    store_refuses(path, FP_HISTORY_READ, FP_ERROR_HISTORY, "another user");
    store_refuses(path, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "another user");
}

static void test_another_users_file_is_refused(Store *store, const void *unused)
{
    (void)unused;
    if (geteuid() != 0) {
        g_test_skip("needs root, to make a file of another user");
        return;
    }
    g_autofree char *path = store_path(store, "anothers.db");
    store_fill(store);
    g_assert_cmpint(g_rename(store->path, path), ==, 0);
    g_assert_cmpint(g_chmod(path, 0666), ==, 0);
    store_as_nobody(store, open_anothers);
}

static void write_where_forbidden(const Store *store)
{
    g_autofree char *deep = store_path(store, "locked/history.db");
    g_autofree char *deeper = store_path(store, "locked/new/history.db");
    store_refuses(deep, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "ermission denied");
    store_refuses(deeper, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "ermission denied");
    store_refuses(deep, FP_HISTORY_WRITE, FP_ERROR_HISTORY, "--no-save");
}

static void test_a_folder_without_permission_is_named_with_the_mend(Store *store,
                                                                    const void *unused)
{
    (void)unused;
    g_autofree char *locked = store_path(store, "locked");
    g_assert_cmpint(g_mkdir(locked, 0500), ==, 0);
    store_as_nobody(store, write_where_forbidden);
}

static void test_a_name_with_anything_in_it_works(Store *store, const void *unused)
{
    (void)unused;
    static const char *const names[] = { "with space.db", "-dash.db",      "file:x?mode=memory",
                                         "100%.db",       "q'uote\"s.db",  "Ωmega.db",
                                         "\xff\xfe.db",   "line\nfeed.db", "#?&;.db" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        Store named = { .folder = store->folder, .path = store_path(store, names[i]) };
        store_fill(&named);
        g_autoptr(FpHistory) history = store_open(&named, FP_HISTORY_READ);
        size_t count = 0;
        g_assert_true(fp_history_count(history, 0, &count, NULL));
        g_assert_cmpuint(count, ==, 3);
        g_assert_true(g_file_test(named.path, G_FILE_TEST_IS_REGULAR));
        g_free(named.path);
    }
}

static void test_a_hostile_name_is_shown_printable(Store *store, const void *unused)
{
    (void)unused;
    g_autofree char *path = store_path(store, "\x1b[2J\n.db");
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_history_open(path, FP_HISTORY_READ, &error));
    g_assert_error(error, FP_ERROR, FP_ERROR_NOT_FOUND);
    g_assert_null(strpbrk(error->message, "\x1b\n"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    STORE_ADD("/history/place/folder-file-and-log-are-private-whatever-the-umask",
              test_folder_file_and_log_are_private_whatever_the_umask);
    STORE_ADD("/history/place/an-open-file-of-before-is-made-private",
              test_an_open_file_of_before_is_made_private);
    STORE_ADD("/history/place/reading-makes-nothing", test_reading_makes_nothing);
    STORE_ADD("/history/place/an-empty-file-is-a-new-history", test_an_empty_file_is_a_new_history);
    STORE_ADD("/history/place/a-symbolic-link-is-refused", test_a_symbolic_link_is_refused);
    STORE_ADD("/history/place/a-folder-may-be-reached-through-a-link",
              test_a_folder_may_be_reached_through_a_link);
    STORE_ADD("/history/place/what-is-no-regular-file-is-refused-without-waiting",
              test_what_is_no_regular_file_is_refused_without_waiting);
    STORE_ADD("/history/place/a-second-name-is-refused", test_a_second_name_is_refused);
    STORE_ADD("/history/place/another-users-file-is-refused", test_another_users_file_is_refused);
    STORE_ADD("/history/place/a-folder-without-permission-is-named-with-the-mend",
              test_a_folder_without_permission_is_named_with_the_mend);
    STORE_ADD("/history/place/a-name-with-anything-in-it-works",
              test_a_name_with_anything_in_it_works);
    STORE_ADD("/history/place/a-hostile-name-is-shown-printable",
              test_a_hostile_name_is_shown_printable);
    return g_test_run();
}
