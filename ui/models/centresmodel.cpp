// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/centresmodel.h"

#include "core/domain/citynames.h"
#include "core/support/programmeday.h"
#include "core/workflow/centres.h"
#include "ui/text/centrewords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/widgets/status.h"

#include <algorithm>
#include <iterator>

namespace markaz::ui {

CentresModel::CentresModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_repository(services.workspace.database)
    , m_ceiling(services.policy.seatRateCeiling.value)
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Centre || entity == Entity::OccupancyReport || entity == Entity::Building ||
            entity == Entity::Certificate || entity == Entity::Assignment || entity == Entity::Inspection ||
            entity == Entity::Policy)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

bool CentresModel::sees() const
{
    return seesMonths(m_services.actor.role);
}

int CentresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CentresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CentresModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const CentreRow &row = m_rows.at(index.row());
    const qint64 ceiling = m_ceiling;
    switch (role) {
    case IdRole:
        return row.id;
    case OverCeilingRole:
        return row.seatRatePaisa > ceiling;
    case ChipRole:
        return index.column() == Certificate
                   ? QVariant::fromValue(centrewords::clock(row, today(), knowsVisits(m_services.actor.role)))
                   : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == Rate)
            return format::plainToolTip(centrewords::rate(row.seatRatePaisa, ceiling));
        return index.column() == Certificate ? format::plainToolTip(row.certificate.number) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == Rate)
            return centrewords::rate(row.seatRatePaisa, ceiling);
        break;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Name:
        return row.name;
    case City:
        return format::list({labels::cityName(row.cityId, row.city), format::code(row.buildingCode)});
    case Seats:
        return format::number(row.seats);
    case Rate:
        return row.seatRatePaisa > ceiling ? tr("%1 (above)").arg(format::rupees(row.seatRatePaisa))
                                           : format::rupees(row.seatRatePaisa);
    case Occupancy:
        if (!sees())
            return QStringLiteral("–");
        return row.lastMonth.isEmpty()
                   ? tr("Nothing reported")
                   : format::list({centrewords::month(row.lastMonth), format::percent(row.occupancyBp().value_or(0))});
    case Certificate:
        return centrewords::clock(row, today(), knowsVisits(m_services.actor.role)).word;
    default:
        return {};
    }
}

QVariant CentresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Centre");
    case City:
        return tr("City and building");
    case Seats:
        return tr("Seats");
    case Rate:
        return tr("Seat rate");
    case Occupancy:
        return tr("Last month");
    case Certificate:
        return tr("Certificate");
    default:
        return {};
    }
}

void CentresModel::setFilter(const QString &text, const QList<CentreClock> &clocks)
{
    m_text = text;
    m_cities = citiesCalled(text);
    m_clocks = clocks;
    beginResetModel();
    choose();
    endResetModel();
    Q_EMIT reloaded();
}

void CentresModel::choose()
{
    m_rows.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_rows),
                 [this](const CentreRow &row) { return isCalled(row) && matches(row); });
    order();
}

bool CentresModel::isCalled(const CentreRow &row) const
{
    return row.holds(m_text) || m_cities.contains(row.cityId);
}

bool CentresModel::matches(const CentreRow &row) const
{
    if (m_clocks.isEmpty())
        return true;
    if (row.isClosed())
        return m_clocks.contains(CentreClock::Closed);
    const CentreCertificate &certificate = row.certificate;
    if (!centre::carries(certificate.stage(today())))
        return m_clocks.contains(CentreClock::Lapsed);
    if (m_clocks.contains(CentreClock::InForce))
        return true;
    const auto reminders = centreReminders({row}, today());
    return std::any_of(reminders.begin(), reminders.end(), [this](const CentreReminder &reminder) {
        return m_clocks.contains(reminder.matter == CentreMatter::Expiring       ? CentreClock::Expiring
                                 : reminder.matter == CentreMatter::TooManySeats ? CentreClock::TooManySeats
                                                                                 : CentreClock::Surveillance);
    });
}

Result<qint64> CentresModel::ceilingOf(const Services &services)
{
    return CentreRepository(services.workspace.database)
        .rateCeiling(services.policy.version, services.policy.seatRateCeiling.value,
                     programmeDay(services.workspace.clock.now()));
}

void CentresModel::reload()
{
    auto all = m_repository.rows(today());
    const auto ceiling = ceilingOf(m_services);
    if (!all || !ceiling) {
        Q_EMIT failed(all ? ceiling.error() : all.error());
        return; // what was shown stays
    }
    beginResetModel();
    m_ceiling = *ceiling;
    m_all = std::move(all).value();
    m_reminders = centreReminders(m_all, today());
    choose();
    m_freshness.refreshed();
    endResetModel();
    Q_EMIT reloaded();
}

void CentresModel::order()
{
    const auto before = [this](const CentreRow &a, const CentreRow &b) {
        switch (m_sorted) {
        case City:
            return QString::localeAwareCompare(labels::cityName(a.cityId, a.city), labels::cityName(b.cityId, b.city)) <
                   0;
        case Seats:
            return a.seats < b.seats;
        case Rate:
            return a.seatRatePaisa < b.seatRatePaisa;
        case Occupancy:
            return a.occupancyBp().value_or(-1) < b.occupancyBp().value_or(-1);
        case Certificate:
            return a.certificate.validUntil < b.certificate.validUntil;
        default:
            return QString::localeAwareCompare(a.name, b.name) < 0;
        }
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const CentreRow &a, const CentreRow &b) {
        return m_order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
}

void CentresModel::sort(int column, Qt::SortOrder sortOrder)
{
    m_sorted = column;
    m_order = sortOrder;
    beginResetModel();
    order();
    endResetModel();
    Q_EMIT reloaded();
}

int CentresModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace markaz::ui
