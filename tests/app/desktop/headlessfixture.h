// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/accountlock.h"
#include "app/desktop/desktopapp.h"
#include "app/desktop/headlesssync.h"
#include "core/workflow/buildings.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace markaz::desktop {

/// What a command of the program said.
struct ProgramRun
{
    int status = -1;
    QString out;
    QString err;
    QByteArray bytes = {}; ///< of its standard output
};

/// How `markaz sync` ended.
struct HeadlessRun
{
    SyncExit how = SyncExit::Failed;
    QMap<QString, int> did; ///< "sent" -> 3
    QString out;
    QString err;
};

/// `markaz sync`, the real program against a real server process, over a profile in a temporary folder.
class Headless : public testing::Test
{
protected:
    static constexpr const char *kPassword = "sample password 7";
    static constexpr const char *kPassphrase = "a sample passphrase";
    QTemporaryDir m_dir;
    SystemClock m_clock;
    test::ServerStore m_store;
    std::unique_ptr<test::ServerProcess> m_server;

    void SetUp() override
    {
        m_store.dataDir = m_dir.filePath(QStringLiteral("server"));
        auto server = test::ServerProcess::start(m_store);
        ASSERT_TRUE(server.ok()) << qPrintable(server.error().detail);
        m_server = std::move(*server);
        for (const char *name : {"sample.inspector", "sample.other"}) {
            const auto added = test::ServerProcess::addAccount(
                m_store, QLatin1String(name), QStringLiteral("inspector"), {QStringLiteral("PK-PB")}, kPassword);
            ASSERT_TRUE(added.ok()) << qPrintable(added.error().detail);
        }
    }
    QString profile() const { return m_dir.filePath(QStringLiteral("profile")); }

    /// With the passphrase in the first line, and \p input behind it.
    HeadlessRun sync(const QByteArray &input = {}, const QStringList &more = {})
    {
        return run(QByteArray(kPassphrase) + '\n' + input, more);
    }
    /// `markaz NAME --profile ...` without a display, with \p input for its standard input.
    ProgramRun program(const char *name, const QByteArray &input, const QStringList &more)
    {
        QProcess process;
        test::bindToUs(process, 9);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("none of them"));
        process.setProcessEnvironment(environment);
        process.start(test::desktopProgram(),
                      QStringList{QLatin1String(name), QStringLiteral("--profile"), profile()} + more);
        process.write(input);
        process.closeWriteChannel();
        // With the events of this process: what stands between the program and its server lives in them.
        EXPECT_TRUE(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000))
            << "it does not end";
        EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
        const QByteArray out = process.readAllStandardOutput();
        return {process.exitCode(), QString::fromUtf8(out), QString::fromUtf8(process.readAllStandardError()), out};
    }
    HeadlessRun run(const QByteArray &input, const QStringList &more = {})
    {
        const ProgramRun done = program("sync", input, more);
        HeadlessRun ran{static_cast<SyncExit>(done.status), {}, done.out, done.err};
        const QStringList lines = ran.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines)
            ran.did.insert(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1).toInt());
        return ran;
    }
    HeadlessRun signedIn()
    {
        return sync(QByteArray(kPassword) + '\n', {QStringLiteral("--server"), m_server->url().toString(),
                                                   QStringLiteral("--account"), QStringLiteral("sample.inspector")});
    }

    QString said(const QStringList &command)
    {
        const auto output = test::ServerProcess::command(command + m_store.arguments());
        EXPECT_TRUE(output.ok()) << qPrintable(output.ok() ? QString() : output.error().detail);
        return output ? QString::fromUtf8(*output) : QString();
    }
    /// A one-time code of the inspector's.
    QByteArray code()
    {
        static const QRegularExpression form(QStringLiteral("([0-9A-Z]{4}-){4}[0-9A-Z]{4}"));
        const QString words = said({QStringLiteral("account"), QStringLiteral("code"), QStringLiteral("--name"),
                                    QStringLiteral("sample.inspector")});
        EXPECT_TRUE(form.match(words).hasMatch()) << qPrintable(words);
        return form.match(words).captured().toLatin1();
    }

    /// Works in the profile as the window does, without a network.
    void work(const std::function<void(Workspace &, const Actor &)> &todo)
    {
        const auto foundation = readFoundation();
        ASSERT_TRUE(foundation.ok());
        const auto opened = Profile::open(profile());
        ASSERT_TRUE(opened.ok());
        const QString folder = *opened->accountFolder(QStringLiteral("sample.inspector"));
        auto key = AccountLock(folder, m_clock).open(QLatin1String(kPassphrase));
        ASSERT_TRUE(key.ok());
        auto session = AccountSession::open(folder, std::move(key->data), QUrl(QStringLiteral("http://127.0.0.1:9")),
                                            foundation->gazetteer, m_clock);
        ASSERT_TRUE(session.ok());
        const auto me = (*session)->account();
        ASSERT_TRUE(me.ok() && me->has_value());
        todo((*session)->workspace(), **me);
    }
    QString registered(const QString &name)
    {
        QString id;
        work([&](Workspace &workspace, const Actor &me) {
            const auto foundation = readFoundation();
            const auto made =
                RegisterBuilding(workspace, foundation->gazetteer)
                    .run(me, {{{QStringLiteral("name"), name},
                               {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                               {QStringLiteral("city"), foundation->gazetteer.cityOfPrefix(QStringLiteral("LHE"))->id},
                               {QStringLiteral("covered_area_sqft"), 4000},
                               {QStringLiteral("storeys"), 2}},
                              {},
                              {}});
            ASSERT_TRUE(made.ok());
            id = made->id();
        });
        return id;
    }
    void setField(const QString &id, const char *path, const QJsonValue &value)
    {
        work([&](Workspace &workspace, const Actor &me) {
            const auto before = workspace.records.require(Entity::Building, id);
            ASSERT_TRUE(before.ok());
            QJsonObject after = before->fields;
            setValueAt(after, QLatin1String(path), value);
            ChangeSet changes(workspace, me);
            ASSERT_TRUE(changes.update(*before, after).ok());
            ASSERT_TRUE(changes.commit().ok());
        });
    }
};

} // namespace markaz::desktop
