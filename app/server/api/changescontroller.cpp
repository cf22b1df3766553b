// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/changescontroller.h"

#include "app/server/api/replies.h"
#include "app/server/store/batchapplier.h"
#include "app/server/store/feed.h"
#include "core/support/log.h"

#include <algorithm>

namespace markaz::server {
namespace {

/// Texts that every database keeps as they are: no U+0000, no half of a surrogate pair.
bool storable(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

bool storable(const QJsonValue &value)
{
    if (value.isString())
        return storable(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &entry) { return storable(entry); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!storable(it.key()) || !storable(it.value()))
            return false;
    }
    return true;
}

/// Whether a text of \p body may be none that is storable: both characters only come escaped, U+0000 also as a byte;
/// parseBody refuses what is no UTF-8. Bodies of our own laptops hold neither, and are not walked through once more.
bool suspect(const QByteArray &body)
{
    return body.contains("\\u") || body.contains('\0');
}

/// One change, so that one that cannot be read does not stop the others. Malformed only when it cannot even be named.
Result<IncomingChange> incoming(const QJsonValue &json, qsizetype index, bool doubtful)
{
    const QString opId = json.toObject().value(QStringLiteral("op_id")).toString();
    if (!isRecordId(opId))
        return makeError(ErrorCode::Malformed, QStringLiteral("a change without an op_id"),
                         QStringLiteral("changes[%1].op_id").arg(index));
    IncomingChange one;
    auto change = protocol::decode<Change>(json.toObject());
    if (change && (!doubtful || storable(json))) {
        one.change = *change;
        return one;
    }
    one.refusal.opId = opId;
    one.refusal.outcome = Outcome::Rejected;
    one.refusal.code = protocol::code::kMalformed;
    one.refusal.field = change ? QString() : change.error().where;
    one.refusal.message =
        change ? QStringLiteral("a text holds characters that cannot be stored") : change.error().detail;
    return one;
}

} // namespace

ApiResponse ChangesController::push(const ApiRequest &request)
{
    auto json = protocol::parseBody(request.body);
    if (!json)
        return errorReply(json.error());
    const QJsonValue changes = json->value(QStringLiteral("changes"));
    if (!changes.isArray() || !isRecordId(json->value(QStringLiteral("batch_id")).toString()))
        return errorReply(makeError(ErrorCode::Malformed, QStringLiteral("a batch has a batch_id and changes")));
    const QJsonArray list = changes.toArray();
    if (list.size() > protocol::kMaxChanges)
        return errorReply(
            makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 changes").arg(protocol::kMaxChanges)));
    if (const QString history = json->value(QStringLiteral("history")).toString();
        !history.isEmpty() && history != m_store.history()) {
        protocol::Problem problem =
            requestProblem(409, protocol::code::kHistoryChanged, QStringLiteral("The server was restored"),
                           QStringLiteral("pull anew, then push again"));
        problem.more.insert(QStringLiteral("history"), m_store.history());
        return problemReply(problem);
    }
    const bool doubtful = suspect(request.body);
    QList<IncomingChange> batch;
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto one = incoming(list.at(i), i, doubtful);
        if (!one)
            return errorReply(one.error());
        batch.append(std::move(*one));
    }
    BatchApplier applier(m_store, m_context.reference, m_context.key, m_context.clock);
    auto results = applier.apply(m_who.actor, m_who.device, batch);
    if (!results) {
        qCWarning(lcServer) << "a push failed:" << results.error().detail;
        return errorReply(results.error());
    }
    for (const protocol::ChangeResult &result : std::as_const(*results))
        m_context.metrics.pushed(result.outcome);
    return jsonReply(200, protocol::encode(protocol::PushReply{*results, toIso(m_context.clock.now())}));
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
    const QString cursor = request.query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
    auto page = Feed(m_store, m_context.clock).pull(m_who.actor, cursor, limit);
    if (!page) {
        qCWarning(lcServer) << "a pull failed:" << page.error().detail;
        return errorReply(page.error());
    }
    if (const auto *problem = std::get_if<protocol::Problem>(&*page))
        return problemReply(*problem);
    return jsonReply(200, protocol::write(std::get<protocol::PullReply>(*page)));
}

} // namespace markaz::server
