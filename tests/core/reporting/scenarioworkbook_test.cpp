// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook of a scenario, computed by LibreOffice Calc, against our own figures: to the paisa.
#include "core/reporting/scenarioworkbook.h"

#include "core/finance/levers.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

namespace markaz {
namespace {

Scenario programme()
{
    ScenarioLevers levers;
    levers.name = QStringLiteral("=1+1"); // a text, not a formula
    levers.shareBp = 7'500;
    levers.igniteBp = 6'000;
    levers.floats = true;
    levers.kiborBp = 1'237;
    levers.spreadBp = 300;
    levers.tenorMonths = 60;
    levers.graceMonths = 6;
    levers.loan = Paisa{812'345'678};
    levers.differBp = 2'000;
    levers.seats = 100;
    levers.rates = {Paisa::rupees(4'000), Paisa::rupees(3'500), Paisa::rupees(3'000)};
    levers.runningCost = Paisa::rupees(40'000);
    levers.occupancyBp = 6'000;
    levers.centres = {13, 7, 5};
    levers.firstPaidOut = QDate(2026, 12, 31); // a month's last day
    levers.spanMonths = 4;
    levers.budget = {{{2027}, Paisa::rupees(1'000'000), Paisa::rupees(500'000)}};
    Scenario scenario = scenarioOf(levers).value();
    scenario.subsidy.append({QDate(2028, 7, 1), 5'000, std::nullopt}); // and then nobody has decided
    scenario.loans[1].floats = false;
    scenario.loans[1].terms.markupBp = 0; // the annuity formula has no value there
    return scenario;
}

TEST(ScenarioWorkbook, tooManyMonths_areRefusedBeforeAnythingIsWritten)
{
    Scenario scenario = programme();
    scenario.loans.first().count = 1;
    const ScenarioLoan loan = scenario.loans.first();
    scenario.loans.fill(loan, 17'000);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.xlsx"));
    const auto done = writeScenarioWorkbook(scenario, path);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().code, ErrorCode::TooLarge);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(ScenarioWorkbook, unwritablePath_isNamed)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/s.xlsx"));
    const auto done = writeScenarioWorkbook(programme(), path);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().where, path);
}

TEST(ScenarioWorkbook, recalculated_comesToOurFiguresToThePaisa)
{
    QTemporaryDir folder;
    ASSERT_TRUE(folder.isValid());
    const QString path = folder.filePath(QStringLiteral("scenario.xlsx"));
    const auto done = writeScenarioWorkbook(programme(), path);
    ASSERT_TRUE(done.ok()) << qPrintable(done.ok() ? QString() : done.error().detail);
    ASSERT_GT(QFileInfo(path).size(), 10'000);
    if (const QByteArray keep = qgetenv("MARKAZ_KEEP_WORKBOOK"); !keep.isEmpty())
        QFile::copy(path, QFile::decodeName(keep));
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty())
        GTEST_SKIP() << "LibreOffice (soffice) is not installed";
    QProcess process;
    process.start(office, {QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")),
                           QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                           QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false"),
                           QStringLiteral("--outdir"), folder.path(), path});
    ASSERT_TRUE(process.waitForFinished(240'000)) << qPrintable(process.errorString());
    QFile answer(folder.filePath(QStringLiteral("scenario.csv"))); // the first sheet
    ASSERT_TRUE(answer.open(QIODevice::ReadOnly)) << process.readAllStandardError().toStdString();
    const QList<QByteArray> lines = answer.readAll().trimmed().split('\n');
    const auto cells = [&](qsizetype line) { return lines.value(line).split(','); };
    const auto paisa = [](const QByteArray &rupees) { return std::llround(rupees.toDouble() * 100); };

    auto run = ScenarioRun::open(programme());
    const ScenarioResult ours = run->result();
    EXPECT_EQ(paisa(cells(1).value(1)), ours.interest.subsidy().value);
    EXPECT_EQ(paisa(cells(2).value(1)), ours.interest.ignite.value);
    EXPECT_EQ(paisa(cells(3).value(1)), ours.interest.psdp.value);
    EXPECT_EQ(paisa(cells(4).value(1)), ours.interest.undecided.value);
    EXPECT_EQ(paisa(cells(5).value(1)), ours.interest.owner.value);
    EXPECT_EQ(cells(7).value(1).toLongLong(), ours.seats);
    EXPECT_EQ(cells(8).value(1).toLongLong(), ours.freelancers);
    EXPECT_EQ(paisa(cells(9).value(1)), ours.costPerSeat->value);
    EXPECT_EQ(paisa(cells(10).value(1)), ours.costPerFreelancer->value);
    for (qsizetype i = 0; i < 3; ++i) {
        EXPECT_EQ(cells(11 + i).value(1).toInt(), ours.tiers.at(i).above) << i;
        EXPECT_EQ(cells(11 + i).value(3).toInt(), ours.tiers.at(i).owners) << i;
    }
    ASSERT_EQ(lines.size(), 15 + ours.years.size());
    for (qsizetype i = 0; i < ours.years.size(); ++i) {
        const QList<QByteArray> row = cells(15 + i);
        const CostYear &year = ours.years.at(i);
        EXPECT_EQ(QString::fromLatin1(row.value(0)), year.year.toString());
        EXPECT_EQ(paisa(row.value(2)), year.interest.ignite.value) << i;
        EXPECT_EQ(paisa(row.value(3)), year.interest.psdp.value) << i;
        EXPECT_EQ(paisa(row.value(4)), year.interest.undecided.value) << i;
    }
}

} // namespace
} // namespace markaz
