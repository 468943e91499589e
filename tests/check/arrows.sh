#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An include names a header of its own folder or of one further down; none has "../" in it, and a
# folder's -private.h headers are its own.
set -euo pipefail
cd "$(dirname "$0")/../.."
folders=(base tree engine session history brief dialogue tui cli)
# What each may not see although it is further down.
declare -A blind=([brief]=history [dialogue]=history)
bad=0

report() {
    printf '%s\n' "$1" >&2
    bad=1
}

level_of() {
    local i
    for i in "${!folders[@]}"; do
        [[ ${folders[i]} == "$1" ]] && echo "$i" && return
    done
}

while IFS=: read -r file line header; do
    folder=${file#src/} folder=${folder%%/*}
    [[ $header == *../* ]] && report "$file:$line: '$header' climbs past the arrows; name the header alone"
    [[ -e src/$folder/$header || $header == fp-config.h ]] && continue
    target=$(find src -name "$header" -printf '%P\n' | head -n 1)
    [[ -n $target ]] || continue # generated
    target=${target%%/*}
    if [[ $header == *-private.h ]]; then
        report "$file:$line: '$header' is src/$target's own"
    elif (($(level_of "$target") > $(level_of "$folder"))); then
        report "$file:$line: an arrow that points up: src/$folder includes src/$target's '$header'"
    elif [[ " ${blind[$folder]:-} " == *" $target "* ]]; then
        report "$file:$line: src/$folder may not see src/$target ('$header')"
    fi
done < <(grep -rnE '^ *# *include *"' src --include='*.[ch]' |
    sed -E 's/^([^:]+):([0-9]+):.*"([^"]+)".*$/\1:\2:\3/')
((bad == 0)) && echo "arrows: all point down"
exit "$bad"
