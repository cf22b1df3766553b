// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/sampleworld.h"
#include "core/domain/demand.h"
#include "core/domain/loan.h"
#include "core/domain/reviewwords.h"
#include "core/domain/seatsfound.h"
#include "core/finance/loanplan.h"
#include "core/scoring/score.h"

#include <gtest/gtest.h>

namespace markaz::server::sample {
namespace {

World grown(quint64 seed, const Reference &reference, int buildings = 60, int inspections = 200)
{
    Plan plan;
    plan.seed = seed;
    plan.buildings = buildings;
    plan.inspections = inspections;
    plan.now = QDateTime(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC);
    FixedClock clock(plan.now);
    SeededIdSource ids(clock, seed);
    World world;
    settle(world, plan, reference, clock, ids);
    liveThrough(world, plan, reference, clock, ids);
    return world;
}

QList<StoredRecord> recordsOf(const World &world)
{
    QList<StoredRecord> all = world.owners + world.assignments + world.inspections + world.reviews + world.findings;
    for (const SampleBuilding &building : world.buildings)
        all.append(building.record);
    return all;
}

class SampleWorld : public ::testing::Test
{
protected:
    Reference reference = Reference::load().value();
};

TEST_F(SampleWorld, sameSeed_givesTheSameRecords)
{
    const QList<StoredRecord> first = recordsOf(grown(7, reference));
    const QList<StoredRecord> second = recordsOf(grown(7, reference));
    ASSERT_EQ(first.size(), second.size());
    for (qsizetype i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].id(), second[i].id());
        EXPECT_EQ(first[i].record.fields, second[i].record.fields);
    }
    EXPECT_NE(recordsOf(grown(8, reference)).first().id(), first.first().id());
}

TEST_F(SampleWorld, everyRecord_isValidAndMarkedAsSample)
{
    for (const StoredRecord &record : recordsOf(grown(7, reference))) {
        const auto checked = specOf(record.entity()).check(record.record.fields);
        EXPECT_TRUE(checked) << qPrintable(token(record.entity()))
                             << (checked ? "" : qPrintable(checked.error().detail));
        EXPECT_TRUE(record.record.fields.value(QStringLiteral("sample")).toBool());
        EXPECT_FALSE(record.province.isEmpty());
    }
}

TEST_F(SampleWorld, counts_areWhatWasAskedFor)
{
    const World world = grown(3, reference, 40, 150);
    EXPECT_EQ(world.buildings.size(), 40);
    EXPECT_EQ(world.inspections.size(), 150);
    QSet<QString> codes;
    QSet<QString> provinces;
    for (const SampleBuilding &building : world.buildings) {
        codes.insert(building.record.ukey);
        provinces.insert(building.record.province);
    }
    EXPECT_EQ(codes.size(), 40);
    EXPECT_EQ(provinces.size(), reference.gazetteer.provinces().size()) << "each province shows";
}

TEST_F(SampleWorld, scores_areWhatTheScorerSaysOfTheAnswers)
{
    const World world = grown(7, reference);
    QHash<QString, const SampleBuilding *> buildings;
    for (const SampleBuilding &building : world.buildings)
        buildings.insert(building.record.id(), &building);
    QSet<QString> verdicts;
    for (const StoredRecord &inspection : world.inspections) {
        const QJsonObject &fields = inspection.record.fields;
        if (!fields.contains(QStringLiteral("score")))
            continue;
        const SampleBuilding &building = *buildings.value(inspection.text("building"));
        const Standard &standard = *reference.standardOf(inspection.text("standard_hash"));
        auto answers = answersOf(fields.value(QStringLiteral("answers")).toObject());
        ASSERT_TRUE(answers);
        for (auto it = answers->constBegin(); it != answers->constEnd(); ++it)
            EXPECT_TRUE(standard.item(it.key())->checkAnswer(*it)) << qPrintable(it.key());
        const ScoringContext context{building.city.tier, visitDay(fields), building.record.record.fields,
                                     reference.policy.programmeFacts()};
        const ScoreResult result = score(standard, *answers, context);
        EXPECT_EQ(result.summary(), fields.value(QStringLiteral("score")).toObject());
        EXPECT_TRUE(result.missing.isEmpty()) << qPrintable(result.missing.join(QLatin1Char(' ')));
        verdicts.insert(token(result.verdict));
    }
    EXPECT_EQ(verdicts.size(), 3) << "eligible, provisional and refused all occur";
}

TEST_F(SampleWorld, nobodyReviewsOwnVisit_andNothingHappensBeforeItsCause)
{
    const World world = grown(7, reference, 160, 500);
    QHash<QString, StoredRecord> inspections;
    for (const StoredRecord &inspection : world.inspections)
        inspections.insert(inspection.id(), inspection);
    for (const StoredRecord &review : world.reviews) {
        const StoredRecord inspection = inspections.value(review.text("inspection"));
        EXPECT_NE(review.text("reviewer"), inspection.text("inspector"));
        EXPECT_GE(review.text("made_at"), inspection.text("finished_at"));
        EXPECT_TRUE(checkReviewWords(review.text("decision"), review.text("reason"), {}));
    }
    QHash<QString, QString> last; // decision about each building's certificate
    int appeals = 0;
    QHash<QString, StoredRecord> buildings;
    for (const SampleBuilding &building : world.buildings)
        buildings.insert(building.record.id(), building.record);
    for (const DecisionStep &step : world.decisions) {
        EXPECT_FALSE(step.reason.isEmpty()) << qPrintable(step.kind);
        if (!step.grade.isEmpty()) {
            EXPECT_TRUE(checkSeats(step.seats, buildings.value(step.building).record.fields,
                                   inspections.value(step.inspection).record.fields))
                << step.seats;
        }
        if (step.kind == QLatin1String("issue")) {
            EXPECT_EQ(inspections.value(step.inspection).text("state"), QStringLiteral("accepted"));
        } else if (step.kind == QLatin1String("appeal")) {
            EXPECT_TRUE(last.value(step.building) == QLatin1String("suspend") ||
                        last.value(step.building) == QLatin1String("revoke"))
                << "there is something to object to";
            EXPECT_FALSE(step.reason.isEmpty());
            ++appeals;
        }
        last.insert(step.building, step.kind);
    }
    EXPECT_GT(appeals, 0) << "whoever tries the program finds one to decide";
}

TEST_F(SampleWorld, findings_areOfEachStateAndFollowTheirVisits)
{
    const World world = grown(7, reference, 60, 250);
    QHash<QString, StoredRecord> inspections;
    for (const StoredRecord &inspection : world.inspections)
        inspections.insert(inspection.id(), inspection);
    QSet<QString> states;
    QSet<QString> open; // one at a time of an item of a building
    int overdue = 0;
    for (const StoredRecord &finding : world.findings) {
        const StoredRecord visit = inspections.value(finding.text("inspection"));
        EXPECT_EQ(finding.text("building"), visit.text("building"));
        EXPECT_EQ(finding.text("author"), visit.text("inspector"));
        const QString state = finding.text("state");
        states.insert(state);
        EXPECT_EQ(finding.text("follow_up").isEmpty(), state != QLatin1String("verified"));
        if (state == QLatin1String("verified")) {
            const StoredRecord later = inspections.value(finding.text("follow_up"));
            EXPECT_EQ(later.text("kind"), QStringLiteral("follow_up"));
            EXPECT_GT(later.text("started_at"), visit.text("started_at"));
            EXPECT_NE(later.text("state"), QStringLiteral("returned"));
        } else {
            const QString place = finding.text("building") + finding.text("item");
            EXPECT_FALSE(open.contains(place)) << qPrintable(place);
            open.insert(place);
        }
        overdue += state == QLatin1String("open") && finding.text("due") < QLatin1String("2026-11-24") ? 1 : 0;
        EXPECT_EQ(finding.text("state_reason").isEmpty(), state != QLatin1String("waived"));
    }
    EXPECT_EQ(states.size(), 4);
    EXPECT_GT(overdue, 5);
    EXPECT_LT(world.findings.size(), world.inspections.size());
}

/// Every second building is certified, and some of those certificates are revoked.
QList<StoredRecord> certificatesOf(const World &world)
{
    QList<StoredRecord> all;
    for (qsizetype i = 0; i < world.buildings.size(); i += 2) {
        const bool revoked = i % 6 == 0;
        StoredRecord certificate;
        certificate.record = {
            Entity::Certificate,
            QStringLiteral("01900000-0000-7000-8000-%1").arg(i, 12, 16, QLatin1Char('0')),
            1,
            {{QStringLiteral("building"), world.buildings[i].record.id()},
             {QStringLiteral("valid_from"), QStringLiteral("2026-03-02")},
             {QStringLiteral("state"), revoked ? QStringLiteral("revoked") : QStringLiteral("issued")},
             {QStringLiteral("state_at"), QStringLiteral("2026-09-14T06:00:00.000Z")},
             {QStringLiteral("state_by"), world.people(Role::Officer, world.buildings[i].record.province).value(0)},
             {QStringLiteral("state_reason"), QStringLiteral("The exits are locked again.")}}};
        all.append(certificate);
    }
    return all;
}

TEST_F(SampleWorld, loans_areOfEachStateAndTookTheStepsOfTheTable)
{
    const World world = grown(7, reference, 400, 600);
    Plan plan;
    plan.now = QDateTime(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC);
    QHash<QString, StoredRecord> buildings;
    for (const SampleBuilding &building : world.buildings)
        buildings.insert(building.record.id(), building.record);
    QList<QList<StoredRecord>> twice;
    for (int run = 0; run < 2; ++run) {
        FixedClock clock(plan.now);
        SeededIdSource ids(clock, plan.seed);
        auto lent = lend(world, certificatesOf(world), plan, reference, ids, clock);
        ASSERT_TRUE(lent.ok()) << qPrintable(lent.error().detail);
        twice.append(*lent);
    }
    ASSERT_EQ(twice[0].size(), twice[1].size());
    QHash<LoanState, int> states;
    QSet<QString> homes;
    for (qsizetype i = 0; i < twice[0].size(); ++i) {
        const StoredRecord &record = twice[0][i];
        EXPECT_EQ(record.record.fields, twice[1][i].record.fields);
        const auto loan = Loan::from(record.record);
        ASSERT_TRUE(loan.ok()) << qPrintable(loan.error().detail);
        EXPECT_TRUE(loan->sample());
        EXPECT_EQ(loan->ownerId(), buildings.value(loan->buildingId()).text("owner"));
        EXPECT_EQ(record.province, buildings.value(loan->buildingId()).province);
        EXPECT_FALSE(homes.contains(loan->buildingId()));
        homes.insert(loan->buildingId());
        EXPECT_TRUE(checkCap(Paisa{loan->principalPaisa()}, reference.policy));
        ++states[loan->state()];
        const QList<LoanMoment> steps = loan->history();
        EXPECT_EQ(steps.first().state, LoanState::Draft);
        for (qsizetype at = 1; at < steps.size(); ++at) {
            EXPECT_LT(steps[at - 1].at, steps[at].at);
            const auto step = loanStep(steps[at - 1].state, steps[at].state);
            ASSERT_TRUE(step.has_value()) << qPrintable(token(steps[at].state));
            EXPECT_TRUE(!termsOf(*step).reason || !steps[at].reason.isEmpty());
        }
        EXPECT_LE(steps.last().at, toIso(plan.now));
        for (const LoanPayment &payment : loan->payments())
            EXPECT_LE(payment.on, QDate(2026, 11, 24));
        EXPECT_TRUE(loan->state() != LoanState::Closed || !loan::isOwed(*loan));
        if (loan->state() == LoanState::ClawBack) {
            EXPECT_EQ(*loan->clawBackPaisa(), subsidyBy(*planOf(*loan, reference.policy), QDate(2026, 9, 14)).value);
        }
    }
    for (const LoanState state : allValues<LoanState>())
        EXPECT_GT(states.value(state), 0) << qPrintable(token(state));
}

TEST_F(SampleWorld, sampleInspector_hasWorkOfEveryKind)
{
    const World world = grown(7, reference, 300, 700);
    const QString me = world.accountId(QStringLiteral("sample.inspector"));
    const QString today = QStringLiteral("2026-11-24");
    int overdue = 0;
    int dueToday = 0;
    int later = 0;
    for (const StoredRecord &assignment : world.assignments) {
        if (assignment.assignee != me || assignment.text("state") != QLatin1String("open"))
            continue;
        const QString due = assignment.text("due");
        (due < today ? overdue : due == today ? dueToday : later) += 1;
    }
    EXPECT_GE(overdue, 2);
    EXPECT_GE(dueToday, 2);
    EXPECT_GE(later, 3);
    QHash<QString, int> states;
    QSet<QString> continued;
    for (const StoredRecord &inspection : world.inspections)
        continued.insert(inspection.text("previous"));
    for (const StoredRecord &inspection : world.inspections) {
        if (inspection.assignee == me && !continued.contains(inspection.id()))
            ++states[inspection.text("state")];
    }
    EXPECT_GE(states.value(QStringLiteral("returned")), 1);
    EXPECT_GE(states.value(QStringLiteral("submitted")), 2);
    EXPECT_GE(states.value(QStringLiteral("draft")), 1);
}

TEST_F(SampleWorld, freelancers_areInProportionToThePopulation_andSaySo)
{
    Plan plan;
    plan.now = QDateTime(QDate(2026, 11, 24), QTime(4, 0), Qt::UTC);
    plan.buildings = 10;
    FixedClock clock(plan.now);
    SeededIdSource ids(clock, plan.seed);
    World world;
    settle(world, plan, reference, clock, ids);
    const StoredRecord record = countFreelancers(world, plan, reference, ids);
    const auto demand = Demand::from(record.record);
    ASSERT_TRUE(demand) << qPrintable(demand.error().detail);
    EXPECT_TRUE(demand->sample());
    EXPECT_TRUE(demand->source().startsWith(QStringLiteral("Sample data: 25 of every 1,000")));
    EXPECT_EQ(demand->authorId(), world.accountId(QStringLiteral("sample.administrator")));
    EXPECT_LT(demand->asOf(), plan.now.date());
    const City &karachi = *reference.gazetteer.cityOfPrefix(QStringLiteral("KHI"));
    EXPECT_EQ(demand->freelancers().value(karachi.id), qint64(karachi.population) * 25 / 1'000);
    EXPECT_GT(demand->freelancers().size(), 100);
}

} // namespace
} // namespace markaz::server::sample
