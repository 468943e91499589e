// SPDX-License-Identifier: Apache-2.0
#include "fp-digest.h"
#include <string.h>

/* The first two of FIPS 180-2's examples, and a text with a NUL in it, by coreutils' sha256sum. */
static const struct {
    const char *name, *bytes;
    size_t n_bytes;
    const char *digest;
} rows[] = {
    { "an-empty-text-has-a-digest", "", 0,
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc-has-the-standard-s-digest", "abc", 3,
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "a-nul-does-not-end-the-bytes", "a\0b", 3,
      "sha256:59b271ae1bbcb1d31d41929817f4b16fb439eb4f31520b5ad1d5ce98920a7138" },
};

static void test_digest(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(GBytes) bytes = g_bytes_new(rows[i].bytes, rows[i].n_bytes);
    g_autofree char *digest = fp_digest_of_bytes(bytes);
    g_assert_cmpstr(digest, ==, rows[i].digest);
    if (strlen(rows[i].bytes) == rows[i].n_bytes) {
        g_autofree char *same = fp_digest_of_text(rows[i].bytes);
        g_assert_cmpstr(same, ==, rows[i].digest);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/digest/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_digest);
    }
    return g_test_run();
}
