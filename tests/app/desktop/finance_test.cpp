// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `markaz finance`, the real program.
#include "app/desktop/financecommand.h"
#include "core/finance/amortisation.h"
#include "tests/support/childprocess.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::desktop {
namespace {

struct FinanceRun
{
    FinanceExit how = FinanceExit::Failed;
    QString out;
    QString err;
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

FinanceRun run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    test::bindToUs(process, 9);
    process.start(test::desktopProgram(), QStringList{QStringLiteral("finance")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    EXPECT_TRUE(process.waitForFinished(60'000));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    return {static_cast<FinanceExit>(process.exitCode()), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

FinanceRun schedule(const char *options)
{
    return run(QStringList{QStringLiteral("schedule")} +
               QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

FinanceRun scenario(const QByteArray &json, const QStringList &options = {QStringLiteral("--json")})
{
    return run(QStringList{QStringLiteral("scenario"), QStringLiteral("-")} + options, json);
}

/// Three owners in tier 2, as tests/core/finance/scenariofixture.h has them by hand; each figure may be changed.
QByteArray small(const QByteArray &was = {}, const QByteArray &is = {})
{
    QByteArray json = R"({
        "name": "small",
        "subsidy": [{"share_bp": 5000, "ignite_bp": 6000}],
        "budget": [{"fiscal_year": "2025-26", "ignite_paisa": 2000, "psdp_paisa": 2000}],
        "loans": [{"name": "alike", "tier": 2, "count": 3, "principal_paisa": 120000, "markup_bp": 1200,
                   "tenor_months": 4, "grace_months": 3, "paid_out": "2026-04-30", "seats": 10,
                   "seat_rate_paisa": 20000, "running_cost_paisa": 1000, "occupancy_bp": 6080,
                   "reported": [{"month": "2026-05", "seats_taken": 1, "seat_rate_paisa": 20000},
                                {"month": "2026-06", "seats_taken": 2, "seat_rate_paisa": 20000}]}],
        "uncertainty": {"trials": 5, "seed": 7, "kibor_bp": [800, 1600], "occupancy_bp": [6000, 6079]}
    })";
    if (!was.isEmpty()) {
        EXPECT_TRUE(json.contains(was)) << was.toStdString();
        json.replace(was, is);
    }
    return json;
}

// domain.md: Rs 10 million over 24 months without interest is Rs 416,667 a month; 100 full seats at Rs 3,500 bring Rs
// 350,000.
TEST(Finance, schedule_saysWhatACentreHasToEarn)
{
    const FinanceRun ran = schedule("--principal 10,000,000 --rate 0 --tenor 24 --seats 100 --seat-rate 3,500 --json");
    ASSERT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    const QJsonObject json = ran.json();
    const QJsonArray months = json.value(QStringLiteral("months")).toArray();
    ASSERT_EQ(months.size(), 24);
    EXPECT_EQ(months.first().toObject().value(QStringLiteral("instalment_paisa")).toInt(), 41'666'667);
    EXPECT_FALSE(months.first().toObject().contains(QStringLiteral("due")));
    const QJsonObject centre = json.value(QStringLiteral("break_even")).toObject();
    EXPECT_EQ(centre.value(QStringLiteral("occupancy_needed_bp")).toInt(), 11'905);
    EXPECT_EQ(centre.value(QStringLiteral("above_break_even")), QJsonValue(false));
    EXPECT_EQ(centre.value(QStringLiteral("turns_in_month")).toInt(), 25);
}

TEST(Finance, schedule_isTheOneOfThePages)
{
    const FinanceRun ran = schedule("--principal 10000000 --rate 22.5 --tenor 60 --grace 6 --subsidy 100% "
                                    "--ignite-share 60 --paid-out 2026-08-31 --json");
    ASSERT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    const auto rows = amortise({Paisa::rupees(10'000'000), 2'250, 60, 6});
    ASSERT_TRUE(rows);
    const QJsonArray months = ran.json().value(QStringLiteral("months")).toArray();
    ASSERT_EQ(months.size(), rows->size());
    for (qsizetype i = 0; i < months.size(); ++i) {
        const QJsonObject month = months.at(i).toObject();
        const auto of = [&](const char *name) { return month.value(QLatin1String(name)).toInteger(-1); };
        const InterestSplit split = splitInterest(rows->at(i).interest, 10'000, 6'000);
        EXPECT_EQ(of("month"), i + 1);
        EXPECT_EQ(of("interest_paisa"), rows->at(i).interest.value);
        EXPECT_EQ(of("principal_paisa"), rows->at(i).principal.value);
        EXPECT_EQ(of("balance_paisa"), rows->at(i).balance.value);
        EXPECT_EQ(of("ignite_paisa"), split.ignite.value);
        EXPECT_EQ(of("psdp_paisa"), split.psdp.value);
        EXPECT_EQ(of("owner_pays_paisa"), rows->at(i).principal.value);
    }
    EXPECT_EQ(months.first().toObject().value(QStringLiteral("due")).toString(), QStringLiteral("2026-09-30"));
    EXPECT_EQ(ran.json().value(QStringLiteral("years")).toArray().size(), 6) << "2026-27 to 2031-32";
}

TEST(Finance, schedule_withoutJson_isATable)
{
    const FinanceRun ran = schedule("--principal 1,000.00 --rate 12 --tenor 3 --subsidy 50");
    ASSERT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    const QStringList lines = ran.out.trimmed().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 5) << "names, three months, the totals";
    EXPECT_EQ(lines[1], QStringLiteral("1\t-\t340.03\t330.03\t10.00\t5.00\t0.00\t0.00\t5.00\t669.97"));
    EXPECT_TRUE(lines[4].startsWith(QStringLiteral("total\t-\t1020.07\t1000.00\t20.07"))) << qPrintable(lines[4]);
}

TEST(Finance, schedule_whatIsWrong_namesTheOption)
{
    const QList<std::pair<const char *, const char *>> all{
        {"--rate 12 --tenor 3", "--principal"},
        {"--principal 1000 --tenor 3", "--rate"},
        {"--principal 1000 --rate 12", "--tenor"},
        {"--principal=-1000 --rate 12 --tenor 3", "--principal"},
        {"--principal 0 --rate 12 --tenor 3", "--principal"},
        {"--principal 100000000000.01 --rate 12 --tenor 3", "--principal"},
        {"--principal 1000 --rate=-1 --tenor 3", "--rate"},
        {"--principal 1000 --rate 100.01 --tenor 3", "--rate"},
        {"--principal 1000 --rate 12.345 --tenor 3", "--rate"},
        {"--principal 1000 --rate 12 --tenor 601", "--tenor"},
        {"--principal 1000 --rate 12 --tenor 3.5", "--tenor"},
        {"--principal 1000 --rate 12 --tenor 3 --grace 3", "--grace"},
        {"--principal 1000 --rate 12 --tenor 3 --grace=-1", "--grace"},
        {"--principal 1000 --rate 12 --tenor 3 --subsidy 101", "--subsidy"},
        {"--principal 1000 --rate 12 --tenor 3 --subsidy 50 --ignite-share 100.5", "--ignite-share"},
        {"--principal 1000 --rate 12 --tenor 3 --paid-out 2026-02-30", "--paid-out"},
        {"--principal 1000 --rate 12 --tenor 3 --seats 10", "--seat-rate"},
        {"--principal 1000 --rate 12 --tenor 3 --occupancy 50", "--occupancy"},
        {"--principal 1000 --rate 12 --tenor 3 --seats 0 --seat-rate 3500", "--seats"},
        {"--principal 1000 --rate 12 --tenor 3 --sums", "sums"},
        {"--principal 1000 --rate 12 --tenor 3 more", "more"},
    };
    for (const auto &[options, named] : all) {
        const FinanceRun ran = schedule(options);
        EXPECT_EQ(ran.how, FinanceExit::Usage) << options;
        EXPECT_TRUE(ran.out.isEmpty()) << options;
        EXPECT_TRUE(ran.err.contains(QLatin1String(named))) << options << ": " << qPrintable(ran.err);
        EXPECT_TRUE(ran.err.contains(QStringLiteral("See markaz finance schedule --help."))) << qPrintable(ran.err);
    }
}

TEST(Finance, scenario_givesCostsBreakEvenAndBands)
{
    const FinanceRun ran = scenario(small());
    ASSERT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    const QJsonObject json = ran.json();
    const QJsonObject year = json.value(QStringLiteral("years")).toArray().first().toObject();
    EXPECT_EQ(year.value(QStringLiteral("fiscal_year")).toString(), QStringLiteral("2025-26"));
    EXPECT_EQ(year.value(QStringLiteral("ignite_paisa")).toInt(), 2'160);
    EXPECT_EQ(year.value(QStringLiteral("psdp_paisa")).toInt(), 1'440);
    const QJsonObject budget = year.value(QStringLiteral("budget")).toObject();
    EXPECT_EQ(budget.value(QStringLiteral("left_ignite_paisa")).toInt(), -160) << "more than was budgeted";
    EXPECT_EQ(budget.value(QStringLiteral("left_psdp_paisa")).toInt(), 560);
    EXPECT_EQ(json.value(QStringLiteral("cost_per_seat_paisa")).toInt(), 240);
    const QJsonObject tier = json.value(QStringLiteral("tiers")).toArray().first().toObject();
    EXPECT_EQ(tier.value(QStringLiteral("above_break_even_bp")).toInt(), 10'000);
    const QJsonObject loan = json.value(QStringLiteral("loans")).toArray().first().toObject();
    EXPECT_EQ(loan.value(QStringLiteral("occupancy_needed_bp")).toInt(), 6'080);
    const QJsonObject bands = json.value(QStringLiteral("bands")).toObject();
    EXPECT_EQ(bands.value(QStringLiteral("subsidy_paisa")).toArray(), (QJsonArray{7'200, 7'200, 7'200, 7'200, 7'200}))
        << "no loan floats";
    EXPECT_EQ(bands.value(QStringLiteral("tiers"))
                  .toArray()
                  .first()
                  .toObject()
                  .value(QStringLiteral("above_break_even_bp"))
                  .toArray(),
              (QJsonArray{0, 0, 0, 0, 0}))
        << "60.79 % is not enough";
    EXPECT_EQ(scenario(small()).out, ran.out);
}

TEST(Finance, scenario_withoutJson_saysEachFigureInALine)
{
    const FinanceRun ran = scenario(small(), {});
    ASSERT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    for (const char *line :
         {"cost_per_seat\t2.40\n", "year\t2025-26\t36.00\t21.60\t14.40\t0.00\t4.00\n", "tier\t2\t3\t3\t100.00\n",
          "loan\talike\t1216.00\t7\t60.80\tyes\t1\t1\n", "band\tsubsidy\t72.00\t72.00\t72.00\t72.00\t72.00\n"})
        EXPECT_TRUE(ran.out.contains(QLatin1String(line))) << line << qPrintable(ran.out);
}

TEST(Finance, scenario_whatIsWrong_namesTheFigure)
{
    const QList<std::tuple<const char *, const char *, const char *>> all{
        {"120000", "-120000", "loans[0].principal_paisa"},
        {"120000", "1e300", "loans[0].principal_paisa"},
        {"\"tenor_months\": 4", "\"tenor_months\": 0", "loans[0].tenor_months"},
        {"\"grace_months\": 3", "\"grace_months\": 4", "loans[0].grace_months"},
        {"\"share_bp\": 5000", "\"share_bp\": 10001", "subsidy[0].share_bp"},
        {"\"ignite_bp\": 6000", "\"ignite_bp\": 10001", "subsidy[0].ignite_bp"},
        {"\"occupancy_bp\": 6080", "\"occupancy_bp\": 10001", "loans[0].occupancy_bp"},
        {"2026-06", "2026-05", "loans[0].reported[1].month"},
        {"\"seats_taken\": 2", "\"seats_taken\": 11", "loans[0].reported[1].seats_taken"},
        {"\"name\": \"alike\",", "", "loans[0].name"},
        {"occupancy_bp\": 6080", "ocupancy_bp\": 6080", "ocupancy_bp"},
        {"[800, 1600]", "[1600, 800]", "uncertainty.kibor_bp[1]"},
        {"\"name\": \"small\"", "\"name\": ", "JSON"},
    };
    for (const auto &[was, is, named] : all) {
        const FinanceRun ran = scenario(small(was, is));
        EXPECT_EQ(ran.how, FinanceExit::Refused) << is;
        EXPECT_TRUE(ran.out.isEmpty()) << is;
        EXPECT_TRUE(ran.err.contains(QLatin1String(named))) << is << ": " << qPrintable(ran.err);
        EXPECT_TRUE(ran.err.contains(QStringLiteral("Nothing was computed"))) << qPrintable(ran.err);
    }
}

TEST(Finance, scenario_fromAFile_orNone)
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("programme.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(small());
    file.close();
    const FinanceRun ran = run({QStringLiteral("scenario"), file.fileName(), QStringLiteral("--json")});
    EXPECT_EQ(ran.how, FinanceExit::Computed) << qPrintable(ran.err);
    EXPECT_EQ(ran.out, scenario(small()).out);
    for (const QString &other : {dir.path(), dir.filePath(QStringLiteral("none.json"))}) {
        const FinanceRun failed = run({QStringLiteral("scenario"), other});
        EXPECT_EQ(failed.how, FinanceExit::Failed) << qPrintable(other);
        EXPECT_TRUE(failed.err.contains(other)) << qPrintable(failed.err);
    }
    EXPECT_EQ(run({QStringLiteral("scenario")}).how, FinanceExit::Usage);
}

TEST(Finance, help_namesWhatItTakes)
{
    const FinanceRun both = run({QStringLiteral("--help")});
    EXPECT_EQ(both.how, FinanceExit::Computed);
    EXPECT_TRUE(both.out.contains(QStringLiteral("schedule")) && both.out.contains(QStringLiteral("scenario")));
    EXPECT_EQ(run({}).how, FinanceExit::Usage);
    EXPECT_EQ(run({QStringLiteral("loan")}).how, FinanceExit::Usage);
    const FinanceRun loan = schedule("--help");
    EXPECT_EQ(loan.how, FinanceExit::Computed);
    for (const char *option : {"Usage: markaz finance schedule", "--principal", "--rate", "--tenor", "--grace",
                               "--subsidy", "--ignite-share", "--paid-out", "--seats", "--occupancy", "--json"})
        EXPECT_TRUE(loan.out.contains(QLatin1String(option))) << option;
    EXPECT_FALSE(loan.out.contains(QStringLiteral("--profile"))) << "it reads nobody's records";
}

} // namespace
} // namespace markaz::desktop
