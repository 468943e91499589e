// SPDX-License-Identifier: Apache-2.0
/* The subcommands' run functions, for main.c's table. Each is in its own command-NAME.c. */
#pragma once
#include "fp-cli.h"

int fp_command_ask(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_resume(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_history(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_show(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_export(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_decide(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
int fp_command_tree(const FpCommand *command, FpCliOptions *options, int argc, char **argv);
