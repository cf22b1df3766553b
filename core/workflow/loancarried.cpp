// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loancarried.h"

#include "core/domain/firesafety.h"
#include "core/domain/records.h"
#include "core/finance/loanplan.h"
#include "core/storage/centrerepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/loanpolicy.h"

#include <algorithm>

namespace markaz {
namespace {

/// What the centre reported, the newest month first.
Result<QList<OccupancyReport>> reportsOf(const Workspace &workspace, const QString &centreId)
{
    const auto ids = CentreRepository(workspace.database).months(centreId);
    if (!ids)
        return ids.error();
    QList<OccupancyReport> reports;
    reports.reserve(ids->size());
    for (const QString &id : *ids) {
        auto report = workspace.records.requireAs<OccupancyReport>(id);
        if (!report)
            return report.error();
        reports.append(std::move(report).value());
    }
    return reports;
}

void takeMonths(LoanCarried &carried, const QList<OccupancyReport> &reports)
{
    if (reports.isEmpty())
        return;
    const OccupancyReport &newest = reports.first();
    carried.newest = newest.month();
    carried.rateIs = LoanCarried::Rate::Reported;
    CentreEconomics &economics = carried.economics;
    economics.seatRate = Paisa{newest.seatRatePaisa()};
    economics.occupancyBp = centre::shareBp(newest.seatsTaken(), newest.seats()).value_or(0);
    for (const OccupancyReport &report : reports) {
        economics.seats = std::max(economics.seats, report.seatsTaken());
        if (carried.paidOut.isValid()) // the months of a schedule without days are no calendar months
            economics.reported.append({report.month(), report.seatsTaken(), Paisa{report.seatRatePaisa()}});
    }
}

/// The centre that is open at the building; nothing without one.
Result<std::optional<Centre>> openCentre(const Workspace &workspace, const QString &buildingId)
{
    const auto id = CentreRepository(workspace.database).centreOf(buildingId);
    if (!id)
        return id.error();
    if (!id->has_value())
        return std::optional<Centre>();
    auto centre = workspace.records.requireAs<Centre>(**id);
    if (!centre)
        return centre.error();
    return std::optional(std::move(centre).value());
}

Result<void> takeCentre(const Workspace &workspace, LoanCarried &carried, const Centre &centre)
{
    carried.centreId = centre.id();
    carried.seatsAre = LoanCarried::Seats::OfTheCentre;
    carried.rateIs = LoanCarried::Rate::OfTheCentre;
    carried.economics.seats = centre.seats();
    carried.economics.seatRate = Paisa{centre.seatRatePaisa()};
    carried.runningCostKnown = centre.runningCostPaisa().has_value();
    carried.economics.runningCost = Paisa{centre.runningCostPaisa().value_or(0)};
    const auto reports = reportsOf(workspace, centre.id());
    if (!reports)
        return reports.error();
    takeMonths(carried, *reports);
    return {};
}

} // namespace

Result<std::optional<LoanCarried>> loanCarried(const Workspace &workspace, const Loan &loan)
{
    const auto building = workspace.records.requireAs<Building>(loan.buildingId());
    if (!building)
        return building.error();
    const auto policy = policyOf(workspace, loan.policyVersion());
    if (!policy)
        return policy.error();
    LoanCarried carried;
    carried.paidOut = loan.paidOutOn();
    carried.fireSafe = building->coveredAreaSqft() / kFireSqftPerPerson;
    carried.economics.seatRate = policy->seatRateCeiling;
    const auto centre = openCentre(workspace, building->id());
    if (!centre)
        return centre.error();
    if (*centre) {
        if (auto taken = takeCentre(workspace, carried, **centre); !taken)
            return taken.error();
    } else {
        const auto certificate =
            CentreRepository(workspace.database).carrying(building->id(), programmeDay(workspace.clock.now()));
        if (!certificate)
            return certificate.error();
        carried.seatsAre = *certificate ? LoanCarried::Seats::Certified : LoanCarried::Seats::Planned;
        carried.economics.seats = *certificate ? (*certificate)->seats : building->plannedSeats();
    }
    if (carried.economics.seats < 1)
        return std::optional<LoanCarried>();
    const auto schedule = planOf(loan, *policy);
    if (!schedule)
        return schedule.error();
    auto even = breakEven(*schedule, carried.economics);
    if (!even)
        return even.error();
    carried.breakEven = std::move(even).value();
    return std::optional(std::move(carried));
}

} // namespace markaz
