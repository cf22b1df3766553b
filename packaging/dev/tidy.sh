#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs clang-tidy with the checks of .clang-tidy: packaging/dev/tidy.sh [FILE...]
#   FILE...            these sources only; for a header, a source that includes it
#   --changed [BASE]   what differs from BASE (default: origin/main) in this tree, committed or not
# Without either: every source of app, core, ui and tests, half an hour on two processors. Builds what is missing (preset dev:
# clang-tidy needs what moc makes), prints each finding once, and ends with 0 when there is none, 1 when there is one, 2 when
# clang-tidy could not run. No test calls it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    sed -n '5,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit "$1"
}

# changed_since BASE - what was changed, added and not yet added since this branch left BASE
changed_since()
{
    local left
    left=$(git merge-base "$1" HEAD) || { echo "tidy.sh: there is no $1 to compare with" >&2; exit 2; }
    git diff --name-only --diff-filter=d "$left" -- '*.h' '*.cpp'
    git ls-files --others --exclude-standard -- '*.h' '*.cpp'
}

# includer_of HEADER - its own source, or the first that the build saw including it
includer_of()
{
    if [[ -n ${compiled[${1%.h}.cpp]:-} ]]; then
        echo "${1%.h}.cpp"
        return
    fi
    ninja -C build/dev -t deps | sed "s,^ *\(\.\./\.\./\|$PWD/\),  ," | awk -v header="$1" '
        /^[^ ].*: #deps/ { source = "" }
        /^ +(app|core|ui|tests)\/.*\.cpp$/ { source = $1 }
        $1 == header && source != "" && !found { found = 1; print source }'
}

all=yes
named=()
case ${1:-} in
    -h | --help) usage 0 ;;
    --changed)
        (($# <= 2)) || usage 2 >&2
        all=''
        wanted=$(changed_since "${2:-origin/main}")
        mapfile -t named < <(printf '%s' "$wanted")
        ;;
    -*) usage 2 >&2 ;;
    ?*)
        all=''
        for file in "$@"; do
            [[ -f $file ]] || { echo "tidy.sh: there is no $file" >&2; exit 2; }
        done
        mapfile -t named < <(realpath --relative-to=. -- "$@")
        ;;
esac
if ! command -v clang-tidy >/dev/null; then
    echo "tidy.sh: clang-tidy is missing: apt-get install clang-tidy" >&2
    exit 2
fi

log=build/tidy
rm -rf "$log"
mkdir -p "$log"
echo "Building (preset dev; log: $log/build.log)"
if ! { cmake --preset dev && cmake --build --preset dev; } >"$log/build.log" 2>&1; then
    echo "tidy.sh: the build failed; the last lines of $log/build.log:" >&2
    tail -n 20 "$log/build.log" >&2
    exit 2
fi

declare -A compiled=()
while read -r source; do
    compiled[$source]=yes
done < <(sed -n "s|^ *\"file\": \"$PWD/\(.*\)\"|\1|p" build/dev/compile_commands.json | grep -E '^(app|core|ui|tests)/')
if [[ -n $all ]]; then
    named=("${!compiled[@]}")
fi
mapfile -t sources < <(for file in "${named[@]}"; do
    source=$file
    [[ $file != *.h ]] || source=$(includer_of "$file")
    if [[ -n $source && -n ${compiled[$source]:-} ]]; then
        echo "$source"
    else
        echo "tidy.sh: $file is not compiled by preset dev" >&2
    fi
done | sort -u)
if ((${#sources[@]} == 0)); then
    echo "tidy.sh: nothing to look at"
    exit 0
fi

# One log a source, so that those that run beside each other do not mix.
echo "Looking at ${#sources[@]} sources (logs: $log)"
code=0
export log
# shellcheck disable=SC2016  # the inner shell's own
printf '%s\0' "${sources[@]}" | xargs -0 -r -P "$(nproc)" -n 1 bash -c '
    clang-tidy --quiet -p build/dev "$1" >"$log/${1//\//_}.log" 2>"$log/${1//\//_}.err" ||
        { echo "tidy.sh: clang-tidy failed on $1: $log/${1//\//_}.err" >&2; exit 1; }' _ || code=2

# A finding in a header comes once for each source that includes it: the lines from one heading to the next are shown once.
# 2026-11-30: a leak whose place is within Qt's own headers is counted apart. clang-tidy 14 follows a function that is handed to
# QMetaObject::invokeMethod or QTimer::singleShot up to the object that Qt makes of it and cannot see that Qt frees it; each of
# our 31 calls may be told so, and HeaderFilterRegex does not keep it back because the way to it begins in our source. Leaks of
# ours are still told here, and those while running by preset asan (sanitize.sh).
findings=$log/findings.txt
find "$log" -name '*.cpp.log' -print0 | sort -z | xargs -0 -r cat | sed "s|^$PWD/||" | awk '
    / (warning|error): .*\[[^ ]*\]$/ {
        qts = /^\/usr\/[^:]*\/qt6\/.* warning: .*\[clang-analyzer-cplusplus\.NewDeleteLeaks\]$/
        if (qts) ++apart
        shown = !qts && !seen[$0]++
    }
    shown
    END { if (apart) print "tidy.sh: " apart " leaks within Qt are not counted" >"/dev/stderr" }' | tee "$findings"
count=$(grep -cE ' (warning|error): .*\[[^ ]*\]$' "$findings" || true)
echo "tidy.sh: ${#sources[@]} sources, $count findings"
if ((code == 0 && count > 0)); then
    code=1
fi
exit "$code"
