# shellcheck shell=bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/bootstrap: what is missing from packaging/debian-packages.txt, and how it is installed.
# The caller has set: build_dir, log_dir, packages_file.
# shellcheck disable=SC2154

# packages_of GROUP... - the names, one a line
packages_of()
{
    awk -v groups=" $* " '$1 !~ /^#/ && NF >= 2 && index(groups, " " $1 " ") { print $2 }' "$packages_file"
}

# packages_missing NAME... - those that are neither installed nor provided by what is: a newer nodejs, from elsewhere than
# Debian, brings npm with it and cannot stand beside Debian's.
# shellcheck disable=SC2016  # the format is dpkg-query's
packages_missing()
{
    dpkg-query --show --showformat '${db:Status-Status} ${Package}, ${Provides}\n' |
        awk -v wanted="$*" '
            sub(/^installed /, "") {
                m = split($0, names, /, */)
                for (i = 1; i <= m; ++i) { sub(/ .*/, "", names[i]); have[names[i]] = 1 }
            }
            END { n = split(wanted, names, " "); for (i = 1; i <= n; ++i) if (!(names[i] in have)) print names[i] }'
}

# as_root - the words that go before a command so that it runs as root; fails when there is no way without a question
as_root()
{
    if (($(id -u) == 0)); then
        return 0
    fi
    sudo -n true 2>/dev/null || return 1
    printf 'sudo -n'
}

# A new PostgreSQL package would start a server of its own on port 5432. The tests start and stop theirs, so the
# machine is spared one nobody asked for. Where PostgreSQL is already there, nothing is touched.
spare_the_main_cluster()
{
    local folder=/etc/postgresql-common
    [[ -e $folder/createcluster.conf ]] && return 0
    note "PostgreSQL will start no server of its own ($folder/createcluster.d/markaz.conf)"
    "$@" mkdir -p "$folder/createcluster.d"
    printf '# Written by packaging/bootstrap of Markaz; delete it if you want a main cluster.\ncreate_main_cluster = false\n' |
        "$@" tee "$folder/createcluster.d/markaz.conf" >/dev/null
}

# A new nginx would start at once and take port 80. The tests start theirs with a configuration of their own.
spare_nginx()
{
    local unit=/etc/systemd/system/nginx.service
    [[ -e /lib/systemd/system/nginx.service || -e $unit || -L $unit ]] && return 0
    note "nginx will not start by itself ($unit; \"systemctl unmask nginx\" lets it)"
    "$@" mkdir -p "${unit%/*}"
    "$@" ln -s /dev/null "$unit"
}

# packages_key NAME... - holds until the list or the machine's packages change
packages_key()
{
    { printf '%s\n' "$@"; stat -c %Y /var/lib/dpkg/status 2>/dev/null || true; } | sha256sum
}

# ensure_packages GROUP... - installs what is missing, and says what; nothing else is upgraded
ensure_packages()
{
    local -a wanted=() missing=() root=()
    mapfile -t wanted < <(packages_of "$@")
    local stamp key groups=$*
    stamp=$build_dir/packages.${groups// /-}.stamp
    key=$(packages_key "${wanted[@]}")
    if [[ -r $stamp && $(<"$stamp") == "$key" ]]; then
        note "${#wanted[@]} packages, all there"
        return 0
    fi
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "this is no Debian: install the counterparts of $(shown "$packages_file") and call again with --no-packages"
    fi

    mapfile -t missing < <(packages_missing "${wanted[@]}")
    if ((${#missing[@]} == 0)); then
        note "${#wanted[@]} packages, all there"
    else
        note "missing: ${missing[*]}"
        local words
        if ! words=$(as_root); then
            note "run this once, then call again:"
            printf '\n  sudo apt-get update && sudo apt-get install --no-install-recommends %s\n' "${missing[*]}"
            fail "${#missing[@]} Debian packages are missing, and only root may install them"
        fi
        read -ra root <<<"$words"
        install_packages "${missing[@]}"
        mapfile -t missing < <(packages_missing "${wanted[@]}")
        ((${#missing[@]} == 0)) || fail "still missing after apt-get: ${missing[*]}" "$log_dir/packages.log"
        note "installed"
        key=$(packages_key "${wanted[@]}")
    fi
    mkdir -p "$build_dir"
    printf '%s\n' "$key" >"$stamp"
}

# install_packages NAME... - `root` (of ensure_packages) holds the words that make a command run as root
install_packages()
{
    local log="$log_dir/packages.log"
    mkdir -p "$log_dir"
    : >"$log"
    local -a apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300)
    local -a install=("${apt[@]}" install --no-install-recommends --no-upgrade "$@")
    [[ " $* " == *" postgresql-15 "* ]] && spare_the_main_cluster "${root[@]}"

    [[ " $* " == *" nginx "* ]] && spare_nginx "${root[@]}"

    # The package index is fetched anew only when it does not know a package, or names a version that has gone.
    if ! "${install[@]}" --print-uris >/dev/null 2>>"$log"; then
        note "fetching the package index"
        "${apt[@]}" update >>"$log" 2>&1 </dev/null || fail "apt-get update failed" "$log"
    fi
    note "installing ${#} packages and what they need (some minutes the first time)"
    if ! "${install[@]}" >>"$log" 2>&1 </dev/null; then
        note "fetching the package index and trying once more"
        "${apt[@]}" update >>"$log" 2>&1 </dev/null || fail "apt-get update failed" "$log"
        "${install[@]}" >>"$log" 2>&1 </dev/null || fail "apt-get install failed" "$log"
    fi
}
