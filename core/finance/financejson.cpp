// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/financejson.h"

#include <QJsonArray>

namespace markaz {
namespace {

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

template <class T>
QJsonValue orNull(const std::optional<T> &value)
{
    if constexpr (std::is_same_v<T, Paisa>)
        return value ? QJsonValue(value->value) : QJsonValue(QJsonValue::Null);
    else
        return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject partsJson(const InterestSplit &parts)
{
    return {{key("interest_paisa"), parts.whole().value},  {key("owner_interest_paisa"), parts.owner.value},
            {key("subsidy_paisa"), parts.subsidy().value}, {key("ignite_paisa"), parts.ignite.value},
            {key("psdp_paisa"), parts.psdp.value},         {key("undecided_paisa"), parts.undecided.value}};
}

QJsonObject breakEvenJson(const BreakEven &centre)
{
    return {{key("dearest_month_paisa"), centre.dearest.value},
            {key("seats_needed"), orNull(centre.seatsNeeded)},
            {key("occupancy_needed_bp"), orNull(centre.occupancyNeededBp)},
            {key("above_break_even"), centre.above},
            {key("turns_in_month"), orNull(centre.turnsInMonth)},
            {key("made_good_in_month"), orNull(centre.madeGoodInMonth)}};
}

QJsonArray bandJson(const PercentileBand &band)
{
    QJsonArray json;
    for (const qint64 value : band)
        json.append(value);
    return json;
}

QJsonObject bandsJson(const ScenarioBands &bands)
{
    QJsonArray percentiles;
    for (const int each : kPercentiles)
        percentiles.append(each);
    QJsonArray years;
    for (const CostBand &each : bands.years)
        years.append(QJsonObject{{key("fiscal_year"), each.year.toString()},
                                 {key("ignite_paisa"), bandJson(each.ignite)},
                                 {key("psdp_paisa"), bandJson(each.psdp)},
                                 {key("undecided_paisa"), bandJson(each.undecided)},
                                 {key("subsidy_paisa"), bandJson(each.subsidy)}});
    QJsonArray tiers;
    for (const TierBand &each : bands.tiers)
        tiers.append(QJsonObject{{key("tier"), each.tier}, {key("above_break_even_bp"), bandJson(each.aboveBp)}});
    return {{key("trials"), bands.trials},
            {key("seed"), static_cast<qint64>(bands.seed)},
            {key("percentiles"), percentiles},
            {key("subsidy_paisa"), bandJson(bands.subsidy)},
            {key("years"), years},
            {key("tiers"), tiers}};
}

QJsonObject yearJson(const CostYear &year)
{
    QJsonObject json = partsJson(year.interest);
    json.insert(key("fiscal_year"), year.year.toString());
    QJsonValue budget(QJsonValue::Null);
    if (year.budget)
        budget =
            QJsonObject{{key("ignite_paisa"), year.budget->ignite.value},
                        {key("psdp_paisa"), year.budget->psdp.value},
                        {key("left_ignite_paisa"), (year.budget->ignite - year.interest.ignite).value},
                        {key("left_psdp_paisa"), (year.budget->psdp - year.interest.psdp).value},
                        {key("left_paisa"), (year.budget->ignite + year.budget->psdp - year.interest.subsidy()).value}};
    json.insert(key("budget"), budget);
    return json;
}

QJsonArray fiscalYearsOf(const LoanSchedule &schedule)
{
    QMap<FiscalYear, InterestSplit> years;
    for (const ScheduledInstalment &row : schedule.rows)
        years[FiscalYear::of(row.due)] += row.interest;
    QJsonArray json;
    for (auto it = years.begin(); it != years.end(); ++it) {
        QJsonObject year = partsJson(it.value());
        year.insert(key("fiscal_year"), it.key().toString());
        json.append(year);
    }
    return json;
}

} // namespace

QJsonObject toJson(const LoanTerms &terms, const QDate &paidOut, const LoanSchedule &schedule,
                   const std::optional<BreakEven> &centre)
{
    QJsonArray months;
    for (const ScheduledInstalment &row : schedule.rows) {
        QJsonObject month = partsJson(row.interest);
        month.insert(key("month"), row.instalment.month);
        if (row.due.isValid())
            month.insert(key("due"), row.due.toString(Qt::ISODate));
        month.insert(key("principal_paisa"), row.instalment.principal.value);
        month.insert(key("instalment_paisa"), row.instalment.payment().value);
        month.insert(key("balance_paisa"), row.instalment.balance.value);
        month.insert(key("owner_pays_paisa"), row.ownerPays().value);
        months.append(month);
    }
    QJsonObject totals = partsJson(schedule.interest);
    totals.insert(key("principal_paisa"), schedule.principal.value);
    totals.insert(key("paid_paisa"), schedule.paid().value);
    totals.insert(key("owner_pays_paisa"), (schedule.principal + schedule.interest.owner).value);
    QJsonObject json{{key("currency"), QStringLiteral("PKR")},
                     {key("principal_paisa"), terms.principal.value},
                     {key("markup_bp"), terms.markupBp},
                     {key("tenor_months"), terms.tenorMonths},
                     {key("grace_months"), terms.graceMonths},
                     {key("months"), months},
                     {key("totals"), totals}};
    if (paidOut.isValid()) {
        json.insert(key("paid_out"), paidOut.toString(Qt::ISODate));
        json.insert(key("years"), fiscalYearsOf(schedule));
    }
    if (centre)
        json.insert(key("break_even"), breakEvenJson(*centre));
    return json;
}

QJsonObject toJson(const Scenario &scenario, const ScenarioResult &result, const QList<BreakEven> &centres,
                   const std::optional<ScenarioBands> &bands)
{
    Q_ASSERT(centres.size() == scenario.loans.size());
    QJsonArray years;
    for (const CostYear &each : result.years)
        years.append(yearJson(each));
    QJsonArray tiers;
    for (const TierShare &each : result.tiers)
        tiers.append(QJsonObject{{key("tier"), each.tier},
                                 {key("owners"), each.owners},
                                 {key("above_break_even"), each.above},
                                 {key("above_break_even_bp"), each.aboveBp}});
    QJsonArray loans;
    for (qsizetype i = 0; i < centres.size(); ++i) {
        QJsonObject loan = breakEvenJson(centres[i]);
        loan.insert(key("name"), scenario.loans[i].name);
        loan.insert(key("tier"), scenario.loans[i].tier);
        loan.insert(key("count"), scenario.loans[i].count);
        loans.append(loan);
    }
    QJsonObject json{{key("scenario"), scenario.name},
                     {key("currency"), QStringLiteral("PKR")},
                     {key("owners"), result.owners},
                     {key("seats"), result.seats},
                     {key("freelancers"), result.freelancers},
                     {key("cost"), partsJson(result.interest)},
                     {key("cost_per_seat_paisa"), orNull(result.costPerSeat)},
                     {key("cost_per_freelancer_paisa"), orNull(result.costPerFreelancer)},
                     {key("years"), years},
                     {key("tiers"), tiers},
                     {key("loans"), loans}};
    if (bands)
        json.insert(key("bands"), bandsJson(*bands));
    return json;
}

} // namespace markaz
