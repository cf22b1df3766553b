// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/samplevisits.h"

#include "app/server/sample/sampleanswers.h"
#include "app/server/sample/samplewords.h"
#include "core/domain/certificatelifecycle.h"
#include "core/support/programmeday.h"

#include <algorithm>

namespace markaz::server::sample {
namespace {

QJsonObject jsonOf(const QHash<QString, Answer> &answers)
{
    QJsonObject json;
    for (auto it = answers.begin(); it != answers.end(); ++it)
        json.insert(it.key(), it->toJson());
    return json;
}

QString stateOf(const StoredRecord &inspection)
{
    return inspection.text("state");
}

} // namespace

Visits::Visits(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids)
    : m_world(world)
    , m_plan(plan)
    , m_reference(reference)
    , m_standard(reference.standards.last())
    , m_clock(clock)
    , m_ids(ids)
{
}

StoredRecord Visits::assign(const SampleBuilding &building, const QString &kind, const QDateTime &at, Random &random)
{
    m_clock.set(at.addDays(-random.between(4, 16)));
    StoredRecord record;
    record.record = {Entity::Assignment,
                     m_ids.next(),
                     2,
                     {{QStringLiteral("building"), building.record.id()},
                      {QStringLiteral("inspector"), building.inspector},
                      {QStringLiteral("kind"), kind},
                      {QStringLiteral("due"), at.date().addDays(random.between(-3, 8)).toString(Qt::ISODate)},
                      {QStringLiteral("state"), QStringLiteral("done")},
                      {QStringLiteral("sample"), true}}};
    record.province = building.record.province;
    record.assignee = building.inspector;
    record.parent = building.record.id();
    return record;
}

StoredRecord Visits::inspect(const SampleBuilding &building, const QDateTime &at, double quality, const Course &course,
                             const QString &assignment, bool draft, Random &random)
{
    m_clock.set(at);
    StoredRecord inspection;
    QJsonObject fields{{QStringLiteral("building"), building.record.id()},
                       {QStringLiteral("inspector"), building.inspector},
                       {QStringLiteral("assignment"), assignment},
                       {QStringLiteral("kind"), course.kind},
                       {QStringLiteral("standard"), m_standard.id()},
                       {QStringLiteral("standard_version"), m_standard.version()},
                       {QStringLiteral("standard_hash"), m_standard.hash()},
                       {QStringLiteral("revision"), course.revision},
                       {QStringLiteral("started_at"), toIso(at)},
                       {QStringLiteral("state"), draft ? QStringLiteral("draft") : QStringLiteral("submitted")},
                       {QStringLiteral("sample"), true}};
    if (!course.returned.isEmpty())
        fields.insert(QStringLiteral("previous"), course.returned);
    for (const char *name : {"latitude_e6", "longitude_e6", "accuracy_m", "position_source"}) {
        if (const QJsonValue value = building.record.record.fields.value(QLatin1String(name)); !value.isUndefined())
            fields.insert(QLatin1String(name), value);
    }
    const bool done = draft || !course.returned.isEmpty() || !random.chance(0.05);
    if (!draft) {
        fields.insert(QStringLiteral("finished_at"), toIso(at.addSecs(random.between(70, 260) * 60)));
        static const QStringList undone{QStringLiteral("no_entry"), QStringLiteral("owner_absent"),
                                        QStringLiteral("wrong_address"), QStringLiteral("unsafe"),
                                        QStringLiteral("not_ready")};
        fields.insert(QStringLiteral("visit_outcome"), done ? QStringLiteral("done") : random.pick(undone));
    }
    if (done) {
        const ScoringContext context{building.city.tier, visitDay(fields), building.record.record.fields,
                                     m_reference.policy.programmeFacts()};
        const Findings findings{building.character, quality, building.seats, !random.chance(0.04)};
        QHash<QString, Answer> answers = answersFor(m_standard, context, findings, random.forPurpose(5));
        if (draft) { // begun at the front of the list
            for (qsizetype i = m_standard.items().size() / 3; i < m_standard.items().size(); ++i)
                answers.remove(m_standard.items().at(i).code);
        }
        const ScoreResult result = score(m_standard, answers, context);
        fields.insert(QStringLiteral("answers"), jsonOf(answers));
        if (!draft)
            fields.insert(QStringLiteral("score"), result.summary());
        QJsonObject notes;
        const QStringList failing = failingItems(m_standard, result);
        for (qsizetype i = 0; i < std::min<qsizetype>(failing.size(), 2); ++i)
            notes.insert(failing.at(i), random.pick(words().notes));
        if (!notes.isEmpty())
            fields.insert(QStringLiteral("notes"), notes);
    }
    inspection.record = {Entity::Inspection, m_ids.next(), draft ? 1 : 2, fields};
    inspection.province = building.record.province;
    inspection.assignee = building.inspector;
    inspection.parent = building.record.id();
    return inspection;
}

void Visits::review(StoredRecord &inspection, Course &course, const QString &officer, bool returned, Random &random)
{
    const QDateTime finished = fromIso(inspection.text("finished_at")).value();
    const QDateTime at = finished.addSecs(random.between(20, 230) * 3600);
    const double turn = random.unit();
    const QString reason = random.pick(words().reasons);
    m_reviewedAt = at;
    if (at >= m_plan.now && !returned)
        return; // it waits
    const bool done = inspection.text("visit_outcome") == QLatin1String("done");
    const char *decision = returned || (done && turn < 0.08 && course.revision < 3) ? "return"
                           : turn > 0.97                                            ? "reject"
                                                                                    : "accept";
    const bool accepted = qstrcmp(decision, "accept") == 0;
    const QDateTime when = std::min(at, m_plan.now.addSecs(-3600));
    m_clock.set(when);
    QJsonObject fields{{QStringLiteral("inspection"), inspection.id()},
                       {QStringLiteral("reviewer"), officer},
                       {QStringLiteral("decision"), QLatin1String(decision)},
                       {QStringLiteral("made_at"), toIso(when)},
                       {QStringLiteral("sample"), true}};
    const char *state = accepted ? "accepted" : qstrcmp(decision, "return") == 0 ? "returned" : "rejected";
    inspection.record.fields.insert(QStringLiteral("state"), QLatin1String(state));
    // By the number of the visit, and not by another draw: the rest of the sample stays what it is.
    const QStringList &agreed = done ? words().agreements : words().unmade;
    const QString why = accepted ? agreed.at(m_world.reviews.size() % agreed.size()) : reason;
    fields.insert(QStringLiteral("reason"), why);
    inspection.record.fields.insert(QStringLiteral("state_reason"), why);
    ++inspection.record.rev;
    StoredRecord record;
    record.record = {Entity::Review, m_ids.next(), 1, fields};
    record.province = inspection.province;
    record.assignee = inspection.assignee;
    record.parent = inspection.id();
    m_world.reviews.append(record);
}

void Visits::decision(const SampleBuilding &building, const QDateTime &at, const QString &kind, const QString &officer,
                      const QString &inspection, const QString &grade, const QString &reason)
{
    m_world.decisions.append({at, kind, building.record.id(), inspection, officer, grade, building.seats, reason});
}

void Visits::decide(const SampleBuilding &building, const StoredRecord &inspection, const QDateTime &reviewed,
                    Course &course, const QString &officer, Random &random)
{
    Standing &standing = course.standing;
    const QDateTime at = reviewed.addSecs(random.between(6, 150) * 3600);
    const bool acts = random.chance(0.9);
    const QJsonObject score = inspection.record.fields.value(QStringLiteral("score")).toObject();
    if (at >= m_plan.now || !acts || score.isEmpty())
        return;
    const QDate day = programmeDay(at);
    const QString verdict = score.value(QStringLiteral("verdict")).toString();
    const bool passes = verdict != QLatin1String("refused") && score.value(QStringLiteral("complete")).toBool();
    const bool full = verdict == QLatin1String("eligible");
    if (standing.inForce(day) && standing.suspended) {
        decision(building, at, passes ? QStringLiteral("reinstate") : QStringLiteral("revoke"), officer, {}, {},
                 passes ? QStringLiteral("Mended, seen at the visit.")
                        : QStringLiteral("Not mended at the second visit."));
        standing.suspended = false;
        standing.held = passes;
        standing.againstAt = passes ? QDateTime() : at;
    } else if (standing.inForce(day) && verdict == QLatin1String("refused")) {
        decision(building, at, QStringLiteral("suspend"), officer, {}, {},
                 QStringLiteral("A critical item fails at the visit."));
        standing.suspended = true;
        standing.againstAt = at;
    } else if (passes && (!standing.inForce(day) || (full && !standing.full))) {
        decision(building, at, standing.inForce(day) ? QStringLiteral("renew") : QStringLiteral("issue"), officer,
                 inspection.id(), full ? QStringLiteral("full") : QStringLiteral("provisional"),
                 full ? QStringLiteral("The building meets the standard of its tier.")
                      : QStringLiteral("Within the margin: what fails is to be mended in ninety days."));
        standing = {true,
                    full,
                    false,
                    {},
                    lastValidDay(full ? CertificateAction::IssueFull : CertificateAction::IssueProvisional, day)};
    }
}

/// Without chance: what else the sample holds stays what it was.
void Visits::appeal(const SampleBuilding &building, const Standing &standing, const QString &officer)
{
    constexpr int kDaysLater = 6;
    const QDateTime at = standing.againstAt.addDays(kDaysLater);
    const bool over = standing.suspended && !standing.inForce(programmeDay(m_plan.now)); // and nothing to object to
    if (standing.againstAt.isValid() && at < m_plan.now && !over)
        decision(building, at, QStringLiteral("appeal"), officer, {}, {},
                 QStringLiteral("The owner has had it mended since the visit and asks for another look."));
}

void Visits::of(const SampleBuilding &building, QList<QDateTime> moments, Ending ending, Random &random)
{
    const QStringList officers = m_world.people(Role::Officer, building.record.province);
    const double growth = random.between(0.03, 0.12);
    Course course;
    if (ending != Ending::Usual)
        moments.last() = m_plan.now.addDays(-(ending == Ending::Returned ? 6 : random.between(1, 3)));
    for (qsizetype visit = 0; visit < moments.size(); ++visit) {
        const bool last = visit + 1 == moments.size();
        const QDateTime &at = moments.at(visit);
        const bool revision = !course.returned.isEmpty();
        if (!revision) {
            const bool certified = course.standing.inForce(programmeDay(at)) && !course.standing.suspended;
            course.kind = visit == 0            ? QStringLiteral("initial")
                          : random.chance(0.03) ? QStringLiteral("complaint")
                          : certified           ? QStringLiteral("surveillance")
                                                : QStringLiteral("follow_up");
        }
        StoredRecord assignment = assign(building, course.kind, at, random);
        const bool draft = last && ending == Ending::Draft;
        if (draft)
            assignment.record.fields.insert(QStringLiteral("state"), QStringLiteral("open"));
        if (!revision)
            m_world.assignments.append(assignment);
        double quality = std::min(0.97, building.quality + static_cast<double>(visit) * growth);
        if (course.standing.held && random.chance(course.standing.suspended ? 0.35 : 0.1))
            quality *= 0.45; // run down since its certificate
        StoredRecord inspection =
            inspect(building, at, quality, course, m_world.assignments.last().id(), draft, random);
        const QString officer = random.pick(officers);
        if (!draft && !(last && ending == Ending::Waiting))
            review(inspection, course, officer, last && ending == Ending::Returned, random);
        if (stateOf(inspection) == QLatin1String("returned")) {
            course.returned = inspection.id();
            ++course.revision;
        } else {
            course.returned.clear();
            course.revision = 1;
        }
        if (stateOf(inspection) == QLatin1String("accepted"))
            decide(building, inspection, m_reviewedAt, course, officer, random);
        m_world.inspections.append(inspection);
    }
    appeal(building, course.standing, officers.first());
}

} // namespace markaz::server::sample
