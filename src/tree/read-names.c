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

void names_init(Names *names, NamesKind kind)
{
    *names = (Names) { .kind = kind };
    names->index = g_tree_new_full(compare_ids, NULL, NULL, NULL);
    names->ids = g_ptr_array_new();
}

void names_clear(Names *names)
{
    g_clear_pointer(&names->index, g_tree_unref);
    g_clear_pointer(&names->ids, g_ptr_array_unref);
}

static const NameEntry *find(const Names *names, const char *id)
{
    return g_tree_lookup(names->index, id);
}

static void insert(Reader *reader, Names *names, const FpNode *node, const char *now, size_t index)
{
    NameEntry *entry = fp_arena_array(reader->arena, 1, sizeof *entry);
    *entry = (NameEntry) { index, now, now != node->text, reader->source, node->place };
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

static void refuse_number(Reader *reader, const Names *names, const FpNode *node)
{
    if (names->kind != NAMES_BAND || !reads_as_number(node->text))
        return;
    g_autofree char *shown = reader_quote(reader, node->text);
    reader_report(reader, node->place, _("begin it with a letter"),
                  _("the id of a band may not read as a number, as '%s' does"), shown);
}

static void refuse_reserved(Reader *reader, const Names *names, const FpNode *node)
{
    const char *id = node->text;
    if (names->kind == NAMES_OUTCOME && strcmp(id, "no-path") == 0)
        reader_report(reader, node->place, _("choose another id"),
                      _("'no-path' is reserved: it stands for no outcome at all"));
    if (names->kind == NAMES_QUESTION &&
        (strcmp(id, "any") == 0 || strcmp(id, "all") == 0 || strcmp(id, "not") == 0))
        reader_report(reader, node->place, _("choose another id"),
                      _("'%s' is reserved: it is a word of guards"), id);
}

static void report_duplicate(Reader *reader, const FpNode *node, const NameEntry *first)
{
    g_autofree char *shown = reader_quote(reader, node->text);
    if (first->source == reader->source) {
        reader_report(reader, node->place, _("choose another id for one of the two"),
                      _("the id '%s' is taken; the first one is at line %u, column %u"), shown,
                      first->place.line, first->place.column);
        return;
    }
    g_autofree char *file = reader_quote(reader, fp_source_name(first->source));
    reader_report(reader, node->place, _("choose another id for one of the two"),
                  _("the id '%s' is taken; the first one is in %s at line %u, column %u"), shown,
                  file, first->place.line, first->place.column);
}

bool names_add(Reader *reader, Names *names, const FpNode *node, size_t index)
{
    if (node->kind != FP_NODE_SCALAR || node->is_broken) {
        names->is_incomplete = true;
        return false;
    }
    const NameEntry *first = find(names, node->text);
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

static void add_was(Reader *reader, Names *names, const FpNode *node, const char *id, size_t index)
{
    const NameEntry *first = find(names, node->text);
    refuse_number(reader, names, node);
    if (first == NULL) {
        insert(reader, names, node, id, index);
        return;
    }
    g_autofree char *shown = reader_quote(reader, node->text);
    if (first->is_was)
        reader_report(
            reader, node->place, _("keep it in one place"),
            _("the earlier name '%s' is given twice; the first one is at line %u, column %u"),
            shown, first->place.line, first->place.column);
    else
        reader_report(reader, node->place, _("remove it here, or rename what bears it now"),
                      _("the earlier name '%s' is still an id, at line %u, column %u"), shown,
                      first->place.line, first->place.column);
}

void names_add_was(Reader *reader, Names *names, const Fields *fields, size_t key, const char *id,
                   size_t index)
{
    for (size_t i = 0; i < fields_count(fields, key); i++) {
        const FpNode *item = fields->values[key]->items[i];
        if (id_check(reader, item))
            add_was(reader, names, item, id, index);
    }
}

size_t names_find_quietly(const Names *names, const char *id)
{
    const NameEntry *entry = find(names, id);
    return entry == NULL || entry->is_was ? FP_NONE : entry->index;
}

size_t names_find_ever(const Names *names, const char *id)
{
    const NameEntry *entry = find(names, id);
    return entry == NULL ? FP_NONE : entry->index;
}

char *names_list(Reader *reader, const Names *names)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < names->ids->len && i < LIST_MAX; i++) {
        g_autofree char *shown = reader_quote(reader, g_ptr_array_index(names->ids, i));
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", shown);
    }
    if (names->ids->len > LIST_MAX)
        g_string_append(text, ", ...");
    return g_string_free(text, FALSE);
}

/* What can be written instead of an unknown name. */
static char *mend_unknown(Reader *reader, const Names *names)
{
    if (names->kind == NAMES_FACT)
        return g_strdup(
            _("add it to a facts file that the tree uses, or cite a fact that is there"));
    if (names->ids->len == 0)
        return g_strdup(_("there are none yet: add it first"));
    g_autofree char *list = names_list(reader, names);
    return g_strdup_printf(_("write one of: %s"), list);
}

static void report_unknown(Reader *reader, const Names *names, const FpNode *node)
{
    g_autofree char *shown = reader_quote(reader, node->text);
    g_autofree char *hint =
        reader_hint(reader, node->text, (const char *const *)names->ids->pdata, names->ids->len);
    g_autofree char *mend = mend_unknown(reader, names);
    FpPlace place = node->place;
    switch (names->kind) {
    case NAMES_OUTCOME:
        return reader_report(reader, place, mend, _("unknown outcome '%s'%s"), shown, hint);
    case NAMES_CONTROL:
        return reader_report(reader, place, mend, _("unknown control '%s'%s"), shown, hint);
    case NAMES_THEME:
        return reader_report(reader, place, mend, _("unknown theme '%s'%s"), shown, hint);
    case NAMES_STRENGTH:
        return reader_report(reader, place, mend, _("unknown strength '%s'%s"), shown, hint);
    case NAMES_QUESTION:
        return reader_report(reader, place, mend, _("unknown question '%s'%s"), shown, hint);
    case NAMES_OPTION:
        return reader_report(reader, place, mend, _("unknown option '%s'%s"), shown, hint);
    case NAMES_BAND:
        return reader_report(reader, place, mend, _("unknown band '%s'%s"), shown, hint);
    case NAMES_RULE:
        return reader_report(reader, place, mend, _("unknown rule '%s'%s"), shown, hint);
    case NAMES_FACT:
        return reader_report(reader, place, mend, _("unknown fact '%s'%s"), shown, hint);
    case NAMES_SOURCE:
        return reader_report(reader, place, mend, _("unknown source '%s'%s"), shown, hint);
    }
}

size_t names_find(Reader *reader, const Names *names, const FpNode *node)
{
    const NameEntry *entry = find(names, node->text);
    if (entry != NULL && !entry->is_was)
        return entry->index;
    if (entry != NULL) {
        g_autofree char *shown = reader_quote(reader, node->text);
        g_autofree char *now = reader_quote(reader, entry->now);
        g_autofree char *mend = g_strdup_printf(_("write '%s'"), now);
        reader_report(reader, node->place, mend,
                      _("'%s' is an earlier name, which only old answers "
                        "may use; did you mean '%s'?"),
                      shown, now);
    } else if (!names->is_incomplete) {
        report_unknown(reader, names, node);
    }
    return FP_NONE;
}
