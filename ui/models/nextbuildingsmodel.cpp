// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/nextbuildingsmodel.h"

#include "core/domain/citynames.h"
#include "ui/text/citylabels.h"
#include "ui/text/demandwords.h"
#include "ui/text/format.h"

#include <algorithm>
#include <numeric>

namespace markaz::ui {
namespace {

bool isWords(int column)
{
    return column == NextBuildingsModel::Building || column == NextBuildingsModel::CityName ||
           column == NextBuildingsModel::ReadinessWords;
}

/// Whose points the column has.
std::optional<RankingPart> partOf(int column)
{
    switch (column) {
    case NextBuildingsModel::GapPoints:
        return RankingPart::Gap;
    case NextBuildingsModel::SubsidyPoints:
        return RankingPart::Subsidy;
    case NextBuildingsModel::ReadinessPoints:
        return RankingPart::Readiness;
    case NextBuildingsModel::TierPoints:
        return RankingPart::Tier;
    default:
        return std::nullopt;
    }
}

} // namespace

NextBuildingsModel::NextBuildingsModel(const Gazetteer &gazetteer, QObject *parent)
    : QAbstractTableModel(parent)
    , m_gazetteer(gazetteer)
{
}

int NextBuildingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NextBuildingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

NextBuildingsModel::Row NextBuildingsModel::row(int index) const
{
    const int place = m_rows[static_cast<size_t>(index)];
    const RankedBuilding &ranked = m_ranked[static_cast<size_t>(place)];
    const auto building = static_cast<qsizetype>(ranked.candidate);
    const IdleBuilding &idle = m_next->buildings().at(building);
    return {place + 1, idle, m_next->plan(building), ranked, m_gazetteer.city(idle.cityId), ranked.points(m_weights)};
}

QVariant NextBuildingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return isWords(index.column()) ? QVariant()
                                       : QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const Row row = this->row(index.row());
    const QString city = row.city == nullptr ? QString() : labels::cityName(*row.city);
    switch (role) {
    case IdRole:
        return row.building.id;
    case WhyRole:
        return demandwords::why(row.building, row.plan, row.ranked, city);
    case Qt::ToolTipRole:
        return format::plainToolTip(demandwords::why(row.building, row.plan, row.ranked, city));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    if (const auto part = partOf(index.column()))
        return demandwords::points(row.points[static_cast<size_t>(*part)]);
    switch (index.column()) {
    case Place:
        return format::number(row.place);
    case Building:
        return format::list({format::code(row.building.code), row.building.name});
    case CityName:
        return city;
    case Closes:
        return tr("%1 of %2").arg(format::number(row.ranked.closes), format::number(row.ranked.left));
    case PerSeat:
        return demandwords::perSeat(row.plan);
    case ReadinessWords:
        return demandwords::readiness(row.building);
    case Points:
        return demandwords::points(std::accumulate(row.points.begin(), row.points.end(), 0));
    default:
        return {};
    }
}

QVariant NextBuildingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && !isWords(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole) {
        if (const auto part = partOf(section))
            return tr("Points for: %1").arg(demandwords::part(*part));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place:
        return tr("No.", "a place in a ranking");
    case Building:
        return tr("Building");
    case CityName:
        return tr("City");
    case Closes:
        return tr("Closes, seats");
    case PerSeat:
        return tr("Subsidy a seat");
    case ReadinessWords:
        return tr("Readiness");
    case TierPoints:
        return tr("Tier");
    case Points:
        return tr("Points");
    default:
        return tr("Pts", "points, short");
    }
}

void NextBuildingsModel::setContent(const NextCentres *next, std::vector<RankedBuilding> ranked,
                                    const RankingWeights &weights)
{
    beginResetModel();
    m_next = next;
    m_ranked = std::move(ranked);
    m_weights = weights;
    choose();
    endResetModel();
}

void NextBuildingsModel::setFilter(const PlaceFilter &filter, const QString &text)
{
    beginResetModel();
    m_filter = filter;
    m_text = text;
    choose();
    endResetModel();
}

void NextBuildingsModel::choose()
{
    m_rows.clear();
    m_closes = 0;
    m_subsidy = {};
    const QList<int> called = m_text.isEmpty() ? QList<int>() : citiesCalled(m_text);
    for (size_t i = 0; i < m_ranked.size(); ++i) {
        const auto at = static_cast<qsizetype>(m_ranked[i].candidate);
        const IdleBuilding &building = m_next->buildings().at(at);
        const City *city = m_gazetteer.city(building.cityId);
        if (city == nullptr || !m_filter.holds(*city))
            continue;
        if (!m_text.isEmpty() && !building.code.contains(m_text, Qt::CaseInsensitive) &&
            !building.name.contains(m_text, Qt::CaseInsensitive) && !called.contains(city->id))
            continue;
        m_rows.push_back(static_cast<int>(i));
        m_closes += m_ranked[i].closes;
        m_subsidy += m_next->plan(at).subsidy;
    }
}

int NextBuildingsModel::rowOf(const QString &buildingId) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](int place) {
        return m_next->buildings().at(static_cast<qsizetype>(m_ranked[static_cast<size_t>(place)].candidate)).id ==
               buildingId;
    });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

} // namespace markaz::ui
