// SPDX-License-Identifier: Apache-2.0
// Walks libyaml's events as far as the last wanted text. Keys stand at depth 1, each followed by its
// value: there every other thing is a key.
#include "node-private.h"
#include <stdint.h>
#include <string.h>
#include <yaml.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_parser_t, yaml_parser_delete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_event_t, yaml_event_delete)

/* At the outermost map, no key is being read. */
#define NO_KEY SIZE_MAX

typedef struct {
    const char *const *keys;
    size_t n_keys, n_found;
    char **texts;
    size_t depth;
    bool is_value; // what comes next at depth 1
    size_t wanted; // the wanted key whose value comes next; NO_KEY where it is none
} Head;

static size_t find_key(const Head *head, const char *text)
{
    for (size_t i = 0; i < head->n_keys; i++) {
        if (head->texts[i] == NULL && strcmp(head->keys[i], text) == 0)
            return i;
    }
    return NO_KEY;
}

static void take_scalar(Head *head, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;
    if (head->depth != 1)
        return;
    if (!head->is_value) {
        head->wanted = find_key(head, text);
    } else if (head->wanted != NO_KEY) {
        head->texts[head->wanted] = g_strdup(text);
        head->n_found++;
        head->wanted = NO_KEY;
    }
    head->is_value = !head->is_value;
}

static void take_end(Head *head)
{
    head->depth--;
    if (head->depth == 1) {
        head->is_value = !head->is_value;
        head->wanted = NO_KEY;
    }
}

/* False where no more is to be learnt. */
static bool take(Head *head, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(head, event);
        return head->depth > 0 && head->n_found < head->n_keys;
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        head->depth++;
        return head->depth <= FP_NODE_MAX_DEPTH;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        take_end(head);
        return head->depth > 0;
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
        return true;
    default: // an alias, or the end: after that libyaml tells of nothing, again and again
        return false;
    }
}

bool fp_node_yaml_head(const char *text, size_t length, const char *const *keys, size_t n_keys,
                       char **out_texts)
{
    Head head = { keys, n_keys, 0, out_texts, 0, false, NO_KEY };
    g_auto(yaml_parser_t) parser;
    if (!yaml_parser_initialize(&parser))
        g_error("out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    for (bool goes_on = true; goes_on;) {
        g_auto(yaml_event_t) event;
        if (!yaml_parser_parse(&parser, &event))
            return false;
        goes_on = take(&head, &event);
    }
    return head.n_found == n_keys;
}
