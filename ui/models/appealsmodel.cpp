// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/appealsmodel.h"

#include "core/domain/citynames.h"
#include "core/support/programmeday.h"
#include "ui/text/appealwords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/status.h"

#include <algorithm>
#include <iterator>

namespace markaz::ui {

AppealsModel::AppealsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Decision || entity == Entity::Certificate || entity == Entity::Building)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int AppealsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AppealsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

AppealTurn AppealsModel::turnOf(const OpenAppeal &appeal)
{
    if (appeal.row.owed || appeal.row.answered)
        return AppealTurn::Waits;
    return appeal.decides ? AppealTurn::Yours : AppealTurn::AnotherOfficers;
}

QVariant AppealsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const OpenAppeal &appeal = m_rows.at(index.row());
    const AppealRow &row = appeal.row;
    switch (role) {
    case IdRole:
        return row.certificateId;
    case ChipRole:
        return index.column() == Against ? QVariant::fromValue(chips::certificate(row.state))
               : index.column() == Turn  ? QVariant::fromValue(appealwords::turn(appeal))
                                         : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Reason     ? format::plainToolTip(row.reason)
               : index.column() == Recorded ? format::plainToolTip(row.recordedBy)
                                            : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Number:
        return format::code(row.number);
    case Building:
        return format::list({format::code(row.buildingCode), row.buildingName, labels::cityName(row.cityId, row.city)});
    case Against:
        return labels::of(row.state);
    case Reason:
        return row.reason.simplified();
    case Recorded:
        return format::date(programmeDay(row.recordedAt));
    case Turn:
        return appealwords::turn(appeal).word;
    default:
        return {};
    }
}

QVariant AppealsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Certificate");
    case Building:
        return tr("Building");
    case Against:
        return tr("Appeal against");
    case Reason:
        return tr("Reason");
    case Recorded:
        return tr("Recorded");
    case Turn:
        return tr("Who decides");
    default:
        return {};
    }
}

void AppealsModel::setFilter(const QString &text, const QList<CertificateState> &against,
                             const QList<AppealTurn> &turns)
{
    m_text = text;
    m_cities = citiesCalled(text);
    m_against = against;
    m_turns = turns;
    beginResetModel();
    choose();
    endResetModel();
    Q_EMIT reloaded();
}

void AppealsModel::choose()
{
    m_rows.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_rows), [this](const OpenAppeal &appeal) {
        return (appeal.row.holds(m_text) || m_cities.contains(appeal.row.cityId)) &&
               (m_against.isEmpty() || m_against.contains(appeal.row.state)) &&
               (m_turns.isEmpty() || m_turns.contains(turnOf(appeal)));
    });
}

void AppealsModel::reload()
{
    auto all = openAppeals(m_services.workspace, m_services.actor);
    if (!all) {
        Q_EMIT failed(all.error());
        return; // what was shown stays
    }
    beginResetModel();
    m_all = std::move(all).value();
    choose();
    m_freshness.refreshed();
    endResetModel();
    Q_EMIT reloaded();
}

int AppealsModel::rowOf(const QString &certificateId) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).row.certificateId == certificateId)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace markaz::ui
