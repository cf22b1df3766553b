// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/auditlog.h"
#include "core/security/permissions.h"
#include "core/storage/database.h"

#include <optional>

namespace markaz::server {

/// Who manages accounts and devices: a signed-in account, or whoever runs the server on its own machine (no actor).
struct Manager
{
    std::optional<Actor> actor;
    QString device = {};

    static Manager server() { return {std::nullopt}; }
    /// What stands in the audit and in made_by: the account's id, or "server".
    QString id() const { return actor ? actor->accountId : QStringLiteral("server"); }
    bool is(const QString &accountId) const { return actor && actor->accountId == accountId; }
    /// NotAllowed unless it may do \p action to an account of \p provinces. Whoever runs the server may.
    Result<void> may(Action action, const QStringList &provinces) const;
    /// NotAllowed unless the role opens \p action at all.
    Result<void> mayAnywhere(Action action) const;
    /// The same as the store knows it now; to be asked under the writers' lock, so that an administrator who is closed
    /// at this moment closes nobody. Unauthenticated when the account is closed.
    Result<Manager> now(Database &database) const;
    AuditEvent event(const QString &at, AuditAction action, const QString &id) const;
};

} // namespace markaz::server
