// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/laptop.h"

#include "core/finance/policy.h"
#include "core/sync/session.h"
#include "tests/support/laptopkey.h"
#include "tests/support/perfectanswers.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace markaz::test {
namespace {

constexpr int kPatience = 60'000; // ms until a test that waits in vain fails
constexpr int kTries = 30;        // runs until one is clean

QByteArray contentOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<Database> opened(const QString &path, const Clock &clock)
{
    auto cache = openCache(path, Carried::get().gazetteer, clock);
    if (!cache)
        qFatal("the profile does not open: %s", qPrintable(cache.error().detail));
    EXPECT_FALSE(cache->movedAside.has_value());
    return std::move(cache->database);
}

} // namespace

bool await(const std::function<void(std::function<void()>, QObject *)> &arm)
{
    QEventLoop loop;
    bool came = false;
    arm(
        [&] {
            came = true;
            loop.quit();
        },
        &loop);
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    if (!came)
        loop.exec();
    return came;
}

const Carried &Carried::get()
{
    static const Carried carried{builtinStandard().value(),
                                 Gazetteer::read(contentOf(":/markaz/reference/cities.csv"),
                                                 contentOf(":/markaz/reference/city-codes.csv"),
                                                 contentOf(":/markaz/reference/provinces.geojson"))
                                     .value(),
                                 builtinPolicy().value().programmeFacts()};
    return carried;
}

Laptop::Laptop(const QString &profile, const QUrl &server, const ServerPins &pins)
    : m_pins(pins)
    , m_path(profile + QStringLiteral("/cache.sqlite"))
    , m_clock(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC))
    , m_ids(m_clock)
    , m_sealer(std::make_shared<const ColumnSealer>(test::laptopKey(profile + QStringLiteral("/data.key")).value()))
    , m_database(opened(m_path, m_clock))
    , m_records(*m_database, *m_sealer)
    , m_outbox(*m_database, *m_sealer)
    , m_state(*m_database)
    , m_workspace{*m_database, m_records, m_outbox, m_clock, m_ids, m_notifier}
{
    if (const auto account = signedInAccount(m_state); account.ok() && account->has_value())
        m_me = **account;
    connectTo(server);
}

Laptop::~Laptop() = default;

void Laptop::connectTo(const QUrl &server)
{
    m_client.reset();
    m_server = server;
    m_client = std::make_unique<SyncClient>(SyncSetup{m_path,
                                                      server,
                                                      QStringLiteral("sample laptop"),
                                                      {},
                                                      m_files ? ContentStore::folderBeside(m_path) : QString(),
                                                      m_pins},
                                            m_sealer);
    if (m_me.accountId.isEmpty())
        return m_client->start();
    EXPECT_TRUE(awaitRun([this] { m_client->start(); })) << "the run at the start never ended";
}

void Laptop::withFiles(bool files)
{
    m_files = files;
    connectTo(m_server);
}

SyncSnapshot Laptop::syncUntil(const std::function<bool(const SyncSnapshot &)> &done)
{
    const bool came = await([&](const std::function<void()> &quit, QObject *context) {
        const auto look = [this, &done, quit] {
            if (done(m_client->snapshot()))
                quit();
        };
        QObject::connect(m_client.get(), &SyncClient::changed, context, look);
        m_client->noteLocalChange();
        m_client->syncNow();
        look();
    });
    const FileFigures files = m_client->snapshot().files;
    EXPECT_TRUE(came) << "waiting " << m_client->snapshot().waiting << ", files up " << files.waitingUp << ", down "
                      << files.waitingDown << ", pause " << int(files.pause) << ' ' << qPrintable(files.detail);
    return m_client->snapshot();
}

SyncSnapshot Laptop::syncWithFiles()
{
    return syncUntil([this](const SyncSnapshot &s) {
        const auto up = FileRepository(*m_database).counts(FileDirection::Up);
        const auto down = FileRepository(*m_database).counts(FileDirection::Down);
        return s.trouble == SyncSnapshot::Trouble::None && s.phase == SyncSnapshot::Phase::Idle &&
               owed().waiting == 0 && up && up->waiting == 0 && down && down->waiting == 0 && s.files.waitingUp == 0;
    });
}

Result<Evidence> Laptop::attach(const QString &inspectionId, const QString &item, const QString &path)
{
    m_clock.advance(1000);
    auto file = checkFile(contentStoreOf(m_workspace), path);
    if (!file)
        return file.error();
    return AttachEvidence(m_workspace).run(m_me, inspectionId, item, std::move(file).value());
}

EvidenceCount Laptop::filesOf(const QString &inspectionId) const
{
    const auto count = EvidenceList(m_workspace).countOf(inspectionId);
    EXPECT_TRUE(count.ok());
    return count ? *count : EvidenceCount();
}

void Laptop::moveTo(const QUrl &server)
{
    connectTo(server);
}

bool Laptop::awaitRun(const std::function<void()> &start)
{
    return await([&](const std::function<void()> &done, QObject *context) {
        QObject::connect(m_client.get(), &SyncClient::runFinished, context, done);
        start();
    });
}

Result<Actor> Laptop::signIn(const QString &name, const QString &password)
{
    Result<Actor> result = makeError(ErrorCode::Internal, QStringLiteral("sign-in never answered"));
    const bool answered = await([&](const std::function<void()> &done, QObject *context) {
        QObject::connect(m_client.get(), &SyncClient::signedIn, context,
                         [&result](const Actor &actor) { result = actor; });
        QObject::connect(m_client.get(), &SyncClient::signInFailed, context, [&result, done](const Error &error) {
            result = error;
            done();
        });
        QObject::connect(m_client.get(), &SyncClient::runFinished, context, [&result, done](bool) {
            if (result.ok())
                done();
        });
        m_client->signIn(name, password);
    });
    EXPECT_TRUE(answered);
    if (result)
        m_me = *result;
    return result;
}

SyncSnapshot Laptop::sync()
{
    EXPECT_TRUE(awaitRun([this] { m_client->syncNow(); })) << "the run never ended";
    return m_client->snapshot();
}

SyncSnapshot Laptop::syncUntilClean()
{
    SyncSnapshot last;
    for (int i = 0; i < kTries; ++i) {
        last = sync();
        if (last.trouble == SyncSnapshot::Trouble::None && last.waiting == 0)
            break;
    }
    return last;
}

void Laptop::workOffline(bool offline)
{
    const bool known = await([&](const std::function<void()> &done, QObject *context) {
        QObject::connect(m_client.get(), &SyncClient::changed, context, [this, offline, done] {
            if ((m_client->snapshot().trouble == SyncSnapshot::Trouble::Offline) == offline)
                done();
        });
        m_client->setOffline(offline);
    });
    EXPECT_TRUE(known);
}

OutboxCounts Laptop::owed() const
{
    const auto counts = m_outbox.counts();
    EXPECT_TRUE(counts.ok());
    return counts.ok() ? *counts : OutboxCounts();
}

Result<Building> Laptop::registerBuilding(const char *prefix, const QString &name)
{
    const City *city = Carried::get().gazetteer.cityOfPrefix(QString::fromLatin1(prefix));
    BuildingEntry entry;
    entry.building = samples::context(city->tier).building; // the facts that the sample answers are right for
    entry.building.insert(QStringLiteral("name"), name);
    entry.building.insert(QStringLiteral("address"), QStringLiteral("1 Sample Road"));
    entry.building.insert(QStringLiteral("city"), city->id);
    entry.building.insert(QStringLiteral("tenure"), QStringLiteral("leasehold"));
    entry.building.insert(QStringLiteral("covered_area_sqft"), 9000);
    entry.building.insert(QStringLiteral("planned_seats"), 100);
    entry.building.insert(QStringLiteral("condition"), QStringLiteral("good"));
    entry.building.insert(QStringLiteral("notes"), QStringLiteral("Sample note of ") + name);
    entry.owner = QJsonObject{{QStringLiteral("name"), QStringLiteral("Sample owner of ") + name},
                              {QStringLiteral("kind"), QStringLiteral("company")},
                              {QStringLiteral("phone"), QStringLiteral("+92 300 0000000")}};
    m_clock.advance(1000);
    return RegisterBuilding(m_workspace, Carried::get().gazetteer).run(m_me, entry);
}

Result<Inspection> Laptop::begin(const QString &buildingId)
{
    m_clock.advance(1000);
    return StartInspection(m_workspace, Carried::get().standards).run(m_me, buildingId, QStringLiteral("initial"));
}

Result<void> Laptop::answerAll(const QString &inspectionId, const std::function<void(const QString &)> &after)
{
    const Standard &standard = Carried::get().standard;
    SubmitInspection submitting(m_workspace, Carried::get().standards, Carried::get().gazetteer,
                                Carried::get().programme);
    const auto context = submitting.context(inspectionId);
    if (!context)
        return context.error();
    const QHash<QString, Answer> answers = samples::perfectAnswers(standard, context->scoring.tier);
    RecordAnswer recording(m_workspace, Carried::get().standards);
    for (const Item &item : standard.items()) {
        const auto answer = answers.constFind(item.code);
        if (answer == answers.constEnd())
            continue;
        m_clock.advance(1000);
        if (auto recorded = recording.run(m_me, inspectionId, item.code, *answer); !recorded)
            return recorded.error();
        if (after)
            after(item.code);
    }
    return {};
}

Result<Inspection> Laptop::submit(const QString &inspectionId)
{
    m_clock.advance(1000);
    return SubmitInspection(m_workspace, Carried::get().standards, Carried::get().gazetteer, Carried::get().programme)
        .run(m_me, inspectionId, QStringLiteral("done"));
}

Result<Inspection> Laptop::inspect(const QString &buildingId)
{
    auto begun = begin(buildingId);
    if (!begun)
        return begun;
    if (auto answered = answerAll(begun->id()); !answered)
        return answered.error();
    return submit(begun->id());
}

QMap<QString, qint64> Laptop::counts() const
{
    QMap<QString, qint64> all;
    for (const Entity entity : allValues<Entity>()) {
        const auto count = m_records.count(entity);
        EXPECT_TRUE(count.ok());
        if (count.ok() && *count > 0)
            all.insert(token(entity), *count);
    }
    return all;
}

QJsonObject Laptop::record(Entity entity, const QString &id) const
{
    const auto found = m_records.find(entity, id);
    EXPECT_TRUE(found.ok());
    if (!found.ok() || !found->has_value())
        return {};
    return {{QStringLiteral("rev"), (*found)->rev}, {QStringLiteral("fields"), (*found)->fields}};
}

} // namespace markaz::test
