#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# samples.sh BUILD: docs/samples is what the program makes today. PDF and its picture are left out: their
# bytes hang on the faces that are installed and on the version of Cairo.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$1/samples-check
rm -rf "$work"
mkdir -p "$work"
"$1/tests/samples/make-samples" "$work"
diff --recursive --unified=0 --exclude='*.pdf' --exclude='*.png' "$root/docs/samples" "$work" |
    cut -c 1-200 >&2 || {
    echo "samples: docs/samples is not what the program makes; run ./dev samples and commit it" >&2
    exit 1
}
echo "samples: as the program makes them"
