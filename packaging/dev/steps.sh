# shellcheck shell=bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/bootstrap: the step lines, the logs, and what is said when a step fails.
# The caller has set: program, log_dir (absolute), step_total.
# shellcheck disable=SC2154

step_number=0
step_name=""
step_start=0

# step NAME - starts a step: "[3/5] Building"
step()
{
    step_number=$((step_number + 1))
    step_name=$1
    step_start=$SECONDS
    printf '[%d/%d] %s\n' "$step_number" "$step_total" "$step_name"
}

# note TEXT... - a line of detail below the step
note()
{
    printf '      %s\n' "$*"
}

# step_done - closes the step with the time that it took
step_done()
{
    note "done ($((SECONDS - step_start)) s)"
}

# shown PATH - as a person in the source folder would type it
shown()
{
    printf '%s' "${1#"$PWD"/}"
}

# fail WHY [LOG] - says which step failed, why, the last lines of the log and where the log is; ends the program
fail()
{
    {
        printf '\n%s: step %d of %d failed: %s\n' "$program" "$step_number" "$step_total" "$step_name"
        printf '  why: %s\n' "$1"
        if [[ -n ${2:-} && -s ${2:-} ]]; then
            if grep -qE '(^|[^a-z])error:|CMake Error' "$2"; then
                printf '  the first errors:\n'
                grep -E '(^|[^a-z])error:|CMake Error' "$2" | head -n 5 | cut -c1-300 | sed 's/^/    | /'
            fi
            printf '  the last lines of the log:\n'
            tail -n 15 "$2" | cut -c1-300 | sed 's/^/    | /'
            printf '  the whole log: %s\n' "$(shown "$2")"
        fi
    } >&2
    exit 1
}

# run_logged LOG WHY COMMAND... - runs a command with its output in the log; fails with WHY
run_logged()
{
    local log=$1 why=$2 code=0
    shift 2
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 </dev/null || code=$?
    ((code == 0)) || fail "$why (code $code)" "$log"
}

# ninja_progress LOG - copies ninja's output to the log and shows how far it is: on a terminal one line that moves,
# elsewhere a line for each tenth
ninja_progress()
{
    local log=$1 line shown_tenth=-1
    : >"$log"
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$log"
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        local at=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
        if [[ -t 1 ]]; then
            printf '\r      %d of %d ' "$at" "$all"
        elif ((at * 10 / all > shown_tenth)); then
            shown_tenth=$((at * 10 / all))
            note "$at of $all"
        fi
    done
    if [[ -t 1 ]]; then
        printf '\r\033[K'
    fi
}
