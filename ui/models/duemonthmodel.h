// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDate>
#include <QMap>

namespace markaz::ui {

/// Six weeks around one month, a row each, and how many visits are due on each day. Weeks begin, and days of rest fall,
/// as in Pakistan, in either language: that is the country's and not the words'.
class DueMonthModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        DateRole = Qt::UserRole + 1, ///< QDate
        CountRole,                   ///< int: open visits due on it
        LateRole,                    ///< bool: they are overdue
        OutsideRole,                 ///< bool: of the month before or after
        RestRole,                    ///< bool: no working day
        TodayRole,                   ///< bool
    };
    static constexpr int kWeeks = 6;

    explicit DueMonthModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setMonth(const QDate &any); ///< the month that it lies in; forgets the counts
    QDate month() const { return m_month; }
    void setToday(const QDate &today);
    void setDue(const QMap<QDate, int> &due);
    QDate first() const { return m_first; } ///< of the six weeks
    QDate last() const { return m_first.addDays(qint64(kWeeks) * 7 - 1); }
    QDate dateAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QDate &date) const; ///< invalid outside the six weeks
    /// "3 due", "2 overdue"; empty when nothing is.
    static QString words(int count, bool late);

private:
    QDate m_month; ///< its first day
    QDate m_first;
    QDate m_today;
    QMap<QDate, int> m_due;
};

} // namespace markaz::ui
