// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <utility>

namespace markaz::samples {

/// A cell as a spreadsheet program saves it.
struct MadeCell
{
    enum class Kind { Shared, Inline, Rich, Number, Boolean, Formula, TextFormula, Unsaved, Error };
    MadeCell(const char *words = "") // NOLINT: a cell is written as its text
        : text(QString::fromUtf8(words))
    {
    }
    MadeCell(const QString &words) // NOLINT
        : text(words)
    {
    }
    MadeCell(Kind how, const QString &what)
        : text(what)
        , kind(how)
    {
    }
    QString text;
    Kind kind = Kind::Shared;
};

struct MadeSheet
{
    QString name;
    QMap<int, QList<MadeCell>> rows; ///< by number, from 1
    QStringList merged;              ///< "A2:A9"
    void append(const QList<MadeCell> &cells) { rows.insert(rows.isEmpty() ? 1 : rows.lastKey() + 1, cells); }
};

using Parts = QList<std::pair<QString, QByteArray>>;

/// The parts of a workbook, by name; to be bent before they are packed.
Parts workbookParts(const QList<MadeSheet> &sheets);
/// A ZIP archive of them.
QByteArray packed(const Parts &parts);
inline QByteArray workbookOf(const QList<MadeSheet> &sheets)
{
    return packed(workbookParts(sheets));
}

} // namespace markaz::samples
