// SPDX-License-Identifier: Apache-2.0
// The top of a tree. Any fault anywhere makes the tree NULL in the end, so that a part that is wrong
// need only be safe to hold, not to use.
#include "fp-error.h"
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

FpTreeText fp_read_text(const FpFields *fields, size_t key)
{
    const FpNode *node = fields->values[key];
    return node == NULL ? (FpTreeText) { 0 } : (FpTreeText) { node->text, node->place };
}

FpCites fp_read_cites(FpTreeReader *reader, const FpFields *fields, size_t key)
{
    size_t n = 0, n_items = fp_fields_count(fields, key);
    FpCite *items = fp_arena_array(reader->file.arena, n_items, sizeof *items);
    for (size_t i = 0; i < n_items; i++) {
        const FpNode *item = fp_fields_item(fields, key, i);
        if (item == NULL)
            continue;
        size_t fact = fp_name_space_find(&reader->file, &reader->facts, item);
        const FpFact *found = fact == FP_NONE ? NULL : &reader->tree->facts[fact];
        items[n++] = (FpCite) { item->text, item->place, found };
    }
    return (FpCites) { items, n };
}

FpNames fp_read_was(FpTreeReader *reader, const FpFields *fields, size_t key)
{
    size_t n = fp_fields_count(fields, key);
    const char **items = fp_arena_array(reader->file.arena, n, sizeof *items);
    for (size_t i = 0; i < n; i++)
        items[i] = fields->values[key]->items[i]->text;
    return (FpNames) { (const char *const *)items, n };
}

static void free_document(void *document)
{
    fp_document_free(document);
}

static FpOwnedTree *owned_tree_new(FpSource *source, FpDocument *document)
{
    FpOwnedTree *owned = g_new0(FpOwnedTree, 1);
    owned->arena = fp_arena_new();
    owned->documents = g_ptr_array_new_with_free_func(free_document);
    g_ptr_array_add(owned->documents, document);
    owned->tree.source = fp_source_ref(source);
    fp_name_space_init(&owned->outcomes, FP_NAMES_OUTCOME);
    fp_name_space_init(&owned->controls, FP_NAMES_CONTROL);
    fp_name_space_init(&owned->questions, FP_NAMES_QUESTION);
    return owned;
}

static void tree_reader_init(FpTreeReader *reader, FpOwnedTree *owned, FpDiagnostics *diagnostics)
{
    *reader = (FpTreeReader) { .owned = owned, .tree = &owned->tree };
    reader->file = (FpFileReader) { owned->tree.source, diagnostics, owned->arena };
    fp_name_space_init(&reader->themes, FP_NAMES_THEME);
    fp_name_space_init(&reader->strengths, FP_NAMES_STRENGTH);
    fp_name_space_init(&reader->rules, FP_NAMES_RULE);
    fp_name_space_init(&reader->facts, FP_NAMES_FACT);
    reader->questions = g_ptr_array_new_with_free_func(fp_question_draft_free);
}

static void tree_reader_clear(FpTreeReader *reader)
{
    fp_name_space_clear(&reader->themes);
    fp_name_space_clear(&reader->strengths);
    fp_name_space_clear(&reader->rules);
    fp_name_space_clear(&reader->facts);
    g_ptr_array_unref(reader->questions);
}

/* False, and reported, where the file is of a format that this program does not know: what else is
 * wrong in it then cannot be told. */
static bool check_version(FpFileReader *reader, const FpNode *root)
{
    const FpNode *version = fp_node_get(root, "fingerpost");
    if (version == NULL || version->kind != FP_NODE_SCALAR)
        return true;
    size_t n_digits = strspn(version->text, "0123456789");
    if (n_digits == 0 || version->text[n_digits] != '\0' ||
        (n_digits < 10 && g_ascii_strtoll(version->text, NULL, 10) <= FP_FORMAT_VERSION))
        return true;
    g_autofree char *shown = fp_reader_quote(reader, version->text);
    fp_reader_report(
        reader, version->place, _("use a newer fingerpost"),
        _("this tree is written in version %s of the format; this program reads version %d"), shown,
        FP_FORMAT_VERSION);
    return false;
}

static void read_head(FpTreeReader *reader)
{
    FpTree *tree = reader->tree;
    const FpFields *fields = &reader->fields;
    tree->id = fp_fields_text(fields, FP_KEY_TREE_ID);
    tree->version = fp_fields_text(fields, FP_KEY_TREE_VERSION);
    tree->language = fp_fields_text(fields, FP_KEY_TREE_LANGUAGE);
    tree->title = fp_read_text(fields, FP_KEY_TREE_TITLE);
    tree->summary = fp_read_text(fields, FP_KEY_TREE_SUMMARY);
    tree->close_call = fp_fields_integer(fields, FP_KEY_TREE_CLOSE_CALL, 0);
}

static void read_whole(FpTreeReader *reader, const FpNode *root, FpFactsFinder find_facts,
                       void *user_data)
{
    if (!check_version(&reader->file, root) ||
        !fp_fields_read(&reader->file, root, &fp_format_tree, &reader->fields))
        return;
    read_head(reader);
    fp_read_facts(reader, find_facts, user_data);
    fp_read_strengths(reader);
    fp_read_controls(reader);
    fp_read_themes(reader);
    fp_read_outcomes(reader);
    fp_read_prefer(reader);
    fp_collect_questions(reader);
    reader->tree->always =
        fp_read_effects(reader, &reader->fields, FP_KEY_TREE_ALWAYS, reader->questions->len);
    fp_read_questions(reader);
    fp_read_rules(reader);
    fp_read_tests(reader);
    fp_read_allow(reader);
}

FpTree *fp_tree_read(FpSource *source, FpFactsFinder find_facts, void *user_data,
                     FpDiagnostics *diagnostics)
{
    size_t n_before = fp_diagnostics_count(diagnostics);
    FpDocument *document = fp_document_read_yaml(source, diagnostics);
    if (document == NULL)
        return NULL;
    FpOwnedTree *owned = owned_tree_new(source, document);
    g_autoptr(FpTree) tree = &owned->tree;
    FpTreeReader reader;
    tree_reader_init(&reader, owned, diagnostics);
    read_whole(&reader, fp_document_root(document), find_facts, user_data);
    tree_reader_clear(&reader);
    if (fp_diagnostics_count(diagnostics) > n_before)
        return NULL;
    return g_steal_pointer(&tree);
}
