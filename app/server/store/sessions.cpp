// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sessions.h"

#include "app/server/store/accounts.h"
#include "app/server/store/attempts.h"
#include "app/server/store/devices.h"
#include "app/server/store/sessiontokens.h"

namespace markaz::server {
namespace {

/// Which tokens are worth something. A device that is to be given up is reached as long as it has not said that it
/// obeyed, also when its session has ended or its account was closed: that is when it matters.
const QString kLive = QStringLiteral("((s.ended_at IS NULL AND a.active = 1 AND d.revoked = 0) OR "
                                     "(d.revoked = 1 AND v.id IS NOT NULL AND v.acknowledged_at IS NULL))");
const QString kObeyed = QStringLiteral("d.revoked = 1 AND v.acknowledged_at IS NOT NULL");
const QString kOfToken = QStringLiteral("FROM token t JOIN session s ON s.id = t.session JOIN account a ON "
                                        "a.id = s.account JOIN device d ON d.id = s.device AND d.account = s.account "
                                        "LEFT JOIN device_revocation v ON v.device = d.id AND v.account = d.account ");

/// Why a token is worth nothing. That its device has obeyed is said in so many words, as long as the token is known at
/// all: a laptop whose acknowledgement was answered in vain waits for it, and takes no other refusal for it.
Error worthNothing(Database &database, const QString &hash)
{
    const auto row = database.row(
        QStringLiteral("SELECT 1 ") + kOfToken + QStringLiteral("WHERE t.hash = ? AND ") + kObeyed, {hash});
    if (!row)
        return row.error();
    if (row->has_value())
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("this device has obeyed its order"),
                         protocol::code::kOrderObeyed);
    return unauthenticated(QStringLiteral("the session has ended"));
}

} // namespace

Result<protocol::SessionReply> Sessions::refresh(Store &store, const QString &refreshToken, const Origin &from)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    const QString hash = storedToken(refreshToken);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto row =
        database.row(QStringLiteral("SELECT t.session, t.parent, t.spent, s.account, s.device, a.sample, ") +
                         revocationColumns() + QLatin1Char(' ') + kOfToken +
                         QStringLiteral("WHERE t.hash = ? AND t.kind = 'refresh' AND t.expires_at > ? "
                                        "AND ") +
                         kLive,
                     {hash, toIso(now)});
    if (!row)
        return row.error();
    if (!row->has_value())
        return worthNothing(database, hash);
    if ((*row)->value(5).toInt() != 0 && !from.local)
        return sampleElsewhere();
    const QString session = (*row)->value(0).toString();
    const QString parent = (*row)->value(1).toString();
    const QString accountId = (*row)->value(3).toString();
    const QString device = (*row)->value(4).toString();
    bool isSpent = (*row)->value(2).toInt() != 0;
    if (!isSpent && !parent.isEmpty()) {
        auto spent = database.run(
            QStringLiteral("UPDATE token SET spent = 1 WHERE session = ? AND kind = 'refresh' AND (hash = ? "
                           "OR (parent = ? AND hash <> ?))"),
            {session, parent, parent, hash});
        if (!spent)
            return spent.error();
        // In PostgreSQL that waits for the same of another successor, which has spent this one then.
        const auto read = database.row(QStringLiteral("SELECT spent FROM token WHERE hash = ?"), {hash});
        if (!read)
            return read.error();
        isSpent = !read->has_value() || (*read)->value(0).toInt() != 0;
    }
    if (isSpent) { // somebody uses a token that its owner has replaced
        if (auto ended =
                database.run(QStringLiteral("UPDATE session SET ended_at = ? WHERE id = ?"), {toIso(now), session});
            !ended)
            return ended.error();
        if (auto logged = auditSession(database, toIso(now), accountId, device, AuditAction::RefreshReuse); !logged)
            return logged.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        return unauthenticated(QStringLiteral("this refresh token was used before"));
    }
    auto account = Accounts(database).byId(accountId);
    if (!account)
        return account.error();
    if (!account->has_value())
        return unauthenticated(QStringLiteral("the account is gone"));
    if (auto seen = database.run(QStringLiteral("UPDATE device SET last_seen = ? WHERE id = ? AND account = ?"),
                                 {toIso(now), device, accountId});
        !seen)
        return seen.error();
    auto reply = newTokens(database, now, session, hash, (*account)->actor);
    if (!reply)
        return reply;
    reply->revocation = revocationOf(**row, 6);
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return reply;
}

Result<SignedIn> Sessions::authenticate(Store &store, const QString &accessToken, const Origin &from)
{
    const QString hash = storedToken(accessToken);
    const auto row = store.database().row(
        QStringLiteral(
            "SELECT s.id, s.device, a.id, a.name, a.display_name, a.role, a.provinces, d.last_seen, a.sample, ") +
            revocationColumns() + QLatin1Char(' ') + kOfToken +
            QStringLiteral("WHERE t.hash = ? AND t.kind = 'access' AND t.expires_at > ? AND ") + kLive,
        {hash, toIso(m_clock.now())});
    if (!row)
        return row.error();
    if (!row->has_value())
        return worthNothing(store.database(), hash);
    const QVariantList &cells = **row;
    if (cells.at(8).toInt() != 0 && !from.local)
        return sampleElsewhere();
    auto role = parse<Role>(cells.at(5).toString());
    if (!role)
        return makeError(ErrorCode::StorageCorrupt, role.error().detail);
    SignedIn who;
    who.session = cells.at(0).toString();
    who.device = cells.at(1).toString();
    who.actor = Actor{cells.at(2).toString(), cells.at(3).toString(), cells.at(4).toString(), *role,
                      cells.at(6).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts)};
    who.revocation = revocationOf(cells, 9);
    noteContact(who, cells.at(7).toString());
    return who;
}

void Sessions::noteContact(const SignedIn &who, const QString &lastSeen)
{
    const QDateTime now = m_clock.now();
    if (lastSeen > toIso(now.addSecs(-kContactSeconds)))
        return;
    const std::scoped_lock lock(m_contactsMutex);
    m_contacts[{who.device, who.actor.accountId}] = toIso(now);
}

Result<void> Sessions::writeContacts(Store &store)
{
    decltype(m_contacts) contacts;
    {
        const std::scoped_lock lock(m_contactsMutex);
        contacts.swap(m_contacts);
    }
    if (contacts.empty())
        return {};
    const auto write = [&]() -> Result<void> {
        Database &database = store.database();
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        for (const auto &[who, at] : contacts) {
            if (auto seen = database.run(QStringLiteral("UPDATE device SET last_seen = ? WHERE id = ? AND account = ? "
                                                        "AND last_seen < ?"),
                                         {at, who.first, who.second, at});
                !seen)
                return seen.error();
        }
        return transaction->commit();
    };
    auto written = write();
    if (!written) {
        const std::scoped_lock lock(m_contactsMutex);
        m_contacts.merge(contacts); // what was noted meanwhile is newer
    }
    return written;
}

Result<void> Sessions::end(Store &store, const SignedIn &who)
{
    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString at = toIso(m_clock.now());
    if (auto ended = database.run(QStringLiteral("UPDATE session SET ended_at = ? WHERE id = ?"), {at, who.session});
        !ended)
        return ended.error();
    if (auto logged = auditSession(database, at, who.actor.accountId, who.device, AuditAction::SignOut); !logged)
        return logged;
    return transaction->commit();
}

Result<void> Sessions::forgetOld(Store &store) const
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto swept = database.run(QStringLiteral("DELETE FROM token WHERE expires_at < ?"), {toIso(now)}); !swept)
        return swept.error();
    // A session is worth what its tokens are. Which laptops an account had, and when, stays in device and in the audit.
    if (auto swept = database.run(QStringLiteral(
            "DELETE FROM session WHERE NOT EXISTS (SELECT 1 FROM token t WHERE t.session = session.id)"));
        !swept)
        return swept.error();
    if (auto swept = Attempts(database, now).forgetOld(); !swept)
        return swept;
    return transaction->commit();
}

} // namespace markaz::server
