// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"
#include "core/protocol/messages.h"
#include "core/security/password.h"

#include <mutex>
#include <semaphore>

namespace markaz::server {

/// Who a valid access token belongs to.
struct SignedIn
{
    Actor actor;
    QString device;
    QString session;
};

/// Sign-in and its tokens. Everything that counts is in the store, so that several servers on one store agree; the only
/// thing kept here is how many password hashes may run at once in this process.
///
/// Errors: Unauthenticated; Refused with `where` = seconds to wait when sign-ins are slowed down; StorageBusy when too
/// many wait for a hash.
class Sessions
{
public:
    static constexpr int kAccessSeconds = 15 * 60;
    static constexpr int kRefreshDays = 60;

    explicit Sessions(const Clock &clock, PasswordCost cost = {})
        : m_clock(clock)
        , m_cost(cost)
    {
    }

    Result<protocol::SessionReply> signIn(Store &store, const protocol::SessionRequest &request,
                                          const QString &address);
    /// The old refresh token stays good until the new one is first used; a use after that ends the session.
    Result<protocol::SessionReply> refresh(Store &store, const QString &refreshToken);
    Result<SignedIn> authenticate(Store &store, const QString &accessToken) const;
    Result<void> end(Store &store, const SignedIn &who);

private:
    Result<void> checkPassword(const QString &password, const QString &hash);
    const QString &decoyHash();

    const Clock &m_clock;
    PasswordCost m_cost;
    std::counting_semaphore<2> m_hashes{2};
    std::once_flag m_decoyMade;
    QString m_decoy;
};

} // namespace markaz::server
