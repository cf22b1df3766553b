// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A pull changes which items an inspection asks for while somebody types into one of them.
#include "tests/ui/support/checklistfixture.h"

#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/segmentedanswer.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class UnderTheFingers : public ChecklistFixture
{
protected:
    QString m_building;
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_building = visitedBuilding();
        m_id = draftOf(m_building);
        open(m_id);
    }
    /// An officer's change of the building, as a pull brings it.
    void pull(const QJsonObject &facts)
    {
        put(Entity::Building, with(fieldsOf(Entity::Building, m_building), facts), m_building);
        Q_EMIT m_notifier.manyChanged();
        settle();
    }
    /// Types to whatever has the keyboard, as a person does.
    void typeOn(const char *keys) { QTest::keyClicks(QApplication::focusWidget(), QLatin1String(keys)); }
    QStringList shown() { return shownCodes(*m_page); }
    QStringList answered()
    {
        return fieldsOf(Entity::Inspection, m_id).value(QStringLiteral("answers")).toObject().keys();
    }
};

TEST_F(UnderTheFingers, aNumber_goesOnWhereAnItemAppears)
{
    auto *number = at("C-03")->editor()->findChild<QLineEdit *>();
    number->setFocus();
    typeOn("3");
    const int top = number->mapTo(m_page.get(), QPoint()).y();
    pull({{QStringLiteral("storeys"), 4}});
    EXPECT_TRUE(shown().contains(QStringLiteral("C-10")));
    EXPECT_TRUE(answered().isEmpty()) << "half a number is no answer";
    ASSERT_EQ(QApplication::focusWidget(), number);
    EXPECT_EQ(number->mapTo(m_page.get(), QPoint()).y(), top);
    typeOn("6");
    QTest::keyClick(number, Qt::Key_Tab);
    EXPECT_EQ(answered(), QStringList{QStringLiteral("C-03")});
    EXPECT_EQ(storedValue(m_id, "C-03"), QStringLiteral("36"));
    QStringList once = shown();
    once.removeDuplicates();
    EXPECT_EQ(shown(), once) << "each row is there once";
}

TEST_F(UnderTheFingers, aNote_keepsItsCursorAndItsLettersAreNoKeysOfThePage)
{
    auto *note = at("C-05")->findChild<QPlainTextEdit *>();
    note->setFocus();
    typeOn("any roof");
    note->moveCursor(QTextCursor::StartOfWord); // before "roof"
    pull({{QStringLiteral("storeys"), 4}});
    typeOn("way on any ");
    EXPECT_EQ(note->toPlainText(), QStringLiteral("any way on any roof"));
    EXPECT_TRUE(answered().isEmpty()) << qPrintable(answered().join(QLatin1Char(' ')));
}

TEST_F(UnderTheFingers, anItemThatIsAskedForNoMore_staysUntilItIsLeft)
{
    auto *number = at("G-03")->editor()->findChild<QLineEdit *>();
    number->setFocus();
    typeOn("1");
    pull({{QStringLiteral("level_entrance"), true}});
    ASSERT_EQ(QApplication::focusWidget(), number);
    EXPECT_TRUE(answered().isEmpty());
    typeOn("2");
    QTest::keyClick(number, Qt::Key_Return);
    EXPECT_EQ(storedValue(m_id, "G-03"), QStringLiteral("12"));
    EXPECT_TRUE(shown().contains(QStringLiteral("G-03")));
    m_page->setFocus();
    EXPECT_FALSE(shown().contains(QStringLiteral("G-03")));
    EXPECT_EQ(m_page->currentItem(), QStringLiteral("G-04")) << "the keys go on at the next, which can be seen";
    QTest::keyClick(m_page.get(), Qt::Key_Y);
    EXPECT_EQ(storedValue(m_id, "G-04"), QStringLiteral("yes"));
}

TEST_F(UnderTheFingers, aFilterAndAnotherSection_takeWhatIsTypedWithThem)
{
    auto *number = at("C-03")->editor()->findChild<QLineEdit *>();
    number->setFocus();
    typeOn("36");
    at("D-01");
    EXPECT_EQ(storedValue(m_id, "C-03"), QStringLiteral("36"));
    EXPECT_TRUE(m_page->hasFocus());
    const QStringList rows = shown();
    for (const QString &code : rows)
        EXPECT_TRUE(code.startsWith(QLatin1Char('D'))) << qPrintable(code);
}

TEST_F(UnderTheFingers, tab_goesThroughTheRowsAsTheyStand)
{
    at("C-09");
    pull({{QStringLiteral("storeys"), 4}});
    ItemRow *nine = at("C-09");
    const ItemRow *ten = rowFor(*m_page, "C-10");
    ASSERT_NE(ten, nullptr);
    nine->findChild<SegmentedAnswer *>()->button(QStringLiteral("yes"))->setFocus();
    for (int i = 0; i < 12 && nine->isAncestorOf(QApplication::focusWidget()); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    EXPECT_TRUE(ten->isAncestorOf(QApplication::focusWidget()));
}

/// What Tab meets in a repeat item, from its first cell on: row by row, then the button that adds one.
QStringList stopsOf(const RepeatEditor &editor, const QString &code)
{
    QStringList stops;
    for (int row = 0; row < editor.rowCount(); ++row) {
        for (const QWidget *cell : editor.cells().at(row))
            stops.append((cell->focusProxy() == nullptr ? cell : cell->focusProxy())->accessibleName());
        stops.append(QStringLiteral("Remove row %1").arg(row + 1));
    }
    stops.append(QStringLiteral("Add row to %1").arg(code));
    return stops;
}

/// From where the keyboard is, by Tab.
QStringList walked(qsizetype steps)
{
    QStringList names;
    for (qsizetype i = 0; i < steps && QApplication::focusWidget() != nullptr; ++i) {
        names.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    return names;
}

TEST_F(UnderTheFingers, enterThenTab_walksTheRowsOfARepeatItemAsTheyStand)
{
    m_id = draftWith(visitedBuilding(2), {{QStringLiteral("C-07"), perfectAnswer("C-07")}});
    open(m_id);
    ItemRow *row = at("C-07");
    const auto *editor = row->findChild<RepeatEditor *>();
    ASSERT_EQ(editor->rowCount(), 2);
    const auto walk = [&] {
        m_page->setFocus();
        QTest::keyClick(m_page.get(), Qt::Key_Return);
        EXPECT_TRUE(editor->isAncestorOf(QApplication::focusWidget()));
        EXPECT_TRUE(QApplication::focusWidget()->isVisible());
        const QStringList stops = stopsOf(*editor, QStringLiteral("C-07"));
        EXPECT_EQ(walked(stops.size()), stops) << qPrintable(stops.join(QStringLiteral(", ")));
        for (int i = 0; i < 20 && row->isAncestorOf(QApplication::focusWidget()); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // its note and its files
        const ItemRow *next = rowFor(*m_page, "C-08");
        ASSERT_NE(next, nullptr);
        EXPECT_TRUE(next->isAncestorOf(QApplication::focusWidget()))
            << qPrintable(QApplication::focusWidget()->accessibleName());
    };
    walk();
    // One more, as the keyboard adds it.
    auto *add = buttonSaying(*row, QStringLiteral("Add row"));
    add->setFocus();
    QTest::keyClick(add, Qt::Key_Space);
    ASSERT_EQ(editor->rowCount(), 3);
    EXPECT_TRUE(editor->cells().last().first()->hasFocus());
    typeOn("2");
    walk();
    // One less: the keyboard stays where the row was.
    for (QToolButton *button : editor->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QLatin1String("Remove row 1")) {
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
            break;
        }
    }
    ASSERT_EQ(editor->rowCount(), 2);
    EXPECT_TRUE(editor->cells().first().first()->hasFocus());
    settle();
    walk();
}

TEST_F(UnderTheFingers, enter_inARepeatItemWithoutARow_isOnTheButtonThatAddsOne)
{
    const auto *editor = at("C-01")->findChild<RepeatEditor *>();
    m_page->setFocus();
    QTest::keyClick(m_page.get(), Qt::Key_Return);
    ASSERT_EQ(QApplication::focusWidget(), buttonSaying(*m_page, QStringLiteral("Add row")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    ASSERT_EQ(editor->rowCount(), 1);
    const QStringList stops = stopsOf(*editor, QStringLiteral("C-01"));
    EXPECT_EQ(walked(stops.size()), stops);
}

} // namespace
} // namespace markaz::ui
