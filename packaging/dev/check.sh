#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks the form of the files. Usage: packaging/dev/check.sh [FOLDER]
#   - each source, script and build file starts with the two SPDX lines
#   - each header has #pragma once
#   - no file of more than 500 lines, but for those that packaging/dev/long-files.txt names with a reason
#   - no two types of one name in one namespace, outside the tests: the linker would silently take the code of one for the other's
#   - no marks of unfinished work
# Names each fault as file:line and ends with 1 when there is one. FOLDER: default the tree this script stands in.
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

longest=500
long_files=packaging/dev/long-files.txt

mapfile -t files < <(find . \( -path ./build -o -path ./.git -o -path ./.cache -o -name __pycache__ \) -prune -o -type f \
    \( -name '*.h' -o -name '*.cpp' -o -name '*.cmake' -o -name CMakeLists.txt -o -name '*.sh' -o -name '*.py' \
    -o -name '*.sql' -o -name '*.qss' -o -path ./packaging/bootstrap -o -path ./.ci/run \) -printf '%P\n' | sort)
if ((${#files[@]} == 0)); then
    echo "check.sh: no sources in $PWD" >&2
    exit 2
fi
[[ -e $long_files ]] || long_files=/dev/null

awk -v longest="$longest" -v long_list="$long_files" '
function fault(file, line, what) {
    printf "%s:%d: %s\n", file, line, what
    ++faults
}

function close_file() {
    if (file == "")
        return
    if (!copyright || !licence)
        fault(file, 1, "the two SPDX lines are missing at the top")
    if (file ~ /\.h$/ && !once)
        fault(file, 1, "#pragma once is missing")
    if (length_now > longest && !(file in reason))
        fault(file, length_now, "longer than " longest " lines: split it, or say why not in packaging/dev/long-files.txt")
    if (length_now <= longest && file in reason)
        fault(file, length_now, "is named in packaging/dev/long-files.txt and need not be")
    checked[file] = 1
}

BEGIN {
    unfinished = "(^|[^A-Za-z_])(TO" "DO|FIX" "ME|HA" "CK)([^A-Za-z_]|$)"
    while ((getline entry < long_list) > 0) {
        ++at
        if (entry ~ /^[ \t]*(#|$)/)
            continue
        split_at = index(entry, ":")
        why = substr(entry, split_at + 1)
        if (split_at < 2 || why !~ /[A-Za-z]/)
            fault(long_list, at, "wants \"path: the reason\"")
        else
            reason[substr(entry, 1, split_at - 1)] = at
    }
}

FNR == 1 {
    close_file()
    file = FILENAME
    copyright = licence = once = 0
    space = inner = ""
}
{ length_now = FNR }
FNR <= 4 && /SPDX-FileCopyrightText: The Markaz developers/ { copyright = 1 }
FNR <= 4 && /SPDX-License-Identifier: GPL-3.0-or-later/ { licence = 1 }
/^#pragma once/ { once = 1 }
/^namespace [a-z:]+ \{/ { space = $2 }
/^namespace \{/ { inner = FILENAME "::" }
/^\} \/\/ namespace$/ { inner = "" }
FILENAME ~ /^(app|core|ui)\// && /^(struct|class) [A-Za-z0-9_]+( final)?( :.*)?$/ {
    type = space "::" inner $2
    if (type in defined)
        fault(FILENAME, FNR, type " is defined in " defined[type] " too")
    defined[type] = FILENAME
}
$0 ~ unfinished { fault(FILENAME, FNR, "a mark of unfinished work") }

END {
    close_file()
    for (named in reason)
        if (!(named in checked))
            fault(long_list, reason[named], named " is no source file here")
    if (faults > 0) {
        printf "check.sh: %d %s\n", faults, faults == 1 ? "fault" : "faults"
        exit 1
    }
    n = 0
    for (named in checked)
        ++n
    printf "check.sh: %d files in order\n", n
}' "${files[@]}"
