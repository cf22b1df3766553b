#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Gathers the words that the desktop shows into markaz_ur.ts; what is new is marked unfinished. Usage: translations/update.sh
#
# lupdate 6.4 does not understand "namespace markaz::ui {" and files the words of a class under its bare name, while tr() looks
# under the full one. So the full names are cut before lupdate reads the file and put back after it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ts=translations/markaz_ur.ts
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}

sed -i -E 's|<name>([a-z]+::)+|<name>|' "$ts"
mapfile -t sources < <(find ui app/desktop core/standard/xlsx \( -name '*.cpp' -o -name '*.h' \) | sort)
"$lupdate" -silent -locations none -no-obsolete "${sources[@]}" -ts "$ts" 2>/dev/null

# The contexts of classes begin with a capital; those of free functions ("labels"), and those that a class gives itself, are
# looked up as they are.
while read -r class; do
    [[ $class =~ ^Q[A-Z] ]] && continue # Qt's own, see ui/text/qtwords.cpp
    grep -q "Q_DECLARE_TR_FUNCTIONS($class)" "${sources[@]}" && continue
    file=$(grep -lE "^(class|struct) $class( final)?( :|$)" "${sources[@]}" | head -n 1 || true)
    [[ -n $file ]] || { echo "update.sh: no file declares the class $class" >&2; exit 1; }
    # The last namespace opened before it: a file may declare a class of another room first.
    space=$(sed -nE "/^(class|struct) $class( final)?( :|\$)/q; s/^namespace ([a-z:]+) \{.*/\1/p" "$file" | tail -n 1)
    sed -i "s|<name>$class</name>|<name>$space::$class</name>|" "$ts"
done < <(sed -nE 's|.*<name>([A-Z][A-Za-z]*)</name>.*|\1|p' "$ts")
echo "unfinished: $(grep -c 'type="unfinished"' "$ts" || true)"
