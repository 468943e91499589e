// SPDX-License-Identifier: Apache-2.0
// Faults are kept in shown order from the start: each is put in its place when it is added.
#include "fp-diagnostics.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include <stdbool.h>
#include <string.h>

/* Cells of a source line that are shown; the rest of a longer one is cut around the fault. */
enum { EXCERPT_CELLS = 88 };

/* What stands for the cut parts. ASCII, so that the caret stays right in every character set. */
#define CUT "..."

typedef struct {
    FpDiagnostic shown;
    unsigned source_rank; /* the order in which sources were first named */
    char *message, *mend;
} Fault;

struct FpDiagnostics {
    GPtrArray *faults;  /* Fault, in shown order, at most FP_DIAGNOSTICS_MAX */
    GPtrArray *sources; /* FpSource, each once, by rank */
    size_t n_total;
};

static void fault_free(void *data)
{
    Fault *fault = data;
    g_free(fault->message);
    g_free(fault->mend);
    g_free(fault);
}

static void source_free(void *data)
{
    fp_source_unref(data);
}

FpDiagnostics *fp_diagnostics_new(void)
{
    FpDiagnostics *diagnostics = g_new0(FpDiagnostics, 1);
    diagnostics->faults = g_ptr_array_new_with_free_func(fault_free);
    diagnostics->sources = g_ptr_array_new_with_free_func(source_free);
    return diagnostics;
}

void fp_diagnostics_free(FpDiagnostics *diagnostics)
{
    if (diagnostics == NULL)
        return;
    g_ptr_array_unref(diagnostics->faults);
    g_ptr_array_unref(diagnostics->sources);
    g_free(diagnostics);
}

static unsigned rank_of_source(FpDiagnostics *diagnostics, FpSource *source)
{
    guint rank;
    if (g_ptr_array_find(diagnostics->sources, source, &rank))
        return rank;
    g_ptr_array_add(diagnostics->sources, fp_source_ref(source));
    return diagnostics->sources->len - 1;
}

/* Negative where a is shown before b, 0 where they are at one place. */
static int compare_places(const Fault *a, const Fault *b)
{
    if (a->source_rank != b->source_rank)
        return a->source_rank < b->source_rank ? -1 : 1;
    if (a->shown.place.line != b->shown.place.line)
        return a->shown.place.line < b->shown.place.line ? -1 : 1;
    if (a->shown.place.column != b->shown.place.column)
        return a->shown.place.column < b->shown.place.column ? -1 : 1;
    return 0;
}

static const Fault *fault_at(const FpDiagnostics *diagnostics, guint slot)
{
    return g_ptr_array_index(diagnostics->faults, slot);
}

/* Where a fault goes: after those at its place. False where one of them says the same. */
static bool find_slot(const FpDiagnostics *diagnostics, const Fault *fault, guint *out_slot)
{
    guint slot = diagnostics->faults->len;
    while (slot > 0 && compare_places(fault_at(diagnostics, slot - 1), fault) > 0)
        slot--;
    *out_slot = slot;
    for (; slot > 0 && compare_places(fault_at(diagnostics, slot - 1), fault) == 0; slot--) {
        if (strcmp(fault_at(diagnostics, slot - 1)->message, fault->message) == 0)
            return false;
    }
    return true;
}

void fp_diagnostics_add(FpDiagnostics *diagnostics, FpSource *source, FpPlace place,
                        const char *mend, const char *format, ...)
{
    va_list arguments;
    guint slot;
    Fault *fault = g_new0(Fault, 1);
    va_start(arguments, format);
    fault->message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fault->mend = g_strdup(mend);
    fault->source_rank = rank_of_source(diagnostics, source);
    fault->shown = (FpDiagnostic) { source, place, fault->message, fault->mend };
    if (!find_slot(diagnostics, fault, &slot)) {
        fault_free(fault);
        return;
    }
    diagnostics->n_total++;
    if (diagnostics->faults->len < FP_DIAGNOSTICS_MAX)
        g_ptr_array_insert(diagnostics->faults, (int)slot, fault);
    else
        fault_free(fault);
}

size_t fp_diagnostics_count(const FpDiagnostics *diagnostics)
{
    return diagnostics->n_total;
}

const FpDiagnostic *fp_diagnostics_get(const FpDiagnostics *diagnostics, size_t index)
{
    if (index >= diagnostics->faults->len)
        return NULL;
    return &fault_at(diagnostics, (guint)index)->shown;
}

static void append_heading(GString *out, const FpDiagnostic *fault)
{
    g_autofree char *name = fp_text_printable(fp_source_name(fault->source), -1, FP_PRINT_ONE_LINE);
    g_string_append(out, name);
    if (fault->place.line > 0)
        g_string_append_printf(out, ":%u", fault->place.line);
    if (fault->place.line > 0 && fault->place.column > 0)
        g_string_append_printf(out, ":%u", fault->place.column);
    g_string_append_printf(out, ": %s\n", fault->message);
}

/* The nearest n_code_points before at, or the line's start. */
static const char *step_back(const char *line, const char *at, unsigned n_code_points)
{
    for (; n_code_points > 0 && at > line; n_code_points--)
        at = g_utf8_prev_char(at);
    return at;
}

/* As far on, or the line's end. */
static const char *step_on(const char *at, unsigned n_code_points)
{
    for (; n_code_points > 0 && *at != '\0'; n_code_points--) {
        at++;
        while (((unsigned char)*at & 0xC0) == 0x80) // the rest of a code point's bytes
            at++;
    }
    return at;
}

/* Where before must begin to take at most max_cells. out_cells: those that it takes then. */
static size_t skip_start(const char *before, size_t max_cells, size_t *out_cells)
{
    size_t skipped = 0;
    while ((*out_cells = fp_text_width(before + skipped)) > max_cells)
        skipped = fp_text_next(before, skipped);
    return skipped;
}

/* The place last shown: faults come in order, so that a line is fetched and walked along once. */
typedef struct {
    FpSource *source; /* borrowed; NULL: none yet */
    FpPlace place;
    char *line;     /* NULL: there is none */
    const char *at; /* of place, in line */
} LineCursor;

static void line_cursor_clear(LineCursor *cursor)
{
    g_free(cursor->line);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(LineCursor, line_cursor_clear)

static void go_to(LineCursor *cursor, FpSource *source, FpPlace place)
{
    if (cursor->source != source || cursor->place.line != place.line) {
        g_free(cursor->line);
        cursor->line = fp_source_line(source, place.line);
        cursor->at = cursor->line;
        cursor->place.column = 1;
    }
    if (cursor->line != NULL)
        cursor->at = step_on(cursor->at, place.column - cursor->place.column);
    cursor->source = source;
    cursor->place = place;
}

/* Appends the line, as much of it around the fault as is shown, and the caret under its column. */
static void append_excerpt(GString *out, const FpDiagnostic *fault, LineCursor *cursor)
{
    if (fault->place.line == 0 || fault->place.column == 0)
        return;
    go_to(cursor, fault->source, fault->place);
    if (cursor->line == NULL || *cursor->line == '\0')
        return;
    const char *at = cursor->at;
    // Few code points take no cell, so that no more than these can be shown; a line may be long.
    const char *from = step_back(cursor->line, at, EXCERPT_CELLS);
    const char *to = step_on(at, EXCERPT_CELLS + 1);
    // Cut first and made printable then: the marks before the fault move the caret too.
    g_autofree char *before = fp_text_printable(from, at - from, FP_PRINT_ONE_LINE);
    g_autofree char *after = fp_text_printable(at, to - at, FP_PRINT_ONE_LINE);
    size_t before_cells;
    // The caret stands at two thirds at most, so that what follows it is seen as well.
    size_t n_skipped = skip_start(before, EXCERPT_CELLS * 2 / 3, &before_cells);
    const char *cut = from > cursor->line || n_skipped > 0 ? CUT : "";
    g_autofree char *rest = fp_text_ellipsize(after, EXCERPT_CELLS - before_cells, true);
    g_string_append_printf(out, "    %s%s%s\n    %*s^\n", cut, before + n_skipped, rest,
                           (int)(before_cells + strlen(cut)), "");
}

static void append_fault(GString *out, const FpDiagnostic *fault, LineCursor *cursor)
{
    append_heading(out, fault);
    append_excerpt(out, fault, cursor);
    if (fault->mend != NULL)
        g_string_append_printf(out, _("    mend: %s\n"), fault->mend);
}

char *fp_diagnostics_to_text(const FpDiagnostics *diagnostics)
{
    GString *out = g_string_new(NULL);
    g_auto(LineCursor) cursor = { 0 };
    for (size_t i = 0; i < diagnostics->faults->len; i++)
        append_fault(out, fp_diagnostics_get(diagnostics, i), &cursor);
    size_t n_more = diagnostics->n_total - diagnostics->faults->len;
    if (n_more > 0)
        g_string_append_printf(
            out, ngettext("and %zu more fault\n", "and %zu more faults\n", n_more), n_more);
    return g_string_free(out, FALSE);
}

void fp_diagnostics_to_error(const FpDiagnostics *diagnostics, GError **error)
{
    g_assert(diagnostics->n_total > 0);
    g_autofree char *text = fp_diagnostics_to_text(diagnostics);
    text[strlen(text) - 1] = '\0';
    g_set_error_literal(error, FP_ERROR, FP_ERROR_FAULTS, text);
}
