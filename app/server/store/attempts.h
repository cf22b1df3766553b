// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QDateTime>

namespace markaz::server {

/// As an address is counted: itself, or the /64 of an IPv6 address.
QString lineOf(const QString &address);

/// A sign-in that failed.
struct FailedTry
{
    QString name; ///< as it was typed: it may be a password in the wrong field, and is never told on
    QString address;
    QString account = {}; ///< its id, where the name is one's
    QString device = {};  ///< as the client says; told on where the account was signed in on it
    QString with;         ///< password, code or device (an unknown one, the password was right)
};

/// Failed sign-ins, counted for the account's name and for the address they came from: each further one waits longer.
/// An IPv6 address counts as its /64: that much is one line's, and whoever has it can come from another address each
/// time. In the audit an IPv4 address stands as its /24: entries are kept for ever, and are to name no one's machine.
///
/// The audit hears of them (`failed_sign_ins`) when the waiting begins, for an account with the 4th failure and for an
/// address with the 21st, and each time that the count has doubled since; it begins anew after a success, or a quarter
/// of an hour without a failure. Names that are no account's and addresses are as many as somebody likes, so of them
/// kToldAnHour entries are made in an hour, all together. What is refused because it came too early is not counted.
class Attempts
{
public:
    Attempts(Database &database, QDateTime now)
        : m_database(database)
        , m_now(std::move(now))
    {
    }

    /// Refused with `where` = the seconds to wait when it is too early for another attempt.
    Result<void> check(const QString &name, const QString &address) const;
    /// In a transaction of its own.
    Result<void> failed(const FailedTry &what);
    Result<void> succeeded(const QString &name);
    /// A laptop that has said that it destroyed its key is signed in on: a copy of it. Told on (`sign_in_wiped`) once
    /// in an hour for each. In a transaction of its own.
    Result<void> onWiped(const QString &account, const QString &device);
    /// Those that the next failure would not be counted to.
    Result<void> forgetOld();

    static constexpr int kToldAnHour = 20;

private:
    /// Counts \p subject once more and gives the count. It begins anew, and is looked at again at \p next, where it was
    /// to be looked at by \p since.
    Result<int> counted(const QString &subject, const QDateTime &next, const QDateTime &since);
    /// How many it is now.
    Result<int> failedOne(const QString &subject, int freeOnes, int longest);
    /// Whether \p subject was told of fewer than \p most times in this hour; counts it.
    Result<bool> mayTell(const QString &subject, int most);
    /// The entries that are due after the name's and the address's counts.
    Result<void> tell(const FailedTry &what, int ofName, int ofAddress);

    Database &m_database;
    QDateTime m_now;
};

} // namespace markaz::server
