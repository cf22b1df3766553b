// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/paymentsheet.h"

#include "core/support/programmeday.h"
#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace markaz::ui {
namespace {

const QString kError = QStringLiteral("error");
const QString kEntered = QStringLiteral("entered");
const QString kKind = QStringLiteral("kind");

} // namespace

PaymentSheet::PaymentSheet(const Services &services, const Loan &loan, const std::optional<LoanPayment> &instead,
                           QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_loan(loan)
    , m_instead(instead)
{
    setObjectName(QStringLiteral("paymentSheet"));
    build();
    setTitle(m_instead ? tr("Correct the payment") : tr("Record money"));
    card()->setNote(m_loan.bank());
    const auto kinds =
        m_instead ? Result(QList{m_instead->kind}) : Loans(services.workspace).payable(services.actor, loan);
    if (!kinds)
        messages()->post(kError, Message::of(kinds.error()));
    for (const PaymentKind kind : kinds ? *kinds : QList<PaymentKind>())
        m_kind->addItem(loanwords::payment(kind), token(kind));
    if (m_instead) {
        m_amount->setHundredths(m_instead->paisa);
        if (m_instead->kind == PaymentKind::Repayment)
            m_principal->setHundredths(m_instead->principalPaisa);
        m_on->setDate(m_instead->on);
    }
    m_shown = enteredIn(fields());
    refresh();
    present(m_kind->count() > 1 ? static_cast<QWidget *>(m_kind) : m_amount);
}

void PaymentSheet::build()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("paymentKind"));
    WheelGuard::protect(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PaymentSheet::refresh);
    const auto amount = [this](const char *name) {
        auto *field = new MoneyField(loan::kMostPrincipal, this);
        field->setObjectName(QLatin1String(name));
        connect(field, &QLineEdit::textChanged, this, &PaymentSheet::refresh);
        return field;
    };
    m_amount = amount("paymentAmount");
    m_principal = amount("paymentPrincipal");
    m_on = new DateField(this);
    m_on->setObjectName(QStringLiteral("paymentOn"));
    connect(m_on->line(), &QLineEdit::textChanged, this, &PaymentSheet::refresh);
    form->addWidget(labelled(tr("What moved"), m_kind, true), 0, 0, 1, 2);
    form->addWidget(labelled(tr("Amount, Rs"), m_amount, true), 1, 0);
    form->addWidget(labelled(tr("On"), m_on, true), 1, 1);
    m_principalRow = labelled(tr("Of which principal, Rs"), m_principal, true);
    form->addWidget(m_principalRow, 2, 0);
    m_hint = plainLabel(this);
    m_hint->setObjectName(QStringLiteral("paymentHint"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    form->addWidget(m_hint, 3, 0, 1, 2);
    form->setColumnStretch(0, 1);
    form->setColumnStretch(1, 1);
    body()->addLayout(form);
    m_cancel = new AskTwice(QStringLiteral("cancelPayment"), QStringLiteral("keepPaymentForm"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("savePayment"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &PaymentSheet::save);
}

PaymentKind PaymentSheet::kind() const
{
    return paymentKindOf(m_kind->currentData().toString()).value_or(PaymentKind::Disbursement);
}

qint64 PaymentSheet::left() const
{
    const qint64 freed = !m_instead                         ? 0
                         : kind() == PaymentKind::Repayment ? m_instead->principalPaisa
                                                            : m_instead->paisa;
    return loan::left(m_loan, kind()) + freed;
}

PaymentEntry PaymentSheet::entry() const
{
    return {kind(), m_amount->hundredths().value_or(0),
            kind() == PaymentKind::Repayment ? m_principal->hundredths().value_or(0) : 0, m_on->date()};
}

QHash<QString, QWidget *> PaymentSheet::fields() const
{
    return {{kKind, m_kind},
            {QStringLiteral("amount"), m_amount},
            {QStringLiteral("principal"), m_principal},
            {QStringLiteral("on"), m_on->line()}};
}

/// Says at once what cannot be, and how much is left.
void PaymentSheet::refresh()
{
    if (m_save == nullptr) // still being built
        return;
    const bool repays = kind() == PaymentKind::Repayment;
    m_principalRow->setVisible(repays);
    const qint64 left = this->left();
    const PaymentEntry entry = this->entry();
    QStringList words;
    if (m_amount->isOdd() || (repays && m_principal->isOdd()))
        words.append(tr("An amount cannot be read, or is too large: digits, and at most two behind the point."));
    if (repays && entry.principalPaisa > entry.paisa)
        words.append(tr("More principal would be repaid than is paid."));
    if ((repays ? entry.principalPaisa : entry.paisa) > left)
        words.append(tr("This is more than is left."));
    if (entry.on.isValid() && entry.on > programmeDay(m_services.workspace.clock.now()))
        words.append(tr("This day has not come."));
    const bool mayBegin = m_instead && kind() == PaymentKind::Disbursement;
    if (entry.on.isValid() && m_loan.paidOutOn().isValid() && entry.on < m_loan.paidOutOn() && !mayBegin)
        words.append(tr("Nothing was paid out on this day yet."));
    const bool wrong = !words.isEmpty();
    words.append(kind() == PaymentKind::Disbursement ? tr("Left to pay out: %1.").arg(loanwords::amount(left))
                 : repays ? tr("Principal left to repay: %1. What is paid beyond its principal is mark-up.")
                                .arg(loanwords::amount(left))
                          : tr("Left to give back: %1.").arg(loanwords::amount(left)));
    m_hint->setText(words.join(QLatin1Char(' ')));
    QJsonObject now = enteredIn(fields());
    now.insert(kKind, m_shown.value(kKind)); // which of them is chosen is nothing that was entered
    const bool touched = now != m_shown;
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"), touched ? tr("What you entered is not saved.") : QString());
    m_save->setEnabled(!wrong && m_kind->count() > 0 && entry.paisa > 0 && entry.on.isValid() &&
                       (!repays || !m_principal->isEmpty()));
}

void PaymentSheet::save()
{
    const auto done =
        Loans(m_services.workspace).pay(m_services.actor, m_loan.id(), entry(), m_instead ? m_instead->id : QString());
    if (!done)
        return messages()->post(kError, Message::of(done.error()));
    close();
    Q_EMIT saved();
}

QJsonObject PaymentSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const PaymentSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    QJsonObject all{{QStringLiteral("loan"), sheet->m_loan.id()}, {kEntered, enteredIn(sheet->fields())}};
    if (sheet->m_instead)
        all.insert(QStringLiteral("payment"), sheet->m_instead->id);
    return all;
}

void PaymentSheet::resume(const QJsonObject &unfinished)
{
    enterInto(fields(), unfinished.value(kEntered).toObject());
    refresh();
}

void PaymentSheet::leave()
{
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui
