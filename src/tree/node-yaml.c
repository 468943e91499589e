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
    FpNodeBuilder builder;
    FpTextCursor cursor;
    FpSource *source;           // borrowed
    FpDiagnostics *diagnostics; // borrowed
    bool has_rare_breaks;
} YamlReader;

/* True where a text holds line breaks that libyaml knows and FpSource does not: U+0085, U+2028, U+2029. */
static bool has_rare_breaks(const char *text, size_t length)
{
    return memmem(text, length, "\xc2\x85", 2) != NULL ||
           memmem(text, length, "\xe2\x80\xa8", 3) != NULL ||
           memmem(text, length, "\xe2\x80\xa9", 3) != NULL;
}

/* libyaml counts code points from 0; its lines are not ours where there are rare breaks. */
static FpPlace place_of(YamlReader *reader, const yaml_mark_t *mark)
{
    if (!reader->has_rare_breaks)
        return (FpPlace) { (unsigned)mark->line + 1, (unsigned)mark->column + 1 };
    fp_text_cursor_go_to_index(&reader->cursor, mark->index);
    return reader->cursor.place;
}

static void report(YamlReader *reader, FpPlace place, const char *message, const char *mend)
{
    fp_diagnostics_add(reader->diagnostics, reader->source, place, mend, "%s", message);
}

static void report_directive(YamlReader *reader, FpPlace place)
{
    report(reader, place, _("directives (lines that begin with '%') are not allowed"),
           _("remove it"));
}

/* False, and reported, where a directive stands before the document. */
static bool refuse_directives(YamlReader *reader)
{
    FpTextCursor cursor = reader->cursor;
    while (cursor.offset < cursor.length) {
        char c = cursor.text[cursor.offset];
        if (c == '%' && cursor.place.column == 1) {
            report_directive(reader, cursor.place);
            return false;
        }
        if (c == '#')
            while (cursor.offset < cursor.length &&
                   strchr("\r\n", cursor.text[cursor.offset]) == NULL)
                fp_text_cursor_step(&cursor);
        else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            fp_text_cursor_step(&cursor);
        else
            return true;
    }
    return true;
}

static void refuse_properties(YamlReader *reader, FpPlace place, const yaml_char_t *anchor,
                              const yaml_char_t *tag)
{
    if (anchor != NULL)
        report(reader, place, _("anchors ('&name') are not allowed"),
               _("write the thing out where it is needed; quote a text that begins with '&'"));
    if (tag != NULL)
        report(reader, place, _("tags ('!name') are not allowed"),
               _("remove it; quote a text that begins with '!'"));
}

static void read_scalar(YamlReader *reader, const yaml_event_t *event, FpPlace place)
{
    refuse_properties(reader, place, event->data.scalar.anchor, event->data.scalar.tag);
    FpNode *node = fp_node_builder_add_scalar(&reader->builder, FP_SCALAR_TEXT,
                                              (const char *)event->data.scalar.value,
                                              event->data.scalar.length, place);
    node->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
}

static void read_alias(YamlReader *reader, FpPlace place)
{
    report(reader, place, _("aliases ('*name') are not allowed"),
           _("write the thing out where it is needed; quote a text that begins with '*'"));
    fp_node_builder_add_broken(&reader->builder, place);
}

/* Where anything but blanks, comments and "..." begins after the document; length where nothing does. */
static size_t find_more(const char *text, size_t offset, size_t length)
{
    bool is_line_start = true, is_comment = false;
    for (; offset < length; offset++) {
        char c = text[offset];
        if (c == '\n' || c == '\r') {
            is_line_start = true;
            is_comment = false;
            continue;
        }
        if (is_line_start && length - offset >= 3 && memcmp(text + offset, "...", 3) == 0)
            offset += 2;
        else if (c == '#')
            is_comment = true;
        else if (!is_comment && c != ' ' && c != '\t')
            return offset;
        is_line_start = false;
    }
    return length;
}

/* libyaml is not asked to go on after a document: it would read directives again. */
static void refuse_more(YamlReader *reader, const yaml_event_t *event)
{
    FpTextCursor *cursor = &reader->cursor;
    size_t end = fp_text_cursor_find_index(cursor->text, cursor->length, event->start_mark.index);
    size_t more = find_more(cursor->text, end, cursor->length);
    if (more == cursor->length)
        return;
    fp_text_cursor_go_to_offset(cursor, more);
    if (cursor->length - more >= 3 && memcmp(cursor->text + more, "---", 3) == 0)
        report(reader, cursor->place, _("a second document begins here"),
               _("keep one document in a file"));
    else if (cursor->text[more] == '%' && cursor->place.column == 1)
        report_directive(reader, cursor->place);
    else
        report(reader, cursor->place, _("the document has ended before this"),
               _("mend the indentation, or remove what follows"));
}

/* Takes one event; false where reading ends. */
static bool read_event(YamlReader *reader, const yaml_event_t *event)
{
    FpPlace place = place_of(reader, &event->start_mark);
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        read_scalar(reader, event, place);
        return true;
    case YAML_ALIAS_EVENT:
        read_alias(reader, place);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        refuse_properties(reader, place, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        return fp_node_builder_begin(&reader->builder, FP_NODE_SEQUENCE, place);
    case YAML_MAPPING_START_EVENT:
        refuse_properties(reader, place, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
        return fp_node_builder_begin(&reader->builder, FP_NODE_MAPPING, place);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        fp_node_builder_end(&reader->builder);
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

static bool is_after_long_key(const yaml_parser_t *parser)
{
    return parser->problem_mark.column > MAX_KEY &&
           g_strcmp0(parser->problem, "mapping values are not allowed in this context") == 0;
}

static bool begins(const char *text, const char *start)
{
    return text != NULL && g_str_has_prefix(text, start);
}

/* In a list or map in brackets: what helps is where that begins. False where it is no such fault. */
static bool report_in_brackets(YamlReader *reader, const yaml_parser_t *parser, bool is_at_end)
{
    if (reader->builder.depth == 0 || !begins(parser->context, "while parsing a flow"))
        return false;
    const FpNode *open = reader->builder.open[reader->builder.depth - 1].node;
    FpPlace place = place_of(reader, &parser->problem_mark);
    g_autofree char *message = NULL;
    if (is_at_end && open->kind == FP_NODE_SEQUENCE)
        report(reader, open->place, _("this '[' is never closed"), _("end the list with ']'"));
    else if (is_at_end)
        report(reader, open->place, _("this '{' is never closed"), _("end the map with '}'"));
    else if (begins(parser->problem, "did not find expected ',' or ']'"))
        message = g_strdup_printf(_("expected ',' or ']' here, in the list that begins at line %u"),
                                  open->place.line);
    else if (begins(parser->problem, "did not find expected ',' or '}'"))
        message = g_strdup_printf(_("expected ',' or '}' here, in the map that begins at line %u"),
                                  open->place.line);
    else
        return false;
    if (message != NULL)
        report(
            reader, place, message,
            _("close it, separate its entries by ', ', or put a text that holds ': ' in quotes"));
    return true;
}

/* A line that fits into none of the open block collections. False where it is no such fault. */
static bool report_in_block(YamlReader *reader, const yaml_parser_t *parser)
{
    g_autofree char *message = NULL;
    FpPlace start = place_of(reader, &parser->context_mark);
    if (begins(parser->problem, "did not find expected key"))
        message = g_strdup_printf(_("this does not belong to the map that begins at line %u"),
                                  start.line);
    else if (begins(parser->problem, "did not find expected '-' indicator"))
        message = g_strdup_printf(_("this does not belong to the list that begins at line %u"),
                                  start.line);
    else
        return false;
    report(reader, place_of(reader, &parser->problem_mark), message,
           _("mend the indentation of this line, or of those above it"));
    return true;
}

static void report_syntax(YamlReader *reader, const yaml_parser_t *parser)
{
    FpTextCursor cursor = reader->cursor;
    fp_text_cursor_go_to_index(&cursor, parser->problem_mark.index);
    size_t n_left = cursor.length - cursor.offset;
    if (report_in_brackets(reader, parser, n_left == 0) || report_in_block(reader, parser))
        return;
    FpYamlFault fault =
        fp_node_yaml_fault(parser->context, parser->problem, cursor.text + cursor.offset, n_left);
    if (is_after_long_key(parser))
        fault = (FpYamlFault) { _("a ': ' after more than 1,024 characters, too many for a key"),
                                _("put the text in quotes"), false };
    report(reader,
           place_of(reader, fault.is_at_context ? &parser->context_mark : &parser->problem_mark),
           fault.message, fault.mend);
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
    size_t length, n_before = fp_diagnostics_count(diagnostics);
    if (!fp_node_check_encoding(source, diagnostics, &text, &length))
        return NULL;

    g_autoptr(FpDocument) document = fp_document_new(source);
    YamlReader reader = { .cursor = fp_text_cursor_new(text, length),
                          .source = source,
                          .diagnostics = diagnostics,
                          .has_rare_breaks = has_rare_breaks(text, length) };
    fp_node_builder_init(&reader.builder, document, diagnostics);
    bool is_read = refuse_directives(&reader) && read_events(&reader);
    fp_node_builder_clear(&reader.builder);
    if (!is_read)
        return NULL;
    if (is_empty(document->root)) {
        if (fp_diagnostics_count(diagnostics) == n_before)
            report(&reader, (FpPlace) { 0, 0 }, _("the file is empty"), NULL);
        return NULL;
    }
    return g_steal_pointer(&document);
}
