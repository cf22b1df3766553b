// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Levers, results, saving and files, as an officer at the keyboard meets them.
#include "tests/ui/scenario/scenariofixture.h"

#include "ui/text/format.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QTableView>
#include <QTemporaryDir>

namespace markaz::ui {
namespace {

using namespace test;

class ScenarioPageTest : public ScenarioFixture
{
protected:
    ScenarioResult computed(const Scenario &scenario) { return ScenarioRun::open(scenario)->result(); }
};

TEST_F(ScenarioPageTest, begins_withThePolicyAndSaysWhatIsAssumed)
{
    open(m_chief);
    EXPECT_EQ(m_page->shown().scenario.subsidy.first().shareBp, m_policy.subsidyShareBp);
    EXPECT_EQ(part<LeverSpin>(*m_page, "leverShare")->whole(), 10'000);
    EXPECT_EQ(part<QSlider>(*m_page, "leverShareSlider")->property("mark").toInt(), 100); // of its steps of 1 %
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("nothing recorded: an assumption")));
    EXPECT_TRUE(part<QCheckBox>(*m_page, "igniteUndecided")->isChecked());
    EXPECT_EQ(figure(1), QStringLiteral("Undecided"));
    EXPECT_EQ(figure(0), format::shortRupees(computed(m_page->shown().scenario).interest.subsidy().value));
}

TEST_F(ScenarioPageTest, everyStepOfASlider_isShownAtOnce)
{
    open(m_chief);
    const QString before = figure(0);
    auto *slider = part<QSlider>(*m_page, "leverTenorSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    EXPECT_EQ(part<LeverSpin>(*m_page, "leverTenor")->whole(), 61);
    EXPECT_NE(figure(0), before);
    EXPECT_EQ(m_page->shown().result.years, computed(m_page->shown().scenario).years);
    ASSERT_TRUE(answered());
    set("leverShare", QStringLiteral("50"));
    EXPECT_EQ(m_page->shown().scenario.subsidy.first().shareBp, 5'000);
    click(part<QPushButton>(*m_page, "resetLevers"));
    EXPECT_EQ(figure(0), before);
}

TEST_F(ScenarioPageTest, whatCannotBe_isSaidAtItsField)
{
    open(m_chief);
    set("leverShare", QStringLiteral("120"));
    EXPECT_FALSE(problem("leverShare").isEmpty());
    EXPECT_EQ(m_page->shown().result.years, computed(m_page->shown().scenario).years) << "of what could be last";
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("A figure at the side cannot be.")));
    set("leverShare", QStringLiteral("100"));
    EXPECT_TRUE(problem("leverShare").isEmpty());
    EXPECT_TRUE(messagesOf(*m_page).isEmpty()) << qPrintable(messagesOf(*m_page));
    set("leverGrace", QStringLiteral("60"));
    EXPECT_FALSE(problem("leverGrace").isEmpty());
    set("leverGrace", QStringLiteral("0"));
    set("leverLoan", QStringLiteral("-5"));
    EXPECT_FALSE(problem("leverLoan").isEmpty());
    set("leverLoan", QStringLiteral("999999999999"));
    EXPECT_FALSE(problem("leverLoan").isEmpty());
    set("leverLoan", QStringLiteral("12000000")); // a warning: it may be tried
    EXPECT_TRUE(problem("leverLoan").contains(QStringLiteral("cap")));
    EXPECT_EQ(m_page->shown().scenario.loans.first().terms.principal, Paisa::rupees(12'000'000));
    set("leverLoan", QStringLiteral("8000000"));
    set("leverRate1", QStringLiteral("4500"));
    EXPECT_TRUE(problem("leverRate1").contains(QStringLiteral("ceiling")));
    EXPECT_EQ(m_page->shown().scenario.loans.first().centre.seatRate, Paisa::rupees(4'500));
}

TEST_F(ScenarioPageTest, bands_areThoseOfTheSeed)
{
    open(m_chief);
    part<QCheckBox>(*m_page, "bandsOn")->click();
    set("trials", QStringLiteral("60"));
    set("seed", QStringLiteral("7"));
    ASSERT_TRUE(answered());
    ASSERT_TRUE(m_page->shown().more.bands.has_value());
    auto run = ScenarioRun::open(m_page->shown().scenario);
    const auto bands = tryOut(*run);
    EXPECT_EQ(m_page->shown().more.bands->subsidy, bands->subsidy);
    EXPECT_EQ(m_page->shown().more.bands->seed, 7U);
    set("kiborLow", QStringLiteral("30"));
    EXPECT_FALSE(part<QLabel>(*m_page, "rangesProblem")->text().isEmpty());
}

TEST_F(ScenarioPageTest, saved_savedOverAndRemoved)
{
    open(m_chief);
    EXPECT_FALSE(part<QPushButton>(*m_page, "saveScenario")->isEnabled());
    fillIn(part<QLineEdit>(*m_page, "scenarioName"), QStringLiteral("Full subsidy"));
    click(part<QPushButton>(*m_page, "saveScenario"));
    auto rows = SavedScenarios(*m_workspace).list(m_chief).value();
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(part<QComboBox>(*m_page, "openScenario")->currentData().toString(), rows.first().id);
    EXPECT_TRUE(m_page->unfinished().isEmpty());
    set("leverTenor", QStringLiteral("72"));
    EXPECT_FALSE(m_page->unfinished().isEmpty());
    click(part<QPushButton>(*m_page, "saveScenarioNew")); // of the same name: refused, and nothing is lost
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("You have a scenario of this name already.")));
    click(part<QPushButton>(*m_page, "saveScenario"));
    const auto over = SavedScenarios(*m_workspace).list(m_chief).value();
    ASSERT_EQ(over.size(), 1);
    EXPECT_NE(over.first().id, rows.first().id);
    EXPECT_EQ(SavedScenarios(*m_workspace).open(m_chief, over.first().id)->loans.first().terms.tenorMonths, 72);
    click(part<QPushButton>(*m_page, "removeScenario"));
    EXPECT_EQ(SavedScenarios(*m_workspace).list(m_chief)->size(), 1) << "it asks first";
    click(part<QPushButton>(*m_page, "removeScenario"));
    EXPECT_TRUE(SavedScenarios(*m_workspace).list(m_chief)->isEmpty());
}

TEST_F(ScenarioPageTest, auditor_looksAndSavesNothing)
{
    const QString id = saved("Theirs");
    open(m_auditor);
    EXPECT_FALSE(part<QPushButton>(*m_page, "saveScenario")->isVisible());
    choose("openScenario", id);
    EXPECT_EQ(m_page->shown().scenario.name, QStringLiteral("Theirs"));
    EXPECT_FALSE(part<QWidget>(*m_page, "removeScenario")->isVisible());
}

TEST_F(ScenarioPageTest, two_standSideBySide)
{
    const QString id = saved("Half", [](ScenarioLevers &levers) { levers.shareBp = 5'000; });
    open(m_chief);
    choose("compareScenario", id);
    ASSERT_TRUE(answered());
    auto *table = part<QTableView>(*m_page, "scenarioFigures");
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    using Model = ScenarioFiguresModel;
    const qint64 ours = m_page->shown().result.interest.subsidy().value;
    const qint64 theirs = computed(SavedScenarios(*m_workspace).open(m_chief, id).value()).interest.subsidy().value;
    EXPECT_EQ(table->model()->index(0, Model::Value).data().toString(), format::rupees(ours));
    EXPECT_EQ(table->model()->index(0, Model::Other).data().toString(), format::rupees(theirs));
    EXPECT_EQ(table->model()->index(0, Model::Difference).data().toString(), format::rupees(ours - theirs));
    EXPECT_FALSE(table->isColumnHidden(Model::Difference));
    EXPECT_TRUE(part<QWidget>(*m_page, "costChartOther")->isVisible());
    choose("compareScenario", QString());
    EXPECT_TRUE(table->isColumnHidden(Model::Difference));
}

TEST_F(ScenarioPageTest, aFileByHand_isComputedAndItsLoansListed)
{
    open(m_chief);
    QTemporaryDir folder;
    Scenario byHand = m_page->shown().scenario;
    byHand.name = QStringLiteral("by hand");
    byHand.loans = {byHand.loans.first(), byHand.loans.last()};
    byHand.loans[1].centre.seats = 77;
    QFile file(folder.filePath(QStringLiteral("hand.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(toJson(byHand)).toJson());
    file.close();
    m_page->importFrom(file.fileName());
    EXPECT_EQ(toJson(m_page->shown().scenario), toJson(byHand));
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("made by hand")));
    EXPECT_EQ(part<QTableView>(*m_page, "scenarioLoans")->model()->rowCount(), 2);
    EXPECT_FALSE(m_page->unfinished().isEmpty());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"name\": \"x\"}");
    file.close();
    m_page->importFrom(file.fileName());
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("is not taken")));
    EXPECT_EQ(toJson(m_page->shown().scenario), toJson(byHand));
}

TEST_F(ScenarioPageTest, exported_asTheFileThatTheCommandTakesAndAsPapers)
{
    open(m_chief);
    set("leverTenor", QStringLiteral("48"));
    QTemporaryDir folder;
    for (const char *suffix : {"json", "xlsx", "pdf"}) {
        const QString path = folder.filePath(QLatin1String("s.") + QLatin1String(suffix));
        const auto done = m_page->exportTo(path);
        ASSERT_TRUE(done.ok()) << suffix << qPrintable(done.ok() ? QString() : done.error().detail);
        EXPECT_GT(QFileInfo(path).size(), 1'000) << suffix;
    }
    QFile file(folder.filePath(QStringLiteral("s.json")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto read = readScenario(file.readAll());
    ASSERT_TRUE(std::holds_alternative<Scenario>(read));
    EXPECT_EQ(computed(std::get<Scenario>(read)).years, m_page->shown().result.years);
}

TEST_F(ScenarioPageTest, whatIsNotSaved_outlivesALock)
{
    open(m_chief);
    EXPECT_TRUE(m_page->unfinished().isEmpty());
    set("leverTenor", QStringLiteral("48"));
    fillIn(part<QLineEdit>(*m_page, "scenarioName"), QStringLiteral("Half typed"));
    fillIn(part<QLineEdit>(*m_page, "budgetIgnite2026-27"), QStringLiteral("5,000,000"));
    const QJsonObject kept = m_page->unfinished();
    ASSERT_FALSE(kept.isEmpty());
    open(m_chief);
    m_page->resume(kept);
    EXPECT_EQ(part<LeverSpin>(*m_page, "leverTenor")->whole(), 48);
    EXPECT_EQ(part<QLineEdit>(*m_page, "scenarioName")->text(), QStringLiteral("Half typed"));
    ASSERT_EQ(m_page->shown().scenario.budget.size(), 1);
    EXPECT_EQ(m_page->shown().scenario.budget.first().ignite, Paisa::rupees(5'000'000));
    EXPECT_EQ(m_page->unfinished(), kept);
}

} // namespace
} // namespace markaz::ui
