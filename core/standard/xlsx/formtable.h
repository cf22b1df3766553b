// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/formfaults.h"
#include "core/standard/xlsx/workbook.h"

#include <QHash>

#include <array>
#include <optional>

namespace markaz {

enum class FormLanguage { English, Urdu };

/// A sheet of a form as rows under named columns: "Label::English (en)", "label::Urdu", "hint" and "Choice  Filter" are
/// found whatever their case and spaces. The heading is the first row that has the column \p key.
class FormTable
{
public:
    struct Headings
    {
        QStringList key;        ///< one of these is a column of the heading: {"list_name", "list name"}
        QStringList known;      ///< columns that mean something; others are told once, as a note
        QStringList translated; ///< columns with a language, beside `known`
    };
    /// \p plain: the language of a translated column that names none.
    FormTable(const Sheet &sheet, const Headings &headings, FormLanguage plain, FormFaults &faults);

    const QString &name() const { return m_sheet.name; }
    bool hasHeading() const { return m_heading >= 0; }
    int headingRow() const { return m_heading < 0 ? 0 : m_sheet.rows.at(m_heading).number; }
    bool has(const QString &column) const { return m_columns.contains(column); }
    QList<SheetRow> rows() const { return m_heading < 0 ? QList<SheetRow>() : m_sheet.rows.mid(m_heading + 1); }

    /// Without the spaces around it; empty where there is no such column. A formula without a result is told, once.
    QString text(const SheetRow &row, const QString &column) const;
    QString text(const SheetRow &row, const QString &column, FormLanguage language) const;
    /// yes, no, true, false, 1, 0; \p otherwise where it is empty or (told) something else.
    bool flag(const SheetRow &row, const QString &column, bool otherwise) const;
    /// A share in hundredths of a percent from "75", "75 %" or "33.33"; nothing where it is empty or (told) none.
    std::optional<int> basisPoints(const SheetRow &row, const QString &column) const;
    /// The same for a part of a cell, such as the 75 of "C=75". \p shape is told where it is none.
    std::optional<int> basisPointsOf(const SheetRow &row, const QString &column, const QString &text,
                                     const Reason &shape) const;
    std::optional<int> integer(const SheetRow &row, const QString &column) const;
    void fail(const SheetRow &row, const QString &column, Reason reason) const
    {
        m_faults.fail(name(), row.number, column, std::move(reason));
    }
    void note(const SheetRow &row, const QString &column, Reason reason) const
    {
        m_faults.note(name(), row.number, column, std::move(reason));
    }

private:
    void findHeading(const Headings &headings);
    void readHeading(const Headings &headings, FormLanguage plain);
    QString textAt(const SheetRow &row, int column, const QString &name) const;

    const Sheet &m_sheet;
    FormFaults &m_faults;
    qsizetype m_heading = -1;
    QHash<QString, int> m_columns;
    struct Places
    {
        std::array<int, 2> byLanguage{-1, -1}; ///< FormLanguage; -1: none
    };
    QHash<QString, Places> m_translated;
    QHash<QString, Places> m_fallback; ///< the columns that name no language
};

/// Lower case, one underscore for what separates words.
QString formWord(const QString &text);
QString columnName(const QString &column, FormLanguage language); ///< "label::English"

} // namespace markaz
