#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every C file is as clang-format leaves it.
set -euo pipefail
cd "$(dirname "$0")/../.."
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror && echo "format: clean"
