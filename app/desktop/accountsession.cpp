// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/accountsession.h"

#include "core/protocol/messages.h"
#include "core/storage/contentstore.h"
#include "core/support/log.h"
#include "core/sync/statenames.h"
#include "core/workflow/evidence.h"

#include <QJsonDocument>
#include <QSysInfo>

#include <chrono>

namespace markaz::desktop {
namespace {

const QString kSample = QStringLiteral("sample_data");
const QString kUnfinished = QStringLiteral("unfinished");
const QString kUnfinishedDamaged = QStringLiteral("unfinished_damaged");
const QString kUnfinishedPlace = QStringLiteral("sync_state|unfinished|value");

} // namespace

Result<std::unique_ptr<AccountSession>> AccountSession::open(const QString &folder, SecretKey key, const QUrl &server,
                                                             const Gazetteer &gazetteer, const Clock &clock,
                                                             const QStringList &pins)
{
    const auto readPins = ServerPins::of(pins);
    if (!readPins)
        return readPins.error();
    auto lock = std::make_unique<QLockFile>(folder + QStringLiteral("/lock"));
    lock->setStaleLockTime(0); // only the end of its process makes a lock stale, not its age
    if (!lock->tryLock(0)) {
        if (lock->error() == QLockFile::LockFailedError)
            return makeError(ErrorCode::StorageBusy, QStringLiteral("another process has it open"), folder);
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the folder cannot be locked"), folder);
    }
    const QString path = cachePathIn(folder);
    auto mark = std::make_unique<OpenMark>(path);
    auto cache = openCache(path, gazetteer, clock, mark->wasLeft() ? Look::Thorough : Look::Quick);
    if (!cache)
        return cache.error();
    mark->noteOpened();
    return std::unique_ptr<AccountSession>(new AccountSession(std::move(lock), std::move(mark),
                                                              std::move(cache->database), std::move(key),
                                                              cache->movedAside, path, server, *readPins, clock));
}

AccountSession::AccountSession(std::unique_ptr<QLockFile> lock, std::unique_ptr<OpenMark> mark,
                               std::unique_ptr<Database> database, SecretKey key, std::optional<MovedAside> movedAside,
                               const QString &cachePath, const QUrl &server, const ServerPins &pins, const Clock &clock)
    : m_lock(std::move(lock))
    , m_mark(std::move(mark))
    , m_clock(clock)
    , m_copies(cachePath)
    , m_database(std::move(database))
    , m_key(std::move(key))
    , m_sealer(std::make_shared<const ColumnSealer>(m_key))
    , m_records(*m_database, *m_sealer)
    , m_outbox(*m_database, *m_sealer)
    , m_state(*m_database)
    , m_ids(clock)
    , m_workspace{*m_database, m_records, m_outbox, clock, m_ids, m_notifier}
    , m_movedAside(std::move(movedAside))
{
    SyncSetup setup;
    setup.cachePath = cachePath;
    setup.server = server;
    setup.pins = pins;
    setup.deviceName = QSysInfo::machineHostName();
    setup.filesFolder = ContentStore::folderBeside(cachePath);
    m_sync = std::make_unique<SyncClient>(setup, m_sealer);
    QObject::connect(&m_notifier, &ChangeNotifier::outboxChanged, m_sync.get(), &SyncClient::noteLocalChange);
    QObject::connect(&m_notifier, &ChangeNotifier::filesChanged, m_sync.get(), &SyncClient::noteLocalChange);
    QObject::connect(m_sync.get(), &SyncClient::fileCame, &m_notifier, &ChangeNotifier::fileCame);
    QObject::connect(m_sync.get(), &SyncClient::recordsChanged, &m_notifier, &ChangeNotifier::manyChanged);
    // Nobody brings anything in yet. What is there was left by a program that was killed: also a photo that its person
    // had removed and that waited to be put back.
    if (auto cleared = contentStoreOf(m_workspace).clearIncoming(); !cleared)
        qCWarning(lcStorage) << "what a killed program left was not removed:" << cleared.error().detail;
    m_sync->start();
    m_copying.setMaxThreadCount(1);
    QObject::connect(&m_copyTimer, &QTimer::timeout, m_sync.get(), [this] { copyIfDue(); });
    m_copyTimer.start(std::chrono::hours(1));
    copyIfDue();
}

void AccountSession::copyIfDue()
{
    // Only what was read from the server is worth a copy: an empty cache would take the place of a good one.
    if (const auto known = account(); !known || !known->has_value())
        return;
    m_copying.start([copies = m_copies, &clock = m_clock] {
        if (auto made = copies.makeIfDue(clock); !made)
            qCWarning(lcStorage) << "the day's copy of the cache was not made:" << made.error().detail;
    });
}

SecretKey AccountSession::close(std::unique_ptr<AccountSession> session)
{
    SecretKey key = std::move(session->m_key);
    session.reset(); // not when the caller's whole expression ends: it may open the folder again
    return key;
}

AccountSession::~AccountSession()
{
    m_copyTimer.stop();
    m_copying.waitForDone();
    m_sync->stop(); // joins the worker before anything that it uses goes
}

Result<std::optional<Actor>> AccountSession::account() const
{
    auto text = m_state.value(QStringLiteral("account"));
    if (!text)
        return text.error();
    if (text->isEmpty())
        return std::optional<Actor>();
    auto actor = protocol::decode<Actor>(QJsonDocument::fromJson(text->toUtf8()).object());
    if (!actor)
        return actor.error();
    return std::optional<Actor>(std::move(actor).value());
}

bool AccountSession::isRevoked() const
{
    const auto order = m_state.value(state::kRevocation);
    return order && !order->isEmpty();
}

bool AccountSession::holdsSample() const
{
    const auto value = m_state.value(kSample);
    return value && *value == QLatin1String("1");
}

Result<void> AccountSession::keepUnfinished(const QJsonObject &unfinished)
{
    if (unfinished.isEmpty())
        return m_state.set(kUnfinished, {});
    const QByteArray text = QJsonDocument(unfinished).toJson(QJsonDocument::Compact);
    return m_state.set(kUnfinished, QString::fromLatin1(m_sealer->seal(text, kUnfinishedPlace).toBase64()));
}

Result<QJsonObject> AccountSession::unfinished()
{
    const auto kept = m_state.value(kUnfinished);
    if (!kept)
        return kept.error();
    if (kept->isEmpty())
        return QJsonObject();
    const auto text = m_sealer->open(QByteArray::fromBase64(kept->toLatin1()), kUnfinishedPlace);
    if (!text) {
        if (auto aside = m_state.set(kUnfinishedDamaged, *kept); !aside)
            return aside.error();
        if (auto cleared = m_state.set(kUnfinished, {}); !cleared)
            return cleared.error();
        return text.error();
    }
    return QJsonDocument::fromJson(*text).object();
}

void AccountSession::markSample()
{
    if (auto set = m_state.set(kSample, QStringLiteral("1")); !set)
        qCWarning(lcUi) << "the sample mark could not be kept:" << set.error().detail;
}

} // namespace markaz::desktop
