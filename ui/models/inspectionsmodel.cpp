// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspectionsmodel.h"

#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/status.h"

#include <algorithm>

namespace markaz::ui {

InspectionsModel::InspectionsModel(Workspace &workspace, QStringList states, QString inspectorId, QObject *parent)
    : QAbstractTableModel(parent)
    , m_repository(workspace.database)
    , m_states(std::move(states))
    , m_inspectorId(std::move(inspectorId))
{
    connect(&workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Inspection || entity == Entity::Review || entity == Entity::Building)
            m_freshness.changed();
    });
    connect(&workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int InspectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InspectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InspectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const InspectionRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case StateRole:
        return row.state;
    case CodeRole:
        return row.buildingCode;
    case NameRole:
        return row.buildingName;
    case ChipRole:
        return index.column() == StateColumn ? QVariant::fromValue(chips::inspectionState(row.state, row.owed))
                                             : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Building:
        return QStringLiteral("%1  %2").arg(format::code(row.buildingCode), format::words(row.buildingName));
    case CityName:
        return labels::cityName(row.cityId, row.city);
    case Kind:
        return labels::visitOfRevision(row.kind, row.revision);
    case StateColumn:
        return chips::inspectionState(row.state, row.owed).word;
    case ScoreColumn:
        return row.totalBp < 0 ? tr("none") : format::score(row.totalBp);
    case Inspector:
        return row.inspectorName;
    case Date:
        return format::date((row.finishedAt.isValid() ? row.finishedAt : row.startedAt).toLocalTime().date());
    default:
        return {};
    }
}

QVariant InspectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == ScoreColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Building:
        return tr("Building");
    case CityName:
        return tr("City");
    case Kind:
        return tr("Visit");
    case StateColumn:
        return tr("State");
    case ScoreColumn:
        return tr("Score");
    case Inspector:
        return tr("Inspector");
    case Date:
        return tr("Date");
    default:
        return {};
    }
}

void InspectionsModel::setStates(const QStringList &states)
{
    m_states = states;
    reload();
}

void InspectionsModel::setOldestFirst(bool oldestFirst)
{
    m_oldestFirst = oldestFirst;
}

int InspectionsModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

void InspectionsModel::reload()
{
    auto rows = m_repository.list(m_states, m_inspectorId, 5000);
    if (!rows) {
        Q_EMIT failed(rows.error());
        return; // what was shown stays
    }
    beginResetModel();
    m_rows = std::move(rows).value();
    if (m_oldestFirst)
        std::reverse(m_rows.begin(), m_rows.end());
    m_freshness.refreshed();
    endResetModel();
    Q_EMIT reloaded();
}

} // namespace markaz::ui
