// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The officer's page of assignments: the list, the calendar, the workload and what is done to one.
#include "tests/ui/support/assignmentsfixture.h"

#include "ui/desk.h"
#include "ui/models/assignmentsmodel.h"
#include "ui/models/duemonthmodel.h"
#include "ui/models/workloadmodel.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/raildelegate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AssignmentsPageTest : public AssignmentsFixture
{
protected:
    std::unique_ptr<AssignmentsPage> m_page;
    QAbstractItemView *m_table = nullptr;
    const QString m_second = m_colleague.accountId;

    void SetUp() override
    {
        AssignmentsFixture::SetUp();
        inspector(m_inspector, "Sample Amna");
        inspector(m_second, "Sample Bilal");
    }
    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<AssignmentsPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_table = part<QAbstractItemView>(*m_page, "assignmentsTable");
        settle();
    }
    void open() { open(m_chief); }
    void TearDown() override { leave(m_page); }
    QString visit(int number, const char *due, const QJsonObject &more = {}, const char *state = "open")
    {
        return assignment(building("LHE", number), state, with({{QStringLiteral("due"), QLatin1String(due)}}, more));
    }
    QJsonObject bilals() const { return {{QStringLiteral("inspector"), m_second}}; }
    QStringList shown()
    {
        settle();
        QStringList ids;
        if (m_table->isVisibleTo(m_page.get())) {
            for (int row = 0; row < m_table->model()->rowCount(); ++row)
                ids.append(m_table->model()->index(row, 0).data(AssignmentsModel::IdRole).toString());
        }
        return ids;
    }
    QTableView *days() { return part<QTableView>(*m_page, "calendarDays"); }
    QDate day() { return days()->currentIndex().data(DueMonthModel::DateRole).toDate(); }
    QString said(const QDate &date)
    {
        return static_cast<DueMonthModel *>(days()->model())->indexOf(date).data(Qt::AccessibleTextRole).toString();
    }
    QModelIndex cellOf(const QDate &date) { return static_cast<DueMonthModel *>(days()->model())->indexOf(date); }
    void press(QWidget *widget, Qt::Key key)
    {
        QTest::keyClick(widget, key);
        settle();
    }
    void clickCell(QTableView *view, const QModelIndex &index)
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        settle();
    }
    QPushButton *seen(const char *name)
    {
        settle();
        auto *button = part<QPushButton>(*m_page, name);
        return button->isVisibleTo(m_page.get()) ? button : nullptr;
    }
    void openCalendar()
    {
        click(part<SegmentedControl>(*m_page, "assignmentsView")->button(QStringLiteral("calendar")));
        settle();
    }
};

TEST_F(AssignmentsPageTest, model_keepsItsPromisesAndFollowsChanges)
{
    AssignmentsModel model(services(m_chief));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setActive(true);
    EXPECT_EQ(model.rowCount(), 0);
    const QString mill = building("LHE", 1);
    for (int i = 0; i < 150; ++i) // more than two of the blocks that it fetches
        assignment(mill, "open", {{QStringLiteral("due"), QDate(2027, 1, 1).addDays(i).toString(Qt::ISODate)}});
    const QString late = visit(2, "2026-11-20", bilals());
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(model.rowCount(), 151);
    EXPECT_EQ(model.total(), 151);
    EXPECT_EQ(model.idAt(0), late);
    EXPECT_EQ(model.index(0, AssignmentsModel::Inspector).data().toString(), QStringLiteral("Sample Bilal"));
    EXPECT_EQ(model.index(0, AssignmentsModel::State).data(ChipRole).value<ChipContent>().status, Status::Bad);
    EXPECT_EQ(model.index(0, AssignmentsModel::State).data().toString(), QStringLiteral("Overdue"));
    EXPECT_FALSE(model.index(1, 0).data(AssignmentsModel::OverdueRole).toBool());
    EXPECT_EQ(model.index(150, AssignmentsModel::Due).data().toString(), QStringLiteral("30 May 2027"));
    AssignmentFilter done;
    done.states = {QStringLiteral("done")};
    model.setFilter(done);
    EXPECT_EQ(model.rowCount(), 0);

    DueMonthModel month;
    const QAbstractItemModelTester days(&month, QAbstractItemModelTester::FailureReportingMode::Fatal);
    WorkloadModel load;
    const QAbstractItemModelTester loads(&load, QAbstractItemModelTester::FailureReportingMode::Fatal);
    month.setMonth(QDate(2026, 11, 24));
    load.setLoads(model.loads());
    EXPECT_EQ(load.rowCount(), 2);
}

TEST_F(AssignmentsPageTest, overdueComeFirst_andFiltersNarrowTheList)
{
    const QString later = visit(1, "2026-12-20");
    const QString late = visit(2, "2026-11-20", bilals());
    const QString done = visit(3, "2026-11-01", {}, "done");
    open();
    EXPECT_EQ(shown(), (QStringList{late, later, done}));
    auto *search = part<QLineEdit>(*m_page, "assignmentsSearch");
    search->setFocus();
    type(search, QStringLiteral("bilal"));
    EXPECT_EQ(shown(), QStringList{late});
    search->clear();
    auto *state = part<FilterChip>(*m_page, "assignmentsState");
    state->setChosen({QStringLiteral("done")});
    Q_EMIT state->chosenChanged(state->chosen());
    EXPECT_EQ(shown(), QStringList{done});
    auto *kind = part<FilterChip>(*m_page, "assignmentsKind");
    kind->setChosen({QStringLiteral("complaint")});
    Q_EMIT kind->chosenChanged(kind->chosen());
    EXPECT_EQ(shown(), QStringList());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No assignment matches.")));
    click(buttonSaying(*m_page, QStringLiteral("Clear the filters")));
    EXPECT_EQ(shown().size(), 3);
}

TEST_F(AssignmentsPageTest, workload_saysWhoHasWhat_andFiltersByOne)
{
    const QString late = visit(1, "2026-11-20", bilals());
    visit(2, "2026-11-25");
    visit(3, "2026-12-25");
    open();
    auto *loads = part<QTableView>(*m_page, "workloadTable");
    ASSERT_EQ(loads->model()->rowCount(), 2);
    EXPECT_EQ(loads->model()->index(0, WorkloadModel::Name).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("Sample Amna: 2 open, 0 overdue, 1 due within a week"));
    EXPECT_EQ(loads->model()->index(1, WorkloadModel::Overdue).data().toString(), QStringLiteral("1"));
    clickCell(loads, loads->model()->index(1, WorkloadModel::Name));
    EXPECT_EQ(shown(), QStringList{late});
    loads->setFocus();
    press(loads, Qt::Key_Return);
    EXPECT_EQ(shown().size(), 3) << "the same once more shows all";
    press(loads, Qt::Key_Home);
    press(loads, Qt::Key_Return);
    EXPECT_EQ(shown().size(), 2);
}

TEST_F(AssignmentsPageTest, whatHasGoneSinceTheListWasRead_movesNoOtherIntoItsRow)
{
    const QString first = visit(1, "2026-11-20");
    visit(2, "2026-11-27");
    AssignmentsModel model(services(m_chief));
    model.setActive(true);
    ASSERT_EQ(model.idAt(0), first);
    ASSERT_TRUE(m_records->remove(Entity::Assignment, first));
    EXPECT_EQ(model.index(0, AssignmentsModel::Code).data().toString(), QString());
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, AssignmentsModel::Code).data().toString(), QStringLiteral("LHE-0002"));
}

TEST_F(AssignmentsPageTest, calendar_saysWhatIsDueOnEachDay_andListsTheChosenOne)
{
    visit(1, "2026-11-20");
    visit(2, "2026-11-20", bilals());
    const QString friday = visit(3, "2026-11-27");
    visit(4, "2026-11-27", {}, "done");
    const QString december = visit(5, "2026-12-04", bilals());
    open();
    openCalendar();
    EXPECT_EQ(day(), QDate(2026, 11, 24)) << "today";
    EXPECT_EQ(shown(), QStringList());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No assignment is due on this day.")));
    EXPECT_EQ(said(QDate(2026, 11, 20)), QStringLiteral("Friday 20 November 2026, 2 overdue"));
    EXPECT_EQ(said(QDate(2026, 11, 24)), QStringLiteral("Tuesday 24 November 2026, today, nothing due"));
    EXPECT_EQ(said(QDate(2026, 11, 27)), QStringLiteral("Friday 27 November 2026, 1 due"));
    EXPECT_EQ(said(QDate(2026, 12, 4)), QStringLiteral("Friday 4 December 2026, 1 due")) << "of the weeks that show";
    clickCell(days(), cellOf(QDate(2026, 11, 27)));
    EXPECT_EQ(shown().size(), 2) << "the done one too";
    EXPECT_EQ(shown().first(), friday);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Friday 27 November 2026, 1 due")));
    auto *who = part<FilterChip>(*m_page, "assignmentsInspector");
    who->setChosen({m_second});
    Q_EMIT who->chosenChanged(who->chosen());
    EXPECT_EQ(said(QDate(2026, 11, 20)), QStringLiteral("Friday 20 November 2026, 1 overdue"));
    clickCell(days(), cellOf(QDate(2026, 12, 4)));
    EXPECT_EQ(shown(), QStringList{december});
    EXPECT_EQ(part<QLabel>(*m_page, "calendarMonth")->text(), QStringLiteral("December 2026"));
    EXPECT_EQ(day(), QDate(2026, 12, 4));
    EXPECT_EQ(days()->selectionModel()->selectedIndexes(), QModelIndexList{cellOf(QDate(2026, 12, 4))})
        << "and not the day that lies under the mouse since the page was turned";
    m_page->showAssignment(friday);
    settle();
    EXPECT_EQ(m_table->currentIndex().data(AssignmentsModel::IdRole).toString(), friday)
        << "day and filter give way to what is asked for";
}

TEST_F(AssignmentsPageTest, calendar_isWalkedWithTheKeys)
{
    open();
    openCalendar();
    days()->setFocus();
    press(days(), Qt::Key_Right);
    EXPECT_EQ(day(), QDate(2026, 11, 25));
    press(days(), Qt::Key_Down);
    EXPECT_EQ(day(), QDate(2026, 12, 2)) << "and on into the next month";
    EXPECT_EQ(part<QLabel>(*m_page, "calendarMonth")->text(), QStringLiteral("December 2026"));
    press(days(), Qt::Key_Home);
    press(days(), Qt::Key_Left);
    EXPECT_EQ(day(), QDate(2026, 11, 30));
    press(days(), Qt::Key_PageDown);
    EXPECT_EQ(day(), QDate(2026, 12, 30));
    press(days(), Qt::Key_PageUp);
    press(days(), Qt::Key_PageUp);
    EXPECT_EQ(day(), QDate(2026, 10, 30));
    press(days(), Qt::Key_End);
    EXPECT_EQ(day(), QDate(2026, 10, 31));
    click(part<QPushButton>(*m_page, "calendarToday"));
    EXPECT_EQ(day(), QDate(2026, 11, 24));
    EXPECT_EQ(days()->accessibleName(), QStringLiteral("Days with what is due"));
    open();
    EXPECT_TRUE(days()->isVisibleTo(m_page.get())) << "the view is remembered";
}

/// In Pakistan a week begins on Sunday, and Saturday and Sunday are days of rest, whatever the language.
TEST_F(AssignmentsPageTest, calendar_hasTheWeekOfPakistan_inBothLanguages)
{
    for (const Language language : {Language::English, Language::Urdu}) {
        ThemeGuard guard(ColourScheme::Light, language);
        DueMonthModel month;
        month.setMonth(QDate(2026, 11, 24));
        EXPECT_EQ(month.index(0, 0).data(DueMonthModel::DateRole).toDate(), QDate(2026, 11, 1)) << "a Sunday";
        EXPECT_EQ(month.indexOf(QDate(2026, 11, 27)).column(), 5);
        EXPECT_TRUE(month.indexOf(QDate(2026, 11, 28)).data(DueMonthModel::RestRole).toBool());
        EXPECT_TRUE(month.indexOf(QDate(2026, 11, 29)).data(DueMonthModel::RestRole).toBool());
        EXPECT_FALSE(month.indexOf(QDate(2026, 11, 27)).data(DueMonthModel::RestRole).toBool()) << "Friday is worked";
    }
}

TEST_F(AssignmentsPageTest, calendarInUrdu_runsFromRightToLeft)
{
    ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    open();
    openCalendar();
    EXPECT_GT(days()->visualRect(cellOf(QDate(2026, 11, 23))).center().x(),
              days()->visualRect(cellOf(QDate(2026, 11, 24))).center().x());
    days()->setFocus();
    press(days(), Qt::Key_Left);
    EXPECT_EQ(day(), QDate(2026, 11, 25)) << "the next day stands on the left";
}

TEST_F(AssignmentsPageTest, officer_sendsAnotherInspectorAndMovesTheDay)
{
    const QString id = visit(1, "2026-11-20", {{QStringLiteral("instructions"), QStringLiteral("Ask for the key")}});
    open();
    m_page->showAssignment(id);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Ask for the key")));
    click(seen("changeAssignment"));
    auto *inspectors = part<QTableView>(*m_page, "assignInspectors");
    EXPECT_EQ(inspectors->currentIndex().row(), 0) << "the one who has it";
    EXPECT_TRUE(inspectors->hasFocus());
    press(inspectors, Qt::Key_Down);
    fillIn(part<QWidget>(*m_page, "assignDue")->findChild<QLineEdit *>(), QStringLiteral("4/12/2026"));
    click(part<QPushButton>(*m_page, "saveAssign"));
    EXPECT_EQ(text(Entity::Assignment, id, "inspector"), m_second);
    EXPECT_EQ(text(Entity::Assignment, id, "due"), QStringLiteral("2026-12-04"));
    EXPECT_EQ(text(Entity::Assignment, id, "instructions"), QStringLiteral("Ask for the key"));
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Sample Bilal")));
    EXPECT_EQ(m_page->findChild<QWidget *>(QStringLiteral("assignSheet")), nullptr) << "it is closed";
    EXPECT_EQ(m_sync.asked, 1);
}

TEST_F(AssignmentsPageTest, visitThatWasBegun_isNotGivenToAnother)
{
    const QString id = visit(1, "2026-12-20");
    const QString building = text(Entity::Assignment, id, "building");
    draftWith(building, {}, {{QStringLiteral("assignment"), id}});
    open();
    m_page->showAssignment(id);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Begun")));
    click(seen("changeAssignment"));
    press(part<QTableView>(*m_page, "assignInspectors"), Qt::Key_Down);
    click(part<QPushButton>(*m_page, "saveAssign"));
    EXPECT_EQ(text(Entity::Assignment, id, "inspector"), m_inspector);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("The inspector has begun this visit")));
    QTest::keyClick(part<QWidget>(*m_page, "assignSheet"), Qt::Key_Escape);
    settle();
    EXPECT_EQ(m_page->findChild<QWidget *>(QStringLiteral("assignSheet")), nullptr);
}

TEST_F(AssignmentsPageTest, officer_cancelsWithAReason)
{
    const QString id = visit(1, "2026-11-20");
    const QString other = visit(2, "2026-11-21");
    open();
    m_page->showAssignment(id);
    click(seen("cancelAssignment"));
    auto *reason = part<QLineEdit>(*m_page, "cancelReason");
    EXPECT_TRUE(reason->hasFocus());
    auto *now = part<QPushButton>(*m_page, "cancelNow");
    EXPECT_FALSE(now->isEnabled()) << "a reason is needed";
    type(reason, QStringLiteral("The house"));
    m_page->showAssignment(other);
    EXPECT_FALSE(reason->isVisibleTo(m_page.get()));
    m_page->showAssignment(id);
    click(seen("cancelAssignment"));
    EXPECT_EQ(reason->text(), QString()) << "what was typed was left";
    type(reason, QStringLiteral("The house is gone"));
    click(now);
    EXPECT_EQ(text(Entity::Assignment, id, "state"), QStringLiteral("cancelled"));
    EXPECT_EQ(text(Entity::Assignment, id, "state_reason"), QStringLiteral("The house is gone"));
    EXPECT_EQ(seen("cancelAssignment"), nullptr);
    EXPECT_EQ(seen("changeAssignment"), nullptr);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The house is gone")));
}

TEST_F(AssignmentsPageTest, auditor_seesAllAndChangesNothing)
{
    const QString id = visit(1, "2026-11-20");
    open(m_auditor);
    m_page->showAssignment(id);
    EXPECT_EQ(seen("changeAssignment"), nullptr);
    EXPECT_EQ(seen("cancelAssignment"), nullptr);
    EXPECT_NE(seen("openAssignedBuilding"), nullptr);
    EXPECT_EQ(m_page->findChild<QPushButton *>(QStringLiteral("assignNew")), nullptr);
}

class AssignmentsDeskTest : public AssignmentsPageTest
{
};

TEST_F(AssignmentsDeskTest, entryStandsOnTheRailOfWhoMaySeeIt_withWhatIsOverdue)
{
    visit(1, "2026-11-20");
    visit(2, "2026-11-23");
    visit(3, "2026-12-20");
    for (const Actor &actor : {m_chief, m_auditor, m_me, m_admin}) {
        MainFrame frame;
        Desk desk(frame, services(actor), {});
        const bool sees = actor.role == markaz::Role::Officer || actor.role == markaz::Role::Auditor;
        EXPECT_EQ(frame.entries().contains(QStringLiteral("assignments")), sees) << qPrintable(token(actor.role));
        for (int row = 0; sees && row < frame.rail()->view()->model()->rowCount(); ++row) {
            const QModelIndex entry = frame.rail()->view()->model()->index(row, 0);
            if (entry.data(Qt::DisplayRole).toString() == QStringLiteral("Assignments")) {
                EXPECT_EQ(entry.data(RailCounterRole).toInt(), actor.role == markaz::Role::Officer ? 2 : 0);
            }
        }
    }
}

} // namespace
} // namespace markaz::ui
