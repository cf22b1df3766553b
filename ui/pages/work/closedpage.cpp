// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/work/closedpage.h"

#include "ui/text/contactwords.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {

ClosedPage::ClosedPage(const QString &title, Shows shows, const Services &services, QWidget *parent)
    : ListPage(title, parent)
    , m_services(services)
    , m_shows(shows)
{
    setObjectName(QStringLiteral("closedPage"));
    messages()->post(QStringLiteral("closed"), {Status::Warn, closedSentence(services.reading), {}, {}, false});
    auto *list = new QWidget(this);
    m_drafts = new QVBoxLayout(list);
    m_drafts->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(scrolling(list, this), 1);
    reload();
}

void ClosedPage::showEvent(QShowEvent *event)
{
    reload();
    ListPage::showEvent(event);
}

void ClosedPage::reload()
{
    clear(m_drafts);
    if (m_shows == Shows::Nothing)
        return;
    const auto drafts = InspectionRepository(m_services.workspace.database)
                            .list({QStringLiteral("draft")}, m_services.actor.accountId, 200);
    if (!drafts) {
        messages()->post(QStringLiteral("load"), Message::of(drafts.error()));
        return;
    }
    messages()->withdraw(QStringLiteral("load"));
    auto *card = new Card;
    card->setTitle(tr("Your open inspections"));
    card->setNote(QString::number(drafts->size()));
    card->setHeadLine(true);
    for (const InspectionRow &draft : *drafts)
        card->body()->addWidget(rowOf(draft));
    if (drafts->isEmpty())
        card->body()->addWidget(plainLabel(tr("There are none on this laptop."), card));
    m_drafts->addWidget(card);
    m_drafts->addStretch(1);
}

QWidget *ClosedPage::rowOf(const InspectionRow &draft)
{
    auto *entry = new QWidget;
    auto *line = new QHBoxLayout(entry);
    line->setContentsMargins(0, 4, 0, 4);
    auto *words = plainLabel(
        QStringLiteral("%1  %2").arg(format::code(draft.buildingCode), format::words(draft.buildingName)), entry);
    alignLeading(words);
    line->addWidget(words, 1);
    auto *building = new QPushButton(tr("Building"), entry);
    building->setObjectName(QStringLiteral("building.") + draft.buildingId);
    building->setAccessibleName(tr("The building %1").arg(draft.buildingName));
    auto *go = new QPushButton(tr("Continue"), entry);
    go->setObjectName(QStringLiteral("continue.") + draft.id);
    go->setAccessibleName(tr("Continue %1").arg(draft.buildingName));
    line->addWidget(building);
    line->addWidget(go);
    connect(building, &QPushButton::clicked, this, [this, id = draft.buildingId] { Q_EMIT buildingRequested(id); });
    connect(go, &QPushButton::clicked, this, [this, id = draft.id] { Q_EMIT inspectionRequested(id); });
    return entry;
}

} // namespace markaz::ui
