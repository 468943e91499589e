// SPDX-License-Identifier: Apache-2.0
// Every piece goes in as its length (eight bytes, big-endian) and its bytes; numbers as eight bytes.
#include "fp-chain.h"
#include <glib.h>
#include <string.h>

static void add_bytes(GChecksum *sum, const void *bytes, size_t n_bytes)
{
    uint64_t length = GUINT64_TO_BE((uint64_t)n_bytes);
    g_checksum_update(sum, (const guchar *)&length, sizeof length);
    g_checksum_update(sum, bytes, (gssize)n_bytes);
}

static void add_text(GChecksum *sum, const char *text)
{
    add_bytes(sum, text, strlen(text));
}

static void add_number(GChecksum *sum, int64_t number)
{
    uint64_t big_endian = GUINT64_TO_BE((uint64_t)number);
    add_bytes(sum, &big_endian, sizeof big_endian);
}

// The first link has a previous piece of no bytes.
static void add_previous(GChecksum *sum, const FpChainDigest *previous)
{
    add_bytes(sum, previous != NULL ? previous->bytes : (const uint8_t *)"",
              previous != NULL ? FP_CHAIN_DIGEST_BYTES : 0);
}

static FpChainDigest finish(GChecksum *sum)
{
    FpChainDigest digest;
    size_t n_bytes = sizeof digest.bytes;
    g_checksum_get_digest(sum, digest.bytes, &n_bytes);
    g_assert(n_bytes == sizeof digest.bytes);
    return digest;
}

FpChainDigest fp_chain_payload_hash(const uint8_t salt[FP_CHAIN_SALT_BYTES], const char *payload)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_bytes(sum, salt, FP_CHAIN_SALT_BYTES);
    add_text(sum, payload);
    return finish(sum);
}

FpChainDigest fp_chain_next(const FpChainDigest *previous, const char *session_id, int64_t sequence,
                            const char *kind_name, int64_t at_ms, FpChainDigest payload_hash)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_previous(sum, previous);
    add_text(sum, session_id);
    add_number(sum, sequence);
    add_text(sum, kind_name);
    add_number(sum, at_ms);
    add_bytes(sum, payload_hash.bytes, sizeof payload_hash.bytes);
    return finish(sum);
}

FpChainDigest fp_chain_ledger_next(const FpChainDigest *previous, const char *session_id,
                                   int64_t sequence, FpChainDigest head)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_previous(sum, previous);
    add_text(sum, session_id);
    add_number(sum, sequence);
    add_bytes(sum, head.bytes, sizeof head.bytes);
    return finish(sum);
}

char *fp_chain_digest_to_text(FpChainDigest digest)
{
    GString *text = g_string_new("sha256:");
    for (size_t i = 0; i < sizeof digest.bytes; i++)
        g_string_append_printf(text, "%02x", digest.bytes[i]);
    return g_string_free(text, FALSE);
}
