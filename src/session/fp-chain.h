// SPDX-License-Identifier: Apache-2.0
/* The hash chain over a session's events, and the ledger's over session heads (DESIGN §5).
 *
 *   payload_hash = SHA-256(salt ‖ payload)
 *   digest       = SHA-256(previous digest ‖ header ‖ payload_hash)
 * with a header of session id, sequence number, kind and stamp. A payload and its salt may be erased
 * and the chain stays whole, with nothing to guess the payload from. Pieces are length-prefixed, so
 * that no two different inputs read alike. Digests here are 32 raw bytes. */
#pragma once
#include "fp-event.h"

#define FP_CHAIN_DIGEST_BYTES 32
#define FP_CHAIN_SALT_BYTES   16

typedef struct {
    uint8_t bytes[FP_CHAIN_DIGEST_BYTES];
} FpChainDigest;

FpChainDigest fp_chain_payload_hash(const uint8_t salt[FP_CHAIN_SALT_BYTES], const char *payload);

/* previous: NULL for the first event. sequence counts from 1. */
FpChainDigest fp_chain_next(const FpChainDigest *previous, const char *session_id, int64_t sequence,
                            const char *kind_name, int64_t at_ms, FpChainDigest payload_hash);

/* The ledger's next link: a session's head at a moment. */
FpChainDigest fp_chain_ledger_next(const FpChainDigest *previous, const char *session_id,
                                   int64_t sequence, FpChainDigest head);

char *fp_chain_digest_to_text(FpChainDigest digest); /* "sha256:" and hex; owned */
