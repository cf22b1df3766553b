#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the Node packages of one of the tests as its lock file has them, into FOLDER, whose last part names the test's
# folder below tests/conformance. Usage: packaging/dev/nodepackages.sh FOLDER, for example build/dev/node/tus
# They serve the tests alone: programs by other hands, to show that ours speak tus and COSE and no dialect of them. What is
# installed already stays, without any network; the lock file names each package by version and checksum, and no host.
# That of cose is without cbor-extract, an optional part of cbor-x in machine code, of which some registries lack pieces.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

to=${1:?"the folder is missing"}
from=tests/conformance/$(basename "$to")
[[ -f $from/package-lock.json ]] || {
    echo "nodepackages.sh: $from has no package-lock.json" >&2
    exit 2
}
mkdir -p "$to"

# Of two that run at once the second finds the work done.
exec 9>"$to/.lock"
flock 9
if [[ -d $to/node_modules ]] && cmp -s "$from/package-lock.json" "$to/installed.json"; then
    echo "nodepackages.sh: up to date"
    exit 0
fi
command -v npm >/dev/null || {
    echo "nodepackages.sh: npm is missing; packaging/bootstrap deps installs it" >&2
    exit 1
}
rm -f "$to/installed.json"
cp "$from/package.json" "$from/package-lock.json" "$to/"
if ! (cd "$to" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --prefer-offline --loglevel=error); then
    echo "nodepackages.sh: the packages of $from could not be fetched; they are fetched once, and that needs the network" >&2
    exit 1
fi
cp "$from/package-lock.json" "$to/installed.json"
