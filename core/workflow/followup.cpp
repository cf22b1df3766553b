// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/followup.h"

#include "core/domain/earliervisit.h"
#include "core/storage/findingrepository.h"
#include "core/storage/inspectionrepository.h"
#include "core/support/programmeday.h"

#include <QSet>

namespace markaz {
namespace {

Result<QSet<QString>> itemsWithFindings(Database &database, const QString &buildingId)
{
    const FindingRepository findings(database);
    const auto ids = findings.unsettledOf(buildingId);
    if (!ids)
        return ids.error();
    const auto rows = findings.rows(*ids);
    if (!rows)
        return rows.error();
    QSet<QString> items;
    for (const FindingRow &row : *rows)
        items.insert(row.item);
    return items;
}

/// What the assignment shows, if it is here and shows anything.
Result<std::optional<Inspection>> shownIn(Workspace &workspace, const QString &assignmentId)
{
    if (assignmentId.isEmpty())
        return std::optional<Inspection>();
    auto found = workspace.records.find(Entity::Assignment, assignmentId);
    if (!found)
        return found.error();
    if (!found->has_value())
        return std::optional<Inspection>();
    const auto assignment = Assignment::from(std::move(**found));
    if (!assignment)
        return assignment.error();
    return shownBy(*assignment);
}

} // namespace

Result<std::optional<Inspection>> followedVisit(Workspace &workspace, const Inspection &followUp)
{
    const QString id = followUp.previousId();
    if (id.isEmpty())
        return std::optional<Inspection>();
    auto own = workspace.records.find(Entity::Inspection, id);
    if (!own)
        return own.error();
    if (own->has_value()) {
        auto visit = Inspection::from(std::move(**own));
        if (!visit)
            return visit.error();
        return std::optional(std::move(visit).value());
    }
    auto shown = shownIn(workspace, followUp.assignmentId());
    if (shown && shown->has_value() && (*shown)->id() != id)
        shown->reset();
    return shown;
}

std::optional<Answer> carriedAnswer(const Inspection &previous, const QString &itemCode)
{
    const auto given = Answer::fromJson(previous.answers().value(itemCode));
    return given ? std::optional(given->carriedOver(previous.id())) : std::nullopt;
}

/// The newest visit whose answers are here: an own one, or the one that the assignment shows.
Result<std::optional<Inspection>> FollowUp::newest(const Actor &actor, const QString &buildingId,
                                                   const QString &assignmentId) const
{
    auto shown = shownIn(m_workspace, assignmentId);
    if (!shown)
        return shown;
    if (shown->has_value() && (*shown)->buildingId() != buildingId)
        shown->reset();
    const auto visits = InspectionRepository(m_workspace.database).handedIn(buildingId, actor.accountId);
    if (!visits)
        return visits.error();
    if (visits->isEmpty())
        return shown;
    auto own = m_workspace.records.requireAs<Inspection>(visits->first());
    if (!own)
        return own.error();
    if (shown->has_value() && (*shown)->startedAt() > own->startedAt())
        return shown;
    return std::optional(std::move(own).value());
}

Result<std::optional<FollowUpPlan>> FollowUp::plan(const Actor &actor, const QString &buildingId,
                                                   const QString &assignmentId) const
{
    const auto found = newest(actor, buildingId, assignmentId);
    if (!found)
        return found.error();
    const std::optional<Inspection> &visit = *found;
    if (!visit)
        return std::optional<FollowUpPlan>();
    const Standard *standard = m_standards.find(visit->standardHash());
    if (standard == nullptr)
        return std::optional<FollowUpPlan>();
    const auto building = m_workspace.records.requireAs<Building>(buildingId);
    if (!building)
        return building.error();
    const auto unsettled = itemsWithFindings(m_workspace.database, buildingId);
    if (!unsettled)
        return unsettled.error();
    const auto answers = answersOf(visit->answers());
    if (!answers)
        return answers.error();
    const City *city = m_gazetteer.city(building->cityId());
    const ScoreResult today = score(
        *standard, *answers,
        {city == nullptr ? 3 : city->tier, programmeDay(m_workspace.clock.now()), building->fields(), m_programme});
    FollowUpPlan plan;
    plan.previousId = visit->id();
    plan.standard = standard;
    for (const Item &item : standard->items()) {
        const ItemScore::Status status = today.items.value(item.code).status;
        const bool settled = status == ItemScore::Status::Met || status == ItemScore::Status::NotApplicable ||
                             status == ItemScore::Status::Hidden;
        const auto answer = carriedAnswer(*visit, item.code);
        if (settled && answer && !unsettled->contains(item.code))
            plan.carried.insert(item.code, answer->toJson());
        else if (item.type != ItemType::Calculated && status != ItemScore::Status::Hidden)
            plan.asked.append(item.code);
    }
    return plan.asked.isEmpty() ? std::optional<FollowUpPlan>() : std::optional(plan);
}

Result<Inspection> FollowUp::start(const Actor &actor, const QString &buildingId, const QString &assignmentId) const
{
    const auto made = plan(actor, buildingId, assignmentId);
    if (!made)
        return made.error();
    QJsonObject from;
    if (*made) {
        const Standard &standard = *(*made)->standard;
        from = {{QStringLiteral("previous"), (*made)->previousId},
                {QStringLiteral("standard"), standard.id()},
                {QStringLiteral("standard_version"), standard.version()},
                {QStringLiteral("standard_hash"), standard.hash()}};
        if (!(*made)->carried.isEmpty())
            from.insert(QStringLiteral("answers"), (*made)->carried);
    }
    return StartInspection(m_workspace, m_standards)
        .run(actor, buildingId, QStringLiteral("follow_up"), assignmentId, from);
}

} // namespace markaz
