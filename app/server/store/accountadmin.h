// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/accounts.h"
#include "app/server/store/manager.h"
#include "core/domain/city.h"

namespace markaz::server {

/// What administrators do with accounts, and whoever runs the server: each act in a transaction of its own, with its
/// audit and the account's record of the feed. An administrator manages those accounts alone whose every province is
/// one of theirs, before and after the act.
///
/// Errors: NotAllowed (`where` = "role", "scope" or "own"), NotFound, InvalidValue and Incomplete (`where` = the
/// field), Exists, WrongState.
class AccountAdmin
{
public:
    AccountAdmin(Database &database, const Gazetteer &gazetteer, const Clock &clock, Manager by)
        : m_database(database)
        , m_gazetteer(gazetteer)
        , m_clock(clock)
        , m_by(std::move(by))
    {
    }

    /// By name.
    Result<protocol::AccountList> list() const;
    /// Without a password; new laptops need a one-time code. With \p passwordHash it is open.
    Result<protocol::AccountEntry> add(const protocol::AccountRequest &account, const QString &passwordHash = {});
    /// Nobody changes their own role, provinces or state, and the last administrator who can sign in stays one. A
    /// closed account's sessions end, a changed scope holds from the next request on.
    Result<protocol::AccountEntry> change(const QString &id, const protocol::AccountChange &change);
    /// From now on the account needs a code on each new laptop. WrongState when it is closed.
    ///
    /// 2026-11-28: also an account that had been open: whoever hands out codes does not mean the password alone to be
    /// enough, and there is no other way to make such an account stricter.
    Result<protocol::CodeReply> makeCode(const QString &id);
    /// \p hash: of hashPassword(). For whoever runs the server; all sessions end.
    Result<void> setPassword(const QString &id, const QString &hash);

private:
    /// The account, when it may be managed; under the writers' lock.
    Result<StoredAccount> managed(const QString &id);
    /// Takes the writers' lock, and the manager as the store knows it now.
    Result<void> underLock();
    Result<QStringList> known(QStringList provinces) const;
    Result<void> checkAuthority(const StoredAccount &before, const Actor &after, bool active) const;
    Result<protocol::AccountEntry> entry(const QString &id) const;
    Result<QList<protocol::AccountEntry>> entries(const QString &id = {}) const;

    Database &m_database;
    const Gazetteer &m_gazetteer;
    const Clock &m_clock;
    Manager m_by;
};

} // namespace markaz::server
