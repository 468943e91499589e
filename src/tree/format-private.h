// SPDX-License-Identifier: Apache-2.0
/* The format as tables: every thing that a file can hold, its keys, and what stands under each.
 *
 * The reader walks a thing's rows for keys that are unknown, missing or of the wrong shape; what goes
 * beyond one value (names that must exist, bands that rise) is read in tree-read-*.c. A key's place
 * in its table is its name in the enumeration below. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

#define FP_FORMAT_VERSION  1
#define FP_FORMAT_MAX_KEYS 18 /* of one thing */

typedef enum {
    FP_SHAPE_TEXT,    /* words for people */
    FP_SHAPE_ID,      /* names a new thing: [a-z0-9][a-z0-9-]*, at most 64 bytes, not `unknown` */
    FP_SHAPE_NAME,    /* the id of a thing that exists */
    FP_SHAPE_INTEGER, /* min..max */
    FP_SHAPE_NUMBER,  /* an exact decimal, as in an answer */
    FP_SHAPE_BOOLEAN, /* true or false */
    FP_SHAPE_WORD,    /* one of words */
    FP_SHAPE_DATE,    /* YYYY-MM or YYYY-MM-DD */
    FP_SHAPE_URL,     /* http or https */
    FP_SHAPE_THING,   /* a map with the keys of thing */
    FP_SHAPE_GUARD,
    FP_SHAPE_MAP, /* a map that another part of the program reads */
} FpShape;

typedef enum {
    FP_HOLDS_ONE,         /* one value */
    FP_HOLDS_LIST,        /* a list of values */
    FP_HOLDS_ONE_OR_LIST, /* one value, or a list of them */
    FP_HOLDS_IDS,         /* a map: each key an id, each value of the shape */
} FpHolds;

typedef enum {
    FP_KEY_REQUIRED = 1,
    FP_KEY_NULLABLE = 2,  /* `null` is as if left out */
    FP_KEY_NOT_EMPTY = 4, /* the list or map holds something */
    FP_KEY_DIFFERENT = 8, /* the list holds nothing twice */
} FpKeyFlags;

typedef struct FpFormatThing FpFormatThing;

typedef struct {
    const char *key;
    unsigned flags; /* FpKeyFlags */
    FpHolds holds;
    FpShape shape;
    const char *description;    /* N_(): a phrase that fits after "write KEY:" */
    long min, max;              /* INTEGER */
    const char *const *words;   /* WORD: NULL-terminated */
    const FpFormatThing *thing; /* THING */
    const char *names;          /* NAME: of what: "outcome", "fact" … */
} FpFormatKey;

struct FpFormatThing {
    const char *title; /* N_(): "outcome" */
    const FpFormatKey *keys;
    size_t n_keys;
};

enum {
    TREE_FINGERPOST,
    TREE_ID,
    TREE_VERSION,
    TREE_TITLE,
    TREE_SUMMARY,
    TREE_LANGUAGE,
    TREE_USES,
    TREE_STRENGTHS,
    TREE_CLOSE_CALL,
    TREE_PREFER,
    TREE_OUTCOMES,
    TREE_CONTROLS,
    TREE_THEMES,
    TREE_ALWAYS,
    TREE_QUESTIONS,
    TREE_RULES,
    TREE_TESTS,
    TREE_ALLOW,
};
enum {
    OUTCOME_TITLE,
    OUTCOME_SUMMARY,
    OUTCOME_LIMITS,
    OUTCOME_DATAFLOW,
    OUTCOME_ACCESS,
    OUTCOME_NEXT_STEPS,
    OUTCOME_WAS,
};
enum { LIMIT_TEXT, LIMIT_CITES };
enum { STOP_AT, STOP_WITHIN, STOP_CONTROL, STOP_RUN_BY };
enum { ACCESS_WHO, ACCESS_TO, ACCESS_HAS, ACCESS_CITES };
enum { NEXT_STEP_DO, NEXT_STEP_OWNER, NEXT_STEP_CITES };
enum { CONTROL_TITLE, CONTROL_HOW, CONTROL_OWNER, CONTROL_CITES };
enum { THEME_ID, THEME_TITLE };
enum {
    QUESTION_ID,
    QUESTION_ASK,
    QUESTION_TYPE,
    QUESTION_OPTIONS,
    QUESTION_BANDS,
    QUESTION_THEME,
    QUESTION_WHY,
    QUESTION_WHY_CITES,
    QUESTION_WHEN,
    QUESTION_WAS,
    QUESTION_UNIT,
    QUESTION_MIN,
    QUESTION_MAX,
};
/* An option and a band share their first keys. */
enum {
    OPTION_ID,
    OPTION_LABEL,
    OPTION_HELP,
    OPTION_EFFECTS,
    OPTION_THEN,
    OPTION_WAS,
    OPTION_EXCLUSIVE,
    BAND_BELOW = OPTION_EXCLUSIVE,
};
enum {
    EFFECT_FAVOUR, /* the first five in the order of FpEffectKind */
    EFFECT_DISFAVOUR,
    EFFECT_RULE_OUT,
    EFFECT_REQUIRE,
    EFFECT_ADVISE,
    EFFECT_BECAUSE,
    EFFECT_STRENGTH,
    EFFECT_COUNTS_AS,
    EFFECT_FOR,
    EFFECT_WHEN,
    EFFECT_CITES,
};
enum { RULE_ID, RULE_WHEN, RULE_EFFECTS };
enum { CASE_NAME, CASE_ANSWERS, CASE_EXPECT };
enum { ALLOW_FINDING, ALLOW_AT, ALLOW_BECAUSE };
enum { FACTS_FILE_SOURCES, FACTS_FILE_FACTS };
enum { SOURCE_TITLE, SOURCE_PUBLISHER, SOURCE_URL, SOURCE_PUBLISHED, SOURCE_SEEN, SOURCE_KIND };
enum {
    FACT_CLAIM,
    FACT_SOURCES,
    FACT_TOPIC,
    FACT_AS_OF,
    FACT_REVIEW_BY,
    FACT_CONFIDENCE,
    FACT_NOTE,
};
enum { SOURCE_REF_ID, SOURCE_REF_LOCATOR };

extern const FpFormatThing fp_format_tree, fp_format_outcome, fp_format_limit, fp_format_stop,
    fp_format_access, fp_format_next_step, fp_format_control, fp_format_theme, fp_format_question,
    fp_format_option, fp_format_band, fp_format_effect, fp_format_rule, fp_format_case,
    fp_format_allow, fp_format_facts_file, fp_format_source, fp_format_fact, fp_format_source_ref;

/* Names as the format writes them, in the order of the enumerations; NULL-terminated. */
extern const char *const fp_format_question_types[];
extern const char *const fp_format_access_levels[];
extern const char *const fp_format_source_kinds[]; /* primary, secondary */
extern const char *const fp_format_confidences[];
