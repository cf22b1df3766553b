// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QDateTime>

namespace markaz::server {

/// Failed sign-ins, counted for the account's name and for the address they came from: each further one waits longer.
/// An IPv6 address counts as its /64: that much is one line's, and whoever has it can come from another address each
/// time.
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
    Result<void> failed(const QString &name, const QString &address);
    Result<void> succeeded(const QString &name);
    /// Those that the next failure would not be counted to.
    Result<void> forgetOld();

private:
    Result<void> failedOne(const QString &subject, int freeOnes, int longest);

    Database &m_database;
    QDateTime m_now;
};

} // namespace markaz::server
