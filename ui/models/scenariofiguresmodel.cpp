// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariofiguresmodel.h"

#include "ui/text/format.h"
#include "ui/text/scenariowords.h"

#include <algorithm>
#include <set>

namespace markaz::ui {
namespace {

const CostYear *yearOf(const ScenarioResult &result, const FiscalYear &year)
{
    const auto found =
        std::find_if(result.years.begin(), result.years.end(), [&](const CostYear &each) { return each.year == year; });
    return found == result.years.end() ? nullptr : &*found;
}

std::optional<qint64> paisa(const std::optional<Paisa> &amount)
{
    return amount ? std::optional(amount->value) : std::nullopt;
}

} // namespace

void ScenarioFiguresModel::setContent(const ComputedScenario &scenario, const std::optional<ComputedScenario> &other)
{
    const qsizetype before = m_rows.size();
    m_scenario = scenario;
    m_other = other;
    QList<Row> was;
    was.swap(m_rows);
    build();
    QList<Row> now;
    now.swap(m_rows);
    if (now.size() == before) { // a step of a slider: what is selected stays
        m_rows = now;
        if (before > 0)
            Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(before) - 1, ColumnCount - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        return;
    }
    m_rows = was;
    beginResetModel();
    m_rows = now;
    endResetModel();
}

void ScenarioFiguresModel::build()
{
    using Unit = Row::Unit;
    const auto of = [this](auto figure) -> std::pair<std::optional<qint64>, std::optional<qint64>> {
        return {figure(m_scenario.result), m_other ? figure(m_other->result) : std::optional<qint64>()};
    };
    const auto add = [&](const QString &words, Unit unit, auto figure, const QString &band = {}) {
        const auto [value, other] = of(figure);
        m_rows.append({words, unit, value, other, band});
    };
    using Result = const ScenarioResult &;
    using Number = std::optional<qint64>;
    const auto &bands = m_scenario.bands;
    add(
        tr("Cost of the whole programme"), Unit::Money, [](Result r) -> Number { return r.interest.subsidy().value; },
        bands ? scenariowords::amounts(bands->subsidy) : QString());
    add(tr("Paid by Ignite"), Unit::Money, [](Result r) -> Number { return r.interest.ignite.value; });
    add(tr("Paid by the PSDP"), Unit::Money, [](Result r) -> Number { return r.interest.psdp.value; });
    add(tr("Undecided who pays"), Unit::Money, [](Result r) -> Number { return r.interest.undecided.value; });
    add(tr("Borne by the owners"), Unit::Money, [](Result r) -> Number { return r.interest.owner.value; });
    add(tr("Cost for each seat"), Unit::Money, [](Result r) -> Number { return paisa(r.costPerSeat); });
    add(tr("Cost for each freelancer"), Unit::Money, [](Result r) -> Number { return paisa(r.costPerFreelancer); });
    add(tr("Owners"), Unit::Count, [](Result r) -> Number { return r.owners; });
    add(tr("Seats"), Unit::Count, [](Result r) -> Number { return r.seats; });
    add(tr("Freelancers"), Unit::Count, [](Result r) -> Number { return r.freelancers; });
    for (int tier = 1; tier <= 3; ++tier) {
        const auto above = [tier](Result r) -> Number {
            for (const TierShare &each : r.tiers) {
                if (each.tier == tier)
                    return each.aboveBp;
            }
            return std::nullopt;
        };
        QString band;
        if (bands) {
            for (const TierBand &each : bands->tiers) {
                if (each.tier == tier)
                    band = scenariowords::shares(each.aboveBp);
            }
        }
        add(tr("Owners above break-even, tier %1").arg(format::number(tier)), Unit::Share, above, band);
    }
    std::set<FiscalYear> years;
    for (const CostYear &each : std::as_const(m_scenario.result.years))
        years.insert(each.year);
    if (m_other) {
        for (const CostYear &each : std::as_const(m_other->result.years))
            years.insert(each.year);
    }
    for (const FiscalYear &year : years) {
        const auto part = [year](auto figure) {
            return [year, figure](Result r) -> Number {
                const CostYear *found = yearOf(r, year);
                return found == nullptr ? Number(0) : figure(*found);
            };
        };
        QString band;
        if (bands) {
            for (const CostBand &each : bands->years) {
                if (each.year == year)
                    band = scenariowords::amounts(each.subsidy);
            }
        }
        const QString name = scenariowords::year(year);
        add(tr("%1: cost").arg(name), Unit::Money,
            part([](const CostYear &each) -> Number { return each.interest.subsidy().value; }), band);
        add(tr("%1: Ignite").arg(name), Unit::Money,
            part([](const CostYear &each) -> Number { return each.interest.ignite.value; }));
        add(tr("%1: PSDP").arg(name), Unit::Money,
            part([](const CostYear &each) -> Number { return each.interest.psdp.value; }));
        add(tr("%1: left of the budget").arg(name), Unit::Money, [year](Result r) -> Number {
            const CostYear *found = yearOf(r, year);
            if (found == nullptr || !found->budget)
                return std::nullopt;
            return (found->budget->ignite + found->budget->psdp - found->interest.subsidy()).value;
        });
    }
}

QString ScenarioFiguresModel::text(Row::Unit unit, qint64 value)
{
    switch (unit) {
    case Row::Unit::Money:
        return value < 0 ? QStringLiteral("−") + format::rupees(-value) : format::rupees(value);
    case Row::Unit::Share:
        return value < 0 ? QStringLiteral("−") + format::percent(static_cast<int>(-value))
                         : format::percent(static_cast<int>(value));
    case Row::Unit::Count:
        break;
    }
    return format::number(value);
}

int ScenarioFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScenarioFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScenarioFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Figure)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    const QString none = QStringLiteral("–");
    switch (index.column()) {
    case Figure:
        return row.figure;
    case Value:
        return row.value ? text(row.unit, *row.value) : none;
    case Band:
        return row.band;
    case Other:
        return !m_other ? QString() : row.other ? text(row.unit, *row.other) : none;
    case Difference:
        return row.value && row.other ? text(row.unit, *row.value - *row.other) : QString();
    default:
        return {};
    }
}

QVariant ScenarioFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Figure)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Figure:
        return tr("Figure");
    case Value:
        return tr("This scenario");
    case Band:
        return tr("5th to 95th percentile");
    case Other:
        return m_other ? format::words(m_other->name) : QString();
    case Difference:
        return m_other ? tr("Difference") : QString();
    default:
        return {};
    }
}

} // namespace markaz::ui
