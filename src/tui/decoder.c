// SPDX-License-Identifier: Apache-2.0
// One state at a time, a function for each; a byte goes to the function of the state.
#include "decoder-private.h"

#include "characters-private.h"
#include "inputs-private.h"
#include "paste-private.h"
#include "sequence-private.h"

/* A sequence longer than this is none of ours: read over to its end. */
#define SEQUENCE_MAX_BYTES 64
/* A string to the terminal (a late reply) that does not end here is garbage. */
#define STRING_MAX_BYTES 4096

#define SEQUENCE_PATIENCE_MS 250
#define PASTE_PATIENCE_MS    2000

typedef enum {
    STATE_GROUND,
    STATE_ESCAPE,   /* ESC */
    STATE_CONTROL,  /* ESC [ … */
    STATE_SHIFT,    /* ESC O … */
    STATE_CLICK,    /* ESC [ M, and three bytes */
    STATE_FUNCTION, /* ESC [ [, and one byte: the Linux console's F1 to F5 */
    STATE_STRING,   /* ESC ] … up to BEL or ESC \ ; likewise P, X, ^, _ */
    STATE_PASTE,
} State;

typedef struct {
    char *sequence; /* without its ESC */
    FpKey key;
} Learnt;

struct FpDecoder {
    char *charset;
    State state;
    GString *sequence; /* what came since ESC */
    size_t n_string;   /* bytes of a string */
    FpCharacters characters;
    FpInputs inputs;
    FpPaste paste;
    GArray *learnt; /* Learnt */
};

static void free_learnt(void *learnt)
{
    g_free(((Learnt *)learnt)->sequence);
}

FpDecoder *fp_decoder_new(const char *charset)
{
    FpDecoder *decoder = g_new0(FpDecoder, 1);
    decoder->charset = g_strdup(charset);
    decoder->sequence = g_string_new(NULL);
    fp_characters_init(&decoder->characters, charset);
    fp_inputs_init(&decoder->inputs);
    decoder->learnt = g_array_new(FALSE, FALSE, sizeof(Learnt));
    g_array_set_clear_func(decoder->learnt, free_learnt);
    return decoder;
}

void fp_decoder_free(FpDecoder *decoder)
{
    if (decoder == NULL)
        return;
    g_string_free(decoder->sequence, TRUE);
    fp_characters_clear(&decoder->characters);
    fp_inputs_clear(&decoder->inputs);
    fp_paste_clear(&decoder->paste);
    g_array_unref(decoder->learnt);
    g_free(decoder->charset);
    g_free(decoder);
}

void fp_decoder_learn(FpDecoder *decoder, const char *sequence, FpKey key)
{
    if (sequence[0] != '\033' || sequence[1] == '\0')
        return;
    Learnt learnt = { g_strdup(sequence + 1), key };
    g_array_append_val(decoder->learnt, learnt);
}

static void add_key(FpDecoder *decoder, FpKey key)
{
    if (key != FP_KEY_NONE)
        fp_inputs_add(&decoder->inputs, (FpInput) { .kind = FP_INPUT_KEY, .key = key });
}

/* ---- Characters ---- */

/* One row, one control byte that is a key of its own. */
static const struct {
    char byte;
    FpKey key;
} controls[] = {
    { '\r', FP_KEY_ENTER },
    { '\t', FP_KEY_TAB },
    { '\b', FP_KEY_BACKSPACE },
    { '\177', FP_KEY_BACKSPACE },
};

static FpKey key_of_control(char byte)
{
    for (size_t i = 0; i < G_N_ELEMENTS(controls); i++) {
        if (controls[i].byte == byte)
            return controls[i].key;
    }
    return (FpKey)(unsigned char)byte;
}

/* A byte above ASCII. One that is no part of the character before it begins a new one. */
static void take_part(FpDecoder *decoder, char byte)
{
    bool was_begun = decoder->characters.n_bytes > 0;
    gunichar c = 0;
    FpCharacterState state = fp_characters_take(&decoder->characters, byte, &c);
    if (state == FP_CHARACTER_BROKEN && was_begun)
        state = fp_characters_take(&decoder->characters, byte, &c);
    bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (state == FP_CHARACTER_WHOLE && !is_control)
        add_key(decoder, c);
}

static void take_ground(FpDecoder *decoder, char byte)
{
    if ((byte & 0x80) != 0) {
        take_part(decoder, byte);
        return;
    }
    fp_characters_forget(&decoder->characters);
    if (byte == '\033') {
        decoder->state = STATE_ESCAPE;
        g_string_truncate(decoder->sequence, 0);
    } else {
        add_key(decoder, key_of_control(byte));
    }
}

/* ---- Sequences ---- */

static void begin_ground(FpDecoder *decoder)
{
    decoder->state = STATE_GROUND;
    g_string_truncate(decoder->sequence, 0);
}

static FpKey learnt_key(const FpDecoder *decoder)
{
    for (guint i = 0; i < decoder->learnt->len; i++) {
        const Learnt *learnt = &g_array_index(decoder->learnt, Learnt, i);
        if (g_str_equal(learnt->sequence, decoder->sequence->str))
            return learnt->key;
    }
    return FP_KEY_NONE;
}

static void end_sequence(FpDecoder *decoder)
{
    FpInput input;
    FpKey key = learnt_key(decoder);
    if (key == FP_KEY_NONE)
        key = fp_sequence_key(decoder->sequence->str);
    if (g_str_equal(decoder->sequence->str, "[200~")) {
        begin_ground(decoder);
        decoder->state = STATE_PASTE;
        fp_paste_begin(&decoder->paste);
        return;
    }
    if (key == FP_KEY_NONE && fp_sequence_mouse(decoder->sequence->str, &input))
        fp_inputs_add(&decoder->inputs, input);
    add_key(decoder, key);
    begin_ground(decoder);
}

static void add_to_sequence(FpDecoder *decoder, char byte)
{
    if (decoder->sequence->len < SEQUENCE_MAX_BYTES)
        g_string_append_c(decoder->sequence, byte);
}

/* Within a sequence ESC begins another one; any other control byte ends it as garbage. */
static bool is_broken_by(FpDecoder *decoder, char byte)
{
    if (byte >= 0x20 && byte < 0x7F)
        return false;
    begin_ground(decoder);
    if (byte == '\033' || (byte & 0x80) != 0)
        take_ground(decoder, byte);
    return true;
}

/* What a byte after ESC begins; others end a sequence of one byte: Alt and a key. */
static const struct {
    char byte;
    State state;
} introducers[] = {
    { '[', STATE_CONTROL }, { 'O', STATE_SHIFT },  { ']', STATE_STRING }, { 'P', STATE_STRING },
    { 'X', STATE_STRING },  { '^', STATE_STRING }, { '_', STATE_STRING },
};

static void take_escape(FpDecoder *decoder, char byte)
{
    if (byte == '\033') { // two of them: the first was the key
        add_key(decoder, FP_KEY_ESCAPE);
        return;
    }
    if (is_broken_by(decoder, byte))
        return;
    add_to_sequence(decoder, byte);
    for (size_t i = 0; i < G_N_ELEMENTS(introducers); i++) {
        if (introducers[i].byte == byte) {
            decoder->state = introducers[i].state;
            decoder->n_string = 0;
            return;
        }
    }
    end_sequence(decoder);
}

static void take_control(FpDecoder *decoder, char byte)
{
    if (is_broken_by(decoder, byte))
        return;
    bool is_first = decoder->sequence->len == 1;
    add_to_sequence(decoder, byte);
    if (is_first && byte == 'M')
        decoder->state = STATE_CLICK;
    else if (is_first && byte == '[')
        decoder->state = STATE_FUNCTION;
    else if (byte >= '@')
        end_sequence(decoder);
}

static void take_shift(FpDecoder *decoder, char byte)
{
    if (is_broken_by(decoder, byte))
        return;
    add_to_sequence(decoder, byte);
    if (byte >= '@')
        end_sequence(decoder);
}

static void take_click(FpDecoder *decoder, char byte)
{
    add_to_sequence(decoder, byte);
    if (decoder->sequence->len == 5)
        end_sequence(decoder);
}

static void take_function(FpDecoder *decoder, char byte)
{
    if (!is_broken_by(decoder, byte))
        begin_ground(decoder);
}

static void take_string(FpDecoder *decoder, char byte)
{
    bool was_escape = decoder->n_string > 0 && decoder->sequence->len == 2;
    g_string_truncate(decoder->sequence, 1);
    if (byte == '\033')
        add_to_sequence(decoder, byte);
    if (byte == '\a' || was_escape || ++decoder->n_string > STRING_MAX_BYTES)
        begin_ground(decoder);
    if (was_escape && byte != '\\') { // no end mark, but the beginning of another sequence
        take_ground(decoder, '\033');
        take_escape(decoder, byte);
    }
}

static void end_paste(FpDecoder *decoder)
{
    FpInput input = { .kind = FP_INPUT_PASTE, .was_cut = decoder->paste.was_cut };
    begin_ground(decoder);
    if (decoder->paste.is_unwanted)
        return;
    input.text = fp_paste_to_text(&decoder->paste, decoder->charset);
    fp_inputs_add(&decoder->inputs, input);
}

static void take_paste(FpDecoder *decoder, char byte)
{
    if (fp_paste_take(&decoder->paste, byte))
        end_paste(decoder);
}

static void (*const takers[])(FpDecoder *decoder, char byte) = {
    [STATE_GROUND] = take_ground, [STATE_ESCAPE] = take_escape, [STATE_CONTROL] = take_control,
    [STATE_SHIFT] = take_shift,   [STATE_CLICK] = take_click,   [STATE_FUNCTION] = take_function,
    [STATE_STRING] = take_string, [STATE_PASTE] = take_paste,
};

void fp_decoder_feed(FpDecoder *decoder, const char *bytes, size_t n_bytes)
{
    for (size_t i = 0; i < n_bytes; i++)
        takers[decoder->state](decoder, bytes[i]);
}

/* ---- Out ---- */

bool fp_decoder_next(FpDecoder *decoder, FpInput *out_input)
{
    return fp_inputs_take(&decoder->inputs, out_input);
}

bool fp_decoder_has_input(const FpDecoder *decoder)
{
    return fp_inputs_peek(&decoder->inputs) != NULL;
}

bool fp_decoder_has_text(const FpDecoder *decoder)
{
    const FpInput *input = fp_inputs_peek(&decoder->inputs);
    return input != NULL && input->kind == FP_INPUT_KEY &&
           (fp_key_is_text(input->key) || input->key == FP_KEY_ENTER);
}

int fp_decoder_patience_ms(const FpDecoder *decoder, int escape_delay_ms)
{
    switch (decoder->state) {
    case STATE_GROUND:
        return decoder->characters.n_bytes > 0 ? SEQUENCE_PATIENCE_MS : -1;
    case STATE_ESCAPE:
        return escape_delay_ms;
    case STATE_PASTE:
        return PASTE_PATIENCE_MS;
    case STATE_CONTROL:
    case STATE_SHIFT:
    case STATE_CLICK:
    case STATE_FUNCTION:
    case STATE_STRING:
        break;
    }
    return SEQUENCE_PATIENCE_MS;
}

void fp_decoder_give_up(FpDecoder *decoder)
{
    fp_characters_forget(&decoder->characters);
    if (decoder->state == STATE_PASTE) {
        end_paste(decoder);
        return;
    }
    if (decoder->state == STATE_ESCAPE)
        add_key(decoder, FP_KEY_ESCAPE);
    begin_ground(decoder);
}

bool fp_decoder_drop(FpDecoder *decoder)
{
    bool has_any = fp_decoder_has_input(decoder) || decoder->state == STATE_PASTE;
    fp_inputs_drop(&decoder->inputs);
    decoder->paste.is_unwanted = true;
    return has_any;
}
