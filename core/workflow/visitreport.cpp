// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/visitreport.h"

#include "core/storage/findingrepository.h"
#include "core/workflow/evidence.h"
#include "core/workflow/inspectionsubject.h"

namespace markaz {
void setVisitReport(QJsonObject &fields, const VisitReport &report)
{
    const auto text = [](const QString &words) {
        return words.trimmed().isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(words.trimmed());
    };
    setValueAt(fields, QStringLiteral("visit_note"), text(report.note));
    setValueAt(fields, QStringLiteral("visit_met"), text(report.met));
    setValueAt(fields, QStringLiteral("next_visit"), text(report.nextVisit.toString(Qt::ISODate)));
}

Result<Inspection> RecordVisitReport::run(const Actor &actor, const QString &inspectionId, const VisitReport &report)
{
    const auto draft = draftFor(m_workspace, actor, Action::DraftInspection, inspectionId);
    if (!draft)
        return draft.error();
    QJsonObject after = draft->fields();
    setVisitReport(after, report);
    ChangeSet changes(m_workspace, actor);
    auto saved = changes.update(draft->record(), after);
    if (!saved)
        return saved.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return Inspection::from(std::move(saved).value());
}

Result<void> DiscardDraft::run(const Actor &actor, const QString &inspectionId)
{
    const auto draft = draftFor(m_workspace, actor, Action::DiscardDraft, inspectionId);
    if (!draft)
        return draft.error();
    const auto files = FileRepository(m_workspace.database).countOf(inspectionId);
    if (!files)
        return files.error();
    const auto findings = FindingRepository(m_workspace.database).ofInspection(inspectionId);
    if (!findings)
        return findings.error();
    if (!draft->answers().isEmpty() || !draft->keptAnswers().isEmpty() || !draft->notes().isEmpty() ||
        !draft->visitNote().isEmpty() || !draft->visitMet().isEmpty() || draft->nextVisit().isValid() ||
        files->all > 0 || !findings->isEmpty())
        return makeError(ErrorCode::WrongState, QStringLiteral("something was entered in the draft"),
                         QStringLiteral("answers"));
    ChangeSet changes(m_workspace, actor);
    changes.remove(draft->record());
    return changes.commit();
}

} // namespace markaz
