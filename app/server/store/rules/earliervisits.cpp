// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/earliervisits.h"

#include "core/domain/earliervisit.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::server {
namespace {

/// Of the copy as JSON. A larger one would leave the assignment itself no room to be changed in (kMaxBody), and its
/// follow-up asks for everything.
constexpr qsizetype kMostShown = protocol::kMaxBody / 2;

bool isNewer(const StoredRecord &visit, const std::optional<StoredRecord> &other)
{
    return !other ||
           std::pair(visit.text("started_at"), visit.id()) > std::pair(other->text("started_at"), other->id());
}

bool tookPlace(const StoredRecord &visit)
{
    return visit.text("state") == QLatin1String("accepted") && visit.text("visit_outcome") == QLatin1String("done");
}

} // namespace

bool hideEarlierVisit(StoredRecord &assignment)
{
    if (!assignment.record.fields.contains(kEarlierVisit))
        return false;
    assignment.record.fields.remove(kEarlierVisit);
    return true;
}

void forgetShown(StoredRecord &assignment)
{
    assignment.record.fields.remove(kEarlierVisit);
    assignment.record.fields.remove(kShownVisits);
}

bool hasShown(const StoredRecord &assignment, const QString &id)
{
    return assignment.record.fields.value(kShownVisits).toArray().contains(id);
}

Result<bool> showEarlierVisit(RuleContext &context, StoredRecord &assignment)
{
    if (assignment.text("kind") != QLatin1String("follow_up") || assignment.text("state") != QLatin1String("open"))
        return hideEarlierVisit(assignment);
    auto visits = context.records.children(assignment.text("building"), Entity::Inspection);
    if (!visits)
        return visits.error();
    std::optional<StoredRecord> newest;
    for (const StoredRecord &visit : std::as_const(*visits)) {
        if (visit.text("assignment") == assignment.id() && visit.text("inspector") == assignment.assignee)
            return false; // begun: it rests on what it was shown
        if (tookPlace(visit) && isNewer(visit, newest))
            newest = visit;
    }
    if (!newest || newest->text("inspector") == assignment.assignee) // his own is on his laptop
        return hideEarlierVisit(assignment);
    const QJsonObject shown = shownOf(newest->record);
    if (assignment.record.fields.value(kEarlierVisit).toObject() == shown)
        return false;
    if (QJsonDocument(shown).toJson(QJsonDocument::Compact).size() > kMostShown)
        return hideEarlierVisit(assignment);
    assignment.record.fields.insert(kEarlierVisit, shown);
    if (!hasShown(assignment, newest->id())) {
        QJsonArray ids = assignment.record.fields.value(kShownVisits).toArray();
        ids.append(newest->id());
        assignment.record.fields.insert(kShownVisits, ids);
    }
    return true;
}

Result<void> showAccepted(RuleContext &context, const StoredRecord &visit)
{
    auto assignments = context.records.children(visit.text("building"), Entity::Assignment);
    if (!assignments)
        return assignments.error();
    for (StoredRecord &assignment : *assignments) {
        auto changed = showEarlierVisit(context, assignment);
        if (!changed)
            return changed.error();
        if (!*changed)
            continue;
        ++assignment.record.rev;
        context.records.stage(assignment);
    }
    return {};
}

} // namespace markaz::server
