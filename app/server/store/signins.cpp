// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accounts.h"
#include "app/server/store/attempts.h"
#include "app/server/store/devices.h"
#include "app/server/store/enrolmentcodes.h"
#include "app/server/store/sessions.h"
#include "app/server/store/sessiontokens.h"
#include "core/security/tokenhash.h"
#include "core/support/log.h"

namespace markaz::server {
namespace {

Error manyAtOnce()
{
    return makeError(ErrorCode::StorageBusy, QStringLiteral("too many sign-ins at once"));
}

/// The last steps of every way in.
Result<protocol::SessionReply> open(Database &database, const QDateTime &now, const Actor &actor, const QString &device,
                                    const QString &deviceName, AuditAction action)
{
    auto session = newSession(database, now, actor.accountId, device, deviceName);
    if (!session)
        return session.error();
    auto reply = newTokens(database, now, *session, {}, actor);
    if (!reply)
        return reply;
    if (auto forgotten = Attempts(database, now).succeeded(actor.name); !forgotten)
        return forgotten.error();
    if (auto logged = auditSession(database, toIso(now), actor.accountId, device, action); !logged)
        return logged.error();
    return reply;
}

/// What a device that is to be given up gets. A transaction of its own.
Result<Admitted> leave(Database &database, const QDateTime &now, const Actor &actor, const QString &device,
                       const QString &deviceName, const DeviceStanding &standing)
{
    ToLeave leaving{*standing.revocation, std::nullopt};
    if (standing.obeyed) { // it owes nothing any more, and its key is destroyed: this is a copy
        if (auto told = Attempts(database, now).onWiped(actor.accountId, device); !told)
            return told.error();
        return Admitted(leaving);
    }
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto session = open(database, now, actor, device, deviceName, AuditAction::SignInRevoked);
    if (!session)
        return session.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    leaving.session = *session;
    return Admitted(leaving);
}

} // namespace

/// Making it is a hash as well, so it takes the place in \p turn.
const QString &Sessions::decoyHash(const HashGate::Turn &turn)
{
    Q_ASSERT(turn);
    std::call_once(m_decoyMade, [this] {
        auto hash = hashPassword(randomToken(), m_cost);
        m_decoy = hash ? *hash : QString();
    });
    return m_decoy;
}

Result<void> Sessions::checkPassword(const QString &password, const QString &hash)
{
    const auto turn = m_hashes.enter();
    if (!turn)
        return manyAtOnce();
    return verifyPassword(password, hash.isEmpty() ? decoyHash(turn) : hash);
}

Result<QString> Sessions::hashed(const QString &password)
{
    const auto turn = m_hashes.enter();
    return turn ? hashPassword(password, m_cost) : manyAtOnce();
}

/// What to store of \p password, which is right: the hash that is there, or one of the cost that hashes have now.
QString Sessions::renewedHash(const StoredAccount &account, const QString &password)
{
    if (!needsRehash(account.passwordHash, m_cost))
        return account.passwordHash;
    const auto hash = hashed(password);
    if (hash)
        return *hash;
    qCInfo(lcServer) << "a password keeps its hash until the next sign-in:" << hash.error().detail;
    return account.passwordHash;
}

Result<Admitted> Sessions::signIn(Store &store, const protocol::SessionRequest &request, const Origin &from)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    Attempts attempts(database, now);
    if (auto allowed = attempts.check(request.username, from.address); !allowed)
        return allowed.error();
    auto account = Accounts(database).byName(request.username);
    if (!account)
        return account.error();
    // An unknown name costs the same hash as a known one, so that names cannot be told apart by the time it takes; one
    // without a password too.
    const bool known = account->has_value() && !(*account)->passwordHash.isEmpty();
    const auto password = checkPassword(request.password, known ? (*account)->passwordHash : QString());
    if (!password && password.error().code != ErrorCode::Unauthenticated)
        return password.error();
    const bool right = password && known;
    if (right && (*account)->sample && !from.local)
        return sampleElsewhere();
    if (right) {
        const Actor &actor = (*account)->actor;
        auto standing = Devices(database, m_clock).standing(request.deviceId, actor.accountId);
        if (!standing)
            return standing.error();
        if (standing->revocation)
            return leave(database, now, actor, request.deviceId, request.deviceName, *standing);
    }
    const auto failed = [&](const char *with) {
        return attempts.failed({request.username, from.address,
                                account->has_value() ? (*account)->actor.accountId : QString(), request.deviceId,
                                QLatin1String(with)});
    };
    if (!right || !(*account)->active) {
        if (auto counted = failed("password"); !counted)
            return counted.error();
        return unauthenticated(QStringLiteral("wrong name or password"));
    }
    auto admitted = admit(database, now, **account, request);
    if (!admitted && admitted.error().where == protocol::code::kDeviceUnknown) {
        if (auto counted = failed("device"); !counted)
            return counted.error();
    }
    return admitted;
}

Result<Admitted> Sessions::admit(Database &database, const QDateTime &now, const StoredAccount &account,
                                 const protocol::SessionRequest &request)
{
    const Actor &actor = account.actor;
    const QString hash = renewedHash(account, request.password);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto standing = Devices(database, m_clock).standing(request.deviceId, actor.accountId);
    if (!standing)
        return standing.error();
    if (standing->revoked) // this very moment
        return unauthenticated(QStringLiteral("this device was revoked"));
    if (!standing->known && account.enrolment == protocol::Enrolment::Code) {
        // Somebody knows the password who has not got this laptop: the administrator is to see that.
        if (auto logged =
                auditSession(database, toIso(now), actor.accountId, request.deviceId, AuditAction::DeviceUnknown);
            !logged)
            return logged.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        return makeError(ErrorCode::NotAllowed, QStringLiteral("a new device needs a one-time code"),
                         protocol::code::kDeviceUnknown);
    }
    if (hash != account.passwordHash) {
        if (auto renewed = Accounts(database).renewHash(actor.accountId, account.passwordHash, hash); !renewed)
            return renewed.error();
    }
    auto reply = open(database, now, actor, request.deviceId, request.deviceName, AuditAction::SignIn);
    if (!reply)
        return reply.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return Admitted(*reply);
}

Result<Admitted> Sessions::enrol(Store &store, const protocol::EnrolRequest &request, const Origin &from)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    if (auto checked = markaz::checkPassword(request.password); !checked)
        return checked.error();
    Attempts attempts(database, now);
    if (auto allowed = attempts.check(request.username, from.address); !allowed)
        return allowed.error();
    // Before anything is looked up: a wrong code costs what a good one does.
    auto hash = hashed(request.password);
    if (!hash)
        return hash.error();
    std::optional<std::pair<Actor, DeviceStanding>> revoked;
    auto admitted = redeem(database, now, request, *hash, from, revoked);
    if (revoked) // the code is as good as before: what redeem() did to it was not committed
        return leave(database, now, revoked->first, request.deviceId, request.deviceName, revoked->second);
    if (!admitted && admitted.error().code == ErrorCode::Unauthenticated) {
        const auto account = Accounts(database).byName(request.username);
        if (!account)
            return account.error();
        if (auto counted = attempts.failed({request.username, from.address,
                                            account->has_value() ? (*account)->actor.accountId : QString(),
                                            request.deviceId, QStringLiteral("code")});
            !counted)
            return counted.error();
    }
    return admitted;
}

Result<Admitted> Sessions::redeem(Database &database, const QDateTime &now, const protocol::EnrolRequest &request,
                                  const QString &hash, const Origin &from,
                                  std::optional<std::pair<Actor, DeviceStanding>> &revoked)
{
    const Error wrong = unauthenticated(QStringLiteral("wrong name or code"));
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    Accounts accounts(database);
    auto account = accounts.byName(request.username);
    if (!account)
        return account.error();
    if (!account->has_value() || !(*account)->active)
        return wrong;
    const Actor &actor = (*account)->actor;
    auto taken = EnrolmentCodes(database).take(actor.accountId, request.code, request.deviceId, now);
    if (!taken)
        return taken.error();
    if (!*taken)
        return wrong;
    if ((*account)->sample && !from.local) // the code is as good as before
        return sampleElsewhere();
    auto standing = Devices(database, m_clock).standing(request.deviceId, actor.accountId);
    if (!standing)
        return standing.error();
    if (standing->revocation)
        revoked.emplace(actor, *standing);
    if (standing->revoked)
        return unauthenticated(QStringLiteral("this device was revoked"));
    const QString at = toIso(now);
    if (auto set = accounts.setPassword(actor.accountId, hash, at); !set)
        return set.error();
    auto reply = open(database, now, actor, request.deviceId, request.deviceName, AuditAction::Enrol);
    if (!reply)
        return reply.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return Admitted(*reply);
}

Result<void> Sessions::changePassword(Store &store, const SignedIn &who, const protocol::PasswordRequest &request,
                                      const QString &address)
{
    Database &database = store.database();
    const QDateTime now = m_clock.now();
    if (auto checked = markaz::checkPassword(request.after); !checked)
        return makeError(checked.error().code, checked.error().detail, QStringLiteral("new"));
    Attempts attempts(database, now);
    if (auto allowed = attempts.check(who.actor.name, address); !allowed)
        return allowed;
    auto account = Accounts(database).byId(who.actor.accountId);
    if (!account)
        return account.error();
    const QString old = account->has_value() ? (*account)->passwordHash : QString();
    auto password = checkPassword(request.before, old);
    if (!password && password.error().code != ErrorCode::Unauthenticated)
        return password;
    if (!password || old.isEmpty()) {
        if (auto counted =
                attempts.failed({who.actor.name, address, who.actor.accountId, who.device, QStringLiteral("password")});
            !counted)
            return counted;
        return makeError(ErrorCode::NotAllowed, QStringLiteral("the old password is wrong"),
                         protocol::code::kWrongPassword);
    }
    auto hash = hashed(request.after);
    if (!hash)
        return hash.error();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString at = toIso(now);
    if (auto set = Accounts(database).setPassword(who.actor.accountId, *hash, at, who.session); !set)
        return set;
    if (auto forgotten = attempts.succeeded(who.actor.name); !forgotten)
        return forgotten;
    if (auto logged = auditSession(database, at, who.actor.accountId, who.device, AuditAction::ChangePassword); !logged)
        return logged;
    return transaction->commit();
}

} // namespace markaz::server
