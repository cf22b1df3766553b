// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/stepsheet.h"

#include "ui/text/loanwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace markaz::ui {
namespace {

constexpr int kMostReason = 1000;
const QString kError = QStringLiteral("error");

QString titleOf(LoanStep step)
{
    switch (step) {
    case LoanStep::Return:
        return StepSheet::tr("Back to draft");
    case LoanStep::Decline:
        return StepSheet::tr("The loan is declined");
    case LoanStep::Approve:
        return StepSheet::tr("The bank approved it");
    default:
        return StepSheet::tr("Close the loan");
    }
}

QString explanationOf(LoanStep step, bool owed)
{
    switch (step) {
    case LoanStep::Return:
        return StepSheet::tr("Say what is missing. Bank, amount and terms can be changed again.");
    case LoanStep::Decline:
        return StepSheet::tr("Say why. A declined loan stays as it is; another one may be applied for.");
    case LoanStep::Approve:
        return StepSheet::tr("Bank, amount and terms are fixed from now on. Say more where there is more to say.");
    default:
        if (!owed)
            return StepSheet::tr("Nothing is owed any more. The loan stays as it is then.");
        return StepSheet::tr("Something is owed still. Say why it is given up; the loan stays as it is then.");
    }
}

} // namespace

StepSheet::StepSheet(const Services &services, const Loan &loan, LoanStep step, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_loan(loan.id())
    , m_step(step)
    , m_needed(loan::needsReason(loan, step))
{
    setObjectName(QStringLiteral("loanStepSheet"));
    setTitle(titleOf(step));
    card()->setNote(loan.bank());
    auto *words = plainLabel(explanationOf(step, loan::isOwed(loan)), this);
    words->setWordWrap(true);
    body()->addWidget(words);
    m_reason = new QPlainTextEdit(this);
    m_reason->setObjectName(QStringLiteral("loanReason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(96);
    limitText(m_reason, kMostReason);
    body()->addWidget(labelled(tr("Reason"), m_reason, m_needed));
    m_cancel = new AskTwice(QStringLiteral("cancelStep"), QStringLiteral("keepStepForm"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(titleOf(step), this);
    m_save->setObjectName(QStringLiteral("saveStep"));
    m_save->setProperty("role",
                        step != LoanStep::Return && m_needed ? QStringLiteral("danger") : QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &StepSheet::refresh);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &StepSheet::save);
    refresh();
    present(m_reason);
}

void StepSheet::refresh()
{
    const bool said = !m_reason->toPlainText().trimmed().isEmpty();
    m_save->setEnabled(said || !m_needed);
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"), said ? tr("What you entered is not saved.") : QString());
}

void StepSheet::save()
{
    const auto done = Loans(m_services.workspace).move(m_services.actor, m_loan, m_step, m_reason->toPlainText());
    if (!done)
        return messages()->post(kError, Message::of(done.error()));
    close();
    Q_EMIT saved();
}

QJsonObject StepSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const StepSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    return {{QStringLiteral("loan"), sheet->m_loan},
            {QStringLiteral("step"), token(sheet->m_step)},
            {QStringLiteral("reason"), sheet->m_reason->toPlainText()}};
}

void StepSheet::resume(const QJsonObject &unfinished)
{
    m_reason->setPlainText(unfinished.value(QStringLiteral("reason")).toString());
    refresh();
}

void StepSheet::leave()
{
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui
