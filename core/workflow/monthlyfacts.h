// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/storage/dashboardrepository.h"
#include "core/storage/monthlyfigures.h"
#include "core/workflow/changes.h"
#include "core/workflow/loansmonth.h"

#include <functional>
#include <optional>

namespace markaz {

/// A month of the chart: what was in force at its end, and the quota line there.
struct MonthInForce
{
    QDate month; ///< first day
    int full = 0;
    int provisional = 0;
    int quota = 0;
};

/// What the report says of one province, or of all of its scope together.
struct MonthlyPart
{
    QString province; ///< ISO 3166-2; empty = all of them
    MonthlyCounts month;
    MonthlyCounts before;       ///< the month before, whole
    MonthlyCounts yearBefore;   ///< the same month of the year before, whole
    int quota = 0;              ///< the target's share
    DashboardFigures year;      ///< of the twelve months that end with this one
    QList<FailingItem> failing; ///< of the month's own inspections
    int inspected = 0;          ///< of the month: those that were scored
    QList<MonthInForce> months; ///< twelve, the last one is the report's
    QList<ExpiringCertificate> expiring;
    LoansFigures loans; ///< of the month, the month before and that of the year before
};

/// Everything that the monthly report states, as the server had it and this laptop knows it.
struct MonthlyFacts
{
    QDate month; ///< first day
    QDate until; ///< the last day that is counted: the month's, or today while it is open
    bool open = false;
    bool wholeCountry = false;
    QStringList provinces; ///< of the scope, in the gazetteer's order
    QDateTime asOf;        ///< the last contact with the server (UTC); invalid = there was none
    bool behind = false;   ///< that was before the last day that is counted
    bool partial = false;  ///< the last pull, or a pull of everything anew, has not come to its end
    qsizetype waiting = 0; ///< changes that this laptop owes the server: nothing of them is counted
    /// Of them changes of buildings: what belongs to such a building counts where it lies, and whether it is there, by
    /// this laptop.
    qsizetype buildingsWaiting = 0;
    ProgrammePolicy policy; ///< in force on the last day that is counted: target, quotas, start
    bool sample = false;
    QList<MonthlyPart> parts; ///< all together first where there are several provinces
};

inline constexpr int kExpiringDays = 90;

/// "2026-10" as the first day of that month; InvalidValue with `where` "month" for anything else.
Result<QDate> monthOf(const QString &text);
/// Whether there is a report of \p month on \p today: InvalidValue with `where` "month" (none), "month.future" or
/// "month.early" (before the programme).
Result<void> mayReportOn(const QDate &month, const ProgrammePolicy &policy, const QDate &today);
/// The months that a report can be made of, the newest first: from that of the programme's start to this one.
QList<QDate> reportMonths(const ProgrammePolicy &policy, const QDate &today);

/// The centres that the quota line asks for in \p part on \p day.
int quotaAt(const MonthlyFacts &facts, const MonthlyPart &part, const ProgrammePolicy &policy, const QDate &day);

/// Gathers the month that begins on \p month, for an account that may see the dashboard. Days are Pakistan's. \p
/// policy says since when there is a programme; what the month is measured by is the policy that was in force on its
/// last day. Provinces and tiers are those of the cities now.
/// \p goesOn is asked before each query, with those done and all of them; false ends it: WrongState with `where`
/// "cancelled", as an import says it. InvalidValue as of mayReportOn(); NotAllowed as may() says it. Reads only, and
/// all of one moment.
Result<MonthlyFacts> monthlyFacts(Workspace &workspace, const Actor &actor, const Gazetteer &gazetteer,
                                  const ProgrammePolicy &policy, const QDate &month,
                                  const std::function<bool(int done, int all)> &goesOn = {});

} // namespace markaz
