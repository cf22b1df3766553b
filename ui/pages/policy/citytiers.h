// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"

#include <QJsonObject>
#include <QMap>
#include <QStandardItemModel>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace markaz::ui {

class CityBox;
class TableView;

/// The cities to which a policy gives another tier than the list of cities has: found by their names, and in a table.
class CityTiers final : public QWidget
{
    Q_OBJECT
public:
    CityTiers(const Gazetteer &gazetteer, QWidget *parent);
    const QMap<int, int> &tiers() const { return m_tiers; }
    void setTiers(const QMap<int, int> &tiers);
    QJsonObject entered() const;
    void enter(const QJsonObject &tiers);
    QWidget *field() const;

Q_SIGNALS:
    void changed();

private:
    void take();
    void takeOut();
    void fill();

    const Gazetteer &m_gazetteer;
    QMap<int, int> m_tiers;
    QStandardItemModel m_model;
    CityBox *m_city;
    QComboBox *m_tier;
    QPushButton *m_set;
    QPushButton *m_out;
    TableView *m_table;
};

} // namespace markaz::ui
