#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the fuzzers of tests/fuzz: packaging/dev/fuzz.sh [--seconds N] [TARGET...]
#   --seconds N    how long each runs (default: 60)
#   --list         the targets, without running them
# Builds what is missing (preset fuzz, clang). Each target begins with its corpus (tests/data/fuzz/TARGET) and what earlier
# runs found interesting (build/fuzz/corpus/TARGET), under the address and the undefined behaviour sanitizer. Prints a line
# a target. What breaks one lies in build/fuzz/found/: mend it, and put the file into tests/data/fuzz/TARGET, where the test
# command replays it. Ends with 0 when nothing was found, 1 when something was, 2 when nothing could be run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    sed -n '5,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit "$1"
}

mapfile -t known < <(sed -n 's/^    foreach(name \(.*\))$/\1/p' tests/fuzz/CMakeLists.txt | tr ' ' '\n')
seconds=60
targets=()
while (($# > 0)); do
    case $1 in
        --seconds)
            [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || usage 2 >&2
            seconds=$2
            shift
            ;;
        --list)
            printf '%s\n' "${known[@]}"
            exit 0
            ;;
        -h | --help) usage 0 ;;
        *)
            [[ " ${known[*]} " == *" $1 "* ]] || { echo "fuzz.sh: there is no target \"$1\"; --list names them" >&2; exit 2; }
            targets+=("$1")
            ;;
    esac
    shift
done
((${#targets[@]} > 0)) || targets=("${known[@]}")

log=build/fuzz/log
mkdir -p "$log" build/fuzz/found
echo "Building (preset fuzz; log: $log/build.log)"
if ! { cmake --preset fuzz && cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"; } >"$log/build.log" 2>&1; then
    echo "fuzz.sh: the build failed; the last lines of $log/build.log:" >&2
    tail -n 20 "$log/build.log" >&2
    exit 2
fi

failed=0
for target in "${targets[@]}"; do
    grown=build/fuzz/corpus/$target
    mkdir -p "$grown"
    dictionary=()
    [[ -e tests/fuzz/$target.dict ]] && dictionary=("-dict=tests/fuzz/$target.dict")
    code=0
    build/fuzz/tests/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 \
        -artifact_prefix="build/fuzz/found/$target-" -print_final_stats=1 "${dictionary[@]}" \
        "$grown" "tests/data/fuzz/$target" >"$log/$target.log" 2>&1 || code=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log/$target.log")
    covered=$(grep -oE 'cov: [0-9]+' "$log/$target.log" | tail -n 1)
    if ((code == 0)); then
        echo "$target: ${runs:-0} runs, ${covered:-cov: 0}, nothing found"
    else
        echo "$target: FAILED (code $code), see $log/$target.log and build/fuzz/found/"
        failed=1
    fi
done
exit "$failed"
