// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/followup.h"

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

} // namespace

std::optional<Answer> carriedAnswer(const Inspection &previous, const QString &itemCode)
{
    const auto given = Answer::fromJson(previous.answers().value(itemCode));
    return given ? std::optional(given->carriedOver(previous.id())) : std::nullopt;
}

Result<std::optional<FollowUpPlan>> FollowUp::plan(const Actor &actor, const QString &buildingId) const
{
    const auto visits = InspectionRepository(m_workspace.database).handedIn(buildingId, actor.accountId);
    if (!visits)
        return visits.error();
    if (visits->isEmpty())
        return std::optional<FollowUpPlan>();
    const auto visit = m_workspace.records.requireAs<Inspection>(visits->first());
    if (!visit)
        return visit.error();
    const Standard *standard = m_standards.find(visit->standardHash());
    if (standard == nullptr)
        return std::optional<FollowUpPlan>();
    const auto building = m_workspace.records.requireAs<Building>(buildingId);
    if (!building)
        return building.error();
    const auto found = itemsWithFindings(m_workspace.database, buildingId);
    if (!found)
        return found.error();
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
        if (settled && answer && !found->contains(item.code))
            plan.carried.insert(item.code, answer->toJson());
        else if (item.type != ItemType::Calculated && status != ItemScore::Status::Hidden)
            plan.asked.append(item.code);
    }
    return plan.asked.isEmpty() ? std::optional<FollowUpPlan>() : std::optional(plan);
}

Result<Inspection> FollowUp::start(const Actor &actor, const QString &buildingId, const QString &assignmentId) const
{
    const auto made = plan(actor, buildingId);
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
