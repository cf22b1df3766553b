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

# understood WORD FILE... - with the options of these files and of the server.env that the unit speaks of, the command has
# WORD in it and leads to no "wrong usage" (2) but the test's own. What stands in server.env beats what the files say.
understood()
{
    local word=$1 assignment command
    shift
    local -A variables=()
    while read -r assignment; do
        variables[${assignment%%=*}]=${assignment#*=}
    done < <(sed -n 's/^Environment=//p' "$@" | grep -oE '"[^"]*"|[A-Z_]+=( |$)' | tr -d '"'
        sed -n 's/^#   \(MARKAZ_OPTIONS=.*\)$/\1/p' "$systemd/markaz-server.service")
    command=$(sed -n 's#^ExecStart=/usr/bin/markaz-server ##p' "$systemd/markaz-server.service")
    for assignment in "${!variables[@]}"; do
        command=${command//"\$$assignment"/${variables[$assignment]}}
    done
    expect_no_text "$command" "\$" "$word: every variable of the command is set"
    expect_text "$command" "--database" "$word: server.env"
    expect_text "$command" "$word" "$word"
    command=$(sed "s#127.0.0.1:8480#127.0.0.1:1#; s#/etc/markaz/tls#$work#g; s#/var/lib/markaz#$work/data#" <<<"$command")
    code=0
    # shellcheck disable=SC2086  # several words, as systemd parts them
    output=$("$server" $command --threads 0 2>&1) || code=$?
    expect_code 2 "$code" "$word" "$output"
    expect_text "$output" "--threads takes" "$word: the first that is wrong is the test's own word"
}

# systemd-analyze is of the package systemd (packaging/debian-packages.txt); without it nothing here is verified.
expect_text "$(command -v systemd-analyze || true)" "systemd-analyze" "systemd-analyze is not here"
exposure_below 12 "behind a proxy"
mkdir "$unit.d"
cp "$systemd/tls.conf" "$unit.d/"
exposure_below 18 "with TLS of its own"
expect_text "$output" "CAP_NET_(BIND_SERVICE|BROADCAST|RAW)" "the drop-in was read"
understood --trusted-proxy "$systemd/markaz-server.service"
understood --tls-cert "$systemd/markaz-server.service" "$systemd/tls.conf"
finish
