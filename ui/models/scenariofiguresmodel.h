// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// A scenario that was computed, with what was tried of its ranges.
struct ComputedScenario
{
    QString name;
    ScenarioResult result;
    std::optional<ScenarioBands> bands = std::nullopt;
};

/// Every figure of a scenario, one a row, with its band, and beside that the same figure of another scenario and by how
/// much this one is more.
class ScenarioFiguresModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Figure, Value, Band, Other, Difference, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setContent(const ComputedScenario &scenario, const std::optional<ComputedScenario> &other);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString figure;
        enum class Unit { Money, Count, Share } unit = Unit::Money;
        std::optional<qint64> value;
        std::optional<qint64> other;
        QString band;
    };
    static QString text(Row::Unit unit, qint64 value);
    void build();
    ComputedScenario m_scenario;
    std::optional<ComputedScenario> m_other;
    QList<Row> m_rows;
};

} // namespace markaz::ui
