// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditnames.h"

#include "app/server/store/sqlrows.h"

#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

Result<QHash<QString, QString>> namesIn(Database &database, const QString &select, const QStringList &ids)
{
    QHash<QString, QString> names;
    if (ids.isEmpty())
        return names;
    auto query = database.run(select.arg(inList(database.dialect(), QStringLiteral("id"))),
                              {listValue(database.dialect(), ids)});
    if (!query)
        return query.error();
    while ((*query)->next())
        names.insert((*query)->value(0).toString(), (*query)->value(1).toString());
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return names;
}

} // namespace

QString AuditNames::about(const AuditEvent &event) const
{
    const QString id = event.value(QStringLiteral("id")).toString();
    const auto account = accounts.constFind(id);
    return account != accounts.constEnd() ? *account : laptops.value(id);
}

Result<AuditNames> auditNames(Database &database, const QList<AuditItem> &entries)
{
    QSet<QString> ids;
    for (const AuditItem &item : entries) {
        for (const char *member : {"actor", "account", "device", "id"}) {
            if (const QString id = item.event.value(QLatin1String(member)).toString(); !id.isEmpty())
                ids.insert(id);
        }
    }
    const QStringList asked(ids.cbegin(), ids.cend());
    auto accounts = namesIn(database, QStringLiteral("SELECT id, name FROM account WHERE %1"), asked);
    if (!accounts)
        return accounts.error();
    // Several accounts may use one laptop: what it was called last counts.
    auto laptops = namesIn(database, QStringLiteral("SELECT id, name FROM device WHERE %1 ORDER BY last_seen"), asked);
    if (!laptops)
        return laptops.error();
    return AuditNames{std::move(accounts).value(), std::move(laptops).value()};
}

} // namespace markaz::server
