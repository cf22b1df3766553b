// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The version of the standard that an inspection goes by: what inspectionpage.h says of it.
#include "core/workflow/movedraft.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/versionpane.h"
#include "ui/text/decisionwords.h"
#include "ui/text/format.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kNewerKey = QStringLiteral("newer");
const QString kKeptKey = QStringLiteral("kept");
const QString kReturnedKey = QStringLiteral("returned");
const QString kFollowUpKey = QStringLiteral("follow-up");

} // namespace

/// Starts where the work goes on: the first item without an answer, in a follow-up one that it is made for.
void InspectionPage::goOn()
{
    sayWhyReturned();
    const QStringList first = toDo();
    sayWhatComesFirst(first.size());
    m_show = m_model->editable() && (m_model->isFollowUp() || !first.isEmpty()) ? Show::ToDo : Show::All;
    const QStringList missing = m_model->score().missing;
    const auto open =
        std::find_if(first.begin(), first.end(), [&missing](const QString &code) { return missing.contains(code); });
    if (m_model->asksForEverything() && open != first.end())
        goToItem(*open);
    else
        goToItem(missing.isEmpty() ? m_model->standard().items().first().code : missing.first());
    refresh();
}

/// The items that a follow-up is made for.
QStringList InspectionPage::toDo() const
{
    QStringList codes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isToDo(row) && (m_model->isFollowUp() || m_model->asksForEverything()))
            codes.append(m_model->item(row).code);
    }
    return codes;
}

/// Whoever came for what failed is told why all of it is asked for, and where to begin.
void InspectionPage::sayWhatComesFirst(qsizetype items)
{
    if (!m_model->editable() || !m_model->asksForEverything()) {
        m_messages->withdraw(kFollowUpKey);
        return;
    }
    m_messages->post(
        kFollowUpKey,
        {Status::Info,
         {tr("This follow-up asks for every item: this laptop has no answers of an earlier visit to take over."),
          {},
          items == 0   ? tr("No item has an open finding.")
          : items == 1 ? tr("1 item has an open finding and comes first.")
                       : tr("%1 items have an open finding and come first.").arg(format::number(items))},
         {},
         {},
         true});
}

/// What the reviewer asks for is in sight while it is done; of a visit that was decided, what and why.
void InspectionPage::sayWhyReturned()
{
    const bool asks = m_model->editable() && !m_model->returnReason().isEmpty();
    const auto review = reviewOf(m_services.workspace, m_model->context()->inspection);
    if (asks)
        m_messages->post(kReturnedKey, {Status::Warn,
                                        {tr("The reviewer: “%1”").arg(format::words(m_model->returnReason())), {}, {}},
                                        {},
                                        {},
                                        true});
    else if (!review)
        m_messages->post(kReturnedKey, Message::of(review.error()));
    else if (const std::optional<DecisionEntry> &decided = *review; decided)
        m_messages->post(kReturnedKey,
                         {decided->what == QLatin1String("accept")   ? Status::Ok
                          : decided->what == QLatin1String("reject") ? Status::Bad
                                                                     : Status::Warn,
                          {decisionwords::line(m_services, *decided), decisionwords::comments(*decided), {}},
                          {},
                          {},
                          true});
    else
        m_messages->withdraw(kReturnedKey);
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
    dropHalfAnswers();
    QMetaObject::invokeMethod( // when the model has read all of it
        this,
        [this] {
            if (m_model && m_model->context())
                goOn();
        },
        Qt::QueuedConnection);
}

} // namespace markaz::ui
