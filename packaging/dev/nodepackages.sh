#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the tests' Node packages as their lock file has them, into FOLDER (default: build/dev/node/tus). Usage:
# packaging/dev/nodepackages.sh [FOLDER]
# They serve the tests alone: an independent tus client to show that the server speaks tus and not a dialect of ours. What
# is installed already stays, without any network; the lock file names each package by version and checksum, and no host.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

from=tests/conformance/tus
to=${1:-build/dev/node/tus}
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
