// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/tus/tusserver.h"
#include "tests/support/childprocess.h"
#include "tests/support/paths.h"

#include <QRegularExpression>

#include <csignal>

namespace markaz::test {
namespace {

constexpr int kPatience = 60'000; // ms

class TusClient : public TusServer
{
protected:
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

    QByteArray m_said;
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
