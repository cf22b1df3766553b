// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordhash.h"

#include "core/protocol/canonical.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::server {
namespace {

QByteArray textOf(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

/// \p value with numbers such as 1e+17 as jsonb gives them back: in digits, which Qt reads as a whole number.
QJsonValue inDigits(const QJsonValue &value)
{
    if (value.isDouble()) {
        const qint64 whole = value.toInteger(0); // 0: also of what is none
        return whole == 0 ? value : QJsonValue(whole);
    }
    if (value.isArray()) {
        QJsonArray entries;
        for (const auto &entry : value.toArray())
            entries.append(inDigits(entry));
        return entries;
    }
    if (!value.isObject())
        return value;
    QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        *it = inDigits(*it);
    return members;
}

} // namespace

QString hashName(const QString &entity, const QString &id)
{
    return entity + QLatin1Char('/') + id;
}

DataToStore dataToStore(const QJsonObject &fields)
{
    QByteArray text = textOf(fields);
    if (text.contains("e+")) // few
        text = textOf(inDigits(fields).toObject());
    for (const char *none : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) // U+FFFE, U+FFFF
        text.replace(none, "\xef\xbf\xbd");
    for (;;) {
        const QJsonDocument read = QJsonDocument::fromJson(text);
        QByteArray again = textOf(read.object());
        if (again == text || !read.isObject())
            return {text, canonicalData(read.object())};
        text = std::move(again); // without what reading drops
    }
}

std::string canonicalData(const QJsonObject &read)
{
    std::string out;
    protocol::appendCanonical(out, read);
    return out;
}

QString recordHash(const StoredRecord &record, const QString &changedAt, const QString &dataHash)
{
    std::string out;
    protocol::appendCanonical(out, QJsonArray{1, token(record.entity()), record.id(), record.record.rev, record.seq,
                                              record.province, record.assignee, record.parent, record.ukey,
                                              record.deleted, changedAt, dataHash});
    return protocol::hashOf(out);
}

} // namespace markaz::server
