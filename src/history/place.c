// SPDX-License-Identifier: Apache-2.0
// lstat() alone judges a file that is there; open() with O_EXCL only ever makes a new one.
#include "fp-i18n.h"
#include "place-private.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(const char *path, FpErrorCode code, const char *why, GError **error)
{
    g_autofree char *shown = fp_error_quote(path);
    g_set_error(error, FP_ERROR, (int)code, _("cannot open history '%s': %s"), shown, why);
    return false;
}

static bool refuse_errno(const char *path, int number, GError **error)
{
    g_autofree char *reason = fp_error_reason(number);
    g_autofree char *why = g_strdup_printf(
        _("%s; choose another with --history FILE, or save nothing with --no-save"), reason);
    return refuse(path, FP_ERROR_HISTORY, why, error);
}

static bool refuse_missing(const char *path, GError **error)
{
    g_autofree char *command = fp_history_command(path, "ask");
    g_autofree char *why = g_strdup_printf(_("there is none yet; '%s' starts one"), command);
    return refuse(path, FP_ERROR_NOT_FOUND, why, error);
}

static bool make_folder(const char *folder)
{
    if (g_access(folder, F_OK) == 0)
        return true;
    // chmod: an umask that takes even the owner's bits away would leave a folder of no use.
    return g_mkdir_with_parents(folder, 0700) == 0 && g_chmod(folder, 0700) == 0;
}

static char *resolve(const char *path, FpHistoryMode mode, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    if (path[0] == '\0' || g_str_has_suffix(path, "/")) {
        refuse(path, FP_ERROR_HISTORY, _("that names no file; name one with --history FILE"),
               error);
        return NULL;
    }
    if (mode == FP_HISTORY_WRITE && !make_folder(folder)) {
        refuse_errno(path, errno, error);
        return NULL;
    }
    char *real = realpath(folder, NULL);
    if (real == NULL) {
        int number = errno;
        if (number == ENOENT)
            refuse_missing(path, error);
        else
            refuse_errno(path, number, error);
        return NULL;
    }
    char *file = g_build_filename(real, name, NULL);
    free(real);
    return file;
}

static bool sync_folder(const char *file)
{
    g_autofree char *folder = g_path_get_dirname(file);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool is_synced = fsync(fd) == 0 || errno == EINVAL; // some file systems cannot sync folders
    close(fd);
    return is_synced;
}

bool fp_place_create(const char *file)
{
    int fd = open(file, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool is_private = fchmod(fd, 0600) == 0;
    close(fd);
    return is_private && sync_folder(file);
}

static const char *find_fault(const struct stat *status)
{
    if (S_ISLNK(status->st_mode))
        return _("it is a symbolic link; name the file that it points to");
    if (S_ISDIR(status->st_mode))
        return _("it is a folder; name a file in it");
    if (!S_ISREG(status->st_mode))
        return _("it is not a regular file; choose another with --history FILE");
    if (status->st_uid != geteuid())
        return _("it belongs to another user; copy it, or choose another with --history FILE");
    if (status->st_nlink > 1)
        return _("it has a second name (a hard link), which would tear it from its log; copy it");
    return NULL;
}

// The log and its index have the file's content too.
static bool make_private(const char *file)
{
    static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *name = g_strconcat(file, suffixes[i], NULL);
        struct stat status;
        if (lstat(name, &status) != 0 || !S_ISREG(status.st_mode) || !(status.st_mode & 077))
            continue;
        if (chmod(name, status.st_mode & 0700) != 0 && errno != ENOENT)
            return false;
    }
    return true;
}

// SQLite takes a file that is smaller than any database for an empty one and writes over it, and
// removes the log beside an empty one.
#define DATABASE_BYTES_MIN 512

// Another instance that makes the file now may have written it since it was looked at: a log begins only
// when the file has its first page.
static bool is_still_empty(const char *file)
{
    struct stat status;
    return lstat(file, &status) == 0 && status.st_size == 0;
}

static bool check_size(const char *path, const char *file, off_t size, GError **error)
{
    if (size > 0 && size < DATABASE_BYTES_MIN)
        return refuse(path, FP_ERROR_HISTORY_FOREIGN,
                      _("the file is not a history of this program; choose another with "
                        "--history FILE"),
                      error);
    if (size == 0 && fp_place_has_log(file) && is_still_empty(file))
        return refuse(path, FP_ERROR_HISTORY_DAMAGED,
                      _("it is empty, but its log (-wal) is not: something cut it short; both are "
                        "left as they are; choose another with --history FILE"),
                      error);
    return true;
}

static bool check(const char *path, const char *file, FpHistoryMode mode, GError **error)
{
    struct stat status;
    if (lstat(file, &status) != 0) {
        if (errno != ENOENT || mode == FP_HISTORY_WRITE)
            return refuse_errno(path, errno, error);
        return refuse_missing(path, error);
    }
    const char *fault = find_fault(&status);
    if (fault != NULL)
        return refuse(path, FP_ERROR_HISTORY, fault, error);
    if (!check_size(path, file, status.st_size, error))
        return false;
    int access_mode = mode == FP_HISTORY_WRITE ? R_OK | W_OK : R_OK;
    if (g_access(file, access_mode) != 0 || (mode == FP_HISTORY_WRITE && !make_private(file)))
        return refuse_errno(path, errno, error);
    return true;
}

char *fp_place_find(const char *path, FpHistoryMode mode, GError **error)
{
    g_autofree char *file = resolve(path, mode, error);
    if (file == NULL)
        return NULL;
    if (mode == FP_HISTORY_WRITE && !fp_place_create(file) && errno != EEXIST) {
        refuse_errno(path, errno, error);
        return NULL;
    }
    return check(path, file, mode, error) ? g_steal_pointer(&file) : NULL;
}

bool fp_place_is_free(const char *path)
{
    struct stat status;
    bool names_a_file = path[0] != '\0' && !g_str_has_suffix(path, "/");
    return names_a_file && lstat(path, &status) != 0 && errno == ENOENT;
}

bool fp_place_can_make(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    struct stat status;
    // Ends: "/" and "." are there always, and dirname leads to one of them.
    while (stat(folder, &status) != 0 && errno == ENOENT) {
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
    }
    if (g_access(folder, W_OK | X_OK) != 0)
        return refuse_errno(path, errno, error);
    return S_ISDIR(status.st_mode) || refuse_errno(path, ENOTDIR, error);
}

bool fp_place_folder_is_writable(const char *file)
{
    g_autofree char *folder = g_path_get_dirname(file);
    return g_access(folder, W_OK) == 0;
}

bool fp_place_has_log(const char *file)
{
    g_autofree char *log = g_strconcat(file, "-wal", NULL);
    struct stat status;
    return lstat(log, &status) == 0 && status.st_size > 0;
}
