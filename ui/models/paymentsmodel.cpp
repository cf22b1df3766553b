// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/paymentsmodel.h"

#include "ui/text/format.h"
#include "ui/text/loanwords.h"

namespace markaz::ui {

void PaymentsModel::setPayments(const QList<LoanPayment> &payments, const QStringList &names)
{
    beginResetModel();
    m_payments = payments;
    m_names = names;
    endResetModel();
}

int PaymentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_payments.size());
}

int PaymentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PaymentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_payments.size())
        return {};
    const LoanPayment &payment = m_payments.at(index.row());
    if (role == IdRole)
        return payment.id;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case On:
        return format::date(payment.on);
    case What:
        return loanwords::payment(payment.kind);
    case Amount:
        return loanwords::amount(payment.paisa);
    case Principal:
        return payment.kind == PaymentKind::Repayment ? loanwords::amount(payment.principalPaisa) : QStringLiteral("–");
    case By:
        return m_names.value(index.row());
    default:
        return {};
    }
}

QVariant PaymentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case On:
        return tr("On");
    case What:
        return tr("What moved");
    case Amount:
        return tr("Amount");
    case Principal:
        return tr("Of which principal");
    case By:
        return tr("Recorded by");
    default:
        return {};
    }
}

} // namespace markaz::ui
