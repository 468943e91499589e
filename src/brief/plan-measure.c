// SPDX-License-Identifier: Apache-2.0
// Widths of a common narrow face (Lato), a trifle wider, so that budgets are rather kept than not.
#include "fp-text.h"
#include "plan-private.h"
#include <assert.h>

/* Of ASCII from the space on, in hundredths of the font's size. */
static const unsigned char widths[] = {
    26, 27, 37, 58, 58, 80, 71, 20,  27, 27, 42, 58, 23, 37, 24, 45, 58, 58, 58, 58, 58, 58, 58, 58,
    58, 58, 25, 26, 58, 58, 58, 45,  84, 68, 65, 67, 76, 58, 57, 73, 76, 28, 42, 66, 51, 93, 76, 80,
    60, 80, 63, 54, 59, 74, 68, 104, 65, 62, 60, 31, 45, 31, 58, 46, 40, 50, 56, 48, 56, 53, 35, 52,
    56, 24, 24, 51, 24, 82, 56, 57,  56, 56, 36, 43, 36, 56, 52, 79, 50, 52, 45, 30, 25, 30, 58,
};
static_assert(G_N_ELEMENTS(widths) == 95, "one for each printable character of ASCII");

#define OTHER_WIDTH 60 /* of what is not ASCII and not wide: letters with accents and the like */
#define WIDE_WIDTH  103
#define SAFETY      1.005

/* Of the cluster that ends at a byte offset. */
static double cluster_width(const char *text, size_t end, bool *out_is_wide)
{
    g_autofree char *cluster = g_strndup(text, end);
    unsigned char first = (unsigned char)*text;
    *out_is_wide = false;
    if (first >= 0x20 && first < 0x7F)
        return widths[first - 0x20];
    *out_is_wide = fp_text_width(cluster) > 1;
    return *out_is_wide ? WIDE_WIDTH : OTHER_WIDTH;
}

/* A paragraph that is being set: where the line stands, and how much of that is its last word. */
typedef struct {
    double line, word;
    size_t n_lines;
} Setter;

static void set_cluster(Setter *setter, double width, double room, bool may_break_before)
{
    if (may_break_before)
        setter->word = 0;
    setter->line += width;
    setter->word += width;
    if (setter->line <= room)
        return;
    setter->n_lines++;
    // A word as long as the line is cut where the line ends.
    setter->line = setter->word < room ? setter->word : width;
    setter->word = setter->line;
}

size_t plan_count_lines(const char *text, FpPlanStyle style, double width_pt)
{
    double room = width_pt / fp_plan_styles[style].font_pt * 100 / SAFETY;
    Setter setter = { .n_lines = 1 };
    bool was_wide = false;
    for (size_t at = 0, next; text[at] != '\0'; at = next) {
        bool is_wide;
        next = fp_text_next(text, at);
        double width = cluster_width(text + at, next - at, &is_wide);
        if (text[at] == ' ') {
            setter.line += width; // may hang over the end
            setter.word = 0;
        } else {
            bool is_after_space = at > 0 && text[at - 1] == ' ';
            set_cluster(&setter, width, room, is_wide || was_wide || is_after_space);
        }
        was_wide = is_wide;
    }
    return setter.n_lines;
}
