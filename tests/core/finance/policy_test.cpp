// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policy.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

namespace markaz {
namespace {

QJsonObject builtinJson()
{
    QFile file(QStringLiteral(":/markaz/policy/programme-1.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QJsonObject changed(const char *section, const char *name, const QJsonValue &value)
{
    QJsonObject json = builtinJson();
    QJsonObject inner = json.value(QLatin1String(section)).toObject();
    inner.insert(QLatin1String(name), value);
    json.insert(QLatin1String(section), inner);
    return json;
}

QJsonObject changedTarget(const std::function<void(QJsonObject &)> &change)
{
    QJsonObject json = builtinJson();
    QJsonArray targets = json.value(QStringLiteral("targets")).toArray();
    QJsonObject second = targets.at(1).toObject();
    change(second);
    targets.replace(1, second);
    json.insert(QStringLiteral("targets"), targets);
    return json;
}

QString where(const QJsonObject &json)
{
    const auto policy = readPolicy(json);
    return policy ? QString() : policy.error().where;
}

TEST(BuiltinPolicy, holdsTheFiguresAsReported)
{
    const auto policy = builtinPolicy();
    ASSERT_TRUE(policy) << policy.error().detail.toStdString();
    EXPECT_EQ(policy->version, 1);
    EXPECT_EQ(policy->targets.size(), 2);
    EXPECT_EQ(policy->targets.first().centres, 5000);
    EXPECT_FALSE(policy->targets.first().by.isValid());
    EXPECT_EQ(policy->target().centres, 250);
    EXPECT_EQ(policy->target().by, QDate(2027, 2, 28));
    EXPECT_EQ(policy->quota(QStringLiteral("PK-PB")), 149);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-SD")), 51);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-KP")), 28);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-IS")), 11);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-BA")), 6);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-JK")), 3);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-GB")), 2);
    EXPECT_EQ(policy->quota(QStringLiteral("PK-XX")), 0);
    EXPECT_EQ(policy->seatRateFloor, Paisa::rupees(3'000));
    EXPECT_EQ(policy->seatRateCeiling, Paisa::rupees(4'000));
    EXPECT_EQ(policy->marketRateLow, Paisa::rupees(10'000));
    EXPECT_EQ(policy->marketRateHigh, Paisa::rupees(15'000));
    EXPECT_EQ(policy->loanCap, Paisa::rupees(10'000'000));
    EXPECT_EQ(policy->subsidyShareBp, 10'000);
    EXPECT_FALSE(policy->igniteShareBp.has_value());
    EXPECT_EQ(policy->largerCityMinSqft, 3'500);
    EXPECT_EQ(policy->largerCityMinSeats, 100);
}

TEST(BuiltinPolicy, everyFigureSaysWhereItWasReported)
{
    const auto policy = builtinPolicy();
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->sources.size(), 8);
    for (auto it = policy->sources.begin(); it != policy->sources.end(); ++it)
        EXPECT_FALSE(it.value().isEmpty()) << it.key().toStdString();
}

TEST(ProgrammePolicy, programmeFacts_areWholeRupees)
{
    const QJsonObject facts = builtinPolicy()->programmeFacts();
    EXPECT_EQ(facts, (QJsonObject{{QStringLiteral("seat_rate_ceiling_pkr"), 4000}}));
}

TEST(ProgrammePolicy, quotaLine_isStraightFromTheStartToTheDay)
{
    const auto policy = builtinPolicy();
    ASSERT_TRUE(policy);
    const QDate start(2023, 9, 26);
    const QDate end(2027, 2, 28); // 1,251 days later
    ASSERT_EQ(start.daysTo(end), 1251);
    EXPECT_EQ(policy->quotaLine(start.addDays(-100)), 0);
    EXPECT_EQ(policy->quotaLine(start), 0);
    EXPECT_EQ(policy->quotaLine(start.addDays(5)), 0);    // 0.999
    EXPECT_EQ(policy->quotaLine(start.addDays(6)), 1);    // 1.199
    EXPECT_EQ(policy->quotaLine(start.addDays(417)), 83); // a third: 83.33
    EXPECT_EQ(policy->quotaLine(end.addDays(-1)), 249);
    EXPECT_EQ(policy->quotaLine(end), 250);
    EXPECT_EQ(policy->quotaLine(end.addDays(1000)), 250);
    EXPECT_EQ(policy->quotaLine(end, QStringLiteral("PK-SD")), 51);
    EXPECT_EQ(policy->quotaLine(start.addDays(417), QStringLiteral("PK-SD")), 17);
    EXPECT_EQ(policy->quotaLine(end, QStringLiteral("PK-XX")), 0);
}

TEST(ReadPolicy, whatIsMissing_isNamedByItsPath)
{
    for (const QString &key : builtinJson().keys()) {
        if (key == QLatin1String("note"))
            continue;
        QJsonObject json = builtinJson();
        json.remove(key);
        EXPECT_EQ(where(json), key);
        EXPECT_EQ(readPolicy(json).error().code, ErrorCode::Incomplete);
        QJsonObject inner = builtinJson().value(key).toObject();
        for (const QString &name : inner.keys()) {
            QJsonObject without = inner;
            without.remove(name);
            json.insert(key, without);
            EXPECT_EQ(where(json), key + QLatin1Char('.') + name);
        }
    }
}

TEST(ReadPolicy, whatIsWrong_isNamedByItsPath)
{
    EXPECT_EQ(where(changed("seat_rate", "ceiling_paisa", 1.5)), QStringLiteral("seat_rate.ceiling_paisa"));
    EXPECT_EQ(where(changed("seat_rate", "ceiling_paisa", -1)), QStringLiteral("seat_rate.ceiling_paisa"));
    EXPECT_EQ(where(changed("seat_rate", "ceiling_paisa", QStringLiteral("4000"))),
              QStringLiteral("seat_rate.ceiling_paisa"));
    EXPECT_EQ(where(changed("seat_rate", "ceiling_paisa", 299'999)), QStringLiteral("seat_rate.ceiling_paisa"));
    EXPECT_EQ(where(changed("market_seat_rate", "high_paisa", 1)), QStringLiteral("market_seat_rate.high_paisa"));
    EXPECT_EQ(where(changed("loan", "cap_paisa", 1e300)), QStringLiteral("loan.cap_paisa"));
    EXPECT_EQ(where(changed("interest_subsidy", "share_bp", 10'001)), QStringLiteral("interest_subsidy.share_bp"));
    EXPECT_EQ(where(changed("interest_subsidy", "ignite_bp", -1)), QStringLiteral("interest_subsidy.ignite_bp"));
    EXPECT_EQ(where(changed("programme_start", "value", QStringLiteral("2023-09-31"))),
              QStringLiteral("programme_start.value"));
    EXPECT_EQ(where(changed("programme_start", "value", QStringLiteral("2027-03-01"))), QStringLiteral("targets"));
    EXPECT_EQ(where(changed("loan", "source", QStringLiteral(" "))), QStringLiteral("loan.source"));
    QJsonObject json = builtinJson();
    json.insert(QStringLiteral("currency"), QStringLiteral("USD"));
    EXPECT_EQ(where(json), QStringLiteral("currency"));
    json = builtinJson();
    json.insert(QStringLiteral("loan"), 7);
    EXPECT_EQ(where(json), QStringLiteral("loan"));
}

TEST(ReadPolicy, quotas_mustAddUp)
{
    EXPECT_EQ(where(changedTarget([](QJsonObject &t) { t.insert(QStringLiteral("centres"), 251); })),
              QStringLiteral("targets[1].by_province"));
    EXPECT_EQ(where(changedTarget([](QJsonObject &t) {
                  QJsonObject provinces = t.value(QStringLiteral("by_province")).toObject();
                  provinces.insert(QStringLiteral("PK-PB"), QStringLiteral("many"));
                  t.insert(QStringLiteral("by_province"), provinces);
              })),
              QStringLiteral("targets[1].by_province.PK-PB"));
    EXPECT_EQ(where(changedTarget([](QJsonObject &t) { t.remove(QStringLiteral("by")); })),
              QStringLiteral("targets[1].by"));
    EXPECT_EQ(where(changedTarget([](QJsonObject &t) {
                  t.remove(QStringLiteral("by"));
                  t.remove(QStringLiteral("by_province"));
              })),
              QStringLiteral("targets"));
}

TEST(ReadPolicy, aDecidedSplit_isRead)
{
    const auto policy = readPolicy(changed("interest_subsidy", "ignite_bp", 6'000));
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->igniteShareBp, 6'000);
}

TEST(ReadPolicy, whatIsNoJsonObject_isMalformed)
{
    for (const char *text : {"", "[]", "7", "{\"version\":", "\xff"})
        EXPECT_EQ(readPolicy(QByteArray(text)).error().code, ErrorCode::Malformed) << text;
}

} // namespace
} // namespace markaz
