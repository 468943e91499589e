// SPDX-License-Identifier: Apache-2.0
// One row, bytes as a terminal sends them and what they mean, in words: "a Enter Up paste:text click:3,4".
#include "decoder-private.h"

#include <string.h>

#define ESCAPE_DELAY_MS 25

static const struct {
    const char *name, *bytes, *meaning;
} rows[] = {
    { "characters-are-themselves", "aZ ", "a Z U+20" },
    { "umlauts-too", "\xC3\xA4", "U+E4" },
    { "enter-and-line-feed-are-two-keys", "\r\n", "Enter ^J" },
    { "either-backspace", "\b\177", "Backspace Backspace" },
    { "controls", "\f\020", "^L ^P" },
    { "arrows-of-either-mode", "\033[A\033OA", "Up Up" },
    { "modifiers-are-read-over", "\033[1;5A", "Up" },
    { "an-alt-key-is-dropped", "\033xa", "a" },
    { "two-escapes-are-one-key-and-a-beginning", "\033\033[A", "Escape Up" },
    { "an-unknown-key-is-dropped", "\033[57399ua", "a" },
    { "a-linux-function-key-is-dropped", "\033[[Aa", "a" },
    { "a-late-colour-is-dropped", "\033]11;rgb:0/0/0\033\\a", "a" },
    { "a-late-colour-with-a-bell-is-dropped", "\033]11;rgb:0/0/0\aa", "a" },
    { "a-device-string-is-dropped", "\033P1$r0m\033\\a", "a" },
    { "a-string-broken-off-by-a-key", "\033]11;\033[Aa", "Up a" },
    { "a-cursor-report-is-dropped", "\033[10;5Ra", "a" },
    { "a-click", "\033[<0;10;5M", "click:4,9" },
    { "a-release-is-dropped", "\033[<0;10;5m", "" },
    { "the-wheel", "\033[<64;1;1M\033[<65;1;1M", "wheel:-3 wheel:3" },
    { "an-old-click", "\033[M !!", "click:0,0" },
    { "a-click-outside-is-a-click", "\033[<0;999;999M", "click:998,998" },
    { "broken-utf8-is-dropped", "\xC3\x28\xFFz", "( z" },
    { "an-overlong-is-dropped", "\xC0\xAFz", "z" },
    { "an-encoded-control-is-dropped", "\xC2\x9Bz", "z" },
    { "a-control-breaks-a-sequence-off", "\033[1\001a", "a" },
    { "a-paste", "\033[200~a\rb\033[201~c", "paste:a\rb c" },
    { "an-end-mark-without-a-paste", "\033[201~a", "a" },
    { "keys-in-a-paste-are-text", "\033[200~\033[Aq\033[201~", "paste:\033[Aq" },
};

static void describe(GString *meaning, const FpInput *input)
{
    static const struct {
        FpKey key;
        const char *name;
    } names[] = { { FP_KEY_ENTER, "Enter" },
                  { FP_KEY_UP, "Up" },
                  { FP_KEY_BACKSPACE, "Backspace" },
                  { FP_KEY_ESCAPE, "Escape" },
                  { FP_KEY_HOME, "Home" } };
    if (meaning->len > 0)
        g_string_append_c(meaning, ' ');
    if (input->kind == FP_INPUT_PASTE) {
        g_string_append_printf(meaning, "paste:%s", input->text);
        return;
    }
    if (input->kind == FP_INPUT_CLICK) {
        g_string_append_printf(meaning, "click:%d,%d", input->row, input->column);
        return;
    }
    if (input->kind == FP_INPUT_WHEEL) {
        g_string_append_printf(meaning, "wheel:%d", input->lines);
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (names[i].key == input->key) {
            g_string_append(meaning, names[i].name);
            return;
        }
    }
    if (input->key < 0x20)
        g_string_append_printf(meaning, "^%c", (int)input->key + '@');
    else if (input->key > 0x20 && input->key < 0x7F)
        g_string_append_c(meaning, (char)input->key);
    else
        g_string_append_printf(meaning, "U+%X", input->key);
}

static char *take_all(FpDecoder *decoder)
{
    GString *meaning = g_string_new(NULL);
    FpInput input;
    while (fp_decoder_next(decoder, &input))
        describe(meaning, &input);
    return g_string_free(meaning, FALSE);
}

static void expect(FpDecoder *decoder, const char *meaning)
{
    g_autofree char *taken = take_all(decoder);
    g_assert_cmpstr(taken, ==, meaning);
}

static void feed(FpDecoder *decoder, const char *bytes)
{
    fp_decoder_feed(decoder, bytes, strlen(bytes));
}

static void test_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    feed(decoder, rows[row].bytes);
    expect(decoder, rows[row].meaning);
}

// A link may tear anything anywhere.
static void test_torn_row(gconstpointer data)
{
    size_t row = GPOINTER_TO_SIZE(data);
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    for (const char *byte = rows[row].bytes; *byte != '\0'; byte++)
        fp_decoder_feed(decoder, byte, 1);
    expect(decoder, rows[row].meaning);
}

static void test_lone_escape(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    g_assert_cmpint(fp_decoder_patience_ms(decoder, ESCAPE_DELAY_MS), ==, -1);
    feed(decoder, "\033");
    g_assert_cmpint(fp_decoder_patience_ms(decoder, ESCAPE_DELAY_MS), ==, ESCAPE_DELAY_MS);
    expect(decoder, "");
    fp_decoder_give_up(decoder);
    expect(decoder, "Escape");
    g_assert_cmpint(fp_decoder_patience_ms(decoder, ESCAPE_DELAY_MS), ==, -1);
}

// What surely is a sequence waits longer than an Esc, and is no Esc where its rest never comes.
static void test_half_sequence(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    feed(decoder, "\033[1;");
    g_assert_cmpint(fp_decoder_patience_ms(decoder, ESCAPE_DELAY_MS), >, ESCAPE_DELAY_MS);
    fp_decoder_give_up(decoder);
    feed(decoder, "a");
    expect(decoder, "a");
}

static void test_unended_paste(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    feed(decoder, "\033[200~half");
    g_assert_false(fp_decoder_has_input(decoder));
    g_assert_cmpint(fp_decoder_patience_ms(decoder, ESCAPE_DELAY_MS), >, ESCAPE_DELAY_MS);
    fp_decoder_give_up(decoder);
    feed(decoder, "x");
    expect(decoder, "paste:half x");
}

static void test_drop(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    g_assert_false(fp_decoder_drop(decoder));
    feed(decoder, "abc");
    g_assert_true(fp_decoder_drop(decoder));
    expect(decoder, "");
    feed(decoder, "\033[200~dropped");
    g_assert_true(fp_decoder_drop(decoder));
    feed(decoder, " to its end\033[201~d");
    expect(decoder, "d");
}

static void test_text_ahead(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    g_assert_false(fp_decoder_has_text(decoder));
    feed(decoder, "\033[A");
    g_assert_true(fp_decoder_has_input(decoder));
    g_assert_false(fp_decoder_has_text(decoder));
    fp_decoder_drop(decoder);
    feed(decoder, "x");
    g_assert_true(fp_decoder_has_text(decoder));
}

static void test_learnt(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    fp_decoder_learn(decoder, "\033[9z", FP_KEY_HOME);
    fp_decoder_learn(decoder, "x", FP_KEY_UP); // what a person types is no sequence
    feed(decoder, "\033[9zx");
    expect(decoder, "Home x");
}

static void test_other_charset(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("ISO-8859-1");
    feed(decoder, "\xE4z");
    expect(decoder, "U+E4 z");
}

static void test_huge_sequences(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    g_autofree char *digits = g_strnfill(10000, '1');
    feed(decoder, "\033[");
    feed(decoder, digits);
    feed(decoder, "Aa");
    expect(decoder, "a");
    feed(decoder, "\033]");
    feed(decoder, digits); // a string without an end is garbage at some time
    g_autofree char *rest = take_all(decoder);
    g_assert_true(g_str_has_prefix(rest, "1 1 1"));
}

// Any bytes at all, fed by pieces: no crash, and nothing but keys, clicks, pastes.
static void test_noise(void)
{
    g_autoptr(FpDecoder) decoder = fp_decoder_new("UTF-8");
    for (int i = 0; i < 2000; i++) {
        char noise[64];
        FpInput input;
        size_t n = (size_t)g_test_rand_int_range(1, sizeof noise);
        for (size_t k = 0; k < n; k++)
            noise[k] = g_test_rand_bit() ? "\033[O]P~;<M0"[g_test_rand_int_range(0, 11)]
                                         : (char)g_test_rand_int_range(0, 256);
        fp_decoder_feed(decoder, noise, n);
        if (i % 7 == 0)
            fp_decoder_give_up(decoder);
        while (fp_decoder_next(decoder, &input))
            g_assert_true(input.kind != FP_INPUT_PASTE || g_utf8_validate(input.text, -1, NULL));
    }
}

#define ADD(name, test) g_test_add_func("/tui/decoder/" name, test)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *whole = g_strconcat("/tui/decoder/whole/", rows[i].name, NULL);
        g_autofree char *torn = g_strconcat("/tui/decoder/torn/", rows[i].name, NULL);
        g_test_add_data_func(whole, GSIZE_TO_POINTER(i), test_row);
        g_test_add_data_func(torn, GSIZE_TO_POINTER(i), test_torn_row);
    }
    ADD("a-lone-escape-is-the-key", test_lone_escape);
    ADD("half-a-sequence-is-nothing", test_half_sequence);
    ADD("an-open-paste-ends", test_unended_paste);
    ADD("dropping-takes-all", test_drop);
    ADD("text-ahead-is-seen", test_text_ahead);
    ADD("a-terminals-own-sequence-is-learnt", test_learnt);
    ADD("another-charset", test_other_charset);
    ADD("what-is-too-long-is-read-over", test_huge_sequences);
    ADD("noise", test_noise);
    return g_test_run();
}
