// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as a person meets them: raised beside a failing item and worked off on their page.
#include "tests/ui/support/findingsfixture.h"

#include "ui/desk.h"
#include "ui/models/findingsmodel.h"
#include "ui/pages/findings/findingspage.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/raildelegate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class FindingsPageTest : public FindingsFixture
{
protected:
    std::unique_ptr<FindingsPage> m_page;
    QAbstractItemView *m_table = nullptr;

    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<FindingsPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_table = part<QAbstractItemView>(*m_page, "findingsTable");
        settle();
    }
    void TearDown() override { leave(m_page); }
    QStringList shown()
    {
        settle();
        QStringList ids;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            ids.append(m_table->model()->index(row, 0).data(FindingsModel::IdRole).toString());
        return ids;
    }
    void choose(const QString &id)
    {
        m_page->showFinding(id);
        settle();
    }
    /// The button of this name if the person can see it.
    QPushButton *seen(const char *name)
    {
        settle();
        auto *button = part<QPushButton>(*m_page, name);
        return button->isVisibleTo(m_page.get()) ? button : nullptr;
    }
};

TEST_F(FindingsPageTest, model_keepsItsPromisesAndFollowsChanges)
{
    const QString mill = visitedBuilding(1);
    FindingsModel model(services(m_chief));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setActive(true);
    EXPECT_EQ(model.rowCount(), 0);
    for (int i = 0; i < 150; ++i) // more than two of the blocks that it fetches
        finding(mill, "C-03", "major", "open", qPrintable(QDate(2027, 1, 1).addDays(i).toString(Qt::ISODate)));
    const QString overdue = finding(mill, "C-02", "critical", "open", "2026-11-20");
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(model.rowCount(), 151);
    EXPECT_EQ(model.total(), 151);
    EXPECT_EQ(model.idAt(0), overdue);
    EXPECT_TRUE(model.index(0, 0).data(FindingsModel::OverdueRole).toBool());
    EXPECT_FALSE(model.index(1, 0).data(FindingsModel::OverdueRole).toBool());
    EXPECT_EQ(model.index(0, FindingsModel::State).data().toString(), QStringLiteral("Overdue"));
    EXPECT_EQ(model.index(0, FindingsModel::State).data(ChipRole).value<ChipContent>().status, Status::Bad);
    EXPECT_EQ(model.index(0, FindingsModel::SeverityColumn).data(ChipRole).value<ChipContent>().word,
              QStringLiteral("Critical"));
    EXPECT_EQ(model.index(150, FindingsModel::Due).data().toString(), QStringLiteral("30 May 2027"));
    EXPECT_TRUE(model.index(0, FindingsModel::ItemName).data().toString().contains(QStringLiteral("exits unlocked")));
    model.setFilter({{}, {QStringLiteral("verified")}, {}});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(FindingsPageTest, whatHasGoneSinceTheListWasRead_movesNoOtherIntoItsRow)
{
    const QString mill = visitedBuilding(1);
    const QString first = finding(mill, "C-02", "critical", "open", "2026-11-20");
    finding(mill, "C-03", "major", "open", "2027-01-10");
    FindingsModel model(services(m_chief));
    model.setActive(true);
    ASSERT_EQ(model.idAt(0), first);
    ASSERT_TRUE(m_records->remove(Entity::Finding, first));
    EXPECT_EQ(model.index(0, FindingsModel::SeverityColumn).data(ChipRole).value<ChipContent>().word, QString());
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.index(0, FindingsModel::SeverityColumn).data(ChipRole).value<ChipContent>().word,
              QStringLiteral("Major"));
}

TEST_F(FindingsPageTest, overdueOnesComeFirst_andFiltersNarrowTheList)
{
    const QString mill = visitedBuilding(1);
    const QString depot = visitedBuilding(2);
    const QString later = finding(mill, "C-02", "critical", "open", "2027-01-10");
    const QString fixed = finding(mill, "C-03", "minor", "fixed", "2026-11-01");
    const QString overdue = finding(depot, "C-04", "major", "open", "2026-11-20");
    open(m_chief);
    EXPECT_EQ(shown(), (QStringList{overdue, later, fixed}));
    auto *search = part<QLineEdit>(*m_page, "findingsSearch");
    search->setFocus();
    type(search, QStringLiteral("LHE-0001"));
    EXPECT_EQ(shown(), (QStringList{later, fixed}));
    auto *state = part<FilterChip>(*m_page, "findingsState");
    state->setChosen({QStringLiteral("fixed")});
    Q_EMIT state->chosenChanged(state->chosen());
    EXPECT_EQ(shown(), QStringList{fixed});
    auto *severity = part<FilterChip>(*m_page, "findingsSeverity");
    severity->setChosen({QStringLiteral("critical")});
    Q_EMIT severity->chosenChanged(severity->chosen());
    EXPECT_EQ(shown(), QStringList());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No finding matches.")));
    click(buttonSaying(*m_page, QStringLiteral("Clear the filters")));
    EXPECT_EQ(shown().size(), 3);
}

TEST_F(FindingsPageTest, withoutAny_itSaysWhereTheyComeFrom)
{
    open(m_me);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Raise one in an inspection")));
    open(m_auditor);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Inspectors raise them")));
}

TEST_F(FindingsPageTest, officer_takesAFindingToItsEnd)
{
    const QString id = finding(visitedBuilding(), "C-02", "critical", "open", "2026-11-20");
    open(m_chief);
    choose(id);
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Sample: C-02 is to be mended")));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No photo of this item")));
    EXPECT_EQ(seen("reopenFinding"), nullptr);
    EXPECT_EQ(seen("verifyFinding"), nullptr) << "not before it is fixed";
    click(seen("fixFinding"));
    EXPECT_EQ(stateOf(id), QStringLiteral("fixed"));
    EXPECT_EQ(seen("fixFinding"), nullptr);
    click(seen("verifyFinding"));
    EXPECT_EQ(stateOf(id), QStringLiteral("fixed")) << "it asks first, because nothing takes it back";
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("closed for good")));
    click(seen("verifyFinding"));
    EXPECT_EQ(stateOf(id), QStringLiteral("verified"));
    for (const char *name : {"fixFinding", "reopenFinding", "verifyFinding", "waiveFinding", "editFinding"})
        EXPECT_EQ(seen(name), nullptr) << name;
}

TEST_F(FindingsPageTest, whatIsMarkedAsFixed_staysWhereItStands_untilTheListIsAskedAnew)
{
    const QString mill = visitedBuilding();
    const QString first = finding(mill, "C-02", "critical", "open", "2026-11-19");
    const QString second = finding(mill, "C-03", "major", "open", "2026-11-20");
    const QString third = finding(mill, "C-04", "major", "open", "2026-11-21");
    open(m_chief);
    choose(first);
    click(seen("fixFinding"));
    EXPECT_EQ(stateOf(first), QStringLiteral("fixed"));
    EXPECT_EQ(shown(), (QStringList{first, second, third}));
    EXPECT_EQ(m_table->currentIndex().row(), 0);
    EXPECT_EQ(m_table->model()->index(0, FindingsModel::State).data().toString(), QStringLiteral("Fixed"));
    QTest::keyClick(m_table, Qt::Key_Down);
    EXPECT_EQ(m_table->currentIndex().data(FindingsModel::IdRole).toString(), second) << "the next is beside it";
    m_page->hide();
    m_page->show();
    EXPECT_EQ(shown(), (QStringList{second, third, first}));
}

TEST_F(FindingsPageTest, aReasonThatWasTypedForOneFinding_isNotAnothers)
{
    const QString house = visitedBuilding();
    const QString first = finding(house, "C-02", "critical", "open", "2026-11-20");
    const QString second = finding(house, "C-04", "critical", "open", "2026-11-21");
    open(m_chief);
    choose(first);
    click(seen("waiveFinding"));
    type(part<QLineEdit>(*m_page, "waiveReason"), QStringLiteral("The wing is closed"));
    choose(second);
    click(seen("waiveFinding"));
    EXPECT_EQ(part<QLineEdit>(*m_page, "waiveReason")->text(), QString());
    EXPECT_FALSE(part<QPushButton>(*m_page, "waiveNow")->isEnabled());
}

TEST_F(FindingsPageTest, officer_waivesWithAReasonAndTakesItBack)
{
    const QString id = finding(visitedBuilding(), "C-02", "critical", "open", "2026-11-20");
    open(m_chief);
    choose(id);
    click(seen("waiveFinding"));
    auto *now = part<QPushButton>(*m_page, "waiveNow");
    EXPECT_FALSE(now->isEnabled()) << "a reason is needed";
    auto *reason = part<QLineEdit>(*m_page, "waiveReason");
    EXPECT_TRUE(reason->hasFocus());
    type(reason, QStringLiteral("The wing is closed"));
    QTest::keyClick(reason, Qt::Key_Return);
    EXPECT_EQ(stateOf(id), QStringLiteral("open")) << "the line's Enter is nobody's word";
    now->setFocus();
    QTest::keyClick(now, Qt::Key_Return);
    EXPECT_EQ(stateOf(id), QStringLiteral("waived"));
    EXPECT_EQ(text(Entity::Finding, id, "state_reason"), QStringLiteral("The wing is closed"));
    settle();
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The wing is closed")));
    click(seen("restoreFinding"));
    EXPECT_EQ(stateOf(id), QStringLiteral("open"));
}

TEST_F(FindingsPageTest, officer_movesTheDayButNotTheWords)
{
    const QString id = finding(visitedBuilding(), "C-02", "critical", "open", "2026-11-20");
    open(m_chief);
    choose(id);
    click(seen("editFinding"));
    EXPECT_TRUE(part<QPlainTextEdit>(*m_page, "findingDescription")->isReadOnly());
    fillIn(part<QWidget>(*m_page, "findingDue")->findChild<QLineEdit *>(), QStringLiteral("2027-02-01"));
    auto *severity = part<QComboBox>(*m_page, "findingSeverity");
    severity->setFocus();
    QTest::keyClick(severity, Qt::Key_Down);
    click(part<QPushButton>(*m_page, "findingSave"));
    EXPECT_EQ(text(Entity::Finding, id, "due"), QStringLiteral("2027-02-01"));
    EXPECT_EQ(text(Entity::Finding, id, "severity"), QStringLiteral("major"));
    EXPECT_NE(seen("editFinding"), nullptr) << "and the form is closed";
}

TEST_F(FindingsPageTest, whatIsTypedOfOne_waitsThereAndOutlivesThePage)
{
    const QString building = visitedBuilding();
    const QString waived = finding(building, "C-02", "critical", "open", "2026-11-20");
    const QString changed = finding(building, "C-03", "minor", "open", "2026-11-20");
    open(m_chief);
    choose(changed);
    click(seen("editFinding"));
    fillIn(part<QLineEdit>(*m_page, "findingResponsible"), QStringLiteral("Tenant"));
    part<QWidget>(*m_page, "findingDue")->findChild<QLineEdit *>()->setText(QStringLiteral("14 M"));
    choose(waived);
    click(seen("waiveFinding"));
    type(part<QLineEdit>(*m_page, "waiveReason"), QStringLiteral("The wing is"));
    const QJsonObject typed = m_page->unfinished();
    leave(m_page);
    m_page = std::make_unique<FindingsPage>(services(m_chief));
    m_page->resume(typed);
    EXPECT_EQ(m_page->unfinished(), typed) << "also before it is shown";
    present(*m_page);
    EXPECT_TRUE(part<QLineEdit>(*m_page, "waiveReason")->isVisible()) << "the one that was shown is";
    EXPECT_EQ(part<QLineEdit>(*m_page, "waiveReason")->text(), QStringLiteral("The wing is"));
    choose(changed);
    EXPECT_EQ(part<QLineEdit>(*m_page, "findingResponsible")->text(), QStringLiteral("Tenant"));
    EXPECT_EQ(part<QWidget>(*m_page, "findingDue")->findChild<QLineEdit *>()->text(), QStringLiteral("14 M"));
    EXPECT_TRUE(part<QWidget>(*m_page, "findingForm")->isVisible());
    click(seen("findingCancel"));
    choose(waived);
    click(seen("waiveNow"));
    EXPECT_EQ(stateOf(waived), QStringLiteral("waived"));
    EXPECT_TRUE(m_page->unfinished().isEmpty());
}

TEST_F(FindingsPageTest, inspectorAndAuditor_seeWhatTheyMayDo)
{
    const QString id = finding(visitedBuilding(), "C-02", "critical", "open", "2026-11-20");
    open(m_me);
    choose(id);
    EXPECT_NE(seen("fixFinding"), nullptr);
    for (const char *name : {"waiveFinding", "verifyFinding", "editFinding", "openInspectionOfFinding"})
        EXPECT_EQ(seen(name), nullptr) << name;
    open(m_auditor);
    choose(id);
    for (const char *name : {"fixFinding", "waiveFinding", "verifyFinding", "editFinding"})
        EXPECT_EQ(seen(name), nullptr) << name;
}

class RaisingTest : public FindingsFixture
{
protected:
    std::unique_ptr<InspectionPage> m_page;
    QString m_building;
    QString m_draft;

    void open()
    {
        m_building = visitedBuilding();
        m_draft = draftWith(m_building, failing());
        reopen();
    }
    /// The same draft on another page, as after a lock.
    void reopen()
    {
        leave(m_page);
        m_page = std::make_unique<InspectionPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(m_draft);
        m_page->goToItem(kItem);
        settle();
    }
    void TearDown() override { leave(m_page); }
    void raise(const QString &words)
    {
        click(part<QPushButton>(*m_page, "raiseFinding"));
        auto *description = part<QPlainTextEdit>(*m_page, "findingDescription");
        description->setFocus();
        type(description, words);
        click(part<QPushButton>(*m_page, "findingSave"));
        settle();
    }
};

TEST_F(RaisingTest, failingItem_offersAFindingWithTheProposal)
{
    open();
    click(part<QPushButton>(*m_page, "raiseFinding"));
    EXPECT_EQ(part<QComboBox>(*m_page, "findingSeverity")->currentData().toString(), QStringLiteral("critical"));
    EXPECT_EQ(part<QWidget>(*m_page, "findingDue")->findChild<QLineEdit *>()->text(), QStringLiteral("24 Dec 2026"));
    click(part<QPushButton>(*m_page, "findingSave"));
    EXPECT_EQ(unsettled(m_building), QStringList()) << "without words it is none";
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Say in a few words")));
    auto *description = part<QPlainTextEdit>(*m_page, "findingDescription");
    EXPECT_TRUE(description->hasFocus());
    type(description, QStringLiteral("The rear exit is locked"));
    fillIn(part<QLineEdit>(*m_page, "findingResponsible"), QStringLiteral("Owner"));
    click(part<QPushButton>(*m_page, "findingSave"));
    settle();
    ASSERT_EQ(unsettled(m_building).size(), 1);
    const auto made = m_records->requireAs<Finding>(unsettled(m_building).first());
    EXPECT_EQ(made->description(), QStringLiteral("The rear exit is locked"));
    EXPECT_EQ(made->responsible(), QStringLiteral("Owner"));
    EXPECT_EQ(made->item(), kItem);
    EXPECT_TRUE(m_page->hasFocus()) << "the keys of the checklist hold again";
    EXPECT_FALSE(part<QPushButton>(*m_page, "raiseFinding")->isVisibleTo(m_page.get())) << "there is one now";
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("The rear exit is locked")));
    m_page->goToItem(QStringLiteral("C-05"));
    settle();
    EXPECT_FALSE(part<QPushButton>(*m_page, "raiseFinding")->isVisibleTo(m_page.get())) << "that one is met";
}

TEST_F(RaisingTest, raising_isUndoneAndDoneAgain)
{
    open();
    raise(QStringLiteral("Locked"));
    ASSERT_EQ(unsettled(m_building).size(), 1);
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(unsettled(m_building).size(), 0);
    EXPECT_TRUE(part<QPushButton>(*m_page, "raiseFinding")->isVisibleTo(m_page.get()));
    QTest::keyClick(m_page.get(), Qt::Key_Y, Qt::ControlModifier);
    settle();
    ASSERT_EQ(unsettled(m_building).size(), 1);
    EXPECT_EQ(m_records->requireAs<Finding>(unsettled(m_building).first())->description(), QStringLiteral("Locked"));
}

TEST_F(RaisingTest, aHalfWrittenFinding_waitsAtItsItem_andOutlivesThePage)
{
    open();
    click(part<QPushButton>(*m_page, "raiseFinding"));
    settle();
    EXPECT_TRUE(part<QPlainTextEdit>(*m_page, "findingDescription")->hasFocus()) << "what was seen comes first";
    type(part<QPlainTextEdit>(*m_page, "findingDescription"), QStringLiteral("Locked, and"));
    m_page->goToItem(QStringLiteral("C-05"));
    settle();
    EXPECT_FALSE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    m_page->goToItem(kItem);
    settle();
    ASSERT_TRUE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    EXPECT_EQ(part<QPlainTextEdit>(*m_page, "findingDescription")->toPlainText(), QStringLiteral("Locked, and"));

    const QJsonObject typed = m_page->typed();
    reopen();
    m_page->resume(typed);
    settle();
    EXPECT_EQ(part<QPlainTextEdit>(*m_page, "findingDescription")->toPlainText(), QStringLiteral("Locked, and"));
    click(part<QPushButton>(*m_page, "findingCancel"));
    m_page->goToItem(QStringLiteral("C-05"));
    m_page->goToItem(kItem);
    EXPECT_FALSE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get())) << "it was given up";
}

TEST_F(RaisingTest, ownFinding_isChangedWhereItStands)
{
    open();
    raise(QStringLiteral("Locked"));
    settle();
    click(part<QPushButton>(*m_page, "changeFinding"));
    settle();
    fillIn(part<QLineEdit>(*m_page, "findingResponsible"), QStringLiteral("Tenant"));
    click(part<QPushButton>(*m_page, "findingSave"));
    settle();
    EXPECT_EQ(m_records->requireAs<Finding>(unsettled(m_building).first())->responsible(), QStringLiteral("Tenant"));
}

TEST_F(RaisingTest, aChange_isUndoneAndDoneAgain_andNothingElseWithIt)
{
    open();
    raise(QStringLiteral("Locked"));
    settle();
    click(part<QPushButton>(*m_page, "changeFinding"));
    settle();
    fillIn(part<QLineEdit>(*m_page, "findingResponsible"), QStringLiteral("Tenant"));
    click(part<QPushButton>(*m_page, "findingSave"));
    settle();
    const auto responsible = [this] {
        const QStringList all = unsettled(m_building);
        return all.size() == 1 ? m_records->requireAs<Finding>(all.first())->responsible() : QStringLiteral("(gone)");
    };
    const auto press = [this](Qt::Key key) {
        QTest::keyClick(m_page.get(), key, Qt::ControlModifier);
        settle();
    };
    EXPECT_EQ(responsible(), QStringLiteral("Tenant"));
    press(Qt::Key_Z);
    EXPECT_EQ(responsible(), QString()) << "the change is undone, the finding stays";
    press(Qt::Key_Z);
    EXPECT_EQ(responsible(), QStringLiteral("(gone)"));
    press(Qt::Key_Y);
    EXPECT_EQ(responsible(), QString());
    press(Qt::Key_Y);
    EXPECT_EQ(responsible(), QStringLiteral("Tenant")) << "also of the record that was made anew";
}

TEST_F(RaisingTest, oneThatWasAnError_isTakenBackLaterToo_andUndone)
{
    open();
    raise(QStringLiteral("Locked"));
    reopen(); // nothing to undo any more
    ASSERT_EQ(unsettled(m_building).size(), 1);
    click(part<QPushButton>(*m_page, "takeBackFinding"));
    settle();
    EXPECT_EQ(unsettled(m_building).size(), 0);
    EXPECT_TRUE(part<QPushButton>(*m_page, "raiseFinding")->isVisibleTo(m_page.get()));
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    ASSERT_EQ(unsettled(m_building).size(), 1);
    EXPECT_EQ(m_records->requireAs<Finding>(unsettled(m_building).first())->description(), QStringLiteral("Locked"));
    QTest::keyClick(m_page.get(), Qt::Key_Y, Qt::ControlModifier);
    settle();
    EXPECT_EQ(unsettled(m_building).size(), 0);
}

TEST_F(RaisingTest, aHalfWrittenChange_waitsAtItsFinding_andOutlivesThePage)
{
    open();
    raise(QStringLiteral("Locked"));
    settle();
    click(part<QPushButton>(*m_page, "changeFinding"));
    settle();
    auto *who = part<QLineEdit>(*m_page, "findingResponsible");
    fillIn(who, QStringLiteral("Tenant"));
    m_page->goToItem(QStringLiteral("C-05"));
    settle();
    EXPECT_FALSE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    m_page->goToItem(kItem);
    settle();
    ASSERT_TRUE(part<QWidget>(*m_page, "findingForm")->isVisibleTo(m_page.get()));
    EXPECT_EQ(who->text(), QStringLiteral("Tenant"));

    const QJsonObject typed = m_page->typed();
    reopen();
    m_page->resume(typed);
    settle();
    EXPECT_EQ(part<QLineEdit>(*m_page, "findingResponsible")->text(), QStringLiteral("Tenant"));
    EXPECT_EQ(m_records->requireAs<Finding>(unsettled(m_building).first())->responsible(), QString());
    click(part<QPushButton>(*m_page, "findingSave"));
    settle();
    EXPECT_EQ(m_records->requireAs<Finding>(unsettled(m_building).first())->responsible(), QStringLiteral("Tenant"));
    EXPECT_TRUE(m_page->unfinished().isEmpty());
    EXPECT_TRUE(m_page->typed().isEmpty());
}

/// What an earlier visit found and nobody mended shows at its item.
TEST_F(RaisingTest, openFindingOfAnEarlierVisit_isShown)
{
    m_building = visitedBuilding();
    finding(m_building, "C-02", "critical", "open", "2026-11-20");
    finding(m_building, "C-02", "minor", "verified", "2026-11-20");
    m_draft = draftWith(m_building, perfect());
    m_page = std::make_unique<InspectionPage>(services());
    present(*m_page);
    m_page->open(m_draft);
    m_page->goToItem(kItem);
    settle();
    const QString words = wordsOf(*m_page);
    EXPECT_TRUE(words.contains(QStringLiteral("raised on 1 Oct 2026, by an earlier visit")));
    EXPECT_EQ(words.count(QStringLiteral("Sample: C-02")), 1) << "what is settled is past";
}

} // namespace
} // namespace markaz::ui
