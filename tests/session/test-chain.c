// SPDX-License-Identifier: Apache-2.0
#include "fp-chain.h"
#include <glib.h>
#include <string.h>

#define ID "0123456789abcdef0123456789abcdef"

static const uint8_t salt[FP_CHAIN_SALT_BYTES] = { 1, 2, 3 };

static bool is_equal(FpChainDigest a, FpChainDigest b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

static void append(GByteArray *bytes, const void *piece, size_t n_bytes)
{
    uint64_t length = GUINT64_TO_BE((uint64_t)n_bytes);
    g_byte_array_append(bytes, (const uint8_t *)&length, sizeof length);
    g_byte_array_append(bytes, piece, (guint)n_bytes);
}

/* Written out once more, as docs/history.md says it. */
static void test_the_digest_is_sha_256_of_length_prefixed_pieces(void)
{
    static const uint8_t seven[8] = { [7] = 7 }, stamp[8] = { [6] = 1, [7] = 2 };
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    FpChainDigest hash = fp_chain_payload_hash(salt, "{}");
    FpChainDigest digest = fp_chain_next(NULL, ID, 7, "answered", 258, hash);
    append(bytes, "", 0);
    append(bytes, ID, 32);
    append(bytes, seven, 8);
    append(bytes, "answered", 8);
    append(bytes, stamp, 8);
    append(bytes, hash.bytes, 32);
    g_autofree char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data, bytes->len);
    g_autofree char *expected = g_strconcat("sha256:", hex, NULL);
    g_autofree char *text = fp_chain_digest_to_text(digest);
    g_assert_cmpstr(text, ==, expected);
}

static void test_every_part_of_a_link_counts(void)
{
    FpChainDigest hash = fp_chain_payload_hash(salt, "{}"), other = { { 9 } };
    FpChainDigest link = fp_chain_next(&other, ID, 2, "answered", 5, hash);
    g_assert_true(is_equal(link, fp_chain_next(&other, ID, 2, "answered", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(NULL, ID, 2, "answered", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&hash, ID, 2, "answered", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&other, "x", 2, "answered", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&other, ID, 3, "answered", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&other, ID, 2, "cleared", 5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&other, ID, 2, "answered", -5, hash)));
    g_assert_false(is_equal(link, fp_chain_next(&other, ID, 2, "answered", 5, other)));
}

static void test_the_salt_hides_an_equal_payload(void)
{
    static const uint8_t another[FP_CHAIN_SALT_BYTES] = { 4 };
    g_assert_false(
        is_equal(fp_chain_payload_hash(salt, "{}"), fp_chain_payload_hash(another, "{}")));
    g_assert_false(is_equal(fp_chain_payload_hash(salt, "{}"), fp_chain_payload_hash(salt, "{ }")));
}

static void test_a_chain_without_its_payloads_is_still_whole(void)
{
    // What stays of an erased event: header and hash. No call below takes a payload or a salt.
    FpChainDigest hashes[3], digests[3];
    for (int i = 0; i < 3; i++) {
        hashes[i] = fp_chain_payload_hash(salt, i == 1 ? "{\"secret\":1}" : "{}");
        digests[i] =
            fp_chain_next(i > 0 ? &digests[i - 1] : NULL, ID, i + 1, "noted", i, hashes[i]);
    }
    for (int i = 0; i < 3; i++) {
        FpChainDigest again =
            fp_chain_next(i > 0 ? &digests[i - 1] : NULL, ID, i + 1, "noted", i, hashes[i]);
        g_assert_true(is_equal(again, digests[i]));
    }
}

static void test_pieces_do_not_run_into_each_other(void)
{
    FpChainDigest hash = { { 0 } };
    g_assert_false(is_equal(fp_chain_next(NULL, "ab", 1, "c", 0, hash),
                            fp_chain_next(NULL, "a", 1, "bc", 0, hash)));
}

static void test_the_ledger_chains_heads(void)
{
    FpChainDigest head = { { 1 } }, other = { { 2 } };
    FpChainDigest first = fp_chain_ledger_next(NULL, ID, 1, head);
    FpChainDigest second = fp_chain_ledger_next(&first, ID, 2, head);
    g_assert_false(is_equal(first, second));
    g_assert_false(is_equal(second, fp_chain_ledger_next(&other, ID, 2, head)));
    g_assert_false(is_equal(second, fp_chain_ledger_next(&first, "x", 2, head)));
    g_assert_false(is_equal(second, fp_chain_ledger_next(&first, ID, 3, head)));
    g_assert_false(is_equal(second, fp_chain_ledger_next(&first, ID, 2, other)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/session/chain/the-digest-is-sha-256-of-length-prefixed-pieces",
                    test_the_digest_is_sha_256_of_length_prefixed_pieces);
    g_test_add_func("/session/chain/every-part-of-a-link-counts", test_every_part_of_a_link_counts);
    g_test_add_func("/session/chain/the-salt-hides-an-equal-payload",
                    test_the_salt_hides_an_equal_payload);
    g_test_add_func("/session/chain/a-chain-without-its-payloads-is-still-whole",
                    test_a_chain_without_its_payloads_is_still_whole);
    g_test_add_func("/session/chain/pieces-do-not-run-into-each-other",
                    test_pieces_do_not_run_into_each_other);
    g_test_add_func("/session/chain/the-ledger-chains-heads", test_the_ledger_chains_heads);
    return g_test_run();
}
