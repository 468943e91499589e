// SPDX-License-Identifier: Apache-2.0
// Foreign text made fit to stand on the page: printable, on one line, without a short word alone on its
// last line, and with a name in brackets for what no face has.
#include "fp-i18n.h"
#include "fp-text.h"
#include "plan-private.h"
#include <string.h>
#include <unictype.h>
#include <uniname.h>

/* A last word up to so many bytes does not stand alone on a line, but where the text is short itself. */
#define LONE_BYTES_MAX  7
#define SHORT_BYTES_MAX 40

#define NO_BREAK_SPACE "\u00A0"

const char *plan_bind_last_word(Planner *planner, const char *text)
{
    const char *last = text != NULL ? strrchr(text, ' ') : NULL;
    if (last == NULL || last - text < SHORT_BYTES_MAX || strlen(last + 1) > LONE_BYTES_MAX)
        return text;
    char *bound = g_strdup_printf("%.*s" NO_BREAK_SPACE "%s", (int)(last - text), text, last + 1);
    g_ptr_array_add(planner->blocks, bound);
    return bound;
}

/* "[thumbs up sign]"; the names of Unicode are in English for all. */
static void add_name(GString *shown, gunichar c)
{
    char name[UNINAME_MAX];
    if (unicode_character_name(c, name) == NULL)
        g_snprintf(name, sizeof name, "U+%04X", (unsigned)c);
    else
        for (char *at = name; *at != '\0'; at++)
            *at = g_ascii_tolower(*at);
    g_string_append_printf(shown, "[%s]", name);
}

/* One "[Thai]" for a run of letters; last is the script named last, and forgotten at other text. */
static const uc_script_t *add_script(GString *shown, gunichar c, const uc_script_t *last)
{
    const uc_script_t *script = uc_script(c);
    if (script != last)
        g_string_append_printf(shown, "[%s]", script != NULL ? script->name : "?");
    return script;
}

static char *name_unshown(Planner *planner, const char *text)
{
    GString *shown = g_string_new(NULL);
    const uc_script_t *last = NULL;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (planner->surface->can_show(c, planner->surface->closure)) {
            last = c == ' ' ? last : NULL;
            g_string_append_unichar(shown, c);
        } else if (g_unichar_iszerowidth(c)) {
            continue; // a joiner, or a choice of form, of what is named
        } else if (g_unichar_isalpha(c)) {
            planner->has_unshown = true;
            last = add_script(shown, c, last);
        } else
            add_name(shown, c);
    }
    return g_string_free(shown, FALSE);
}

const char *plan_take(Planner *planner, char *owned)
{
    if (owned == NULL)
        return NULL;
    g_autofree char *given = g_strstrip(owned);
    char *text = fp_text_printable(given, -1, FP_PRINT_ONE_LINE);
    if (planner->surface->can_show != NULL && !g_str_is_ascii(text)) {
        char *shown = name_unshown(planner, text);
        g_free(text);
        text = shown;
    }
    g_ptr_array_add(planner->blocks, text);
    return text;
}

const char *plan_text(Planner *planner, const char *text)
{
    return plan_take(planner, g_strdup(text));
}

const char *plan_marks(Planner *planner, FpBriefCites cites, const bool *only)
{
    GString *marks = g_string_new(NULL);
    bool lacks = false;
    for (size_t i = 0; i < cites.n; i++) {
        bool is_shown = only == NULL || only[cites.numbers[i] - 1];
        lacks |= !is_shown;
        if (is_shown)
            g_string_append_printf(marks, "%s%zu", marks->len == 0 ? "[" : "," NO_BREAK_SPACE,
                                   cites.numbers[i]);
    }
    if (lacks)
        g_string_append(marks, marks->len == 0 ? "[…" : "," NO_BREAK_SPACE "…");
    if (marks->len > 0)
        g_string_append_c(marks, ']');
    char *text = g_string_free(marks, FALSE);
    g_ptr_array_add(planner->blocks, text);
    return *text != '\0' ? text : NULL;
}
