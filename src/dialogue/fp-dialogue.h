// SPDX-License-Identifier: Apache-2.0
/* dialogue: what is asked next, what an action does, what a screen must show. Pure state machines,
 * driven without a terminal by tests, by the screens (src/tui) and line by line (src/cli, plain mode).
 *
 * May use       brief, session (and below)
 * May not use   the history, a terminal, keys, the clock; its messages name Enter, Esc and q, which are
 *               the same on every screen
 * In reading order
 *   fp-action.h   what a person can do, whatever key or word they do it with
 *   fp-field.h    a line of text being edited
 *   fp-start.h    the first screen: what this is, unfinished sessions, trees
 *   fp-wizard.h   one session: questions, review, result
 *   fp-view-outlook.h  where it points and what can still win; fp-outlook-words.h: in words
 *   fp-view-form.h  a form over what is shown
 *   fp-view.h     what to show, as values: all that a screen needs and nothing of its own
 * To add one      an action: an enum value, a row in the table of the phases that know it
 *
 * The way of a key: terminal -> action -> dialogue -> event -> history (durable) -> fold -> verdict ->
 * view -> terminal. A state machine proposes events; its driver makes them durable, then tells it. */
#pragma once
