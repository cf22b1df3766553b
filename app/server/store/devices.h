// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/manager.h"
#include "core/protocol/accounts.h"
#include "core/security/signing.h"
#include "core/support/clock.h"

namespace markaz::server {

/// A (device, account) as its sign-in finds it.
struct DeviceStanding
{
    bool known = false;
    bool revoked = false;
    std::optional<DeviceRevocation> revocation;
    bool obeyed = false; ///< the device has said that it destroyed its key
};

/// The laptops that accounts are signed in on, and the orders to give them up.
///
/// 2026-11-28: a revocation is of one account on one device, and for good: the laptop destroys the data key, and makes
/// itself a new device id when it is set up again.
class Devices
{
public:
    Devices(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// Those of accounts that \p by may manage, newest contact first; of \p account alone when it is not empty.
    Result<protocol::DeviceList> list(const Manager &by, const QString &account = {}) const;
    struct Revoked
    {
        protocol::DeviceEntry device;
        bool already = false; ///< and nothing was changed
    };
    /// In a transaction of its own; a second time changes nothing. NotFound; NotAllowed, also (`where` = "own") for the
    /// device that asks.
    Result<Revoked> revoke(const Manager &by, const QString &device, const QString &account, const SigningKey &key);
    /// The laptop says that it obeyed \p revocation: every session of the account on it ends. In a transaction of its
    /// own. InvalidValue when the order is another one.
    Result<void> acknowledge(const DeviceRevocation &known, const QString &revocation);
    Result<DeviceStanding> standing(const QString &device, const QString &account) const;

private:
    Result<QList<std::pair<protocol::DeviceEntry, QStringList>>> rows(const QString &where,
                                                                      const QVariantList &values) const;

    Database &m_database;
    const Clock &m_clock;
};

/// The columns of a device_revocation named v, in the order that revocationOf() reads.
QString revocationColumns();
/// Nothing when the row has none (an outer join).
std::optional<DeviceRevocation> revocationOf(const QVariantList &cells, qsizetype from);

} // namespace markaz::server
