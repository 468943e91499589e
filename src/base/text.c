// SPDX-License-Identifier: Apache-2.0
// All goes by grapheme clusters. libunistring knows where two neighbours part; the two rules that
// look farther back (emoji joined by ZWJ, flags of two letters) are kept here. ASCII, which is
// nearly all text, is counted without asking any table.
#include "fp-text.h"
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

enum { ZWJ = 0x200D, EMOJI_SELECTOR = 0xFE0F, REPLACEMENT = 0xFFFD };

/* What the border rules need to know of a cluster so far (UAX #29, GB11 to GB13). */
typedef struct {
    ucs4_t last;
    bool is_pictographic; /* an emoji and what extends it, up to here */
    unsigned n_flag_letters;
} ClusterState;

static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F;
}

/* Reads a code point; returns its bytes, 0 at the end. A faulty byte counts as one character: texts
 * are valid, and if one is not, nothing is read past its end. */
static size_t read_code_point(const char *text, ucs4_t *out_c)
{
    int n_bytes = u8_strmbtouc(out_c, (const uint8_t *)text);
    if (n_bytes >= 0)
        return (size_t)n_bytes;
    *out_c = REPLACEMENT;
    return 1;
}

static bool is_emoji(ucs4_t c)
{
    return c >= 0xA9 && uc_is_property_extended_pictographic(c);
}

/* True where c belongs to the cluster before it. */
static bool continues_cluster(const ClusterState *state, ucs4_t c)
{
    if (!uc_is_grapheme_break(state->last, c))
        return true;
    if (state->last == ZWJ && state->is_pictographic)
        return is_emoji(c);
    return state->n_flag_letters % 2 == 1 && uc_graphemeclusterbreak_property(c) == GBP_RI;
}

static void take_into_cluster(ClusterState *state, ucs4_t c)
{
    int kind = uc_graphemeclusterbreak_property(c);
    // Nothing comes between a ZWJ and the emoji that it joins, not even another ZWJ.
    bool is_extended =
        state->is_pictographic && state->last != ZWJ && (kind == GBP_EXTEND || kind == GBP_ZWJ);
    state->is_pictographic = is_extended || is_emoji(c);
    state->n_flag_letters = kind == GBP_RI ? state->n_flag_letters + 1 : 0;
    state->last = c;
}

static size_t width_of(ucs4_t c)
{
    return (size_t)MAX(uc_width(c, "UTF-8"), 0);
}

/* Takes one cluster: its bytes, 0 at the end, and its cells. What is drawn as one picture is as
 * wide as its widest part, since one can ask for the wide form; else the parts stand in a row. */
static size_t take_cluster(const char *text, size_t *out_width)
{
    ClusterState state = { 0 };
    ucs4_t c;
    size_t n_bytes = read_code_point(text, &c);
    size_t width = 0;
    *out_width = 0;
    if (n_bytes == 0)
        return 0;
    bool is_picture = is_emoji(c);
    bool can_be_emoji = is_picture || uc_is_property_emoji(c);
    for (size_t n_next = n_bytes; n_next > 0; n_bytes += n_next) {
        width = is_picture ? MAX(width, width_of(c)) : width + width_of(c);
        if (c == EMOJI_SELECTOR && can_be_emoji)
            width = MAX(width, 2);
        take_into_cluster(&state, c);
        n_next = read_code_point(text + n_bytes, &c);
        if (n_next == 0 || !continues_cluster(&state, c))
            break;
    }
    *out_width = width;
    return n_bytes;
}

/* As take_cluster(); a plain character with another behind it, or the end, is settled at sight. */
static size_t take_next(const char *text, size_t *out_width)
{
    if (is_plain(text[0]) && (text[1] == '\0' || is_plain(text[1]))) {
        *out_width = 1;
        return 1;
    }
    return take_cluster(text, out_width);
}

size_t fp_text_width(const char *text)
{
    size_t total = 0, width;
    for (size_t n_bytes; (n_bytes = take_next(text, &width)) > 0; text += n_bytes)
        total += width;
    return total;
}

size_t fp_text_next(const char *text, size_t offset)
{
    size_t width;
    return offset + take_next(text + offset, &width);
}

size_t fp_text_previous(const char *text, size_t offset)
{
    // Borders are known looking forward alone. Between two plain characters there always is one.
    size_t border = offset > 0 ? offset - 1 : 0;
    while (border > 0 && !(is_plain(text[border]) && is_plain(text[border - 1])))
        border--;
    for (size_t next = fp_text_next(text, border); next < offset && next > border;
         next = fp_text_next(text, border))
        border = next;
    return border;
}

size_t fp_text_fit(const char *text, size_t width)
{
    size_t fitting = 0, used = 0, cluster_width;
    for (size_t n_bytes; (n_bytes = take_next(text + fitting, &cluster_width)) > 0;) {
        used += cluster_width;
        if (used > width)
            break;
        fitting += n_bytes;
    }
    return fitting;
}

char *fp_text_ellipsize(const char *text, size_t width, bool ascii)
{
    const char *ellipsis = ascii ? "..." : "…";
    size_t ellipsis_width = ascii ? 3 : 1;
    if (text[fp_text_fit(text, width)] == '\0')
        return g_strdup(text);
    if (width < ellipsis_width)
        return g_strndup(ellipsis, fp_text_fit(ellipsis, width));
    int n_kept = (int)fp_text_fit(text, width - ellipsis_width);
    return g_strdup_printf("%.*s%s", n_kept, text, ellipsis);
}

char *fp_text_pad(const char *text, size_t width, bool ascii)
{
    g_autofree char *cut = fp_text_ellipsize(text, width, ascii);
    return g_strdup_printf("%s%*s", cut, (int)(width - fp_text_width(cut)), "");
}

#define ID_BYTES_MAX 64

bool fp_text_is_id(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= ID_BYTES_MAX && text[length] == '\0' && text[0] != '-';
}
