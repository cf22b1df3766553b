// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/policybody.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

QByteArray bytesOf(const char *path)
{
    QFile file(QLatin1String(":/markaz/") + QLatin1String(path));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path;
    return file.readAll();
}

const Gazetteer &gazetteer()
{
    static const Gazetteer read = Gazetteer::read(bytesOf("reference/cities.csv"), bytesOf("reference/city-codes.csv"),
                                                  bytesOf("reference/provinces.geojson"))
                                      .value();
    return read;
}

QJsonObject builtinJson()
{
    return QJsonDocument::fromJson(bytesOf("policy/programme-1.json")).object();
}

PolicyBody builtin()
{
    return readPolicyBody(builtinJson()).value();
}

constexpr int kLahore = 1172451;
constexpr int kKarachi = 1174872;

/// One that says everything.
PolicyBody whole()
{
    PolicyBody body = builtin();
    body.figures.version = 2;
    body.note.clear();
    body.from = QDate(2027, 7, 1);
    body.budgets = {{FiscalYear{2026}, Paisa::rupees(500'000'000), Paisa::rupees(1'000'000'000)},
                    {FiscalYear{2027}, Paisa{}, Paisa::rupees(750'000'000)}};
    body.cityTiers = {{kLahore, 2}, {kKarachi, 1}};
    body.eEmployment = EEmploymentRule{1'000, 5};
    for (const char *path : {"in_force_from", "budgets[0]", "budgets[1]", "city_tiers", "e_employment"})
        body.figures.sources.insert(QLatin1String(path), QStringLiteral("Sample order of the ministry"));
    return body;
}

QStringList wrong(const PolicyBody &body)
{
    QStringList paths;
    for (const FigureFault &fault : policyFaults(body, gazetteer()))
        paths.append(fault.where);
    return paths;
}

/// What is wrong when \p change was done to one that is right.
template <class Change>
QStringList wrongWith(const Change &change)
{
    PolicyBody body = whole();
    change(body);
    return wrong(body);
}

QString refused(const QJsonObject &json)
{
    const auto read = readNewPolicy(json, gazetteer());
    return read ? QString() : read.error().where;
}

TEST(PolicyBody, versionOne_saysNothingBeyondItsFigures)
{
    const PolicyBody body = builtin();
    EXPECT_FALSE(body.from.isValid());
    EXPECT_TRUE(body.budgets.isEmpty());
    EXPECT_TRUE(body.cityTiers.isEmpty());
    EXPECT_FALSE(body.eEmployment.has_value());
    EXPECT_EQ(toJson(body), builtinJson()) << "and is written as it was read";
    EXPECT_EQ(wrong(body), QStringList());
}

TEST(PolicyBody, whatIsSaid_isReadBack)
{
    const auto read = readPolicyBody(toJson(whole()));
    ASSERT_TRUE(read) << qPrintable(read.error().detail);
    EXPECT_EQ(read->from, QDate(2027, 7, 1));
    EXPECT_EQ(read->budgets, whole().budgets);
    EXPECT_EQ(read->cityTiers, whole().cityTiers);
    EXPECT_EQ(read->eEmployment->leastShareBp, 1'000);
    EXPECT_EQ(read->eEmployment->leastStaff, 5);
    EXPECT_EQ(read->figures.sources, whole().figures.sources);
    EXPECT_EQ(wrong(whole()), QStringList());
    EXPECT_EQ(refused(toJson(whole())), QString());
}

RC_GTEST_PROP(PolicyBody, anyThatMayBePublished_isWrittenAndReadBackTheSame, ())
{
    PolicyBody body = builtin();
    body.note.clear();
    ProgrammePolicy &policy = body.figures;
    const auto upTo = [](qint64 least, qint64 most) { return *rc::gen::inRange<qint64>(least, most + 1); };
    const auto sourced = [&policy](const QString &path) {
        policy.sources.insert(path, QStringLiteral("Sample source, \"quoted\" پاکستان"));
    };
    policy.version = static_cast<int>(upTo(1, policy::kMostVersion));
    policy.seatRateFloor = Paisa{upTo(100, 50'000'000)};
    policy.seatRateCeiling = Paisa{upTo(50'000'000, 100'000'000)};
    policy.marketRateLow = Paisa{upTo(100, 50'000'000)};
    policy.marketRateHigh = Paisa{upTo(50'000'000, 100'000'000)};
    policy.loanCap = Paisa{upTo(100, 10'000'000'000'000)};
    policy.subsidyShareBp = static_cast<int>(upTo(0, 10'000));
    if (*rc::gen::arbitrary<bool>())
        policy.igniteShareBp = static_cast<int>(upTo(0, 10'000));
    CentreTarget &target = policy.targets.last();
    target.centres = 0;
    for (int &quota : target.byProvince) {
        quota = static_cast<int>(upTo(0, 900));
        target.centres += quota;
    }
    target.byProvince[QStringLiteral("PK-PB")] += 1; // a target of none is none
    target.centres += 1;
    if (*rc::gen::arbitrary<bool>()) {
        body.from = QDate(2026, 1, 1).addDays(upTo(0, 9'000));
        sourced(QStringLiteral("in_force_from"));
    }
    const qint64 years = upTo(0, 6);
    for (int i = 0; i < years; ++i) {
        body.budgets.append({FiscalYear{2026 + i}, Paisa{upTo(0, 100'000'000'000'000)}, Paisa{upTo(0, 1'000)}});
        sourced(QStringLiteral("budgets[%1]").arg(i));
    }
    const qint64 cities = upTo(0, 20);
    for (int i = 0; i < cities; ++i) {
        const City &city = gazetteer().cities().at(upTo(0, gazetteer().cities().size() - 1));
        body.cityTiers.insert(city.id, static_cast<int>(upTo(1, 3)));
        sourced(QStringLiteral("city_tiers"));
    }
    if (*rc::gen::arbitrary<bool>()) {
        EEmploymentRule rule;
        rule.leastShareBp = static_cast<int>(upTo(1, 10'000));
        if (*rc::gen::arbitrary<bool>())
            rule.leastStaff = static_cast<int>(upTo(1, 10'000));
        body.eEmployment = rule;
        sourced(QStringLiteral("e_employment"));
    }
    const QJsonObject json = toJson(body);
    // As it travels: through bytes, whose numbers are doubles for whoever reads them.
    const QJsonObject sent = QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
    const auto read = readNewPolicy(sent, gazetteer());
    RC_ASSERT(read.ok());
    RC_ASSERT(toJson(*read) == json);
    RC_ASSERT(read->figures.loanCap == policy.loanCap);
    RC_ASSERT(read->budgets == body.budgets);
    RC_ASSERT(changesBetween(body, *read).isEmpty());
}

TEST(PolicyFaults, sharesAboveTheWhole_andAbsurdAmounts_areNamed)
{
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.subsidyShareBp = 10'001; }),
              QStringList{QStringLiteral("interest_subsidy.share_bp")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.igniteShareBp = -1; }),
              QStringList{QStringLiteral("interest_subsidy.ignite_bp")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.seatRateCeiling = Paisa::rupees(1'000'001); }),
              QStringList{QStringLiteral("seat_rate.ceiling_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.seatRateCeiling = Paisa::rupees(2'999); }),
              QStringList{QStringLiteral("seat_rate.ceiling_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.loanCap = Paisa{}; }),
              QStringList{QStringLiteral("loan.cap_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.loanCap = Paisa{10'000'000'000'001}; }),
              QStringList{QStringLiteral("loan.cap_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.budgets[1].psdp = Paisa{-1}; }),
              QStringList{QStringLiteral("budgets[1].psdp_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.budgets[0].ignite = Paisa{100'000'000'000'001}; }),
              QStringList{QStringLiteral("budgets[0].ignite_paisa")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.eEmployment->leastShareBp = 10'001; }),
              QStringList{QStringLiteral("e_employment.least_share_bp")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.eEmployment = EEmploymentRule{}; }),
              QStringList{QStringLiteral("e_employment.least_share_bp")});
}

TEST(PolicyFaults, quotasThatDoNotAddUp_areNamedWithBothSums)
{
    PolicyBody body = whole();
    body.figures.targets.last().byProvince[QStringLiteral("PK-SD")] += 3;
    const QList<FigureFault> faults = policyFaults(body, gazetteer());
    ASSERT_EQ(faults.size(), 1);
    EXPECT_EQ(faults.first().where, QStringLiteral("targets[1].by_province"));
    EXPECT_EQ(faults.first().reason, FigureFault::Reason::Sum);
    EXPECT_EQ(faults.first().least, 253);
    EXPECT_EQ(faults.first().most, 250);
    EXPECT_EQ(refused(toJson(body)), QStringLiteral("targets[1].by_province"));
}

TEST(PolicyFaults, placesAndYearsThatThereAreNot_areNamed)
{
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.figures.targets.last().byProvince.insert(QStringLiteral("PK-XX"), 0); }),
              QStringList{QStringLiteral("targets[1].by_province.PK-XX")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.cityTiers.insert(1, 2); }),
              QStringList{QStringLiteral("city_tiers.tiers.1")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.cityTiers[kLahore] = 4; }),
              QStringList{QStringLiteral("city_tiers.tiers.1172451")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.budgets[1].year = b.budgets[0].year; }),
              QStringList{QStringLiteral("budgets[1].fiscal_year")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.budgets[0].year = FiscalYear{1999}; }),
              QStringList{QStringLiteral("budgets[0].fiscal_year")});
    EXPECT_EQ(wrongWith([](PolicyBody &b) { b.from = QDate(2100, 1, 1); }),
              QStringList{QStringLiteral("in_force_from.value")});
}

TEST(PolicyFaults, aFigureWithoutASource_isNamed)
{
    const PolicyBody right = whole();
    for (auto it = right.figures.sources.begin(); it != right.figures.sources.end(); ++it) {
        EXPECT_EQ(wrongWith([&it](PolicyBody &b) { b.figures.sources.remove(it.key()); }),
                  QStringList{it.key() + QStringLiteral(".source")});
        EXPECT_EQ(wrongWith([&it](PolicyBody &b) { b.figures.sources[it.key()] = QString(1'001, u'a'); }),
                  QStringList{it.key() + QStringLiteral(".source")});
    }
}

TEST(PolicyFaults, allOfThemAreNamedAtOnce)
{
    EXPECT_EQ(wrongWith([](PolicyBody &b) {
                  b.figures.subsidyShareBp = 20'000;
                  b.figures.loanCap = Paisa{-5};
                  b.cityTiers.insert(7, 9);
              }),
              (QStringList{QStringLiteral("loan.cap_paisa"), QStringLiteral("interest_subsidy.share_bp"),
                           QStringLiteral("city_tiers.tiers.7"), QStringLiteral("city_tiers.tiers.7")}));
}

TEST(NewPolicy, namesThatMeanNothing_areRefused_andStillRead)
{
    const QJsonObject right = toJson(whole());
    const auto into = [&right](const char *section) {
        QJsonObject json = right;
        QJsonObject object = json.value(QLatin1String(section)).toObject();
        object.insert(QStringLiteral("celing_paisa"), 1);
        json.insert(QLatin1String(section), object);
        return json;
    };
    QJsonObject json = right;
    json.insert(QStringLiteral("quotas"), 1);
    EXPECT_EQ(refused(json), QStringLiteral("quotas"));
    for (const char *section : {"programme_start", "seat_rate", "market_seat_rate", "loan", "interest_subsidy",
                                "larger_city_minimum", "in_force_from", "city_tiers", "e_employment"}) {
        EXPECT_EQ(refused(into(section)), QLatin1String(section) + QStringLiteral(".celing_paisa"));
        EXPECT_TRUE(readPolicyBody(into(section))) << section << ": a newer program may have written it";
    }
    for (const char *list : {"targets", "budgets"}) {
        json = right;
        QJsonArray entries = json.value(QLatin1String(list)).toArray();
        QJsonObject entry = entries.first().toObject();
        entry.insert(QStringLiteral("colour"), QStringLiteral("green"));
        entries.replace(0, entry);
        json.insert(QLatin1String(list), entries);
        EXPECT_EQ(refused(json), QLatin1String(list) + QStringLiteral("[0].colour"));
    }
}

TEST(NewPolicy, whatIsNoFigure_isRefusedWithItsPath)
{
    const auto with = [](const char *name, const QJsonValue &value) {
        QJsonObject json = toJson(whole());
        json.insert(QLatin1String(name), value);
        return refused(json);
    };
    const QJsonObject budget{{QStringLiteral("fiscal_year"), QStringLiteral("2026-28")},
                             {QStringLiteral("ignite_paisa"), 1},
                             {QStringLiteral("psdp_paisa"), 1},
                             {QStringLiteral("source"), QStringLiteral("Sample")}};
    EXPECT_EQ(with("budgets", QJsonArray{budget}), QStringLiteral("budgets[0].fiscal_year"));
    EXPECT_EQ(with("budgets", 7), QStringLiteral("budgets"));
    EXPECT_EQ(with("budgets", QJsonArray{7}), QStringLiteral("budgets[0]"));
    EXPECT_EQ(with("in_force_from", QJsonObject{{QStringLiteral("value"), QStringLiteral("2026-13-01")},
                                                {QStringLiteral("source"), QStringLiteral("Sample")}}),
              QStringLiteral("in_force_from.value"));
    EXPECT_EQ(with("city_tiers", QJsonObject{{QStringLiteral("tiers"), QJsonObject{{QStringLiteral("Lahore"), 2}}},
                                             {QStringLiteral("source"), QStringLiteral("Sample")}}),
              QStringLiteral("city_tiers.tiers.Lahore"));
    EXPECT_EQ(with("e_employment", QJsonObject{{QStringLiteral("source"), QStringLiteral("Sample")}}),
              QStringLiteral("e_employment.least_share_bp"));
}

TEST(PolicyChanges, areWhatDiffers_withBothValues)
{
    PolicyBody after = builtin();
    after.figures.version = 2;
    EXPECT_TRUE(changesBetween(builtin(), after).isEmpty()) << "a number of its own changes no figure";
    after.figures.seatRateCeiling = Paisa::rupees(4'500);
    after.figures.igniteShareBp = 6'000;
    after.budgets = {{FiscalYear{2026}, Paisa::rupees(1), Paisa::rupees(2)}};
    const QList<PolicyChange> changes = changesBetween(builtin(), after);
    QStringList keys;
    for (const PolicyChange &change : changes)
        keys.append(change.key);
    EXPECT_EQ(keys, (QStringList{
                        QStringLiteral("seat_rate.ceiling_paisa"), QStringLiteral("interest_subsidy.ignite_bp"),
                        QStringLiteral("budgets.2026-27.ignite_paisa"), QStringLiteral("budgets.2026-27.psdp_paisa")}));
    EXPECT_EQ(changes.at(0).before, QJsonValue(400'000));
    EXPECT_EQ(changes.at(0).after, QJsonValue(450'000));
    EXPECT_TRUE(changes.at(1).before.isNull()) << "undecided is said";
    EXPECT_TRUE(changes.at(2).before.isUndefined()) << "and no budget is not";
    const QList<PolicyChange> back = changesBetween(after, builtin());
    ASSERT_EQ(back.size(), 4);
    EXPECT_TRUE(back.last().after.isUndefined());
    EXPECT_EQ(back.last().before, QJsonValue(200));
}

TEST(EEmploymentRule, goesByWhatWasReported_withoutRounding)
{
    const EEmploymentRule tenth{1'000, std::nullopt};
    EXPECT_EQ(eEmploymentOf(std::nullopt, 10, 10), EEmployment::NoRule);
    EXPECT_EQ(eEmploymentOf(tenth, 90, 10), EEmployment::Counts);
    EXPECT_EQ(eEmploymentOf(tenth, 91, 10), EEmployment::CountsNot) << "9.90 %";
    EXPECT_EQ(eEmploymentOf(tenth, 9'001, 1'000), EEmployment::CountsNot) << "9.999 % are not 10 %";
    EXPECT_EQ(eEmploymentOf(tenth, 0, 0), EEmployment::CountsNot) << "an empty centre employs nobody";
    const EEmploymentRule five{std::nullopt, 5};
    EXPECT_EQ(eEmploymentOf(five, 500, 5), EEmployment::Counts);
    EXPECT_EQ(eEmploymentOf(five, 0, 4), EEmployment::CountsNot);
    const EEmploymentRule both{1'000, 5};
    EXPECT_EQ(eEmploymentOf(both, 36, 4), EEmployment::CountsNot) << "the share alone does not do";
    EXPECT_EQ(eEmploymentOf(both, 100, 5), EEmployment::CountsNot) << "nor the number alone";
    EXPECT_EQ(eEmploymentOf(both, 45, 5), EEmployment::Counts);
}

} // namespace
} // namespace markaz
