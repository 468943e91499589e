// SPDX-License-Identifier: Apache-2.0
// PDF 1.7 (ISO 32000-1), 7.5.6 "Incremental Updates": the catalogue once more, with /Lang, a table that
// names its place, and a trailer that points to the table before.
#include "pdf-page.h"
#include <stdlib.h>
#include <string.h>

/* What the last trailer says. */
typedef struct {
    unsigned long size, root, info, table;
} Trailer;

/* Behind the last place of a word; NULL where it is not there. The data ends with a NUL. */
static const char *find_last(const GByteArray *bytes, const char *word)
{
    const char *start = (const char *)bytes->data, *found = NULL;
    const char *end = start + bytes->len;
    for (const char *at = start; (at = memmem(at, (size_t)(end - at), word, strlen(word))) != NULL;)
        found = at += strlen(word);
    return found;
}

static bool read_number(const char *text, const char *key, unsigned long *out_number)
{
    const char *at = text != NULL ? strstr(text, key) : NULL;
    char *end;
    if (at == NULL)
        return false;
    at += strlen(key);
    *out_number = strtoul(at, &end, 10);
    return end != at;
}

static bool read_trailer(const GByteArray *bytes, Trailer *trailer)
{
    const char *at = find_last(bytes, "trailer");
    return read_number(at, "/Size", &trailer->size) && read_number(at, "/Root", &trailer->root) &&
           read_number(at, "/Info", &trailer->info) &&
           read_number(at, "startxref", &trailer->table);
}

/* A language tag is letters, digits and hyphens (BCP 47): anything else would end the string. */
static bool is_tag(const char *language)
{
    return *language != '\0' && language[strspn(language, "-0123456789abcdefghijklmnopqrstuvwxyz"
                                                          "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0';
}

/* The catalogue with the language: "44 0 obj\n<< /Lang (en) …endobj\n"; NULL where it is not found. */
static char *rewrite_catalogue(const GByteArray *bytes, const Trailer *trailer,
                               const char *language)
{
    g_autofree char *opening = g_strdup_printf("\n%lu 0 obj", trailer->root);
    const char *dictionary = find_last(bytes, opening);
    const char *start = dictionary != NULL ? strstr(dictionary, "<<") : NULL;
    const char *end = start != NULL ? strstr(start, "endobj") : NULL;
    if (end == NULL)
        return NULL;
    return g_strdup_printf("%lu 0 obj\n<< /Lang (%s)%.*sendobj\n", trailer->root, language,
                           (int)(end - start - 2), start + 2);
}

GByteArray *pdf_tell_language(GByteArray *bytes, const char *language)
{
    Trailer trailer;
    g_byte_array_append(bytes, (const guint8 *)"", 1); // a NUL, for the searches
    g_autofree char *catalogue = is_tag(language) && read_trailer(bytes, &trailer)
                                     ? rewrite_catalogue(bytes, &trailer, language)
                                     : NULL;
    g_byte_array_set_size(bytes, bytes->len - 1);
    if (catalogue == NULL)
        return bytes;
    guint place = bytes->len, table = place + (guint)strlen(catalogue);
    g_autofree char *update = g_strdup_printf(
        "%sxref\n%lu 1\n%010u 00000 n \ntrailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n"
        "   /Prev %lu\n>>\nstartxref\n%u\n%%%%EOF\n",
        catalogue, trailer.root, place, trailer.size, trailer.root, trailer.info, trailer.table,
        table);
    g_byte_array_append(bytes, (const guint8 *)update, (guint)strlen(update));
    return bytes;
}
