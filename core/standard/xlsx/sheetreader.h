// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/workbookparts.h"

namespace markaz {

/// Reads one worksheet, token by token.
class SheetReader
{
public:
    /// \p shared: the workbook's shared texts; \p bytes counts what all sheets take. All must outlive it.
    SheetReader(const QStringList &shared, const WorkbookLimits &limits, qint64 &bytes)
        : m_shared(shared)
        , m_limits(limits)
        , m_bytes(bytes)
    {
    }
    Result<void> take(QXmlStreamReader &xml);
    /// The rows in order, merged areas filled downwards.
    Result<QList<SheetRow>> finish();

private:
    struct Area
    {
        int firstRow;
        int lastRow;
        int column;
    };
    void startElement(QXmlStreamReader &xml);
    Result<void> endElement(QStringView name);
    Result<void> endCell();
    Result<void> makeRoom(SheetRow &row, int column, const QString &text);
    void startRow(const QString &number);
    void startCell(const QXmlStreamAttributes &attributes);
    void addArea(const QString &reference);
    Result<void> fill(const Area &area);

    const QStringList &m_shared;
    const WorkbookLimits &m_limits;
    qint64 &m_bytes;
    QList<SheetRow> m_rows;
    QList<Area> m_areas;
    SheetRow m_row;
    int m_rowNumber = 0;
    int m_column = -1;
    bool m_inCell = false;
    bool m_hasFormula = false;
    bool m_hasValue = false;
    QString m_type;
    QString m_text;
    bool m_inText = false; ///< in a v, or in a t of an inline text
    int m_phonetic = 0;    ///< how deep in what only tells how the text is spoken
    bool m_tooManyAreas = false;
};

/// "AB12" as a column from 0 and a row from 1; nothing when it is no place of a cell.
struct CellPlace
{
    int row;
    int column;
};
std::optional<CellPlace> cellPlace(QStringView reference);
/// A text as Excel writes it: "_x000D_" stands for a character that XML cannot hold.
QString unescaped(const QString &text);

} // namespace markaz
