// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/feedcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace markaz::server {

QString FeedCursor::text() const
{
    const QJsonObject json{{QStringLiteral("h"), history}, {QStringLiteral("s"), scope},
                           {QStringLiteral("r"), role},    {QStringLiteral("p"), provinces.join(QLatin1Char(' '))},
                           {QStringLiteral("n"), seq},     {QStringLiteral("k"), kinds}};
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<FeedCursor> FeedCursor::of(const QString &text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    FeedCursor cursor{json.value(QStringLiteral("h")).toString(),
                      json.value(QStringLiteral("s")).toString(),
                      json.value(QStringLiteral("r")).toString(),
                      json.value(QStringLiteral("p")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts),
                      json.value(QStringLiteral("n")).toInteger(-1),
                      json.value(QStringLiteral("k")).toInt(1)};
    if (cursor.history.isEmpty() || cursor.seq < 0)
        return std::nullopt;
    return cursor;
}

} // namespace markaz::server
