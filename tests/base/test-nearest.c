// SPDX-License-Identifier: Apache-2.0
#include "fp-nearest.h"
#include <stdbool.h>
#include <string.h>

static const char *const names[] = { "bedrock",        "direct-api", "claude-ai", "vertex-ai",
                                     "on-prem",        "rule_out",   "favour",    "disfavour",
                                     "because",        "eu",         "us",        "data-residency",
                                     "data-retention", "x" };

/* nearest: NULL where no name is near. */
static const struct {
    const char *name, *wrong, *nearest;
} rows[] = {
    { "a-missing-letter-is-near", "bedrok", "bedrock" },
    { "a-letter-too-many-is-near", "beddrock", "bedrock" },
    { "a-wrong-letter-is-near", "bedrack", "bedrock" },
    { "swapped-neighbours-are-one-edit", "ue", "eu" },
    { "case-is-ignored", "BedRock", "bedrock" },
    { "an-underscore-is-a-dash", "direct_api", "direct-api" },
    { "a-dash-is-an-underscore", "rule-out", "rule_out" },
    { "the-first-of-equally-near-is-taken", "ex", "eu" },
    { "an-exact-name-is-its-own", "us", "us" },
    { "american-spelling-is-near", "favor", "favour" },
    { "three-edits-are-near-in-a-long-name", "data-rezidansy", "data-residency" },
    { "four-edits-are-not", "dada-rezidansy", NULL },
    { "two-edits-are-too-many-for-four-letters", "eugg", NULL },
    { "another-word-is-not-near", "azure", NULL },
    { "an-empty-name-is-near-to-none", "", NULL },
    { "one-letter-is-not-near-to-another", "y", NULL },
    { "a-long-text-is-not-near", "a text that is far longer than any name that could be near to it",
      NULL },
};

static void test_row(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    const char *nearest = fp_nearest(rows[i].wrong, names, G_N_ELEMENTS(names));
    g_assert_cmpstr(nearest, ==, rows[i].nearest);
    g_autofree char *hint = fp_nearest_hint(rows[i].wrong, names, G_N_ELEMENTS(names));
    g_autofree char *expected = rows[i].nearest == NULL
                                    ? g_strdup("")
                                    : g_strdup_printf("; did you mean '%s'?", rows[i].nearest);
    g_assert_cmpstr(hint, ==, expected);
}

static void test_no_names(void)
{
    g_assert_null(fp_nearest("bedrock", NULL, 0));
}

/* Every pair of short words over three letters, against the textbook's whole table. */
static int count_edits_slowly(const char *a, const char *b)
{
    int table[8][8];
    int n_a = 0, n_b = 0;
    for (; a[n_a] != '\0'; n_a++)
        table[n_a][0] = n_a;
    for (; b[n_b] != '\0'; n_b++)
        table[0][n_b] = n_b;
    table[n_a][0] = n_a;
    table[0][n_b] = n_b;
    for (int i = 1; i <= n_a; i++) {
        for (int j = 1; j <= n_b; j++) {
            int edits = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            edits = MIN(edits, MIN(table[i - 1][j], table[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                edits = MIN(edits, table[i - 2][j - 2] + 1);
            table[i][j] = edits;
        }
    }
    return table[n_a][n_b];
}

static void word_of_number(unsigned number, size_t length, char *out_word)
{
    for (size_t i = 0; i < length; i++, number /= 3)
        out_word[i] = (char)('a' + number % 3);
    out_word[length] = '\0';
}

static void test_against_textbook(void)
{
    static const unsigned n_words = 3 * 3 * 3 * 3 * 3 * 3;
    char a[8], b[8];
    const char *candidates[] = { b };
    for (unsigned i = 0; i < n_words; i++) {
        for (unsigned j = 0; j < n_words; j += 5) {
            word_of_number(i, 4 + i % 3, a);
            word_of_number(j, 3 + j % 4, b);
            int allowed = (int)strlen(a) >= 6 || (int)strlen(b) >= 6 ? 2 : 1;
            bool is_near = fp_nearest(a, candidates, 1) != NULL;
            g_assert_cmpint(is_near, ==, count_edits_slowly(a, b) <= allowed);
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/base/nearest/", rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_row);
    }
    g_test_add_func("/base/nearest/no-names-have-no-nearest", test_no_names);
    g_test_add_func("/base/nearest/short-words-agree-with-the-textbook", test_against_textbook);
    return g_test_run();
}
