// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The version of the standard that an inspection goes by: what inspectionpage.h says of it.
#include "core/workflow/movedraft.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/versionpane.h"
#include "ui/text/format.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/messagebar.h"

namespace markaz::ui {
namespace {

const QString kNewerKey = QStringLiteral("newer");
const QString kKeptKey = QStringLiteral("kept");
const QString kReturnedKey = QStringLiteral("returned");

} // namespace

/// Starts where the work goes on: the first item without an answer.
void InspectionPage::goOn()
{
    sayWhyReturned();
    m_show = m_model->isFollowUp() && m_model->editable() ? Show::ToDo : Show::All;
    const QStringList missing = m_model->score().missing;
    goToItem(missing.isEmpty() ? m_model->standard().items().first().code : missing.first());
    refresh();
}

/// What the reviewer asks for is in sight while it is done.
void InspectionPage::sayWhyReturned()
{
    if (!m_model->editable() || m_model->returnReason().isEmpty()) {
        m_messages->withdraw(kReturnedKey);
        return;
    }
    m_messages->post(
        kReturnedKey,
        {Status::Warn, {tr("The reviewer: “%1”").arg(format::words(m_model->returnReason())), {}, {}}, {}, {}, true});
}

void InspectionPage::dropRows()
{
    m_overstays = nullptr;
    for (ItemRow *row : std::exchange(m_rows, {})) { // one that goes may give what is typed in it
        row->hide();
        row->deleteLater();
    }
    m_section.clear();
    m_current.clear();
}

void InspectionPage::refreshVersion()
{
    const Inspection &inspection = m_model->context()->inspection;
    const Standard &newest = m_services.standards.newest();
    if (m_model->editable() && inspection.standardHash() != newest.hash()) {
        m_messages->post(kNewerKey,
                         {Status::Info,
                          {tr("Version %1 of the standard is in force, and this draft goes by version %2.")
                               .arg(format::number(newest.version()), format::number(inspection.standardVersion())),
                           tr("It can be handed in as it is."), tr("Or look at the difference and move it.")},
                          tr("See the difference"),
                          {},
                          false},
                         [this] { showMove(); });
    } else {
        m_messages->withdraw(kNewerKey);
    }
    refreshKept();
}

/// What a move has left without a row: answers, and what stands beside them.
void InspectionPage::refreshKept()
{
    const Inspection &inspection = m_model->context()->inspection;
    const auto beside = keptBeside(m_services.workspace, inspection, m_model->standard());
    if (!beside)
        return refuse(beside.error());
    qsizetype notes = 0;
    qsizetype files = 0;
    qsizetype findings = 0;
    for (const KeptBeside &kept : *beside) {
        notes += kept.note.isEmpty() ? 0 : 1;
        files += kept.files;
        findings += kept.findings.size();
    }
    const qsizetype answers = inspection.keptAnswers().size();
    QStringList list;
    if (answers > 0)
        list.append(answers == 1 ? tr("1 answer") : tr("%1 answers").arg(format::number(answers)));
    if (notes > 0)
        list.append(notes == 1 ? tr("1 note") : tr("%1 notes").arg(format::number(notes)));
    if (files > 0)
        list.append(files == 1 ? tr("1 file") : tr("%1 files").arg(format::number(files)));
    if (findings > 0)
        list.append(findings == 1 ? tr("1 finding") : tr("%1 findings").arg(format::number(findings)));
    if (!list.isEmpty())
        m_messages->post(kKeptKey,
                         {Status::Info,
                          {tr("Kept from before the move to version %1: %2.")
                               .arg(format::number(inspection.standardVersion()), list.join(tr(", "))),
                           tr("It is not scored, and nothing was lost."),
                           {}},
                          tr("Show what is kept"),
                          {},
                          false},
                         [this, beside = *beside] {
                             if (m_model && m_model->context())
                                 m_version->showKept(m_model->context()->inspection, beside);
                         });
    else
        m_messages->withdraw(kKeptKey);
}

void InspectionPage::showMove()
{
    if (!m_model || !m_model->context())
        return;
    const auto move = MoveDraft(m_services.workspace, m_services.standards).plan(m_model->context()->inspection);
    if (!move)
        return refuse(move.error());
    if (*move)
        m_version->showMove(**move);
}

void InspectionPage::moveDraft()
{
    const auto moved = MoveDraft(m_services.workspace, m_services.standards).run(m_services.actor, m_inspectionId);
    if (!moved)
        return refuse(moved.error());
    m_version->hide(); // the model has heard of the change, and beginAnew() comes
}

/// The items are others now: the rows of the former version go, and the work goes on at the first that is missing.
void InspectionPage::beginAnew()
{
    for (const ItemRow *row : std::as_const(m_rows)) // what is half typed answers no item of the other version
        disconnect(row, &ItemRow::answerGiven, this, nullptr);
    dropRows();
    QMetaObject::invokeMethod( // when the model has read all of it
        this,
        [this] {
            if (m_model && m_model->context())
                goOn();
        },
        Qt::QueuedConnection);
}

} // namespace markaz::ui
