// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The inspection page as a person meets it: keys, filters, notes, undo, read only, and a disk that refuses.
#include "tests/ui/support/checklistfixture.h"

#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/verdictbar.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QWheelEvent>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class InspectionPageTest : public ChecklistFixture
{
protected:
    QString current()
    {
        settle();
        const auto rows = m_page->findChildren<ItemRow *>();
        for (const ItemRow *row : rows) {
            if (row->isCurrent() && row->isVisibleTo(m_page.get()))
                return row->code();
        }
        return {};
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_page.get(), Qt::Key(key), modifiers);
    }
    /// With each file that the standard asks for.
    QString shown(const QString &id)
    {
        attachAll(id);
        return id;
    }
    QPlainTextEdit *noteOf(ItemRow *row) { return row->findChild<QPlainTextEdit *>(); }
    QString verdict() { return wordsOf(*m_page->findChild<VerdictBar *>()); }
    void filter(const char *id) { click(filterControl()->button(QLatin1String(id))); }
    SegmentedControl *filterControl()
    {
        const auto all = m_page->findChildren<SegmentedControl *>();
        for (SegmentedControl *control : all) {
            if (control->accessibleName() == QLatin1String("Which items to show"))
                return control;
        }
        qFatal("no filter");
    }
};

TEST_F(InspectionPageTest, opens_whereTheWorkGoesOn)
{
    QHash<QString, Answer> answers = perfect();
    answers.remove(QStringLiteral("D-05"));
    open(draftWith(visitedBuilding(), answers));
    EXPECT_EQ(current(), QStringLiteral("D-05"));
}

TEST_F(InspectionPageTest, yesAndNoKeys_answerTheCurrentRow)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    at("C-02");
    key(Qt::Key_Y);
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    key(Qt::Key_N);
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("no"));
    key(Qt::Key_Y, Qt::ControlModifier); // redo: nothing to give again
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("no"));
}

TEST_F(InspectionPageTest, arrows_walkTheRowsAndStopAtTheEnds)
{
    open(draftOf(visitedBuilding()));
    at("A-01");
    key(Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("A-02"));
    key(Qt::Key_Up);
    key(Qt::Key_Up);
    EXPECT_EQ(current(), QStringLiteral("A-01"));
    at("A-08");
    key(Qt::Key_Down);
    EXPECT_EQ(current(), QStringLiteral("A-08"));
}

TEST_F(InspectionPageTest, f_goesToTheNextProblemInAnySectionAndRound)
{
    QHash<QString, Answer> answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("B-05"), 1);
    answers.remove(QStringLiteral("I-02"));
    open(shown(draftWith(visitedBuilding(), answers)));
    at("C-01");
    key(Qt::Key_F);
    EXPECT_EQ(current(), QStringLiteral("I-02"));
    key(Qt::Key_F);
    EXPECT_EQ(current(), QStringLiteral("B-05")) << "round the end, to what fails";
}

TEST_F(InspectionPageTest, f_withoutProblems_saysSo)
{
    open(shown(draftWith(visitedBuilding(), perfect())));
    key(Qt::Key_F);
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("No problem is left.")));
}

TEST_F(InspectionPageTest, filters_showMissingAndProblems)
{
    QHash<QString, Answer> answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("C-02"), 1);
    answers.remove(QStringLiteral("C-08"));
    answers.insert(QStringLiteral("C-04"), Answer::notInspected(QStringLiteral("Locked")).value());
    open(shown(draftWith(visitedBuilding(), answers)));
    at("C-01");
    filter("missing");
    EXPECT_EQ(shownCodes(*m_page), QStringList{QStringLiteral("C-08")});
    filter("problems");
    EXPECT_EQ(shownCodes(*m_page), (QStringList{QStringLiteral("C-02"), QStringLiteral("C-04")}));
    filter("all");
    EXPECT_EQ(shownCodes(*m_page).size(), 17); // of 18; C-10 is for four storeys and more
    filter("missing");
    at("C-11"); // a hidden row that a link leads to takes the filter away
    EXPECT_EQ(current(), QStringLiteral("C-11"));
    EXPECT_EQ(shownCodes(*m_page).size(), 17); // of 18; C-10 is for four storeys and more
}

TEST_F(InspectionPageTest, aNote_isSavedWhenItIsLeft)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    ItemRow *row = at("C-02");
    key(Qt::Key_M);
    EXPECT_TRUE(noteOf(row)->hasFocus());
    QTest::keyClicks(noteOf(row), QStringLiteral("Padlock on the rear exit"));
    const qsizetype rows = owed().size();
    QTest::keyClick(noteOf(row), Qt::Key_Tab);
    const auto stored = [&] {
        return fieldsOf(Entity::Inspection, id)
            .value(QStringLiteral("notes"))
            .toObject()
            .value(QStringLiteral("C-02"))
            .toString();
    };
    EXPECT_EQ(stored(), QStringLiteral("Padlock on the rear exit"));
    EXPECT_EQ(owed().size(), rows + 1);
    noteOf(row)->setFocus();
    QTest::keyClicks(noteOf(row), QStringLiteral("!"));
    at("C-05"); // another row becomes the current one
    EXPECT_TRUE(stored().contains(QLatin1Char('!')));
    EXPECT_EQ(owed().size(), rows + 2);
}

TEST_F(InspectionPageTest, aNote_isUndoneAndDoneAgain_alsoWhileItHasTheKeyboard)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    ItemRow *row = at("C-02");
    key(Qt::Key_M);
    QTest::keyClicks(noteOf(row), QStringLiteral("Padlock"));
    QTest::keyClick(noteOf(row), Qt::Key_Tab); // saved
    noteOf(row)->setFocus();
    QUndoStack *stack = m_page->model()->undoStack();
    stack->undo();
    EXPECT_EQ(noteOf(row)->toPlainText(), QString());
    QTest::keyClick(noteOf(row), Qt::Key_Tab);
    EXPECT_FALSE(fieldsOf(Entity::Inspection, id).contains(QStringLiteral("notes")))
        << "and leaving it brings nothing back";
    QTest::keyClick(m_page.get(), Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(noteOf(row)->toPlainText(), QStringLiteral("Padlock"));
}

TEST_F(InspectionPageTest, undoAndRedo_areNewChangesAndShow)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    at("C-02");
    key(Qt::Key_Y);
    key(Qt::Key_N);
    const qsizetype rows = owed().size();
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(storedAnswer(id, "C-02").isEmpty());
    for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("Redo"))
            click(button);
    }
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    EXPECT_EQ(owed().size(), rows + 3);
}

TEST_F(InspectionPageTest, theVerdict_followsEachAnswer)
{
    open(draftWith(visitedBuilding(), perfect()));
    EXPECT_TRUE(verdict().contains(QStringLiteral("100.0"))) << qPrintable(verdict());
    at("C-02");
    const bool yesIsGood = markaz::test::standard().item(QStringLiteral("C-02"))->yesCreditBp > 0;
    key(yesIsGood ? Qt::Key_N : Qt::Key_Y);
    EXPECT_TRUE(verdict().contains(QStringLiteral("C-02"))) << qPrintable(verdict());
    EXPECT_FALSE(verdict().contains(QStringLiteral("100.0")));
    at("A-01");
    Q_EMIT m_page->findChild<VerdictBar *>()->linkActivated(QStringLiteral("C-02"));
    EXPECT_EQ(current(), QStringLiteral("C-02"));
}

TEST_F(InspectionPageTest, theWheel_changesNoAnswer)
{
    const QString id = draftWith(visitedBuilding(), perfect());
    open(id);
    ItemRow *row = at("A-08");
    auto *combo = row->findChild<QComboBox *>();
    const QString before = storedValue(id, "A-08");
    const int index = combo->currentIndex();
    combo->setFocus();
    QWheelEvent wheel(QPointF(4, 4), combo->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -240), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(combo, &wheel);
    EXPECT_EQ(combo->currentIndex(), index);
    EXPECT_EQ(storedValue(id, "A-08"), before);
}

TEST_F(InspectionPageTest, whatIsHalfTyped_survivesASync)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    auto *number = at("C-03")->findChild<QLineEdit *>();
    number->setFocus();
    QTest::keyClicks(number, QStringLiteral("3"));
    Q_EMIT m_notifier.manyChanged();
    QTest::keyClicks(number, QStringLiteral("6"));
    EXPECT_EQ(number->text(), QStringLiteral("36"));
    auto *date = at("C-08")->findChild<QLineEdit *>();
    date->setFocus();
    QTest::keyClicks(date, QStringLiteral("14 Mar"));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(date->text(), QStringLiteral("14 Mar"));
    auto *place = at("A-07")->findChild<QLineEdit *>();
    place->setFocus();
    QTest::keyClicks(place, QStringLiteral("32.4945,"));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(place->text(), QStringLiteral("32.4945,"));
}

TEST_F(InspectionPageTest, whatIsTyped_isSavedWhenTheWindowCloses)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    auto *number = at("C-03")->findChild<QLineEdit *>();
    number->setFocus();
    QTest::keyClicks(number, QStringLiteral("36"));
    leave(m_page);
    EXPECT_EQ(storedValue(id, "C-03"), QStringLiteral("36"));
}

TEST_F(InspectionPageTest, anotherOpenVisitOfTheBuilding_isSaidAndLeadsThere)
{
    const QString place = visitedBuilding();
    open(draftOf(place));
    EXPECT_EQ(messagesOf(*m_page), QString());
    const QString complaint = assignment(place, "open", {{QStringLiteral("kind"), QStringLiteral("complaint")}});
    const auto other =
        StartInspection(*m_workspace, m_standards).run(m_me, place, QStringLiteral("complaint"), complaint);
    ASSERT_TRUE(other.ok());
    const QString first = m_page->inspectionId();
    m_page->open(other->id());
    settle();
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("Another of your visits to this building is open")))
        << qPrintable(messagesOf(*m_page));
    QSignalSpy leads(m_page.get(), &InspectionPage::revisionRequested);
    click(buttonSaying(*m_page, QStringLiteral("Open the other")));
    ASSERT_EQ(leads.count(), 1);
    EXPECT_EQ(leads[0][0].toString(), first);
}

TEST_F(InspectionPageTest, submitted_isReadOnly)
{
    const QString id = submitted(visitedBuilding());
    open(id);
    ItemRow *row = at("C-02");
    const QJsonObject before = storedAnswer(id, "C-02");
    EXPECT_FALSE(row->editor()->isEnabled());
    key(Qt::Key_N);
    key(Qt::Key_Y);
    key(Qt::Key_A);
    EXPECT_EQ(storedAnswer(id, "C-02"), before);
    EXPECT_FALSE(part<QPushButton>(*m_page, "reviewAndSubmit")->isVisible());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Read only")));
}

TEST_F(InspectionPageTest, another_s_draft_isReadOnly)
{
    const QString id = draftOf(visitedBuilding());
    open(id, m_colleague);
    at("C-02");
    key(Qt::Key_Y);
    EXPECT_TRUE(storedAnswer(id, "C-02").isEmpty());
}

TEST_F(InspectionPageTest, anInspectionThatIsGone_isSaidAndNothingElseHappens)
{
    open(QStringLiteral("01900000-0000-7000-8000-00000000dead"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("not on this laptop"))) << qPrintable(messagesOf(*m_page));
    for (const int k : {Qt::Key_Y, Qt::Key_F, Qt::Key_M, Qt::Key_Down})
        key(k);
    key(Qt::Key_Z, Qt::ControlModifier);
    click(buttonSaying(*m_page, QStringLiteral("Next problem")));
    EXPECT_TRUE(shownCodes(*m_page).isEmpty());
}

TEST_F(InspectionPageTest, aLockedDatabase_isAPlainSentenceAndEarlierAnswersStay)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    at("C-02");
    key(Qt::Key_Y);
    ASSERT_TRUE(m_database->run(QStringLiteral("PRAGMA busy_timeout = 50")).ok());
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(m_path);
        ASSERT_TRUE(other.open());
        ASSERT_TRUE(QSqlQuery(other).exec(QStringLiteral("BEGIN EXCLUSIVE")));
        at("C-05");
        key(Qt::Key_Y);
        EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("in use by another program")))
            << qPrintable(messagesOf(*m_page));
        ASSERT_TRUE(QSqlQuery(other).exec(QStringLiteral("ROLLBACK")));
        other.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    EXPECT_TRUE(storedAnswer(id, "C-05").isEmpty());
    key(Qt::Key_Y);
    EXPECT_EQ(storedValue(id, "C-05"), QStringLiteral("yes")) << "and then it goes on";
    EXPECT_FALSE(messagesOf(*m_page).contains(QStringLiteral("in use by another program")));
}

TEST_F(InspectionPageTest, aFullDisk_isAPlainSentenceAndEarlierAnswersStay)
{
    const QString id = draftOf(visitedBuilding());
    open(id);
    at("C-02");
    key(Qt::Key_Y);
    const int pages = cell(QStringLiteral("PRAGMA page_count")).toInt();
    ASSERT_TRUE(m_database->run(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)).ok());
    ItemRow *row = at("C-05");
    noteOf(row)->setFocus();
    noteOf(row)->setPlainText(QString(900, QLatin1Char('x')));
    for (int i = 0; i < 30 && !messagesOf(*m_page).contains(QStringLiteral("disk")); ++i) {
        noteOf(row)->setFocus();
        noteOf(row)->setPlainText(QString(1500, QLatin1Char(static_cast<char>('a' + i % 20))));
        QTest::keyClick(noteOf(row), Qt::Key_Tab);
    }
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("The disk of this laptop is full.")))
        << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    ASSERT_TRUE(m_database->run(QStringLiteral("PRAGMA max_page_count = 1000000")).ok());
    m_page->setFocus();
    key(Qt::Key_Y);
    EXPECT_EQ(storedValue(id, "C-05"), QStringLiteral("yes"));
}

} // namespace
} // namespace markaz::ui
