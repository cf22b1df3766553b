// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/operationscontroller.h"

#include "app/server/api/replies.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/counters.h"
#include "app/server/store/ledger.h"
#include "core/support/log.h"

#include <QFile>

namespace markaz::server {

Result<StoreFigures> OperationsController::storeFigures()
{
    auto store = m_context.stores.ofThisThread();
    if (!store)
        return store.error();
    Database &database = (*store)->database();
    StoreFigures figures;
    auto sequence = counter(database, QStringLiteral("seq"));
    if (!sequence)
        return sequence.error();
    figures.sequence = *sequence;
    const auto records = database.row(QStringLiteral("SELECT count(*) FROM record"));
    if (!records)
        return records.error();
    figures.records = records->has_value() ? (*records)->value(0).toLongLong() : 0;
    auto quarantined = Ledger(database).quarantined();
    if (!quarantined)
        return quarantined.error();
    figures.quarantined = *quarantined;
    auto contradictions = contradictionCount(database);
    if (!contradictions)
        return contradictions.error();
    figures.contradictions = *contradictions;
    auto checkpoint = newestCheckpoint(database);
    if (!checkpoint)
        return checkpoint.error();
    figures.checkpoint = *checkpoint ? (*checkpoint)->n : 0;
    return figures;
}

ApiResponse OperationsController::metrics(const ApiRequest &request)
{
    if (!m_context.proxies.isLocal(request))
        return problemReply(
            requestProblem(404, QStringLiteral("not_found"), QStringLiteral("There is nothing at this address")));
    auto figures = storeFigures();
    if (!figures) {
        qCWarning(lcServer) << "no figures of the store:" << figures.error().detail;
        m_context.stores.dropOfThisThread(); // the next request opens a new connection
    }
    ApiResponse response;
    response.mediaType = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
    response.body = m_context.metrics.text(figures ? std::optional(*figures) : std::nullopt, m_context.version);
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

ApiResponse OperationsController::description()
{
    QFile file(QStringLiteral(":/markaz/api/openapi.yaml"));
    if (!file.open(QIODevice::ReadOnly)) {
        qCCritical(lcServer) << "the description is not compiled in";
        return errorReply(makeError(ErrorCode::Internal, QString()));
    }
    ApiResponse response;
    response.mediaType = QByteArrayLiteral("application/yaml");
    response.body = file.readAll();
    return response;
}

} // namespace markaz::server
