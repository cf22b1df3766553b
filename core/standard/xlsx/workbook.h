// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QIODevice>
#include <QList>
#include <QString>

namespace markaz {

/// What a cell shows, as text: numbers in their shortest decimal form ("0.3", "25"), booleans as "TRUE" and "FALSE".
struct Cell
{
    enum class Fault {
        None,
        NotCalculated, ///< a formula whose result was never saved
        FormulaError   ///< #REF!, #DIV/0! and their like; the text is that
    };
    QString text;
    Fault fault = Fault::None;
    bool isEmpty() const { return text.isEmpty() && fault == Fault::None; }
};

/// A row with at least one cell that is not empty.
struct SheetRow
{
    int number = 0;    ///< as in the spreadsheet program, from 1
    QList<Cell> cells; ///< from column A; cells past the end are empty
    Cell cell(qsizetype column) const { return cells.value(column); }
};

struct Sheet
{
    QString name;
    QList<SheetRow> rows; ///< downwards; empty rows are left out
};

struct Workbook
{
    QList<Sheet> sheets;
    const Sheet *sheet(const QString &name) const; ///< whatever its case and the spaces around it; nullptr when none
};

/// Bounds on what somebody may hand in. Empty rows cost nothing: a sheet that was formatted to its last row is common.
struct WorkbookLimits
{
    qint64 fileBytes = 16 * 1024 * 1024;
    int entries = 1000;                    ///< of the archive
    qint64 entryBytes = 64 * 1024 * 1024;  ///< a part, inflated
    qint64 totalBytes = 128 * 1024 * 1024; ///< all parts that are read, inflated
    int ratio = 200;                       ///< inflated to packed, past the first MiB of a part
    int sheets = 50;
    int rows = 20'000; ///< of a sheet, that are not empty
    int columns = 256;
    int characters = 8'000;              ///< of a cell
    qint64 cellBytes = 64 * 1024 * 1024; ///< of all cells, with the empty ones before them; a shared text each time
};

/// Reads an XLSX workbook (also XLSM: macros are never looked at, much less run) into plain tables. `file` is open for
/// reading and seekable. Formulas count with the result that was saved with them. A merged area's value counts in each
/// row of its first column, so a name that was merged over its rows is there in all of them; it does not spread to the
/// right. Malformed (detail: what is wrong with it), TooLarge (detail: which bound).
Result<Workbook> readWorkbook(QIODevice &file, const WorkbookLimits &limits = {});

} // namespace markaz
