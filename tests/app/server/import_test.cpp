// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/buildingimport.h"
#include "app/server/store/auditlog.h"
#include "core/domain/namekey.h"
#include "tests/app/server/testserver.h"

#include <QBuffer>
#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Import : public OnBoth
{
protected:
    struct Outcome
    {
        ImportReport report;
        QList<RowFault> refused;
    };

    Result<Outcome> run(const QByteArray &csv, const ImportOptions &options = {})
    {
        QBuffer file;
        file.setData(csv);
        file.open(QIODevice::ReadOnly);
        Outcome outcome;
        const auto report = importBuildings(
            *server.core().stores().ofThisThread().value(), server.core().reference(), file, options, server.clock(),
            server.ids(), [&outcome](const std::optional<RowFault> &fault, const CsvRow &) -> Result<void> {
                if (fault)
                    outcome.refused.append(*fault);
                return {};
            });
        if (!report)
            return report.error();
        EXPECT_EQ(report->refused, outcome.refused.size());
        outcome.report = *report;
        return outcome;
    }
    int buildings()
    {
        return server.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'building'")).toInt();
    }
};

const QByteArray kHead = "Name,Address,City,Covered area sqft,Storeys";

TEST_P(Import, goodRows_areAddedWithCodesAndOwners)
{
    const auto report =
        run("City,Name,Address,Storeys,covered_area_sqft,owner_name,owner_cnic_ntn,latitude,longitude,level_entrance\n"
            "Sialkot,Old Mill,12 Canal Road,2,5200,Owner (sample),00000-0000001-0,32.4945,74.5229,yes\n"
            "1164909,Ice Factory,3 GT Road,1,4000,Owner (sample),00000-0000001-0,,,no\n");
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(report->report.buildings, 2) << qPrintable(report->refused.value(0).error.detail);
    EXPECT_EQ(report->report.owners, 1) << "one owner, named twice";
    EXPECT_TRUE(report->refused.isEmpty());
    EXPECT_EQ(server.value(QStringLiteral("SELECT max(ukey) FROM record WHERE entity = 'building'")).toString(),
              QStringLiteral("SKT-0002"));
    const auto mill =
        server.stored(server.value(QStringLiteral("SELECT id FROM record WHERE ukey = 'SKT-0001'")).toString());
    ASSERT_TRUE(mill);
    EXPECT_EQ(mill->number("latitude_e6"), 32'494'500);
    EXPECT_TRUE(mill->record.fields.value(QStringLiteral("level_entrance")).toBool());
    EXPECT_EQ(mill->province, QStringLiteral("PK-PB"));
    EXPECT_FALSE(mill->parent.isEmpty());
}

TEST_P(Import, badRows_areNamedWithLineAndColumnAndTheOthersAdded)
{
    const auto report = run(kHead + ",code\n"
                                    "Mill,1 Road,Sialkot,abc,2,\n"
                                    "Hall,2 Road,Atlantis,5000,2,\n"
                                    "Store,3 Road,Sialkot,5000,900,\n"
                                    "Block,4 Road,Sialkot,5000,2,LHE-0001\n"
                                    "\"Good, one\",5 Road,Sialkot,5000,2,SKT-0042\n"
                                    "Again,6 Road,Sialkot,5000,2,SKT-0042\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(report->report.buildings, 1);
    ASSERT_EQ(report->refused.size(), 5);
    const QList<std::pair<int, QString>> expected{{2, QStringLiteral("covered_area_sqft")},
                                                  {3, QStringLiteral("city")},
                                                  {4, QStringLiteral("storeys")},
                                                  {5, QStringLiteral("code")},
                                                  {7, QStringLiteral("code")}};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(report->refused[i].line, expected[i].first);
        EXPECT_EQ(report->refused[i].field, expected[i].second);
        EXPECT_FALSE(report->refused[i].error.detail.isEmpty());
    }
    EXPECT_EQ(buildings(), 1);
}

TEST_P(Import, rowsThatLookLikeAKnownBuilding_areRefusedUnlessAllowed)
{
    ASSERT_TRUE(run(kHead + ",latitude,longitude\nOld Mill,12 Canal Road,Sialkot,5000,2,32.4945,74.5229\n"));
    const QByteArray again = kHead + ",latitude,longitude\n"
                                     "old  MILL!,99 Other Road,Sialkot,5000,2,,\n"
                                     "Other name,12 canal road,Sialkot,5000,2,,\n"
                                     "Third name,7 Third Road,Sialkot,5000,2,32.49455,74.52295\n"
                                     "Old Mill,12 Canal Road,Lahore,5000,2,,\n";
    const auto refused = run(again);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->refused.size(), 3);
    EXPECT_TRUE(refused->refused[0].error.detail.contains(QStringLiteral("SKT-0001")));
    EXPECT_EQ(refused->report.buildings, 1) << "the same name in another city is another building";
    EXPECT_EQ(run(again, {false, true})->report.buildings, 4);
}

TEST_P(Import, dryRun_addsNothingAndSaysTheSame)
{
    const QByteArray csv = kHead + "\nOld Mill,12 Canal Road,Sialkot,5000,2\nBad,1 Road,Nowhere,5000,2\n";
    const auto dry = run(csv, {true, false});
    EXPECT_EQ(buildings(), 0);
    const auto real = run(csv);
    EXPECT_EQ(dry->report.buildings, real->report.buildings);
    EXPECT_EQ(dry->refused.size(), real->refused.size());
    EXPECT_EQ(buildings(), 1);
}

TEST_P(Import, fileThatWouldLoseSomething_isRefusedWhole)
{
    EXPECT_EQ(run(kHead + ",colour\nMill,1 Road,Sialkot,5000,2,red\n").error().where, QStringLiteral("colour"));
    EXPECT_EQ(run("name,address,city\nMill,1 Road,Sialkot\n").error().code, ErrorCode::Incomplete);
    EXPECT_EQ(run("name,name\n").error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(run({}).error().code, ErrorCode::Incomplete);
    EXPECT_EQ(run(kHead + "\nMill,1 Road,Sialkot,5000,2,surplus\n")->refused.size(), 1);
    EXPECT_EQ(buildings(), 0);
}

TEST_P(Import, eachRecord_standsInTheAuditAndGoesToTheLaptops)
{
    const Session officer = server.join(QStringLiteral("sample.officer"), Role::Officer, {QStringLiteral("PK-PB")});
    QString cursor;
    server.pull(officer, cursor);
    ASSERT_TRUE(run(kHead + ",owner name\nMill,1 Road,Sialkot,5000,2,Owner (sample)\nHall,2 Road,Karachi,5000,2,\n"));
    QStringList came;
    for (const protocol::FeedItem &item : server.pull(officer, cursor))
        came.append(token(item.entity));
    came.sort();
    EXPECT_EQ(came, (QStringList{QStringLiteral("building"), QStringLiteral("owner")})) << "Karachi is not his";
    AuditLog log(server.core().stores().ofThisThread().value()->database());
    EXPECT_TRUE(log.verify());
    QStringList events;
    ASSERT_TRUE(log.each(0, [&events](const AuditEntry &entry) {
        const QJsonObject event = QJsonDocument::fromJson(entry.event.toUtf8()).object();
        if (event.value(QStringLiteral("actor")).toString() == QLatin1String("server"))
            events.append(event.value(QStringLiteral("action")).toString() + QLatin1Char(' ') +
                          event.value(QStringLiteral("entity")).toString());
        return true;
    }));
    EXPECT_EQ(events.filter(QStringLiteral("building")).size(), 3) << qPrintable(events.join(QLatin1Char('|')));
    EXPECT_EQ(events.filter(QStringLiteral("owner")).size(), 1);
    EXPECT_EQ(events.last(), QStringLiteral("import_buildings "));
}

TEST_P(Import, moreRowsThanAreJudgedAtOnce_getCodesOneByOne)
{
    QByteArray csv = kHead + ",code\n";
    for (int i = 1; i <= 450; ++i)
        csv += "Sample " + QByteArray::number(i) + "," + QByteArray::number(i) + " Road,Sialkot,5000,2," +
               (i == 1     ? "SKT-0300"
                : i == 450 ? "SKT-0900"
                           : "") +
               "\n";
    const auto done = run(csv);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->report.buildings, 450) << qPrintable(done->refused.value(0).error.detail);
    EXPECT_EQ(buildings(), 450);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(DISTINCT ukey) FROM record WHERE entity = 'building'")).toInt(),
              450);
}

TEST_P(Import, columns_areKnownByTheirNamesOrAsTold)
{
    const QByteArray csv = "نام;پتہ;شہر;Floor space;منزلیں;Serial\nMill;1 Road;Sialkot;5000;2;17\n";
    EXPECT_EQ(run(csv).error().where, QStringLiteral("Floor space"));
    ImportOptions told;
    told.columns = {{nameKey(QStringLiteral("Floor space")), QStringLiteral("covered_area_sqft")},
                    {nameKey(QStringLiteral("Serial")), QString()}};
    EXPECT_EQ(run(csv, told)->report.buildings, 1);
}

MARKAZ_ON_BOTH(Import);

} // namespace
} // namespace markaz::server::test
