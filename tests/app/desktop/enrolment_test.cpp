// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop is set up with a one-time code of a real server, and its account's password is changed there.
#include "core/workflow/buildings.h"
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultproxy.h"
#include "tests/support/serverprocess.h"
#include "ui/pages/sync/syncpage.h"

#include <QAction>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>

#include <csignal>
#include <cstdio>

namespace markaz::desktop {
namespace {

/// Where the program to be killed works, which is the test itself once more: profile, server and code.
constexpr const char *kProfile = "MARKAZ_PROFILE_OF_THE_KILLED";
constexpr const char *kServer = "MARKAZ_SERVER_OF_THE_KILLED";
constexpr const char *kCode = "MARKAZ_CODE_OF_THE_KILLED";
constexpr const char *kAtThePassphrase = "a passphrase is asked for";

class FirstContact : public Desktop
{
protected:
    const QString m_name = QStringLiteral("sample.inspector");
    const QString m_chosen = QStringLiteral("a chosen password");
    test::ServerStore m_store;
    std::unique_ptr<test::ServerProcess> m_server;
    QString m_code;
    QString m_qrText;

    void SetUp() override
    {
        if (qEnvironmentVariableIsSet(kProfile))
            return;
        m_store.dataDir = m_dir.filePath(QStringLiteral("server"));
        auto server = test::ServerProcess::start(m_store);
        ASSERT_TRUE(server.ok()) << qPrintable(server.error().detail);
        m_server = std::move(*server);
        const auto added = test::ServerProcess::command(
            QStringList{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), m_name,
                        QStringLiteral("--role"), QStringLiteral("inspector"), QStringLiteral("--provinces"),
                        QStringLiteral("PK-PB"), QStringLiteral("--server"), m_server->url().toString()} +
            m_store.arguments());
        ASSERT_TRUE(added.ok()) << qPrintable(added.error().detail);
        const QStringList lines = QString::fromUtf8(*added).split(QLatin1Char('\n'));
        static const QRegularExpression form(QStringLiteral("^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$"));
        for (const QString &line : lines) {
            if (form.match(line.trimmed()).hasMatch())
                m_code = line.trimmed();
            if (line.trimmed().startsWith(QLatin1String("markaz-enrol:")))
                m_qrText = line.trimmed();
        }
        ASSERT_FALSE(m_code.isEmpty() || m_qrText.isEmpty()) << added->constData();
    }
    void TearDown() override { m_app.reset(); }
    bool until(const std::function<bool()> &done) { return QTest::qWaitFor(done, 30'000); }
    /// The program over another profile: a laptop of its own.
    void startLaptop(const char *profile) { startOver(m_dir.filePath(QLatin1String(profile))); }
    void startOver(const QString &profile)
    {
        m_app.reset();
        m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                             DesktopOptions{profile,
                                                            QStringLiteral("http://127.0.0.1:9"),
                                                            {},
                                                            {},
                                                            kLight,
                                                            [this] { return std::make_unique<FakeKeyring>(m_vault); }},
                                             m_clock);
        ASSERT_TRUE(m_app->start().ok());
        ASSERT_TRUE(atSignIn());
    }
    void choosePassphrase()
    {
        ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
        line("newPassphrase")->setText(m_passphrase);
        line("passphraseAgain")->setText(m_passphrase);
        press("takePassphrase");
    }
    void fillPasswords()
    {
        line("chosenPassword")->setText(m_chosen);
        line("chosenAgain")->setText(m_chosen);
    }
    void enterCode()
    {
        press("otherForm");
        line("oneTimeCode")->setText(m_qrText);
        fillPasswords();
        press("signIn");
    }
    /// With the text of the QR code, and the passphrase behind it.
    void setUpLaptop()
    {
        enterCode();
        choosePassphrase();
    }
    enum class Until { ThePassphrase, TheCode };
    /// The program to be killed: sets a laptop up, so far.
    void setUpUntilKilled(Until step)
    {
        startOver(qEnvironmentVariable(kProfile));
        press("otherForm");
        line("serverAddress")->setText(qEnvironmentVariable(kServer));
        line("accountName")->setText(m_name);
        line("oneTimeCode")->setText(qEnvironmentVariable(kCode));
        fillPasswords();
        press("signIn");
        ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
        std::puts(kAtThePassphrase);
        std::fflush(stdout);
        if (step == Until::TheCode)
            choosePassphrase();
        until([] { return false; });
    }
    /// Runs this test in a process of its own on the laptop "first" until \p end says so, and kills it then.
    void killWhen(const QUrl &server, const std::function<bool(QByteArray &seen)> &end)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kProfile), m_dir.filePath(QStringLiteral("first")));
        environment.insert(QLatin1String(kServer), server.toString());
        environment.insert(QLatin1String(kCode), m_code);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        test::bindToUs(program, SIGKILL);
        const auto *info = testing::UnitTest::GetInstance()->current_test_info();
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--gtest_filter=%1.%2")
                           .arg(QLatin1String(info->test_suite_name()), QLatin1String(info->name()))});
        QByteArray seen;
        ASSERT_TRUE(until([&] {
            seen += program.readAll();
            return end(seen);
        })) << seen.constData();
        program.kill();
        ASSERT_TRUE(program.waitForFinished());
        ASSERT_EQ(program.exitStatus(), QProcess::CrashExit) << seen.constData();
    }
    QString accountFolder(const char *profile) const
    {
        return m_dir.filePath(QLatin1String(profile) + QStringLiteral("/accounts/") + m_name);
    }
    void signIn(const QString &password)
    {
        line("serverAddress")->setText(m_server->url().toString());
        line("accountName")->setText(m_name);
        line("password")->setText(password);
        press("signIn");
    }
    bool settled()
    {
        return until([this] {
            const SyncSnapshot s = m_app->session()->sync().snapshot();
            return s.phase == SyncSnapshot::Phase::Idle && s.trouble == SyncSnapshot::Trouble::None && s.waiting == 0 &&
                   s.lastContact.isValid();
        });
    }
};

TEST_F(FirstContact, aCode_setsTheLaptopUp_andThePersonWorks)
{
    startLaptop("first");
    setUpLaptop();
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
    EXPECT_EQ(m_app->session()->account()->value().name, m_name);
    ASSERT_TRUE(settled());
    const auto &app = *m_app;
    BuildingEntry entry;
    entry.building = {{QStringLiteral("name"), QStringLiteral("Sample mill 311")},
                      {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                      {QStringLiteral("city"), app.foundation().gazetteer.cityOfPrefix(QStringLiteral("LHE"))->id},
                      {QStringLiteral("covered_area_sqft"), 9000},
                      {QStringLiteral("storeys"), 2}};
    const auto made = RegisterBuilding(app.session()->workspace(), app.foundation().gazetteer)
                          .run(app.session()->account()->value(), entry);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    m_app->session()->sync().noteLocalChange();
    EXPECT_TRUE(until([&] {
        const auto record = m_app->session()->workspace().records.require(Entity::Building, made->id());
        return record.ok() && record->rev > 0;
    })) << "the server has it";

    m_app->lock(ui::LockReason::Asked);
    unlock();
    EXPECT_TRUE(atDesk()) << "the code is needed once";
}

TEST_F(FirstContact, aSecondUse_andThePasswordAlone_areRefusedInWords)
{
    startLaptop("first");
    setUpLaptop();
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());

    startLaptop("second");
    setUpLaptop();
    ASSERT_TRUE(until([this] { return atSignIn() && !messages().isEmpty(); }));
    EXPECT_TRUE(messages().contains(QStringLiteral("The name or the code is wrong, or the code was used")))
        << qPrintable(messages());
    EXPECT_EQ(line("oneTimeCode")->text(), m_code) << "to be mended";

    press("otherForm");
    signIn(m_chosen);
    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("This laptop is new to this account")); }))
        << qPrintable(messages());
    EXPECT_FALSE(line("oneTimeCode")->isHidden() || line("oneTimeCode")->parentWidget()->isHidden())
        << "it leads to the form of the code";
    EXPECT_EQ(line("accountName")->text(), m_name);
    m_app.reset();
    EXPECT_TRUE(openWrappedKey(accountFolder("second") + QStringLiteral("/data.key"), m_passphrase).ok())
        << "what the code was tried with stays: its answer might have been lost";
}

TEST_F(FirstContact, withoutAServer_theCodeStaysGood)
{
    startLaptop("first");
    press("otherForm");
    line("oneTimeCode")->setText(m_qrText);
    line("serverAddress")->setText(QStringLiteral("http://127.0.0.1:9"));
    fillPasswords();
    press("signIn");
    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("could not be reached")); }))
        << qPrintable(messages());
    EXPECT_EQ(line("oneTimeCode")->text(), m_code);
    line("serverAddress")->setText(m_server->url().toString());
    EXPECT_EQ(line("chosenPassword")->text(), m_chosen) << "what was typed is there";
    press("signIn");
    choosePassphrase();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, theFirstPassphrase_isChosenBeforeTheCodeIsUsedAndIsNotThePassword)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    EXPECT_FALSE(QFile::exists(accountFolder("first") + QStringLiteral("/data.key")));
    auto *take = m_app->window()->findChild<QPushButton *>(QStringLiteral("takePassphrase"));
    auto *missing = m_app->window()->findChild<QLabel *>(QStringLiteral("passphraseMissing"));
    QStringList reasons{missing->text()}; // nothing is typed
    const auto refused = [&](const QString &passphrase, const QString &again) {
        line("newPassphrase")->setText(passphrase);
        line("passphraseAgain")->setText(again);
        EXPECT_FALSE(take->isEnabled()) << qPrintable(passphrase);
        if (!reasons.contains(missing->text()))
            reasons.append(missing->text());
    };
    refused(m_passphrase.left(11), m_passphrase.left(11));
    refused(QStringLiteral("aaaaaaaaaaaa"), QStringLiteral("aaaaaaaaaaaa"));
    refused(m_chosen, m_chosen); // the account's password
    refused(m_passphrase, m_passphrase + QLatin1Char('.'));
    EXPECT_GE(reasons.size(), 4) << "each has its own words: " << qPrintable(reasons.join(QLatin1Char('\n')));
    m_app->lock(ui::LockReason::Idle);
    EXPECT_TRUE(atChoose()) << "nothing is shown that could be locked";
    choosePassphrase();
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
    ASSERT_TRUE(settled());
    EXPECT_TRUE(openWrappedKey(accountFolder("first") + QStringLiteral("/data.key"), m_passphrase).ok());
    m_app->lock(ui::LockReason::Asked);
    unlock();
    EXPECT_TRUE(atDesk());
}

TEST_F(FirstContact, aPassphraseThatCannotBeKept_isSaidAndTheCodeStaysGood)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    const QString inTheWay = accountFolder("first") + QStringLiteral("/data.key");
    ASSERT_TRUE(QDir().mkpath(inTheWay));
    choosePassphrase();
    EXPECT_TRUE(until([this] { return atChoose() && !messages().isEmpty(); }));
    ASSERT_TRUE(QDir().rmdir(inTheWay));
    choosePassphrase();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, backFromThePassphrase_whatWasTypedIsThereToBeMendedAndTheCodeStaysGood)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    press("backToSignIn");
    ASSERT_TRUE(until([this] { return atSignIn(); }));
    EXPECT_FALSE(QFile::exists(accountFolder("first")));
    EXPECT_EQ(line("accountName")->text(), m_name);
    EXPECT_EQ(line("oneTimeCode")->text(), m_code);
    EXPECT_TRUE(line("chosenPassword")->text().isEmpty());
    fillPasswords();
    press("signIn");
    choosePassphrase();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, killedWhileThePassphraseIsThoughtUp_theCodeIsStillGood)
{
    if (qEnvironmentVariableIsSet(kProfile))
        return setUpUntilKilled(Until::ThePassphrase);
    killWhen(m_server->url(), [](const QByteArray &seen) { return seen.contains(kAtThePassphrase); });
    startLaptop("first");
    setUpLaptop();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, killedBeforeTheCodeIsWithTheServer_goesOnWithThePassphraseAndTheCode)
{
    if (qEnvironmentVariableIsSet(kProfile))
        return setUpUntilKilled(Until::TheCode);
    test::FaultProxy line(m_server->url());
    line.next("POST", "/api/v1/session/enrol",
              [](const test::WireRequest &) { return test::WireFault{test::WireFault::Kind::Hang}; });
    killWhen(line.url(), [&line](const QByteArray &) { return line.hasHappened(); });
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atUnlock(); })) << qPrintable(messages());
    unlock();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, killedBeforeTheServersAnswerIsHere_goesOnWithThePassphraseAndThePassword)
{
    if (qEnvironmentVariableIsSet(kProfile))
        return setUpUntilKilled(Until::TheCode);
    test::FaultProxy line(m_server->url());
    bool answered = false;
    line.next("POST", "/api/v1/session/enrol", [&answered](const test::WireRequest &) {
        return test::WireFault{test::WireFault::Kind::CutReply, 0, {}, [&answered] { answered = true; }};
    });
    killWhen(line.url(), [&answered](const QByteArray &) { return answered; });
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atUnlock(); })) << qPrintable(messages());
    unlock();
    ASSERT_TRUE(until([this] { return atSignIn() && messages().contains(QStringLiteral("the code was used")); }))
        << qPrintable(messages());
    press("otherForm");
    signIn(m_chosen);
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, closedBeforeTheServersAnswerIsHere_goesOnWithThePassphraseAndThePassword)
{
    test::FaultProxy line(m_server->url());
    bool answered = false;
    line.next("POST", "/api/v1/session/enrol", [&answered](const test::WireRequest &) {
        return test::WireFault{test::WireFault::Kind::CutReply, 0, {}, [&answered] { answered = true; }};
    });
    startLaptop("first");
    press("otherForm");
    this->line("oneTimeCode")->setText(m_qrText);
    this->line("serverAddress")->setText(line.url().toString());
    fillPasswords();
    press("signIn");
    choosePassphrase();
    ASSERT_TRUE(until([&answered] { return answered; })) << qPrintable(messages());
    startLaptop("first");
    signIn(m_chosen);
    ASSERT_TRUE(until([this] { return atUnlock(); })) << qPrintable(messages());
    unlock();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, anotherAccountBesideSampleData_isMarkedAsSampleToo)
{
    const QString accounts = m_dir.filePath(QStringLiteral("sample-accounts.json"));
    put(accounts, R"({"accounts": [{"name": "sana", "display_name": "Sample Inspector", "role": "inspector",
                                    "password": "a sample passphrase"}]})");
    ASSERT_TRUE(test::ServerProcess::addAccount(m_store, QStringLiteral("bilal"), QStringLiteral("inspector"),
                                                {QStringLiteral("PK-PB")}, m_chosen.toUtf8())
                    .ok());
    m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                         DesktopOptions{m_dir.filePath(QStringLiteral("first")),
                                                        m_server->url().toString(),
                                                        accounts,
                                                        {},
                                                        kLight,
                                                        [this] { return std::make_unique<FakeKeyring>(m_vault); }},
                                         m_clock);
    ASSERT_TRUE(m_app->start().ok());
    ASSERT_TRUE(until([this] { return atSignIn() && !messages().isEmpty(); })) << "the server knows no sana";
    line("accountName")->setText(QStringLiteral("bilal"));
    line("password")->setText(m_chosen);
    press("signIn");
    choosePassphrase();
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
    EXPECT_TRUE(m_app->session()->holdsSample());
}

TEST_F(FirstContact, leftBeforeThePassphrase_leavesNothingBehindAndTheCodeStaysGood)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    m_app.reset();
    EXPECT_FALSE(QFile::exists(accountFolder("first")));
    startLaptop("first");
    setUpLaptop();
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

TEST_F(FirstContact, thePassword_isChangedFromTheMenu)
{
    const QString next = QStringLiteral("quite another one");
    startLaptop("first");
    setUpLaptop();
    ASSERT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
    const auto change = [this, &next](const QString &present) {
        trigger("changePassword");
        line("currentPassword")->setText(present);
        line("newPassword")->setText(next);
        line("passwordAgain")->setText(next);
        press("takePassword");
    };
    change(QStringLiteral("not the password"));
    EXPECT_TRUE(until([this] { return messages().contains(QStringLiteral("The present password is wrong.")); }))
        << qPrintable(messages());
    change(m_chosen);
    ASSERT_TRUE(until([this] { return messages().contains(QStringLiteral("your account is changed")); }))
        << qPrintable(messages());
    m_app->session()->sync().syncNow();
    EXPECT_TRUE(settled()) << "this session goes on";

    Q_EMIT m_app->window()->findChild<ui::SyncPage *>()->signInRequested();
    ASSERT_TRUE(until([this] { return atSignIn(); }));
    signIn(m_chosen);
    EXPECT_TRUE(until([this] { return messages().contains(QStringLiteral("The name or the password is wrong.")); }))
        << qPrintable(messages());
    ASSERT_TRUE(atSignIn());
    signIn(next);
    EXPECT_TRUE(until([this] { return atDesk(); })) << qPrintable(messages());
}

} // namespace
} // namespace markaz::desktop
