// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/changescontroller.h"

#include "app/server/api/replies.h"
#include "app/server/store/batchapplier.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/feed.h"
#include "app/server/store/ledger.h"
#include "core/protocol/checkpoints.h"
#include "core/protocol/pushbody.h"
#include "core/support/log.h"

namespace markaz::server {
namespace {

IncomingChange incoming(protocol::PushedChange pushed)
{
    IncomingChange one;
    if (pushed.change) {
        one.change = *std::move(pushed.change);
        one.draft = std::move(pushed.draft);
        return one;
    }
    one.refusal.opId = pushed.opId;
    one.refusal.outcome = Outcome::Rejected;
    one.refusal.code = protocol::code::kMalformed;
    one.refusal.field = pushed.change.error().where;
    one.refusal.message = pushed.change.error().detail;
    one.unread = std::move(pushed.unread);
    return one;
}

} // namespace

ApiResponse ChangesController::push(const ApiRequest &request)
{
    auto body = protocol::readPushBody(request.body);
    if (!body)
        return errorReply(body.error());
    // A device that is to be given up cannot pull anew first; what it has is kept as it is.
    if (!m_who.revocation && !body->history.isEmpty() && body->history != m_store.history()) {
        protocol::Problem problem =
            requestProblem(409, protocol::code::kHistoryChanged, QStringLiteral("The server was restored"),
                           QStringLiteral("pull anew, then push again"));
        problem.more.insert(QStringLiteral("history"), m_store.history());
        return problemReply(problem);
    }
    QList<IncomingChange> batch;
    batch.reserve(body->changes.size());
    for (protocol::PushedChange &pushed : body->changes) {
        if (pushed.opId.isEmpty()) {
            Error nameless = pushed.change.error();
            nameless.where = QStringLiteral("changes[%1].op_id").arg(batch.size());
            return errorReply(nameless);
        }
        batch.append(incoming(std::move(pushed)));
    }
    BatchApplier applier(m_store, m_context.reference, m_context.key, m_context.clock);
    auto results = applier.apply({m_who.actor, m_who.device, m_who.revocation.has_value()}, batch);
    if (!results) {
        qCWarning(lcServer) << "a push failed:" << results.error().detail;
        return errorReply(results.error());
    }
    for (const protocol::ChangeResult &result : std::as_const(*results)) {
        m_context.metrics.pushed(result.outcome);
        if (result.code == kQuarantineFull)
            m_context.metrics.quarantineWasFull();
    }
    return jsonReply(200, protocol::encode(protocol::PushReply{*results, toIso(m_context.clock.now())}));
}

/// What the laptop kept of the audit chain. One that cannot be read is not worth a pull that fails.
Result<void> ChangesController::holdWitness(const ApiRequest &request)
{
    const QByteArray header = request.header(protocol::header::kWitness);
    if (header.isEmpty())
        return {};
    const auto witness = protocol::readWitnessHeader(header);
    if (!witness)
        return {};
    auto held = Checkpoints(m_store, m_context.key, m_context.clock, m_context.formerKeys)
                    .hold(*witness, m_who.actor.accountId, m_who.device);
    if (!held)
        return held.error();
    m_context.metrics.witnessed(*held == Checkpoints::Witnessed::Contradicts);
    return {};
}

ApiResponse ChangesController::pull(const ApiRequest &request)
{
    int limit = Feed::kDefaultLimit;
    if (request.query.hasQueryItem(QStringLiteral("limit"))) {
        bool number = false;
        limit = request.query.queryItemValue(QStringLiteral("limit")).toInt(&number);
        if (!number || limit < 1)
            return errorReply(makeError(ErrorCode::InvalidValue, QStringLiteral("limit is a number from 1 on"),
                                        QStringLiteral("limit")));
    }
    int kinds = 1; // of a program from before there was more to say
    if (request.query.hasQueryItem(QStringLiteral("kinds"))) {
        bool number = false;
        kinds = std::min(request.query.queryItemValue(QStringLiteral("kinds")).toInt(&number), protocol::kKinds);
        if (!number || kinds < 1)
            return errorReply(makeError(ErrorCode::InvalidValue, QStringLiteral("kinds is a number from 1 on"),
                                        QStringLiteral("kinds")));
    }
    if (auto held = holdWitness(request); !held)
        return errorReply(held.error());
    const QString cursor = request.query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
    auto page = Feed(m_store, m_context.clock).pull(m_who.actor, cursor, limit, kinds);
    if (!page) {
        qCWarning(lcServer) << "a pull failed:" << page.error().detail;
        return errorReply(page.error());
    }
    if (const auto *problem = std::get_if<protocol::Problem>(&*page))
        return problemReply(*problem);
    return jsonReply(200, protocol::write(std::get<protocol::PullReply>(*page)));
}

} // namespace markaz::server
