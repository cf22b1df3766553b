// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/scenariofile.h"

#include "core/domain/centre.h"

#include <QJsonDocument>

#include <set>

namespace markaz {
namespace {

using Reason = FigureFault::Reason;

bool has(const QJsonObject &json, const char *name)
{
    return json.contains(QLatin1String(name));
}

QJsonArray optionalList(FigureReader &reader, const QJsonObject &json, const QString &path, const char *name)
{
    return has(json, name) ? reader.list(json, path, name) : QJsonArray();
}

QList<SubsidyTerms> readSubsidy(FigureReader &reader, const QJsonObject &json)
{
    QList<SubsidyTerms> subsidy;
    const QJsonArray list = reader.list(json, {}, "subsidy");
    if (list.isEmpty())
        reader.fail(Reason::Missing, QStringLiteral("subsidy"));
    for (const auto &each : list) {
        const QString path = FigureReader::at(QStringLiteral("subsidy"), subsidy.size());
        const QJsonObject entry = reader.object(each, path);
        reader.only(entry, path, {"from", "share_bp", "ignite_bp"});
        SubsidyTerms terms;
        if (!subsidy.isEmpty() || has(entry, "from"))
            terms.from = reader.day(reader.value(entry, path, "from"), FigureReader::join(path, "from"));
        if (!subsidy.isEmpty() && terms.from <= subsidy.last().from)
            reader.fail(Reason::Order, FigureReader::join(path, "from"));
        terms.shareBp = reader.number(entry, path, "share_bp", 0, loan::kMostBp);
        if (!reader.value(entry, path, "ignite_bp").isNull()) // null: undecided
            terms.igniteShareBp = reader.number(entry, path, "ignite_bp", 0, loan::kMostBp);
        subsidy.append(terms);
    }
    return subsidy;
}

QList<BudgetYear> readBudget(FigureReader &reader, const QJsonObject &json)
{
    QList<BudgetYear> budget;
    std::set<FiscalYear> seen;
    for (const auto &each : optionalList(reader, json, {}, "budget")) {
        const QString path = FigureReader::at(QStringLiteral("budget"), budget.size());
        const QJsonObject entry = reader.object(each, path);
        reader.only(entry, path, {"fiscal_year", "ignite_paisa", "psdp_paisa"});
        const QString yearPath = FigureReader::join(path, "fiscal_year");
        const auto year = FiscalYear::parse(reader.value(entry, path, "fiscal_year").toString());
        if (!year || year->begins > scenario::kLastFiscal)
            reader.fail(Reason::NoYear, yearPath);
        else if (!seen.insert(*year).second)
            reader.fail(Reason::Twice, yearPath);
        budget.append({year ? *year : FiscalYear{loan::kFirstYear},
                       reader.paisa(entry, path, "ignite_paisa", 0, scenario::kMostTogether),
                       reader.paisa(entry, path, "psdp_paisa", 0, scenario::kMostTogether)});
    }
    return budget;
}

void readReported(FigureReader &reader, const QJsonObject &json, const QString &path, CentreEconomics &centre)
{
    std::set<Month> seen;
    const QString listPath = FigureReader::join(path, "reported");
    for (const auto &each : optionalList(reader, json, path, "reported")) {
        const QString place = FigureReader::at(listPath, centre.reported.size());
        const QJsonObject entry = reader.object(each, place);
        reader.only(entry, place, {"month", "seats_taken", "seat_rate_paisa"});
        const QString monthPath = FigureReader::join(place, "month");
        const auto month = Month::parse(reader.value(entry, place, "month").toString());
        if (!month)
            reader.fail(Reason::NoMonth, monthPath);
        else if (!seen.insert(*month).second)
            reader.fail(Reason::Twice, monthPath);
        centre.reported.append({month ? *month : Month::of({}),
                                reader.number(entry, place, "seats_taken", 0, centre.seats),
                                reader.paisa(entry, place, "seat_rate_paisa", 0, centre::kMostRatePaisa)});
    }
}

/// \p highest: the most that KIBOR may be; nothing where the file has none.
void readMarkup(FigureReader &reader, const QJsonObject &json, const QString &path, std::optional<int> highest,
                ScenarioLoan &loan)
{
    loan.floats = has(json, "spread_bp");
    if (loan.floats == has(json, "markup_bp"))
        reader.fail(Reason::OneOf, FigureReader::join(path, "markup_bp"));
    if (!loan.floats) {
        loan.terms.markupBp = reader.number(json, path, "markup_bp", 0, loan::kMostBp);
        return;
    }
    if (!highest)
        reader.fail(Reason::Missing, QStringLiteral("kibor_bp"));
    loan.spreadBp = reader.number(json, path, "spread_bp", 0, loan::kMostBp - highest.value_or(0));
}

ScenarioLoan readLoan(FigureReader &reader, const QJsonObject &json, const QString &path, std::optional<int> highest)
{
    reader.only(json, path,
                {"name", "tier", "count", "principal_paisa", "markup_bp", "spread_bp", "tenor_months", "grace_months",
                 "paid_out", "seats", "seat_rate_paisa", "running_cost_paisa", "occupancy_bp", "freelancers",
                 "reported"});
    ScenarioLoan loan;
    loan.name = reader.text(json, path, "name");
    loan.tier = reader.number(json, path, "tier", 1, 3);
    if (has(json, "count"))
        loan.count = reader.number(json, path, "count", 1, scenario::kMostLoans);
    loan.terms.principal = reader.paisa(json, path, "principal_paisa", 1, loan::kMostPrincipal);
    readMarkup(reader, json, path, highest, loan);
    loan.terms.tenorMonths = reader.number(json, path, "tenor_months", 1, loan::kMostTenor);
    loan.terms.graceMonths = reader.number(json, path, "grace_months", 0, loan::kMostTenor);
    if (loan.terms.graceMonths >= loan.terms.tenorMonths)
        reader.fail(Reason::Grace, FigureReader::join(path, "grace_months"));
    const QString dayPath = FigureReader::join(path, "paid_out");
    loan.paidOut = reader.day(reader.value(json, path, "paid_out"), dayPath);
    if (!loan::mayBePaidOut(loan.paidOut))
        reader.fail(Reason::NoDay, dayPath);
    loan.centre.seats = reader.number(json, path, "seats", 1, centre::kMostSeats);
    loan.centre.seatRate = reader.paisa(json, path, "seat_rate_paisa", 0, centre::kMostRatePaisa);
    loan.centre.runningCost = reader.paisa(json, path, "running_cost_paisa", 0, kMostRunningCost);
    loan.centre.occupancyBp = reader.number(json, path, "occupancy_bp", 0, loan::kMostBp);
    if (has(json, "freelancers"))
        loan.freelancers = reader.number(json, path, "freelancers", 0, scenario::kMostFreelancers);
    readReported(reader, json, path, loan.centre);
    return loan;
}

QList<ScenarioLoan> readLoans(FigureReader &reader, const QJsonObject &json, std::optional<int> highest)
{
    QList<ScenarioLoan> loans;
    const QJsonArray list = reader.list(json, {}, "loans");
    if (list.isEmpty())
        reader.fail(Reason::Missing, QStringLiteral("loans"));
    qint64 number = 0;
    qint64 together = 0;
    for (const auto &each : list) {
        if (reader.fault()) // a list of a million faults is one
            return loans;
        const QString path = FigureReader::at(QStringLiteral("loans"), loans.size());
        loans.append(readLoan(reader, reader.object(each, path), path, highest));
        const ScenarioLoan &loan = loans.last();
        number += loan.count;
        together += scenario::principalOf(loan);
        if (number > scenario::kMostLoans)
            reader.fail({Reason::Sum, FigureReader::join(path, "count"), 0, scenario::kMostLoans, {}});
        if (together > scenario::kMostTogether)
            reader.fail({Reason::Sum, FigureReader::join(path, "principal_paisa"), 0, scenario::kMostTogether, {}});
    }
    return loans;
}

/// [low, high]
void readRange(FigureReader &reader, const QJsonObject &json, const char *name, int &low, int &high)
{
    const QString uncertainty = QStringLiteral("uncertainty");
    const QString path = FigureReader::join(uncertainty, name);
    const QJsonArray pair = reader.list(json, uncertainty, name);
    if (pair.size() != 2)
        reader.fail(Reason::NoPair, path);
    low = static_cast<int>(reader.whole(pair.at(0), FigureReader::at(path, 0), 0, loan::kMostBp));
    high = static_cast<int>(reader.whole(pair.at(1), FigureReader::at(path, 1), low, loan::kMostBp));
}

Uncertainty readUncertainty(FigureReader &reader, const QJsonObject &parent)
{
    const QString path = QStringLiteral("uncertainty");
    const QJsonObject json = reader.object(parent, {}, "uncertainty");
    reader.only(json, path, {"trials", "seed", "kibor_bp", "occupancy_bp"});
    Uncertainty ranges;
    ranges.trials = reader.number(json, path, "trials", 1, scenario::kMostTrials);
    ranges.seed = static_cast<quint64>(reader.whole(json, path, "seed", 0, scenario::kMostSeed));
    readRange(reader, json, "kibor_bp", ranges.kiborLowBp, ranges.kiborHighBp);
    readRange(reader, json, "occupancy_bp", ranges.occupancyLowBp, ranges.occupancyHighBp);
    return ranges;
}

QJsonObject loanJson(const ScenarioLoan &loan)
{
    QJsonObject json{{QStringLiteral("name"), loan.name},
                     {QStringLiteral("tier"), loan.tier},
                     {QStringLiteral("count"), loan.count},
                     {QStringLiteral("principal_paisa"), loan.terms.principal.value},
                     {QStringLiteral("tenor_months"), loan.terms.tenorMonths},
                     {QStringLiteral("grace_months"), loan.terms.graceMonths},
                     {QStringLiteral("paid_out"), loan.paidOut.toString(Qt::ISODate)},
                     {QStringLiteral("seats"), loan.centre.seats},
                     {QStringLiteral("seat_rate_paisa"), loan.centre.seatRate.value},
                     {QStringLiteral("running_cost_paisa"), loan.centre.runningCost.value},
                     {QStringLiteral("occupancy_bp"), loan.centre.occupancyBp}};
    if (loan.floats)
        json.insert(QStringLiteral("spread_bp"), loan.spreadBp);
    else
        json.insert(QStringLiteral("markup_bp"), loan.terms.markupBp);
    if (loan.freelancers)
        json.insert(QStringLiteral("freelancers"), *loan.freelancers);
    QJsonArray reported;
    for (const ReportedTakings &each : loan.centre.reported)
        reported.append(QJsonObject{{QStringLiteral("month"), each.month.toString()},
                                    {QStringLiteral("seats_taken"), each.seatsTaken},
                                    {QStringLiteral("seat_rate_paisa"), each.seatRate.value}});
    if (!reported.isEmpty())
        json.insert(QStringLiteral("reported"), reported);
    return json;
}

} // namespace

std::variant<Scenario, FigureFault> readScenario(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return FigureFault{Reason::NoJson,
                           {},
                           0,
                           0,
                           error.error == QJsonParseError::NoError
                               ? QStringLiteral("not a JSON object")
                               : QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset)};
    const QJsonObject json = document.object();
    FigureReader reader;
    reader.only(json, {}, {"name", "kibor_bp", "subsidy", "budget", "loans", "uncertainty"});
    Scenario scenario;
    scenario.name = reader.text(json, {}, "name");
    std::optional<int> highest;
    if (has(json, "kibor_bp"))
        highest = scenario.kiborBp = reader.number(json, {}, "kibor_bp", 0, loan::kMostBp);
    scenario.subsidy = readSubsidy(reader, json);
    scenario.budget = readBudget(reader, json);
    if (has(json, "uncertainty")) {
        scenario.uncertainty = readUncertainty(reader, json);
        if (highest)
            highest = std::max(*highest, scenario.uncertainty->kiborHighBp);
    }
    scenario.loans = readLoans(reader, json, highest);
    if (reader.fault())
        return *reader.fault();
    if (const auto checked = checkScenario(scenario); !checked) // what only the whole shows
        return FigureFault{Reason::Other, checked.error().where, 0, 0, checked.error().detail};
    return scenario;
}

QJsonObject toJson(const Scenario &scenario)
{
    QJsonArray subsidy;
    for (const SubsidyTerms &each : scenario.subsidy) {
        QJsonObject entry{{QStringLiteral("share_bp"), each.shareBp},
                          {QStringLiteral("ignite_bp"),
                           each.igniteShareBp ? QJsonValue(*each.igniteShareBp) : QJsonValue(QJsonValue::Null)}};
        if (each.from.isValid())
            entry.insert(QStringLiteral("from"), each.from.toString(Qt::ISODate));
        subsidy.append(entry);
    }
    QJsonArray budget;
    for (const BudgetYear &each : scenario.budget)
        budget.append(QJsonObject{{QStringLiteral("fiscal_year"), each.year.toString()},
                                  {QStringLiteral("ignite_paisa"), each.ignite.value},
                                  {QStringLiteral("psdp_paisa"), each.psdp.value}});
    QJsonArray loans;
    for (const ScenarioLoan &each : scenario.loans)
        loans.append(loanJson(each));
    QJsonObject json{{QStringLiteral("name"), scenario.name},
                     {QStringLiteral("kibor_bp"), scenario.kiborBp},
                     {QStringLiteral("subsidy"), subsidy},
                     {QStringLiteral("loans"), loans}};
    if (!budget.isEmpty())
        json.insert(QStringLiteral("budget"), budget);
    if (const auto &ranges = scenario.uncertainty)
        json.insert(
            QStringLiteral("uncertainty"),
            QJsonObject{{QStringLiteral("trials"), ranges->trials},
                        {QStringLiteral("seed"), static_cast<qint64>(ranges->seed)},
                        {QStringLiteral("kibor_bp"), QJsonArray{ranges->kiborLowBp, ranges->kiborHighBp}},
                        {QStringLiteral("occupancy_bp"), QJsonArray{ranges->occupancyLowBp, ranges->occupancyHighBp}}});
    return json;
}

} // namespace markaz
