// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demand.h"
#include "tests/app/server/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace markaz::server::test {
namespace {

/// Scenarios and the registered freelancers by city: records that lie in no province.
class Programme : public OnBoth
{
protected:
    QJsonObject scenario(const QString &name) const
    {
        return {{QStringLiteral("name"), name},
                {QStringLiteral("body"), scenarioBody(name)},
                {QStringLiteral("author"), officer.actor.accountId},
                {QStringLiteral("made_at"), kAt}};
    }
    QJsonObject demand(const QJsonObject &cities) const
    {
        return {{QStringLiteral("as_of"), QStringLiteral("2026-10-31")},
                {QStringLiteral("source"), QStringLiteral("A list for the tests")},
                {QStringLiteral("freelancers"), cities},
                {QStringLiteral("author"), administrator.actor.accountId},
                {QStringLiteral("made_at"), kAt}};
    }
    protocol::ChangeResult make(const Session &who, Entity entity, const QJsonObject &fields, QString *id = nullptr)
    {
        const Change change = create(server.ids(), entity, fields);
        if (id != nullptr)
            *id = change.id;
        return server.pushOne(who, change);
    }
    protocol::ChangeResult remove(const Session &who, const QString &id)
    {
        return server.pushOne(who, patch(server.ids(), Entity::Scenario, id, 1, {}, ChangeKind::Delete));
    }

    const QString kAt = QStringLiteral("2026-11-24T05:00:00.000Z");
    Session officer = server.join(QStringLiteral("an.officer"), Role::Officer, {QStringLiteral("PK-PB")});
    Session another = server.join(QStringLiteral("another.officer"), Role::Officer, {QStringLiteral("PK-SD")});
    Session administrator = server.join(QStringLiteral("an.admin"), Role::Administrator, {QStringLiteral("PK-PB")});
};

TEST_P(Programme, scenarioThatCanBeComputed_isTakenAndSeenByOfficersEverywhere)
{
    QString id;
    const auto taken = make(officer, Entity::Scenario, scenario(QStringLiteral("Half of the interest")), &id);
    ASSERT_EQ(taken.outcome, Outcome::Applied) << qPrintable(taken.field + taken.message);
    const auto sees = [&](const Session &who) {
        QString cursor;
        const auto items = server.pull(who, cursor);
        return std::any_of(items.begin(), items.end(), [&id](const auto &item) { return item.id == id; });
    };
    EXPECT_TRUE(sees(another));
    EXPECT_FALSE(sees(administrator));
    EXPECT_EQ(remove(another, id).code, protocol::code::kNotAllowed) << "it is not theirs";
    EXPECT_EQ(remove(officer, id).outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(id)->deleted);
}

TEST_P(Programme, scenarioThatCannotBeComputed_isRefusedWithThePathOfItsFault)
{
    const auto refused = [&](const QString &field, const auto &edit) {
        QJsonObject fields = scenario(QStringLiteral("Half"));
        QJsonObject body = fields.value(QStringLiteral("body")).toObject();
        edit(body);
        fields.insert(QStringLiteral("body"), body);
        const auto result = make(officer, Entity::Scenario, fields);
        EXPECT_EQ(result.outcome, Outcome::Rejected);
        EXPECT_EQ(result.field, field);
    };
    const auto ofLoan = [](const char *name, const QJsonValue &value) {
        return [name, value](QJsonObject &body) {
            QJsonArray loans = body.value(QStringLiteral("loans")).toArray();
            QJsonObject loan = loans.at(0).toObject();
            loan.insert(QLatin1String(name), value);
            loans.replace(0, loan);
            body.insert(QStringLiteral("loans"), loans);
        };
    };
    refused(QStringLiteral("body.loans[0].grace_months"), ofLoan("grace_months", 60));
    refused(QStringLiteral("body.loans[0].principal_paisa"), ofLoan("principal_paisa", -1));
    refused(QStringLiteral("body.loans[0].tenor_months"), ofLoan("tenor_months", 601));
    refused(QStringLiteral("body.subsidy[0].share_bp"), [](QJsonObject &body) {
        body.insert(QStringLiteral("subsidy"), QJsonArray{QJsonObject{{QStringLiteral("share_bp"), 10'001},
                                                                      {QStringLiteral("ignite_bp"), 6'000}}});
    });
    refused(QStringLiteral("name"),
            [](QJsonObject &body) { body.insert(QStringLiteral("name"), QStringLiteral("Another")); });
}

TEST_P(Programme, scenarioIsItsAuthors)
{
    QJsonObject fields = scenario(QStringLiteral("Half"));
    fields.insert(QStringLiteral("author"), another.actor.accountId);
    EXPECT_EQ(make(officer, Entity::Scenario, fields).code, protocol::code::kNotAllowed);
}

TEST_P(Programme, demandOfKnownCities_goesToEverybody)
{
    QString id;
    const auto taken = make(administrator, Entity::Demand,
                            demand({{QStringLiteral("1174872"), 410'000}, {QStringLiteral("1172451"), 0}}), &id);
    ASSERT_EQ(taken.outcome, Outcome::Applied) << qPrintable(taken.field + taken.message);
    const auto read = Demand::from(server.stored(id)->record);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->freelancers(), (QMap<int, qint64>{{1172451, 0}, {1174872, 410'000}}));
    EXPECT_EQ(make(officer, Entity::Demand, demand({{QStringLiteral("1174872"), 1}})).code,
              protocol::code::kNotAllowed);
}

TEST_P(Programme, demandOfUnknownCitiesOrOfTomorrow_isRefused)
{
    const auto field = [&](const QJsonObject &fields) {
        const auto result = make(administrator, Entity::Demand, fields);
        EXPECT_EQ(result.outcome, Outcome::Rejected);
        return result.field;
    };
    const QString cities = QStringLiteral("freelancers");
    EXPECT_EQ(field(demand({{QStringLiteral("1"), 10}})), cities);
    EXPECT_EQ(field(demand({{QStringLiteral("Karachi"), 10}})), cities);
    EXPECT_EQ(field(demand({{QStringLiteral("01174872"), 10}})), cities);
    EXPECT_EQ(field(demand({{QStringLiteral("1174872"), -1}})), cities);
    EXPECT_TRUE(field(demand({{QStringLiteral("1174872"), 1.5}})).contains(cities)) << "no change holds half a number";
    EXPECT_EQ(field(demand({{QStringLiteral("1174872"), QStringLiteral("10")}})), cities);
    EXPECT_EQ(field(demand({{QStringLiteral("1174872"), demand::kMostFreelancers + 1}})), cities);
    EXPECT_EQ(field(demand({})), cities);
    QJsonObject late = demand({{QStringLiteral("1174872"), 10}});
    late.insert(QStringLiteral("as_of"), QStringLiteral("2027-10-31"));
    EXPECT_EQ(field(late), QStringLiteral("as_of"));
}

/// The published policy as version \p version.
QJsonObject policyBody(TestServer &server, int version)
{
    QJsonObject body =
        QJsonDocument::fromJson(
            server.value(QStringLiteral("SELECT data FROM record WHERE entity = 'policy'")).toByteArray())
            .object()
            .value(QStringLiteral("body"))
            .toObject();
    body.insert(QStringLiteral("version"), version);
    return body;
}

TEST_P(Programme, policyThatCannotBe_isRefusedWithItsField)
{
    const auto refused = [this](const char *section, const char *name, const QJsonValue &value) {
        QJsonObject body = policyBody(server, 2);
        QJsonObject object = body.value(QLatin1String(section)).toObject();
        object.insert(QLatin1String(name), value);
        body.insert(QLatin1String(section), object);
        const auto result =
            make(administrator, Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), body}});
        EXPECT_EQ(result.outcome, Outcome::Rejected);
        EXPECT_EQ(result.code, protocol::code::kInvalid);
        return result.field;
    };
    EXPECT_EQ(refused("interest_subsidy", "share_bp", 10'001), QStringLiteral("body.interest_subsidy.share_bp"));
    EXPECT_EQ(refused("seat_rate", "ceiling_paisa", 100'000'001), QStringLiteral("body.seat_rate.ceiling_paisa"));
    EXPECT_EQ(refused("seat_rate", "celing_paisa", 1), QStringLiteral("body.seat_rate.celing_paisa"));
    EXPECT_EQ(refused("loan", "source", QStringLiteral(" ")), QStringLiteral("body.loan.source"));
    EXPECT_EQ(refused("city_tiers", "tiers", QJsonObject{{QStringLiteral("1"), 2}}),
              QStringLiteral("body.city_tiers.source"));
    EXPECT_EQ(refused("in_force_from", "value", QStringLiteral("soon")), QStringLiteral("body.in_force_from.value"));
    QJsonObject body = policyBody(server, 2);
    QJsonArray targets = body.value(QStringLiteral("targets")).toArray();
    QJsonObject target = targets.at(1).toObject();
    target.insert(QStringLiteral("centres"), 260);
    targets.replace(1, target);
    body.insert(QStringLiteral("targets"), targets);
    EXPECT_EQ(
        make(administrator, Entity::Policy, {{QStringLiteral("version"), 2}, {QStringLiteral("body"), body}}).field,
        QStringLiteral("body.targets[1].by_province"));
}

TEST_P(Programme, policyVersions_comeInTheirOrderAndTheOrderOfTheirDays)
{
    const auto publish = [this](int version, const char *from) {
        QJsonObject body = policyBody(server, version);
        body.insert(QStringLiteral("in_force_from"), QJsonObject{{QStringLiteral("value"), QLatin1String(from)},
                                                                 {QStringLiteral("source"), QStringLiteral("Sample")}});
        return make(administrator, Entity::Policy,
                    {{QStringLiteral("version"), version}, {QStringLiteral("body"), body}});
    };
    EXPECT_EQ(publish(3, "2027-07-01").outcome, Outcome::Applied);
    EXPECT_EQ(publish(2, "2027-07-01").code, protocol::code::kExists) << "none slips in before another";
    const auto early = publish(4, "2027-06-30");
    EXPECT_EQ(early.code, protocol::code::kInvalid);
    EXPECT_EQ(early.field, QStringLiteral("body.in_force_from.value"));
    EXPECT_EQ(publish(4, "2027-07-01").outcome, Outcome::Applied);
}

MARKAZ_ON_BOTH(Programme);

} // namespace
} // namespace markaz::server::test
