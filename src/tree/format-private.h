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
    FP_KEY_TREE_FINGERPOST,
    FP_KEY_TREE_ID,
    FP_KEY_TREE_VERSION,
    FP_KEY_TREE_TITLE,
    FP_KEY_TREE_SUMMARY,
    FP_KEY_TREE_LANGUAGE,
    FP_KEY_TREE_USES,
    FP_KEY_TREE_STRENGTHS,
    FP_KEY_TREE_CLOSE_CALL,
    FP_KEY_TREE_PREFER,
    FP_KEY_TREE_OUTCOMES,
    FP_KEY_TREE_CONTROLS,
    FP_KEY_TREE_THEMES,
    FP_KEY_TREE_ALWAYS,
    FP_KEY_TREE_QUESTIONS,
    FP_KEY_TREE_RULES,
    FP_KEY_TREE_TESTS,
    FP_KEY_TREE_ALLOW,
};
enum {
    FP_KEY_OUTCOME_TITLE,
    FP_KEY_OUTCOME_SUMMARY,
    FP_KEY_OUTCOME_HEADLINE,
    FP_KEY_OUTCOME_LIMITS,
    FP_KEY_OUTCOME_DATAFLOW,
    FP_KEY_OUTCOME_ACCESS,
    FP_KEY_OUTCOME_NEXT_STEPS,
    FP_KEY_OUTCOME_WAS,
};
enum { FP_KEY_LIMIT_TEXT, FP_KEY_LIMIT_CITES };
enum { FP_KEY_STOP_AT, FP_KEY_STOP_WITHIN, FP_KEY_STOP_CONTROL, FP_KEY_STOP_RUN_BY };
enum { FP_KEY_ACCESS_WHO, FP_KEY_ACCESS_TO, FP_KEY_ACCESS_HAS, FP_KEY_ACCESS_CITES };
enum { FP_KEY_NEXT_STEP_DO, FP_KEY_NEXT_STEP_OWNER, FP_KEY_NEXT_STEP_CITES };
enum { FP_KEY_CONTROL_TITLE, FP_KEY_CONTROL_HOW, FP_KEY_CONTROL_OWNER, FP_KEY_CONTROL_CITES };
enum { FP_KEY_THEME_ID, FP_KEY_THEME_TITLE };
enum {
    FP_KEY_QUESTION_ID,
    FP_KEY_QUESTION_ASK,
    FP_KEY_QUESTION_TYPE,
    FP_KEY_QUESTION_OPTIONS,
    FP_KEY_QUESTION_BANDS,
    FP_KEY_QUESTION_THEME,
    FP_KEY_QUESTION_WHY,
    FP_KEY_QUESTION_WHY_CITES,
    FP_KEY_QUESTION_WHEN,
    FP_KEY_QUESTION_WAS,
    FP_KEY_QUESTION_UNIT,
    FP_KEY_QUESTION_MIN,
    FP_KEY_QUESTION_MAX,
};
/* An option and a band share their first keys. */
enum {
    FP_KEY_OPTION_ID,
    FP_KEY_OPTION_LABEL,
    FP_KEY_OPTION_HELP,
    FP_KEY_OPTION_HEADLINE,
    FP_KEY_OPTION_EFFECTS,
    FP_KEY_OPTION_THEN,
    FP_KEY_OPTION_WAS,
    FP_KEY_OPTION_EXCLUSIVE,
    FP_KEY_BAND_BELOW = FP_KEY_OPTION_EXCLUSIVE,
};
enum {
    FP_KEY_EFFECT_FAVOUR, /* the first five in the order of FpEffectKind */
    FP_KEY_EFFECT_DISFAVOUR,
    FP_KEY_EFFECT_RULE_OUT,
    FP_KEY_EFFECT_REQUIRE,
    FP_KEY_EFFECT_ADVISE,
    FP_KEY_EFFECT_BECAUSE,
    FP_KEY_EFFECT_STRENGTH,
    FP_KEY_EFFECT_COUNTS_AS,
    FP_KEY_EFFECT_FOR,
    FP_KEY_EFFECT_WHEN,
    FP_KEY_EFFECT_CITES,
};
enum { FP_KEY_RULE_ID, FP_KEY_RULE_WHEN, FP_KEY_RULE_EFFECTS };
enum { FP_KEY_CASE_NAME, FP_KEY_CASE_ANSWERS, FP_KEY_CASE_EXPECT };
enum { FP_KEY_ALLOW_FINDING, FP_KEY_ALLOW_AT, FP_KEY_ALLOW_BECAUSE };
enum { FP_KEY_FACTS_FILE_SOURCES, FP_KEY_FACTS_FILE_FACTS };
enum {
    FP_KEY_SOURCE_TITLE,
    FP_KEY_SOURCE_PUBLISHER,
    FP_KEY_SOURCE_URL,
    FP_KEY_SOURCE_PUBLISHED,
    FP_KEY_SOURCE_SEEN,
    FP_KEY_SOURCE_KIND
};
enum {
    FP_KEY_FACT_CLAIM,
    FP_KEY_FACT_SOURCES,
    FP_KEY_FACT_TOPIC,
    FP_KEY_FACT_AS_OF,
    FP_KEY_FACT_REVIEW_BY,
    FP_KEY_FACT_CONFIDENCE,
    FP_KEY_FACT_NOTE,
};
enum { FP_KEY_SOURCE_REF_ID, FP_KEY_SOURCE_REF_LOCATOR };

extern const FpFormatThing fp_format_tree, fp_format_outcome, fp_format_limit, fp_format_stop,
    fp_format_access, fp_format_next_step, fp_format_control, fp_format_theme, fp_format_question,
    fp_format_option, fp_format_band, fp_format_effect, fp_format_rule, fp_format_case,
    fp_format_allow, fp_format_facts_file, fp_format_source, fp_format_fact, fp_format_source_ref;

/* Words as the format writes them, in the order of the enumerations; NULL-terminated. */
extern const char *const fp_format_question_types[];
extern const char *const fp_format_access_levels[];
extern const char *const fp_format_source_kinds[]; /* primary, secondary */
extern const char *const fp_format_confidences[];
