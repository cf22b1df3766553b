// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importmonths.h"

#include "tests/core/workflow/workflowfixture.h"

#include <QFile>

namespace markaz {
namespace {

/// It is 2026-11-24. LHE-0001 has a centre with 60 seats, under a certificate for 100.
class ImportMonthsTest : public test::WorkflowFixture
{
protected:
    ImportProgress m_progress;
    QList<RowFault> m_faults;
    QString m_centre;

    void SetUp() override
    {
        test::WorkflowFixture::SetUp();
        m_centre = centre(1, "Iqbal Centre");
    }
    QString centre(int number, const char *name)
    {
        const QString home = building("LHE", number);
        certificate(home, m_ids.next(), "full", "issued", "2026-06-01", "2028-05-31", {});
        return put(Entity::Centre, {{QStringLiteral("building"), home},
                                    {QStringLiteral("name"), QString::fromUtf8(name)},
                                    {QStringLiteral("seats"), 60},
                                    {QStringLiteral("seat_rate_paisa"), 350'000}});
    }
    ImportFile file(const QByteArray &csv)
    {
        ImportFile made{m_dir.filePath(QStringLiteral("months.csv")), {}, {}};
        QFile written(made.path);
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(csv);
        made.fields =
            monthColumns().guess(QString::fromUtf8(csv.left(csv.indexOf('\n'))).trimmed().split(QLatin1Char(',')), {});
        return made;
    }
    ImportMonths importing() { return {*m_workspace, m_progress}; }
    Result<ImportCount> check(const ImportFile &what, const Actor &actor)
    {
        m_faults.clear();
        return importing().check(actor, what, [this](const RowFault &fault, const CsvRow &) -> Result<void> {
            m_faults.append(fault);
            return {};
        });
    }
    Result<qint64> run(const ImportFile &what)
    {
        const auto count = check(what, m_chief);
        return count ? importing().run(m_chief, what, *count, false) : Result<qint64>(count.error());
    }
    OccupancyReport reported(const char *month)
    {
        const auto id = CentreRepository(*m_database).reportOf(m_centre, QLatin1String(month));
        EXPECT_TRUE(id.ok() && id->has_value()) << month;
        return m_records->requireAs<OccupancyReport>(id.ok() ? id->value_or(QString()) : QString()).value();
    }
};

TEST(MonthIn, isReadAsPeopleWriteIt)
{
    for (const char *text :
         {"2026-09",    "09/2026",  "9/2026",     "9.2026",     " 9-2026",        "Sept 2026",       "2026/09",
          "2026/9",     "2026.9",   "Sep 2026",   "sep-2026",   "SEPTEMBER 2026", "September, 2026", "Sep. 2026",
          "۲۰۲۶-۰۹",    "۹/۲۰۲۶",   "Sep-26",     "sep 26",     "Sep '26",        "2026-09-01",      "1/9/2026",
          "01-09-2026", "1.9.2026", "ستمبر 2026", "ستمبر ۲۰۲۶", "ستمبر، ۲۰۲۶"}) {
        const auto read = monthIn(QString::fromUtf8(text));
        ASSERT_TRUE(read.ok()) << text;
        EXPECT_EQ(read->toString(), QStringLiteral("2026-09")) << text;
    }
    for (const char *text : {"", "2026", "13/2026", "0/2026", "Okt 2026", "September", "2026-9", "02-09-2026",
                             "2026-09-30", "9/1/2026x", "9/26", "Sep 6", "ستمبر", "2026/13", "2026/0"})
        EXPECT_FALSE(monthIn(QString::fromUtf8(text)).ok()) << text;
}

TEST_F(ImportMonthsTest, goodRows_areRecordedTogether_withTheCentresSeatsAndRateWhereTheFileHasNone)
{
    const ImportFile what =
        file("Building code,Month,Occupied seats,Seats,Freelancers,DG Skills,Other staff,Seat rate (Rs),Trainings,"
             "Community events,Export earnings (USD)\n"
             "LHE-0001,2026-10,53,70,41,34,12,\"3,200\",1,2,\"1,250.50\"\n"
             "iqbal CENTRE,Sep 2026,۵۱,,40,33,9,,,,\n"
             "lhe-0001,2026-08,10,,0,0,0,\"۳٬۲۰۰\",,,0\n");
    m_signals.clear();
    const qsizetype before = owed().size();
    const auto count = check(what, m_chief);
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 3) << qPrintable(m_faults.isEmpty() ? QString() : m_faults.first().error.detail);
    EXPECT_EQ(owed().size(), before) << "a check writes nothing";
    const auto made = importing().run(m_chief, what, *count, false);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(*made, 3);
    EXPECT_EQ(owed().size(), before + 3);
    EXPECT_EQ(m_signals, QStringList()) << "whoever waits for it tells";
    const OccupancyReport october = reported("2026-10");
    EXPECT_EQ(october.seats(), 70);
    EXPECT_EQ(october.seatsTaken(), 53);
    EXPECT_EQ(october.dgSkills(), 34);
    EXPECT_EQ(october.otherStaff(), 12);
    EXPECT_EQ(october.seatRatePaisa(), 320'000);
    EXPECT_EQ(october.events(), 2);
    EXPECT_EQ(october.exportUsdCents(), 125'050);
    EXPECT_EQ(october.authorId(), m_chief.accountId);
    const OccupancyReport september = reported("2026-09");
    EXPECT_EQ(september.seatsTaken(), 51);
    EXPECT_EQ(september.seats(), 60);
    EXPECT_EQ(september.seatRatePaisa(), 350'000);
    EXPECT_FALSE(september.exportUsdCents()) << "not told is not nought";
    EXPECT_EQ(reported("2026-08").seatRatePaisa(), 320'000);
    EXPECT_EQ(reported("2026-08").exportUsdCents(), 0);
}

/// As spreadsheets and people here write them.
TEST_F(ImportMonthsTest, emptyCellsBehind_andAmountsAsOnBills_areRead)
{
    const auto count = run(file("centre,month,taken,freelancers,dg skills,staff,rate\n"
                                "LHE-0001,Sept 2026,20,15,9,5,\"3,500/-\",,\n"
                                "LHE-0001,2026/10,20,15,9,5,Rs 3200/=,\n"));
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(*count, 2) << qPrintable(m_faults.isEmpty() ? QString() : m_faults.first().error.detail);
    EXPECT_EQ(reported("2026-09").seatRatePaisa(), 350'000);
    EXPECT_EQ(reported("2026-10").seatRatePaisa(), 320'000);
}

/// The certificate was for 40 seats, was renewed for 100, and the centre has 60 by now: a file without seats says
/// nothing that could be wrong of the months before.
TEST_F(ImportMonthsTest, seatsThatTheFileDoesNotName_areAtMostThoseOfTheCertificateOfTheMonth)
{
    const QString home = fieldsOf(Entity::Centre, m_centre).value(QStringLiteral("building")).toString();
    certificate(home, m_ids.next(), "full", "superseded", "2026-01-01", "2026-05-31", {{QStringLiteral("seats"), 40}});
    ASSERT_EQ(run(file("centre,month,taken,freelancers,dg skills,staff\nLHE-0001,2026-05,20,15,9,5\n"
                       "LHE-0001,2026-10,20,15,9,5\n"))
                  .value(),
              2)
        << qPrintable(m_faults.isEmpty() ? QString() : m_faults.first().error.detail);
    EXPECT_EQ(reported("2026-05").seats(), 40);
    EXPECT_EQ(reported("2026-10").seats(), 60);
}

TEST_F(ImportMonthsTest, nameOfTwoOpenCentres_isNotTheClosedOnes)
{
    centre(2, "Al Noor");
    centre(3, "Al Noor");
    const QString closed = centre(4, "Al Noor");
    put(Entity::Centre,
        with(fieldsOf(Entity::Centre, closed), {{QStringLiteral("closed_on"), QStringLiteral("2026-09-30")}}), closed);
    ASSERT_TRUE(
        check(file("centre,month,taken,freelancers,dg skills,staff\nAl Noor,2026-09,20,15,9,5\n"), m_chief).ok());
    ASSERT_EQ(m_faults.size(), 1) << "it went into the one that is closed";
    EXPECT_EQ(m_faults.first().reason, RowReason::UnknownCentre);
}

TEST_F(ImportMonthsTest, name_isFoundWhicheverDigitsItIsWrittenWith)
{
    centre(2, "مرکز ۲");
    centre(3, "Centre 7");
    const auto count = check(file("centre,month,taken,freelancers,dg skills,staff\n"
                                  "مرکز ۲,2026-10,20,15,9,5\n"
                                  "مرکز 2,2026-09,20,15,9,5\n"
                                  "centre ۷,2026-10,20,15,9,5\n"
                                  "مرکز ۳,2026-10,20,15,9,5\n"),
                             m_chief);
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 3);
    ASSERT_EQ(m_faults.size(), 1);
    EXPECT_EQ(m_faults.first().line, 5);
}

TEST_F(ImportMonthsTest, closedCentre_isMeantWhereNoOpenOneIsCalledSo)
{
    const auto close = [this](const QString &id) {
        put(Entity::Centre,
            with(fieldsOf(Entity::Centre, id), {{QStringLiteral("closed_on"), QStringLiteral("2026-09-30")}}), id);
    };
    close(m_centre);
    const QByteArray csv = "centre,month,taken,freelancers,dg skills,staff\n"
                           "LHE-0001,2026-09,20,15,9,5\n"
                           "Iqbal Centre,2026-10,20,15,9,5\n";
    ASSERT_TRUE(check(file(csv), m_chief).ok());
    ASSERT_EQ(m_faults.size(), 1) << "it was closed with September";
    EXPECT_EQ(m_faults.first().error.where, QStringLiteral("month.closing"));
    put(Entity::Centre,
        {{QStringLiteral("building"), fieldsOf(Entity::Centre, m_centre).value(QStringLiteral("building"))},
         {QStringLiteral("name"), QStringLiteral("Iqbal Centre")},
         {QStringLiteral("seats"), 60},
         {QStringLiteral("seat_rate_paisa"), 350'000}});
    EXPECT_EQ(run(file(csv)).value(), 2) << "the one that is open is meant";
}

TEST_F(ImportMonthsTest, badRows_areToldWithTheirLineColumnAndReason)
{
    centre(2, "Twin");
    centre(3, "Twin");
    put(Entity::Centre, {{QStringLiteral("building"), building("LHE", 4)},
                         {QStringLiteral("name"), QStringLiteral("Bare")},
                         {QStringLiteral("seats"), 60},
                         {QStringLiteral("seat_rate_paisa"), 350'000}});
    const auto count = check(file("centre,month,taken,seats,freelancers,dg skills,staff,rate,export usd\n"
                                  "LHE-0001,2026-10,20,,9,5,4,,\n"
                                  "Iqbal Centre,10/2026,20,,9,5,4,,\n"
                                  "Twin,2026-10,20,,9,5,4,,\n"
                                  "Bare,2026-10,20,,9,5,4,,\n"
                                  ",2026-10,20,,9,5,4,,\n"
                                  "LHE-0001,soon,20,,9,5,4,,\n"
                                  "LHE-0001,2026-12,20,,9,5,4,,\n"
                                  "LHE-0001,2026-09,,,9,5,4,,\n"
                                  "LHE-0001,2026-09,61,,9,5,4,,\n"
                                  "LHE-0001,2026-09,20,101,9,5,4,,\n"
                                  "LHE-0001,2026-09,20,,5,6,4,,\n"
                                  "LHE-0001,2026-09,20,,-5,5,4,,\n"
                                  "LHE-0001,2026-09,many,,9,5,4,,\n"
                                  "LHE-0001,2026-09,20,,9,5,4,\"35,00\",\n"
                                  "LHE-0001,2026-09,20,,9,5,4,,-1\n"
                                  "LHE-0001,2026-09,20,,9,5,4,,,surplus\n"
                                  "LHE-0001,2026-09,20,,,5,4,,\n"
                                  "LHE-0001,2026-09,20,,9,,4,,\n"
                                  "LHE-0001,2026-09,20,,9,5,,,\n"),
                             m_chief);
    ASSERT_TRUE(count.ok()) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 1);
    QStringList told;
    for (const RowFault &fault : std::as_const(m_faults))
        told.append(QStringLiteral("%1 %2 %3").arg(fault.line).arg(fault.field, fault.value));
    EXPECT_EQ(told, (QStringList{QStringLiteral("3 month 2026-10"), QStringLiteral("4 centre Twin"),
                                 QStringLiteral("5 centre 2026-10"), QStringLiteral("6 centre "),
                                 QStringLiteral("7 month soon"), QStringLiteral("8 month 2026-12"),
                                 QStringLiteral("9 seats_taken "), QStringLiteral("10 seats_taken 2026-09"),
                                 QStringLiteral("11 seats 2026-09"), QStringLiteral("12 dg_skills 2026-09"),
                                 QStringLiteral("13 freelancers 2026-09"), QStringLiteral("14 seats_taken many"),
                                 QStringLiteral("15 seat_rate 35,00"), QStringLiteral("16 export_usd -1"),
                                 QStringLiteral("17  "), QStringLiteral("18 freelancers "),
                                 QStringLiteral("19 dg_skills "), QStringLiteral("20 other_staff ")}));
    EXPECT_EQ(m_faults.first().alikeLine, 2);
    EXPECT_EQ(m_faults.at(2).error.where, QStringLiteral("centre.certificate"));
}

TEST_F(ImportMonthsTest, otherRoles_recordNothing_andAnotherProvincesOfficerNotThisCentre)
{
    const ImportFile what = file("centre,month,taken,freelancers,dg skills,staff\nLHE-0001,2026-10,20,15,9,5\n");
    for (const Actor &who : {m_me, m_auditor, m_admin})
        expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return check(what, who); });
    const auto count = check(what, elsewhere(m_chief));
    ASSERT_TRUE(count.ok());
    ASSERT_EQ(m_faults.size(), 1);
    EXPECT_EQ(m_faults.first().error.code, ErrorCode::NotAllowed);
    EXPECT_EQ(m_faults.first().field, QStringLiteral("centre"));
}

TEST_F(ImportMonthsTest, nothingIsRecorded_whenTheRecordsAreOthersSinceTheCheck_orItIsCancelled)
{
    const ImportFile what = file("centre,month,taken,freelancers,dg skills,staff\nLHE-0001,2026-10,20,15,9,5\n"
                                 "LHE-0001,2026-09,20,15,9,5\n");
    const auto count = check(what, m_chief);
    ASSERT_TRUE(count.ok());
    const auto other =
        RecordOccupancy(*m_workspace)
            .run(m_chief, m_centre, {QStringLiteral("2026-09"), 60, 30, 0, 0, 0, 350'000, 0, 0, std::nullopt});
    ASSERT_TRUE(other.ok()) << qPrintable(other.error().detail);
    expectRefused(ErrorCode::WrongState, QStringLiteral("file"),
                  [&] { return importing().run(m_chief, what, *count, false); });
    EXPECT_FALSE(CentreRepository(*m_database).reportOf(m_centre, QStringLiteral("2026-10"))->has_value());
    m_progress.cancelled = true;
    expectRefused(ErrorCode::WrongState, QStringLiteral("cancelled"), [&] { return check(what, m_chief); });
    m_progress.cancelled = false;
    ASSERT_EQ(run(what).value(), 1) << "the row that is still good";
    EXPECT_EQ(reported("2026-09").seatsTaken(), 30);
}

} // namespace
} // namespace markaz
