// SPDX-License-Identifier: Apache-2.0
/* Moving a focus through a list: the one rule for options, rows and items. */
#pragma once
#include "fp-action.h"
#include <stdbool.h>

/* Moves *at by an action of moving; it stops at the ends. n: the list's length.
 * False, *at untouched, where the action is none of moving or the list is empty. */
bool fp_list_step(FpActionKind action, size_t n, size_t *at);

/* A list that may be narrowed by a search. */
typedef struct {
    size_t n;
    bool (*shows)(const void *data, size_t item);
    const void *data;
} FpList;

/* The same among what the list shows. */
bool fp_list_step_shown(FpActionKind action, const FpList *list, size_t *at);
size_t fp_list_count_shown(const FpList *list);
/* The focus stays where it is shown; else the first one that is, else it stays after all. */
void fp_list_follow_search(const FpList *list, size_t *at);
