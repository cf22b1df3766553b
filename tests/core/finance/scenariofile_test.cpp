// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/scenariofile.h"

#include "core/finance/financejson.h"
#include "tests/core/finance/scenariofixture.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

namespace markaz {
namespace {

using Reason = FigureFault::Reason;

Scenario whole()
{
    Scenario scenario = test::mixedScenario();
    scenario.subsidy.append({QDate(2028, 7, 1), 5'000, std::nullopt});
    scenario.budget = {{{2026}, Paisa{200'000'000}, Paisa{300'000'000}}};
    scenario.loans[1].freelancers = 55;
    scenario.loans[1].centre.reported = {{Month::parse(QStringLiteral("2027-05")).value(), 40, Paisa::rupees(3'200)}};
    scenario.uncertainty = Uncertainty{50, 9'007'199'254'740'991ULL, 900, 1'500, 5'000, 9'000};
    return scenario;
}

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

/// The fault of the whole scenario after \p path was set to \p value; Undefined takes it away.
FigureFault after(const QString &path, const QJsonValue &value)
{
    QJsonObject json = toJson(whole());
    const QStringList names = path.split(QLatin1Char('.'));
    if (names.size() == 1) {
        json.insert(path, value);
        if (value.isUndefined())
            json.remove(path);
    } else if (names.size() == 2) { // "uncertainty.seed", "loans.tier": of the second loan
        const bool list = json.value(names[0]).isArray();
        QJsonArray entries = json.value(names[0]).toArray();
        QJsonObject entry = list ? entries.last().toObject() : json.value(names[0]).toObject();
        if (list && names[0] == QLatin1String("loans"))
            entry = entries.at(1).toObject();
        if (value.isUndefined())
            entry.remove(names[1]);
        else
            entry.insert(names[1], value);
        if (list)
            entries.replace(names[0] == QLatin1String("loans") ? 1 : entries.size() - 1, entry);
        json.insert(names[0], list ? QJsonValue(entries) : QJsonValue(entry));
    }
    const auto read = readScenario(bytesOf(json));
    return std::holds_alternative<FigureFault>(read) ? std::get<FigureFault>(read) : FigureFault{};
}

testing::AssertionResult isFault(const FigureFault &fault, Reason reason, const char *where)
{
    if (fault.reason == reason && fault.where == QLatin1String(where))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << fault.where.toStdString() << ": " << fault.error().detail.toStdString();
}

TEST(ReadScenario, comesBackAsItWasWritten)
{
    const auto read = readScenario(bytesOf(toJson(whole())));
    ASSERT_TRUE(std::holds_alternative<Scenario>(read)) << std::get<FigureFault>(read).error().detail.toStdString();
    const Scenario &scenario = std::get<Scenario>(read);
    EXPECT_EQ(toJson(scenario), toJson(whole()));
    EXPECT_EQ(scenario.loans[1].freelancers, 55);
    EXPECT_EQ(scenario.loans[1].centre.reported.first().seatsTaken, 40);
    EXPECT_EQ(scenario.uncertainty->seed, 9'007'199'254'740'991ULL);
    EXPECT_TRUE(scenario.loans[0].floats);
    EXPECT_FALSE(scenario.subsidy[1].igniteShareBp);
}

TEST(ReadScenario, eachBadFigureIsNamedByItsPath)
{
    EXPECT_TRUE(isFault(after(QStringLiteral("name"), QStringLiteral("  ")), Reason::NoText, "name"));
    EXPECT_TRUE(isFault(after(QStringLiteral("kibor_bp"), 10'001), Reason::Range, "kibor_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("kibor_bp"), QJsonValue::Undefined), Reason::Missing, "kibor_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("kibor"), 5), Reason::Unknown, "kibor"));
    EXPECT_TRUE(isFault(after(QStringLiteral("subsidy"), QJsonArray()), Reason::Missing, "subsidy"));
    EXPECT_TRUE(isFault(after(QStringLiteral("subsidy.share_bp"), 10'001), Reason::Range, "subsidy[1].share_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("subsidy.ignite_bp"), -1), Reason::Range, "subsidy[1].ignite_bp"));
    EXPECT_TRUE(
        isFault(after(QStringLiteral("subsidy.from"), QStringLiteral("2028-02-30")), Reason::NoDay, "subsidy[1].from"));
    EXPECT_TRUE(
        isFault(after(QStringLiteral("subsidy.from"), QJsonValue::Undefined), Reason::Missing, "subsidy[1].from"));
    EXPECT_TRUE(isFault(after(QStringLiteral("budget.fiscal_year"), QStringLiteral("2026")), Reason::NoYear,
                        "budget[0].fiscal_year"));
    EXPECT_TRUE(isFault(after(QStringLiteral("budget.psdp_paisa"), -1), Reason::Range, "budget[0].psdp_paisa"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans"), QJsonArray()), Reason::Missing, "loans"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans"), 7), Reason::NoList, "loans"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans"), QJsonArray{7}), Reason::NoObject, "loans[0]"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.tier"), 0), Reason::Range, "loans[1].tier"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.principal_paisa"), -1), Reason::Range, "loans[1].principal_paisa"));
    EXPECT_TRUE(
        isFault(after(QStringLiteral("loans.principal_paisa"), 1e15), Reason::Range, "loans[1].principal_paisa"));
    EXPECT_TRUE(
        isFault(after(QStringLiteral("loans.principal_paisa"), 0.5), Reason::Range, "loans[1].principal_paisa"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.spread_bp"), 100), Reason::OneOf, "loans[1].markup_bp"));
    EXPECT_TRUE(
        isFault(after(QStringLiteral("loans.markup_bp"), QJsonValue::Undefined), Reason::OneOf, "loans[1].markup_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.tenor_months"), 601), Reason::Range, "loans[1].tenor_months"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.grace_months"), 60), Reason::Grace, "loans[1].grace_months"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.paid_out"), QStringLiteral("1999-12-31")), Reason::NoDay,
                        "loans[1].paid_out"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.seats"), 39), Reason::Range, "loans[1].reported[0].seats_taken"));
    EXPECT_TRUE(isFault(after(QStringLiteral("loans.occupency_bp"), 5), Reason::Unknown, "loans[1].occupency_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("uncertainty.trials"), 0), Reason::Range, "uncertainty.trials"));
    EXPECT_TRUE(isFault(after(QStringLiteral("uncertainty.kibor_bp"), QJsonArray{1'500, 900}), Reason::Range,
                        "uncertainty.kibor_bp[1]"));
    EXPECT_TRUE(isFault(after(QStringLiteral("uncertainty.kibor_bp"), QJsonArray{1'500}), Reason::NoPair,
                        "uncertainty.kibor_bp"));
    EXPECT_TRUE(isFault(after(QStringLiteral("uncertainty.kibor_bp"), QJsonArray{900, 9'701}), Reason::Range,
                        "loans[0].spread_bp"));
}

TEST(ReadScenario, aMonthOrAYearThatStandsTwiceIsNamed)
{
    Scenario scenario = whole();
    scenario.loans[1].centre.reported.append(scenario.loans[1].centre.reported.first());
    const auto month = readScenario(bytesOf(toJson(scenario)));
    EXPECT_TRUE(isFault(std::get<FigureFault>(month), Reason::Twice, "loans[1].reported[1].month"));
    scenario = whole();
    scenario.budget.append(scenario.budget.first());
    const auto year = readScenario(bytesOf(toJson(scenario)));
    EXPECT_TRUE(isFault(std::get<FigureFault>(year), Reason::Twice, "budget[1].fiscal_year"));
}

TEST(ReadScenario, tooMuchTogetherIsNamed)
{
    Scenario scenario = whole();
    scenario.loans[2].count = 99'999;
    EXPECT_TRUE(isFault(std::get<FigureFault>(readScenario(bytesOf(toJson(scenario)))), Reason::Sum, "loans[2].count"));
    scenario.loans[2].count = 11;
    scenario.loans[2].terms.principal = Paisa{10'000'000'000'000};
    EXPECT_TRUE(isFault(std::get<FigureFault>(readScenario(bytesOf(toJson(scenario)))), Reason::Sum,
                        "loans[2].principal_paisa"));
}

TEST(ReadScenario, whatIsNoJsonObject_isMalformed)
{
    for (const char *text : {"", "[]", "7", "{\"name\":", "\xff"}) {
        const auto read = readScenario(text);
        ASSERT_TRUE(std::holds_alternative<FigureFault>(read)) << text;
        EXPECT_EQ(std::get<FigureFault>(read).error().code, ErrorCode::Malformed) << text;
    }
}

TEST(FinanceJson, namesEachFigureOfAScenario)
{
    const Scenario scenario = test::smallScenario();
    auto run = ScenarioRun::open(scenario);
    ASSERT_TRUE(run);
    const QJsonObject json =
        toJson(scenario, run->result(), {breakEvenOf(scenario, scenario.loans.first()).value()}, {});
    EXPECT_EQ(json.value(QStringLiteral("cost")).toObject().value(QStringLiteral("subsidy_paisa")).toInt(), 7'200);
    EXPECT_EQ(json.value(QStringLiteral("cost_per_seat_paisa")).toInt(), 240);
    const QJsonObject year = json.value(QStringLiteral("years")).toArray().first().toObject();
    EXPECT_EQ(year.value(QStringLiteral("fiscal_year")).toString(), QStringLiteral("2025-26"));
    EXPECT_EQ(year.value(QStringLiteral("ignite_paisa")).toInt(), 2'160);
    EXPECT_TRUE(year.value(QStringLiteral("budget")).isNull());
    const QJsonObject loan = json.value(QStringLiteral("loans")).toArray().first().toObject();
    EXPECT_EQ(loan.value(QStringLiteral("occupancy_needed_bp")).toInt(), 6'080);
    EXPECT_EQ(loan.value(QStringLiteral("above_break_even")), QJsonValue(true));
    EXPECT_FALSE(json.contains(QStringLiteral("bands")));
}

} // namespace
} // namespace markaz
