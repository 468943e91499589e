// SPDX-License-Identifier: Apache-2.0
// libyaml's messages speak of tokens and contexts; these rows say the same to whoever wrote the file.
#include "fp-i18n.h"
#include "node-private.h"
#include <string.h>

typedef struct {
    const char *context; // how libyaml's context begins; NULL: any
    const char *problem; // how libyaml's problem begins; NULL: any
    bool is_at_context;  // the place is where the unfinished thing began
    const char *message, *mend;
} FaultRow;

static const char tab_message[] = N_("a tab cannot indent a line");
static const char tab_mend[] = N_("indent with spaces");

static const FaultRow rows[] = {
    { "while scanning an anchor", NULL, false, N_("anchors ('&name') are not allowed"),
      N_("write the thing out where it is needed; quote a text that begins with '&'") },
    { "while scanning an alias", NULL, false, N_("aliases ('*name') are not allowed"),
      N_("write the thing out where it is needed; quote a text that begins with '*'") },
    { "while scanning a tag", NULL, false, N_("tags ('!name') are not allowed"),
      N_("remove it; quote a text that begins with '!'") },
    { "while parsing a tag", NULL, false, N_("tags ('!name') are not allowed"),
      N_("remove it; quote a text that begins with '!'") },
    { NULL, "found undefined tag handle", false, N_("tags ('!name') are not allowed"),
      N_("remove it; quote a text that begins with '!'") },
    { "while scanning a directive", NULL, false,
      N_("directives (lines that begin with '%') are not allowed"), N_("remove it") },
    { "while scanning a simple key", "could not find expected ':'", true,
      N_("a key without ': ' and a value"),
      N_("write 'key: value'; indent a line that goes on with the text before it") },
    { NULL, "block sequence entries are not allowed", false, N_("a '- ' is not allowed here"),
      N_("start the list on a line of its own, indented under its key") },
    { NULL, "mapping keys are not allowed", false, N_("a '? ' is not allowed here"),
      N_("write 'key: value'") },
    { NULL, "mapping values are not allowed", false, N_("a ': ' is not allowed here"),
      N_("put a text that holds ': ' in quotes, or mend the indentation of this line") },
    { "while scanning a quoted scalar", "found unexpected end of stream", true,
      N_("this quotation mark is never closed"), N_("close it where the text ends") },
    { "while scanning a quoted scalar", "found unexpected document indicator", true,
      N_("this quotation mark is never closed"), N_("close it where the text ends") },
    { NULL, "found unknown escape character", false,
      N_("a backslash with a letter that means nothing in double quotes"),
      N_("write \\\\ for a backslash, or put the text in single quotes") },
    { NULL, "did not find expected hexdecimal number", false,
      N_("\\x, \\u and \\U need two, four and eight digits from 0 to f"),
      N_("write the character itself") },
    { NULL, "found invalid Unicode character escape code", false,
      N_("this escape is half a character, or none"),
      N_("write the character itself, or \\U and eight digits") },
    { "while scanning a block scalar", "did not find expected comment or line break", false,
      N_("after '|' or '>' the text begins on the next line"),
      N_("go to a new line, or quote a text that begins with '|' or '>'") },
    { "while scanning a block scalar", "found an indentation indicator equal to 0", false,
      N_("a text after '|' or '>' cannot be indented by 0"), N_("remove the 0") },
    { NULL, "found a tab character", false, tab_message, tab_mend },
    { NULL, "did not find expected node content", false, N_("a value is missing here"),
      N_("write one, or quote a text that begins with ',', ']' or '}'") },
    { NULL, "found unexpected ':'", false, N_("a ':' is not allowed here"),
      N_("put the text in quotes") },
};

static bool begins(const char *text, const char *start)
{
    return start == NULL || (text != NULL && g_str_has_prefix(text, start));
}

/* A character that cannot begin anything: a tab, or one that YAML keeps for itself. */
static FpYamlFault explain_first_character(char c)
{
    switch (c) {
    case '\t':
        return (FpYamlFault) { _(tab_message), _(tab_mend), false };
    case '@':
        return (FpYamlFault) { _("a text cannot begin with '@'"), _("put it in quotes"), false };
    case '`':
        return (FpYamlFault) { _("a text cannot begin with '`'"), _("put it in quotes"), false };
    case '%':
        return (FpYamlFault) { _("a text cannot begin with '%'"), _("put it in quotes"), false };
    default:
        return (FpYamlFault) { _("a text in '[...]' or '{...}' cannot begin with this character"),
                               _("put it in quotes"), false };
    }
}

FpYamlFault fp_node_yaml_fault(const char *context, const char *problem, const char *at,
                               size_t length)
{
    if (length > 0 && begins(problem, "found character that cannot start any token"))
        return explain_first_character(*at);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (begins(context, rows[i].context) && begins(problem, rows[i].problem))
            return (FpYamlFault) { _(rows[i].message), _(rows[i].mend), rows[i].is_at_context };
    }
    return (FpYamlFault) { _("this is not YAML"), _("compare it with a file that works"), false };
}
