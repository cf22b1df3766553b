// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page that changes an account's password on the server.
#include "tests/ui/support/deskfixture.h"

#include "ui/desk.h"
#include "ui/pages/account/passwordpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QAction>

namespace markaz::ui {
namespace {

using namespace test;

/// Answers when the test says so.
class OneServer final : public Administration
{
public:
    void ask(const AdminRequest &request, QObject *, Reply reply) override
    {
        asked.append(request);
        m_reply = std::move(reply);
    }
    void answer(const Result<QJsonObject> &how) { std::exchange(m_reply, {})(how); }
    QList<AdminRequest> asked;

private:
    Reply m_reply;
};

class ChangeOfPassword : public testing::Test
{
protected:
    const QString m_old = QStringLiteral("the old password");
    const QString m_new = QStringLiteral("quite another one");
    OneServer m_server;
    PasswordPage m_page{m_server};

    void SetUp() override
    {
        m_page.resize(1000, 600);
        present(m_page);
    }
    QLineEdit *line(const char *name) { return part<QLineEdit>(m_page, name); }
    QPushButton *button() { return part<QPushButton>(m_page, "takePassword"); }
    void ask()
    {
        line("currentPassword")->setText(m_old);
        line("newPassword")->setText(m_new);
        line("passwordAgain")->setText(m_new);
        click(button());
    }
};

TEST_F(ChangeOfPassword, isAskedOfTheServerOnce_andSaysWhatEnds)
{
    EXPECT_FALSE(button()->isEnabled());
    line("newPassword")->setText(m_new);
    line("passwordAgain")->setText(m_new);
    EXPECT_FALSE(button()->isEnabled()) << "without the present one";
    line("currentPassword")->setText(m_old);
    line("passwordAgain")->setText(m_old);
    EXPECT_FALSE(button()->isEnabled()) << "two that differ";
    ask();
    EXPECT_FALSE(button()->isEnabled()) << "while it is under way";
    ASSERT_EQ(m_server.asked.size(), 1);
    EXPECT_EQ(m_server.asked.first().path, QStringLiteral("/api/v1/session/password"));
    EXPECT_EQ(m_server.asked.first().body,
              (QJsonObject{{QStringLiteral("old"), m_old}, {QStringLiteral("new"), m_new}}));
    m_server.answer(QJsonObject());
    EXPECT_EQ(messagesOf(m_page),
              QStringLiteral("The password of your account is changed. You stay signed in here; your sessions on other "
                             "laptops have ended. Sign in there with the new password."));
    for (const char *name : {"currentPassword", "newPassword", "passwordAgain"})
        EXPECT_EQ(line(name)->text(), QString()) << name;
}

TEST_F(ChangeOfPassword, refusals_areSaidAndLeaveWhatWasTyped)
{
    const std::vector<std::pair<Error, const char *>> cases{
        {{ErrorCode::Refused, QStringLiteral("wrong_password"), {}}, "The present password is wrong. Nothing was"},
        {{ErrorCode::NetworkUnreachable, {}, {}}, "The server did not answer, and only with it"},
        {{ErrorCode::NetworkTimeout, {}, {}}, "The server did not answer, and only with it"},
        {{ErrorCode::Unauthenticated, {}, {}}, "Your session has ended. The password was not changed."},
        {{ErrorCode::Refused, QStringLiteral("busy"), {}}, "The server asks to wait"}};
    for (const auto &[error, words] : cases) {
        ask();
        m_server.answer(error);
        EXPECT_TRUE(messagesOf(m_page).startsWith(QLatin1String(words))) << qPrintable(messagesOf(m_page));
        EXPECT_EQ(line("newPassword")->text(), m_new);
        EXPECT_TRUE(line("currentPassword")->hasFocus());
        EXPECT_TRUE(button()->isEnabled()) << "it can be tried again";
    }
    EXPECT_EQ(m_server.asked.size(), static_cast<qsizetype>(cases.size()));
}

TEST_F(ChangeOfPassword, theLaptopsPassphrase_isRefusedBeforeAnythingIsAsked)
{
    m_page.setIsPassphrase([this](const QString &text) { return text == m_new; });
    QSignalSpy changed(&m_page, &PasswordPage::changed);
    ask();
    EXPECT_TRUE(m_server.asked.isEmpty());
    EXPECT_TRUE(messagesOf(m_page).startsWith(QStringLiteral("This is the passphrase of this laptop.")))
        << qPrintable(messagesOf(m_page));
    EXPECT_EQ(changed.count(), 0);
    m_page.setIsPassphrase([](const QString &) { return false; });
    ask();
    m_server.answer(QJsonObject());
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toString(), m_new);
}

class PasswordInTheMenu : public DeskFixture
{
};

TEST_F(PasswordInTheMenu, leadsThere_whereThereIsAWayToTheServer)
{
    MainFrame frame;
    const Desk desk(frame, services(), {});
    auto *action = frame.findChild<QAction *>(QStringLiteral("changePassword"));
    ASSERT_NE(action, nullptr);
    action->trigger();
    EXPECT_EQ(frame.current(), QStringLiteral("password"));

    MainFrame alone;
    Services without = services();
    without.administration = nullptr;
    const Desk other(alone, without, {});
    EXPECT_EQ(alone.findChild<QAction *>(QStringLiteral("changePassword")), nullptr);
}

} // namespace
} // namespace markaz::ui
