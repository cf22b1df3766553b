// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cityneedsmodel.h"

#include "ui/text/citylabels.h"
#include "ui/text/demandwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <algorithm>
#include <iterator>

namespace markaz::ui {
namespace {

bool isNumber(int column)
{
    return column >= CityNeedsModel::Tier && column <= CityNeedsModel::Missing;
}

} // namespace

CityNeedsModel::CityNeedsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int CityNeedsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CityNeedsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CityNeedsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CityNeed &row = m_rows.at(index.row());
    if (role == IdRole)
        return row.city->id;
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && index.column() == Freelancers && !row.freelancers)
        return tr("The list has no number for this city.");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return labels::cityName(*row.city);
    case ProvinceName:
        return labels::province(row.city->province);
    case Tier:
        return format::number(row.city->tier);
    case Freelancers:
        return row.freelancers ? format::number(*row.freelancers) : QStringLiteral("–");
    case Seats:
        return format::number(row.seats);
    case PerThousand:
        return row.perThousand ? demandwords::perThousand(*row.perThousand) : QStringLiteral("–");
    case Missing:
        return format::number(row.missing);
    case Ready:
        return demandwords::ready(row.ready);
    default:
        return {};
    }
}

QVariant CityNeedsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == Missing && !m_aim.isEmpty() ? tr("Short of %1").arg(m_aim) : titleOf(section);
}

QString CityNeedsModel::titleOf(int column)
{
    switch (column) {
    case Name:
        return tr("City");
    case ProvinceName:
        return tr("Province");
    case Tier:
        return tr("Tier");
    case Freelancers:
        return tr("Freelancers");
    case Seats:
        return tr("Seats");
    case PerThousand:
        return tr("Per 1,000");
    case Missing:
        return tr("Seats short");
    case Ready:
        return tr("Buildings ready");
    default:
        return {};
    }
}

QString CityNeedsModel::keyOf(int column)
{
    switch (column) {
    case Name:
        return QStringLiteral("city");
    case ProvinceName:
        return QStringLiteral("province");
    case Tier:
        return QStringLiteral("tier");
    case Freelancers:
        return QStringLiteral("registered_freelancers");
    case Seats:
        return QStringLiteral("seats");
    case PerThousand:
        return QStringLiteral("seats_per_1000");
    case Missing:
        return QStringLiteral("seats_short");
    case Ready:
        return QStringLiteral("buildings_eligible");
    default:
        return {};
    }
}

void CityNeedsModel::setContent(const QList<CityNeed> &cities, const QString &aim)
{
    beginResetModel();
    m_all = cities;
    m_aim = aim;
    choose();
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, Missing, Missing);
}

void CityNeedsModel::setFilter(const PlaceFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void CityNeedsModel::choose()
{
    m_rows.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_rows),
                 [this](const CityNeed &row) { return m_filter.holds(*row.city); });
    order();
}

void CityNeedsModel::order()
{
    const auto before = [this](const CityNeed &a, const CityNeed &b) {
        switch (m_sorted) {
        case Name:
            return QString::localeAwareCompare(labels::cityName(*a.city), labels::cityName(*b.city)) < 0;
        case ProvinceName:
            return a.city->province < b.city->province;
        case Tier:
            return a.city->tier < b.city->tier;
        case Freelancers:
            return a.freelancers.value_or(-1) < b.freelancers.value_or(-1);
        case Seats:
            return a.seats < b.seats;
        case PerThousand:
            return a.perThousand.value_or(-1) < b.perThousand.value_or(-1);
        case Ready:
            return a.ready < b.ready;
        default:
            return a.missing < b.missing;
        }
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const CityNeed &a, const CityNeed &b) {
        return m_order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
}

void CityNeedsModel::sort(int column, Qt::SortOrder sortOrder)
{
    beginResetModel();
    m_sorted = column;
    m_order = sortOrder;
    order();
    endResetModel();
}

int CityNeedsModel::rowOf(int cityId) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [cityId](const CityNeed &row) { return row.city->id == cityId; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

} // namespace markaz::ui
