// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/hashgate.h"
#include "app/server/store/store.h"
#include "core/protocol/accounts.h"
#include "core/security/password.h"

#include <map>
#include <mutex>
#include <variant>

namespace markaz::server {

/// Where a request came from.
struct Origin
{
    QString address;
    bool local = false; ///< from this computer, and by no way of a proxy
};

/// `where` of the refusal that a sample account gets from elsewhere, and its code.
inline const QString kSampleStore = QStringLiteral("sample_store");

/// Who a valid access token belongs to.
struct SignedIn
{
    Actor actor;
    QString device;
    QString session;
    /// The device is to be given up: only a route that says so is open to it.
    std::optional<DeviceRevocation> revocation = std::nullopt;
};

struct StoredAccount;
struct DeviceStanding;

/// The order that stands between a device and a session, though name and password or code were right; and until the
/// device has said that it obeyed, tokens with which it may hand in what it owes and say so (Door::Leaving).
struct ToLeave
{
    DeviceRevocation order;
    std::optional<protocol::SessionReply> session; ///< to hand in with; nothing when it has said that it obeyed
};
using Admitted = std::variant<protocol::SessionReply, ToLeave>;

/// Sign-in and its tokens. Everything that counts is in the store, so that several servers on one store agree; the only
/// thing kept here is how many password hashes may run at once in this process.
///
/// Errors: Unauthenticated; Refused with `where` = seconds to wait when sign-ins are slowed down; StorageBusy when too
/// many wait for a hash; InvalidValue for a new password that breaks the rule; NotAllowed with `where` = the code of
/// the protocol, device_unknown or wrong_password, or kSampleStore.
///
/// A sample account is for this computer alone, whose it is: that is asked of the account each time (2026-11-29), since
/// a store may be filled with sample data while a server listens to a network.
class Sessions
{
public:
    static constexpr int kAccessSeconds = 15 * 60;
    static constexpr int kRefreshDays = 60;
    /// How far a device's last contact may lag behind: it is noted once in this time, not with each request.
    static constexpr int kContactSeconds = 5 * 60;

    explicit Sessions(const Clock &clock, PasswordCost cost = {},
                      std::chrono::milliseconds patience = HashGate::kPatience)
        : m_clock(clock)
        , m_cost(cost)
        , m_hashes(patience)
    {
    }

    /// A device that is to be given up gets ToLeave, also when the account was closed. A hash of another cost than
    /// hashes have now is made anew.
    Result<Admitted> signIn(Store &store, const protocol::SessionRequest &request, const Origin &from);
    /// A laptop's first contact: takes the one-time code, sets the password and ends the account's other sessions.
    /// Wrong, expired and used codes answer alike and cost the same hash.
    /// On a device that is to be given up a good code opens ToLeave and stays as good as before.
    Result<Admitted> enrol(Store &store, const protocol::EnrolRequest &request, const Origin &from);
    /// Slowed like sign-ins; ends the account's other sessions.
    Result<void> changePassword(Store &store, const SignedIn &who, const protocol::PasswordRequest &request,
                                const QString &address);
    /// The old refresh token stays good until the new one is first used; a use after that ends the session. A device
    /// that is to be given up is told so in the reply, until it has acknowledged it.
    Result<protocol::SessionReply> refresh(Store &store, const QString &refreshToken, const Origin &from);
    /// Notes the device's contact in memory: a request that reads waits for no writer. 2026-11-29.
    Result<SignedIn> authenticate(Store &store, const QString &accessToken, const Origin &from);
    /// Writes the contacts that were noted, all together; what cannot be written is kept for the next time.
    Result<void> writeContacts(Store &store);
    Result<void> end(Store &store, const SignedIn &who);
    /// Sweeps tokens that have run out, sessions that have none left and attempts that no longer count.
    Result<void> forgetOld(Store &store) const;
    HashGate &hashes() { return m_hashes; }

private:
    Result<Admitted> admit(Database &database, const QDateTime &now, const StoredAccount &account,
                           const protocol::SessionRequest &request);
    Result<Admitted> redeem(Database &database, const QDateTime &now, const protocol::EnrolRequest &request,
                            const QString &hash, const Origin &from,
                            std::optional<std::pair<Actor, DeviceStanding>> &revoked);
    QString renewedHash(const StoredAccount &account, const QString &password);
    void noteContact(const SignedIn &who, const QString &lastSeen);
    /// An empty \p hash is nobody's: the password is wrong and costs the same.
    Result<void> checkPassword(const QString &password, const QString &hash);
    Result<QString> hashed(const QString &password);
    const QString &decoyHash(const HashGate::Turn &turn);

    const Clock &m_clock;
    PasswordCost m_cost;
    HashGate m_hashes;
    std::once_flag m_decoyMade;
    QString m_decoy;
    std::mutex m_contactsMutex;
    std::map<std::pair<QString, QString>, QString> m_contacts; ///< by device and account, in an order for row locks
};

} // namespace markaz::server
