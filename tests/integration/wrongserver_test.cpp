// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/realserver.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace markaz::test {
namespace {

/// Answers whatever it is asked with the same bytes, as hotel gateways and wrong addresses do.
class OtherServer
{
public:
    explicit OtherServer(QByteArray reply)
        : m_reply(std::move(reply))
    {
        QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] {
            QTcpSocket *client = m_listener.nextPendingConnection();
            QObject::connect(client, &QTcpSocket::readyRead, &m_listener, [this, client] {
                if (!client->readAll().contains("\r\n\r\n"))
                    return;
                ++m_asked;
                client->write(m_reply);
                client->disconnectFromHost();
            });
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        });
        m_listener.listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort())); }
    int asked() const { return m_asked; }

private:
    QTcpServer m_listener;
    QByteArray m_reply;
    int m_asked = 0;
};

QByteArray reply(const QByteArray &statusLine, const QByteArray &fields, const QByteArray &body)
{
    return "HTTP/1.1 " + statusLine + "\r\nDate: Mon, 23 Nov 2026 09:00:00 GMT\r\nConnection: close\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QUrl nobodyThere()
{
    QTcpServer listener; // a port that was free a moment ago
    listener.listen(QHostAddress::LocalHost);
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(listener.serverPort()));
}

class WrongServer : public RealServer
{
protected:
    /// Signs in, makes work, then meets \p wrong: the right trouble, nothing lost; then home again.
    void expectNothingLost(const QUrl &wrong, SyncSnapshot::Trouble trouble, ErrorCode signInError)
    {
        {
            Laptop fresh(profile("fresh"), wrong);
            const auto account = fresh.signIn(QStringLiteral("sample.inspector"), kPassword);
            ASSERT_FALSE(account.ok());
            EXPECT_EQ(account.error().code, signInError) << qPrintable(account.error().detail);
        }
        auto inspector = laptopOf("sample.inspector");
        const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill"));
        ASSERT_TRUE(succeeded(building));
        const OutboxCounts owed = inspector->owed();
        const QJsonObject shown = inspector->record(Entity::Building, building->id());
        inspector->moveTo(wrong);
        const SyncSnapshot snapshot = inspector->sync();
        EXPECT_EQ(snapshot.trouble, trouble) << qPrintable(snapshot.detail);
        EXPECT_EQ(inspector->owed().waiting, owed.waiting);
        EXPECT_EQ(inspector->owed().dead, 0);
        EXPECT_EQ(inspector->record(Entity::Building, building->id()), shown);

        inspector->moveTo(m_server->url());
        EXPECT_TRUE(clean(inspector->syncUntilClean()));
        auto auditor = laptopOf("sample.auditor");
        EXPECT_EQ(auditor->counts().value(QStringLiteral("building")), 1);
    }
};

INSTANTIATE_TEST_SUITE_P(Stores, WrongServer, testing::Values("sqlite"), storeName);

TEST_P(WrongServer, nobodyListens)
{
    expectNothingLost(nobodyThere(), SyncSnapshot::Trouble::NotReached, ErrorCode::NetworkUnreachable);
}

TEST_P(WrongServer, htmlPage)
{
    const OtherServer portal(
        reply("200 OK", "Content-Type: text/html\r\n", "<html><body>Welcome to the hotel</body></html>"));
    expectNothingLost(portal.url(), SyncSnapshot::Trouble::NotOurServer, ErrorCode::NotOurServer);
    EXPECT_GT(portal.asked(), 0);
}

TEST_P(WrongServer, jsonThatIsNotOurs)
{
    const OtherServer portal(
        reply("200 OK", "Content-Type: application/json\r\n",
              R"({"results": [], "changes": [], "cursor": "x", "more": false, "server_time": ""})"));
    expectNothingLost(portal.url(), SyncSnapshot::Trouble::NotOurServer, ErrorCode::NotOurServer);
}

TEST_P(WrongServer, redirectIsNotFollowed)
{
    const OtherServer target(reply("200 OK", "Content-Type: text/html\r\n", "<html></html>"));
    const OtherServer portal(reply("302 Found", "Location: " + target.url().toEncoded() + "/login\r\n", ""));
    expectNothingLost(portal.url(), SyncSnapshot::Trouble::NotOurServer, ErrorCode::NotOurServer);
    EXPECT_EQ(target.asked(), 0);
}

TEST_P(WrongServer, gatewayThatFails)
{
    const OtherServer gateway(reply("502 Bad Gateway", "Content-Type: text/html\r\n", "<html>Bad Gateway</html>"));
    expectNothingLost(gateway.url(), SyncSnapshot::Trouble::NotOurServer, ErrorCode::NotOurServer);
}

TEST_P(WrongServer, anotherMarkazServer_isNotTheOneThatThisProfileKnows)
{
    const ServerStore other{m_folder.filePath(QStringLiteral("other")), {}};
    auto another = ServerProcess::start(other);
    ASSERT_TRUE(succeeded(another));
    auto inspector = laptopOf("sample.inspector");
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill"))));
    const int owed = inspector->owed().waiting;
    inspector->moveTo((*another)->url());
    EXPECT_EQ(inspector->sync().trouble, SyncSnapshot::Trouble::NotOurServer);
    EXPECT_EQ(inspector->owed().waiting, owed);
    inspector->moveTo(m_server->url());
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
}

TEST_P(WrongServer, cursorThatTheServerDoesNotKnow_isLetGoAndAllComesAnew)
{
    auto inspector = laptopOf("sample.inspector");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill"));
    ASSERT_TRUE(succeeded(building));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    SyncStateRepository state(inspector->workspace().database);
    ASSERT_TRUE(succeeded(state.set(QStringLiteral("cursor"), QStringLiteral("no cursor of this feed"))));
    EXPECT_TRUE(clean(inspector->sync()));
    EXPECT_FALSE(inspector->record(Entity::Building, building->id()).isEmpty());
}

TEST_P(WrongServer, wrongPassword_isSaidAndChangesNothing)
{
    auto inspector = laptopOf("sample.inspector");
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill"))));
    const int owed = inspector->owed().waiting;
    const auto refused = inspector->signIn(QStringLiteral("sample.inspector"), QStringLiteral("not the passphrase"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(inspector->owed().waiting, owed);
    const auto unknown = Laptop(profile("fresh"), m_server->url()).signIn(QStringLiteral("nobody.here"), kPassword);
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, ErrorCode::Unauthenticated);
    EXPECT_TRUE(clean(inspector->syncUntilClean())); // the session that there was goes on
}

} // namespace
} // namespace markaz::test
