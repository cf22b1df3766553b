// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sign-in page's second form: a laptop is set up with a one-time code.
#include "tests/ui/support/deskfixture.h"

#include "core/protocol/accounts.h"
#include "ui/pages/signinpage.h"

#include <QClipboard>

namespace markaz::ui {
namespace {

using namespace test;

const QString kServer = QStringLiteral("https://markaz.example");
const QString kName = QStringLiteral("a.khan");
const QString kCode = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N");
const QString kChosen = QStringLiteral("a chosen password");

class SetUpForm : public testing::Test
{
protected:
    SignInPage m_page;
    QSignalSpy m_asked{&m_page, &SignInPage::enrolRequested};

    void SetUp() override
    {
        m_page.resize(1366, 690);
        present(m_page);
    }
    QLineEdit *line(const char *name) { return part<QLineEdit>(m_page, name); }
    QPushButton *button(const char *name) { return part<QPushButton>(m_page, name); }
    QString missing() { return part<QLabel>(m_page, "enrolMissing")->text(); }
    bool withCode() { return line("oneTimeCode")->isVisible() && !line("password")->isVisible(); }
    void fill(const QString &code, const QString &password, const QString &again)
    {
        line("serverAddress")->setText(kServer);
        line("accountName")->setText(kName);
        line("oneTimeCode")->setText(code);
        line("chosenPassword")->setText(password);
        line("chosenAgain")->setText(again);
    }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        line("oneTimeCode")->clear();
        line("oneTimeCode")->paste();
    }
};

TEST_F(SetUpForm, isBehindTheButton_andBack)
{
    m_page.setAccount(kName);
    EXPECT_FALSE(withCode());
    EXPECT_TRUE(line("password")->isVisible());
    click(button("otherForm"));
    EXPECT_TRUE(withCode());
    EXPECT_EQ(line("accountName")->text(), kName);
    EXPECT_EQ(button("signIn")->text(), QStringLiteral("Set up this laptop"));
    click(button("otherForm"));
    EXPECT_TRUE(line("password")->isVisible());
    EXPECT_FALSE(line("oneTimeCode")->isVisible());
    EXPECT_EQ(button("signIn")->text(), QStringLiteral("Sign in"));
}

TEST_F(SetUpForm, asksForAWholeCodeAndAPasswordTwice_andSendsThem)
{
    click(button("otherForm"));
    fill({}, kChosen, kChosen);
    EXPECT_FALSE(button("signIn")->isEnabled()) << "without a code";
    fill(kCode.chopped(1), kChosen, kChosen);
    EXPECT_FALSE(button("signIn")->isEnabled());
    EXPECT_EQ(missing(), QStringLiteral("The code is not whole yet: it has 20 letters and digits."));
    fill(kCode, QStringLiteral("elevenchars"), QStringLiteral("elevenchars"));
    EXPECT_FALSE(button("signIn")->isEnabled());
    EXPECT_EQ(missing(), QStringLiteral("1 more character."));
    fill(kCode, kChosen, kChosen + QLatin1Char('x'));
    EXPECT_FALSE(button("signIn")->isEnabled());
    QTest::keyClick(line("chosenAgain"), Qt::Key_Return);
    EXPECT_EQ(m_asked.count(), 0);
    const QString typed = QStringLiteral("7q2m xj4k ov9r tb3c hz5n"); // as a person types it: O for 0, no hyphens
    fill(typed, kChosen, kChosen);
    EXPECT_TRUE(button("signIn")->isEnabled());
    QTest::keyClick(line("chosenAgain"), Qt::Key_Return);
    ASSERT_EQ(m_asked.count(), 1);
    EXPECT_EQ(m_asked.first(), (QVariantList{kServer, kName, typed, kChosen}));
    m_page.setBusy(true);
    QTest::keyClick(line("chosenAgain"), Qt::Key_Return);
    EXPECT_EQ(m_asked.count(), 1) << "once is enough";
}

TEST_F(SetUpForm, theTextOfAQrCode_fillsThreeFields)
{
    click(button("otherForm"));
    const auto text = protocol::writeEnrolment({kServer, kName, kCode});
    ASSERT_TRUE(text.ok());
    line("serverAddress")->setText(QStringLiteral("https://another.example"));
    paste(QStringLiteral("  ") + *text + QLatin1Char('\n'));
    EXPECT_EQ(line("serverAddress")->text(), kServer);
    EXPECT_EQ(line("accountName")->text(), kName);
    EXPECT_EQ(line("oneTimeCode")->text(), kCode);
    EXPECT_TRUE(line("chosenPassword")->hasFocus());
    fill(text->chopped(3), kChosen, kChosen);
    EXPECT_EQ(missing(), QStringLiteral("This is not the whole text of a QR code. Scan it again, or type the code."));
    EXPECT_FALSE(button("signIn")->isEnabled());
}

TEST_F(SetUpForm, aQrCodeOfAServerWithoutHttps_isRefusedWithWhatIsWrong)
{
    click(button("otherForm"));
    fill(QStringLiteral("markaz-enrol:1?server=http%3A%2F%2Fmarkaz.example&account=a.khan&code=") + kCode, kChosen,
         kChosen);
    EXPECT_TRUE(missing().contains(QStringLiteral("https address"))) << qPrintable(missing());
    EXPECT_FALSE(button("signIn")->isEnabled());
}

TEST_F(SetUpForm, aServerThatAsksToWait_saysHowLongAndKeepsTheField)
{
    m_page.setServer(kServer);
    m_page.setAccount(kName);
    line("password")->setText(kChosen);
    button("signIn")->setFocus();
    m_page.setBusy(true);
    m_page.setBusy(false);
    m_page.showError({ErrorCode::Refused, QStringLiteral("busy"), QStringLiteral("2")});
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("The next try is possible in 2 seconds.")))
        << qPrintable(messagesOf(m_page));
    EXPECT_TRUE(line("password")->hasFocus());
    EXPECT_EQ(line("password")->text(), kChosen) << "it may be right";
}

TEST_F(SetUpForm, aLaptopThatIsUnknown_isLedThereWithTheAccountKept)
{
    m_page.setServer(kServer);
    m_page.setAccount(kName);
    line("password")->setText(kChosen);
    m_page.showError({ErrorCode::Refused, QStringLiteral("device_unknown"), {}});
    EXPECT_TRUE(withCode());
    EXPECT_EQ(line("accountName")->text(), kName);
    EXPECT_EQ(line("serverAddress")->text(), kServer);
    EXPECT_TRUE(line("oneTimeCode")->hasFocus());
    EXPECT_EQ(messagesOf(m_page),
              QStringLiteral("This laptop is new to this account: the password alone does not open it here. What is on "
                             "this laptop stays as it is. Ask your administrator for a one-time code and set up this "
                             "laptop with it."));
}

TEST_F(SetUpForm, aCodeThatIsWrong_isSaidInItsOwnWords)
{
    m_page.setCode(kCode);
    EXPECT_TRUE(withCode());
    m_page.showError({ErrorCode::Unauthenticated, {}, {}});
    EXPECT_TRUE(messagesOf(m_page).startsWith(
        QStringLiteral("The name or the code is wrong, or the code was used or is too old.")))
        << qPrintable(messagesOf(m_page));
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("Compare what you typed"))) << "most are typed wrongly";
    EXPECT_TRUE(line("oneTimeCode")->hasFocus());
    click(button("otherForm"));
    EXPECT_EQ(messagesOf(m_page), QString()) << "it was about the other form";
}

TEST_F(SetUpForm, aServerThatIsNotThere_leavesNobodyInTheBeliefThatTheyCanWork)
{
    for (const ErrorCode code : {ErrorCode::NetworkUnreachable, ErrorCode::NetworkTimeout}) {
        m_page.showError({code, {}, {}});
        const QString words = messagesOf(m_page);
        EXPECT_TRUE(words.endsWith(QStringLiteral("What is on this laptop stays as it is. Look at the server address "
                                                  "and at the network, then try again.")))
            << qPrintable(words);
    }
}

TEST_F(SetUpForm, anAddressOrANameThatCannotBe_isSaidWithWhatItTakes)
{
    m_page.showError({ErrorCode::InvalidValue, {}, QStringLiteral("server")});
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("https://"))) << qPrintable(messagesOf(m_page));
    EXPECT_TRUE(line("serverAddress")->hasFocus());
    m_page.showError({ErrorCode::InvalidValue, {}, QStringLiteral("account_name")});
    EXPECT_TRUE(messagesOf(m_page).contains(QStringLiteral("small letters"))) << qPrintable(messagesOf(m_page));
    EXPECT_TRUE(line("accountName")->hasFocus());
}

TEST_F(SetUpForm, aRevokedLaptop_isSaid)
{
    m_page.showError({ErrorCode::Refused, QStringLiteral("device_revoked"), {}});
    EXPECT_FALSE(withCode());
    EXPECT_TRUE(messagesOf(m_page).startsWith(QStringLiteral("This laptop was revoked for this account.")));
}

} // namespace
} // namespace markaz::ui
