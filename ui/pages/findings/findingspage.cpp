// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings/findingspage.h"

#include "ui/pages/findings/findingdetail.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kDetailWidth = 376;
const QString kFailed = QStringLiteral("failed");

// The members of what is unfinished.
const QString kTyped = QStringLiteral("typed");
const QString kShown = QStringLiteral("shown");

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
    buildFilters();
    body()->addWidget(m_filter);
    body()->addSpacing(12);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("findingsTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Findings"));
    m_table->setWidths({88, 216, 0, isUrdu() ? 132 : 104, 112, 112});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsPage::currentChanged);
    m_empty = new EmptyPage(this);
    connect(m_empty, &EmptyPage::activated, m_filter, &FilterBar::clear);
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

void FindingsPage::buildFilters()
{
    m_filter = new FilterBar(tr("Code or name of the building"), tr("Filter by code or name of the building"), this);
    m_filter->field()->setObjectName(QStringLiteral("findingsSearch"));
    QList<FilterOption> states;
    for (FindingState state : allValues<FindingState>())
        states.append({token(state), labels::of(state)});
    m_state = m_filter->addChip(tr("State"), states);
    m_state->setObjectName(QStringLiteral("findingsState"));
    QList<FilterOption> severities;
    for (Severity severity : allValues<Severity>())
        severities.append({token(severity), labels::of(severity)});
    m_severity = m_filter->addChip(tr("Severity"), severities);
    m_severity->setObjectName(QStringLiteral("findingsSeverity"));
    connect(m_filter, &FilterBar::changed, this, [this] {
        m_model.setFilter({m_filter->words(), m_state->chosen(), m_severity->chosen()});
    });
}

void FindingsPage::reloaded()
{
    messages()->withdraw(QStringLiteral("load"));
    m_filter->setCount(
        tr("%1 of %2 findings").arg(format::number(m_model.rowCount()), format::number(m_model.total())));
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
        m_filter->clear();
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

QJsonObject FindingsPage::unfinished() const
{
    const QJsonObject typed = m_detail->typed();
    if (typed.isEmpty())
        return {};
    QJsonObject all{{kTyped, typed}};
    if (typed.contains(m_selected))
        all.insert(kShown, m_selected);
    return all;
}

void FindingsPage::resume(const QJsonObject &unfinished)
{
    m_detail->resume(unfinished.value(kTyped).toObject());
    const QString shown = unfinished.value(kShown).toString();
    if (shown.isEmpty())
        return;
    if (isVisible())
        showFinding(shown);
    else
        m_selected = shown; // as if it had been chosen: the list is not read before it is shown
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
