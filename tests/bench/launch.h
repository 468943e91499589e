// SPDX-License-Identifier: Apache-2.0
/* Runs a program once and tells how long it took, in microseconds of a monotonic clock. */
#pragma once
#include <stdint.h>

/* From before the fork until the program has ended; its output is thrown away. Ends the bench with a
 * message where the program cannot be run or does not end with status 0. */
int64_t launch_until_exit(const char *const *arguments);

/* From before the fork until a pseudo-terminal of 80x24 has received the text in one piece; the program
 * is then killed. Ends the bench with a message where the text does not come within ten seconds. */
int64_t launch_until_text(const char *const *arguments, const char *text);

/* The most memory that the program had at once, in KiB, its children's included where one had more. */
long launch_peak_kib(const char *const *arguments);
