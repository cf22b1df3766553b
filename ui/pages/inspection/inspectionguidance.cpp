// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the items: which of them are shown, and what is said of the current one.
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"
#include "ui/pages/inspection/findingsection.h"
#include "ui/pages/inspection/guidancepane.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/text/answerwords.h"
#include "ui/text/filewords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QLabel>

namespace markaz::ui {

void InspectionPage::refreshFilter()
{
    if (!m_model || !m_model->context())
        return;
    const auto count = [this](Show show) {
        int rows = 0;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows += fits(row, show) ? 1 : 0;
        return rows;
    };
    QList<Segment> segments{{QStringLiteral("all"), tr("All %1").arg(count(Show::All)), {}},
                            {QStringLiteral("missing"), tr("Missing %1").arg(count(Show::Missing)), {}},
                            {QStringLiteral("problems"), tr("Problems %1").arg(count(Show::Problems)), {}}};
    if (m_model->isFollowUp())
        segments.prepend({QStringLiteral("todo"), tr("To do %1").arg(count(Show::ToDo)), {}});
    else if (m_model->asksForEverything() && !toDo().isEmpty())
        segments.prepend({QStringLiteral("todo"), tr("Findings %1").arg(count(Show::ToDo)), {}});
    if (m_model->isRevision())
        segments.append({QStringLiteral("changed"), tr("Changed %1").arg(count(Show::Changed)), {}});
    m_filter->setSegments(segments);
    switch (m_show) {
    case Show::All:
        m_filter->setCurrent(QStringLiteral("all"));
        m_nothing->clear();
        break;
    case Show::ToDo:
        m_filter->setCurrent(QStringLiteral("todo"));
        m_nothing->setText(m_model->isFollowUp()
                               ? tr("Nothing is asked for in this section: its answers are carried over.")
                               : tr("No item of this section has an open finding."));
        break;
    case Show::Missing:
        m_filter->setCurrent(QStringLiteral("missing"));
        m_nothing->setText(tr("No answer and no file is missing in this section."));
        break;
    case Show::Problems:
        m_filter->setCurrent(QStringLiteral("problems"));
        m_nothing->setText(tr("No item of this section fails."));
        break;
    case Show::Changed:
        m_filter->setCurrent(QStringLiteral("changed"));
        m_nothing->setText(tr("This section says what it said when it was returned."));
        break;
    }
}

void InspectionPage::refreshGuidance()
{
    const Item *item = m_model && m_model->context() ? m_model->standard().item(m_current) : nullptr;
    if (item == nullptr)
        return;
    const QModelIndex index = m_model->index(m_model->rowOf(m_current));
    const QString last = answerWords(m_model->standard(), *item, index.data(ChecklistModel::LastRole).toJsonObject());
    const auto &visit = m_model->lastVisit();
    m_guidance->setLastTime(last.isEmpty() || !visit
                                ? QString()
                                : QStringLiteral("%1, %2").arg(last, format::date(programmeDay(visit->startedAt()))));
    m_guidance->setFiles(fileList(item->photosNeeded, item->documentNeeded), lackingWords(m_model->lacking(m_current)));
    m_findings->showItem(m_model->context()->inspection, *item,
                         static_cast<ItemScore::Status>(index.data(ChecklistModel::StatusRole).toInt()),
                         m_model->editable());
}

/// Two visits of one building are two drafts: whoever came for the one is told of the other, once.
void InspectionPage::sayOfOtherDrafts()
{
    const QString key = QStringLiteral("other draft");
    const Inspection &visit = m_model->context()->inspection;
    const auto drafts = m_model->editable() ? InspectionRepository(m_services.workspace.database)
                                                  .openDrafts(visit.buildingId(), m_services.actor.accountId)
                                            : Result<QStringList>(QStringList());
    if (!drafts)
        return refuse(drafts.error());
    for (const QString &id : *drafts) {
        if (id == visit.id())
            continue;
        if (id == m_otherDraft)
            return;
        const auto other = m_services.workspace.records.requireAs<Inspection>(id);
        if (!other)
            return refuse(other.error());
        m_otherDraft = id;
        m_messages->post(
            key,
            {Status::Info,
             {tr("Another of your visits to this building is open: %1, begun %2.")
                  .arg(labels::visitKind(other->kind()), format::dateTime(other->startedAt())),
              tr("Each is submitted for itself, and this one is: %1.").arg(labels::visitKind(visit.kind())),
              {}},
             tr("Open the other"),
             {},
             true},
            [this, id] { Q_EMIT revisionRequested(id); });
        return;
    }
    m_otherDraft.clear();
    m_messages->withdraw(key);
}

void InspectionPage::connectFindings()
{
    connect(m_findings, &FindingSection::raiseRequested, this, [this](const QString &item, const FindingEntry &entry) {
        if (auto raised = m_model->raise(item, entry); !raised)
            return m_findings->refuse(raised.error());
        m_findings->done();
        setFocus(Qt::OtherFocusReason); // the keys of the checklist hold again
    });
    connect(m_findings, &FindingSection::changeRequested, this,
            [this](const Finding &finding, const FindingEntry &entry, const FindingEntry &seen) {
                if (auto changed = m_model->changeFinding(finding, entry, seen); !changed)
                    return m_findings->refuse(changed.error());
                m_findings->done();
                setFocus(Qt::OtherFocusReason);
            });
    connect(m_findings, &FindingSection::takeBackRequested, this, [this](const Finding &finding) {
        setFocus(Qt::OtherFocusReason); // before the button goes
        if (auto taken = m_model->takeBack(finding); !taken)
            return refuse(taken.error());
        m_findings->gone(finding.id());
    });
    connect(m_findings, &FindingSection::failed, this, &InspectionPage::refuse);
    const ChangeNotifier *notifier = &m_services.workspace.notifier;
    connect(notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        if (entity == Entity::Finding && isVisible())
            refreshGuidance();
    });
    connect(notifier, &ChangeNotifier::manyChanged, this, [this] {
        if (isVisible())
            refreshGuidance();
    });
}

} // namespace markaz::ui
