// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/loanpage.h"

#include "core/finance/loanplan.h"
#include "core/storage/loanrepository.h"
#include "core/workflow/loandocuments.h"
#include "core/workflow/loanpolicy.h"
#include "ui/models/evidencemodel.h"
#include "ui/pages/loans/breakevencard.h"
#include "ui/pages/loans/loansheet.h"
#include "ui/pages/loans/paymentsheet.h"
#include "ui/pages/loans/stepsheet.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/thumbnails.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kError = QStringLiteral("error");
const QString kStanding = QStringLiteral("standing");

} // namespace

LoanPage::LoanPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_thumbnails(std::make_unique<Thumbnails>(contentStoreOf(services.workspace)))
    , m_documents(std::make_unique<EvidenceModel>(services, *m_thumbnails))
{
    setObjectName(QStringLiteral("loanPage"));
    build();
    connect(m_edit, &QPushButton::clicked, this, [this] {
        const auto found = loan();
        if (!found)
            return say(found.error());
        connect(new LoanSheet(m_services, *found, this), &LoanSheet::saved, this, &LoanPage::refresh);
    });
    connect(m_record, &QPushButton::clicked, this, [this] {
        if (const auto sheet = payment({}); !sheet)
            say(sheet.error());
    });
    connect(m_documents.get(), &EvidenceModel::failed, this, &LoanPage::say);
    connect(m_documents.get(), &EvidenceModel::modelReset, this, [this] {
        if (const auto found = loan())
            fillDocuments(*found);
    });
    connect(&services.attaching, &AttachQueue::changed, this, [this](const QString &of) {
        const auto found = of == m_id ? loan() : Result<Loan>(makeError(ErrorCode::NotFound, {}));
        if (found)
            fillDocuments(*found);
    });
    connect(&services.attaching, &AttachQueue::failed, this, &LoanPage::tellFailures);
    connect(&services.workspace.notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        static const QSet<Entity> shown{Entity::Loan,   Entity::Building,    Entity::Owner,          Entity::Policy,
                                        Entity::Centre, Entity::Certificate, Entity::OccupancyReport};
        if (shown.contains(entity))
            m_freshness.changed();
    });
    connect(&services.workspace.notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
}

LoanPage::~LoanPage()
{
    m_strip->setModel(nullptr);
}

void LoanPage::showEvent(QShowEvent *event)
{
    m_freshness.setActive(true);
    QWidget::showEvent(event);
}

void LoanPage::hideEvent(QHideEvent *event)
{
    m_freshness.setActive(false);
    QWidget::hideEvent(event);
}

void LoanPage::open(const QString &loanId)
{
    if (m_id != loanId) {
        m_messages->withdraw(kError);
        m_id = loanId;
        m_documents->showLoan(m_id);
    }
    refresh();
    tellFailures();
}

void LoanPage::say(const Error &error)
{
    m_messages->post(kError, Message::of(error));
}

QString LoanPage::accountName(const QString &id) const
{
    const auto account = m_services.workspace.records.find(Entity::Account, id);
    return account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
}

/// It is gone since the list was read.
void LoanPage::showGone(const Error &error)
{
    m_header->setTitle(tr("This loan is gone"));
    m_header->setCode({});
    m_header->setSub(QString());
    m_header->setChip({});
    m_messages->withdraw(kStanding);
    m_content->hide();
    for (QPushButton *button : std::as_const(m_steps))
        button->hide();
    for (QWidget *part :
         {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_record), static_cast<QWidget *>(m_remove)})
        part->hide();
    say(error);
}

void LoanPage::refresh()
{
    m_freshness.refreshed();
    const auto row = LoanRepository(m_services.workspace.database).row(m_id);
    const auto found = loan();
    if (!row || !found)
        return showGone(row ? found.error() : row.error());
    m_content->show();
    m_buildingId = row->buildingId;
    m_header->setCode(row->buildingCode);
    m_header->setTitle(row->buildingName);
    m_header->setSub(QStringList{labels::cityName(row->cityId, row->city), row->owner, row->bank});
    m_header->setChip(loanwords::chip(row->state));
    if (row->state == LoanState::ClawBack)
        m_messages->post(kStanding, {Status::Warn,
                                     {tr("The certificate of this building was revoked."),
                                      tr("What was given of the subsidy until then is to be given back: %1.")
                                          .arg(loanwords::amount(found->clawBackPaisa().value_or(0))),
                                      tr("Record what comes back. An appeal that is allowed lifts this.")},
                                     {},
                                     {},
                                     false});
    else
        m_messages->withdraw(kStanding);
    fillActions(*found);
    fillSchedule(*found);
    fillBreakEven(*found);
    fillPayments(*found);
    fillFacts(*found);
    fillHistory(*found);
    fillDocuments(*found);
}

void LoanPage::fillActions(const Loan &loan)
{
    const Loans loans(m_services.workspace);
    const auto steps = loans.possible(m_services.actor, loan);
    const auto kinds = loans.payable(m_services.actor, loan);
    if (!steps || !kinds)
        say(steps ? kinds.error() : steps.error());
    for (auto it = m_steps.cbegin(); it != m_steps.cend(); ++it)
        it.value()->setVisible(steps && steps->contains(it.key()));
    m_edit->setVisible(loans.mayEdit(m_services.actor, loan).ok());
    m_record->setVisible(kinds && !kinds->isEmpty());
    m_remove->setVisible(loan.state() == LoanState::Draft && m_edit->isVisibleTo(this));
}

void LoanPage::fillSchedule(const Loan &loan)
{
    const auto policy = policyOf(m_services.workspace, loan.policyVersion());
    const auto plan = policy ? planOf(loan, *policy) : Result<LoanSchedule>(policy.error());
    if (!plan) {
        m_schedule.setSchedule({});
        m_scheduleSum->setText({});
        return say(plan.error());
    }
    m_schedule.setSchedule(*plan);
    const InterestSplit &interest = plan->interest;
    QStringList words{tr("Mark-up in all: %1. The owner pays %2 of it, the subsidy takes %3.")
                          .arg(format::rupees(interest.whole().value), format::rupees(interest.owner.value),
                               format::rupees(interest.subsidy().value))};
    if (interest.undecided.value > 0)
        words.append(tr("Who pays the subsidy, Ignite or the PSDP, is not decided in this policy."));
    else if (interest.subsidy().value > 0)
        words.append(tr("Ignite pays %1 of the subsidy, the PSDP %2.")
                         .arg(format::rupees(interest.ignite.value), format::rupees(interest.psdp.value)));
    if (!loan.paidOutOn().isValid())
        words.append(tr("The days follow when the loan is paid out."));
    m_scheduleSum->setText(words.join(QLatin1Char(' ')));
    m_scheduleCard->setNote(tr("policy %1").arg(format::number(policy->version)));
}

void LoanPage::fillBreakEven(const Loan &loan)
{
    const auto carried = loanCarried(m_services.workspace, loan);
    m_breakEven->setVisible(carried.ok());
    if (carried)
        m_breakEven->setContent(*carried);
    else
        say(carried.error());
}

void LoanPage::fillPayments(const Loan &loan)
{
    QList<LoanPayment> payments = loan.payments();
    std::reverse(payments.begin(), payments.end());
    QStringList names;
    for (const LoanPayment &payment : std::as_const(payments))
        names.append(accountName(payment.by));
    m_payments.setPayments(payments, names);
    m_paymentsTable->setVisible(!payments.isEmpty());
    m_noPayments->setVisible(payments.isEmpty());
    m_noPayments->setText(loan.state() == LoanState::Approved
                              ? tr("Nothing was paid out yet. Record the first money when the bank has paid it.")
                              : tr("Nothing was paid out yet."));
    const bool changes = !payments.isEmpty() && m_edit->isVisibleTo(this);
    m_takeBack->setVisible(changes);
    m_correct->setVisible(changes);
    readyPayments();
}

void LoanPage::readyPayments()
{
    m_takeBack->setReady(!chosenPayment().isEmpty(), tr("Choose a payment in the table"));
    m_correct->setEnabled(!chosenPayment().isEmpty());
}

void LoanPage::fillFacts(const Loan &loan)
{
    const LoanTotals totals = loan.totals();
    clear(m_moneyRows);
    const auto fact = [](QVBoxLayout *rows, const QString &label, const QString &value) {
        rows->addWidget(factRow(label, value));
    };
    fact(m_moneyRows, tr("Amount"), loanwords::amount(loan.principalPaisa()));
    fact(m_moneyRows, tr("Paid out"), loanwords::amount(totals.disbursed));
    fact(m_moneyRows, tr("Repaid"), loanwords::amount(totals.repaid));
    fact(m_moneyRows, tr("Of which principal"), loanwords::amount(totals.repaidPrincipal));
    fact(m_moneyRows, tr("Principal owed"), loanwords::amount(totals.disbursed - totals.repaidPrincipal));
    if (loan.clawBackPaisa()) {
        fact(m_moneyRows, tr("To be given back"), loanwords::amount(*loan.clawBackPaisa()));
        fact(m_moneyRows, tr("Given back"), loanwords::amount(totals.recovered));
    }
    clear(m_termRows);
    const auto owner = m_services.workspace.records.find(Entity::Owner, loan.ownerId());
    fact(m_termRows, tr("Owner"),
         owner && *owner ? (*owner)->fields.value(QStringLiteral("name")).toString() : QString());
    fact(m_termRows, tr("Bank"), loan.bank());
    fact(m_termRows, tr("The bank's number"), format::isolate(loan.bankReference()));
    fact(m_termRows, tr("Mark-up"), loanwords::markup(loan));
    fact(m_termRows, tr("Tenor"), loanwords::months(loan.tenorMonths()));
    fact(m_termRows, tr("Of which grace"), loanwords::months(loan.graceMonths()));
    fact(m_termRows, tr("Notes"), loan.notes());
}

void LoanPage::fillHistory(const Loan &loan)
{
    clear(m_historyRows);
    for (const LoanMoment &moment : loan.history()) {
        auto *words = plainLabel(format::list({format::dateTime(moment.at), accountName(moment.by)}));
        words->setWordWrap(true);
        words->setProperty("type", QStringLiteral("secondary"));
        alignLeading(words); // they begin with a day and a name
        auto *line = new QWidget;
        auto *rows = new QVBoxLayout(line);
        rows->setContentsMargins(0, 6, 0, 6);
        rows->setSpacing(2);
        rows->addWidget(new StatusChip(loanwords::chip(moment.state)), 0, Qt::AlignLeading);
        rows->addWidget(words);
        if (!moment.reason.isEmpty()) {
            auto *reason = plainLabel(format::words(moment.reason));
            reason->setWordWrap(true);
            alignLeading(reason);
            rows->addWidget(reason);
        }
        m_historyRows->addWidget(line);
    }
}

void LoanPage::fillDocuments(const Loan &loan)
{
    m_addDocument->setVisible(LoanDocuments(m_services.workspace).mayAttach(m_services.actor, loan).ok());
    const int coming = m_services.attaching.pending(AttachPlace{{}, {}, m_id});
    const int count = m_documents->rowCount();
    m_strip->setVisible(count > 0);
    m_documentWords->setVisible(count == 0 || coming > 0);
    m_documentWords->setText(coming > 0   ? tr("Files that are being checked: %1.").arg(format::number(coming))
                             : count == 0 ? tr("No document is attached: the application, the bank's letter, receipts.")
                                          : QString());
}

QString LoanPage::chosenPayment() const
{
    return m_paymentsTable->selectionModel()
        ->selectedRows(PaymentsModel::On)
        .value(0)
        .data(PaymentsModel::IdRole)
        .toString();
}

void LoanPage::takeStep(LoanStep step)
{
    m_messages->withdraw(kError);
    const auto found = loan();
    if (!found)
        return say(found.error());
    if (step != LoanStep::Apply) { // which is taken back at need
        connect(new StepSheet(m_services, *found, step, this), &StepSheet::saved, this, &LoanPage::refresh);
        return;
    }
    if (auto done = Loans(m_services.workspace).move(m_services.actor, m_id, step); !done)
        return say(done.error());
    refresh();
}

void LoanPage::takeBack()
{
    if (auto done = Loans(m_services.workspace).takeBack(m_services.actor, m_id, chosenPayment()); !done)
        return say(done.error());
    refresh();
}

void LoanPage::removeLoan()
{
    if (auto done = Loans(m_services.workspace).remove(m_services.actor, m_id); !done)
        return say(done.error());
    Q_EMIT backRequested();
}

void LoanPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add files"), QString(),
                                   tr("Photos and PDF (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)"));
    dialog->setObjectName(QStringLiteral("addLoanDocumentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &LoanPage::attach);
    dialog->open();
}

void LoanPage::attach(const QStringList &paths)
{
    for (const QString &path : paths)
        m_services.attaching.add(m_services.actor, AttachPlace{{}, {}, m_id}, QFileInfo(path).fileName(),
                                 AttachQueue::Original::Elsewhere,
                                 [path](const ContentStore &store) { return checkFile(store, path); });
}

void LoanPage::removeDocument(int row)
{
    if (!m_edit->isVisibleTo(this)) // it is over
        return;
    if (auto done = LoanDocuments(m_services.workspace).remove(m_services.actor, m_documents->idAt(row)); !done)
        say(done.error());
}

/// Those of this loan, where the person sees it; the desk tells the others.
void LoanPage::tellFailures()
{
    if (!isVisible())
        return;
    const QList<AttachFailure> failures = m_services.attaching.takeFailures(AttachPlace{{}, {}, m_id});
    for (const AttachFailure &failure : failures)
        m_messages->post(kError, {Status::Bad, failure.sentence(false), {}, {}, true});
}

Result<void> LoanPage::resumeChange(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("loan")).toString());
    const auto found = loan();
    if (!found)
        return found.error();
    auto *sheet = new LoanSheet(m_services, *found, this);
    connect(sheet, &LoanSheet::saved, this, &LoanPage::refresh);
    sheet->resume(unfinished);
    return {};
}

/// The form of a payment: another one, or \p instead, which is corrected.
Result<PaymentSheet *> LoanPage::payment(const QString &instead)
{
    const auto found = loan();
    if (!found)
        return found.error();
    std::optional<LoanPayment> wrong;
    const QList<LoanPayment> payments = found->payments();
    for (const LoanPayment &payment : payments) {
        if (payment.id == instead)
            wrong = payment;
    }
    if (!instead.isEmpty() && !wrong)
        return makeError(ErrorCode::NotFound, QStringLiteral("the payment is gone"), QStringLiteral("payment.gone"));
    auto *sheet = new PaymentSheet(m_services, *found, wrong, this);
    connect(sheet, &PaymentSheet::saved, this, &LoanPage::refresh);
    return sheet;
}

void LoanPage::correct()
{
    if (const auto sheet = payment(chosenPayment()); !sheet)
        say(sheet.error());
}

Result<void> LoanPage::resumePayment(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("loan")).toString());
    const auto sheet = payment(unfinished.value(QStringLiteral("payment")).toString());
    if (!sheet)
        return sheet.error();
    (*sheet)->resume(unfinished);
    return {};
}

Result<void> LoanPage::resumeStep(const QJsonObject &unfinished)
{
    open(unfinished.value(QStringLiteral("loan")).toString());
    const auto found = loan();
    const auto step = parse<LoanStep>(unfinished.value(QStringLiteral("step")).toString());
    if (!found || !step)
        return found ? step.error() : found.error();
    auto *sheet = new StepSheet(m_services, *found, *step, this);
    connect(sheet, &StepSheet::saved, this, &LoanPage::refresh);
    sheet->resume(unfinished);
    return {};
}

} // namespace markaz::ui
