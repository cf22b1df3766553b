// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/duemonthmodel.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace markaz::ui {

/// A month of what is due, and one day chosen in it. Arrows go from day to day and on into other months, Page Up and
/// Page Down from month to month, Home and End to the month's first and last day.
class DueCalendar final : public QFrame
{
    Q_OBJECT
public:
    explicit DueCalendar(QWidget *parent = nullptr);
    void setToday(const QDate &today);
    void setDue(const QMap<QDate, int> &due) { m_model.setDue(due); }
    void setDay(const QDate &day); ///< emits spanChanged() where it lies in another month
    QDate day() const { return m_day; }
    QDate first() const { return m_model.first(); } ///< of what is shown
    QDate last() const { return m_model.last(); }

Q_SIGNALS:
    void dayChosen(const QDate &day); ///< by the person
    void spanChanged();               ///< other weeks show: what is due in them is to be said

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void measure();
    void choose(const QDate &day);
    QDate wanted(int key) const; ///< invalid: the key is none of the calendar's

    DueMonthModel m_model;
    QDate m_day;
    QDate m_today;
    QLabel *m_title;
    QTableView *m_view;
    bool m_setting = false;
};

} // namespace markaz::ui
