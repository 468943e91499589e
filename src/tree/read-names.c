// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "fp-tree.h"
#include "read-private.h"
#include <string.h>

// So many names are listed in a mend.
#define LIST_MAX 12

static int compare_ids(const void *a, const void *b, void *data)
{
    (void)data;
    return strcmp(a, b);
}

void fp_name_space_init(FpNameSpace *names, FpNameSpaceKind kind)
{
    *names = (FpNameSpace) { .kind = kind };
    names->index = g_tree_new_full(compare_ids, NULL, NULL, NULL);
    names->ids = g_ptr_array_new();
}

void fp_name_space_clear(FpNameSpace *names)
{
    g_clear_pointer(&names->index, g_tree_unref);
    g_clear_pointer(&names->ids, g_ptr_array_unref);
}

static const FpNameEntry *find(const FpNameSpace *names, const char *id)
{
    return g_tree_lookup(names->index, id);
}

static void insert(FpFileReader *reader, FpNameSpace *names, const FpNode *node, const char *now,
                   size_t index)
{
    FpNameEntry *entry = fp_arena_array(reader->arena, 1, sizeof *entry);
    *entry = (FpNameEntry) { index, now, now != node->text, reader->source, node->place };
    g_tree_insert(names->index, (char *)(gpointer)node->text, entry);
}

/* Where a number can be answered too, a name must not be taken for one. */
static bool reads_as_number(const char *id)
{
    size_t n = strspn(id, "0123456789");
    if (n > 0 && id[n] == 'e') {
        n += id[n + 1] == '-' ? 2 : 1;
        n += strspn(id + n, "0123456789");
    }
    return n > 0 && id[n] == '\0';
}

static void refuse_number(FpFileReader *reader, const FpNameSpace *names, const FpNode *node)
{
    if (names->kind != FP_NAMES_BAND || !reads_as_number(node->text))
        return;
    g_autofree char *shown = fp_reader_quote(reader, node->text);
    fp_reader_report(reader, node->place, _("begin it with a letter"),
                     _("the id of a band may not read as a number, as '%s' does"), shown);
}

static void refuse_reserved(FpFileReader *reader, const FpNameSpace *names, const FpNode *node)
{
    const char *id = node->text;
    if (names->kind == FP_NAMES_OUTCOME && strcmp(id, "no-path") == 0)
        fp_reader_report(reader, node->place, _("choose another id"),
                         _("'no-path' is reserved: it stands for no outcome at all"));
    if (names->kind == FP_NAMES_QUESTION &&
        (strcmp(id, "any") == 0 || strcmp(id, "all") == 0 || strcmp(id, "not") == 0))
        fp_reader_report(reader, node->place, _("choose another id"),
                         _("'%s' is reserved: it is a word of guards"), id);
}

static void report_duplicate(FpFileReader *reader, const FpNode *node, const FpNameEntry *first)
{
    g_autofree char *shown = fp_reader_quote(reader, node->text);
    if (first->source == reader->source) {
        fp_reader_report(reader, node->place, _("choose another id for one of the two"),
                         _("the id '%s' is taken; the first one is at line %u, column %u"), shown,
                         first->place.line, first->place.column);
        return;
    }
    g_autofree char *file = fp_reader_quote(reader, fp_source_name(first->source));
    fp_reader_report(reader, node->place, _("choose another id for one of the two"),
                     _("the id '%s' is taken; the first one is in %s at line %u, column %u"), shown,
                     file, first->place.line, first->place.column);
}

bool fp_name_space_add(FpFileReader *reader, FpNameSpace *names, const FpNode *node, size_t index)
{
    if (node->kind != FP_NODE_SCALAR || node->is_broken) {
        names->is_incomplete = true;
        return false;
    }
    const FpNameEntry *first = find(names, node->text);
    refuse_number(reader, names, node);
    refuse_reserved(reader, names, node);
    if (first != NULL) {
        report_duplicate(reader, node, first);
        return false;
    }
    insert(reader, names, node, node->text, index);
    g_ptr_array_add(names->ids, (char *)(gpointer)node->text);
    return true;
}

static void add_was(FpFileReader *reader, FpNameSpace *names, const FpNode *node, const char *id,
                    size_t index)
{
    const FpNameEntry *first = find(names, node->text);
    refuse_number(reader, names, node);
    if (first == NULL) {
        insert(reader, names, node, id, index);
        return;
    }
    g_autofree char *shown = fp_reader_quote(reader, node->text);
    if (first->is_was)
        fp_reader_report(
            reader, node->place, _("keep it in one place"),
            _("the earlier name '%s' is given twice; the first one is at line %u, column %u"),
            shown, first->place.line, first->place.column);
    else
        fp_reader_report(reader, node->place, _("remove it here, or rename what bears it now"),
                         _("the earlier name '%s' is still an id, at line %u, column %u"), shown,
                         first->place.line, first->place.column);
}

void fp_name_space_add_was(FpFileReader *reader, FpNameSpace *names, const FpFields *fields,
                           size_t key, const char *id, size_t index)
{
    for (size_t i = 0; i < fp_fields_count(fields, key); i++) {
        const FpNode *item = fields->values[key]->items[i];
        if (fp_id_check(reader, item))
            add_was(reader, names, item, id, index);
    }
}

size_t fp_name_space_find_quietly(const FpNameSpace *names, const char *id)
{
    const FpNameEntry *entry = find(names, id);
    return entry == NULL || entry->is_was ? FP_NONE : entry->index;
}

size_t fp_name_space_find_ever(const FpNameSpace *names, const char *id)
{
    const FpNameEntry *entry = find(names, id);
    return entry == NULL ? FP_NONE : entry->index;
}

char *fp_name_space_list(FpFileReader *reader, const FpNameSpace *names)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < names->ids->len && i < LIST_MAX; i++) {
        g_autofree char *shown = fp_reader_quote(reader, g_ptr_array_index(names->ids, i));
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", shown);
    }
    if (names->ids->len > LIST_MAX)
        g_string_append(text, ", ...");
    return g_string_free(text, FALSE);
}

/* What can be written instead of an unknown name. */
static char *mend_unknown(FpFileReader *reader, const FpNameSpace *names)
{
    if (names->kind == FP_NAMES_FACT)
        return g_strdup(
            _("add it to a facts file that the tree uses, or cite a fact that is there"));
    if (names->ids->len == 0)
        return g_strdup(_("there are none yet: add it first"));
    g_autofree char *list = fp_name_space_list(reader, names);
    return g_strdup_printf(_("write one of: %s"), list);
}

static void report_unknown(FpFileReader *reader, const FpNameSpace *names, const FpNode *node)
{
    g_autofree char *shown = fp_reader_quote(reader, node->text);
    g_autofree char *hint =
        fp_reader_hint(reader, node->text, (const char *const *)names->ids->pdata, names->ids->len);
    g_autofree char *mend = mend_unknown(reader, names);
    FpPlace place = node->place;
    switch (names->kind) {
    case FP_NAMES_OUTCOME:
        return fp_reader_report(reader, place, mend, _("unknown outcome '%s'%s"), shown, hint);
    case FP_NAMES_CONTROL:
        return fp_reader_report(reader, place, mend, _("unknown control '%s'%s"), shown, hint);
    case FP_NAMES_THEME:
        return fp_reader_report(reader, place, mend, _("unknown theme '%s'%s"), shown, hint);
    case FP_NAMES_STRENGTH:
        return fp_reader_report(reader, place, mend, _("unknown strength '%s'%s"), shown, hint);
    case FP_NAMES_QUESTION:
        return fp_reader_report(reader, place, mend, _("unknown question '%s'%s"), shown, hint);
    case FP_NAMES_OPTION:
        return fp_reader_report(reader, place, mend, _("unknown option '%s'%s"), shown, hint);
    case FP_NAMES_BAND:
        return fp_reader_report(reader, place, mend, _("unknown band '%s'%s"), shown, hint);
    case FP_NAMES_RULE:
        return fp_reader_report(reader, place, mend, _("unknown rule '%s'%s"), shown, hint);
    case FP_NAMES_FACT:
        return fp_reader_report(reader, place, mend, _("unknown fact '%s'%s"), shown, hint);
    case FP_NAMES_SOURCE:
        return fp_reader_report(reader, place, mend, _("unknown source '%s'%s"), shown, hint);
    }
}

size_t fp_name_space_find(FpFileReader *reader, const FpNameSpace *names, const FpNode *node)
{
    const FpNameEntry *entry = find(names, node->text);
    if (entry != NULL && !entry->is_was)
        return entry->index;
    if (entry != NULL && entry->now == NULL)
        return FP_NONE; // what bore the name lacks an id, which is reported
    if (entry != NULL) {
        g_autofree char *shown = fp_reader_quote(reader, node->text);
        g_autofree char *now = fp_reader_quote(reader, entry->now);
        g_autofree char *mend = g_strdup_printf(_("write '%s'"), now);
        fp_reader_report(reader, node->place, mend,
                         _("'%s' is an earlier name, which only old answers "
                           "may use; did you mean '%s'?"),
                         shown, now);
    } else if (!names->is_incomplete) {
        report_unknown(reader, names, node);
    }
    return FP_NONE;
}
