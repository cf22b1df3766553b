// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The account's password and the laptop's passphrase do not become the same where both were typed.
#include "app/desktop/knownsecrets.h"
#include "tests/app/desktop/desktopfixture.h"

namespace markaz::desktop {
namespace {

const QString kPassword = QStringLiteral("a sample password");

class TwoSecrets : public Desktop
{
};

TEST_F(TwoSecrets, thePassphrase_doesNotBecomeThePassword)
{
    knowAccount();
    startUnlocked();
    trigger("changePassword");
    line("currentPassword")->setText(kPassword);
    line("newPassword")->setText(m_passphrase);
    line("passwordAgain")->setText(m_passphrase);
    press("takePassword");
    EXPECT_TRUE(says(QStringLiteral("This is the passphrase of this laptop."))) << qPrintable(messages());
}

TEST_F(TwoSecrets, thePassword_doesNotBecomeThePassphrase)
{
    knowAccount();
    start();
    press("signInAsAnother");
    QCoreApplication::processEvents();
    ASSERT_TRUE(atSignIn());
    line("serverAddress")->setText(QStringLiteral("http://127.0.0.1:9"));
    line("accountName")->setText(QStringLiteral("sana"));
    line("password")->setText(kPassword);
    press("signIn");
    QCoreApplication::processEvents();
    unlock();
    ASSERT_TRUE(QTest::qWaitFor([this] { return atSignIn() && !messages().isEmpty(); }, 20'000)) << "no server";
    press("goOnOffline");
    ASSERT_TRUE(QTest::qWaitFor([this] { return atDesk(); }));
    const auto change = [this](const QString &next) {
        trigger("changePassphrase");
        line("currentPassphrase")->setText(m_passphrase);
        line("newPassphrase")->setText(next);
        line("passphraseAgain")->setText(next);
        press("takePassphrase");
        QCoreApplication::processEvents();
    };
    change(kPassword);
    EXPECT_TRUE(says(QStringLiteral("This is your account’s password."))) << qPrintable(messages());
    EXPECT_TRUE(openWrappedKey(keyPath(), m_passphrase).ok());
    change(QStringLiteral("another passphrase"));
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
