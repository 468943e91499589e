// SPDX-License-Identifier: Apache-2.0
/* Two trees of the same questions, options and outcomes made one, to be asked the same sheet.
 *
 * Terms
 *   world    what one of the trees makes of a sheet
 *   joined   the tree made of both: outcome o of the first world is o, of the second n_outcomes + o
 *   split    a question that one world may ask and the other not: the joined tree asks it where either
 *            does, and each world reads its answer only where it asks
 *   shared   an effect that fires in one world exactly where it does in the other */
#pragma once
#include "formula-private.h"
#include "guard-pool-private.h"
#include "search-private.h"

typedef struct FpTwoWorlds FpTwoWorlds;

/* NULL where the guards would grow too large. */
FpTwoWorlds *fp_two_worlds_new(const FpTree *first, const FpTree *second);
void fp_two_worlds_free(FpTwoWorlds *worlds); /* takes NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FpTwoWorlds, fp_two_worlds_free)

/* An effect that sets conditions, of one world or shared. */
typedef struct {
    const FpEffect *effect;
    bool is_in[2];
    FpGuard fires;
} FpWorldEffect;

struct FpTwoWorlds {
    const FpTree *trees[2];
    FpPool *pool;
    bool *is_split; /* one a question */
    FpTree joined;
    FpCompiledTree *compiled; /* of joined */
    GArray *rule_outs;        /* of FpWorldEffect */
    GArray *conditions;       /* the same: require and advise */
    GArray *weighing;         /* the same: favour and disfavour that are not shared */
    FpFormula weighs;         /* that one of those fires */
    bool *is_touched; /* one an outcome of a world: it may have other points in the second */
};

/* two-worlds-differ.c: is there a complete sheet on which the worlds' decisions differ?
 *   same_winners  it is known that both have the same winner on every sheet */
FpExists fp_two_worlds_differ(FpTwoWorlds *worlds, bool same_winners, FpBudget *budget,
                              FpAnswerSheet **out_witness);
/* Where decisions never differ: one on which the margin is smaller in the second world? */
FpExists fp_two_worlds_narrow(FpTwoWorlds *worlds, FpBudget *budget);
/* Of one tree twice: is there one on whose winner another outcome is close, by at most `most` points? */
FpExists fp_two_worlds_close(FpTwoWorlds *worlds, int64_t most, FpBudget *budget,
                             FpAnswerSheet **out_witness);
