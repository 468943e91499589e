// SPDX-License-Identifier: Apache-2.0
/* Inputs that are whole and wait to be taken, first come, first taken. */
#pragma once
#include "keys-private.h"

typedef struct {
    GArray *waiting; /* FpInput; those before n_taken are gone */
    guint n_taken;
    char *text; /* of the paste that was taken last */
} FpInputs;

void fp_inputs_init(FpInputs *inputs);
void fp_inputs_clear(FpInputs *inputs);

/* A paste's text is taken over. */
void fp_inputs_add(FpInputs *inputs, FpInput input);
/* The next one, NULL where there is none; it stays. */
const FpInput *fp_inputs_peek(const FpInputs *inputs);
/* False where there is none. A paste's text is lent until the next call. */
bool fp_inputs_take(FpInputs *inputs, FpInput *out_input);
void fp_inputs_drop(FpInputs *inputs); /* all that wait */
