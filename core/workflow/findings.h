// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/security/permissions.h"
#include "core/workflow/inspections.h"

namespace markaz {

/// What a person says of a finding.
struct FindingEntry
{
    Severity severity = Severity::Major;
    QString description;
    QString responsible; ///< who is to mend it
    QDate due;
    friend bool operator==(const FindingEntry &, const FindingEntry &) = default;
};

/// Raises a finding of an item of the actor's own draft, and takes it back as long as it is one.
class RaiseFinding
{
public:
    RaiseFinding(Workspace &workspace, const StandardCatalogue &standards)
        : m_workspace(workspace)
        , m_standards(standards)
    {
    }
    /// What the form begins with for \p item: severity, nothing to mend yet, and a day.
    FindingEntry proposal(const Item &item, bool partial) const;
    /// Incomplete without words, InvalidValue for a day in the past (`where` = the field), WrongState unless it is a
    /// draft, Exists when this visit has an unsettled finding of the item already.
    Result<Finding> run(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                        const FindingEntry &entry);
    Result<void> remove(const Actor &actor, const QString &findingId);

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
};

/// Whether \p actor may take \p finding off now: an open one of the own draft.
Result<void> mayTakeBack(const Workspace &workspace, const Actor &actor, const Finding &finding);

/// The inspector in his own draft changes all of it, an officer all but the words of what was found.
class EditFinding
{
public:
    explicit EditFinding(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Whether \p actor may, and the finding is one that can still change.
    Result<void> allowed(const Actor &actor, const Finding &finding) const;
    /// \p seen: what the form showed when it was opened. Only what differs from it changes; what a pull brought since
    /// stays, and what both changed is a conflict, for the server to say. None: the finding as it stands.
    Result<Finding> run(const Actor &actor, const QString &findingId, const FindingEntry &entry,
                        const std::optional<FindingEntry> &seen = std::nullopt);

private:
    Workspace &m_workspace;
};

/// Moves the state of a finding: fix, reopen, verify, waive, restore.
class MoveFinding
{
public:
    MoveFinding(Workspace &workspace, const SubmitInspection &scores)
        : m_workspace(workspace)
        , m_scores(scores)
    {
    }
    /// The steps that \p actor may take now, in the order of the table. Verify is among them for an inspector when a
    /// visit of his own verifies it; then from open, too: fixed and verified go together.
    Result<QList<FindingStep>> possible(const Actor &actor, const Finding &finding) const;
    /// Incomplete with `where` = state_reason where a reason is needed. \p visitId: the visit that verifies; empty: the
    /// newest that does, and for an officer none.
    Result<Finding> run(const Actor &actor, const QString &findingId, FindingStep step, const QString &reason = {},
                        const QString &visitId = {});
    /// The same within \p changes. \p visit: the one that verifies, as it stands when they are committed.
    Result<Record> stage(ChangeSet &changes, const Actor &actor, const Finding &finding, FindingStep step,
                         const QString &reason, const std::optional<Inspection> &visit) const;
    /// The unsettled findings of its building whose item this follow-up has looked at and meets.
    Result<QList<Finding>> metBy(const QString &visitId) const;
    /// The newest follow-up of \p actor that was handed in, looked at the item after the finding was made and meets it.
    Result<std::optional<QString>> visitThatMeets(const Actor &actor, const Finding &finding) const;

private:
    Result<bool> meets(const Inspection &visit, const Finding &finding) const;
    Result<Subject> subjectOf(const Actor &actor, const Finding &finding, FindingStep step,
                              const QString &visitId) const;

    Workspace &m_workspace;
    const SubmitInspection &m_scores;
};

} // namespace markaz
