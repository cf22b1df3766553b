// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/reason.h"

#include <QList>

namespace markaz {

/// One thing that is wrong with a standard's file, or worth knowing about it.
struct StandardFault
{
    QString sheet; ///< empty: the file as a whole, or a JSON file
    int row = 0;   ///< as the spreadsheet program counts; 0: none
    QString place; ///< the column's name; of a JSON file the path
    Reason reason;
};

/// What was found on the way through a workbook, each place once and not without end.
class FormFaults
{
public:
    static constexpr qsizetype kMost = 200;

    void fail(const QString &sheet, int row, const QString &column, Reason reason)
    {
        add(m_faults, {sheet, row, column, std::move(reason)});
    }
    void note(const QString &sheet, int row, const QString &column, Reason reason)
    {
        add(m_notes, {sheet, row, column, std::move(reason)});
    }
    bool has(const QString &sheet, int row, const QString &column) const;
    bool hasRow(const QString &sheet, int row) const;
    const QList<StandardFault> &faults() const { return m_faults; }
    const QList<StandardFault> &notes() const { return m_notes; }
    bool more() const { return m_more; } ///< there was no room for all
    /// By sheet (survey, choices, settings, tiers, others), then by row.
    void sort();

private:
    void add(QList<StandardFault> &list, StandardFault fault);

    QList<StandardFault> m_faults;
    QList<StandardFault> m_notes;
    bool m_more = false;
};

} // namespace markaz
