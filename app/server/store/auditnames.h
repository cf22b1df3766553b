// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/audittrail.h"

#include <QHash>

namespace markaz::server {

/// What the ids in entries are called now: an entry itself holds ids alone, and stays as it is when a name changes.
struct AuditNames
{
    QHash<QString, QString> accounts; ///< the name to sign in with
    /// As the laptop called itself when it was last signed in on; by protocol::laptopKey() as it did under that
    /// account, where that is something else.
    QHash<QString, QString> laptops;

    /// The laptop that the entry's actor sat at, as it called itself under his account; empty where it is not known.
    QString laptop(const AuditEvent &event) const;
    /// What the entry's `id` names, where that is an account or a laptop (that of its `account`); empty otherwise.
    QString about(const AuditEvent &event) const;
};

/// Of every account and laptop that \p entries name.
Result<AuditNames> auditNames(Database &database, const QList<AuditItem> &entries);

} // namespace markaz::server
