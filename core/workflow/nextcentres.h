// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/finance/ranking.h"
#include "core/finance/seatgap.h"
#include "core/storage/demandrepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What is assumed of the loan of a building whose owner has none yet. What somebody supposes, and no policy: it can be
/// changed where it is shown.
struct LoanAssumptions
{
    Paisa perSeat; ///< up to the policy's cap for the whole loan
    int markupBp = 1'500;
    int tenorMonths = 60;
    int graceMonths = 6;

    /// With the cap of \p policy spread over the seats that it asks of a centre in a larger city.
    static LoanAssumptions of(const ProgrammePolicy &policy);
    friend bool operator==(const LoanAssumptions &, const LoanAssumptions &) = default;
};

/// A city and what it is short of.
struct CityNeed
{
    const City *city = nullptr;
    std::optional<qint64> freelancers; ///< nothing: the list has it not
    qint64 seats = 0;                  ///< of the certificates in force
    std::optional<qint64> perThousand; ///< hundredths of a seat for each 1,000
    qint64 missing = 0;                ///< seats that it is short of the aim
    int idle = 0;                      ///< buildings that may become centres
    int ready = 0;                     ///< of them: found eligible
};

/// What an idle building would bring and cost.
struct BuildingPlan
{
    int seats = 0;
    bool planned = false; ///< the record says so; else its covered area has room for so many
    Paisa principal;
    Paisa subsidy;         ///< of all its months
    bool recorded = false; ///< the loan is the owner's; else it is assumed
    bool capped = false;   ///< the assumed one is the cap of the policy
    int lacksPolicy = 0;   ///< of a recorded one: the version that it names, where that is not on this laptop
};

/// Where the next centres are most needed: demand, seats and idle buildings of the actor's provinces, read once; what
/// is asked of them is computed in memory, for each step of a slider.
class NextCentres
{
public:
    /// What was imported last, and for whoever may see them the seats and idle buildings at the end of today. An
    /// administrator has the freelancers alone, of all provinces. StorageFailed and the like.
    static Result<NextCentres> read(const Workspace &workspace, const Actor &actor, const Gazetteer &gazetteer);

    /// Nothing: nobody has imported any yet.
    const std::optional<DemandRow> &demand() const { return m_demand; }
    bool seesBuildings() const { return m_seesBuildings; }
    const QList<IdleBuilding> &buildings() const { return m_idle.buildings; }
    int dangerous() const { return m_idle.dangerous; }
    int withdrawn() const { return m_idle.withdrawn; }
    qint64 freelancers() const { return m_freelancers; } ///< of the actor's provinces
    qint64 seats() const { return m_seats; }             ///< of the same
    /// The seats that there are for the freelancers that there are: of the country for whoever sees all of it.
    SeatAim average() const { return {m_seats, m_freelancers}; }
    bool wholeCountry() const { return m_wholeCountry; }
    /// Those that the list has or that have seats, by name.
    QList<CityNeed> cities(const SeatAim &aim) const;

    /// What each of buildings() would bring and cost from now on; needed before rank(). Errors as of policyOf() but
    /// NotFound, and InvalidValue with `where` = the term that is out of range (checkTerms()).
    Result<void> assume(const Workspace &workspace, const ProgrammePolicy &policy, const LoanAssumptions &assumed);
    const BuildingPlan &plan(qsizetype building) const { return m_plans.at(building); }
    /// `candidate` is the place in buildings(); cities that the list has not are short of nothing.
    std::vector<RankedBuilding> rank(const SeatAim &aim, const RankingWeights &weights) const;

private:
    struct CityFigures
    {
        const City *city = nullptr;
        std::optional<qint64> freelancers;
        qint64 seats = 0;
        int idle = 0;
        int ready = 0;
    };
    void gather(const QMap<int, qint64> &freelancers, const QMap<int, qint64> &seats, const Actor &actor,
                const Gazetteer &gazetteer);

    std::optional<DemandRow> m_demand;
    IdleBuildings m_idle;
    QList<CityFigures> m_cities; ///< by name
    bool m_seesBuildings = false;
    bool m_wholeCountry = false;
    qint64 m_freelancers = 0;
    qint64 m_seats = 0;
    QList<BuildingPlan> m_plans; ///< one of buildings() each
    std::vector<RankingCandidate> m_candidates;
};

/// What was imported, that which was made last first: it counts.
Result<QList<DemandRow>> importedDemand(const Workspace &workspace);

/// By its stage, and by the verdict of its last accepted visit.
Readiness readinessOf(const IdleBuilding &building);

} // namespace markaz
