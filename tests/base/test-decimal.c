// SPDX-License-Identifier: Apache-2.0
#include "fp-decimal.h"
#include <locale.h>

/* shown: the shortest form, or NULL where the text is no number. */
static const struct {
    const char *name, *text;
    FpDecimalSyntax syntax;
    const char *shown;
} parse_rows[] = {
    { "digits-are-a-number", "50000", FP_DECIMAL_PLAIN, "50000" },
    { "zero-is-a-number", "0", FP_DECIMAL_PLAIN, "0" },
    { "minus-zero-is-zero", "-0.000", FP_DECIMAL_PLAIN, "0" },
    { "trailing-zeros-go", "1.500000", FP_DECIMAL_PLAIN, "1.5" },
    { "a-whole-number-loses-its-point", "2.0", FP_DECIMAL_PLAIN, "2" },
    { "zeros-inside-the-fraction-stay", "1.000001", FP_DECIMAL_PLAIN, "1.000001" },
    { "a-negative-fraction-keeps-its-sign", "-0.25", FP_DECIMAL_PLAIN, "-0.25" },
    { "leading-zeros-are-read", "007", FP_DECIMAL_PLAIN, "7" },
    { "fifteen-digits-fit", "999999999999999.999999", FP_DECIMAL_PLAIN, "999999999999999.999999" },
    { "fifteen-negative-digits-fit", "-999999999999999.999999", FP_DECIMAL_PLAIN,
      "-999999999999999.999999" },
    { "sixteen-digits-do-not-fit", "1000000000000000", FP_DECIMAL_PLAIN, NULL },
    { "sixteen-digits-as-written-do-not-fit", "0000000000000001", FP_DECIMAL_PLAIN, NULL },
    { "seven-places-do-not-fit", "0.0000001", FP_DECIMAL_PLAIN, NULL },
    { "seven-places-as-written-do-not-fit", "0.1000000", FP_DECIMAL_PLAIN, NULL },
    { "a-plus-sign-is-refused", "+1", FP_DECIMAL_PLAIN, NULL },
    { "an-empty-text-is-no-number", "", FP_DECIMAL_PLAIN, NULL },
    { "a-minus-alone-is-no-number", "-", FP_DECIMAL_PLAIN, NULL },
    { "a-leading-point-is-refused", ".5", FP_DECIMAL_PLAIN, NULL },
    { "a-trailing-point-is-refused", "5.", FP_DECIMAL_PLAIN, NULL },
    { "two-points-are-refused", "1.2.3", FP_DECIMAL_PLAIN, NULL },
    { "a-decimal-comma-is-refused", "1,5", FP_DECIMAL_PLAIN, NULL },
    { "a-space-before-is-refused", " 1", FP_DECIMAL_PLAIN, NULL },
    { "a-line-feed-behind-is-refused", "1\n", FP_DECIMAL_PLAIN, NULL },
    { "grouping-is-refused", "1_000", FP_DECIMAL_PLAIN, NULL },
    { "hexadecimal-is-refused", "0x10", FP_DECIMAL_PLAIN, NULL },
    { "words-are-refused", "inf", FP_DECIMAL_PLAIN, NULL },
    { "arabic-digits-are-refused", "١٢", FP_DECIMAL_PLAIN, NULL },
    { "a-plain-number-has-no-exponent", "1e3", FP_DECIMAL_PLAIN, NULL },
    { "json-may-have-an-exponent", "1e3", FP_DECIMAL_EXPONENT, "1000" },
    { "an-exponent-may-have-a-plus", "1.5E+2", FP_DECIMAL_EXPONENT, "150" },
    { "an-exponent-may-be-negative", "-125e-3", FP_DECIMAL_EXPONENT, "-0.125" },
    { "an-exponent-can-bring-digits-within-limits", "10000000000000000e-2", FP_DECIMAL_EXPONENT,
      "100000000000000" },
    { "an-exponent-can-pass-the-limit-above", "1e15", FP_DECIMAL_EXPONENT, NULL },
    { "an-exponent-can-pass-the-limit-below", "1e-7", FP_DECIMAL_EXPONENT, NULL },
    { "a-late-digit-passes-the-limit-below", "1.0000001", FP_DECIMAL_EXPONENT, NULL },
    { "zeros-past-the-limit-change-no-value", "1.0000000", FP_DECIMAL_EXPONENT, "1" },
    { "the-largest-number-with-an-exponent", "0.999999999999999999999e15", FP_DECIMAL_EXPONENT,
      "999999999999999.999999" },
    { "a-huge-exponent-is-refused-at-once", "1e999999999999999999999", FP_DECIMAL_EXPONENT, NULL },
    { "a-huge-negative-exponent-too", "1e-999999999999999999999", FP_DECIMAL_EXPONENT, NULL },
    { "zero-with-a-huge-exponent-is-zero", "0e999999999999999999999", FP_DECIMAL_EXPONENT, "0" },
    { "an-exponent-needs-digits", "1e", FP_DECIMAL_EXPONENT, NULL },
    { "an-exponent-needs-digits-behind-its-sign", "1e-", FP_DECIMAL_EXPONENT, NULL },
    { "nothing-follows-an-exponent", "1e3.0", FP_DECIMAL_EXPONENT, NULL },
};

static void test_parse(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    FpDecimal value = { .millionths = 42 };
    bool is_number = fp_decimal_parse(parse_rows[i].text, parse_rows[i].syntax, &value);
    g_assert_cmpint(is_number, ==, parse_rows[i].shown != NULL);
    if (is_number) {
        g_autofree char *shown = fp_decimal_to_text(value);
        g_assert_cmpstr(shown, ==, parse_rows[i].shown);
    } else {
        g_assert_true(value.millionths == 42);
    }
}

static const struct {
    const char *name, *a, *b;
    int order;
} compare_rows[] = {
    { "a-millionth-counts", "999999999999999.999998", "999999999999999.999999", -1 },
    { "equal-values-written-differently-are-equal", "1.50", "01.5", 0 },
    { "negatives-are-below", "-1", "0.000001", -1 },
    { "two-negatives-compare-backwards", "-2", "-3", 1 },
};

static void test_compare(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    FpDecimal a, b;
    g_assert_true(fp_decimal_parse(compare_rows[i].a, FP_DECIMAL_PLAIN, &a));
    g_assert_true(fp_decimal_parse(compare_rows[i].b, FP_DECIMAL_PLAIN, &b));
    g_assert_cmpint(fp_decimal_compare(a, b), ==, compare_rows[i].order);
    g_assert_cmpint(fp_decimal_compare(b, a), ==, -compare_rows[i].order);
}

/* A number as long as the largest file is judged in one walk. */
static void test_long_texts(void)
{
    g_autofree char *zeros = g_strnfill(1024 * 1024, '0');
    g_autofree char *tiny = g_strconcat("0.", zeros, "1e1048577", NULL);
    FpDecimal value;
    g_assert_true(fp_decimal_parse(tiny, FP_DECIMAL_EXPONENT, &value));
    g_assert_true(value.millionths == 1000000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parse_rows); i++) {
        g_autofree char *path = g_strconcat("/base/decimal/parse/", parse_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_parse);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(compare_rows); i++) {
        g_autofree char *path = g_strconcat("/base/decimal/compare/", compare_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_compare);
    }
    g_test_add_func("/base/decimal/parse/a-megabyte-of-zeros-is-read", test_long_texts);
    return g_test_run();
}
