// SPDX-License-Identifier: Apache-2.0
// Clusters one by one, since the cursor stands between them: each is prepared alone and measured as it
// will be shown.
#include "field-private.h"

#include "fp-text.h"

/* A cluster of the text; line feeds have no width. */
typedef struct {
    size_t offset;
    char *prepared;
    int columns;
    bool is_blank, is_line_feed;
} Cluster;

static void clear_cluster(void *data)
{
    g_free(((Cluster *)data)->prepared);
}

static GArray *take_apart(const FpCanvas *canvas, const char *text)
{
    GArray *clusters = g_array_new(FALSE, FALSE, sizeof(Cluster));
    g_array_set_clear_func(clusters, clear_cluster);
    for (size_t at = 0, next; text[at] != '\0'; at = next) {
        next = fp_text_next(text, at);
        bool is_line_feed = text[at] == '\n';
        g_autofree char *piece = g_strndup(is_line_feed ? "" : text + at, next - at);
        Cluster cluster = { .offset = at,
                            .prepared = fp_canvas_prepare(canvas, piece, false),
                            .is_blank = text[at] == ' ',
                            .is_line_feed = is_line_feed };
        cluster.columns = (int)fp_text_width(cluster.prepared);
        g_array_append_val(clusters, cluster);
    }
    return clusters;
}

static Cluster *cluster_at(const GArray *clusters, guint i)
{
    return &g_array_index(clusters, Cluster, i);
}

/* The cluster behind the cursor; the number of clusters at the end. */
static guint find_cursor(const GArray *clusters, size_t cursor)
{
    guint i = 0;
    while (i < clusters->len && cluster_at(clusters, i)->offset < cursor)
        i++;
    return i;
}

static int columns_between(const GArray *clusters, guint from, guint to)
{
    int columns = 0;
    for (guint i = from; i < to; i++)
        columns += cluster_at(clusters, i)->columns;
    return columns;
}

char *fp_field_slice(const FpCanvas *canvas, const FpField *field, int columns, int *out_cursor)
{
    g_autoptr(GArray) clusters = take_apart(canvas, field->text->str);
    guint cursor = find_cursor(clusters, field->cursor), from = 0;
    while (columns_between(clusters, from, cursor) >= columns)
        from++;
    *out_cursor = columns_between(clusters, from, cursor);
    g_autoptr(GString) slice = g_string_new(NULL);
    int used = 0;
    for (guint i = from; i < clusters->len; i++) {
        if (used + cluster_at(clusters, i)->columns > columns)
            break;
        g_string_append(slice, cluster_at(clusters, i)->prepared);
        used += cluster_at(clusters, i)->columns;
    }
    return g_strdup_printf("%s%*s", slice->str, columns - used, "");
}

/* The cluster that begins the line after the one that begins at first. Blanks may hang over the end. */
static guint next_line(const GArray *clusters, guint first, int columns)
{
    int used = 0;
    guint after_blank = first;
    for (guint i = first; i < clusters->len; i++) {
        const Cluster *cluster = cluster_at(clusters, i);
        used += cluster->columns;
        if (cluster->is_line_feed)
            return i + 1;
        if (used > columns && !cluster->is_blank)
            return after_blank > first ? after_blank : MAX(i, first + 1);
        if (cluster->is_blank)
            after_blank = i + 1;
    }
    return clusters->len;
}

static void add_line(FpLines *lines, const GArray *clusters, guint first, guint next, int column,
                     FpStyle style)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = first; i < next; i++)
        g_string_append(text, cluster_at(clusters, i)->prepared);
    fp_lines_add_blank(lines);
    fp_lines_add_mark(lines, fp_lines_count(lines) - 1, column, style, text->str);
}

void fp_field_add_lines(FpLines *lines, const FpField *field, int column, FpStyle style,
                        int *out_cursor_line, int *out_cursor_column)
{
    g_autoptr(GArray) clusters = take_apart(lines->canvas, field->text->str);
    guint cursor = find_cursor(clusters, field->cursor), first = 0;
    int columns = MAX(lines->columns - column, 1);
    bool is_last;
    do {
        guint next = next_line(clusters, first, columns);
        bool ends_open = next > first && cluster_at(clusters, next - 1)->is_line_feed;
        is_last = next == clusters->len && !ends_open;
        if (cursor >= first && (cursor < next || is_last)) {
            *out_cursor_line = fp_lines_count(lines);
            *out_cursor_column = column + MIN(columns_between(clusters, first, cursor), columns);
        }
        add_line(lines, clusters, first, next, column, style);
        first = next;
    } while (!is_last);
}
