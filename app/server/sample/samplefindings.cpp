// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplewords.h"
#include "app/server/sample/sampleworld.h"
#include "core/domain/finding.h"
#include "core/scoring/score.h"

#include <algorithm>

namespace markaz::server::sample {
namespace {

constexpr int kMostOfAVisit = 2; ///< findings

const QStringList kResponsible{QStringLiteral("Owner"), QStringLiteral("Owner"), QStringLiteral("Owner's contractor"),
                               QStringLiteral("Electricity company")};

/// The findings of one building, visit after visit.
class Course
{
public:
    Course(World &world, const Reference &reference, const SampleBuilding &building, Random random, FixedClock &clock,
           IdSource &ids)
        : m_world(world)
        , m_reference(reference)
        , m_building(building)
        , m_random(random)
        , m_clock(clock)
        , m_ids(ids)
    {
    }

    void visit(const StoredRecord &inspection)
    {
        const QJsonObject &fields = inspection.record.fields;
        const Standard *standard = m_reference.standardOf(inspection.text("standard_hash"));
        const auto answers = answersOf(fields.value(QStringLiteral("answers")).toObject());
        if (standard == nullptr || !answers || !fields.value(QStringLiteral("score")).isObject())
            return;
        const ScoreResult result = score(*standard, *answers,
                                         {m_building.city.tier, visitDay(fields), m_building.record.record.fields,
                                          m_reference.policy.programmeFacts()});
        for (StoredRecord &finding : m_open)
            lookAgain(finding, inspection, result);
        settle();
        if (!m_random.chance(0.35)) // of the others' failures the score speaks
            return;
        int raised = 0;
        for (const QString &code : failingItems(*standard, result)) {
            const bool open = std::any_of(m_open.cbegin(), m_open.cend(),
                                          [&code](const StoredRecord &f) { return f.text("item") == code; });
            if (!open && raised < kMostOfAVisit && m_random.chance(0.4)) {
                raise(inspection, *standard->item(code));
                ++raised;
            }
        }
    }

    /// What the owner and the officer did about those that are open still.
    void end()
    {
        for (StoredRecord &finding : m_open) {
            const double turn = m_random.unit();
            if (turn < 0.2) {
                move(finding, FindingState::Fixed);
            } else if (turn < 0.28) {
                move(finding, FindingState::Waived);
                finding.record.fields.insert(QStringLiteral("state_reason"),
                                             QStringLiteral("That wing is closed and stays closed."));
            }
        }
        m_world.findings.append(m_open);
        m_open.clear();
    }

private:
    static void move(StoredRecord &finding, FindingState to)
    {
        finding.record.fields.insert(QStringLiteral("state"), token(to));
        ++finding.record.rev;
    }

    /// A follow-up verifies what it finds mended; any other visit has it marked as fixed.
    static void lookAgain(StoredRecord &finding, const StoredRecord &visit, const ScoreResult &result)
    {
        if (result.items.value(finding.text("item")).status != ItemScore::Status::Met)
            return;
        const QString state = visit.text("state");
        const bool stands = state == QLatin1String("submitted") || state == QLatin1String("accepted");
        if (finding.text("state") == token(FindingState::Open))
            move(finding, FindingState::Fixed);
        if (visit.text("kind") == QLatin1String("follow_up") && stands) {
            move(finding, FindingState::Verified);
            finding.record.fields.insert(QStringLiteral("follow_up"), visit.id());
        }
    }

    void settle()
    {
        for (const StoredRecord &finding : std::as_const(m_open)) {
            if (finding.text("state") == token(FindingState::Verified))
                m_world.findings.append(finding);
        }
        m_open.removeIf([](const StoredRecord &f) { return f.text("state") == token(FindingState::Verified); });
    }

    void raise(const StoredRecord &visit, const Item &item)
    {
        const QDateTime at = fromIso(visit.text("started_at")).value().addSecs(m_random.between(30, 60) * 60);
        m_clock.set(at);
        const Severity severity = findingproposal::severity(item.critical, false);
        StoredRecord finding;
        finding.record = {Entity::Finding,
                          m_ids.next(),
                          1,
                          {{QStringLiteral("inspection"), visit.id()},
                           {QStringLiteral("building"), visit.text("building")},
                           {QStringLiteral("item"), item.code},
                           {QStringLiteral("severity"), token(severity)},
                           {QStringLiteral("description"),
                            QStringLiteral("Not met: %1. %2").arg(item.shortText.en, m_random.pick(words().notes))},
                           {QStringLiteral("responsible"), m_random.pick(kResponsible)},
                           {QStringLiteral("due"), findingproposal::due(severity, at.date()).toString(Qt::ISODate)},
                           {QStringLiteral("state"), token(FindingState::Open)},
                           {QStringLiteral("author"), visit.text("inspector")},
                           {QStringLiteral("made_at"), toIso(at)},
                           {QStringLiteral("sample"), true}}};
        finding.province = visit.province;
        finding.parent = visit.id();
        m_open.append(finding);
    }

    World &m_world;
    const Reference &m_reference;
    const SampleBuilding &m_building;
    Random m_random;
    FixedClock &m_clock;
    IdSource &m_ids;
    QList<StoredRecord> m_open;
};

} // namespace

void raiseFindings(World &world, const Plan &plan, const Reference &reference, FixedClock &clock)
{
    // Ids and draws of its own: everything else is as it was before there were findings.
    SeededIdSource ids(clock, plan.seed ^ 0x46696E64696E67ULL);
    const Random root = Random(plan.seed).forPurpose(6);
    QHash<QString, QList<const StoredRecord *>> visits;
    for (const StoredRecord &inspection : std::as_const(world.inspections))
        visits[inspection.text("building")].append(&inspection);
    for (qsizetype i = 0; i < world.buildings.size(); ++i) {
        const SampleBuilding &building = world.buildings.at(i);
        const auto all = visits.constFind(building.record.id());
        if (all == visits.constEnd())
            continue;
        Course course(world, reference, building, root.forPurpose(static_cast<quint64>(i)), clock, ids);
        for (const StoredRecord *inspection : *all)
            course.visit(*inspection);
        course.end();
    }
}

} // namespace markaz::server::sample
