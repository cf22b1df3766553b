# shellcheck shell=bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by the shell tests: a temporary folder, expectations, and the closing line.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
expectations=0
failures=0

# failed TEXT [OUTPUT]
failed()
{
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$1"
    [[ -z ${2:-} ]] || printf '%s\n' "$2" | sed 's/^/    | /'
}

# put FILE TEXT - writes a file of the temporary folder, with its folders
put()
{
    mkdir -p "$work/$(dirname "$1")"
    printf '%s\n' "$2" >"$work/$1"
}

# expect_code WANTED GOT WHAT OUTPUT
expect_code()
{
    expectations=$((expectations + 1))
    [[ $1 == "$2" ]] || failed "$3: code $2 instead of $1" "$4"
}

# expect_text OUTPUT TEXT WHAT - the output holds the text
expect_text()
{
    expectations=$((expectations + 1))
    [[ $1 == *"$2"* ]] || failed "$3: \"$2\" is not said" "$1"
}

# expect_no_text OUTPUT TEXT WHAT
expect_no_text()
{
    expectations=$((expectations + 1))
    [[ $1 != *"$2"* ]] || failed "$3: \"$2\" is said" "$1"
}

finish()
{
    printf '%d expectations, %d failed\n' "$expectations" "$failures"
    ((failures == 0))
}
