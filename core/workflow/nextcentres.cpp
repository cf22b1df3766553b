// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/nextcentres.h"

#include "core/finance/loanplan.h"
#include "core/security/permissions.h"
#include "core/support/programmeday.h"
#include "core/workflow/loanpolicy.h"

#include <algorithm>

namespace markaz {
namespace {

constexpr int kMostSeats = 10'000; ///< of one building, as its record may plan

/// What loans come to under the policies that they name, each policy and each amount looked at once.
class Subsidies
{
public:
    Subsidies(const Workspace &workspace, const ProgrammePolicy &inForce)
        : m_policies(workspace)
        , m_inForce(inForce)
    {
    }

    /// nullptr where it is not here.
    Result<const ProgrammePolicy *> policy(int version) { return m_policies.of(version); }
    Result<Paisa> of(const LoanTerms &terms, const ProgrammePolicy &policy)
    {
        const auto interest = interestOf(m_amortiser, terms, policy);
        if (!interest)
            return interest.error();
        return interest->subsidy();
    }
    /// Of \p terms, which differ in their principal alone, under the policy in force.
    Result<Paisa> assumed(const LoanTerms &terms)
    {
        if (const auto known = m_assumed.constFind(terms.principal.value); known != m_assumed.constEnd())
            return *known;
        const auto subsidy = of(terms, m_inForce);
        if (subsidy)
            m_assumed.insert(terms.principal.value, *subsidy);
        return subsidy;
    }

private:
    KnownPolicies m_policies;
    const ProgrammePolicy &m_inForce;
    QHash<qint64, Paisa> m_assumed; ///< by principal
    Amortiser m_amortiser;
};

/// With the room that the policy asks for each seat in the larger cities.
int seatsIn(int areaSqft, const ProgrammePolicy &policy)
{
    if (policy.largerCityMinSqft <= 0)
        return 0;
    const qint64 seats = qint64(areaSqft) * policy.largerCityMinSeats / policy.largerCityMinSqft;
    return static_cast<int>(std::min<qint64>(seats, kMostSeats));
}

Result<BuildingPlan> planOf(const IdleBuilding &building, const ProgrammePolicy &policy, const LoanAssumptions &assumed,
                            Subsidies &subsidies)
{
    BuildingPlan plan;
    plan.planned = building.plannedSeats > 0;
    plan.seats = plan.planned ? building.plannedSeats : seatsIn(building.areaSqft, policy);
    if (building.loan) {
        const BuildingLoan &loan = *building.loan;
        const LoanTerms terms{Paisa{loan.principalPaisa}, loan.markupBp, loan.tenorMonths, loan.graceMonths};
        if (checkTerms(terms)) { // a record that was taken back in part has none
            const auto named = subsidies.policy(loan.policyVersion);
            if (!named)
                return named.error();
            const auto subsidy = subsidies.of(terms, *named == nullptr ? policy : **named);
            if (!subsidy)
                return subsidy.error();
            plan.recorded = true;
            plan.principal = terms.principal;
            plan.subsidy = *subsidy;
            plan.lacksPolicy = *named != nullptr ? 0 : loan.policyVersion;
            return plan;
        }
    }
    if (plan.seats == 0)
        return plan;
    const Paisa whole{assumed.perSeat.value * plan.seats};
    plan.capped = whole > policy.loanCap;
    plan.principal = std::min(whole, policy.loanCap);
    const auto subsidy =
        subsidies.assumed({plan.principal, assumed.markupBp, assumed.tenorMonths, assumed.graceMonths});
    if (!subsidy)
        return subsidy.error();
    plan.subsidy = *subsidy;
    return plan;
}

} // namespace

LoanAssumptions LoanAssumptions::of(const ProgrammePolicy &policy)
{
    LoanAssumptions assumed;
    assumed.perSeat = Paisa{std::max<qint64>(1, policy.loanCap.value / std::max(1, policy.largerCityMinSeats))};
    return assumed;
}

Readiness readinessOf(const IdleBuilding &building)
{
    switch (building.stage) {
    case Stage::UnderReview:
        return Readiness::UnderReview;
    case Stage::Assigned:
        return Readiness::Assigned;
    case Stage::Refused:
        return Readiness::Refused;
    case Stage::Lapsed:
        return Readiness::Lapsed;
    case Stage::Inspected:
        return building.verdict == Verdict::Provisional ? Readiness::Provisional : Readiness::Eligible;
    case Stage::Identified:
    case Stage::Certified: // these two are no idle ones
    case Stage::Provisional:
        break;
    }
    return Readiness::Identified;
}

Result<QList<DemandRow>> importedDemand(const Workspace &workspace)
{
    return DemandRepository(workspace.database).imports();
}

Result<NextCentres> NextCentres::read(const Workspace &workspace, const Actor &actor, const Gazetteer &gazetteer)
{
    const DemandRepository repository(workspace.database);
    const auto imports = repository.imports();
    if (!imports)
        return imports.error();
    NextCentres next;
    next.m_seesBuildings = roleGrants(actor.role, Action::SeeDashboard);
    QMap<int, qint64> freelancers;
    if (!imports->isEmpty()) {
        next.m_demand = imports->first();
        auto counted = repository.freelancers(next.m_demand->id);
        if (!counted)
            return counted.error();
        freelancers = std::move(counted).value();
    }
    QMap<int, qint64> seats;
    if (next.m_seesBuildings) {
        const QDate today = programmeDay(workspace.clock.now());
        auto standing = repository.seatsByCity(today);
        if (!standing)
            return standing.error();
        seats = std::move(standing).value();
        auto idle = repository.idleBuildings(today);
        if (!idle)
            return idle.error();
        next.m_idle = std::move(idle).value();
    }
    next.gather(freelancers, seats, actor, gazetteer);
    return next;
}

/// Of the provinces that the laptop holds: what it has not of the others would make them look as if nothing were there.
void NextCentres::gather(const QMap<int, qint64> &freelancers, const QMap<int, qint64> &seats, const Actor &actor,
                         const Gazetteer &gazetteer)
{
    const auto isSeen = [&](const QString &province) { return !m_seesBuildings || actor.provinces.contains(province); };
    m_wholeCountry = std::all_of(gazetteer.provinces().cbegin(), gazetteer.provinces().cend(),
                                 [&](const Province &province) { return isSeen(province.code); });
    QHash<int, CityFigures> byId;
    for (const City &city : gazetteer.cities()) {
        if (!isSeen(city.province))
            continue;
        CityFigures &figures = byId[city.id];
        figures.city = &city;
        if (const auto counted = freelancers.constFind(city.id); counted != freelancers.constEnd())
            figures.freelancers = *counted;
        figures.seats = seats.value(city.id);
        m_freelancers += figures.freelancers.value_or(0);
        m_seats += figures.seats;
    }
    for (const IdleBuilding &building : std::as_const(m_idle.buildings)) {
        const auto figures = byId.find(building.cityId);
        if (figures == byId.end())
            continue;
        ++figures->idle;
        figures->ready += readinessOf(building) == Readiness::Eligible ? 1 : 0;
    }
    for (const CityFigures &figures : std::as_const(byId)) {
        if (figures.freelancers || figures.seats > 0)
            m_cities.append(figures);
    }
    std::sort(m_cities.begin(), m_cities.end(), [](const CityFigures &a, const CityFigures &b) {
        return a.city->name == b.city->name ? a.city->id < b.city->id : a.city->name < b.city->name;
    });
}

QList<CityNeed> NextCentres::cities(const SeatAim &aim) const
{
    QList<CityNeed> needs;
    needs.reserve(m_cities.size());
    for (const CityFigures &city : m_cities) {
        CityNeed need{city.city, city.freelancers, city.seats, std::nullopt, 0, city.idle, city.ready};
        if (city.freelancers) {
            need.perThousand = seatsPerThousand(city.seats, *city.freelancers);
            need.missing = seatsShort(city.seats, *city.freelancers, aim);
        }
        needs.append(need);
    }
    return needs;
}

Result<void> NextCentres::assume(const Workspace &workspace, const ProgrammePolicy &policy,
                                 const LoanAssumptions &assumed)
{
    const LoanTerms least{Paisa{1}, assumed.markupBp, assumed.tenorMonths, assumed.graceMonths};
    if (auto possible = checkTerms(least); !possible)
        return possible;
    if (assumed.perSeat.value < 1 || assumed.perSeat.value > loan::kMostPrincipal / kMostSeats)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no such loan for a seat"),
                         QStringLiteral("per_seat"));
    QHash<int, int> tiers;
    for (const CityFigures &city : std::as_const(m_cities))
        tiers.insert(city.city->id, city.city->tier);
    Subsidies subsidies(workspace, policy);
    QList<BuildingPlan> plans;
    plans.reserve(m_idle.buildings.size());
    std::vector<RankingCandidate> candidates;
    candidates.reserve(static_cast<size_t>(m_idle.buildings.size()));
    for (const IdleBuilding &building : std::as_const(m_idle.buildings)) {
        const auto plan = planOf(building, policy, assumed, subsidies);
        if (!plan)
            return plan.error();
        candidates.push_back(
            {building.cityId, tiers.value(building.cityId, 3), plan->seats, plan->subsidy, readinessOf(building)});
        plans.append(*plan);
    }
    m_plans = plans;
    m_candidates = std::move(candidates);
    return {};
}

std::vector<RankedBuilding> NextCentres::rank(const SeatAim &aim, const RankingWeights &weights) const
{
    QHash<int, qint64> gaps;
    for (const CityFigures &city : m_cities) {
        if (const qint64 missing = seatsShort(city.seats, city.freelancers.value_or(0), aim); missing > 0)
            gaps.insert(city.city->id, missing);
    }
    return rankBuildings(m_candidates, gaps, weights);
}

} // namespace markaz
