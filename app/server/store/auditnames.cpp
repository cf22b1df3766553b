// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditnames.h"

#include "app/server/store/sqlrows.h"
#include "core/protocol/accounts.h"

#include <QSqlError>
#include <QSqlQuery>

#include <functional>

namespace markaz::server {
namespace {

QString word(const AuditEvent &event, const char *member)
{
    return event.value(QLatin1String(member)).toString();
}

QString nameOf(const QHash<QString, QString> &laptops, const QString &device, const QString &account)
{
    const auto own = laptops.constFind(protocol::laptopKey(device, account));
    return own != laptops.constEnd() ? *own : laptops.value(device);
}

/// Hands \p take each row of \p select, in which %1 stands for "is one of \p ids".
Result<void> each(Database &database, const QString &select, const QStringList &ids,
                  const std::function<void(const QSqlQuery &)> &take)
{
    if (ids.isEmpty())
        return {};
    auto query = database.run(select.arg(inList(database.dialect(), QStringLiteral("id"))),
                              {listValue(database.dialect(), ids)});
    if (!query)
        return query.error();
    while ((*query)->next())
        take(**query);
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return {};
}

} // namespace

QString AuditNames::laptop(const AuditEvent &event) const
{
    return nameOf(laptops, word(event, "device"), word(event, "actor"));
}

QString AuditNames::about(const AuditEvent &event) const
{
    const QString id = word(event, "id");
    const auto account = accounts.constFind(id);
    return account != accounts.constEnd() ? *account : nameOf(laptops, id, word(event, "account"));
}

Result<AuditNames> auditNames(Database &database, const QList<AuditItem> &entries)
{
    QSet<QString> ids;
    QSet<QString> keys;
    for (const AuditItem &item : entries) {
        for (const char *member : {"actor", "account", "device", "id"}) {
            if (const QString id = word(item.event, member); !id.isEmpty())
                ids.insert(id);
        }
        keys.insert(protocol::laptopKey(word(item.event, "device"), word(item.event, "actor")));
        keys.insert(protocol::laptopKey(word(item.event, "id"), word(item.event, "account")));
    }
    const QStringList asked(ids.cbegin(), ids.cend());
    AuditNames names;
    auto read =
        each(database, QStringLiteral("SELECT id, name FROM account WHERE %1"), asked,
             [&](const QSqlQuery &row) { names.accounts.insert(row.value(0).toString(), row.value(1).toString()); });
    if (!read)
        return read.error();
    // Several accounts may use one laptop: where an entry names none, what it was called last counts.
    QHash<QString, QString> own;
    read = each(database, QStringLiteral("SELECT id, name, account FROM device WHERE %1 ORDER BY last_seen"), asked,
                [&](const QSqlQuery &row) {
                    names.laptops.insert(row.value(0).toString(), row.value(1).toString());
                    own.insert(protocol::laptopKey(row.value(0).toString(), row.value(2).toString()),
                               row.value(1).toString());
                });
    if (!read)
        return read.error();
    for (auto name = own.cbegin(); name != own.cend(); ++name) {
        if (keys.contains(name.key()) && names.laptops.value(name.key().section(QLatin1Char('/'), 0, 0)) != *name)
            names.laptops.insert(name.key(), *name);
    }
    return names;
}

} // namespace markaz::server
