// SPDX-License-Identifier: Apache-2.0
#include "fp-i18n.h"
#include "keys-private.h"

/* One row, one key with a name. */
static const struct {
    FpKey key;
    const char *name;
    const char *sign; /* where there is one in Unicode; else NULL */
} rows[] = {
    /* Translators: the names of keys, as they stand on the keyboard. */
    { FP_KEY_ENTER, N_("Enter"), NULL },
    { FP_KEY_TAB, N_("Tab"), NULL },
    { FP_KEY_BACK_TAB, N_("Shift-Tab"), NULL },
    { FP_KEY_ESCAPE, N_("Esc"), NULL },
    { FP_KEY_BACKSPACE, N_("Backspace"), NULL },
    { FP_KEY_DELETE, N_("Delete"), NULL },
    { FP_KEY_UP, N_("Up"), "↑" },
    { FP_KEY_DOWN, N_("Down"), "↓" },
    { FP_KEY_LEFT, N_("Left"), "←" },
    { FP_KEY_RIGHT, N_("Right"), "→" },
    { FP_KEY_HOME, N_("Home"), NULL },
    { FP_KEY_END, N_("End"), NULL },
    { FP_KEY_PAGE_UP, N_("PgUp"), NULL },
    { FP_KEY_PAGE_DOWN, N_("PgDn"), NULL },
    { ' ', N_("Space"), NULL },
};

char *fp_key_name(FpKey key, bool ascii)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].key == key)
            return g_strdup(rows[i].sign != NULL && !ascii ? rows[i].sign : _(rows[i].name));
    }
    if (key < ' ')
        return g_strdup_printf(_("Ctrl-%c"), (int)key + '@');
    GString *character = g_string_new(NULL);
    g_string_append_unichar(character, key);
    return g_string_free(character, FALSE);
}

/* How many keys from here on follow each other, like 1, 2, 3. */
static size_t run_length(const FpKey *keys)
{
    size_t n = 1;
    while (keys[n] == keys[n - 1] + 1 && fp_key_is_text(keys[0]))
        n++;
    return n;
}

char *fp_key_names(const FpKey *keys, const char *separator, bool ascii)
{
    GString *names = g_string_new(NULL);
    for (size_t i = 0; keys[i] != FP_KEY_NONE;) {
        size_t run = run_length(&keys[i]);
        g_autofree char *first = fp_key_name(keys[i], ascii);
        if (names->len > 0)
            g_string_append(names, separator);
        g_string_append(names, first);
        if (run < 3) {
            i++;
            continue;
        }
        g_autofree char *last = fp_key_name(keys[i + run - 1], ascii);
        g_string_append_printf(names, "-%s", last);
        i += run;
    }
    return g_string_free(names, FALSE);
}
