// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sessiontokens.h"

#include "app/server/store/accounts.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/sessions.h"
#include "core/security/tokenhash.h"
#include "core/support/idsource.h"

namespace markaz::server {

Error unauthenticated(const QString &why)
{
    return makeError(ErrorCode::Unauthenticated, why);
}

Error sampleElsewhere()
{
    return makeError(ErrorCode::NotAllowed,
                     QStringLiteral("a sample account answers its own computer only, not through a proxy"),
                     kSampleStore);
}

QString storedToken(const QString &token)
{
    return QString::fromLatin1(tokenHash(token).toHex());
}

Result<void> auditSession(Database &database, const QString &at, const QString &account, const QString &device,
                          AuditAction action)
{
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked;
    return AuditLog(database).append({auditEvent(at, account, device, action)});
}

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
    for (const QVariantList &values : {QVariantList{storedToken(reply.accessToken), session, QStringLiteral("access"),
                                                    QString(), toIso(now.addSecs(Sessions::kAccessSeconds))},
                                       QVariantList{storedToken(reply.refreshToken), session, QStringLiteral("refresh"),
                                                    parent, toIso(now.addDays(Sessions::kRefreshDays))}}) {
        if (auto added = database.run(sql, values); !added)
            return added.error();
    }
    return reply;
}

Result<QString> newSession(Database &database, const QDateTime &now, const QString &account, const QString &device,
                           const QString &deviceName)
{
    const QString at = toIso(now);
    auto known =
        database.run(QStringLiteral("INSERT INTO device (id, account, name, first_seen, last_seen, revoked) VALUES "
                                    "(?, ?, ?, ?, ?, 0) ON CONFLICT (id, account) DO UPDATE SET name = excluded.name, "
                                    "last_seen = excluded.last_seen"),
                     {device, account, deviceName.left(120), at, at});
    if (!known)
        return known.error();
    if (auto swept = database.run(QStringLiteral("DELETE FROM token WHERE expires_at < ?"), {at}); !swept)
        return swept.error();
    const FixedClock clock(now);
    const QString session = Uuid7Source(clock).next();
    auto added =
        database.run(QStringLiteral("INSERT INTO session (id, account, device, created_at) VALUES (?, ?, ?, ?)"),
                     {session, account, device, at});
    if (!added)
        return added.error();
    return session;
}

} // namespace markaz::server
