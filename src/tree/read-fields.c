// SPDX-License-Identifier: Apache-2.0
// One walk over a thing's map: each key is sought in the thing's table, then the table is walked for
// what is missing.
#include "fp-i18n.h"
#include "fp-nearest.h"
#include "read-private.h"
#include <string.h>

char *fp_format_describe_key(const FpFormatKey *row)
{
    if (row->shape != FP_SHAPE_WORD)
        return g_strdup_printf("%s: %s", row->key, _(row->description));
    g_autofree char *words = g_strjoinv(", ", (char **)(gpointer)row->words);
    return g_strdup_printf(_("%s: %s (one of: %s)"), row->key, _(row->description), words);
}

static char *list_keys(const FpFormatThing *thing)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < thing->n_keys; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", thing->keys[i].key);
    return g_string_free(text, FALSE);
}

static bool find_key(const FpFormatThing *thing, const char *text, size_t *out_key)
{
    for (size_t i = 0; i < thing->n_keys; i++) {
        if (strcmp(thing->keys[i].key, text) == 0) {
            *out_key = i;
            return true;
        }
    }
    return false;
}

/* What to do about an unknown key. One without a value is most likely half of a text with a comma. */
static char *mend_unknown_key(const FpFormatThing *thing, const FpNode *value)
{
    g_autofree char *list = list_keys(thing);
    if (value->kind == FP_NODE_SCALAR && value->text[0] == '\0' && !value->is_quoted)
        return g_strdup_printf(
            _("a text in '{...}' that holds ',' needs quotes; the keys here are: %s"), list);
    return g_strdup_printf(_("the keys here are: %s"), list);
}

static void report_unknown_key(FpFileReader *reader, const FpNode *key, const FpNode *value,
                               FpFields *fields)
{
    const FpFormatThing *thing = fields->thing;
    const char *names[FP_FORMAT_MAX_KEYS];
    if (fp_reader_is_full(reader)) {
        fp_reader_report(reader, key->place, NULL, " ");
        return;
    }
    for (size_t i = 0; i < thing->n_keys; i++)
        names[i] = thing->keys[i].key;
    size_t meant;
    const char *nearest = fp_nearest(key->text, names, thing->n_keys);
    if (nearest != NULL && find_key(thing, nearest, &meant))
        fields->is_meant[meant] = true;
    g_autofree char *shown = fp_reader_quote(reader, key->text);
    g_autofree char *hint = fp_reader_hint(reader, key->text, names, thing->n_keys);
    g_autofree char *mend = mend_unknown_key(thing, value);
    fp_reader_report(reader, key->place, mend, _("%s: unknown key '%s'%s"), _(thing->title), shown,
                     hint);
}

/* A plain `null` where it stands for nothing. */
static bool is_null(const FpNode *node, const FpFormatKey *row)
{
    return (row->flags & FP_KEY_NULLABLE) != 0 && node->kind == FP_NODE_SCALAR &&
           !node->is_quoted && strcmp(node->text, "null") == 0;
}

static bool report_no_list(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    g_autofree char *mend =
        g_strdup_printf(_("write '%s: [...]', or lines that begin with '- '"), row->key);
    if (!node->is_broken)
        fp_reader_report(reader, node->place, mend, _("'%s' must be a list"), row->key);
    return false;
}

static bool report_no_map(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    g_autofree char *mend =
        g_strdup_printf(_("write lines 'id: ...' under '%s:', or '%s: {}'"), row->key, row->key);
    if (!node->is_broken)
        fp_reader_report(reader, node->place, mend, _("'%s' must be a map of ids"), row->key);
    return false;
}

static bool report_empty(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    g_autofree char *mend = fp_format_describe_key(row);
    fp_reader_report(reader, node->place, mend, _("'%s' must not be empty"), row->key);
    return false;
}

static int compare_texts(const void *a, const void *b)
{
    const FpNode *node_a = *(const FpNode *const *)a, *node_b = *(const FpNode *const *)b;
    int order = strcmp(node_a->text, node_b->text);
    if (order != 0)
        return order;
    if (node_a->place.line != node_b->place.line)
        return node_a->place.line < node_b->place.line ? -1 : 1;
    return node_a->place.column < node_b->place.column ? -1 : 1;
}

static void refuse_repeats(FpFileReader *reader, const FpNode *list)
{
    if (list->n_items < 2)
        return;
    g_autofree const FpNode **sorted = g_new(const FpNode *, list->n_items);
    memcpy(sorted, list->items, list->n_items * sizeof *sorted);
    qsort(sorted, list->n_items, sizeof *sorted, compare_texts);
    for (size_t i = 1; i < list->n_items; i++) {
        if (sorted[i]->text[0] == '\0' || strcmp(sorted[i]->text, sorted[i - 1]->text) != 0)
            continue;
        g_autofree char *shown = fp_reader_quote(reader, sorted[i]->text);
        fp_reader_report(reader, sorted[i]->place, _("name it once"),
                         _("'%s' is in this list twice"), shown);
    }
}

/* An item of a list of names; ids and things are checked where they are read. */
static void check_name_item(FpFileReader *reader, const FpNode *item, const FpFormatKey *row)
{
    g_autofree char *mend = fp_format_describe_key(row);
    if (item->is_broken)
        return;
    if (item->kind != FP_NODE_SCALAR)
        fp_reader_report(reader, item->place, mend, _("'%s' must hold names, not lists or maps"),
                         row->key);
    else if (item->text[0] == '\0')
        fp_reader_report(reader, item->place, mend, _("'%s' holds an item without a value"),
                         row->key);
}

static bool check_items(FpFileReader *reader, const FpNode *list, const FpFormatKey *row)
{
    if ((row->flags & FP_KEY_NOT_EMPTY) != 0 && list->n_items == 0)
        return report_empty(reader, list, row);
    for (size_t i = 0; row->shape == FP_SHAPE_NAME && i < list->n_items; i++)
        check_name_item(reader, list->items[i], row);
    if ((row->flags & FP_KEY_DIFFERENT) != 0)
        refuse_repeats(reader, list);
    return true;
}

static bool check_value(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    switch (row->holds) {
    case FP_HOLDS_ONE:
        // A thing is read as a whole by its reader.
        return row->shape == FP_SHAPE_THING || fp_shape_check(reader, node, row);
    case FP_HOLDS_LIST:
        return node->kind == FP_NODE_SEQUENCE ? check_items(reader, node, row)
                                              : report_no_list(reader, node, row);
    case FP_HOLDS_ONE_OR_LIST:
        return node->kind == FP_NODE_SEQUENCE ? check_items(reader, node, row)
                                              : fp_shape_check(reader, node, row);
    case FP_HOLDS_IDS:
        if (node->kind != FP_NODE_MAPPING)
            return report_no_map(reader, node, row);
        return (row->flags & FP_KEY_NOT_EMPTY) == 0 || node->n_items > 0 ||
               report_empty(reader, node, row);
    }
    g_assert_not_reached();
}

static bool is_missing(const FpFields *fields, size_t key)
{
    return fields->keys[key] == NULL && !fields->is_meant[key] &&
           fields->node->kind == FP_NODE_MAPPING;
}

static void report_missing(FpFileReader *reader, const FpFields *fields, size_t key)
{
    const FpFormatKey *row = &fields->thing->keys[key];
    g_autofree char *description = fp_format_describe_key(row);
    g_autofree char *mend = g_strdup_printf(_("add %s"), description);
    fp_reader_report(reader, fields->node->place, mend, _("%s: '%s' is missing"),
                     _(fields->thing->title), row->key);
}

void fp_fields_require(FpFileReader *reader, const FpFields *fields, size_t key)
{
    if (is_missing(fields, key))
        report_missing(reader, fields, key);
}

static void report_all_missing(FpFileReader *reader, const FpFields *fields, const size_t *keys,
                               size_t n)
{
    g_autoptr(GString) names = g_string_new(NULL);
    g_autoptr(GString) mend = g_string_new(_("add them:"));
    for (size_t i = 0; i < n; i++) {
        const FpFormatKey *row = &fields->thing->keys[keys[i]];
        g_string_append_printf(names, "%s'%s'", i > 0 ? ", " : "", row->key);
        g_string_append_printf(mend, "%s %s (%s)", i > 0 ? "," : "", row->key, _(row->description));
    }
    fp_reader_report(reader, fields->node->place, mend->str, _("%s: these are missing: %s"),
                     _(fields->thing->title), names->str);
}

static void check_required(FpFileReader *reader, const FpFields *fields)
{
    size_t n = 0, missing[FP_FORMAT_MAX_KEYS];
    for (size_t i = 0; i < fields->thing->n_keys; i++) {
        if ((fields->thing->keys[i].flags & FP_KEY_REQUIRED) != 0 && is_missing(fields, i))
            missing[n++] = i;
    }
    if (n == 1)
        report_missing(reader, fields, missing[0]);
    else if (n > 1)
        report_all_missing(reader, fields, missing, n);
}

bool fp_fields_read(FpFileReader *reader, const FpNode *node, const FpFormatThing *thing,
                    FpFields *out_fields)
{
    g_assert(thing->n_keys <= FP_FORMAT_MAX_KEYS);
    *out_fields = (FpFields) { .thing = thing, .node = node };
    if (node->kind != FP_NODE_MAPPING) {
        g_autofree char *list = list_keys(thing);
        g_autofree char *mend = g_strdup_printf(_("write it as a map with the keys: %s"), list);
        if (!node->is_broken)
            fp_reader_report(reader, node->place, mend, _("%s: this must be a map"),
                             _(thing->title));
        return false;
    }
    for (size_t i = 0; i < node->n_items; i++) {
        size_t key;
        if (!find_key(thing, node->keys[i]->text, &key)) {
            report_unknown_key(reader, node->keys[i], node->items[i], out_fields);
            continue;
        }
        out_fields->keys[key] = node->keys[i];
        if (!is_null(node->items[i], &thing->keys[key]) &&
            check_value(reader, node->items[i], &thing->keys[key]))
            out_fields->values[key] = node->items[i];
    }
    check_required(reader, out_fields);
    return true;
}

void fp_fields_refuse(FpFileReader *reader, const FpFields *fields, size_t key, const char *why)
{
    if (fields->keys[key] == NULL)
        return;
    g_autofree char *mend = g_strdup_printf(_("remove '%s'"), fields->thing->keys[key].key);
    fp_reader_report(reader, fields->keys[key]->place, mend, "%s", why);
}

const char *fp_fields_text(const FpFields *fields, size_t key)
{
    return fields->values[key] == NULL ? NULL : fields->values[key]->text;
}

size_t fp_fields_count(const FpFields *fields, size_t key)
{
    const FpNode *value = fields->values[key];
    if (value == NULL)
        return 0;
    return value->kind == FP_NODE_SEQUENCE ? value->n_items : 1;
}

const FpNode *fp_fields_item(const FpFields *fields, size_t key, size_t index)
{
    const FpNode *value = fields->values[key];
    const FpNode *item = value->kind == FP_NODE_SEQUENCE ? value->items[index] : value;
    if (fields->thing->keys[key].shape == FP_SHAPE_THING)
        return item;
    return item->kind == FP_NODE_SCALAR && item->text[0] != '\0' ? item : NULL;
}

size_t fp_fields_word(const FpFields *fields, size_t key)
{
    const char *const *words = fields->thing->keys[key].words;
    for (size_t i = 0; fields->values[key] != NULL && words[i] != NULL; i++) {
        if (strcmp(words[i], fields->values[key]->text) == 0)
            return i;
    }
    return 0;
}

int fp_fields_integer(const FpFields *fields, size_t key, int otherwise)
{
    const FpNode *value = fields->values[key];
    return value == NULL ? otherwise : (int)g_ascii_strtoll(value->text, NULL, 10);
}
