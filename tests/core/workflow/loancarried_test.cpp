// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loancarried.h"

#include "core/workflow/centres.h"
#include "core/workflow/occupancy.h"
#include "tests/core/workflow/loansfixture.h"

namespace markaz::test {
namespace {

/// The loan of the domain notes: Rs 10 million without interest, which is Rs 166,667 a month over 60 months, and Rs
/// 416,667 over 24.
class Carried : public LoansTest
{
protected:
    QString borrowed(const QString &at, int months)
    {
        LoanEntry terms = entry();
        terms.principalPaisa = 1'000'000'000;
        terms.markupBp = 0;
        terms.tenorMonths = months;
        terms.graceMonths = 0;
        const auto made = loans().record(m_chief, at, terms);
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().where);
        return made.ok() ? made->id() : QString();
    }
    QString building(const QJsonObject &more)
    {
        m_owner = owner();
        return CacheFixture::building("LHE", ++m_number, with(more, {{QStringLiteral("owner"), m_owner}}));
    }
    QString centreAt(const QString &home, std::optional<qint64> running = {})
    {
        certificate(home, m_ids.next(), "full", "issued", "2026-06-01", "2028-05-31");
        CentreEntry opening;
        opening.name = QStringLiteral("Centre (sample)");
        opening.seats = 100;
        opening.seatRatePaisa = 350'000;
        opening.openedOn = QDate(2026, 7, 1);
        opening.runningCostPaisa = running;
        const auto made = Centres(*m_workspace).open(m_chief, home, opening);
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().where);
        return made.ok() ? made->id() : QString();
    }
    void report(const QString &centre, const char *month, int taken, qint64 rate = 350'000)
    {
        const auto done =
            RecordOccupancy(*m_workspace)
                .run(m_chief, centre, {QLatin1String(month), 100, taken, taken, 0, 0, rate, 0, 0, std::nullopt});
        EXPECT_TRUE(done.ok()) << qPrintable(done.ok() ? QString() : done.error().where + done.error().detail);
    }
    LoanCarried carried(const QString &id)
    {
        const auto found = loanCarried(*m_workspace, loan(id));
        EXPECT_TRUE(found.ok() && *found) << qPrintable(found.ok() ? QString() : found.error().where);
        return found.ok() && *found ? **found : LoanCarried();
    }
    int m_number = 0;
};

TEST_F(Carried, withoutSeats_nothingIsSaid)
{
    const auto found = loanCarried(*m_workspace, loan(borrowed(building({}), 60)));
    ASSERT_TRUE(found.ok());
    EXPECT_FALSE(*found);
}

TEST_F(Carried, plannedSeats_areCountedAtTheCeiling)
{
    const QString home =
        building({{QStringLiteral("planned_seats"), 90}, {QStringLiteral("covered_area_sqft"), 3'520}});
    const LoanCarried planned = carried(borrowed(home, 60));
    EXPECT_EQ(planned.seatsAre, LoanCarried::Seats::Planned);
    EXPECT_EQ(planned.rateIs, LoanCarried::Rate::Ceiling);
    EXPECT_EQ(planned.centreId, QString());
    EXPECT_EQ(planned.economics.seats, 90);
    EXPECT_EQ(planned.economics.seatRate.value, 400'000) << "the ceiling of policy 1, Rs 4,000";
    EXPECT_EQ(planned.fireSafe, 70) << "50 sq ft a person";
    EXPECT_FALSE(planned.newest);
    EXPECT_FALSE(planned.dayOf(1).isValid()) << "it was not paid out";
    EXPECT_EQ(planned.breakEven.seatsNeeded, 42) << "166,667 over 4,000";
}

TEST_F(Carried, certifiedSeats_comeBeforePlannedOnes)
{
    const QString home = building({{QStringLiteral("planned_seats"), 90}});
    certificate(home, m_ids.next(), "full", "issued", "2026-06-01", "2028-05-31");
    const LoanCarried certified = carried(borrowed(home, 60));
    EXPECT_EQ(certified.seatsAre, LoanCarried::Seats::Certified);
    EXPECT_EQ(certified.economics.seats, 100);
}

TEST_F(Carried, centreOfTheDomainNotes_needs48SeatsOver60MonthsAndCannotOver24)
{
    const QString home = building({});
    const QString id = borrowed(home, 60);
    const QString centre = centreAt(home);
    const LoanCarried quiet = carried(id);
    EXPECT_EQ(quiet.seatsAre, LoanCarried::Seats::OfTheCentre);
    EXPECT_EQ(quiet.rateIs, LoanCarried::Rate::OfTheCentre);
    EXPECT_FALSE(quiet.runningCostKnown);
    EXPECT_EQ(quiet.breakEven.dearest.value, 16'666'667);
    EXPECT_EQ(quiet.breakEven.seatsNeeded, 48);
    EXPECT_EQ(quiet.breakEven.occupancyNeededBp, 4'762);

    report(centre, "2026-09", 40);
    report(centre, "2026-10", 60);
    const LoanCarried reported = carried(id);
    ASSERT_TRUE(reported.newest);
    EXPECT_EQ(reported.newest->toString(), QStringLiteral("2026-10"));
    EXPECT_EQ(reported.rateIs, LoanCarried::Rate::Reported);
    EXPECT_EQ(reported.economics.occupancyBp, 6'000);
    EXPECT_TRUE(reported.breakEven.above);

    const QString other = building({});
    const QString dear = borrowed(other, 24);
    centreAt(other);
    const LoanCarried full = carried(dear);
    EXPECT_EQ(full.breakEven.dearest.value, 41'666'667);
    EXPECT_EQ(full.breakEven.seatsNeeded, 120) << "more than there are";
    EXPECT_GT(full.breakEven.occupancyNeededBp.value_or(0), 10'000);
}

TEST_F(Carried, runningCost_countsWithTheLoan)
{
    const QString home = building({});
    const QString id = borrowed(home, 60);
    const QString centre = centreAt(home, 5'000'000);
    report(centre, "2026-10", 60);
    const LoanCarried found = carried(id);
    EXPECT_TRUE(found.runningCostKnown);
    EXPECT_EQ(found.breakEven.dearest.value, 21'666'667);
    EXPECT_EQ(found.breakEven.seatsNeeded, 62);
    EXPECT_FALSE(found.breakEven.above) << "60 of 62";
    EXPECT_EQ(found.breakEven.turnsInMonth, 61) << "when the loan is over";
}

TEST_F(Carried, onceItIsPaidOut_reportedMonthsAreTakenAsTheyWere)
{
    const QString home = building({});
    const QString id = borrowed(home, 60);
    moved(id, LoanStep::Apply);
    moved(id, LoanStep::Approve);
    ASSERT_TRUE(loans().pay(m_chief, id, money(PaymentKind::Disbursement, 1'000'000'000, QDate(2026, 8, 24))).ok());
    const QString centre = centreAt(home);
    report(centre, "2026-09", 40);
    report(centre, "2026-10", 60);
    const LoanCarried found = carried(id);
    EXPECT_EQ(found.dayOf(1), QDate(2026, 9, 24));
    ASSERT_GE(found.breakEven.months.size(), 3);
    EXPECT_EQ(found.breakEven.months.at(0).takings.value, 40 * 350'000);
    EXPECT_EQ(found.breakEven.months.at(1).takings.value, 60 * 350'000);
    EXPECT_EQ(found.breakEven.months.at(2).takings.value, 60 * 350'000) << "as the newest month";
    EXPECT_EQ(found.breakEven.turnsInMonth, 2) << "September was short: 140,000 of 166,667";
}

} // namespace
} // namespace markaz::test
