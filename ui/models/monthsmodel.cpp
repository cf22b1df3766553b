// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/monthsmodel.h"

#include "core/support/programmeday.h"
#include "ui/text/centrewords.h"
#include "ui/text/format.h"

namespace markaz::ui {

int MonthsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_months.size());
}

int MonthsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MonthsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_months.size())
        return {};
    const OccupancyReport &month = m_months.at(index.row());
    if (role == IdRole)
        return month.id();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case MonthName:
        return format::month(month.month().firstDay());
    case Taken:
        return centrewords::taken(month.seatsTaken(), month.seats());
    case Freelancers:
        return format::number(month.freelancers());
    case DgSkills:
        return format::number(month.dgSkills());
    case OtherStaff:
        return format::number(month.otherStaff());
    case Rate:
        return format::rupees(month.seatRatePaisa());
    case Trainings:
        return tr("%1 and %2").arg(format::number(month.trainings()), format::number(month.events()));
    case Exports:
        return month.exportUsdCents() ? centrewords::dollars(*month.exportUsdCents()) : QStringLiteral("–");
    case Reported:
        return format::list({format::shortDate(programmeDay(month.madeAt())), m_authors.value(index.row())});
    default:
        return {};
    }
}

QVariant MonthsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MonthName:
        return tr("Month");
    case Taken:
        return tr("Seats taken");
    case Freelancers:
        return tr("Freelancers");
    case DgSkills:
        return tr("DG Skills");
    case OtherStaff:
        return tr("Other staff");
    case Rate:
        return tr("Rate");
    case Trainings:
        return tr("Trainings, events");
    case Exports:
        return tr("Exports told");
    case Reported:
        return tr("Reported");
    default:
        return {};
    }
}

void MonthsModel::setMonths(const QList<OccupancyReport> &months, const QStringList &authors)
{
    beginResetModel();
    m_months = months;
    m_authors = authors;
    endResetModel();
}

int MonthsModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_months.size(); ++i) {
        if (m_months.at(i).id() == id)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace markaz::ui
