// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From buildings that are chosen, in the table or on the map, to an inspector who goes there.
#include "tests/ui/support/assignmentsfixture.h"

#include "core/workflow/assignments.h"
#include "ui/desk.h"
#include "ui/models/buildingsmodel.h"
#include "ui/models/searchmodel.h"
#include "ui/models/workloadmodel.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/searchpopup.h"
#include "ui/widgets/frame/topbar.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AssignSheetTest : public AssignmentsFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    QTableView *m_table = nullptr;
    const QString m_second = m_colleague.accountId;
    QStringList m_buildings;

    void SetUp() override
    {
        AssignmentsFixture::SetUp();
        inspector(m_inspector, "Sample Amna");
        inspector(m_second, "Sample Bilal");
        for (int i = 1; i <= 4; ++i)
            m_buildings.append(building("LHE", i));
    }
    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services(actor));
        m_page->resize(1366, 700);
        present(*m_page);
        m_table = part<QTableView>(*m_page, "buildingsTable");
        settle();
    }
    void open() { open(m_chief); }
    void TearDown() override { leave(m_page); }
    /// The first \p rows rows, with Shift and Down as a person does.
    void select(int rows)
    {
        m_table->setFocus();
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
        for (int i = 1; i < rows; ++i)
            QTest::keyClick(m_table, Qt::Key_Down, Qt::ShiftModifier);
        settle();
    }
    void assign()
    {
        click(part<QPushButton>(*m_page, "assignBuildings"));
        settle();
    }
    QWidget *sheet() { return m_page->findChild<QWidget *>(QStringLiteral("assignSheet")); }
    QTableView *inspectors() { return part<QTableView>(*m_page, "assignInspectors"); }
    QTableView *refused() { return part<QTableView>(*m_page, "assignRefused"); }
    QPushButton *saving() { return part<QPushButton>(*m_page, "saveAssign"); }
    void chooseInspector(int row)
    {
        QTest::mouseClick(inspectors()->viewport(), Qt::LeftButton, {},
                          inspectors()->visualRect(inspectors()->model()->index(row, 0)).center());
        settle();
    }
    QList<Assignment> made()
    {
        QList<Assignment> all;
        const auto ids = AssignmentRepository(*m_database).ids({}, QDate(2026, 11, 24));
        for (const QString &id : *ids) {
            if (auto record = m_records->requireAs<Assignment>(id); record->record().rev == 0)
                all.append(*record);
        }
        return all;
    }
};

TEST_F(AssignSheetTest, selection_goesToTheChosenInspector_withDayKindAndWords)
{
    assignment(m_buildings[3], "open", {{QStringLiteral("due"), QStringLiteral("2026-11-20")}});
    open();
    select(3);
    assign();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheet()->accessibleName(), QStringLiteral("Assign 3 buildings"));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("LHE-0001, LHE-0002, LHE-0003")));
    EXPECT_EQ(inspectors()->model()->index(0, WorkloadModel::Name).data().toString(), QStringLiteral("Sample Amna"));
    EXPECT_EQ(inspectors()->model()->index(0, WorkloadModel::Overdue).data().toString(), QStringLiteral("1"))
        << "who has how much stands beside the names";
    EXPECT_FALSE(saving()->isEnabled()) << "nobody is chosen";
    chooseInspector(1);
    EXPECT_TRUE(saving()->isEnabled());
    auto *due = part<QWidget>(*m_page, "assignDue")->findChild<QLineEdit *>();
    EXPECT_EQ(due->text(), QStringLiteral("8 Dec 2026")) << "two weeks on";
    fillIn(due, QStringLiteral("4/12/2026"));
    auto *kind = part<QComboBox>(*m_page, "assignKind");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_End);
    auto *words = part<QPlainTextEdit>(*m_page, "assignInstructions");
    words->setFocus();
    type(words, QStringLiteral("Ask for the key"));
    click(saving());
    ASSERT_EQ(made().size(), 3);
    for (const Assignment &one : made()) {
        EXPECT_EQ(one.inspectorId(), m_second);
        EXPECT_EQ(one.due(), QDate(2026, 12, 4));
        EXPECT_EQ(one.kind(), QStringLiteral("complaint"));
        EXPECT_EQ(one.instructions(), QStringLiteral("Ask for the key"));
    }
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(
        plain(messagesOf(*m_page)).contains(QStringLiteral("3 buildings assigned to Sample Bilal, due 4 Dec 2026.")));
    EXPECT_EQ(m_sync.asked, 1);
}

TEST_F(AssignSheetTest, buildingInTheWay_isNamedAndCanBeLeftOut)
{
    assignment(m_buildings[1], "open");
    open();
    select(3);
    assign();
    chooseInspector(0);
    EXPECT_FALSE(saving()->isEnabled());
    ASSERT_TRUE(refused()->isVisibleTo(m_page.get()));
    ASSERT_EQ(refused()->model()->rowCount(), 1);
    EXPECT_EQ(refused()->model()->index(0, 0).data().toString(), QStringLiteral("LHE-0002"));
    EXPECT_EQ(refused()->model()->index(0, 1).data().toString(),
              QStringLiteral("Waits for a visit of this kind already"));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Nothing is assigned until it is left out.")));
    click(part<QPushButton>(*m_page, "leaveOut"));
    settle();
    EXPECT_EQ(sheet()->accessibleName(), QStringLiteral("Assign 2 buildings"));
    EXPECT_FALSE(refused()->isVisibleTo(m_page.get()));
    EXPECT_EQ(inspectors()->currentIndex().row(), 0) << "who was chosen stays so";
    click(saving());
    EXPECT_EQ(made().size(), 2);
}

TEST_F(AssignSheetTest, dayThatHasPassed_isSaidAtOnce)
{
    open();
    select(1);
    assign();
    chooseInspector(0);
    fillIn(part<QWidget>(*m_page, "assignDue")->findChild<QLineEdit *>(), QStringLiteral("2026-11-23"));
    EXPECT_FALSE(saving()->isEnabled());
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("The due date has passed.")));
    fillIn(part<QWidget>(*m_page, "assignDue")->findChild<QLineEdit *>(), QStringLiteral("2026-11-24"));
    EXPECT_TRUE(saving()->isEnabled());
    EXPECT_EQ(messagesOf(*m_page), QString());
}

TEST_F(AssignSheetTest, wordsThatWereTyped_areThrownAwayOnlyWhenAskedTwice)
{
    open();
    select(1);
    assign();
    type(part<QPlainTextEdit>(*m_page, "assignInstructions"), QStringLiteral("Ask"));
    QTest::keyClick(sheet(), Qt::Key_Escape);
    settle();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("What you have written is not saved.")));
    click(part<QPushButton>(*m_page, "cancelAssign"));
    settle();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_EQ(made().size(), 0);
}

TEST_F(AssignSheetTest, inUrdu_theDayThatShowsIsReadAsOne)
{
    ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    open();
    select(1);
    assign();
    chooseInspector(0);
    click(saving());
    ASSERT_EQ(made().size(), 1);
    EXPECT_EQ(made().first().due(), QDate(2026, 12, 8));
}

TEST_F(AssignSheetTest, onTheMap_allThatTheFilterShowsIsAssigned)
{
    building("FSD", 1);
    open();
    m_page->setSearch(QStringLiteral("LHE-000"));
    m_page->showMap(true);
    settle();
    assign();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheet()->accessibleName(), QStringLiteral("Assign 4 buildings"));
    EXPECT_TRUE(plain(wordsOf(*m_page)).contains(QStringLiteral("LHE-0001, LHE-0002, LHE-0003 and 1 more")));
    chooseInspector(1);
    click(saving());
    QStringList places;
    for (const Assignment &one : made())
        places.append(one.buildingId());
    EXPECT_EQ(QSet<QString>(places.begin(), places.end()), QSet<QString>(m_buildings.begin(), m_buildings.end()));
}

TEST_F(AssignSheetTest, withoutAChoice_itSaysHowToChoose_andTooManyAreRefused)
{
    open();
    assign();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("No building is chosen.")));
    for (int i = 5; i <= 205; ++i)
        building("LHE", i);
    Q_EMIT m_notifier.manyChanged();
    settle();
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
    assign();
    EXPECT_EQ(sheet(), nullptr);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("At most 200 buildings can be assigned at once.")));
}

TEST_F(AssignSheetTest, selection_outlivesAPull)
{
    open();
    select(3);
    building("LHE", 5);
    Q_EMIT m_notifier.manyChanged();
    settle();
    assign();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheet()->accessibleName(), QStringLiteral("Assign 3 buildings"));
}

TEST_F(AssignSheetTest, rowTakenOutWithCtrl_isNotChosenByAPull)
{
    open();
    select(3);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      m_table->visualRect(m_table->model()->index(2, 0)).center());
    ASSERT_EQ(m_table->selectionModel()->selectedRows().size(), 2);
    building("LHE", 5);
    Q_EMIT m_notifier.manyChanged();
    building("LHE", 6);
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_EQ(m_table->model()->rowCount(), 6);
    assign();
    ASSERT_NE(sheet(), nullptr);
    EXPECT_EQ(sheet()->accessibleName(), QStringLiteral("Assign 2 buildings"));
}

TEST_F(AssignSheetTest, inspectorsAndAuditors_assignNothing)
{
    for (const Actor &actor : {m_me, m_auditor}) {
        open(actor);
        EXPECT_EQ(m_page->findChild<QPushButton *>(QStringLiteral("assignBuildings")), nullptr);
        EXPECT_EQ(m_table->selectionMode(), QAbstractItemView::SingleSelection);
    }
}

TEST_F(AssignSheetTest, withoutAnInspectorOfTheProvince_itSaysSo)
{
    m_chief.provinces.append(markaz::test::cityOf("KHI").province);
    building("KHI", 1);
    open();
    m_page->setSearch(QStringLiteral("KHI-0001"));
    settle();
    select(1);
    assign();
    EXPECT_FALSE(inspectors()->isVisibleTo(m_page.get()));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No inspector works in every province of these buildings.")));
    EXPECT_FALSE(saving()->isEnabled());
}

TEST_F(AssignSheetTest, command_assignsWhatIsChosen)
{
    MainFrame frame;
    frame.resize(1366, 690);
    Desk desk(frame, services(m_chief), {});
    present(frame);
    auto *table = part<QTableView>(frame, "buildingsTable");
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(&frame, Qt::Key_K, Qt::ControlModifier);
    auto *popup = part<SearchPopup>(frame, "searchPopup");
    QSignalSpy asked(popup, &SearchPopup::asked);
    type(frame.topBar()->search(), QStringLiteral("assign the"));
    ASSERT_TRUE(asked.count() > 0 || asked.wait());
    QTest::keyClick(frame.topBar()->search(), Qt::Key_Return);
    settle();
    auto *sheet = frame.findChild<QWidget *>(QStringLiteral("assignSheet"));
    ASSERT_NE(sheet, nullptr);
    EXPECT_EQ(sheet->accessibleName(), QStringLiteral("Assign 1 building"));
}

} // namespace
} // namespace markaz::ui
