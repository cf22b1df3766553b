// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accountadmin.h"

#include "app/server/store/enrolmentcodes.h"
#include "app/server/store/recordtable.h"

#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

QString joined(const QStringList &provinces)
{
    return provinces.join(QLatin1Char(' '));
}

AuditEvent toldOf(const Manager &by, const QString &at, AuditAction action, const QString &account)
{
    AuditEvent event = by.event(at, action, account);
    event.insert(QStringLiteral("entity"), token(Entity::Account));
    return event;
}

} // namespace

Result<QList<protocol::AccountEntry>> AccountAdmin::entries(const QString &id) const
{
    Accounts accounts(m_database);
    QList<StoredAccount> rows;
    if (id.isEmpty()) {
        auto all = accounts.all();
        if (!all)
            return all.error();
        rows = *all;
    } else {
        auto one = accounts.byId(id);
        if (!one)
            return one.error();
        if (*one)
            rows.append(**one);
    }
    QHash<QString, QString> contacts;
    QHash<QString, QString> codes;
    const QString ofOne = id.isEmpty() ? QString() : QStringLiteral(" AND account = ?");
    const QVariantList one = id.isEmpty() ? QVariantList() : QVariantList{id};
    for (auto &[sql, values, into] :
         {std::tuple{QStringLiteral("SELECT account, max(last_seen) FROM device WHERE true"), QVariantList(),
                     &contacts},
          std::tuple{QStringLiteral("SELECT account, max(expires_at) FROM enrolment_code WHERE used_at IS NULL AND "
                                    "voided_at IS NULL AND expires_at > ?"),
                     QVariantList{toIso(m_clock.now())}, &codes}}) {
        auto query = m_database.run(sql + ofOne + QStringLiteral(" GROUP BY account"), values + one);
        if (!query)
            return query.error();
        while ((*query)->next())
            into->insert((*query)->value(0).toString(), (*query)->value(1).toString());
        if ((*query)->lastError().isValid())
            return m_database.errorFrom((*query)->lastError());
        (*query)->finish();
    }
    QList<protocol::AccountEntry> entries;
    for (const StoredAccount &row : std::as_const(rows)) {
        const QString &account = row.actor.accountId;
        entries.append({row.actor, row.active, row.enrolment, !row.passwordHash.isEmpty(), row.createdAt,
                        contacts.value(account), codes.value(account)});
    }
    return entries;
}

Result<protocol::AccountEntry> AccountAdmin::entry(const QString &id) const
{
    auto one = entries(id);
    if (!one)
        return one.error();
    return one->isEmpty() ? Result<protocol::AccountEntry>(makeError(ErrorCode::NotFound, QStringLiteral("no account")))
                          : one->first();
}

Result<protocol::AccountList> AccountAdmin::list() const
{
    if (auto allowed = m_by.mayAnywhere(Action::ManageAccounts); !allowed)
        return allowed.error();
    auto all = entries();
    if (!all)
        return all.error();
    protocol::AccountList list;
    for (const protocol::AccountEntry &entry : std::as_const(*all)) {
        if (m_by.may(Action::ManageAccounts, entry.account.provinces))
            list.accounts.append(entry);
    }
    return list;
}

Result<void> AccountAdmin::underLock()
{
    if (auto locked = RecordTable(m_database).takeWritersLock(); !locked)
        return locked;
    auto by = m_by.now(m_database);
    if (!by)
        return by.error();
    m_by = *by;
    return m_by.mayAnywhere(Action::ManageAccounts); // a role that may not is told that, and nothing else
}

Result<StoredAccount> AccountAdmin::managed(const QString &id)
{
    if (auto allowed = underLock(); !allowed)
        return allowed.error();
    auto account = Accounts(m_database).byId(id);
    if (!account)
        return account.error();
    if (!account->has_value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no account has this id"));
    if (auto allowed = m_by.may(Action::ManageAccounts, (*account)->actor.provinces); !allowed)
        return allowed.error();
    return **account;
}

Result<QStringList> AccountAdmin::known(QStringList provinces) const
{
    if (provinces.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("an account needs at least one province"),
                         QStringLiteral("provinces"));
    for (const QString &code : std::as_const(provinces)) {
        if (m_gazetteer.province(code) == nullptr)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("there is no province %1").arg(code.left(20)),
                             QStringLiteral("provinces"));
    }
    provinces.removeDuplicates();
    provinces.sort();
    return provinces;
}

Result<protocol::AccountEntry> AccountAdmin::add(const protocol::AccountRequest &account, const QString &passwordHash)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto allowed = underLock(); !allowed)
        return allowed.error();
    auto provinces = known(account.provinces);
    if (!provinces)
        return provinces.error();
    if (auto allowed = m_by.may(Action::ManageAccounts, *provinces); !allowed)
        return allowed.error();
    const QString at = toIso(m_clock.now());
    NewAccount fresh{account.name, account.displayName, account.role, *provinces, passwordHash};
    fresh.enrolment = passwordHash.isEmpty() ? protocol::Enrolment::Code : protocol::Enrolment::Open;
    Accounts accounts(m_database);
    auto actor = accounts.insert(fresh, Uuid7Source(m_clock).next(), at);
    if (!actor)
        return actor.error();
    auto published = accounts.publish(*actor, true, at);
    if (!published)
        return published.error();
    AuditEvent event = toldOf(m_by, at, AuditAction::AddAccount, actor->accountId);
    event.insert(QStringLiteral("role"), token(actor->role));
    event.insert(QStringLiteral("provinces"), joined(actor->provinces));
    if (auto logged = AuditLog(m_database).append({event}, *published); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return entry(actor->accountId);
}

Result<void> AccountAdmin::checkAuthority(const StoredAccount &before, const Actor &after, bool active) const
{
    const bool other =
        after.role != before.actor.role || after.provinces != before.actor.provinces || active != before.active;
    if (!other)
        return {};
    if (m_by.is(before.actor.accountId))
        return makeError(ErrorCode::NotAllowed,
                         QStringLiteral("nobody changes their own role, provinces or state; another administrator can"),
                         QStringLiteral("own"));
    // Nobody could make another one but whoever runs the server. Those who were never signed in do not count.
    const bool administers = before.active && before.actor.role == Role::Administrator;
    if (!administers || (active && after.role == Role::Administrator))
        return {};
    const auto others = m_database.row(QStringLiteral("SELECT 1 FROM account WHERE role = 'administrator' AND "
                                                      "active = 1 AND password <> '' AND id <> ? LIMIT 1"),
                                       {before.actor.accountId});
    if (!others)
        return others.error();
    if (!others->has_value())
        return makeError(ErrorCode::WrongState, QStringLiteral("this is the last administrator who can sign in"),
                         QStringLiteral("last"));
    return {};
}

Result<protocol::AccountEntry> AccountAdmin::change(const QString &id, const protocol::AccountChange &change)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto before = managed(id);
    if (!before)
        return before.error();
    Actor after = before->actor;
    const bool active = change.active.value_or(before->active);
    if (change.displayName)
        after.displayName = change.displayName->trimmed();
    after.role = change.role.value_or(after.role);
    if (change.provinces) {
        auto provinces = known(*change.provinces);
        if (!provinces)
            return provinces.error();
        after.provinces = *provinces;
    }
    if (after == before->actor && active == before->active)
        return entry(id);
    if (auto allowed = m_by.may(Action::ManageAccounts, after.provinces); !allowed)
        return allowed.error();
    if (auto checked = specOf(Entity::Account).check(accountFields(after, active)); !checked)
        return checked.error();
    if (auto allowed = checkAuthority(*before, after, active); !allowed)
        return allowed.error();

    const QDateTime now = m_clock.now();
    const QString at = toIso(now);
    auto set = m_database.run(
        QStringLiteral("UPDATE account SET display_name = ?, role = ?, provinces = ?, active = ? WHERE id = ?"),
        {after.displayName, token(after.role), joined(after.provinces), active ? 1 : 0, id});
    if (!set)
        return set.error();
    Accounts accounts(m_database);
    QList<AuditEvent> events;
    if (after != before->actor) {
        AuditEvent event = toldOf(m_by, at, AuditAction::ChangeAccount, id);
        if (after.role != before->actor.role)
            event.insert(QStringLiteral("role"), token(after.role));
        if (after.provinces != before->actor.provinces)
            event.insert(QStringLiteral("provinces"), joined(after.provinces));
        events.append(event);
    }
    if (active != before->active)
        events.append(toldOf(m_by, at, active ? AuditAction::OpenAccount : AuditAction::CloseAccount, id));
    if (!active) {
        if (auto ended = accounts.endSessions(id, at); !ended)
            return ended.error();
        if (auto voided = EnrolmentCodes(m_database).voidAll(id, now); !voided)
            return voided.error();
    }
    auto published = accounts.publish(after, active, at);
    if (!published)
        return published.error();
    if (auto logged = AuditLog(m_database).append(events, *published); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return entry(id);
}

Result<protocol::CodeReply> AccountAdmin::makeCode(const QString &id)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto account = managed(id);
    if (!account)
        return account.error();
    if (!account->active)
        return makeError(ErrorCode::WrongState, QStringLiteral("the account is closed"));
    const QDateTime now = m_clock.now();
    auto code = EnrolmentCodes(m_database).issue(id, m_by.id(), now);
    if (!code)
        return code;
    auto stricter = m_database.run(QStringLiteral("UPDATE account SET enrolment = ? WHERE id = ?"),
                                   {token(protocol::Enrolment::Code), id});
    if (!stricter)
        return stricter.error();
    if (auto logged = AuditLog(m_database).append({toldOf(m_by, toIso(now), AuditAction::MakeCode, id)}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return code;
}

Result<void> AccountAdmin::setPassword(const QString &id, const QString &hash)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    auto account = managed(id);
    if (!account)
        return account.error();
    const QString at = toIso(m_clock.now());
    if (auto set = Accounts(m_database).setPassword(id, hash, at); !set)
        return set;
    if (auto logged = AuditLog(m_database).append({toldOf(m_by, at, AuditAction::SetPassword, id)}); !logged)
        return logged;
    return transaction->commit();
}

} // namespace markaz::server
