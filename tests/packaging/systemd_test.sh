#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/systemd: the unit is one that systemd understands, with and without TLS in the server itself, its sandbox is as
# strict as it was, and the server understands the options that it is given there. Usage: systemd_test.sh MARKAZ_SERVER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/expect.sh
source "$here/expect.sh"
server=$1
systemd=$here/../../packaging/systemd
unit=$work/markaz-server.service
sed "s#/usr/bin/markaz-server#$server#" "$systemd/markaz-server.service" >"$unit"

# exposure_below TENTHS WHAT - 0 is a service that can do nothing, 100 one that can do everything
exposure_below()
{
    code=0
    output=$(systemd-analyze verify --man=no "$unit" 2>&1) || code=$?
    expect_code 0 "$code" "$2: verify" "$output"
    expect_no_text "$output" "markaz-server" "$2: verify" # it warns with 0 of a word that it does not know
    code=0
    output=$(systemd-analyze security --no-pager --offline=true --threshold="$1" "$unit" 2>&1) || code=$?
    expect_code 0 "$code" "$2: the sandbox" "$output"
    expect_text "$output" "Overall exposure level" "$2: the sandbox"
}

# understood FILE - what MARKAZ_OPTIONS says there leads to no "wrong usage" (2); the addresses and the files are not here
understood()
{
    local options
    options=$(sed -n 's/^Environment="MARKAZ_OPTIONS=\(.*\)"$/\1/p' "$1" | sed "s#127.0.0.1:8480#127.0.0.1:1#; s#/etc/markaz/tls#$work#g")
    expect_text "$options" "--listen" "${1##*/}"
    code=0
    # shellcheck disable=SC2086  # several words, as systemd parts them
    output=$("$server" serve --data "$work/data" $options --threads 0 2>&1) || code=$?
    expect_code 2 "$code" "${1##*/}" "$output"
    expect_text "$output" "--threads takes" "${1##*/}: the first that is wrong is the test's own word"
}

if command -v systemd-analyze >/dev/null; then
    exposure_below 12 "behind a proxy"
    mkdir "$unit.d"
    cp "$systemd/tls.conf" "$unit.d/"
    exposure_below 18 "with TLS of its own"
    expect_text "$output" "CAP_NET_(BIND_SERVICE|BROADCAST|RAW)" "the drop-in was read"
else
    echo "systemd-analyze is not here: the unit is not verified"
fi
understood "$systemd/markaz-server.service"
understood "$systemd/tls.conf"
finish
