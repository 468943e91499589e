// SPDX-License-Identifier: Apache-2.0
// Drives libyaml event by event. Its document API is quadratic on nesting and anchors, its reading of
// %TAG lines is too: depth is refused at each event, directives before libyaml sees them.
#include "fp-i18n.h"
#include "node-private.h"
#include <string.h>
#include <yaml.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_parser_t, yaml_parser_delete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(yaml_event_t, yaml_event_delete)

// A key may not be longer: libyaml looks no further for its ':'.
#define MAX_KEY 1024

typedef struct {
    NodeBuilder builder;
    TextCursor cursor;
    FpSource *source;           // borrowed
    FpDiagnostics *diagnostics; // borrowed
} YamlReader;

/* libyaml's own lines also end at U+0085, U+2028 and U+2029; what it calls index counts code points. */
static FpPlace place_of(YamlReader *reader, const yaml_mark_t *mark)
{
    text_cursor_go_to_index(&reader->cursor, mark->index);
    return reader->cursor.place;
}

static void report(YamlReader *reader, FpPlace place, const char *message, const char *mend)
{
    fp_diagnostics_add(reader->diagnostics, reader->source, place, mend, "%s", message);
}

/* False, and reported, where a directive stands before the document. */
static bool refuse_directives(YamlReader *reader)
{
    TextCursor cursor = reader->cursor;
    while (cursor.offset < cursor.length) {
        char c = cursor.text[cursor.offset];
        if (c == '%' && cursor.place.column == 1) {
            report(reader, cursor.place, _("a line that begins with '%' is not read"),
                   _("remove it"));
            return false;
        }
        if (c == '#')
            while (cursor.offset < cursor.length &&
                   strchr("\r\n", cursor.text[cursor.offset]) == NULL)
                text_cursor_step(&cursor);
        else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            text_cursor_step(&cursor);
        else
            return true;
    }
    return true;
}

static void refuse_properties(YamlReader *reader, FpPlace place, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor != NULL)
        report(reader, place, _("anchors are not read"),
               _("write the thing out where it is needed; quote a text that begins with '&'"));
    if (tag != NULL)
        report(reader, place, _("tags are not read"),
               _("remove it; quote a text that begins with '!'"));
}

static void read_scalar(YamlReader *reader, const yaml_event_t *event)
{
    FpPlace place = place_of(reader, &event->start_mark);
    refuse_properties(reader, place, event->data.scalar.anchor, event->data.scalar.tag);
    FpNode *node = node_builder_add_scalar(&reader->builder, FP_SCALAR_TEXT,
                                           (const char *)event->data.scalar.value,
                                           event->data.scalar.length, place);
    node->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
}

static void read_alias(YamlReader *reader, const yaml_event_t *event)
{
    FpPlace place = place_of(reader, &event->start_mark);
    report(reader, place, _("aliases are not read"),
           _("write the thing out where it is needed; quote a text that begins with '*'"));
    node_builder_add_broken(&reader->builder, place);
}

/* True where nothing but blanks, comments and "..." follows. libyaml is not asked to go on: after a
 * document it would read directives again. */
static void refuse_more(YamlReader *reader, const yaml_event_t *event)
{
    place_of(reader, &event->start_mark);
    TextCursor *cursor = &reader->cursor;
    bool is_comment = false;
    for (; cursor->offset < cursor->length; text_cursor_step(cursor)) {
        const char *at = cursor->text + cursor->offset;
        size_t n = cursor->length - cursor->offset;
        if (*at == '\n' || *at == '\r')
            is_comment = false;
        else if (*at == '#')
            is_comment = true;
        else if (is_comment || *at == ' ' || *at == '\t' ||
                 (*at == '.' && cursor->place.column <= 3))
            continue;
        else if (n >= 3 && memcmp(at, "---", 3) == 0)
            return report(reader, cursor->place, _("a second document begins here"),
                          _("keep one document in a file"));
        else
            return report(reader, cursor->place, _("the document has ended before this"),
                          _("mend the indentation, or remove what follows"));
    }
}

/* Takes one event; false where reading ends. */
static bool read_event(YamlReader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        read_scalar(reader, event);
        return true;
    case YAML_ALIAS_EVENT:
        read_alias(reader, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        refuse_properties(reader, place_of(reader, &event->start_mark),
                          event->data.sequence_start.anchor, event->data.sequence_start.tag);
        return node_builder_begin(&reader->builder, FP_NODE_SEQUENCE, reader->cursor.place);
    case YAML_MAPPING_START_EVENT:
        refuse_properties(reader, place_of(reader, &event->start_mark),
                          event->data.mapping_start.anchor, event->data.mapping_start.tag);
        return node_builder_begin(&reader->builder, FP_NODE_MAPPING, reader->cursor.place);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        node_builder_end(&reader->builder);
        return true;
    case YAML_DOCUMENT_END_EVENT:
        refuse_more(reader, event);
        return false;
    case YAML_STREAM_END_EVENT:
        return false;
    default:
        return true;
    }
}

/* True where a ':' stands after more characters than libyaml takes for a key. */
static bool is_after_long_key(YamlReader *reader, const yaml_mark_t *mark)
{
    return reader->cursor.place.column > MAX_KEY && mark->column > MAX_KEY;
}

static void report_syntax(YamlReader *reader, const yaml_parser_t *parser)
{
    place_of(reader, &parser->problem_mark);
    TextCursor cursor = reader->cursor;
    YamlFault fault = node_yaml_fault(parser->context, parser->problem, cursor.text + cursor.offset,
                                      cursor.length - cursor.offset);
    if (is_after_long_key(reader, &parser->problem_mark) &&
        g_strcmp0(parser->problem, "mapping values are not allowed in this context") == 0)
        fault = (YamlFault) { _("a ': ' after more than 1,024 characters, too many for a key"),
                              _("put the text in quotes"), false };
    FpPlace place =
        fault.is_at_context ? place_of(reader, &parser->context_mark) : reader->cursor.place;
    report(reader, place, fault.message, fault.mend);
}

static bool read_events(YamlReader *reader)
{
    g_auto(yaml_parser_t) parser;
    if (!yaml_parser_initialize(&parser))
        g_error("out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)reader->cursor.text,
                                 reader->cursor.length);
    for (;;) {
        g_auto(yaml_event_t) event;
        if (!yaml_parser_parse(&parser, &event)) {
            report_syntax(reader, &parser);
            return false;
        }
        bool is_last = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
        if (!read_event(reader, &event))
            return is_last;
    }
}

static bool is_empty(const FpNode *root)
{
    return root == NULL || (root->kind == FP_NODE_SCALAR && root->text[0] == '\0' &&
                            !root->is_quoted && !root->is_broken);
}

FpDocument *fp_document_read_yaml(FpSource *source, FpDiagnostics *diagnostics)
{
    const char *text;
    size_t length;
    if (!node_check_encoding(source, diagnostics, &text, &length))
        return NULL;

    g_autoptr(FpDocument) document = fp_document_new(source);
    YamlReader reader = { .cursor = text_cursor_new(text, length),
                          .source = source,
                          .diagnostics = diagnostics };
    node_builder_init(&reader.builder, document, diagnostics);
    bool is_read = refuse_directives(&reader) && read_events(&reader);
    node_builder_clear(&reader.builder);
    if (!is_read)
        return NULL;
    if (is_empty(document->root)) {
        report(&reader, (FpPlace) { 0, 0 }, _("the file is empty"), NULL);
        return NULL;
    }
    return g_steal_pointer(&document);
}
