# SPDX-License-Identifier: Apache-2.0
# To be sourced. npm_install NAME WORK: what the check's own package.json pins, into its work folder.
npm_install() {
    local name=$1 work=$2 folder
    folder=$(dirname "${BASH_SOURCE[0]}")/$name
    cp "$folder/package.json" "$folder/package-lock.json" "$work"
    npm ci --prefix "$work" --no-audit --no-fund --silent || {
        echo "$name: npm cannot install what the check needs; is the registry to be reached?" >&2
        exit 1
    }
}
