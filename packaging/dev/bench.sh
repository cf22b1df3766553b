#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the benchmarks of tests/bench, each beside its reference in the same run: packaging/dev/bench.sh [OPTION...]
#   --small        a tenth of the work, to see that it runs
#   --only NAME    answer-commit, scoring, scenario, push, pull, list, map, open-inspection, import, export, dashboard or
#                  failing-items; may be repeated
#   --seed N       of the workload
# Builds what is missing (preset release, which stands in build/release), writes build/bench/report.md and report.json,
# and ends with 0 when every "must" holds, 1 when one is missed, 2 when a benchmark could not run. No test calls it.
# MARKAZ_BENCH_JOBS compiles so many at a time (default: the machine's processors).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

for argument in "$@"; do
    if [[ $argument == -h || $argument == --help ]]; then
        sed -n '5,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
    fi
done

log=build/bench/build.log
mkdir -p build/bench
echo "Building (preset release; log: $log)"
if ! { cmake --preset release &&
    cmake --build build/release --target markaz-bench -j "${MARKAZ_BENCH_JOBS:-$(nproc)}"; } >"$log" 2>&1; then
    echo "bench.sh: the build failed; the last lines of $log:" >&2
    tail -n 20 "$log" >&2
    exit 2
fi
# No window, no other locale or time zone than the tests'.
LC_ALL=C.UTF-8 TZ=UTC exec build/release/tests/bench/markaz-bench --out build/bench "$@"
