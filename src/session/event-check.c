// SPDX-License-Identifier: Apache-2.0
// What a payload could not hold is refused before it is written: it could not be read back.
#include "event-private.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include <string.h>

/* What can be wrong with a field. */
typedef enum { TOO_LONG, NOT_UTF8, HAS_CONTROL, MISSING, UNKNOWN } Fault;

static bool refuse(const FpEvent *event, FpEventField field, Fault fault, GError **error)
{
    const char *kind = fp_event_kind_name(event->kind), *name = fp_event_fields[field].name;
    g_autofree char *message = NULL;
    switch (fault) {
    case TOO_LONG:
        /* Translators: the kind of an event in a session's history; the name of a field of it. */
        message = g_strdup_printf(_("event '%s': field '%s' is longer than 8 KiB; shorten it"),
                                  kind, name);
        break;
    case NOT_UTF8:
        message = g_strdup_printf(_("event '%s': field '%s' is not valid UTF-8; type it again"),
                                  kind, name);
        break;
    case HAS_CONTROL:
        message = g_strdup_printf(
            _("event '%s': field '%s' holds a control character; take it out"), kind, name);
        break;
    case MISSING:
        message = g_strdup_printf(_("event '%s': field '%s' is missing"), kind, name);
        break;
    case UNKNOWN:
        message = g_strdup_printf(_("event '%s': field '%s' does not belong to it"), kind, name);
        break;
    }
    g_set_error_literal(error, FP_ERROR, FP_ERROR_BAD_INPUT, message);
    return false;
}

static bool holds_forbidden(const char *text)
{
    for (const char *c = text; *c != '\0'; c += g_utf8_skip[(guchar)*c]) {
        if (fp_text_is_forbidden(g_utf8_get_char(c)))
            return true;
    }
    return false;
}

static bool check_text(const FpEvent *event, FpEventField field, const char *text, GError **error)
{
    if (strlen(text) > FP_EVENT_TEXT_MAX)
        return refuse(event, field, TOO_LONG, error);
    if (!g_utf8_validate(text, -1, NULL))
        return refuse(event, field, NOT_UTF8, error);
    if (holds_forbidden(text))
        return refuse(event, field, HAS_CONTROL, error);
    return true;
}

static bool check_list(const FpEvent *event, FpEventField field, GError **error)
{
    const char *const *list = fp_event_list_of(event, field);
    for (size_t i = 0; list[i] != NULL; i++) {
        if (!check_text(event, field, list[i], error))
            return false;
    }
    return true;
}

static bool check_value(const FpEvent *event, FpEventField field, GError **error)
{
    switch (fp_event_fields[field].type) {
    case FP_TYPE_TEXT:
        return check_text(event, field, fp_event_text_of(event, field), error);
    case FP_TYPE_LIST:
    case FP_TYPE_PAIRS:
        return check_list(event, field, error);
    case FP_TYPE_JSON:
        return true; // the engine's own text; its digest is beside it
    }
    g_assert_not_reached();
}

bool fp_event_check(const FpEvent *event, GError **error)
{
    const FpEventKindRow *row = &fp_event_kinds[event->kind];
    for (FpEventField field = 0; field < FP_FIELD_COUNT; field++) {
        bool is_required = row->required >> field & 1;
        bool is_known = is_required || (row->optional >> field & 1);
        if (!fp_event_has(event, field)) {
            if (is_required)
                return refuse(event, field, MISSING, error);
        } else if (!is_known) {
            return refuse(event, field, UNKNOWN, error);
        } else if (!check_value(event, field, error)) {
            return false;
        }
    }
    return true;
}
