// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/importrow.h"

namespace markaz {

/// The cells of a row by what their columns mean, and what is said of one that will not do. Row and fields must outlive
/// it.
class RowCells
{
public:
    RowCells(const CsvRow &row, const QStringList &fields)
        : m_row(row)
        , m_fields(fields)
    {
    }

    int line() const { return m_row.line; }
    /// Trimmed; empty where there is no such column. Text that looks like a formula is read as it was written.
    QString text(const char *field) const;
    /// With what stands in the cell, shortened.
    RowFault fault(RowReason reason, const char *field, const QString &detail) const;
    /// Where nothing stands and something has to.
    RowFault missing(const char *field) const;
    /// Nothing, or that there are more cells than columns: spreadsheets write empty ones behind, which is none.
    std::optional<RowFault> surplus() const;

private:
    const CsvRow &m_row;
    const QStringList &m_fields;
};

} // namespace markaz
