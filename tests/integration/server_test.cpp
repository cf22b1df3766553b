// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/batches.h"
#include "tests/integration/realserver.h"

#include <QCoreApplication>

#include <chrono>
#include <csignal>
#include <future>

namespace markaz::test {
namespace {

class Server : public RealServer
{
protected:
    Batches m_batches;

    qint64 buildingsOnServer() { return laptopOf("sample.auditor")->counts().value(QStringLiteral("building")); }
};

INSTANTIATE_TEST_SUITE_P(Stores, Server, testing::Values("sqlite", "postgres"), storeName);

TEST_P(Server, sameBatchTwice_isThereOnce)
{
    HttpClient inspector = signedIn("sample.inspector");
    const QByteArray body = m_batches.body({m_batches.building("LHE", 1), m_batches.building("LHE", 2)});
    EXPECT_EQ(outcomes(inspector.request("POST", "/api/v1/changes", body)),
              QStringList({QStringLiteral("applied"), QStringLiteral("applied")}));
    EXPECT_EQ(outcomes(inspector.request("POST", "/api/v1/changes", body)),
              QStringList({QStringLiteral("duplicate"), QStringLiteral("duplicate")}));
    EXPECT_EQ(buildingsOnServer(), 2);
}

TEST_P(Server, sameBatchTwiceAtOnce_isThereOnce)
{
    const HttpClient first = signedIn("sample.inspector");
    QList<Change> changes;
    for (int i = 1; i <= 100; ++i)
        changes.append(m_batches.building("LHE", i));
    const QByteArray body = m_batches.body(changes);
    std::vector<std::future<QStringList>> sent;
    sent.reserve(4);
    for (int i = 0; i < 4; ++i) {
        sent.push_back(std::async(std::launch::async, [client = first, &body]() mutable {
            return outcomes(client.request("POST", "/api/v1/changes", body));
        }));
    }
    int applied = 0;
    for (std::future<QStringList> &one : sent) {
        while (one.wait_for(std::chrono::milliseconds(10)) != std::future_status::ready)
            QCoreApplication::processEvents(); // reads what the processes print, or a full pipe would hold them up
        const QStringList results = one.get();
        EXPECT_EQ(results.size(), 100) << qPrintable(results.join(QLatin1Char(' ')));
        applied += int(results.count(QStringLiteral("applied")));
        EXPECT_EQ(results.count(QStringLiteral("applied")) + results.count(QStringLiteral("duplicate")),
                  results.size());
    }
    EXPECT_EQ(applied, 100);
    EXPECT_EQ(buildingsOnServer(), 100);
    expectAuditHolds();
}

TEST_P(Server, sameOpWithAnotherBody_isRefused)
{
    HttpClient inspector = signedIn("sample.inspector");
    Change change = m_batches.building("LHE", 1);
    EXPECT_EQ(outcomes(inspector.request("POST", "/api/v1/changes", m_batches.body({change}))),
              QStringList(QStringLiteral("applied")));
    change.fields[QStringLiteral("name")].after = QStringLiteral("Another name");
    EXPECT_EQ(outcomes(inspector.request("POST", "/api/v1/changes", m_batches.body({change}))),
              QStringList(QStringLiteral("rejected:op_reuse")));
}

TEST_P(Server, rolesAndScope_areEnforcedOnTheWire)
{
    addAccount("sample.karachi", "inspector", {QStringLiteral("PK-SD")});
    auto inspector = laptopOf("sample.inspector");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill"));
    ASSERT_TRUE(succeeded(building));
    const auto inspection = inspector->inspect(building->id());
    ASSERT_TRUE(succeeded(inspection));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));

    const auto pushAs = [this](const char *account, const Change &change) {
        HttpClient client = signedIn(account, "01900000-0000-7000-8000-0000000000aa");
        return outcomes(client.request("POST", "/api/v1/changes", m_batches.body({change}))).join(QLatin1Char(' '));
    };
    const auto review = [&](const QString &reviewer) {
        return m_batches.create(Entity::Review,
                                {{QStringLiteral("inspection"), inspection->id()},
                                 {QStringLiteral("reviewer"), reviewer},
                                 {QStringLiteral("decision"), QStringLiteral("accept")},
                                 {QStringLiteral("reason"), QStringLiteral("As seen")},
                                 {QStringLiteral("made_at"), QStringLiteral("2026-11-23T09:00:00.000Z")}});
    };
    const auto decision = [&](const QString &officer) {
        return m_batches.create(Entity::Decision,
                                {{QStringLiteral("kind"), QStringLiteral("issue")},
                                 {QStringLiteral("inspection"), inspection->id()},
                                 {QStringLiteral("officer"), officer},
                                 {QStringLiteral("grade"), QStringLiteral("full")},
                                 {QStringLiteral("seats"), 100},
                                 {QStringLiteral("reason"), QStringLiteral("As seen")},
                                 {QStringLiteral("made_at"), QStringLiteral("2026-11-23T09:00:00.000Z")}});
    };

    // No role but the officer's may review or decide, and nobody writes a certificate.
    EXPECT_EQ(pushAs("sample.inspector", review(inspector->me().accountId)), QLatin1String("rejected:not_allowed"));
    EXPECT_EQ(pushAs("sample.inspector", decision(inspector->me().accountId)), QLatin1String("rejected:not_allowed"));
    EXPECT_EQ(pushAs("sample.auditor", m_batches.building("LHE", 77)), QLatin1String("rejected:not_allowed"));
    EXPECT_EQ(pushAs("sample.auditor", review(m_batches.newId())), QLatin1String("rejected:not_allowed"));
    const Change certificate =
        m_batches.create(Entity::Certificate, {{QStringLiteral("number"), QStringLiteral("PK-2026-999999")},
                                               {QStringLiteral("building"), building->id()},
                                               {QStringLiteral("inspection"), inspection->id()},
                                               {QStringLiteral("state"), QStringLiteral("issued")}});
    EXPECT_EQ(pushAs("sample.officer", certificate), QLatin1String("rejected:not_allowed"));
    // Nobody signs in another's name, and nothing is issued before a review accepted it.
    EXPECT_EQ(pushAs("sample.officer", review(inspector->me().accountId)), QLatin1String("rejected:not_allowed"));
    EXPECT_TRUE(pushAs("sample.officer", decision(laptopOf("sample.officer")->me().accountId))
                    .startsWith(QLatin1String("rejected:")));

    // Another province's inspector neither writes here nor sees anything of it.
    EXPECT_EQ(pushAs("sample.karachi", m_batches.building("LHE", 78)), QLatin1String("rejected:scope_revoked"));
    auto karachi = laptopOf("sample.karachi");
    for (const char *entity : {"building", "owner", "inspection"})
        EXPECT_FALSE(karachi->counts().contains(QLatin1String(entity))) << entity;
    const auto outside = karachi->registerBuilding("LHE", QStringLiteral("Sample mill"));
    ASSERT_FALSE(outside.ok()); // his own laptop says so at once
    EXPECT_EQ(outside.error().code, ErrorCode::NotAllowed);

    const auto kept = ServerProcess::command(QStringList{QStringLiteral("quarantine")} + m_store.arguments());
    ASSERT_TRUE(succeeded(kept));
    EXPECT_TRUE(kept->contains("sample.karachi  create building ")) << kept->constData();
    EXPECT_TRUE(kept->contains("scope_revoked"));
    const auto whole = ServerProcess::command(QStringList{QStringLiteral("quarantine"), QStringLiteral("--json")} +
                                              m_store.arguments());
    ASSERT_TRUE(succeeded(whole));
    EXPECT_TRUE(whole->contains("Sample building 78")) << "nothing of it is lost";

    EXPECT_EQ(buildingsOnServer(), 1);
    const auto auditor = laptopOf("sample.auditor");
    EXPECT_FALSE(auditor->counts().contains(QStringLiteral("certificate")));
    EXPECT_FALSE(auditor->counts().contains(QStringLiteral("review")));
    expectAuditHolds();
}

/// One text over and over packs tighter than a laptop inflates.
TEST_P(Server, recordThatPacksLikeABomb_reachesTheLaptopsAllTheSame)
{
    Change building = m_batches.building("LHE", 1);
    building.fields.insert(QStringLiteral("of_a_newer_program"),
                           {QJsonValue::Null, QString(100'000, QLatin1Char('x'))});
    HttpClient inspector = signedIn("sample.inspector");
    ASSERT_EQ(outcomes(inspector.request("POST", "/api/v1/changes", m_batches.body({building}))),
              QStringList(QStringLiteral("applied")));
    auto officer = laptopOf("sample.officer");
    EXPECT_TRUE(clean(officer->sync()));
    EXPECT_FALSE(officer->record(Entity::Building, building.id).isEmpty());
}

TEST_P(Server, withoutAGoodToken_nothingIsServed)
{
    HttpClient client(m_server->url());
    const QByteArray body = m_batches.body({m_batches.building("LHE", 1)});
    EXPECT_EQ(outcomes(client.request("POST", "/api/v1/changes", body)), QStringList(QStringLiteral("401")));
    client.useToken("made-up");
    EXPECT_EQ(outcomes(client.request("POST", "/api/v1/changes", body)), QStringList(QStringLiteral("401")));
    EXPECT_EQ(client.get("/api/v1/changes")->status, 401);

    HttpClient signedOut = signedIn("sample.inspector");
    EXPECT_EQ(signedOut.get("/api/v1/changes")->status, 200);
    EXPECT_EQ(signedOut.request("DELETE", "/api/v1/session")->status, 204);
    EXPECT_EQ(outcomes(signedOut.request("POST", "/api/v1/changes", body)), QStringList(QStringLiteral("401")));
    EXPECT_EQ(buildingsOnServer(), 0);
}

TEST_P(Server, sigterm_finishesWhatIsUnderWay)
{
    HttpClient inspector = signedIn("sample.inspector");
    const QByteArray request =
        inspector.bytesOf("POST", "/api/v1/changes", m_batches.body({m_batches.building("LHE", 1)}), {});
    auto underWay = HttpConnection::open(m_server->url());
    ASSERT_TRUE(succeeded(underWay));
    // A reply on the same connection first, so that the server surely holds it; the push's end is still to come.
    ASSERT_TRUE(succeeded(
        underWay->send("GET /api/v1/health HTTP/1.1\r\nHost: x\r\nMarkaz-Protocol: 1\r\n\r\n" + request.chopped(20))));
    ASSERT_EQ(underWay->reply()->status, 200);

    ASSERT_EQ(::kill(static_cast<pid_t>(m_server->pid()), SIGTERM), 0);
    while (HttpConnection::open(m_server->url()).ok()) {
    } // until the door is closed; a server that never closes it runs into the test's time limit
    ASSERT_TRUE(succeeded(underWay->send(request.last(20))));
    EXPECT_EQ(outcomes(underWay->reply()), QStringList(QStringLiteral("applied")));
    EXPECT_TRUE(underWay->closedByServer(5000));
    underWay->reset();
    EXPECT_EQ(*m_server->terminate(), 0);

    m_server = launched();
    ASSERT_TRUE(m_server);
    EXPECT_EQ(buildingsOnServer(), 1);
}

} // namespace
} // namespace markaz::test
