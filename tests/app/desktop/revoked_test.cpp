// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop that an administrator revokes on a real server: what waited is in the quarantine, and nothing opens it
// again.
#include "core/workflow/buildings.h"
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/paths.h"
#include "tests/support/samplefiles.h"
#include "tests/support/serverprocess.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

namespace markaz::desktop {
namespace {

class RevokedLaptop : public Desktop
{
protected:
    static constexpr const char *kPassword = "sample passphrase 7";
    const QString m_name = QStringLiteral("sample.inspector");
    test::ServerStore m_store;
    std::unique_ptr<test::ServerProcess> m_server;

    void SetUp() override
    {
        m_store.dataDir = m_dir.filePath(QStringLiteral("server"));
        auto server = test::ServerProcess::start(m_store);
        ASSERT_TRUE(server.ok()) << qPrintable(server.error().detail);
        m_server = std::move(*server);
        const auto added = test::ServerProcess::addAccount(m_store, m_name, QStringLiteral("inspector"),
                                                           {QStringLiteral("PK-PB")}, kPassword);
        ASSERT_TRUE(added.ok()) << qPrintable(added.error().detail);
    }
    void TearDown() override { m_app.reset(); }
    bool until(const std::function<bool()> &done) { return QTest::qWaitFor(done, 30'000); }
    QString said(const QStringList &command)
    {
        const auto output = test::ServerProcess::command(command + m_store.arguments());
        EXPECT_TRUE(output.ok()) << qPrintable(output.ok() ? QString() : output.error().detail);
        return output ? QString::fromUtf8(*output) : QString();
    }
    void signInOnce()
    {
        start();
        ASSERT_TRUE(atSignIn());
        line("serverAddress")->setText(m_server->url().toString());
        line("accountName")->setText(m_name);
        line("password")->setText(QLatin1String(kPassword));
        press("signIn");
        ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
        line("newPassphrase")->setText(m_passphrase);
        line("passphraseAgain")->setText(m_passphrase);
        press("takePassphrase");
        ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
        ASSERT_TRUE(until([this] { return m_app->session()->sync().snapshot().lastContact.isValid(); }));
    }
    void revoke()
    {
        const QString list = said({QStringLiteral("device"), QStringLiteral("list"), QStringLiteral("--name"), m_name});
        const auto id = QRegularExpression(QStringLiteral("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).match(list);
        ASSERT_TRUE(id.hasMatch()) << qPrintable(list);
        said({QStringLiteral("device"), QStringLiteral("revoke"), QStringLiteral("--name"), m_name,
              QStringLiteral("--device"), id.captured()});
    }
    /// A building is registered without a network, the session ends by itself, and the laptop is revoked; its id.
    QString leftWithWork()
    {
        signInOnce();
        m_app->session()->sync().setOffline(true);
        EXPECT_TRUE(
            until([this] { return m_app->session()->sync().snapshot().trouble == SyncSnapshot::Trouble::Offline; }));
        QString id = registered().id();
        m_app.reset();
        revoke();
        auto store = Database::openSqlite(m_store.dataDir + QStringLiteral("/markaz.sqlite"), Database::Check::None);
        EXPECT_TRUE(store.ok() && (*store)->run(QStringLiteral("DELETE FROM token")).ok()) << "sixty days without one";
        return id;
    }
    void signInFromTheDoor(const char *password)
    {
        ASSERT_TRUE(atUnlock());
        press("signInAsAnother");
        ASSERT_TRUE(until([this] { return atSignIn(); }));
        line("serverAddress")->setText(m_server->url().toString());
        line("accountName")->setText(m_name);
        line("password")->setText(QLatin1String(password));
        press("signIn");
        ASSERT_TRUE(until([this] { return atUnlock(); })) << qPrintable(messages());
        unlock();
    }
    /// `markaz sync` with these lines; its exit status.
    int synced(const QStringList &lines)
    {
        QProcess program;
        program.start(test::desktopProgram(), {QStringLiteral("sync"), QStringLiteral("--profile"), m_dir.path()});
        program.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
        program.closeWriteChannel();
        EXPECT_TRUE(program.waitForFinished(60'000));
        const QByteArray words = program.readAllStandardError();
        EXPECT_EQ(words.contains("revoked"), program.exitCode() == 10) << words.constData();
        return program.exitCode();
    }
    Building registered()
    {
        const auto &app = *m_app;
        const City *city = app.foundation().gazetteer.cityOfPrefix(QStringLiteral("LHE"));
        BuildingEntry entry;
        entry.building = {{QStringLiteral("name"), QStringLiteral("Sample mill 274")},
                          {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                          {QStringLiteral("city"), city->id},
                          {QStringLiteral("covered_area_sqft"), 9000},
                          {QStringLiteral("storeys"), 2}};
        auto made = RegisterBuilding(app.session()->workspace(), app.foundation().gazetteer)
                        .run(app.session()->account()->value(), entry);
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail);
        return std::move(made).value();
    }
};

TEST_F(RevokedLaptop, handsInWhatWaits_andIsEmptyThen)
{
    signInOnce();
    ASSERT_TRUE(until([this] {
        const SyncSnapshot s = m_app->session()->sync().snapshot();
        return s.phase == SyncSnapshot::Phase::Idle && s.trouble == SyncSnapshot::Trouble::None;
    }));
    m_app->session()->sync().setOffline(true);
    ASSERT_TRUE(
        until([this] { return m_app->session()->sync().snapshot().trouble == SyncSnapshot::Trouble::Offline; }));
    const QString building = registered().id();
    revoke();
    EXPECT_TRUE(atDesk()) << "a laptop without a network has not heard of it";
    const QString home = m_dir.filePath(QStringLiteral("accounts/")) + m_name;
    ASSERT_TRUE(QFile::exists(home + QStringLiteral("/data.key")));
    m_app->session()->sync().setOffline(false);

    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("its records here are destroyed")); }))
        << qPrintable(messages());
    EXPECT_TRUE(atSignIn());
    EXPECT_EQ(m_app->session(), nullptr);
    EXPECT_FALSE(QFile::exists(home)) << "key, cache, copies, files";
    EXPECT_EQ(Profile::open(m_dir.path())->settings().account, QString());
    EXPECT_TRUE(said({QStringLiteral("quarantine"), QStringLiteral("--json")}).contains(building));
    EXPECT_TRUE(said({QStringLiteral("device"), QStringLiteral("list")}).contains(QStringLiteral("wiped")))
        << qPrintable(said({QStringLiteral("device"), QStringLiteral("list")}));

    start();
    EXPECT_TRUE(atSignIn()) << "there is nothing to unlock";
    EXPECT_TRUE(says(QStringLiteral("This laptop was revoked for the account ") + m_name)) << qPrintable(messages());
    EXPECT_TRUE(says(QStringLiteral("up to 10,000 and 32 MiB"))) << qPrintable(messages());
    EXPECT_TRUE(says(QStringLiteral("Photographs that were not sent are gone"))) << qPrintable(messages());
}

TEST_F(RevokedLaptop, whoseSessionHadEnded_isGivenUpWhenItsPersonSignsInAgain)
{
    const QString building = leftWithWork();
    start();
    signInFromTheDoor("not the password");
    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("wrong")); })) << qPrintable(messages());
    const QString home = m_dir.filePath(QStringLiteral("accounts/")) + m_name;
    EXPECT_TRUE(QFile::exists(home + QStringLiteral("/data.key"))) << "whoever does not know it destroys nothing";
    start();
    signInFromTheDoor(kPassword);
    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("its records here are destroyed")); }))
        << qPrintable(messages());
    EXPECT_TRUE(atSignIn());
    EXPECT_FALSE(QFile::exists(home)) << "key, cache, copies, files";
    EXPECT_TRUE(said({QStringLiteral("quarantine"), QStringLiteral("--json")}).contains(building));
    EXPECT_TRUE(said({QStringLiteral("device"), QStringLiteral("list")}).contains(QStringLiteral("wiped")));
}

TEST_F(RevokedLaptop, whoseSessionHadEnded_isGivenUpWithoutAWindowToo)
{
    const QString building = leftWithWork();
    EXPECT_EQ(synced({m_passphrase}), 4) << "nobody signs in";
    EXPECT_EQ(synced({m_passphrase, QStringLiteral("not the password")}), 4);
    EXPECT_EQ(synced({m_passphrase, QLatin1String(kPassword)}), 10);
    EXPECT_FALSE(QFile::exists(m_dir.filePath(QStringLiteral("accounts/")) + m_name));
    EXPECT_TRUE(said({QStringLiteral("quarantine"), QStringLiteral("--json")}).contains(building));
}

TEST_F(RevokedLaptop, withoutAWindow_isGivenUpToo)
{
    signInOnce();
    registered();
    m_app.reset();
    revoke();
    EXPECT_EQ(synced({m_passphrase}), 10);
    EXPECT_FALSE(QFile::exists(m_dir.filePath(QStringLiteral("accounts/")) + m_name));
}

} // namespace
} // namespace markaz::desktop
