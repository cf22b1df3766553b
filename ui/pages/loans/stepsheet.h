// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/loans.h"
#include "ui/services.h"
#include "ui/widgets/sheet.h"

#include <QJsonObject>

class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;

/// Takes a step of a loan that needs its reason, or that nothing takes back.
class StepSheet final : public Sheet
{
    Q_OBJECT
public:
    StepSheet(const Services &services, const Loan &loan, LoanStep step, QWidget *page);

    /// What stands in the sheet that lies over \p window and is not saved; empty: there is none.
    static QJsonObject unfinishedIn(const QWidget &window);
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void saved();

protected:
    void leave() override;

private:
    void refresh();
    void save();

    Services m_services;
    QString m_loan;
    LoanStep m_step;
    bool m_needed; ///< the reason
    QPlainTextEdit *m_reason;
    AskTwice *m_cancel;
    QPushButton *m_save;
};

} // namespace markaz::ui
