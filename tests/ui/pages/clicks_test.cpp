// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A press, what the window does between, and a release at the same place of the screen: one click is one answer, and
// what is typed after one click at an empty field is its number.
#include "tests/ui/support/finger.h"
#include "tests/ui/support/formfixture.h"

#include "ui/pages/buildings/buildingform.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/segmentedanswer.h"

#include <QComboBox>
#include <QPointingDevice>
#include <QScrollArea>
#include <QSpinBox>
#include <QWindow>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

QPoint placeOf(QWidget *control)
{
    return control->mapTo(control->window(), control->rect().center());
}

/// As the window system sends it; layouts run between press and release.
void clickOnScreen(QWidget *control)
{
    QWindow *window = control->window()->windowHandle();
    const QPoint at = placeOf(control);
    QTest::mousePress(window, Qt::LeftButton, {}, at);
    settle();
    QTest::mouseRelease(window, Qt::LeftButton, {}, at);
    settle();
}

void touchOnScreen(QWidget *control)
{
    QWindow *window = control->window()->windowHandle();
    const QPoint at = placeOf(control);
    QTest::touchEvent(window, test::finger()).press(0, at, window);
    settle();
    QTest::touchEvent(window, test::finger()).release(0, at, window);
    settle();
}

class Clicks : public DeskFixture
{
protected:
    std::unique_ptr<InspectionPage> m_page;
    QString m_id;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_id = draftOf(visitedBuilding());
        m_page = std::make_unique<InspectionPage>(services());
        m_page->resize(1366, 700);
        present(*m_page);
        m_page->open(m_id);
        settle();
    }
    void TearDown() override { leave(m_page); }

    /// The first item of \p type with a visible item of its section before it, which is made the current row.
    ItemRow *below(ItemType type)
    {
        const Item *before = nullptr;
        for (const Item &item : markaz::test::standard().items()) {
            if (item.visibleWhen != nullptr)
                continue;
            if (item.type == type && before != nullptr && before->section == item.section) {
                m_page->goToItem(before->code);
                settle();
                return rowFor(*m_page, item.code.toLatin1().constData());
            }
            before = &item;
        }
        qFatal("no item of this kind below another");
    }
    void expectCurrent(ItemRow *row) { EXPECT_TRUE(row->isCurrent()) << qPrintable(row->code()); }
};

TEST_F(Clicks, yesBelowTheCurrentRow_answersAtOnce)
{
    ItemRow *row = below(ItemType::YesNo);
    ASSERT_NE(row, nullptr);
    ASSERT_FALSE(row->isCurrent());
    clickOnScreen(row->findChild<SegmentedAnswer *>()->button(QStringLiteral("no")));
    EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), QStringLiteral("no"));
    expectCurrent(row);
}

TEST_F(Clicks, yesBelowTheCurrentRow_answersByTouch)
{
    ItemRow *row = below(ItemType::YesNo);
    ASSERT_NE(row, nullptr);
    touchOnScreen(row->findChild<SegmentedAnswer *>()->button(QStringLiteral("yes")));
    EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), QStringLiteral("yes"));
    expectCurrent(row);
}

TEST_F(Clicks, everyRowOfASection_fromTopToBottom)
{
    int clicked = 0;
    const auto rows = m_page->findChildren<ItemRow *>();
    for (ItemRow *row : rows) {
        auto *segments = row->findChild<SegmentedAnswer *>();
        if (segments == nullptr || !row->isVisibleTo(m_page.get()))
            continue;
        m_page->findChild<QScrollArea *>()->ensureWidgetVisible(row);
        settle();
        clickOnScreen(segments->button(QStringLiteral("yes")));
        EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), QStringLiteral("yes"))
            << qPrintable(row->code());
        ++clicked;
    }
    EXPECT_GT(clicked, 2);
}

TEST_F(Clicks, textThatIsClicked_selectsItsRowWithTheRelease)
{
    ItemRow *row = below(ItemType::YesNo);
    QWindow *window = row->window()->windowHandle();
    const QPoint at = row->mapTo(row->window(), QPoint(100, 10));
    QTest::mousePress(window, Qt::LeftButton, {}, at);
    settle();
    EXPECT_FALSE(row->isCurrent());
    QTest::mouseRelease(window, Qt::LeftButton, {}, at);
    settle();
    expectCurrent(row);
}

TEST_F(Clicks, numberBelowTheCurrentRow_takesWhatIsTyped)
{
    ItemRow *row = below(ItemType::Measurement);
    auto *line = row->editor()->findChild<QLineEdit *>();
    clickOnScreen(line);
    EXPECT_TRUE(line->hasFocus());
    QTest::keyClicks(line, QStringLiteral("12"));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), QStringLiteral("12"));
    expectCurrent(row);
}

TEST_F(Clicks, aHalfTypedNumber_isSavedByTheClickOnTheNextAnswer_whichCountsToo)
{
    ItemRow *number = below(ItemType::Measurement);
    const QByteArray code = number->code().toLatin1();
    auto *line = number->editor()->findChild<QLineEdit *>();
    clickOnScreen(line);
    for (const char *typed : {"12", "not a number"}) { // the second makes a message above the rows
        line->setFocus();
        line->selectAll();
        type(line, QLatin1String(typed));
        SegmentedAnswer *other = nullptr;
        const auto rows = m_page->findChildren<ItemRow *>();
        ItemRow *target = nullptr;
        for (ItemRow *row : rows) {
            auto *segments = row->findChild<SegmentedAnswer *>();
            if (segments != nullptr && row->isVisibleTo(m_page.get()) && segments->answer().isEmpty() &&
                !row->visibleRegion().isEmpty() && row->visibleRegion().boundingRect().height() == row->height()) {
                other = segments;
                target = row;
            }
        }
        ASSERT_NE(other, nullptr) << typed;
        clickOnScreen(other->button(QStringLiteral("yes")));
        EXPECT_EQ(storedValue(m_id, target->code().toLatin1().constData()), QStringLiteral("yes")) << typed;
        EXPECT_EQ(storedValue(m_id, code.constData()), QStringLiteral("12")) << typed;
    }
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cannot be right"))) << "the refusal outlives the click";
}

TEST_F(Clicks, choiceBelowTheCurrentRow_opensAndAnswers)
{
    ItemRow *row = below(ItemType::Choice);
    auto *combo = row->editor()->findChild<QComboBox *>();
    clickOnScreen(combo);
    ASSERT_NE(QApplication::activePopupWidget(), nullptr) << "one click opens the list";
    const QString second = combo->itemData(1).toString();
    QTest::keyClick(combo->view(), Qt::Key_Down);
    QTest::keyClick(combo->view(), Qt::Key_Return);
    settle();
    EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
    EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), second);
    expectCurrent(row);
}

TEST_F(Clicks, dateBelowTheCurrentRow_takesWhatIsTyped)
{
    ItemRow *row = below(ItemType::ExpiryDate);
    auto *line = row->editor()->findChild<QLineEdit *>();
    clickOnScreen(line);
    QTest::keyClicks(line, QStringLiteral("14 Mar 2027"));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(storedValue(m_id, row->code().toLatin1().constData()), QStringLiteral("2027-03-14"));
    expectCurrent(row);
}

class FormClicks : public FormFixture
{
protected:
    void SetUp() override
    {
        FormFixture::SetUp();
        settle();
    }
};

TEST_F(FormClicks, emptyNumber_oneClickAnywhereAtIt_takesWhatIsTyped)
{
    for (const char *name : {"covered_area_sqft", "storeys", "planned_seats", "year_built"}) {
        auto *spin = part<QSpinBox>(*m_form, name);
        for (const int x : {12, 20, 40, 80}) { // before the dash, on it, behind it
            spin->setValue(spin->minimum());
            m_form->findChild<QLineEdit *>(QStringLiteral("name"))->setFocus();
            const QPoint at = spin->mapTo(spin->window(), QPoint(x, spin->height() / 2));
            QTest::mouseClick(spin->window()->windowHandle(), Qt::LeftButton, {}, at);
            QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("8"));
            EXPECT_EQ(spin->value(), 8) << name << " clicked at " << x;
        }
    }
}

TEST_F(FormClicks, typedNumber_hasItsUnit_andAnEmptiedFieldIsNone)
{
    auto *spin = part<QSpinBox>(*m_form, "covered_area_sqft");
    clickOnScreen(spin->findChild<QLineEdit *>());
    QTest::keyClicks(spin, QStringLiteral("800"));
    QTest::keyClick(spin, Qt::Key_Tab);
    EXPECT_EQ(spin->value(), 800);
    EXPECT_EQ(spin->text(), QStringLiteral("800 sq ft"));
    spin->setFocus();
    spin->selectAll();
    QTest::keyClick(spin, Qt::Key_Delete);
    QTest::keyClick(spin, Qt::Key_Tab);
    EXPECT_EQ(spin->value(), 0);
    EXPECT_EQ(spin->text(), QStringLiteral("–"));
}

} // namespace
} // namespace markaz::ui
