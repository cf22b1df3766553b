#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares the C++ sources with .clang-format. Usage: packaging/dev/format.sh [--fix] [FILE...]
# Without FILE: all tracked sources. --fix rewrites the files instead of naming the differences.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v clang-format >/dev/null; then
    echo "format.sh: clang-format is missing: apt-get install clang-format" >&2
    exit 2
fi
mode=(--dry-run --Werror)
if [[ ${1:-} == --fix ]]; then
    mode=(-i)
    shift
fi
files=("$@")
if ((${#files[@]} == 0)); then
    mapfile -t files < <(git ls-files -- '*.h' '*.cpp')
fi
clang-format --style=file "${mode[@]}" "${files[@]}"
echo "format.sh: ${#files[@]} files in the project's style"
