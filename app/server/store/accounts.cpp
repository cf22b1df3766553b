// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accounts.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kColumns =
    QStringLiteral("SELECT id, name, display_name, role, provinces, password, active FROM account");

Result<QList<StoredAccount>> rowsOf(Database &database, const QString &sql, const QVariantList &values)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    QList<StoredAccount> rows;
    while ((*query)->next()) {
        StoredAccount row;
        row.actor.accountId = (*query)->value(0).toString();
        row.actor.name = (*query)->value(1).toString();
        row.actor.displayName = (*query)->value(2).toString();
        auto role = parse<Role>((*query)->value(3).toString());
        if (!role)
            return makeError(ErrorCode::StorageCorrupt, role.error().detail, row.actor.name);
        row.actor.role = *role;
        row.actor.provinces = (*query)->value(4).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        row.passwordHash = (*query)->value(5).toString();
        row.active = (*query)->value(6).toInt() != 0;
        rows.append(row);
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return rows;
}

Result<std::optional<StoredAccount>> firstOf(Result<QList<StoredAccount>> rows)
{
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<StoredAccount>() : std::optional<StoredAccount>(rows->first());
}

} // namespace

QJsonObject accountFields(const Actor &actor, bool active)
{
    return {{QStringLiteral("name"), actor.name},
            {QStringLiteral("display_name"), actor.displayName},
            {QStringLiteral("role"), token(actor.role)},
            {QStringLiteral("provinces"), QJsonArray::fromStringList(actor.provinces)},
            {QStringLiteral("active"), active}};
}

QString scopeVersion(const Actor &actor)
{
    QStringList provinces = actor.provinces;
    provinces.sort();
    const QByteArray text = (token(actor.role) + QLatin1Char('|') + provinces.join(QLatin1Char(' '))).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16));
}

Result<Actor> Accounts::insert(const NewAccount &account, const QString &id, const QString &at)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{2,59}\\z"));
    if (!form.match(account.name).hasMatch()) {
        return makeError(
            ErrorCode::InvalidValue,
            QStringLiteral("a name has 3 to 60 characters: small letters, digits, dot, hyphen, underscore"),
            QStringLiteral("name"));
    }
    Actor actor;
    actor.accountId = id;
    actor.name = account.name;
    actor.displayName = account.displayName.trimmed().isEmpty() ? account.name : account.displayName.trimmed();
    actor.role = account.role;
    actor.provinces = account.provinces;
    actor.provinces.removeDuplicates();
    actor.provinces.sort();
    if (actor.provinces.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("an account needs at least one province"),
                         QStringLiteral("provinces"));
    if (auto checked = specOf(Entity::Account).check(accountFields(actor, true)); !checked)
        return checked.error();
    auto done =
        m_database.run(QStringLiteral("INSERT INTO account (id, name, display_name, role, provinces, password, active, "
                                      "created_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?)"),
                       {id, actor.name, actor.displayName, token(actor.role), actor.provinces.join(QLatin1Char(' ')),
                        account.passwordHash, at});
    if (!done) {
        if (done.error().code == ErrorCode::Exists)
            return makeError(ErrorCode::Exists, QStringLiteral("this name is taken"), QStringLiteral("name"));
        return done.error();
    }
    return actor;
}

Result<Actor> Accounts::add(const NewAccount &account, const Clock &clock, IdSource &ids)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const QString at = toIso(clock.now());
    auto actor = insert(account, ids.next(), at);
    if (!actor)
        return actor;
    StoredRecord record;
    record.record = {Entity::Account, actor->accountId, 1, accountFields(*actor, true)};
    record.ukey = actor->name;
    if (auto written = RecordTable(m_database).write({{std::nullopt, record}}, at); !written)
        return written.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, QStringLiteral("add_account"));
    event.insert(QStringLiteral("id"), actor->accountId);
    event.insert(QStringLiteral("role"), token(actor->role));
    if (auto logged = AuditLog(m_database).append({event}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return actor;
}

Result<QList<StoredAccount>> Accounts::all() const
{
    return rowsOf(m_database, kColumns + QStringLiteral(" ORDER BY name"), {});
}

Result<std::optional<StoredAccount>> Accounts::byName(const QString &name) const
{
    return firstOf(rowsOf(m_database, kColumns + QStringLiteral(" WHERE name = ?"), {name}));
}

Result<std::optional<StoredAccount>> Accounts::byId(const QString &id) const
{
    return firstOf(rowsOf(m_database, kColumns + QStringLiteral(" WHERE id = ?"), {id}));
}

} // namespace markaz::server
