// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordhash.h"

#include "core/protocol/canonical.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::server {

QString hashName(const QString &entity, const QString &id)
{
    return entity + QLatin1Char('/') + id;
}

std::string canonicalData(const QByteArray &stored)
{
    std::string out;
    protocol::appendCanonical(out, QJsonDocument::fromJson(stored).object());
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
