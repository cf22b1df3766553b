// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/assignmentsmodel.h"

#include "ui/text/assignmentwords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/status.h"

namespace markaz::ui {
namespace {

QString cityOf(const ListedAssignment &assignment)
{
    return labels::cityName(assignment.cityId, assignment.city);
}

} // namespace

AssignmentsModel::AssignmentsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_repository(services.workspace.database)
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Assignment || entity == Entity::Building || entity == Entity::Account)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int AssignmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int AssignmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const ListedAssignment *AssignmentsModel::row(int index) const
{
    return m_blocks.row(m_ids, index, [this](const QStringList &ids) { return m_repository.rows(ids); });
}

QVariant AssignmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    if (role == IdRole)
        return m_ids.at(index.row());
    if (role != Qt::DisplayRole && role != ChipRole && role != OverdueRole && role != Qt::ToolTipRole)
        return {};
    const ListedAssignment *r = row(index.row());
    if (r == nullptr)
        return {};
    const bool overdue = r->isOverdue(today());
    if (role == OverdueRole)
        return overdue;
    if (role == ChipRole)
        return index.column() == State ? QVariant::fromValue(assignmentChip(r->state, overdue)) : QVariant();
    if (role == Qt::ToolTipRole)
        return index.column() == Building
                   ? format::plainToolTip(format::list({r->buildingName, r->address, cityOf(*r), r->instructions}))
                   : QVariant();
    switch (index.column()) {
    case Code:
        return r->buildingCode;
    case Building:
        return format::list({r->buildingName, cityOf(*r)});
    case Inspector:
        return r->inspectorName.isEmpty() ? tr("Not known on this laptop") : r->inspectorName;
    case Kind:
        return labels::visitKind(r->kind);
    case Due:
        return format::date(r->due);
    case State:
        return overdue ? labels::overdue() : labels::assignmentState(r->state);
    default:
        return {};
    }
}

QVariant AssignmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("Code");
    case Building:
        return tr("Building");
    case Inspector:
        return tr("Inspector");
    case Kind:
        return tr("Kind");
    case Due:
        return tr("Due");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void AssignmentsModel::setFilter(const AssignmentFilter &filter)
{
    m_filter = filter;
    reload();
}

Result<QMap<QDate, int>> AssignmentsModel::dueByDay(const QDate &first, const QDate &last) const
{
    return m_repository.dueByDay(m_filter, first, last);
}

void AssignmentsModel::reload()
{
    auto ids = m_repository.ids(m_filter, today());
    auto total = m_repository.count();
    auto loads = m_repository.inspectors(today());
    if (!ids || !total || !loads) {
        Q_EMIT failed(!ids ? ids.error() : !total ? total.error() : loads.error());
        return; // what was shown stays
    }
    m_total = *total;
    m_loads = std::move(loads).value();
    m_blocks.clear();
    m_freshness.refreshed();
    if (!m_ids.isEmpty() && *ids == m_ids) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_ids = std::move(ids).value();
        endResetModel();
    }
    Q_EMIT reloaded();
}

} // namespace markaz::ui
