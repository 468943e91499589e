// SPDX-License-Identifier: Apache-2.0
#include "html-page.h"
#include "situation.h"
#include <string.h>

static char *render(const FpBrief *brief)
{
    return fp_brief_renderer_find("html")->render_look(brief, &(FpBriefLook) { .logo = NULL });
}

static void test_foreign_text_stays_text(void)
{
    g_autofree char *escaped = html_escape("<script>alert(\"x\")</script> & 'so'\n\033[2J");
    g_assert_cmpstr(escaped, ==,
                    "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &apos;so&apos; "
                    "&lt;U+001B&gt;[2J");
}

static const struct {
    const char *url, *link;
} links[] = {
    { "https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f" },
    { "https://example.org/\" onclick=\"x", "https://example.org/%22%20onclick=%22x" },
    { "https://example.org/a) /S /JavaScript /JS (x",
      "https://example.org/a%29%20/S%20/JavaScript%20/JS%20%28x" },
    { "https://example.org/ü", "https://example.org/%C3%BC" },
    { "javascript:alert(1)", NULL },
    { NULL, NULL },
};

static void test_links_are_web_addresses_alone(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        g_autofree char *link = html_link(links[i].url);
        g_assert_cmpstr(link, ==, links[i].link);
    }
}

static void test_a_page_asks_for_nothing_from_elsewhere(void)
{
    static const char *const forbidden[] = {
        "<script", "<link", "<img", "@import", "url(", "src="
    };
    g_autoptr(Situation) situation = situation_analysed(NULL, "load=cart,stones");
    g_autofree char *page = render(situation->brief);
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
        g_assert_null(strstr(page, forbidden[i]));
}

/* What is read out in place of a part is there to be read. */
static void test_every_label_is_there(void)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, "water=still load=cart depth=deep");
    g_autofree char *page = render(situation->brief);
    size_t n = 0;
    for (const char *at = page; (at = strstr(at, "aria-labelledby=\"")) != NULL; at++, n++) {
        const char *begin = at + strlen("aria-labelledby=\"");
        g_autofree char *ids = g_strndup(begin, strcspn(begin, "\""));
        g_auto(GStrv) each = g_strsplit(ids, " ", -1);
        for (size_t i = 0; each[i] != NULL; i++) {
            g_autofree char *label = g_strdup_printf("id=\"%s\"", each[i]);
            g_assert_nonnull(strstr(page, label));
        }
    }
    g_assert_cmpuint(n, >, 0);
    g_assert_nonnull(strstr(page, "<svg"));
}

static void test_every_cite_leads_to_a_source(void)
{
    g_autoptr(Situation) situation = situation_analysed(NULL, "load=cart,stones water=high");
    g_autofree char *page = render(situation->brief);
    size_t n = 0;
    for (const char *at = page; (at = strstr(at, "href=\"#source-")) != NULL; at++, n++) {
        g_autofree char *id = g_strndup(at + strlen("href=\"#"), strcspn(at + 7, "\""));
        g_autofree char *anchor = g_strdup_printf("id=\"%s\"", id);
        g_assert_nonnull(strstr(page, anchor));
    }
    g_assert_cmpuint(n, >, 0);
}

/* Tags close in the order in which they opened; void elements apart. */
static void assert_balanced(const char *page)
{
    static const char *const voids[] = { "meta", "br", "!DOCTYPE", "rect/", "path/" };
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
    for (const char *at = page; (at = strchr(at, '<')) != NULL; at++) {
        g_autofree char *tag = g_strndup(at + 1, strcspn(at + 1, " >"));
        bool is_void =
            g_str_has_suffix(tag, "/") || g_str_equal(tag, "rect") || g_str_equal(tag, "path");
        for (size_t i = 0; i < G_N_ELEMENTS(voids); i++)
            is_void |= g_str_equal(tag, voids[i]);
        if (*tag == '/') {
            g_assert_cmpuint(open->len, >, 0);
            g_assert_cmpstr(tag + 1, ==, g_ptr_array_index(open, open->len - 1));
            g_ptr_array_remove_index(open, open->len - 1);
        } else if (!is_void) {
            g_ptr_array_add(open, g_strdup(tag));
        }
    }
    g_assert_cmpuint(open->len, ==, 0);
}

static void test_texts_of_any_kind_leave_the_page_whole(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int i = 0; i < 20; i++) {
        g_autofree char *yaml = situation_yaml_random(random);
        g_autoptr(Situation) situation =
            situation_analysed(yaml, "water=high load=cart,barrow,stones depth=deep night=unknown");
        g_autofree char *page = render(situation->brief);
        assert_balanced(page);
        g_assert_null(strstr(page, "\033"));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/html/foreign-text-stays-text", test_foreign_text_stays_text);
    g_test_add_func("/brief/html/links-are-web-addresses-alone",
                    test_links_are_web_addresses_alone);
    g_test_add_func("/brief/html/a-page-asks-for-nothing-from-elsewhere",
                    test_a_page_asks_for_nothing_from_elsewhere);
    g_test_add_func("/brief/html/every-label-is-there", test_every_label_is_there);
    g_test_add_func("/brief/html/every-cite-leads-to-a-source", test_every_cite_leads_to_a_source);
    g_test_add_func("/brief/html/texts-of-any-kind-leave-the-page-whole",
                    test_texts_of_any_kind_leave_the_page_whole);
    return g_test_run();
}
