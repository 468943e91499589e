// SPDX-License-Identifier: Apache-2.0
/* A session from a script: what was answered, noted and decided, in YAML.
 *
 *   number, id    of the session
 *   title, organisation, who: of the page
 *   answers       as in a sheet of answers
 *   find-out      QUESTION: {who, by}, of answers that are `unknown`
 *   notes         QUESTION: TEXT
 *   decided       {outcome, because}; absent where nobody has decided yet
 *
 * The same script gives the same session on every machine: its stamps are fixed, its chain has no salt. */
#pragma once
#include "fp-node.h"
#include "fp-session.h"

typedef struct {
    FpDocument *document;
    FpSession *session;
    char *digest;   /* of the chain's last link of content, as a history has it */
    const char *id; /* this and the next two are the document's */
    const char *organisation, *who;
    int64_t number;
} Script;

/* Reads the script and plays it to its end; ends the program with a message where it cannot.
 *   compiled  borrowed; must outlive the script */
Script *script_play(const char *path, const FpCompiledTree *compiled);
void script_free(Script *script);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Script, script_free)
