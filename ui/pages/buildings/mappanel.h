// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mapclusters.h"
#include "ui/models/buildingsmodel.h"
#include "ui/services.h"

#include <QFrame>

#include <array>
#include <optional>

class QLabel;
class QListView;
class QPushButton;

namespace markaz::ui {

/// The buildings of a circle of the map, beside it: in which cities they lie, how many stand at each stage, and the
/// list of them, of which only the rows in sight are read. Enter or a double click opens one.
class MapPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit MapPanel(const Services &services, QWidget *parent = nullptr);

    struct Circle
    {
        QList<qint64> keys;                  ///< of the buildings in it, of those that the filter leaves
        std::array<int, kMapKinds> stages{}; ///< how many of them are at each Stage
        QString place;                       ///< near which it lies
    };
    /// \p another: a circle that was not shown before; else the chosen row stays chosen and the list where it is.
    void setCircle(const BuildingFilter &filter, const Circle &circle, bool another);
    void takeKeyboard();                      ///< goes to the chosen building, or else to the first
    std::optional<qint64> currentKey() const; ///< of the chosen building, or else of the first

Q_SIGNALS:
    void buildingRequested(const QString &id);
    /// The same buildings as a filter of the table, and what that is called: "Lahore", "3 cities".
    void tableRequested(const QList<qint64> &keys, const QString &words);
    void closed();
    void failed(const markaz::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void sayPlaces(const Circle &circle);
    void sayStages(const Circle &circle);

    Services m_services;
    BuildingsModel m_model;
    QLabel *m_title;
    QLabel *m_count;
    QLabel *m_cities;
    QWidget *m_stages;
    QListView *m_list;
    QPushButton *m_inTable;
};

} // namespace markaz::ui
