// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/demandwords.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::demandwords {
namespace {

struct DemandWords
{
    Q_DECLARE_TR_FUNCTIONS(DemandWords)
};

QString oneTenth(qint64 tenths)
{
    return format::isolate(QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10));
}

} // namespace

QString perThousand(qint64 hundredths)
{
    return oneTenth((hundredths + 5) / 10);
}

QString points(int tenths)
{
    return oneTenth(tenths);
}

QString part(RankingPart part)
{
    switch (part) {
    case RankingPart::Gap:
        return DemandWords::tr("Gap closed");
    case RankingPart::Subsidy:
        return DemandWords::tr("Low subsidy");
    case RankingPart::Readiness:
        return DemandWords::tr("Readiness");
    case RankingPart::Tier:
        return DemandWords::tr("Tier of the city");
    }
    return {};
}

QString readiness(const IdleBuilding &building)
{
    const Readiness readiness = readinessOf(building);
    const bool passed = readiness == Readiness::Eligible || readiness == Readiness::Provisional;
    return format::list({labels::stage(token(building.stage)),
                         building.scoreBp < 0 ? QString() : format::score(building.scoreBp),
                         passed && building.verdict ? labels::of(*building.verdict) : QString()});
}

QString ready(int buildings)
{
    return buildings == 0 ? DemandWords::tr("none yet") : DemandWords::tr("%1 eligible").arg(format::number(buildings));
}

QString cities(int count)
{
    return count == 1 ? DemandWords::tr("1 city") : DemandWords::tr("%1 cities").arg(format::number(count));
}

QString perSeat(const BuildingPlan &plan)
{
    return plan.seats == 0 ? QString() : format::rupees((plan.subsidy.value + plan.seats / 2) / plan.seats);
}

QString why(const IdleBuilding &building, const BuildingPlan &plan, const RankedBuilding &ranked, const QString &city)
{
    QStringList sentences;
    sentences.append(DemandWords::tr("Closes %1 of the %2 seats that %3 lacks when its turn comes.")
                         .arg(format::number(ranked.closes), format::number(ranked.left), city));
    sentences.append(plan.planned ? DemandWords::tr("It brings %1, as planned.").arg(format::seats(plan.seats))
                                  : DemandWords::tr("It brings %1, for which its %2 have room.")
                                        .arg(format::seats(plan.seats), format::area(building.areaSqft)));
    const QString loan = format::shortRupees(plan.principal.value);
    const QString whole = format::shortRupees(plan.subsidy.value);
    const QString each = perSeat(plan);
    if (plan.recorded)
        sentences.append(
            DemandWords::tr("Its loan of %1 takes a subsidy of %2, %3 for each seat.").arg(loan, whole, each));
    else if (plan.capped)
        sentences.append(
            DemandWords::tr("A loan of %1, the most that there is, would take a subsidy of %2, %3 for each seat.")
                .arg(loan, whole, each));
    else
        sentences.append(DemandWords::tr("A loan of %1, as assumed, would take a subsidy of %2, %3 for each seat.")
                             .arg(loan, whole, each));
    if (plan.lacksPolicy > 0)
        sentences.append(
            DemandWords::tr(
                "Policy %1, which the loan names, is not on this laptop: the one in force stands in for it.")
                .arg(format::number(plan.lacksPolicy)));
    sentences.append(DemandWords::tr("Readiness: %1.").arg(readiness(building)));
    return sentences.join(QLatin1Char(' '));
}

} // namespace markaz::ui::demandwords
