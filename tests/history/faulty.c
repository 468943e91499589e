// SPDX-License-Identifier: Apache-2.0
// A shim: every method passes on to the file system beneath, after counting and mirroring.
#include "faulty.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct {
    bool is_truncation;
    size_t offset;
    GBytes *bytes;
} Change;

/* A file's synced content and the changes since. */
typedef struct {
    GByteArray *synced;
    GPtrArray *changes;
} Mirror;

typedef struct {
    sqlite3_file base;
    Mirror *mirror; /* NULL: a file without a name */
    sqlite3_file *real;
} FaultyFile;

static sqlite3_vfs vfs, *beneath;
static GHashTable *mirrors; /* by name */
static struct {
    unsigned countdown;
    int code;
    FaultyKind kind;
    bool has_failed;
} fault;

static void change_free(void *data)
{
    Change *change = data;
    g_clear_pointer(&change->bytes, g_bytes_unref);
    g_free(change);
}

static void mirror_free(void *data)
{
    Mirror *mirror = data;
    g_byte_array_unref(mirror->synced);
    g_ptr_array_unref(mirror->changes);
    g_free(mirror);
}

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((FaultyFile *)file)->real;
}

static int check_fault(void)
{
    if (fault.code == SQLITE_OK || (fault.has_failed && fault.kind == FAULTY_ONCE))
        return SQLITE_OK;
    if (fault.countdown > 0) {
        fault.countdown--;
        return SQLITE_OK;
    }
    fault.has_failed = true;
    return fault.code;
}

void faulty_arm(unsigned n, int code, FaultyKind kind)
{
    fault.countdown = n;
    fault.code = code;
    fault.kind = kind;
    fault.has_failed = false;
}

bool faulty_disarm(void)
{
    fault.code = SQLITE_OK;
    return fault.has_failed;
}

static void apply(GByteArray *content, const Change *change)
{
    size_t n_bytes = 0;
    const void *bytes = change->bytes != NULL ? g_bytes_get_data(change->bytes, &n_bytes) : NULL;
    guint end = (guint)(change->offset + n_bytes), before = content->len;
    if (change->is_truncation ? end < before : end > before)
        g_byte_array_set_size(content, end);
    if (content->len > before)
        memset(content->data + before, 0, content->len - before);
    if (n_bytes > 0)
        memcpy(content->data + change->offset, bytes, n_bytes);
}

static void remember(sqlite3_file *file, bool is_truncation, const void *bytes, int n_bytes,
                     sqlite3_int64 offset)
{
    Mirror *mirror = ((FaultyFile *)file)->mirror;
    if (mirror == NULL)
        return;
    Change *change = g_new0(Change, 1);
    change->is_truncation = is_truncation;
    change->offset = (size_t)offset;
    change->bytes = is_truncation ? NULL : g_bytes_new(bytes, (size_t)n_bytes);
    g_ptr_array_add(mirror->changes, change);
}

static int faulty_close(sqlite3_file *file)
{
    int code = real_of(file)->pMethods->xClose(real_of(file));
    g_free(real_of(file));
    return code;
}

static int faulty_read(sqlite3_file *file, void *bytes, int n_bytes, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, n_bytes, offset);
}

static int faulty_write(sqlite3_file *file, const void *bytes, int n_bytes, sqlite3_int64 offset)
{
    int code = check_fault();
    if (code == SQLITE_OK)
        code = real_of(file)->pMethods->xWrite(real_of(file), bytes, n_bytes, offset);
    if (code == SQLITE_OK)
        remember(file, false, bytes, n_bytes, offset);
    return code;
}

static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = check_fault();
    if (code == SQLITE_OK)
        code = real_of(file)->pMethods->xTruncate(real_of(file), size);
    if (code == SQLITE_OK)
        remember(file, true, NULL, 0, size);
    return code;
}

static int faulty_sync(sqlite3_file *file, int flags)
{
    Mirror *mirror = ((FaultyFile *)file)->mirror;
    int code = check_fault();
    if (code == SQLITE_OK)
        code = real_of(file)->pMethods->xSync(real_of(file), flags);
    if (code != SQLITE_OK || mirror == NULL)
        return code;
    for (guint i = 0; i < mirror->changes->len; i++)
        apply(mirror->synced, mirror->changes->pdata[i]);
    g_ptr_array_set_size(mirror->changes, 0);
    return SQLITE_OK;
}

static int faulty_size(sqlite3_file *file, sqlite3_int64 *out_size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), out_size);
}

static int faulty_lock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int faulty_unlock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int faulty_check_lock(sqlite3_file *file, int *out_is_locked)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out_is_locked);
}

static int faulty_control(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int faulty_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int faulty_device(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int faulty_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int faulty_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void faulty_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int faulty_shm_unmap(sqlite3_file *file, int delete_flag)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete_flag);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check_lock,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_device,
    .xShmMap = faulty_shm_map,
    .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_shm_barrier,
    .xShmUnmap = faulty_shm_unmap,
};

// A file that was there before counts as synced.
static Mirror *mirror_of(const char *name, sqlite3_file *real)
{
    Mirror *mirror = g_hash_table_lookup(mirrors, name);
    sqlite3_int64 size = 0;
    if (mirror != NULL)
        return mirror;
    mirror = g_new0(Mirror, 1);
    mirror->synced = g_byte_array_new();
    mirror->changes = g_ptr_array_new_with_free_func(change_free);
    real->pMethods->xFileSize(real, &size);
    g_byte_array_set_size(mirror->synced, (guint)size);
    if (size > 0)
        real->pMethods->xRead(real, mirror->synced->data, (int)size, 0);
    g_hash_table_insert(mirrors, g_strdup(name), mirror);
    return mirror;
}

static int faulty_open(sqlite3_vfs *unused G_GNUC_UNUSED, const char *name, sqlite3_file *file,
                       int flags, int *out_flags)
{
    FaultyFile *faulty = (FaultyFile *)file;
    faulty->base.pMethods = NULL;
    faulty->real = g_malloc0((size_t)beneath->szOsFile);
    int code = beneath->xOpen(beneath, name, faulty->real, flags, out_flags);
    if (code != SQLITE_OK) {
        g_clear_pointer(&faulty->real, g_free);
        return code;
    }
    faulty->mirror = name != NULL ? mirror_of(name, faulty->real) : NULL;
    faulty->base.pMethods = &methods;
    return SQLITE_OK;
}

static int faulty_delete(sqlite3_vfs *unused G_GNUC_UNUSED, const char *name, int sync_folder)
{
    g_hash_table_remove(mirrors, name);
    return beneath->xDelete(beneath, name, sync_folder);
}

void faulty_install(void)
{
    beneath = sqlite3_vfs_find(NULL);
    mirrors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, mirror_free);
    vfs = *beneath;
    vfs.zName = "faulty";
    vfs.szOsFile = sizeof(FaultyFile);
    vfs.xOpen = faulty_open;
    vfs.xDelete = faulty_delete;
    sqlite3_vfs_register(&vfs, 1);
}

void faulty_remove(void)
{
    sqlite3_vfs_unregister(&vfs);
    sqlite3_vfs_register(beneath, 1);
    g_hash_table_unref(mirrors);
}

void faulty_cut_power(const char *file, const char *copy)
{
    static const char *const suffixes[] = { "", "-wal", "-journal" };
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        g_autofree char *from = g_strconcat(file, suffixes[i], NULL);
        g_autofree char *to = g_strconcat(copy, suffixes[i], NULL);
        const Mirror *mirror = g_hash_table_lookup(mirrors, from);
        g_unlink(to);
        if (mirror == NULL)
            continue;
        g_autoptr(GByteArray) content = g_byte_array_new();
        g_byte_array_append(content, mirror->synced->data, mirror->synced->len);
        for (guint change = 0; change < mirror->changes->len; change++) {
            if (g_test_rand_bit())
                apply(content, mirror->changes->pdata[change]);
        }
        g_assert_true(
            g_file_set_contents(to, (const char *)content->data, (gssize)content->len, NULL));
    }
}
