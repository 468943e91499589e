#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# records.sh BUILD: exports decision records of sessions of several shapes with the built program and
# holds them against the rules that MADR keeps its own template to.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/check/npm.sh"
build=$(cd "$1" && pwd)
program=$build/src/cli/fingerpost
work=$build/records-check
rm -rf "$work/records"
mkdir -p "$work/records"
cp "$root/tests/check/records/.markdownlint.yml" "$work/records"
npm_install records "$work"
mostly_first=$(printf '1\n2\n1\n1\n3\n1\nu\n1\n2\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\nq\n')
nothing_known=$(printf 'u\n%.0s' {1..40})
barely_begun=$(printf '2\nq\n')
n=0
for answers in "$mostly_first" "$nothing_known" "$barely_begun"; do
    for tree in claude-deployment vendor-review may-i-paste; do
        n=$((n + 1))
        printf '%s\nq\n' "$answers" | "$program" --history "$work/$n.db" --plain ask \
            "$root/decision-trees/$tree.yaml" >/dev/null
        "$program" --history "$work/$n.db" export last --who 'Ann "A" O'\''Neil: #1' \
            --organisation '*The Bank*' -o "$work/records/$n-$tree.md"
        rm -f "$work/$n.db"*
    done
done
cd "$work/records"
../node_modules/.bin/markdownlint-cli2 '*.md'
