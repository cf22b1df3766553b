// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingtabs.h"

#include "core/domain/firesafety.h"
#include "core/storage/centrerepository.h"
#include "core/storage/findingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/storage/loanrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/centres.h"
#include "core/workflow/loans.h"
#include "ui/models/centresmodel.h"
#include "ui/models/evidencemodel.h"
#include "ui/text/centrewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"
#include "ui/text/sentences.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/thumbnails.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/figurebox.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

// 35 sq ft a seat is the programme's own ratio (3,500 sq ft for 100 seats); 50 sq ft a person is the lower end of what
// fire codes count for dense offices (domain.md, "Money"). Officers see both, side by side.
constexpr int kProgrammeSqftPerSeat = 35;

void addRow(QVBoxLayout *column, const QString &label, const QString &value)
{
    column->addWidget(factRow(label, value));
    auto *rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setProperty("line", true);
    column->addWidget(rule);
}

/// Where it is, how that is known and how well.
QString positionWords(const Building &building)
{
    const auto position = building.position();
    if (!position)
        return BuildingTabs::tr("not taken");
    return format::list(
        {position->toString(),
         labels::positionSource(building.fields().value(QStringLiteral("position_source")).toString()),
         position->accuracyM() > 0
             ? BuildingTabs::tr("accurate to %1").arg(format::distance(static_cast<double>(position->accuracyM())))
             : QString()});
}

/// A line that wraps.
void addWords(QVBoxLayout *column, const QString &words)
{
    auto *label = plainLabel(words);
    label->setWordWrap(true);
    column->addWidget(label);
}

void addHead(QVBoxLayout *column, const QString &words)
{
    auto *head = plainLabel(words);
    head->setFont(currentTheme().font(Type::CaptionStrong));
    column->addSpacing(8);
    column->addWidget(head);
}

/// Two lines of words with a chip behind them; gives back the line, for what may be done with it.
QHBoxLayout *addEntry(QVBoxLayout *column, const QString &first, const QString &second, const ChipContent &chip)
{
    auto *entry = new QWidget;
    auto *line = new QHBoxLayout(entry);
    line->setContentsMargins(0, 6, 0, 6);
    auto *words = plainLabel(QStringLiteral("%1\n%2").arg(first, second));
    words->setWordWrap(true);
    line->addWidget(words, 1);
    line->addWidget(new StatusChip(chip));
    column->addWidget(entry);
    return line;
}

QPushButton *addOpen(QHBoxLayout *line, const QString &name)
{
    auto *open = new QPushButton(BuildingTabs::tr("Open"));
    open->setAccessibleName(name);
    line->addWidget(open);
    return open;
}

} // namespace

BuildingTabs::BuildingTabs(const Services &services, QWidget *parent)
    : QTabWidget(parent)
    , m_services(services)
    , m_thumbnails(std::make_unique<Thumbnails>(contentStoreOf(services.workspace)))
    , m_photos(std::make_unique<EvidenceModel>(services, *m_thumbnails))
{
    setObjectName(QStringLiteral("buildingTabs"));
    setDocumentMode(true);
    m_profile = addPage(tr("Profile"));
    m_owner = addPage(tr("Owner"));
    m_visits = addPage(tr("Visits"));
    addPhotos();
    m_certificates = addPage(tr("Certificates"));
    if (seesLoans(services.actor.role))
        m_loans = addPage(tr("Loan"));
}

BuildingTabs::~BuildingTabs()
{
    m_strip->setModel(nullptr);
}

QVBoxLayout *BuildingTabs::addPage(const QString &name)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 8, 8);
    column->setSpacing(0);
    addTab(scrolling(page), name);
    return column;
}

void BuildingTabs::setName(Tab tab, const QString &name)
{
    setTabText(static_cast<int>(tab), name);
}

void BuildingTabs::addPhotos()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    m_noPhotos = plainLabel(page);
    m_noPhotos->setWordWrap(true);
    m_strip = new PhotoStrip(page);
    m_strip->setObjectName(QStringLiteral("buildingPhotos"));
    m_strip->setAccessibleName(tr("Photos of the building"));
    m_strip->setGrid();
    m_strip->setModel(m_photos.get());
    column->addWidget(m_noPhotos);
    column->addWidget(m_strip, 1);
    column->addStretch();
    addTab(page, tr("Photos"));
    connect(m_strip, &PhotoStrip::openRequested, this, [this](int row) {
        auto *viewer = new PhotoViewer(m_services, *m_photos, false, this); // goes by itself
        connect(viewer, &PhotoViewer::failed, m_noPhotos, [this](const Error &error) {
            m_noPhotos->setText(sentences::of(error).plain());
            m_noPhotos->show();
        });
        viewer->showRow(row);
    });
    connect(m_photos.get(), &EvidenceModel::modelReset, this, &BuildingTabs::countPhotos);
    connect(m_photos.get(), &EvidenceModel::failed, this, [this](const Error &error) {
        m_noPhotos->setText(sentences::of(error).plain());
        m_noPhotos->show();
    });
}

void BuildingTabs::countPhotos()
{
    const int count = m_photos->rowCount();
    setName(Tab::Photos, count == 0 ? tr("Photos") : tr("Photos %1").arg(count));
    m_noPhotos->setText(tr("No visit has brought a photo yet."));
    m_noPhotos->setVisible(count == 0);
    m_strip->setVisible(count > 0);
}

void BuildingTabs::showBuilding(const Building &building)
{
    m_id = building.id();
    fillProfile(building);
    fillOwner(building.ownerId());
    fillVisits();
    m_photos->showBuilding(m_id);
    countPhotos();
    fillCertificates();
    if (m_loans != nullptr)
        fillLoans();
}

void BuildingTabs::fillProfile(const Building &building)
{
    QVBoxLayout *column = m_profile;
    ui::clear(column);
    addRow(column, tr("Covered area"),
           tr("%1, %2 storeys").arg(format::area(building.coveredAreaSqft())).arg(building.storeys()));
    addRow(column, tr("Built, idle since"),
           format::list({building.yearBuilt() > 0 ? QString::number(building.yearBuilt()) : tr("not known"),
                         building.idleSince().isValid() ? format::month(building.idleSince()) : tr("not known")}));
    addRow(column, tr("Tenure"), labels::tenure(building.tenure()));
    addRow(column, tr("Condition"), labels::condition(building.condition()));
    addRow(column, tr("Position"), positionWords(building));
    addRow(column, tr("Notes"), building.notes());
    column->addSpacing(12);
    auto *figures = new QWidget;
    auto *grid = new QGridLayout(figures); // three side by side are wider than the pane
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const int programme = building.coveredAreaSqft() / kProgrammeSqftPerSeat;
    const int fireSafe = building.coveredAreaSqft() / kFireSqftPerPerson;
    grid->addWidget(figureBox(tr("Programme seats"), format::number(programme), tr("35 sq ft a seat")), 0, 0);
    grid->addWidget(
        figureBox(tr("Fire-safe occupancy"), format::number(fireSafe), tr("50 sq ft a person"), Status::Warn), 0, 1);
    if (building.plannedSeats() > 0)
        grid->addWidget(figureBox(tr("Planned seats"), format::number(building.plannedSeats()), tr("as entered")), 1,
                        0);
    column->addWidget(figures);
    column->addStretch();
}

void BuildingTabs::fillOwner(const QString &ownerId)
{
    QVBoxLayout *column = m_owner;
    ui::clear(column);
    if (ownerId.isEmpty()) {
        addWords(column, tr("No owner is recorded yet. Edit the building to add one."));
        column->addStretch();
        return;
    }
    auto owner = m_services.workspace.records.requireAs<Owner>(ownerId);
    if (!owner) {
        addWords(column, sentences::of(owner.error()).plain());
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

void BuildingTabs::fillVisits()
{
    ui::clear(m_visits);
    fillAssignments(m_visits);
    fillInspections(m_visits);
    fillFindings(m_visits);
    m_visits->addStretch();
}

/// Whose it is, where that is a building that was merged into this one.
QString BuildingTabs::ofMerged(const QString &buildingId, const QString &code) const
{
    return buildingId == m_id ? QString() : format::code(code);
}

void BuildingTabs::fillAssignments(QVBoxLayout *column)
{
    const auto rows = InspectionRepository(m_services.workspace.database).openAssignmentsOn(m_id);
    if (!rows)
        return addWords(column, sentences::of(rows.error()).plain());
    if (rows->isEmpty())
        return;
    addHead(column, tr("Who is to go"));
    const QDate today = programmeDay(m_services.workspace.clock.now());
    for (const AssignmentRow &row : *rows) {
        addEntry(column, labels::visitKind(row.kind),
                 format::list({tr("by %1").arg(format::date(row.due)), row.inspectorName, row.instructions,
                               ofMerged(row.buildingId, row.buildingCode)}),
                 row.due < today ? ChipContent{Status::Warn, QStringLiteral("triangle"), labels::overdue()}
                                 : chips::assignmentState(QStringLiteral("open")));
    }
}

void BuildingTabs::fillInspections(QVBoxLayout *column)
{
    const auto rows = InspectionRepository(m_services.workspace.database).ofBuilding(m_id);
    const qsizetype count = rows ? rows->size() : 0;
    setName(Tab::Visits, count == 0 ? tr("Visits") : tr("Visits %1").arg(count));
    if (!rows || rows->isEmpty())
        return addWords(column, rows ? tr("Not inspected yet.") : sentences::of(rows.error()).plain());
    addHead(column, tr("Inspections"));
    for (const InspectionRow &row : *rows) {
        const QString day = format::date(programmeDay(row.startedAt));
        auto *line = addEntry(
            column,
            format::list({labels::visitKind(row.kind), row.totalBp < 0 ? QString() : format::score(row.totalBp)}),
            format::list({day, row.inspectorName, ofMerged(row.buildingId, row.buildingCode)}),
            chips::inspectionState(row.state, row.owed));
        connect(addOpen(line, tr("Open the inspection of %1").arg(day)), &QPushButton::clicked, this,
                [this, id = row.id] { Q_EMIT inspectionRequested(id); });
    }
}

void BuildingTabs::fillFindings(QVBoxLayout *column)
{
    const FindingRepository repository(m_services.workspace.database);
    const auto ids = repository.ofBuilding(m_id);
    const auto rows = ids ? repository.rows(*ids) : Result<QList<FindingRow>>(ids.error());
    if (!rows)
        return addWords(column, sentences::of(rows.error()).plain());
    if (rows->isEmpty())
        return;
    addHead(column, tr("Findings"));
    const QDate today = programmeDay(m_services.workspace.clock.now());
    for (const FindingRow &row : *rows) {
        const QString code = format::code(row.item);
        auto *line =
            addEntry(column, format::list({code, labels::of(row.severity)}),
                     format::list({tr("by %1").arg(format::date(row.due)), ofMerged(row.buildingId, row.buildingCode)}),
                     chips::finding(row.state, row.isOverdue(today)));
        connect(addOpen(line, tr("Open the finding at %1").arg(code)), &QPushButton::clicked, this,
                [this, id = row.id] { Q_EMIT findingRequested(id); });
    }
}

void BuildingTabs::fillCertificates()
{
    ui::clear(m_certificates);
    const auto rows = CertificateRepository(m_services.workspace.database)
                          .ofBuilding(m_id, programmeDay(m_services.workspace.clock.now()));
    const qsizetype count = rows ? rows->size() : 0;
    setName(Tab::Certificates, count == 0 ? tr("Certificates") : tr("Certificates %1").arg(count));
    if (!rows)
        addWords(m_certificates, sentences::of(rows.error()).plain());
    else if (rows->isEmpty())
        addWords(m_certificates, tr("No certificate was issued yet."));
    else
        for (const CertificateRow &row : *rows) {
            const auto state = parse<CertificateState>(row.state);
            auto *line = addEntry(
                m_certificates, format::list({format::code(row.number), tr("%1 seats").arg(format::number(row.seats))}),
                format::list({tr("%1 to %2").arg(format::date(row.validFrom), format::date(row.validUntil)),
                              ofMerged(row.buildingId, row.buildingCode)}),
                state ? chips::certificate(*state, row.grade)
                      : ChipContent{Status::Neutral, QStringLiteral("dashed-ring"), row.state});
            connect(addOpen(line, tr("Open certificate %1").arg(row.number)), &QPushButton::clicked, this,
                    [this, id = row.id] { Q_EMIT certificateRequested(id); });
        }
    addCentre();
    m_certificates->addStretch();
}

void BuildingTabs::fillLoans()
{
    ui::clear(m_loans);
    const auto rows = LoanRepository(m_services.workspace.database).ofBuilding(m_id);
    if (!rows)
        addWords(m_loans, sentences::of(rows.error()).plain());
    for (const LoanRow &row : rows ? *rows : QList<LoanRow>()) {
        auto *line = addEntry(m_loans, format::list({format::rupees(row.principalPaisa), row.bank}),
                              format::list({tr("since %1").arg(format::date(programmeDay(row.stateAt))), row.owner,
                                            ofMerged(row.buildingId, row.buildingCode)}),
                              loanwords::chip(row.state));
        connect(addOpen(line, tr("Open the loan of %1").arg(row.bank)), &QPushButton::clicked, this,
                [this, id = row.id] { Q_EMIT loanRequested(id); });
    }
    if (rows && rows->isEmpty())
        addWords(m_loans, tr("No loan is recorded yet."));
    if (recordsLoans(m_services.actor.role)) {
        const auto may = Loans(m_services.workspace).mayRecord(m_services.actor, m_id);
        if (may) {
            auto *record = new QPushButton(tr("Record a loan…"));
            record->setObjectName(QStringLiteral("recordLoan"));
            m_loans->addSpacing(8);
            m_loans->addWidget(record, 0, Qt::AlignLeading);
            connect(record, &QPushButton::clicked, this, [this] { Q_EMIT newLoanRequested(m_id); });
        } else if (may.error().where == QLatin1String("loan.owner")) {
            addWords(m_loans, sentences::of(may.error()).plain());
        }
    }
    m_loans->addStretch();
}

/// The centre that stands on the certificates, where one is open.
void BuildingTabs::addCentre()
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const CentreRepository centres(m_services.workspace.database);
    const auto id = centres.centreOf(m_id);
    if (!id)
        return addWords(m_certificates, sentences::of(id.error()).plain());
    if (!*id)
        return;
    const auto row = centres.row(**id, today);
    if (!row)
        return addWords(m_certificates, sentences::of(row.error()).plain());
    const auto ceiling = CentresModel::ceilingOf(m_services);
    if (!ceiling)
        return addWords(m_certificates, sentences::of(ceiling.error()).plain());
    addHead(m_certificates, tr("Centre"));
    auto *line = addEntry(m_certificates, row->name,
                          format::list({format::seats(row->seats), centrewords::rate(row->seatRatePaisa, *ceiling)}),
                          centrewords::clock(*row, today, knowsVisits(m_services.actor.role)));
    connect(addOpen(line, tr("Open the centre %1").arg(row->name)), &QPushButton::clicked, this,
            [this, centre = **id] { Q_EMIT centreRequested(centre); });
}

} // namespace markaz::ui
