// SPDX-License-Identifier: Apache-2.0
#include "fp-date.h"

static const struct {
    const char *name, *text;
    bool is_date;
} parse_rows[] = {
    { "a-month-is-a-date", "2026-02", true },
    { "a-day-is-a-date", "2026-02-28", true },
    { "the-leap-day-of-2028-is", "2028-02-29", true },
    { "the-leap-day-of-2000-is", "2000-02-29", true },
    { "the-leap-day-of-2026-is-none", "2026-02-29", false },
    { "the-leap-day-of-1900-is-none", "1900-02-29", false },
    { "a-thirteenth-month-is-none", "2026-13", false },
    { "a-month-zero-is-none", "2026-00", false },
    { "a-day-zero-is-none", "2026-01-00", false },
    { "the-31st-of-april-is-none", "2026-04-31", false },
    { "the-31st-of-december-is-a-date", "2026-12-31", true },
    { "a-year-zero-is-none", "0000-01", false },
    { "a-year-alone-is-none", "2026", false },
    { "an-empty-text-is-none", "", false },
    { "slashes-do-not-part-dates", "2026/02/01", false },
    { "a-space-around-is-refused", " 2026-02", false },
    { "a-time-behind-is-refused", "2026-02-01T00:00", false },
    { "a-sign-is-no-digit", "2026-+1", false },
    { "one-digit-months-are-refused", "2026-2-11", false },
    { "a-wrong-second-dash-is-refused", "2026-02x11", false },
};

static void test_parse(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    FpDate date = { .year = -7 };
    g_assert_cmpint(fp_date_parse(parse_rows[i].text, &date), ==, parse_rows[i].is_date);
    if (parse_rows[i].is_date) {
        g_autofree char *text = fp_date_to_text(date);
        g_assert_cmpstr(text, ==, parse_rows[i].text);
    } else {
        g_assert_cmpint(date.year, ==, -7);
    }
}

static const struct {
    const char *name, *day, *limit;
    bool is_past;
} past_rows[] = {
    { "a-day-is-not-past-itself", "2026-11-24", "2026-11-24", false },
    { "the-next-day-is-past", "2026-11-25", "2026-11-24", true },
    { "the-last-day-of-a-month-is-in-it", "2026-11-30", "2026-11", false },
    { "the-first-of-the-next-month-is-past", "2026-12-01", "2026-11", true },
    { "an-earlier-year-is-not-past", "2025-12-31", "2026-01", false },
    { "a-later-year-is-past-in-any-month", "2027-01-01", "2026-12-31", true },
    { "an-earlier-month-is-not-past", "2026-01-31", "2026-02-01", false },
};

static void test_past(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    FpDate day, limit;
    g_assert_true(fp_date_parse(past_rows[i].day, &day));
    g_assert_true(fp_date_parse(past_rows[i].limit, &limit));
    g_assert_cmpint(fp_date_is_past(day, limit), ==, past_rows[i].is_past);
}

static const struct {
    const char *name;
    int64_t at_ms;
    const char *stamp, *minute, *day;
} stamp_rows[] = {
    { "zero-is-the-first-of-1970", 0, "1970-01-01T00:00:00.000Z", "1970-01-01 00:00",
      "1970-01-01" },
    { "a-millisecond-before-is-1969", -1, "1969-12-31T23:59:59.999Z", "1969-12-31 23:59",
      "1969-12-31" },
    { "milliseconds-are-kept", INT64_C(1795513422123), "2026-11-24T09:43:42.123Z",
      "2026-11-24 09:43", "2026-11-24" },
    { "a-leap-day-is-found", INT64_C(951782400000), "2000-02-29T00:00:00.000Z", "2000-02-29 00:00",
      "2000-02-29" },
    { "the-day-after-a-leap-day-is-march", INT64_C(951868800000), "2000-03-01T00:00:00.000Z",
      "2000-03-01 00:00", "2000-03-01" },
    { "a-common-year-has-no-leap-day", INT64_C(-2203891200000), "1900-03-01T00:00:00.000Z",
      "1900-03-01 00:00", "1900-03-01" },
    { "a-whole-day-before-1970-is-no-day-off", INT64_C(-86400000), "1969-12-31T00:00:00.000Z",
      "1969-12-31 00:00", "1969-12-31" },
};

static void test_stamp(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autofree char *stamp = fp_stamp_to_text(stamp_rows[i].at_ms);
    g_autofree char *minute = fp_stamp_to_minute(stamp_rows[i].at_ms);
    g_autofree char *day = fp_date_to_text(fp_date_of_stamp(stamp_rows[i].at_ms));
    g_assert_cmpstr(stamp, ==, stamp_rows[i].stamp);
    g_assert_cmpstr(minute, ==, stamp_rows[i].minute);
    g_assert_cmpstr(day, ==, stamp_rows[i].day);
}

/* GLib's own calendar is the witness, for every day of some 800 years. */
static void test_agrees_with_glib(void)
{
    for (guint32 julian = 577000; julian < 870000; julian++) {
        g_autoptr(GDate) expected = g_date_new_julian(julian);
        FpDate date = fp_date_of_stamp(((int64_t)julian - 719163) * 86400000 + 86399999);
        g_assert_cmpint(date.year, ==, g_date_get_year(expected));
        g_assert_cmpint(date.month, ==, (int)g_date_get_month(expected));
        g_assert_cmpint(date.day, ==, g_date_get_day(expected));
    }
}

/* No stamp, however far off, divides by zero or overflows: the sanitizers watch. */
static void test_ends_of_time(void)
{
    g_autofree char *last = fp_stamp_to_text(INT64_MAX);
    g_autofree char *first = fp_stamp_to_text(INT64_MIN);
    g_assert_cmpstr(last, ==, "292278994-08-17T07:12:55.807Z");
    g_assert_true(g_str_has_suffix(first, "Z"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parse_rows); i++) {
        g_autofree char *path = g_strconcat("/base/date/parse/", parse_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_parse);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(past_rows); i++) {
        g_autofree char *path = g_strconcat("/base/date/past/", past_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_past);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(stamp_rows); i++) {
        g_autofree char *path = g_strconcat("/base/date/stamp/", stamp_rows[i].name, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_stamp);
    }
    g_test_add_func("/base/date/stamp/every-day-agrees-with-glib", test_agrees_with_glib);
    g_test_add_func("/base/date/stamp/the-ends-of-time-have-a-date", test_ends_of_time);
    return g_test_run();
}
