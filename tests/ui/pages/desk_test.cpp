// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sign-in, and the desk that leads from page to page.
#include "tests/ui/support/deskfixture.h"

#include "ui/desk.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/signinpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/widgets/card.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/statuschip.h"

#include <QCheckBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

TEST(SignInPage, asksForAllThreeAndSendsThemAsTyped)
{
    SignInPage page;
    page.resize(1366, 640);
    present(page);
    auto *button = buttonSaying(page, QStringLiteral("Sign in"));
    ASSERT_NE(button, nullptr);
    EXPECT_FALSE(button->isEnabled());
    auto *password = part<QLineEdit>(page, "password");
    ASSERT_EQ(password->echoMode(), QLineEdit::Password);
    page.setServer(QStringLiteral("http://127.0.0.1:8480"));
    page.setAccount(QStringLiteral("sample.inspector"));
    QSignalSpy asked(&page, &SignInPage::signInRequested);
    password->setFocus();
    QTest::keyClicks(password, QStringLiteral(" s3cret "));
    EXPECT_TRUE(button->isEnabled());
    QTest::keyClick(password, Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.first(), (QVariantList{QStringLiteral("http://127.0.0.1:8480"), QStringLiteral("sample.inspector"),
                                           QStringLiteral(" s3cret ")}));
    page.setBusy(true);
    QTest::keyClick(password, Qt::Key_Return);
    EXPECT_EQ(asked.count(), 1) << "once is enough";
    page.setBusy(false);
    page.showError({ErrorCode::Unauthenticated, {}, {}});
    EXPECT_EQ(messagesOf(page), QStringLiteral("The name or the password is wrong. What is on this laptop stays as it "
                                               "is. Type both again; capitals count."));
}

class DeskTest : public DeskFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        m_desk.reset();
        leave(m_frame);
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(
            *m_frame, services(actor),
            QList<OtherAccount>{{QStringLiteral("sample"), QStringLiteral("Me")},
                                {QStringLiteral("sample.officer"), QStringLiteral("Sample Officer")}});
        present(*m_frame);
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    QAction *entry(const QString &words)
    {
        const auto actions = m_frame->topBar()->account()->menu()->actions();
        for (QAction *action : actions) {
            if (action->text() == words)
                return action;
        }
        return nullptr;
    }
};

TEST_F(DeskTest, placeOfWhoeverGoesOnWithoutAPause_isKeptAllTheSame)
{
    const QString house = visitedBuilding();
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("initial"), {});
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    QWidget *page = m_frame->page(QStringLiteral("inspection"));
    const QSignalSpy kept(m_desk.get(), &Desk::unfinishedChanged);
    EXPECT_TRUE(QTest::qWaitFor([&] {
        QTest::keyClick(page, Qt::Key_Down); // faster than any hand
        QTest::keyClick(page, Qt::Key_Up);
        return !kept.isEmpty();
    })) << "killed now, the program would lead back to where the walk began";
}

TEST_F(DeskTest, eachRole_seesThePagesThatItMay)
{
    struct Sees
    {
        Actor actor;
        QStringList pages;
        QStringList notThese;
        QString first;
    };
    const auto list = [](std::initializer_list<const char *> names) {
        QStringList all;
        for (const char *name : names)
            all.append(QLatin1String(name));
        return all;
    };
    Actor admin = m_auditor;
    admin.role = Role::Administrator;
    const Sees all[] = {
        {m_me, list({"work", "buildings", "inspections", "findings", "centres", "sync", "building-form", "submit"}),
         list({"review", "appeals", "loans"}), QStringLiteral("work")},
        {m_chief,
         list({"buildings", "inspections", "findings", "appeals", "centres", "loans", "sync", "building-form", "review",
               "certificate"}),
         list({"work", "submit", "audit", "standards"}), QStringLiteral("buildings")},
        {m_auditor,
         list({"buildings", "inspections", "findings", "appeals", "centres", "loans", "audit", "sync", "inspection"}),
         list({"work", "submit", "review", "building-form", "accounts", "standards"}), QStringLiteral("buildings")},
        {admin, list({"accounts", "standards", "audit", "sync"}),
         list({"work", "buildings", "inspections", "findings", "appeals", "centres", "loans", "dashboard", "review",
               "building-form"}),
         QStringLiteral("accounts")}};
    for (const Sees &sees : all) {
        open(sees.actor);
        for (const QString &page : sees.pages)
            EXPECT_NE(m_frame->page(page), nullptr) << qPrintable(page);
        for (const QString &page : sees.notThese)
            EXPECT_EQ(m_frame->page(page), nullptr) << qPrintable(page);
        EXPECT_EQ(m_frame->current(), sees.first);
    }
    open(m_auditor);
    EXPECT_EQ(m_frame->findChild<QPushButton *>(QStringLiteral("newBuilding")), nullptr)
        << "an auditor registers nothing";
}

TEST_F(DeskTest, leadsFromABuildingToItsSubmittedInspection)
{
    const QString house = visitedBuilding();
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("initial"), {});
    EXPECT_EQ(m_frame->current(), QStringLiteral("inspection"));
    click(part<QPushButton>(*m_frame, "reviewAndSubmit"));
    EXPECT_EQ(m_frame->current(), QStringLiteral("submit"));
    click(part<QPushButton>(*m_frame->page(QStringLiteral("submit")), "visitNotPossible"));
    EXPECT_EQ(m_frame->current(), QStringLiteral("visit"));
    auto *visit = m_frame->page(QStringLiteral("visit"));
    part<QAbstractButton>(*visit, "outcome.no_entry")->click();
    type(part<QPlainTextEdit>(*visit, "visitNote"), QStringLiteral("Locked"));
    part<QCheckBox>(*visit, "wentThere")->click();
    click(part<QPushButton>(*visit, "submitVisit"));
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("The inspection is submitted and fixed.")));
    EXPECT_EQ(m_sync.asked, 1);
    EXPECT_NE(m_frame->current(), QStringLiteral("submit"));
    SyncSnapshot sent;
    sent.waiting = 1;
    m_sync.set(sent);
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("waits on this laptop")));
    m_sync.set({});
    EXPECT_FALSE(messagesOf(*m_frame).contains(QStringLiteral("waits on this laptop"))) << "it no longer does";
    // Fixed: nothing is attached any more, and nobody reviews what has not left this laptop.
    m_frame->showPage(QStringLiteral("inspection"));
    EXPECT_EQ(buttonSaying(*m_frame, QStringLiteral("Add file…")), nullptr);
    const auto chips = m_frame->page(QStringLiteral("inspection"))->findChildren<StatusChip *>();
    EXPECT_TRUE(std::any_of(chips.cbegin(), chips.cend(), [](const StatusChip *chip) {
        return chip->content().word == QStringLiteral("Not sent yet");
    }));
}

TEST_F(DeskTest, messagesGoWithTheirPage)
{
    open(m_me);
    m_desk->startInspection(building("KHI", 1), QStringLiteral("initial"), {});
    auto *work = m_frame->page(QStringLiteral("work"))->findChild<MessageArea *>();
    work->post(QStringLiteral("said"), {Status::Ok, {QStringLiteral("Done here."), {}, {}}, {}, {}, true});
    work->post(QStringLiteral("stays"), {Status::Warn, {QStringLiteral("A state."), {}, {}}, {}, {}, false});
    ASSERT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("may not do this")));
    m_frame->showPage(QStringLiteral("buildings"));
    EXPECT_FALSE(messagesOf(*m_frame).contains(QStringLiteral("may not do this")));
    m_frame->showPage(QStringLiteral("work"));
    EXPECT_EQ(work->bar(QStringLiteral("said")), nullptr);
    EXPECT_NE(work->bar(QStringLiteral("stays")), nullptr);
}

TEST_F(DeskTest, otherColours_leadBackToThePageWhereThePersonWas)
{
    const QString house = visitedBuilding();
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("initial"), {});
    auto *visit = qobject_cast<InspectionPage *>(m_frame->page(QStringLiteral("inspection")));
    visit->goToItem(QStringLiteral("D-02"));
    const QString id = visit->inspectionId();
    entry(QStringLiteral("Dark colours"))->trigger();
    open(m_me);
    EXPECT_EQ(m_frame->current(), QStringLiteral("inspection"));
    visit = qobject_cast<InspectionPage *>(m_frame->page(QStringLiteral("inspection")));
    EXPECT_EQ(visit->inspectionId(), id);
    EXPECT_EQ(visit->currentItem(), QStringLiteral("D-02"));
    open(m_me);
    EXPECT_EQ(m_frame->current(), QStringLiteral("work")) << "once";
    m_frame->showPage(QStringLiteral("sync"));
    entry(QStringLiteral("Dark colours"))->trigger();
    open(m_chief);
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings")) << "another person's place is not theirs";
}

TEST_F(DeskTest, otherColours_takeNoWidgetAwayWhileTheyAreTold)
{
    // Qt tells each widget of the list that it made first: one that is gone by then ends the program.
    const auto stays = [this](const QString &pages) {
        QList<QPointer<QWidget>> there;
        const auto all = m_frame->findChildren<QWidget *>();
        for (QWidget *widget : all)
            there.append(widget);
        const ThemeGuard dark(ColourScheme::Dark, Language::English);
        EXPECT_EQ(std::count(there.cbegin(), there.cend(), nullptr), 0) << qPrintable(pages);
    };
    const QString house = visitedBuilding();
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("initial"), {});
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    stays(m_frame->current());
    Actor admin = m_auditor;
    admin.role = Role::Administrator;
    for (const Actor &actor : {m_me, m_chief, m_auditor, admin}) {
        open(actor);
        const QStringList pages = m_frame->entries();
        for (const QString &page : pages)
            m_frame->showPage(page);
        stays(pages.join(QLatin1Char(' '))); // those behind the last are told too
    }
}

TEST_F(DeskTest, theSampleBadge_followsTheData)
{
    m_sampleData = false;
    building("LHE", 1, {{QStringLiteral("sample"), false}});
    open(m_me);
    EXPECT_FALSE(wordsOf(*m_frame).contains(QStringLiteral("SAMPLE DATA")));
    building("LHE", 2, {{QStringLiteral("sample"), true}});
    Q_EMIT m_notifier.manyChanged();
    EXPECT_TRUE(wordsOf(*m_frame).contains(QStringLiteral("SAMPLE DATA")));
}

TEST_F(DeskTest, anInspectionElsewhere_isRefusedInWords)
{
    const QString far = building("KHI", 1);
    open(m_me);
    m_desk->startInspection(far, QStringLiteral("initial"), {});
    EXPECT_EQ(m_frame->current(), QStringLiteral("work"));
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("Your account may not do this.")))
        << qPrintable(messagesOf(*m_frame));
}

TEST_F(DeskTest, theAccountMenu_asksForWhatItSays)
{
    open(m_me);
    QSignalSpy switches(m_desk.get(), &Desk::switchRequested);
    QSignalSpy out(m_desk.get(), &Desk::signOutRequested);
    QSignalSpy schemes(m_desk.get(), &Desk::schemeRequested);
    QSignalSpy languages(m_desk.get(), &Desk::languageRequested);
    EXPECT_EQ(entry(QStringLiteral("Work as Me")), nullptr) << "one is that already";
    entry(QStringLiteral("Work as Sample Officer"))->trigger();
    ASSERT_EQ(switches.count(), 1);
    EXPECT_EQ(switches.first().first().toString(), QStringLiteral("sample.officer"));
    entry(QStringLiteral("Dark colours"))->trigger();
    EXPECT_EQ(schemes.count(), 1);
    entry(QStringLiteral("اردو"))->trigger();
    EXPECT_EQ(languages.count(), 1);
    entry(QStringLiteral("Sign out"))->trigger();
    EXPECT_EQ(out.count(), 1);
}

TEST_F(DeskTest, signingOutWithoutTheServer_isAskedFirst)
{
    open(m_me);
    QSignalSpy out(m_desk.get(), &Desk::signOutRequested);
    SyncSnapshot away;
    away.trouble = SyncSnapshot::Trouble::NotReached;
    m_sync.set(away);
    entry(QStringLiteral("Sign out"))->trigger();
    EXPECT_EQ(out.count(), 0);
    const MessageBar *bar = m_frame->messages()->bar(QStringLiteral("signOut"));
    ASSERT_NE(bar, nullptr);
    EXPECT_TRUE(bar->message().sentence.plain().contains(QStringLiteral("you cannot sign in again")));
    click(buttonSaying(*m_frame, QStringLiteral("Sign out all the same")));
    EXPECT_EQ(out.count(), 1);
}

} // namespace
} // namespace markaz::ui
