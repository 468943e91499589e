// SPDX-License-Identifier: Apache-2.0
/* The run functions of `fingerpost tree …`, for command-tree.c's table. Each is in its own
 * command-tree-NAME.c. */
#pragma once
#include "fp-cli.h"

int fp_command_tree_check(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_diff(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_test(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_list(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_explain(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_show(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_schema(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_new(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree_graph(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
