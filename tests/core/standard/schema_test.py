#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema accepts the standard file and refuses broken copies of it.

Usage: schema_test.py SCHEMA STANDARD
"""
import copy
import json
import sys

import jsonschema


def item(standard, code):
    return next(entry for entry in standard["items"] if entry["code"] == code)


def remove(node, key):
    del node[key]


# What each breakage does to a copy of the whole file.
BREAKAGES = {
    "no version": lambda s: remove(s, "version"),
    "version as text": lambda s: s.update(version="1"),
    "unknown member at the top": lambda s: s.update(colour="green"),
    "misspelt critical": lambda s: item(s, "C-02").update(critcal=True),
    "no critical": lambda s: remove(item(s, "C-02"), "critical"),
    "no Urdu text": lambda s: remove(item(s, "C-02")["text"], "ur"),
    "blank guidance": lambda s: item(s, "C-02")["guidance"].update(en="  "),
    "unknown type": lambda s: item(s, "C-02").update(type="maybe"),
    "code of no form": lambda s: item(s, "C-02").update(code="C2"),
    "weight with a fraction": lambda s: item(s, "C-02").update(weight=1.5),
    "choice without options": lambda s: remove(item(s, "D-06"), "options"),
    "options on a yes_no": lambda s: item(s, "C-02").update(options=item(s, "D-06")["options"]),
    "credit above full": lambda s: item(s, "D-06")["options"][0].update(credit_bp=10001),
    "bands of a tier missing": lambda s: remove(item(s, "D-07")["credit"]["bands"], "2"),
    "first band not full": lambda s: item(s, "D-07")["credit"]["bands"]["1"][0].update(credit_bp=9000),
    "second band full": lambda s: item(s, "D-07")["credit"]["bands"]["1"][1].update(credit_bp=10000),
    "band without limit": lambda s: remove(item(s, "D-07")["credit"]["bands"]["1"][1], "at"),
    "limit as a number": lambda s: item(s, "D-07")["credit"]["bands"]["1"][0].update(at=4),
    "unknown direction": lambda s: item(s, "D-07")["credit"].update(direction="more"),
    "calculated without a calculation": lambda s: remove(item(s, "D-02"), "calculate"),
    "ratio of three": lambda s: item(s, "D-02")["calculate"]["ratio"].append({"constant": "1"}),
    "rows as a term of a ratio": lambda s: item(s, "D-02")["calculate"].update(
        ratio=[{"item": "D-01"}, {"rows": "F-02", "field": "seats"}]),
    "rule with two members": lambda s: item(s, "C-10")["visible_when"].update(all=[]),
    "rule that compares with a list": lambda s: item(s, "C-10")["visible_when"].update(at_least=[{"building": "storeys"}, [4]]),
    "yes_no with bands": lambda s: item(s, "C-02").update(credit=item(s, "D-07")["credit"]),
    "document with credit": lambda s: item(s, "A-01").update(credit={"yes_bp": 10000, "no_bp": 0}),
    "not applicable for a calculated item": lambda s: item(s, "D-02").update(not_applicable=True),
    "partial tolerated without critical": lambda s: item(s, "B-06").update(partial_tolerated=True),
    "repeat with an unknown row rule": lambda s: item(s, "C-01")["repeat"].update(rows="best"),
    "column of an item's own type": lambda s: item(s, "C-01")["repeat"]["fields"][0].update(type="calculated"),
    "column with bands that is no number": lambda s: item(s, "C-01")["repeat"]["fields"][1].update(
        credit=item(s, "D-07")["credit"]),
    "floor of no section": lambda s: s["tiers"]["1"]["floors_bp"].update(CC=7000),
    "a fourth tier": lambda s: s["tiers"].update({"4": s["tiers"]["3"]}),
}


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    standard = json.load(open(sys.argv[2], encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)

    failures = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(standard)]
    for name, breakage in BREAKAGES.items():
        broken = copy.deepcopy(standard)
        breakage(broken)
        if validator.is_valid(broken):
            failures.append(f"accepted: {name}")
    for failure in failures:
        print(failure)
    print(f"{len(standard['items'])} items, {len(BREAKAGES)} broken copies, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
