// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/buildingsmodel.h"

#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/status.h"

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kBlock = 18; // rows fetched at once: a screen of them, on the smallest screen
constexpr int kKept = 1'000;

BuildingSort sortOf(int column)
{
    switch (column) {
    case BuildingsModel::Name:
        return BuildingSort::Name;
    case BuildingsModel::CityName:
        return BuildingSort::City;
    case BuildingsModel::Tier:
        return BuildingSort::Tier;
    case BuildingsModel::StageColumn:
        return BuildingSort::Stage;
    case BuildingsModel::Area:
        return BuildingSort::Area;
    case BuildingsModel::IdleSince:
        return BuildingSort::IdleSince;
    case BuildingsModel::LastScore:
        return BuildingSort::LastScore;
    case BuildingsModel::Address:
        return BuildingSort::Address;
    case BuildingsModel::ProvinceName:
        return BuildingSort::Province;
    default:
        return BuildingSort::Code;
    }
}

} // namespace

BuildingsModel::BuildingsModel(Workspace &workspace, markaz::Role role, QObject *parent)
    : QAbstractTableModel(parent)
    , m_role(role)
    , m_repository(workspace.database)
    , m_rows(kKept)
{
    connect(&workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity != Entity::Owner && entity != Entity::Policy && entity != Entity::Account)
            m_freshness.changed();
    });
    connect(&workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int BuildingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int BuildingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const BuildingRow *BuildingsModel::row(int index) const
{
    if (const BuildingRow *there = m_rows.object(index))
        return there;
    // Painting begins at the top: a row that is missing is the first of a new screen, or the next one on the way up.
    const int first = m_rows.contains(index + 1) ? std::max(0, index - kBlock + 1) : index;
    auto fetched = m_repository.rows(m_keys.mid(first, kBlock));
    if (!fetched || fetched->size() != std::min<qsizetype>(kBlock, m_keys.size() - first))
        return nullptr; // the cells stay empty; reload() is what reports, and leaves out what has gone
    for (qsizetype i = 0; i < fetched->size(); ++i)
        m_rows.insert(first + static_cast<int>(i), new BuildingRow(std::move((*fetched)[i])));
    return m_rows.object(index);
}

QString BuildingsModel::idAt(int index) const
{
    const BuildingRow *found = index >= 0 && index < m_keys.size() ? row(index) : nullptr;
    return found == nullptr ? QString() : found->id;
}

int BuildingsModel::rowOf(const QString &id) const
{
    const auto key = m_repository.keyOf(id);
    return key && key->has_value() ? static_cast<int>(m_keys.indexOf(**key)) : -1;
}

QVariant BuildingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_keys.size())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role == Qt::TextAlignmentRole) {
        const bool number = index.column() == Area || index.column() == LastScore;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole && role != ChipRole && role != SampleRole && role != ScoreRole && role != MergedRole &&
        role != Qt::ToolTipRole)
        return {};
    if (role == ChipRole && index.column() != StageColumn)
        return {};
    const BuildingRow *r = row(index.row());
    if (r == nullptr)
        return {};
    const bool merged = !r->mergedInto.isEmpty();
    switch (role) {
    case ChipRole:
        if (merged)
            return QVariant::fromValue(
                ChipContent{Status::Neutral, QStringLiteral("dashed-ring"), mergedInto(r->mergedInto)});
        return QVariant::fromValue(
            chips::stage(labels::stageSeenBy(m_role, token(r->stage), m_registeredHere.contains(r->id))));
    case SampleRole:
        return r->sample;
    case ScoreRole:
        return r->lastScoreBp;
    case MergedRole:
        return merged;
    case Qt::ToolTipRole:
        return index.column() == Name || index.column() == Address ? format::plainToolTip(r->address) : QVariant();
    default:
        break;
    }
    switch (index.column()) {
    case Code:
        return r->code;
    case Name:
        return format::words(r->name);
    case CityName:
        return format::words(labels::cityName(r->cityId, r->city));
    case Tier:
        return QString::number(r->tier);
    case StageColumn:
        if (merged)
            return mergedInto(r->mergedInto);
        return labels::stage(labels::stageSeenBy(m_role, token(r->stage), m_registeredHere.contains(r->id)));
    case Area:
        return format::number(r->areaSqft);
    case IdleSince:
        return r->idleSince.isValid() ? format::month(r->idleSince) : QString();
    case LastScore:
        return r->lastScoreBp < 0 ? QStringLiteral("–") : format::score(r->lastScoreBp);
    case Address:
        return format::words(r->address);
    case ProvinceName:
        return r->province.isEmpty() ? QString() : labels::province(r->province);
    default:
        return {};
    }
}

QVariant BuildingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Area || section == LastScore;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role != Qt::DisplayRole)
        return {};
    const QString title = titleOf(section);
    return title.isEmpty() ? QVariant() : title;
}

QString BuildingsModel::titleOf(int column)
{
    switch (column) {
    case Code:
        return tr("Code");
    case Name:
        return tr("Building");
    case CityName:
        return tr("City");
    case Tier:
        return tr("Tier");
    case StageColumn:
        return tr("Stage");
    case Area:
        return tr("Area, sq ft");
    case IdleSince:
        return tr("Idle since");
    case LastScore:
        return tr("Last score");
    case Address:
        return tr("Address");
    case ProvinceName:
        return tr("Province");
    default:
        return {};
    }
}

QString BuildingsModel::mergedInto(const QString &code)
{
    return tr("Merged into %1").arg(code);
}

QString BuildingsModel::keyOf(int column)
{
    static const QStringList keys =
        QStringLiteral("code name city tier stage covered_area_sqft idle_since last_score address province")
            .split(QLatin1Char(' '));
    return keys.value(column);
}

void BuildingsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    reload();
}

void BuildingsModel::setFilter(const BuildingFilter &filter)
{
    m_filter = filter;
    reload();
}

void BuildingsModel::reload()
{
    auto keys = m_repository.keys(m_filter, sortOf(m_sortColumn), m_order == Qt::DescendingOrder, m_cities);
    auto total = m_repository.count({});
    auto here =
        m_role == markaz::Role::Inspector ? m_repository.registeredHere() : Result<QSet<QString>>(QSet<QString>());
    if (!keys || !total || !here) {
        Q_EMIT failed(!keys ? keys.error() : !total ? total.error() : here.error());
        return; // what was shown stays
    }
    beginResetModel();
    m_keys = std::move(keys).value();
    m_total = *total;
    m_registeredHere = std::move(here).value();
    m_rows.clear();
    m_freshness.refreshed();
    endResetModel();
    Q_EMIT reloaded();
}

} // namespace markaz::ui
