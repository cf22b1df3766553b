// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/loans/loanspage.h"

#include "core/workflow/loans.h"
#include "ui/deskpages.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/programmetabs.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {

LoansPage::LoansPage(const Services &services, QWidget *parent)
    : ListPage(tr("Programme"), parent)
    , m_services(services)
    , m_model(services)
{
    setObjectName(QStringLiteral("loansPage"));
    auto *tabs = new ProgrammeTabs(services.actor.role, page::kLoans, header());
    connect(tabs, &ProgrammeTabs::pageRequested, this, &LoansPage::pageRequested);
    build();
    connect(&m_model, &LoansModel::reloaded, this, &LoansPage::reloaded);
    connect(&m_model, &LoansModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LoansModel::Since, Qt::DescendingOrder);
}

void LoansPage::build()
{
    m_filter = new FilterBar(tr("Code or name of the building, owner, bank or city"),
                             tr("Filter by building, owner, bank or city"), this);
    m_filter->field()->setObjectName(QStringLiteral("loansSearch"));
    QList<FilterOption> options;
    for (const LoanState state : allValues<LoanState>())
        options.append({token(state), loanwords::state(state)});
    m_state = m_filter->addChip(tr("State"), options);
    m_state->setObjectName(QStringLiteral("loansState"));
    connect(m_filter, &FilterBar::changed, this, [this] {
        QList<LoanState> states;
        for (const LoanState state : allValues<LoanState>()) {
            if (m_state->chosen().contains(token(state)))
                states.append(state);
        }
        m_model.setFilter(m_filter->words(), states);
    });
    body()->addSpacing(8);
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("loansTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Loans"));
    m_table->setWidths({0, 128, 216, 168, 128, isUrdu() ? 168 : 144, 112});
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &index) { Q_EMIT loanRequested(index.data(LoansModel::IdRole).toString()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            m_selected = row.data(LoansModel::IdRole).toString();
    });
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, this, [this] {
        if (m_model.total() == 0)
            Q_EMIT buildingsRequested();
        else
            m_filter->clear();
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

void LoansPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    m_filter->setCount(tr("%1 of %2 loans").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    m_filter->setVisible(m_model.total() > 0);
    if (m_model.total() > 0)
        m_empty->setContent(QStringLiteral("view-filter"), tr("No loan matches. Clear the filters to see all."),
                            tr("Clear the filters"));
    else if (recordsLoans(m_services.actor.role))
        m_empty->setContent(QStringLiteral("office-chart-line-forecast"),
                            tr("No loan is recorded yet. Choose a building, and record the loan of its owner there."),
                            tr("Go to the buildings"));
    else
        m_empty->setContent(QStringLiteral("office-chart-line-forecast"),
                            tr("No loan is recorded yet. Officers record them at the building."));
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (const int row = m_model.rowOf(m_selected); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void LoansPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void LoansPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui
