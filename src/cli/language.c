// SPDX-License-Identifier: Apache-2.0
// gettext goes by LANGUAGE, but not in the locale "C": there LC_MESSAGES is lent one that has UTF-8.
#include "language.h"

#include <locale.h>
#include <stdbool.h>
#include <string.h>

#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-paths.h"

/* What the texts in the sources are written in. */
#define SOURCE_LANGUAGE "en"

struct FpLanguage {
    char *name;        /* the translation's folder: "de", "pt_BR" */
    char *tag;         /* the same as a tag: "pt-BR" */
    const char *lent;  /* the locale in which it is chosen */
    char *was_locale;  /* what to go back to; NULL while it has not begun */
    char *was_setting; /* of LANGUAGE; NULL: unset */
};

void fp_language_free(FpLanguage *language)
{
    if (language == NULL)
        return;
    fp_language_end(language);
    g_free(language->name);
    g_free(language->tag);
    g_free(language);
}

const char *fp_language_tag(const FpLanguage *language)
{
    return language->tag;
}

// Letters, then parts of letters and digits: nothing that leads to another folder.
static bool is_tag(const char *tag)
{
    return g_regex_match_simple("^[a-z]{2,8}([-_][a-z0-9]{1,8})*$", tag,
                                G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY, 0);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// The folders of translations and the sources' own language, sorted. Owned.
static GPtrArray *list_names(void)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *folder = fp_paths_locale_folder();
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    g_ptr_array_add(names, g_strdup(SOURCE_LANGUAGE));
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *file =
            g_build_filename(folder, name, "LC_MESSAGES", "fingerpost.mo", NULL);
        if (strcmp(name, SOURCE_LANGUAGE) != 0 && g_file_test(file, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

// The tag without its last part, until a name is the same: RFC 4647, lookup.
static const char *look_up(const GPtrArray *names, const char *tag)
{
    g_autofree char *range = g_strdelimit(g_strdup(tag), "-", '_');
    for (;;) {
        for (guint i = 0; i < names->len; i++)
            if (g_ascii_strcasecmp(names->pdata[i], range) == 0)
                return names->pdata[i];
        char *last = strrchr(range, '_');
        if (last == NULL)
            return NULL;
        *last = '\0';
    }
}

static void refuse_tag(const char *tag, GPtrArray *names, GError **error)
{
    g_autofree char *shown = fp_error_quote(tag);
    g_ptr_array_add(names, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    g_set_error(error, FP_ERROR, FP_ERROR_BAD_INPUT,
                _("there is no translation for '%s'; choose one with --lang: %s"), shown, all);
}

// A locale in which gettext heeds LANGUAGE: the first of these that is installed; NULL for none.
static const char *find_locale(const char *name)
{
    static const char *const usual[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "de_DE.UTF-8" };
    if (strcmp(name, SOURCE_LANGUAGE) == 0)
        return "C"; // no translation at all
    g_autofree char *was = g_strdup(setlocale(LC_MESSAGES, NULL));
    const char *found = NULL;
    for (size_t i = 0; found == NULL && i < G_N_ELEMENTS(usual); i++)
        found = setlocale(LC_MESSAGES, usual[i]) != NULL ? usual[i] : NULL;
    setlocale(LC_MESSAGES, was);
    return found;
}

FpLanguage *fp_language_find(const char *tag, GError **error)
{
    g_autoptr(GPtrArray) names = list_names();
    const char *name = is_tag(tag) ? look_up(names, tag) : NULL;
    if (name == NULL) {
        refuse_tag(tag, names, error);
        return NULL;
    }
    const char *locale = find_locale(name);
    if (locale == NULL) {
        g_set_error(
            error, FP_ERROR, FP_ERROR_NOT_FOUND,
            _("this system has no locale in which --lang can choose '%s'; install C.UTF-8 or "
              "en_US.UTF-8"),
            name);
        return NULL;
    }
    FpLanguage *language = g_new(FpLanguage, 1);
    *language = (FpLanguage) { .name = g_strdup(name), .lent = locale };
    language->tag = g_strdelimit(g_strdup(name), "_", '-');
    return language;
}

// By way of "C": gettext forgets what it looked up only where the locale becomes another one.
static void set_messages(const char *locale)
{
    setlocale(LC_MESSAGES, "C");
    setlocale(LC_MESSAGES, locale);
}

void fp_language_begin(FpLanguage *language)
{
    if (language == NULL || language->was_locale != NULL)
        return;
    language->was_locale = g_strdup(setlocale(LC_MESSAGES, NULL));
    language->was_setting = g_strdup(g_getenv("LANGUAGE"));
    g_setenv("LANGUAGE", language->name, TRUE);
    set_messages(language->lent);
}

void fp_language_end(FpLanguage *language)
{
    if (language == NULL || language->was_locale == NULL)
        return;
    if (language->was_setting != NULL)
        g_setenv("LANGUAGE", language->was_setting, TRUE);
    else
        g_unsetenv("LANGUAGE");
    set_messages(language->was_locale);
    g_clear_pointer(&language->was_locale, g_free);
    g_clear_pointer(&language->was_setting, g_free);
}
