// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be published, and what a version says as a list; reading and writing stand in policybody.cpp.
#include "core/finance/policybody.h"

#include "core/domain/centre.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace markaz {
namespace {

using Reason = FigureFault::Reason;

constexpr qint64 kLeastPaisa = 100; // Rs 1: what is below was mistyped

/// Collects what is wrong with a version.
class Checking
{
public:
    Checking(const PolicyBody &body, const Gazetteer &gazetteer)
        : m_body(body)
        , m_policy(body.figures)
        , m_gazetteer(gazetteer)
    {
    }
    QList<FigureFault> faults()
    {
        range(QStringLiteral("version"), m_policy.version, 1, policy::kMostVersion);
        day(QStringLiteral("programme_start.value"), m_policy.start);
        sourced(QStringLiteral("programme_start"));
        targets();
        amounts();
        rest();
        return m_faults;
    }

private:
    void fail(Reason reason, const QString &where, qint64 least = 0, qint64 most = 0)
    {
        m_faults.append({reason, where, least, most, {}});
    }
    bool range(const QString &where, qint64 value, qint64 least, qint64 most)
    {
        const bool within = value >= least && value <= most;
        if (!within)
            fail(Reason::Range, where, least, most);
        return within;
    }
    void day(const QString &where, const QDate &day)
    {
        if (!day.isValid() || day.year() < loan::kFirstYear || day.year() > loan::kLastYear)
            fail(Reason::NoDay, where);
    }
    void sourced(const QString &section)
    {
        const QString source = m_policy.sources.value(section);
        if (source.trimmed().isEmpty() || source.size() > policy::kMostSource)
            fail(Reason::NoText, FigureReader::join(section, "source"));
    }
    void targets();
    void target(const CentreTarget &target, const QString &path);
    void amounts();
    void rest();

    const PolicyBody &m_body;
    const ProgrammePolicy &m_policy;
    const Gazetteer &m_gazetteer;
    QList<FigureFault> m_faults;
};

void Checking::targets()
{
    const QString list = QStringLiteral("targets");
    bool dated = false;
    for (qsizetype i = 0; i < m_policy.targets.size(); ++i) {
        const QString path = FigureReader::at(list, i);
        dated = dated || m_policy.targets.at(i).by.isValid();
        target(m_policy.targets.at(i), path);
        sourced(path);
    }
    if (!dated)
        fail(Reason::Missing, list);
}

void Checking::target(const CentreTarget &target, const QString &path)
{
    range(FigureReader::join(path, "centres"), target.centres, 1, policy::kMostCentres);
    if (!target.by.isValid())
        return; // announced without a day, and without provinces
    const QString by = FigureReader::join(path, "by");
    day(by, target.by);
    if (target.by <= m_policy.start)
        fail(Reason::Order, by);
    const QString provinces = FigureReader::join(path, "by_province");
    qint64 sum = 0;
    for (auto it = target.byProvince.begin(); it != target.byProvince.end(); ++it) {
        const QString place = provinces + QLatin1Char('.') + it.key();
        if (m_gazetteer.province(it.key()) == nullptr)
            fail(Reason::Unknown, place);
        range(place, it.value(), 0, policy::kMostCentres);
        sum += it.value();
    }
    if (sum != target.centres)
        fail(Reason::Sum, provinces, sum, target.centres);
}

void Checking::amounts()
{
    const auto pair = [this](const char *section, const char *low, Paisa lower, const char *high, Paisa upper) {
        const QString name = QLatin1String(section);
        range(FigureReader::join(name, low), lower.value, kLeastPaisa, centre::kMostRatePaisa);
        if (range(FigureReader::join(name, high), upper.value, kLeastPaisa, centre::kMostRatePaisa) && upper < lower)
            fail(Reason::Order, FigureReader::join(name, high));
        sourced(name);
    };
    pair("seat_rate", "floor_paisa", m_policy.seatRateFloor, "ceiling_paisa", m_policy.seatRateCeiling);
    pair("market_seat_rate", "low_paisa", m_policy.marketRateLow, "high_paisa", m_policy.marketRateHigh);
    range(QStringLiteral("loan.cap_paisa"), m_policy.loanCap.value, kLeastPaisa, loan::kMostPrincipal);
    sourced(QStringLiteral("loan"));
    range(QStringLiteral("interest_subsidy.share_bp"), m_policy.subsidyShareBp, 0, loan::kMostBp);
    if (m_policy.igniteShareBp)
        range(QStringLiteral("interest_subsidy.ignite_bp"), *m_policy.igniteShareBp, 0, loan::kMostBp);
    sourced(QStringLiteral("interest_subsidy"));
    range(QStringLiteral("larger_city_minimum.area_sqft"), m_policy.largerCityMinSqft, 1, policy::kMostSqft);
    range(QStringLiteral("larger_city_minimum.seats"), m_policy.largerCityMinSeats, 1, centre::kMostSeats);
    sourced(QStringLiteral("larger_city_minimum"));
}

void Checking::rest()
{
    if (m_body.from.isValid()) {
        day(QStringLiteral("in_force_from.value"), m_body.from);
        sourced(QStringLiteral("in_force_from"));
    }
    std::set<FiscalYear> seen;
    for (qsizetype i = 0; i < m_body.budgets.size(); ++i) {
        const BudgetYear &budget = m_body.budgets.at(i);
        const QString path = FigureReader::at(QStringLiteral("budgets"), i);
        const QString year = FigureReader::join(path, "fiscal_year");
        if (budget.year.begins < loan::kFirstYear || budget.year.begins > scenario::kLastFiscal)
            fail(Reason::NoYear, year);
        else if (!seen.insert(budget.year).second)
            fail(Reason::Twice, year);
        range(FigureReader::join(path, "ignite_paisa"), budget.ignite.value, 0, scenario::kMostTogether);
        range(FigureReader::join(path, "psdp_paisa"), budget.psdp.value, 0, scenario::kMostTogether);
        sourced(path);
    }
    for (auto it = m_body.cityTiers.begin(); it != m_body.cityTiers.end(); ++it) {
        const QString path = QStringLiteral("city_tiers.tiers.%1").arg(it.key());
        if (m_gazetteer.city(it.key()) == nullptr)
            fail(Reason::Unknown, path);
        range(path, it.value(), 1, 3);
    }
    if (!m_body.cityTiers.isEmpty())
        sourced(QStringLiteral("city_tiers"));
    if (const auto &rule = m_body.eEmployment) {
        if (rule->leastShareBp)
            range(QStringLiteral("e_employment.least_share_bp"), *rule->leastShareBp, 1, loan::kMostBp);
        if (rule->leastStaff)
            range(QStringLiteral("e_employment.least_staff"), *rule->leastStaff, 1, centre::kMostSeats);
        if (!rule->leastShareBp && !rule->leastStaff)
            fail(Reason::Missing, QStringLiteral("e_employment.least_share_bp"));
        sourced(QStringLiteral("e_employment"));
    }
}

/// Names that mean nothing in a version that is to be published.
void checkNames(FigureReader &reader, const QJsonObject &json)
{
    reader.only(json, {},
                {"version", "currency", "note", "programme_start", "targets", "seat_rate", "market_seat_rate", "loan",
                 "interest_subsidy", "larger_city_minimum", "in_force_from", "budgets", "city_tiers", "e_employment"});
    const auto section = [&](const char *name, std::initializer_list<const char *> known) {
        reader.only(json.value(QLatin1String(name)).toObject(), QLatin1String(name), known);
    };
    const auto list = [&](const char *name, std::initializer_list<const char *> known) {
        const QJsonArray entries = json.value(QLatin1String(name)).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            reader.only(entries.at(i).toObject(), FigureReader::at(QLatin1String(name), i), known);
    };
    section("programme_start", {"value", "source"});
    list("targets", {"centres", "by", "by_province", "source"});
    section("seat_rate", {"floor_paisa", "ceiling_paisa", "source"});
    section("market_seat_rate", {"low_paisa", "high_paisa", "source"});
    section("loan", {"cap_paisa", "source"});
    section("interest_subsidy", {"share_bp", "ignite_bp", "source"});
    section("larger_city_minimum", {"area_sqft", "seats", "source"});
    section("in_force_from", {"value", "source"});
    list("budgets", {"fiscal_year", "ignite_paisa", "psdp_paisa", "source"});
    section("city_tiers", {"tiers", "source"});
    section("e_employment", {"least_share_bp", "least_staff", "source"});
}

} // namespace

QList<FigureFault> policyFaults(const PolicyBody &body, const Gazetteer &gazetteer)
{
    return Checking(body, gazetteer).faults();
}

Result<PolicyBody> readNewPolicy(const QJsonObject &json, const Gazetteer &gazetteer)
{
    FigureReader reader;
    checkNames(reader, json);
    if (reader.fault())
        return reader.fault()->error();
    auto body = readPolicyBody(json);
    if (!body)
        return body;
    const QList<FigureFault> faults = policyFaults(*body, gazetteer);
    if (!faults.isEmpty())
        return faults.first().error();
    return body;
}

QList<PolicyFigure> figuresOf(const PolicyBody &body)
{
    QList<PolicyFigure> all;
    const ProgrammePolicy &policy = body.figures;
    const auto add = [&all](const QString &section, const char *name, const QJsonValue &value) {
        all.append({FigureReader::join(section, name), value, section});
    };
    const auto day = [](const QDate &date) { return QJsonValue(date.toString(Qt::ISODate)); };
    if (body.from.isValid())
        add(QStringLiteral("in_force_from"), "value", day(body.from));
    add(QStringLiteral("programme_start"), "value", day(policy.start));
    for (qsizetype i = 0; i < policy.targets.size(); ++i) {
        const CentreTarget &target = policy.targets.at(i);
        const QString path = FigureReader::at(QStringLiteral("targets"), i);
        add(path, "centres", target.centres);
        if (target.by.isValid())
            add(path, "by", day(target.by));
        for (auto it = target.byProvince.begin(); it != target.byProvince.end(); ++it)
            all.append({FigureReader::join(path, "by_province") + QLatin1Char('.') + it.key(), it.value(), path});
    }
    const QString rate = QStringLiteral("seat_rate");
    add(rate, "floor_paisa", policy.seatRateFloor.value);
    add(rate, "ceiling_paisa", policy.seatRateCeiling.value);
    const QString market = QStringLiteral("market_seat_rate");
    add(market, "low_paisa", policy.marketRateLow.value);
    add(market, "high_paisa", policy.marketRateHigh.value);
    add(QStringLiteral("loan"), "cap_paisa", policy.loanCap.value);
    const QString subsidy = QStringLiteral("interest_subsidy");
    add(subsidy, "share_bp", policy.subsidyShareBp);
    add(subsidy, "ignite_bp", policy.igniteShareBp ? QJsonValue(*policy.igniteShareBp) : QJsonValue(QJsonValue::Null));
    const QString larger = QStringLiteral("larger_city_minimum");
    add(larger, "area_sqft", policy.largerCityMinSqft);
    add(larger, "seats", policy.largerCityMinSeats);
    for (qsizetype i = 0; i < body.budgets.size(); ++i) {
        const BudgetYear &budget = body.budgets.at(i);
        const QString section = FigureReader::at(QStringLiteral("budgets"), i);
        const QString key = QStringLiteral("budgets.%1.").arg(budget.year.toString());
        all.append({key + QLatin1String("ignite_paisa"), budget.ignite.value, section});
        all.append({key + QLatin1String("psdp_paisa"), budget.psdp.value, section});
    }
    for (auto it = body.cityTiers.begin(); it != body.cityTiers.end(); ++it)
        all.append({QStringLiteral("city_tiers.%1").arg(it.key()), it.value(), QStringLiteral("city_tiers")});
    if (const auto &rule = body.eEmployment) {
        const QString section = QStringLiteral("e_employment");
        if (rule->leastShareBp)
            add(section, "least_share_bp", *rule->leastShareBp);
        if (rule->leastStaff)
            add(section, "least_staff", *rule->leastStaff);
    }
    return all;
}

QList<PolicyChange> changesBetween(const PolicyBody &before, const PolicyBody &after)
{
    const QList<PolicyFigure> older = figuresOf(before);
    const QList<PolicyFigure> newer = figuresOf(after);
    const auto find = [](const QList<PolicyFigure> &list, const QString &key) {
        return std::find_if(list.begin(), list.end(), [&key](const PolicyFigure &each) { return each.key == key; });
    };
    QList<PolicyChange> changes;
    for (const PolicyFigure &figure : newer) {
        const auto was = find(older, figure.key);
        const QJsonValue value = was == older.end() ? QJsonValue(QJsonValue::Undefined) : was->value;
        if (value != figure.value)
            changes.append({figure.key, value, figure.value, figure.section});
    }
    for (const PolicyFigure &figure : older) {
        if (find(newer, figure.key) == newer.end())
            changes.append({figure.key, figure.value, QJsonValue(QJsonValue::Undefined), figure.section});
    }
    return changes;
}

QStringList notSourcedAnew(const PolicyBody &before, const PolicyBody &after)
{
    const QList<PolicyFigure> older = figuresOf(before);
    QStringList sections;
    for (const PolicyChange &change : changesBetween(before, after)) {
        if (change.after.isUndefined() || sections.contains(change.section))
            continue;
        // A budget keeps its year and not its place in the list, so its section of before is asked by its key.
        const auto was = std::find_if(older.begin(), older.end(),
                                      [&change](const PolicyFigure &figure) { return figure.key == change.key; });
        const bool listed = change.section.startsWith(QLatin1String("budgets["));
        const QString section = was != older.end() ? was->section : listed ? QString() : change.section;
        const QString said = before.figures.sources.value(section);
        if (!said.isEmpty() && said == after.figures.sources.value(change.section))
            sections.append(change.section);
    }
    return sections;
}

} // namespace markaz
