// SPDX-License-Identifier: Apache-2.0
// The module is sought in the build folder that the program runs from, beside the program, and where
// it was configured to be installed; once loaded it stays.
#include "fp-brief-pdf.h"
#include "fp-error.h"
#include "fp-i18n.h"
#include "pdf-loader.h"
#include <gmodule.h>

/* How far above the program a build folder may begin. */
enum { BUILD_DEPTH_MAX = 3 };

static char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program != NULL ? g_path_get_dirname(program) : NULL;
}

/* Of a build folder at or above a folder; NULL where there is none. */
static char *find_in_build(const char *folder)
{
    g_autofree char *at = g_strdup(folder);
    for (int depth = 0; depth < BUILD_DEPTH_MAX; depth++) {
        g_autofree char *mark = g_build_filename(at, "build.ninja", NULL);
        g_autofree char *module = g_build_filename(at, "src/brief/pdf", PDF_MODULE_FILE, NULL);
        if (g_file_test(mark, G_FILE_TEST_IS_REGULAR) && g_file_test(module, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&module);
        char *above = g_path_get_dirname(at);
        g_free(at);
        at = above;
    }
    return NULL;
}

static char *find_module(void)
{
    g_autofree char *folder = program_folder();
    char *in_build = folder != NULL ? find_in_build(folder) : NULL;
    if (in_build != NULL)
        return in_build;
    g_autofree char *beside =
        folder != NULL ? g_build_filename(folder, "../lib/fingerpost", PDF_MODULE_FILE, NULL)
                       : NULL;
    if (beside != NULL && g_file_test(beside, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&beside);
    return g_build_filename(FP_MODULE_FOLDER, PDF_MODULE_FILE, NULL);
}

const PdfModule *pdf_module_load(GError **error)
{
    static gpointer loaded;
    if (loaded != NULL)
        return loaded;
    g_autofree char *path = find_module();
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, FP_ERROR, FP_ERROR_NOT_FOUND,
                    _("the module for PDF is not installed ('%s'); export as html and print that"),
                    path);
        return NULL;
    }
    GModule *module = g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (module == NULL || !g_module_symbol(module, PDF_MODULE_SYMBOL, &loaded)) {
        g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot use the module for PDF: %s"),
                    g_module_error());
        return NULL;
    }
    g_module_make_resident(module);
    return loaded;
}

GBytes *fp_brief_to_pdf(const FpBrief *brief, const FpBriefLook *look, GError **error)
{
    static const PdfPaper papers[] = {
        [FP_PAPER_A4] = { 595.276, 841.89 },
        [FP_PAPER_LETTER] = { 612, 792 },
    };
    const PdfModule *module = pdf_module_load(error);
    if (module == NULL)
        return NULL;
    const FpPlanSurface surface = { .height_pt = papers[look->paper].height_pt,
                                    .can_show = module->can_show };
    g_autoptr(FpBriefPlan) plan = fp_brief_plan_new(brief, look, &surface);
    g_autofree char *fault = NULL;
    GBytes *bytes = module->draw(plan, papers[look->paper], &fault);
    if (bytes == NULL)
        g_set_error(error, FP_ERROR, FP_ERROR_IO, _("cannot draw the page: %s"), fault);
    return bytes;
}
