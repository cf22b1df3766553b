// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fileengine.h"

#include "core/support/log.h"

namespace markaz {
namespace {

using Pause = FileFigures::Pause;
constexpr int kServerFull = 507;
constexpr qint64 kLeastWait = 1000; ///< milliseconds: one file that fails at once must not be all that is tried

/// The disk does not give or take the bytes of this one file: the content store names it by its hash, a database error
/// names the database.
bool ownBytesFailed(const Error &error, const FileJob &job)
{
    return error.code == ErrorCode::StorageFailed && error.where.endsWith(job.sha256);
}

/// The way is bad, or whoever answered is not our server, or this laptop's cache is: no file can go. Anything else
/// concerns the one file.
bool concernsAll(const Error &error, const FileJob &job)
{
    if (ownBytesFailed(error, job))
        return false;
    switch (error.code) {
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout:
    case ErrorCode::NotOurServer:
    case ErrorCode::NotTrusted:
    case ErrorCode::Unauthenticated:
    case ErrorCode::InvalidValue:
    case ErrorCode::StorageBusy:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageCorrupt:
    case ErrorCode::StorageFailed:
    case ErrorCode::StorageTooNew:
        return true;
    default:
        return false;
    }
}

Pause pauseOf(const SyncFailure &failure)
{
    using Trouble = SyncSnapshot::Trouble;
    if (failure.status == kServerFull)
        return Pause::ServerFull;
    switch (troubleOf(failure)) {
    case Trouble::Offline:
        return Pause::Offline;
    case Trouble::NotOurServer:
        return Pause::NotOurServer;
    case Trouble::SignInNeeded:
        return Pause::SignInNeeded;
    case Trouble::ServerRefused:
        return Pause::ServerRefused;
    case Trouble::StorageFailed:
        return Pause::StorageFailed;
    default:
        return Pause::NotReached;
    }
}

} // namespace

FileEngine::FileEngine(FileParts &parts, AuthorizedCalls &calls, Surroundings surroundings)
    : m_parts(parts)
    , m_calls(calls)
    , m_surroundings(std::move(surroundings))
    , m_upload(parts, m_upChunk)
    , m_download(parts, m_downChunk)
    , m_backoff(m_surroundings.jitter)
{
    recount();
}

void FileEngine::run()
{
    if (m_run) {
        m_again = true;
        return;
    }
    ++m_generation;
    m_run = Run();
    m_again = false;
    m_upload.doubt();
    if (m_offline)
        return finish(SyncFailure{makeError(ErrorCode::NetworkUnreachable, QStringLiteral("working offline")), 0, {}});
    auto account = signedInAccount(m_parts.state);
    if (!account)
        return fail({account.error(), 0, {}});
    if (!*account)
        return fail({makeError(ErrorCode::Unauthenticated, QStringLiteral("nobody is signed in")), 0, {}});
    const auto queued = [&]() -> Result<void> {
        auto transaction = Transaction::begin(m_parts.database);
        if (!transaction)
            return transaction.error();
        if (auto tidied = m_parts.files.tidy(); !tidied)
            return tidied;
        // An officer reviews offline too: what is to be reviewed comes by itself, everything else when it is asked for.
        if ((*account)->role == Role::Officer) {
            if (auto wanted = queueUnderReview(); !wanted)
                return wanted;
        }
        return transaction->commit();
    }();
    if (!queued)
        return fail({queued.error(), 0, {}});
    if (auto swept = sweep(); !swept)
        return fail({swept.error(), 0, {}});
    recount();
    step();
}

Result<void> FileEngine::queueUnderReview()
{
    auto rows = m_parts.files.underReview();
    if (!rows)
        return rows.error();
    for (const EvidenceRow &row : std::as_const(*rows)) {
        if (m_parts.store.has(row.sha256))
            continue;
        if (auto queued = m_parts.files.queueDownload(row.sha256, row.size, false); !queued)
            return queued;
    }
    return {};
}

void FileEngine::abandon()
{
    if (!m_run)
        return;
    ++m_generation;
    m_run.reset();
    m_upload.doubt();
    recount();
}

void FileEngine::step()
{
    while (m_run) {
        auto job = m_parts.files.next(m_parts.clock.now());
        if (!job)
            return fail({job.error(), 0, {}});
        if (!*job)
            return finish(std::nullopt);
        if (begin(**job))
            return;
    }
}

bool FileEngine::begin(const FileJob &job)
{
    Result<std::optional<ServerCall>> call = std::optional<ServerCall>();
    if (job.direction == FileDirection::Down) {
        call = m_download.next(job);
    } else if (auto next = m_upload.next(job)) {
        call = std::optional<ServerCall>(std::move(next).value());
    } else {
        call = next.error();
    }
    Result<void> settled;
    if (!call && concernsAll(call.error(), job)) {
        fail({call.error(), 0, {}});
        return true;
    }
    if (!call && ownBytesFailed(call.error(), job))
        settled = later(job, call.error());
    else if (!call)
        settled = settle(job, {FileStep::Kind::Refused, {call.error(), 0, {}}});
    else if (!*call)
        settled = settle(job, FileStep::of(FileStep::Kind::Done));
    if (!settled) {
        fail({settled.error(), 0, {}});
        return true;
    }
    if (!call || !*call)
        return false;
    send(job, **call);
    return true;
}

void FileEngine::send(const FileJob &job, const ServerCall &call)
{
    m_run->job = job;
    m_run->call = call;
    m_run->began = m_surroundings.stopwatch();
    showCurrent(job);
    m_calls.call(call, [this, generation = m_generation](const Result<ServerAnswer> &answer) {
        if (generation == m_generation && m_run)
            answered(answer);
    });
}

void FileEngine::answered(const Result<ServerAnswer> &answer)
{
    const FileJob job = m_run->job;
    const ServerCall call = m_run->call;
    const bool up = job.direction == FileDirection::Up;
    if (!answer) {
        (up ? m_upChunk : m_downChunk).failed();
        return fail({answer.error(), 0, {}});
    }
    const auto took = m_surroundings.stopwatch() - m_run->began;
    auto step = up ? m_upload.take(job, call, *answer, took) : m_download.take(job, call, *answer, took);
    if (!step && concernsAll(step.error(), job))
        return fail({step.error(), 0, {}});
    if (step && step->kind == FileStep::Kind::Pause)
        return fail(step->failure);
    const auto settled = step ? settle(job, *step) : later(job, step.error());
    if (!settled)
        return fail({settled.error(), 0, {}});
    this->step();
}

Result<void> FileEngine::settle(const FileJob &job, const FileStep &step)
{
    switch (step.kind) {
    case FileStep::Kind::Moved:
        m_run->stalls = 0;
        m_backoff.reset();
        setPause(Pause::None, {});
        recount();
        return {};
    case FileStep::Kind::Stalled: {
        // Each of these is an ordinary answer; a server that never lets a file move is waited for like a bad line.
        m_run->stalls = m_run->stalledJob == job.id ? m_run->stalls + 1 : 1;
        m_run->stalledJob = job.id;
        if (m_run->stalls > syncpolicy::kFileStalls) {
            m_run->stalls = 0;
            return later(job, makeError(ErrorCode::Malformed, QStringLiteral("no answer brings it further")));
        }
        return {};
    }
    case FileStep::Kind::Done:
        return done(job);
    case FileStep::Kind::Refused: {
        qCInfo(lcSync) << "a file waits for a person:" << step.failure.error.detail;
        const Error &why = step.failure.error;
        const QString word =
            why.code == ErrorCode::Refused || why.code == ErrorCode::Tampered ? why.detail : token(why.code);
        auto refused = m_parts.files.refuse(job.id, word);
        recount();
        return refused;
    }
    default:
        return later(job, step.failure.error);
    }
}

Result<void> FileEngine::later(const FileJob &job, const Error &why)
{
    m_upload.doubt();
    qCInfo(lcSync) << "a file waits a while:" << why.detail;
    auto waits = m_parts.files.failed(job.id, why.code == ErrorCode::Refused ? why.detail : token(why.code),
                                      m_parts.clock.now().addMSecs(std::max<qint64>(
                                          kLeastWait, fullJitter(job.attempts, m_surroundings.jitter()).count())));
    recount();
    return waits;
}

Result<void> FileEngine::done(const FileJob &job)
{
    if (auto finished = m_parts.files.finish(job); !finished)
        return finished;
    m_run->stalls = 0;
    m_backoff.reset();
    setPause(Pause::None, {});
    if (job.direction == FileDirection::Up)
        ++m_figures.sent;
    recount();
    if (job.direction == FileDirection::Up)
        Q_EMIT fileSent(job.sha256);
    else
        Q_EMIT fileCame(job.sha256);
    return {};
}

void FileEngine::fail(const SyncFailure &failure)
{
    m_upload.doubt();
    finish(failure);
}

void FileEngine::finish(const std::optional<SyncFailure> &failure)
{
    m_run.reset();
    qint64 next = -1;
    qint64 atLeast = 0;
    if (!failure) {
        setPause(Pause::None, {});
        m_backoff.reset();
        const QDateTime now = m_parts.clock.now();
        const auto due = m_parts.files.nextDue(now);
        if (m_again)
            next = syncpolicy::kSoon.count();
        else if (due && *due)
            next = std::max<qint64>(0, now.msecsTo(**due));
    } else {
        Pause pause = pauseOf(*failure);
        const bool noNetwork = m_surroundings.networkThere && !m_surroundings.networkThere();
        if (m_offline || (pause == Pause::NotReached && failure->status == 0 && noNetwork))
            pause = Pause::Offline;
        setPause(pause, failure->error.detail);
        if (pause != Pause::SignInNeeded) // that a session has ended, the side of the records says
            qCInfo(lcSync) << "files pause:" << token(failure->error.code) << failure->error.detail;
        if (failure->retryAfter)
            atLeast = failure->retryAfter->count();
        next = std::max(static_cast<qint64>(m_backoff.next(*failure).count()), atLeast);
        if (m_offline || !worthRetry(failure->error))
            next = -1;
    }
    m_again = false;
    recount();
    Q_EMIT wantsRunIn(next, atLeast);
    Q_EMIT runFinished();
}

} // namespace markaz
