// SPDX-License-Identifier: Apache-2.0
/* A link: an event as the chain has it and the table `event` keeps it. */
#pragma once
#include "fp-chain.h"
#include "history-private.h"

typedef struct {
    int64_t sequence; /* from 1 */
    char *kind;
    int64_t at_ms;
    bool is_erased; /* no salt, no payload: the hash stands for them */
    uint8_t salt[FP_CHAIN_SALT_BYTES];
    char *payload;
    FpChainDigest payload_hash, digest;
} FpLink;
void fp_link_clear(FpLink *link);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FpLink, fp_link_clear)

/* Links in order, each owned by the list. */
GArray *fp_link_list_new(void);
const FpLink *fp_link_last(const GArray *links); /* NULL: there is none; valid until the next add */
void fp_link_add(GArray *links, FpLink *link);   /* takes what link holds */

/* The link that an event makes after the one before it (NULL: the first), with a new salt. */
FpLink fp_link_make(const FpLink *previous, const char *session_id, const FpEvent *event);

/* Writes it and the ledger's next row. Inside a transaction. */
bool fp_link_put(FpHistory *history, int64_t number, const char *session_id, const FpLink *link,
                 GError **error);

/* The columns that fp_link_read() reads: of `event`, in the order of FpLink. */
#define FP_LINK_COLUMNS "sequence, kind, at_ms, salt, payload, payload_hash, digest"
/* Reads the row at hand; false where it is not of the form that we write. */
bool fp_link_read(sqlite3_stmt *statement, FpLink *out_link);

bool fp_link_digest_equal(const FpChainDigest *a, const FpChainDigest *b);
/* Reads a digest's column; false where it is none. */
bool fp_link_read_digest(sqlite3_stmt *statement, int column, FpChainDigest *out_digest);

/* True where it is what was written: its payload has its hash, and its digest follows the one before
 * it. */
bool fp_link_is_whole(const FpLink *link, const FpLink *previous, const char *session_id);
