// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/verifyasked.h"

#include <QUrl>

namespace markaz::server {
namespace {

constexpr qsizetype kLongestNumber = 40;

QString item(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).trimmed();
}

} // namespace

QUrlQuery formOf(const QByteArray &body)
{
    QByteArray text = body;
    text.replace('+', "%20"); // a space there, which QUrlQuery leaves alone
    return QUrlQuery(QString::fromLatin1(text));
}

VerifyAsked askedIn(const QUrlQuery &query, const QString &path)
{
    VerifyAsked asked;
    asked.number = path.mid(QStringLiteral("/verify/").size()).trimmed().toUpper();
    if (asked.number.isEmpty())
        asked.number = item(query, "number").toUpper();
    asked.number = asked.number.left(kLongestNumber);
    asked.code = item(query, "code");
    asked.urdu = item(query, "lang") == QLatin1String("ur");
    return asked;
}

} // namespace markaz::server
