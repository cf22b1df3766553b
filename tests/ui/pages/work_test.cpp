// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// My work: the visits, what goes on beside them, and the short form of a visit that could not be made.
#include "tests/ui/support/deskfixture.h"
#include "tests/ui/support/looks.h"

#include "ui/pages/work/visitlist.h"
#include "ui/pages/work/visitpage.h"
#include "ui/pages/work/workpage.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/pageheader.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QTimer>

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
        m_page->setFocus();
        settle();
    }
    void TearDown() override { leave(m_page); }
    QString visit(int number, const char *due)
    {
        return assignment(building("LHE", number), "open", {{QStringLiteral("due"), QLatin1String(due)}});
    }
    /// "Overdue, 2 visits", then the codes of its visits, and so on.
    QStringList list()
    {
        QStringList all;
        VisitsModel *model = m_page->visits()->visits();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row);
            all.append(index.data(VisitsModel::HeadRole).toBool() ? index.data(Qt::AccessibleTextRole).toString()
                                                                  : index.data(VisitsModel::CodeRole).toString());
        }
        return all;
    }
    QString chosenWhen() { return m_page->visits()->currentIndex().data(VisitsModel::WhenRole).toString(); }
    void press(Qt::Key key)
    {
        QTest::keyClick(m_page->visits(), key);
        settle();
    }
};

TEST_F(WorkPageTest, names_areReadWholeOnALaptopAt150Percent)
{
    visit(1, "2026-11-20");
    draftOf(visitedBuilding(2));
    open();
    m_page->resize(847, 420); // 1366 x 768 at 150 %, without rail and head
    settle();
    const VisitList *list = m_page->visits();
    const QModelIndex first = list->currentIndex();
    QFont name = currentTheme().font(Type::Body);
    name.setWeight(QFont::DemiBold);
    EXPECT_GE(list->nameWidth(first), QFontMetrics(name).horizontalAdvance(first.data().toString()));
    EXPECT_TRUE(list->viewport()->rect().contains(list->buttonRect(first)));
    const QStringList cut = cutParts(*m_page).filter(QStringLiteral("lies outside"));
    EXPECT_EQ(cut.join(QLatin1Char('\n')), QString()) << "what stands beside the visits does not scroll sideways";
}

TEST_F(WorkPageTest, visits_standUnderTheirDays)
{
    visit(1, "2026-11-20");
    visit(2, "2026-11-23");
    visit(3, "2026-11-24");
    visit(4, "2026-12-01");
    visit(5, "2026-12-02");
    open();
    EXPECT_EQ(list().join(QLatin1Char('|')),
              QStringLiteral("Overdue, 2 visits|LHE-0001|LHE-0002|Today, 1 visit|LHE-0003|This week, 1 visit|LHE-0004|"
                             "Later, 1 visit|LHE-0005"));
    EXPECT_EQ(m_page->dueCount(), 3);
    EXPECT_EQ(chosenWhen(), QStringLiteral("4 days late"));
    press(Qt::Key_Down);
    EXPECT_EQ(chosenWhen(), QStringLiteral("1 day late"));
    press(Qt::Key_Down);
    EXPECT_EQ(chosenWhen(), QStringLiteral("Today")) << "the heads are passed over";
    const auto words = m_page->visits()->currentIndex().data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(words.contains(QStringLiteral("LHE-0003 Sample building LHE-0003"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Lahore, tier 1"))) << qPrintable(words);
}

TEST_F(WorkPageTest, theModel_keepsItsPromises)
{
    VisitsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    AssignmentRow row;
    row.id = QStringLiteral("a");
    row.due = QDate(2026, 11, 24);
    model.setVisits({row}, QDate(2026, 11, 24));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.visitAt(model.index(0)), nullptr);
    EXPECT_FALSE(model.flags(model.index(0)) & Qt::ItemIsSelectable);
    EXPECT_EQ(model.indexOf(QStringLiteral("a")), model.index(1));
    model.setVisits({}, QDate(2026, 11, 24));
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_FALSE(model.firstVisit().isValid());
}

TEST_F(WorkPageTest, theDayTurnsAtMidnightInKarachi)
{
    visit(1, "2026-11-24");
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(18, 59), Qt::UTC));
    open();
    EXPECT_EQ(chosenWhen(), QStringLiteral("Today"));
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(19, 1), Qt::UTC));
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_EQ(chosenWhen(), QStringLiteral("1 day late"));
}

TEST_F(WorkPageTest, oneKeyStarts_andTheButtonToo)
{
    visit(1, "2026-11-20");
    const QString second = visit(2, "2026-11-24");
    open();
    QSignalSpy starts(m_page.get(), &WorkPage::startRequested);
    QSignalSpy opens(m_page.get(), &WorkPage::inspectionRequested);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_EQ(starts.count(), 1);
    EXPECT_EQ(starts.last().first().toString(), second);

    // The button of a row that is not chosen yet: the press chooses it, the release starts it.
    VisitList *view = m_page->visits();
    const QModelIndex first = view->visits()->firstVisit();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->buttonRect(first).center());
    ASSERT_EQ(starts.count(), 2);
    EXPECT_NE(starts.last().first().toString(), second);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(first).center());
    EXPECT_EQ(starts.count(), 2) << "a click beside the button chooses only";

    const QString draft =
        draftOf(cell(QStringLiteral("SELECT building FROM assignment WHERE id = '%1'").arg(second)).toString(), second);
    settle();
    press(Qt::Key_Down);
    EXPECT_EQ(view->currentIndex().data(VisitsModel::ActionRole).toString(), QStringLiteral("Continue"));
    press(Qt::Key_Enter);
    ASSERT_EQ(opens.count(), 1);
    EXPECT_EQ(opens.last().first().toString(), draft);
}

TEST_F(WorkPageTest, oneKeyStarts_alsoWhatCameWhileThePageWasEmpty)
{
    open();
    QSignalSpy starts(m_page.get(), &WorkPage::startRequested);
    QSignalSpy registers(m_page.get(), &WorkPage::newBuildingRequested);
    ASSERT_TRUE(m_page->findChild<EmptyPage *>()->button()->hasFocus()) << "the one thing to do";
    const QString only = visit(1, "2026-11-20");
    Q_EMIT m_notifier.manyChanged(); // as a pull says it
    settle();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(registers.count(), 0);
    ASSERT_EQ(starts.count(), 1);
    EXPECT_EQ(starts.first().first().toString(), only);

    // Taken back, its place holds the keyboard; moved by hand, it stays where it was put.
    put(Entity::Assignment,
        with(fieldsOf(Entity::Assignment, only), {{QStringLiteral("state"), QStringLiteral("cancelled")}}), only);
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(m_page->findChild<EmptyPage *>()->button()->hasFocus());
    QPushButton *head = buttonSaying<QPushButton>(*m_page->header(), QStringLiteral("Register a building"));
    ASSERT_NE(head, nullptr);
    head->setFocus(Qt::TabFocusReason);
    visit(2, "2026-11-20");
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(head->hasFocus());
}

TEST_F(WorkPageTest, whatWasChosen_staysChosenWhenTheListChanges)
{
    visit(1, "2026-11-24");
    visit(2, "2026-11-24");
    open();
    press(Qt::Key_Down);
    visit(3, "2026-11-20");
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(m_page->visits()->currentIndex().data(VisitsModel::CodeRole).toString(), QStringLiteral("LHE-0002"));
}

TEST_F(WorkPageTest, aVisitThatCouldNotBeMade_isReportedByOneKey)
{
    const QString assigned = visit(1, "2026-11-24");
    open();
    QSignalSpy reports(m_page.get(), &WorkPage::notPossibleRequested);
    press(Qt::Key_O);
    click(part<QPushButton>(*m_page, "visitNotPossible"));
    ASSERT_EQ(reports.count(), 2);
    EXPECT_EQ(reports.first(), (QVariantList{assigned, QString()}));
}

TEST_F(WorkPageTest, aReturnedInspection_showsTheReviewersWordsItemByItem)
{
    account(m_officer, "sample.officer", "Sample Officer", "officer");
    open();
    const QString sent = submitted(visitedBuilding(2));
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, sent, QStringLiteral("return"), QStringLiteral("Take the speed tests again"),
                         {{QStringLiteral("E-01"), QStringLiteral("At 20:00, please")},
                          {QStringLiteral("C-02"), QStringLiteral("Which exit is this?")}})
                    .ok());
    settle();
    const QString words = wordsOf(*m_page);
    for (const char *said : {"“Take the speed tests again”", "E-01  “At 20:00, please”", "C-02  “Which exit is this?”",
                             "Sample Officer, 24 Nov"})
        EXPECT_TRUE(words.contains(QString::fromUtf8(said))) << said << '\n' << qPrintable(words);
    QSignalSpy reopens(m_page.get(), &WorkPage::reopenRequested);
    click(buttonSaying(*m_page, QStringLiteral("Open revision 2")));
    ASSERT_EQ(reopens.count(), 1);
    EXPECT_EQ(reopens.first().first().toString(), sent);

    // Taken up again, it is a draft and no longer returned.
    ASSERT_TRUE(StartInspection(*m_workspace, m_standards).reopen(m_me, sent).ok());
    settle();
    EXPECT_EQ(buttonSaying(*m_page, QStringLiteral("Open revision 2")), nullptr);
    EXPECT_FALSE(wordsOf(*m_page).contains(QString::fromUtf8("“Take the speed tests again”")));
}

TEST_F(WorkPageTest, aDraft_saysWhatStandsInItsWay)
{
    auto answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("C-02"), 1);
    answers.remove(QStringLiteral("E-05"));
    draftWith(visitedBuilding(), answers);
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Problems: 1 in C Fire"))) << qPrintable(wordsOf(*m_page));
    auto left = perfect();
    left.remove(QStringLiteral("E-05"));
    draftWith(visitedBuilding(2), left);
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("1 item left, no problem so far")));
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

TEST_F(WorkPageTest, withoutTheServer_saysThatWorkGoesOn)
{
    open();
    EXPECT_EQ(messagesOf(*m_page), QString());
    SyncSnapshot snapshot;
    snapshot.trouble = SyncSnapshot::Trouble::Offline;
    snapshot.waiting = 12;
    m_sync.set(snapshot);
    EXPECT_EQ(messagesOf(*m_page), QStringLiteral("This laptop is offline. 12 changes wait on this laptop and will be "
                                                  "sent later. You can go on working."));
    QSignalSpy asked(m_page.get(), &WorkPage::syncRequested);
    click(buttonSaying(*m_page, QStringLiteral("Show what waits")));
    EXPECT_EQ(asked.count(), 1);
    m_sync.set({});
    EXPECT_EQ(messagesOf(*m_page), QString());
}

TEST_F(WorkPageTest, withoutVisits_saysWhatToDoNext)
{
    open();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No visit is assigned to you.")));
    QSignalSpy asked(m_page.get(), &WorkPage::newBuildingRequested);
    click(m_page->findChild<EmptyPage *>()->button());
    QTest::keyClick(m_page.get(), Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(asked.count(), 2);
}

class VisitPageTest : public DeskFixture
{
protected:
    std::unique_ptr<VisitPage> m_page;
    QString m_id;
    void open(const QString &id, bool begun = false)
    {
        leave(m_page);
        m_id = id;
        m_page = std::make_unique<VisitPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(id, begun);
        settle();
    }
    void TearDown() override { leave(m_page); }
    QPushButton *submitButton() { return part<QPushButton>(*m_page, "submitVisit"); }
    void choose(const char *outcome)
    {
        part<QAbstractButton>(*m_page, qPrintable(QStringLiteral("outcome.") + QLatin1String(outcome)))->click();
    }
    QPlainTextEdit *note() { return part<QPlainTextEdit>(*m_page, "visitNote"); }
    void confirm() { part<QCheckBox>(*m_page, "wentThere")->click(); }
    bool exists() { return m_records->find(Entity::Inspection, m_id)->has_value(); }
};

TEST_F(VisitPageTest, asksForWhyWhatAndTheInspectorsWord)
{
    const QString place = visitedBuilding();
    open(draftOf(place, assignment(place, "open")));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Choose what happened")));
    choose("owner_absent");
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Say what you found")));
    type(note(), QStringLiteral("The guard called him; he is in Multan."));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Confirm that you went there yourself")));
    EXPECT_FALSE(submitButton()->isEnabled());
    confirm();
    fillIn(part<QLineEdit>(*m_page, "visitMet"), QStringLiteral("The guard"));
    fillIn(part<DateField>(*m_page, "nextVisit")->line(), QStringLiteral("1 Dec 2026"));
    QSignalSpy sent(m_page.get(), &VisitPage::submitted);
    click(submitButton());
    ASSERT_EQ(sent.count(), 1) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(text(Entity::Inspection, m_id, "state"), QStringLiteral("submitted"));
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_outcome"), QStringLiteral("owner_absent"));
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_note"), QStringLiteral("The guard called him; he is in Multan."));
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_met"), QStringLiteral("The guard"));
    EXPECT_EQ(text(Entity::Inspection, m_id, "next_visit"), QStringLiteral("2026-12-01"));
    EXPECT_FALSE(fieldsOf(Entity::Inspection, m_id).contains(QStringLiteral("score")));
}

TEST_F(VisitPageTest, aDayThatCannotBeReadOrLiesInThePast_standsInTheWay)
{
    open(draftOf(visitedBuilding()));
    choose("unsafe");
    type(note(), QStringLiteral("Water in the cellar"));
    confirm();
    ASSERT_TRUE(submitButton()->isEnabled());
    QLineEdit *day = part<DateField>(*m_page, "nextVisit")->line();
    for (const auto &[typed, why] : {std::pair{"31/13/26", "cannot be read"}, {"1 Dec 2025", "lies in the past"}}) {
        fillIn(day, QLatin1String(typed));
        EXPECT_FALSE(submitButton()->isEnabled()) << typed;
        EXPECT_TRUE(wordsOf(*m_page).contains(QLatin1String(why))) << typed;
    }
    fillIn(day, QString());
    EXPECT_TRUE(submitButton()->isEnabled());
    EXPECT_EQ(note()->toPlainText(), QStringLiteral("Water in the cellar"));
}

TEST_F(VisitPageTest, whatWasChosen_isChosenWhenThePageIsOpenedAgain)
{
    open(draftOf(visitedBuilding()));
    choose("unsafe");
    type(note(), QStringLiteral("Water"));
    m_page->hide();
    m_page->show();
    m_page->open(m_id, false);
    EXPECT_TRUE(part<QAbstractButton>(*m_page, "outcome.unsafe")->isChecked());
}

TEST_F(VisitPageTest, whatIsTypedAndChosen_isKeptBeforeAnythingIsLeft)
{
    open(draftOf(visitedBuilding()));
    QSignalSpy chosen(m_page.get(), &VisitPage::unfinishedChanged);
    choose("unsafe");
    EXPECT_EQ(chosen.count(), 1);
    note()->setFocus();
    type(note(), QStringLiteral("Wires hang"));
    endPause(note());
    QTRY_COMPARE(text(Entity::Inspection, m_id, "visit_note"), QStringLiteral("Wires hang"));
    EXPECT_TRUE(note()->hasFocus());
    // As the desk keeps it, and takes it up again after a kill.
    const QJsonObject unfinished = m_page->unfinished();
    VisitPage again(services());
    again.resume(unfinished);
    again.open(m_id, false);
    EXPECT_TRUE(part<QAbstractButton>(again, "outcome.unsafe")->isChecked());
    confirm();
    click(submitButton());
    EXPECT_TRUE(again.unfinished().isEmpty()) << "what is submitted has its outcome";
}

TEST_F(VisitPageTest, whatIsTyped_isKeptAsTheFieldIsLeft)
{
    open(draftOf(visitedBuilding()), true);
    note()->setFocus();
    type(note(), QStringLiteral("Locked"));
    QTest::keyClick(note(), Qt::Key_Tab);
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_note"), QStringLiteral("Locked"));
    QSignalSpy left(m_page.get(), &VisitPage::backRequested);
    QTest::keyClick(m_page.get(), Qt::Key_Escape); // presses the button, which is let go a moment later
    EXPECT_TRUE(left.wait());
    ASSERT_TRUE(exists()) << "something was entered";
    open(m_id);
    EXPECT_EQ(note()->toPlainText(), QStringLiteral("Locked"));
}

TEST_F(VisitPageTest, aDraftThatWasBegunForNothing_goesAgain)
{
    open(draftOf(visitedBuilding()), true);
    choose("unsafe");
    click(buttonSaying(*m_page, QStringLiteral("Back")));
    EXPECT_FALSE(exists());
    open(draftOf(visitedBuilding(2)), false);
    click(buttonSaying(*m_page, QStringLiteral("Back")));
    EXPECT_TRUE(exists()) << "it was there before";
    open(draftOf(visitedBuilding(3)), true);
    m_page->hide(); // by the rail, a lock or a kill's last moment
    EXPECT_FALSE(exists());
}

TEST_F(VisitPageTest, aVisitThatCannotBeRead_hasNothingOfTheOneBefore)
{
    open(draftOf(visitedBuilding()));
    type(note(), QStringLiteral("Locked"));
    const QString other = put(Entity::Inspection, inspectionFields(m_ids.next(), m_inspector, "draft"));
    m_page->open(other, false);
    EXPECT_FALSE(messagesOf(*m_page).isEmpty());
    EXPECT_EQ(note()->toPlainText(), QString());
    m_page->hide();
    EXPECT_FALSE(fieldsOf(Entity::Inspection, other).contains(QStringLiteral("visit_note")));
}

TEST_F(VisitPageTest, whatIsTyped_endsWhereTheRecordDoes)
{
    open(draftOf(visitedBuilding()));
    note()->setPlainText(QString(2500, QLatin1Char('x')));
    EXPECT_EQ(note()->toPlainText().size(), 2000);
    note()->moveCursor(QTextCursor::Start);
    type(note(), QStringLiteral("a"));
    EXPECT_EQ(note()->toPlainText(), QString(2000, QLatin1Char('x'))) << "what is too much goes, not the end";
}

} // namespace
} // namespace markaz::ui
