#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks the doors between the rooms: who may include whom. Usage: packaging/dev/layers.sh [FOLDER]
# Reads every #include of the sources and every library that a CMakeLists.txt links; names each line that goes through a
# forbidden door and ends with 1 when there is one. FOLDER is the source tree (default: the one this script stands in).
set -euo pipefail

# Room: the rooms that it may include beside itself and core/support, and the Qt modules that it may include beside
# QtCore. "+room" opens the doors of that room too. A file name instead of a room opens that one header.
# 2026-11-24: beyond the design, ui may read the cache's lists through the read-only repositories: keyset paging,
# filters and sorting have no use case to go through. Whatever writes goes through core/workflow, so no other header of
# core/storage is open. The pure functions of core/finance are open to ui like those of core/scoring.
# 2026-11-28: ui asks core/security/password.h what a new passphrase still lacks, while it is typed; app/desktop takes it.
# 2026-11-28: what is asked of the server while a person waits (the audit, accounts) goes through core/sync/administration.h,
# which knows no HTTP; of accounts in the messages of core/protocol/accounts.h, which ui shows as they come.
# 2026-11-28: core/sync may check a revocation: an order to give the laptop up is believed or not where it arrives.
# 2026-11-29: and whether the signing keys and the list of revoked certificates that the server tells are to be believed.
# 2026-11-28: core/standard/xlsx reads workbooks into standards; ui and the server's commands ask it. Beside it only
# core/reporting, which writes them, knows QuaZip.
# 2026-11-28: camera and GPS receiver are known to app/desktop alone; ui sees ui/camera.h and ui/positionreceiver.h.
# A folder belongs to the longest room that its path starts with; what stands in no room, and tests/, may include anything.
doors()
{
    cat <<'TABLE'
core/support          |                                                                         |
core/domain           | +core/support                                                           |
core/standard         | +core/domain                                                            |
core/standard/xlsx    | +core/standard                                                          |
core/scoring          | +core/standard                                                          |
core/finance          | +core/domain                                                            |
core/security         | +core/domain                                                            |
core/protocol         | +core/domain +core/standard                                             |
core/storage          | +core/domain +core/standard                                             | QtSql
core/workflow         | +core/storage +core/scoring +core/finance +core/security                |
core/sync             | +core/storage +core/protocol core/security/revocation.h core/security/revocationlist.h | QtNetwork
core/reporting        | +core/scoring +core/finance                                             | QtGui
resources             | core/support                                                            |
ui                    | core/workflow core/reporting core/scoring core/finance +core/standard core/standard/xlsx core/sync/syncstatus.h core/sync/administration.h core/sync/accountrequests.h core/protocol/accounts.h core/security/password.h core/storage/buildingrepository.h core/storage/buildingplaces.h core/storage/inspectionrepository.h core/storage/dashboardrepository.h core/storage/figurerows.h core/storage/searchrepository.h core/storage/findingrepository.h core/storage/assignmentrepository.h core/storage/centrerepository.h core/storage/loanrepository.h resources | QtGui QtWidgets QtCharts QtSvg QtSvgWidgets
app/desktop           | +ui +core/workflow +core/sync +core/reporting resources              | QtGui QtWidgets QtCharts QtSvg QtNetwork QtSql QtTest QtDBus QtMultimedia QtPositioning QtSerialPort
app/server            | core/standard/xlsx app/server/http app/server/api +app/server/files resources              | QtSql
app/server/http       | app/server/api                                                          |
app/server/api        | +app/server/files resources                                             |
app/server/files      | +app/server/store                                                       |
app/server/store      | +core/workflow +core/protocol resources                                 | QtSql
TABLE
}

# Headers of other libraries, and the rooms that alone may include them. 2026-11-29: openssl in core/protocol, for SHA-256
# alone, which libsodium's takes five times as long for.
library_doors()
{
    cat <<'TABLE'
boost/beast | app/server/http
boost/asio  | app/server/http
openssl     | app/server/http core/protocol
qt6keychain | app/desktop
quazip      | core/standard/xlsx core/reporting
libexif     | core/domain
ZXing       | core/reporting
TABLE
}

cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"
table=$(doors)
libraries=$(library_doors)

# The classes of each Qt module, from Qt's own folders of headers: "QLabel QtWidgets".
qt_headers=${MARKAZ_QT_HEADERS:-}
if [[ -z $qt_headers ]]; then
    for folder in /usr/include/*/qt6 /usr/include/qt6; do
        [[ -d $folder/QtCore ]] && qt_headers=$folder && break
    done
fi
if [[ ! -d $qt_headers/QtCore ]]; then
    echo "layers.sh: the headers of Qt were not found; name their folder in MARKAZ_QT_HEADERS" >&2
    exit 2
fi
qt_classes=$(cd "$qt_headers" && find Qt* -maxdepth 1 -name 'Q*' -printf '%f %H\n')

mapfile -t files < <(find app core ui resources tests -type f \
    \( -name '*.h' -o -name '*.cpp' -o -name CMakeLists.txt \) 2>/dev/null | sort)
if ((${#files[@]} == 0)); then
    echo "layers.sh: no sources in $PWD" >&2
    exit 2
fi

awk -v table="$table" -v libraries="$libraries" -v qt_classes="$qt_classes" '
function trim(text) { gsub(/^[ \t]+|[ \t]+$/, "", text); return text }

# The longest room that the path starts with, or "".
function room_of(path,    room, best) {
    best = ""
    for (room in listed)
        if (index(path, room "/") == 1 && length(room) > length(best))
            best = room
    return best
}

# Opens to `room` what `through` may include; `seen` guards against circles.
function open_doors(room, through, seen,    n, words, i, door) {
    if ((room, through) in opened)
        return
    opened[room, through] = 1
    n = split(listed[through], words, /[ \t]+/)
    for (i = 1; i <= n; ++i) {
        door = words[i]
        if (door == "")
            continue
        if (substr(door, 1, 1) == "+") {
            door = substr(door, 2)
            may[room, door] = 1
            open_doors(room, door)
        } else {
            may[room, door] = 1
            if (door ~ /\.h$/) # its implementation has to be linked
                may_link[room, room_of(door)] = 1
        }
    }
}

function forbid(what, why) {
    printf "%s:%d: %s: %s\n", FILENAME, FNR, what, why
    ++faults
}

function check_module(module, what) {
    if (module == "QtCore" || (room, module) in module_may)
        return
    forbid(what, room " may not use " module)
}

function check_room(target, header, what) {
    if (target == "" || target == room || target == "core/support" || (room, target) in may || (room, header) in may)
        return
    if (header == "" && (room, target) in may_link)
        return
    forbid(what, "no door from " room " to " target)
}

BEGIN {
    n = split(table, lines, "\n")
    for (i = 1; i <= n; ++i) {
        split(lines[i], cells, "|")
        listed[trim(cells[1])] = trim(cells[2])
        modules = split(trim(cells[3]), words, /[ \t]+/)
        for (j = 1; j <= modules; ++j)
            module_may[trim(cells[1]), words[j]] = 1
    }
    for (name in listed)
        open_doors(name, name)
    n = split(libraries, lines, "\n")
    for (i = 1; i <= n; ++i) {
        split(lines[i], cells, "|")
        only[trim(cells[1])] = trim(cells[2])
    }
    n = split(qt_classes, lines, "\n")
    for (i = 1; i <= n; ++i) {
        split(lines[i], words, " ")
        module_of[words[1]] = words[2]
    }
    for (name in listed) # the name of its CMake target
        if (name ~ /^core\//)
            room_named[substr(name, 6)] = name
    room_named["ui"] = "ui"
    room_named["resources"] = "resources"
}

FNR == 1 {
    room = room_of(FILENAME)
    is_cmake = FILENAME ~ /CMakeLists\.txt$/
    ++seen_files
}

room == "" { next }

# What CMake links: Qt6::Module, markaz_room and the words after DOORS.
is_cmake {
    line = $0
    sub(/#.*/, "", line)
    n = split(line, words, /[ \t()]+/)
    for (i = 1; i <= n; ++i) {
        word = words[i]
        if (word == "DOORS") { in_doors = 1; continue }
        if (word ~ /^[A-Z]+$/) in_doors = 0
        if (word ~ /^Qt6::/) check_module("Qt" substr(word, 6), word)
        else if (word ~ /^markaz_/ && substr(word, 8) in room_named) check_room(room_named[substr(word, 8)], "", word)
        else if (in_doors && word in room_named) check_room(room_named[word], "", "DOORS " word)
    }
    if (line ~ /\)/) in_doors = 0
    next
}

{
    line = $0
    sub(/\/\/.*/, "", line)
}

line ~ /^[ \t]*#[ \t]*include[ \t]*["<]/ {
    header = line
    sub(/^[^"<]*["<]/, "", header)
    sub(/[">].*/, "", header)
    what = "includes " header
    if (header ~ /^Qt[A-Z][A-Za-z]*(\/|$)/ && header !~ /^Qt(Global|Math|Numeric|Plugin|Algorithms|ContainerFwd)$/) {
        module = header
        sub(/\/.*/, "", module)
        check_module(module in module_of ? module_of[module] : module, what)
    } else if (header in module_of) {
        check_module(module_of[header], what)
    } else if (header ~ /\//) {
        for (library in only)
            if ((header "/" == library "/" || index(header, library "/") == 1 || index(header, library ".") == 1) \
                && index(" " only[library] " ", " " room " ") == 0)
                forbid(what, "only " only[library] " may know it")
        check_room(room_of(header), header, what)
    } else if (header ~ /\.h$/ && line ~ /"/) {
        forbid(what, "includes are written from the root of the sources")
    }
    next
}

line ~ /(static[^;={]*[ \t&*]|[&*][ \t]*)instance[ \t]*\([ \t]*\)/ {
    forbid("instance()", "no singletons: hand the object in")
}

END {
    if (faults > 0) {
        printf "layers.sh: %d forbidden %s; the table of doors stands in packaging/dev/layers.sh\n", faults,
               faults == 1 ? "door" : "doors"
        exit 1
    }
    printf "layers.sh: %d files, all doors respected\n", seen_files
}' "${files[@]}"
