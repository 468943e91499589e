// SPDX-License-Identifier: Apache-2.0
// A function for each kind of thing lists its fields.
#include "tree-diff-describe-private.h"

typedef struct {
    const FpNaming *naming;
    const FpTree *tree;
    GArray *things;     /* of FpDescribed */
    FpDescribed *thing; /* the one being described, the last of things */
} Description;

static void clear_field(void *data)
{
    g_free(((FpField *)data)->text);
}

static void clear_thing(void *data)
{
    FpDescribed *thing = data;
    g_free(thing->path);
    g_free(thing->question_path);
    g_free(thing->aim);
    g_free(thing->summary);
    g_array_unref(thing->fields);
}

/* Takes the path. */
static void begin(Description *description, FpThing thing, char *path, FpPlace place)
{
    FpDescribed described = { .thing = thing, .path = path, .line = place.line };
    described.fields = g_array_new(FALSE, FALSE, sizeof(FpField));
    g_array_set_clear_func(described.fields, clear_field);
    g_array_append_val(description->things, described);
    description->thing =
        &g_array_index(description->things, FpDescribed, description->things->len - 1);
}

/* Takes the text; NULL is nothing. */
static void take(Description *description, const char *name, char *text)
{
    FpField field = { name, text != NULL ? text : g_strdup("") };
    g_array_append_val(description->thing->fields, field);
}

static void add(Description *description, const char *name, const char *text)
{
    take(description, name, g_strdup(text));
}

static void add_text(Description *description, const char *name, FpTreeText text)
{
    add(description, name, text.source);
}

static void add_number(Description *description, const char *name, int64_t number)
{
    take(description, name, g_strdup_printf("%" G_GINT64_FORMAT, number));
}

static void add_decimal(Description *description, const char *name, bool is_there, FpDecimal number)
{
    take(description, name, is_there ? fp_decimal_to_text(number) : NULL);
}

static void add_cites(Description *description, const char *name, FpCites cites)
{
    take(description, name, fp_diff_cites_text(cites));
}

static void add_line(GString *text, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void add_line(GString *text, const char *format, ...)
{
    va_list arguments;
    g_string_append(text, text->len > 0 ? "\n" : "");
    va_start(arguments, format);
    g_string_append_vprintf(text, format, arguments);
    va_end(arguments);
}

static const char *or_nothing(const char *text)
{
    return text != NULL ? text : "";
}

/* ---- Effects ---- */

static char *conditions_aim(const Description *description, const FpEffect *effect)
{
    bool is_control = effect->kind == FP_EFFECT_REQUIRE;
    return g_strdup_printf("%s %s", fp_effect_kind_name(effect->kind),
                           is_control ? description->tree->controls[effect->control].id
                                      : effect->advice.source);
}

static char *effect_aim(const Description *description, const FpEffect *effect)
{
    if (effect->kind == FP_EFFECT_REQUIRE || effect->kind == FP_EFFECT_ADVISE)
        return conditions_aim(description, effect);
    g_autofree char *outcomes =
        fp_diff_outcomes_text(description->naming, effect->outcomes, effect->n_outcomes);
    return g_strdup_printf("%s %s", fp_effect_kind_name(effect->kind), outcomes);
}

static char *effect_summary(const FpTree *tree, const FpEffect *effect, const char *aim,
                            const char *for_outcomes, const char *when)
{
    GString *text = g_string_new(aim);
    if (effect->strength != FP_NONE)
        g_string_append_printf(text, ", %s", tree->strengths[effect->strength].id);
    if (for_outcomes[0] != '\0')
        g_string_append_printf(text, ", for %s", for_outcomes);
    if (when[0] != '\0')
        g_string_append_printf(text, ", when {%s}", when);
    return g_string_free(text, FALSE);
}

static void describe_effect(Description *description, const char *path, const char *question_path,
                            const FpEffect *effect)
{
    const FpTree *tree = description->tree;
    bool is_condition = effect->kind == FP_EFFECT_REQUIRE || effect->kind == FP_EFFECT_ADVISE;
    g_autofree char *when = fp_diff_guard_text(description->naming, effect->when);
    g_autofree char *for_outcomes =
        is_condition
            ? fp_diff_outcomes_text(description->naming, effect->outcomes, effect->n_outcomes)
            : g_strdup("");
    begin(description, FP_THING_EFFECT, g_strdup(path), effect->place);
    description->thing->question_path = g_strdup(question_path);
    description->thing->aim = effect_aim(description, effect);
    description->thing->summary =
        effect_summary(tree, effect, description->thing->aim, for_outcomes, when);
    add(description, "effect", description->thing->aim);
    add(description, "strength",
        effect->strength != FP_NONE ? tree->strengths[effect->strength].id : NULL);
    add(description, "counts_as", effect->counts_as);
    add(description, "for", for_outcomes);
    add(description, "when", when);
    add_text(description, "because", effect->because);
    add_cites(description, "cites", effect->cites);
}

static void describe_effects(Description *description, const char *path, const char *question_path,
                             const FpEffects *effects)
{
    for (size_t i = 0; i < effects->n; i++)
        describe_effect(description, path, question_path, &effects->items[i]);
}

/* ---- Questions ---- */

static void describe_option(Description *description, size_t index, size_t option_index)
{
    const FpQuestion *question = &description->tree->questions[index];
    const FpOption *option = &question->options[option_index];
    const char *question_path = fp_naming_question(description->naming, index);
    g_autofree char *path = g_strdup_printf(
        "%s/%s", question_path, fp_naming_option(description->naming, index, option_index));
    begin(description, FP_THING_OPTION, g_strdup(path), option->place);
    description->thing->question_path = g_strdup(question_path);
    description->thing->summary = g_strdup(option->label.source);
    add(description, "id", option->id);
    add_text(description, "label", option->label);
    add_text(description, "help", option->help);
    add_text(description, "headline", option->headline);
    add(description, "exclusive", option->is_exclusive ? "true" : "");
    add_decimal(description, "below", option->has_below, option->below);
    describe_effects(description, path, question_path, &option->effects);
}

static char *parent_path(const Description *description, const FpQuestion *question)
{
    if (question->parent_question == FP_NONE)
        return NULL;
    return g_strdup_printf(
        "%s/%s", fp_naming_question(description->naming, question->parent_question),
        fp_naming_option(description->naming, question->parent_question, question->parent_option));
}

static void describe_question(Description *description, size_t index)
{
    const FpTree *tree = description->tree;
    const FpQuestion *question = &tree->questions[index];
    begin(description, FP_THING_QUESTION, g_strdup(fp_naming_question(description->naming, index)),
          question->place);
    description->thing->summary = g_strdup(question->ask.source);
    add(description, "id", question->id);
    take(description, "under", parent_path(description, question));
    add_text(description, "ask", question->ask);
    add_text(description, "why", question->why);
    add_cites(description, "why_cites", question->why_cites);
    add(description, "type", fp_question_type_name(question->type));
    add(description, "theme", question->theme != FP_NONE ? tree->themes[question->theme].id : NULL);
    take(description, "when", fp_diff_guard_text(description->naming, question->when));
    add_text(description, "unit", question->unit);
    add_decimal(description, "min", question->type == FP_QUESTION_NUMBER, question->min);
    add_decimal(description, "max", question->has_max, question->max);
    for (size_t i = 0; i < question->n_options; i++)
        describe_option(description, index, i);
}

/* ---- Outcomes ---- */

static char *limits_text(const FpOutcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->n_limits; i++) {
        g_autofree char *cites = fp_diff_cites_text(outcome->limits[i].cites);
        add_line(text, "%s [%s]", or_nothing(outcome->limits[i].text.source), cites);
    }
    return g_string_free(text, FALSE);
}

static char *dataflow_text(const FpTree *tree, const FpOutcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->n_dataflow; i++) {
        const FpStop *stop = &outcome->dataflow[i];
        add_line(text, "%s; within %s; run by %s; control %s", or_nothing(stop->at.source),
                 or_nothing(stop->within.source), or_nothing(stop->run_by.source),
                 stop->control != FP_NONE ? tree->controls[stop->control].id : "");
    }
    return g_string_free(text, FALSE);
}

static char *access_text(const FpOutcome *outcome)
{
    static const char *const levels[] = { "none", "limited", "full" };
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->n_access; i++) {
        const FpAccess *access = &outcome->access[i];
        g_autofree char *cites = fp_diff_cites_text(access->cites);
        add_line(text, "%s: %s to %s [%s]", or_nothing(access->who.source), levels[access->has],
                 or_nothing(access->to.source), cites);
    }
    return g_string_free(text, FALSE);
}

static char *steps_text(const FpOutcome *outcome)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < outcome->n_next_steps; i++) {
        const FpNextStep *step = &outcome->next_steps[i];
        g_autofree char *cites = fp_diff_cites_text(step->cites);
        add_line(text, "%s (%s) [%s]", or_nothing(step->what.source),
                 or_nothing(step->owner.source), cites);
    }
    return g_string_free(text, FALSE);
}

static void describe_outcome(Description *description, size_t index)
{
    const FpOutcome *outcome = &description->tree->outcomes[index];
    begin(description, FP_THING_OUTCOME, g_strdup(fp_naming_outcome(description->naming, index)),
          outcome->place);
    description->thing->summary = g_strdup(outcome->title.source);
    add(description, "id", outcome->id);
    add_text(description, "title", outcome->title);
    add_text(description, "summary", outcome->summary);
    add_text(description, "headline", outcome->headline);
    take(description, "limits", limits_text(outcome));
    take(description, "dataflow", dataflow_text(description->tree, outcome));
    take(description, "access", access_text(outcome));
    take(description, "next_steps", steps_text(outcome));
}

/* ---- What else there is ---- */

static char *facts_files_text(const FpTree *tree)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < tree->n_facts_files; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? "" : ", ", tree->facts_files[i].name);
    return g_string_free(text, FALSE);
}

/* The order of the questions that both trees have. */
static char *order_text(const Description *description)
{
    const FpNaming *naming = description->naming;
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < naming->tree->n_questions; i++) {
        if (fp_pair_match_question(naming->tree, i, naming->shared_with) != FP_NONE)
            g_string_append_printf(text, "%s%s", text->len == 0 ? "" : ", ",
                                   fp_naming_question(naming, i));
    }
    return g_string_free(text, FALSE);
}

static void describe_top(Description *description)
{
    const FpTree *tree = description->tree;
    begin(description, FP_THING_TREE, g_strdup("tree"), (FpPlace) { 1, 1 });
    add(description, "id", tree->id);
    add(description, "version", tree->version);
    add_text(description, "title", tree->title);
    add_text(description, "summary", tree->summary);
    add(description, "language", tree->language);
    take(description, "uses", facts_files_text(tree));
    add_number(description, "close_call", tree->close_call);
    take(description, "prefer",
         fp_diff_outcomes_text(description->naming, tree->prefer, tree->n_outcomes));
    take(description, "order", order_text(description));
}

static void describe_small_things(Description *description)
{
    const FpTree *tree = description->tree;
    for (size_t i = 0; i < tree->n_strengths; i++) {
        begin(description, FP_THING_STRENGTH, g_strdup(tree->strengths[i].id),
              tree->strengths[i].place);
        description->thing->summary = g_strdup_printf("%d", tree->strengths[i].points);
        add_number(description, "points", tree->strengths[i].points);
    }
    for (size_t i = 0; i < tree->n_controls; i++) {
        const FpControl *control = &tree->controls[i];
        begin(description, FP_THING_CONTROL, g_strdup(control->id), control->place);
        description->thing->summary = g_strdup(control->title.source);
        add_text(description, "title", control->title);
        add_text(description, "how", control->how);
        add_text(description, "owner", control->owner);
        add_cites(description, "cites", control->cites);
    }
    for (size_t i = 0; i < tree->n_themes; i++) {
        begin(description, FP_THING_THEME, g_strdup(tree->themes[i].id), tree->themes[i].place);
        description->thing->summary = g_strdup(tree->themes[i].title.source);
        add_text(description, "title", tree->themes[i].title);
    }
}

static void describe_rule(Description *description, const FpRule *rule)
{
    g_autofree char *when = fp_diff_guard_text(description->naming, rule->when);
    begin(description, FP_THING_RULE, g_strdup(rule->id), rule->place);
    description->thing->summary = g_strdup_printf("when {%s}", when);
    add(description, "when", when);
    g_autofree char *path = g_strdup_printf("rule %s", rule->id); // no option's: ids have no spaces
    describe_effects(description, path, NULL, &rule->effects);
}

static char *sources_text(const FpFact *fact)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < fact->n_sources; i++) {
        const FpFactSource *source = fact->sources[i].source;
        add_line(text, "%s, %s, %s, %s", source->title, source->publisher, or_nothing(source->url),
                 or_nothing(fact->sources[i].locator));
    }
    return g_string_free(text, FALSE);
}

static void describe_fact(Description *description, const FpFact *fact)
{
    begin(description, FP_THING_FACT, g_strdup(fact->id), fact->place);
    description->thing->summary = g_strdup(fact->claim);
    add(description, "claim", fact->claim);
    take(description, "sources", sources_text(fact));
    add(description, "topic", fact->topic);
    take(description, "as_of", fp_date_to_text(fact->as_of));
    take(description, "review_by", fp_date_to_text(fact->review_by));
    add(description, "confidence", fp_confidence_name(fact->confidence));
    add(description, "note", fact->note);
}

GArray *fp_describe_tree(const FpNaming *naming)
{
    const FpTree *tree = naming->tree;
    Description description = { naming, tree, g_array_new(FALSE, FALSE, sizeof(FpDescribed)),
                                NULL };
    g_array_set_clear_func(description.things, clear_thing);
    describe_top(&description);
    describe_small_things(&description);
    for (size_t i = 0; i < tree->n_outcomes; i++)
        describe_outcome(&description, i);
    describe_effects(&description, "always", NULL, &tree->always);
    for (size_t i = 0; i < tree->n_questions; i++)
        describe_question(&description, i);
    for (size_t i = 0; i < tree->n_rules; i++)
        describe_rule(&description, &tree->rules[i]);
    for (size_t i = 0; i < tree->n_facts; i++)
        describe_fact(&description, &tree->facts[i]);
    return description.things;
}
