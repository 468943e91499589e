#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every file with translatable text is in POTFILES, and every translation is complete and well-formed.
set -euo pipefail
cd "$(dirname "$0")/../.."
bad=0
while read -r file; do
    grep -qxF "$file" po/POTFILES || { echo "po/POTFILES lacks $file" >&2; bad=1; }
done < <(grep -rlE '\b(_|N_|ngettext)\(' src --include='*.c' | sort)
while read -r file; do
    [[ -e $file ]] || { echo "po/POTFILES names $file, which is not there" >&2; bad=1; }
done < <(grep -v '^#' po/POTFILES)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --add-comments=Translators \
    --files-from=po/POTFILES --output="$folder/fingerpost.pot" 2>"$folder/log" || { cat "$folder/log" >&2; bad=1; }
while read -r language; do
    msgfmt --check --output-file=/dev/null "po/$language.po" || bad=1
    msgmerge --quiet --no-fuzzy-matching --output-file="$folder/$language.po" \
        "po/$language.po" "$folder/fingerpost.pot"
    lacking=$(msgattrib --untranslated --no-obsolete "$folder/$language.po" | grep -c '^msgid "' || true)
    fuzzy=$(msgattrib --only-fuzzy --no-obsolete "$folder/$language.po" | grep -c '^msgid "' || true)
    # The header's own empty msgid is printed with any that lacks.
    ((lacking > 0)) && { echo "po/$language.po: $((lacking - 1)) texts without translation" >&2; bad=1; }
    ((fuzzy > 0)) && { echo "po/$language.po: $((fuzzy - 1)) doubtful translations" >&2; bad=1; }
done < <(grep -v '^#' po/LINGUAS)
((bad == 0)) && echo "translations: complete"
exit "$bad"
