// SPDX-License-Identifier: Apache-2.0
// A hash table from what alike states have in common to the standings that failed there.
#include "failed-states-private.h"

#define STANDINGS_PER_STATE_MAX 16
#define NUMBERS_MAX             ((size_t)8 * 1024 * 1024) /* of 8 bytes, in all */
#define NUMBERS_PER_STATE       24 /* what the table takes for a state, beside key and standings */

struct FpFailedStates {
    const FpCompiledTree *compiled;
    GHashTable *states; /* GBytes → GArray of standings, n_outcomes numbers each */
    size_t n_numbers;
    GByteArray *key;        /* the state looked at */
    int64_t *standing;      /* the same */
    size_t **option_until;  /* one a question, one an option: see note_read(); 0 where never read */
    size_t *question_until; /* the greatest of its options' */
    size_t *group_until;
};

/* An option is needed while `question` is less than until. */
typedef struct {
    FpFailedStates *failed;
    size_t until;
} Reader;

static void note_read(FpFailedStates *failed, size_t question, size_t option, size_t until)
{
    size_t *option_until = &failed->option_until[question][option];
    *option_until = MAX(*option_until, until);
    failed->question_until[question] = MAX(failed->question_until[question], until);
}

static void note_atom(const FpGuardNode *atom, void *user_data)
{
    const Reader *reader = user_data;
    FpOptionSet options = atom->options;
    for (size_t i = fp_option_set_first(options); i < FP_OPTIONS_MAX;
         i = fp_option_set_first(options)) {
        note_read(reader->failed, atom->question, i, reader->until);
        options = fp_option_set_minus(options, fp_option_set_of(i));
    }
}

static void note_guard(FpFailedStates *failed, const FpGuardNode *guard, size_t until)
{
    Reader reader = { failed, until };
    fp_guard_for_each_atom(guard, note_atom, &reader);
}

static void note_questions(FpFailedStates *failed, const FpSearch *search)
{
    for (size_t i = 0; i < failed->compiled->tree->n_questions; i++) {
        const FpCompiledQuestion *question = &failed->compiled->questions[i];
        if (!search->asked[i].is_possible)
            continue;
        note_guard(failed, question->when, i + 1);
        if (question->parent_question != FP_NONE)
            note_read(failed, question->parent_question, question->parent_option, i + 1);
    }
}

static bool can_fire(const FpSearch *search, const FpEffectBlock *block,
                     const FpCompiledEffect *effect)
{
    FpOrigin origin = block->origin;
    if (origin.option != FP_NONE && !fp_option_set_has(search->may[origin.question], origin.option))
        return false;
    return fp_guard_chance(block->guard, search->must, search->may).is_possible &&
           fp_guard_chance(effect->when, search->must, search->may).is_possible &&
           search->goal->is_relevant(search, effect->effect);
}

static void note_effect(FpFailedStates *failed, const FpEffectBlock *block,
                        const FpCompiledEffect *effect)
{
    note_guard(failed, block->guard, effect->ready);
    note_guard(failed, effect->when, effect->ready);
    if (block->origin.option != FP_NONE && effect->readiness != FP_READY_WITH_OPTION)
        note_read(failed, block->origin.question, block->origin.option, effect->ready);
    for (size_t i = 0; effect->groups != NULL && i < effect->effect->n_outcomes; i++) {
        size_t *until = &failed->group_until[effect->groups[i]];
        *until = MAX(*until, effect->ready);
    }
}

static void note_effects(FpFailedStates *failed, const FpSearch *search)
{
    for (size_t i = 0; i < failed->compiled->n_blocks; i++) {
        const FpEffectBlock *block = &failed->compiled->blocks[i];
        for (size_t j = 0; j < block->n_effects; j++) {
            if (can_fire(search, block, &block->effects[j]))
                note_effect(failed, block, &block->effects[j]);
        }
    }
}

FpFailedStates *fp_failed_states_new(const FpSearch *search)
{
    FpFailedStates *failed = g_new0(FpFailedStates, 1);
    const FpTree *tree = search->compiled->tree;
    failed->compiled = search->compiled;
    failed->states = g_hash_table_new_full(
        g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, (GDestroyNotify)g_array_unref);
    failed->key = g_byte_array_new();
    failed->standing = g_new(int64_t, tree->n_outcomes);
    failed->option_until = g_new(size_t *, tree->n_questions);
    for (size_t i = 0; i < tree->n_questions; i++)
        failed->option_until[i] = g_new0(size_t, tree->questions[i].n_options);
    failed->question_until = g_new0(size_t, tree->n_questions);
    failed->group_until = g_new0(size_t, search->compiled->n_groups);
    note_questions(failed, search);
    note_effects(failed, search);
    note_guard(failed, search->condition, tree->n_questions);
    return failed;
}

void fp_failed_states_free(FpFailedStates *failed)
{
    if (failed == NULL)
        return;
    for (size_t i = 0; i < failed->compiled->tree->n_questions; i++)
        g_free(failed->option_until[i]);
    g_hash_table_unref(failed->states);
    g_byte_array_unref(failed->key);
    g_free(failed->standing);
    g_free(failed->option_until);
    g_free(failed->question_until);
    g_free(failed->group_until);
    g_free(failed);
}

static void add_to_key(FpFailedStates *failed, const void *bytes, size_t n_bytes)
{
    g_byte_array_append(failed->key, bytes, (guint)n_bytes);
}

/* Of the options chosen, those that are still read. */
static void add_chosen(FpFailedStates *failed, const FpSearch *search, size_t question)
{
    FpOptionSet left = search->must[question], read = { { 0, 0 } };
    for (size_t i = fp_option_set_first(left); i < FP_OPTIONS_MAX; i = fp_option_set_first(left)) {
        FpOptionSet option = fp_option_set_of(i);
        left = fp_option_set_minus(left, option);
        if (failed->option_until[question][i] > search->question)
            read = fp_option_set_union(read, option);
    }
    add_to_key(failed, &read, sizeof read);
}

static void make_key(FpFailedStates *failed, const FpSearch *search)
{
    size_t question = search->question;
    bool is_begun = !fp_option_set_is_empty(search->must[question]);
    g_byte_array_set_size(failed->key, 0);
    add_to_key(failed, &question, sizeof question);
    add_to_key(failed, &search->option, sizeof search->option);
    add_to_key(failed, &is_begun, sizeof is_begun);
    for (size_t i = 0; i <= question; i++) {
        if (failed->question_until[i] > question)
            add_chosen(failed, search, i);
    }
    for (size_t i = 0; i < failed->compiled->n_groups; i++) {
        if (failed->group_until[i] > question)
            add_to_key(failed, &search->group_points[i], sizeof search->group_points[i]);
    }
    for (size_t i = 0; i < failed->compiled->tree->n_outcomes; i++)
        failed->standing[i] = search->goal->standing(search, i);
}

static bool is_covered_by(const int64_t *standing, const int64_t *failed, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (standing[i] > failed[i])
            return false;
    }
    return true;
}

bool fp_failed_states_covers(FpFailedStates *failed, const FpSearch *search)
{
    size_t n = failed->compiled->tree->n_outcomes;
    make_key(failed, search);
    g_autoptr(GBytes) key = g_bytes_new_static(failed->key->data, failed->key->len);
    const GArray *standings = g_hash_table_lookup(failed->states, key);
    for (size_t i = 0; standings != NULL && i < standings->len; i += n) {
        if (is_covered_by(failed->standing, &g_array_index(standings, int64_t, i), n))
            return true;
    }
    return false;
}

static GArray *find_standings(FpFailedStates *failed)
{
    g_autoptr(GBytes) key = g_bytes_new(failed->key->data, failed->key->len);
    GArray *standings = g_hash_table_lookup(failed->states, key);
    if (standings == NULL) {
        standings = g_array_new(FALSE, FALSE, sizeof(int64_t));
        g_hash_table_insert(failed->states, g_steal_pointer(&key), standings);
        failed->n_numbers += NUMBERS_PER_STATE + failed->key->len / sizeof(int64_t);
    }
    return standings;
}

void fp_failed_states_add(FpFailedStates *failed, const FpSearch *search)
{
    size_t n = failed->compiled->tree->n_outcomes;
    if (failed->n_numbers > NUMBERS_MAX)
        return;
    make_key(failed, search);
    GArray *standings = find_standings(failed);
    if (standings->len >= n * STANDINGS_PER_STATE_MAX)
        return;
    g_array_append_vals(standings, failed->standing, (guint)n);
    failed->n_numbers += n;
}
