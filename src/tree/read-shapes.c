// SPDX-License-Identifier: Apache-2.0
// One scalar against the shape that its row asks for.
#include "fp-date.h"
#include "fp-decimal.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "read-private.h"
#include <string.h>

/* Reports a value of the wrong shape; the mend says what the key is for. */
static bool refuse(FpFileReader *reader, const FpNode *node, const FpFormatKey *row,
                   const char *message)
{
    g_autofree char *mend = fp_format_describe_key(row);
    fp_reader_report(reader, node->place, mend, "%s", message);
    return false;
}

bool fp_id_check(FpFileReader *reader, const FpNode *node)
{
    if (node->is_broken)
        return false;
    if (node->kind != FP_NODE_SCALAR) {
        fp_reader_report(reader, node->place, _("write an id, or remove it"),
                         _("an id must be a single value, not a list or map"));
        return false;
    }
    if (!fp_text_is_id(node->text)) {
        g_autofree char *shown = fp_reader_quote(reader, node->text);
        fp_reader_report(
            reader, node->place,
            _("write an id of small letters, digits and '-', not beginning with '-', of at "
              "most 64 bytes"),
            _("'%s' is not an id"), shown);
        return false;
    }
    if (strcmp(node->text, "unknown") == 0) {
        fp_reader_report(reader, node->place, _("choose another id"),
                         _("'unknown' is reserved: it is the answer \"I don't know\""));
        return false;
    }
    return true;
}

static bool check_integer(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    size_t n_digits = strspn(node->text, "0123456789");
    if (n_digits > 0 && n_digits < 18 && node->text[n_digits] == '\0') {
        gint64 value = g_ascii_strtoll(node->text, NULL, 10);
        if (value >= row->min && value <= row->max)
            return true;
    }
    g_autofree char *message =
        row->min == row->max ? g_strdup_printf(_("'%s' must be %ld"), row->key, row->min)
                             : g_strdup_printf(_("'%s' must be a whole number from %ld to %ld"),
                                               row->key, row->min, row->max);
    return refuse(reader, node, row, message);
}

static bool check_number(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    FpDecimal value;
    if (fp_decimal_parse(node->text, FP_DECIMAL_PLAIN, &value))
        return true;
    g_autofree char *message = g_strdup_printf(
        _("'%s' must be a number such as 5000 or 0.5, with at most 15 digits before "
          "the point and 6 after it"),
        row->key);
    return refuse(reader, node, row, message);
}

static bool check_boolean(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    if (strcmp(node->text, "true") == 0 || strcmp(node->text, "false") == 0)
        return true;
    g_autofree char *message = g_strdup_printf(_("'%s' must be true or false"), row->key);
    return refuse(reader, node, row, message);
}

static bool check_date(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    FpDate date;
    if (fp_date_parse(node->text, &date))
        return true;
    g_autofree char *message =
        g_strdup_printf(_("'%s' must be a date that exists, as 2026-11 or 2026-11-24"), row->key);
    return refuse(reader, node, row, message);
}

static bool check_url(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    const char *text = node->text;
    size_t n_scheme = g_ascii_strncasecmp(text, "https://", 8) == 0  ? 8
                      : g_ascii_strncasecmp(text, "http://", 7) == 0 ? 7
                                                                     : 0;
    if (n_scheme > 0 && text[n_scheme] != '\0' && strpbrk(text, " \t\n\"<>") == NULL)
        return true;
    g_autofree char *message =
        g_strdup_printf(_("'%s' must begin with https:// or http:// and hold no spaces"), row->key);
    return refuse(reader, node, row, message);
}

static bool check_word(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    size_t n = 0;
    for (; row->words[n] != NULL; n++) {
        if (strcmp(row->words[n], node->text) == 0)
            return true;
    }
    g_autofree char *shown = fp_reader_quote(reader, node->text);
    g_autofree char *hint = fp_reader_hint(reader, node->text, row->words, n);
    g_autofree char *list = g_strjoinv(", ", (char **)(gpointer)row->words);
    g_autofree char *mend = g_strdup_printf(_("write one of: %s"), list);
    fp_reader_report(reader, node->place, mend, _("'%s' cannot be '%s'%s"), row->key, shown, hint);
    return false;
}

/* True where the value is a scalar that says something, which all shapes below need. */
static bool check_scalar(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    if (node->is_broken)
        return false;
    if (node->kind != FP_NODE_SCALAR) {
        g_autofree char *message =
            node->kind == FP_NODE_SEQUENCE
                ? g_strdup_printf(_("'%s' must be a single value, not a list"), row->key)
                : g_strdup_printf(_("'%s' must be a single value, not a map"), row->key);
        return refuse(reader, node, row, message);
    }
    if (node->text[0] != '\0')
        return true;
    g_autofree char *message = g_strdup_printf(_("'%s' has no value"), row->key);
    return refuse(reader, node, row, message);
}

static bool check_map(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    if (node->kind == FP_NODE_MAPPING)
        return true;
    g_autofree char *message = g_strdup_printf(_("'%s' must be a map"), row->key);
    return node->is_broken ? false : refuse(reader, node, row, message);
}

bool fp_shape_check(FpFileReader *reader, const FpNode *node, const FpFormatKey *row)
{
    // Guards are read as a whole where the questions are known.
    if (row->shape == FP_SHAPE_GUARD || row->shape == FP_SHAPE_THING)
        return true;
    if (row->shape == FP_SHAPE_MAP)
        return check_map(reader, node, row);
    if (!check_scalar(reader, node, row))
        return false;
    switch (row->shape) {
    case FP_SHAPE_ID:
        fp_id_check(reader, node);
        return true;
    case FP_SHAPE_INTEGER:
        return check_integer(reader, node, row);
    case FP_SHAPE_NUMBER:
        return check_number(reader, node, row);
    case FP_SHAPE_BOOLEAN:
        return check_boolean(reader, node, row);
    case FP_SHAPE_WORD:
        return check_word(reader, node, row);
    case FP_SHAPE_DATE:
        return check_date(reader, node, row);
    case FP_SHAPE_URL:
        return check_url(reader, node, row);
    default:
        return true;
    }
}
