// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/loansheet.h"

#include "core/finance/schedule.h"
#include "core/workflow/loanpolicy.h"
#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/enteredfields.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace markaz::ui {
namespace {

constexpr int kNotGiven = -1;
const QString kError = QStringLiteral("error");
const QString kEntered = QStringLiteral("entered");
const QString kShown = QStringLiteral("shown");

QJsonValue orNull(const std::optional<int> &bp)
{
    return bp ? QJsonValue(*bp) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const LoanEntry &entry)
{
    return {{QStringLiteral("bank"), entry.bank},
            {QStringLiteral("reference"), entry.bankReference},
            {QStringLiteral("principal"), entry.principalPaisa},
            {QStringLiteral("policy"), entry.policyVersion},
            {QStringLiteral("kind"), entry.spreadBp.has_value()},
            {QStringLiteral("fixed"), orNull(entry.markupBp)},
            {QStringLiteral("spread"), orNull(entry.spreadBp)},
            {QStringLiteral("kibor"), orNull(entry.kiborBp)},
            {QStringLiteral("tenor"), entry.tenorMonths},
            {QStringLiteral("grace"), entry.graceMonths},
            {QStringLiteral("notes"), entry.notes}};
}

LoanEntry entryIn(const QJsonObject &kept)
{
    const auto text = [&kept](const char *key) { return kept.value(QLatin1String(key)).toString(); };
    const auto bp = [&kept](const char *key) {
        const QJsonValue value = kept.value(QLatin1String(key));
        return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
    };
    return {text("bank"),
            text("reference"),
            kept.value(QStringLiteral("principal")).toInteger(),
            kept.value(QStringLiteral("policy")).toInt(),
            bp("fixed"),
            bp("spread"),
            bp("kibor"),
            kept.value(QStringLiteral("tenor")).toInt(),
            kept.value(QStringLiteral("grace")).toInt(),
            text("notes")};
}

std::optional<int> bpOf(const MoneyField &field)
{
    const auto hundredths = field.hundredths();
    return hundredths ? std::optional(static_cast<int>(*hundredths)) : std::nullopt;
}

} // namespace

LoanSheet::LoanSheet(const Services &services, const QString &buildingId, QWidget *page)
    : LoanSheet(services, buildingId, std::nullopt, page)
{
}

LoanSheet::LoanSheet(const Services &services, const Loan &loan, QWidget *page)
    : LoanSheet(services, loan.buildingId(), loan, page)
{
}

LoanSheet::LoanSheet(const Services &services, const QString &buildingId, const std::optional<Loan> &loan,
                     QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_buildingId(buildingId)
    , m_loan(loan)
{
    setObjectName(QStringLiteral("loanSheet"));
    build();
    const auto proposal = loan ? Result<LoanEntry>(entryOf(*loan)) : Loans(services.workspace).proposal();
    if (!proposal)
        messages()->post(kError, Message::of(proposal.error()));
    m_shown = proposal ? *proposal : LoanEntry();
    if (auto policy = policyOf(m_services.workspace, m_shown.policyVersion))
        m_policy = std::move(policy).value();
    else
        messages()->post(kError, Message::of(policy.error()));
    setTitle(loan ? tr("Change the loan") : tr("Record a loan"));
    const auto building = m_services.workspace.records.requireAs<Building>(buildingId);
    if (building)
        card()->setNote(format::list({format::code(building->code().toString()), building->name()}));
    fill(m_shown);
    if (loan && !loan::mayEdit(loan->state())) { // what was agreed is shown and stays
        for (QWidget *field : std::initializer_list<QWidget *>{m_bank, m_principal, m_kind, m_fixed, m_kibor, m_spread,
                                                               m_tenor, m_grace})
            field->setEnabled(false);
    }
    m_shown = entry();
    refresh();
    present(m_bank->isEnabled() ? m_bank : m_reference);
}

void LoanSheet::build()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto line = [this](const char *name, int most) {
        auto *field = new QLineEdit(this);
        field->setObjectName(QLatin1String(name));
        field->setMaxLength(most);
        field->setMinimumHeight(32);
        connect(field, &QLineEdit::textChanged, this, &LoanSheet::refresh);
        return field;
    };
    const auto amount = [this](const char *name, qint64 most) {
        auto *field = new MoneyField(most, this);
        field->setObjectName(QLatin1String(name));
        connect(field, &QLineEdit::textChanged, this, &LoanSheet::refresh);
        return field;
    };
    const auto months = [this](const char *name, int most) {
        auto *field = new NumberField(most, this);
        field->setObjectName(QLatin1String(name));
        field->setMinimum(kNotGiven);
        connect(field, &QSpinBox::valueChanged, this, &LoanSheet::refresh);
        return field;
    };
    m_bank = line("loanBank", 200);
    m_reference = line("loanReference", 60);
    m_principal = amount("loanPrincipal", loan::kMostPrincipal);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("loanMarkupKind"));
    m_kind->addItem(tr("Fixed"), false);
    m_kind->addItem(tr("KIBOR and a spread"), true);
    WheelGuard::protect(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LoanSheet::refresh);
    m_fixed = amount("loanFixed", loan::kMostBp);
    m_kibor = amount("loanKibor", loan::kMostBp);
    m_spread = amount("loanSpread", loan::kMostBp);
    m_tenor = months("loanTenor", loan::kMostTenor);
    m_grace = months("loanGrace", loan::kMostTenor);
    m_notes = new QPlainTextEdit(this);
    m_notes->setObjectName(QStringLiteral("loanNotes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(72);
    limitText(m_notes, 4000);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &LoanSheet::refresh);
    form->addWidget(labelled(tr("Bank"), m_bank, true), 0, 0, 1, 2);
    form->addWidget(labelled(tr("The bank's number"), m_reference), 0, 2);
    form->addWidget(labelled(tr("Amount, Rs"), m_principal, true), 1, 0);
    form->addWidget(labelled(tr("Tenor with grace, months"), m_tenor, true), 1, 1);
    form->addWidget(labelled(tr("Grace, months"), m_grace, true), 1, 2);
    form->addWidget(labelled(tr("Mark-up"), m_kind, true), 2, 0);
    m_fixedRow = labelled(tr("Mark-up, % a year"), m_fixed, true);
    m_kiborRow = labelled(tr("KIBOR, % a year"), m_kibor, true);
    m_spreadRow = labelled(tr("Spread, % a year"), m_spread, true);
    form->addWidget(m_fixedRow, 2, 1);
    form->addWidget(m_kiborRow, 2, 1);
    form->addWidget(m_spreadRow, 2, 2);
    form->addWidget(labelled(tr("Notes"), m_notes), 3, 0, 1, 3);
    m_hint = plainLabel(this);
    m_hint->setObjectName(QStringLiteral("loanHint"));
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    form->addWidget(m_hint, 4, 0, 1, 3);
    for (int column = 0; column < 3; ++column)
        form->setColumnStretch(column, 1);
    body()->addLayout(form);
    buildFoot();
}

void LoanSheet::buildFoot()
{
    m_cancel = new AskTwice(QStringLiteral("cancelLoan"), QStringLiteral("keepLoanForm"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("saveLoan"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &LoanSheet::save);
}

bool LoanSheet::floats() const
{
    return m_kind->currentData().toBool();
}

void LoanSheet::fill(const LoanEntry &entry)
{
    m_bank->setText(entry.bank);
    m_reference->setText(entry.bankReference);
    m_principal->setHundredths(entry.principalPaisa > 0 ? std::optional(entry.principalPaisa) : std::nullopt);
    m_kind->setCurrentIndex(m_kind->findData(entry.spreadBp.has_value()));
    m_fixed->setHundredths(entry.markupBp);
    m_kibor->setHundredths(entry.kiborBp);
    m_spread->setHundredths(entry.spreadBp);
    m_tenor->setValue(entry.tenorMonths > 0 ? entry.tenorMonths : kNotGiven);
    m_grace->setValue(m_loan ? entry.graceMonths : kNotGiven); // whoever saves says it, nought too
    m_notes->setPlainText(entry.notes);
}

LoanEntry LoanSheet::entry() const
{
    LoanEntry entry;
    entry.bank = m_bank->text().trimmed();
    entry.bankReference = m_reference->text().trimmed();
    entry.principalPaisa = m_principal->hundredths().value_or(0);
    entry.policyVersion = m_shown.policyVersion;
    if (floats()) {
        entry.kiborBp = bpOf(*m_kibor);
        entry.spreadBp = bpOf(*m_spread);
    } else {
        entry.markupBp = bpOf(*m_fixed);
    }
    entry.tenorMonths = m_tenor->value();
    entry.graceMonths = m_grace->value();
    entry.notes = m_notes->toPlainText().trimmed();
    return entry;
}

QHash<QString, QWidget *> LoanSheet::fields() const
{
    return {{QStringLiteral("bank"), m_bank},     {QStringLiteral("reference"), m_reference},
            {QStringLiteral("kind"), m_kind},     {QStringLiteral("principal"), m_principal},
            {QStringLiteral("fixed"), m_fixed},   {QStringLiteral("kibor"), m_kibor},
            {QStringLiteral("spread"), m_spread}, {QStringLiteral("tenor"), m_tenor},
            {QStringLiteral("grace"), m_grace},   {QStringLiteral("notes"), m_notes}};
}

/// What is not as it was shown, as it stands in its field: it may be half typed.
QJsonObject LoanSheet::entered() const
{
    QJsonObject all;
    const QJsonObject now = toJson(entry());
    const QJsonObject shown = toJson(m_shown);
    const QJsonObject texts = enteredIn(fields());
    const QHash<QString, MoneyField *> money{{QStringLiteral("principal"), m_principal},
                                             {QStringLiteral("fixed"), m_fixed},
                                             {QStringLiteral("kibor"), m_kibor},
                                             {QStringLiteral("spread"), m_spread}};
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        const MoneyField *amount = money.value(it.key());
        const bool kind = it.key() == QLatin1String("kind") && floats() != m_shown.spreadBp.has_value();
        if (kind || (amount != nullptr && amount->isOdd()) || now.value(it.key()) != shown.value(it.key()))
            all.insert(it.key(), it.value());
    }
    return all;
}

/// What cannot be of what was entered.
QStringList LoanSheet::wrongs(const LoanEntry &entry) const
{
    QStringList words;
    if (m_principal->isOdd() || (floats() ? m_kibor->isOdd() || m_spread->isOdd() : m_fixed->isOdd()))
        words.append(tr("A number cannot be read, or is too large: digits, and at most two behind the point."));
    if (!m_principal->isEmpty() && !m_principal->isOdd() && entry.principalPaisa < 1)
        words.append(tr("The amount is nothing."));
    if (m_policy && Paisa{entry.principalPaisa} > m_policy->loanCap)
        words.append(
            tr("The amount is above the cap of the programme, %1.").arg(loanwords::amount(m_policy->loanCap.value)));
    if (entry.tenorMonths == 0)
        words.append(tr("The tenor is at least one month."));
    if (entry.tenorMonths > 0 && entry.graceMonths >= entry.tenorMonths)
        words.append(tr("The grace is part of the tenor and shorter than it."));
    if (entry.spreadBp.value_or(0) + entry.kiborBp.value_or(0) > loan::kMostBp)
        words.append(tr("KIBOR and spread are together more than 100 % a year."));
    return words;
}

bool LoanSheet::isComplete(const LoanEntry &entry) const
{
    const bool rate = floats() ? entry.spreadBp && entry.kiborBp : entry.markupBp.has_value();
    return !entry.bank.isEmpty() && entry.principalPaisa > 0 && entry.tenorMonths > 0 && entry.graceMonths >= 0 && rate;
}

/// What it comes to: the first instalment that repays, and what the subsidy takes over.
QString LoanSheet::monthly(const LoanEntry &entry) const
{
    const int markup = entry.markupBp.value_or(entry.spreadBp.value_or(0) + entry.kiborBp.value_or(0));
    const auto plan =
        scheduleLoan({Paisa{entry.principalPaisa}, markup, entry.tenorMonths, entry.graceMonths}, {},
                     {{QDate(), m_policy ? m_policy->subsidyShareBp : 0, m_policy ? m_policy->igniteShareBp : 0}});
    if (!plan)
        return {};
    const Instalment &first = plan->rows.at(entry.graceMonths).instalment;
    return tr("%1 a month after the grace; mark-up of %2 in all, of which the subsidy takes %3.")
        .arg(format::rupees(first.payment().value), format::rupees(plan->interest.whole().value),
             format::rupees(plan->interest.subsidy().value));
}

/// Says at once what cannot be, and what it comes to.
void LoanSheet::refresh()
{
    if (m_save == nullptr) // still being built
        return;
    m_fixedRow->setVisible(!floats());
    m_kiborRow->setVisible(floats());
    m_spreadRow->setVisible(floats());
    const LoanEntry entry = this->entry();
    QStringList words = wrongs(entry);
    const bool complete = isComplete(entry);
    const bool right = words.isEmpty() && complete;
    if (right)
        words.append(monthly(entry));
    else if (words.isEmpty() && m_policy)
        words.append(tr("The programme's cap is %1 (policy %2). Where there is no grace, enter 0.")
                         .arg(loanwords::amount(m_policy->loanCap.value), format::number(m_policy->version)));
    m_hint->setText(words.join(QLatin1Char(' ')));
    m_cancel->setWords(tr("Cancel"), tr("Throw it away"),
                       entered().isEmpty() ? QString() : tr("What you entered is not saved."));
    m_save->setEnabled(right);
}

void LoanSheet::save()
{
    Loans loans(m_services.workspace);
    const auto done = m_loan ? loans.edit(m_services.actor, m_loan->id(), entry(), m_shown)
                             : loans.record(m_services.actor, m_buildingId, entry());
    if (!done)
        return messages()->post(kError, Message::of(done.error()));
    const QString id = done->id();
    close();
    Q_EMIT saved(id);
}

QJsonObject LoanSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const LoanSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    QJsonObject all{{QStringLiteral("building"), sheet->m_buildingId}, {kEntered, sheet->entered()}};
    if (sheet->m_loan) {
        all.insert(QStringLiteral("loan"), sheet->m_loan->id());
        all.insert(kShown, toJson(sheet->m_shown));
    }
    return all;
}

void LoanSheet::resume(const QJsonObject &unfinished)
{
    const QJsonObject entered = unfinished.value(kEntered).toObject();
    if (m_loan) {
        const QJsonObject over = unfinished.value(kShown).toObject();
        QJsonObject shown = toJson(m_shown);
        for (auto it = entered.begin(); it != entered.end(); ++it)
            shown.insert(it.key(), over.value(it.key()));
        m_shown = entryIn(shown);
    }
    enterInto(fields(), entered);
    refresh();
}

void LoanSheet::leave()
{
    refresh();
    m_cancel->press();
}

} // namespace markaz::ui
