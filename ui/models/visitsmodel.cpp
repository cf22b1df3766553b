// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/visitsmodel.h"

#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

namespace markaz::ui {

VisitsModel::VisitsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int VisitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags VisitsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || visitAt(index) == nullptr)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant VisitsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == HeadRole)
        return row.count > 0;
    if (role == LastRole)
        return index.row() + 1 == m_rows.size() || m_rows.at(index.row() + 1).count > 0;
    return row.count > 0 ? headData(row, role) : visitData(row, role);
}

QVariant VisitsModel::headData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (row.group) {
        case Group::Overdue:
            return tr("Overdue");
        case Group::Today:
            return tr("Today");
        case Group::ThisWeek:
            return tr("This week");
        case Group::Later:
            return tr("Later");
        }
        return {};
    case NoteRole:
        return row.count == 1 ? tr("1 visit") : tr("%1 visits").arg(row.count);
    case Qt::AccessibleTextRole:
        return format::list({headData(row, Qt::DisplayRole).toString(), headData(row, NoteRole).toString()});
    case LateRole:
        return row.group == Group::Overdue;
    case IconRole:
        if (row.group == Group::Overdue)
            return QStringLiteral("triangle");
        return row.group == Group::Today ? QStringLiteral("clock") : QStringLiteral("view-calendar");
    default:
        return {};
    }
}

QVariant VisitsModel::visitData(const Row &row, int role) const
{
    const AssignmentRow &visit = row.visit;
    switch (role) {
    case Qt::DisplayRole:
        return visit.buildingName;
    case CodeRole:
        return visit.buildingCode;
    case PlaceRole:
        return format::list(
            {visit.address, labels::cityName(visit.cityId, visit.city), labels::tier(visit.tier).toLower()});
    case KindRole:
        return labels::visitKind(visit.kind);
    case WhenRole:
        return when(visit.due);
    case LateRole:
        return visit.due < m_today;
    case ActionRole:
        return visit.draftId.isEmpty() ? tr("Start") : tr("Continue");
    case Qt::ToolTipRole:
        return format::plainToolTip(
            format::list({visit.buildingName, visitData(row, PlaceRole).toString(), visit.instructions}));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2, %3, %4, %5")
            .arg(visit.buildingCode, visit.buildingName, visitData(row, PlaceRole).toString(),
                 labels::visitKind(visit.kind), when(visit.due));
    default:
        return {};
    }
}

QString VisitsModel::when(const QDate &due) const
{
    const qint64 late = due.daysTo(m_today);
    if (late > 1)
        return tr("%1 days late").arg(late);
    if (late == 1)
        return tr("1 day late");
    return late == 0 ? tr("Today") : format::shortDate(due);
}

void VisitsModel::setVisits(const QList<AssignmentRow> &visits, const QDate &today)
{
    const auto groupOf = [&today](const QDate &due) {
        if (due < today)
            return Group::Overdue;
        if (due == today)
            return Group::Today;
        return due <= today.addDays(7) ? Group::ThisWeek : Group::Later;
    };
    beginResetModel();
    m_rows.clear();
    m_today = today;
    m_due = 0;
    qsizetype head = -1;
    for (const AssignmentRow &visit : visits) {
        const Group group = groupOf(visit.due);
        if (head < 0 || m_rows.at(head).group != group) {
            head = m_rows.size();
            m_rows.append({group, 0, {}});
        }
        ++m_rows[head].count;
        m_rows.append({group, 0, visit});
        m_due += group == Group::Overdue || group == Group::Today ? 1 : 0;
    }
    endResetModel();
}

const AssignmentRow *VisitsModel::visitAt(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).count > 0)
        return nullptr;
    return &m_rows.at(index.row()).visit;
}

QModelIndex VisitsModel::indexOf(const QString &assignmentId) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).count == 0 && m_rows.at(row).visit.id == assignmentId)
            return index(row);
    }
    return {};
}

QModelIndex VisitsModel::firstVisit() const
{
    return m_rows.isEmpty() ? QModelIndex() : index(1); // behind its head
}

} // namespace markaz::ui
