// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/inspections.h"

namespace markaz {

/// What a follow-up takes over from the last visit, and what it asks for.
struct FollowUpPlan
{
    QString previousId;
    const Standard *standard = nullptr; ///< the visit's
    QJsonObject carried;                ///< answers by item, marked with the visit that gave them
    QStringList asked; ///< in the standard's order: failed, met in part, not inspected, or with an unsettled finding
};

/// A visit that looks again at what failed, by the version of the standard that it failed: the newest of the
/// inspector's own visits that he handed in, and of another's the one that his assignment shows (earliervisit.h).
/// 2026-11-29: it does not leave the others out: without their answers neither this laptop nor the server could say
/// what the building scores. So it asks for everything where no answers are known here: without an assignment for it,
/// when no visit of the building was accepted yet, and when the visit's version of the standard is not known here. The
/// page then begins with the items that have an unsettled finding, which every inspector of the province has.
class FollowUp
{
public:
    FollowUp(Workspace &workspace, const StandardCatalogue &standards, const Gazetteer &gazetteer,
             QJsonObject programmeFacts)
        : m_workspace(workspace)
        , m_standards(standards)
        , m_gazetteer(gazetteer)
        , m_programme(std::move(programmeFacts))
    {
    }
    /// Nothing where no follow-up makes sense: no visit of \p actor was handed in and \p assignmentId shows none, or
    /// nothing of it is to be looked at again. What was met then and would not be today (a certificate that has run
    /// out) is asked for.
    Result<std::optional<FollowUpPlan>> plan(const Actor &actor, const QString &buildingId,
                                             const QString &assignmentId = {}) const;
    /// The actor's open draft of this building if there is one, else a new one after the plan.
    Result<Inspection> start(const Actor &actor, const QString &buildingId, const QString &assignmentId = {}) const;

private:
    Result<std::optional<Inspection>> newest(const Actor &actor, const QString &buildingId,
                                             const QString &assignmentId) const;

    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
    const Gazetteer &m_gazetteer;
    QJsonObject m_programme;
};

/// The visit that \p followUp follows up: an own one as it is, another's as far as the assignment shows it; nothing
/// where it follows none, or one of which nothing is here any more.
Result<std::optional<Inspection>> followedVisit(Workspace &workspace, const Inspection &followUp);

/// The answer of \p previous to \p itemCode as a visit after it takes it over; nothing when it gave none.
std::optional<Answer> carriedAnswer(const Inspection &previous, const QString &itemCode);

} // namespace markaz
