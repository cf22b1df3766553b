// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monthlyfacts.h"

#include "core/storage/syncstaterepository.h"
#include "core/workflow/policies.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz::test {
namespace {

class MonthlyFactsTest : public WorkflowFixture
{
protected:
    const ProgrammePolicy m_policy = builtinPolicy().value();
    const QString m_punjab = QStringLiteral("PK-PB");
    const QString m_sindh = QStringLiteral("PK-SD");

    Result<MonthlyFacts> gathered(const Actor &actor, const QDate &month,
                                  const std::function<bool(int, int)> &goesOn = {})
    {
        return monthlyFacts(*m_workspace, actor, gazetteer(), m_policy, month, goesOn);
    }
    Actor ofTwo() const
    {
        Actor actor = m_chief;
        actor.provinces = {m_sindh, m_punjab};
        return actor;
    }
    /// Lahore: certified in September, Karachi in October, one that is provisional and ends in January.
    void fill()
    {
        const QString lahore = building("LHE", 1);
        certificate(lahore, visited(lahore, "accepted", "eligible", "2026-09-03"), "full", "issued", "2026-09-10",
                    "2028-09-09");
        const QString karachi = building("KHI", 1);
        certificate(karachi, visited(karachi, "accepted", "provisional", "2026-10-03"), "provisional", "issued",
                    "2026-10-10", "2027-01-07", {{QStringLiteral("seats"), 40}});
        visited(
            building("KHI", 2), "submitted", "refused", "2026-10-20",
            {{QStringLiteral("score"), QJsonObject{{QStringLiteral("total_bp"), 4000},
                                                   {QStringLiteral("verdict"), QStringLiteral("refused")},
                                                   {QStringLiteral("failed"), QJsonArray{QStringLiteral("C-02")}}}}});
    }
};

TEST_F(MonthlyFactsTest, aSample_isKnownByTheBuildingsInScope)
{
    const auto isSample = [&] { return gathered(ofTwo(), QDate(2026, 10, 1)).value().sample; };
    building("LHE", 1, {{QStringLiteral("sample"), false}});
    building("QTA", 1); // in a third province
    EXPECT_FALSE(isSample());
    building("KHI", 1);
    EXPECT_TRUE(isSample()) << "whoever brought them, also markaz sync";
}

TEST_F(MonthlyFactsTest, aMonth_standsBesideTheOneBeforeAndTheYearBefore)
{
    fill();
    SyncStateRepository state(*m_database);
    ASSERT_TRUE(state.set(QStringLiteral("last_contact"), QStringLiteral("2026-11-23T08:30:00.000Z")).ok());
    const auto facts = gathered(ofTwo(), QDate(2026, 10, 1));
    ASSERT_TRUE(facts.ok()) << qPrintable(facts.error().detail);
    EXPECT_EQ(facts->until, QDate(2026, 10, 31));
    EXPECT_FALSE(facts->open);
    EXPECT_FALSE(facts->wholeCountry);
    EXPECT_EQ(facts->asOf, QDateTime(QDate(2026, 11, 23), QTime(8, 30), Qt::UTC));
    ASSERT_EQ(facts->parts.size(), 3);
    const MonthlyPart &all = facts->parts[0];
    EXPECT_TRUE(all.province.isEmpty());
    EXPECT_EQ(all.month.visits, 2);
    EXPECT_EQ(all.month.issuedProvisional, 1);
    EXPECT_EQ(all.month.centres, 2);
    EXPECT_EQ(all.before.visits, 1);
    EXPECT_EQ(all.before.issuedFull, 1);
    EXPECT_EQ(all.before.centres, 1);
    EXPECT_EQ(all.yearBefore, MonthlyCounts());
    EXPECT_EQ(all.quota, 149 + 51);
    EXPECT_EQ(all.inspected, 2);
    ASSERT_EQ(all.failing.size(), 1);
    EXPECT_EQ(all.failing[0].code, QStringLiteral("C-02"));
    EXPECT_EQ(all.year.funnel, (std::array<int, 5>{3, 3, 3, 2, 2}));
    ASSERT_EQ(all.months.size(), 12);
    EXPECT_EQ(all.months[0].month, QDate(2025, 11, 1));
    EXPECT_EQ(all.months[10].full, 1);
    EXPECT_EQ(all.months[10].provisional, 0);
    EXPECT_EQ(all.months[11].provisional, 1);
    const QDate end(2026, 10, 31);
    EXPECT_EQ(all.months[11].quota, m_policy.quotaLine(end, m_punjab) + m_policy.quotaLine(end, m_sindh));
    ASSERT_EQ(all.expiring.size(), 1);
    EXPECT_EQ(all.expiring[0].until, QDate(2027, 1, 7));

    QMap<QString, MonthlyPart> parts;
    for (const MonthlyPart &part : facts->parts)
        parts.insert(part.province, part);
    EXPECT_EQ(parts.value(m_punjab).month.centres, 1);
    EXPECT_EQ(parts.value(m_punjab).month.visits, 0);
    EXPECT_TRUE(parts.value(m_punjab).expiring.isEmpty());
    EXPECT_EQ(parts.value(m_punjab).quota, 149);
    EXPECT_EQ(parts.value(m_sindh).month.seats, 40);
    EXPECT_EQ(parts.value(m_sindh).months[11].quota, m_policy.quotaLine(end, m_sindh));
    EXPECT_EQ(parts.value(m_sindh).expiring.size(), 1);
}

TEST_F(MonthlyFactsTest, aMonth_isMeasuredByThePolicyThatWasInForceOnItsLastDay)
{
    PolicyBody next = policyInForce(*m_workspace, QDate(2026, 11, 24)).value();
    next.figures.version = 2;
    next.figures.targets.last().centres = 300;
    next.figures.targets.last().byProvince[m_punjab] += 50;
    next.from = QDate(2026, 11, 10);
    next.figures.sources.insert(QStringLiteral("in_force_from"), QStringLiteral("An order for the tests"));
    put(Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), toJson(next)}});
    const auto quotaOf = [this](const QDate &month) { return gathered(m_chief, month).value().parts.first().quota; };
    EXPECT_EQ(quotaOf(QDate(2026, 10, 1)), 149) << "the one that was in force then";
    EXPECT_EQ(quotaOf(QDate(2026, 11, 1)), 199);
}

TEST_F(MonthlyFactsTest, changesOfBuildingsThatWait_areCounted)
{
    const QString home = building("LHE", 1);
    EXPECT_EQ(gathered(m_chief, QDate(2026, 10, 1)).value().buildingsWaiting, 0);
    building("LHE", 2);
    Record record = m_records->require(Entity::Building, home).value();
    QJsonObject fields = record.fields;
    fields.insert(QStringLiteral("storeys"), 4);
    ChangeSet changes(*m_workspace, m_chief);
    ASSERT_TRUE(changes.update(record, fields));
    ASSERT_TRUE(changes.commit());
    EXPECT_EQ(gathered(m_chief, QDate(2026, 10, 1)).value().buildingsWaiting, 1);
}

TEST_F(MonthlyFactsTest, aMonthThatIsOver_readsTheSameWhateverComesLater)
{
    fill();
    const QString early =
        building("LHE", 8, {{QStringLiteral("received_at"), QStringLiteral("2026-10-01T08:00:00.000Z")}});
    const QJsonObject october{{QStringLiteral("received_at"), QStringLiteral("2026-10-12T08:00:00.000Z")}};
    const QString open = visited(early, "submitted", "eligible", "2026-10-11", october);
    const QString other = visited(early, "submitted", "provisional", "2026-10-11", october);
    const auto told = [this] {
        const auto facts = gathered(ofTwo(), QDate(2026, 10, 1));
        EXPECT_TRUE(facts.ok());
        QStringList all;
        for (const MonthlyPart &part : facts->parts) {
            const MonthlyCounts &n = part.month;
            for (const int value :
                 {n.buildingsAdded, n.visits, n.notMade, n.accepted, n.returned, n.rejected, n.issuedFull,
                  n.issuedProvisional, n.suspended, n.revoked, n.centres, n.surveillanceDue, static_cast<int>(n.seats),
                  part.inspected, part.months.last().full, part.months.last().provisional})
                all.append(QString::number(value));
            for (const int value : part.year.funnel)
                all.append(QString::number(value));
            for (const FailingItem &item : part.failing)
                all.append(QStringLiteral("%1 %2 %3").arg(item.code).arg(item.failed).arg(item.inspections));
            for (const ExpiringCertificate &certificate : part.expiring)
                all.append(certificate.number);
        }
        return all.join(QLatin1Char(' ')).toStdString();
    };
    const std::string before = told();

    // What the server takes in November, of whatever day the laptops say that it was.
    const QString received = QStringLiteral("received_at");
    const QString november = QStringLiteral("2026-11-03T08:00:00.000Z");
    const QString mill = building("LHE", 9, {{received, november}});
    assignment(early, "open", {{received, november}});
    visited(mill, "submitted", "refused", "2026-10-15", {{received, november}});
    const auto decide = [&](const QString &visit, const char *decision, const char *state) {
        put(Entity::Review, {{QStringLiteral("inspection"), visit},
                             {QStringLiteral("reviewer"), m_chief.accountId},
                             {QStringLiteral("decision"), QLatin1String(decision)},
                             {QStringLiteral("made_at"), QStringLiteral("2026-10-20T08:00:00.000Z")},
                             {received, november}});
        Record record = *m_records->require(Entity::Inspection, visit);
        record.fields.insert(QStringLiteral("state"), QLatin1String(state));
        ASSERT_TRUE(m_records->putFromServer({Entity::Inspection, visit, 2, record.fields}, {}).ok());
    };
    decide(open, "return", "returned");
    decide(other, "accept", "accepted");
    EXPECT_EQ(told(), before);
    // And what was made on this laptop and waits for it.
    const QString waiting = m_ids.next();
    ASSERT_TRUE(m_records
                    ->putLocal({Entity::Inspection, waiting, 0,
                                inspectionFields(
                                    early, m_me.accountId, "submitted",
                                    {{QStringLiteral("visit_outcome"), QStringLiteral("done")},
                                     {QStringLiteral("finished_at"), QStringLiteral("2026-10-20T09:00:00.000Z")}})})
                    .ok());
    EXPECT_EQ(told(), before);
    const auto month = gathered(ofTwo(), QDate(2026, 11, 1));
    ASSERT_TRUE(month.ok());
    EXPECT_EQ(month->parts[0].month.buildingsAdded, 4) << "the three without a moment by their ids, and the new one";
    EXPECT_EQ(month->parts[0].month.visits, 1) << "it counts in November";
    EXPECT_EQ(month->parts[0].month.returned, 1);
    EXPECT_EQ(month->parts[0].month.accepted, 1);
}

TEST_F(MonthlyFactsTest, thisMonth_isCountedUntilToday)
{
    fill();
    const auto facts = gathered(m_chief, QDate(2026, 11, 1));
    ASSERT_TRUE(facts.ok());
    EXPECT_TRUE(facts->open);
    EXPECT_EQ(facts->until, QDate(2026, 11, 24));
    EXPECT_FALSE(facts->asOf.isValid()) << "there was no contact";
    ASSERT_EQ(facts->parts.size(), 1) << "of one province there is no page of all together";
    EXPECT_EQ(facts->parts[0].province, m_punjab);
    EXPECT_EQ(facts->parts[0].months[11].quota, m_policy.quotaLine(QDate(2026, 11, 24), m_punjab));
    // Its last day: the month is not over before midnight in Pakistan.
    m_clock.set(QDateTime(QDate(2026, 11, 30), QTime(18, 59), Qt::UTC));
    EXPECT_TRUE(gathered(m_chief, QDate(2026, 11, 1))->open);
    m_clock.set(QDateTime(QDate(2026, 11, 30), QTime(19, 0), Qt::UTC));
    EXPECT_FALSE(gathered(m_chief, QDate(2026, 11, 1))->open);
}

TEST_F(MonthlyFactsTest, monthsOfWhichThereIsNoReport_areRefused)
{
    const auto where = [this](const QDate &month) {
        const auto facts = gathered(m_chief, month);
        EXPECT_FALSE(facts.ok());
        return facts.ok() ? QString() : facts.error().where;
    };
    EXPECT_EQ(where({}), QStringLiteral("month"));
    EXPECT_EQ(where(QDate(2026, 12, 1)), QStringLiteral("month.future"));
    EXPECT_EQ(where(QDate(2023, 8, 1)), QStringLiteral("month.early")); // it began on 2023-09-26
    EXPECT_TRUE(gathered(m_chief, QDate(2023, 9, 1)).ok());
    const QList<QDate> months = reportMonths(m_policy, QDate(2026, 11, 24));
    EXPECT_EQ(months.first(), QDate(2026, 11, 1));
    EXPECT_EQ(months.last(), QDate(2023, 9, 1));
    EXPECT_EQ(months.size(), 39);
    EXPECT_EQ(monthOf(QStringLiteral("2026-10")).value(), QDate(2026, 10, 1));
    for (const char *wrong :
         {"", "2026", "2026-13", "2026-1", "2026-00", "26-10", "2026-10-01", "2026-10\n", "octob-er"})
        EXPECT_FALSE(monthOf(QLatin1String(wrong)).ok()) << wrong;
}

TEST_F(MonthlyFactsTest, onlyWhoSeesTheDashboard_getsAReport)
{
    EXPECT_TRUE(gathered(m_chief, QDate(2026, 10, 1)).ok());
    EXPECT_TRUE(gathered(m_auditor, QDate(2026, 10, 1)).ok());
    for (const Actor &actor : {m_me, m_admin}) {
        const auto facts = gathered(actor, QDate(2026, 10, 1));
        ASSERT_FALSE(facts.ok());
        EXPECT_EQ(facts.error().code, ErrorCode::NotAllowed);
    }
}

TEST_F(MonthlyFactsTest, itCanBeStoppedBetweenTwoSteps)
{
    QList<std::pair<int, int>> steps;
    const auto facts = gathered(ofTwo(), QDate(2026, 10, 1), [&steps](int done, int all) {
        steps.append({done, all});
        return steps.size() < 3;
    });
    ASSERT_FALSE(facts.ok());
    EXPECT_EQ(facts.error().where, QStringLiteral("cancelled"));
    EXPECT_EQ(steps, (QList<std::pair<int, int>>{{0, 29}, {1, 29}, {2, 29}}));
    for (int last = 0; last <= 13; ++last) { // before and behind each query
        const auto stopped = gathered(ofTwo(), QDate(2026, 10, 1), [last](int done, int) { return done < last; });
        EXPECT_FALSE(stopped.ok()) << last;
    }
}

TEST_F(MonthlyFactsTest, whatIsCommittedMeanwhile_isInNoFigureOrInAll)
{
    fill();
    auto other = Database::openSqlite(m_path, Database::Check::None);
    ASSERT_TRUE(other.ok());
    const auto facts = gathered(ofTwo(), QDate(2026, 10, 1), [&other](int done, int) {
        if (done == 4) { // the counts are there, the dashboard's figures are not
            const auto revoked = (*other)->run(
                QStringLiteral("UPDATE certificate SET data = json_set(data, '$.state', 'revoked', '$.state_at', ?)"),
                {QStringLiteral("2026-10-15T08:00:00.000Z")});
            EXPECT_TRUE(revoked.ok()) << qPrintable(revoked.ok() ? QString() : revoked.error().detail);
        }
        return true;
    });
    ASSERT_TRUE(facts.ok()) << qPrintable(facts.error().detail);
    for (const MonthlyPart &part : facts->parts)
        EXPECT_EQ(part.months[11].full + part.months[11].provisional, part.month.centres) << qPrintable(part.province);
    EXPECT_EQ(facts->parts[0].month.centres, 2);
    const auto after = gathered(ofTwo(), QDate(2026, 10, 1));
    ASSERT_TRUE(after.ok()) << "the snapshot has ended";
    EXPECT_EQ(after->parts[0].month.centres, 0);
    EXPECT_TRUE(Transaction::begin(*m_database).ok());
}

TEST_F(MonthlyFactsTest, aSyncBeforeTheMonthsEndOrAnUnfinishedPull_isNoted)
{
    SyncStateRepository state(*m_database);
    const auto at = [&](const char *contact, const QDate &month) {
        EXPECT_TRUE(state.set(QStringLiteral("last_contact"), QLatin1String(contact)).ok());
        const auto facts = gathered(m_chief, month);
        EXPECT_TRUE(facts.ok());
        return facts.ok() ? *facts : MonthlyFacts();
    };
    EXPECT_TRUE(at("2026-10-31T18:59:59.999Z", QDate(2026, 11, 1)).behind);
    EXPECT_FALSE(at("2026-10-31T18:59:59.999Z", QDate(2026, 10, 1)).behind) << "on its last day, in Pakistan";
    EXPECT_TRUE(at("2026-10-30T18:59:59.999Z", QDate(2026, 10, 1)).behind);
    EXPECT_FALSE(at("2026-11-24T08:00:00.000Z", QDate(2026, 11, 1)).behind) << "today";
    EXPECT_FALSE(at("2026-11-24T08:00:00.000Z", QDate(2026, 11, 1)).partial);
    for (const char *name : {"pull_anew", "pull_more"}) {
        ASSERT_TRUE(state.set(QLatin1String(name), QStringLiteral("1")).ok());
        EXPECT_TRUE(at("2026-11-24T08:00:00.000Z", QDate(2026, 11, 1)).partial) << name;
        ASSERT_TRUE(state.set(QLatin1String(name), {}).ok());
    }
}

} // namespace
} // namespace markaz::test
