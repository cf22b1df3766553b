// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A visit that asks for what failed the last time and for nothing else, and closes its findings.
#include "tests/ui/support/checklistfixture.h"
#include "tests/ui/support/findingsfixture.h"

#include "core/domain/earliervisit.h"
#include "ui/desk.h"
#include "ui/models/findingsmodel.h"
#include "ui/pages/findings/findingspage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/raildelegate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class FollowUpTest : public FindingsFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        leaveDesk();
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, services(actor), QList<OtherAccount>());
        present(*m_frame);
        settle();
    }
    void leaveDesk()
    {
        m_desk.reset();
        leave(m_frame);
    }
    void TearDown() override { leaveDesk(); }
    InspectionPage *page() { return static_cast<InspectionPage *>(m_frame->page(QStringLiteral("inspection"))); }
    int counterOf(const QString &id)
    {
        const QAbstractItemModel *entries = m_frame->rail()->view()->model();
        for (int row = 0; row < entries->rowCount(); ++row) {
            if (entries->index(row, 0).data(RailIdRole).toString() == id)
                return entries->index(row, 0).data(RailCounterRole).toInt();
        }
        return -1;
    }
    QStringList rows() { return shownCodes(*page()); }
};

TEST_F(FollowUpTest, asksForWhatFailedAndClosesItsFinding)
{
    const QString house = visitedBuilding();
    const QString first = handedIn(house);
    const QString id = unsettled(house).value(0);
    m_clock.advance(qint64(10) * 24 * 3600 * 1000);
    open(m_me);
    m_frame->showPage(QStringLiteral("buildings"));
    auto *table = part<QAbstractItemView>(*m_frame, "buildingsTable");
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *start = part<QPushButton>(*m_frame, "followUpBuilding");
    ASSERT_TRUE(start->isVisibleTo(m_frame.get()));
    EXPECT_TRUE(start->text().contains(QStringLiteral("1")));
    click(start);
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    const QString visit = page()->inspectionId();
    EXPECT_EQ(text(Entity::Inspection, visit, "previous"), first);

    EXPECT_EQ(rows(), QStringList{kItem}) << "the filter begins with what is to do";
    const ItemRow *alone = rowFor(*page(), "C-02");
    ASSERT_NE(alone, nullptr);
    EXPECT_LE(alone->height(), alone->sizeHint().height() + 4) << "it takes no more room than it needs";
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("No, 23 Nov 2026"))) << "last time";
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("The rear exit is locked")));
    click(buttonSaying(*page(), QStringLiteral("To do 1")));
    auto *filter = page()->findChild<SegmentedControl *>();
    ASSERT_NE(filter, nullptr);
    click(buttonSaying(*page(), QStringLiteral("All 16")) == nullptr ? filter->findChildren<QAbstractButton *>().at(1)
                                                                     : buttonSaying(*page(), QStringLiteral("All 16")));
    EXPECT_GT(rows().size(), 5);
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("Carried over from")));
    page()->goToItem(kItem);
    QTest::keyClick(page(), Qt::Key_Y);
    settle();
    EXPECT_EQ(storedValue(visit, "C-02"), QStringLiteral("yes"));

    click(part<QPushButton>(*m_frame, "reviewAndSubmit"));
    settle();
    auto *closes = part<QCheckBox>(*m_frame, "verify.C-02");
    EXPECT_TRUE(closes->isChecked());
    part<QCheckBox>(*m_frame, "carriedOut")->click();
    click(part<QPushButton>(*m_frame, "submitInspection"));
    EXPECT_EQ(text(Entity::Inspection, visit, "state"), QStringLiteral("submitted"));
    EXPECT_EQ(stateOf(id), QStringLiteral("verified"));
    EXPECT_EQ(text(Entity::Finding, id, "follow_up"), visit);
}

TEST_F(FollowUpTest, uncheckedFinding_staysOpenAndIsVerifiedOnItsPage)
{
    const QString house = visitedBuilding();
    handedIn(house);
    const QString id = unsettled(house).value(0);
    m_clock.advance(qint64(10) * 24 * 3600 * 1000);
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("follow_up"), {});
    QTest::keyClick(page(), Qt::Key_Y);
    settle();
    click(part<QPushButton>(*m_frame, "reviewAndSubmit"));
    settle();
    part<QCheckBox>(*m_frame, "verify.C-02")->click();
    part<QCheckBox>(*m_frame, "carriedOut")->click();
    click(part<QPushButton>(*m_frame, "submitInspection"));
    EXPECT_EQ(stateOf(id), QStringLiteral("open"));
    m_frame->showPage(QStringLiteral("findings"));
    static_cast<FindingsPage *>(m_frame->page(QStringLiteral("findings")))->showFinding(id);
    auto *verify = part<QPushButton>(*m_frame, "verifyFinding");
    ASSERT_TRUE(verify->isVisibleTo(m_frame.get())) << "a visit of his own met the item";
    click(verify);
    click(verify);
    EXPECT_EQ(stateOf(id), QStringLiteral("verified"));
}

TEST_F(FollowUpTest, assignmentOfAFollowUp_startsOne)
{
    const QString house = visitedBuilding();
    const QString first = handedIn(house);
    assignment(house, "open", {{QStringLiteral("kind"), QStringLiteral("follow_up")}});
    open(m_me);
    m_frame->showPage(QStringLiteral("work"));
    QTest::keyClick(part<QAbstractItemView>(*m_frame, "visitList"), Qt::Key_Return);
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    EXPECT_EQ(text(Entity::Inspection, page()->inspectionId(), "previous"), first);
    EXPECT_EQ(rows(), QStringList{kItem});
}

/// Another inspector's visit is not on this laptop; what the assignment shows of it is.
TEST_F(FollowUpTest, ofAnothersVisitThatTheAssignmentShows_asksForWhatFailed)
{
    const QString house = visitedBuilding();
    finding(house, "C-02", "critical", "open", "2026-12-01");
    const QString theirs = m_ids.next();
    QJsonObject visit = inspectionFields(house, m_colleague.accountId, "accepted",
                                         {{QStringLiteral("standard"), markaz::test::standard().id()},
                                          {QStringLiteral("standard_hash"), markaz::test::standard().hash()},
                                          {QStringLiteral("visit_outcome"), QStringLiteral("done")}});
    visit.insert(QStringLiteral("answers"), samples::answersField(failing()));
    assignment(house, "open",
               {{QStringLiteral("kind"), QStringLiteral("follow_up")},
                {kEarlierVisit, shownOf({Entity::Inspection, theirs, 1, visit})}});
    open(m_me);
    m_frame->showPage(QStringLiteral("work"));
    QTest::keyClick(part<QAbstractItemView>(*m_frame, "visitList"), Qt::Key_Return);
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    const QString draft = page()->inspectionId();
    EXPECT_EQ(text(Entity::Inspection, draft, "previous"), theirs);
    EXPECT_EQ(rows(), QStringList{kItem});
    EXPECT_FALSE(messagesOf(*page()).contains(QStringLiteral("asks for every item")))
        << qPrintable(messagesOf(*page()));
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("No, 20 Nov 2026"))) << "last time";
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("Sample: C-02 is to be mended")));
    click(page()->findChild<SegmentedControl *>()->button(QStringLiteral("all")));
    EXPECT_GT(rows().size(), 5);
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("Carried over from")));
    page()->goToItem(QStringLiteral("C-05"));
    QTest::keyClick(page(), Qt::Key_N);
    settle();
    EXPECT_EQ(storedValue(draft, "C-05"), QStringLiteral("no"));
    QTest::keyClick(page(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(storedAnswer(draft, "C-05").value(QStringLiteral("carried")).toString(), theirs) << "undone";
}

/// Nothing of an earlier visit is known here but what it found: none was accepted yet.
TEST_F(FollowUpTest, withoutAnEarlierVisit_asksForAllSaysSoAndBeginsWithTheFindings)
{
    const QString house = visitedBuilding();
    finding(house, "C-02", "critical", "open", "2026-12-01");
    finding(house, "E-01", "major", "fixed", "2026-12-01");
    finding(house, "C-05", "major", "verified", "2026-12-01");
    assignment(house, "open", {{QStringLiteral("kind"), QStringLiteral("follow_up")}});
    open(m_me);
    m_frame->showPage(QStringLiteral("work"));
    QTest::keyClick(part<QAbstractItemView>(*m_frame, "visitList"), Qt::Key_Return);
    ASSERT_EQ(m_frame->current(), QStringLiteral("inspection"));
    const QString visit = page()->inspectionId();
    EXPECT_EQ(text(Entity::Inspection, visit, "previous"), QString());
    EXPECT_TRUE(messagesOf(*page()).contains(QStringLiteral("asks for every item"))) << qPrintable(messagesOf(*page()));
    EXPECT_TRUE(messagesOf(*page()).contains(QStringLiteral("2 items have an open finding")));
    EXPECT_EQ(rows(), QStringList{kItem}) << "what was found comes first, and C-05 was mended";
    EXPECT_TRUE(wordsOf(*page()).contains(QStringLiteral("Sample: C-02 is to be mended")));
    QTest::keyClick(page(), Qt::Key_Y);
    settle();
    EXPECT_EQ(storedValue(visit, "C-02"), QStringLiteral("yes"));
    EXPECT_EQ(rows(), QStringList{kItem}) << "it stays where it was";
    ASSERT_NE(buttonSaying(*page(), QStringLiteral("Findings 1")), nullptr);
    click(page()->findChild<SegmentedControl *>()->button(QStringLiteral("all")));
    EXPECT_GT(rows().size(), 10) << "nothing is left out";

    // The next one with a finding, when the work goes on.
    open(m_me);
    m_desk->startInspection(house, QStringLiteral("follow_up"), text(Entity::Inspection, visit, "assignment"));
    EXPECT_EQ(page()->inspectionId(), visit);
    EXPECT_EQ(page()->currentItem(), QStringLiteral("E-01"));
}

TEST_F(FollowUpTest, railCountsTheOverdueForThoseWhoSeeToThem)
{
    const QString house = visitedBuilding();
    finding(house, "C-02", "critical", "open", "2026-11-20");
    finding(house, "C-03", "critical", "open", "2026-11-21");
    finding(house, "C-04", "critical", "fixed", "2026-11-21");
    finding(house, "C-05", "critical", "open", "2026-11-24");
    for (const auto &[actor, count] : {std::pair{m_me, 2}, {m_chief, 2}, {m_auditor, 0}}) {
        open(actor);
        EXPECT_NE(m_frame->page(QStringLiteral("findings")), nullptr);
        EXPECT_EQ(counterOf(QStringLiteral("findings")), count) << qPrintable(token(actor.role));
    }
}

} // namespace
} // namespace markaz::ui
