// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cache.h"
#include "core/storage/centrerepository.h"
#include "core/workflow/loanpolicy.h"
#include "core/workflow/policies.h"
#include "tests/core/workflow/workflowfixture.h"

#include <QFile>
#include <QJsonDocument>

namespace markaz {
namespace {

using namespace test;

const QString kSource = QStringLiteral("Sample order of the ministry");

/// It is 2026-11-24.
class PoliciesTest : public WorkflowFixture
{
protected:
    PublishPolicy publishing() { return PublishPolicy(*m_workspace, gazetteer()); }
    /// The next version with a higher ceiling, in force from \p from.
    PolicyBody next(const QDate &from = QDate(2026, 11, 24))
    {
        PolicyBody body = publishing().proposal().value();
        body.from = from;
        body.figures.sources.insert(QStringLiteral("in_force_from"), kSource);
        body.figures.seatRateCeiling = Paisa::rupees(4'500);
        body.figures.sources.insert(QStringLiteral("seat_rate"), kSource);
        return body;
    }
    /// As the server has it.
    void published(const PolicyBody &body)
    {
        put(Entity::Policy,
            {{QStringLiteral("version"), body.figures.version}, {QStringLiteral("body"), toJson(body)}});
    }
    QStringList faults(const PolicyBody &body)
    {
        QStringList paths;
        const QList<FigureFault> found = publishing().faults(body).value();
        for (const FigureFault &fault : found)
            paths.append(fault.where);
        return paths;
    }
    int inForceOn(const QDate &day) { return policyInForce(*m_workspace, day)->figures.version; }
};

TEST_F(PoliciesTest, withoutPublishedOnes_theCompiledInIsInForce)
{
    const auto versions = policyVersions(*m_workspace);
    ASSERT_TRUE(versions) << qPrintable(versions.error().detail);
    ASSERT_EQ(versions->size(), 1);
    EXPECT_EQ(versions->first().version(), 1);
    EXPECT_FALSE(versions->first().waiting);
    EXPECT_EQ(inForceOn(QDate(2023, 1, 1)), 1);
}

TEST_F(PoliciesTest, proposal_isTheNewestWithTheNextNumber_fromToday)
{
    const auto proposal = publishing().proposal();
    ASSERT_TRUE(proposal);
    EXPECT_EQ(proposal->figures.version, 2);
    EXPECT_EQ(proposal->from, QDate(2026, 11, 24));
    EXPECT_TRUE(proposal->note.isEmpty()) << "what was said of the press is not said of an order";
    EXPECT_FALSE(proposal->figures.sources.contains(QStringLiteral("in_force_from"))) << "each says its own";
    EXPECT_TRUE(changesBetween(policyVersions(*m_workspace)->first().body, *proposal).size() == 1);
}

TEST_F(PoliciesTest, published_itIsARecordInTheOutbox_andInForceNowhereYet)
{
    const PolicyBody body = next();
    const auto made = publishing().run(m_admin, body);
    ASSERT_TRUE(made) << qPrintable(made.error().detail);
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed().first().change.entity, Entity::Policy);
    EXPECT_EQ(made->fields.value(QStringLiteral("version")), QJsonValue(2));
    EXPECT_EQ(made->fields.value(QStringLiteral("body")).toObject(), toJson(body));
    EXPECT_EQ(publishing().waiting().value(), 2);
    EXPECT_EQ(inForceOn(QDate(2026, 11, 24)), 1);
    const auto versions = policyVersions(*m_workspace);
    ASSERT_EQ(versions->size(), 2);
    EXPECT_TRUE(versions->first().waiting);
    const auto again = publishing().check(m_admin, publishing().proposal().value());
    EXPECT_EQ(again.error().where, QStringLiteral("policy.waiting"));
}

TEST_F(PoliciesTest, onlyAnAdministratorPublishes)
{
    for (const Actor &actor : {m_me, m_chief, m_auditor}) {
        EXPECT_EQ(publishing().run(actor, next()).error().code, ErrorCode::NotAllowed);
        EXPECT_FALSE(PublishPolicy::mayPublish(actor));
    }
    EXPECT_TRUE(owed().isEmpty());
    EXPECT_TRUE(PublishPolicy::mayPublish(m_admin));
}

TEST_F(PoliciesTest, whatCannotBe_isRefusedAndNotWritten)
{
    PolicyBody body = next();
    body.figures.subsidyShareBp = 12'000;
    body.figures.sources.insert(QStringLiteral("interest_subsidy"), kSource);
    EXPECT_EQ(publishing().run(m_admin, body).error().where, QStringLiteral("interest_subsidy.share_bp"));
    body = next();
    body.figures.version = 3;
    EXPECT_EQ(publishing().run(m_admin, body).error().where, QStringLiteral("policy.version"));
    body = publishing().proposal().value();
    body.figures.sources.insert(QStringLiteral("in_force_from"), kSource);
    EXPECT_EQ(publishing().run(m_admin, body).error().where, QStringLiteral("policy.unchanged"));
    EXPECT_TRUE(owed().isEmpty());
}

TEST_F(PoliciesTest, whatIsDecidedAnew_saysWhere)
{
    PolicyBody body = next();
    EXPECT_EQ(faults(body), QStringList());
    body.figures.loanCap = Paisa::rupees(12'000'000); // under the source of before
    EXPECT_EQ(faults(body), QStringList{QStringLiteral("loan.source")});
    body.figures.sources.insert(QStringLiteral("loan"), kSource);
    EXPECT_EQ(faults(body), QStringList());
    body.budgets = {{FiscalYear{2026}, Paisa::rupees(10), Paisa::rupees(20)}};
    EXPECT_EQ(faults(body), QStringList{QStringLiteral("budgets[0].source")});
    body.figures.sources.insert(QStringLiteral("budgets[0]"), kSource);
    EXPECT_EQ(faults(body), QStringList());
    published(body);
    // Another year before it: the one that stays needs no new word, at whatever place it stands.
    PolicyBody third = publishing().proposal().value();
    third.budgets = {{FiscalYear{2025}, Paisa::rupees(1), Paisa::rupees(2)}, body.budgets.first()};
    third.figures.sources.insert(QStringLiteral("in_force_from"), QStringLiteral("Sample order two"));
    third.figures.sources.insert(QStringLiteral("budgets[0]"), QStringLiteral("Sample order two"));
    third.figures.sources.insert(QStringLiteral("budgets[1]"), kSource);
    EXPECT_EQ(faults(third), QStringList());
    third.budgets[1].psdp = Paisa::rupees(21);
    EXPECT_EQ(faults(third), QStringList{QStringLiteral("budgets[1].source")});
}

TEST_F(PoliciesTest, itsDay_isNeededAndNeitherPastNorBeforeTheOneBefore)
{
    const QStringList day{QStringLiteral("in_force_from.value")};
    EXPECT_EQ(faults(next(QDate())), day);
    EXPECT_EQ(faults(next(QDate(2026, 11, 23))), day) << "what was computed since stays";
    EXPECT_EQ(faults(next(QDate(2026, 11, 24))), QStringList());
    published(next(QDate(2027, 7, 1)));
    PolicyBody third = publishing().proposal().value();
    EXPECT_EQ(third.from, QDate(2027, 7, 1));
    third.figures.sources.insert(QStringLiteral("in_force_from"), QStringLiteral("Sample order two"));
    third.from = QDate(2027, 6, 30);
    EXPECT_EQ(faults(third), day);
}

TEST_F(PoliciesTest, aVersionIsInForceFromItsDay_andWhatGoesByItWithIt)
{
    published(next(QDate(2027, 7, 1)));
    EXPECT_EQ(inForceOn(QDate(2026, 11, 24)), 1);
    EXPECT_EQ(inForceOn(QDate(2027, 6, 30)), 1);
    EXPECT_EQ(inForceOn(QDate(2027, 7, 1)), 2);
    EXPECT_EQ(newestPolicy(*m_workspace)->version, 1) << "a loan of today";
    const auto ceiling = [this](const QDate &day) {
        return CentreRepository(*m_database).rateCeiling(1, 400'000, day).value();
    };
    EXPECT_EQ(ceiling(QDate(2027, 6, 30)), 400'000);
    EXPECT_EQ(ceiling(QDate(2027, 7, 1)), 450'000);
    EXPECT_EQ(policyOf(*m_workspace, 1)->seatRateCeiling, Paisa::rupees(4'000)) << "the older one stays readable";
}

TEST_F(PoliciesTest, whatWasSubmittedUnderAnOlderOne_isShownAsItWasScored)
{
    const QString home = visitedBuilding();
    const QString id = submitted(home);
    const QJsonObject claimed = fieldsOf(Entity::Inspection, id).value(QStringLiteral("score")).toObject();
    ASSERT_FALSE(claimed.isEmpty());
    // The city is of tier 3 since, and the ceiling lower.
    PolicyBody body = next();
    body.figures.seatRateCeiling = body.figures.seatRateFloor;
    published(body);
    QByteArray csv = contentOf(QStringLiteral(":/markaz/reference/cities.csv"));
    const QByteArray line = "1172451,Lahore,PK-PB,6310888,31.558,74.35071,";
    ASSERT_TRUE(csv.contains(line + "1"));
    csv.replace(line + "1", line + "3");
    const Gazetteer moved = Gazetteer::read(csv, contentOf(QStringLiteral(":/markaz/reference/city-codes.csv")),
                                            contentOf(QStringLiteral(":/markaz/reference/provinces.geojson")))
                                .value();
    const SubmitInspection today(*m_workspace, m_standards, moved, body.figures.programmeFacts());
    EXPECT_EQ(today.scoreOf(id)->summary(), claimed);
    EXPECT_EQ(today.context(id)->scoring.tier, 1);
    const QString draft = draftOf(visitedBuilding(2));
    EXPECT_EQ(today.context(draft)->scoring.tier, 3) << "what is not submitted goes by the tier of today";
}

TEST_F(PoliciesTest, whatANewerProgramWrote_isNotPassedOverInSilence)
{
    put(Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), QJsonObject()}});
    EXPECT_FALSE(policyInForce(*m_workspace, QDate(2026, 11, 24)).ok()) << "an older one must not stand in for it";
    EXPECT_EQ(policyVersions(*m_workspace)->size(), 1);
    EXPECT_EQ(publishing().proposal().error().where, QStringLiteral("policy.unreadable"));
}

} // namespace
} // namespace markaz
