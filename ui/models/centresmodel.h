// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/centrerepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/centrereminders.h"
#include "ui/models/freshness.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// How a centre stands, as the filter asks for it.
enum class CentreClock { InForce, Expiring, Surveillance, TooManySeats, Lapsed, Closed };

/// The centres of the scope. The programme aims at 5,000 of them at most, so all rows are held.
class CentresModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, City, Seats, Rate, Occupancy, Certificate, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, OverCeilingRole };

    explicit CentresModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// \p clocks: none asks for all.
    void setFilter(const QString &text, const QList<CentreClock> &clocks);
    int rowOf(const QString &id) const;                          ///< -1 when it is not there
    int total() const { return static_cast<int>(m_all.size()); } ///< without the filter
    /// Of all centres, whatever the filter.
    const QList<CentreReminder> &reminders() const { return m_reminders; }
    /// The most that a seat is to cost, in paisa.
    static Result<qint64> ceilingOf(const Services &services);
    void reload();
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    bool sees() const;                         ///< what was reported
    bool isCalled(const CentreRow &row) const; ///< what was typed
    bool matches(const CentreRow &row) const;
    void choose(); ///< of all of them, those that match
    void order();
    QDate today() const { return programmeDay(m_services.workspace.clock.now()); }

    Services m_services;
    CentreRepository m_repository;
    QString m_text;
    QList<int> m_cities; ///< ids of those that are called so in Urdu
    QList<CentreClock> m_clocks;
    QList<CentreRow> m_all;  ///< as they were read last
    QList<CentreRow> m_rows; ///< those of them that match, in their order
    QList<CentreReminder> m_reminders;
    qint64 m_ceiling; ///< of the seat rate, in paisa
    int m_sorted = Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    Freshness m_freshness{[this] { reload(); }};
};

} // namespace markaz::ui
