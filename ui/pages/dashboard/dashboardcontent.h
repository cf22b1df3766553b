// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/policy.h"
#include "core/standard/catalogue.h"
#include "core/storage/dashboardrepository.h"
#include "core/workflow/loanpolicy.h"
#include "ui/widgets/charts/certifiedchart.h"
#include "ui/widgets/charts/itemchart.h"
#include "ui/widgets/charts/loanchart.h"
#include "ui/widgets/charts/provincechart.h"
#include "ui/widgets/charts/scorechart.h"
#include "ui/widgets/keyfigure.h"

#include <optional>

/// From the cache's figures to what the dashboard's cards and charts show. Pure: no widget, no database.
namespace markaz::ui::dashboard {

namespace period {
inline const QString kYear = QStringLiteral("last_12_months");
inline const QString kThisYear = QStringLiteral("this_year");
inline const QString kLastYear = QStringLiteral("last_year");
} // namespace period

/// What was asked, and on which day.
struct Question
{
    DashboardFilter filter;
    QDate today; ///< UTC
    /// Day up to which the period reaches: its last, or today while it is still open.
    QDate day() const { return filter.to.isValid() ? filter.to : today; }
};

/// \p periodId is one of period; anything else means all time. Twelve months are this one and the eleven before it.
Question question(const QString &periodId, const QStringList &provinces, const QList<int> &tiers,
                  const QList<int> &cities, const QDate &today);
/// By what is chosen, in words: places, tiers, cities and the period.
QStringList filterWords(const Question &question, const QString &periodWords, const Gazetteer &gazetteer);

/// What the cache answered.
struct Answer
{
    DashboardFigures figures;
    QList<MonthCount> months; ///< in force, at monthEnds()
    int inPipeline = 0;       ///< buildings that are assigned, inspected or under review today
    qint64 rateCeilingPaisa = 0;
    SubsidyCommitted subsidy;
};

/// First days of the months that the axis shows: from the period's or the programme's start, and on to the target's day
/// while the period is open and there is a quota to reach.
QList<QDate> axisMonths(const Question &question, const ProgrammePolicy &policy);
/// The days at whose ends certificates are counted: the months' last, at the end day() itself. One for each bar.
QList<QDate> monthEnds(const Question &question, const ProgrammePolicy &policy);

/// The quota of the filter's provinces; nullopt when tiers or cities are filtered, because it is not divided by them.
std::optional<int> quota(const Question &question, const ProgrammePolicy &policy);
/// The same on the way there, by \p day.
std::optional<int> quotaLine(const Question &question, const ProgrammePolicy &policy, const QDate &day);

KeyFigureContent certifiedFigure(const Question &question, const Answer &answer, const ProgrammePolicy &policy);
KeyFigureContent pipelineFigure(const Answer &answer);
KeyFigureContent seatsFigure(const Answer &answer);
/// These two are of the newest month that centres reported on.
KeyFigureContent occupancyFigure(const Answer &answer);
KeyFigureContent rateFigure(const Answer &answer, const ProgrammePolicy &policy);
/// Of the loans as they stand now.
KeyFigureContent subsidyFigure(const Answer &answer);

CertifiedContent certifiedMonths(const Question &question, const Answer &answer, const ProgrammePolicy &policy);
/// The certificates in force that end in the coming months.
CertifiedContent endingMonths(const Answer &answer);
/// Loans by state, each state there is, in the order of their lives.
QList<LoanBar> loanBars(const Answer &answer);
/// The largest quota first.
QList<ProvinceRow> provinceRows(const Question &question, const Answer &answer, const ProgrammePolicy &policy);
QList<PassMark> passMarks(const Question &question, const Standard &standard);
QList<ItemShare> failingItems(const Answer &answer, const StandardCatalogue &standards);

} // namespace markaz::ui::dashboard
