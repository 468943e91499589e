// SPDX-License-Identifier: Apache-2.0
/* An export as it was asked for: checked before a session is read, the same for each one of them. */
#pragma once
#include "fp-cli.h"
#include "fp-file.h"
#include "language.h"
#include "record-brief.h"

/* What the command line says; NULL: not given. */
typedef struct {
    char *format, *output, *paper, *lang, *who, *organisation, *logo, *redact;
    gboolean force, all;
} FpExportOptions;

typedef struct {
    const FpBriefRenderer *renderer;
    FpBriefLook look;
    FpBriefLogo *logo;    /* owned; what the look points to */
    FpLanguage *language; /* of the page's own words; NULL: the locale's */
    FpBriefWishes wishes; /* borrows from the options */
    FpFileWriteMode mode;
} FpExport;

void fp_export_clear(FpExport *export);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpExport, fp_export_clear)

/* export-choices.c: reads the options, and the logo's file.
 *   out     all zero before; borrows from the options
 *   Errors  each names the option and the mend */
bool fp_export_choose(const FpExportOptions *options, FpExport *out, GError **error);

/* A record's brief as a file's bytes; owned. */
GBytes *fp_export_make(const FpExport *export, const FpRecord *record, GError **error);
/* True where the page's own words are in another language than the tree's texts. */
bool fp_export_mixes_languages(const FpExport *export, const FpTree *tree);
/* Says so. */
void fp_export_tell_languages(const FpCliOptions *options, const FpExport *export);

/* export-all.c: every session of the history into a folder.
 *   Returns  the exit status; all that has to be told has been */
int fp_export_all(const FpCliOptions *options, const FpExport *export, const char *folder);
