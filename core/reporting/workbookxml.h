// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

/// The XML of a workbook's parts (ECMA-376), for this room's writers of them.
namespace markaz::workbookxml {

extern const QByteArray kHead;
extern const QByteArray kMain;
extern const QByteArray kOffice;
extern const QByteArray kPackage;

QByteArray escaped(const QString &text); ///< what XML 1.0 may hold; a line end inside a cell stays
QByteArray place(int column, int row);   ///< "C7" of 2 and 7
/// As a text, whatever it begins with. \p style: " s=\"2\"", or nothing.
QByteArray textCell(const QByteArray &at, const QString &text, const char *style);
QByteArray dayCell(const QByteArray &at, const QDate &day); ///< a text where it is before March 1900
QByteArray styles(); ///< three looks of a cell: any, a day (in the reader's own format), a head
QString sheetName(const QString &asked);

} // namespace markaz::workbookxml
