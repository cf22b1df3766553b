// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/policies.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "core/support/idsource.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace markaz::server {

Result<void> publishPolicy(Database &database, const ProgrammePolicy &policy, const Clock &clock)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked) // two servers that start at once publish it once
        return locked;
    auto policies = table.all(Entity::Policy);
    if (!policies)
        return policies.error();
    for (const StoredRecord &known : std::as_const(*policies)) {
        if (known.number("version") >= policy.version)
            return {};
    }
    QFile file(QStringLiteral(":/markaz/policy/programme-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, QStringLiteral("the compiled-in policy is missing"), file.fileName());
    StoredRecord record;
    record.record = {Entity::Policy, Uuid7Source(clock).next(), 1,
                     QJsonObject{{QStringLiteral("version"), policy.version},
                                 {QStringLiteral("body"), QJsonDocument::fromJson(file.readAll()).object()}}};
    record.ukey = QString::number(policy.version);
    const QString at = toIso(clock.now());
    auto written = table.write({{std::nullopt, record}}, at);
    if (!written)
        return written.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::PublishPolicy);
    event.insert(QStringLiteral("entity"), token(Entity::Policy));
    event.insert(QStringLiteral("id"), record.id());
    if (auto logged = AuditLog(database).append({event}, *written); !logged)
        return logged;
    return transaction->commit();
}

Result<QList<PolicyBody>> publishedPolicies(Database &database, const ProgrammePolicy &compiledIn)
{
    const auto records = RecordTable(database).all(Entity::Policy);
    if (!records)
        return records.error();
    QMap<int, PolicyBody> byVersion;
    byVersion.insert(compiledIn.version, {compiledIn, {}, {}, {}, {}, {}});
    for (const StoredRecord &record : *records) {
        auto body = readPolicyBody(record.record.fields.value(QStringLiteral("body")).toObject());
        if (body)
            byVersion.insert(body->figures.version, std::move(body).value());
    }
    QList<PolicyBody> versions = byVersion.values();
    std::reverse(versions.begin(), versions.end());
    return versions;
}

const PolicyBody &inForceOn(const QList<PolicyBody> &versions, const QDate &day)
{
    const auto found = std::find_if(versions.begin(), versions.end(), [&day](const PolicyBody &version) {
        return !version.from.isValid() || version.from <= day;
    });
    return found == versions.end() ? versions.last() : *found;
}

} // namespace markaz::server
