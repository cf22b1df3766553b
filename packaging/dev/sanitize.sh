#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the tests under gcc's sanitizers: packaging/dev/sanitize.sh asan|tsan [--only TEST]... [CTEST-OPTION...]
#   asan           addresses, leaks and undefined behaviour, over the whole suite
#   tsan           races, over the tests of what has threads: sync, storage, the server and its HTTP. On Debian's Qt, which is
#                  not built with it, what Qt's locks order is reported too: packaging/dev/qt-tsan.sh builds one that is
#   --only TEST    builds and runs that executable alone, such as sync_test
# What follows is handed to ctest. Builds what is missing (preset asan or tsan; up to MARKAZ_SANITIZE_UNIT sources, by default 20,
# are compiled as one: packaging/dev/units.py) and prints a line for each kind of fault. The
# reports, those of the servers and laptops that a test starts too, lie in build/PRESET/found/; what is no fault of ours is
# named with its reason in packaging/dev/PRESET.supp. MARKAZ_SANITIZE_JOBS compiles and tests so many at a time (default: the
# machine's processors). Ends with 0 when the tests passed and nothing was found, 1 when not, 2 when nothing could be run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage()
{
    sed -n '5,14s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit "$1"
}

preset=${1:-}
case $preset in
    asan | tsan) shift ;;
    -h | --help) usage 0 ;;
    *) usage 2 >&2 ;;
esac

only=()
while [[ ${1:-} == --only ]]; do
    [[ -n ${2:-} ]] || usage 2 >&2
    only+=("$2")
    shift 2
done
if [[ $preset == tsan ]] && ((${#only[@]} == 0)); then
    only=(security_test storage_test storage_postgres_test sync_test markaz_http_test markaz_probes_test test_server_unit
        test_server test_support markaz_integration_test faults_core)
fi
jobs=${MARKAZ_SANITIZE_JOBS:-$(nproc)}
build=(cmake --build "build/$preset" -j "$jobs")
tests=(ctest --preset "$preset" -j "$jobs")
if ((${#only[@]} > 0)); then
    build+=(--target "${only[@]}")
    tests+=(-R "^($(IFS='|' && echo "${only[*]}"))$")
fi

log=build/$preset/log found=build/$preset/found
mkdir -p "$log"
echo "Building (preset $preset; log: $log/build.log)"
export LANG=C.UTF-8
# Warnings of a unit are no errors: a name that shadows another file's is none of ours.
if ! { cmake --preset "$preset" -DMARKAZ_UNITS= -DMARKAZ_WERROR=OFF &&
    packaging/dev/units.py "build/$preset" "${MARKAZ_SANITIZE_UNIT:-20}" &&
    cmake --preset "$preset" -DMARKAZ_UNITS="$PWD/build/$preset/units.cmake" -DMARKAZ_WERROR=OFF && "${build[@]}"; } >"$log/build.log" 2>&1; then
    echo "sanitize.sh: the build failed; the last lines of $log/build.log:" >&2
    tail -n 20 "$log/build.log" >&2
    exit 2
fi

rm -rf "$found"
mkdir "$found"
known=suppressions=$PWD/packaging/dev/$preset.supp:print_suppressions=0
# Reports go to files: what a server says that a test has started, the test may not read.
files=log_path=$PWD/$found/report:log_exe_name=1
# 2026-11-30: eight frames of each allocation are kept. Debian's Qt has no frame pointers: of the usual thirty most are chance,
# so nearly each stack is a new one, and keeping them took a third of the tests' time and 1.5 GB.
export ASAN_OPTIONS=$files:detect_stack_use_after_return=1:check_initialization_order=1:strict_string_checks=1:malloc_context_size=8
export LSAN_OPTIONS=$known UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export TSAN_OPTIONS=$files:$known:second_deadlock_stack=1:history_size=4
qt=build/qt-tsan/libraries
if [[ $preset == tsan && -e $qt ]]; then
    echo "With the Qt of packaging/dev/qt-tsan.sh"
    # Without glib's event loop, which is not built with it.
    export LD_LIBRARY_PATH=$PWD/$qt QT_PLUGIN_PATH=$PWD/$qt/qt6/plugins QT_NO_GLIB=1
fi
echo "Testing ($jobs at a time; log: $log/test.log)"
code=0
# The tests' own world, as in packaging/bootstrap.
LC_ALL=C.UTF-8 TZ=UTC QT_QPA_PLATFORM=offscreen "${tests[@]}" "$@" >"$log/test.log" 2>&1 || code=$?
grep -E '^No tests were found|\*\*\*(Failed|Timeout|Exception|Not Run)|tests passed' "$log/test.log" || true

programs=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#' "$log/test.log" || true)
tests_run=$(awk '/^\[==========\] [0-9]+ tests? .* ran/ { all += $2 } END { print all + 0 }' "build/$preset/Testing/Temporary/LastTest.log")
shopt -s nullglob
reports=("$found"/*)
echo "$preset: $programs test programs, $tests_run tests, ${#reports[@]} reports in $found"
((${#reports[@]} == 0)) || sed -n 's/^SUMMARY: //p' "${reports[@]}" | sort | uniq -c | sort -rn
((programs > 0 && code == 0 && ${#reports[@]} == 0))
