// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/inspectionreport.h"

#include "core/domain/evidence.h"
#include "core/domain/finding.h"
#include "core/storage/findingrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/evidence.h"
#include "ui/models/manifestmodel.h"
#include "ui/text/answerwords.h"
#include "ui/text/citylabels.h"
#include "ui/text/decisionwords.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/verdictwords.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savedialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QThreadPool>

#include <utility>

namespace markaz::ui {
namespace {

struct InspectionReport
{
    Q_DECLARE_TR_FUNCTIONS(InspectionReport)
};

/// The report before its pictures are read.
struct ReportPlan
{
    ReportDocument document;
    ContentStore store;
    QStringList photos;      ///< hashes, one for each of the document's pictures
    qsizetype allPhotos = 0; ///< of the visit
    QStringList drawn;       ///< hashes, one for each signature; empty: room for a hand
};

ReportTable sectionsTable(const Standard &standard, const ScoreResult &score)
{
    ReportTable table;
    table.title = InspectionReport::tr("Sections");
    table.head = {InspectionReport::tr("Section"), InspectionReport::tr("Answered"), InspectionReport::tr("Fail"),
                  InspectionReport::tr("Score"), InspectionReport::tr("Floor")};
    table.widths = {48, 16, 12, 12, 12};
    for (const SectionScore &section : score.sections) {
        const Section *found = standard.section(section.code);
        table.rows.append(
            {QStringLiteral("%1  %2").arg(section.code, found == nullptr ? QString() : found->title.in(isUrdu())),
             InspectionReport::tr("%1 of %2").arg(section.answered).arg(section.total), format::number(section.failing),
             format::score(section.scoreBp), section.floorBp == 0 ? QString() : format::score(section.floorBp)});
    }
    return table;
}

/// What earned less than it could, in the standard's order.
ReportTable itemsTable(const Standard &standard, const Inspection &inspection, const ScoreResult &score)
{
    using Kind = ItemScore::Status;
    ReportTable table;
    table.title = InspectionReport::tr("Items that fail, are met in part, or were not inspected");
    table.head = {InspectionReport::tr("Code"), InspectionReport::tr("Item"), InspectionReport::tr("Answer"),
                  InspectionReport::tr("Result"), InspectionReport::tr("Note")};
    table.widths = {8, 34, 16, 14, 28};
    table.empty = InspectionReport::tr("There are none.");
    const QJsonObject answers = inspection.answers();
    const QJsonObject notes = inspection.notes();
    for (qsizetype i = 0; i < standard.items().size(); ++i) {
        const Item &item = standard.items().at(i);
        const ItemScore &scored = score.items.at(i);
        if (scored.status != Kind::Fails && scored.status != Kind::Partial && scored.status != Kind::NotInspected &&
            scored.status != Kind::Missing)
            continue;
        const QString computed = scored.computed ? scored.computed->toString() : QString();
        QString result = labels::of(scored.status, scored.creditBp);
        if (item.critical)
            result = InspectionReport::tr("%1, critical").arg(result);
        const QJsonObject answer = answers.value(item.code).toObject();
        const QString reason = answer.value(QStringLiteral("not_inspected")).toString();
        table.rows.append({format::code(item.code), item.text.in(isUrdu()),
                           answerWords(standard, item, answer, computed), result,
                           format::words(reason.isEmpty() ? notes.value(item.code).toString() : reason)});
    }
    return table;
}

/// What this visit found to be mended, and what earlier ones found that is not settled; in the standard's order.
Result<ReportTable> findingsTable(const Services &services, const Inspection &inspection)
{
    ReportTable table;
    table.title = InspectionReport::tr("Findings");
    table.head = {InspectionReport::tr("Code"), InspectionReport::tr("What is to be mended"),
                  InspectionReport::tr("By whom"), InspectionReport::tr("Until"), InspectionReport::tr("State")};
    table.widths = {8, 40, 20, 14, 18};
    const FindingRepository findings(services.workspace.database);
    QStringList codes;
    for (const Item &item : versionOf(services, inspection).items())
        codes.append(item.code);
    for (const Standard *other : services.standards.versions()) { // found before the draft moved, or by another version
        for (const Item &item : other->items()) {
            if (!codes.contains(item.code))
                codes.append(item.code);
        }
    }
    for (const QString &code : std::as_const(codes)) {
        const auto ids = findings.ofItem(inspection.buildingId(), code, inspection.id());
        if (!ids)
            return ids.error();
        for (const QString &id : *ids) {
            const auto finding = services.workspace.records.requireAs<Finding>(id);
            if (!finding)
                return finding.error();
            table.rows.append(
                {format::code(code), format::words(finding->description()), format::words(finding->responsible()),
                 format::date(finding->due()),
                 InspectionReport::tr("%1, %2").arg(labels::of(finding->severity()), labels::of(finding->state()))});
        }
    }
    return table;
}

/// Who decided what, when and why, on the visit and the revisions before it and on the certificate that rests on it.
Result<ReportTable> decisionsTable(const Services &services, const Inspection &inspection)
{
    const auto decisions = decisionsAbout(services.workspace, inspection);
    if (!decisions)
        return decisions.error();
    ReportTable table;
    table.title = InspectionReport::tr("Decisions");
    table.head = {InspectionReport::tr("Decision"), InspectionReport::tr("By whom"), InspectionReport::tr("When"),
                  InspectionReport::tr("Reason")};
    table.widths = {20, 18, 16, 46};
    table.empty = InspectionReport::tr("Nothing was decided yet.");
    for (const DecisionEntry &entry : *decisions) {
        QStringList why{decisionwords::why(entry), decisionwords::comments(entry)};
        why.removeAll(QString());
        table.rows.append({decisionwords::what(entry), decisionwords::who(services, entry), decisionwords::when(entry),
                           why.join(QLatin1Char('\n'))});
    }
    return table;
}

/// What a photo has in the document: 280 dpi where it is printed three in a row.
constexpr QSize kPhoto{640, 440};

/// Every file under its section, and the photos small. 2026-11-29: at most 60 of them, which is 70 MB of memory while
/// they are written, as much as 6 MB of file and eight pages; the list names them all. Thumbnails, which they were
/// before, have 85 dpi on paper.
Result<void> addFiles(ReportPlan &plan, const Services &services, const QString &inspectionId)
{
    constexpr qsizetype kMostPhotos = 60;
    ManifestModel manifest(services);
    if (auto read = manifest.show(inspectionId); !read)
        return read;
    using Column = ManifestModel::Column;
    const QList<Column> columns{Column::ItemColumn, Column::NameColumn, Column::KindColumn,
                                Column::SizeColumn, Column::HashColumn, Column::ServerColumn};
    ReportTable table;
    table.title = InspectionReport::tr("Files");
    table.widths = {9, 33, 14, 12, 18, 14};
    for (const Column column : columns)
        table.head.append(manifest.headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < manifest.rowCount(); ++row) {
        const QString section = manifest.sectionAt(row);
        if (row == 0 || section != manifest.sectionAt(row - 1))
            table.rows.append({{}, section, {}, {}, {}, {}});
        QStringList cells;
        for (const Column column : columns)
            cells.append(manifest.index(row, column).data().toString());
        table.rows.append(cells);
        const EvidenceRow &file = manifest.fileAt(row);
        if (file.kind != QLatin1String("photo"))
            continue;
        const QString name = manifest.index(row, Column::NameColumn).data().toString();
        if (++plan.allPhotos > kMostPhotos || !plan.store.has(file.sha256))
            continue;
        plan.photos.append(file.sha256);
        plan.document.pictures.append(
            {{},
             file.item.isEmpty() ? name : QStringLiteral("%1  %2").arg(format::code(file.item), format::words(name))});
    }
    plan.document.tables.append(table);
    return {};
}

/// In any thread. A photo that cannot be read is left out.
ReportDocument withPictures(const ReportPlan &plan)
{
    ReportDocument report = plan.document;
    report.pictures.clear();
    for (qsizetype i = 0; i < plan.photos.size(); ++i) {
        const QImage image = readPicture(plan.store, plan.photos.at(i), kPhoto);
        if (!image.isNull())
            report.pictures.append({image, plan.document.pictures.at(i).caption});
    }
    const qsizetype shown = report.pictures.size();
    report.picturesTitle = plan.allPhotos == shown
                               ? InspectionReport::tr("Photos")
                               : InspectionReport::tr("Photos: %1 of %2").arg(shown).arg(plan.allPhotos);
    for (qsizetype i = 0; i < plan.drawn.size(); ++i) {
        if (plan.drawn.at(i).isEmpty())
            continue;
        ReportPicture &signature = report.signatures[i];
        signature.image = readPicture(plan.store, plan.drawn.at(i), {});
        if (signature.image.isNull())
            signature.caption =
                format::list({signature.caption, InspectionReport::tr("the picture is not on this laptop")});
    }
    return report;
}

QString nameOf(const Services &services, const QString &accountId)
{
    const auto account = services.workspace.records.find(Entity::Account, accountId);
    return account && account.value() ? account.value()->fields.value(QStringLiteral("display_name")).toString()
                                      : QString();
}

void addFacts(ReportDocument &report, const Services &services, const InspectionContext &context)
{
    const Inspection &inspection = context.inspection;
    const auto fact = [&report](const QString &label, const QString &value) {
        if (!value.isEmpty())
            report.facts.append({label, value});
    };
    fact(InspectionReport::tr("Kind of visit"), labels::visitKind(inspection.kind()));
    fact(InspectionReport::tr("State"), labels::inspectionState(inspection.state()));
    fact(InspectionReport::tr("Inspector"), nameOf(services, inspection.inspectorId()));
    fact(InspectionReport::tr("Tier"), QString::number(context.scoring.tier));
    fact(InspectionReport::tr("Started"), format::dateTime(inspection.startedAt()));
    fact(InspectionReport::tr("Submitted"), format::dateTime(inspection.finishedAt()));
    fact(InspectionReport::tr("Standard"), InspectionReport::tr("version %1, %2")
                                               .arg(inspection.standardVersion())
                                               .arg(format::code(inspection.standardHash().left(12))));
    fact(InspectionReport::tr("Revision"), QString::number(inspection.revision()));
    fact(labels::field(QStringLiteral("visit_outcome")), labels::visitOutcome(inspection.visitOutcome()));
    fact(labels::field(QStringLiteral("visit_note")), inspection.visitNote());
    fact(labels::field(QStringLiteral("visit_met")), inspection.visitMet());
    fact(labels::field(QStringLiteral("next_visit")), format::date(inspection.nextVisit()));
    if (const auto files = EvidenceList(services.workspace).countOf(inspection.id()); files && files->all > 0)
        fact(InspectionReport::tr("Files"), evidenceWords(*files));
}

/// What was drawn under the visit. Whoever has not signed is left room for a hand, where \p room is asked for.
Result<void> addSignatures(ReportPlan &plan, const Services &services, const QString &inspectionId, bool room)
{
    for (const QString &signer : evidence::signers()) {
        const auto found = EvidenceList(services.workspace).signatureOf(inspectionId, signer);
        if (!found)
            return found.error();
        QStringList caption{labels::signer(signer)};
        if (found->has_value()) {
            if (!(*found)->signerName().isEmpty())
                caption.append(format::words((*found)->signerName()));
            caption.append(InspectionReport::tr("signed %1").arg(format::dateTime((*found)->takenAt())));
        }
        if (found->has_value() || room) {
            plan.drawn.append(found->has_value() ? (*found)->sha256() : QString());
            plan.document.signatures.append({{}, format::list(caption)});
        }
    }
    plan.document.signaturesTitle = InspectionReport::tr("Signatures");
    return {};
}

Result<ReportPlan> planOf(const Services &services, const QString &inspectionId)
{
    const SubmitInspection scoring(services.workspace, services.standards, services.gazetteer, services.programme);
    const auto context = scoring.context(inspectionId);
    if (!context)
        return context.error();
    const Building &building = context->building;
    const City *city = services.gazetteer.city(building.cityId());
    ReportPlan plan{{}, contentStoreOf(services.workspace), {}, 0, {}};
    ReportDocument &report = plan.document;
    report.urdu = isUrdu();
    report.title = InspectionReport::tr("Inspection");
    report.code = building.code().toString();
    report.name = building.name();
    report.lines = {city == nullptr ? building.address()
                                    : QStringLiteral("%1, %2, %3")
                                          .arg(format::words(building.address()), labels::cityName(*city),
                                               labels::province(city->province))};
    addFacts(report, services, *context);
    const QString outcome = context->inspection.visitOutcome();
    const bool made = outcome.isEmpty() || outcome == QLatin1String("done");
    if (auto added = addSignatures(plan, services, inspectionId, made); !added)
        return added.error();
    const auto decided = decisionsTable(services, context->inspection);
    if (!decided)
        return decided.error();
    if (made) {
        const auto score = scoring.scoreOf(inspectionId);
        if (!score)
            return score.error();
        const Standard &standard = versionOf(services, context->inspection);
        const VerdictContent verdict = verdictContent(standard, *score, context->scoring.tier);
        report.verdict = verdict.lead + verdict.link + verdict.tail + QLatin1Char('.');
        report.explanation = verdict.explanation;
        auto findings = findingsTable(services, context->inspection);
        if (!findings)
            return findings.error();
        report.tables = {*decided, sectionsTable(standard, *score), itemsTable(standard, context->inspection, *score)};
        if (auto added = addFiles(plan, services, inspectionId); !added)
            return added.error();
        report.tables.append(std::move(findings).value());
    } else {
        report.verdict = InspectionReport::tr("The visit could not be made: %1.").arg(labels::visitOutcome(outcome));
        report.explanation = InspectionReport::tr("It has no score and leads to no certificate.");
        report.tables = {*decided};
        if (auto added = addFiles(plan, services, inspectionId); !added)
            return added.error();
    }
    report.foot = InspectionReport::tr("Made with Markaz on %1. A certificate alone declares a building a centre.")
                      .arg(format::date(programmeDay(services.workspace.clock.now())));
    report.pageOf = InspectionReport::tr("Page %1 of %2");
    report.sample = building.sample();
    if (report.sample)
        report.foot = InspectionReport::tr("Sample data. %1").arg(report.foot);
    return plan;
}

/// Writes one report; goes when it has told of it, and waits for the thread when its page goes before.
class ReportJob final : public QObject
{
public:
    ReportJob(const ReportPlan &plan, const QString &path, MessageArea *messages)
        : QObject(messages)
    {
        messages->post(kKey,
                       {Status::Info, {InspectionReport::tr("The inspection is being saved."), {}, {}}, {}, {}, false});
        m_pool.start([this, plan, path, messages] {
            const auto written = writeReportPdf(withPictures(plan), path);
            QMetaObject::invokeMethod(this, [this, written, path, messages] {
                messages->post(kKey, written ? saved(path) : Message::ofWriting(written.error(), path));
                deleteLater();
            });
        });
    }
    ~ReportJob() override { m_pool.waitForDone(); }

    static inline const QString kKey = QStringLiteral("report");

private:
    static Message saved(const QString &path)
    {
        return {Status::Ok,
                {InspectionReport::tr("The inspection is saved as %1.").arg(format::isolate(path)),
                 {},
                 InspectionReport::tr("Whoever has the file can read it.")},
                {},
                {},
                true};
    }
    QThreadPool m_pool;
};

} // namespace

Result<ReportDocument> inspectionReport(const Services &services, const QString &inspectionId)
{
    const auto plan = planOf(services, inspectionId);
    return plan ? Result<ReportDocument>(withPictures(*plan)) : Result<ReportDocument>(plan.error());
}

void saveInspectionReport(const Services &services, const QString &inspectionId, QWidget *page, MessageArea *messages)
{
    const auto plan = planOf(services, inspectionId);
    if (!plan) {
        messages->post(ReportJob::kKey, Message::of(plan.error()));
        return;
    }
    askWhereToSave(page, InspectionReport::tr("Save the inspection"), InspectionReport::tr("PDF files (*.pdf)"),
                   plan->document.code + QStringLiteral("-inspection.pdf"),
                   [plan = *plan, messages](const QString &path) { new ReportJob(plan, path, messages); })
        ->setObjectName(QStringLiteral("saveReportDialog"));
}

} // namespace markaz::ui
