#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over the sources, with the build folder's own compile commands: lint.sh BUILD-FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
find src -name '*.c' -print0 |
    xargs -0 -n 4 -P "$(nproc)" clang-tidy --quiet -p "$1" --warnings-as-errors='*' 2>/dev/null &&
    echo "lint: clean"
