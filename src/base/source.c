// SPDX-License-Identifier: Apache-2.0
// Lines are found by walking from the start: only faults ask for them, and files are small.
#include "fp-digest.h"
#include "fp-file.h"
#include "fp-source.h"
#include <string.h>
#include <unistd.h>

struct FpSource {
    int n_references; /* atomic: sources are shared between threads with their tree */
    char *name, *digest;
    GBytes *bytes;
};

FpSource *fp_source_new(const char *name, GBytes *bytes)
{
    FpSource *source = g_new0(FpSource, 1);
    source->n_references = 1;
    source->name = g_strdup(name);
    source->bytes = g_bytes_ref(bytes);
    source->digest = fp_digest_of_bytes(bytes);
    return source;
}

FpSource *fp_source_load(const char *path, GError **error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    const char *name = is_stdin ? "<stdin>" : path;
    g_autoptr(GBytes) bytes = is_stdin
                                  ? fp_file_read_fd(STDIN_FILENO, name, FP_SOURCE_MAX_BYTES, error)
                                  : fp_file_read(path, FP_SOURCE_MAX_BYTES, error);
    return bytes == NULL ? NULL : fp_source_new(name, bytes);
}

FpSource *fp_source_ref(FpSource *source)
{
    g_atomic_int_inc(&source->n_references);
    return source;
}

void fp_source_unref(FpSource *source)
{
    if (source == NULL || !g_atomic_int_dec_and_test(&source->n_references))
        return;
    g_free(source->name);
    g_free(source->digest);
    g_bytes_unref(source->bytes);
    g_free(source);
}

const char *fp_source_name(const FpSource *source)
{
    return source->name;
}

GBytes *fp_source_bytes(const FpSource *source)
{
    return source->bytes;
}

const char *fp_source_digest(const FpSource *source)
{
    return source->digest;
}

/* Empty bytes have no data of their own. */
static const char *text_of(const FpSource *source, size_t *out_n_bytes)
{
    const char *text = g_bytes_get_data(source->bytes, out_n_bytes);
    return text == NULL ? "" : text;
}

/* What the first line begins with; a byte order mark belongs to no line, as YAML has it. */
static const char *text_start(const FpSource *source, const char **out_end)
{
    size_t n_bytes;
    const char *text = text_of(source, &n_bytes);
    *out_end = text + n_bytes;
    return n_bytes >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? text + 3 : text;
}

static const char *line_end(const char *at, const char *end)
{
    while (at < end && *at != '\n' && *at != '\r')
        at++;
    return at;
}

/* What follows a line's end; NULL where the text ends without a break. */
static const char *next_line(const char *at, const char *end)
{
    if (at == end)
        return NULL;
    return *at == '\r' && at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
}

char *fp_source_line(const FpSource *source, unsigned line)
{
    const char *end;
    const char *at = text_start(source, &end);
    if (line == 0)
        return NULL;
    for (unsigned i = 1; at != NULL && i < line; i++)
        at = next_line(line_end(at, end), end);
    return at == NULL ? NULL : g_utf8_make_valid(at, line_end(at, end) - at);
}

/* Code points between two places; a byte that continues one does not count. */
static unsigned count_code_points(const char *from, const char *to)
{
    unsigned n = 0;
    for (; from < to; from++)
        n += ((unsigned char)*from & 0xC0) != 0x80;
    return n;
}

FpPlace fp_source_place_at(const FpSource *source, size_t offset)
{
    const char *end;
    const char *line_start = text_start(source, &end);
    size_t n_bytes;
    const char *first = text_of(source, &n_bytes);
    const char *target = first + MIN(offset, n_bytes);
    FpPlace place = { .line = 1 };
    for (;;) {
        const char *next = next_line(line_end(line_start, end), end);
        if (next == NULL || next > target)
            break;
        line_start = next;
        place.line++;
    }
    place.column = count_code_points(line_start, target) + 1;
    return place;
}
