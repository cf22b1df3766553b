// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings/findingspage.h"

#include "ui/pages/findings/findingdetail.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kDetailWidth = 376;
const QString kFailed = QStringLiteral("failed");

} // namespace

FindingsPage::FindingsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Findings"), parent)
    , m_services(services)
    , m_model(services)
{
    setObjectName(QStringLiteral("findingsPage"));
    build();
    connect(&m_model, &FindingsModel::reloaded, this, &FindingsPage::reloaded);
    connect(&m_model, &FindingsModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
}

void FindingsPage::build()
{
    body()->addWidget(buildFilters());
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("findingsTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Findings"));
    m_table->setWidths({88, 216, 0, 96, 112, 112});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsPage::currentChanged);
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, this, &FindingsPage::clearFilter);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    m_detail = new FindingDetail(m_services, this);
    m_detail->setFixedWidth(kDetailWidth);
    m_detail->hide();
    connect(m_detail, &FindingDetail::closed, this, &FindingsPage::closeDetail);
    connect(m_detail, &FindingDetail::inspectionRequested, this, &FindingsPage::inspectionRequested);
    connect(m_detail, &FindingDetail::failed, this,
            [this](const Error &error) { messages()->post(kFailed, Message::of(error)); });
    connect(m_detail, &FindingDetail::moved, this, [this] { messages()->withdraw(kFailed); });
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(m_stack, 1);
    panes->addWidget(m_detail);
    body()->addLayout(panes, 1);
}

QWidget *FindingsPage::buildFilters()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_search->setPlaceholderText(tr("Code or name of the building"));
    m_search->setAccessibleName(tr("Filter by code or name of the building"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("view-filter")), QLineEdit::LeadingPosition);
    m_search->setFixedWidth(232);
    m_state = new FilterChip(tr("State"), bar);
    m_state->setObjectName(QStringLiteral("findingsState"));
    m_severity = new FilterChip(tr("Severity"), bar);
    m_severity->setObjectName(QStringLiteral("findingsSeverity"));
    QList<FilterOption> states;
    for (FindingState state : allValues<FindingState>())
        states.append({token(state), labels::of(state)});
    m_state->setOptions(states);
    QList<FilterOption> severities;
    for (Severity severity : allValues<Severity>())
        severities.append({token(severity), labels::of(severity)});
    m_severity->setOptions(severities);
    auto *clear = new QPushButton(tr("Clear"), bar);
    clear->setProperty("role", QStringLiteral("flat"));
    m_count = plainLabel(bar);
    row->addWidget(m_search);
    for (FilterChip *chip : {m_state, m_severity}) {
        row->addWidget(chip);
        connect(chip, &FilterChip::chosenChanged, this, &FindingsPage::applyFilter);
    }
    row->addWidget(clear);
    row->addStretch();
    row->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, &FindingsPage::applyFilter);
    connect(clear, &QPushButton::clicked, this, &FindingsPage::clearFilter);
    return bar;
}

void FindingsPage::applyFilter()
{
    m_model.setFilter({m_search->text().trimmed(), m_state->chosen(), m_severity->chosen()});
}

void FindingsPage::clearFilter()
{
    m_search->clear();
    for (FilterChip *chip : {m_state, m_severity})
        chip->setChosen({});
    applyFilter();
}

void FindingsPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    m_count->setText(tr("%1 of %2 findings").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
    if (m_model.total() == 0)
        m_empty->setContent(
            QStringLiteral("check-ring"),
            m_services.actor.role == Role::Inspector
                ? tr("No finding was raised yet. Raise one in an inspection, beside an item that fails.")
                : tr("No finding was raised yet. Inspectors raise them beside the items that fail."));
    else
        m_empty->setContent(QStringLiteral("view-filter"), tr("No finding matches. Clear the filters to see all."),
                            tr("Clear the filters"));
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (m_selected.isEmpty())
        return;
    // The list was made anew: the selection follows the finding, not the row.
    if (const int row = m_model.rowOf(m_selected); row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    m_detail->showFinding(m_selected);
}

void FindingsPage::currentChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    m_selected = current.data(FindingsModel::IdRole).toString();
    messages()->withdraw(kFailed);
    m_detail->showFinding(m_selected);
    m_detail->show();
}

void FindingsPage::closeDetail()
{
    m_selected.clear();
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_detail->hide();
}

void FindingsPage::showFinding(const QString &id)
{
    m_model.setActive(true);
    if (m_model.rowOf(id) < 0)
        clearFilter();
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void FindingsPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void FindingsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui
