// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/fileworker.h"

#include "core/support/log.h"
#include "core/sync/httptransport.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

namespace markaz {

/// In the order of making; destroyed backwards, as in SyncWorker.
struct FileWorker::Desk
{
    Desk(std::unique_ptr<Database> opened, const SyncSetup &setup, const Sealer &sealer, TokenSource &tokens)
        : database(std::move(opened))
        , ids(clock)
        , records(*database, sealer)
        , files(*database)
        , state(*database)
        , store(setup.filesFolder, sealer)
        , parts{*database, records, files, state, store, clock}
        , transport(setup.transport ? setup.transport() : std::make_unique<HttpTransport>(setup.server, setup.pins))
        , client(*transport, state, clock, ids)
        , calls(client, tokens)
        , engine(parts, calls, surroundings(setup.server))
    {
    }

    FileEngine::Surroundings surroundings(const QUrl &server)
    {
        stopwatch.start();
        const bool here = server.scheme() == QLatin1String("http"); // a server on this computer needs no network
        return {[] { return QRandomGenerator::global()->generateDouble(); },
                [this] { return std::chrono::milliseconds(stopwatch.elapsed()); },
                here ? std::function<bool()>() : std::function<bool()>(networkIsThere)};
    }

    std::unique_ptr<Database> database;
    SystemClock clock;
    QElapsedTimer stopwatch;
    Uuid7Source ids;
    RecordRepository records;
    FileRepository files;
    SyncStateRepository state;
    ContentStore store;
    FileParts parts;
    std::unique_ptr<Transport> transport;
    ServerClient client;
    AuthorizedCalls calls;
    FileEngine engine;
};

FileWorker::FileWorker(SyncSetup setup, std::shared_ptr<const Sealer> sealer)
    : m_setup(std::move(setup))
    , m_sealer(std::move(sealer))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    qRegisterMetaType<TokenSource::Given>();
}

FileWorker::~FileWorker() = default;

void FileWorker::begin()
{
    auto opened = Database::openSqlite(m_setup.cachePath, Database::Check::None);
    if (!opened) {
        qCWarning(lcSync) << "files have no cache:" << opened.error().detail;
        FileFigures figures;
        figures.pause = FileFigures::Pause::StorageFailed;
        figures.pausedSince = SystemClock().now();
        figures.detail = opened.error().detail;
        Q_EMIT changed(figures);
        return;
    }
    m_desk = std::make_unique<Desk>(std::move(opened).value(), m_setup, *m_sealer, *this);
    if (const auto sealed = m_desk->store.sealWhatIsClear(); !sealed)
        qCWarning(lcSync) << "a file could not be sealed:" << sealed.error().detail << sealed.error().where;
    FileEngine &engine = m_desk->engine;
    connect(&engine, &FileEngine::changed, this, &FileWorker::changed);
    connect(&engine, &FileEngine::fileSent, this, &FileWorker::fileSent);
    connect(&engine, &FileEngine::fileCame, this, &FileWorker::fileCame);
    connect(&engine, &FileEngine::runFinished, this, &FileWorker::runFinished);
    connect(&engine, &FileEngine::wantsRunIn, this, &FileWorker::schedule);
    connect(&m_timer, &QTimer::timeout, &engine, &FileEngine::run);
    Q_EMIT changed(engine.figures());
    m_timer.start(syncpolicy::kSoon); // the records go first
}

void FileWorker::schedule(qint64 milliseconds, qint64 atLeast)
{
    m_notBefore.setRemainingTime(atLeast);
    if (milliseconds < 0)
        m_timer.stop();
    else
        m_timer.start(std::chrono::milliseconds(milliseconds));
}

void FileWorker::syncNow()
{
    if (!m_desk)
        return;
    if (m_notBefore.hasExpired())
        m_desk->engine.run();
    else
        m_timer.start(std::chrono::milliseconds(m_notBefore.remainingTime()));
}

void FileWorker::noteChange()
{
    if (!m_desk)
        return;
    FileEngine &engine = m_desk->engine;
    engine.recount();
    if (engine.isRunning())
        return engine.run();
    if (engine.figures().pause == FileFigures::Pause::None)
        m_timer.start(syncpolicy::kSoon);
}

void FileWorker::noteServer()
{
    if (m_desk && m_desk->engine.serverMayBeBack() && m_notBefore.hasExpired())
        m_desk->engine.run();
}

void FileWorker::noteSession(bool signedIn)
{
    if (m_desk)
        m_desk->engine.noteSession(signedIn);
}

void FileWorker::setOffline(bool offline)
{
    if (m_desk)
        m_desk->engine.setOffline(offline);
}

void FileWorker::accessToken(const QString &rejected, TokenSource::Reply reply)
{
    m_asking[++m_questions] = std::move(reply);
    Q_EMIT tokenWanted(m_questions, rejected);
}

void FileWorker::giveToken(quint64 question, const TokenSource::Given &given)
{
    if (const TokenSource::Reply reply = m_asking.take(question))
        reply(given);
}

} // namespace markaz
