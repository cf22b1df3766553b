// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/duemonthmodel.h"

#include "ui/text/calendarwords.h"
#include "ui/text/format.h"

#include <QLocale>

namespace markaz::ui {
namespace {

constexpr int kDays = 7;

const QLocale &country()
{
    static const QLocale pakistan(QLocale::Urdu, QLocale::Pakistan);
    return pakistan;
}

} // namespace

DueMonthModel::DueMonthModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int DueMonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_first.isValid() ? 0 : kWeeks;
}

int DueMonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kDays;
}

QDate DueMonthModel::dateAt(const QModelIndex &index) const
{
    return index.isValid() ? m_first.addDays(index.row() * kDays + index.column()) : QDate();
}

QModelIndex DueMonthModel::indexOf(const QDate &date) const
{
    if (!date.isValid() || date < first() || date > last())
        return {};
    const auto at = static_cast<int>(m_first.daysTo(date));
    return index(at / kDays, at % kDays);
}

QString DueMonthModel::words(int count, bool late)
{
    if (count == 0)
        return {};
    return late ? tr("%1 overdue").arg(format::number(count)) : tr("%1 due").arg(format::number(count));
}

QVariant DueMonthModel::data(const QModelIndex &index, int role) const
{
    const QDate date = dateAt(index);
    if (!date.isValid())
        return {};
    const int count = m_due.value(date);
    const bool late = date < m_today;
    switch (role) {
    case Qt::DisplayRole:
        return format::isolate(QString::number(date.day()));
    case Qt::AccessibleTextRole:
        return format::list({format::longDate(date), date == m_today ? tr("today") : QString(),
                             count == 0 ? tr("nothing due") : words(count, late)});
    case Qt::ToolTipRole:
        return count == 0 ? QVariant() : format::plainToolTip(words(count, late));
    case DateRole:
        return date;
    case CountRole:
        return count;
    case LateRole:
        return late && count > 0;
    case OutsideRole:
        return date.month() != m_month.month();
    case RestRole:
        return !country().weekdays().contains(static_cast<Qt::DayOfWeek>(date.dayOfWeek()));
    case TodayRole:
        return date == m_today;
    default:
        return {};
    }
}

QVariant DueMonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return format::weekday((country().firstDayOfWeek() - 1 + section) % kDays + 1);
}

void DueMonthModel::setMonth(const QDate &any)
{
    beginResetModel();
    m_month = QDate(any.year(), any.month(), 1);
    m_first = m_month.addDays(-((m_month.dayOfWeek() - country().firstDayOfWeek() + kDays) % kDays));
    m_due.clear();
    endResetModel();
}

void DueMonthModel::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(kWeeks - 1, kDays - 1));
}

void DueMonthModel::setDue(const QMap<QDate, int> &due)
{
    m_due = due;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(kWeeks - 1, kDays - 1));
}

} // namespace markaz::ui
