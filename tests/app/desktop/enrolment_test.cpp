// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop is set up with a one-time code of a real server, and its account's password is changed there.
#include "core/workflow/buildings.h"
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/serverprocess.h"
#include "ui/pages/sync/syncpage.h"

#include <QAction>
#include <QRegularExpression>

namespace markaz::desktop {
namespace {

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
    void startLaptop(const char *profile)
    {
        m_app.reset();
        m_app = std::make_unique<DesktopApp>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                             DesktopOptions{m_dir.filePath(QLatin1String(profile)),
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
    enterCode();
    ASSERT_TRUE(until([this] { return atSignIn() && !messages().isEmpty(); })) << "before a passphrase is thought up";
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
    EXPECT_FALSE(QFile::exists(m_dir.filePath(QStringLiteral("second/accounts/")) + m_name))
        << "nobody had signed in, so nothing is kept";
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

TEST_F(FirstContact, theFirstPassphrase_isChosenBehindTheSignInAndIsNotThePassword)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    EXPECT_TRUE(says(QStringLiteral("one-time code is used"))) << qPrintable(messages());
    EXPECT_FALSE(QFile::exists(accountFolder("first") + QStringLiteral("/data.key")));
    auto *take = m_app->window()->findChild<QPushButton *>(QStringLiteral("takePassphrase"));
    line("newPassphrase")->setText(m_chosen);
    line("passphraseAgain")->setText(m_chosen);
    EXPECT_FALSE(take->isEnabled()) << "the account's password";
    line("newPassphrase")->setText(QStringLiteral("aaaaaaaaaaaa"));
    line("passphraseAgain")->setText(QStringLiteral("aaaaaaaaaaaa"));
    EXPECT_FALSE(take->isEnabled());
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

TEST_F(FirstContact, leftBeforeThePassphrase_leavesNothingBehind)
{
    startLaptop("first");
    enterCode();
    ASSERT_TRUE(until([this] { return atChoose(); })) << qPrintable(messages());
    m_app.reset();
    EXPECT_FALSE(QFile::exists(accountFolder("first")));
    startLaptop("first");
    EXPECT_TRUE(atSignIn());
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
