// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncengine.h"

#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/sync/trustdata.h"
#include "core/sync/witnesses.h"

namespace markaz {
namespace {

const QString kChanges = QStringLiteral("/api/v1/changes");
constexpr int kTooLarge = 413;
constexpr int kBadRequest = 400;
constexpr int kGone = 410;
constexpr int kConflict = 409;

SyncFailure failureOf(const ServerAnswer &answer)
{
    return {errorOf(*answer.problem), answer.status, answer.retryAfter};
}

} // namespace

SyncEngine::SyncEngine(SyncParts &parts, Session &session, Surroundings surroundings)
    : m_parts(parts)
    , m_session(session)
    , m_surroundings(std::move(surroundings))
    , m_push(parts)
    , m_pull(parts)
    , m_leaving(parts)
    , m_backoff(m_surroundings.jitter)
{
    m_snapshot.server = m_surroundings.server;
    recount();
}

void SyncEngine::run()
{
    if (m_run) {
        m_again = true;
        return;
    }
    ++m_generation;
    m_run = Run();
    m_again = false;
    m_snapshot.sent = 0;
    m_snapshot.received = 0;
    m_snapshot.nextRun = {};
    if (const auto told = m_session.takeOrder()) { // by a sign-in
        m_run->leaving = true;
        return takeOrder(*told, false);
    }
    if (m_offline)
        return finish(SyncFailure{makeError(ErrorCode::NetworkUnreachable, QStringLiteral("working offline")), 0, {}});
    auto order = m_leaving.order();
    if (!order)
        return fail(order.error());
    if (*order) {
        m_run->leaving = true;
        m_run->ordered = true;
        Q_EMIT revoked();
        return leave();
    }
    auto account = signedInAccount(m_parts.state);
    if (!account)
        return fail(account.error());
    if (!*account) {
        m_run->nobody = true;
        return fail(makeError(ErrorCode::Unauthenticated, QStringLiteral("nobody is signed in")));
    }
    auto pruned = m_parts.outbox.prune(m_parts.clock.now().addDays(-syncpolicy::kKeepDays));
    if (!pruned)
        return fail(pruned.error());
    auto cursor = m_parts.state.value(state::kCursor);
    if (!cursor)
        return fail(cursor.error());
    recount();
    m_run->pullFirst = cursor->isEmpty(); // so that the first push already names the server's history
    step();
}

void SyncEngine::abandon()
{
    if (!m_run)
        return;
    ++m_generation;
    m_run.reset();
    m_snapshot.phase = SyncSnapshot::Phase::Idle;
    recount();
}

ServerClient::Reply SyncEngine::inThisRun(std::function<void(const Result<ServerAnswer> &)> then)
{
    return [this, generation = m_generation, then = std::move(then)](const Result<ServerAnswer> &answer) {
        if (generation == m_generation && m_run && !hearsOrder(answer))
            then(answer);
    };
}

/// Push before pull: what the server then sends already holds our changes. Rows that were made meanwhile go too, each
/// row once in a run, so a run ends.
void SyncEngine::step()
{
    if (!m_run)
        return; // whoever heard the last signal abandoned the run
    if (m_run->pullFirst && m_run->mustPull)
        return pull();
    auto batch = m_push.next(m_run->tried, m_run->batchMost);
    if (!batch)
        return fail(batch.error());
    m_run->batch = std::move(batch).value();
    if (!m_run->batch.isEmpty())
        return push();
    if (m_run->mustPull)
        return pull();
    finish(m_run->pullRefused);
}

void SyncEngine::push()
{
    setPhase(SyncSnapshot::Phase::Sending);
    m_session.call({"POST", kChanges, protocol::encode(m_run->batch.request), {}, 200},
                   inThisRun([this](const Result<ServerAnswer> &answer) { pushed(answer); }));
}

void SyncEngine::pushed(const Result<ServerAnswer> &answer)
{
    if (!answer)
        return fail(answer.error());
    if (answer->problem)
        return pushRefused(*answer);
    auto reply = decodeAnswer<protocol::PushReply>(answer->body);
    if (!reply)
        return fail(reply.error());
    auto settled = m_push.settle(m_run->batch, *reply);
    if (!settled)
        return fail(settled.error());
    for (const OutboxRow &row : m_run->batch.rows)
        m_run->tried.insert(row.position);
    m_run->retry = m_run->retry || settled->retry;
    m_run->mustPull = !m_run->pullRefused;
    m_snapshot.sent += settled->left;
    recount();
    Q_EMIT outboxChanged();
    Q_EMIT recordsChanged();
    step();
}

void SyncEngine::pushRefused(const ServerAnswer &answer)
{
    const qsizetype size = m_run->batch.rows.size();
    if (answer.status == kTooLarge && size > 1) {
        m_run->batchMost = std::max(1, static_cast<int>(size / 2));
        return step();
    }
    if (answer.status == kTooLarge) {
        if (auto refused = m_push.refuseAsTooLarge(m_run->batch); !refused)
            return fail(refused.error());
        ++m_snapshot.sent;
        recount();
        Q_EMIT outboxChanged();
        return step();
    }
    if (answer.status == kConflict && answer.problem->code == protocol::code::kHistoryChanged) {
        // The feed names the new history; the pull turns to it and lines up what has to go again.
        m_run->pullFirst = true;
        m_run->mustPull = true;
        if (++m_run->restarts <= syncpolicy::kPullRestarts)
            return step();
    }
    fail(failureOf(answer));
}

void SyncEngine::pull()
{
    if (!m_run)
        return;
    setPhase(SyncSnapshot::Phase::Receiving);
    auto path = m_pull.path(m_pullMost);
    if (!path)
        return fail(path.error());
    auto witness = Witnesses(m_parts.state, m_parts.clock).header();
    if (!witness)
        return fail(witness.error());
    ServerCall call{"GET", *path, {}, {}, 200};
    if (!witness->isEmpty())
        call.headers.insert(protocol::header::kWitness, *witness);
    m_session.call(call, inThisRun([this](const Result<ServerAnswer> &answer) { pulled(answer); }));
}

void SyncEngine::pulled(const Result<ServerAnswer> &answer)
{
    if (!answer && answer.error().code == ErrorCode::TooLarge && m_pullMost > 1) {
        m_pullMost /= 2;
        return pull();
    }
    if (!answer)
        return fail(answer.error());
    if (answer->problem)
        return pullRefused(*answer);
    auto page = protocol::readPullReply(answer->body);
    if (!page)
        return pullFails({inAnswer(page.error()), 0, {}});
    int changedRecords = 0;
    auto applied = m_pull.apply(*page, changedRecords);
    if (!applied)
        return fail(applied.error());
    m_snapshot.received += changedRecords;
    if (changedRecords > 0)
        Q_EMIT recordsChanged();
    switch (*applied) {
    case PullSide::Applied::More:
        recount();
        return pull();
    case PullSide::Applied::BeginAnew:
        m_run->tried.clear(); // rows that were answered by the other history are asked again
        Q_EMIT outboxChanged();
        if (++m_run->restarts > syncpolicy::kPullRestarts)
            return fail(makeError(ErrorCode::Malformed, QStringLiteral("the history changes with every page")));
        return pull();
    case PullSide::Applied::Last:
        break;
    }
    pulledWhole(*page);
}

void SyncEngine::pulledWhole(const protocol::PullReply &page)
{
    auto anew = m_pull.digestAsksAnew(page.digest);
    if (!anew)
        return fail(anew.error());
    if (*anew)
        return restartPull({});
    m_run->mustPull = false;
    m_run->pullFirst = false;
    m_pullMost = std::min(m_pullMost * 2, syncpolicy::kPullLimit); // one large record is past
    recount();
    const auto due = TrustData(m_parts.state).isDue(m_parts.clock.now());
    if (!due)
        return fail(due.error());
    if (!*due)
        return step();
    askKeys([this] { askRevocations(); });
}

void SyncEngine::pullRefused(const ServerAnswer &answer)
{
    // Another history: the first page from nothing names it, and lines up what has to go again. A cursor that the
    // server does not know as its own leads nowhere for ever: from nothing, too.
    const bool lostPlace = answer.status == kBadRequest && answer.problem->code == protocol::code::kMalformed;
    if (answer.status == kGone || (lostPlace && m_run->restarts == 0) ||
        (answer.status == kConflict && answer.problem->code == protocol::code::kHistoryChanged))
        return restartPull({});
    if (answer.status == kConflict && answer.problem->code == protocol::code::kScopeChanged) {
        QStringList drop;
        const QJsonArray provinces = answer.problem->more.value(QStringLiteral("drop")).toArray();
        for (const auto &province : provinces)
            drop.append(province.toString());
        return restartPull(drop);
    }
    pullFails(failureOf(answer));
}

/// What cannot be pulled must not keep back what waits: a program that is too old to pull (426) may still push.
void SyncEngine::pullFails(const SyncFailure &failure)
{
    if (failure.status == 401 || isTransient(failure.status))
        return fail(failure);
    m_run->pullRefused = failure;
    m_run->mustPull = false;
    step();
}

void SyncEngine::restartPull(const QStringList &drop)
{
    if (++m_run->restarts > syncpolicy::kPullRestarts)
        return fail(makeError(ErrorCode::Malformed, QStringLiteral("every pull is to begin anew")));
    if (auto begun = m_pull.beginAnew(drop); !begun)
        return fail(begun.error());
    if (!drop.isEmpty())
        Q_EMIT recordsChanged();
    pull();
}

void SyncEngine::fail(const Error &error)
{
    fail(SyncFailure{error, 0, {}});
}

void SyncEngine::fail(const SyncFailure &failure)
{
    finish(failure);
}

void SyncEngine::finish(std::optional<SyncFailure> failure)
{
    using Trouble = SyncSnapshot::Trouble;
    const bool retry = m_run->retry;
    const bool ordered = m_run->ordered;
    const bool nobody = m_run->nobody;
    m_run.reset();
    m_snapshot.phase = SyncSnapshot::Phase::Idle;
    qint64 next = syncpolicy::kPollEvery.count();
    qint64 atLeast = 0;
    if (!failure) {
        setTrouble(Trouble::None, {});
        if (retry)
            next = m_backoff.next().count();
        else
            m_backoff.reset();
        if (m_again)
            next = syncpolicy::kSoon.count();
    } else {
        Trouble trouble = troubleOf(*failure);
        const bool noNetwork = m_surroundings.networkThere && !m_surroundings.networkThere();
        if (m_offline || (trouble == Trouble::NotReached && failure->status == 0 && noNetwork))
            trouble = Trouble::Offline;
        if (ordered && trouble != Trouble::SignInNeeded) // without a session nothing can be handed in
            trouble = Trouble::Revoked;
        const bool distrust = trouble == Trouble::NotTrusted; // its detail ends with the certificate that was met
        setTrouble(trouble,
                   distrust || failure->error.where.isEmpty()
                       ? failure->error.detail
                       : failure->error.detail + QStringLiteral(": ") + failure->error.where,
                   distrust ? failure->error.where : QString());
        if (!nobody)
            qCInfo(lcSync) << "a run ended early:" << token(failure->error.code) << failure->error.detail;
        next = m_backoff.next(*failure).count();
        if (failure->retryAfter)
            atLeast = failure->retryAfter->count();
        next = std::max(next, atLeast);
        if (m_offline || !worthRetry(failure->error))
            next = -1;
    }
    m_again = false;
    m_snapshot.nextRun = next < 0 ? QDateTime() : m_parts.clock.now().addMSecs(next);
    recount();
    const bool clean = m_snapshot.trouble == Trouble::None && m_snapshot.waiting == 0 && m_snapshot.rejected == 0 &&
                       m_snapshot.conflicts == 0;
    Q_EMIT wantsRunIn(next, atLeast);
    Q_EMIT runFinished(clean);
}

} // namespace markaz
