// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/standards.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "core/support/idsource.h"
#include "core/support/log.h"

namespace markaz::server {

Result<void> PublishedStandards::refresh(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT id FROM record WHERE entity = 'standard' AND ukey IS NOT NULL AND "
                                             "deleted = 0"),
                              {});
    if (!query)
        return query.error();
    QStringList unread;
    while ((*query)->next()) {
        if (const QString id = (*query)->value(0).toString(); !m_read.contains(id))
            unread.append(id);
    }
    (*query)->finish();
    if (unread.isEmpty())
        return {};
    const auto records = RecordTable(database).load(unread);
    if (!records)
        return records.error();
    for (const StoredRecord &record : *records) {
        m_read.insert(record.id());
        if (const auto standard = publishedStandard(record.record.fields))
            m_catalogue.add(*standard);
        else
            qCWarning(lcServer) << "the published standard" << record.id()
                                << "cannot be read:" << standard.error().detail << standard.error().where;
    }
    return {};
}

Result<const Standard *> PublishedStandards::find(Database &database, const QString &hash)
{
    const std::lock_guard lock(m_mutex);
    if (const Standard *known = m_catalogue.find(hash); known != nullptr)
        return known;
    if (auto refreshed = refresh(database); !refreshed)
        return refreshed.error();
    return m_catalogue.find(hash);
}

Result<bool> PublishedStandards::hadItem(Database &database, const QString &hash, const QString &code)
{
    const auto standard = find(database, hash);
    if (!standard)
        return standard.error();
    if (*standard == nullptr || (*standard)->item(code) != nullptr)
        return true;
    const std::lock_guard lock(m_mutex);
    if (auto refreshed = refresh(database); !refreshed) // those before it may not have been asked for yet
        return refreshed.error();
    return m_catalogue.hadItem(hash, code);
}

Result<void> PublishedStandards::mayPublish(Database &database, const Standard &standard, const QJsonObject &json)
{
    const std::lock_guard lock(m_mutex);
    if (auto refreshed = refresh(database); !refreshed)
        return refreshed;
    return markaz::mayPublish(standard, json, m_catalogue);
}

Result<void> publishStandard(Database &database, PublishedStandards &published, const Standard &standard,
                             const QJsonObject &json, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked)
        return locked;
    if (auto allowed = published.mayPublish(database, standard, json); !allowed)
        return allowed;
    StoredRecord record;
    record.record = {Entity::Standard, Uuid7Source(clock).next(), 1, publication(standard, json)};
    record.ukey = QString::number(standard.version());
    const QString at = toIso(clock.now());
    auto written = table.write({{std::nullopt, record}}, at);
    if (!written)
        return written.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::PublishStandard);
    event.insert(QStringLiteral("entity"), token(Entity::Standard));
    event.insert(QStringLiteral("id"), record.id());
    event.insert(QStringLiteral("version"), standard.version());
    event.insert(QStringLiteral("hash"), standard.hash());
    if (auto logged = AuditLog(database).append({event}, *written); !logged)
        return logged;
    return transaction->commit();
}

} // namespace markaz::server
