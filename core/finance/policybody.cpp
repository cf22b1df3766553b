// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policybody.h"

#include "core/domain/centre.h"

#include <algorithm>
#include <set>

namespace markaz {
namespace {

using Reason = FigureFault::Reason;

const QString kFrom = QStringLiteral("in_force_from");
const QString kBudgets = QStringLiteral("budgets");
const QString kTiers = QStringLiteral("city_tiers");
const QString kEEmployment = QStringLiteral("e_employment");

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

bool has(const QJsonObject &json, const QString &name)
{
    return json.contains(name);
}

/// Where a figure was decided. That it must not be empty is asked of what is published (policyFaults).
void readSource(FigureReader &reader, const QJsonObject &json, const QString &path, PolicyBody &body)
{
    body.figures.sources.insert(path, reader.value(json, path, "source").toString());
}

void readFrom(FigureReader &reader, const QJsonObject &json, PolicyBody &body)
{
    const QJsonObject object = reader.object(json, {}, "in_force_from");
    body.from = reader.day(reader.value(object, kFrom, "value"), FigureReader::join(kFrom, "value"));
    readSource(reader, object, kFrom, body);
}

void readBudgets(FigureReader &reader, const QJsonObject &json, PolicyBody &body)
{
    const QJsonArray list = reader.list(json, {}, "budgets");
    std::set<FiscalYear> seen;
    for (const auto &each : list) {
        if (reader.fault())
            return;
        const QString path = FigureReader::at(kBudgets, body.budgets.size());
        const QJsonObject entry = reader.object(each, path);
        const QString yearPath = FigureReader::join(path, "fiscal_year");
        const auto year = FiscalYear::parse(reader.value(entry, path, "fiscal_year").toString());
        if (!year)
            reader.fail(Reason::NoYear, yearPath);
        else if (!seen.insert(*year).second)
            reader.fail(Reason::Twice, yearPath);
        body.budgets.append({year ? *year : FiscalYear{},
                             reader.paisa(entry, path, "ignite_paisa", 0, scenario::kMostTogether),
                             reader.paisa(entry, path, "psdp_paisa", 0, scenario::kMostTogether)});
        readSource(reader, entry, path, body);
    }
}

void readTiers(FigureReader &reader, const QJsonObject &json, PolicyBody &body)
{
    const QJsonObject object = reader.object(json, {}, "city_tiers");
    const QString path = FigureReader::join(kTiers, "tiers");
    const QJsonObject tiers = reader.object(object, kTiers, "tiers");
    for (auto it = tiers.begin(); it != tiers.end(); ++it) {
        const QString place = path + QLatin1Char('.') + it.key();
        const int id = it.key().toInt();
        if (id <= 0 || QString::number(id) != it.key())
            reader.fail(Reason::Unknown, place);
        body.cityTiers.insert(id, static_cast<int>(reader.whole(it.value(), place, 1, 3)));
    }
    readSource(reader, object, kTiers, body);
}

void readRule(FigureReader &reader, const QJsonObject &json, PolicyBody &body)
{
    const QJsonObject object = reader.object(json, {}, "e_employment");
    EEmploymentRule rule;
    if (has(object, QStringLiteral("least_share_bp")))
        rule.leastShareBp = reader.number(object, kEEmployment, "least_share_bp", 1, loan::kMostBp);
    if (has(object, QStringLiteral("least_staff")))
        rule.leastStaff = reader.number(object, kEEmployment, "least_staff", 1, centre::kMostSeats);
    if (!rule.leastShareBp && !rule.leastStaff)
        reader.fail(Reason::Missing, FigureReader::join(kEEmployment, "least_share_bp"));
    readSource(reader, object, kEEmployment, body);
    body.eEmployment = rule;
}

QJsonObject targetJson(const CentreTarget &target, const QString &source)
{
    QJsonObject json{{QStringLiteral("centres"), target.centres}, {QStringLiteral("source"), source}};
    if (!target.by.isValid())
        return json;
    QJsonObject provinces;
    for (auto it = target.byProvince.begin(); it != target.byProvince.end(); ++it)
        provinces.insert(it.key(), it.value());
    json.insert(QStringLiteral("by"), iso(target.by));
    json.insert(QStringLiteral("by_province"), provinces);
    return json;
}

/// Everything beyond the figures.
void addRest(const PolicyBody &body, QJsonObject &json)
{
    const auto source = [&body](const QString &path) {
        return std::pair(QStringLiteral("source"), QJsonValue(body.figures.sources.value(path)));
    };
    if (!body.note.isEmpty())
        json.insert(QStringLiteral("note"), body.note);
    if (body.from.isValid())
        json.insert(kFrom, QJsonObject{{QStringLiteral("value"), iso(body.from)}, source(kFrom)});
    QJsonArray budgets;
    for (const BudgetYear &each : body.budgets)
        budgets.append(QJsonObject{{QStringLiteral("fiscal_year"), each.year.toString()},
                                   {QStringLiteral("ignite_paisa"), each.ignite.value},
                                   {QStringLiteral("psdp_paisa"), each.psdp.value},
                                   source(FigureReader::at(kBudgets, budgets.size()))});
    if (!budgets.isEmpty())
        json.insert(kBudgets, budgets);
    if (!body.cityTiers.isEmpty()) {
        QJsonObject tiers;
        for (auto it = body.cityTiers.begin(); it != body.cityTiers.end(); ++it)
            tiers.insert(QString::number(it.key()), it.value());
        json.insert(kTiers, QJsonObject{{QStringLiteral("tiers"), tiers}, source(kTiers)});
    }
    if (const auto &rule = body.eEmployment) {
        QJsonObject object{source(kEEmployment)};
        if (rule->leastShareBp)
            object.insert(QStringLiteral("least_share_bp"), *rule->leastShareBp);
        if (rule->leastStaff)
            object.insert(QStringLiteral("least_staff"), *rule->leastStaff);
        json.insert(kEEmployment, object);
    }
}

} // namespace

Result<PolicyBody> readPolicyBody(const QJsonObject &json)
{
    auto figures = readPolicy(json);
    if (!figures)
        return figures.error();
    PolicyBody body;
    body.figures = std::move(figures).value();
    body.note = json.value(QStringLiteral("note")).toString();
    FigureReader reader;
    if (has(json, kFrom))
        readFrom(reader, json, body);
    if (has(json, kBudgets))
        readBudgets(reader, json, body);
    if (has(json, kTiers))
        readTiers(reader, json, body);
    if (has(json, kEEmployment))
        readRule(reader, json, body);
    if (reader.fault())
        return reader.fault()->error();
    return body;
}

QJsonObject toJson(const PolicyBody &body)
{
    const ProgrammePolicy &policy = body.figures;
    const auto section = [&policy](const char *name, QJsonObject figures) {
        figures.insert(QStringLiteral("source"), policy.sources.value(QLatin1String(name)));
        return std::pair(QString(QLatin1String(name)), QJsonValue(figures));
    };
    QJsonArray targets;
    for (const CentreTarget &target : policy.targets)
        targets.append(
            targetJson(target, policy.sources.value(FigureReader::at(QStringLiteral("targets"), targets.size()))));
    QJsonObject json{{QStringLiteral("version"), policy.version},
                     {QStringLiteral("currency"), QStringLiteral("PKR")},
                     {QStringLiteral("targets"), targets},
                     section("programme_start", {{QStringLiteral("value"), iso(policy.start)}}),
                     section("seat_rate", {{QStringLiteral("floor_paisa"), policy.seatRateFloor.value},
                                           {QStringLiteral("ceiling_paisa"), policy.seatRateCeiling.value}}),
                     section("market_seat_rate", {{QStringLiteral("low_paisa"), policy.marketRateLow.value},
                                                  {QStringLiteral("high_paisa"), policy.marketRateHigh.value}}),
                     section("loan", {{QStringLiteral("cap_paisa"), policy.loanCap.value}}),
                     section("interest_subsidy",
                             {{QStringLiteral("share_bp"), policy.subsidyShareBp},
                              {QStringLiteral("ignite_bp"), policy.igniteShareBp ? QJsonValue(*policy.igniteShareBp)
                                                                                 : QJsonValue(QJsonValue::Null)}}),
                     section("larger_city_minimum", {{QStringLiteral("area_sqft"), policy.largerCityMinSqft},
                                                     {QStringLiteral("seats"), policy.largerCityMinSeats}})};
    addRest(body, json);
    return json;
}

EEmployment eEmploymentOf(const std::optional<EEmploymentRule> &rule, int freelancers, int otherStaff)
{
    if (!rule)
        return EEmployment::NoRule;
    const qint64 members = qint64(freelancers) + otherStaff;
    // Multiplied out and not rounded: 9.996 % do not reach 10 %.
    const bool share =
        !rule->leastShareBp || (otherStaff > 0 && qint64(otherStaff) * loan::kMostBp >= members * *rule->leastShareBp);
    const bool staff = !rule->leastStaff || otherStaff >= *rule->leastStaff;
    return share && staff ? EEmployment::Counts : EEmployment::CountsNot;
}

} // namespace markaz
