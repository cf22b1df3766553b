// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything works from the keyboard: Tab alone comes to the primary button of each page, and round again.
#include "tests/ui/support/deskfixture.h"

#include "ui/desk.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QCheckBox>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class Keyboard : public DeskFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, services(actor), QList<OtherAccount>());
        present(*m_frame);
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    /// Presses Tab until \p name has the keyboard, at most once round.
    bool tabReaches(const char *name)
    {
        QWidget *wanted = part<QPushButton>(*m_frame, name);
        for (int i = 0; i < 400; ++i) {
            QWidget *now = QApplication::focusWidget();
            if (now == wanted)
                return true;
            if (now == nullptr)
                return false;
            QTest::keyClick(now, Qt::Key_Tab);
        }
        return false;
    }
};

TEST_F(Keyboard, tabReachesThePrimaryButton_ofTheInspectorsPages)
{
    const QString house = visitedBuilding();
    const QString draft = draftWith(house, perfect());
    open(m_me);
    m_frame->showPage(QStringLiteral("buildings"));
    for (const char *button : {"chooseColumns", "importBuildings", "exportBuildings", "newBuilding"})
        EXPECT_TRUE(tabReaches(button)) << button;
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    ASSERT_EQ(m_frame->current(), QStringLiteral("building-form"));
    EXPECT_TRUE(tabReaches("saveBuilding"));
    m_frame->showPage(QStringLiteral("sync"));
    EXPECT_TRUE(tabReaches("syncNow"));
    m_desk->openInspection(draft);
    EXPECT_TRUE(tabReaches("reviewAndSubmit"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    ASSERT_EQ(m_frame->current(), QStringLiteral("submit"));
    part<QCheckBox>(*m_frame, "carriedOut")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_TRUE(tabReaches("submitInspection"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(text(Entity::Inspection, draft, "state"), QStringLiteral("submitted"));
}

TEST_F(Keyboard, tabReachesThePrimaryButton_ofTheOfficersPages)
{
    submitted(visitedBuilding());
    open(m_chief);
    m_frame->showPage(QStringLiteral("inspections"));
    auto *table = part<QAbstractItemView>(*m_frame, "inspectionsTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(m_frame->current(), QStringLiteral("review"));
    EXPECT_TRUE(tabReaches("acceptInspection"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    auto *reason = part<QLineEdit>(*m_frame, "reviewReason");
    ASSERT_TRUE(reason->hasFocus()) << "where the words are missing";
    QTest::keyClicks(reason, QStringLiteral("As seen"));
    EXPECT_TRUE(tabReaches("acceptInspection"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("doNotAccept"));
    EXPECT_TRUE(tabReaches("acceptInspection"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    ASSERT_EQ(m_frame->current(), QStringLiteral("certificate"));
    EXPECT_TRUE(tabReaches("issueCertificate"));
}

TEST_F(Keyboard, whatTakesThePlaceOfAnEmptyPage_hasItsKeyboard)
{
    open(m_me);
    m_frame->showPage(QStringLiteral("inspections"));
    QPushButton *only = buttonSaying<QPushButton>(*m_frame, QStringLiteral("Go to the buildings"));
    ASSERT_NE(only, nullptr);
    only->setFocus(Qt::TabFocusReason);
    draftOf(visitedBuilding());
    Q_EMIT m_notifier.manyChanged();
    settle();
    EXPECT_TRUE(part<QAbstractItemView>(*m_frame, "inspectionsTable")->hasFocus());
}

} // namespace
} // namespace markaz::ui
