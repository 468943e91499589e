// SPDX-License-Identifier: Apache-2.0
/* What the readers of trees and of facts files share: faults, the keys of a thing, names. */
#pragma once
#include "arena-private.h"
#include "format-private.h"
#include "fp-node.h"

/* One file being read. */
typedef struct {
    FpSource *source;           // borrowed
    FpDiagnostics *diagnostics; // borrowed
    FpArena *arena;             // borrowed; where the model goes
} FpFileReader;

/* Adds a fault of the file. mend may be NULL. */
void fp_reader_report(FpFileReader *reader, FpPlace place, const char *mend, const char *format,
                      ...) G_GNUC_PRINTF(4, 5);

/* True where as many faults are known as will be shown: then only their number counts. */
bool fp_reader_is_full(const FpFileReader *reader);

/* Foreign text for a message: printable, on one line, cut where it is long. Owned by the caller.
 * This and fp_reader_hint() do no work once more faults are found than are shown: a hostile file could
 * ask for a million of them. */
char *fp_reader_quote(FpFileReader *reader, const char *text);

/* "; did you mean 'NAME'?" or "". Owned by the caller. */
char *fp_reader_hint(FpFileReader *reader, const char *wrong, const char *const *names,
                     size_t n_names);

/* What a key is for, as mends say it: "KEY: DESCRIPTION". Owned by the caller. */
char *fp_format_describe_key(const FpFormatKey *row);

/* A thing's keys as the file has them, by the place of the key in the thing's table. */
typedef struct {
    const FpFormatThing *thing;
    const FpNode *node;
    const FpNode *keys[FP_FORMAT_MAX_KEYS];   // NULL: not in the file
    const FpNode *values[FP_FORMAT_MAX_KEYS]; // NULL: not in the file, or wrong and reported
    bool is_meant[FP_FORMAT_MAX_KEYS]; // a misspelt key is near to it: do not call it missing
} FpFields;

/* Reads a thing's map: reports what is no map, keys that are unknown or missing and values of the
 * wrong shape. In a list and under ids, only the list itself, names and repeats are looked at: items
 * that are things are read one by one. Returns false where node is no map. */
bool fp_fields_read(FpFileReader *reader, const FpNode *node, const FpFormatThing *thing,
                    FpFields *out_fields);

/* Reports a key that is missing where only some things of a kind must have it. */
void fp_fields_require(FpFileReader *reader, const FpFields *fields, size_t key);

/* Reports a key that stands where it means nothing, if it is there. why: a whole translated message. */
void fp_fields_refuse(FpFileReader *reader, const FpFields *fields, size_t key, const char *why);

/* A field's text; NULL where it has none. */
const char *fp_fields_text(const FpFields *fields, size_t key);

/* How many items a field's list has; one where it holds a single value instead. */
size_t fp_fields_count(const FpFields *fields, size_t key);
/* An item of a field's list; NULL where it cannot be read and is reported. */
const FpNode *fp_fields_item(const FpFields *fields, size_t key, size_t index);

/* Which of its words a field of shape WORD says; 0 where it has none. */
size_t fp_fields_word(const FpFields *fields, size_t key);
int fp_fields_integer(const FpFields *fields, size_t key, int otherwise);

/* One value against a row of a table; false, and reported, where it has another shape. A text that is
 * no id is reported but true: it names something all the same. */
bool fp_shape_check(FpFileReader *reader, const FpNode *node, const FpFormatKey *row);

/* False, and reported, where node is no id. */
bool fp_id_check(FpFileReader *reader, const FpNode *node);

/* A name space: ids that are alive, and names that were used before. */
typedef enum {
    FP_NAMES_OUTCOME,
    FP_NAMES_CONTROL,
    FP_NAMES_THEME,
    FP_NAMES_STRENGTH,
    FP_NAMES_QUESTION,
    FP_NAMES_OPTION,
    FP_NAMES_BAND,
    FP_NAMES_RULE,
    FP_NAMES_FACT,
    FP_NAMES_SOURCE,
} FpNameSpaceKind;

typedef struct {
    FpNameSpaceKind kind;
    GTree *index;       // id → FpNameEntry; a tree, as hashes could be made to collide
    GPtrArray *ids;     // const char *: living ids in the order in which they were added
    bool is_incomplete; // not all could be read: an unknown name may be one of the others
} FpNameSpace;

typedef struct {
    size_t index;
    const char *now; // the living id; another one than the name where that is an earlier one; NULL
                     // where the thing has none, which is reported
    bool is_was;
    FpSource *source; // borrowed
    FpPlace place;
} FpNameEntry;

void fp_name_space_init(FpNameSpace *names, FpNameSpaceKind kind);
void fp_name_space_clear(FpNameSpace *names);

/* Adds an id; false, and reported, where it is there already. Reports one that is reserved in its
 * name space. The text need be no id: a wrong one is added too, so that its uses are not reported. */
bool fp_name_space_add(FpFileReader *reader, FpNameSpace *names, const FpNode *node, size_t index);

/* Adds the earlier names of the thing with this id, NULL where it lacks one; to be called once all
 * living ids are there. */
void fp_name_space_add_was(FpFileReader *reader, FpNameSpace *names, const FpFields *fields,
                           size_t key, const char *id, size_t index);

/* The index of a living id, or FP_NONE; reports nothing. */
size_t fp_name_space_find_quietly(const FpNameSpace *names, const char *id);
/* The same for earlier names too. */
size_t fp_name_space_find_ever(const FpNameSpace *names, const char *id);

/* The index of the id that node names; FP_NONE, and reported, where there is none. */
size_t fp_name_space_find(FpFileReader *reader, const FpNameSpace *names, const FpNode *node);

/* The living ids as a text for mends: "a, b, c", cut where there are many. Owned by the caller. */
char *fp_name_space_list(FpFileReader *reader, const FpNameSpace *names);
