// SPDX-License-Identifier: Apache-2.0
#include "fp-file.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test, gone afterwards. */
typedef struct {
    char *folder;
} Fixture;

static void set_up(Fixture *fixture, const void *unused)
{
    (void)unused;
    fixture->folder = g_dir_make_tmp("fp-file-XXXXXX", NULL);
    g_assert_nonnull(fixture->folder);
}

static char *path_in(const Fixture *fixture, const char *name)
{
    return g_build_filename(fixture->folder, name, NULL);
}

static unsigned count_entries(const Fixture *fixture)
{
    g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
    unsigned n = 0;
    while (g_dir_read_name(dir) != NULL)
        n++;
    return n;
}

static void tear_down(Fixture *fixture, const void *unused)
{
    (void)unused;
    const char *name;
    g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = path_in(fixture, name);
        g_remove(path);
    }
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
}

static void put(const char *path, const char *text, mode_t mode)
{
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_cmpint(chmod(path, mode), ==, 0);
}

static void assert_content(const char *path, const char *expected)
{
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, expected);
}

static mode_t mode_of(const char *path)
{
    struct stat status;
    g_assert_cmpint(lstat(path, &status), ==, 0);
    return status.st_mode & 07777;
}

/* The message starts with what was tried and the path, and has the rest in it. */
static void assert_error(GError *error, FpErrorCode code, const char *path, const char *rest)
{
    g_assert_error(error, FP_ERROR, (int)code);
    g_assert_nonnull(strstr(error->message, path));
    g_assert_nonnull(strstr(error->message, rest));
    g_assert_true(g_ascii_islower(error->message[0]) || error->message[0] == '\'');
    g_assert_false(g_str_has_suffix(error->message, "."));
}

static void test_read_whole(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "a");
    g_assert_true(g_file_set_contents(path, "a\0b\n", 4, NULL));
    g_autoptr(GBytes) bytes = fp_file_read(path, 4, &error);
    g_assert_no_error(error);
    g_autoptr(GBytes) expected = g_bytes_new("a\0b\n", 4);
    g_assert_true(g_bytes_equal(bytes, expected));
}

static void test_read_empty(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "a");
    put(path, "", 0600);
    g_autoptr(GBytes) bytes = fp_file_read(path, 4, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, 0);
}

static void test_read_too_large(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "a");
    put(path, "12345", 0600);
    g_assert_null(fp_file_read(path, 4, &error));
    assert_error(error, FP_ERROR_TOO_LARGE, path, "more than 4 bytes");
}

static void test_read_missing(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "a");
    g_assert_null(fp_file_read(path, 4, &error));
    assert_error(error, FP_ERROR_NOT_FOUND, path, "no such file");
}

static void test_read_folder(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_file_read(fixture->folder, 4, &error));
    assert_error(error, FP_ERROR_IO, fixture->folder, "is a folder");
}

static void test_read_fifo(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "fifo");
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    g_assert_null(fp_file_read(path, 4, &error));
    assert_error(error, FP_ERROR_IO, path, "is a pipe");
}

static void test_read_device(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_file_read("/dev/zero", 4, &error));
    assert_error(error, FP_ERROR_IO, "/dev/zero", "a device");
}

static void test_read_odd_name(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "\x1B[2J\xFF");
    g_assert_null(fp_file_read(path, 4, &error));
    g_assert_nonnull(strstr(error->message, "<U+001B>[2J<0xFF>"));
}

static void test_fd_endless(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_autoptr(GError) error = NULL;
    int fd = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    g_assert_null(fp_file_read_fd(fd, "<stdin>", 1024 * 1024, &error));
    assert_error(error, FP_ERROR_TOO_LARGE, "<stdin>", "more than 1 MiB");
    close(fd);
}

static void test_fd_pipe(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_autoptr(GError) error = NULL;
    int ends[2];
    g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
    g_assert_cmpint(write(ends[1], "abc", 3), ==, 3);
    close(ends[1]);
    g_autoptr(GBytes) bytes = fp_file_read_fd(ends[0], "<stdin>", 3, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, 3);
    close(ends[0]);
}

static void test_fd_closed(Fixture *fixture, const void *unused)
{
    (void)fixture;
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_assert_null(fp_file_read_fd(-1, "<stdin>", 3, &error));
    assert_error(error, FP_ERROR_IO, "<stdin>", "bad file descriptor");
}

static void test_write_new(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "brief.md");
    g_assert_true(fp_file_write(path, "text\n", 5, FP_FILE_NEW_ONLY, &error));
    g_assert_no_error(error);
    assert_content(path, "text\n");
    g_assert_cmpint(mode_of(path), ==, 0600);
    g_assert_cmpuint(count_entries(fixture), ==, 1);
}

static void test_write_exists(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "brief.md");
    put(path, "old", 0600);
    g_assert_false(fp_file_write(path, "new", 3, FP_FILE_NEW_ONLY, &error));
    assert_error(error, FP_ERROR_EXISTS, path, "--force");
    assert_content(path, "old");
    g_assert_cmpuint(count_entries(fixture), ==, 1);
}

static void test_write_replace(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "brief.md");
    put(path, "a longer old text", 0644);
    g_assert_true(fp_file_write(path, "new", 3, FP_FILE_REPLACE, &error));
    g_assert_no_error(error);
    assert_content(path, "new");
    g_assert_cmpint(mode_of(path), ==, 0644);
    g_assert_cmpuint(count_entries(fixture), ==, 1);
}

static void test_write_link(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL, dangling_error = NULL;
    g_autofree char *path = path_in(fixture, "brief.md");
    g_autofree char *link = path_in(fixture, "link");
    g_autofree char *dangling = path_in(fixture, "dangling");
    put(path, "old", 0600);
    g_assert_cmpint(symlink("brief.md", link), ==, 0);
    g_assert_cmpint(symlink("nowhere", dangling), ==, 0);
    g_assert_false(fp_file_write(link, "new", 3, FP_FILE_REPLACE, &error));
    assert_error(error, FP_ERROR_IO, link, "symbolic link");
    g_assert_false(fp_file_write(dangling, "new", 3, FP_FILE_NEW_ONLY, &dangling_error));
    assert_error(dangling_error, FP_ERROR_IO, dangling, "symbolic link");
    assert_content(path, "old");
    g_assert_cmpuint(count_entries(fixture), ==, 3);
}

static void test_write_special(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL, folder_error = NULL;
    g_autofree char *path = path_in(fixture, "fifo");
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    g_assert_false(fp_file_write(path, "new", 3, FP_FILE_REPLACE, &error));
    assert_error(error, FP_ERROR_IO, path, "not a regular file");
    g_assert_false(fp_file_write(fixture->folder, "new", 3, FP_FILE_REPLACE, &folder_error));
    assert_error(folder_error, FP_ERROR_IO, fixture->folder, "not a regular file");
}

static void test_write_nowhere(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL, empty_error = NULL;
    g_autofree char *path = path_in(fixture, "missing/brief.md");
    g_assert_false(fp_file_write(path, "new", 3, FP_FILE_REPLACE, &error));
    assert_error(error, FP_ERROR_IO, path, "create the folder first");
    g_assert_false(fp_file_write("", "new", 3, FP_FILE_REPLACE, &empty_error));
    assert_error(empty_error, FP_ERROR_IO, "''", "names no file");
}

static void test_write_long_name(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *name = g_strnfill(255, 'n');
    g_autofree char *path = path_in(fixture, name);
    g_assert_true(fp_file_write(path, "new", 3, FP_FILE_NEW_ONLY, &error));
    g_assert_no_error(error);
    assert_content(path, "new");
}

/* A quota ends in EFBIG once SIGXFSZ is ignored, as the program does. */
static void test_write_full(Fixture *fixture, const void *unused)
{
    (void)unused;
    g_autoptr(GError) error = NULL;
    g_autofree char *path = path_in(fixture, "brief.md");
    g_autofree char *large = g_strnfill(64 * 1024, 'x');
    struct rlimit before;
    put(path, "old", 0600);
    g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
    struct rlimit small = { .rlim_cur = 4096, .rlim_max = before.rlim_max };
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
    bool is_written = fp_file_write(path, large, 64 * 1024, FP_FILE_REPLACE, &error);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    g_assert_false(is_written);
    assert_error(error, FP_ERROR_IO, path, "file too large; the file is as it was before");
    assert_content(path, "old");
    g_assert_cmpuint(count_entries(fixture), ==, 1);
}

static const struct {
    const char *name;
    void (*run)(Fixture *fixture, const void *unused);
} rows[] = {
    { "read/a-file-at-the-limit-is-read-whole", test_read_whole },
    { "read/an-empty-file-is-read", test_read_empty },
    { "read/a-byte-past-the-limit-is-too-large", test_read_too_large },
    { "read/a-missing-file-is-not-found", test_read_missing },
    { "read/a-folder-is-refused", test_read_folder },
    { "read/a-fifo-is-refused-without-waiting", test_read_fifo },
    { "read/a-device-is-refused", test_read_device },
    { "read/an-odd-name-is-shown-harmless", test_read_odd_name },
    { "read-fd/an-endless-stream-ends-at-the-limit", test_fd_endless },
    { "read-fd/a-pipe-is-read-to-its-end", test_fd_pipe },
    { "read-fd/a-closed-descriptor-is-an-error", test_fd_closed },
    { "write/a-new-file-is-for-its-owner-alone", test_write_new },
    { "write/an-existing-file-is-kept", test_write_exists },
    { "write/a-replaced-file-keeps-its-mode", test_write_replace },
    { "write/a-symbolic-link-is-refused", test_write_link },
    { "write/a-special-file-is-refused", test_write_special },
    { "write/a-missing-folder-is-named", test_write_nowhere },
    { "write/the-longest-name-works", test_write_long_name },
    { "write/a-full-disk-leaves-the-old-file", test_write_full },
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/file/", rows[i].name, NULL);
        g_test_add(path, Fixture, NULL, set_up, rows[i].run, tear_down);
    }
    return g_test_run();
}
