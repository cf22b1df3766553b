// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplevisits.h"
#include "app/server/sample/samplewords.h"

#include <algorithm>

namespace markaz::server::sample {
namespace {

constexpr int kDays = 425;
constexpr int kMostVisits = 9;

/// Who is visited how often: nobody yet in one building of twelve, the others at least once, some many times.
void shareVisits(World &world, int inspections, Random random)
{
    QList<qsizetype> visited;
    for (qsizetype i = 0; i < world.buildings.size(); ++i) {
        if (!random.chance(0.08))
            visited.append(i);
    }
    if (visited.isEmpty() && !world.buildings.isEmpty())
        visited.append(0);
    int left = inspections;
    for (qsizetype i = 0; i < visited.size() && left > 0; ++i, --left)
        world.buildings[visited[i]].visits = 1;
    while (left > 0 && !visited.isEmpty()) {
        const qsizetype at = random.below(static_cast<int>(visited.size()));
        SampleBuilding &building = world.buildings[visited[at]];
        ++building.visits;
        --left;
        if (building.visits >= kMostVisits && visited.size() > 1)
            visited.removeAt(at);
    }
}

/// The moments of a building's visits, one in each of equal stretches of time, in the morning or early afternoon.
QList<QDateTime> momentsOf(const SampleBuilding &building, const QDateTime &now, Random &random)
{
    const int first = random.between(std::min(building.visits * 14, kDays - 1), kDays);
    const double stretch = static_cast<double>(first) / building.visits;
    QList<QDateTime> moments;
    for (int visit = 0; visit < building.visits; ++visit) {
        const int ago = std::max(1, static_cast<int>(first - stretch * (visit + random.between(0.15, 0.85))));
        const QTime time(random.between(4, 9), random.below(60));
        moments.append(QDateTime(now.date().addDays(-ago), time, Qt::UTC));
    }
    return moments;
}

StoredRecord openAssignment(const SampleBuilding &building, const QString &kind, const QDate &due,
                            const QString &inspector, const QString &id)
{
    StoredRecord record;
    record.record = {Entity::Assignment,
                     id,
                     1,
                     {{QStringLiteral("building"), building.record.id()},
                      {QStringLiteral("inspector"), inspector},
                      {QStringLiteral("kind"), kind},
                      {QStringLiteral("due"), due.toString(Qt::ISODate)},
                      {QStringLiteral("instructions"), QStringLiteral("Call the owner the day before.")},
                      {QStringLiteral("state"), QStringLiteral("open")},
                      {QStringLiteral("sample"), true}}};
    record.province = building.record.province;
    record.assignee = inspector;
    record.parent = building.record.id();
    return record;
}

/// Work that waits: for the sample inspector some of each kind, for the others here and there.
void assignOpenWork(World &world, const QDateTime &now, const QHash<QString, Ending> &endings, Random random,
                    FixedClock &clock, IdSource &ids)
{
    const QString me = world.accountId(QStringLiteral("sample.inspector"));
    static const QList<int> days{-9, -2, 0, 0, 1, 3, 5, 12, 20};
    qsizetype mine = 0;
    for (const SampleBuilding &building : std::as_const(world.buildings)) {
        if (endings.contains(building.record.id()))
            continue; // its last visit is still open
        const QString kind = building.visits == 0 ? QStringLiteral("initial") : QStringLiteral("follow_up");
        std::optional<int> due;
        if (building.inspector == me && mine < days.size())
            due = days.at(mine++);
        else if (random.chance(building.visits == 0 ? 0.7 : 0.06))
            due = random.between(-12, 35);
        if (!due)
            continue;
        clock.set(now.addDays(-random.between(10, 18)));
        world.assignments.append(
            openAssignment(building, kind, now.date().addDays(*due), building.inspector, ids.next()));
    }
}

/// The sample inspector sees one of each: a returned inspection, some that wait for review, a draft that was begun.
QHash<QString, Ending> endingsFor(const World &world)
{
    static const QList<Ending> wanted{Ending::Returned, Ending::Waiting, Ending::Waiting, Ending::Draft};
    QHash<QString, Ending> endings;
    qsizetype next = 0;
    const QString me = world.accountId(QStringLiteral("sample.inspector"));
    for (const SampleBuilding &building : world.buildings) {
        if (next < wanted.size() && building.inspector == me && building.visits >= 2)
            endings.insert(building.record.id(), wanted.at(next++));
    }
    return endings;
}

} // namespace

void liveThrough(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids)
{
    const Random root(plan.seed);
    shareVisits(world, plan.inspections, root.forPurpose(3));
    const QHash<QString, Ending> endings = endingsFor(world);
    Visits visits(world, plan, reference, clock, ids);
    for (qsizetype i = 0; i < world.buildings.size(); ++i) {
        if (world.buildings[i].visits == 0)
            continue;
        Random random = root.forPurpose(1000 + static_cast<quint64>(i));
        const QList<QDateTime> moments = momentsOf(world.buildings[i], plan.now, random);
        visits.of(world.buildings[i], moments, endings.value(world.buildings[i].record.id(), Ending::Usual), random);
    }
    assignOpenWork(world, plan.now, endings, root.forPurpose(4), clock, ids);
    raiseFindings(world, plan, reference, clock);
    std::stable_sort(world.decisions.begin(), world.decisions.end(),
                     [](const DecisionStep &a, const DecisionStep &b) { return a.at < b.at; });
}

} // namespace markaz::server::sample
