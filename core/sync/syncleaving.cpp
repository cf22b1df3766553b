// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's part in a revocation: an order is heard in any answer, what is owed is handed in, the server is told.
#include "core/sync/syncengine.h"

#include "core/support/log.h"
#include "core/sync/trustdata.h"

namespace markaz {
namespace {

const QString kKeys = QStringLiteral("/api/v1/public/keys");
const QString kRevocations = QStringLiteral("/api/v1/public/revocations");
const QString kChanges = QStringLiteral("/api/v1/changes");
const QString kWiped = QStringLiteral("/api/v1/session/wiped");
constexpr int kBusy = 503;
constexpr int kNotFound = 404;

/// The server has it for good now: in its place, as a conflict, or in the quarantine with what it rejected.
bool isHandedIn(Outcome outcome)
{
    return outcome != Outcome::Retry && outcome != Outcome::Held;
}

} // namespace

/// Keys are public: a server that does not tell them now is asked again with the next whole pull.
void SyncEngine::askKeys(const std::function<void()> &then)
{
    m_session.callOpenly({"GET", kKeys, {}, {}, 200}, inThisRun([this, then](const Result<ServerAnswer> &answer) {
                             if (!answer)
                                 return fail(answer.error());
                             if (!answer->problem) {
                                 if (auto learnt = m_leaving.learnKeys(answer->body); !learnt)
                                     qCWarning(lcSync) << "the server's keys are not taken:" << learnt.error().detail;
                             }
                             then();
                         }));
}

/// What a server does not tell, or tells wrong, leaves what is known; it is asked again when that is due.
void SyncEngine::askRevocations()
{
    m_session.callOpenly({"GET", kRevocations, {}, {}, 200}, inThisRun([this](const Result<ServerAnswer> &answer) {
                             if (!answer)
                                 return fail(answer.error());
                             TrustData trust(m_parts.state);
                             if (!answer->problem) {
                                 if (auto learnt = trust.learnRevocations(answer->body); !learnt)
                                     qCWarning(lcSync)
                                         << "the list of revoked certificates is not taken:" << learnt.error().detail;
                             }
                             if (!answer->problem || answer->status == kNotFound) { // a server of before tells none
                                 if (auto noted = trust.noteAsked(m_parts.clock.now()); !noted)
                                     return fail(noted.error());
                             }
                             step();
                         }));
}

bool SyncEngine::hearsOrder(const Result<ServerAnswer> &answer)
{
    if (m_run->leaving)
        return false;
    std::optional<DeviceRevocation> order = orderIn(answer);
    if (!order)
        order = m_session.takeOrder();
    if (!order)
        return false;
    m_run->leaving = true; // the answers from here on are about the order
    takeOrder(*order, false);
    return true;
}

void SyncEngine::takeOrder(const DeviceRevocation &order, bool keysAreFresh)
{
    const auto taken = m_leaving.take(order);
    if (!taken && taken.error().code == ErrorCode::NotFound && !keysAreFresh)
        return askKeys([this, order] { takeOrder(order, true); });
    if (!taken) {
        qCWarning(lcSync) << "an order to give this laptop up is not believed:" << taken.error().detail;
        return fail(
            makeError(ErrorCode::Refused, QStringLiteral("an order that is not believed"), taken.error().detail));
    }
    m_run->ordered = true;
    m_run->tried.clear(); // what this run has pushed so far may have been put off or rejected: it is owed
    m_run->retry = false;
    Q_EMIT revoked();
    leave();
}

void SyncEngine::leave()
{
    if (!m_run)
        return; // whoever heard the signal abandoned the run
    setPhase(SyncSnapshot::Phase::Sending);
    setTrouble(SyncSnapshot::Trouble::Revoked, {});
    const auto obeyed = m_leaving.isObeyed();
    if (!obeyed)
        return fail(obeyed.error());
    if (*obeyed)
        return gone();
    auto batch = m_leaving.next(m_run->tried, m_run->batchMost);
    if (!batch)
        return fail(batch.error());
    if (batch->isEmpty() && m_run->retry)
        return fail(SyncFailure{
            makeError(ErrorCode::Refused, QStringLiteral("the server put off what is handed in")), kBusy, {}});
    if (batch->isEmpty())
        return tellGone();
    m_run->batch = std::move(batch).value();
    m_session.call({"POST", kChanges, protocol::encode(m_run->batch.request), {}, 200},
                   inThisRun([this](const Result<ServerAnswer> &answer) { leftBatch(answer); }));
}

void SyncEngine::leftBatch(const Result<ServerAnswer> &answer)
{
    // Without an answer the server has said nothing: that nobody is signed in here is no word of its.
    if (!answer)
        return fail(answer.error());
    // The server has heard of the end already: it has ended the sessions, and opens none to hand in any more.
    if (answer->problem && saysObeyed(*answer->problem))
        return gone();
    const qsizetype size = m_run->batch.rows.size();
    if (answer->status == 413 && size > 1) {
        m_run->batchMost = std::max(1, static_cast<int>(size / 2));
        return leave();
    }
    if (answer->problem && answer->status != 413)
        return fail(SyncFailure{errorOf(*answer->problem), answer->status, answer->retryAfter});
    if (answer->status == 413) // the one change that no server takes
        m_run->tried.insert(m_run->batch.rows.first().position);
    else if (auto heard = hearHandedIn(answer->body); !heard)
        return fail(heard.error());
    leave();
}

/// 2026-11-28: a reply of 200 alone says nothing of a change: one that the server puts off, because its store is full
/// or busy, or that it does not name, is owed as before, and the next run brings it again with the others.
Result<void> SyncEngine::hearHandedIn(const QByteArray &body)
{
    const auto reply = decodeAnswer<protocol::PushReply>(body);
    if (!reply)
        return reply.error();
    QSet<QString> handedIn;
    for (const protocol::ChangeResult &result : reply->results) {
        if (isHandedIn(result.outcome))
            handedIn.insert(result.opId);
    }
    for (const OutboxRow &row : m_run->batch.rows) {
        m_run->tried.insert(row.position);
        if (handedIn.contains(row.change.opId))
            ++m_snapshot.sent;
        else
            m_run->retry = true;
    }
    return {};
}

void SyncEngine::tellGone()
{
    const auto order = m_leaving.order();
    if (!order)
        return fail(order.error());
    if (!*order)
        return fail(makeError(ErrorCode::WrongState, QStringLiteral("there is no order")));
    m_session.call({"POST", kWiped, QJsonObject{{QStringLiteral("revocation"), (*order)->id}}, {}, 204},
                   inThisRun([this](const Result<ServerAnswer> &answer) {
                       if (!answer)
                           return fail(answer.error());
                       // An earlier word of the end may have arrived, and its answer been lost.
                       if (answer->problem && !saysObeyed(*answer->problem))
                           return fail(SyncFailure{errorOf(*answer->problem), answer->status, answer->retryAfter});
                       gone();
                   }));
}

/// Whoever hears handedIn() destroys the key, and with it all that is still owed: only the server's own word leads
/// here.
void SyncEngine::gone()
{
    Q_EMIT handedIn();
    if (!m_run)
        return; // whoever heard the signal abandoned the run
    finish(SyncFailure{
        makeError(ErrorCode::NotAllowed, QStringLiteral("this laptop was revoked"), protocol::code::kDeviceRevoked),
        403,
        {}});
}

} // namespace markaz
