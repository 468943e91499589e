// SPDX-License-Identifier: Apache-2.0
// Every hostile text (tests/data/hostile-strings.txt) in every place that takes one: each format is read
// back and has the parts that it has with a harmless text, no more and no fewer.
#include "fp-text.h"
#include "situation.h"
#include "yajl/yajl_tree.h"
#include <string.h>

static GPtrArray *read_strings(void)
{
    g_autofree char *path = g_build_filename(g_getenv("FINGERPOST_SOURCE_ROOT"), "tests", "data",
                                             "hostile-strings.txt", NULL);
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; lines[i] != NULL; i++) {
        bool is_comment = i < 2; // the file's head; a heading of Markdown begins like one
        if (!is_comment && *lines[i] != '\0')
            g_ptr_array_add(strings, g_strcompress(lines[i]));
    }
    g_assert_cmpuint(strings->len, >, 60);
    return strings;
}

/* A brief all of whose texts that others write are one text. */
typedef struct {
    FpBrief brief;
    FpBriefReason *reasons;
    FpBriefCondition *conditions;
    FpBriefStep *steps;
    FpBriefStop *stops;
    FpBriefAccess *access;
    FpBriefAnswer *answers;
    FpBriefSource *sources;
    FpFactSource source;
    FpFactSourceRef ref;
} Filled;

#define COPY(from, n) g_memdup2((from), (n) * sizeof *(from))

static void fill_tree_texts(Filled *filled, const char *text)
{
    FpBrief *brief = &filled->brief;
    filled->reasons = COPY(brief->reasons, brief->n_reasons);
    for (size_t i = 0; i < brief->n_reasons; i++) {
        filled->reasons[i].outcome = filled->reasons[i].because = text;
        if (filled->reasons[i].question != NULL)
            filled->reasons[i].question = filled->reasons[i].answer = text;
    }
    filled->conditions = COPY(brief->conditions, brief->n_conditions);
    for (size_t i = 0; i < brief->n_conditions; i++) {
        filled->conditions[i].title = text;
        filled->conditions[i].how = filled->conditions[i].owner = text;
    }
    filled->stops = COPY(brief->dataflow, brief->n_dataflow);
    for (size_t i = 0; i < brief->n_dataflow; i++)
        filled->stops[i].at = filled->stops[i].run_by = text;
    filled->access = COPY(brief->access, brief->n_access);
    for (size_t i = 0; i < brief->n_access; i++)
        filled->access[i].who = filled->access[i].to = text;
    brief->reasons = filled->reasons;
    brief->conditions = filled->conditions;
    brief->dataflow = filled->stops;
    brief->access = filled->access;
    brief->outcome = brief->outcome_summary = text;
}

static void fill_typed_texts(Filled *filled, const char *text)
{
    FpBrief *brief = &filled->brief;
    brief->title = brief->headline = brief->sureness = brief->note = brief->decided = text;
    brief->organisation = brief->who = brief->chosen = text;
    brief->is_decided_otherwise = true;
    filled->answers = COPY(brief->answers, brief->n_answers);
    for (size_t i = 0; i < brief->n_answers; i++) {
        filled->answers[i].question = filled->answers[i].note = text;
        filled->answers[i].who = filled->answers[i].by = text;
    }
    filled->steps = COPY(brief->next_steps, brief->n_next_steps);
    for (size_t i = 0; i < brief->n_next_steps; i++)
        filled->steps[i].what = filled->steps[i].owner = text;
    brief->answers = filled->answers;
    brief->next_steps = filled->steps;
}

static void fill_sources(Filled *filled, const char *text)
{
    FpBrief *brief = &filled->brief;
    filled->source = *brief->sources[0].refs[0].source;
    filled->source.title = filled->source.publisher = text;
    filled->source.url = text;
    filled->ref = brief->sources[0].refs[0];
    filled->ref.source = &filled->source;
    filled->ref.locator = text;
    filled->sources = COPY(brief->sources, brief->n_sources);
    for (size_t i = 0; i < brief->n_sources; i++) {
        filled->sources[i].claim = text;
        filled->sources[i].refs = &filled->ref;
        filled->sources[i].n_refs = 1;
    }
    brief->sources = filled->sources;
}

static Filled *filled_new(const FpBrief *brief, const char *text)
{
    Filled *filled = g_new0(Filled, 1);
    filled->brief = *brief;
    fill_tree_texts(filled, text);
    fill_typed_texts(filled, text);
    fill_sources(filled, text);
    return filled;
}

static void filled_free(Filled *filled)
{
    g_free(filled->reasons);
    g_free(filled->conditions);
    g_free(filled->steps);
    g_free(filled->stops);
    g_free(filled->access);
    g_free(filled->answers);
    g_free(filled->sources);
    g_free(filled);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filled, filled_free)

static char *render(const char *format, const FpBrief *brief)
{
    const FpBriefLook look = { .paper = FP_PAPER_A4 };
    g_autoptr(GBytes) bytes = fp_brief_render(fp_brief_renderer_find(format), brief, &look, NULL);
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* The tags of a page with their attributes, by HTML's own rules for where a tag ends. Links go: which
 * text is an address of the web is not of interest here, but that each is one of http. */
static char *tags_of(const char *page)
{
    GString *tags = g_string_new(NULL);
    for (const char *at = strchr(page, '<'); at != NULL; at = strchr(at, '<')) {
        char quote = '\0';
        const char *end = at + 1;
        for (; *end != '\0' && (quote != '\0' || *end != '>'); end++) {
            if (quote != '\0')
                quote = *end == quote ? '\0' : quote;
            else if (*end == '"' || *end == '\'')
                quote = *end;
        }
        g_assert_cmpint(*end, ==, '>');
        g_autofree char *tag = g_strndup(at, (gsize)(end + 1 - at));
        bool is_link = g_str_has_prefix(tag, "<a href=\"h") || strcmp(tag, "</a>") == 0;
        g_assert_true(!g_str_has_prefix(tag, "<a ") || is_link ||
                      strstr(tag, "\"#source-") != NULL);
        // The picture's lines are broken by their words' widths, as clamps are counted.
        bool is_measured = strstr(tag, "clamp") != NULL || g_str_has_prefix(tag, "<text") ||
                           g_str_has_prefix(tag, "</text") || g_str_has_prefix(tag, "<rect") ||
                           g_str_has_prefix(tag, "<path") || g_str_has_prefix(tag, "<svg");
        if (!is_link && !is_measured)
            g_string_append(tags, tag);
        at = end;
    }
    return g_string_free(tags, FALSE);
}

/* The whole brief's part of the page: what the printed plan shows depends on lengths. */
static char *screen_tags(const FpBrief *brief)
{
    g_autofree char *page = render("html", brief);
    g_autofree char *all = tags_of(page);
    char *plan = strstr(all, "<div class=\"sheet");
    g_assert_nonnull(plan);
    return g_strndup(all, (gsize)(plan - all));
}

static void assert_html(const FpBrief *brief, const char *expected, const char *text)
{
    g_autofree char *tags = screen_tags(brief);
    g_autofree char *page = render("html", brief);
    g_autofree char *shown = fp_text_printable(text, -1, FP_PRINT_ONE_LINE);
    g_autofree char *escaped = g_markup_escape_text(shown, -1);
    g_autofree char *headline = g_strdup_printf("<h1>%s</h1>", escaped);
    g_assert_cmpstr(tags, ==, expected);
    g_assert_nonnull(strstr(page, headline));
}

static void assert_json(const FpBrief *brief)
{
    const char *key[] = { "headline", NULL };
    g_autofree char *text = render("json", brief);
    char fault[256];
    yajl_val root = yajl_tree_parse(text, fault, sizeof fault);
    if (root == NULL)
        g_error("%s", fault);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    g_assert_nonnull(yajl_tree_get(root, key, yajl_t_string));
    yajl_tree_free(root);
}

static bool is_number(const char *cell)
{
    size_t n_digits = strspn(*cell == '-' ? cell + 1 : cell, "0123456789");
    return n_digits > 0 && (*cell == '-' ? cell + 1 : cell)[n_digits] == '\0';
}

static void assert_cell(const GString *cell)
{
    if (cell->len > 0 && !is_number(cell->str))
        g_assert_null(strchr("=+-@\t\r\n", cell->str[0]));
}

/* RFC 4180: rows of as many cells each, read with their quotes. */
static void assert_csv(const FpBrief *brief)
{
    g_autofree char *table = render("csv", brief);
    g_autoptr(GString) cell = g_string_new(NULL);
    size_t n_cells = 1;
    bool is_quoted = false;
    for (const char *at = table; *at != '\0'; at++) {
        if (*at == '"' && is_quoted && at[1] == '"')
            g_string_append_c(cell, *at++);
        else if (*at == '"')
            is_quoted = !is_quoted;
        else if (is_quoted || (*at != ',' && *at != '\r' && *at != '\n'))
            g_string_append_c(cell, *at);
        else if (*at != '\r') {
            assert_cell(cell);
            g_string_truncate(cell, 0);
            g_assert_true(*at == ',' || n_cells == 11);
            n_cells = *at == ',' ? n_cells + 1 : 1;
        }
    }
    g_assert_false(is_quoted);
}

static void assert_printable(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c != '\n' && c != '\r' && fp_text_is_forbidden(c))
            g_error("U+%04X", c);
        g_assert_true(c == '\n' || c == '\r' || !g_unichar_iscntrl(c));
    }
}

/* How the lines of a record start. A note keeps its lines, so it is left out. */
static char *outline(const FpBrief *brief)
{
    FpBrief without_notes = *brief;
    g_autofree FpBriefAnswer *answers = COPY(brief->answers, brief->n_answers);
    for (size_t i = 0; i < brief->n_answers; i++)
        answers[i].note = NULL;
    without_notes.answers = answers;
    without_notes.note = without_notes.decided = NULL;
    g_autofree char *page = render("md", &without_notes);
    GString *kinds = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++) {
        const char *line = lines[i];
        g_string_append_c(kinds, strchr("#*- ", *line) != NULL ? *line
                                 : g_ascii_isdigit(*line)      ? 'n'
                                                               : 'p');
    }
    return g_string_free(kinds, FALSE);
}

static void assert_pdf(const FpBrief *brief)
{
    const FpBriefLook look = { .paper = FP_PAPER_LETTER };
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = fp_brief_to_pdf(brief, &look, &error);
    g_assert_no_error(error);
    gsize n = g_bytes_get_size(bytes);
    const char *data = g_bytes_get_data(bytes, NULL);
    g_assert_true(n > 1000 && memcmp(data, "%PDF", 4) == 0);
    g_assert_null(memmem(data, n, "/JavaScript", 11));
    g_assert_null(memmem(data, n, "javascript:", 11));
}

static void test_every_text_comes_out_as_text(void)
{
    g_autoptr(GPtrArray) strings = read_strings();
    g_autoptr(Situation) situation =
        situation_analysed(NULL, "water=high load=cart,barrow,stones depth=unknown night=no");
    g_autoptr(Filled) harmless = filled_new(situation->brief, "x");
    g_autofree char *tags = screen_tags(&harmless->brief);
    g_autofree char *lines = outline(&harmless->brief);
    for (guint i = 0; i < strings->len; i++) {
        const char *text = g_ptr_array_index(strings, i);
        g_autoptr(Filled) filled = filled_new(situation->brief, text);
        g_autofree char *page = render("text", &filled->brief);
        g_autofree char *record = render("md", &filled->brief);
        g_autofree char *got = outline(&filled->brief);
        g_test_message("%u", i);
        assert_printable(page);
        assert_printable(record);
        g_assert_cmpstr(got, ==, lines);
        assert_html(&filled->brief, tags, text);
        assert_json(&filled->brief);
        assert_csv(&filled->brief);
        if (i % 4 == 0)
            assert_pdf(&filled->brief);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/hostile/every-text-comes-out-as-text",
                    test_every_text_comes_out_as_text);
    return g_test_run();
}
