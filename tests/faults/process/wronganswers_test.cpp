// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

#include <QEventLoop>

#include <array>

namespace markaz::test {
namespace {

struct Endpoint
{
    const char *method;
    const char *path;
};
/// Everything that the client calls.
constexpr std::array kEndpoints{Endpoint{"POST", "/api/v1/session"},   Endpoint{"POST", "/api/v1/session/refresh"},
                                Endpoint{"DELETE", "/api/v1/session"}, Endpoint{"POST", "/api/v1/changes"},
                                Endpoint{"GET", "/api/v1/changes"},    Endpoint{"POST", "/api/v1/files"},
                                Endpoint{"HEAD", "/api/v1/files"},     Endpoint{"PATCH", "/api/v1/files"},
                                Endpoint{"GET", "/api/v1/files"}};

struct Answer
{
    const char *name;
    WireFault fault;
};
const std::array kAnswers{Answer{"HTML 200", {WireFault::Kind::Replace, 0, wire::htmlPage()}},
                          Answer{"302", {WireFault::Kind::Replace, 0, wire::redirect()}},
                          Answer{"404", {WireFault::Kind::Replace, 0, wire::notFound()}},
                          Answer{"502", {WireFault::Kind::Replace, 0, wire::badGateway()}},
                          Answer{"cut gzip", {WireFault::Kind::CutGzip}},
                          Answer{"wrong instance", {WireFault::Kind::OtherInstance}}};

class WrongAnswers : public FaultWorld
{
protected:
    /// Makes the client call \p endpoint, whatever comes of it.
    void provoke(const Endpoint &endpoint)
    {
        const QByteArray method = endpoint.method;
        const QByteArray path = endpoint.path;
        if (path.endsWith("/session") && method == "POST") {
            EXPECT_FALSE(m_inspector->signIn(QStringLiteral("sample.inspector"), kPassword).ok());
        } else if (path.endsWith("/refresh")) {
            m_inspector->withFiles(true); // made anew, without an access token
        } else if (method == "DELETE") {
            QEventLoop loop;
            QObject::connect(&m_inspector->client(), &SyncClient::signedOut, &loop, &QEventLoop::quit);
            m_inspector->client().signOut();
            loop.exec();
        } else if (method == "GET" && path.endsWith("/files")) {
            m_officer->sync();
            const auto last = m_officer->workspace().database.row(
                QStringLiteral("SELECT id FROM evidence WHERE received_at IS NOT NULL ORDER BY rowid DESC LIMIT 1"));
            ASSERT_TRUE(last.ok() && last->has_value());
            ASSERT_TRUE(succeeded(FetchEvidence(m_officer->workspace()).run((**last).first().toString())));
        }
        for (int i = 0; i < 100 && !m_wire->hasHappened(); ++i)
            (method == "GET" && path.endsWith("/files") ? *m_officer : *m_inspector).sync();
        EXPECT_TRUE(m_wire->hasHappened());
    }

    std::unique_ptr<Laptop> m_inspector;
    std::unique_ptr<Laptop> m_officer;
};
INSTANTIATE_TEST_SUITE_P(Stores, WrongAnswers, testing::Values("sqlite"), storeName);

TEST_P(WrongAnswers, atEachEndpoint_changeNothing)
{
    FaultRow row("wrong-answers", "answers");
    m_inspector = checkedLaptop("sample.inspector");
    m_officer = checkedLaptop("sample.officer");
    m_inspector->withFiles(true);
    m_officer->withFiles(true);
    row.checkEvery(3 * kAnswers.size(), [&] { expectAllHolds({m_inspector.get(), m_officer.get()}); });
    row.run(kEndpoints.size() * kAnswers.size(), 1, [&](quint32 place) {
        const Endpoint &endpoint = kEndpoints[(place - 1) / kAnswers.size()];
        const Answer &answer = kAnswers[(place - 1) % kAnswers.size()];
        SCOPED_TRACE(testing::Message() << endpoint.method << ' ' << endpoint.path << ": " << answer.name);
        Work work(*m_inspector, m_journal, place);
        ASSERT_TRUE(succeeded(work.registerBuilding()));
        ASSERT_TRUE(succeeded(work.attach(300)));
        const int owed = m_inspector->owed().waiting;
        const QByteArray method = endpoint.method;
        const bool isFile = QByteArray(endpoint.path).endsWith("/files");
        const auto spoil = [&] {
            m_wire->next(method, endpoint.path, [&answer](const WireRequest &) { return answer.fault; });
        };
        if (method == "GET" && isFile) {
            ASSERT_TRUE(quiet(*m_inspector));
        }
        if (method == "HEAD") { // asked only where a piece was lost, perhaps within the same run
            m_wire->next("PATCH", endpoint.path, [&spoil](const WireRequest &) {
                return WireFault{WireFault::Kind::CutReply, 0, {}, spoil};
            });
        } else {
            spoil();
        }
        provoke(endpoint);
        if (!isFile && method != "GET" && answer.fault.kind == WireFault::Kind::Replace) {
            EXPECT_EQ(m_inspector->owed().waiting, owed) << "all is still owed, whatever the stranger said";
            EXPECT_EQ(m_inspector->owed().dead, 0);
        }
        if (method == "DELETE") {
            ASSERT_TRUE(succeeded(m_inspector->signIn(QStringLiteral("sample.inspector"), kPassword)));
        }
        EXPECT_TRUE(quiet(*m_inspector));
        EXPECT_TRUE(quiet(*m_officer));
    });
}

} // namespace
} // namespace markaz::test
