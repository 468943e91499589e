// SPDX-License-Identifier: Apache-2.0
// Facts files: first all are read, then their facts stand in one array, for cites to point into.
#include "fp-error.h"
#include "fp-i18n.h"
#include "fp-text.h"
#include "tree-read-private.h"
#include <string.h>

/* One facts file being read. */
typedef struct {
    FpFileReader file;
    size_t index; // into the tree's facts files
    FpFactSource *sources;
    FpNameSpace source_names;
} FactsReader;

static bool read_date(const FpFields *fields, size_t key, FpDate *out_date)
{
    return fields->values[key] != NULL && fp_date_parse(fields->values[key]->text, out_date);
}

static void read_source(FactsReader *facts, const FpNode *key, const FpNode *node,
                        FpFactSource *source)
{
    FpFields fields;
    fp_fields_read(&facts->file, node, &fp_format_source, &fields);
    *source = (FpFactSource) {
        .id = key->text,
        .place = key->place,
        .title = fp_fields_text(&fields, FP_KEY_SOURCE_TITLE),
        .publisher = fp_fields_text(&fields, FP_KEY_SOURCE_PUBLISHER),
        .url = fp_fields_text(&fields, FP_KEY_SOURCE_URL),
        .is_secondary = fp_fields_word(&fields, FP_KEY_SOURCE_KIND) == 1,
    };
    source->has_published = read_date(&fields, FP_KEY_SOURCE_PUBLISHED, &source->published);
    source->has_seen = read_date(&fields, FP_KEY_SOURCE_SEEN, &source->seen);
}

static void read_sources(FactsReader *facts, const FpNode *map)
{
    if (map == NULL) {
        facts->source_names.is_incomplete = true;
        return;
    }
    facts->sources = fp_arena_array(facts->file.arena, map->n_items, sizeof *facts->sources);
    for (size_t i = 0; i < map->n_items; i++) {
        fp_id_check(&facts->file, map->keys[i]);
        fp_name_space_add(&facts->file, &facts->source_names, map->keys[i], i);
        read_source(facts, map->keys[i], map->items[i], &facts->sources[i]);
    }
}

/* Where in which sources a fact stands. */
static void read_source_refs(FactsReader *facts, const FpFields *fields, FpFact *fact)
{
    size_t n = fp_fields_count(fields, FP_KEY_FACT_SOURCES);
    FpFactSourceRef *refs = fp_arena_array(facts->file.arena, n, sizeof *refs);
    fact->is_secondary = n > 0;
    for (size_t i = 0; i < n; i++) {
        FpFields ref;
        fp_fields_read(&facts->file, fp_fields_item(fields, FP_KEY_FACT_SOURCES, i),
                       &fp_format_source_ref, &ref);
        const FpNode *id = ref.values[FP_KEY_SOURCE_REF_ID];
        size_t source =
            id == NULL ? FP_NONE : fp_name_space_find(&facts->file, &facts->source_names, id);
        refs[i].locator = fp_fields_text(&ref, FP_KEY_SOURCE_REF_LOCATOR);
        refs[i].source = source == FP_NONE ? NULL : &facts->sources[source];
        fact->is_secondary =
            fact->is_secondary && source != FP_NONE && refs[i].source->is_secondary;
    }
    fact->sources = refs;
    fact->n_sources = n;
}

static void read_fact(FactsReader *facts, const FpNode *key, const FpNode *node, FpFact *fact)
{
    FpFields fields;
    fp_fields_read(&facts->file, node, &fp_format_fact, &fields);
    *fact = (FpFact) {
        .id = key->text,
        .place = key->place,
        .file = facts->index,
        .claim = fp_fields_text(&fields, FP_KEY_FACT_CLAIM),
        .confidence = (FpConfidence)fp_fields_word(&fields, FP_KEY_FACT_CONFIDENCE),
        .topic = fp_fields_text(&fields, FP_KEY_FACT_TOPIC),
        .note = fp_fields_text(&fields, FP_KEY_FACT_NOTE),
    };
    read_date(&fields, FP_KEY_FACT_AS_OF, &fact->as_of);
    read_date(&fields, FP_KEY_FACT_REVIEW_BY, &fact->review_by);
    read_source_refs(facts, &fields, fact);
}

/* Appends the file's facts; names' indices are those in the array. */
static void read_file(FactsReader *facts, const FpNode *root, FpNameSpace *names, GArray *out_facts)
{
    FpFields fields;
    fp_fields_read(&facts->file, root, &fp_format_facts_file, &fields);
    read_sources(facts, fields.values[FP_KEY_FACTS_FILE_SOURCES]);
    const FpNode *map = fields.values[FP_KEY_FACTS_FILE_FACTS];
    if (map == NULL)
        names->is_incomplete = true;
    for (size_t i = 0; map != NULL && i < map->n_items; i++) {
        FpFact fact;
        fp_id_check(&facts->file, map->keys[i]);
        fp_name_space_add(&facts->file, names, map->keys[i], out_facts->len);
        read_fact(facts, map->keys[i], map->items[i], &fact);
        g_array_append_val(out_facts, fact);
    }
}

static FpSource *find_file(FpTreeReader *reader, const FpNode *name, FpFactsFinder find_facts,
                           void *user_data)
{
    g_autoptr(GError) error = NULL;
    FpSource *source = find_facts == NULL ? NULL : find_facts(name->text, user_data, &error);
    if (find_facts == NULL)
        g_set_error(&error, FP_ERROR, FP_ERROR_NOT_FOUND, _("there are no facts files here"));
    if (source == NULL)
        fp_reader_report(&reader->file, name->place, _("put the file there, or remove the name"),
                         "%s", error->message);
    return source;
}

/* Reads the file that name says; false where its facts are not known now. */
static bool read_named_file(FpTreeReader *reader, const FpNode *name, FpFactsFinder find_facts,
                            void *user_data, FpFactsFile *out_file, GArray *out_facts)
{
    if (name == NULL || !fp_id_check(&reader->file, name))
        return false;
    out_file->name = name->text;
    out_file->source = find_file(reader, name, find_facts, user_data);
    if (out_file->source == NULL)
        return false;
    FpDocument *document = fp_document_read_yaml(out_file->source, reader->file.diagnostics);
    if (document == NULL)
        return false;
    g_ptr_array_add(reader->owned->documents, document);
    FactsReader facts = { .index = (size_t)(out_file - reader->tree->facts_files) };
    facts.file = (FpFileReader) { out_file->source, reader->file.diagnostics, reader->file.arena };
    fp_name_space_init(&facts.source_names, FP_NAMES_SOURCE);
    read_file(&facts, fp_document_root(document), &reader->facts, out_facts);
    fp_name_space_clear(&facts.source_names);
    return true;
}

static int compare_names(const void *a, const void *b, void *data)
{
    (void)data;
    return strcmp(a, b);
}

void fp_read_facts(FpTreeReader *reader, FpFactsFinder find_facts, void *user_data)
{
    size_t n = fp_fields_count(&reader->fields, FP_KEY_TREE_USES);
    FpFactsFile *files = fp_arena_array(reader->file.arena, n, sizeof *files);
    g_autoptr(GArray) facts = g_array_new(FALSE, FALSE, sizeof(FpFact));
    reader->tree->facts_files = files;
    reader->tree->n_facts_files = n;
    reader->facts.is_incomplete = reader->fields.keys[FP_KEY_TREE_USES] != NULL &&
                                  reader->fields.values[FP_KEY_TREE_USES] == NULL;
    // A name given twice is reported already; a hostile tree could give one thousands of times.
    g_autoptr(GTree) seen = g_tree_new_full(compare_names, NULL, NULL, NULL);
    for (size_t i = 0; i < n && fp_diagnostics_count(reader->file.diagnostics) < FP_DIAGNOSTICS_MAX;
         i++) {
        const FpNode *name = fp_fields_item(&reader->fields, FP_KEY_TREE_USES, i);
        if (name != NULL && g_tree_lookup(seen, name->text) != NULL)
            continue;
        if (name != NULL)
            g_tree_insert(seen, (char *)(gpointer)name->text, files);
        if (!read_named_file(reader, name, find_facts, user_data, &files[i], facts))
            reader->facts.is_incomplete = true;
    }
    reader->tree->facts =
        fp_arena_copy(reader->file.arena, facts->data, facts->len, sizeof(FpFact));
    reader->tree->n_facts = facts->len;
}
