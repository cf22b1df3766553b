// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/namekey.h"
#include "core/workflow/importbuildings.h"

#include "core/workflow/ownworkspace.h"
#include "core/workflow/preferences.h"
#include "tests/core/workflow/workflowfixture.h"

#include <QFile>

namespace markaz {
namespace {

const QByteArray kHead = "name,address,city,covered_area_sqft,storeys";

class ImportBuildingsTest : public test::WorkflowFixture
{
protected:
    ImportProgress m_progress;
    QList<RowFault> m_faults;
    QStringList m_rows; ///< the first cell of each row that is told of

    BuildingFile file(const QByteArray &csv, const QStringList &fields = {})
    {
        BuildingFile made{m_dir.filePath(QStringLiteral("buildings.csv")), {}, fields};
        QFile written(made.path);
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(csv);
        if (made.fields.isEmpty())
            made.fields =
                guessImportFields(QString::fromUtf8(csv.left(csv.indexOf('\n'))).trimmed().split(QLatin1Char(',')));
        return made;
    }
    ImportBuildings importing() { return {*m_workspace, test::gazetteer(), m_progress}; }
    Result<ImportCount> check(const BuildingFile &what, const Actor &actor)
    {
        m_faults.clear();
        m_rows.clear();
        return importing().check(actor, what, [this](const RowFault &fault, const CsvRow &row) -> Result<void> {
            m_faults.append(fault);
            m_rows.append(row.cells.first());
            return {};
        });
    }
    Result<ImportCount> check(const BuildingFile &what) { return check(what, m_me); }
    Result<qint64> run(const BuildingFile &what, bool alsoAlike = false)
    {
        const auto count = check(what);
        return count ? importing().run(m_me, what, *count, alsoAlike) : Result<qint64>(count.error());
    }
    int buildings() { return cell(QStringLiteral("SELECT count(*) FROM building")).toInt(); }
    QJsonObject named(const char *name)
    {
        return fieldsOf(
            Entity::Building,
            cell(QStringLiteral("SELECT id FROM building WHERE name = ?"), {QString::fromUtf8(name)}).toString());
    }
};

TEST_F(ImportBuildingsTest, goodRows_areRegisteredTogether_asTheFormDoes)
{
    building("LHE", 41);
    const BuildingFile what =
        file("City,Building name,Address,Floors,Covered area (sq ft),GPS,Level entrance,Condition,"
             "Idle since,Owner,CNIC,Phone,Remarks\n"
             "Lahore,Old mill,12 Canal Road,2,\"5,200\",\"31.5204, 74.3587\",Yes,اچھی,14/04/2022,"
             "Sample Owner,35202-1234567-1,0300-1234567,'=gate\n"
             "lahore,Ice factory,3 GT Road,۳,4 000,,نہیں,,2021-01-31,sample owner,35202-1234567-1,,\n"
             "SKT,Hall,\"9 Road,\nbehind the school\",1,3000,,,,,,,,\n");
    m_signals.clear();
    const auto count = check(what);
    ASSERT_TRUE(count) << qPrintable(count.error().detail);
    EXPECT_EQ(count->rows, 3);
    EXPECT_EQ(count->good, 3) << qPrintable(m_faults.isEmpty() ? QString() : m_faults.first().error.detail);
    EXPECT_EQ(buildings(), 1) << "a check writes nothing";
    EXPECT_TRUE(owed().isEmpty());
    const auto made = importing().run(m_me, what, *count, false);
    ASSERT_TRUE(made) << qPrintable(made.error().detail);
    EXPECT_EQ(*made, 3);
    EXPECT_EQ(m_signals, QStringList()) << "whoever waits for it tells";

    const QJsonObject mill = named("Old mill");
    EXPECT_EQ(mill.value(QStringLiteral("code")).toString(), QStringLiteral("LHE-0042"));
    EXPECT_EQ(mill.value(QStringLiteral("covered_area_sqft")).toInt(), 5200);
    EXPECT_EQ(mill.value(QStringLiteral("latitude_e6")).toInt(), 31'520'400);
    EXPECT_EQ(mill.value(QStringLiteral("position_source")).toString(), QStringLiteral("typed"));
    EXPECT_TRUE(mill.value(QStringLiteral("level_entrance")).toBool());
    EXPECT_EQ(mill.value(QStringLiteral("condition")).toString(), QStringLiteral("good"));
    EXPECT_EQ(mill.value(QStringLiteral("idle_since")).toString(), QStringLiteral("2022-04-14"));
    EXPECT_EQ(mill.value(QStringLiteral("notes")).toString(), QStringLiteral("=gate")) << "as it was before an export";
    const QJsonObject ice = named("Ice factory");
    EXPECT_EQ(ice.value(QStringLiteral("code")).toString(), QStringLiteral("LHE-0043"));
    EXPECT_EQ(ice.value(QStringLiteral("storeys")).toInt(), 3);
    EXPECT_EQ(ice.value(QStringLiteral("covered_area_sqft")).toInt(), 4000);
    EXPECT_EQ(ice.value(QStringLiteral("level_entrance")), QJsonValue(false));
    EXPECT_EQ(ice.value(QStringLiteral("owner")), mill.value(QStringLiteral("owner"))) << "one owner, named twice";
    EXPECT_EQ(named("Hall").value(QStringLiteral("code")).toString(), QStringLiteral("SKT-0001"));
    EXPECT_EQ(named("Hall").value(QStringLiteral("address")).toString(), QStringLiteral("9 Road,\nbehind the school"));
    EXPECT_EQ(owed().size(), 4) << "an owner and three buildings wait to be sent";
}

TEST_F(ImportBuildingsTest, badRows_areToldWithTheirLineColumnAndReason)
{
    const auto count = check(file(kHead + ",year built,tenure,has_generator,idle since,owner phone,latitude,longitude\n"
                                          "Mill,1 Road,Lahore,abc,2,,,,,,,\n"
                                          "Hall,2 Road,Atlantis,5000,2,,,,,,,\n"
                                          "Store,3 Road,Lahore,5000,900,,,,,,,\n"
                                          "Block,4 Road,Karachi,5000,2,,,,,,,\n"
                                          ",5 Road,Lahore,5000,2,,,,,,,\n"
                                          "Six,6 Road,Lahore,5000,2,2099,,,,,,\n"
                                          "Seven,7 Road,Lahore,5000,2,,rented,,,,,\n"
                                          "Eight,8 Road,Lahore,5000,2,,,maybe,,,,\n"
                                          "Nine,9 Road,Lahore,5000,2,,,,31/02/2020,,,\n"
                                          "Ten,10 Road,Lahore,5000,2,,,,,12,,\n"
                                          "Eleven,11 Road,Lahore,5000,2,,,,,,31.5,\n"
                                          "Twelve,12 Road,Lahore,5000,2,,,,,,,,surplus\n"
                                          "Good,13 Road,Lahore,5000,2,,,,,,,\n"));
    ASSERT_TRUE(count);
    EXPECT_EQ(count->good, 1);
    EXPECT_EQ(count->refused, 12);
    struct Expected
    {
        RowReason reason;
        const char *field;
    };
    const QList<Expected> expected{{RowReason::NoNumber, "covered_area_sqft"},
                                   {RowReason::UnknownCity, "city"},
                                   {RowReason::Refused, "storeys"},
                                   {RowReason::Refused, "city"}, // another's province
                                   {RowReason::Refused, "name"},
                                   {RowReason::Refused, "year_built"},
                                   {RowReason::NoSuchWord, "tenure"},
                                   {RowReason::NoYesOrNo, "has_generator"},
                                   {RowReason::NoDay, "idle_since"},
                                   {RowReason::Refused, "owner_name"},
                                   {RowReason::NoPosition, "latitude"},
                                   {RowReason::Surplus, ""}};
    ASSERT_EQ(m_faults.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(m_faults[i].line, i + 2);
        EXPECT_EQ(m_faults[i].reason, expected[i].reason) << i << qPrintable(m_faults[i].error.detail);
        EXPECT_EQ(m_faults[i].field, QLatin1String(expected[i].field)) << i << qPrintable(m_faults[i].error.detail);
        EXPECT_FALSE(m_faults[i].error.detail.isEmpty());
    }
    EXPECT_EQ(m_rows.at(1), QStringLiteral("Hall"));
}

TEST_F(ImportBuildingsTest, cities_areKnownInUrduAndWithoutAccents)
{
    const auto count = check(file(kHead + "\n"
                                          "Mill,1 Road,لاہور,5000,2\n"
                                          "Hall,2 Road,فيصل آباد,5000,2\n" // as an Arabic keyboard has it
                                          "Store,3 Road,Burewala,5000,2\n"
                                          "Block,4 Road,ساہیوال,5000,2\n"
                                          "Five,5 Road,نا معلوم,5000,2\n"));
    ASSERT_TRUE(count);
    EXPECT_EQ(count->good, 3);
    ASSERT_EQ(m_faults.size(), 2);
    EXPECT_EQ(m_faults[0].reason, RowReason::SeveralCities);
    EXPECT_EQ(m_faults[1].reason, RowReason::UnknownCity);
}

TEST_F(ImportBuildingsTest, rowsThatLookLikeAnother_areLeftOutUnlessTheyAreWanted)
{
    building("LHE", 7,
             {{QStringLiteral("name"), QStringLiteral("Old Mill")},
              {QStringLiteral("address"), QStringLiteral("12 Canal Road")},
              {QStringLiteral("latitude_e6"), 31'520'400},
              {QStringLiteral("longitude_e6"), 74'358'700}});
    const BuildingFile what = file(kHead + ",latitude,longitude\n"
                                           "old  MILL!,99 Other Road,Lahore,5000,2,,\n"
                                           "Other name,12 canal road,Lahore,5000,2,,\n"
                                           "Third name,7 Third Road,Lahore,5000,2,31.52045,74.35875\n"
                                           "Old Mill,12 Canal Road,Sialkot,5000,2,,\n"
                                           "old mill,other road,Sialkot,5000,2,,\n");
    const auto count = check(what);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->good, 1) << "the same name in another city is another building";
    EXPECT_EQ(count->alike, 4);
    EXPECT_EQ(m_faults[0].reason, RowReason::SameName);
    EXPECT_EQ(m_faults[0].value, QStringLiteral("LHE-0007"));
    EXPECT_EQ(m_faults[1].reason, RowReason::SameAddress);
    EXPECT_EQ(m_faults[2].reason, RowReason::SamePlace);
    EXPECT_EQ(m_faults[3].alikeLine, 5) << "a row above it in the same file";
    EXPECT_EQ(importing().run(m_me, what, *count, true).value(), 5);
    EXPECT_EQ(buildings(), 6);
}

TEST_F(ImportBuildingsTest, namesThatAreSpeltALittleOtherwise_areHeldBackToo)
{
    building("LHE", 7, {{QStringLiteral("name"), QStringLiteral("Textile Mill, Block 1")}});
    building("LHE", 8, {{QStringLiteral("name"), QString::fromUtf8("پرانی مل")}});
    const BuildingFile what = file(kHead + "\n"
                                           "Textle Mills Block 1,1 Road,Lahore,5000,2\n"
                                           "Textile Mill Block 11,2 Road,Lahore,5000,2\n"
                                           "Mohammad Centre,3 Road,Lahore,5000,2\n"
                                           "Muhamad Center,4 Road,Lahore,5000,2\n"
                                           "Textle Mills Block 1,5 Road,Sialkot,5000,2\n"
                                           "Ali,6 Road,Lahore,5000,2\n"
                                           "Alia,7 Road,Lahore,5000,2\n"
                                           "پراني مل,8 Road,Lahore,5000,2\n");
    const auto count = check(what);
    ASSERT_TRUE(count);
    EXPECT_EQ(count->good, 5) << "another number, another city, and names too short to be sure";
    ASSERT_EQ(m_faults.size(), 3);
    EXPECT_EQ(m_faults[0].reason, RowReason::NearName);
    EXPECT_EQ(m_faults[0].value, QStringLiteral("LHE-0007"));
    EXPECT_TRUE(m_faults[0].error.detail.contains(QStringLiteral("nearly the same name")));
    EXPECT_EQ(m_faults[1].reason, RowReason::NearName);
    EXPECT_EQ(m_faults[1].alikeLine, 4);
    EXPECT_EQ(m_faults[2].reason, RowReason::SameName) << "the yeh of a file in Windows-1256";
    EXPECT_EQ(m_faults[2].value, QStringLiteral("LHE-0008"));
}

TEST_F(ImportBuildingsTest, whatChangedSinceTheCheck_stopsTheImport)
{
    const BuildingFile what = file(kHead + "\nMill,1 Road,Lahore,5000,2\nHall,2 Road,Lahore,5000,2\n");
    const auto count = check(what);
    ASSERT_TRUE(count);
    file(kHead + "\nMill,1 Road,Lahore,5000,2\nHall,3 Road,Lahore,5000,2\n");
    expectRefused(ErrorCode::WrongState, QStringLiteral("file"),
                  [&] { return importing().run(m_me, what, *count, false); });
    file(kHead + "\nMill,1 Road,Lahore,5000,2\nHall,2 Road,Lahore,5000,2\n");
    building("LHE", 9, {{QStringLiteral("name"), QStringLiteral("mill")}});
    expectRefused(ErrorCode::WrongState, QStringLiteral("file"),
                  [&] { return importing().run(m_me, what, *count, false); });
    EXPECT_EQ(run(what).value(), 1);
}

TEST_F(ImportBuildingsTest, cancelled_leavesNothing)
{
    QByteArray csv = kHead + "\n";
    for (int i = 0; i < 50; ++i)
        csv += "Sample " + QByteArray::number(i) + "," + QByteArray::number(i) + " Road,Lahore,5000,2\n";
    const BuildingFile what = file(csv);
    const auto count = check(what);
    ASSERT_TRUE(count);
    EXPECT_EQ(m_progress.done, csv.size());
    EXPECT_EQ(m_progress.total, csv.size());
    m_progress.cancelled = true;
    expectRefused(ErrorCode::WrongState, QStringLiteral("cancelled"),
                  [&] { return importing().run(m_me, what, *count, false); });
    EXPECT_EQ(check(what).error().where, QStringLiteral("cancelled"));
}

TEST_F(ImportBuildingsTest, codesThatRunOut_refuseTheRowsBehind)
{
    building("LHE", 9999);
    ASSERT_TRUE(m_database->run(
        QStringLiteral("INSERT INTO building (id, rev, data) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                       "FROM n WHERE i < 9998) SELECT 'id-' || i, 1, json_object('code', printf('LHE-%04d', i)) "
                       "FROM n WHERE i <> 2")));
    const BuildingFile what = file(kHead + "\nMill,1 Road,Lahore,5000,2\nHall,2 Road,Lahore,5000,2\n");
    const auto count = check(what);
    ASSERT_TRUE(count) << qPrintable(count.error().detail);
    EXPECT_EQ(count->good, 1) << "LHE-0002 alone is free";
    ASSERT_EQ(m_faults.size(), 1);
    EXPECT_EQ(m_faults.first().reason, RowReason::NoFreeCode);
    EXPECT_EQ(importing().run(m_me, what, *count, false).value(), 1);
    EXPECT_EQ(named("Mill").value(QStringLiteral("code")).toString(), QStringLiteral("LHE-0002"));
}

TEST_F(ImportBuildingsTest, filesThatWillNotDo_areRefusedWhole)
{
    EXPECT_EQ(check(file(kHead + "\nMill,\"1 Road,Lahore,5000,2\n")).error().where, QStringLiteral("2"));
    EXPECT_EQ(check(file("name,address,city\nMill,1 Road,Lahore\n")).error().where,
              QStringLiteral("covered_area_sqft"));
    EXPECT_EQ(check(file(kHead + ",code\n")).error().where, QStringLiteral("code")) << "codes are given here";
    const BuildingFile good = file(kHead + "\nMill,1 Road,Lahore,5000,2\n");
    EXPECT_EQ(check(good, m_auditor).error().code, ErrorCode::NotAllowed);
    EXPECT_EQ(check(good, m_admin).error().code, ErrorCode::NotAllowed);
    BuildingFile gone = good;
    gone.path = m_dir.filePath(QStringLiteral("none.csv"));
    EXPECT_EQ(check(gone).error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(buildings(), 0);
}

TEST_F(ImportBuildingsTest, anotherConnection_registersForThePages)
{
    const BuildingFile what = file(kHead + ",owner_name,owner_phone\nMill,1 Road,Lahore,5000,2,Sample Owner,"
                                           "0300-1234567\n");
    const auto own = OwnWorkspace::open(m_database->location(), m_sealer, m_clock);
    ASSERT_TRUE(own) << qPrintable(own.error().detail);
    ImportBuildings import((*own)->workspace(), test::gazetteer(), m_progress);
    const auto count = import.check(m_me, what, [](const RowFault &, const CsvRow &) -> Result<void> { return {}; });
    ASSERT_TRUE(count);
    EXPECT_EQ(import.run(m_me, what, *count, false).value(), 1);
    EXPECT_EQ(text(Entity::Owner, named("Mill").value(QStringLiteral("owner")).toString(), "phone"),
              QStringLiteral("0300-1234567"));
}

TEST(ImportFields, headsAreKnownInEnglishAndUrdu_andAsTheyWereRemembered)
{
    const QStringList heads{QStringLiteral("نام"),      QStringLiteral("پتہ"),      QStringLiteral("شهر"), // Arabic heh
                            QStringLiteral("رقبہ"),     QStringLiteral(" FLOORS "), QStringLiteral("Serial"),
                            QStringLiteral("Building"), QStringLiteral("Floor sp.")};
    EXPECT_EQ(guessImportFields(heads), (QStringList{QStringLiteral("name"), QStringLiteral("address"),
                                                     QStringLiteral("city"), QStringLiteral("covered_area_sqft"),
                                                     QStringLiteral("storeys"), QString(), QString(), QString()}))
        << "no field comes twice";
    const QHash<QString, QString> kept{{nameKey(QStringLiteral("Serial")), QStringLiteral("notes")},
                                       {nameKey(QStringLiteral("رقبہ")), QString()},
                                       {nameKey(QStringLiteral("floor sp")), QStringLiteral("covered_area_sqft")}};
    const QStringList again = guessImportFields(heads, kept);
    EXPECT_EQ(again.at(3), QString());
    EXPECT_EQ(again.at(5), QStringLiteral("notes"));
    EXPECT_EQ(again.at(7), QStringLiteral("covered_area_sqft"));
}

class PreferencesTest : public test::WorkflowFixture
{
};

TEST_F(PreferencesTest, whatWasChosen_isFoundAgain)
{
    Preferences preferences(*m_workspace);
    EXPECT_TRUE(preferences.value(QStringLiteral("columns"))->isUndefined());
    ASSERT_TRUE(preferences.set(QStringLiteral("columns"), QJsonArray{QStringLiteral("code"), 3}));
    EXPECT_EQ(preferences.value(QStringLiteral("columns")).value(), QJsonValue(QJsonArray{QStringLiteral("code"), 3}));
    EXPECT_TRUE(preferences.value(QStringLiteral("other"))->isUndefined());
    EXPECT_TRUE(owed().isEmpty());
}

} // namespace
} // namespace markaz
