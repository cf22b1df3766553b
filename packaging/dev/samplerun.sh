# shellcheck shell=bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by packaging/bootstrap: the program on sample data. A server of this machine's own, reachable from nowhere
# else, lives exactly as long as the window.
# The caller has set: build_dir, log_dir, fresh_sample.
# shellcheck disable=SC2154

server=$build_dir/dev/app/server/markaz-server
desktop=$build_dir/dev/app/desktop/markaz
sample_dir=$build_dir/sample
server_pid=""
desktop_pid=""
held_stop=""

# make_sample - creates the sample data where there is none; a creation that was cut short is begun anew
make_sample()
{
    if ((fresh_sample)); then
        rm -rf "$sample_dir"
    fi
    if [[ -d $sample_dir/server ]]; then
        note "sample data is there ($(shown "$sample_dir"))"
        return 0
    fi
    note "creating sample data: 500 buildings, 2,000 inspections"
    rm -rf "$sample_dir/server.part"
    mkdir -p "$sample_dir/server.part"
    run_logged "$log_dir/sample.log" "the sample data could not be created" \
        "$server" sample --data "$sample_dir/server.part" --seed 7 --buildings 500 --inspections 2000
    mv "$sample_dir/server.part" "$sample_dir/server"
}

# end_process PID SECONDS - SIGTERM, a bounded wait, and SIGKILL for one that does not listen
end_process()
{
    kill -TERM "$1" 2>/dev/null || return 0
    if ! timeout "$2" tail --pid="$1" -f /dev/null; then
        note "process $1 did not end in $2 s and was killed"
        kill -KILL "$1" 2>/dev/null || true
    fi
}

end_sample_run()
{
    trap - EXIT INT TERM HUP
    [[ -z $desktop_pid ]] || end_process "$desktop_pid" 10
    if [[ -n $server_pid ]]; then
        end_process "$server_pid" 20
        note "the server has stopped"
    fi
}

# hold_signals / release_signals - around the start of a process: a stop that comes before its id is noted waits for it
hold_signals()
{
    held_stop=""
    trap 'held_stop=130' INT
    trap 'held_stop=143' TERM HUP
}

release_signals()
{
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    [[ -z $held_stop ]] || exit "$held_stop"
}

# start_server - sets server_pid and server_url
start_server()
{
    local log=$log_dir/server.log line out deadline=$((SECONDS + 60))
    : >"$log"
    trap end_sample_run EXIT
    hold_signals
    # A session of its own: Ctrl+C reaches this script, which then stops the server in good order.
    exec {out}< <(exec setsid "$server" serve --data "$sample_dir/server" --listen 127.0.0.1:0 2>&1)
    server_pid=$!
    release_signals
    server_url=""
    local why="did not say within 60 s that it is listening"
    while ((SECONDS < deadline)); do
        if ! IFS= read -r -t $((deadline - SECONDS)) -u "$out" line; then
            # End of its output, unless the time is over.
            ((SECONDS >= deadline)) || why="ended before it was listening"
            break
        fi
        printf '%s\n' "$line" >>"$log"
        if [[ $line =~ listening\ on\ (http://[^ ]+) ]]; then
            server_url=${BASH_REMATCH[1]}
            break
        fi
    done
    [[ -n $server_url ]] || fail "the server $why" "$log"
    cat <&"$out" >>"$log" &
    note "the server is at $server_url (log: $(shown "$log"))"
}

run_with_window()
{
    step "Server with sample data"
    make_sample
    start_server
    step "Desktop (log: $(shown "$log_dir/desktop.log"))"
    note "signed in as the sample inspector; the officer is one click away. Closing the window ends all of it."
    local code=0
    hold_signals
    "$desktop" --server "$server_url" --sample "$sample_dir/server/sample-accounts.json" \
        --profile "$sample_dir/profile" >"$log_dir/desktop.log" 2>&1 &
    desktop_pid=$!
    release_signals
    wait "$desktop_pid" || code=$?
    desktop_pid=""
    ((code == 0)) || fail "the desktop ended with code $code" "$log_dir/desktop.log"
    end_sample_run
}

run_tour()
{
    step "Tour (log: $(shown "$log_dir/tour.log"))"
    note "there is no display here, so the tour does the work of an inspector and an officer in the real windows, unseen"
    local tour=$build_dir/tour
    rm -rf "$tour"
    mkdir -p "$tour"
    QT_QPA_PLATFORM=offscreen run_logged "$log_dir/tour.log" "the tour did not come to its end" \
        "$desktop" --tour "$tour"
    note "pictures, certificate and summary.json: $(shown "$tour")"
    step_done
}
