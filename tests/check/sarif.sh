#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# sarif.sh BUILD: holds what `tree check --format sarif` prints against the schema of SARIF 2.1.0, which an
# npm package carries.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "$1" && pwd)
work=$build/sarif-check
mkdir -p "$work"
npm install --prefix "$work" --no-audit --no-fund --silent --ignore-scripts --no-save \
    ajv@8.17.1 ajv-draft-04@1.0.0 ajv-formats@3.0.1 || {
    echo "sarif: npm cannot install ajv; is the registry to be reached?" >&2
    exit 1
}
(cd "$work" && tar xzf "$(npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0)")
status=0
"$build"/src/cli/fingerpost tree check --format sarif "$root"/tests/cli/check/*.yaml \
    "$root"/decision-trees/*.yaml >"$work/found.sarif" || status=$?
((status <= 1)) || exit "$status"
cd "$work"
node --eval '
const { readFileSync } = require("fs");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const Ajv = require("ajv-draft-04").default;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
require("ajv-formats").default(ajv);
const validate = ajv.compile(read("package/lib/schemas/sarif-2.1.0-rtm.5.json"));
if (validate({ version: "2.1.0", runs: [{ tool: {} }] }))
  throw new Error("the schema lets a wrong file pass");
if (!validate(read("found.sarif"))) {
  console.error(ajv.errorsText(validate.errors, { separator: "\n" }));
  process.exit(1);
}
console.log("sarif: valid");
'
