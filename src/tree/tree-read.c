// SPDX-License-Identifier: Apache-2.0
// The top of a tree. Any fault anywhere makes the tree NULL in the end, so that a part that is wrong
// need only be safe to hold, not to use.
#include "fp-error.h"
#include "fp-i18n.h"
#include "tree-read-private.h"
#include <string.h>

FpTreeText read_text(const Fields *fields, size_t key)
{
    const FpNode *node = fields->values[key];
    return node == NULL ? (FpTreeText) { 0 } : (FpTreeText) { node->text, node->place };
}

FpCites read_cites(TreeReader *reader, const Fields *fields, size_t key)
{
    size_t n = 0, n_items = fields_count(fields, key);
    FpCite *items = fp_arena_array(reader->reader.arena, n_items, sizeof *items);
    for (size_t i = 0; i < n_items; i++) {
        const FpNode *item = fields_item(fields, key, i);
        if (item == NULL)
            continue;
        size_t fact = names_find(&reader->reader, &reader->facts, item);
        const FpFact *found = fact == FP_NONE ? NULL : &reader->tree->facts[fact];
        items[n++] = (FpCite) { item->text, item->place, found };
    }
    return (FpCites) { items, n };
}

FpNames read_was(TreeReader *reader, const Fields *fields, size_t key)
{
    size_t n = fields_count(fields, key);
    const char **items = fp_arena_array(reader->reader.arena, n, sizeof *items);
    for (size_t i = 0; i < n; i++)
        items[i] = fields->values[key]->items[i]->text;
    return (FpNames) { (const char *const *)items, n };
}

static void free_document(void *document)
{
    fp_document_free(document);
}

static OwnedTree *owned_tree_new(FpSource *source, FpDocument *document)
{
    OwnedTree *owned = g_new0(OwnedTree, 1);
    owned->arena = fp_arena_new();
    owned->documents = g_ptr_array_new_with_free_func(free_document);
    g_ptr_array_add(owned->documents, document);
    owned->tree.source = fp_source_ref(source);
    names_init(&owned->outcomes, NAMES_OUTCOME);
    names_init(&owned->controls, NAMES_CONTROL);
    names_init(&owned->questions, NAMES_QUESTION);
    return owned;
}

static void tree_reader_init(TreeReader *reader, OwnedTree *owned, FpDiagnostics *diagnostics)
{
    *reader = (TreeReader) { .owned = owned, .tree = &owned->tree };
    reader->reader = (Reader) { owned->tree.source, diagnostics, owned->arena };
    names_init(&reader->themes, NAMES_THEME);
    names_init(&reader->strengths, NAMES_STRENGTH);
    names_init(&reader->rules, NAMES_RULE);
    names_init(&reader->facts, NAMES_FACT);
    reader->questions = g_ptr_array_new_with_free_func(free_question_draft);
}

static void tree_reader_clear(TreeReader *reader)
{
    names_clear(&reader->themes);
    names_clear(&reader->strengths);
    names_clear(&reader->rules);
    names_clear(&reader->facts);
    g_ptr_array_unref(reader->questions);
}

/* False, and reported, where the file is of a format that this program does not know: what else is
 * wrong in it then cannot be told. */
static bool check_version(Reader *reader, const FpNode *root)
{
    const FpNode *version = fp_node_get(root, "fingerpost");
    if (version == NULL || version->kind != FP_NODE_SCALAR)
        return true;
    size_t n_digits = strspn(version->text, "0123456789");
    if (n_digits == 0 || version->text[n_digits] != '\0' ||
        (n_digits < 10 && g_ascii_strtoll(version->text, NULL, 10) <= FP_FORMAT_VERSION))
        return true;
    g_autofree char *shown = reader_quote(reader, version->text);
    reader_report(
        reader, version->place, _("use a newer fingerpost"),
        _("this tree is written in version %s of the format; this program reads version %d"), shown,
        FP_FORMAT_VERSION);
    return false;
}

static void read_head(TreeReader *reader)
{
    FpTree *tree = reader->tree;
    const Fields *fields = &reader->fields;
    tree->id = fields_text(fields, TREE_ID);
    tree->version = fields_text(fields, TREE_VERSION);
    tree->language = fields_text(fields, TREE_LANGUAGE);
    tree->title = read_text(fields, TREE_TITLE);
    tree->summary = read_text(fields, TREE_SUMMARY);
    tree->close_call = fields_integer(fields, TREE_CLOSE_CALL, 0);
}

static void read_whole(TreeReader *reader, const FpNode *root, FpFactsFinder find_facts,
                       void *user_data)
{
    if (!check_version(&reader->reader, root) ||
        !fields_read(&reader->reader, root, &fp_format_tree, &reader->fields))
        return;
    read_head(reader);
    read_facts(reader, find_facts, user_data);
    read_strengths(reader);
    read_controls(reader);
    read_themes(reader);
    read_outcomes(reader);
    read_prefer(reader);
    collect_questions(reader);
    reader->tree->always =
        read_effects(reader, &reader->fields, TREE_ALWAYS, reader->questions->len);
    read_questions(reader);
    read_rules(reader);
    read_tests(reader);
    read_allow(reader);
}

FpTree *fp_tree_read(FpSource *source, FpFactsFinder find_facts, void *user_data,
                     FpDiagnostics *diagnostics)
{
    size_t n_before = fp_diagnostics_count(diagnostics);
    FpDocument *document = fp_document_read_yaml(source, diagnostics);
    if (document == NULL)
        return NULL;
    OwnedTree *owned = owned_tree_new(source, document);
    g_autoptr(FpTree) tree = &owned->tree;
    TreeReader reader;
    tree_reader_init(&reader, owned, diagnostics);
    read_whole(&reader, fp_document_root(document), find_facts, user_data);
    tree_reader_clear(&reader);
    if (fp_diagnostics_count(diagnostics) > n_before)
        return NULL;
    return g_steal_pointer(&tree);
}
