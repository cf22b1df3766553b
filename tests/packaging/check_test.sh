#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/dev/check.sh on small trees: each fault is named with its file, and a tree without faults passes.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/expect.sh
source "$here/expect.sh"
check=$here/../../packaging/dev/check.sh
spdx='// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later'

run_check()
{
    code=0
    output=$("$check" "$work" 2>&1) || code=$?
}

# refuses SAID - in the tree as it stands
refuses()
{
    run_check
    expect_code 1 "$code" "$1" "$output"
    expect_text "$output" "$1" "$1"
    expect_text "$output" "1 fault" "$1"
}

fresh()
{
    rm -rf "${work:?}"/*
    put core/good.h "$spdx"$'\n#pragma once'
}

fresh
run_check
expect_code 0 "$code" "a tree in order" "$output"
expect_text "$output" "1 files in order" "a tree in order"

fresh
put core/a.cpp 'int a;'
refuses "core/a.cpp:1: the two SPDX lines are missing"

fresh
put core/a.cpp '// SPDX-License-Identifier: GPL-3.0-or-later'
refuses "core/a.cpp:1: the two SPDX lines are missing"

fresh
put core/CMakeLists.txt 'project(x)'
refuses "core/CMakeLists.txt:1: the two SPDX lines are missing"

fresh
put core/a.h "$spdx"
refuses "core/a.h:1: #pragma once is missing"

fresh
put core/a.h "$spdx"$'\n#pragma once\nnamespace markaz {\nstruct Row\n{\n};\n}'
put core/b.cpp "$spdx"$'\nnamespace markaz {\nnamespace {\nstruct Row\n{\n};\n} // namespace\nstruct Other;\n}'
put core/c.cpp "$spdx"$'\nnamespace markaz::ui {\nstruct Row\n{\n};\n}'
run_check
expect_code 0 "$code" "names that do not meet" "$output"
put core/d.h "$spdx"$'\n#pragma once\nnamespace markaz {\nclass Row final : public Other\n{\n};\n}'
refuses "core/d.h:5: markaz::Row is defined in core/a.h too"

fresh
put core/a.cpp "$spdx"$'\n\n// TO''DO later'
refuses "core/a.cpp:4: a mark of unfinished work"

fresh
put core/a.cpp "$spdx"$'\nint a; // FIX''ME'
refuses "core/a.cpp:3: a mark of unfinished work"

long=$(seq -f '// line %g' 499)
fresh
put core/a.cpp "$spdx"$'\n'"$long"
refuses "core/a.cpp:501: longer than 500 lines"

put packaging/dev/long-files.txt $'# why\ncore/a.cpp: one table that reads better whole'
run_check
expect_code 0 "$code" "a long file with its reason" "$output"

put packaging/dev/long-files.txt 'core/a.cpp:'
run_check
expect_code 1 "$code" "a long file without a reason" "$output"
expect_text "$output" 'packaging/dev/long-files.txt:1: wants "path: the reason"' "a long file without a reason"

fresh
put packaging/dev/long-files.txt 'core/good.h: once it was long'
refuses "core/good.h:3: is named in packaging/dev/long-files.txt and need not be"

fresh
put packaging/dev/long-files.txt 'core/gone.h: once it was long'
refuses "packaging/dev/long-files.txt:1: core/gone.h is no source file here"

# What the build makes is not looked at.
fresh
put build/dev/moc_a.cpp 'int a;'
run_check
expect_code 0 "$code" "a file under build/" "$output"

finish
