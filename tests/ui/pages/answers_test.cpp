// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of answer, given through its own control with mouse and keys on the real page.
#include "tests/ui/support/checklistfixture.h"

#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/segmentedanswer.h"

#include <QComboBox>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

QString instrumentNamed(ItemRow *row, const char *token)
{
    const auto *combo = row->editor()->findChild<QComboBox *>();
    return combo->itemText(combo->findData(QLatin1String(token)));
}

class Answers : public ChecklistFixture
{
protected:
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_id = draftOf(visitedBuilding());
        open(m_id);
    }
    ItemScore::Status status(const char *code)
    {
        return m_page->model()->score().items.value(QLatin1String(code)).status;
    }
    QLineEdit *lineOf(ItemRow *row) { return row->editor()->findChild<QLineEdit *>(); }
    QLineEdit *reasonOf(ItemRow *row)
    {
        const auto lines = row->findChildren<QLineEdit *>();
        for (QLineEdit *line : lines) {
            if (line->accessibleName().startsWith(QLatin1String("Why")))
                return line;
        }
        return nullptr;
    }
    void choose(QComboBox *combo, const QString &token)
    {
        combo->setFocus();
        const int wanted = combo->findData(token);
        ASSERT_GE(wanted, 0) << qPrintable(token);
        while (combo->currentIndex() != wanted)
            QTest::keyClick(combo, combo->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    /// Types, presses Enter, and expects a refusal that is said, with nothing stored and the field as it was.
    void expectRefused(const char *code, QLineEdit *line, const QString &text)
    {
        const QString shown = line->text();
        const QJsonObject stored = storedAnswer(m_id, code);
        const qsizetype rows = owed().size();
        line->setFocus();
        line->selectAll();
        type(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cannot be right")))
            << qPrintable(text + messagesOf(*m_page));
        EXPECT_EQ(storedAnswer(m_id, code), stored) << qPrintable(text);
        EXPECT_EQ(owed().size(), rows) << qPrintable(text);
        EXPECT_EQ(line->text(), shown) << qPrintable(text);
    }
};

TEST_F(Answers, yesNo_byMouse_withTheColourOfItsCredit)
{
    int reversed = 0;
    for (const Item &item : markaz::test::standard().items()) {
        if (item.type != ItemType::YesNo || item.visibleWhen != nullptr)
            continue;
        const QByteArray code = item.code.toLatin1();
        ItemRow *row = at(code.constData());
        auto *segments = row->findChild<SegmentedAnswer *>();
        ASSERT_NE(segments, nullptr);
        click(segments->button(QStringLiteral("yes")));
        EXPECT_EQ(storedValue(m_id, code.constData()), QStringLiteral("yes")) << code.constData();
        EXPECT_EQ(segments->button(QStringLiteral("yes"))->solid(), item.yesCreditBp > 0 ? Status::Ok : Status::Bad)
            << code.constData();
        EXPECT_EQ(segments->button(QStringLiteral("no"))->solid(), item.noCreditBp > 0 ? Status::Ok : Status::Bad)
            << code.constData();
        EXPECT_EQ(segments->button(QStringLiteral("na")) != nullptr, item.notApplicableAllowed) << code.constData();
        reversed += item.yesCreditBp == 0 ? 1 : 0;
    }
    RecordProperty("reversed", reversed);
}

TEST_F(Answers, notApplicable_asksItsReasonFirst)
{
    ItemRow *row = at("C-16");
    auto *segments = row->findChild<SegmentedAnswer *>();
    click(segments->button(QStringLiteral("na")));
    EXPECT_TRUE(storedAnswer(m_id, "C-16").isEmpty()) << "not before the reason";
    EXPECT_EQ(segments->answer(), QString());
    QLineEdit *reason = reasonOf(row);
    ASSERT_NE(reason, nullptr);
    EXPECT_TRUE(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("   "));
    QTest::keyClick(reason, Qt::Key_Return);
    EXPECT_TRUE(storedAnswer(m_id, "C-16").isEmpty()) << "an empty reason is none";
    EXPECT_TRUE(reason->isVisible());
    reason->clear();
    QTest::keyClicks(reason, QStringLiteral("One storey only"));
    QTest::keyClick(reason, Qt::Key_Return);
    EXPECT_EQ(storedAnswer(m_id, "C-16").value(QStringLiteral("na")).toString(), QStringLiteral("One storey only"));
    EXPECT_FALSE(reason->isVisible());
    EXPECT_EQ(segments->answer(), QStringLiteral("na"));
    EXPECT_TRUE(wordsOf(*row).contains(QStringLiteral("Not applicable: One storey only")));
}

TEST_F(Answers, notApplicable_isNotOfferedOnACriticalItem)
{
    ItemRow *row = at("C-02");
    QTest::keyClick(m_page.get(), Qt::Key_A);
    EXPECT_EQ(reasonOf(row), nullptr);
    EXPECT_EQ(buttonSaying(*row, QStringLiteral("Not applicable")), nullptr);
    EXPECT_TRUE(storedAnswer(m_id, "C-02").isEmpty());
}

TEST_F(Answers, emptyReason_keepsTheKeyboardSoThatWordsAreNoKeys)
{
    ItemRow *row = at("C-16");
    QTest::keyClick(m_page.get(), Qt::Key_A);
    QLineEdit *reason = reasonOf(row);
    ASSERT_NE(reason, nullptr);
    ASSERT_TRUE(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Return);
    EXPECT_TRUE(reason->isVisible());
    ASSERT_TRUE(reason->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("no stairs"));
    EXPECT_TRUE(storedAnswer(m_id, "C-16").isEmpty()) << "n is no answer here";
    EXPECT_EQ(reason->text(), QStringLiteral("no stairs"));
}

TEST_F(Answers, notInspected_andClear)
{
    ItemRow *row = at("C-02");
    EXPECT_EQ(buttonSaying(*row, QStringLiteral("Clear the answer")), nullptr) << "nothing to clear yet";
    click(buttonSaying(*row, QStringLiteral("Not inspected")));
    QTest::keyClicks(reasonOf(row), QStringLiteral("The stair was locked"));
    click(buttonSaying(*row, QStringLiteral("Save reason")));
    EXPECT_EQ(storedAnswer(m_id, "C-02").value(QStringLiteral("not_inspected")).toString(),
              QStringLiteral("The stair was locked"));
    click(buttonSaying(*row, QStringLiteral("Clear the answer")));
    EXPECT_TRUE(storedAnswer(m_id, "C-02").isEmpty());
}

TEST_F(Answers, choice_byKeys)
{
    ItemRow *row = at("A-08");
    choose(row->findChild<QComboBox *>(), QStringLiteral("plan_agreed"));
    EXPECT_EQ(storedValue(m_id, "A-08"), QStringLiteral("plan_agreed"));
    choose(row->findChild<QComboBox *>(), QString());
    EXPECT_TRUE(storedAnswer(m_id, "A-08").isEmpty()) << "the first entry takes the answer back";
}

TEST_F(Answers, measurement_withUnitAndInstrument)
{
    ItemRow *row = at("C-03");
    EXPECT_TRUE(wordsOf(*row).contains(QStringLiteral("in")));
    fillIn(lineOf(row), QStringLiteral(" 34.5 "));
    EXPECT_EQ(storedValue(m_id, "C-03"), QStringLiteral("34.5"));
    choose(row->editor()->findChild<QComboBox *>(), QStringLiteral("laser_meter"));
    EXPECT_EQ(storedAnswer(m_id, "C-03").value(QStringLiteral("instrument")).toString(), QStringLiteral("laser_meter"));
    const qsizetype rows = owed().size();
    lineOf(row)->setFocus();
    QTest::keyClick(lineOf(row), Qt::Key_Tab);
    EXPECT_EQ(owed().size(), rows) << "leaving the field is no answer";
    fillIn(lineOf(row), QString());
    EXPECT_TRUE(storedAnswer(m_id, "C-03").isEmpty());
}

TEST_F(Answers, measurement_whatIsNoNumberIsRefused)
{
    QLineEdit *line = lineOf(at("C-03"));
    for (const char *bad : {"wide", "3 4", "34,5", "-1", "401", "34.567", "1e2", "0x20", "NaN", "٣٤", "34 in"})
        expectRefused("C-03", line, QString::fromUtf8(bad));
    fillIn(line, QStringLiteral("34"));
    for (const char *bad : {"wide", "500"})
        expectRefused("C-03", line, QString::fromUtf8(bad));
    EXPECT_EQ(line->text(), QStringLiteral("34"));
    fillIn(line, QStringLiteral("33"));
    EXPECT_EQ(messagesOf(*m_page), QString()) << "a good answer takes the message away";
}

TEST_F(Answers, date_inSeveralForms)
{
    QLineEdit *line = lineOf(at("C-08"));
    for (const char *form :
         {"2027-03-14", "14 Mar 2027", "14 march 2027", "14/3/2027", "14.03.2027", "14-3-2027", "  14  mar  2027 "}) {
        fillIn(line, QString());
        EXPECT_TRUE(storedAnswer(m_id, "C-08").isEmpty()) << form;
        fillIn(line, QLatin1String(form));
        EXPECT_EQ(storedValue(m_id, "C-08"), QStringLiteral("2027-03-14")) << form;
        EXPECT_EQ(line->text(), QStringLiteral("14 Mar 2027")) << form;
    }
}

TEST_F(Answers, date_nonsenseIsMarkedAndNotStored)
{
    QLineEdit *line = lineOf(at("C-08"));
    fillIn(line, QStringLiteral("14 Mar 2027"));
    const qsizetype rows = owed().size();
    for (const char *bad : {"soon", "30 Feb 2027", "2027-13-01", "14", "1/1/1", "31/12/20277"}) {
        fillIn(line, QLatin1String(bad));
        EXPECT_TRUE(line->property("invalid").toBool()) << bad;
        EXPECT_FALSE(line->toolTip().isEmpty()) << bad;
    }
    EXPECT_EQ(owed().size(), rows);
    EXPECT_EQ(storedValue(m_id, "C-08"), QStringLiteral("2027-03-14"));
    fillIn(line, QStringLiteral("15 Mar 2027"));
    EXPECT_FALSE(line->property("invalid").toBool());
    EXPECT_EQ(storedValue(m_id, "C-08"), QStringLiteral("2027-03-15"));
}

TEST_F(Answers, position)
{
    QLineEdit *line = lineOf(at("A-07"));
    expectRefused("A-07", line, QStringLiteral("behind the mosque"));
    expectRefused("A-07", line, QStringLiteral("91, 74.5"));
    fillIn(line, QStringLiteral("32.4945, 74.5229"));
    const QJsonObject value = storedAnswer(m_id, "A-07").value(QStringLiteral("value")).toObject();
    EXPECT_EQ(value.value(QStringLiteral("latitude_e6")).toInt(), 32'494'500);
    EXPECT_EQ(value.value(QStringLiteral("longitude_e6")).toInt(), 74'522'900);
    fillIn(line, QString());
    EXPECT_TRUE(storedAnswer(m_id, "A-07").isEmpty());
}

TEST_F(Answers, document_seenWithItsReference_orMissing)
{
    ItemRow *row = at("A-01");
    QLineEdit *reference = lineOf(row);
    EXPECT_FALSE(reference->isVisible());
    auto *segments = row->editor()->findChild<SegmentedControl *>();
    click(segments->button(QStringLiteral("given")));
    EXPECT_EQ(storedValue(m_id, "A-01"), QStringLiteral("given"));
    EXPECT_TRUE(reference->isVisible());
    fillIn(reference, QStringLiteral("Deed 114/2019"));
    EXPECT_EQ(storedAnswer(m_id, "A-01").value(QStringLiteral("reference")).toString(),
              QStringLiteral("Deed 114/2019"));
    click(segments->button(QStringLiteral("missing")));
    EXPECT_EQ(storedValue(m_id, "A-01"), QStringLiteral("missing"));
    EXPECT_FALSE(reference->isVisible());
    at("A-01");
    QTest::keyClick(m_page.get(), Qt::Key_Y);
    EXPECT_EQ(storedValue(m_id, "A-01"), QStringLiteral("given"));
}

TEST_F(Answers, repeat_rowsAreKeptAsTheyAreFilledIn_andGivenWhenTheyAreWhole)
{
    ItemRow *row = at("C-01");
    auto *editor = row->findChild<RepeatEditor *>();
    ASSERT_NE(editor, nullptr);
    const auto cell = [&](int r, int c) { return editor->cells().at(r).at(c); };
    const auto rows = [&] { return storedAnswer(m_id, "C-01").value(QStringLiteral("rows")).toArray(); };
    click(buttonSaying(*editor, QStringLiteral("Add row")));
    ASSERT_EQ(editor->rowCount(), 1);
    EXPECT_TRUE(cell(0, 0)->hasFocus());
    QTest::keyClicks(cell(0, 0), QStringLiteral("36"));
    QTest::keyClick(cell(0, 0), Qt::Key_Tab);
    // Half a row is no answer, and is on the disk all the same: whoever leaves a column for later has typed the others.
    EXPECT_EQ(rows(), QJsonArray{(QJsonObject{{QStringLiteral("width"), QStringLiteral("36")}})});
    EXPECT_EQ(status("C-01"), ItemScore::Status::Missing);
    EXPECT_TRUE(wordsOf(*editor).contains(QStringLiteral("Row 1 still needs: Leads outside")))
        << qPrintable(wordsOf(*editor));
    choose(qobject_cast<QComboBox *>(cell(0, 1)), QStringLiteral("yes"));
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(status("C-01"), ItemScore::Status::Met);
    EXPECT_EQ(rows()[0].toObject().value(QStringLiteral("width")).toString(), QStringLiteral("36"));

    click(buttonSaying(*editor, QStringLiteral("Add row")));
    ASSERT_EQ(editor->rowCount(), 2);
    EXPECT_EQ(rows().size(), 1) << "a row in which nothing stands is none";
    EXPECT_EQ(status("C-01"), ItemScore::Status::Met);
    QTest::keyClicks(cell(1, 0), QStringLiteral("34.5"));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(editor->rowCount(), 2) << "a row that is being filled in survives a sync";
    choose(qobject_cast<QComboBox *>(cell(1, 1)), QStringLiteral("no"));
    ASSERT_EQ(rows().size(), 2);
    EXPECT_EQ(rows()[1].toObject().value(QStringLiteral("outside")).toString(), QStringLiteral("no"));

    const auto remove = [&](int r) {
        settle();
        for (QToolButton *button : editor->findChildren<QToolButton *>()) {
            if (button->accessibleName() == QStringLiteral("Remove row %1").arg(r)) {
                click(button);
                return;
            }
        }
        FAIL() << "no button";
    };
    remove(1);
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows()[0].toObject().value(QStringLiteral("width")).toString(), QStringLiteral("34.5"));
    remove(1);
    EXPECT_TRUE(storedAnswer(m_id, "C-01").isEmpty()) << "the last row takes the answer with it";
}

TEST_F(Answers, repeat_aBadNumberIsRefusedAndMayBeMended)
{
    ItemRow *row = at("C-01");
    auto *editor = row->findChild<RepeatEditor *>();
    click(buttonSaying(*editor, QStringLiteral("Add row")));
    auto *width = qobject_cast<QLineEdit *>(editor->cells().at(0).at(0));
    QTest::keyClicks(width, QStringLiteral("wide"));
    choose(qobject_cast<QComboBox *>(editor->cells().at(0).at(1)), QStringLiteral("yes"));
    EXPECT_EQ(storedAnswer(m_id, "C-01").value(QStringLiteral("rows")).toArray(),
              QJsonArray{(QJsonObject{{QStringLiteral("outside"), QStringLiteral("yes")}})})
        << "the other cells are kept";
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cannot be right")));
    EXPECT_EQ(width->text(), QStringLiteral("wide")) << "it can be mended where it stands";
    width = qobject_cast<QLineEdit *>(editor->cells().at(0).at(0));
    fillIn(width, QStringLiteral("36"));
    EXPECT_EQ(storedAnswer(m_id, "C-01").value(QStringLiteral("rows")).toArray().size(), 1);
    EXPECT_EQ(status("C-01"), ItemScore::Status::Met);
    EXPECT_EQ(messagesOf(*m_page), QString());
}

TEST_F(Answers, repeat_roomsWithAColumnLeftForLater_surviveAnotherSectionAndANewPage)
{
    auto *editor = at("E-08")->findChild<RepeatEditor *>();
    for (int room = 0; room < 9; ++room) {
        click(buttonSaying(*editor, QStringLiteral("Add row")));
        type(editor->cells().last().first(), QStringLiteral("Room %1").arg(room + 1));
    }
    at("C-01");
    leave(m_page);
    m_page = std::make_unique<InspectionPage>(services());
    m_page->resize(1366, 640);
    present(*m_page);
    m_page->open(m_id);
    editor = at("E-08")->findChild<RepeatEditor *>();
    ASSERT_EQ(editor->rowCount(), 9);
    EXPECT_EQ(qobject_cast<QLineEdit *>(editor->cells().last().first())->text(), QStringLiteral("Room 9"));
    EXPECT_EQ(status("E-08"), ItemScore::Status::Missing);
    // The same name once more is left out, and its row keeps what else it has.
    click(buttonSaying(*editor, QStringLiteral("Add row")));
    type(editor->cells().last().first(), QStringLiteral("Room 1"));
    fillIn(qobject_cast<QLineEdit *>(editor->cells().last().last()), QStringLiteral("-60"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cannot be right")));
    const QJsonArray rows = storedAnswer(m_id, "E-08").value(QStringLiteral("rows")).toArray();
    ASSERT_EQ(rows.size(), 10);
    EXPECT_EQ(rows.last().toObject(), (QJsonObject{{QStringLiteral("signal"), QStringLiteral("-60")}}));
}

TEST_F(Answers, words_areSavedInAPauseOfTheTyping)
{
    auto *editor = at("E-08")->findChild<RepeatEditor *>();
    click(buttonSaying(*editor, QStringLiteral("Add row")));
    auto *name = qobject_cast<QLineEdit *>(editor->cells().last().first());
    type(name, QStringLiteral("Hall "));
    endPause(name);
    const auto rows = [this] { return storedAnswer(m_id, "E-08").value(QStringLiteral("rows")).toArray(); };
    QTRY_COMPARE(rows().size(), 1);
    EXPECT_EQ(rows()[0].toObject().value(QStringLiteral("name")).toString(), QStringLiteral("Hall"));
    EXPECT_EQ(name->text(), QStringLiteral("Hall ")) << "the next word comes";

    ItemRow *deed = at("A-01");
    click(deed->editor()->findChild<SegmentedControl *>()->button(QStringLiteral("given")));
    lineOf(deed)->setFocus();
    type(lineOf(deed), QStringLiteral("Deed 1"));
    endPause(lineOf(deed));
    QTRY_COMPARE(storedAnswer(m_id, "A-01").value(QStringLiteral("reference")).toString(), QStringLiteral("Deed 1"));

    Item item;
    item.type = ItemType::Text;
    std::unique_ptr<AnswerEditor> text(makeAnswerEditor(item, markaz::test::standard(), false, nullptr));
    QSignalSpy given(text.get(), &AnswerEditor::answerGiven);
    auto *line = text->findChild<QLineEdit *>();
    present(*text);
    line->setFocus();
    type(line, QStringLiteral("Seen from "));
    endPause(line);
    QTRY_COMPARE(given.size(), 1);
    text->show(given[0][0].toJsonObject(), 0, {});
    type(line, QStringLiteral("the road"));
    EXPECT_EQ(line->text(), QStringLiteral("Seen from the road"));
    leave(text);
}

TEST_F(Answers, calculated_followsWhatItIsMadeOf)
{
    auto answers = perfect();
    for (const char *code : {"D-01", "F-02"})
        ASSERT_TRUE(answering().run(m_me, m_id, QLatin1String(code), *answers.find(QLatin1String(code))).ok());
    ItemRow *row = at("D-02");
    const QString words = wordsOf(*row->editor());
    EXPECT_TRUE(words.contains(QStringLiteral("0.25"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("kW/seat")));
    EXPECT_TRUE(wordsOf(*at("E-03")->editor()).contains(QStringLiteral("Needs other answers")));
}

TEST_F(Answers, instruments_areNamedAsTheStandardNamesThem)
{
    EXPECT_EQ(instrumentNamed(at("C-03"), "laser_meter"), QStringLiteral("Laser distance meter"));
    auto *box = at("C-03")->editor()->findChild<QComboBox *>();
    choose(box, QStringLiteral("laser_meter"));
    settle();
    EXPECT_GE(box->width(), QFontMetrics(box->font()).horizontalAdvance(box->currentText()) + 36) << "it is read whole";
    leave(m_page);
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    m_page = std::make_unique<InspectionPage>(services());
    present(*m_page);
    m_page->open(m_id);
    EXPECT_EQ(instrumentNamed(at("C-04"), "measuring_wheel"), QString::fromUtf8("پیمائشی پہیہ"));
}

TEST_F(Answers, units_areNamedAsTheStandardNamesThem)
{
    auto answers = perfect();
    for (const char *code : {"D-01", "F-02"})
        ASSERT_TRUE(answering().run(m_me, m_id, QLatin1String(code), *answers.find(QLatin1String(code))).ok());
    leave(m_page);
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    m_page = std::make_unique<InspectionPage>(services());
    present(*m_page);
    m_page->open(m_id);
    EXPECT_TRUE(wordsOf(*at("C-04")->editor()).contains(QString::fromUtf8("فٹ")));
    EXPECT_TRUE(plain(lineOf(at("C-04"))->accessibleName()).endsWith(QString::fromUtf8("فٹ")));
    const QString seats = wordsOf(*at("D-02")->editor());
    EXPECT_TRUE(seats.contains(QString::fromUtf8("کلوواٹ فی نشست"))) << qPrintable(seats);
    const QString rooms = wordsOf(*at("F-02")->editor());
    EXPECT_TRUE(rooms.contains(QString::fromUtf8("مربع فٹ"))) << qPrintable(rooms);
    EXPECT_FALSE(rooms.contains(QStringLiteral("sq ft")));
}

} // namespace
} // namespace markaz::ui
