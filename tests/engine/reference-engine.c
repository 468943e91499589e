// SPDX-License-Identifier: Apache-2.0
#include "reference-engine.h"
#include <string.h>

const char *const seen_names[SEEN_COUNT] = {
    "no path",
    "a tie",
    "a close call",
    "no runner-up",
    "a negative score",
    "a reason not counted",
    "a stronger one later in a group",
    "equally strong ones in a group",
    "an effect on several outcomes",
    "a resting answer",
    "a resting unknown",
    "an unknown",
    "an open question",
    "a complete sheet",
    "a follow-up",
    "a question's guard that is false",
    "an atom of one option",
    "an atom of any of several",
    "an atom of all of several",
    "an atom of a band",
    "an atom on a question not in force",
    "a guard of all",
    "a guard of any",
    "a guard of not",
    "an effect's guard that is false",
    "an effect that reads its own question",
    "an effect of always with a guard",
    "a rule that fires",
    "a rule that does not",
    "several options of many",
    "an exclusive option",
    "a number",
    "a number at a band's end",
    "a negative number",
    "a band by its id",
    "a requirement",
    "a requirement of two effects",
    "a requirement of another outcome",
    "advice",
};

typedef struct {
    const FpTree *tree;
    const RawAnswer *answers;
    bool *applicable; /* one a question */
    size_t *seen;
} Sheet;

static void see(const Sheet *sheet, Seen what)
{
    if (sheet->seen != NULL)
        sheet->seen[what]++;
}

/* "band i holds for n with previous below <= n < its below" */
static bool is_in_band(const FpQuestion *question, size_t band, int64_t number)
{
    if (band > 0 && number < (int64_t)question->options[band - 1].below.millionths)
        return false;
    return !question->options[band].has_below ||
           number < (int64_t)question->options[band].below.millionths;
}

/* The answer says this option, whether or not it is in force. */
static bool says(const Sheet *sheet, size_t question, size_t option)
{
    const RawAnswer *answer = &sheet->answers[question];
    if (answer->kind == RAW_NUMBER)
        return is_in_band(&sheet->tree->questions[question], option, answer->millionths);
    return answer->kind == RAW_OPTIONS && answer->chosen[option];
}

static bool is_answered(const Sheet *sheet, size_t question)
{
    RawKind kind = sheet->answers[question].kind;
    return kind == RAW_OPTIONS || kind == RAW_NUMBER;
}

/* "An atom on a question that is unknown, open or not applicable is false" */
static bool atom_holds(const Sheet *sheet, const FpGuard *atom)
{
    size_t n_chosen = 0;
    if (!sheet->applicable[atom->question] || !is_answered(sheet, atom->question)) {
        see(sheet, SEEN_ATOM_NOT_IN_FORCE);
        return false;
    }
    for (size_t i = 0; i < atom->n_options; i++)
        n_chosen += says(sheet, atom->question, atom->options[i]);
    if (n_chosen < (atom->needs_all ? atom->n_options : 1))
        return false;
    see(sheet, atom->needs_all       ? SEEN_ATOM_ALL_OF
               : atom->n_options > 1 ? SEEN_ATOM_ANY_OF
                                     : SEEN_ATOM_ONE);
    if (sheet->tree->questions[atom->question].type == FP_QUESTION_NUMBER)
        see(sheet, SEEN_ATOM_BAND);
    return true;
}

static bool holds(const Sheet *sheet, const FpGuard *guard)
{
    size_t n_held = 0;
    if (guard == NULL)
        return true;
    if (guard->kind == FP_GUARD_ANSWER)
        return atom_holds(sheet, guard);
    for (size_t i = 0; i < guard->n_parts; i++)
        n_held += holds(sheet, &guard->parts[i]);
    bool result = guard->kind == FP_GUARD_ALL   ? n_held == guard->n_parts
                  : guard->kind == FP_GUARD_ANY ? n_held > 0
                                                : n_held == 0;
    if (result)
        see(sheet, guard->kind == FP_GUARD_ALL   ? SEEN_GUARD_ALL
                   : guard->kind == FP_GUARD_ANY ? SEEN_GUARD_ANY
                                                 : SEEN_GUARD_NOT);
    return result;
}

static bool is_chosen(const Sheet *sheet, size_t question, size_t option)
{
    return sheet->applicable[question] && is_answered(sheet, question) &&
           says(sheet, question, option);
}

static void find_applicable(Sheet *sheet)
{
    for (size_t i = 0; i < sheet->tree->n_questions; i++) {
        const FpQuestion *question = &sheet->tree->questions[i];
        bool is_follow_up = question->parent_question != FP_NONE;
        bool is_led_to =
            !is_follow_up || is_chosen(sheet, question->parent_question, question->parent_option);
        sheet->applicable[i] = is_led_to && holds(sheet, question->when);
        if (sheet->applicable[i] && is_follow_up)
            see(sheet, SEEN_FOLLOW_UP);
        if (is_led_to && !sheet->applicable[i])
            see(sheet, SEEN_WHEN_FALSE);
    }
}

typedef struct {
    const FpEffect *effect;
    size_t question, option, rule;
} Fired;

static bool reads(const FpGuard *guard, size_t question)
{
    if (guard == NULL)
        return false;
    for (size_t i = 0; i < guard->n_parts; i++) {
        if (reads(&guard->parts[i], question))
            return true;
    }
    return guard->kind == FP_GUARD_ANSWER && guard->question == question;
}

static void fire(const Sheet *sheet, const FpEffects *effects, Fired where, GArray *fired)
{
    for (size_t i = 0; i < effects->n; i++) {
        where.effect = &effects->items[i];
        if (!holds(sheet, where.effect->when)) {
            see(sheet, SEEN_EFFECT_WHEN_FALSE);
            continue;
        }
        if (where.question != FP_NONE && reads(where.effect->when, where.question))
            see(sheet, SEEN_EFFECT_READS_OWN_QUESTION);
        if (where.question == FP_NONE && where.rule == FP_NONE && where.effect->when != NULL)
            see(sheet, SEEN_ALWAYS_GUARDED);
        g_array_append_val(fired, where);
    }
}

static void fire_question(const Sheet *sheet, size_t question, GArray *fired)
{
    const FpQuestion *asked = &sheet->tree->questions[question];
    for (size_t i = 0; i < asked->n_options; i++) {
        if (is_chosen(sheet, question, i))
            fire(sheet, &asked->options[i].effects, (Fired) { NULL, question, i, FP_NONE }, fired);
        for (size_t j = 0; j < asked->options[i].n_then; j++)
            fire_question(sheet, asked->options[i].then[j], fired);
    }
}

/* "Fired effects, in tree order" */
static GArray *fire_all(const Sheet *sheet)
{
    const FpTree *tree = sheet->tree;
    GArray *fired = g_array_new(FALSE, FALSE, sizeof(Fired));
    fire(sheet, &tree->always, (Fired) { NULL, FP_NONE, FP_NONE, FP_NONE }, fired);
    for (size_t i = 0; i < tree->n_questions; i++) {
        if (tree->questions[i].parent_question == FP_NONE)
            fire_question(sheet, i, fired);
    }
    for (size_t i = 0; i < tree->n_rules; i++) {
        bool is_live = holds(sheet, tree->rules[i].when);
        see(sheet, is_live ? SEEN_RULE_FIRED : SEEN_RULE_NOT_FIRED);
        if (is_live)
            fire(sheet, &tree->rules[i].effects, (Fired) { NULL, FP_NONE, FP_NONE, i }, fired);
    }
    return fired;
}

typedef struct {
    Fired fired;
    size_t outcome;
    int points;
    bool counted;
} Reason;

static GArray *list_reasons(const Sheet *sheet, const GArray *fired)
{
    GArray *reasons = g_array_new(FALSE, FALSE, sizeof(Reason));
    for (guint i = 0; i < fired->len; i++) {
        const Fired *one = &g_array_index(fired, Fired, i);
        FpEffectKind kind = one->effect->kind;
        if (kind == FP_EFFECT_REQUIRE || kind == FP_EFFECT_ADVISE)
            continue;
        for (size_t j = 0; j < one->effect->n_outcomes; j++) {
            Reason reason = { *one, one->effect->outcomes[j], 0, true };
            if (kind != FP_EFFECT_RULE_OUT)
                reason.points = sheet->tree->strengths[one->effect->strength].points;
            g_array_append_val(reasons, reason);
        }
        if (one->effect->n_outcomes > 1)
            see(sheet, SEEN_SEVERAL_OUTCOMES);
    }
    return reasons;
}

static bool is_same_group(const Reason *a, const Reason *b)
{
    return a->outcome == b->outcome && a->fired.effect->kind == b->fired.effect->kind &&
           g_strcmp0(a->fired.effect->counts_as, b->fired.effect->counts_as) == 0;
}

/* "only the strongest counts (the first in tree order, if equal)" */
static void count_groups(const Sheet *sheet, GArray *reasons)
{
    for (guint i = 0; i < reasons->len; i++) {
        Reason *one = &g_array_index(reasons, Reason, i);
        for (guint j = 0; one->fired.effect->counts_as != NULL && j < reasons->len; j++) {
            const Reason *other = &g_array_index(reasons, Reason, j);
            if (j == i || !is_same_group(one, other))
                continue;
            if (other->points > one->points || (other->points == one->points && j < i))
                one->counted = false;
            if (other->points == one->points)
                see(sheet, SEEN_EQUAL_IN_GROUP);
            if (other->points > one->points && j > i)
                see(sheet, SEEN_STRONGER_COMES_LATER);
        }
        if (!one->counted)
            see(sheet, SEEN_NOT_COUNTED);
    }
}

typedef struct {
    size_t outcome;
    int64_t score;
    bool out;
} Place;

static int64_t score_of(const GArray *reasons, size_t outcome)
{
    int64_t score = 0;
    for (guint i = 0; i < reasons->len; i++) {
        const Reason *reason = &g_array_index(reasons, Reason, i);
        if (reason->outcome == outcome && reason->counted)
            score +=
                reason->fired.effect->kind == FP_EFFECT_FAVOUR ? reason->points : -reason->points;
    }
    return score;
}

static bool is_out(const GArray *reasons, size_t outcome)
{
    for (guint i = 0; i < reasons->len; i++) {
        const Reason *reason = &g_array_index(reasons, Reason, i);
        if (reason->outcome == outcome && reason->fired.effect->kind == FP_EFFECT_RULE_OUT)
            return true;
    }
    return false;
}

/* Of places from `from` on the one that comes next: not out before out, then score, then prefer, in
 * whose order they are. */
static size_t find_next(const Place *places, size_t from, size_t n)
{
    size_t best = from;
    for (size_t i = from + 1; i < n; i++) {
        bool is_before = places[i].out != places[best].out
                             ? places[best].out
                             : !places[i].out && places[i].score > places[best].score;
        if (is_before)
            best = i;
    }
    return best;
}

static Place *rank(const Sheet *sheet, const GArray *reasons)
{
    size_t n = sheet->tree->n_outcomes;
    Place *places = g_new(Place, n);
    for (size_t i = 0; i < n; i++) {
        size_t outcome = sheet->tree->prefer[i];
        places[i] = (Place) { outcome, score_of(reasons, outcome), is_out(reasons, outcome) };
        if (places[i].score < 0)
            see(sheet, SEEN_NEGATIVE_SCORE);
    }
    for (size_t i = 0; i < n; i++) {
        size_t next = find_next(places, i, n);
        Place moved = places[next];
        memmove(&places[i + 1], &places[i], (next - i) * sizeof *places);
        places[i] = moved;
    }
    return places;
}

/* A key and an id, or null. */
static void write_id(GString *json, const char *key, const char *id)
{
    g_string_append_printf(json, "\"%s\":", key);
    if (id == NULL)
        g_string_append(json, "null,");
    else
        g_string_append_printf(json, "\"%s\",", id);
}

static void write_ranking(const Sheet *sheet, const Place *places, GString *json)
{
    g_string_append(json, "\"ranking\":[");
    for (size_t i = 0; i < sheet->tree->n_outcomes; i++)
        g_string_append_printf(
            json, "%s{\"outcome\":\"%s\",\"score\":%" G_GINT64_FORMAT ",\"ruled_out\":%s}",
            i == 0 ? "" : ",", sheet->tree->outcomes[places[i].outcome].id, places[i].score,
            places[i].out ? "true" : "false");
    g_string_append(json, "],");
}

static void write_reason(const Sheet *sheet, const Reason *reason, GString *json)
{
    static const char *const kinds[] = { "favour", "disfavour", "rule_out" };
    const FpTree *tree = sheet->tree;
    const Fired *fired = &reason->fired;
    bool is_out_reason = fired->effect->kind == FP_EFFECT_RULE_OUT;
    g_string_append_printf(json, "{\"effect\":\"%s\",\"outcome\":\"%s\"",
                           kinds[fired->effect->kind], tree->outcomes[reason->outcome].id);
    if (is_out_reason)
        g_string_append(json, ",\"strength\":null,\"points\":null");
    else
        g_string_append_printf(json, ",\"strength\":\"%s\",\"points\":%d",
                               tree->strengths[fired->effect->strength].id, reason->points);
    g_string_append_printf(json, ",\"counted\":%s,\"because\":\"%s\",",
                           reason->counted ? "true" : "false", fired->effect->because.source);
    const FpQuestion *question =
        fired->question == FP_NONE ? NULL : &tree->questions[fired->question];
    write_id(json, "question", question == NULL ? NULL : question->id);
    write_id(json, "option", question == NULL ? NULL : question->options[fired->option].id);
    write_id(json, "rule", fired->rule == FP_NONE ? NULL : tree->rules[fired->rule].id);
    g_string_append(json, "\"cites\":[");
    for (size_t i = 0; i < fired->effect->cites.n; i++)
        g_string_append_printf(json, "%s\"%s\"", i == 0 ? "" : ",",
                               fired->effect->cites.items[i].id);
    g_string_append(json, "]}");
}

static bool is_for(const FpEffect *effect, size_t outcome)
{
    bool is_listed = effect->n_outcomes == 0;
    for (size_t i = 0; i < effect->n_outcomes; i++)
        is_listed |= effect->outcomes[i] == outcome;
    return is_listed;
}

/* Each once, in tree order; none with no path. */
static void write_conditions(const Sheet *sheet, const GArray *fired, FpEffectKind kind,
                             size_t outcome, GString *json)
{
    g_autoptr(GPtrArray) written = g_ptr_array_new();
    for (guint i = 0; outcome != FP_NONE && i < fired->len; i++) {
        const FpEffect *effect = g_array_index(fired, Fired, i).effect;
        if (effect->kind != kind)
            continue;
        if (!is_for(effect, outcome)) {
            see(sheet, SEEN_REQUIRE_FOR_ANOTHER);
            continue;
        }
        const char *text = kind == FP_EFFECT_REQUIRE ? sheet->tree->controls[effect->control].id
                                                     : effect->advice.source;
        see(sheet, kind == FP_EFFECT_REQUIRE ? SEEN_REQUIRE : SEEN_ADVICE);
        if (g_ptr_array_find_with_equal_func(written, text, g_str_equal, NULL)) {
            see(sheet, SEEN_REQUIRE_TWICE);
            continue;
        }
        g_string_append_printf(json, "%s\"%s\"", written->len == 0 ? "" : ",", text);
        g_ptr_array_add(written, (gpointer)(uintptr_t)text);
    }
}

static void write_margin(const Sheet *sheet, const Place *places, GString *json)
{
    bool has_runner_up = sheet->tree->n_outcomes > 1 && !places[1].out;
    int64_t margin = has_runner_up ? places[0].score - places[1].score : 0;
    bool is_close = has_runner_up && margin <= sheet->tree->close_call;
    if (has_runner_up)
        g_string_append_printf(json, "\"margin\":%" G_GINT64_FORMAT ",", margin);
    else
        g_string_append(json, "\"margin\":null,");
    g_string_append_printf(json, "\"tie\":%s,\"close_call\":%s,",
                           has_runner_up && margin == 0 ? "true" : "false",
                           is_close ? "true" : "false");
    if (!has_runner_up)
        see(sheet, SEEN_NO_RUNNER_UP);
    if (has_runner_up && margin == 0)
        see(sheet, SEEN_TIE);
    if (is_close && margin > 0)
        see(sheet, SEEN_CLOSE_CALL);
}

static void list_states(const Sheet *sheet, GString *open, GString *resting)
{
    bool is_complete = true;
    for (size_t i = 0; i < sheet->tree->n_questions; i++) {
        RawKind kind = sheet->answers[i].kind;
        if (sheet->applicable[i] && kind == RAW_NONE)
            g_string_append_printf(open, "%s,", sheet->tree->questions[i].id);
        if (!sheet->applicable[i] && kind != RAW_NONE)
            g_string_append_printf(resting, "%s,", sheet->tree->questions[i].id);
        if (!sheet->applicable[i] && kind != RAW_NONE)
            see(sheet, kind == RAW_UNKNOWN ? SEEN_RESTING_UNKNOWN : SEEN_RESTING);
        if (sheet->applicable[i] && kind == RAW_NONE)
            see(sheet, SEEN_OPEN);
        if (sheet->applicable[i] && kind == RAW_UNKNOWN)
            see(sheet, SEEN_UNKNOWN);
        is_complete &= !sheet->applicable[i] || is_answered(sheet, i);
    }
    if (is_complete)
        see(sheet, SEEN_COMPLETE);
}

static void see_number(const Sheet *sheet, const FpQuestion *question, int64_t number)
{
    see(sheet, SEEN_NUMBER);
    if (number < 0)
        see(sheet, SEEN_NUMBER_NEGATIVE);
    for (size_t i = 0; i + 1 < question->n_options; i++) {
        if (number == (int64_t)question->options[i].below.millionths)
            see(sheet, SEEN_NUMBER_AT_BELOW);
    }
}

static void see_answers(const Sheet *sheet)
{
    for (size_t i = 0; i < sheet->tree->n_questions; i++) {
        const FpQuestion *question = &sheet->tree->questions[i];
        const RawAnswer *answer = &sheet->answers[i];
        size_t n_chosen = 0;
        if (answer->kind == RAW_NUMBER)
            see_number(sheet, question, answer->millionths);
        if (answer->kind == RAW_OPTIONS && question->type == FP_QUESTION_NUMBER)
            see(sheet, SEEN_BAND_BY_ID);
        for (size_t j = 0; answer->kind == RAW_OPTIONS && j < question->n_options; j++) {
            n_chosen += answer->chosen[j];
            if (answer->chosen[j] && question->options[j].is_exclusive)
                see(sheet, SEEN_EXCLUSIVE);
        }
        if (n_chosen > 1)
            see(sheet, SEEN_MANY_OF_SEVERAL);
    }
}

static char *write_verdict(const Sheet *sheet, const GArray *fired, const GArray *reasons,
                           const Place *places, size_t outcome)
{
    GString *json = g_string_new("{");
    write_id(json, "outcome", outcome == FP_NONE ? NULL : sheet->tree->outcomes[outcome].id);
    write_margin(sheet, places, json);
    write_ranking(sheet, places, json);
    g_string_append(json, "\"reasons\":[");
    for (guint i = 0; i < reasons->len; i++) {
        g_string_append(json, i == 0 ? "" : ",");
        write_reason(sheet, &g_array_index(reasons, Reason, i), json);
    }
    g_string_append(json, "],\"requires\":[");
    write_conditions(sheet, fired, FP_EFFECT_REQUIRE, outcome, json);
    g_string_append(json, "],\"advice\":[");
    write_conditions(sheet, fired, FP_EFFECT_ADVISE, outcome, json);
    g_string_append(json, "]}");
    return g_string_free(json, FALSE);
}

ReferenceDecision reference_decide(const FpTree *tree, const RawAnswer *answers, size_t *seen)
{
    g_autofree bool *applicable = g_new0(bool, tree->n_questions);
    g_autoptr(GString) open = g_string_new(NULL);
    g_autoptr(GString) resting = g_string_new(NULL);
    Sheet sheet = { tree, answers, applicable, seen };
    ReferenceDecision decision;
    find_applicable(&sheet);
    see_answers(&sheet);
    list_states(&sheet, open, resting);
    g_autoptr(GArray) fired = fire_all(&sheet);
    g_autoptr(GArray) reasons = list_reasons(&sheet, fired);
    count_groups(&sheet, reasons);
    g_autofree Place *places = rank(&sheet, reasons);
    decision.outcome = places[0].out ? FP_NONE : places[0].outcome;
    if (decision.outcome == FP_NONE)
        see(&sheet, SEEN_NO_PATH);
    decision.verdict_json = write_verdict(&sheet, fired, reasons, places, decision.outcome);
    decision.open = g_strdup(open->str);
    decision.resting = g_strdup(resting->str);
    return decision;
}

void reference_decision_clear(ReferenceDecision *decision)
{
    g_free(decision->verdict_json);
    g_free(decision->open);
    g_free(decision->resting);
}

static size_t winner_of(Sheet *sheet)
{
    g_autoptr(GArray) fired = fire_all(sheet);
    g_autoptr(GArray) reasons = list_reasons(sheet, fired);
    count_groups(sheet, reasons);
    g_autofree Place *places = rank(sheet, reasons);
    return places[0].out ? FP_NONE : places[0].outcome;
}

typedef struct {
    const FpTree *tree;
    RawAnswer *answers;
    size_t n_left; /* completions that may still be looked at */
    size_t *wins;
} Outlook;

static bool complete_all(Outlook *outlook);

/* Completes with each set of options that may stand together, from `option` on. */
static bool complete_sets(Outlook *outlook, size_t question, size_t option, bool has_any)
{
    const FpQuestion *asked = &outlook->tree->questions[question];
    bool *chosen = outlook->answers[question].chosen;
    if (option == asked->n_options)
        return !has_any || complete_all(outlook);
    bool is_good = complete_sets(outlook, question, option + 1, has_any);
    if (!is_good || asked->options[option].is_exclusive)
        return is_good;
    chosen[option] = true;
    is_good = complete_sets(outlook, question, option + 1, true);
    chosen[option] = false;
    return is_good;
}

static bool complete_question(Outlook *outlook, size_t question)
{
    const FpQuestion *asked = &outlook->tree->questions[question];
    RawAnswer was = outlook->answers[question], *answer = &outlook->answers[question];
    bool is_many = asked->type == FP_QUESTION_MANY, is_good = true;
    *answer = (RawAnswer) { .kind = RAW_OPTIONS };
    for (size_t i = 0; is_good && i < asked->n_options; i++) {
        if (is_many && !asked->options[i].is_exclusive)
            continue;
        answer->chosen[i] = true;
        is_good = complete_all(outlook);
        answer->chosen[i] = false;
    }
    if (is_good && is_many)
        is_good = complete_sets(outlook, question, 0, false);
    *answer = was;
    return is_good;
}

static bool complete_all(Outlook *outlook)
{
    g_autofree bool *applicable = g_new0(bool, outlook->tree->n_questions);
    Sheet sheet = { outlook->tree, outlook->answers, applicable, NULL };
    find_applicable(&sheet);
    for (size_t i = 0; i < outlook->tree->n_questions; i++) {
        if (applicable[i] && !is_answered(&sheet, i))
            return complete_question(outlook, i);
    }
    if (outlook->n_left == 0)
        return false;
    outlook->n_left--;
    size_t winner = winner_of(&sheet);
    outlook->wins[winner == FP_NONE ? outlook->tree->n_outcomes : winner]++;
    return true;
}

bool reference_outlook(const FpTree *tree, const RawAnswer *answers, size_t max, size_t *out_wins)
{
    g_autofree RawAnswer *copy = g_memdup2(answers, tree->n_questions * sizeof *answers);
    Outlook outlook = { tree, copy, max, out_wins };
    memset(out_wins, 0, (tree->n_outcomes + 1) * sizeof *out_wins);
    return complete_all(&outlook);
}

void reference_applicable(const FpTree *tree, const RawAnswer *answers, bool *out_applicable)
{
    Sheet sheet = { tree, answers, out_applicable, NULL };
    find_applicable(&sheet);
}

size_t reference_winner(const FpTree *tree, const RawAnswer *answers)
{
    g_autofree bool *applicable = g_new0(bool, tree->n_questions);
    Sheet sheet = { tree, answers, applicable, NULL };
    find_applicable(&sheet);
    return winner_of(&sheet);
}
