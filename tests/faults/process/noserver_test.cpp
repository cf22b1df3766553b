// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows themselves, where their server does not start: they say why and fail.
#include "tests/support/childprocess.h"
#include "tests/support/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>

namespace markaz::test {
namespace {

const QByteArray kWhy = "the store cannot be opened: no space is left";

/// Ends at once, and says why.
QByteArray refusing()
{
    return "#!/bin/sh\necho '" + kWhy + "' >&2\nexit 1\n";
}

/// The first start and every other command are the real server's; each later start is refused.
QByteArray refusingTheSecond(const QString &folder)
{
    const QByteArray mark = QFile::encodeName(folder) + "/started";
    return "#!/bin/sh\nif [ \"$1\" = serve ]; then\n  if [ -e '" + mark + "' ]; then\n    echo '" + kWhy +
           "' >&2\n    exit 1\n  fi\n  : > '" + mark + "'\nfi\nexec '" + QFile::encodeName(serverProgram()) +
           "' \"$@\"\n";
}

class NoServer : public testing::Test
{
protected:
    QTemporaryDir m_folder;

    /// What the cases of \p filter print with \p server in the place of the server; they are to fail in good order.
    QByteArray rowsWith(const QByteArray &server, const char *filter)
    {
        const QString path = m_folder.filePath(QStringLiteral("server"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(server) == server.size());
        file.close();
        EXPECT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QProcess rows;
        bindToUs(rows, SIGKILL);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MARKAZ_SERVER_PROGRAM"), path);
        environment.insert(QStringLiteral("MARKAZ_FAULT_SEED"), QStringLiteral("1-2"));
        for (const char *name : {"MARKAZ_FAULTS", "GTEST_OUTPUT", "GTEST_FILTER", "GTEST_TOTAL_SHARDS"})
            environment.remove(QLatin1String(name));
        rows.setProcessEnvironment(environment);
        rows.setProcessChannelMode(QProcess::MergedChannels);
        rows.start(QCoreApplication::applicationFilePath(),
                   {QStringLiteral("--gtest_filter=") + QLatin1String(filter), QStringLiteral("--gtest_color=no")});
        EXPECT_TRUE(rows.waitForFinished(600'000));
        QByteArray said = rows.readAll();
        EXPECT_EQ(rows.exitStatus(), QProcess::NormalExit) << said.right(2'000).constData();
        EXPECT_EQ(rows.exitCode(), 1) << said.right(2'000).constData();
        EXPECT_TRUE(said.contains(kWhy)) << said.right(2'000).constData();
        return said;
    }
};

TEST_F(NoServer, rowsThatNeedIt_sayWhyAndFail)
{
    const QByteArray said = rowsWith(refusing(), "*PushCut.*:*InvariantChecker.a_*:*DesktopKilled.*:*OlderBackup.*");
    EXPECT_EQ(said.count("\n[  FAILED  ] Stores/"), 2 * 4) << said.constData(); // each once more in the summary
    EXPECT_FALSE(said.contains("\nrow ")) << "no case was tried";
}

TEST_F(NoServer, thatDoesNotComeBack_failsTheCaseAndTheNext)
{
    const QByteArray said = rowsWith(refusingTheSecond(m_folder.path()), "*ServerKilled.*");
    EXPECT_TRUE(said.contains("row server-killed: 2 kills, seeds 1-2,")) << said.constData();
    EXPECT_TRUE(said.contains(", FAILED\n")) << said.constData();
}

} // namespace
} // namespace markaz::test
