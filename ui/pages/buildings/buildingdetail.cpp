// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingdetail.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/workflow/followup.h"
#include "core/workflow/mergebuildings.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/buildingtabs.h"
#include "ui/pages/buildings/mergesheet.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {

BuildingDetail::BuildingDetail(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("buildingDetail"));
    build();
}

void BuildingDetail::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    m_code = plainLabel(this);
    m_code->setFont(currentTheme().font(Type::Code));
    m_stage = new StatusChip(this);
    auto *close = iconButton(QStringLiteral("cross"), tr("Close the detail"), this);
    connect(close, &QToolButton::clicked, this, &BuildingDetail::closed);
    head->addWidget(m_code);
    head->addWidget(m_stage);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);
    m_name = plainLabel(this);
    m_name->setFont(currentTheme().font(Type::CardTitle));
    m_name->setWordWrap(true);
    m_place = plainLabel(this);
    m_place->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_place);
    m_merged = new QWidget(this);
    m_merged->setObjectName(QStringLiteral("mergedBuildings"));
    auto *merged = new QVBoxLayout(m_merged);
    merged->setContentsMargins(0, 0, 0, 0);
    merged->setSpacing(0);
    column->addWidget(m_merged);

    m_tabs = new BuildingTabs(m_services, this);
    column->addWidget(m_tabs, 1);
    connect(m_tabs, &BuildingTabs::inspectionRequested, this, &BuildingDetail::inspectionRequested);
    connect(m_tabs, &BuildingTabs::findingRequested, this, &BuildingDetail::findingRequested);
    connect(m_tabs, &BuildingTabs::certificateRequested, this, &BuildingDetail::certificateRequested);
    connect(m_tabs, &BuildingTabs::centreRequested, this, &BuildingDetail::centreRequested);
    connect(m_tabs, &BuildingTabs::loanRequested, this, &BuildingDetail::loanRequested);
    connect(m_tabs, &BuildingTabs::newLoanRequested, this, &BuildingDetail::newLoanRequested);

    m_followUp = new QPushButton(this);
    m_followUp->setObjectName(QStringLiteral("followUpBuilding"));
    m_followUp->hide();
    column->addWidget(m_followUp);
    connect(m_followUp, &QPushButton::clicked, this, [this] { Q_EMIT followUpRequested(m_id); });
    auto *foot = new QHBoxLayout;
    m_inspect = new QPushButton(tr("Inspect this building"), this);
    m_inspect->setObjectName(QStringLiteral("inspectBuilding"));
    m_inspect->setProperty("role", QStringLiteral("primary"));
    m_edit = new QPushButton(tr("Edit"), this);
    m_edit->setObjectName(QStringLiteral("editBuilding"));
    foot->addWidget(m_inspect, 1);
    foot->addWidget(m_edit);
    column->addLayout(foot);
    m_merge = new QPushButton(this);
    m_merge->setObjectName(QStringLiteral("mergeBuilding"));
    m_merge->hide();
    column->addWidget(m_merge);
    connect(m_merge, &QPushButton::clicked, this, &BuildingDetail::openMerge);
    connect(m_inspect, &QPushButton::clicked, this, [this] { Q_EMIT inspectRequested(m_id); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_id); });
}

void BuildingDetail::showBuilding(const QString &id)
{
    m_id = id;
    auto building = m_services.workspace.records.requireAs<Building>(id);
    if (!building) {
        m_code->clear();
        m_stage->setContent({});
        m_name->setText(sentences::of(building.error()).plain());
        m_place->clear();
        m_tabs->hide();
        return;
    }
    const City *city = m_services.gazetteer.city(building->cityId());
    m_code->setText(format::code(building->code().toString()));
    m_name->setText(building->name());
    m_place->setText(city == nullptr
                         ? format::words(building->address())
                         : format::list({building->address(), labels::cityName(*city), labels::province(city->province),
                                         labels::tier(city->tier).toLower()}));
    BuildingRepository repository(m_services.workspace.database);
    const auto rows = repository.rows({id});
    const auto here = repository.registeredHere();
    if (rows && !rows->isEmpty() && !rows->first().mergedInto.isEmpty())
        m_stage->setContent({Status::Neutral, QStringLiteral("dashed-ring"),
                             BuildingsModel::mergedInto(format::code(rows->first().mergedInto))});
    else if (rows && !rows->isEmpty())
        m_stage->setContent(chips::stage(
            labels::stageSeenBy(m_services.actor.role, token(rows->first().stage), here && here->contains(id))));
    m_tabs->show();
    showMerge(*building);
    m_tabs->showBuilding(*building);
    refreshFollowUp();
}

/// Which buildings are one with it. One that was merged into another is read, and its merge may be taken back.
void BuildingDetail::showMerge(const Building &building)
{
    const QString into = MergeBuildings::intoOf(building);
    const QString why = MergeBuildings::reasonOf(building);
    const bool merged = !into.isEmpty();
    const Role role = m_services.actor.role;
    m_inspect->setVisible(role == Role::Inspector && !merged);
    m_edit->setVisible((role == Role::Inspector || role == Role::Officer) && !merged);
    const MergeBuildings merges(m_services.workspace, m_services.gazetteer);
    m_merge->setVisible(merges.allowed(m_services.actor, building.id()).ok());
    m_merge->setText(merged ? tr("Take the merge back…") : tr("Merge into another building…"));
    auto *column = static_cast<QVBoxLayout *>(m_merged->layout());
    clear(column);
    const auto earlier = BuildingRepository(m_services.workspace.database).mergedInto(building.id());
    const QStringList others = merged ? QStringList{into} : earlier ? *earlier : QStringList();
    const auto say = [column](const Error &error) {
        auto *words = plainLabel(sentences::of(error).plain());
        words->setWordWrap(true);
        column->addWidget(words);
    };
    if (!earlier)
        say(earlier.error());
    for (const QString &id : others) {
        const auto other = m_services.workspace.records.requireAs<Building>(id);
        if (!other) {
            say(other.error());
            continue;
        }
        const QString code = format::code(other->code().toString());
        auto *link = new QPushButton(merged ? tr("Show %1, which it was merged into").arg(code)
                                            : tr("Show %1, which was merged into it").arg(code));
        link->setObjectName(QStringLiteral("show.") + id);
        link->setProperty("role", QStringLiteral("link"));
        column->addWidget(link, 0, Qt::AlignLeading);
        connect(link, &QPushButton::clicked, this, [this, id] { Q_EMIT buildingRequested(id); });
    }
    if (!why.isEmpty()) {
        auto *reason = plainLabel(
            (merged ? tr("Merged because: %1") : tr("Merge taken back because: %1")).arg(format::words(why)));
        reason->setWordWrap(true);
        column->addWidget(reason);
    }
    m_merged->setVisible(column->count() > 0);
}

void BuildingDetail::openMerge()
{
    auto *sheet = new MergeSheet(m_services, m_id, this);
    connect(sheet, &MergeSheet::done, this, [this] { showBuilding(m_id); });
}

/// Offered where the own last visit left something to look at again, and no draft is open in which that is done.
void BuildingDetail::refreshFollowUp()
{
    m_followUp->hide();
    if (m_services.actor.role != Role::Inspector)
        return;
    const auto open = InspectionRepository(m_services.workspace.database).openDrafts(m_id, m_services.actor.accountId);
    if (!open || !open->isEmpty())
        return;
    const auto plan = FollowUp(m_services.workspace, m_services.standards, m_services.gazetteer, m_services.programme)
                          .plan(m_services.actor, m_id);
    if (!plan || !plan->has_value())
        return;
    const qsizetype asked = (*plan)->asked.size();
    m_followUp->setText(asked == 1 ? tr("Start a follow-up of 1 item")
                                   : tr("Start a follow-up of %1 items").arg(asked));
    m_followUp->setToolTip(tr("Asks only for what failed, was met in part or has an open finding"));
    m_followUp->show();
}

} // namespace markaz::ui
