// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/demand.h"

#include <gtest/gtest.h>

namespace markaz::test {
namespace {

const QString kId = QStringLiteral("01936c00-0000-7000-8000-000000000001");

QJsonObject fieldsWith(const QJsonObject &cities)
{
    return {{QStringLiteral("as_of"), QStringLiteral("2026-10-31")},
            {QStringLiteral("source"), QStringLiteral("A list for the tests")},
            {QStringLiteral("freelancers"), cities},
            {QStringLiteral("author"), kId},
            {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:00:00.000Z")}};
}

QString faultOf(const QJsonObject &cities)
{
    const auto demand = Demand::from({Entity::Demand, kId, 1, fieldsWith(cities)});
    return demand ? QString() : demand.error().where;
}

TEST(Demand, numbersOfCities_areRead)
{
    const auto demand = Demand::from(
        {Entity::Demand, kId, 1, fieldsWith({{QStringLiteral("1174872"), 410'000}, {QStringLiteral("1172451"), 0}})});
    ASSERT_TRUE(demand);
    EXPECT_EQ(demand->freelancers(), (QMap<int, qint64>{{1172451, 0}, {1174872, 410'000}}));
    EXPECT_EQ(demand->asOf(), QDate(2026, 10, 31));
}

TEST(Demand, whatIsNoNumberOfACity_isRefused)
{
    const QString city = QStringLiteral("1174872");
    EXPECT_EQ(faultOf({{city, demand::kMostFreelancers}}), QString());
    for (const QJsonValue &value : {QJsonValue(demand::kMostFreelancers + 1), QJsonValue(-1), QJsonValue(0.5),
                                    QJsonValue(QStringLiteral("7")), QJsonValue(true), QJsonValue()})
        EXPECT_EQ(faultOf({{city, value}}), QStringLiteral("freelancers"));
    for (const char *key : {"", "0", "-3", "+3", " 3", "3 ", "03", "3.0", "Karachi", "99999999999"})
        EXPECT_EQ(faultOf({{QLatin1String(key), 1}}), QStringLiteral("freelancers")) << key;
    EXPECT_EQ(faultOf({}), QStringLiteral("freelancers"));
}

TEST(SavedScenario, nameAndBodyAreNeeded)
{
    const QJsonObject fields{{QStringLiteral("name"), QStringLiteral("Half")},
                             {QStringLiteral("body"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Half")}}},
                             {QStringLiteral("author"), kId},
                             {QStringLiteral("made_at"), QStringLiteral("2026-11-24T05:00:00.000Z")}};
    const auto saved = SavedScenario::from({Entity::Scenario, kId, 1, fields});
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->name(), QStringLiteral("Half"));
    EXPECT_EQ(saved->body(), fields.value(QStringLiteral("body")).toObject());
    for (const char *name : {"name", "body", "author", "made_at"}) {
        QJsonObject without = fields;
        without.remove(QLatin1String(name));
        const auto refused = SavedScenario::from({Entity::Scenario, kId, 1, without});
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().where, QLatin1String(name));
    }
}

} // namespace
} // namespace markaz::test
