// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uitest.h"

#include "ui/mainwindow.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/frame/accountbutton.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QToolButton>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

void fill(MainFrame &frame)
{
    for (const char *id : {"work", "buildings", "sync"}) {
        auto *page = new QLineEdit;
        page->setObjectName(QString::fromLatin1(id));
        frame.addPage({QString::fromLatin1(id),
                       [id] { return QString::fromLatin1(id) + QLatin1Char(isUrdu() ? 'u' : 'e'); },
                       QStringLiteral("view-task"),
                       false,
                       {}},
                      page);
    }
    frame.addPage(
        {QStringLiteral("inspection"), [] { return QStringLiteral("Inspection"); }, {}, true, QStringLiteral("work")},
        new QWidget);
}

TEST(Rail, arrowKeysOpenPages)
{
    MainFrame frame;
    fill(frame);
    frame.resize(1366, 690);
    test::present(frame);
    QSignalSpy shown(&frame, &MainFrame::pageShown);
    QListView *view = frame.rail()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down);
    EXPECT_EQ(frame.current(), QStringLiteral("buildings"));
    EXPECT_EQ(QApplication::focusWidget(), view); // the keyboard stays on the rail
    QTest::keyClick(view, Qt::Key_End);
    EXPECT_EQ(frame.current(), QStringLiteral("sync"));
    QTest::keyClick(view, Qt::Key_Home);
    EXPECT_EQ(frame.current(), QStringLiteral("work"));
    EXPECT_EQ(shown.size(), 3);
}

TEST(Rail, theMarkedEntry_leadsBackFromAPageUnderIt)
{
    MainFrame frame;
    fill(frame);
    frame.resize(1366, 690);
    test::present(frame);
    QListView *view = frame.rail()->view();
    const auto press = [view] {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(0, 0)).center());
    };
    frame.showPage(QStringLiteral("inspection"));
    ASSERT_EQ(frame.rail()->current(), QStringLiteral("work"));
    press();
    EXPECT_EQ(frame.current(), QStringLiteral("work"));
    frame.showPage(QStringLiteral("inspection"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    EXPECT_EQ(frame.current(), QStringLiteral("work"));
    QSignalSpy shown(&frame, &MainFrame::pageShown);
    press();
    EXPECT_EQ(shown.size(), 0) << "it is shown already";
}

TEST(Rail, showsOnlyWhatTheRoleMaySee)
{
    Rail rail;
    rail.addEntry(QStringLiteral("a"), QStringLiteral("A"), {});
    rail.addEntry(QStringLiteral("b"), QStringLiteral("B"), {});
    rail.addEntry(QStringLiteral("c"), QStringLiteral("C"), {});
    rail.setEntryVisible(QStringLiteral("b"), false);
    rail.setCurrent(QStringLiteral("a"));
    rail.resize(200, 600);
    test::present(rail);
    rail.view()->setFocus();
    QTest::keyClick(rail.view(), Qt::Key_Down);
    EXPECT_EQ(rail.current(), QStringLiteral("c"));
}

TEST(Rail, folds)
{
    Rail rail;
    rail.addEntry(QStringLiteral("a"), QStringLiteral("My work"), QStringLiteral("view-task"));
    rail.setCounter(QStringLiteral("a"), 7);
    rail.resize(200, 600);
    test::present(rail);
    QSignalSpy spy(&rail, &Rail::collapsedChanged);
    EXPECT_EQ(rail.width(), 200);
    QTest::mouseClick(rail.findChild<QToolButton *>(), Qt::LeftButton);
    EXPECT_EQ(rail.width(), 64);
    EXPECT_EQ(spy.size(), 1);
    EXPECT_EQ(rail.view()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("My work, 7"));
}

TEST(MainFrame, pageOpenedFromAnotherKeepsItsEntryMarkedAndFoldsTheRail)
{
    MainFrame frame;
    fill(frame);
    frame.resize(1366, 690);
    test::present(frame);
    frame.showPage(QStringLiteral("inspection"));
    EXPECT_EQ(frame.rail()->current(), QStringLiteral("work"));
    EXPECT_TRUE(frame.rail()->isCollapsed());
    frame.showPage(QStringLiteral("buildings"));
    EXPECT_FALSE(frame.rail()->isCollapsed());
    frame.setRailFolded(true);
    frame.showPage(QStringLiteral("sync"));
    EXPECT_TRUE(frame.rail()->isCollapsed()); // remembered where the page leaves the choice
    frame.showPage(QStringLiteral("nowhere"));
    EXPECT_EQ(frame.current(), QStringLiteral("sync"));
}

TEST(MainFrame, showPageGivesThePageTheKeyboard)
{
    MainFrame frame;
    fill(frame);
    test::present(frame);
    frame.showPage(QStringLiteral("sync"));
    ASSERT_NE(QApplication::focusWidget(), nullptr);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("sync"));
}

TEST(Rail, aLetterLeavesNoPage)
{
    MainFrame frame;
    fill(frame);
    frame.resize(1366, 690);
    test::present(frame);
    frame.rail()->view()->setFocus();
    QTest::keyClick(frame.rail()->view(), Qt::Key_S);
    EXPECT_EQ(frame.current(), QStringLiteral("work"));
}

TEST(MainFrame, whatIsHiddenWithTheKeyboard_leavesItToThePage)
{
    MainFrame frame;
    auto *page = new QWidget;
    page->setFocusPolicy(Qt::StrongFocus);
    auto *last = new QLineEdit(page);
    frame.addPage({QStringLiteral("one"), [] { return QStringLiteral("One"); }, {}, false, {}}, page);
    auto *other = new QLineEdit;
    frame.addPage({QStringLiteral("two"), [] { return QStringLiteral("Two"); }, {}, false, {}}, other);
    frame.resize(1366, 690);
    test::present(frame);
    last->setFocus();
    last->hide();
    EXPECT_EQ(QApplication::focusWidget(), page);
    last->show();
    last->setFocus();
    last->setEnabled(false);
    EXPECT_EQ(QApplication::focusWidget(), page);

    frame.rail()->view()->setFocus(); // as where a page was made anew before the next is shown
    frame.showPage(QStringLiteral("two"));
    EXPECT_EQ(QApplication::focusWidget(), other);
}

TEST(MainFrame, changesItsWordsAndItsSideWithTheLanguage)
{
    MainWindow window;
    fill(*window.frame());
    window.resize(1366, 690);
    test::present(window);
    EXPECT_EQ(window.frame()->rail()->x(), 0);
    {
        test::ThemeGuard guard(ColourScheme::Light, Language::Urdu);
        QTest::qWait(0);
        EXPECT_EQ(window.frame()->rail()->view()->model()->index(1, 0).data().toString(), QStringLiteral("buildingsu"));
        EXPECT_EQ(window.frame()->rail()->geometry().right(), 1365);
        EXPECT_EQ(window.frame()->topBar()->search()->placeholderText(), QString::fromUtf8("عمارت، مالک، نقص یا حکم"));
    }
    QTest::qWait(0);
    EXPECT_EQ(window.frame()->rail()->view()->model()->index(1, 0).data().toString(), QStringLiteral("buildingse"));
    EXPECT_EQ(window.frame()->rail()->x(), 0);
}

TEST(TopBar, theIconOfTheSearch_hasANameAndLeadsIntoTheField)
{
    MainFrame frame;
    test::present(frame);
    const auto buttons = frame.topBar()->search()->findChildren<QToolButton *>();
    ASSERT_EQ(buttons.size(), 1);
    QAccessibleInterface *icon = QAccessible::queryAccessibleInterface(buttons.first());
    ASSERT_NE(icon, nullptr);
    EXPECT_EQ(icon->text(QAccessible::Name), QStringLiteral("Search"));
    frame.setFocus();
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    EXPECT_TRUE(frame.topBar()->search()->hasFocus());
}

// A laptop of 1366x768 at 200 % leaves 683x345 for the window.
TEST(MainFrame, fitsAt200Percent)
{
    for (Language language : {Language::English, Language::Urdu}) {
        test::ThemeGuard guard(ColourScheme::Light, language);
        MainFrame frame;
        fill(frame);
        frame.topBar()->setSample(true);
        frame.topBar()->syncPill()->setContent(
            {Status::Warn, QStringLiteral("off"), QStringLiteral("Offline, 12 changes wait on this laptop")});
        frame.topBar()->account()->setAccount(QStringLiteral("Sample Inspector"), QStringLiteral("Inspector, Punjab"));
        frame.resize(683, 345);
        test::present(frame);
        EXPECT_EQ(frame.width(), 683);
        EXPECT_TRUE(frame.rail()->isCollapsed());
        const QRect all = frame.topBar()->rect();
        for (const QWidget *child : {static_cast<const QWidget *>(frame.topBar()->search()),
                                     static_cast<const QWidget *>(frame.topBar()->syncPill()),
                                     static_cast<const QWidget *>(frame.topBar()->account())})
            EXPECT_TRUE(all.contains(child->geometry()));
        EXPECT_FALSE(frame.topBar()->search()->geometry().intersects(frame.topBar()->syncPill()->geometry()));
        EXPECT_FALSE(frame.topBar()->syncPill()->geometry().intersects(frame.topBar()->account()->geometry()));
    }
}

TEST(TopBar, ctrlKGoesToTheSearch)
{
    MainFrame frame;
    fill(frame);
    test::present(frame);
    QTest::keyClick(&frame, Qt::Key_K, Qt::ControlModifier);
    EXPECT_EQ(QApplication::focusWidget(), frame.topBar()->search());
}

TEST(SyncPill, saysItsStateInColourAndWordsAndOpensSync)
{
    TopBar bar;
    bar.resize(1000, 48);
    test::present(bar);
    QSignalSpy spy(&bar, &TopBar::syncRequested);
    for (Status status : {Status::Ok, Status::Warn, Status::Bad, Status::Info, Status::Neutral}) {
        bar.syncPill()->setContent({status, QStringLiteral("off"), QStringLiteral("Words")});
        QTest::qWait(0);
        EXPECT_GT(test::count(test::pictureOf(*bar.syncPill()), Theme().status(status).ground), 400);
        EXPECT_EQ(bar.syncPill()->accessibleName(), QStringLiteral("Sync: Words"));
    }
    QTest::mouseClick(bar.syncPill(), Qt::LeftButton);
    EXPECT_EQ(spy.size(), 1);
}

TEST(Initials, areOfTheFirstAndTheLastWord)
{
    EXPECT_EQ(initialsOf(QStringLiteral("Sample  Middle Inspector")), QStringLiteral("SI"));
    EXPECT_EQ(initialsOf(QStringLiteral("officer")), QStringLiteral("O"));
    EXPECT_EQ(initialsOf({}), QString());
}

} // namespace
} // namespace markaz::ui
