// SPDX-License-Identifier: Apache-2.0
#include "sequence-private.h"

static const struct {
    const char *sequence;
    FpKey key;
} keys[] = {
    { "[A", FP_KEY_UP },
    { "OB", FP_KEY_DOWN },
    { "[C", FP_KEY_RIGHT },
    { "OD", FP_KEY_LEFT },
    { "[H", FP_KEY_HOME },
    { "[F", FP_KEY_END },
    { "[1~", FP_KEY_HOME },
    { "[7~", FP_KEY_HOME },
    { "[4~", FP_KEY_END },
    { "[8~", FP_KEY_END },
    { "[3~", FP_KEY_DELETE },
    { "[5~", FP_KEY_PAGE_UP },
    { "[6~", FP_KEY_PAGE_DOWN },
    { "[Z", FP_KEY_BACK_TAB },
    { "OM", FP_KEY_ENTER },
    { "[1;5C", FP_KEY_RIGHT },
    { "[3;2~", FP_KEY_DELETE },
    { "[M", FP_KEY_NONE },
    { "[", FP_KEY_NONE },
    { "", FP_KEY_NONE },
    { "x", FP_KEY_NONE },
    { "xA", FP_KEY_NONE },
    { "[?1A", FP_KEY_NONE },
    { "[2~", FP_KEY_NONE },
    { "[99999999999999999999~", FP_KEY_NONE },
    { "[1 A", FP_KEY_NONE },
    { "[200~", FP_KEY_NONE },
};

static void test_key(gconstpointer data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_assert_cmpuint(fp_sequence_key(keys[i].sequence), ==, keys[i].key);
}

static const struct {
    const char *sequence;
    bool is_mouse;
    FpInputKind kind;
    int row, column, lines;
} clicks[] = {
    { "[<0;1;1M", true, FP_INPUT_CLICK, 0, 0, 0 },
    { "[<0;300;200M", true, FP_INPUT_CLICK, 199, 299, 0 },
    { "[<4;2;3M", true, FP_INPUT_CLICK, 2, 1, 0 },
    { "[<64;1;1M", true, FP_INPUT_WHEEL, 0, 0, -3 },
    { "[<65;1;1M", true, FP_INPUT_WHEEL, 0, 0, 3 },
    { "[M !!", true, FP_INPUT_CLICK, 0, 0, 0 },
    { "[<0;1;1m", false, 0, 0, 0, 0 },
    { "[<1;1;1M", false, 0, 0, 0, 0 },
    { "[<0;1M", false, 0, 0, 0, 0 },
    { "[<M", false, 0, 0, 0, 0 },
    { "[M", false, 0, 0, 0, 0 },
    { "[A", false, 0, 0, 0, 0 },
};

static void test_mouse(gconstpointer data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    FpInput input = { 0 };
    g_assert_cmpint(fp_sequence_mouse(clicks[i].sequence, &input), ==, clicks[i].is_mouse);
    if (!clicks[i].is_mouse)
        return;
    g_assert_cmpint(input.kind, ==, clicks[i].kind);
    g_assert_cmpint(input.lines, ==, clicks[i].lines);
    if (input.kind == FP_INPUT_CLICK) {
        g_assert_cmpint(input.row, ==, clicks[i].row);
        g_assert_cmpint(input.column, ==, clicks[i].column);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *path = g_strdup_printf("/tui/sequence/key/%zu%s", i, keys[i].sequence);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_key);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(clicks); i++) {
        g_autofree char *path = g_strdup_printf("/tui/sequence/mouse/%zu%s", i, clicks[i].sequence);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_mouse);
    }
    return g_test_run();
}
