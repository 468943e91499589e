// SPDX-License-Identifier: Apache-2.0
/* A bracketed paste: the bytes between ESC [ 200 ~ and ESC [ 201 ~. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Kept of one paste; the rest is dropped, and the person is told. */
#define FP_PASTE_MAX_BYTES ((size_t)64 * 1024)

typedef struct {
    GString *bytes;
    size_t n_matched; /* bytes of the end mark seen so far */
    bool was_cut;
    bool is_unwanted; /* swallowed to its end */
} FpPaste;

void fp_paste_begin(FpPaste *paste);
/* Takes a byte. True where it completed the end mark. */
bool fp_paste_take(FpPaste *paste, char byte);
/* The text so far, as valid UTF-8 without NUL; what is neither is dropped. Owned. */
char *fp_paste_to_text(const FpPaste *paste, const char *charset);
void fp_paste_clear(FpPaste *paste);
