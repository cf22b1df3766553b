// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed in a visit and no record has yet: it stays while the person looks at something else, and another page
// takes it up, as the next desk does behind a lock or a kill.
#include "tests/ui/support/checklistfixture.h"

#include "ui/pages/work/visitpage.h"
#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QJsonArray>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class HalfTyped : public ChecklistFixture
{
protected:
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_id = draftOf(visitedBuilding(1));
        open(m_id);
    }
    /// The page of the next desk. The first one still has its keyboard: nothing in it was left.
    std::unique_ptr<InspectionPage> pageWith(const QJsonObject &typed)
    {
        auto next = std::make_unique<InspectionPage>(services());
        next->resume(typed);
        next->open(m_id);
        return next;
    }
    static ItemRow *rowIn(InspectionPage &page, const char *code)
    {
        page.goToItem(QLatin1String(code));
        ItemRow *row = rowFor(page, code);
        if (row == nullptr)
            qFatal("no row %s", code);
        return row;
    }
    static QLineEdit *lineOf(ItemRow *row) { return row->editor()->findChild<QLineEdit *>(); }
    static QPlainTextEdit *noteOf(ItemRow *row) { return row->findChild<QPlainTextEdit *>(); }
    static QLineEdit *reasonOf(ItemRow *row)
    {
        for (QLineEdit *line : row->findChildren<QLineEdit *>()) {
            if (line->accessibleName().startsWith(QLatin1String("Why")))
                return line;
        }
        qFatal("no reason is asked for");
    }
    QString note(const char *code)
    {
        return fieldsOf(Entity::Inspection, m_id)
            .value(QStringLiteral("notes"))
            .toObject()
            .value(QLatin1String(code))
            .toString();
    }
    void typeInto(QWidget *field, const QString &words)
    {
        field->setFocus();
        type(field, words);
    }
};

TEST_F(HalfTyped, aNumber_isNoAnswerAndComesBackAsItStood)
{
    typeInto(lineOf(at("C-03")), QStringLiteral("34"));
    const QJsonObject typed = m_page->typed();
    // Killed: another window would make it leave its field.
    rowFor(*m_page, "C-03")->editor()->findChild<QLineEdit *>()->blockSignals(true);
    EXPECT_TRUE(storedAnswer(m_id, "C-03").isEmpty()) << "half of a number is another";
    auto next = pageWith(typed);
    present(*next);
    QLineEdit *number = lineOf(rowIn(*next, "C-03"));
    EXPECT_EQ(number->text(), QStringLiteral("34"));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(number->text(), QStringLiteral("34")) << "a sync takes nothing away";
    EXPECT_TRUE(storedAnswer(m_id, "C-03").isEmpty());
    EXPECT_EQ(next->typed(), typed);
    number->setFocus();
    number->end(false);
    type(number, QStringLiteral("5"));
    QTest::keyClick(number, Qt::Key_Return);
    EXPECT_EQ(storedValue(m_id, "C-03"), QStringLiteral("345"));
    EXPECT_TRUE(next->typed().isEmpty());
    leave(next);
    next = pageWith(typed); // the program was killed before it had written down that the field was left
    EXPECT_EQ(lineOf(rowIn(*next, "C-03"))->text(), QStringLiteral("345"));
    EXPECT_TRUE(next->typed().isEmpty());
}

TEST_F(HalfTyped, aDayAndAReference_comeBackAsTheyStood)
{
    typeInto(lineOf(at("C-08")), QStringLiteral("14 M"));
    auto next = pageWith(m_page->typed());
    EXPECT_EQ(lineOf(rowIn(*next, "C-08"))->text(), QStringLiteral("14 M"));
    ItemRow *deed = at("A-01");
    click(deed->editor()->findChild<SegmentedControl *>()->button(QStringLiteral("given")));
    typeInto(lineOf(deed), QStringLiteral("Deed 1"));
    next = pageWith(m_page->typed());
    EXPECT_EQ(lineOf(rowIn(*next, "A-01"))->text(), QStringLiteral("Deed 1"));
}

TEST_F(HalfTyped, aReason_waitsAtItsItemAndComesBack)
{
    ItemRow *row = at("C-16");
    QTest::keyClick(m_page.get(), Qt::Key_A);
    type(reasonOf(row), QStringLiteral("One sto"));
    at("C-02");
    EXPECT_FALSE(reasonOf(row)->isVisible());
    at("C-16");
    EXPECT_TRUE(reasonOf(row)->isVisible()) << "another row was chosen";
    at("D-01");
    const QJsonObject typed = m_page->typed();
    row = at("C-16");
    EXPECT_EQ(reasonOf(row)->text(), QStringLiteral("One sto")) << "another section was";
    EXPECT_TRUE(storedAnswer(m_id, "C-16").isEmpty());

    auto next = pageWith(typed);
    present(*next);
    row = rowIn(*next, "C-16");
    ASSERT_TRUE(row->asksReason());
    type(reasonOf(row), QStringLiteral("rey only"));
    QTest::keyClick(reasonOf(row), Qt::Key_Return);
    EXPECT_EQ(storedAnswer(m_id, "C-16").value(QStringLiteral("na")).toString(), QStringLiteral("One storey only"));
    EXPECT_TRUE(next->typed().isEmpty());
    leave(next);
    next = pageWith(typed); // killed before that was written down
    EXPECT_FALSE(rowIn(*next, "C-16")->asksReason()) << "it was given";
}

TEST_F(HalfTyped, aReasonThatIsGivenUp_isGone)
{
    ItemRow *row = at("C-02");
    click(buttonSaying(*row, QStringLiteral("Not inspected")));
    type(reasonOf(row), QStringLiteral("The stair"));
    EXPECT_FALSE(m_page->typed().isEmpty());
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    EXPECT_TRUE(m_page->typed().isEmpty());
    at("C-05");
    at("C-02");
    EXPECT_FALSE(row->asksReason());
}

TEST_F(HalfTyped, aNote_isKeptBeforeItIsSaved_andSavedWhenItComesBack)
{
    typeInto(noteOf(at("C-02")), QStringLiteral("Padlock on the"));
    const QJsonObject typed = m_page->typed();
    EXPECT_EQ(note("C-02"), QString()) << "nobody has paused";
    auto next = pageWith(typed);
    EXPECT_EQ(noteOf(rowIn(*next, "C-02"))->toPlainText(), QStringLiteral("Padlock on the"));
    QTRY_COMPARE(note("C-02"), QStringLiteral("Padlock on the"));
    EXPECT_TRUE(next->typed().isEmpty());

    noteOf(at("C-02"))->setPlainText(QStringLiteral("Padlock on the rear exit"));
    at("C-05");
    ASSERT_EQ(note("C-02"), QStringLiteral("Padlock on the rear exit"));
    next = pageWith(typed); // killed before that was written down
    QCoreApplication::processEvents();
    EXPECT_EQ(noteOf(rowIn(*next, "C-02"))->toPlainText(), QStringLiteral("Padlock on the rear exit"));
    EXPECT_EQ(note("C-02"), QStringLiteral("Padlock on the rear exit"));
}

TEST_F(HalfTyped, aFinding_isItsInspections)
{
    at("C-02");
    QTest::keyClick(m_page.get(), Qt::Key_N);
    click(part<QPushButton>(*m_page, "raiseFinding"));
    typeInto(part<QPlainTextEdit>(*m_page, "findingDescription"), QStringLiteral("Locked, and"));
    const QString other = draftOf(visitedBuilding(2));
    m_page->open(other);
    m_page->goToItem(QStringLiteral("C-02"));
    EXPECT_FALSE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    EXPECT_EQ(m_page->typed().keys(), QStringList{m_id});
    EXPECT_TRUE(m_page->unfinished().isEmpty()) << "nothing of it is in the way of the other";
    auto next = pageWith(m_page->typed());
    rowIn(*next, "C-02");
    EXPECT_EQ(part<QPlainTextEdit>(*next, "findingDescription")->toPlainText(), QStringLiteral("Locked, and"));
    m_page->open(m_id);
    at("C-02");
    ASSERT_TRUE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    EXPECT_EQ(part<QPlainTextEdit>(*m_page, "findingDescription")->toPlainText(), QStringLiteral("Locked, and"));
}

TEST_F(HalfTyped, aLineOfWords_isSavedWithoutAPause_andUndoneAtOnce)
{
    ItemRow *deed = at("A-01");
    click(deed->editor()->findChild<SegmentedControl *>()->button(QStringLiteral("given")));
    QUndoStack *undo = m_page->model()->undoStack();
    const int before = undo->count();
    const auto reference = [this] { return storedAnswer(m_id, "A-01").value(QStringLiteral("reference")).toString(); };
    typeInto(lineOf(deed), QStringLiteral("Deed"));
    EXPECT_TRUE(typeOnUntil(lineOf(deed), [&] { return reference().startsWith(QStringLiteral("Deed")); }));
    type(lineOf(deed), QStringLiteral(" 114"));
    EXPECT_TRUE(typeOnUntil(lineOf(deed), [&] { return reference().startsWith(QStringLiteral("Deed 114")); }));
    EXPECT_EQ(undo->count(), before + 1);
    undo->undo();
    EXPECT_EQ(reference(), QString());
    EXPECT_EQ(storedValue(m_id, "A-01"), QStringLiteral("given"));

    auto *editor = at("E-08")->findChild<RepeatEditor *>();
    click(buttonSaying(*editor, QStringLiteral("Add row")));
    auto *name = qobject_cast<QLineEdit *>(editor->cells().last().first());
    const auto stored = [this] {
        const QJsonArray rows = storedAnswer(m_id, "E-08").value(QStringLiteral("rows")).toArray();
        return rows.first().toObject().value(QStringLiteral("name")).toString();
    };
    type(name, QStringLiteral("Hall"));
    EXPECT_TRUE(typeOnUntil(name, [&] { return stored().startsWith(QStringLiteral("Hall")); }));
    const int one = undo->count();
    type(name, QStringLiteral(" one"));
    EXPECT_TRUE(typeOnUntil(name, [&] { return stored().startsWith(QStringLiteral("Hall one")); }));
    EXPECT_EQ(undo->count(), one);
}

TEST_F(HalfTyped, theWordsOfAVisit_areKeptBeforeTheyAreSaved)
{
    VisitPage page(services());
    present(page);
    page.open(m_id, false);
    typeInto(part<QPlainTextEdit>(page, "visitNote"), QStringLiteral("Wires hang"));
    typeInto(part<QLineEdit>(page, "visitMet"), QStringLiteral("The gu"));
    part<QPlainTextEdit>(page, "visitNote")->setFocus();
    type(part<QPlainTextEdit>(page, "visitNote"), QStringLiteral(" low"));
    const QJsonObject typed = page.unfinished();
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_note"), QStringLiteral("Wires hang")) << "nobody has paused";
    VisitPage next(services());
    next.resume(typed);
    EXPECT_EQ(next.unfinished(), typed) << "also where the visit is not opened";
    next.open(m_id, false);
    EXPECT_TRUE(part<QPlainTextEdit>(next, "visitNote")->toPlainText().contains(QStringLiteral("Wires hang low")));
    EXPECT_EQ(part<QLineEdit>(next, "visitMet")->text(), QStringLiteral("The gu"));
    EXPECT_EQ(text(Entity::Inspection, m_id, "visit_note"),
              part<QPlainTextEdit>(next, "visitNote")->toPlainText().trimmed());
    EXPECT_TRUE(next.unfinished().isEmpty());
    page.hide();
}

TEST_F(HalfTyped, whomOneMet_isSavedWithoutAPause)
{
    VisitPage page(services());
    present(page);
    page.open(m_id, false);
    auto *met = part<QLineEdit>(page, "visitMet");
    typeInto(met, QStringLiteral("The guard"));
    EXPECT_TRUE(typeOnUntil(met, [&] { return text(Entity::Inspection, m_id, "visit_met") == met->text(); }));
    page.hide();
}

} // namespace
} // namespace markaz::ui
