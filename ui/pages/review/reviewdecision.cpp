// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided on the page: who may, with which words, and what has become of it meanwhile.
#include "core/storage/inspectionrepository.h"
#include "core/workflow/reviews.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/text/decisionwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace markaz::ui {

bool ReviewPage::waits() const
{
    return m_model != nullptr && m_model->context()->inspection.state() == QLatin1String("submitted");
}

/// What was decided about the inspection that this one stands beside, with its reason and what it asked for.
void ReviewPage::refreshBefore()
{
    m_askedBefore = {};
    m_decisionBefore->clear();
    if (m_model != nullptr && m_model->hasPrevious()) {
        const Inspection &previous = m_model->previousContext()->inspection;
        const auto review = reviewOf(m_services.workspace, previous);
        if (!review) {
            m_messages->post(kErrorKey, Message::of(review.error()));
        } else if (*review) {
            m_askedBefore = (*review)->comments;
            m_decisionBefore->setText(tr("The one before: %1").arg(decisionwords::line(m_services, **review)));
        }
    }
    m_decisionBefore->setVisible(!m_decisionBefore->text().isEmpty());
}

/// Whoever carried out any part of the inspection does not judge it.
void ReviewPage::refreshSeparation()
{
    m_separated.clear();
    if (m_model == nullptr)
        return;
    const Inspection &inspection = m_model->context()->inspection;
    const auto own = ownPartIn(m_services.workspace, inspection, m_services.actor.accountId);
    if (!own) {
        m_messages->post(kErrorKey, Message::of(own.error()));
        m_separated = tr("It cannot be read who carried out this inspection, so nothing is decided here.");
    }
    if (own && *own)
        m_separated = decisionwords::ownPart(inspection, **own);
}

/// What the buttons say, and what two of them ask before they do it.
void ReviewPage::refreshAsking()
{
    const QString code = m_model == nullptr ? QString() : format::code(m_model->context()->building.code().toString());
    const bool explained = !m_reason->text().trimmed().isEmpty(); // else it is told at once what is missing
    m_accept->setWords(tr("Accept and go to the certificate"), tr("Accept it"),
                       explained
                           ? tr("The inspection of %1 is accepted, for this reason. Nothing takes that back.").arg(code)
                           : QString());
    m_reject->setWords(tr("Reject"), tr("Reject it"),
                       explained ? tr("The inspection of %1 is rejected, for this reason: its answers do not stand. "
                                      "Nothing takes that back.")
                                       .arg(code)
                                 : QString());
    const qsizetype count = m_comments.size();
    m_return->setText(count == 0
                          ? tr("Return")
                          : (count == 1 ? tr("Return with 1 comment") : tr("Return with %1 comments").arg(count)));
    m_missing->hide();
    makeRoom();
}

void ReviewPage::refreshFooter()
{
    refreshSeparation();
    const bool waiting = waits();
    m_toCertificate->setVisible(m_model != nullptr &&
                                m_model->context()->inspection.state() == QLatin1String("accepted"));
    m_duty->setText(m_separated.isEmpty() ? tr("You did not take part in this inspection") : m_separated);
    m_decided->clear();
    if (m_model != nullptr && !waiting) {
        const Inspection &inspection = m_model->context()->inspection;
        m_decided->setText(labels::inspectionState(inspection.state()));
        const auto review = reviewOf(m_services.workspace, inspection);
        if (!review)
            m_messages->post(kErrorKey, Message::of(review.error()));
        else if (*review)
            m_decided->setText(decisionwords::line(m_services, **review));
    }
    m_decided->setVisible(!m_decided->text().isEmpty());
    refreshAsking();
}

/// While one of them asks, it has the footer and the reason to itself.
void ReviewPage::makeRoom()
{
    const bool mine = waits() && m_separated.isEmpty();
    m_reasonBox->setVisible(mine);
    for (AskTwice *asks : {m_accept, m_reject})
        m_footer->setStretchFactor(asks, asks->isAsking() ? 2 : 0); // its words as wide as the reason
    m_accept->setVisible(mine && !m_reject->isAsking());
    m_reject->setVisible(mine && !m_accept->isAsking());
    m_return->setVisible(mine && !m_accept->isAsking() && !m_reject->isAsking());
    m_duty->setVisible(waits() && !m_accept->isAsking() && !m_reject->isAsking());
}

void ReviewPage::sayReasonIsMissing(const QString &decision)
{
    m_missing->setText(decision == QLatin1String("accept")   ? tr("Write here why it is accepted.")
                       : decision == QLatin1String("reject") ? tr("Write here why it is rejected.")
                                                             : tr("Write here why it is returned, or a comment on an "
                                                                  "item: what is to be mended."));
    m_missing->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::decide(const QString &decision)
{
    keepComment();
    const QString id = m_inspectionId;
    const QString code = format::code(m_model->context()->building.code().toString());
    m_deciding = true; // what it changes here is this page's own doing
    const auto result = ReviewInspection(m_services.workspace)
                            .run(m_services.actor, m_inspectionId, decision, m_reason->text().trimmed(), m_comments);
    m_deciding = false;
    if (!result) {
        if (result.error().code == ErrorCode::Incomplete)
            sayReasonIsMissing(decision);
        else
            m_messages->post(kErrorKey, Message::of(result.error()));
        return;
    }
    if (decision == QLatin1String("accept")) {
        open(id); // it is decided, should anybody come back to it
        Q_EMIT accepted(id);
        return;
    }
    open({});
    m_messages->post(kDecidedKey,
                     {Status::Ok,
                      {decision == QLatin1String("return") ? tr("The inspection of %1 is returned.").arg(code)
                                                           : tr("The inspection of %1 is rejected.").arg(code),
                       {},
                       {}},
                      {},
                      {},
                      true});
}

/// A sync may bring another's decision about what is on show, or the next state of it.
void ReviewPage::followSync()
{
    if (m_model == nullptr || m_deciding)
        return;
    const auto now = m_services.workspace.records.find(Entity::Inspection, m_inspectionId);
    if (!now) {
        m_messages->post(kErrorKey, Message::of(now.error()));
        return;
    }
    const Record &shown = m_model->context()->inspection.record();
    const QString state = QStringLiteral("state");
    if (*now && (*now)->rev == shown.rev && (*now)->fields.value(state) == shown.fields.value(state))
        return;
    const bool waited = waits();
    const QString item = m_item;
    const QString show = m_show->current();
    const QString code = format::code(m_model->context()->building.code().toString());
    const QString typed = m_comment->toPlainText();
    const int at = m_comment->textCursor().position();
    open(*now ? m_inspectionId : QString());
    if (*now && m_model != nullptr) {
        showOnly(show);
        if (const int row = m_model->rowOf(item); row >= 0)
            m_table->setCurrentIndex(m_model->index(row, 0));
        else
            showFirst();
        if (m_item == item && m_comment->toPlainText() == typed.trimmed()) { // whoever is typing types on
            m_comment->setPlainText(typed);
            QTextCursor cursor = m_comment->textCursor();
            cursor.setPosition(at);
            m_comment->setTextCursor(cursor);
        }
    }
    if (!*now)
        m_messages->post(kOvertakenKey,
                         {Status::Info,
                          {tr("The inspection of %1 is not on this laptop any more: it was removed, or your provinces "
                              "have changed.")
                               .arg(code),
                           tr("Nothing of yours was sent."),
                           {}},
                          {},
                          {},
                          true});
    else if (waited && !waits())
        m_messages->post(kOvertakenKey, {Status::Info,
                                         {tr("The inspection of %1 was decided elsewhere meanwhile.").arg(code),
                                          tr("Nothing of yours was sent."),
                                          {}},
                                         {},
                                         {},
                                         true});
}

} // namespace markaz::ui
