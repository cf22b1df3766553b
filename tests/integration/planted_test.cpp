// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Planted personal data, looked for in every byte that a laptop leaves on its disk and in what both programs log.
// (Every sealed field there is, unfinished forms and thumbnails: tests/app/desktop/sealedfields_test.cpp.)
#include "core/storage/cachebackups.h"
#include "tests/integration/realserver.h"
#include "tests/support/plantedtext.h"
#include "tests/support/samplefiles.h"

namespace markaz::test {
namespace {

/// What no disk may show. Each is in one field only, so that a find names it.
struct Planted
{
    QString cnic = QStringLiteral("35202-9137461-7");
    QString phone = QStringLiteral("+92 321 9137461");
    QString email = QStringLiteral("planted.owner.913746@example.pk");
    QString postal = QStringLiteral("House 913746, Planted Lane");
    QString buildingNote = QStringLiteral("planted: the key is with the watchman 913746");
    QString itemNote = QStringLiteral("planted: asked for a bribe 913746");
    QString fileName = QStringLiteral("planted owner face 913746.jpg");
    QString photo = QStringLiteral("planted in the photograph 913746");
    QString officersPhone = QStringLiteral("+92 333 9137461");
    QString urdu = QStringLiteral("پوشیدہ بات ۹۱۳۷۴۶");

    QStringList all() const
    {
        return {cnic, phone, email, postal, buildingNote, itemNote, fileName, photo, officersPhone, urdu};
    }
};

class PlantedData : public RealServer
{
protected:
    void expectNowhere(const QString &where)
    {
        for (const QString &text : m_planted.all()) {
            EXPECT_EQ(showing(m_folder.filePath(where), text), QStringList()) << qPrintable(text);
            EXPECT_FALSE(m_logged.contains(text)) << "in the log: " << qPrintable(text);
        }
    }
    Result<Building> plantedBuilding(Laptop &laptop)
    {
        auto building = laptop.registerBuilding("LHE", QStringLiteral("Sample mill 274"));
        if (!building)
            return building;
        return EditBuilding(laptop.workspace(), Carried::get().gazetteer)
            .run(laptop.me(), building->id(), entry(laptop, *building, m_planted.phone));
    }
    /// The whole form of \p building, with an owner at \p phone.
    BuildingEntry entry(Laptop &laptop, const Building &building, const QString &phone)
    {
        BuildingEntry form;
        form.building = laptop.record(Entity::Building, building.id()).value(QStringLiteral("fields")).toObject();
        form.building.insert(QStringLiteral("notes"), m_planted.buildingNote + QLatin1Char(' ') + m_planted.urdu);
        form.owner = {{QStringLiteral("name"), QStringLiteral("Sample owner 274")},
                      {QStringLiteral("kind"), QStringLiteral("individual")},
                      {QStringLiteral("cnic_ntn"), m_planted.cnic},
                      {QStringLiteral("phone"), phone},
                      {QStringLiteral("email"), m_planted.email},
                      {QStringLiteral("postal_address"), m_planted.postal}};
        for (const char *made : {"code", "owner", "sample"})
            form.building.remove(QLatin1String(made));
        return form;
    }

    Planted m_planted;
    KeptLog m_logged;
};

INSTANTIATE_TEST_SUITE_P(Stores, PlantedData, testing::Values("sqlite"), storeName);

TEST_P(PlantedData, isInNoFileOfTheLaptop_norInAnyLog)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    inspector->withFiles(true);
    officer->withFiles(true);
    const QString profileOfIt = QStringLiteral("laptop-sample.inspector");

    // Written, and still owed: records, outbox, the write-ahead log, and the file that waits.
    inspector->workOffline(true);
    const auto building = plantedBuilding(*inspector);
    ASSERT_TRUE(succeeded(building));
    const auto draft = inspector->begin(building->id());
    ASSERT_TRUE(succeeded(draft));
    ASSERT_TRUE(succeeded(RecordAnswer(inspector->workspace(), Carried::get().standards)
                              .note(inspector->me(), draft->id(), QStringLiteral("C-02"), m_planted.itemNote)));
    const QString outside = m_folder.filePath(QStringLiteral("camera"));
    ASSERT_TRUE(QDir().mkpath(outside));
    const QString taken = outside + QLatin1Char('/') + m_planted.fileName;
    writeFile(taken, jpegHead(m_planted.photo.toUtf8()));
    ASSERT_TRUE(succeeded(inspector->attach(draft->id(), QStringLiteral("C-02"), taken)));
    ASSERT_FALSE(showing(m_folder.filePath(profileOfIt), QStringLiteral("Sample mill 274")).isEmpty())
        << "a name is in clear: the search sees what there is";
    ASSERT_FALSE(showing(outside, m_planted.photo).isEmpty());
    ASSERT_GT(QFileInfo(m_folder.filePath(profileOfIt + QStringLiteral("/cache.sqlite-wal"))).size(), 0);
    expectNowhere(profileOfIt);

    // Sent, received by another, changed by both: acknowledged rows, the server's copies and the conflict's two values.
    inspector->workOffline(false);
    inspector->syncWithFiles();
    officer->syncUntilClean();
    EditBuilding edit(inspector->workspace(), Carried::get().gazetteer);
    const auto again = inspector->workspace().records.requireAs<Building>(building->id());
    ASSERT_TRUE(succeeded(again));
    ASSERT_TRUE(succeeded(EditBuilding(officer->workspace(), Carried::get().gazetteer)
                              .run(officer->me(), building->id(), entry(*officer, *again, m_planted.officersPhone))));
    officer->syncUntilClean();
    ASSERT_TRUE(succeeded(
        edit.run(inspector->me(), building->id(), entry(*inspector, *again, QStringLiteral("+92 300 1111111")))));
    inspector->syncUntilClean();
    const auto conflicts = inspector->counts().value(token(Entity::Conflict));
    ASSERT_EQ(conflicts, 1) << "the owner's telephone was changed by both";
    FixedClock tomorrow(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    const auto copy =
        CacheBackups(m_folder.filePath(profileOfIt + QStringLiteral("/cache.sqlite"))).makeIfDue(tomorrow);
    ASSERT_TRUE(copy.ok() && copy->has_value()) << "a day's copy was made";
    expectNowhere(profileOfIt);
    expectNowhere(QStringLiteral("laptop-sample.officer"));

    // Closed: what SQLite leaves behind it.
    inspector.reset();
    officer.reset();
    expectNowhere(profileOfIt);
    expectNowhere(QStringLiteral("laptop-sample.officer"));
    const QByteArray serversLog = m_server->output();
    EXPECT_TRUE(serversLog.contains("/api/v1/changes")) << "the log tells of the pushes";
    for (const QString &text : m_planted.all())
        EXPECT_FALSE(serversLog.contains(text.toUtf8())) << qPrintable(text);
}

} // namespace
} // namespace markaz::test
