// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figurerowsmodel.h"

namespace markaz::ui {

FigureRowsModel::FigureRowsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_repository(services.workspace.database, &services.workspace.clock)
    , m_columns(figurecolumns::shown(m_asked))
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity != Entity::Owner && entity != Entity::Evidence && entity != Entity::Conflict)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int FigureRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int FigureRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const FigureRow *FigureRowsModel::row(int index) const
{
    return m_blocks.row(m_ids, index, [this](const QStringList &ids) { return m_repository.rows(m_asked, ids); });
}

std::optional<FigureRow> FigureRowsModel::rowAt(int index) const
{
    const FigureRow *found = index >= 0 && index < m_ids.size() ? row(index) : nullptr;
    return found == nullptr ? std::nullopt : std::optional(*found);
}

QVariant FigureRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_ids.size() || index.column() >= m_columns.size())
        return {};
    const figurecolumns::Column column = m_columns.at(index.column());
    if (role == Qt::TextAlignmentRole)
        return figurecolumns::isFigure(column) ? QVariant(static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter))
                                               : QVariant();
    if (role != Qt::DisplayRole && role != ChipRole)
        return {};
    const FigureRow *found = row(index.row());
    if (found == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return figurecolumns::text(column, *found, m_asked, m_services);
    const auto chip = figurecolumns::chip(column, *found);
    return chip ? QVariant::fromValue(*chip) : QVariant();
}

QVariant FigureRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::TextAlignmentRole && figurecolumns::isFigure(m_columns.at(section)))
        return static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(figurecolumns::title(m_columns.at(section))) : QVariant();
}

void FigureRowsModel::setAsked(const FigureAsked &asked)
{
    beginResetModel();
    m_asked = asked;
    m_columns = figurecolumns::shown(asked);
    m_ids.clear();
    m_blocks.clear();
    endResetModel();
    reload();
}

void FigureRowsModel::reload()
{
    auto ids = m_repository.ids(m_asked);
    if (!ids) {
        Q_EMIT failed(ids.error());
        return; // what was shown stays
    }
    beginResetModel();
    m_ids = std::move(ids).value();
    m_blocks.clear();
    m_freshness.refreshed();
    endResetModel();
    Q_EMIT reloaded();
}

} // namespace markaz::ui
