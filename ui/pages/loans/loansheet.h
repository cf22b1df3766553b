// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policy.h"
#include "core/workflow/loans.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

#include <QJsonObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class MoneyField;
class NumberField;

/// Records the loan of a building's owner, or changes one. What cannot be is said as it is typed, with what it comes to
/// a month.
class LoanSheet final : public Sheet
{
    Q_OBJECT
public:
    LoanSheet(const Services &services, const QString &buildingId, QWidget *page);
    LoanSheet(const Services &services, const Loan &loan, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    /// Puts that back, half typed or not. Of a change only what was entered comes back, over what was on show then.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void saved(const QString &loanId);

protected:
    void leave() override;

private:
    LoanSheet(const Services &services, const QString &buildingId, const std::optional<Loan> &loan, QWidget *page);
    void build();
    void buildFoot();
    void fill(const LoanEntry &entry);
    LoanEntry entry() const;
    QHash<QString, QWidget *> fields() const;
    QJsonObject entered() const;
    QStringList wrongs(const LoanEntry &entry) const;
    bool isComplete(const LoanEntry &entry) const;
    QString monthly(const LoanEntry &entry) const;
    void refresh();
    void save();
    bool floats() const;

    Services m_services;
    QString m_buildingId;
    std::optional<Loan> m_loan;
    LoanEntry m_shown;
    std::optional<ProgrammePolicy> m_policy; ///< the version that the loan names
    QLineEdit *m_bank = nullptr;
    QLineEdit *m_reference = nullptr;
    MoneyField *m_principal = nullptr;
    QComboBox *m_kind = nullptr; ///< of mark-up
    QWidget *m_fixedRow = nullptr;
    QWidget *m_kiborRow = nullptr;
    QWidget *m_spreadRow = nullptr;
    MoneyField *m_fixed = nullptr; ///< percent, in hundredths: basis points
    MoneyField *m_kibor = nullptr;
    MoneyField *m_spread = nullptr;
    NumberField *m_tenor = nullptr;
    NumberField *m_grace = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QLabel *m_hint = nullptr;
    AskTwice *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace markaz::ui
