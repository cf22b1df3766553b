// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "core/storage/database.h"

#include <QDateTime>

namespace markaz::server {

/// One-time codes. Everything happens in the open transaction.
class EnrolmentCodes
{
public:
    static constexpr int kDays = 7;

    explicit EnrolmentCodes(Database &database)
        : m_database(database)
    {
    }

    /// A new one; the account's older ones are void.
    Result<protocol::CodeReply> issue(const QString &account, const QString &by, const QDateTime &now);
    Result<void> voidAll(const QString &account, const QDateTime &now);
    /// Takes a good code of the account, once: false when \p typed is none.
    Result<bool> take(const QString &account, const QString &typed, const QString &device, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace markaz::server
