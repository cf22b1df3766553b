// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/auditcontroller.h"

#include "app/server/api/auditasked.h"
#include "app/server/api/replies.h"
#include "app/server/store/accounts.h"
#include "app/server/store/auditnames.h"
#include "app/server/store/checkpoints.h"
#include "core/protocol/checkpoints.h"
#include "core/security/permissions.h"
#include "core/support/log.h"

namespace markaz::server {
namespace {

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
    auto asked = auditAskedIn(request.query);
    if (!asked)
        return errorReply(asked.error());
    Database &database = m_store.database();
    if (QString &actor = asked->filter.actor; !actor.isEmpty() && actor != QLatin1String("server")) {
        auto meant = Accounts(database).meant(actor);
        if (!meant)
            return errorReply(meant.error().code == ErrorCode::NotFound ? wrongInAudit("actor", meant.error().detail)
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
