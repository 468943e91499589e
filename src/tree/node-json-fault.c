// SPDX-License-Identifier: Apache-2.0
// yajl's messages in plain words. Its own are English, and some speak of itself.
#include "fp-i18n.h"
#include "node-private.h"
#include <string.h>

static const struct {
    const char *problem; // a part of yajl's message
    const char *message, *mend;
} rows[] = {
    { "premature EOF", N_("the file ends in the middle of the JSON text"),
      N_("close what is open: a quotation mark, '[' or '{'") },
    { "trailing garbage", N_("the JSON text has ended before this"), N_("remove what follows") },
    { "invalid object key", N_("a key in double quotes is expected here"),
      N_("write \"key\": value, and no ',' after the last one") },
    { "must be separated by a colon", N_("a ':' is expected after a key"),
      N_("write \"key\": value") },
    { "inside map, I expect ',' or '}'", N_("',' or '}' is expected here"),
      N_("separate entries by ',' and end with '}'; numbers have no leading zeros") },
    { "after array element, I expect ',' or ']'", N_("',' or ']' is expected here"),
      N_("separate items by ',' and end with ']'; numbers have no leading zeros") },
    { "unallowed token", N_("a value is missing here"),
      N_("write one, or remove the ',' before it") },
    { "invalid character inside string", N_("a text cannot hold this character as it is"),
      N_("write \\n for a line feed, \\t for a tab") },
    { "occurs before a character which it may not",
      N_("a backslash with a letter that means nothing"), N_("write \\\\ for a backslash") },
    { "invalid (non-hex) character", N_("\\u needs four digits from 0 to f"),
      N_("write the character itself") },
    { "malformed number", N_("this number is not finished"), N_("write digits after it") },
    { "comment", N_("JSON has no comments"), N_("remove it, or write the file in YAML") },
    { "in json text", N_("this is no JSON value"),
      N_("put texts in double quotes; write true, false and null in small letters") },
};

FpJsonFault fp_node_json_fault(const char *problem)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strstr(problem, rows[i].problem) != NULL)
            return (FpJsonFault) { _(rows[i].message), _(rows[i].mend) };
    }
    return (FpJsonFault) { _("this is not JSON"), _("compare it with a file that works") };
}
