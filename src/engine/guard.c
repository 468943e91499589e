// SPDX-License-Identifier: Apache-2.0
// Recursion is as deep as the guard is nested: the reader allows 64 levels.
#include "guard-private.h"

static size_t count_nodes(const FpGuard *guard)
{
    size_t n = 1;
    for (size_t i = 0; i < guard->n_parts; i++)
        n += count_nodes(&guard->parts[i]);
    return n;
}

static FpGuardNode *lay_out(const FpGuard *guard, FpGuardNode *node)
{
    FpGuardNode *next = node + 1;
    node->kind = guard->kind;
    node->needs_all = guard->needs_all;
    node->question = guard->question;
    for (size_t i = 0; i < guard->n_options; i++)
        node->options = fp_option_set_union(node->options, fp_option_set_of(guard->options[i]));
    for (size_t i = 0; i < guard->n_parts; i++)
        next = lay_out(&guard->parts[i], next);
    node->n_nodes = (size_t)(next - node);
    return next;
}

FpGuardNode *fp_guard_compile(const FpGuard *guard)
{
    if (guard == NULL)
        return NULL;
    FpGuardNode *nodes = g_new0(FpGuardNode, count_nodes(guard));
    lay_out(guard, nodes);
    return nodes;
}

static bool atom_holds(const FpGuardNode *atom, const FpOptionSet *in_force)
{
    FpOptionSet chosen = in_force[atom->question];
    return atom->needs_all ? fp_option_set_contains(chosen, atom->options)
                           : fp_option_set_meets(chosen, atom->options);
}

bool fp_guard_holds(const FpGuardNode *guard, const FpOptionSet *in_force)
{
    if (guard == NULL)
        return true;
    if (guard->kind == FP_GUARD_ANSWER)
        return atom_holds(guard, in_force);
    if (guard->kind == FP_GUARD_NOT)
        return !fp_guard_holds(guard + 1, in_force);
    bool ends_with = guard->kind == FP_GUARD_ANY;
    const FpGuardNode *end = guard + guard->n_nodes;
    for (const FpGuardNode *part = guard + 1; part < end; part += part->n_nodes) {
        if (fp_guard_holds(part, in_force) == ends_with)
            return ends_with;
    }
    return !ends_with;
}

static FpChance chance_of_parts(const FpGuardNode *guard, const FpOptionSet *must,
                                const FpOptionSet *may)
{
    bool is_any = guard->kind == FP_GUARD_ANY;
    FpChance all = { true, true }, any = { false, false };
    const FpGuardNode *end = guard + guard->n_nodes;
    for (const FpGuardNode *part = guard + 1; part < end; part += part->n_nodes) {
        FpChance chance = fp_guard_chance(part, must, may);
        all.is_certain &= chance.is_certain;
        all.is_possible &= chance.is_possible;
        any.is_certain |= chance.is_certain;
        any.is_possible |= chance.is_possible;
    }
    return is_any ? any : all;
}

FpChance fp_guard_chance(const FpGuardNode *guard, const FpOptionSet *must, const FpOptionSet *may)
{
    if (guard == NULL)
        return (FpChance) { true, true };
    if (guard->kind == FP_GUARD_ANSWER)
        return (FpChance) { atom_holds(guard, must), atom_holds(guard, may) };
    if (guard->kind == FP_GUARD_NOT) {
        FpChance part = fp_guard_chance(guard + 1, must, may);
        return (FpChance) { !part.is_possible, !part.is_certain };
    }
    return chance_of_parts(guard, must, may);
}

void fp_guard_for_each_atom(const FpGuardNode *guard, FpAtomVisitor visit, void *user_data)
{
    if (guard == NULL)
        return;
    for (size_t i = 0; i < guard->n_nodes; i++) {
        if (guard[i].kind == FP_GUARD_ANSWER)
            visit(&guard[i], user_data);
    }
}
