// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/loans.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

#include <QJsonObject>

class QComboBox;
class QLabel;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class DateField;
class MoneyField;

/// Records money of a loan that moved: paid out, repaid, or given back of the subsidy.
class PaymentSheet final : public Sheet
{
    Q_OBJECT
public:
    /// \p instead: the payment that is corrected; nothing: another one is recorded.
    PaymentSheet(const Services &services, const Loan &loan, const std::optional<LoanPayment> &instead, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void saved();

protected:
    void leave() override;

private:
    void build();
    PaymentKind kind() const;
    qint64 left() const; ///< of that kind, beside the payment that is corrected
    PaymentEntry entry() const;
    QHash<QString, QWidget *> fields() const;
    void refresh();
    void save();

    Services m_services;
    Loan m_loan;
    std::optional<LoanPayment> m_instead;
    QJsonObject m_shown; ///< fields() as they were filled
    QComboBox *m_kind = nullptr;
    MoneyField *m_amount = nullptr;
    MoneyField *m_principal = nullptr;
    QWidget *m_principalRow = nullptr;
    DateField *m_on = nullptr;
    QLabel *m_hint = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui
