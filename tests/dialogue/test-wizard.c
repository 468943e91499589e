// SPDX-License-Identifier: Apache-2.0
/* Scripts and what comes of them: each row's name is a sentence that can be false. NULL: not asked. */
#include "crossroads.h"
#include "play.h"
#include "wizard-private.h"
#include <string.h>

typedef struct {
    const char *name, *script;
    const char *place;  /* where it ends */
    const char *chosen; /* what is ticked there */
    const char *events;
    const char *says; /* part of the message; "": none */
} Row;

// A day is 1972-09-27 when a play starts.
static const Row rows[] = {
    /* one */
    { "begins-at-the-first-question", "up", "road>paved", "", "", "" },
    { "accept-takes-the-focused-option", "down; accept", "mud>wet", "", "answered road=dirt", "" },
    { "pick-answers-and-goes-on", "pick paved", "cargo>glass", "", "answered road=paved", "" },
    { "pick-of-nothing-says-how-many", "pick 7", "road>paved", "", "", "2 options" },
    { "focus-stops-at-the-ends", "down; down; down; down", "road>dirt", "", "", "" },
    { "first-and-last", "last; first; page-down", "road>dirt", "", "", "" },
    { "toggle-marks-and-stays", "down; toggle", "road>dirt", "dirt", "", "" },
    { "toggle-twice-unmarks", "toggle; toggle", "road>paved", "", "", "" },
    { "a-mark-goes-with-the-focus", "toggle; down", "road>dirt", "", "", "" },
    { "accept-takes-the-focus-not-the-mark", "toggle; down; accept", "mud>wet", NULL,
      "answered road=dirt", "" },
    { "focus-starts-on-the-answer", "pick dirt; back", "road>dirt", "dirt",
      "answered road=dirt, revisited road", "" },
    { "the-same-answer-writes-nothing", "pick dirt; back; accept", "mud>wet", "",
      "answered road=dirt, revisited road", "" },
    { "a-click-marks", "point dirt", "road>dirt", "dirt", "", "marked: once more" },
    { "a-second-click-answers", "point dirt; point dirt", "mud>wet", "", "answered road=dirt", "" },
    { "a-click-elsewhere-marks-that", "point dirt; point paved", "road>paved", "paved", "",
      "marked: once more" },
    { "a-click-on-a-mark-answers", "toggle; point paved", "cargo>glass", "", "answered road=paved",
      "" },
    { "a-click-on-the-answer-in-force-marks-first", "pick dirt; back; point dirt", "road>dirt",
      "dirt", NULL, "marked: once more" },
    { "and-then-goes-on", "pick dirt; back; point dirt; point dirt", "mud>wet", "", NULL, "" },
    { "a-mark-waits-for-the-return", "down; toggle; next; pick nothing; accept", "road>dirt",
      "dirt", "answered cargo=nothing", "Enter accepts it, Esc drops it" },
    { "leaving-a-mark-is-told", "down; toggle; quit", "road>dirt", "dirt", "",
      "'Dirt' is marked and not accepted yet" },
    { "typing-means-nothing-to-one", "type x; erase; left; home", "road>paved", "", "", "" },
    /* many */
    { "many-ticks-and-accepts", "pick paved; toggle; down; toggle; accept", "weight>field", "[]",
      "answered road=paved, answered cargo=glass+wood", "" },
    { "many-pick-ticks", "pick paved; pick wood", "cargo>wood", "wood", "answered road=paved", "" },
    { "exclusive-replaces-all", "pick paved; pick glass; pick wood; pick nothing", "cargo>nothing",
      "nothing", NULL, "'Nothing' stands alone and replaces 2 ticks" },
    { "exclusive-that-replaces-nothing-is-silent", "pick paved; pick nothing", "cargo>nothing",
      "nothing", NULL, "" },
    { "what-it-replaced-returns", "pick paved; pick glass; pick wood; pick nothing; pick nothing",
      "cargo>nothing", "glass+wood", NULL, "" },
    { "but-not-after-another-tick",
      "pick paved; pick glass; pick nothing; pick wood; pick nothing; "
      "pick nothing",
      "cargo>nothing", "wood", NULL, "" },
    { "ticking-beside-exclusive-replaces-it", "pick paved; pick nothing; pick wood", "cargo>wood",
      "wood", NULL, "'Nothing' stands alone: it is not ticked any more" },
    { "a-click-ticks", "pick paved; point wood; point glass", "cargo>glass", "glass+wood", NULL,
      "" },
    { "a-second-click-unticks", "pick paved; point wood; point wood", "cargo>wood", "", NULL, "" },
    { "a-tick-comes-off", "pick paved; pick wood; pick glass; pick wood", "cargo>wood", "glass",
      NULL, "" },
    { "nothing-ticked-is-refused", "pick paved; accept", "cargo>glass", "", "answered road=paved",
      "nothing is ticked" },
    { "ticks-wait-for-the-return", "pick paved; pick wood; back; next", "cargo>wood", "wood",
      "answered road=paved, revisited road", "Enter accepts it, Esc drops it" },
    { "leaving-ticks-is-told", "pick paved; pick wood; back", "road>paved", "paved", NULL,
      "keeps what you entered" },
    { "cancel-drops-ticks", "pick paved; pick wood; cancel", "cargo>glass", "", NULL, "" },
    { "all-unticked-does-not-take-the-answer-back",
      "pick paved; pick wood; accept; back; toggle; accept", "cargo>wood", "",
      "answered road=paved, answered cargo=wood, revisited cargo", "nothing is ticked" },
    /* number */
    { "number-types-and-accepts", "pick paved; pick wood; accept; type 250.50; accept",
      "result left", "",
      "answered road=paved, answered cargo=wood, answered weight=250.5, finished left 1972-09-27",
      "" },
    { "the-field-stands-above-the-bands", "pick paved; pick wood; accept; down; down; up; up",
      "weight>field", "[]", NULL, "" },
    { "a-band-is-an-answer", "pick paved; pick wood; accept; last; accept; back", "weight>heavy",
      "heavy []", NULL, "" },
    { "typing-returns-to-the-field", "pick paved; pick wood; accept; down; type 5", "weight>field",
      "[5]", NULL, "" },
    { "out-of-range-names-the-range", "pick paved; pick wood; accept; type 1001; accept",
      "weight>field", "[1001]", NULL, "from 1 to 1000" },
    { "an-empty-field-names-the-range", "pick paved; pick wood; accept; accept", "weight>field",
      "[]", NULL, "from 1 to 1000" },
    { "what-is-no-number-is-told", "pick paved; pick wood; accept; type 1.2.3; accept",
      "weight>field", "[1.2.3]", NULL, "'1.2.3' is no number" },
    { "letters-show-and-are-refused", "pick paved; pick wood; accept; type 1e2; accept",
      "weight>field", "[1e2]", NULL, "'e' has no place in one" },
    { "a-comma-before-a-fraction-is-refused", "pick paved; pick wood; accept; type 1,5; accept",
      "weight>field", "[1,5]", NULL, "before a fraction stands a point" },
    { "groups-are-taken", "pick paved; pick wood; accept; type 1,000; accept", "result left", "",
      "answered road=paved, answered cargo=wood, answered weight=1000, finished left 1972-09-27",
      "" },
    { "a-blank-parts-groups",
      "pick paved; pick wood; accept; type 1; type  ; type 0; type 0; "
      "type 0; accept",
      "result left", "", NULL, "" },
    { "a-click-in-the-field-goes-there", "pick paved; pick wood; accept; down; point 2",
      "weight>field", "[]", NULL, "" },
    { "a-click-marks-a-band", "pick paved; pick wood; accept; point heavy", "weight>heavy",
      "heavy []", NULL, "marked: once more" },
    { "a-second-click-takes-it", "pick paved; pick wood; accept; point heavy; point heavy",
      "result left", "", NULL, "" },
    { "a-half-typed-number-is-told-of-once", "pick paved; pick wood; accept; type 77; quit",
      "weight>field", "[77]", NULL, "the number '77' is not accepted yet" },
    { "a-pasted-line-feed-does-not-submit", "pick paved; pick wood; accept; type |12|",
      "weight>field", "[12]", NULL, "" },
    { "a-number-too-long-is-told",
      "pick paved; pick wood; accept; type 11111111112222222222333333333344444444445",
      "weight>field", "[1111111111222222222233333333334444444444]", NULL, "left out" },
    { "digits-wait-for-the-return", "pick paved; pick wood; accept; type 77; back; next",
      "weight>field", "[77]", NULL, "Enter accepts it, Esc drops it" },
    { "a-number-shows-when-come-back-to", "pick paved; pick wood; accept; type 007; accept; back",
      "weight>field", "[7]", NULL, "" },
    { "typed-otherwise-the-same-number-writes-nothing",
      "pick paved; pick nothing; accept; go-to cargo; pick wood; accept; type 7; accept; back; "
      "erase; type 7.0; accept",
      "result left", "",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27, reopened, "
      "answered cargo=wood, answered weight=7, finished left 1972-09-27",
      "" },
    /* unknown, clear, undo */
    { "unknown-goes-on", "unknown", "cargo>glass", "", "unknown road", "" },
    { "unknown-shows-nothing-chosen", "unknown; back", "road>paved", "",
      "unknown road, revisited road", "" },
    { "unknown-twice-writes-once", "unknown; back; unknown", "cargo>glass", "",
      "unknown road, revisited road", "" },
    { "clear-takes-back-and-stays", "pick dirt; back; clear", "road>paved", "",
      "answered road=dirt, revisited road, cleared road", "" },
    { "clear-of-nothing-is-told", "clear", "road>paved", "", "", "no answer here" },
    { "undo-restores-and-goes-there", "pick paved; undo", "road>paved", "",
      "answered road=paved, cleared road", "this question is open again" },
    { "undo-goes-back-step-by-step", "pick paved; back; pick dirt; pick wet; undo; undo",
      "road>paved", "paved",
      "answered road=paved, revisited road, answered road=dirt, answered mud=wet, cleared mud, "
      "answered road=paved",
      "undone" },
    { "undo-restores-an-unknown", "unknown; back; pick paved; undo", "road>paved", "",
      "unknown road, revisited road, answered road=paved, unknown road",
      "this answer is what it was before" },
    { "undo-of-nothing-is-told", "undo", "road>paved", "", "", "nothing to undo" },
    { "undo-is-done-once", "pick paved; undo; undo", "road>paved", "",
      "answered road=paved, cleared road", "nothing to undo" },
    /* ways */
    { "back-at-the-first-is-told", "back", "road>paved", "", "", "first question" },
    { "next-leaves-it-open", "next", "cargo>glass", "", "", "" },
    { "after-the-last-to-the-first-open", "next; pick nothing; accept", "road>paved", "",
      "answered cargo=nothing", "" },
    { "next-at-the-only-open-one-is-told", "pick paved; next", "cargo>glass", "",
      "answered road=paved", "only question still open" },
    { "go-to-opens-a-question", "pick paved; go-to road", "road>paved", "paved",
      "answered road=paved, revisited road", "" },
    { "go-to-what-is-not-asked-is-refused", "go-to mud", "road>paved", "", "",
      "not asked as things stand" },
    { "go-to-nowhere-is-refused", "go-to 99", "road>paved", "", "", "not asked" },
    { "go-to-where-one-stands-writes-nothing", "pick paved; back; go-to road", "road>paved",
      "paved", "answered road=paved, revisited road", "" },
    /* answers that rest */
    { "an-answer-that-rests-is-told", "pick dirt; pick wet; go-to road; pick paved", "cargo>glass",
      "", NULL, "1 answer rests now, kept but not counted: 'Did it rain?'" },
    { "and-told-when-it-counts-again",
      "pick dirt; pick wet; go-to road; pick paved; back; pick dirt", "mud>wet", "wet", NULL,
      "1 answer counts again: 'Did it rain?'" },
    { "undo-tells-it-too", "pick dirt; pick wet; go-to road; pick paved; undo", "road>dirt", "dirt",
      NULL, "undone: this answer is what it was before\n1 answer counts again" },
    /* leaving with something not accepted */
    { "quit-tells-of-ticks", "pick paved; pick glass; pick wood; quit", "cargo>wood", "glass+wood",
      "answered road=paved", "2 ticks are not accepted yet" },
    { "quit-tells-of-changed-ticks", "pick paved; pick glass; accept; back; pick glass; quit",
      "cargo>glass", "", NULL, "the change of ticks is not accepted yet" },
    { "quit-tells-of-ticks-left-behind", "pick paved; pick glass; review; quit", "review>cargo", "",
      NULL, "'What do you carry?' is not accepted yet" },
    { "a-note-is-kept-before-ticks-are-told-of", "pick paved; pick wood; note; type x; quit",
      "cargo>wood", "wood", "answered road=paved, noted cargo 'x'", "1 tick is not accepted" },
    /* why and note */
    { "why-toggles", "why; why; why", "road>paved why", "", "", "" },
    { "cancel-hides-why-first", "why; cancel", "road>paved", "", "", "" },
    { "why-starts-hidden-on-the-next", "why; pick paved", "cargo>glass", "", NULL, "" },
    { "no-why-is-told", "pick paved; why", "cargo>glass", "", NULL, "does not say why" },
    { "a-note-is-kept", "note; type ask Ann|today; accept", "road>paved", "",
      "noted road 'ask Ann\ntoday'", "" },
    { "every-key-types-into-a-note", "note; type u; type q; back; next; unknown", "road note",
      "[uq]", "", "" },
    { "cancel-drops-the-note", "note; type x; cancel", "road>paved", "", "", "" },
    { "the-same-note-writes-nothing", "note; type x; accept; note; accept", "road>paved", "",
      "noted road 'x'", "" },
    { "an-emptied-note-is-taken-away", "note; type x; accept; note; erase; accept", "road>paved",
      "", "noted road 'x', noted road ''", "" },
    { "clear-empties-the-note-as-typed", "note; type x|y; accept; note; clear; type z; accept",
      "road>paved", "", "noted road 'x\ny', noted road 'z'", "" },
    { "a-blank-note-is-none", "note; type  | ; accept", "road>paved", "", "", "" },
    { "quit-keeps-the-note", "note; type x; quit", "road>paved", "", "noted road 'x'", "" },
    { "a-note-leaves-ticks-alone", "pick paved; pick wood; note; type x; accept", "cargo>wood",
      "wood", "answered road=paved, noted cargo 'x'", "" },
    /* review */
    { "review-stands-on-the-question", "pick paved; review", "review>cargo", "", NULL, "" },
    { "review-moves-to-the-recommendation", "review; last", "review>end", "", "", "" },
    { "a-question-from-the-review-returns-there", "pick paved; review; up; accept; pick dirt",
      "review>road", "", "answered road=paved, revisited road, answered road=dirt", "" },
    { "back-returns-to-the-review-too", "pick paved; review; up; accept; back", "review>road", "",
      NULL, "" },
    { "cancel-returns-to-the-review-too", "pick paved; review; up; accept; cancel", "review>road",
      "", NULL, "" },
    { "review-picks-a-row", "pick paved; review; pick 0", "road>paved", "paved", NULL, "" },
    { "a-click-focuses-a-row", "pick paved; review; point 0", "review>road", "",
      "answered road=paved", "" },
    { "a-click-on-the-focused-row-opens-it", "pick paved; review; point 0; point 0", "road>paved",
      "paved", NULL, "" },
    { "the-review-is-searched", "pick paved; review; search; type LEFT paved", "review>road", "",
      NULL, "" },
    { "moving-stays-among-what-is-found",
      "pick paved; review; search; type road; accept; down; up; "
      "up",
      "review>road", "", NULL, "" },
    { "words-that-nothing-has-are-told", "review; search; type zebra; accept", "review>road", "",
      "", "nothing here has these words" },
    { "cancel-ends-the-search-first", "pick paved; review; search; type road; accept; cancel; last",
      "review>end", "", NULL, "" },
    { "quit-leaves-from-the-search", "pick paved; pick wood; review; search; type q; quit",
      "review>cargo", NULL, NULL, "not accepted yet" },
    { "a-short-list-is-not-searched", "search", "road>paved", "", "", "list is short" },
    { "review-has-no-such-row", "review; pick 9", "review>road", "", "", "no such row" },
    { "back-from-the-review-to-the-question", "pick paved; review; up; back", "cargo>glass", "",
      "answered road=paved", "" },
    { "a-resting-answer-is-not-opened",
      "pick dirt; pick wet; go-to road; pick paved; review; up; accept", "review>mud", "", NULL,
      "not asked as things stand" },
    { "a-resting-answer-can-be-taken-back",
      "pick dirt; pick wet; go-to road; pick paved; review; up; clear", "review>cargo", "",
      "answered road=dirt, answered mud=wet, revisited road, answered road=paved, cleared mud",
      "" },
    { "undo-in-the-review-stays", "pick paved; review; undo", "review>road", "",
      "answered road=paved, cleared road", "undone" },
    { "open-answers-show-a-result-without-recording-it", "review; last; accept", "result left", "",
      "", "2 questions are still open" },
    /* result */
    { "all-said-finishes", "pick paved; pick nothing; accept", "result left", "",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27", "" },
    { "the-last-answer-sets-the-date", "pick paved; day; pick nothing; accept", "result left", "",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-28", "" },
    { "looking-later-keeps-the-date",
      "pick paved; unknown; back; clear; day; unknown; day; day; review; result", "result left", "",
      NULL, "" },
    { "unknowns-alone-finish", "unknown; unknown", "result left", "",
      "unknown road, unknown cargo, finished left 1972-09-27", "" },
    { "the-result-so-far-is-not-recorded", "pick paved; result", "result left", "",
      "answered road=paved", "1 question is still open" },
    { "looking-around-after-the-end-writes-nothing",
      "unknown; unknown; back; back; review; result; review; pick 0; next; result", "result left",
      "", "unknown road, unknown cargo, finished left 1972-09-27", "" },
    { "back-from-the-result-to-the-question", "unknown; unknown; back", "cargo>glass", "", NULL,
      "" },
    { "a-change-reopens-and-finishes-again",
      "unknown; unknown; go-to road; pick dirt; pick wet; result", "result right", "",
      "unknown road, unknown cargo, finished left 1972-09-27, reopened, answered road=dirt, "
      "answered mud=wet, finished right 1972-09-27",
      "" },
    { "clear-reopens", "unknown; unknown; back; clear", "cargo>glass", "",
      "unknown road, unknown cargo, finished left 1972-09-27, reopened, cleared cargo", "" },
    { "undo-reopens", "unknown; unknown; undo", "cargo>glass", "",
      "unknown road, unknown cargo, finished left 1972-09-27, reopened, cleared cargo", "undone" },
    { "a-note-does-not-reopen", "unknown; unknown; back; note; type x; accept; result",
      "result left", "", "unknown road, unknown cargo, finished left 1972-09-27, noted cargo 'x'",
      "" },
    { "the-same-answer-does-not-reopen", "pick paved; pick nothing; accept; back; accept",
      "result left", "", "answered road=paved, answered cargo=nothing, finished left 1972-09-27",
      "" },
    /* a history that refuses */
    { "a-refused-answer-stays-to-be-tried-again", "down; full; accept; free; accept", "mud>wet", "",
      "answered road=dirt", "" },
    { "a-refusal-keeps-the-place", "full; down; accept", "road>dirt", "", "", "not saved" },
    { "a-refusal-keeps-ticks", "pick paved; pick wood; full; accept", "cargo>wood", "wood",
      "answered road=paved", "not saved" },
    { "a-refusal-keeps-a-note", "note; type x; full; accept", "road note", "[x]", "", "not saved" },
    { "a-refusal-keeps-digits", "pick paved; pick wood; accept; type 5; full; accept",
      "weight>field", "[5]", NULL, "not saved" },
    { "an-answer-kept-without-its-finish-finishes-later",
      "pick paved; pick nothing; half; accept; free; accept", "result left", "",
      "answered road=paved, answered cargo=nothing, finished left 1972-09-27", "" },
    { "an-answer-kept-without-its-finish-can-be-undone",
      "pick paved; pick nothing; half; accept; free; undo", "cargo>glass", "",
      "answered road=paved, answered cargo=nothing, cleared cargo", "undone" },
    { "a-message-lasts-to-the-next-action", "back; down", "road>dirt", "", "", "" },
};

static void test_row(const void *data)
{
    const Row *row = data;
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, row->script);
    g_autofree char *place = play_place(play);
    g_autofree char *chosen = play_chosen(play);
    const char *message = fp_wizard_view(play->wizard)->message;
    g_assert_cmpstr(place, ==, row->place);
    if (row->chosen != NULL)
        g_assert_cmpstr(chosen, ==, row->chosen);
    if (row->events != NULL)
        g_assert_cmpstr(play->log->str, ==, row->events);
    if (row->says[0] == '\0')
        g_assert_cmpstr(message, ==, NULL);
    else if (message == NULL || strstr(message, row->says) == NULL)
        g_error("the message is '%s'", message);
}

static void test_quit(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "down; back; cancel; cancel");
    g_assert_false(fp_wizard_has_quit(play->wizard));
    play_script(play, "quit");
    g_assert_true(fp_wizard_has_quit(play->wizard));
}

static void test_quit_with_ticks(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "pick paved; pick wood; quit");
    g_assert_false(fp_wizard_has_quit(play->wizard));
    play_script(play, "down; quit"); // something else between: told again
    g_assert_false(fp_wizard_has_quit(play->wizard));
    play_script(play, "quit");
    g_assert_true(fp_wizard_has_quit(play->wizard));
}

static void test_quit_with_a_note_that_cannot_be_kept(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "note; type x; full; quit");
    g_assert_false(fp_wizard_has_quit(play->wizard));
    play_script(play, "quit");
    g_assert_true(fp_wizard_has_quit(play->wizard));
}

static void test_note_that_is_too_long(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    g_autofree char *text = g_strnfill(FP_EVENT_TEXT_MAX + 1, 'x');
    play_script(play, "note");
    play_act(play, &(FpAction) { .kind = FP_ACTION_TYPE, .text = text });
    g_assert_true(fp_wizard_view(play->wizard)->message_is_error);
    play_script(play, "accept");
    g_assert_cmpuint(strlen(fp_session_note(play->session, 0)), ==, FP_EVENT_TEXT_MAX);
}

static const struct {
    const char *name, *script, *place;
} beginnings[] = {
    { "at-the-first-open-question", "next; unknown", "road>paved" },
    { "at-an-open-one-in-the-middle", "pick paved", "cargo>glass" },
    { "at-the-result-when-finished", "unknown; unknown", "result left" },
    { "at-the-review-when-all-is-said", "pick paved; pick nothing; half; accept; free",
      "review>end" },
};

static void test_beginning(const void *data)
{
    size_t i = GPOINTER_TO_SIZE(data);
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, beginnings[i].script);
    play_restart(play);
    g_autofree char *place = play_place(play);
    g_assert_cmpstr(place, ==, beginnings[i].place);
}

static void test_back_after_a_restart(void)
{
    g_autoptr(Play) play = play_new(play_tree(CROSSROADS));
    play_script(play, "unknown; unknown");
    play_restart(play);
    play_script(play, "back");
    g_autofree char *place = play_place(play);
    g_assert_cmpstr(place, ==, "cargo>glass");
}

static void test_tables(void)
{
    const FpPhaseActions *const phases[] = { &fp_question_actions,       &fp_note_actions,
                                             &fp_search_actions,         &fp_review_actions,
                                             &fp_result_actions,         &fp_form_actions,
                                             &fp_form_replacing_actions, &fp_form_writing_actions };
    for (size_t phase = 0; phase < G_N_ELEMENTS(phases); phase++) {
        bool seen[FP_ACTION_END + 1] = { false };
        for (size_t i = 0; i < phases[phase]->n; i++) {
            FpActionKind action = phases[phase]->rows[i].action;
            g_assert_false(seen[action]);
            seen[action] = true;
        }
        g_assert_true(seen[FP_ACTION_QUIT]);
        g_assert_true(seen[FP_ACTION_CANCEL]);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/wizard/%s", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        g_autofree char *path = g_strdup_printf("/dialogue/wizard/begins-%s", beginnings[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_beginning);
    }
    g_test_add_func("/dialogue/wizard/quit-alone-quits", test_quit);
    g_test_add_func("/dialogue/wizard/quit-again-leaves-ticks-behind", test_quit_with_ticks);
    g_test_add_func("/dialogue/wizard/quit-again-leaves-a-note-behind",
                    test_quit_with_a_note_that_cannot_be_kept);
    g_test_add_func("/dialogue/wizard/a-note-too-long-is-cut-and-told", test_note_that_is_too_long);
    g_test_add_func("/dialogue/wizard/back-after-a-restart", test_back_after_a_restart);
    g_test_add_func("/dialogue/wizard/each-action-once-a-phase", test_tables);
    return g_test_run();
}
