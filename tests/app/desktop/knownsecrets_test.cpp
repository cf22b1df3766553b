// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The account's password and the laptop's passphrase do not become the same where both were typed.
#include "app/desktop/knownsecrets.h"
#include "tests/app/desktop/desktopfixture.h"
#include "tests/support/serverprocess.h"
#include "ui/pages/sync/syncpage.h"

#include <QAction>

namespace markaz::desktop {
namespace {

const QString kPassword = QStringLiteral("a sample password");

class TwoSecrets : public Desktop
{
protected:
    const QString m_nobody = QStringLiteral("http://127.0.0.1:9");

    void changePassphrase(const QString &next)
    {
        trigger("changePassphrase");
        line("currentPassphrase")->setText(m_passphrase);
        line("newPassphrase")->setText(next);
        line("passphraseAgain")->setText(next);
        press("takePassphrase");
        QCoreApplication::processEvents();
    }
    void changePassword(const QString &next)
    {
        trigger("changePassword");
        line("currentPassword")->setText(kPassword);
        line("newPassword")->setText(next);
        line("passwordAgain")->setText(next);
        press("takePassword");
    }
    /// From the desk, whose session stays open.
    void leadToSignIn()
    {
        Q_EMIT m_app->window()->findChild<ui::SyncPage *>()->signInRequested();
        ASSERT_TRUE(QTest::qWaitFor([this] { return atSignIn(); }));
    }
    void signIn(const QString &server, const char *account, const QString &password)
    {
        line("serverAddress")->setText(server);
        line("accountName")->setText(QLatin1String(account));
        line("password")->setText(password);
        press("signIn");
        QCoreApplication::processEvents();
    }
    bool toldAtSignIn(const char *words)
    {
        return QTest::qWaitFor([&] { return atSignIn() && messages().contains(QLatin1String(words)); }, 20'000);
    }
    void goOnOffline()
    {
        press("goOnOffline");
        QCoreApplication::processEvents();
    }
};

TEST_F(TwoSecrets, thePassphrase_doesNotBecomeThePassword)
{
    knowAccount();
    startUnlocked();
    changePassword(m_passphrase);
    EXPECT_TRUE(says(QStringLiteral("This is the passphrase of this laptop."))) << qPrintable(messages());
}

TEST_F(TwoSecrets, aPassphraseThatIsChosenForAPlainKey_doesNotBecomeThePassword)
{
    knowAccount();
    const auto key = openWrappedKey(keyPath(), m_passphrase);
    ASSERT_TRUE(key.ok());
    put(keyPath(), "MKZKEY1\n" + QByteArray(reinterpret_cast<const char *>(key->data.data()), SecretKey::kSize));
    start();
    ASSERT_TRUE(atChoose());
    line("newPassphrase")->setText(m_passphrase);
    line("passphraseAgain")->setText(m_passphrase);
    press("takePassphrase");
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); })) << qPrintable(messages());
    changePassword(m_passphrase);
    EXPECT_TRUE(says(QStringLiteral("This is the passphrase of this laptop."))) << qPrintable(messages());
}

TEST_F(TwoSecrets, whatWasTypedForAnotherAccount_isForgottenWithIt)
{
    knowAccount();
    startUnlocked();
    leadToSignIn();
    signIn(m_nobody, "bilal", kPassword);
    ASSERT_TRUE(toldAtSignIn("could not be reached")) << qPrintable(messages());
    goOnOffline();
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); })) << qPrintable(messages());
    changePassphrase(kPassword);
    EXPECT_TRUE(says(QStringLiteral("is changed"))) << qPrintable(messages());
}

TEST_F(TwoSecrets, aMistypedPassword_doesNotTakeTheRightOnesPlace)
{
    const QString mistyped = QStringLiteral("a sample pasword");
    test::ServerStore store;
    store.dataDir = m_dir.filePath(QStringLiteral("server"));
    const auto server = test::ServerProcess::start(store);
    ASSERT_TRUE(server.ok()) << qPrintable(server.error().detail);
    ASSERT_TRUE(test::ServerProcess::addAccount(store, QStringLiteral("sana"), QStringLiteral("inspector"),
                                                {QStringLiteral("PK-PB")}, kPassword.toUtf8())
                    .ok());
    const QString address = (*server)->url().toString();
    start();
    ASSERT_TRUE(atSignIn());
    signIn(address, "sana", kPassword);
    ASSERT_TRUE(QTest::qWaitFor([this] { return atChoose(); }, 20'000)) << qPrintable(messages());
    line("newPassphrase")->setText(m_passphrase);
    line("passphraseAgain")->setText(m_passphrase);
    press("takePassphrase");
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); }, 20'000)) << qPrintable(messages());
    leadToSignIn();
    signIn(address, "sana", mistyped);
    ASSERT_TRUE(toldAtSignIn("The name or the password is wrong.")) << qPrintable(messages());
    goOnOffline();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); })) << qPrintable(messages());
    changePassphrase(kPassword);
    EXPECT_TRUE(says(QStringLiteral("This is your account’s password."))) << qPrintable(messages());
    EXPECT_TRUE(openWrappedKey(keyPath(), m_passphrase).ok());
    changePassphrase(mistyped);
    EXPECT_TRUE(says(QStringLiteral("is changed"))) << qPrintable(messages());
    m_app.reset();
}

TEST_F(TwoSecrets, thePassword_doesNotBecomeThePassphrase)
{
    knowAccount();
    start();
    press("signInAsAnother");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atSignIn());
    signIn(m_nobody, "sana", kPassword);
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atSignIn() && !messages().isEmpty(); }, 20'000)) << "no server";
    goOnOffline();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); }));
    changePassphrase(kPassword);
    EXPECT_TRUE(says(QStringLiteral("This is your account’s password."))) << qPrintable(messages());
    EXPECT_TRUE(openWrappedKey(keyPath(), m_passphrase).ok());
    changePassphrase(QStringLiteral("another passphrase"));
    EXPECT_TRUE(says(QStringLiteral("is changed"))) << qPrintable(messages());
}

TEST(KnownSecrets, areToldApart_andForgotten)
{
    KnownSecrets known;
    EXPECT_FALSE(known.isPassword({}));
    known.notePassword(kPassword);
    known.notePassphrase(QStringLiteral("another passphrase"));
    EXPECT_TRUE(known.isPassword(kPassword));
    EXPECT_FALSE(known.isPassword(QStringLiteral("another passphrase")));
    EXPECT_TRUE(known.isPassphrase(QStringLiteral("another passphrase")));
    known.forget();
    EXPECT_FALSE(known.isPassword(kPassword));
    EXPECT_FALSE(known.isPassphrase(QStringLiteral("another passphrase")));
}

} // namespace
} // namespace markaz::desktop
