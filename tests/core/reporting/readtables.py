#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported tables with programs of other hands and prints what is in them as JSON: the rows of the CSV and the
workbook, each cell of the latter with its type, and the GeoJSON as it is.

Usage: readtables.py TABLE.csv TABLE.xlsx TABLE.geojson
"""
import csv
import datetime
import json
import sys

import openpyxl


def cell(value):
    if isinstance(value, datetime.datetime):
        return ["day", value.date().isoformat()]
    return [type(value).__name__, value]


def main(csv_path, xlsx_path, geojson_path):
    with open(csv_path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    book = openpyxl.load_workbook(xlsx_path)
    sheet = book.active
    with open(geojson_path, encoding="utf-8") as file:
        features = json.load(file)
    print(json.dumps({
        "csv": rows,
        "sheets": book.sheetnames,
        "frozen": sheet.freeze_panes,
        "xlsx": [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)],
        "geojson": features,
    }, ensure_ascii=True))


main(*sys.argv[1:])
