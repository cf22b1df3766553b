#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts sources that can share a translation unit together: packaging/dev/units.py BUILD-FOLDER [SIZE]

Reads BUILD-FOLDER/compile_commands.json and writes BUILD-FOLDER/units.cmake for CMake's -DMARKAZ_UNITS=: up to SIZE
(default: 20) sources of a target are compiled as one, so that the headers, which take most of the time of a compiler, are read
once. It is for builds that are made once and thrown away (packaging/dev/sanitize.sh), not for working in.

Two sources share a unit when no name of an unnamed namespace, no file's own `static` and no macro is in both, and no class of
such a namespace is so much as mentioned by the other, where it could stand before a class of the project.
"""
import collections
import glob
import json
import os
import re
import sys

DECLARED = re.compile(r"^(?!\s)(?:.*?)\b(\w+)\s*(?:\(|=|\{|;|\[)")
TYPE = re.compile(r"^(?:class|struct|enum class|enum|using)\s+(?:\[\[\w+\]\]\s*)?(\w+)")
COMMENT = re.compile(r"//[^\n]*")
# What the pattern above takes for a name, and what stands in a line of `using`.
NO_NAMES = set("namespace using if for while return const static void int bool auto class struct enum template typename inline "
               "constexpr operator public private markaz protocol test samples ui server".split())
MACROS = ("TEST", "Q_", "MARKAZ_", "INSTANTIATE_")


# Constants and functions that headers have: a source with its own one of that name is compiled alone, or it could hide or
# double the header's from the others.
HEADERS = set()


class Source:
    """A source and the names that are its own."""

    def __init__(self, path):
        self.path = path
        with open(path, encoding="utf-8") as file:
            text = file.read()
        plain = COMMENT.sub("", text)
        names = set(re.findall(r"^#define (\w+)", plain, re.M))
        types = set()
        unnamed = False
        for line in text.split("\n"):
            if line == "} // namespace":
                unnamed = False
            elif line.startswith("namespace {"):
                unnamed = True
            elif unnamed or line.startswith("static "):
                found = DECLARED.match(line)
                if found:
                    names.add(found.group(1))
                found = TYPE.match(line)
                if found:
                    names.add(found.group(1))
                    types.add(found.group(1))
        used = set(re.findall(r"^using [\w:]*::(\w+);", plain, re.M))
        names |= used
        types |= used
        self.names = {name for name in names if name not in NO_NAMES and not name.startswith(MACROS)}
        self.types = types & self.names
        self.alone = bool(self.names & HEADERS) or "using namespace markaz::" in plain
        self.words = set(re.findall(r"[A-Za-z_]\w*", plain))


class Unit:
    def __init__(self):
        self.paths, self.names, self.types, self.words = [], set(), set(), set()

    def takes(self, source):
        return not (source.names & self.names or source.types & self.words or self.types & source.words)

    def add(self, source):
        self.paths.append(source.path)
        self.names |= source.names
        self.types |= source.types
        self.words |= source.words


def units_of(paths, size):
    units = []
    for path in paths:
        source = Source(path)
        if source.alone:
            continue
        unit = next((unit for unit in units if len(unit.paths) < size and unit.takes(source)), None)
        if unit is None:
            unit = Unit()
            units.append(unit)
        unit.add(source)
    return [unit for unit in units if len(unit.paths) > 1]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build, size = sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 20
    for header in glob.glob("[a-z]*/**/*.h", recursive=True):
        with open(header, encoding="utf-8") as file:
            text = file.read()
            HEADERS.update(re.findall(r"^(?:inline )?const(?:expr)? [^=({\n]*?\b(k[A-Z]\w*)", text, re.M))
            HEADERS.update(re.findall(r"^(?:[\w:]+(?:<[^(\n]*>)?[ *&]+)+(\w+)\(", text, re.M))
    targets = collections.defaultdict(list)
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        for entry in json.load(file):
            path = entry["file"]
            if not path.startswith(os.path.abspath(build) + os.sep):
                targets[re.search(r"CMakeFiles/([^/]+)\.dir/", entry["command"]).group(1)].append(path)
    with open(os.path.join(build, "units.cmake"), "w", encoding="utf-8") as out:
        for target, paths in sorted(targets.items()):
            for number, unit in enumerate(units_of(sorted(paths), size)):
                if number == 0:
                    out.write(f"set_target_properties({target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)\n")
                out.write(f"set_source_files_properties({' '.join(unit.paths)}\n"
                          f"    TARGET_DIRECTORY {target} PROPERTIES UNITY_GROUP unit{number})\n")


if __name__ == "__main__":
    main()
