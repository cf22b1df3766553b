// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A pull changes which items an inspection asks for while somebody types into one of them.
#include "tests/ui/support/checklistfixture.h"

#include "ui/widgets/segmentedanswer.h"

#include <QPlainTextEdit>
#include <QScrollArea>

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

} // namespace
} // namespace markaz::ui
