// SPDX-License-Identifier: Apache-2.0
// ECMA-48, 5.4: parameters, intermediates, a final byte. Modifiers are read over: Ctrl-Up is Up.
#include "sequence-private.h"

#include <stdlib.h>
#include <string.h>

#define WHEEL_LINES 3

/* One row, one final byte after "[" or "O". */
static const struct {
    char final;
    FpKey key;
} finals[] = {
    { 'A', FP_KEY_UP },   { 'B', FP_KEY_DOWN }, { 'C', FP_KEY_RIGHT },    { 'D', FP_KEY_LEFT },
    { 'H', FP_KEY_HOME }, { 'F', FP_KEY_END },  { 'Z', FP_KEY_BACK_TAB }, { 'M', FP_KEY_ENTER },
};

/* One row, one number before "~". */
static const struct {
    long number;
    FpKey key;
} numbers[] = {
    { 1, FP_KEY_HOME },   { 7, FP_KEY_HOME },    { 4, FP_KEY_END },       { 8, FP_KEY_END },
    { 3, FP_KEY_DELETE }, { 5, FP_KEY_PAGE_UP }, { 6, FP_KEY_PAGE_DOWN },
};

static FpKey key_of_number(long number)
{
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        if (numbers[i].number == number)
            return numbers[i].key;
    }
    return FP_KEY_NONE;
}

/* Enter on the keypad is "OM"; "[M" is a click's beginning. */
static FpKey key_of_final(char introducer, char final)
{
    for (size_t i = 0; i < G_N_ELEMENTS(finals); i++) {
        if (finals[i].final == final && (final != 'M' || introducer == 'O'))
            return finals[i].key;
    }
    return FP_KEY_NONE;
}

FpKey fp_sequence_key(const char *sequence)
{
    size_t length = strlen(sequence);
    if (length < 2 || (sequence[0] != '[' && sequence[0] != 'O'))
        return FP_KEY_NONE;
    const char *parameters = sequence + 1;
    char final = sequence[length - 1];
    if (strspn(parameters, "0123456789;") != length - 2)
        return FP_KEY_NONE;
    return final == '~' ? key_of_number(strtol(parameters, NULL, 10))
                        : key_of_final(sequence[0], final);
}

/* Buttons as in xterm's control sequences, "Mouse Tracking": 0 is the left one, 64 and 65 the wheel;
 * 4, 8 and 16 are modifiers. */
static bool take_button(long button, FpInput *out_input)
{
    long bare = button & ~(4L | 8L | 16L);
    if (bare == 0)
        out_input->kind = FP_INPUT_CLICK;
    else if (bare == 64 || bare == 65)
        *out_input =
            (FpInput) { .kind = FP_INPUT_WHEEL, .lines = bare == 64 ? -WHEEL_LINES : WHEEL_LINES };
    else
        return false;
    return true;
}

static bool take_numbered_click(const char *sequence, FpInput *out_input)
{
    char *end;
    long button = strtol(sequence + 2, &end, 10);
    if (*end != ';')
        return false;
    long column = strtol(end + 1, &end, 10);
    if (*end != ';')
        return false;
    long row = strtol(end + 1, &end, 10);
    if (strcmp(end, "M") != 0 || row < 1 || column < 1 || row > INT16_MAX || column > INT16_MAX)
        return false;
    *out_input = (FpInput) { .row = (int)row - 1, .column = (int)column - 1 };
    return take_button(button, out_input);
}

bool fp_sequence_mouse(const char *sequence, FpInput *out_input)
{
    if (g_str_has_prefix(sequence, "[<"))
        return take_numbered_click(sequence, out_input);
    if (!g_str_has_prefix(sequence, "[M") || strlen(sequence) != 5)
        return false;
    const unsigned char *bytes = (const unsigned char *)sequence + 2;
    if (bytes[0] < 32 || bytes[1] < 33 || bytes[2] < 33)
        return false;
    *out_input = (FpInput) { .row = bytes[2] - 33, .column = bytes[1] - 33 };
    return take_button(bytes[0] - 32, out_input);
}
