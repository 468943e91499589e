// SPDX-License-Identifier: Apache-2.0
// The head of a tree stands first in its file, as a rule; where it does not, the tree is read whole.
#include "fp-tree.h"
#include "node-private.h"
#include <stdio.h>
#include <string.h>

#define BEGINNING_MAX_BYTES ((size_t)4096)

enum { KEY_TITLE, KEY_SUMMARY, N_KEYS };
static const char *const keys[N_KEYS] = { "title", "summary" };

static void close_file(FILE *file)
{
    fclose(file);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FILE, close_file)

/* The file's beginning; NULL where it cannot be read, or reading it once is all that can be done. */
static char *read_beginning(const char *path, size_t *out_length)
{
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return NULL;
    g_autoptr(FILE) file = fopen(path, "rbe");
    if (file == NULL)
        return NULL;
    g_autofree char *text = g_malloc(BEGINNING_MAX_BYTES);
    setvbuf(file, NULL, _IONBF, 0);
    *out_length = fread(text, 1, BEGINNING_MAX_BYTES, file);
    return ferror(file) != 0 ? NULL : g_steal_pointer(&text);
}

static size_t length_of_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* A file that is there whole and has no summary, or is faulty, is soon read whole. */
static bool is_of_use(const FpTreeHeading *heading, bool is_whole, size_t length)
{
    return heading->title != NULL && *heading->title != '\0' &&
           (is_whole || length == BEGINNING_MAX_BYTES);
}

FpTreeHeading *fp_tree_heading_load(const char *path)
{
    size_t length = 0;
    g_autofree char *text = read_beginning(path, &length);
    if (text == NULL)
        return NULL;
    size_t mark = length_of_mark(text, length);
    char *texts[N_KEYS] = { NULL };
    bool is_whole = fp_node_yaml_head(text + mark, length - mark, keys, N_KEYS, texts);
    g_autoptr(FpTreeHeading) heading = g_new0(FpTreeHeading, 1);
    heading->title = texts[KEY_TITLE];
    heading->summary = texts[KEY_SUMMARY];
    return is_of_use(heading, is_whole, length) ? g_steal_pointer(&heading) : NULL;
}

void fp_tree_heading_free(FpTreeHeading *heading)
{
    if (heading == NULL)
        return;
    g_free(heading->title);
    g_free(heading->summary);
    g_free(heading);
}
