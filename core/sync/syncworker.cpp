// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncworker.h"

#include "core/protocol/serveraddress.h"
#include "core/support/log.h"
#include "core/sync/httptransport.h"

#include <QRandomGenerator>

namespace markaz {

namespace {

Result<QJsonObject> bodyOf(const Result<ServerAnswer> &answer)
{
    if (!answer)
        return answer.error();
    if (answer->problem) {
        Error error = errorOf(*answer->problem, answer->retryAfter);
        if (error.detail != protocol::code::kBusy)
            error.where = answer->problem->more.value(QStringLiteral("field")).toString();
        return error;
    }
    if (answer->body.isEmpty())
        return QJsonObject();
    auto body = protocol::parseBody(answer->body, protocol::kMaxReply);
    return body ? body : Result<QJsonObject>(inAnswer(body.error()));
}

} // namespace

/// In the order of making; destroyed backwards, so that whoever hears answers goes before the transport that brings
/// them, and the connection goes last.
struct SyncWorker::Laptop
{
    Laptop(std::unique_ptr<Database> opened, const SyncSetup &setup, const Sealer &sealer)
        : database(std::move(opened))
        , ids(clock)
        , records(*database, sealer)
        , outbox(*database, sealer)
        , state(*database)
        , parts{*database, records, outbox, state, clock, ids}
        , transport(setup.transport ? setup.transport() : std::make_unique<HttpTransport>(setup.server, setup.pins))
        , client(*transport, state, clock, ids)
        , session(client, parts, sealer, serverPlace(setup.server))
        , engine(parts, session, surroundings(setup.server))
    {
    }

    static SyncEngine::Surroundings surroundings(const QUrl &server)
    {
        // A server on this computer needs no network.
        const bool here = server.scheme() == QLatin1String("http");
        return {[] { return QRandomGenerator::global()->generateDouble(); },
                here ? std::function<bool()>() : std::function<bool()>(networkIsThere), server.toString()};
    }

    std::unique_ptr<Database> database;
    SystemClock clock;
    Uuid7Source ids;
    RecordRepository records;
    OutboxRepository outbox;
    SyncStateRepository state;
    SyncParts parts;
    std::unique_ptr<Transport> transport;
    ServerClient client;
    Session session;
    SyncEngine engine;
};

SyncWorker::SyncWorker(SyncSetup setup, std::shared_ptr<const Sealer> sealer)
    : m_setup(std::move(setup))
    , m_sealer(std::move(sealer))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::begin()
{
    build();
    if (!m_laptop)
        return;
    SyncEngine &engine = m_laptop->engine;
    connect(&engine, &SyncEngine::changed, this, &SyncWorker::changed);
    connect(&engine, &SyncEngine::recordsChanged, this, &SyncWorker::recordsChanged);
    connect(&engine, &SyncEngine::outboxChanged, this, &SyncWorker::outboxChanged);
    connect(&engine, &SyncEngine::revoked, this, &SyncWorker::revoked);
    connect(&engine, &SyncEngine::handedIn, this, &SyncWorker::handedIn);
    connect(&engine, &SyncEngine::runFinished, this, &SyncWorker::runFinished);
    connect(&engine, &SyncEngine::runFinished, this, [this] {
        if (m_laptop->engine.snapshot().trouble == SyncSnapshot::Trouble::None)
            Q_EMIT serverAnswered();
    });
    connect(&engine, &SyncEngine::wantsRunIn, this, &SyncWorker::schedule);
    connect(&m_timer, &QTimer::timeout, &engine, &SyncEngine::run);
    Q_EMIT changed(engine.snapshot());
    if (engine.snapshot().trouble != SyncSnapshot::Trouble::SignInNeeded)
        engine.run();
}

void SyncWorker::build()
{
    // The program has checked the file when it opened the cache.
    auto opened = Database::openSqlite(m_setup.cachePath, Database::Check::None);
    if (opened) {
        m_laptop = std::make_unique<Laptop>(std::move(opened).value(), m_setup, *m_sealer);
        return;
    }
    m_broken = opened.error();
    qCWarning(lcSync) << "sync has no cache:" << opened.error().detail;
    SyncSnapshot snapshot;
    snapshot.trouble = SyncSnapshot::Trouble::StorageFailed;
    snapshot.troubleSince = SystemClock().now();
    snapshot.server = m_setup.server.toString();
    snapshot.detail = opened.error().detail;
    Q_EMIT changed(snapshot);
}

void SyncWorker::schedule(qint64 milliseconds, qint64 atLeast)
{
    m_notBefore.setRemainingTime(atLeast);
    if (milliseconds < 0)
        m_timer.stop();
    else
        m_timer.start(std::chrono::milliseconds(milliseconds));
}

void SyncWorker::syncNow()
{
    if (!m_laptop)
        return;
    if (m_notBefore.hasExpired())
        m_laptop->engine.run();
    else
        m_timer.start(std::chrono::milliseconds(m_notBefore.remainingTime()));
}

void SyncWorker::noteLocalChange()
{
    if (!m_laptop)
        return;
    SyncEngine &engine = m_laptop->engine;
    engine.recount();
    if (engine.isRunning())
        return engine.run();
    // In trouble the backoff decides; its timer stands.
    if (engine.snapshot().trouble == SyncSnapshot::Trouble::None)
        m_timer.start(syncpolicy::kSoon);
}

void SyncWorker::signIn(const QString &username, const QString &password)
{
    beginSession([&](Session &session, Session::SignedIn reply) {
        session.signIn(username, password, m_setup.deviceName, std::move(reply));
    });
}

void SyncWorker::enrol(const QString &username, const QString &code, const QString &password)
{
    beginSession([&](Session &session, Session::SignedIn reply) {
        session.enrol(username, code, password, m_setup.deviceName, std::move(reply));
    });
}

void SyncWorker::beginSession(const std::function<void(Session &, Session::SignedIn)> &how)
{
    if (!m_laptop) {
        Q_EMIT signInFailed(m_broken.value_or(Error{}));
        return;
    }
    // What another session asked for must not arrive in this one.
    m_laptop->engine.abandon();
    m_timer.stop();
    how(m_laptop->session, [this](const Result<Actor> &account) {
        SyncEngine &engine = m_laptop->engine;
        if (account) {
            engine.noteSession(true);
            Q_EMIT recordsChanged(); // another account's records may have gone
            Q_EMIT signedIn(*account);
            engine.run();
            return;
        }
        engine.recount();
        Q_EMIT signInFailed(account.error());
        if (account.error().detail == protocol::code::kDeviceRevoked)
            engine.run(); // under the order that came along
        else if (engine.snapshot().trouble != SyncSnapshot::Trouble::SignInNeeded)
            m_timer.start(syncpolicy::kSoon); // the session that there was goes on
    });
}

void SyncWorker::signOut()
{
    if (!m_laptop)
        return;
    m_laptop->engine.abandon();
    m_timer.stop();
    if (auto out = m_laptop->session.signOut(); !out)
        return m_laptop->engine.noteFailure(out.error()); // still signed in
    m_laptop->engine.noteSession(false);
    Q_EMIT signedOut();
}

void SyncWorker::pullSoon()
{
    if (m_laptop && !m_laptop->engine.isRunning() && m_laptop->engine.snapshot().trouble == SyncSnapshot::Trouble::None)
        m_timer.start(syncpolicy::kSoon);
    else if (m_laptop && m_laptop->engine.isRunning())
        m_laptop->engine.run();
}

void SyncWorker::ask(quint64 question, const AdminRequest &request)
{
    if (!m_laptop) {
        Q_EMIT answered(question, {{}, m_broken.value_or(Error{})});
        return;
    }
    if (m_laptop->engine.isOffline()) {
        Q_EMIT answered(question, {{}, makeError(ErrorCode::NetworkUnreachable, QStringLiteral("working offline"))});
        return;
    }
    const ServerCall call{request.method, request.path, request.body, {}, request.expected};
    const auto reply = [this, question](const Result<ServerAnswer> &answer) {
        const auto body = bodyOf(answer);
        if (body)
            Q_EMIT answered(question, {*body, {}});
        else
            Q_EMIT answered(question, {{}, body.error()});
    };
    if (request.openly)
        m_laptop->session.callOpenly(call, reply);
    else
        m_laptop->session.call(call, reply);
}

void SyncWorker::giveToken(quint64 question, const QString &rejected)
{
    if (!m_laptop) {
        Q_EMIT tokenGiven(question, {{}, m_broken.value_or(Error{}), false});
        return;
    }
    m_laptop->session.accessToken(
        rejected, [this, question](const TokenSource::Given &given) { Q_EMIT tokenGiven(question, given); });
}

void SyncWorker::setOffline(bool offline)
{
    if (m_laptop)
        m_laptop->engine.setOffline(offline);
}

} // namespace markaz
