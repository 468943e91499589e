// SPDX-License-Identifier: Apache-2.0
#include "inputs-private.h"

static void clear_input(void *data)
{
    FpInput *input = data;
    g_free((void *)(uintptr_t)input->text); // owned while it waits
}

void fp_inputs_init(FpInputs *inputs)
{
    *inputs = (FpInputs) { .waiting = g_array_new(FALSE, FALSE, sizeof(FpInput)) };
    g_array_set_clear_func(inputs->waiting, clear_input);
}

void fp_inputs_clear(FpInputs *inputs)
{
    g_array_unref(inputs->waiting);
    g_clear_pointer(&inputs->text, g_free);
}

void fp_inputs_add(FpInputs *inputs, FpInput input)
{
    g_array_append_val(inputs->waiting, input);
}

const FpInput *fp_inputs_peek(const FpInputs *inputs)
{
    return inputs->n_taken < inputs->waiting->len
               ? &g_array_index(inputs->waiting, FpInput, inputs->n_taken)
               : NULL;
}

bool fp_inputs_take(FpInputs *inputs, FpInput *out_input)
{
    if (fp_inputs_peek(inputs) == NULL) {
        fp_inputs_drop(inputs);
        return false;
    }
    FpInput *input = &g_array_index(inputs->waiting, FpInput, inputs->n_taken++);
    g_free(inputs->text);
    inputs->text = (char *)(uintptr_t)input->text;
    *out_input = *input;
    input->text = NULL;
    return true;
}

void fp_inputs_drop(FpInputs *inputs)
{
    g_array_set_size(inputs->waiting, 0);
    inputs->n_taken = 0;
}
