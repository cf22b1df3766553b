// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvwriter.h"

#include <algorithm>

namespace markaz {
namespace {

const QString kBeginFormulas = QStringLiteral("=+-@\t\r");
const QString kNeedQuotes = QStringLiteral(",;\"\r\n\t");

QString written(const QString &cell)
{
    QString text = cell;
    if (!text.isEmpty() && kBeginFormulas.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return kNeedQuotes.contains(c); }))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QStringList texts;
    for (const QString &cell : cells)
        texts.append(written(cell));
    return texts.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace markaz
