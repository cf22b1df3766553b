// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// My work, sign-in, and the desk that leads from page to page.
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
#include <QComboBox>
#include <QMenu>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class WorkPageTest : public DeskFixture
{
protected:
    std::unique_ptr<WorkPage> m_page;
    void open()
    {
        leave(m_page);
        m_page = std::make_unique<WorkPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        settle();
    }
    void TearDown() override { leave(m_page); }
    QString visit(int number, const char *due)
    {
        return assignment(building("LHE", number), "open", {{QStringLiteral("due"), QLatin1String(due)}});
    }
    QPushButton *named(const QString &accessibleName)
    {
        settle();
        const auto all = m_page->findChildren<QPushButton *>();
        for (QPushButton *button : all) {
            if (button->accessibleName() == accessibleName && button->isVisibleTo(m_page.get()))
                return button;
        }
        return nullptr;
    }
};

TEST_F(WorkPageTest, visits_standUnderTheirDays)
{
    visit(1, "2026-11-20");
    visit(2, "2026-11-23");
    visit(3, "2026-11-24");
    visit(4, "2026-12-01");
    visit(5, "2026-12-02");
    open();
    const QString words = wordsOf(*m_page);
    for (const char *title : {"Overdue", "Today", "This week", "Later", "2 visits", "4 days late", "1 day late"})
        EXPECT_TRUE(words.contains(QLatin1String(title))) << title;
    EXPECT_LT(words.indexOf(QStringLiteral("LHE-0002")), words.indexOf(QStringLiteral("LHE-0003")));
    EXPECT_LT(words.indexOf(QStringLiteral("LHE-0004")), words.indexOf(QStringLiteral("LHE-0005")));
    EXPECT_EQ(m_page->dueCount(), 3);
}

TEST_F(WorkPageTest, theDayTurnsAtMidnightInKarachi)
{
    visit(1, "2026-11-24");
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(18, 59), Qt::UTC));
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Today")));
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(19, 1), Qt::UTC));
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 day late")));
}

TEST_F(WorkPageTest, start_continue_andReopen)
{
    const QString assigned = visit(1, "2026-11-24");
    open();
    QSignalSpy starts(m_page.get(), &WorkPage::startRequested);
    click(named(QStringLiteral("Start Sample building LHE-0001")));
    ASSERT_EQ(starts.count(), 1);
    EXPECT_EQ(starts.first().first().toString(), assigned);
    const QString draft = draftOf(cell(QStringLiteral("SELECT id FROM building")).toString(), assigned);
    QSignalSpy opens(m_page.get(), &WorkPage::inspectionRequested);
    click(named(QStringLiteral("Continue Sample building LHE-0001")));
    ASSERT_EQ(opens.count(), 1);
    EXPECT_EQ(opens.first().first().toString(), draft);

    const QString sent = submitted(visitedBuilding(2));
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, sent, QStringLiteral("return"), QStringLiteral("Take the speed tests again"), {})
                    .ok());
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("“Take the speed tests again”")));
    QSignalSpy reopens(m_page.get(), &WorkPage::reopenRequested);
    click(buttonSaying(*m_page, QStringLiteral("Open revision 2")));
    ASSERT_EQ(reopens.count(), 1);
    EXPECT_EQ(reopens.first().first().toString(), sent);

    // Taken up again, it is a draft and no longer returned.
    ASSERT_TRUE(StartInspection(*m_workspace, markaz::test::standard()).reopen(m_me, sent).ok());
    settle();
    EXPECT_EQ(buttonSaying(*m_page, QStringLiteral("Open revision 2")), nullptr);
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("“Take the speed tests again”")));
}

TEST_F(WorkPageTest, whatIsSubmitted_isNotUnderReviewBeforeTheServerHasIt)
{
    submitted(visitedBuilding(2));
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Submitted, not sent yet")));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("Submitted, waiting for review")));
    for (const OutboxRow &row : owed())
        ASSERT_TRUE(
            m_outbox->settle(row.position, OutboxState::Acknowledged, Outcome::Applied, {}, {}, {}, m_clock.now())
                .ok());
    Q_EMIT m_sync.runFinished(true);
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Submitted, waiting for review")));
    EXPECT_FALSE(wordsOf(*m_page).contains(QStringLiteral("Submitted, not sent yet")));
}

TEST_F(WorkPageTest, withoutVisits_saysWhatToDoNext)
{
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No visit is assigned to you.")));
    QSignalSpy asked(m_page.get(), &WorkPage::newBuildingRequested);
    click(buttonSaying(*m_page, QStringLiteral("Register a building")));
    EXPECT_EQ(asked.count(), 1);
}

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
    const Sees all[] = {{m_me, list({"work", "buildings", "inspections", "sync", "building-form", "submit"}),
                         list({"review"}), QStringLiteral("work")},
                        {m_chief, list({"buildings", "inspections", "sync", "building-form", "review", "certificate"}),
                         list({"work", "submit", "audit"}), QStringLiteral("buildings")},
                        {m_auditor, list({"buildings", "inspections", "audit", "sync", "inspection"}),
                         list({"work", "submit", "review", "building-form", "accounts"}), QStringLiteral("buildings")},
                        {admin, list({"accounts", "audit", "sync"}),
                         list({"work", "buildings", "inspections", "dashboard", "review", "building-form"}),
                         QStringLiteral("accounts")}};
    for (const Sees &sees : all) {
        open(sees.actor);
        for (const QString &page : sees.pages)
            EXPECT_NE(m_frame->page(page), nullptr) << qPrintable(page);
        for (const QString &page : sees.notThese)
            EXPECT_EQ(m_frame->page(page), nullptr) << qPrintable(page);
        EXPECT_EQ(m_frame->current(), sees.first);
    }
    EXPECT_FALSE(m_frame->topBar()->search()->isVisible()) << "an administrator has no records to search";
    open(m_auditor);
    EXPECT_TRUE(m_frame->topBar()->search()->isVisible());
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
    auto *outcome = part<QComboBox>(*m_frame, "visitOutcome");
    outcome->setFocus();
    QTest::keyClick(outcome, Qt::Key_Down);
    settle();
    part<QCheckBox>(*m_frame, "carriedOut")->click();
    click(part<QPushButton>(*m_frame, "submitInspection"));
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

TEST_F(DeskTest, search_leadsToTheBuildings)
{
    building("LHE", 1, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    building("LHE", 2);
    open(m_me);
    Q_EMIT m_frame->topBar()->searchSubmitted(QStringLiteral(" cinema "));
    EXPECT_EQ(m_frame->current(), QStringLiteral("buildings"));
    EXPECT_EQ(part<QTableView>(*m_frame, "buildingsTable")->model()->rowCount(), 1);
}

} // namespace
} // namespace markaz::ui
