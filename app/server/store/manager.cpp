// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/manager.h"

#include "app/server/store/accounts.h"

namespace markaz::server {

Result<void> Manager::may(Action action, const QStringList &provinces) const
{
    return actor ? markaz::may(*actor, action, Subject{provinces, {}, {}, {}}) : Result<void>();
}

Result<void> Manager::mayAnywhere(Action action) const
{
    return actor ? may(action, actor->provinces) : Result<void>();
}

Result<Manager> Manager::now(Database &database) const
{
    if (!actor)
        return *this;
    auto account = Accounts(database).byId(actor->accountId);
    if (!account)
        return account.error();
    if (!account->has_value() || !(*account)->active)
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("the account was closed"));
    return Manager{(*account)->actor, device};
}

AuditEvent Manager::event(const QString &at, AuditAction action, const QString &id) const
{
    AuditEvent event = auditEvent(at, this->id(), device, action);
    event.insert(QStringLiteral("id"), id);
    return event;
}

} // namespace markaz::server
