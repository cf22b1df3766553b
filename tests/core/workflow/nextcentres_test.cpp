// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the next centres are most needed, read from a cache and ranked in memory.
#include "core/workflow/nextcentres.h"

#include "core/finance/loanplan.h"
#include "tests/core/workflow/demandrecords.h"

namespace markaz {
namespace {

/// It is 2026-11-24; the officer's province is Punjab.
class NextCentresTest : public test::DemandRecords<test::WorkflowFixture>
{
protected:
    const ProgrammePolicy m_policy = builtinPolicy().value();

    NextCentres read(const Actor &actor)
    {
        auto next = NextCentres::read(*m_workspace, actor, test::gazetteer());
        EXPECT_TRUE(next.ok()) << qPrintable(next.ok() ? QString() : next.error().detail);
        return next.ok() ? std::move(next).value() : NextCentres();
    }
    static const CityNeed *needOf(const QList<CityNeed> &needs, const char *prefix)
    {
        for (const CityNeed &need : needs) {
            if (need.city->id == test::cityOf(prefix).id)
                return &need;
        }
        return nullptr;
    }
    Paisa subsidyOf(qint64 principal, int markupBp, int tenor, int grace) const
    {
        Amortiser amortiser;
        return interestOf(amortiser, {Paisa{principal}, markupBp, tenor, grace}, m_policy)->subsidy();
    }
};

TEST_F(NextCentresTest, cities_haveTheirSeatsAndWhatTheyAreShortOf)
{
    demand({{id("LHE"), 100'000}, {id("KHI"), 300'000}});
    demand({{id("LHE"), 1}}, "2026-11-19T09:00:00.000Z"); // made before: it counts no more
    certified("LHE", 1, 300);
    certified("LHE", 2, 200, "suspended");
    certified("KHI", 1, 100);
    building("LHE", 3);
    visited(building("LHE", 4), "accepted", "eligible", "2026-10-01");
    const NextCentres next = read(ofAll(m_chief));
    ASSERT_TRUE(next.demand().has_value());
    EXPECT_EQ(next.demand()->total, 400'000);
    EXPECT_TRUE(next.wholeCountry());
    EXPECT_EQ(next.average(), (SeatAim{400, 400'000}));
    const QList<CityNeed> needs = next.cities(next.average());
    ASSERT_EQ(needs.size(), 2);
    EXPECT_EQ(needOf(needs, "LHE")->perThousand, 300);
    EXPECT_EQ(needOf(needs, "LHE")->missing, 0);
    EXPECT_EQ(needOf(needs, "LHE")->idle, 2);
    EXPECT_EQ(needOf(needs, "LHE")->ready, 1);
    EXPECT_EQ(needOf(needs, "KHI")->missing, 200);
    EXPECT_EQ(needOf(next.cities(SeatAim::perThousand(500)), "LHE")->missing, 200);
    EXPECT_EQ(next.withdrawn(), 1) << "what was suspended is no idle building";
}

TEST_F(NextCentresTest, whoSeesSomeProvinces_isMeasuredByThose)
{
    demand({{id("LHE"), 100'000}, {id("KHI"), 300'000}});
    certified("LHE", 1, 300);
    const NextCentres next = read(m_chief);
    EXPECT_FALSE(next.wholeCountry());
    EXPECT_EQ(next.average(), (SeatAim{300, 100'000}));
    EXPECT_EQ(needOf(next.cities(next.average()), "KHI"), nullptr);
}

TEST_F(NextCentresTest, anAdministrator_hasTheFreelancersOfAllProvincesAlone)
{
    demand({{id("LHE"), 100'000}, {id("KHI"), 300'000}});
    const NextCentres next = read(m_admin);
    EXPECT_FALSE(next.seesBuildings());
    EXPECT_EQ(next.freelancers(), 400'000);
    EXPECT_EQ(next.cities({}).size(), 2);
    EXPECT_TRUE(next.buildings().isEmpty());
}

TEST_F(NextCentresTest, idleBuildings_areThoseThatMayBecomeCentres)
{
    demand({{id("LHE"), 100'000}});
    certified("LHE", 1, 100);
    certified("LHE", 2, 100, "revoked");
    certified("LHE", 3, 100, "issued", "2026-11-23"); // ended yesterday
    const QString first = building("LHE", 4);
    building("LHE", 5,
             {{QStringLiteral("merged_into"), first}, {QStringLiteral("merge_reason"), QStringLiteral("One gate.")}});
    building("LHE", 6, {{QStringLiteral("condition"), QStringLiteral("dangerous")}});
    visited(building("LHE", 7), "accepted", "provisional", "2026-10-01");
    visited(building("LHE", 8), "rejected", "refused", "2026-10-01");
    visited(building("LHE", 9), "submitted", "eligible", "2026-10-01");
    assignment(building("LHE", 10), "open");
    const NextCentres next = read(m_chief);
    QMap<QString, Readiness> found;
    for (const IdleBuilding &building : next.buildings())
        found.insert(building.code, readinessOf(building));
    EXPECT_EQ(found, (QMap<QString, Readiness>{{QStringLiteral("LHE-0003"), Readiness::Lapsed},
                                               {QStringLiteral("LHE-0004"), Readiness::Identified},
                                               {QStringLiteral("LHE-0007"), Readiness::Provisional},
                                               {QStringLiteral("LHE-0008"), Readiness::Refused},
                                               {QStringLiteral("LHE-0009"), Readiness::UnderReview},
                                               {QStringLiteral("LHE-0010"), Readiness::Assigned}}));
    EXPECT_EQ(next.dangerous(), 1);
    EXPECT_EQ(next.withdrawn(), 1);
}

TEST_F(NextCentresTest, plan_saysWhereSeatsAndSubsidyComeFrom)
{
    demand({{id("LHE"), 100'000}});
    building("LHE", 1, planned(40));
    building("LHE", 2); // 4,000 sq ft
    building("LHE", 3, planned(250));
    loan(building("LHE", 4, planned(80)));
    loan(building("LHE", 5, planned(80)), {{QStringLiteral("state"), QStringLiteral("declined")}});
    loan(building("LHE", 6, planned(80)), {{QStringLiteral("policy_version"), 9}});
    NextCentres next = read(m_chief);
    const LoanAssumptions assumed = LoanAssumptions::of(m_policy);
    EXPECT_EQ(assumed.perSeat, Paisa::rupees(100'000)) << "Rs 10 million for 100 seats";
    ASSERT_TRUE(next.assume(*m_workspace, m_policy, assumed).ok());
    ASSERT_EQ(next.buildings().size(), 6);
    EXPECT_TRUE(next.plan(0).planned);
    EXPECT_EQ(next.plan(0).principal, Paisa::rupees(4'000'000));
    EXPECT_EQ(next.plan(0).subsidy, subsidyOf(400'000'000, 1'500, 60, 6));
    EXPECT_FALSE(next.plan(1).planned);
    EXPECT_EQ(next.plan(1).seats, 114) << "35 sq ft for each, as the policy has it in larger cities";
    EXPECT_TRUE(next.plan(1).capped);
    EXPECT_EQ(next.plan(2).principal, m_policy.loanCap);
    EXPECT_TRUE(next.plan(3).recorded);
    EXPECT_EQ(next.plan(3).subsidy, subsidyOf(900'000'000, 1'525, 60, 6));
    EXPECT_EQ(next.plan(3).lacksPolicy, 0);
    EXPECT_FALSE(next.plan(4).recorded) << "one that was declined is no loan";
    EXPECT_TRUE(next.plan(5).recorded);
    EXPECT_EQ(next.plan(5).lacksPolicy, 9);
    const auto impossible = next.assume(*m_workspace, m_policy, {assumed.perSeat, 1'500, 6, 6});
    ASSERT_FALSE(impossible.ok());
    EXPECT_EQ(impossible.error().where, QStringLiteral("grace_months"));
}

TEST_F(NextCentresTest, ranking_closesTheGapsOfTheAim)
{
    demand({{id("LHE"), 10'000}, {id("FSD"), 10'000}});
    certified("LHE", 1, 100);
    visited(building("FSD", 1, planned(60)), "accepted", "eligible", "2026-10-01");
    building("FSD", 2, planned(60));
    building("LHE", 2, planned(60));
    NextCentres next = read(m_chief);
    ASSERT_TRUE(next.assume(*m_workspace, m_policy, LoanAssumptions::of(m_policy)).ok());
    const auto ranked = next.rank(next.average(), {}); // 100 seats for 20,000: Faisalabad lacks 50
    ASSERT_EQ(ranked.size(), 1u);
    EXPECT_EQ(next.buildings().at(static_cast<qsizetype>(ranked.front().candidate)).code, QStringLiteral("FSD-0001"));
    EXPECT_EQ(ranked.front().closes, 50);
    EXPECT_EQ(next.rank(SeatAim::perThousand(2'000), {}).size(), 3u);
}

} // namespace
} // namespace markaz
