// SPDX-License-Identifier: Apache-2.0
/* base: what every folder stands on, and what knows nothing of decisions.
 *
 * May use       GLib; libunistring (text), yajl (JSON)
 * May not use   any other folder; a terminal, SQLite, YAML
 * In reading order
 *   fp-i18n.h         _() and N_(): every text that a person sees
 *   fp-error.h        GError codes, one for each way a caller would act
 *   fp-source.h       a file's name, bytes and digest; lines and columns in it
 *   fp-diagnostics.h  a file's faults, collected and shown in file order
 *   fp-nearest.h      the nearest valid name to a wrong one
 *   fp-text.h         widths, line breaks, cutting, printing what is not trusted
 *   fp-decimal.h      exact decimal numbers
 *   fp-date.h         judging dates and time stamps
 *   fp-digest.h       SHA-256
 *   fp-file.h         reading and writing whole files with limits
 *   fp-file-name.h    a new file's name out of titles
 *   fp-json-writer.h  JSON out
 *   fp-paper.h        the paper that the locale says
 *   fp-paths.h        where data, history and translations are
 * To add one       a header fp-NAME.h, a NAME.c, a line in meson.build and here, tests/base/test-NAME.c */
#pragma once
