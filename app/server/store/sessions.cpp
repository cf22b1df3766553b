// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sessions.h"

#include "app/server/store/accounts.h"
#include "app/server/store/attempts.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "core/security/tokenhash.h"
#include "core/support/idsource.h"

#include <chrono>

namespace markaz::server {
namespace {

Error unauthenticated(const QString &why)
{
    return makeError(ErrorCode::Unauthenticated, why);
}

QString stored(const QString &token)
{
    return QString::fromLatin1(tokenHash(token).toHex());
}

Result<void> done(Result<QSqlQuery *> query)
{
    return query ? Result<void>() : Result<void>(query.error());
}

Result<void> audit(Database &database, const QString &at, const QString &account, const QString &device,
                   const QString &action)
{
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    return AuditLog(database).append({auditEvent(at, account, device, action)});
}

/// A pair of tokens for a session; \p parent is the hash of the refresh token it was made from.
Result<protocol::SessionReply> newTokens(Database &database, const QDateTime &now, const QString &session,
                                         const QString &parent, const Actor &actor)
{
    protocol::SessionReply reply;
    reply.accessToken = randomToken();
    reply.refreshToken = randomToken();
    reply.expiresIn = Sessions::kAccessSeconds;
    reply.account = actor;
    reply.scopeVersion = scopeVersion(actor);
    const QString sql =
        QStringLiteral("INSERT INTO token (hash, session, kind, parent, expires_at, spent) VALUES (?, ?, ?, ?, ?, 0)");
    if (auto added = done(database.run(sql, {stored(reply.accessToken), session, QStringLiteral("access"), QString(),
                                             toIso(now.addSecs(Sessions::kAccessSeconds))}));
        !added)
        return added.error();
    if (auto added = done(database.run(sql, {stored(reply.refreshToken), session, QStringLiteral("refresh"), parent,
                                             toIso(now.addDays(Sessions::kRefreshDays))}));
        !added)
        return added.error();
    return reply;
}

Result<QString> newSession(Database &database, const QDateTime &now, const QString &account,
                           const protocol::SessionRequest &request)
{
    const QString at = toIso(now);
    auto device =
        database.run(QStringLiteral("INSERT INTO device (id, account, name, first_seen, last_seen, revoked) VALUES "
                                    "(?, ?, ?, ?, ?, 0) ON CONFLICT (id, account) DO UPDATE SET name = excluded.name, "
                                    "last_seen = excluded.last_seen"),
                     {request.deviceId, account, request.deviceName.left(120), at, at});
    if (!device)
        return device.error();
    const auto revoked = database.row(QStringLiteral("SELECT revoked FROM device WHERE id = ? AND account = ?"),
                                      {request.deviceId, account});
    if (!revoked)
        return revoked.error();
    if (revoked->has_value() && (*revoked)->value(0).toInt() != 0)
        return unauthenticated(QStringLiteral("this device was revoked"));
    if (auto swept = done(database.run(QStringLiteral("DELETE FROM token WHERE expires_at < ?"), {at})); !swept)
        return swept.error();
    const FixedClock clock(now);
    const QString session = Uuid7Source(clock).next();
    auto added =
        database.run(QStringLiteral("INSERT INTO session (id, account, device, created_at) VALUES (?, ?, ?, ?)"),
                     {session, account, request.deviceId, at});
    if (!added)
        return added.error();
    return session;
}

} // namespace

const QString &Sessions::decoyHash()
{
    std::call_once(m_decoyMade, [this] {
        auto hash = hashPassword(randomToken(), m_cost);
        m_decoy = hash ? *hash : QString();
    });
    return m_decoy;
}

Result<void> Sessions::checkPassword(const QString &password, const QString &hash)
{
    // A hash takes a tenth of a second and 64 MiB: two at a time, and nobody waits so long that all workers stand
    // still.
    if (!m_hashes.try_acquire_for(std::chrono::seconds(3)))
        return makeError(ErrorCode::StorageBusy, QStringLiteral("too many sign-ins at once"));
    const auto checked = verifyPassword(password, hash);
    m_hashes.release();
    return checked;
}

Result<protocol::SessionReply> Sessions::signIn(Store &store, const protocol::SessionRequest &request,
                                                const QString &address)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    Attempts attempts(database, now);
    if (auto allowed = attempts.check(request.username, address); !allowed)
        return allowed.error();
    auto account = Accounts(database).byName(request.username);
    if (!account)
        return account.error();
    // An unknown name costs the same hash as a known one, so that names cannot be told apart by the time it takes.
    const QString hash = account->has_value() ? (*account)->passwordHash : decoyHash();
    const auto password = checkPassword(request.password, hash);
    if (!password && password.error().code != ErrorCode::Unauthenticated)
        return password.error();
    if (!password || !account->has_value() || !(*account)->active) {
        if (auto counted = attempts.failed(request.username, address); !counted)
            return counted.error();
        return unauthenticated(QStringLiteral("wrong name or password"));
    }
    const Actor &actor = (*account)->actor;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto session = newSession(database, now, actor.accountId, request);
    if (!session)
        return session.error();
    auto reply = newTokens(database, now, *session, {}, actor);
    if (!reply)
        return reply;
    if (auto forgotten = attempts.succeeded(request.username); !forgotten)
        return forgotten.error();
    if (auto logged = audit(database, toIso(now), actor.accountId, request.deviceId, QStringLiteral("sign_in"));
        !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return reply;
}

Result<protocol::SessionReply> Sessions::refresh(Store &store, const QString &refreshToken)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    const QString hash = stored(refreshToken);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto row = database.row(
        QStringLiteral(
            "SELECT t.session, t.parent, t.spent, s.account, s.device FROM token t JOIN session s ON s.id = t.session "
            "JOIN account a ON a.id = s.account JOIN device d ON d.id = s.device AND d.account = s.account "
            "WHERE t.hash = ? AND t.kind = 'refresh' AND t.expires_at > ? AND s.ended_at IS NULL AND a.active = 1 "
            "AND d.revoked = 0"),
        {hash, toIso(now)});
    if (!row)
        return row.error();
    if (!row->has_value())
        return unauthenticated(QStringLiteral("the session has ended"));
    const QString session = (*row)->value(0).toString();
    const QString parent = (*row)->value(1).toString();
    const QString accountId = (*row)->value(3).toString();
    const QString device = (*row)->value(4).toString();
    if ((*row)->value(2).toInt() != 0) { // somebody uses a token that its owner has replaced
        if (auto ended = done(
                database.run(QStringLiteral("UPDATE session SET ended_at = ? WHERE id = ?"), {toIso(now), session}));
            !ended)
            return ended.error();
        if (auto logged = audit(database, toIso(now), accountId, device, QStringLiteral("refresh_reuse")); !logged)
            return logged.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        return unauthenticated(QStringLiteral("this refresh token was used before"));
    }
    if (!parent.isEmpty()) {
        auto spent = database.run(
            QStringLiteral("UPDATE token SET spent = 1 WHERE session = ? AND kind = 'refresh' AND (hash = ? "
                           "OR (parent = ? AND hash <> ?))"),
            {session, parent, parent, hash});
        if (!spent)
            return spent.error();
    }
    auto account = Accounts(database).byId(accountId);
    if (!account)
        return account.error();
    if (!account->has_value())
        return unauthenticated(QStringLiteral("the account is gone"));
    if (auto seen = done(database.run(QStringLiteral("UPDATE device SET last_seen = ? WHERE id = ? AND account = ?"),
                                      {toIso(now), device, accountId}));
        !seen)
        return seen.error();
    auto reply = newTokens(database, now, session, hash, (*account)->actor);
    if (!reply)
        return reply;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return reply;
}

Result<SignedIn> Sessions::authenticate(Store &store, const QString &accessToken) const
{
    const auto row = store.database().row(
        QStringLiteral(
            "SELECT s.id, s.device, a.id, a.name, a.display_name, a.role, a.provinces FROM token t "
            "JOIN session s ON s.id = t.session JOIN account a ON a.id = s.account "
            "JOIN device d ON d.id = s.device AND d.account = s.account WHERE t.hash = ? AND t.kind = 'access' "
            "AND t.expires_at > ? AND s.ended_at IS NULL AND a.active = 1 AND d.revoked = 0"),
        {stored(accessToken), toIso(m_clock.now())});
    if (!row)
        return row.error();
    if (!row->has_value())
        return unauthenticated(QStringLiteral("the session has ended"));
    const QVariantList &cells = **row;
    auto role = parse<Role>(cells.at(5).toString());
    if (!role)
        return makeError(ErrorCode::StorageCorrupt, role.error().detail);
    SignedIn who;
    who.session = cells.at(0).toString();
    who.device = cells.at(1).toString();
    who.actor = Actor{cells.at(2).toString(), cells.at(3).toString(), cells.at(4).toString(), *role,
                      cells.at(6).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts)};
    return who;
}

Result<void> Sessions::end(Store &store, const SignedIn &who)
{
    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString at = toIso(m_clock.now());
    if (auto ended =
            done(database.run(QStringLiteral("UPDATE session SET ended_at = ? WHERE id = ?"), {at, who.session}));
        !ended)
        return ended;
    if (auto logged = audit(database, at, who.actor.accountId, who.device, QStringLiteral("sign_out")); !logged)
        return logged;
    return transaction->commit();
}

} // namespace markaz::server
