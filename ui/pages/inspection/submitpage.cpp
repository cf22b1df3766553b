// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/submitpage.h"

#include "core/domain/finding.h"
#include "core/domain/recordspec.h"
#include "core/workflow/evidence.h"
#include "ui/pages/inspection/signaturecard.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/verdictwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/submitfooter.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kDone = QStringLiteral("done");
const QString kPhotoMissing = QStringLiteral("photo_missing");
const QString kDocumentMissing = QStringLiteral("document_missing");
const QString kUnsignedInspector = QStringLiteral("unsigned_inspector");
const QString kFindingBegun = QStringLiteral("finding_begun");
const QString kChangeBegun = QStringLiteral("change_begun");
const QString kUnsignedOwner = QStringLiteral("unsigned_owner");

QString problemWords(const Problem &problem)
{
    const QString kind = problem.kind;
    if (kind == QLatin1String("missing"))
        return SubmitPage::tr("No answer");
    if (kind == QLatin1String("not_inspected"))
        return SubmitPage::tr("Not inspected: no certificate is possible");
    if (kind == QLatin1String("incomplete"))
        return SubmitPage::tr("Its rows are not all filled in");
    if (kind == QLatin1String("reason_missing"))
        return SubmitPage::tr("The reason is missing");
    if (kind == QLatin1String("invalid"))
        return SubmitPage::tr("The answer cannot be used as it is");
    if (kind == kFindingBegun)
        return SubmitPage::tr("A finding was begun and not raised: it is not handed in");
    if (kind == kChangeBegun)
        return SubmitPage::tr("A change of a finding was begun and not saved: it is not handed in");
    if (kind == kPhotoMissing)
        return problem.photos == 1 ? SubmitPage::tr("1 photo that is asked for is missing")
                                   : SubmitPage::tr("%1 photos that are asked for are missing").arg(problem.photos);
    if (kind == kDocumentMissing)
        return SubmitPage::tr("The document that is asked for is missing");
    if (kind == kUnsignedInspector)
        return SubmitPage::tr("Your signature is missing");
    if (kind == kUnsignedOwner)
        return SubmitPage::tr("The owner’s signature is missing, or that of who stands for the owner");
    return labels::field(kind);
}

bool isOfFiles(const Problem &problem)
{
    return problem.kind == kPhotoMissing || problem.kind == kDocumentMissing;
}

} // namespace

void SubmitPage::open(const QString &inspectionId, const QStringList &begun)
{
    m_inspectionId = inspectionId;
    m_begun = begun;
    m_word->setChecked(false);
    m_verified.clear();
    clear(m_findingRows);
    m_messages->withdraw(QStringLiteral("error"));
    refresh();
}

void SubmitPage::refresh()
{
    auto context = m_useCase.context(m_inspectionId);
    auto score = m_useCase.scoreOf(m_inspectionId);
    auto problems = m_useCase.problems(m_inspectionId);
    if (!context || !score || !problems) {
        const Error error = !context ? context.error() : (!score ? score.error() : problems.error());
        m_messages->post(QStringLiteral("error"), Message::of(error));
        return;
    }
    m_problems = std::move(problems).value();
    m_standard = &versionOf(m_services, context->inspection);
    addBegun();
    m_header->setCode(context->building.code().toString());
    m_header->setTitle(tr("Review before submitting"));
    m_header->setSub(QStringList{format::words(context->building.name()),
                                 labels::visitOfRevision(context->inspection.kind(), context->inspection.revision()),
                                 labels::tier(context->scoring.tier),
                                 tr("started %1").arg(format::dateTime(context->inspection.startedAt()))});
    fillProblems();
    fillScore();
    fillFiles();
    m_inspectorSigns->setInspection(m_inspectionId);
    m_ownerSigns->setInspection(m_inspectionId);
    fillFindings();
    const VerdictContent verdict = verdictContent(*m_standard, *score, context->scoring.tier);
    m_messages->post(QStringLiteral("verdict"),
                     {verdict.status,
                      {verdict.lead + verdict.link + verdict.tail + QLatin1Char('.'), verdict.explanation, {}},
                      {},
                      {},
                      false});
    refreshFooter();
}

/// What is typed of findings goes with the draft.
void SubmitPage::addBegun()
{
    for (const QString &begun : std::as_const(m_begun)) {
        QString code = begun;
        const bool change = isRecordId(begun);
        if (change) {
            const auto finding = m_services.workspace.records.requireAs<Finding>(begun);
            if (!finding && finding.error().code != ErrorCode::NotFound)
                m_messages->post(QStringLiteral("error"), Message::of(finding.error()));
            if (!finding || !isUnsettled(finding->state()))
                continue; // there is nothing left to change
            code = finding->item();
        }
        const Item *item = m_standard->item(code);
        m_problems.append({Problem::Severity::Check, item == nullptr ? QString() : item->section, code,
                           change ? kChangeBegun : kFindingBegun});
    }
}

void SubmitPage::fillProblems()
{
    clear(m_problemRows);
    QString section;
    const auto mustSolve = std::count_if(m_problems.cbegin(), m_problems.cend(),
                                         [](const Problem &p) { return p.severity == Problem::Severity::MustSolve; });
    m_problemsCard->setNote(m_problems.isEmpty()
                                ? tr("nothing to solve")
                                : tr("%1 to solve, %2 to check").arg(mustSolve).arg(m_problems.size() - mustSolve));
    for (const Problem &problem : std::as_const(m_problems)) {
        if (problem.section != section) {
            section = problem.section;
            const Section *found = m_standard->section(section);
            if (found != nullptr) {
                auto *head = plainLabel(QStringLiteral("%1  %2").arg(section, found->title.in(isUrdu())));
                head->setFont(currentTheme().font(Type::SectionTitle));
                head->setContentsMargins(0, 8, 0, 2);
                m_problemRows->addWidget(head);
            }
        }
        const Item *item = m_standard->item(problem.item);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(12);
        auto *code = plainLabel(format::code(problem.item), row);
        code->setFont(currentTheme().font(Type::Code));
        code->setFixedWidth(48);
        QString html = QStringLiteral("<b>%1</b>").arg(problemWords(problem).toHtmlEscaped());
        if (item != nullptr)
            html += QStringLiteral("<br>") + item->text.in(isUrdu()).toHtmlEscaped();
        auto *words = richLabel(html, row);
        words->setWordWrap(true);
        auto *go = new QPushButton(tr("Go to"), row);
        go->setProperty("role", QStringLiteral("link"));
        go->setVisible(item != nullptr || problem.item.isEmpty()); // no row shows what a move has left
        go->setAccessibleName(tr("Go to %1").arg(problem.item.isEmpty() ? problemWords(problem) : problem.item));
        line->addWidget(new StatusChip(problem.severity == Problem::Severity::MustSolve
                                           ? ChipContent{Status::Bad, QStringLiteral("octagon-cross"), tr("Solve")}
                                           : ChipContent{Status::Warn, QStringLiteral("triangle"), tr("Check")},
                                       row));
        line->addWidget(code);
        line->addWidget(words, 1);
        line->addWidget(go);
        if (problem.kind == kUnsignedInspector || problem.kind == kUnsignedOwner)
            connect(go, &QPushButton::clicked, problem.kind == kUnsignedOwner ? m_ownerSigns : m_inspectorSigns,
                    &SignatureCard::focusButton);
        else
            connect(go, &QPushButton::clicked, this, [this, target = problem.item] { Q_EMIT goToItem(target); });
        m_problemRows->addWidget(row);
    }
    const bool answers = std::any_of(m_problems.cbegin(), m_problems.cend(), [](const Problem &problem) {
        return !problem.item.isEmpty() && problem.kind != kFindingBegun && problem.kind != kChangeBegun &&
               !isOfFiles(problem);
    });
    if (!answers)
        m_problemRows->addWidget(plainLabel(tr("Every item is answered in the form that it needs.")));
    m_problemRows->addStretch();
}

void SubmitPage::fillScore()
{
    clear(m_scoreRows);
    auto score = m_useCase.scoreOf(m_inspectionId);
    if (!score)
        return; // refresh() has said why
    m_scoreCard->setNote(tr("%1, pass mark %2").arg(format::score(score->totalBp), format::score(score->passBp)));
    for (const SectionScore &section : std::as_const(score->sections)) {
        const Section *found = m_standard->section(section.code);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 3, 0, 3);
        line->addWidget(plainLabel(QStringLiteral("%1  %2").arg(
                                       section.code, found == nullptr ? QString() : found->title.in(isUrdu())),
                                   row),
                        1);
        if (section.floorBp > 0) {
            line->addWidget(
                new StatusChip({section.floorMet ? Status::Ok : Status::Bad,
                                section.floorMet ? QStringLiteral("check-disc") : QStringLiteral("octagon-cross"),
                                tr("floor %1").arg(format::score(section.floorBp))},
                               row));
        }
        auto *value = plainLabel(format::score(section.scoreBp), row);
        value->setFont(currentTheme().font(Type::SectionTitle));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setFixedWidth(56);
        line->addWidget(value);
        m_scoreRows->addWidget(row);
    }
    m_scoreRows->addStretch();
}

void SubmitPage::fillFiles()
{
    const auto count = EvidenceList(m_services.workspace).countOf(m_inspectionId);
    if (!count) {
        m_messages->post(QStringLiteral("error"), Message::of(count.error()));
        return;
    }
    m_fileList->setVisible(count->all > 0);
    if (count->all == 0)
        m_files->setText(tr("No files are attached."));
    else if (count->complete())
        m_files->setText(tr("%1.").arg(evidenceWords(*count)));
    else
        m_files->setText(tr("%1. No certificate is issued before all are there.").arg(evidenceWords(*count)));
    int photos = 0;
    int documents = 0;
    for (const Problem &problem : std::as_const(m_problems)) {
        photos += problem.photos;
        documents += problem.kind == kDocumentMissing ? 1 : 0;
    }
    m_filesMissing->setText(
        tr("Asked for and not there: photos %1, documents %2. The inspection can be submitted without them, and the "
           "officer may return it for them. Say why in the item’s note.")
            .arg(format::number(photos), format::number(documents)));
    m_filesMissing->setVisible(photos + documents > 0);
}

/// What was to be mended and is met now: ticked, because the visit was made for it, and the inspector's to untick.
void SubmitPage::fillFindings()
{
    QHash<QString, bool> chosen;
    for (auto it = m_verified.cbegin(); it != m_verified.cend(); ++it)
        chosen.insert(it.key(), it.value()->isChecked());
    m_verified.clear();
    clear(m_findingRows);
    const auto met = m_findings.metBy(m_inspectionId);
    if (!met) {
        m_messages->post(QStringLiteral("error"), Message::of(met.error()));
        return;
    }
    m_findingsTitle->setVisible(!met->isEmpty());
    for (const Finding &finding : *met) {
        auto *box = new QCheckBox(tr("%1 is mended").arg(finding.item()));
        box->setObjectName(QStringLiteral("verify.") + finding.item());
        box->setToolTip(format::plainToolTip(finding.description()));
        box->setChecked(chosen.value(finding.id(), true));
        m_findingRows->addWidget(box);
        m_verified.insert(finding.id(), box);
    }
}

void SubmitPage::refreshFooter()
{
    const auto mustSolve = std::count_if(m_problems.cbegin(), m_problems.cend(),
                                         [](const Problem &p) { return p.severity == Problem::Severity::MustSolve; });
    QString inTheWay;
    if (mustSolve > 0)
        inTheWay =
            mustSolve == 1 ? tr("1 problem stands in the way") : tr("%1 problems stand in the way").arg(mustSolve);
    else if (!m_word->isChecked())
        inTheWay = tr("Confirm that you carried out this visit");
    else if (m_services.attaching.pending(m_inspectionId) > 0)
        inTheWay = tr("A file is still being checked");
    m_footer->setInTheWay(inTheWay);
}

void SubmitPage::submit()
{
    QStringList mended;
    for (auto it = m_verified.cbegin(); it != m_verified.cend(); ++it) {
        if (it.value()->isChecked())
            mended.append(it.key());
    }
    auto result = m_useCase.run(m_services.actor, m_inspectionId, kDone, {}, mended);
    if (!result) {
        m_messages->post(QStringLiteral("error"), Message::of(result.error()));
        refresh();
        return;
    }
    const QString id = m_inspectionId;
    Q_EMIT submitted(id);
}

} // namespace markaz::ui
