// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The findings of a checklist: raised, changed and taken back through its undo stack.
#include "core/storage/findingrepository.h"
#include "ui/commands/savedcommand.h"
#include "ui/models/checklistmodel.h"

#include <utility>

namespace markaz::ui {
namespace {

FindingEntry entryOf(const Finding &finding)
{
    return {finding.severity(), finding.description(), finding.responsible(), finding.due()};
}

} // namespace

/// Findings are on every laptop of the province, other than the visits that raised them.
Result<void> ChecklistModel::readUnsettled()
{
    m_unsettled.clear();
    if (!asksForEverything())
        return {};
    const FindingRepository findings(m_services.workspace.database);
    const auto ids = findings.unsettledOf(m_context->building.id());
    if (!ids)
        return ids.error();
    const auto rows = findings.rows(*ids);
    if (!rows)
        return rows.error();
    for (const FindingRow &row : *rows) {
        if (row.inspectionId != m_inspectionId)
            m_unsettled.insert(row.item);
    }
    return {};
}

/// Taken back and raised again a finding is a new record each time: the server may know the other as removed by then.
/// All commands that are about it share which one it is now.
std::shared_ptr<QString> ChecklistModel::findingNow(const QString &id)
{
    for (const auto &known : std::as_const(m_findings)) {
        if (*known == id)
            return known;
    }
    m_findings.append(std::make_shared<QString>(id));
    return m_findings.last();
}

/// Does \p value now, and \p former when it is undone. What is refused now is returned, later it is said.
Result<void> ChecklistModel::pushFinding(const QString &item, std::function<Result<void>()> former,
                                         std::function<Result<void>()> value)
{
    const auto refusal = std::make_shared<std::optional<Error>>();
    const auto now = std::make_shared<bool>(true);
    const auto done = [this, refusal, now](const std::function<Result<void>()> &step) {
        const auto taken = step();
        if (!taken && *now)
            *refusal = taken.error();
        else if (!taken)
            Q_EMIT refused(taken.error());
        return taken.ok();
    };
    m_undo.push(new SavedCommand(
        item, [done, former = std::move(former)] { return done(former); },
        [done, value = std::move(value)] { return done(value); }));
    *now = false;
    return *refusal ? Result<void>(**refusal) : Result<void>();
}

Result<void> ChecklistModel::raiseNow(const QString &item, const FindingEntry &entry, QString &id)
{
    const auto finding =
        RaiseFinding(m_services.workspace, m_services.standards).run(m_services.actor, m_inspectionId, item, entry);
    if (!finding)
        return finding.error();
    id = finding->id();
    return {};
}

Result<void> ChecklistModel::raise(const QString &item, const FindingEntry &entry)
{
    const auto finding = std::make_shared<QString>(); // none yet
    m_findings.append(finding);
    return pushFinding(
        item,
        [this, finding] {
            return RaiseFinding(m_services.workspace, m_services.standards).remove(m_services.actor, *finding);
        },
        [this, item, entry, finding] { return raiseNow(item, entry, *finding); });
}

Result<void> ChecklistModel::changeFinding(const Finding &finding, const FindingEntry &entry, const FindingEntry &seen)
{
    const auto now = findingNow(finding.id());
    const auto to = [this, now](const FindingEntry &wanted, const FindingEntry &shown) -> Result<void> {
        const auto edited = EditFinding(m_services.workspace).run(m_services.actor, *now, wanted, shown);
        return edited ? Result<void>() : Result<void>(edited.error());
    };
    return pushFinding(
        finding.item(), [to, entry, seen] { return to(seen, entry); }, [to, entry, seen] { return to(entry, seen); });
}

Result<void> ChecklistModel::takeBack(const Finding &finding)
{
    const auto now = findingNow(finding.id());
    return pushFinding(
        finding.item(),
        [this, now, item = finding.item(), entry = entryOf(finding)] { return raiseNow(item, entry, *now); },
        [this, now] {
            return RaiseFinding(m_services.workspace, m_services.standards).remove(m_services.actor, *now);
        });
}

} // namespace markaz::ui
