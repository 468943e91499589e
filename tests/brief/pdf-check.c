// SPDX-License-Identifier: Apache-2.0
#include "pdf-check.h"
#include <poppler.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

static void check_size(PopplerPage *page, const PdfChecked *checked)
{
    double width, height;
    poppler_page_get_size(page, &width, &height);
    g_assert_cmpfloat_with_epsilon(width, checked->width_pt, 0.01);
    g_assert_cmpfloat_with_epsilon(height, checked->height_pt, 0.01);
}

/* Of a character, without what faces add above, below and beside it. */
static PopplerRectangle core_of(const PopplerRectangle *box)
{
    double height = box->y2 - box->y1, width = box->x2 - box->x1;
    return (PopplerRectangle) { .x1 = box->x1 + MIN(0.8, width / 4),
                                .x2 = box->x2 - MIN(0.8, width / 4),
                                .y1 = box->y1 + height * 0.35,
                                .y2 = box->y2 - height * 0.3 };
}

static void check_margins(const PopplerRectangle *boxes, guint n, const PdfChecked *checked)
{
    double left = (checked->width_pt - FP_PLAN_WIDTH_PT) / 2 + FP_PLAN_MARGIN_PT - 1;
    for (guint i = 0; i < n; i++) {
        PopplerRectangle core = core_of(&boxes[i]);
        g_assert_cmpfloat(core.x1, >=, left);
        g_assert_cmpfloat(core.x2, <=, checked->width_pt - left);
        g_assert_cmpfloat(core.y1, >=, FP_PLAN_MARGIN_PT - 1);
        g_assert_cmpfloat(core.y2, <=, checked->height_pt - FP_PLAN_MARGIN_PT + 1);
    }
}

typedef struct {
    PopplerRectangle core;
    guint place; /* in the text */
} Placed;

static int compare_tops(const void *a, const void *b)
{
    const Placed *first = a, *second = b;
    return (first->core.y1 > second->core.y1) - (first->core.y1 < second->core.y1);
}

/* Marks stand on their letters, at most eight of them, and letters of a ligature share a box. */
#define NEIGHBOURS 10

static bool are_on_each_other(const Placed *a, const Placed *b)
{
    guint apart = a->place > b->place ? a->place - b->place : b->place - a->place;
    return apart > NEIGHBOURS && a->core.x1 < b->core.x2 && b->core.x1 < a->core.x2 &&
           a->core.y1 < b->core.y2 && b->core.y1 < a->core.y2;
}

static void check_disjoint(const PopplerRectangle *boxes, guint n, const char *text)
{
    g_autofree Placed *placed = g_new(Placed, n + 1);
    for (guint i = 0; i < n; i++)
        placed[i] = (Placed) { .core = core_of(&boxes[i]), .place = i };
    qsort(placed, n, sizeof *placed, compare_tops);
    for (guint i = 0; i < n; i++) {
        for (guint k = i + 1; k < n && placed[k].core.y1 < placed[i].core.y2; k++) {
            if (are_on_each_other(&placed[i], &placed[k]))
                g_error("characters %u and %u stand on each other at %.1f, %.1f: %s",
                        placed[i].place, placed[k].place, placed[i].core.x1, placed[i].core.y1,
                        text);
        }
    }
}

static void check_text(PopplerPage *page, const PdfChecked *checked)
{
    g_autofree char *text = poppler_page_get_text(page);
    g_autofree PopplerRectangle *boxes = NULL;
    guint n = 0;
    g_assert_true(poppler_page_get_text_layout(page, &boxes, &n));
    g_assert_cmpuint(n, >, 40);
    check_margins(boxes, n, checked);
    check_disjoint(boxes, n, text);
}

static void check_fonts(PopplerDocument *document)
{
    PopplerFontInfo *info = poppler_font_info_new(document);
    PopplerFontsIter *fonts;
    g_assert_true(poppler_font_info_scan(info, 1, &fonts));
    do {
        if (!poppler_fonts_iter_is_embedded(fonts))
            g_error("the face '%s' is not in the file", poppler_fonts_iter_get_name(fonts));
    } while (poppler_fonts_iter_next(fonts));
    poppler_fonts_iter_free(fonts);
    g_object_unref(info);
}

/* Letters and digits of ASCII alone: what stands between them is up to the faces. */
static void append_plain(GString *plain, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        if (g_ascii_isalnum(*text))
            g_string_append_c(plain, *text);
    }
}

/* All text in the order of the file's content. (Poppler's reader of tags ends a paragraph where a part of
 * it has a tag of its own, as cairo tags spaces at the ends of lines.) */
static char *read_content(const PdfChecked *checked)
{
    g_autofree char *path = g_strdup_printf("%s/text-%d.pdf", g_get_tmp_dir(), (int)getpid());
    const char *const argv[] = { "pdftotext", "-raw", path, "-", NULL };
    char *text = NULL;
    int status = -1;
    g_autoptr(GError) error = NULL;
    g_file_set_contents(path, g_bytes_get_data(checked->bytes, NULL),
                        (gssize)g_bytes_get_size(checked->bytes), &error);
    g_assert_no_error(error);
    g_spawn_sync(NULL, (char **)(void *)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                 &status, &error);
    g_assert_no_error(error);
    g_assert_cmpint(status, ==, 0);
    remove(path);
    return text;
}

static const char *find_on(const char *from, const char *text)
{
    g_autoptr(GString) wanted = g_string_new(NULL);
    append_plain(wanted, text);
    const char *found = strstr(from, wanted->str);
    if (found == NULL)
        g_error("'%s' does not stand at its place in the text, after this: %.300s", text, from);
    return found + wanted->len;
}

static bool is_plain(const char *text)
{
    return text != NULL && g_str_is_ascii(text);
}

/* Hebrew, Arabic and their like: where such text is, the order of a paragraph is not promised. */
static bool has_right_to_left(const char *text)
{
    for (; text != NULL && *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if ((c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFF00))
            return true;
    }
    return false;
}

static bool is_left_to_right(const FpPlanItem *item)
{
    return !has_right_to_left(item->strong) && !has_right_to_left(item->text) &&
           !has_right_to_left(item->note);
}

/* The reading order of the file is the plan's. */
static void check_order(const PdfChecked *checked)
{
    const FpBriefPlan *plan = checked->plan;
    g_autofree char *text = read_content(checked);
    g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC); // ligatures apart
    g_autoptr(GString) plain = g_string_new(NULL);
    append_plain(plain, composed);
    const char *at = plain->str;
    for (size_t i = 0; i < plan->n_slots; i++) {
        const FpPlanSlot *slot = &plan->slots[i];
        at = is_plain(slot->heading) ? find_on(at, slot->heading) : at;
        for (size_t k = 0; k < slot->n_items; k++) {
            const FpPlanItem *item = &slot->items[k];
            if (!is_left_to_right(item))
                continue;
            at = is_plain(item->strong) ? find_on(at, item->strong) : at;
            at = is_plain(item->text) ? find_on(at, item->text) : at;
        }
    }
}

static void check_links(PopplerPage *page)
{
    GList *links = poppler_page_get_link_mapping(page);
    for (GList *at = links; at != NULL; at = at->next) {
        const PopplerLinkMapping *link = at->data;
        g_assert_cmpint(link->action->type, ==, POPPLER_ACTION_URI);
        const char *uri = link->action->uri.uri;
        g_assert_true(g_str_has_prefix(uri, "http://") || g_str_has_prefix(uri, "https://"));
        g_assert_null(strpbrk(uri, "()<>\\\"' "));
    }
    poppler_page_free_link_mapping(links);
}

static void assert_told(char *told, const char *wanted)
{
    g_autofree char *owned = told;
    g_assert_cmpstr(owned, ==, wanted);
}

static void check_properties(PopplerDocument *document, const PdfChecked *checked)
{
    assert_told(poppler_document_get_title(document), checked->plan->title);
    assert_told(poppler_document_get_author(document), checked->plan->author);
    g_autofree char *subject = poppler_document_get_subject(document);
    g_assert_nonnull(subject);
    g_autoptr(GDateTime) made = poppler_document_get_creation_date_time(document);
    g_assert_nonnull(made);
    g_autofree char *day = g_date_time_format(made, "%Y-%m-%d");
    g_assert_true(g_str_has_prefix(checked->plan->created, day));
    g_autofree char *language = g_strdup_printf("/Lang (%s)", checked->plan->language);
    size_t n_bytes;
    const char *data = g_bytes_get_data(checked->bytes, &n_bytes);
    g_assert_nonnull(memmem(data, n_bytes, language, strlen(language)));
}

char *pdf_read_properties(GBytes *bytes)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(PopplerDocument) document = poppler_document_new_from_bytes(bytes, NULL, &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    char *told[] = { poppler_document_get_title(document), poppler_document_get_author(document),
                     poppler_document_get_subject(document),
                     poppler_document_get_keywords(document) };
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        g_string_append_printf(text, "%s\n", told[i] != NULL ? told[i] : "");
        g_free(told[i]);
    }
    return g_string_free(text, FALSE);
}

void pdf_check(const PdfChecked *checked)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(PopplerDocument) document =
        poppler_document_new_from_bytes(checked->bytes, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpint(poppler_document_get_n_pages(document), ==, 1);
    g_assert_false(poppler_document_has_javascript(document));
    g_autoptr(PopplerPage) page = poppler_document_get_page(document, 0);
    check_size(page, checked);
    check_text(page, checked);
    check_fonts(document);
    check_order(checked);
    check_links(page);
    check_properties(document, checked);
}
