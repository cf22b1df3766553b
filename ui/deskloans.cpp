// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Loans: the list under the programme, one of them, and its forms.
#include "core/workflow/loans.h"
#include "ui/desk.h"
#include "ui/deskpages.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/loans/loanpage.h"
#include "ui/pages/loans/loansheet.h"
#include "ui/pages/loans/loanspage.h"
#include "ui/pages/loans/paymentsheet.h"
#include "ui/pages/loans/stepsheet.h"
#include "ui/widgets/frame/mainframe.h"

namespace markaz::ui {
namespace {

const QString kLoanForm = QStringLiteral("loan_form");
const QString kPaymentForm = QStringLiteral("payment_form");
const QString kStepForm = QStringLiteral("loan_step_form");

} // namespace

void Desk::addLoans()
{
    m_loans = new LoansPage(m_services);
    m_frame.addPage(
        {page::kLoans, [] { return tr("Programme"); }, QStringLiteral("office-chart-line-forecast"), true, {}},
        m_loans);
    m_loan = new LoanPage(m_services);
    m_frame.addPage({page::kLoan, {}, {}, true, page::kLoans}, m_loan);
    connect(m_loans, &LoansPage::loanRequested, this, &Desk::openLoan);
    connect(m_loans, &LoansPage::buildingsRequested, this, [this] { m_frame.showPage(page::kBuildings); });
    connect(m_loan, &LoanPage::backRequested, this, [this] { goBack(page::kLoan); });
    connect(m_loan, &LoanPage::buildingRequested, this, [this](const QString &id) {
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(id);
    });
    connect(m_buildings, &BuildingsPage::loanRequested, this, &Desk::openLoan);
    connect(m_buildings, &BuildingsPage::newLoanRequested, this, &Desk::recordLoan);
}

void Desk::openLoan(const QString &id)
{
    if (m_loan == nullptr)
        return;
    m_loan->open(id);
    goOn(page::kLoan, m_frame.current());
}

/// The form lies over the building that the loan is for, and leads to the loan.
LoanSheet *Desk::recordLoan(const QString &buildingId)
{
    auto *sheet = new LoanSheet(m_services, buildingId, m_buildings);
    connect(sheet, &LoanSheet::saved, this, &Desk::openLoan);
    return sheet;
}

QJsonObject Desk::unfinishedLoan() const
{
    QJsonObject all;
    const QWidget &window = *m_frame.window();
    for (const auto &[key, form] : {std::pair{kLoanForm, LoanSheet::unfinishedIn(window)},
                                    std::pair{kPaymentForm, PaymentSheet::unfinishedIn(window)},
                                    std::pair{kStepForm, StepSheet::unfinishedIn(window)}}) {
        if (!form.isEmpty())
            all.insert(key, form);
    }
    if (m_frame.current() == page::kLoan)
        all.insert(QStringLiteral("loan"), m_loan->loanId());
    return all;
}

/// What was being entered of a loan, back where it was.
bool Desk::resumeLoan(const QJsonObject &unfinished)
{
    const auto of = [&unfinished](const QString &key) { return unfinished.value(key).toObject(); };
    if (of(kLoanForm).isEmpty() && of(kPaymentForm).isEmpty() && of(kStepForm).isEmpty())
        return false;
    if (m_loan == nullptr) { // reading is closed
        for (const QString &key : {kLoanForm, kPaymentForm, kStepForm}) {
            if (unfinished.contains(key))
                m_carried.insert(key, unfinished.value(key));
        }
        return false;
    }
    const QJsonObject form = of(kLoanForm);
    if (!form.isEmpty() && !form.contains(QStringLiteral("loan"))) {
        const QString building = form.value(QStringLiteral("building")).toString();
        m_frame.showPage(page::kBuildings);
        m_buildings->showBuilding(building);
        recordLoan(building)->resume(form);
        return true;
    }
    const QJsonObject one = !form.isEmpty() ? form : !of(kPaymentForm).isEmpty() ? of(kPaymentForm) : of(kStepForm);
    openLoan(one.value(QStringLiteral("loan")).toString());
    const auto back = !form.isEmpty()               ? m_loan->resumeChange(one)
                      : !of(kPaymentForm).isEmpty() ? m_loan->resumePayment(one)
                                                    : m_loan->resumeStep(one);
    if (!back)
        say(back.error());
    return back.ok();
}

} // namespace markaz::ui
