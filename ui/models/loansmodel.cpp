// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/loansmodel.h"

#include "core/domain/citynames.h"
#include "core/support/programmeday.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/status.h"

#include <algorithm>
#include <iterator>

namespace markaz::ui {

LoansModel::LoansModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Loan || entity == Entity::Building || entity == Entity::Owner)
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

int LoansModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LoansModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LoansModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const LoanRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case ChipRole:
        return index.column() == State ? QVariant::fromValue(loanwords::chip(row.state)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Building ? format::plainToolTip(row.buildingName) : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Building:
        return format::list({format::code(row.buildingCode), row.buildingName});
    case City:
        return labels::cityName(row.cityId, row.city);
    case Owner:
        return row.owner;
    case Bank:
        return row.bank;
    case Amount:
        return format::rupees(row.principalPaisa);
    case State:
        return loanwords::state(row.state);
    case Since:
        return format::date(programmeDay(row.stateAt));
    default:
        return {};
    }
}

QVariant LoansModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Building:
        return tr("Building");
    case City:
        return tr("City");
    case Owner:
        return tr("Owner");
    case Bank:
        return tr("Bank");
    case Amount:
        return tr("Amount");
    case State:
        return tr("State");
    case Since:
        return tr("Since");
    default:
        return {};
    }
}

void LoansModel::setFilter(const QString &text, const QList<LoanState> &states)
{
    m_text = text;
    m_cities = citiesCalled(text);
    m_states = states;
    beginResetModel();
    choose();
    endResetModel();
    Q_EMIT reloaded();
}

bool LoansModel::matches(const LoanRow &row) const
{
    return (row.holds(m_text) || m_cities.contains(row.cityId)) && (m_states.isEmpty() || m_states.contains(row.state));
}

void LoansModel::choose()
{
    m_rows.clear();
    std::copy_if(m_all.cbegin(), m_all.cend(), std::back_inserter(m_rows),
                 [this](const LoanRow &row) { return matches(row); });
    order();
}

void LoansModel::reload()
{
    auto all = LoanRepository(m_services.workspace.database).rows();
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

void LoansModel::order()
{
    const auto before = [this](const LoanRow &a, const LoanRow &b) {
        switch (m_sorted) {
        case Building:
            return a.buildingCode < b.buildingCode;
        case City:
            return QString::localeAwareCompare(labels::cityName(a.cityId, a.city), labels::cityName(b.cityId, b.city)) <
                   0;
        case Owner:
            return QString::localeAwareCompare(a.owner, b.owner) < 0;
        case Bank:
            return QString::localeAwareCompare(a.bank, b.bank) < 0;
        case Amount:
            return a.principalPaisa < b.principalPaisa;
        case State:
            return a.state < b.state;
        default:
            return a.stateAt < b.stateAt;
        }
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const LoanRow &a, const LoanRow &b) {
        return m_order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
}

void LoansModel::sort(int column, Qt::SortOrder sortOrder)
{
    m_sorted = column;
    m_order = sortOrder;
    beginResetModel();
    order();
    endResetModel();
    Q_EMIT reloaded();
}

int LoansModel::rowOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace markaz::ui
