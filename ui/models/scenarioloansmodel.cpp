// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenarioloansmodel.h"

#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/text/scenariowords.h"

namespace markaz::ui {

void ScenarioLoansModel::setLoans(const QList<ScenarioLoan> &loans)
{
    beginResetModel();
    m_loans = loans;
    endResetModel();
}

int ScenarioLoansModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_loans.size());
}

int ScenarioLoansModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScenarioLoansModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_loans.size())
        return {};
    const ScenarioLoan &loan = m_loans.at(index.row());
    if (role == Qt::ToolTipRole)
        return format::plainToolTip(
            format::list({loan.name, scenariowords::tier(loan.tier), loanwords::months(loan.terms.tenorMonths),
                          format::date(loan.paidOut)}));
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return format::words(loan.name);
    case Count:
        return format::number(loan.count);
    case Principal:
        return format::shortRupees(loan.terms.principal.value);
    default:
        return {};
    }
}

QVariant ScenarioLoansModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Loans");
    case Count:
        return tr("Count");
    case Principal:
        return tr("Of");
    default:
        return {};
    }
}

} // namespace markaz::ui
