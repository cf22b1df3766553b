// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/auditcontroller.h"

#include "app/server/api/replies.h"
#include "app/server/store/accounts.h"
#include "app/server/store/auditnames.h"
#include "app/server/store/checkpoints.h"
#include "core/protocol/checkpoints.h"
#include "core/security/permissions.h"
#include "core/support/log.h"

namespace markaz::server {
namespace {

constexpr qsizetype kLongestWord = 100;

struct Asked
{
    AuditFilter filter;
    AuditTrail::Order order = AuditTrail::Order::OldestFirst;
    qint64 from = 0;
    int limit = AuditTrail::kDefaultLimit;
};

Error wrong(const char *name, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 %2").arg(QLatin1String(name), why),
                     QLatin1String(name));
}

Result<qint64> numberOf(const QUrlQuery &query, const char *name, qint64 least, qint64 fallback)
{
    if (!query.hasQueryItem(QLatin1String(name)))
        return fallback;
    bool isNumber = false;
    const qint64 number = query.queryItemValue(QLatin1String(name)).toLongLong(&isNumber);
    if (!isNumber || number < least)
        return wrong(name, QStringLiteral("is a number from %1 on").arg(least));
    return number;
}

Result<Asked> readQuery(const QUrlQuery &query)
{
    Asked asked;
    for (const auto &[name, value] : {std::pair{"actor", &asked.filter.actor},
                                      {"action", &asked.filter.action},
                                      {"entity", &asked.filter.entity},
                                      {"id", &asked.filter.id},
                                      {"from", &asked.filter.from},
                                      {"to", &asked.filter.to}}) {
        *value = query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        if (value->size() > kLongestWord)
            return wrong(name, QStringLiteral("is too long"));
    }
    for (const auto &[name, value] : {std::pair{"from", &asked.filter.from}, {"to", &asked.filter.to}}) {
        if (value->isEmpty())
            continue;
        const auto time = fromIso(*value);
        if (!time)
            return wrong(name, QStringLiteral("is a time such as 2026-11-24T06:00:00.000Z"));
        *value = toIso(*time);
    }
    auto limit = numberOf(query, "limit", 1, AuditTrail::kDefaultLimit);
    auto after = numberOf(query, "after", 0, 0);
    auto before = numberOf(query, "before", 0, 0);
    if (!limit || !after || !before)
        return !limit ? limit.error() : !after ? after.error() : before.error();
    const bool newest = query.hasQueryItem(QStringLiteral("before"));
    if (newest && query.hasQueryItem(QStringLiteral("after")))
        return wrong("before", QStringLiteral("and after do not go together"));
    asked.limit = static_cast<int>(std::min<qint64>(*limit, AuditTrail::kMaxLimit));
    asked.order = newest ? AuditTrail::Order::NewestFirst : AuditTrail::Order::OldestFirst;
    asked.from = newest ? *before : *after;
    return asked;
}

QJsonObject encoded(const QHash<QString, QString> &names)
{
    QJsonObject json;
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        json.insert(name.key(), name.value());
    return json;
}

} // namespace

ApiResponse AuditController::list(const ApiRequest &request)
{
    if (auto allowed = may(m_who, Action::ReadAudit, Subject::nationwide()); !allowed)
        return errorReply(allowed.error());
    auto asked = readQuery(request.query);
    if (!asked)
        return errorReply(asked.error());
    Database &database = m_store.database();
    if (QString &actor = asked->filter.actor; !actor.isEmpty() && actor != QLatin1String("server")) {
        auto meant = Accounts(database).meant(actor);
        if (!meant)
            return errorReply(meant.error().code == ErrorCode::NotFound ? wrong("actor", meant.error().detail)
                                                                        : meant.error());
        actor = *meant;
    }
    auto page = AuditTrail(database).page(asked->filter, asked->order, asked->from, asked->limit, m_who);
    auto last = AuditLog(database).last();
    auto checkpoint = newestCheckpoint(database);
    auto contradicted = contradictionCount(database);
    auto names = page ? auditNames(database, page->entries) : Result<AuditNames>(page.error());
    if (!page || !names || !last || !checkpoint || !contradicted) {
        const Error &error = !page         ? page.error()
                             : !names      ? names.error()
                             : !last       ? last.error()
                             : !checkpoint ? checkpoint.error()
                                           : contradicted.error();
        qCWarning(lcServer) << "the audit cannot be read:" << error.detail;
        return errorReply(error);
    }
    QJsonArray entries;
    for (const AuditItem &item : std::as_const(page->entries))
        entries.append(QJsonObject{
            {QStringLiteral("n"), item.n}, {QStringLiteral("event"), item.event}, {QStringLiteral("hash"), item.hash}});
    QJsonObject chain{{QStringLiteral("entries"), *last ? (*last)->n : 0},
                      {QStringLiteral("contradictions"), *contradicted}};
    if (*checkpoint)
        chain.insert(QStringLiteral("checkpoint"), protocol::encode(**checkpoint));
    return jsonReply(
        200, QJsonObject{{QStringLiteral("entries"), entries},
                         {QStringLiteral("names"), QJsonObject{{QStringLiteral("accounts"), encoded(names->accounts)},
                                                               {QStringLiteral("laptops"), encoded(names->laptops)}}},
                         {QStringLiteral("next"), page->next},
                         {QStringLiteral("more"), page->more},
                         {QStringLiteral("chain"), chain}});
}

} // namespace markaz::server
