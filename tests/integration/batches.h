// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/domain/city.h"
#include "core/protocol/messages.h"
#include "core/support/clock.h"
#include "core/support/idsource.h"
#include "tests/integration/laptop.h"
#include "tests/support/httpclient.h"

#include <QJsonDocument>

namespace markaz::test {

/// Batches made by hand, for what no laptop of ours would send.
class Batches
{
public:
    QString newId() { return m_ids.next(); }

    Change create(Entity entity, const QJsonObject &fields)
    {
        Change change;
        change.opId = m_ids.next();
        change.entity = entity;
        change.id = m_ids.next();
        change.kind = ChangeKind::Create;
        change.madeAt = toIso(m_clock.now());
        change.fields = differences(specOf(entity), {}, fields);
        return change;
    }
    Change building(const char *prefix, int number)
    {
        const City *city = Carried::get().gazetteer.cityOfPrefix(QLatin1String(prefix));
        return create(Entity::Building,
                      {{QStringLiteral("code"), BuildingCode::make(QLatin1String(prefix), number).value().toString()},
                       {QStringLiteral("name"), QStringLiteral("Sample building %1").arg(number)},
                       {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                       {QStringLiteral("city"), city->id},
                       {QStringLiteral("covered_area_sqft"), 4000},
                       {QStringLiteral("storeys"), 2}});
    }
    /// The body of a push.
    QByteArray body(const QList<Change> &changes)
    {
        return QJsonDocument(protocol::encode(protocol::PushRequest{m_ids.next(), {}, changes}))
            .toJson(QJsonDocument::Compact);
    }

private:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)};
    Uuid7Source m_ids{m_clock};
};

/// "applied", "duplicate" ... or "rejected:code" for each change of a push's reply; the status alone when it is none.
inline QStringList outcomes(const Result<HttpReply> &reply)
{
    if (!reply.ok())
        return {reply.error().detail};
    if (reply->status != 200)
        return {QString::number(reply->status)};
    QStringList all;
    const auto push = protocol::decode<protocol::PushReply>(reply->json());
    if (!push.ok())
        return {push.error().detail};
    for (const protocol::ChangeResult &result : push->results)
        all.append(token(result.outcome) + (result.code.isEmpty() ? QString() : QLatin1Char(':') + result.code));
    return all;
}

} // namespace markaz::test
