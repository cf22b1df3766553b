// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/audittrail.h"

#include <QUrlQuery>

namespace markaz::server {

/// What somebody asks the audit.
struct AuditAsked
{
    AuditFilter filter;
    AuditTrail::Order order = AuditTrail::Order::OldestFirst;
    qint64 from = 0;
    int limit = AuditTrail::kDefaultLimit;
};

/// InvalidValue, whose `where` is the item of the query that cannot be read.
Result<AuditAsked> auditAskedIn(const QUrlQuery &query);
Error wrongInAudit(const char *item, const QString &why);

} // namespace markaz::server
