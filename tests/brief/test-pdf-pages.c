// SPDX-License-Identifier: Apache-2.0
// Random sessions on both papers, each page held against all that is promised of pages. FINGERPOST_PAGES is
// how many sessions; `./dev soak` takes many.
#include "fp-brief-pdf.h"
#include "pdf-check.h"
#include "pdf-loader.h"
#include "pdf-session.h"
#include "situation.h"
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SESSIONS_QUICK 24
/* One page in so many goes through qpdf, which takes longer than all else. */
#define QPDF_EVERY 16

static GBytes *draw(const FpBrief *brief, FpPaper paper)
{
    g_autoptr(GError) error = NULL;
    GBytes *bytes = fp_brief_to_pdf(brief, &(FpBriefLook) { .paper = paper }, &error);
    g_assert_no_error(error);
    return bytes;
}

static void check_with_qpdf(GBytes *bytes)
{
    g_autofree char *path = g_strdup_printf("%s/page-%d.pdf", g_get_tmp_dir(), (int)getpid());
    g_autofree char *qpdf = g_find_program_in_path("qpdf");
    g_autofree char *said = NULL;
    const char *const argv[] = { qpdf, "--check", path, NULL };
    int status = -1;
    g_assert_nonnull(qpdf);
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(bytes, NULL),
                                      (gssize)g_bytes_get_size(bytes), NULL));
    g_assert_true(g_spawn_sync(NULL, (char **)(void *)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                               NULL, &said, NULL, &status, NULL));
    g_assert_cmpint(status, ==, 0);
    remove(path);
}

/* The page that is being checked, to be looked at where the check fails. */
static void keep(GBytes *bytes)
{
    const char *path = g_getenv("FINGERPOST_PAGE_FILE");
    if (path != NULL)
        g_file_set_contents(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes),
                            NULL);
}

static void check_paper(const FpBrief *brief, FpPaper paper, bool with_qpdf)
{
    static const struct {
        double width_pt, height_pt;
    } sizes[] = { [FP_PAPER_A4] = { 595.276, 841.89 }, [FP_PAPER_LETTER] = { 612, 792 } };
    g_autoptr(GBytes) bytes = draw(brief, paper);
    keep(bytes);
    g_autoptr(GBytes) again = draw(brief, paper);
    g_assert_true(g_bytes_equal(bytes, again));
    const FpPlanSurface surface = { .height_pt = sizes[paper].height_pt,
                                    .can_show = pdf_module_load(NULL)->can_show };
    g_autoptr(FpBriefPlan) plan =
        fp_brief_plan_new(brief, &(FpBriefLook) { .paper = paper }, &surface);
    pdf_check(&(PdfChecked) { .bytes = bytes,
                              .plan = plan,
                              .width_pt = sizes[paper].width_pt,
                              .height_pt = sizes[paper].height_pt });
    if (with_qpdf)
        check_with_qpdf(bytes);
}

static void test_every_page_keeps_its_promises(void)
{
    const char *wanted = g_getenv("FINGERPOST_PAGES");
    int n = wanted != NULL ? atoi(wanted) : SESSIONS_QUICK;
    const char *first = g_getenv("FINGERPOST_PAGES_FROM");
    for (int i = first != NULL ? atoi(first) : 0; i < n; i++) {
        g_autoptr(GRand) random = g_rand_new_with_seed((guint32)i);
        g_autoptr(PdfSession) session = pdf_session_new(random);
        g_test_message("session %d", i);
        for (FpPaper paper = FP_PAPER_A4; paper <= FP_PAPER_LETTER; paper++)
            check_paper(session->brief, paper, i % QPDF_EVERY == 0);
    }
}

/* Written as it is, this address would end the link and begin a script. */
static void test_an_address_stays_an_address(void)
{
    g_autoptr(Situation) situation = situation_new("water=high load=cart depth=deep night=no");
    FpBriefSource *source = (FpBriefSource *)situation->brief->sources;
    FpFactSource told = *source->refs[0].source;
    FpFactSourceRef ref = { .source = &told };
    told.url = "https://a.example/x) /S /JavaScript /JS (app.alert(1)";
    source->refs = &ref;
    source->n_refs = 1;
    for (FpPaper paper = FP_PAPER_A4; paper <= FP_PAPER_LETTER; paper++)
        check_paper(situation->brief, paper, true);
}

static void test_properties_tell_nothing_that_is_left_out(void)
{
    g_autoptr(Situation) situation = situation_with_a_phrase();
    for (unsigned redact = 0; redact < 8; redact++) {
        const FpBriefInput input = { .sheet = situation->sheet,
                                     .verdict = situation->verdict,
                                     .as_of = { .year = 2026, .month = 11, .day = 24 },
                                     .who = "AUTHOR",
                                     .redact = redact };
        g_autoptr(FpBrief) brief = fp_brief_new(&input);
        g_autoptr(GBytes) bytes = draw(brief, FP_PAPER_A4);
        g_autofree char *properties = pdf_read_properties(bytes);
        g_assert_nonnull(strstr(properties, "Walk over the bridge"));
        g_assert_cmpint(strstr(properties, "PHRASE") == NULL, ==,
                        (redact & FP_BRIEF_REDACT_ANSWERS) != 0);
        g_assert_cmpint(strstr(properties, "AUTHOR") == NULL, ==,
                        (redact & FP_BRIEF_REDACT_WHO) != 0);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    g_autofree char *build = g_path_get_dirname(g_getenv("G_TEST_BUILDDIR"));
    g_autofree char *catalogues = g_build_filename(build, "po", NULL);
    bindtextdomain("fingerpost", catalogues);
    bind_textdomain_codeset("fingerpost", "UTF-8");
    textdomain("fingerpost");
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/brief/pdf/every-page-keeps-its-promises", test_every_page_keeps_its_promises);
    g_test_add_func("/brief/pdf/an-address-stays-an-address", test_an_address_stays_an_address);
    g_test_add_func("/brief/pdf/properties-tell-nothing-that-is-left-out",
                    test_properties_tell_nothing_that_is_left_out);
    return g_test_run();
}
