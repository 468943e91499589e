// SPDX-License-Identifier: Apache-2.0
/* Diagnostics: the faults found in files, collected in one pass and shown in file order.
 *
 * A fault reads
 *     file:line:column: what is wrong; did you mean 'NAME'?
 *         the line as it stands
 *            ^
 *         mend: what to write instead
 * Messages follow fp-error.h's rules; add() makes nothing printable by itself: quote foreign text
 * with fp_text_printable() first. The name of the file and the shown line are made printable here. */
#pragma once
#include "fp-source.h"

typedef struct FpDiagnostics FpDiagnostics;

FpDiagnostics *fp_diagnostics_new(void);
void fp_diagnostics_free(FpDiagnostics *diagnostics); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpDiagnostics, fp_diagnostics_free)

/* Adds a fault. source is kept by reference; mend may be NULL. The first FP_DIAGNOSTICS_MAX that are
 * found are kept, whatever their places; past them only the count goes on, and to_text() says how
 * many more there were. A fault that repeats one that is kept (same source, place and message) is
 * passed over. A caller may so spare itself the message of one that would only be counted. */
#define FP_DIAGNOSTICS_MAX 200
void fp_diagnostics_add(FpDiagnostics *diagnostics, FpSource *source, FpPlace place,
                        const char *mend, const char *format, ...) G_GNUC_PRINTF(5, 6);

/* How many were added; past FP_DIAGNOSTICS_MAX more than get() knows. */
size_t fp_diagnostics_count(const FpDiagnostics *diagnostics);

/* The kept faults as the text shown above: sources in the order in which they were first named, faults
 * by place. Ends with a line feed; "" when there are none. Owned by the caller. */
char *fp_diagnostics_to_text(const FpDiagnostics *diagnostics);

/* The faults as one GError of FP_ERROR_FAULTS whose message is to_text() without its last LF. */
void fp_diagnostics_to_error(const FpDiagnostics *diagnostics, GError **error);

/* One fault, for callers that print them otherwise; index in shown order. Borrowed; NULL past
 * the end. */
typedef struct {
    FpSource *source;
    FpPlace place;
    const char *message, *mend;
} FpDiagnostic;
const FpDiagnostic *fp_diagnostics_get(const FpDiagnostics *diagnostics, size_t index);
