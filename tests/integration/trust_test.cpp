// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Real servers over TLS, with certificates that prove who they are and with others.
#include "core/sync/httptransport.h"
#include "tests/integration/realserver.h"
#include "tests/support/tls/certificates.h"
#include "tests/support/tls/oldserver.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace markaz::test {
namespace {

constexpr char kWords[] = "words-for-the-server-alone";

QStringList pin(const QByteArray &keyHash)
{
    return {QStringLiteral("sha256//") + QString::fromLatin1(keyHash.toBase64())};
}

class Trust : public RealServer
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(RealServer::SetUp());
        m_server.reset();
        m_before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(QSslCertificate(m_authority.certificate()));
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    void TearDown() override { QSslConfiguration::setDefaultConfiguration(m_before); }

    /// The server anew, on the same store, showing \p pair.
    QUrl serve(const CertificatePair &pair)
    {
        m_server.reset();
        m_files = writePair(m_folder.path(), pair);
        m_server = launched({QStringLiteral("--tls-cert"), m_files.chain, QStringLiteral("--tls-key"), m_files.key});
        return m_server ? m_server->url() : QUrl();
    }
    static CertificateWish validFor(int fromDays, int toDays)
    {
        CertificateWish wish;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        wish.from = now.addDays(fromDays);
        wish.to = now.addDays(toDays);
        return wish;
    }
    /// How a request with secrets in it ended.
    static Result<HttpResponse> ask(HttpTransport &transport)
    {
        Result<HttpResponse> answer = makeError(ErrorCode::Internal, QStringLiteral("no answer"));
        await([&](const std::function<void()> &done, QObject *) {
            transport.send({"GET", QStringLiteral("/api/v1/health?") + QLatin1String(kWords), {}, {}},
                           [&answer, done](const Result<HttpResponse> &got) {
                               answer = got;
                               done();
                           });
        });
        return answer;
    }
    void expectNotTrusted(HttpTransport &transport, const char *why)
    {
        const auto answer = ask(transport);
        ASSERT_FALSE(answer.ok()) << why;
        EXPECT_EQ(answer.error().code, ErrorCode::NotTrusted) << qPrintable(answer.error().detail);
        EXPECT_EQ(answer.error().where, QLatin1String(why)) << qPrintable(answer.error().detail);
    }
    /// Everything that reaches the server's door is in its log.
    void expectUnheard()
    {
        EXPECT_FALSE(m_server->output().contains("/api/v1/health")) << m_server->output().constData();
    }

    CertificateAuthority m_authority;
    PairFiles m_files;
    QSslConfiguration m_before;
};

TEST_P(Trust, provenServer_isSpokenTo)
{
    const CertificatePair pair = m_authority.issue();
    HttpTransport transport(serve(pair), *ServerPins::of(pin(QByteArray(32, 's')) + pin(pair.keyHash)));
    const auto answer = ask(transport);
    ASSERT_TRUE(answer.ok()) << qPrintable(answer.error().detail);
    EXPECT_EQ(answer->status, 200);
    EXPECT_TRUE(m_server->output().contains("/api/v1/health")) << "what is heard is in the log";
}

TEST_P(Trust, whoeverProvesNothing_hearsNothing)
{
    const CertificateAuthority strangers("Strangers");
    const CertificateAuthority impostors; // of the same name as the one that is trusted
    CertificateWish elsewhere;
    elsewhere.names = "DNS:elsewhere.example,IP:127.0.0.2";
    CertificateWish goneElsewhere = validFor(-9, -2);
    goneElsewhere.names = elsewhere.names;
    struct Wrong
    {
        CertificatePair pair;
        const char *why;
    };
    for (const Wrong &wrong :
         {Wrong{m_authority.issue(validFor(-9, -2)), nottrusted::kExpired},
          Wrong{m_authority.issue(validFor(2, 9)), nottrusted::kNotYetValid},
          Wrong{m_authority.issue(elsewhere), nottrusted::kName},
          Wrong{m_authority.issue(goneElsewhere), nottrusted::kName}, Wrong{strangers.issue(), nottrusted::kIssuer},
          Wrong{impostors.issue(), nottrusted::kIssuer},
          Wrong{strangers.issue(validFor(-9, -2)), nottrusted::kIssuer}}) {
        SCOPED_TRACE(wrong.why);
        HttpTransport transport(serve(wrong.pair));
        expectNotTrusted(transport, wrong.why);
        HttpTransport pinned(m_server->url(), *ServerPins::of(pin(wrong.pair.keyHash)));
        expectNotTrusted(pinned, wrong.why); // a pin is one more thing to prove, not one that stands for the others
        expectUnheard();
    }
}

TEST_P(Trust, anotherKeyThanThePinned_hearsNothing)
{
    HttpTransport transport(serve(m_authority.issue()), *ServerPins::of(pin(m_authority.issue().keyHash)));
    expectNotTrusted(transport, nottrusted::kPin);
    expectNotTrusted(transport, nottrusted::kPin); // and a connection that was agreed on is not taken up again
    expectUnheard();
}

TEST_P(Trust, whoSpeaksAnOldOrNoTls_isNotSpokenTo)
{
    serve(m_authority.issue());
    {
        OldServer old(m_files);
        HttpTransport transport(old.url());
        expectNotTrusted(transport, nottrusted::kProtocol);
    }
    m_server = launched();
    QUrl plain = m_server->url();
    plain.setScheme(QStringLiteral("https"));
    HttpTransport transport(plain);
    const auto answer = ask(transport);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, ErrorCode::NotOurServer) << qPrintable(answer.error().detail);
    expectUnheard();
}

TEST_P(Trust, certificateThatRunsOut_losesNoWorkAndIsToldUntilItIsRenewed)
{
    auto inspector = laptopOf("sample.inspector", serve(m_authority.issue()));
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill"))));
    const int owed = inspector->owed().waiting;
    ASSERT_GT(owed, 0);

    inspector->moveTo(serve(m_authority.issue(validFor(-9, -2))));
    const SyncSnapshot snapshot = inspector->sync();
    EXPECT_EQ(snapshot.trouble, SyncSnapshot::Trouble::NotTrusted);
    EXPECT_EQ(snapshot.reason, QLatin1String(nottrusted::kExpired));
    EXPECT_TRUE(snapshot.nextRun.isValid()) << "it tries again by itself";
    EXPECT_EQ(inspector->owed().waiting, owed);

    inspector->moveTo(serve(m_authority.issue()));
    const SyncSnapshot mended = inspector->syncUntilClean();
    EXPECT_TRUE(clean(mended));
    EXPECT_EQ(mended.reason, QString());
}

TEST_P(Trust, laptopWithAPin_worksUntilTheKeyIsAnother)
{
    const CertificatePair first = m_authority.issue();
    Laptop inspector(profile("pinned"), serve(first), *ServerPins::of(pin(first.keyHash)));
    ASSERT_TRUE(succeeded(inspector.signIn(QStringLiteral("sample.inspector"), kPassword)));
    EXPECT_TRUE(clean(inspector.syncUntilClean()));

    inspector.moveTo(serve(m_authority.issue()));
    const SyncSnapshot snapshot = inspector.sync();
    EXPECT_EQ(snapshot.trouble, SyncSnapshot::Trouble::NotTrusted);
    EXPECT_EQ(snapshot.reason, QLatin1String(nottrusted::kPin));
}

INSTANTIATE_TEST_SUITE_P(OneStore, Trust, testing::Values("sqlite"), storeName);

} // namespace
} // namespace markaz::test
