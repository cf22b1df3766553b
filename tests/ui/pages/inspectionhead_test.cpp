// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the items of an inspection, while something else changes: another draft, a file, another visit.
#include "tests/ui/support/checklistfixture.h"

#include "core/workflow/inspections.h"
#include "ui/widgets/pageheader.h"

#include <QScrollArea>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class InspectionHeadTest : public ChecklistFixture
{
protected:
    MessageBar *bar() { return m_page->findChild<MessageArea *>()->bar(QStringLiteral("other draft")); }
    QToolButton *undoButton()
    {
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QLatin1String("Undo"))
                return button;
        }
        qFatal("no undo");
    }
};

TEST_F(InspectionHeadTest, anotherDraftOfTheBuilding_isToldOfOnce_andNotWhenItIsGone)
{
    const QString building = visitedBuilding();
    const QString mine = draftOf(building);
    open(mine);
    EXPECT_EQ(bar(), nullptr);
    const QString complaint = assignment(building, "open", {{QStringLiteral("kind"), QStringLiteral("complaint")}});
    const auto other =
        StartInspection(*m_workspace, m_standards).run(m_me, building, QStringLiteral("complaint"), complaint);
    ASSERT_TRUE(other.ok()) << qPrintable(other.error().detail);
    settle();
    ASSERT_NE(bar(), nullptr) << "begun meanwhile";
    Q_EMIT bar()->closed();
    settle();
    at("C-02");
    QTest::keyClick(m_page.get(), Qt::Key_Y);
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_EQ(bar(), nullptr) << "who has read it is not told again";

    leave(m_page);
    open(mine);
    ASSERT_NE(bar(), nullptr);
    ASSERT_TRUE(DiscardDraft(*m_workspace).run(m_me, other->id()).ok());
    settle();
    EXPECT_EQ(bar(), nullptr) << "there is nothing to open any more";
}

TEST_F(InspectionHeadTest, anotherInspection_beginsWithNothingToUndo)
{
    const QString first = draftOf(visitedBuilding());
    const QString second = draftOf(visitedBuilding(2));
    open(first);
    at("C-02");
    QTest::keyClick(m_page.get(), Qt::Key_Y);
    EXPECT_TRUE(undoButton()->isEnabled());
    QSignalSpy heads(m_page->model()->undoStack(), &QUndoStack::indexChanged);
    m_page->open(second); // what there was to undo goes with its model
    settle();
    EXPECT_EQ(heads.count(), 0) << "nobody may ask a model that goes";
    EXPECT_FALSE(undoButton()->isEnabled());
    EXPECT_EQ(m_page->inspectionId(), second);
    at("C-02");
    QTest::keyClick(m_page.get(), Qt::Key_N);
    EXPECT_EQ(storedValue(second, "C-02"), QStringLiteral("no"));
    EXPECT_EQ(storedValue(first, "C-02"), QStringLiteral("yes"));
}

TEST_F(InspectionHeadTest, openedBeforeItIsShown_scrollsToWhereTheWorkGoesOn)
{
    QHash<QString, Answer> answers = perfect();
    answers.remove(QStringLiteral("C-16"));
    const QString id = draftWith(visitedBuilding(), answers);
    m_page = std::make_unique<InspectionPage>(services());
    m_page->resize(1366, 640);
    m_page->open(id);
    present(*m_page);
    const ItemRow *row = rowFor(*m_page, "C-16");
    ASSERT_NE(row, nullptr);
    ASSERT_TRUE(row->isCurrent());
    const QWidget *viewport = row->parentWidget()->parentWidget();
    EXPECT_TRUE(viewport->rect().contains(QRect(row->mapTo(viewport, QPoint()), QSize(1, row->height()))))
        << row->mapTo(viewport, QPoint()).y() << ' ' << row->height() << " in " << viewport->height();
}

TEST_F(InspectionHeadTest, whateverGrowsAroundTheRow_leavesItInSight)
{
    open(draftOf(visitedBuilding()));
    m_page->resize(1366, 640);
    settle();
    m_page->goToItem(QStringLiteral("C-12"));
    settle();
    const ItemRow *row = rowFor(*m_page, "C-12");
    ASSERT_NE(row, nullptr);
    const QWidget *viewport = row->parentWidget()->parentWidget();
    const auto inSight = [&] {
        const int top = row->mapTo(viewport, QPoint()).y();
        return top >= 0 && top + row->height() <= viewport->height();
    };
    ASSERT_TRUE(inSight());
    const int before = row->y();
    m_page->resize(1000, 640); // where the words of the rows above take more lines
    settle();
    ASSERT_GT(row->y(), before + 20);
    EXPECT_TRUE(inSight()) << row->mapTo(viewport, QPoint()).y() << " to " << row->height() << " in "
                           << viewport->height();
    const int height = viewport->height();
    m_page->resize(1000, 560); // as a message takes some of it
    settle();
    ASSERT_LT(viewport->height(), height);
    EXPECT_TRUE(inSight()) << row->mapTo(viewport, QPoint()).y() << " to " << row->height() << " in "
                           << viewport->height();
}

TEST_F(InspectionHeadTest, ofARowThatIsHigherThanThePane_theBeginningShows)
{
    open(draftOf(visitedBuilding()));
    m_page->resize(1000, m_page->minimumSizeHint().height());
    settle();
    m_page->goToItem(QStringLiteral("C-16"));
    settle();
    const ItemRow *row = rowFor(*m_page, "C-16");
    ASSERT_NE(row, nullptr);
    const QWidget *viewport = row->parentWidget()->parentWidget();
    ASSERT_GT(row->height(), viewport->height());
    EXPECT_EQ(row->mapTo(viewport, QPoint()).y(), 0);
}

} // namespace
} // namespace markaz::ui
