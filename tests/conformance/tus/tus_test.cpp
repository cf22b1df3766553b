// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/change.h"
#include "core/protocol/messages.h"
#include "core/support/idsource.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>

namespace markaz::test {
namespace {

constexpr qsizetype kMiB = 1024 * 1024;
constexpr int kPatience = 60'000; // ms
const QString kPassword = QStringLiteral("correct horse battery");

/// A server process, an inspector with a draft, and a document of 8 MiB that the draft names.
class TusClient : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        m_store.dataDir = m_folder.filePath(QStringLiteral("server"));
        launch(QStringLiteral("127.0.0.1:0"));
        ASSERT_TRUE(m_server);
        ASSERT_TRUE(ServerProcess::addAccount(m_store, QStringLiteral("sample.inspector"), QStringLiteral("inspector"),
                                              {QStringLiteral("PK-PB")}, kPassword.toUtf8())
                        .ok());
        HttpClient client(m_server->url());
        const auto signedIn = client.signIn(QStringLiteral("sample.inspector"), kPassword);
        ASSERT_TRUE(signedIn.ok());
        m_token = client.token();
        const QString account =
            signedIn->json().value(QStringLiteral("account")).toObject().value(QStringLiteral("id")).toString();

        QRandomGenerator random(7);
        m_bytes = QByteArray(8 * kMiB + 4321, Qt::Uninitialized);
        for (char &byte : m_bytes)
            byte = static_cast<char>(random.generate());
        m_bytes.replace(0, 9, "%PDF-1.7\n");
        m_hash = QString::fromLatin1(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex());
        QFile file(path("sample.pdf"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(m_bytes), m_bytes.size());
        file.close();
        record(client, account);
    }

    void launch(const QString &listen)
    {
        auto started = ServerProcess::start(m_store, {QStringLiteral("--listen"), listen});
        ASSERT_TRUE(started.ok()) << qPrintable(started.error().detail);
        m_server = std::move(*started);
    }
    /// kill -9, and the same again on the same port.
    void killAndRestart()
    {
        const quint16 port = m_server->port();
        m_server->killNow();
        launch(QStringLiteral("127.0.0.1:%1").arg(port));
    }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    std::unique_ptr<QProcess> client(const QStringList &options = {})
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::MergedChannels);
        bindToUs(*process, SIGKILL);
        process->start(QStringLiteral("node"),
                       QStringList{sourcePath(QStringLiteral("tests/conformance/tus/client.mjs")),
                                   buildPath(QStringLiteral("node/tus")),
                                   m_server->url().toString() + QStringLiteral("/api/v1/files"),
                                   QString::fromLatin1(m_token), path("sample.pdf"), m_hash, path("uploads.json")} +
                           options);
        EXPECT_TRUE(process->waitForStarted());
        return process;
    }
    /// Everything that the client says until its end.
    QByteArray saidBy(QProcess &process)
    {
        EXPECT_TRUE(process.waitForFinished(kPatience));
        m_said += process.readAll();
        return std::exchange(m_said, {});
    }
    /// The offsets that the server told after each "METHOD 204" or "HEAD 200".
    static QList<qint64> offsets(const QByteArray &said, const char *reply)
    {
        QList<qint64> list;
        QRegularExpression line(QStringLiteral("^%1 offset (\\d+)$").arg(QLatin1String(reply)),
                                QRegularExpression::MultilineOption);
        for (auto it = line.globalMatch(QString::fromUtf8(said)); it.hasNext();)
            list.append(it.next().captured(1).toLongLong());
        return list;
    }
    void expectWhole()
    {
        QFile stored(path("server/files/") + m_hash.left(2) + QLatin1Char('/') + m_hash.mid(2, 2) + QLatin1Char('/') +
                     m_hash);
        ASSERT_TRUE(stored.open(QIODevice::ReadOnly));
        EXPECT_TRUE(stored.readAll() == m_bytes);
        HttpClient reader(m_server->url());
        reader.useToken(m_token);
        const auto down = reader.get("/api/v1/files/" + m_hash.toLatin1());
        ASSERT_TRUE(down.ok());
        EXPECT_EQ(down->status, 200);
        EXPECT_TRUE(down->body == m_bytes);
        const auto part = reader.get("/api/v1/files/" + m_hash.toLatin1(), {{"Range", "bytes=1048570-1048580"}});
        ASSERT_TRUE(part.ok());
        EXPECT_EQ(part->status, 206);
        EXPECT_EQ(part->body, m_bytes.mid(1'048'570, 11));
    }

    QTemporaryDir m_folder;
    ServerStore m_store;
    std::unique_ptr<ServerProcess> m_server;
    QByteArray m_token;
    QByteArray m_bytes;
    QString m_hash;
    QByteArray m_said;

private:
    void record(HttpClient &client, const QString &account)
    {
        const SystemClock clock;
        Uuid7Source ids(clock);
        QList<Change> changes;
        const auto make = [&](Entity entity, const QJsonObject &fields) {
            Change change;
            change.opId = ids.next();
            change.entity = entity;
            change.id = ids.next();
            change.kind = ChangeKind::Create;
            change.madeAt = toIso(clock.now());
            change.fields = differences(specOf(entity), {}, fields);
            changes.append(change);
            return change.id;
        };
        const QString building = make(Entity::Building, {{QStringLiteral("code"), QStringLiteral("SKT-0001")},
                                                         {QStringLiteral("name"), QStringLiteral("Sample building")},
                                                         {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                                         {QStringLiteral("city"), 1'164'909},
                                                         {QStringLiteral("covered_area_sqft"), 4000},
                                                         {QStringLiteral("storeys"), 2}});
        const QString visit =
            make(Entity::Inspection, {{QStringLiteral("building"), building},
                                      {QStringLiteral("inspector"), account},
                                      {QStringLiteral("kind"), QStringLiteral("initial")},
                                      {QStringLiteral("standard"), QStringLiteral("sample")},
                                      {QStringLiteral("standard_version"), 1},
                                      {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
                                      {QStringLiteral("revision"), 1},
                                      {QStringLiteral("started_at"), toIso(clock.now())},
                                      {QStringLiteral("state"), QStringLiteral("draft")}});
        make(Entity::Evidence, {{QStringLiteral("inspection"), visit},
                                {QStringLiteral("kind"), QStringLiteral("document")},
                                {QStringLiteral("sha256"), m_hash},
                                {QStringLiteral("size"), m_bytes.size()},
                                {QStringLiteral("media_type"), QStringLiteral("application/pdf")}});
        const auto pushed =
            client.post("/api/v1/changes", protocol::encode(protocol::PushRequest{ids.next(), {}, changes}));
        ASSERT_TRUE(pushed.ok());
        const auto reply = protocol::decode<protocol::PushReply>(pushed->json());
        ASSERT_TRUE(reply.ok()) << pushed->body.constData();
        for (const protocol::ChangeResult &result : reply->results)
            ASSERT_EQ(result.outcome, Outcome::Applied) << qPrintable(result.message);
    }
};

TEST_F(TusClient, interrupted_resumesFromTheStoredOffsetAndTheBytesAreEqual)
{
    // The client ends in the middle of its fourth chunk.
    const auto left = client({QStringLiteral("--leave-at"), QString::number(3 * kMiB + 100'000)});
    const QByteArray first = saidBy(*left);
    EXPECT_EQ(left->exitCode(), 7) << first.constData();
    EXPECT_TRUE(first.contains("POST 201"));
    EXPECT_EQ(offsets(first, "PATCH 204"), (QList<qint64>{kMiB, 2 * kMiB, 3 * kMiB}));

    // Another run finds the upload, goes on from where the server says, and meets a kill -9 of the server on the way.
    const auto again = client({QStringLiteral("--wait-at"), QString::number(2 * kMiB + 100'000)});
    ASSERT_TRUE(waitForLine(*again, "reached", kPatience, m_said).ok()) << m_said.constData();
    killAndRestart();
    again->write("\n");
    const QByteArray second = saidBy(*again);
    EXPECT_EQ(again->exitCode(), 0) << second.constData();
    EXPECT_TRUE(second.contains("previous 1"));
    EXPECT_FALSE(second.contains("POST"));
    const QList<qint64> resumed = offsets(second, "HEAD 200");
    ASSERT_GE(resumed.size(), 2) << second.constData();
    EXPECT_GE(resumed.first(), 3 * kMiB); // what came of the cut chunk counts
    EXPECT_LT(resumed.first(), 4 * kMiB);
    EXPECT_GE(resumed.last(), resumed.first() + 2 * kMiB); // nothing that was acknowledged was lost with the server
    EXPECT_LT(resumed.last(), resumed.first() + 3 * kMiB);
    EXPECT_EQ(offsets(second, "PATCH 204").last(), m_bytes.size());
    EXPECT_TRUE(second.contains("success"));
    expectWhole();
}

TEST_F(TusClient, fileThatIsThereAlready_isASuccessWithoutAByteSent)
{
    EXPECT_TRUE(saidBy(*client()).contains("success"));
    QFile::remove(path("uploads.json")); // the client has forgotten it
    const QByteArray said = saidBy(*client());
    EXPECT_TRUE(said.contains("POST 200")) << said.constData();
    EXPECT_TRUE(offsets(said, "PATCH 204").isEmpty());
    EXPECT_TRUE(said.contains("success"));
    expectWhole();
}

TEST_F(TusClient, overriddenMethods_workToo)
{
    const QByteArray said = saidBy(*client({QStringLiteral("--override")}));
    EXPECT_TRUE(said.contains("success")) << said.constData();
    EXPECT_FALSE(said.contains("PATCH"));
    expectWhole();
}

} // namespace
} // namespace markaz::test
