// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, with options that it cannot take.
#include "tests/support/childprocess.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::desktop {
namespace {

struct Ran
{
    int code = -1;
    QString out;
    QString err;
};

Ran run(const QStringList &arguments)
{
    QProcess process;
    test::bindToUs(process, 9);
    process.start(test::desktopProgram(), arguments);
    EXPECT_TRUE(process.waitForFinished(60'000)) << "it opened instead of ending";
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

TEST(CommandLine, help_namesEachOption)
{
    const Ran ran = run({QStringLiteral("--help")});
    EXPECT_EQ(ran.code, 0);
    for (const char *option :
         {"--profile", "--server", "--sample", "--account", "--tour", "--server-program", "--version", "--help"})
        EXPECT_TRUE(ran.out.contains(QLatin1String(option))) << option;
}

TEST(CommandLine, version)
{
    const Ran ran = run({QStringLiteral("--version")});
    EXPECT_EQ(ran.code, 0);
    EXPECT_TRUE(ran.out.startsWith(QStringLiteral("markaz "))) << qPrintable(ran.out);
}

TEST(CommandLine, wrongUse_endsWith2AndPointsToHelp)
{
    const QList<QStringList> all{{QStringLiteral("--no-such-option")},
                                 {QStringLiteral("--profile")},
                                 {QStringLiteral("audit")},
                                 {QStringLiteral("--sample"), QStringLiteral("accounts.json")}};
    for (const QStringList &arguments : all) {
        const Ran ran = run(arguments);
        EXPECT_EQ(ran.code, 2) << qPrintable(arguments.join(QLatin1Char(' ')));
        EXPECT_TRUE(ran.err.contains(QStringLiteral("See markaz --help."))) << qPrintable(ran.err);
    }
}

TEST(CommandLine, anUnreadableSampleFile_endsWith1AndASentence)
{
    QTemporaryDir dir;
    const QString broken = dir.filePath(QStringLiteral("broken.json"));
    put(broken, "{\"accounts\": [");
    const QString empty = dir.filePath(QStringLiteral("empty.json"));
    put(empty, "{}");
    for (const QString &file : {dir.filePath(QStringLiteral("none.json")), broken, empty, dir.path()}) {
        const Ran ran =
            run({QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9"), QStringLiteral("--sample"), file,
                 QStringLiteral("--profile"), dir.filePath(QStringLiteral("profile"))});
        EXPECT_EQ(ran.code, 1) << qPrintable(file);
        EXPECT_TRUE(ran.err.contains(file)) << qPrintable(ran.err);
        EXPECT_GT(ran.err.size(), 40) << "a sentence, not a code alone";
    }
}

TEST(CommandLine, aFileInPlaceOfTheProfile_endsWith1)
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("file"));
    put(file, "mine");
    const Ran ran = run({QStringLiteral("--profile"), file});
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(ran.err.contains(file));
    QFile kept(file);
    ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
    EXPECT_EQ(kept.readAll(), QByteArray("mine"));
}

} // namespace
} // namespace markaz::desktop
