#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/bootstrap in a copy of its own, with stand-ins for apt, cmake and the two programs: what it does in which
# order, and what it says when a step fails. The real build is not touched.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/expect.sh
source "$here/expect.sh"

tree=$work/tree
calls=$work/calls
export calls installed=$work/installed built=$work/built
export PATH="$work/bin:$PATH"
unset DISPLAY WAYLAND_DISPLAY

# stand_in NAME BODY - a program in the PATH that notes its call and then runs BODY
stand_in()
{
    put "bin/$1" "#!/bin/bash
printf '%s\n' \"$1 \$*\" >>\"\$calls\"
$2"
    chmod +x "$work/bin/$1"
}

fresh()
{
    rm -rf "${work:?}"/*
    mkdir -p "$tree"
    cp -r "$here/../../packaging" "$tree/"
    put tree/packaging/debian-packages.txt $'# comment\nbuild  alpha  # to build\nrun    beta   # to run\ntest   gamma  # to test'
    : >"$calls"
    printf 'installed alpha\ninstalled beta\ninstalled gamma\n' >"$installed"
    mkdir -p "$tree/tests"
    cp -r "$here/../conformance" "$tree/tests/"
    # shellcheck disable=SC2016  # expanded when the stand-in runs
    {
        stand_in id 'echo 1000'
        stand_in sudo 'exit 1'
        stand_in dpkg-query 'cat "$installed"'
        stand_in apt-get 'for p in beta gamma; do [[ " $* " == *" install "*" $p "* ]] && echo "installed $p" >>"$installed"; done; exit 0'
        stand_in cmake 'if [[ $1 == --build ]]; then echo "[1/2] one"; echo "[2/2] two"; fi'
        stand_in npm 'mkdir -p node_modules'
        stand_in ctest 'echo "100% tests passed"; echo "Total Test time (real) = 1 sec"'
    }
}

run_bootstrap()
{
    code=0
    output=$("$tree/packaging/bootstrap" "$@" 2>&1 </dev/null) || code=$?
    called=$(<"$calls")
}

# The command line.
fresh
run_bootstrap --help
expect_code 0 "$code" "--help" "$output"
for word in run test build bench deps --jobs --fresh-sample --no-packages; do
    expect_text "$output" "  $word" "--help"
done
for arguments in "" "nonsense" "run test" "--jobs none build"; do
    # shellcheck disable=SC2086  # several words on purpose
    run_bootstrap $arguments
    expect_code 2 "$code" "arguments \"$arguments\"" "$output"
done
expect_code "" "$(<"$calls")" "a wrong command line starts nothing" "$(<"$calls")"

# All is there: no apt; configured, built, tested, and ctest has the last word.
fresh
run_bootstrap test --jobs 3
expect_code 0 "$code" "test" "$output"
expect_text "$output" "[1/4] Debian packages" "test"
expect_text "$output" "[3/4] Building (dev, 3 at a time" "test"
expect_code "Total Test time (real) = 1 sec" "${output##*$'\n'}" "ctest's summary comes last" "$output"
expect_text "$called" "cmake --preset dev -DMARKAZ_TESTS=ON" "test"
expect_text "$called" "ctest --preset dev -j 3 --output-on-failure" "test"
expect_no_text "$called" "apt-get" "test"

# The second call asks dpkg no more.
: >"$calls"
run_bootstrap build
expect_code 0 "$code" "second call" "$output"
expect_no_text "$called" "dpkg-query" "second call"

# A failing test is a failing command.
stand_in ctest 'exit 8'
run_bootstrap test
expect_code 8 "$code" "failing tests" "$output"

# What another package provides is there; what is only left over of a removed one is not.
fresh
printf 'installed alpha, gamma (= 1.2), delta\nconfig-files beta, \n' >"$installed"
run_bootstrap build
expect_text "$output" "missing: beta" "provided"
expect_no_text "$output" "gamma" "provided"

# Missing packages and no root: the exact command, and nothing is run.
fresh
printf 'installed alpha\n' >"$installed"
run_bootstrap build
expect_code 1 "$code" "no root" "$output"
expect_text "$output" "missing: beta gamma" "no root"
expect_text "$output" "sudo apt-get update && sudo apt-get install --no-install-recommends beta gamma" "no root"
expect_text "$output" "step 1 of 3 failed: Debian packages" "no root"
expect_no_text "$called" "apt-get" "no root"
expect_no_text "$called" "cmake" "no root"

# With a sudo that asks nothing: only what is missing is installed, and the index is not fetched for nothing.
fresh
printf 'installed alpha\n' >"$installed"
# shellcheck disable=SC2016
stand_in sudo 'shift; exec "$@"'
run_bootstrap build
expect_code 0 "$code" "sudo" "$output"
expect_text "$called" "install --no-install-recommends --no-upgrade beta gamma" "sudo"
expect_no_text "$called" "update" "sudo"
expect_text "$output" "[3/3] Building" "sudo"

# An index that does not know the packages is fetched first.
fresh
printf 'installed alpha\n' >"$installed"
# shellcheck disable=SC2016
{
    stand_in id 'echo 0'
    stand_in apt-get 'case "$*" in
        *" update"*) touch "$built" ;;
        *) [[ -e $built ]] || exit 100; printf "installed beta\ninstalled gamma\n" >>"$installed" ;;
        esac'
}
run_bootstrap deps
expect_code 0 "$code" "an old index" "$output"
expect_text "$output" "fetching the package index" "an old index"
expect_code 2 "$(grep -c '^npm ci ' "$calls")" "the packages of both tests, of their own folders" "$called"
for test in cose tus; do
    expect_code same "$(cmp -s "$tree/tests/conformance/$test/package-lock.json" \
        "$tree/build/dev/node/$test/installed.json" && echo same)" "$test: by its lock file" "$output"
done

# apt fails: its words and its log are shown.
fresh
: >"$installed"
# shellcheck disable=SC2016
{
    stand_in id 'echo 0'
    stand_in apt-get 'echo "E: no space left"; [[ $* != *--print-uris* && $* == *install* ]] && exit 100; exit 0'
}
run_bootstrap deps
expect_code 1 "$code" "apt fails" "$output"
expect_text "$output" "why: apt-get install failed" "apt fails"
expect_text "$output" "| E: no space left" "apt fails"
expect_text "$output" "the whole log: build/log/packages.log" "apt fails"

# cmake fails, then the compiler fails.
fresh
stand_in cmake 'echo "CMake Error at x: no Qt"; exit 1'
run_bootstrap build
expect_code 1 "$code" "cmake fails" "$output"
expect_text "$output" "step 2 of 3 failed: Configuring (dev)" "cmake fails"
expect_text "$output" "| CMake Error at x: no Qt" "cmake fails"
expect_text "$output" "the whole log: build/log/configure.log" "cmake fails"
# shellcheck disable=SC2016
stand_in cmake '[[ $1 == --build ]] || exit 0; echo "[1/9] one"; echo "a.cpp:1:2: error: what is this"; exit 2'
run_bootstrap build
expect_code 1 "$code" "compiler fails" "$output"
expect_text "$output" "step 3 of 3 failed: Building" "compiler fails"
expect_text "$output" "| a.cpp:1:2: error: what is this" "compiler fails"
expect_text "$output" "the whole log: build/log/build.log" "compiler fails"

# put_programs DESKTOP - stand-ins for the two programs, where the build would put them
put_programs()
{
    # shellcheck disable=SC2016
    put tree/build/dev/app/server/markaz-server '#!/bin/bash
printf "%s\n" "markaz-server $*" >>"$calls"
[[ $1 == sample ]] && exit 0
trap "echo server stopped >>\"\$calls\"; exit 0" TERM
echo "markaz-server: listening on http://127.0.0.1:45678"
while :; do read -r -t 60 <> <(:); done'
    put tree/build/dev/app/desktop/markaz "#!/bin/bash
printf '%s\n' \"markaz \$*\" >>\"\$calls\"
$1"
    chmod +x "$tree"/build/dev/app/*/markaz*
}

# With a window: sample data once, the server as long as the desktop.
fresh
put_programs 'exit 0'
export DISPLAY=:99
run_bootstrap run
expect_code 0 "$code" "run" "$output"
expect_text "$called" "cmake --preset dev -DMARKAZ_TESTS=OFF" "run"
expect_text "$called" "markaz-server sample --data $tree/build/sample/server.part --seed 7 --buildings 500" "run"
expect_text "$called" "markaz-server serve --data $tree/build/sample/server --listen 127.0.0.1:0" "run"
expect_text "$called" "markaz --server http://127.0.0.1:45678 --sample $tree/build/sample/server/sample-accounts.json --profile $tree/build/sample/profile" "run"
expect_text "$called" "server stopped" "run"
expect_no_text "$called" "gamma" "run needs no test packages"
: >"$calls"
run_bootstrap run
expect_code 0 "$code" "second run" "$output"
expect_no_text "$called" "markaz-server sample" "second run"
expect_text "$called" "server stopped" "second run"

# A desktop that fails is said, and the server stops all the same.
put_programs 'echo "no screen"; exit 3'
: >"$calls"
run_bootstrap run
expect_code 1 "$code" "desktop fails" "$output"
expect_text "$output" "step 5 of 5 failed: Desktop" "desktop fails"
expect_text "$output" "| no screen" "desktop fails"
expect_text "$called" "server stopped" "desktop fails"

# A stop from outside ends the desktop and the server.
mkfifo "$work/started"
# shellcheck disable=SC2016
put_programs 'echo "$$" >"${calls%/*}/started"
exec sleep 600'
: >"$calls"
"$tree/packaging/bootstrap" run >"$work/output" 2>&1 </dev/null &
bootstrap_pid=$!
read -r -t 60 desktop_pid <"$work/started"
kill -TERM "$bootstrap_pid"
code=0
wait "$bootstrap_pid" || code=$?
expect_code 143 "$code" "stopped from outside" "$(<"$work/output")"
expect_code ended "$(kill -0 "$desktop_pid" 2>/dev/null && echo running || echo ended)" "the desktop" "$(<"$work/output")"
expect_text "$(<"$calls")" "server stopped" "stopped from outside"

# A server that ends at once.
put_programs 'exit 0'
put tree/build/dev/app/server/markaz-server $'#!/bin/bash\necho "the address is in use"; exit 1'
run_bootstrap run
expect_code 1 "$code" "server fails" "$output"
expect_text "$output" "the server ended before it was listening" "server fails"
expect_text "$output" "| the address is in use" "server fails"

# Without a display: the tour.
unset DISPLAY
# shellcheck disable=SC2016
put_programs 'echo "$QT_QPA_PLATFORM" >>"$calls"'
: >"$calls"
run_bootstrap run
expect_code 0 "$code" "tour" "$output"
expect_text "$output" "there is no display here" "tour"
expect_text "$called" "markaz --tour $tree/build/tour"$'\noffscreen' "tour"

finish
