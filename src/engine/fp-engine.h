// SPDX-License-Identifier: Apache-2.0
/* engine: what follows from a tree and an answer sheet. Pure functions of (tree, facts, sheet,
 * judging date): the same bytes on every machine, in every locale, on every run.
 *
 * May use       tree, base
 * May not use   a terminal, files, clocks, SQLite, locale; nothing here prints
 * In reading order
 *   fp-option-set.h      a set of a question's options
 *   fp-answer-sheet.h    answers; which questions are asked, open, resting
 *   fp-sheet-read.h      answer sheets from YAML and JSON
 *   fp-compiled-tree.h   a tree laid out for evaluation
 *   fp-verdict.h         fired effects, scores, ranking, conditions
 *   fp-budget.h          how much a search may do
 *   fp-exists.h          whether an outcome can still win, with a sheet that shows it
 *   fp-count.h           how many sheets: 128 bits, up to 2^127
 *   fp-outlook.h         who can still win, on how many sheets; what is worth asking next
 *   fp-changes.h         what would change the outcome
 *   fp-why-not.h         why not another outcome
 *   fp-explain.h         why an effect fired or did not
 *   fp-conflicts.h       which answers alone leave no path
 *   fp-stability.h       how firmly the outcome stands
 *   fp-decision.h        the verdict and its analyses as JSON: what `decide` prints
 *   fp-case.h            table tests of a tree
 *   fp-audit.h           what an author should know of a whole tree
 *   fp-coverage.h        what of a tree the cases reach
 *   fp-mutants.h         which faults of a tree the cases would notice
 *   fp-tree-diff.h       what changed from one tree to another, and what it decides otherwise
 * To add one       an analysis: fp-NAME.h, NAME.c, tests/engine/test-NAME.c, docs/verdict.md, and its
 *                  key in decision-analyses.c. A property that a completion may have: goal-NAME.c,
 *                  a row of fp-exists.h. An expectation of cases: a kind in case-private.h and its
 *                  rows in case-read.c and case-run.c */
#pragma once
