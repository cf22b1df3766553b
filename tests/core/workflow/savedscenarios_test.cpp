// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/savedscenarios.h"

#include "core/finance/levers.h"
#include "core/finance/scenariofile.h"
#include "core/workflow/loanpolicy.h"
#include "core/workflow/scenariostart.h"
#include "tests/core/workflow/loansfixture.h"

namespace markaz {
namespace {

using namespace test;

class SavedScenariosTest : public LoansTest
{
protected:
    SavedScenarios saved() { return SavedScenarios(*m_workspace); }
    Scenario scenario(const char *name)
    {
        ScenarioStart start = begin();
        start.levers.name = QLatin1String(name);
        return scenarioOf(start.levers).value();
    }
    ScenarioStart begin()
    {
        return scenarioStart(builtinPolicy().value(), ScenarioRepository(*m_database).averages().value(),
                             QDate(2026, 11, 24));
    }
};

TEST_F(SavedScenariosTest, saved_isListedOpenedAndOwed)
{
    const auto made = saved().save(m_chief, scenario(" Full subsidy "));
    ASSERT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().where + made.error().detail);
    const auto rows = saved().list(m_auditor);
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 1);
    EXPECT_EQ(rows->first().name, QStringLiteral("Full subsidy"));
    EXPECT_EQ(rows->first().authorId, m_chief.accountId);
    EXPECT_TRUE(rows->first().owed);
    const auto opened = saved().open(m_auditor, made->id());
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(toJson(*opened), toJson(scenario("Full subsidy")));
    EXPECT_EQ(owed().size(), 1);
}

TEST_F(SavedScenariosTest, savedOver_oneComesInThePlaceOfTheOther)
{
    const QString first = saved().save(m_chief, scenario("One"))->id();
    const auto second = saved().saveOver(m_chief, first, scenario("one"));
    ASSERT_TRUE(second.ok()) << qPrintable(second.ok() ? QString() : second.error().where);
    const auto rows = saved().list(m_chief);
    ASSERT_EQ(rows->size(), 1);
    EXPECT_EQ(rows->first().id, second->id());
    EXPECT_NE(second->id(), first);
    EXPECT_EQ(saved().open(m_chief, first).error().code, ErrorCode::NotFound);
}

TEST_F(SavedScenariosTest, whatCannotBe_isRefusedAndNothingWritten)
{
    const QString first = saved().save(m_chief, scenario("One"))->id();
    expectRefused(ErrorCode::Exists, QStringLiteral("scenario.name"),
                  [this] { return saved().save(m_chief, scenario("ONE")); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("scenario.name"),
                  [this] { return saved().save(m_chief, scenario("  ")); });
    Scenario bad = scenario("Two");
    bad.loans[0].terms.graceMonths = bad.loans[0].terms.tenorMonths;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("scenario.loans[0].grace_months"),
                  [&] { return saved().save(m_chief, bad); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [this] { return saved().save(m_auditor, scenario("Two")); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [this] { return saved().list(m_me); });
    const Actor other = person(QStringLiteral("01900000-0000-7000-8000-0000000000b9"), Role::Officer);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return saved().remove(other, first); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"),
                  [&] { return saved().saveOver(other, first, scenario("Mine")); });
    EXPECT_TRUE(saved().save(other, scenario("One")).ok()) << "names are each author's own";
}

TEST_F(SavedScenariosTest, removed_isGone)
{
    const QString first = saved().save(m_chief, scenario("One"))->id();
    ASSERT_TRUE(saved().remove(m_chief, first).ok());
    EXPECT_TRUE(saved().list(m_chief)->isEmpty());
}

TEST_F(SavedScenariosTest, withoutRecords_startsFromThePolicyAndPlainValues)
{
    const ScenarioStart start = begin();
    EXPECT_EQ(start.levers.shareBp, 10'000);
    EXPECT_FALSE(start.levers.igniteBp.has_value());
    EXPECT_EQ(start.sources.value(Lever::Share), LeverSource::Policy);
    EXPECT_EQ(start.sources.value(Lever::Loan), LeverSource::Plain);
    EXPECT_EQ(levers::largestLoan(start.levers), Paisa::rupees(10'000'000)); // the cap
    EXPECT_EQ(start.levers.seats, 100);
    EXPECT_EQ(start.levers.rates[0], Paisa::rupees(3'500));
    EXPECT_EQ(start.levers.centres, (std::array{84, 83, 83})); // the target, in even parts
    EXPECT_EQ(start.levers.firstPaidOut, QDate(2026, 12, 1));
    EXPECT_TRUE(scenarioOf([&] {
                    ScenarioLevers levers = start.levers;
                    levers.name = QStringLiteral("start");
                    return levers;
                }())
                    .ok());
}

TEST_F(SavedScenariosTest, recordedLoansAndCentres_areTheStart)
{
    approved(home());
    const ScenarioStart start = begin();
    EXPECT_EQ(start.loans, 1);
    EXPECT_EQ(start.levers.loan, Paisa::rupees(9'000'000));
    EXPECT_EQ(start.levers.tenorMonths, 60);
    EXPECT_EQ(start.levers.graceMonths, 6);
    EXPECT_EQ(start.levers.markupBp, 1'500);
    EXPECT_EQ(start.sources.value(Lever::Loan), LeverSource::Recorded);
    EXPECT_EQ(start.sources.value(Lever::Seats), LeverSource::Policy);
}

} // namespace
} // namespace markaz
