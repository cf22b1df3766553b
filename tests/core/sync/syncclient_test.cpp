// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker in its thread, seen from the ui thread. The fake server lives in the worker's thread.
#include "core/sync/syncclient.h"

#include "core/sync/syncpolicy.h"
#include "tests/support/sync/laptop.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>
#include <QTimer>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using namespace std::chrono_literals;
using Trouble = SyncSnapshot::Trouble;

namespace {

/// Sends to the fake server and lets it answer from the event loop of the thread that it is used in.
class LoopTransport final : public Transport
{
public:
    explicit LoopTransport(FakeServer &server)
        : m_server(server)
        , m_inner(server.connect())
    {
    }
    void send(const HttpRequest &request, Reply reply) override
    {
        m_inner->send(request, std::move(reply));
        QTimer::singleShot(0, &m_context, [this] { m_server.pump(); });
    }

private:
    FakeServer &m_server;
    std::unique_ptr<Transport> m_inner;
    QObject m_context;
};

bool spinUntil(const std::function<bool()> &done)
{
    QDeadlineTimer deadline(20s);
    while (!done() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return done();
}

class SyncClientTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_ui.actor = sampleActor(kOne);
        SyncSetup setup;
        setup.cachePath = m_world.file();
        setup.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
        setup.deviceName = QStringLiteral("test");
        setup.transport = [this] { return std::make_unique<LoopTransport>(m_world.server); };
        m_client = std::make_unique<SyncClient>(setup, m_ui.sealer());
        QObject::connect(m_client.get(), &SyncClient::signedIn, m_client.get(), [this](const Actor &actor) {
            EXPECT_EQ(QThread::currentThread(), qApp->thread());
            m_signedIn.append(actor);
        });
        QObject::connect(m_client.get(), &SyncClient::signInFailed, m_client.get(),
                         [this](const Error &error) { m_failed.append(error); });
        QObject::connect(m_client.get(), &SyncClient::signedOut, m_client.get(), [this] { ++m_signedOut; });
        QObject::connect(m_client.get(), &SyncClient::recordsChanged, m_client.get(), [this] { ++m_recordsChanged; });
        QObject::connect(m_client.get(), &SyncClient::runFinished, m_client.get(),
                         [this](bool clean) { m_runs.append(clean); });
    }

    void signIn(const QString &name = kOne)
    {
        const qsizetype runs = m_runs.size();
        m_client->signIn(name, name + QStringLiteral("-password"));
        ASSERT_TRUE(spinUntil([&] { return m_runs.size() > runs; }));
    }

    World m_world;
    Laptop m_ui{m_world.server, m_world.clock, m_world.file()}; ///< the ui thread's connection to the same file
    QList<Actor> m_signedIn;
    QList<Error> m_failed;
    QList<bool> m_runs;
    int m_signedOut = 0;
    int m_recordsChanged = 0;
    std::unique_ptr<SyncClient> m_client; ///< stops first
};

} // namespace

TEST_F(SyncClientTest, start_withoutAnAccountSaysSo)
{
    m_client->start();
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().trouble == Trouble::SignInNeeded; }));
    EXPECT_EQ(m_client->snapshot().server, QStringLiteral("http://127.0.0.1:1"));
}

TEST_F(SyncClientTest, signIn_answersInTheUiThreadAndARunFollows)
{
    m_world.server.put({Entity::Owner, QStringLiteral("01900000-0000-7000-8000-000000000abc"), 0,
                        sampleOwner(QStringLiteral("Mill"))});
    m_client->start();
    signIn();
    ASSERT_EQ(m_signedIn.size(), 1);
    EXPECT_EQ(m_signedIn.first(), sampleActor(kOne));
    EXPECT_TRUE(m_runs.last());
    EXPECT_GE(m_recordsChanged, 1);
    EXPECT_EQ(m_ui.text(Entity::Owner, QStringLiteral("01900000-0000-7000-8000-000000000abc"), QStringLiteral("name")),
              QStringLiteral("Mill"))
        << "the other connection sees it";
    EXPECT_TRUE(m_client->snapshot().lastContact.isValid());
}

TEST_F(SyncClientTest, signIn_wrongPasswordFails)
{
    m_client->start();
    m_client->signIn(kOne, QStringLiteral("not the password"));
    ASSERT_TRUE(spinUntil([this] { return !m_failed.isEmpty(); }));
    EXPECT_EQ(m_failed.first().code, ErrorCode::Unauthenticated);
    EXPECT_TRUE(m_signedIn.isEmpty());
}

TEST_F(SyncClientTest, enrol_answersAsSignInDoes)
{
    const QString code = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N");
    m_world.server.addCode(code, kOne);
    m_client->start();
    m_client->enrol(kOne, QStringLiteral("0000-1111-2222-3333-4444"), QStringLiteral("a chosen password"));
    ASSERT_TRUE(spinUntil([this] { return !m_failed.isEmpty(); }));
    EXPECT_EQ(m_failed.first().code, ErrorCode::Unauthenticated);
    m_client->enrol(kOne, code, QStringLiteral("a chosen password"));
    ASSERT_TRUE(spinUntil([this] { return !m_runs.isEmpty(); }));
    EXPECT_EQ(m_signedIn, QList<Actor>{sampleActor(kOne)});
    EXPECT_TRUE(m_runs.last());
}

TEST_F(SyncClientTest, localChange_isCountedAndSentSoon)
{
    m_client->start();
    signIn();
    m_ui.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_client->noteLocalChange();
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().waiting == 1; })) << "counted before it is sent";
    const qsizetype runs = m_runs.size();
    ASSERT_TRUE(spinUntil([&] { return m_runs.size() > runs; }));
    EXPECT_EQ(m_client->snapshot().waiting, 0);
    EXPECT_EQ(m_ui.counts().waiting, 0);
    m_client->stop();
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
}

TEST_F(SyncClientTest, retryAfter_isWaitedForAlsoWhenTheUserAsks)
{
    m_client->start();
    signIn();
    m_client->stop(); // the server is ours to touch while nobody uses it
    m_world.server.fault(Fault::Busy, 1);
    m_client->start();
    const qsizetype runs = m_runs.size();
    ASSERT_TRUE(spinUntil([&] { return m_runs.size() > runs; }));
    EXPECT_EQ(m_client->snapshot().trouble, Trouble::NotReached);
    m_client->syncNow();
    m_client->signOut(); // comes back after what was asked before it
    ASSERT_TRUE(spinUntil([this] { return m_signedOut == 1; }));
    EXPECT_EQ(m_runs.size(), runs + 1) << "no run within the two minutes";
}

TEST_F(SyncClientTest, syncNow_doesNotWaitForABackoff)
{
    m_client->start();
    signIn();
    m_client->stop();
    m_world.server.fault(Fault::Unreachable, 6); // by then the backoff is up to a minute
    m_client->start();
    for (int i = 0; i < 7; ++i) {
        const qsizetype runs = m_runs.size();
        m_client->syncNow();
        ASSERT_TRUE(spinUntil([&] { return m_runs.size() > runs; }));
    }
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().trouble == Trouble::None; }));
}

TEST_F(SyncClientTest, stop_breaksOffAHangingRequestInTime)
{
    m_client->start();
    signIn();
    m_client->stop();
    m_ui.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_world.server.fault(Fault::Hang, 1'000);
    m_client->start();
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().phase != SyncSnapshot::Phase::Idle; }));
    QElapsedTimer timer;
    timer.start();
    m_client->stop();
    EXPECT_LT(timer.elapsed(), 5'000);
    EXPECT_EQ(m_ui.counts().waiting, 1);
    m_world.server.clearFaults();
    const qsizetype runs = m_runs.size();
    m_client->start();
    ASSERT_TRUE(spinUntil([&] { return m_runs.size() > runs; }));
    EXPECT_EQ(m_ui.counts().waiting, 0);
}

TEST_F(SyncClientTest, offline_sendsNothingUntilSwitchedOff)
{
    m_client->start();
    signIn();
    m_client->setOffline(true);
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().trouble == Trouble::Offline; }));
    m_ui.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_client->noteLocalChange();
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().waiting == 1; }));
    m_client->setOffline(false);
    ASSERT_TRUE(spinUntil([this] { return m_client->snapshot().waiting == 0; }));
}

TEST_F(SyncClientTest, signOut_keepsWhatWaits)
{
    m_client->start();
    signIn();
    m_client->setOffline(true);
    m_ui.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_client->signOut();
    ASSERT_TRUE(spinUntil([this] { return m_signedOut == 1; }));
    EXPECT_EQ(m_client->snapshot().trouble, Trouble::SignInNeeded);
    EXPECT_EQ(m_client->snapshot().waiting, 1);
    m_client->signIn(kTwo, kTwo + QStringLiteral("-password"));
    ASSERT_TRUE(spinUntil([this] { return !m_failed.isEmpty(); }));
    EXPECT_EQ(m_failed.first().code, ErrorCode::WrongState);
}

/// Stands still in send() until it is let go, as a disk or a name server that hangs does.
class StuckTransport final : public Transport
{
public:
    StuckTransport(QSemaphore &reached, QSemaphore &letGo)
        : m_reached(reached)
        , m_letGo(letGo)
    {
    }
    void send(const HttpRequest &, Reply) override
    {
        m_reached.release();
        m_letGo.acquire();
    }

private:
    QSemaphore &m_reached;
    QSemaphore &m_letGo;
};

TEST(SyncClient, workerThatIsLetGo_keepsWhatItUses)
{
    World world;
    Laptop ui(world.server, world.clock, world.file());
    QSemaphore reached;
    QSemaphore letGo;
    SyncSetup setup;
    setup.cachePath = world.file();
    setup.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
    setup.transport = [&] { return std::make_unique<StuckTransport>(reached, letGo); };
    setup.stopWithin = 50ms;
    auto sealer = std::make_shared<const ColumnSealer>(SecretKey::random());
    const std::weak_ptr<const Sealer> watched = sealer;
    auto client = std::make_unique<SyncClient>(setup, std::move(sealer));
    client->start();
    client->signIn(kOne, QStringLiteral("x"));
    ASSERT_TRUE(reached.tryAcquire(1, 20s));
    client.reset();
    EXPECT_FALSE(watched.expired()) << "the worker that goes on may seal with it";
    letGo.release();
    EXPECT_TRUE(spinUntil([&watched] { return watched.expired(); })) << "and it goes with the worker";
}

TEST(SyncClient, cacheThatCannotBeOpened_isSaid)
{
    World world;
    Laptop ui(world.server, world.clock, world.file());
    SyncSetup setup;
    setup.cachePath = world.folder.path(); // a folder
    setup.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
    SyncClient client(setup, ui.sealer());
    std::optional<Error> failed;
    QObject::connect(&client, &SyncClient::signInFailed, &client, [&failed](const Error &error) { failed = error; });
    client.start();
    ASSERT_TRUE(spinUntil([&client] { return client.snapshot().trouble == Trouble::StorageFailed; }));
    client.signIn(kOne, QStringLiteral("x"));
    EXPECT_TRUE(spinUntil([&failed] { return failed.has_value(); }));
}

TEST(SyncClient, addressThatMayNotBeUsed_isSaidAndNothingLeaves)
{
    World world;
    Laptop ui(world.server, world.clock, world.file());
    SyncSetup setup;
    setup.cachePath = world.file();
    setup.server = QUrl(QStringLiteral("http://markaz.example"));
    SyncClient client(setup, ui.sealer());
    std::optional<Error> failed;
    QObject::connect(&client, &SyncClient::signInFailed, &client, [&failed](const Error &error) { failed = error; });
    client.start();
    client.signIn(kOne, QStringLiteral("x"));
    ASSERT_TRUE(spinUntil([&failed] { return failed.has_value(); }));
    EXPECT_EQ(failed->code, ErrorCode::InvalidValue);
    EXPECT_EQ(failed->where, QStringLiteral("server"));
}

TEST_F(SyncClientTest, question_isAskedInTheSessionAndAnsweredInTheUiThread)
{
    m_client->start();
    signIn();
    std::optional<Result<QJsonObject>> heard;
    const auto ask = [&](const QString &path) {
        heard.reset();
        m_client->ask({"GET", path}, m_client.get(), [&heard](const Result<QJsonObject> &reply) {
            EXPECT_EQ(QThread::currentThread(), qApp->thread());
            heard = reply;
        });
        ASSERT_TRUE(spinUntil([&heard] { return heard.has_value(); }));
    };
    const QString page = QStringLiteral("/api/v1/changes?cursor=&limit=1");
    m_world.server.expireAccessTokens(); // one refresh, by the session that sync has
    ask(page);
    ASSERT_TRUE(*heard) << qPrintable(heard->error().detail);
    EXPECT_EQ(heard->value().value(QStringLiteral("history")).toString(), m_world.server.history);
    ask(QStringLiteral("/api/v1/changes?cursor=nonsense"));
    ASSERT_FALSE(*heard);
    EXPECT_EQ(heard->error().code, ErrorCode::Refused);
    m_world.server.fault(Fault::Unreachable);
    ask(page);
    EXPECT_EQ(heard->error().code, ErrorCode::NetworkUnreachable);
    m_client->setOffline(true);
    ask(page);
    EXPECT_EQ(heard->error().code, ErrorCode::NetworkUnreachable);
    m_client->setOffline(false);

    // Whoever asked and has gone hears nothing, and nobody falls over it.
    auto gone = std::make_unique<QObject>();
    bool called = false;
    m_client->ask({"GET", page}, gone.get(), [&called](const Result<QJsonObject> &) { called = true; });
    gone.reset();
    ask(page);
    EXPECT_FALSE(called);
}
