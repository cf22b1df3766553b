#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the fault matrix of tests/faults: packaging/dev/faults.sh [OPTION...]
#   --long         the long sizes (hours in all; give --only to run them in pieces)
#   --only ROW     one row, such as desktop-killed; may be repeated
#   --seed N       that case alone, as a failure named it; N-M for a piece of a row
#   --list         the suites, without running them: suite DesktopKilled is row desktop-killed
# Builds what is missing (preset dev), prints each row's line, "row desktop-killed: 50 kills, seeds 1-50, 12.3 s, held",
# and writes everything that was said to build/faults/. Ends with 0 when every row held, 1 when one did not, 2 when
# nothing could be run. The small sizes are part of the test command.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    sed -n '5,13s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit "$1"
}

long='' seed='' list='' filter=''
while (($# > 0)); do
    case $1 in
        --long) long=long ;;
        --list) list=yes ;;
        --only | --seed)
            [[ $# -ge 2 && -n $2 ]] || usage 2 >&2
            if [[ $1 == --seed ]]; then
                seed=$2
            else
                # desktop-killed -> DesktopKilled, alone or with a store before it
                suite=$(sed -E 's/(^|-)([a-z0-9])/\U\2/g' <<<"$2")
                filter+="${filter:+:}$suite.*:*/$suite.*"
            fi
            shift
            ;;
        -h | --help) usage 0 ;;
        *) usage 2 >&2 ;;
    esac
    shift
done

log=build/faults
mkdir -p "$log"
targets=(faults_core faults_process)
echo "Building (preset dev; log: $log/build.log)"
if ! { cmake --preset dev && cmake --build --preset dev --target "${targets[@]}" markaz-server; } >"$log/build.log" 2>&1; then
    echo "faults.sh: the build failed; the last lines of $log/build.log:" >&2
    tail -n 20 "$log/build.log" >&2
    exit 2
fi

failed=0 rows=0
for target in "${targets[@]}"; do
    program=$(find build/dev/tests/faults -name "$target" -type f -perm -u+x)
    if [[ -n $list ]]; then
        "$program" --gtest_list_tests | grep -v '^Running main'
        continue
    fi
    code=0
    LC_ALL=C.UTF-8 TZ=UTC MARKAZ_FAULTS=$long MARKAZ_FAULT_SEED=$seed "$program" --gtest_filter="${filter:-*}" 2>&1 |
        tee "$log/$target.log" | grep --line-buffered '^row ' || true
    code=${PIPESTATUS[0]}
    rows=$((rows + $(grep -c '^row .*, \(held\|FAILED\)$' "$log/$target.log" || true)))
    if ((code != 0)); then
        echo "$target: failed (code $code); see $log/$target.log" >&2
        failed=1
    fi
done
if [[ -z $list && $rows -eq 0 ]]; then
    echo "faults.sh: there is no such row; --list names the suites" >&2
    exit 2
fi
exit "$failed"
