// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvwriter.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kBeginFormulas = QStringLiteral("=+-@\t\r");
const QString kNeedQuotes = QStringLiteral(",;\"\r\n\t");

QString quoted(QString text)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return kNeedQuotes.contains(c); }))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QString withoutFormula(const QString &text)
{
    return !text.isEmpty() && kBeginFormulas.contains(text.front()) ? QLatin1Char('\'') + text : text;
}

QString formulaKept(const QString &cell)
{
    const bool made = cell.size() > 1 && cell.front() == QLatin1Char('\'') && kBeginFormulas.contains(cell.at(1));
    return made ? cell.mid(1) : cell;
}

QByteArray csvRow(const QStringList &cells, const QList<qsizetype> &numbers)
{
    QStringList texts;
    for (qsizetype i = 0; i < cells.size(); ++i)
        texts.append(quoted(numbers.contains(i) ? cells.at(i) : withoutFormula(cells.at(i))));
    return texts.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace markaz
