// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/inspectionspage.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {

InspectionsPage::InspectionsPage(const Services &services, QWidget *parent)
    : ListPage(tr("Inspections"), parent)
    , m_services(services)
    , m_model(services.workspace, {}, services.actor.role == Role::Inspector ? services.actor.accountId : QString())
{
    setObjectName(QStringLiteral("inspectionsPage"));
    build();
    connect(&m_model, &InspectionsModel::failed, this,
            [this](const Error &error) { messages()->post(QStringLiteral("load"), Message::of(error)); });
    connect(&m_model, &InspectionsModel::reloaded, this, [this] {
        messages()->withdraw(QStringLiteral("load"));
        m_count->setText(m_model.rowCount() == 1 ? tr("1 inspection")
                                                 : tr("%1 inspections").arg(format::number(m_model.rowCount())));
        m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    });
}

void InspectionsPage::build()
{
    auto *bar = new QHBoxLayout;
    m_states = new SegmentedControl(this);
    m_states->setAccessibleName(tr("Which inspections to show"));
    QList<Segment> segments{{QStringLiteral("all"), tr("All"), {}}};
    for (const char *state : {"draft", "submitted", "returned", "accepted", "rejected"})
        segments.append({QLatin1String(state), labels::inspectionState(QLatin1String(state)), {}});
    m_states->setSegments(segments);
    m_states->setCurrent(QStringLiteral("all"));
    connect(m_states, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_model.setStates(id == QLatin1String("all") ? QStringList() : QStringList{id});
    });
    m_count = plainLabel(this);
    bar->addWidget(m_states);
    bar->addStretch();
    bar->addWidget(m_count);
    body()->addLayout(bar);
    body()->addSpacing(12);

    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("inspectionsTable"));
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Inspections"));
    m_table->setWidths({0, 150, 170, 136, 84, 190, 120});
    connect(m_table, &TableView::opened, this, &InspectionsPage::open);
    m_empty = new EmptyPage(this);
    m_empty->setContent(QStringLiteral("document-edit-verify"),
                        tr("No inspection is here. Choose a building to start one."), tr("Go to the buildings"));
    connect(m_empty, &EmptyPage::activated, this, &InspectionsPage::buildingsRequested);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

void InspectionsPage::showState(const QString &state)
{
    m_states->setCurrent(state);
    m_model.setStates(state == QLatin1String("all") ? QStringList() : QStringList{state});
}

void InspectionsPage::open(const QModelIndex &index)
{
    const QString id = index.data(InspectionsModel::IdRole).toString();
    const bool review = m_services.actor.role == Role::Officer &&
                        index.data(InspectionsModel::StateRole).toString() != QLatin1String("draft");
    if (review)
        Q_EMIT reviewRequested(id);
    else
        Q_EMIT inspectionRequested(id);
}

void InspectionsPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    ListPage::showEvent(event);
}

void InspectionsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    ListPage::hideEvent(event);
}

} // namespace markaz::ui
