// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/nextcentres.h"
#include "ui/models/placefilter.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// Cities with their registered freelancers, the seats for them and what is missing; what is most short first, until
/// another column is chosen.
class CityNeedsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, ProvinceName, Tier, Freelancers, Seats, PerThousand, Missing, Ready, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };

    explicit CityNeedsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// \p aim: in words, "6.8"; what the cities are short of.
    void setContent(const QList<CityNeed> &cities, const QString &aim);
    void setFilter(const PlaceFilter &filter);
    const QList<CityNeed> &rows() const { return m_rows; } ///< those that are shown, in their order
    int rowOf(int cityId) const;                           ///< -1 when it is not there
    static QString keyOf(int column);                      ///< a file's name of the column, the same in every language
    static QString titleOf(int column);

private:
    void choose();
    void order();

    QList<CityNeed> m_all;
    QList<CityNeed> m_rows;
    QString m_aim;
    PlaceFilter m_filter;
    int m_sorted = Missing;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace markaz::ui
