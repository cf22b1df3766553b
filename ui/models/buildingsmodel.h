// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"
#include "core/workflow/changes.h"
#include "ui/models/freshness.h"

#include <QAbstractTableModel>
#include <QCache>

namespace markaz::ui {

/// The buildings table: the keys of the filtered, sorted list, and rows fetched by blocks as they are painted, so that
/// memory and time grow with what is seen and not with what there is.
class BuildingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The last two are shown when somebody chooses them.
    enum Column {
        Code,
        Name,
        CityName,
        Tier,
        StageColumn,
        Area,
        IdleSince,
        LastScore,
        Address,
        ProvinceName,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 1,
        SampleRole,
        ScoreRole,  ///< basis points; -1 = never scored
        MergedRole, ///< bool: into another one; found by its code alone
    };

    /// \p role: of the account that looks; see labels::stageSeenBy().
    BuildingsModel(Workspace &workspace, markaz::Role role, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The cities as a sort by them has them: labels::citiesInOrder(). Before the first sort.
    void setCityOrder(const QList<int> &cities) { m_cities = cities; }
    void setFilter(const BuildingFilter &filter);
    const BuildingFilter &filter() const { return m_filter; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_order; }
    QString idAt(int row) const;                         ///< empty when there is no such row
    const QList<qint64> &keys() const { return m_keys; } ///< as filtered and sorted
    /// What a column is called in settings and in files, whatever the language.
    static QString keyOf(int column);
    /// What stands in the stage's place of a merged building: "Merged into LHE-0042".
    static QString mergedInto(const QString &code);
    static QString titleOf(int column);   ///< on the screen and at the head of a file
    int rowOf(const QString &id) const;   ///< -1 when it is not in the list
    int total() const { return m_total; } ///< without the filter
    void reload();
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    const BuildingRow *row(int index) const;

    markaz::Role m_role;
    BuildingRepository m_repository;
    BuildingFilter m_filter;
    QList<int> m_cities;
    int m_sortColumn = Code;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QList<qint64> m_keys;
    int m_total = 0;
    QSet<QString> m_registeredHere;
    Freshness m_freshness{[this] { reload(); }};
    mutable QCache<int, BuildingRow> m_rows; ///< by row
};

} // namespace markaz::ui
