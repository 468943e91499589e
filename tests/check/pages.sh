#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# pages.sh BUILD: exports pages of sessions of every shape with the built program and holds them against
# an HTML validator, a browser at three widths, its printer, and an accessibility checker.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/check/npm.sh"
build=$(cd "$1" && pwd)
work=$build/pages-check
rm -rf "$work/pages"
mkdir -p "$work/pages"
npm_install pages "$work"
node "$root/tests/check/pages/make.mjs" "$build/src/cli/fingerpost" "$work/pages"
cp "$root"/tests/check/pages/*.mjs "$work"
node "$work/pages.mjs" "$work/pages"
