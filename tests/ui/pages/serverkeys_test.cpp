// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The server's pins, seen and set in the window.
#include "tests/ui/support/deskfixture.h"

#include "core/sync/httptransport.h"
#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/pages/door/serverkeysheet.h"
#include "ui/pages/signinpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QAction>

namespace markaz::ui {
namespace {

using namespace test;

const QString kPin = QStringLiteral("sha256//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");   // of nothing
const QString kSpare = QStringLiteral("sha256//ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="); // of "abc"

class ServerKeys : public testing::Test
{
protected:
    MainWindow m_window;
    QPointer<ServerKeySheet> m_sheet;
    QList<QStringList> m_chosen;

    void open(const ServerKeySheet::State &state)
    {
        m_window.resize(1366, 690);
        present(m_window);
        m_sheet = new ServerKeySheet(
            state, [](const QString &pin) { return ServerPins::of({pin}).ok(); }, m_window.centralWidget());
        QObject::connect(m_sheet, &ServerKeySheet::chosen, m_sheet,
                         [this](const QStringList &pins) { m_chosen.append(pins); });
    }
    QLineEdit *line(const char *name) { return part<QLineEdit>(*m_sheet, name); }
    QPushButton *take() { return part<QPushButton>(*m_sheet, "takePins"); }
    /// What stands at the field; empty: nothing is wrong with it.
    QString trouble(const char *name)
    {
        auto *label = part<QLabel>(*m_sheet, name);
        return label->isVisible() ? label->text() : QString();
    }
};

TEST_F(ServerKeys, thoseThatAreSet_areShownAndTakenAnew)
{
    open({QStringLiteral("https://markaz.example"), {kPin, kSpare}});
    EXPECT_EQ(line("serverPin")->text(), kPin);
    EXPECT_EQ(line("sparePin")->text(), kSpare);
    EXPECT_TRUE(wordsOf(*m_sheet).contains(QStringLiteral("https://markaz.example")));
    line("serverPin")->setText(QStringLiteral("  ") + kSpare + QLatin1Char('\n'));
    line("sparePin")->clear();
    click(take());
    EXPECT_EQ(m_chosen, QList<QStringList>{{kSpare}});
    settle();
    EXPECT_TRUE(m_sheet.isNull());
}

TEST_F(ServerKeys, whatIsNoPin_isSaidAtItsFieldAndNotTaken)
{
    open({{}, {kPin}});
    EXPECT_EQ(trouble("serverPinTrouble"), QString());
    for (const char *wrong : {"sha256//short", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                              "sha1//47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "desktop.json: server_pins"}) {
        line("serverPin")->setText(QLatin1String(wrong));
        EXPECT_TRUE(trouble("serverPinTrouble").contains(QStringLiteral("This is no pin"))) << wrong;
        EXPECT_EQ(trouble("sparePinTrouble"), QString());
        EXPECT_FALSE(take()->isEnabled());
        QTest::keyClick(line("serverPin"), Qt::Key_Return);
    }
    line("serverPin")->setText(kPin);
    line("sparePin")->setText(kPin);
    EXPECT_TRUE(trouble("sparePinTrouble").contains(QStringLiteral("the pin of another key")));
    EXPECT_FALSE(take()->isEnabled());
    line("serverPin")->clear();
    EXPECT_TRUE(trouble("sparePinTrouble").contains(QStringLiteral("in use above")));
    EXPECT_FALSE(take()->isEnabled());
    EXPECT_TRUE(m_chosen.isEmpty());
    line("serverPin")->setText(kSpare);
    EXPECT_TRUE(take()->isEnabled());
    QTest::keyClick(line("serverPin"), Qt::Key_Return);
    EXPECT_EQ(m_chosen, (QList<QStringList>{{kSpare, kPin}}));
}

TEST_F(ServerKeys, withoutAny_isSaidWhatThatMeans)
{
    open({{}, {kPin}});
    line("serverPin")->clear();
    EXPECT_TRUE(part<QLabel>(*m_sheet, "pinsMean")->text().contains(QStringLiteral("Without a pin")));
    EXPECT_EQ(take()->text(), QStringLiteral("Go without a pin"));
    QTest::keyClick(m_sheet, Qt::Key_Escape);
    EXPECT_TRUE(m_chosen.isEmpty());
    settle();
    EXPECT_TRUE(m_sheet.isNull());
}

TEST_F(ServerKeys, whatWasMet_isSaidWithItsFingerprintAndCannotBeTakenOver)
{
    const QString fingerprint = QStringList(32, QStringLiteral("A7")).join(QLatin1Char(':'));
    open({{}, {kPin}, QLatin1String(nottrusted::kPin), QStringLiteral("another key; SHA-256 ") + fingerprint});
    const QString words = plain(messagesOf(*m_sheet));
    EXPECT_TRUE(words.contains(QStringLiteral("another key than the one"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringList(16, QStringLiteral("A7A7")).join(QLatin1Char(' ')))) << qPrintable(words);
    EXPECT_EQ(line("serverPin")->text(), kPin);
    QStringList buttons;
    for (const QPushButton *button : m_sheet->findChildren<QPushButton *>()) {
        if (button->isVisible())
            buttons.append(button->objectName());
    }
    buttons.sort();
    EXPECT_EQ(buttons, (QStringList{QStringLiteral("leavePins"), QStringLiteral("takePins")}));
}

TEST_F(ServerKeys, whileAnotherKeyIsShown_onePinHasToStand)
{
    open({{}, {kPin}, QLatin1String(nottrusted::kPin), {}, ServerKeySheet::May::Ask});
    line("serverPin")->clear();
    EXPECT_FALSE(take()->isEnabled());
    EXPECT_TRUE(part<QLabel>(*m_sheet, "pinsMean")->text().contains(QStringLiteral("has just shown another key")));
    QTest::keyClick(line("serverPin"), Qt::Key_Return);
    EXPECT_TRUE(m_chosen.isEmpty());
    EXPECT_FALSE(part<QPushButton>(*m_sheet, "keepPins")->isVisible()) << "there is nothing to ask";
    line("serverPin")->setText(kSpare);
    EXPECT_TRUE(take()->isEnabled());
}

TEST_F(ServerKeys, thatAreNoPins_makeRoomForOneAlone)
{
    open({{}, {QStringLiteral("desktop.json: server_pins")}, {}, {}, ServerKeySheet::May::ChangePin});
    line("serverPin")->clear();
    EXPECT_FALSE(take()->isEnabled());
    EXPECT_TRUE(part<QLabel>(*m_sheet, "pinsMean")->text().contains(QStringLiteral("cannot be read as a pin")));
    line("serverPin")->setText(kPin);
    click(take());
    EXPECT_EQ(m_chosen, QList<QStringList>{{kPin}});
}

TEST_F(ServerKeys, ofADesk_areChangedAfterAQuestion)
{
    open({{}, {kPin}, {}, {}, ServerKeySheet::May::Ask});
    auto *keep = part<QPushButton>(*m_sheet, "keepPins");
    line("serverPin")->clear();
    QTest::keyClick(line("serverPin"), Qt::Key_Return);
    EXPECT_TRUE(keep->isVisible());
    EXPECT_TRUE(wordsOf(*m_sheet).contains(QStringLiteral("goes to every server whose certificate")));
    QTest::keyClick(line("serverPin"), Qt::Key_Return);
    EXPECT_TRUE(m_chosen.isEmpty()) << "Enter alone does not answer it";
    line("serverPin")->setText(kSpare);
    EXPECT_FALSE(keep->isVisible()) << "that is another question";
    click(take());
    EXPECT_TRUE(wordsOf(*m_sheet).contains(QStringLiteral("whoever has one of these keys")));
    EXPECT_TRUE(m_chosen.isEmpty());
    click(keep);
    EXPECT_FALSE(keep->isVisible());
    click(take());
    click(take());
    EXPECT_EQ(m_chosen, QList<QStringList>{{kSpare}});
}

TEST_F(ServerKeys, ofADesk_thatAreTheFirstOrTheSame_areNotAskedAbout)
{
    open({{}, {}, {}, {}, ServerKeySheet::May::Ask});
    line("serverPin")->setText(kPin);
    click(take());
    settle();
    open({{}, {kPin}, {}, {}, ServerKeySheet::May::Ask});
    click(take());
    EXPECT_EQ(m_chosen, (QList<QStringList>{{kPin}, {kPin}}));
}

TEST_F(ServerKeys, theButtons_standTogetherAndTheQuestionAcrossTheSheet)
{
    open({{}, {kPin}, {}, {}, ServerKeySheet::May::Ask});
    auto *cancel = part<QPushButton>(*m_sheet, "leavePins");
    const auto left = [this](const QWidget *widget) { return widget->mapTo(m_sheet.data(), QPoint()).x(); };
    settle();
    EXPECT_LE(left(take()) - left(cancel) - cancel->width(), 8);
    line("serverPin")->setText(kSpare);
    click(take());
    settle();
    EXPECT_FALSE(cancel->isVisible()) << "to leave it is offered beside";
    const auto labels = m_sheet->findChildren<QLabel *>();
    const auto question = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("What is on this laptop then goes"));
    });
    ASSERT_NE(question, labels.end());
    EXPECT_EQ(left(*question), left(line("serverPin")));
    click(part<QPushButton>(*m_sheet, "keepPins"));
    EXPECT_TRUE(cancel->isVisible());
}

TEST_F(ServerKeys, beforeALockedLaptop_areOnlyLookedAt)
{
    open({{}, {kPin}, {}, {}, ServerKeySheet::May::Look});
    EXPECT_TRUE(line("serverPin")->isReadOnly());
    EXPECT_TRUE(line("sparePin")->isReadOnly());
    EXPECT_FALSE(take()->isVisible());
    EXPECT_TRUE(part<QLabel>(*m_sheet, "pinsMean")->text().contains(QStringLiteral("only when it is unlocked")));
    QTest::keyClick(line("serverPin"), Qt::Key_Return);
    EXPECT_TRUE(m_chosen.isEmpty());
    click(part<QPushButton>(*m_sheet, "leavePins"));
    settle();
    EXPECT_TRUE(m_sheet.isNull());
}

TEST_F(ServerKeys, areAskedForWhereTheAddressIs)
{
    SignInPage page;
    QSignalSpy asked(&page, &SignInPage::serverKeysRequested);
    present(page);
    page.setServer(QStringLiteral(" https://markaz.example "));
    click(part<QPushButton>(page, "serverKeys"));
    EXPECT_EQ(asked, QList<QVariantList>{{QStringLiteral("https://markaz.example")}});
}

class ServerKeysOfADesk : public DeskFixture
{
};

TEST_F(ServerKeysOfADesk, areInTheMenuOfEveryRole)
{
    for (const Actor &who : {m_me, m_chief}) {
        MainWindow window;
        Desk desk(*window.frame(), services(who), {});
        QSignalSpy asked(&desk, &Desk::serverKeysRequested);
        auto *action = window.findChild<QAction *>(QStringLiteral("serverKeys"));
        ASSERT_NE(action, nullptr);
        action->trigger();
        EXPECT_EQ(asked.count(), 1);
    }
}

} // namespace
} // namespace markaz::ui
