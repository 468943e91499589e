// SPDX-License-Identifier: Apache-2.0
#include "fp-text.h"
#include "markdown-escape.h"
#include "situation.h"
#include <string.h>

static const struct {
    const char *name, *text, *escaped;
} rows[] = {
    { "plain-text-stays", "Keys (KMS), logs; 10% more!", "Keys (KMS), logs; 10% more!" },
    { "emphasis", "*a* **b** _c_ snake_case", "\\*a\\* \\*\\*b\\*\\* \\_c\\_ snake\\_case" },
    { "links", "[a](http://b.c)", "\\[a\\](http\\://b.c)" },
    { "pictures", "![a](x)", "!\\[a\\](x)" },
    { "reference-definitions", "[a]: /b", "\\[a\\]: /b" },
    { "raw-html", "<b onload=x>&lt;</b>", "\\<b onload=x\\>\\&lt;\\</b\\>" },
    { "comments", "<!-- a -->", "\\<!-- a --\\>" },
    { "autolinks", "<https://a.b>", "\\<https\\://a.b\\>" },
    { "bare-addresses", "see https://a.b and www.c.d", "see https\\://a.b and www\\.c.d" },
    { "code", "`a` ``b``", "\\`a\\` \\`\\`b\\`\\`" },
    { "fences", "```sh", "\\`\\`\\`sh" },
    { "other-fences", "~~~ a ~~b~~", "\\~\\~\\~ a \\~\\~b\\~\\~" },
    { "tables", "a | b", "a \\| b" },
    { "headings", "# a", "\\# a" },
    { "closing-headings", "a #", "a \\#" },
    { "quotes", "> a", "\\> a" },
    { "bullets", "- a", "\\- a" },
    { "other-bullets", "+ a", "\\+ a" },
    { "tasks", "[ ] a", "\\[ \\] a" },
    { "rules", "---", "\\---" },
    { "setext-underlines", "===", "\\===" },
    { "numbers", "1. a", "1\\. a" },
    { "numbers-in-brackets", "12) a", "12\\) a" },
    { "numbers-that-start-no-list", "2.5 m, 3.", "2\\.5 m, 3." },
    { "definitions", ": a", "\\: a" },
    { "indented-code", "     a", "a" },
    { "tabs", "\ta\tb", "a b" },
    { "runs-of-spaces", "a    b", "a b" },
    { "hard-breaks", "a  \nb\\", "a b\\\\" },
    { "backslashes", "a\\*b", "a\\\\\\*b" },
    { "mathematics", "$x$ costs $5", "\\$x\\$ costs \\$5" },
    { "template-languages", "{{ a }} {% b %}", "\\{\\{ a \\}\\} \\{% b %\\}" },
    { "line-feeds", "a\n\n# b", "a \\# b" },
    { "controls", "a\033[31mb", "a\\<U+001B\\>\\[31mb" },
    { "overrides", "a\u202eb", "a\\<U+202E\\>b" },
    { "nothing", "", "" },
};

static void test_rows(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *escaped = markdown_escape(rows[i].text);
        g_test_message("%s", rows[i].name);
        g_assert_cmpstr(escaped, ==, rows[i].escaped);
    }
}

/* CommonMark 2.4: a backslash before ASCII punctuation stands for that character. */
static char *unescape(const char *escaped)
{
    GString *text = g_string_new(NULL);
    for (const char *at = escaped; *at != '\0'; at++) {
        if (*at == '\\') {
            at++;
            g_assert_true(g_ascii_ispunct(*at));
        }
        g_string_append_c(text, *at);
    }
    return g_string_free(text, FALSE);
}

/* What a page shows of text: printable, on one line, with single spaces. */
static char *as_shown(const char *text)
{
    g_autofree char *printable = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    GString *shown = g_string_new(NULL);
    for (const char *at = g_strstrip(printable); *at != '\0'; at++) {
        if (*at != ' ' || at[1] != ' ')
            g_string_append_c(shown, *at);
    }
    return g_string_free(shown, FALSE);
}

static void assert_no_bare_mark(const char *escaped)
{
    for (const char *at = escaped; *at != '\0'; at++) {
        if (*at == '\\')
            at++;
        else
            g_assert_true(strchr("`*_[]<>{}|~&$#", *at) == NULL && !g_str_has_prefix(at, "://"));
    }
    g_assert_null(strchr("-+=: ", *escaped == '\0' ? 'x' : *escaped));
}

static void test_an_escaped_text_reads_as_itself(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed((guint32)g_test_rand_int());
    for (int i = 0; i < 20000; i++) {
        g_autofree char *text = random_text(random, 30);
        g_autofree char *escaped =
            markdown_escape(text + (i % 2)); // with and without the word first
        g_autofree char *read = unescape(escaped);
        g_autofree char *shown = as_shown(text + (i % 2));
        g_assert_cmpstr(read, ==, shown);
        assert_no_bare_mark(escaped);
    }
}

static void test_lines_are_joined_by_hard_breaks(void)
{
    g_autofree char *escaped = markdown_escape_lines("one\n\n  - two\n===\n", 4);
    g_assert_cmpstr(escaped, ==, "one\\\n    \\- two\\\n    \\===");
}

static const struct {
    const char *name, *url, *link;
} links[] = {
    { "a-plain-address", "https://a.example/b?c=d&e=f#g", "<https://a.example/b?c=d&e=f#g>" },
    { "http-too", "http://a.example/", "<http://a.example/>" },
    { "another-scheme-is-no-link", "javascript:alert(1)", NULL },
    { "nor-is-one-without-slashes", "https:a", NULL },
    { "an-end-mark", "https://a.example/>x<", "<https://a.example/%3Ex%3C>" },
    { "spaces-and-line-feeds", "https://a.example/ \n", "<https://a.example/%20%0A>" },
    { "backslashes-and-code", "https://a.example/\\`", "<https://a.example/%5C%60>" },
    { "other-letters", "https://a.example/您", "<https://a.example/%E6%82%A8>" },
    { "overrides", "https://a.example/\u202e", "<https://a.example/%E2%80%AE>" },
    { "escapes-stay", "https://a.example/%20%zz%", "<https://a.example/%20%25zz%25>" },
    { "entities-are-not-read", "https://a.example/&copy;", "<https://a.example/&copy%3B>" },
    { "brackets", "https://a.example/[b]|", "<https://a.example/%5Bb%5D%7C>" },
};

static void test_links(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        g_autofree char *link = markdown_link(links[i].url);
        g_test_message("%s", links[i].name);
        g_assert_cmpstr(link, ==, links[i].link);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/markdown-escape/each-mark-of-markdown", test_rows);
    g_test_add_func("/brief/markdown-escape/an-escaped-text-reads-as-itself",
                    test_an_escaped_text_reads_as_itself);
    g_test_add_func("/brief/markdown-escape/lines-are-joined-by-hard-breaks",
                    test_lines_are_joined_by_hard_breaks);
    g_test_add_func("/brief/markdown-escape/links-are-encoded", test_links);
    return g_test_run();
}
