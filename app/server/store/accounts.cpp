// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accounts.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kColumns =
    QStringLiteral("SELECT id, name, display_name, role, provinces, password, active, enrolment, created_at, sample "
                   "FROM account");

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
        row.enrolment = (*query)->value(7).toString() == token(protocol::Enrolment::Open) ? protocol::Enrolment::Open
                                                                                          : protocol::Enrolment::Code;
        row.createdAt = (*query)->value(8).toString();
        row.sample = (*query)->value(9).toInt() != 0;
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
    if (!isAccountName(account.name)) {
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
                                      "created_at, enrolment, sample) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)"),
                       {id, actor.name, actor.displayName, token(actor.role), actor.provinces.join(QLatin1Char(' ')),
                        account.passwordHash, at, token(account.enrolment), account.sample ? 1 : 0});
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
    auto published = publish(*actor, true, at);
    if (!published)
        return published.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::AddAccount);
    event.insert(QStringLiteral("entity"), token(Entity::Account));
    event.insert(QStringLiteral("id"), actor->accountId);
    event.insert(QStringLiteral("role"), token(actor->role));
    if (auto logged = AuditLog(m_database).append({event}, *published); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return actor;
}

Result<RecordHashes> Accounts::publish(const Actor &actor, bool active, const QString &at)
{
    RecordTable table(m_database);
    auto before = table.find(actor.accountId);
    if (!before)
        return before.error();
    StoredRecord record = before->value_or(StoredRecord());
    record.record.entity = Entity::Account;
    record.record.id = actor.accountId;
    ++record.record.rev;
    record.ukey = actor.name;
    const QJsonObject fields = accountFields(actor, active);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        record.record.fields.insert(it.key(), it.value());
    return table.write({{*before, record}}, at);
}

Result<void> Accounts::endSessions(const QString &id, const QString &at, const QString &except)
{
    auto ended = m_database.run(
        QStringLiteral("UPDATE session SET ended_at = ? WHERE account = ? AND ended_at IS NULL AND id <> ?"),
        {at, id, except});
    if (!ended)
        return ended.error();
    return {};
}

Result<void> Accounts::setPassword(const QString &id, const QString &hash, const QString &at, const QString &except)
{
    if (auto set = m_database.run(QStringLiteral("UPDATE account SET password = ? WHERE id = ?"), {hash, id}); !set)
        return set.error();
    return endSessions(id, at, except);
}

Result<void> Accounts::renewHash(const QString &id, const QString &before, const QString &hash)
{
    auto set = m_database.run(QStringLiteral("UPDATE account SET password = ? WHERE id = ? AND password = ?"),
                              {hash, id, before});
    return set ? Result<void>() : Result<void>(set.error());
}

Result<bool> Accounts::anySample() const
{
    const auto row = m_database.row(QStringLiteral("SELECT 1 FROM account WHERE sample = 1 LIMIT 1"));
    if (!row)
        return row.error();
    return row->has_value();
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

Result<QString> Accounts::meant(const QString &said) const
{
    auto named = rowsOf(m_database, kColumns + QStringLiteral(" WHERE id = ? OR name = ?"), {said, said});
    if (named && named->isEmpty())
        named = rowsOf(m_database, kColumns + QStringLiteral(" WHERE lower(display_name) = lower(?)"), {said});
    if (!named)
        return named.error();
    if (named->size() != 1)
        return makeError(ErrorCode::NotFound,
                         named->isEmpty() ? QStringLiteral("no account is called \"%1\"").arg(said)
                                          : QStringLiteral("more than one account is called \"%1\"").arg(said),
                         QStringLiteral("actor"));
    return named->first().actor.accountId;
}

} // namespace markaz::server
