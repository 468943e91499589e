// SPDX-License-Identifier: Apache-2.0
// Lines are broken where Unicode's line breaking allows it, by the widths of the face that pages are set
// in (Lato), without its kerning, which only makes lines shorter; other letters count as wide ones.
#include "plan-private.h"
#include <assert.h>
#include <unilbrk.h>

/* Of ASCII from the space on, in thousandths of the font's size. */
static const unsigned short regular[] = {
    256, 269, 371, 580, 580, 802, 712, 204, 267, 267, 425, 580, 227, 372, 236, 452, 580, 580,  580,
    580, 580, 580, 580, 580, 580, 580, 250, 262, 580, 580, 580, 448, 837, 677, 647, 668, 761,  578,
    566, 731, 764, 280, 423, 663, 514, 929, 764, 801, 601, 801, 627, 543, 591, 736, 677, 1036, 649,
    624, 602, 306, 452, 306, 580, 459, 400, 497, 560, 478, 560, 528, 351, 520, 558, 240, 240,  508,
    236, 823, 558, 567, 561, 560, 364, 433, 359, 558, 516, 786, 498, 516, 452, 301, 251, 301,  580,
};
static const unsigned short bold[] = {
    243, 281, 396, 580, 580, 820, 724, 212, 275, 275, 425, 580, 234, 373, 238, 466, 580, 580,  580,
    580, 580, 580, 580, 580, 580, 580, 258, 271, 580, 580, 580, 460, 844, 695, 659, 662, 761,  575,
    566, 726, 771, 297, 430, 686, 520, 945, 771, 808, 619, 808, 643, 549, 600, 743, 695, 1051, 671,
    648, 606, 314, 466, 314, 580, 467, 400, 508, 568, 482, 568, 534, 359, 528, 564, 254, 254,  535,
    249, 838, 564, 575, 568, 568, 373, 440, 372, 564, 528, 803, 522, 528, 460, 306, 261, 306,  580,
};
static_assert(G_N_ELEMENTS(regular) == 95, "one for each printable character of ASCII");
static_assert(G_N_ELEMENTS(bold) == 95, "one for each printable character of ASCII");

/* Beyond ASCII: single characters, else the first range that holds them; the wider of both weights. */
static const struct {
    gunichar first, last;
    unsigned short width;
} ranges[] = {
    { 0xA0, 0xA0, 256 },      { 0xB0, 0xB0, 416 },     { 0xB7, 0xB7, 275 },
    { 0xC6, 0xC6, 1000 },     { 0xE6, 0xE6, 810 },     { 0x131, 0x131, 254 },
    { 0x142, 0x142, 330 },    { 0x152, 0x152, 1150 },  { 0x153, 0x153, 876 },
    { 0x2018, 0x201A, 238 },  { 0x201C, 0x201E, 400 }, { 0x2013, 0x2013, 580 },
    { 0x2014, 0x2014, 800 },  { 0x2026, 0x2026, 772 }, { 0xA1, 0x24F, 603 },
    { 0x370, 0x3FF, 620 },    { 0x400, 0x52F, 680 },   { 0x2000, 0x2BFF, 1000 },
    { 0xFB50, 0xFFFF, 1000 },
};
#define OTHER_WIDTH 650
#define WIDE_WIDTH  1000
#define EMOJI_WIDTH 1300
#define SAFETY      1.005

static bool is_emoji(gunichar c)
{
    return c >= 0x1F000 && c < 0x1FC00;
}

static double char_width(gunichar c, bool is_bold)
{
    gunichar base = c, mark;
    while (base >= 0xC0 && base < 0x2000 && g_unichar_decompose(base, &base, &mark) && mark != 0)
        continue;
    if (base >= 0x20 && base < 0x7F)
        return is_bold ? bold[base - 0x20] : regular[base - 0x20];
    if (g_unichar_iszerowidth(c))
        return 0;
    if (is_emoji(c))
        return EMOJI_WIDTH;
    if (g_unichar_iswide(c))
        return WIDE_WIDTH;
    for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++) {
        if (c >= ranges[i].first && c <= ranges[i].last)
            return ranges[i].width;
    }
    return OTHER_WIDTH;
}

/* A paragraph that is being set: where the line stands, and how much of that no break divides. */
typedef struct {
    double room, line, word;
    size_t n_lines;
} Setter;

static void set_char(Setter *setter, double width, bool may_hang)
{
    setter->line += width;
    setter->word += width;
    if (may_hang || setter->line <= setter->room)
        return;
    setter->n_lines++;
    // A word as long as the line is cut where the line ends.
    setter->line =
        setter->word < setter->line && setter->word <= setter->room ? setter->word : width;
    setter->word = setter->line;
}

static size_t set_text(const char *text, size_t n_bytes, size_t n_bold, Setter *setter)
{
    g_autofree char *breaks = g_malloc(n_bytes + 1);
    u8_possible_linebreaks((const uint8_t *)text, n_bytes, "UTF-8", breaks);
    for (const char *at = text; *at != '\0' && setter->n_lines <= FP_PLAN_LINES_MAX;
         at = g_utf8_next_char(at)) {
        size_t place = (size_t)(at - text);
        gunichar c = g_utf8_get_char(at);
        if (breaks[place] == UC_BREAK_POSSIBLE)
            setter->word = 0;
        set_char(setter, char_width(c, place < n_bold), c == ' ');
    }
    return setter->n_lines;
}

static void add_part(GString *whole, const char *part)
{
    if (part == NULL)
        return;
    g_string_append(whole, whole->len > 0 ? fp_plan_joint(part) : "");
    g_string_append(whole, part);
}

/* More bytes than any budget has room for. */
#define BYTES_MAX 6000

size_t plan_count_lines(const FpPlanStyleRow *style, const FpPlanItem *item, double width_pt)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    add_part(whole, item->strong);
    size_t n_bold = style->is_bold ? SIZE_MAX : whole->len;
    add_part(whole, item->text);
    add_part(whole, item->note);
    Setter setter = { .room = width_pt / style->font_pt * 1000 / SAFETY, .n_lines = 1 };
    return whole->len > BYTES_MAX ? FP_PLAN_LINES_MAX + 1
                                  : set_text(whole->str, whole->len, n_bold, &setter);
}

double plan_text_width(const FpPlanStyleRow *style, bool is_bold, const char *text)
{
    double width = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        width += char_width(g_utf8_get_char(at), is_bold || style->is_bold);
    return width * style->font_pt / 1000 * SAFETY;
}
