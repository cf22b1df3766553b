// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policybody.h"
#include "core/workflow/changes.h"

namespace markaz {

/// A version of the programme's policy as this laptop has it.
struct PolicyVersion
{
    PolicyBody body;
    bool waiting = false; ///< published here, and the server has not taken it yet

    int version() const { return body.figures.version; }
};

/// All versions, the newest first, each as it was published; the compiled-in one where it was not. One that this
/// program cannot read (a newer one wrote it) is left out and told in the log.
Result<QList<PolicyVersion>> policyVersions(const Workspace &workspace);
/// The one in force on \p day: the newest that the server has and whose day has come. Errors as of readPolicyBody() for
/// one that this program cannot read: an older one must not stand in for it.
Result<PolicyBody> policyInForce(const Workspace &workspace, const QDate &day);

/// Publishes the next version of the policy: a record, which the server takes or rejects when it gets there. Until then
/// it is in force nowhere. Nothing changes or removes a published version: what was computed under it stays.
class PublishPolicy
{
public:
    PublishPolicy(Workspace &workspace, const Gazetteer &gazetteer)
        : m_workspace(workspace)
        , m_gazetteer(gazetteer)
    {
    }
    /// Whether \p actor may publish at all.
    static bool mayPublish(const Actor &actor);
    /// What the next version begins with: the newest one, with the next number and without its note, from today on.
    Result<PolicyBody> proposal() const;
    /// Everything that stands in the way of \p next, each with its JSON path: policyFaults(), notSourcedAnew() as
    /// NoText, and its day: Missing, NoDay for one that is past, Order when it lies before that of the version before.
    Result<QList<FigureFault>> faults(const PolicyBody &next) const;
    /// NotAllowed of may(); Exists with `where` = "policy.waiting" while another version waits here for the server's
    /// word, or "policy.version" when its number was taken meanwhile; WrongState with "policy.unreadable" when a newer
    /// program wrote the newest one; InvalidValue with "policy.unchanged"; else the first of faults().
    Result<void> check(const Actor &actor, const PolicyBody &next) const;
    Result<Record> run(const Actor &actor, const PolicyBody &next);
    /// The version that waits on this laptop for the server's word; nothing when none does.
    Result<std::optional<int>> waiting() const;

private:
    Result<PolicyBody> newest() const;

    Workspace &m_workspace;
    const Gazetteer &m_gazetteer;
};

} // namespace markaz
