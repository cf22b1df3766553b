// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingsmodel.h"

#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/status.h"

namespace markaz::ui {

FindingsModel::FindingsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_repository(services.workspace.database)
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Finding || entity == Entity::Building)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const FindingRow *FindingsModel::row(int index) const
{
    return m_blocks.row(m_ids, index, [this](const QStringList &ids) { return m_repository.rows(ids); });
}

QString FindingsModel::itemWords(const QString &code) const
{
    const Item *item = m_services.standards.item(code);
    if (item == nullptr) // of a version of the standard that is not known here
        return format::code(code);
    const QString few = item->shortText.in(isUrdu());
    return QStringLiteral("%1  %2").arg(format::code(code), few.isEmpty() ? item->text.in(isUrdu()) : few);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size())
        return {};
    if (role == IdRole)
        return m_ids.at(index.row());
    if (role != Qt::DisplayRole && role != ChipRole && role != OverdueRole && role != Qt::ToolTipRole)
        return {};
    const FindingRow *r = row(index.row());
    if (r == nullptr)
        return {};
    if (role == OverdueRole)
        return r->isOverdue(today());
    if (role == ChipRole) {
        if (index.column() == SeverityColumn)
            return QVariant::fromValue(chips::severity(r->severity));
        return index.column() == State ? QVariant::fromValue(chips::finding(r->state, r->isOverdue(today())))
                                       : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        const Item *item = m_services.standards.item(r->item);
        return index.column() == ItemName && item != nullptr ? format::plainToolTip(item->text.in(isUrdu()))
                                                             : QVariant();
    }
    switch (index.column()) {
    case Code:
        return r->buildingCode;
    case Building:
        return format::list({r->buildingName, labels::cityName(r->cityId, r->city)});
    case ItemName:
        return itemWords(r->item);
    case Due:
        return format::date(r->due);
    case SeverityColumn:
        return labels::of(r->severity);
    case State:
        return r->isOverdue(today()) ? labels::overdue() : labels::of(r->state);
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("Code");
    case Building:
        return tr("Building");
    case ItemName:
        return tr("Item");
    case Due:
        return tr("Due");
    case SeverityColumn:
        return tr("Severity");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void FindingsModel::setFilter(const FindingFilter &filter)
{
    m_filter = filter;
    read(false);
}

void FindingsModel::read(bool keepOrder)
{
    auto ids = m_repository.ids(m_filter);
    auto total = m_repository.count();
    if (!ids || !total) {
        Q_EMIT failed(!ids ? ids.error() : total.error());
        return; // what was shown stays
    }
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    m_total = *total;
    m_blocks.clear();
    m_freshness.refreshed();
    if (keepOrder && !m_ids.isEmpty() && sorted(*ids) == sorted(m_ids)) {
        m_orderKept = *ids != m_ids;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_ids = std::move(ids).value();
        m_orderKept = false;
        endResetModel();
    }
    Q_EMIT reloaded();
}

void FindingsModel::setActive(bool active)
{
    m_freshness.setActive(active);
    if (active && m_orderKept)
        read(false);
}

} // namespace markaz::ui
