// SPDX-License-Identifier: Apache-2.0
// Descriptors, not streams: every open flag counts here, and every close is checked.
#include "fp-file.h"
#include "fp-i18n.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_CHUNK_BYTES = 16 * 1024 };

static char *size_to_text(size_t n_bytes)
{
    size_t mebibyte = (size_t)1024 * 1024;
    if (n_bytes >= mebibyte && n_bytes % mebibyte == 0)
        return g_strdup_printf(_("%zu MiB"), n_bytes / mebibyte);
    return g_strdup_printf(ngettext("%zu byte", "%zu bytes", n_bytes), n_bytes);
}

static void set_read_error(GError **error, const char *name, int system_error)
{
    g_autofree char *shown = fp_error_quote(name);
    g_autofree char *reason = fp_error_reason(system_error);
    if (system_error == ENOENT || system_error == ENOTDIR)
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("cannot read '%s': no such file; check the path"), shown);
    else if (system_error == EACCES)
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot read '%s': %s; give yourself the right to read it"), shown, reason);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot read '%s': %s"), shown, reason);
}

static void set_too_large(GError **error, const char *name, size_t max_bytes)
{
    g_autofree char *shown = fp_error_quote(name);
    g_autofree char *limit = size_to_text(max_bytes);
    g_set_error(error, FP_ERROR, FP_ERROR_TOO_LARGE,
                _("cannot read '%s': it has more than %s, the limit; shorten or split it"), shown,
                limit);
}

static bool check_is_regular(const char *path, const struct stat *status, GError **error)
{
    if (S_ISREG(status->st_mode))
        return true;
    g_autofree char *shown = fp_error_quote(path);
    if (S_ISDIR(status->st_mode))
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot read '%s': it is a folder; name a file"), shown);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot read '%s': it is a pipe, a socket or a device; name a regular file"),
                    shown);
    return false;
}

/* Reads on past an interruption and, where the descriptor does not block, past an empty moment. */
static ssize_t read_some(int fd, guint8 *buffer, size_t n_bytes)
{
    for (;;) {
        ssize_t n_read = read(fd, buffer, n_bytes);
        if (n_read >= 0 || (errno != EINTR && errno != EAGAIN))
            return n_read;
        if (errno == EAGAIN) {
            struct pollfd waiting = { .fd = fd, .events = POLLIN };
            poll(&waiting, 1, -1);
        }
    }
}

GBytes *fp_file_read_fd(int fd, const char *name, size_t max_bytes, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    guint8 chunk[READ_CHUNK_BYTES];
    // One byte past the limit is asked for: it tells a full file from one that goes on.
    while (bytes->len <= max_bytes) {
        size_t n_wanted = MIN(max_bytes + 1 - bytes->len, READ_CHUNK_BYTES);
        ssize_t n_read = read_some(fd, chunk, n_wanted);
        if (n_read < 0) {
            set_read_error(error, name, errno);
            return NULL;
        }
        if (n_read == 0)
            return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
        g_byte_array_append(bytes, chunk, (guint)n_read);
    }
    set_too_large(error, name, max_bytes);
    return NULL;
}

GBytes *fp_file_read(const char *path, size_t max_bytes, GError **error)
{
    // O_NONBLOCK: opening a FIFO that nobody writes would wait for ever.
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat status;
    if (fd < 0) {
        set_read_error(error, path, errno);
        return NULL;
    }
    GBytes *bytes = NULL;
    if (fstat(fd, &status) != 0)
        set_read_error(error, path, errno);
    else if (check_is_regular(path, &status, error))
        bytes = fp_file_read_fd(fd, path, max_bytes, error);
    close(fd);
    return bytes;
}

static void set_write_error(GError **error, const char *path, int system_error)
{
    g_autofree char *shown = fp_error_quote(path);
    g_autofree char *reason = fp_error_reason(system_error);
    if (system_error == EEXIST)
        g_set_error(error, FP_ERROR, FP_ERROR_EXISTS,
                    _("'%s' exists already; choose another name or replace it with --force"),
                    shown);
    else if (system_error == ENOENT || system_error == ENOTDIR)
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot write '%s': its folder does not exist; create the folder first"),
                    shown);
    else
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot write '%s': %s; the file is as it was before"), shown, reason);
}

/* Looks at what stands at the path. out_mode: that of the file to replace, 0600 for a new one. */
static bool check_target(const char *path, FpFileWriteMode mode, mode_t *out_mode, GError **error)
{
    struct stat status;
    *out_mode = S_IRUSR | S_IWUSR;
    if (lstat(path, &status) != 0)
        return true; // A folder that is missing or closed comes out when the new file is made.
    g_autofree char *shown = fp_error_quote(path);
    if (S_ISLNK(status.st_mode)) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot write '%s': it is a symbolic link; name the file it points to"),
                    shown);
        return false;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot write '%s': it is not a regular file; choose another name"), shown);
        return false;
    }
    if (mode == FP_FILE_NEW_ONLY) {
        set_write_error(error, path, EEXIST);
        return false;
    }
    *out_mode = status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    return true;
}

static bool write_all(int fd, const char *bytes, size_t n_bytes)
{
    while (n_bytes > 0) {
        ssize_t n_written = write(fd, bytes, n_bytes);
        if (n_written < 0 && errno == EINTR)
            continue;
        if (n_written < 0)
            return false;
        bytes += n_written;
        n_bytes -= (size_t)n_written;
    }
    return true;
}

/* Fills and closes fd, which is closed on failure too. errno tells why. */
static bool fill(int fd, const char *bytes, size_t n_bytes, mode_t mode)
{
    bool is_written = write_all(fd, bytes, n_bytes) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
    int write_errno = errno;
    bool is_closed = close(fd) == 0; // Some file systems tell of a full disk here only.
    if (!is_written)
        errno = write_errno;
    return is_written && is_closed;
}

/* Gives the temporary file its name. For NEW_ONLY the kernel sees to it that nothing is replaced,
 * whatever came to stand there since check_target(). */
static bool move_into_place(const char *temporary, const char *path, FpFileWriteMode mode)
{
    if (mode == FP_FILE_REPLACE)
        return rename(temporary, path) == 0;
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that cannot do it; a hard link does not replace either.
    return link(temporary, path) == 0 && unlink(temporary) == 0;
}

/* Makes the new name last through a power cut. The file itself is whole either way, and some file
 * systems refuse to sync a folder, so failures are passed over. */
static void sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

bool fp_file_write(const char *path, const char *bytes, size_t n_bytes, FpFileWriteMode mode,
                   GError **error)
{
    mode_t permissions;
    if (!check_target(path, mode, &permissions, error))
        return false;
    if (*path == '\0') {
        g_set_error(error, FP_ERROR, FP_ERROR_IO,
                    _("cannot write '': that names no file; name one"));
        return false;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    // Its own short name: the target's may be as long as the file system allows.
    g_autofree char *temporary = g_build_filename(folder, ".fingerpost-XXXXXX", NULL);
    int fd = g_mkstemp_full(temporary, O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0) {
        set_write_error(error, path, errno);
        return false;
    }
    if (!fill(fd, bytes, n_bytes, permissions) || !move_into_place(temporary, path, mode)) {
        set_write_error(error, path, errno);
        unlink(temporary);
        return false;
    }
    sync_folder(folder);
    return true;
}
