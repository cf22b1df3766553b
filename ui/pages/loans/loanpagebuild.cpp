// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in loanpage.cpp.
#include "ui/models/evidencemodel.h"
#include "ui/pages/loans/breakevencard.h"
#include "ui/pages/loans/loanpage.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kSideWidth = 336;
constexpr int kScheduleHeight = 288;
constexpr int kPaymentsHeight = 152;
constexpr int kStripHeight = 116;

} // namespace

void LoanPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &LoanPage::backRequested);
    m_remove = new AskTwice(QStringLiteral("removeLoan"), QStringLiteral("keepTheLoan"), this);
    m_remove->setWords(tr("Remove"), tr("Remove the draft"), tr("It was begun by mistake and goes from all lists."));
    m_edit = new QPushButton(tr("Change…"), this);
    m_edit->setObjectName(QStringLiteral("changeLoan"));
    m_record = new QPushButton(tr("Record money…"), this);
    m_record->setObjectName(QStringLiteral("recordMoney"));
    m_header->addAction(m_remove);
    m_header->addAction(m_edit);
    m_header->addAction(m_record);
    buildSteps();
    column->addWidget(m_header);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(16, 12, 16, 0);
    column->addWidget(m_messages);
    m_content = new QWidget;
    auto *panes = new QHBoxLayout(m_content);
    panes->setContentsMargins(16, 12, 16, 16);
    panes->setSpacing(12);
    panes->addWidget(buildMain(), 1);
    panes->addWidget(buildSide());
    column->addWidget(scrolling(m_content, this), 1);
    connect(m_remove, &AskTwice::confirmed, this, &LoanPage::removeLoan);
}

void LoanPage::buildSteps()
{
    // What takes something back stands before what leads on.
    for (const LoanStep step :
         {LoanStep::Return, LoanStep::Decline, LoanStep::Close, LoanStep::Apply, LoanStep::Approve}) {
        auto *button = new QPushButton(loanwords::step(step), this);
        button->setObjectName(QStringLiteral("loanStep.") + token(step));
        if (step == LoanStep::Apply || step == LoanStep::Approve)
            button->setProperty("role", QStringLiteral("primary"));
        if (step == LoanStep::Decline)
            button->setProperty("role", QStringLiteral("danger"));
        connect(button, &QPushButton::clicked, this, [this, step] { takeStep(step); });
        m_header->addAction(button);
        m_steps.insert(step, button);
    }
}

QWidget *LoanPage::buildMain()
{
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_scheduleCard = new Card(main);
    m_scheduleCard->setTitle(tr("Schedule"));
    m_scheduleSum = plainLabel(m_scheduleCard);
    m_scheduleSum->setObjectName(QStringLiteral("scheduleSum"));
    m_scheduleSum->setWordWrap(true);
    m_scheduleCard->body()->addWidget(m_scheduleSum);
    m_scheduleTable = new TableView(m_scheduleCard);
    m_scheduleTable->setObjectName(QStringLiteral("scheduleTable"));
    m_scheduleTable->setModel(&m_schedule);
    m_scheduleTable->setAccessibleName(tr("Schedule"));
    m_scheduleTable->setWidths({68, 104, 116, 108, 108, 116, 0});
    m_scheduleTable->setMinimumHeight(kScheduleHeight);
    m_scheduleCard->body()->addWidget(m_scheduleTable, 1);
    column->addWidget(m_scheduleCard, 2);
    m_breakEven = new BreakEvenCard(main);
    column->addWidget(m_breakEven);

    auto *money = new Card(main);
    money->setTitle(tr("Money that moved"));
    m_takeBack = new AskTwice(QStringLiteral("takePaymentBack"), QStringLiteral("keepThePayment"), money);
    m_takeBack->setWords(tr("Take back"), tr("Take it back"), tr("It was recorded by mistake and goes."));
    m_correct = new QPushButton(tr("Correct…"), money);
    m_correct->setObjectName(QStringLiteral("correctPayment"));
    money->head()->addWidget(m_takeBack);
    money->head()->addWidget(m_correct);
    m_noPayments = plainLabel(money);
    m_noPayments->setWordWrap(true);
    m_noPayments->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    money->body()->addWidget(m_noPayments);
    m_paymentsTable = new TableView(money);
    m_paymentsTable->setObjectName(QStringLiteral("paymentsTable"));
    m_paymentsTable->setModel(&m_payments);
    m_paymentsTable->setAccessibleName(tr("Money that moved"));
    m_paymentsTable->setWidths({112, 176, 136, 136, 0});
    m_paymentsTable->setMinimumHeight(kPaymentsHeight);
    money->body()->addWidget(m_paymentsTable, 1);
    column->addWidget(money, 1);
    buildDocuments(column);
    connect(m_takeBack, &AskTwice::confirmed, this, &LoanPage::takeBack);
    connect(m_paymentsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { readyPayments(); });
    connect(m_correct, &QPushButton::clicked, this, &LoanPage::correct);
    connect(m_paymentsTable, &TableView::opened, this, [this] {
        if (m_correct->isVisibleTo(this))
            correct();
    });
    return main;
}

void LoanPage::buildDocuments(QVBoxLayout *column)
{
    auto *card = new Card(this);
    card->setTitle(tr("Documents"));
    m_addDocument = new QPushButton(tr("Add files…"), card);
    m_addDocument->setObjectName(QStringLiteral("addLoanDocument"));
    card->head()->addWidget(m_addDocument);
    m_documentWords = plainLabel(card);
    m_documentWords->setObjectName(QStringLiteral("documentWords"));
    m_documentWords->setWordWrap(true);
    card->body()->addWidget(m_documentWords);
    m_strip = new PhotoStrip(card);
    m_strip->setObjectName(QStringLiteral("loanDocuments"));
    m_strip->setAccessibleName(tr("Documents"));
    m_strip->setModel(m_documents.get());
    m_strip->setMinimumHeight(kStripHeight);
    card->body()->addWidget(m_strip);
    column->addWidget(card);
    connect(m_addDocument, &QPushButton::clicked, this, &LoanPage::chooseFiles);
    connect(m_strip, &PhotoStrip::removeRequested, this, &LoanPage::removeDocument);
    connect(m_strip, &PhotoStrip::openRequested, this, [this](int row) {
        auto *viewer = new PhotoViewer(m_services, *m_documents, m_edit->isVisibleTo(this), this); // goes by itself
        viewer->setMarkable(false); // a copy that is drawn on is an inspection's
        connect(viewer, &PhotoViewer::failed, this, &LoanPage::say);
        connect(viewer, &PhotoViewer::removeRequested, this, &LoanPage::removeDocument);
        viewer->showRow(row);
    });
}

QWidget *LoanPage::buildSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto card = [&](const QString &title, QVBoxLayout **rows) {
        auto *made = new Card(side);
        made->setTitle(title);
        *rows = new QVBoxLayout;
        (*rows)->setSpacing(0);
        made->body()->addLayout(*rows);
        column->addWidget(made);
        return made;
    };
    card(tr("Money"), &m_moneyRows);
    Card *terms = card(tr("Terms"), &m_termRows);
    auto *building = new QPushButton(tr("Open the building"), terms);
    building->setObjectName(QStringLiteral("openBuildingOfLoan"));
    auto *ways = new QHBoxLayout;
    ways->setContentsMargins(0, 8, 0, 0);
    ways->addWidget(building);
    ways->addStretch();
    terms->body()->addLayout(ways);
    card(tr("Steps so far"), &m_historyRows);
    column->addStretch();
    connect(building, &QPushButton::clicked, this, [this] { Q_EMIT buildingRequested(m_buildingId); });
    return side;
}

} // namespace markaz::ui
