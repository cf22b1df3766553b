// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace markaz {

/// A text for a cell of a spreadsheet: one that it would take for a formula, because it begins with = + - @, a tab or a
/// carriage return, gets an apostrophe before it.
QString withoutFormula(const QString &text);
/// What withoutFormula() was given, from what it made.
QString formulaKept(const QString &cell);

/// One row of a CSV file (RFC 4180, UTF-8, ended by CRLF). Each cell goes through withoutFormula(), but for those whose
/// index is in \p numbers: they are known to be numbers.
QByteArray csvRow(const QStringList &cells, const QList<qsizetype> &numbers = {});

} // namespace markaz
