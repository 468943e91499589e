#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# schema.sh BUILD: holds good and wrong files against the schemas that the built program prints.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/check/npm.sh"
build=$(cd "$1" && pwd)
work=$build/schema-check
mkdir -p "$work"
npm_install schema "$work"
"$build"/src/cli/fingerpost tree schema >"$work/tree.json"
"$build"/src/cli/fingerpost tree schema --facts >"$work/facts.json"
node "$root/tests/check/schema/schema.mjs" "$work" "$work/tree.json" "$work/facts.json" "$root"
