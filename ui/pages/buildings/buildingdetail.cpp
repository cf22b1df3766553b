// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingdetail.h"

#include "core/storage/buildingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/workflow/followup.h"
#include "core/workflow/mergebuildings.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/mergesheet.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

// 35 sq ft a seat is the programme's own ratio (3,500 sq ft for 100 seats); 50 sq ft a person is the lower end of what
// fire codes count for dense offices (domain.md, "Money"). Officers see both, side by side.
constexpr int kProgrammeSqftPerSeat = 35;
constexpr int kFireSqftPerPerson = 50;

/// Empties \p page and gives it a fresh column.
QVBoxLayout *fresh(QWidget *page)
{
    const auto children = page->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        child->hide();
        child->deleteLater();
    }
    delete page->layout();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 8, 8);
    column->setSpacing(0);
    return column;
}

void addRow(QVBoxLayout *column, const QString &label, const QString &value)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    auto *name = plainLabel(label, row);
    name->setProperty("tone", QStringLiteral("muted"));
    name->setFixedWidth(120);
    name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *text = plainLabel(value.isEmpty() ? QStringLiteral("–") : value, row);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(name);
    line->addWidget(text, 1);
    column->addWidget(row);
    auto *rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setProperty("line", true);
    column->addWidget(rule);
}

QFrame *figure(const QString &caption, int value, const QString &note, bool warn)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    auto *head = plainLabel(caption, card);
    head->setFont(currentTheme().font(Type::CaptionStrong));
    auto *number = plainLabel(format::number(value), card);
    number->setFont(currentTheme().font(Type::PageTitle));
    if (warn) {
        QPalette palette = number->palette();
        palette.setColor(QPalette::WindowText, currentTheme().status(Status::Warn).text);
        number->setPalette(palette);
    }
    auto *foot = plainLabel(note, card);
    foot->setFont(currentTheme().font(Type::Caption));
    column->addWidget(head);
    column->addWidget(number);
    column->addWidget(foot);
    return card;
}

} // namespace

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
    auto *close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("cross")));
    close->setProperty("role", QStringLiteral("flat"));
    close->setAccessibleName(tr("Close the detail"));
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
    column->addWidget(m_merged);

    m_profile = new QWidget;
    m_owner = new QWidget;
    m_inspections = new QWidget;
    m_certificate = new QWidget;
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scrolling(m_profile), tr("Profile"));
    m_tabs->addTab(scrolling(m_owner), tr("Owner"));
    m_tabs->addTab(scrolling(m_inspections), tr("Inspections"));
    m_tabs->addTab(scrolling(m_certificate), tr("Certificate"));
    column->addWidget(m_tabs, 1);

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
        return;
    }
    const City *city = m_services.gazetteer.city(building->cityId());
    m_code->setText(format::code(building->code().toString()));
    m_name->setText(building->name());
    m_place->setText(city == nullptr ? format::words(building->address())
                                     : QStringLiteral("%1, %2, %3, %4")
                                           .arg(format::words(building->address()), format::words(city->name),
                                                labels::province(city->province), labels::tier(city->tier).toLower()));
    BuildingRepository repository(m_services.workspace.database);
    const auto rows = repository.rows({id});
    const auto here = repository.registeredHere();
    if (rows && !rows->isEmpty() && !rows->first().mergedInto.isEmpty())
        m_stage->setContent({Status::Neutral, QStringLiteral("dashed-ring"),
                             BuildingsModel::mergedInto(format::code(rows->first().mergedInto))});
    else if (rows && !rows->isEmpty())
        m_stage->setContent(chips::stage(
            labels::stageSeenBy(m_services.actor.role, token(rows->first().stage), here && here->contains(id))));
    showMerge(*building);
    fillProfile(*building);
    fillOwner(building->ownerId());
    fillInspections();
    fillCertificate();
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
    QVBoxLayout *column = fresh(m_merged);
    column->setContentsMargins(0, 0, 0, 0);
    const auto earlier = BuildingRepository(m_services.workspace.database).mergedInto(building.id());
    QStringList others = merged ? QStringList{into} : earlier ? *earlier : QStringList();
    const auto say = [column](const Error &error) {
        auto *words = plainLabel(sentences::of(error).plain());
        words->setWordWrap(true);
        column->addWidget(words);
    };
    if (!earlier)
        say(earlier.error());
    for (const QString &id : std::as_const(others)) {
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

void BuildingDetail::fillProfile(const Building &building)
{
    QVBoxLayout *column = fresh(m_profile);
    addRow(column, tr("Covered area"),
           tr("%1, %2 storeys").arg(format::area(building.coveredAreaSqft())).arg(building.storeys()));
    addRow(column, tr("Built, idle since"),
           format::list({building.yearBuilt() > 0 ? QString::number(building.yearBuilt()) : tr("not known"),
                         building.idleSince().isValid() ? format::month(building.idleSince()) : tr("not known")}));
    addRow(column, tr("Tenure"), labels::tenure(building.tenure()));
    addRow(column, tr("Condition"), labels::condition(building.condition()));
    const auto position = building.position();
    addRow(column, tr("Position"), position ? format::isolate(position->toString()) : tr("not taken"));
    addRow(column, tr("Notes"), building.notes());
    column->addSpacing(12);
    auto *figures = new QWidget;
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    const int programme = building.coveredAreaSqft() / kProgrammeSqftPerSeat;
    const int fireSafe = building.coveredAreaSqft() / kFireSqftPerPerson;
    row->addWidget(figure(tr("Programme seats"), programme, tr("35 sq ft a seat"), false));
    row->addWidget(figure(tr("Fire-safe occupancy"), fireSafe, tr("50 sq ft a person"), true));
    column->addWidget(figures);
    column->addStretch();
}

void BuildingDetail::fillOwner(const QString &ownerId)
{
    QVBoxLayout *column = fresh(m_owner);
    if (ownerId.isEmpty()) {
        auto *none = plainLabel(tr("No owner is recorded yet. Edit the building to add one."));
        none->setWordWrap(true);
        column->addWidget(none);
        column->addStretch();
        return;
    }
    auto owner = m_services.workspace.records.requireAs<Owner>(ownerId);
    if (!owner) {
        auto *words = plainLabel(sentences::of(owner.error()).plain());
        words->setWordWrap(true);
        column->addWidget(words);
        column->addStretch();
        return;
    }
    addRow(column, tr("Name"), owner->name());
    addRow(column, tr("Kind"), labels::ownerKind(owner->kind()));
    addRow(column, tr("CNIC or NTN"), format::isolate(owner->cnicOrNtn()));
    addRow(column, tr("Phone"), format::isolate(owner->phone()));
    addRow(column, tr("E-mail"), format::isolate(owner->email()));
    addRow(column, tr("Address"), owner->postalAddress());
    column->addStretch();
}

void BuildingDetail::fillInspections()
{
    QVBoxLayout *column = fresh(m_inspections);
    InspectionRepository repository(m_services.workspace.database);
    const auto rows = repository.ofBuilding(m_id);
    const qsizetype count = rows ? rows->size() : 0;
    m_tabs->setTabText(2, count == 0 ? tr("Inspections") : tr("Inspections %1").arg(count));
    if (!rows || rows->isEmpty()) {
        column->addWidget(plainLabel(rows ? tr("Not inspected yet.") : sentences::of(rows.error()).plain()));
        column->addStretch();
        return;
    }
    for (const InspectionRow &inspection : *rows) {
        const QString of = inspection.buildingId == m_id ? QString() : format::code(inspection.buildingCode);
        auto *entry = new QWidget;
        auto *line = new QHBoxLayout(entry);
        line->setContentsMargins(0, 6, 0, 6);
        auto *words = plainLabel(QStringLiteral("%1\n%2").arg(
            format::list({labels::visitKind(inspection.kind),
                          inspection.totalBp < 0 ? QString() : format::score(inspection.totalBp)}),
            format::list({format::date(inspection.startedAt.toLocalTime().date()), inspection.inspectorName,
                          of}))); // of one that was merged into it
        line->addWidget(words, 1);
        line->addWidget(new StatusChip(chips::inspectionState(inspection.state)));
        auto *open = new QPushButton(tr("Open"));
        open->setAccessibleName(
            tr("Open the inspection of %1").arg(format::date(inspection.startedAt.toLocalTime().date())));
        line->addWidget(open);
        connect(open, &QPushButton::clicked, this, [this, id = inspection.id] { Q_EMIT inspectionRequested(id); });
        column->addWidget(entry);
    }
    column->addStretch();
}

void BuildingDetail::fillCertificate()
{
    QVBoxLayout *column = fresh(m_certificate);
    CertificateRepository repository(m_services.workspace.database);
    const auto current = repository.currentOf(m_id);
    if (!current || !current->has_value()) {
        auto *none = plainLabel(current ? tr("No certificate is in force.") : sentences::of(current.error()).plain());
        none->setWordWrap(true);
        column->addWidget(none);
        column->addStretch();
        return;
    }
    const auto certificate = m_services.workspace.records.requireAs<Certificate>(**current);
    if (!certificate) {
        column->addWidget(plainLabel(sentences::of(certificate.error()).plain()));
        column->addStretch();
        return;
    }
    addRow(column, tr("Number"), format::code(certificate->number()));
    addRow(column, tr("Grade"), labels::grade(certificate->grade()));
    addRow(column, tr("Seats"), format::number(certificate->seats()));
    addRow(column, tr("Valid"),
           tr("%1 to %2").arg(format::date(certificate->validFrom()), format::date(certificate->validUntil())));
    auto *open = new QPushButton(tr("Show the certificate"));
    connect(open, &QPushButton::clicked, this, [this, id = certificate->id()] { Q_EMIT certificateRequested(id); });
    column->addSpacing(12);
    column->addWidget(open);
    column->addStretch();
}

} // namespace markaz::ui
