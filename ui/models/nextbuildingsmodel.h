// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/nextcentres.h"
#include "ui/models/placefilter.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// The ranking of the idle buildings, with what each part gave. A filter hides rows and leaves the others their places.
class NextBuildingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Place,
        Building,
        CityName,
        Closes,
        GapPoints,
        PerSeat,
        SubsidyPoints,
        ReadinessWords,
        ReadinessPoints,
        TierPoints,
        Points,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 1, WhyRole };

    explicit NextBuildingsModel(const Gazetteer &gazetteer, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// \p next outlives the model, and changes only before this is called again.
    void setContent(const NextCentres *next, std::vector<RankedBuilding> ranked, const RankingWeights &weights);
    void setFilter(const PlaceFilter &filter, const QString &text);

    /// A row that is shown, with all that is known of it.
    struct Row
    {
        int place = 0; ///< in the whole ranking, from 1
        const IdleBuilding &building;
        const BuildingPlan &plan;
        const RankedBuilding &ranked;
        const City *city = nullptr;
        RankingParts points{}; ///< tenths
    };
    Row row(int index) const;
    int rowOf(const QString &buildingId) const; ///< -1 when it is not there
    int total() const { return static_cast<int>(m_ranked.size()); }
    /// Of the rows that are shown.
    qint64 closes() const { return m_closes; }
    Paisa subsidy() const { return m_subsidy; }

private:
    void choose();

    const Gazetteer &m_gazetteer;
    const NextCentres *m_next = nullptr;
    std::vector<RankedBuilding> m_ranked;
    RankingWeights m_weights;
    PlaceFilter m_filter;
    QString m_text;
    std::vector<int> m_rows; ///< places in m_ranked
    qint64 m_closes = 0;
    Paisa m_subsidy;
};

} // namespace markaz::ui
