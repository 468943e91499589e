// SPDX-License-Identifier: Apache-2.0
/* A small tree with one of everything that a wizard meets. */
#pragma once

#define CROSSROADS                                                                                 \
    "fingerpost: 1\n"                                                                              \
    "id: crossroads\n"                                                                             \
    "version: '1'\n"                                                                               \
    "title: Left or right?\n"                                                                      \
    "summary: Two roads lead to the mill.\n"                                                       \
    "language: en\n"                                                                               \
    "strengths: {strong: 5, slight: 1}\n"                                                          \
    "close_call: 1\n"                                                                              \
    "prefer: [left, right]\n"                                                                      \
    "outcomes:\n"                                                                                  \
    "  left: {title: left}\n"                                                                      \
    "  right: {title: right}\n"                                                                    \
    "themes:\n"                                                                                    \
    "  - {id: ground, title: The ground}\n"                                                        \
    "  - {id: load, title: The load}\n"                                                            \
    "questions:\n"                                                                                 \
    "  - id: road\n"                                                                               \
    "    ask: What is the left road like?\n"                                                       \
    "    why: Mud takes a wheel.\n"                                                                \
    "    theme: ground\n"                                                                          \
    "    type: one\n"                                                                              \
    "    options:\n"                                                                               \
    "      - id: paved\n"                                                                          \
    "        label: Paved\n"                                                                       \
    "        help: Stone or tar.\n"                                                                \
    "        effects: [{favour: left, strength: strong, because: It is smooth.}]\n"                \
    "      - id: dirt\n"                                                                           \
    "        label: Dirt\n"                                                                        \
    "        then:\n"                                                                              \
    "          - id: mud\n"                                                                        \
    "            ask: Did it rain?\n"                                                              \
    "            type: one\n"                                                                      \
    "            options:\n"                                                                       \
    "              - id: wet\n"                                                                    \
    "                label: It did\n"                                                              \
    "                effects: [{favour: right, strength: strong, because: Mud.}]\n"                \
    "              - {id: dry, label: It did not}\n"                                               \
    "  - id: cargo\n"                                                                              \
    "    ask: What do you carry?\n"                                                                \
    "    theme: load\n"                                                                            \
    "    type: many\n"                                                                             \
    "    options:\n"                                                                               \
    "      - {id: glass, label: Glass}\n"                                                          \
    "      - {id: wood, label: Wood}\n"                                                            \
    "      - {id: nothing, label: Nothing, exclusive: true}\n"                                     \
    "  - id: weight\n"                                                                             \
    "    ask: How heavy is it?\n"                                                                  \
    "    theme: load\n"                                                                            \
    "    when: {cargo: [glass, wood]}\n"                                                           \
    "    type: number\n"                                                                           \
    "    unit: kg\n"                                                                               \
    "    min: 1\n"                                                                                 \
    "    max: 1000\n"                                                                              \
    "    bands:\n"                                                                                 \
    "      - {id: light, label: Light, below: 100}\n"                                              \
    "      - {id: heavy, label: Heavy}\n"
