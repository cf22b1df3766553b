// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/findings/findingdetail.h"

#include "core/support/programmeday.h"
#include "ui/pages/findings/findingform.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/sentences.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

// The members of what is typed of a finding.
const QString kChange = QStringLiteral("change");
const QString kReason = QStringLiteral("reason");

QString day(const QString &iso)
{
    return format::date(programmeDay(iso));
}

} // namespace

void FindingDetail::showFinding(const QString &id)
{
    const auto finding = m_services.workspace.records.requireAs<Finding>(id);
    if (!finding) { // gone since the list was read
        m_id.clear();
        for (QLabel *label : {m_code, m_item})
            label->clear();
        for (QWidget *chip : {static_cast<QWidget *>(m_severity), static_cast<QWidget *>(m_state)})
            chip->hide();
        m_words->hide();
        m_form->hide();
        m_actions->hide();
        m_building->setText(sentences::of(finding.error()).plain());
        return;
    }
    if (id != m_id) {
        keepTyped();
        m_form->hide();
        m_reasonBox->hide();
        m_reason->clear(); // it was another's
        m_id = id;
        takeUp();
    }
    m_inspectionId = finding->inspectionId();
    m_actions->show();
    m_severity->show();
    m_state->show();
    const QDate today = programmeDay(m_services.workspace.clock.now());
    m_severity->setContent(chips::severity(finding->severity()));
    m_state->setContent(
        chips::finding(finding->state(), finding->state() == FindingState::Open && finding->due() < today));
    const auto building = m_services.workspace.records.requireAs<Building>(finding->buildingId());
    m_code->setText(building ? format::code(building->code().toString()) : QString());
    alignLeading(m_building);
    m_building->setText(building ? building->name() : sentences::of(building.error()).plain());
    // As its visit's version says it; the visit may be another's, which is not here.
    const auto visit = m_services.workspace.records.requireAs<Inspection>(m_inspectionId);
    const Item *item = visit ? versionOf(m_services, *visit).item(finding->item()) : nullptr;
    if (item == nullptr)
        item = m_services.standards.item(finding->item());
    m_item->setText(item == nullptr ? format::code(finding->item())
                                    : QStringLiteral("%1  %2").arg(format::code(item->code), item->text.in(isUrdu())));
    fillWords(*finding);
    fillPhotos(*finding);
    fillActions(*finding);
}

QJsonObject FindingDetail::typedNow() const
{
    QJsonObject now;
    if (!m_form->isHidden() && m_form->isTouched())
        now.insert(kChange, m_form->typed());
    if (!m_reasonBox->isHidden() && !m_reason->text().trimmed().isEmpty())
        now.insert(kReason, m_reason->text());
    return now;
}

void FindingDetail::keepTyped()
{
    m_typed = typed();
}

/// What was being typed of this finding stands in its fields again; what may not be done any more goes in
/// fillActions().
void FindingDetail::takeUp()
{
    const QJsonObject words = m_typed.value(m_id).toObject();
    if (const QJsonObject change = words.value(kChange).toObject(); !change.isEmpty()) {
        m_form->takeUp(change, tr("Save"), m_services.actor.role != Role::Officer);
        m_form->show();
    }
    if (const QString reason = words.value(kReason).toString(); !reason.isEmpty()) {
        m_reason->setText(reason);
        m_reasonBox->show();
    }
}

QJsonObject FindingDetail::typed() const
{
    QJsonObject all = m_typed;
    if (m_id.isEmpty())
        return all;
    if (const QJsonObject now = typedNow(); !now.isEmpty())
        all.insert(m_id, now);
    else
        all.remove(m_id);
    return all;
}

void FindingDetail::resume(const QJsonObject &typed)
{
    for (auto it = typed.begin(); it != typed.end(); ++it) {
        const auto finding = m_services.workspace.records.requireAs<Finding>(it.key());
        if (finding || finding.error().code != ErrorCode::NotFound)
            m_typed.insert(it.key(), it.value());
    }
    if (!m_id.isEmpty()) {
        takeUp();
        showFinding(m_id);
    }
}

QString FindingDetail::accountName(const QString &id) const
{
    const auto account = m_services.workspace.records.find(Entity::Account, id);
    return account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
}

void FindingDetail::fillWords(const Finding &finding)
{
    clear(m_rows);
    m_words->setVisible(m_form->isHidden());
    auto *found = plainLabel(finding.description());
    found->setWordWrap(true);
    found->setTextInteractionFlags(Qt::TextSelectableByMouse);
    alignLeading(found);
    m_rows->addWidget(found);
    m_rows->addSpacing(6);
    m_rows->addWidget(factRow(tr("To be mended by"), finding.responsible()));
    m_rows->addWidget(factRow(tr("Due date"), format::date(finding.due())));
    const QString author = accountName(finding.authorId());
    m_rows->addWidget(factRow(tr("Raised"), format::list({day(finding.madeAt()), author})));
    if (!finding.stateReason().isEmpty())
        m_rows->addWidget(factRow(tr("Reason"), finding.stateReason()));
    if (!finding.followUpId().isEmpty()) {
        const auto visit = m_services.workspace.records.find(Entity::Inspection, finding.followUpId());
        m_rows->addWidget(factRow(
            tr("Verified by"),
            visit && *visit
                ? tr("the follow-up of %1").arg(day((*visit)->fields.value(QStringLiteral("started_at")).toString()))
                : tr("a follow-up")));
    }
}

/// A finding has no files of its own: they are those of its item in the visit that raised it and in the one that
/// verified it.
void FindingDetail::fillPhotos(const Finding &finding)
{
    m_photos->showItem(finding.inspectionId(), finding.item(), false);
    m_later->showItem(finding.followUpId(), finding.item(), false);
    const bool before = !m_photos->isEmpty();
    const bool after = !finding.followUpId().isEmpty() && !m_later->isEmpty();
    m_photos->setVisible(before);
    m_photosTitle->setVisible(before);
    m_later->setVisible(after);
    m_laterTitle->setVisible(after);
    m_noPhotos->setVisible(!before && !after);
}

void FindingDetail::fillActions(const Finding &finding)
{
    const auto possible = m_moves.possible(m_services.actor, finding);
    if (!possible)
        Q_EMIT failed(possible.error());
    const auto may = [&possible](FindingStep step) { return possible && possible->contains(step); };
    const bool editing = !m_form->isHidden();
    const bool mayEdit = EditFinding(m_services.workspace).allowed(m_services.actor, finding).ok();
    if (editing && !mayEdit) {
        m_form->hide();
        m_words->show();
    }
    m_edit->setVisible(mayEdit && m_form->isHidden());
    m_fix->setVisible(may(FindingStep::Fix));
    m_reopen->setVisible(may(FindingStep::Reopen));
    m_restore->setVisible(may(FindingStep::Restore));
    m_waive->setVisible(may(FindingStep::Waive) && m_reasonBox->isHidden());
    if (!may(FindingStep::Waive))
        m_reasonBox->hide();
    m_verify->setVisible(may(FindingStep::Verify));
    m_verify->setWords(labels::of(FindingStep::Verify), tr("Verify and close"),
                       tr("A verified finding is closed for good. What fails again is a new one."));
    const auto visit = m_services.workspace.records.find(Entity::Inspection, finding.inspectionId());
    m_open->setVisible(visit && visit->has_value());
}

void FindingDetail::take(FindingStep step, const QString &reason)
{
    auto moved = m_moves.run(m_services.actor, m_id, step, reason);
    if (!moved) {
        Q_EMIT failed(moved.error());
        return;
    }
    m_reasonBox->hide();
    m_reason->clear();
    Q_EMIT this->moved();
    showFinding(m_id);
}

void FindingDetail::beginEdit()
{
    const auto finding = m_services.workspace.records.requireAs<Finding>(m_id);
    if (!finding)
        return;
    m_form->begin({finding->severity(), finding->description(), finding->responsible(), finding->due()}, tr("Save"),
                  m_services.actor.role != Role::Officer);
    m_form->show();
    m_words->hide();
    m_edit->hide();
}

void FindingDetail::save()
{
    if (auto saved = EditFinding(m_services.workspace).run(m_services.actor, m_id, m_form->entry(), m_form->begun());
        !saved) {
        m_form->refuse(saved.error());
        return;
    }
    m_form->hide();
    Q_EMIT moved();
    showFinding(m_id);
}

} // namespace markaz::ui
