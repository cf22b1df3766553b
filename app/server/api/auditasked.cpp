// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/auditasked.h"

#include "core/support/clock.h"

#include <algorithm>

namespace markaz::server {

Error wrongInAudit(const char *name, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 %2").arg(QLatin1String(name), why),
                     QLatin1String(name));
}

namespace {

constexpr qsizetype kLongestWord = 100;

Result<qint64> numberOf(const QUrlQuery &query, const char *name, qint64 least, qint64 fallback)
{
    if (!query.hasQueryItem(QLatin1String(name)))
        return fallback;
    bool isNumber = false;
    const qint64 number = query.queryItemValue(QLatin1String(name)).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return wrongInAudit(name, QStringLiteral("is a number from %1 on").arg(least));
    return number;
}

} // namespace

Result<AuditAsked> auditAskedIn(const QUrlQuery &query)
{
    AuditAsked asked;
    for (const auto &[name, value] : {std::pair{"actor", &asked.filter.actor},
                                      {"action", &asked.filter.action},
                                      {"entity", &asked.filter.entity},
                                      {"id", &asked.filter.id},
                                      {"from", &asked.filter.from},
                                      {"to", &asked.filter.to}}) {
        *value = query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        if (value->size() > kLongestWord)
            return wrongInAudit(name, QStringLiteral("is too long"));
    }
    for (const auto &[name, value] : {std::pair{"from", &asked.filter.from}, {"to", &asked.filter.to}}) {
        if (value->isEmpty())
            continue;
        const auto time = fromIso(*value);
        if (!time)
            return wrongInAudit(name, QStringLiteral("is a time such as 2026-11-24T06:00:00.000Z"));
        *value = toIso(*time);
    }
    auto limit = numberOf(query, "limit", 1, AuditTrail::kDefaultLimit);
    auto after = numberOf(query, "after", 0, 0);
    auto before = numberOf(query, "before", 0, 0);
    if (!limit || !after || !before)
        return !limit ? limit.error() : !after ? after.error() : before.error();
    const bool newest = query.hasQueryItem(QStringLiteral("before"));
    if (newest && query.hasQueryItem(QStringLiteral("after")))
        return wrongInAudit("before", QStringLiteral("and after do not go together"));
    asked.limit = static_cast<int>(std::min<qint64>(*limit, AuditTrail::kMaxLimit));
    asked.order = newest ? AuditTrail::Order::NewestFirst : AuditTrail::Order::OldestFirst;
    asked.from = newest ? *before : *after;
    return asked;
}

} // namespace markaz::server
