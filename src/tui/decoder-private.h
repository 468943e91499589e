// SPDX-License-Identifier: Apache-2.0
/* The bytes that a terminal sends, taken apart into keys, pastes and clicks. Pure: it is given bytes
 * and reads none, so that every torn, hostile or late sequence can be tried without a terminal.
 *
 * What is not understood is dropped, never taken for text: unknown keys, late replies to queries of
 * another program, broken UTF-8. Nothing is asked of the terminal, so every reply is such a one. */
#pragma once
#include "keys-private.h"

typedef struct FpDecoder FpDecoder;

/* charset: of what is typed, as nl_langinfo(CODESET) names it; copied. */
FpDecoder *fp_decoder_new(const char *charset);
void fp_decoder_free(FpDecoder *decoder); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpDecoder, fp_decoder_free)

/* Tells what this terminal sends for a key, where it is not what most send. sequence is copied. */
void fp_decoder_learn(FpDecoder *decoder, const char *sequence, FpKey key);

void fp_decoder_feed(FpDecoder *decoder, const char *bytes, size_t n_bytes);

/* The next whole input; false where there is none. */
bool fp_decoder_next(FpDecoder *decoder, FpInput *out_input);
bool fp_decoder_has_input(const FpDecoder *decoder);
/* True where a key that types, or Enter, is the next input. */
bool fp_decoder_has_text(const FpDecoder *decoder);

/* How long to wait for the rest of what has begun, in milliseconds; -1: nothing has begun. A lone Esc
 * waits escape_delay_ms; what surely is a sequence, longer: slow links tear them. */
int fp_decoder_patience_ms(const FpDecoder *decoder, int escape_delay_ms);
/* The rest did not come: a lone Esc is the key, an open paste ends, other beginnings are dropped. */
void fp_decoder_give_up(FpDecoder *decoder);

/* Drops all whole inputs; a paste that is still coming in is swallowed to its end. True where there was
 * anything. */
bool fp_decoder_drop(FpDecoder *decoder);
