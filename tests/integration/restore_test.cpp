// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A server that was restored from a backup, and laptops that knew more than the backup did.
#include "core/storage/buildingrepository.h"
#include "core/sync/statenames.h"
#include "core/sync/trustdata.h"
#include "tests/integration/realserver.h"
#include "tests/support/feedreader.h"
#include "tests/support/paths.h"
#include "tests/support/samplefiles.h"

#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QStorageInfo>

#include <csignal>

namespace markaz::test {
namespace {

class Restore : public RealServer
{
protected:
    QString backupFile() const { return m_folder.filePath(QStringLiteral("backup.tar")); }
    Result<QByteArray> backUp(const QStringList &more = {})
    {
        return ServerProcess::command(QStringList{QStringLiteral("backup"), backupFile()} + m_store.arguments() + more);
    }
    /// Another folder and another database, both empty.
    ServerStore emptyStore(const char *name)
    {
        ServerStore store;
        store.dataDir = m_folder.filePath(QLatin1String(name));
        if (m_postgres)
            store.databaseUrl = m_postgres->createDatabase(QLatin1String(name)).value();
        return store;
    }
    static Result<QByteArray> restore(const QString &file, const ServerStore &store, const QStringList &more = {})
    {
        return ServerProcess::command(QStringList{QStringLiteral("restore"), file} + store.arguments() + more);
    }
    /// As an operator does who knows that no laptop has heard of other keys, and of nothing that was revoked since.
    static Result<QByteArray> takeNothing(const ServerStore &store)
    {
        return ServerProcess::command(
            QStringList{QStringLiteral("keys"), QStringLiteral("take"), QStringLiteral("--nothing-newer")} +
            store.arguments());
    }
    Result<QByteArray> keys(const QString &words)
    {
        return ServerProcess::command(QStringLiteral("keys %1").arg(words).split(QLatin1Char(' ')) +
                                      m_store.arguments());
    }
    /// The keys and the list that \p laptop holds after a sync that asks for them, as it writes them for an operator.
    QString trustOf(Laptop &laptop, const char *name)
    {
        SyncStateRepository state(laptop.workspace().database);
        EXPECT_TRUE(succeeded(state.set(state::kTrustAskedAt, {})));
        laptop.sync();
        const auto text = TrustData(state).exported();
        EXPECT_TRUE(succeeded(text));
        return writeFile(m_folder.filePath(QLatin1String(name)), *text);
    }
    static IssuerKeys keysOf(Laptop &laptop)
    {
        SyncStateRepository state(laptop.workspace().database);
        return TrustData(state).keys()->value_or(IssuerKeys());
    }
    static RevocationList listOf(Laptop &laptop)
    {
        SyncStateRepository state(laptop.workspace().database);
        return TrustData(state).revocations()->value_or(RevocationList());
    }
    /// What the public page says of \p number, for programs.
    QString publicVerdict(const QString &number)
    {
        HttpClient client(m_server->url());
        const auto reply = client.get("/verify/" + number.toLatin1(), {{"Accept", "application/json"}});
        EXPECT_TRUE(reply.ok());
        return reply ? member(reply->body, "verdict") : QString();
    }
    static QString member(const QByteArray &health, const char *name)
    {
        return QJsonDocument::fromJson(health).object().value(QLatin1String(name)).toString();
    }
    QString instance()
    {
        HttpClient client(m_server->url());
        const auto reply = client.get("/api/v1/health");
        return reply ? member(reply->body, "instance") : QString();
    }
    QStringList buildings(Laptop &laptop)
    {
        auto ids = BuildingRepository(laptop.workspace().database).ids({}, BuildingSort::Code, false);
        return ids ? *ids : QStringList();
    }
    static QJsonObject fieldsOf(const Laptop &laptop, Entity entity, const QString &id)
    {
        QJsonObject fields = laptop.record(entity, id).value(QStringLiteral("fields")).toObject();
        EXPECT_FALSE(fields.isEmpty());
        return fields;
    }
    void signInAgain(Laptop &laptop, const char *account)
    {
        laptop.moveTo(m_server->url());
        ASSERT_TRUE(succeeded(laptop.signIn(QLatin1String(account), kPassword)));
    }
};

INSTANTIATE_TEST_SUITE_P(Stores, Restore, testing::Values("sqlite", "postgres"), storeName);

TEST_P(Restore, laptopsThatWereAheadOfTheBackup_bringBackWhatItLacks)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    const auto old = inspector->registerBuilding("LHE", QStringLiteral("Sample mill before"));
    ASSERT_TRUE(succeeded(old));
    const auto inspection = inspector->inspect(old->id());
    ASSERT_TRUE(succeeded(inspection));
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    ASSERT_TRUE(clean(officer->syncUntilClean()));

    ASSERT_TRUE(m_server->running());
    ASSERT_TRUE(succeeded(backUp()));
    EXPECT_EQ(QFile(backupFile()).permissions() &
                  (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              QFile::Permissions());

    // All of this is acknowledged by a server that then loses it.
    const auto later = inspector->registerBuilding("LHE", QStringLiteral("Sample mill after"));
    ASSERT_TRUE(succeeded(later));
    const auto second = inspector->inspect(later->id());
    ASSERT_TRUE(succeeded(second));
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    ASSERT_TRUE(clean(officer->syncUntilClean()));
    for (const QString &id : {inspection->id(), second->id()}) {
        ASSERT_TRUE(succeeded(ReviewInspection(officer->workspace())
                                  .run(officer->me(), id, QStringLiteral("accept"), QStringLiteral("As seen"), {})));
        ASSERT_TRUE(succeeded(DecideCertificate(officer->workspace())
                                  .issue(officer->me(), id, QStringLiteral("full"), 100, QStringLiteral("As seen"))));
    }
    ASSERT_TRUE(clean(officer->syncUntilClean()));
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    const QJsonObject mill = fieldsOf(*inspector, Entity::Building, later->id());
    const QJsonObject visit = fieldsOf(*inspector, Entity::Inspection, second->id());
    ASSERT_EQ(inspector->counts().value(QStringLiteral("certificate")), 2);
    // The inspector's laptop is a witness of audit entries that the backup has not.
    ASSERT_TRUE(succeeded(ServerProcess::command(
        QStringList{QStringLiteral("verify-audit"), QStringLiteral("--checkpoint")} + m_store.arguments())));
    EXPECT_EQ(inspector->sync().audit, SyncSnapshot::Audit::Quiet);
    const QString before = instance();
    const auto numbers = [](Laptop &laptop) {
        QSet<QString> all;
        auto query = laptop.workspace().database.run(QStringLiteral("SELECT data ->> 'number' FROM certificate"));
        while (query && (*query)->next())
            all.insert((*query)->value(0).toString());
        return all;
    };
    const QSet<QString> issuedBefore = numbers(*officer);

    EXPECT_EQ(m_server->terminate().value(), 0);
    const ServerStore lost = m_store;
    m_store = emptyStore("restored");
    ASSERT_TRUE(succeeded(restore(backupFile(), m_store)));
    ASSERT_TRUE(succeeded(takeNothing(m_store)));
    m_server = launched();
    ASSERT_TRUE(m_server);
    EXPECT_EQ(instance(), before) << "it is the same server, or no laptop would speak to it";

    // The officer comes first: what the decisions are about has not come back yet, so they wait.
    inspector->moveTo(m_server->url());
    EXPECT_EQ(inspector->sync().trouble, SyncSnapshot::Trouble::SignInNeeded) << "nobody stayed signed in";
    signInAgain(*officer, "sample.officer");
    officer->sync();
    signInAgain(*inspector, "sample.inspector");
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_EQ(inspector->sync().audit, SyncSnapshot::Audit::Restored) << "expected, and said";

    for (Laptop *laptop : {inspector.get(), officer.get()}) {
        EXPECT_EQ(buildings(*laptop), (QStringList{old->id(), later->id()}));
        QJsonObject again = fieldsOf(*laptop, Entity::Building, later->id());
        QJsonObject first = mill;
        // The restored server has taken it a second time, and says when: its own word is of what it knows.
        EXPECT_GT(again.take(QStringLiteral("received_at")).toString(),
                  first.take(QStringLiteral("received_at")).toString());
        EXPECT_EQ(again, first);
        const QJsonObject now = fieldsOf(*laptop, Entity::Inspection, second->id());
        EXPECT_EQ(now.value(QStringLiteral("answers")), visit.value(QStringLiteral("answers")));
        EXPECT_EQ(now.value(QStringLiteral("state")).toString(), QStringLiteral("accepted"));
        EXPECT_EQ(laptop->counts().value(QStringLiteral("certificate")), 2);
        EXPECT_FALSE(laptop->counts().contains(QStringLiteral("conflict")));
        EXPECT_FALSE(numbers(*laptop).intersects(issuedBefore)) << "a number that is on paper is not given out again";
    }
    auto auditor = laptopOf("sample.auditor");
    EXPECT_EQ(auditor->record(Entity::Inspection, second->id()), officer->record(Entity::Inspection, second->id()));
    EXPECT_EQ(auditor->record(Entity::Building, later->id()), officer->record(Entity::Building, later->id()));
    expectAuditHolds();
}

/// Of two certificates one is revoked, the server gets another key and the first one is declared void, all after the
/// backup: laptops know that, and the restored server does not.
TEST_P(Restore, keysAndRevocationsThatLaptopsAloneKnow_comeBackFromOne)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    QStringList inspections;
    for (const char *name : {"Sample mill one", "Sample mill two"}) {
        const auto building = inspector->registerBuilding("LHE", QLatin1String(name));
        ASSERT_TRUE(succeeded(building));
        const auto inspection = inspector->inspect(building->id());
        ASSERT_TRUE(succeeded(inspection));
        inspections.append(inspection->id());
    }
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    ASSERT_TRUE(clean(officer->syncUntilClean()));
    for (const QString &id : std::as_const(inspections)) {
        ASSERT_TRUE(succeeded(ReviewInspection(officer->workspace())
                                  .run(officer->me(), id, QStringLiteral("accept"), QStringLiteral("As seen"), {})));
        ASSERT_TRUE(succeeded(DecideCertificate(officer->workspace())
                                  .issue(officer->me(), id, QStringLiteral("full"), 100, QStringLiteral("As seen"))));
    }
    ASSERT_TRUE(clean(officer->syncUntilClean()));
    QStringList ids;
    QStringList numbers;
    auto query = officer->workspace().database.run(
        QStringLiteral("SELECT id, data ->> 'number' FROM certificate ORDER BY data ->> 'number'"));
    while (query && (*query)->next()) {
        ids.append((*query)->value(0).toString());
        numbers.append((*query)->value(1).toString());
    }
    ASSERT_EQ(ids.size(), 2);
    trustOf(*officer, "before.json");
    const QString stolen = keysOf(*officer).keys.first().key.keyId;
    ASSERT_TRUE(succeeded(backUp()));

    ASSERT_TRUE(succeeded(keys(QStringLiteral("rotate"))));
    EXPECT_EQ(m_server->terminate().value(), 0);
    m_server = launched();
    officer->moveTo(m_server->url());
    ASSERT_TRUE(succeeded(keys(QStringLiteral("revoke ") + stolen)));
    ASSERT_TRUE(succeeded(
        DecideCertificate(officer->workspace())
            .changeState(officer->me(), ids.first(), QStringLiteral("revoke"), QStringLiteral("The roof is gone."))));
    ASSERT_TRUE(clean(officer->syncUntilClean()));
    const QString known = trustOf(*officer, "laptop.json");
    const IssuerKeys heldKeys = keysOf(*officer);
    const RevocationList heldList = listOf(*officer);
    ASSERT_EQ(heldKeys.keys.size(), 2);
    ASSERT_FALSE(heldKeys.find(stolen)->revokedAt.isEmpty());
    ASSERT_NE(heldList.find(numbers.first()), nullptr);
    EXPECT_EQ(publicVerdict(numbers.first()), QStringLiteral("revoked"));
    EXPECT_EQ(m_server->terminate().value(), 0);

    const QString root = m_folder.filePath(QStringLiteral("stick.json"));
    ASSERT_TRUE(QFile::copy(m_store.dataDir + QStringLiteral("/root-key.json"), root));
    m_store = emptyStore("restored");
    ASSERT_TRUE(succeeded(restore(backupFile(), m_store)));
    const auto early = ServerProcess::start(m_store);
    ASSERT_FALSE(early.ok()) << "it would make the revoked certificate good";
    EXPECT_TRUE(early.error().detail.contains(QStringLiteral("keys take"))) << qPrintable(early.error().detail);
    const auto hasty = keys(QStringLiteral("rotate --root ") + root);
    ASSERT_FALSE(hasty.ok()) << "laptops would refuse that set for ever";
    EXPECT_TRUE(hasty.error().detail.contains(QStringLiteral("was restored from a backup")))
        << qPrintable(hasty.error().detail);

    // What was taken asks for a key that signs, and the root makes one.
    const auto took = keys(QStringLiteral("take ") + known);
    ASSERT_FALSE(took.ok());
    EXPECT_TRUE(took.error().detail.contains(QStringLiteral("keys rotate"))) << qPrintable(took.error().detail);
    const auto listed = keys(QStringLiteral("list"));
    ASSERT_TRUE(succeeded(listed));
    EXPECT_TRUE(listed->contains(numbers.first().toLatin1() + " is revoked since ")) << listed->constData();
    const auto rotated = keys(QStringLiteral("rotate --root ") + root);
    ASSERT_TRUE(succeeded(rotated));
    EXPECT_TRUE(rotated->contains("2 certificates that " + stolen.toLatin1())) << rotated->constData();
    m_server = launched();
    ASSERT_TRUE(m_server);
    EXPECT_EQ(publicVerdict(numbers.first()), QStringLiteral("revoked")) << "though its record says nothing of it";
    EXPECT_EQ(publicVerdict(numbers.last()), QStringLiteral("valid"));

    // A laptop that was ahead believes the restored server, and so does one that begins now.
    auto auditor = laptopOf("sample.auditor");
    auto inspectorAgain = inspector.get();
    signInAgain(*inspectorAgain, "sample.inspector");
    trustOf(*inspectorAgain, "after.json");
    trustOf(*auditor, "new.json");
    for (Laptop *laptop : {inspectorAgain, auditor.get()}) {
        EXPECT_GT(keysOf(*laptop).number, heldKeys.number);
        EXPECT_TRUE(mayFollow(heldKeys, keysOf(*laptop)));
        EXPECT_EQ(keysOf(*laptop).keys.size(), 3);
        EXPECT_GT(listOf(*laptop).number, heldList.number);
        EXPECT_EQ(listOf(*laptop).certificates, heldList.certificates);
    }
    // The officer's laptop sends its decision again, and the register has the last word from then on.
    signInAgain(*officer, "sample.officer");
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_EQ(fieldsOf(*officer, Entity::Certificate, ids.first()).value(QStringLiteral("state")).toString(),
              QStringLiteral("revoked"));
    EXPECT_FALSE(keys(QStringLiteral("list"))->contains("by a list of before the restore"));
    EXPECT_EQ(publicVerdict(numbers.first()), QStringLiteral("revoked"));
    expectAuditHolds();
}

/// Each store with a folder for the files that lies on another disk than its records.
TEST_P(Restore, filesInAFolderOfTheirOwn_comeBackWholeOrFromTheLaptop)
{
    QTemporaryDir otherDisk(QStringLiteral("/dev/shm/markaz-files-XXXXXX"));
    ASSERT_TRUE(otherDisk.isValid());
    ASSERT_NE(QStorageInfo(otherDisk.path()).device(), QStorageInfo(m_folder.path()).device());
    const auto filesAt = [&](const char *name) {
        return QStringList{QStringLiteral("--files"), otherDisk.filePath(QLatin1String(name))};
    };
    EXPECT_EQ(m_server->terminate().value(), 0);
    m_server = launched(filesAt("first"));
    auto inspector = laptopOf("sample.inspector");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill"));
    ASSERT_TRUE(succeeded(building));
    const auto draft = inspector->begin(building->id());
    ASSERT_TRUE(succeeded(draft));
    const QByteArray photo = jpegHead("sample");
    const auto evidence = inspector->attach(draft->id(), QStringLiteral("C-02"),
                                            writeFile(m_folder.filePath(QStringLiteral("sample.jpg")), photo));
    ASSERT_TRUE(succeeded(evidence));
    inspector->withFiles(true);
    EXPECT_TRUE(clean(inspector->syncWithFiles()));
    EXPECT_TRUE(QFile::exists(otherDisk.filePath(QStringLiteral("first/files"))));
    ASSERT_TRUE(succeeded(backUp(filesAt("first"))));
    const QString without = m_folder.filePath(QStringLiteral("without.tar"));
    ASSERT_TRUE(succeeded(
        ServerProcess::command(QStringList{QStringLiteral("backup"), without, QStringLiteral("--without-files")} +
                               m_store.arguments() + filesAt("first"))));
    EXPECT_EQ(m_server->terminate().value(), 0);
    const auto fileOnServer = [&] {
        return FeedReader(m_server->url(), QStringLiteral("sample.auditor"), kPassword).file(evidence->sha256());
    };

    m_store = emptyStore("whole");
    EXPECT_FALSE(restore(backupFile(), m_store, filesAt("first"))) << "over files that are there";
    ASSERT_TRUE(succeeded(restore(backupFile(), m_store, filesAt("second"))));
    ASSERT_TRUE(succeeded(takeNothing(m_store)));
    m_server = launched(filesAt("second"));
    ASSERT_TRUE(m_server);
    const auto whole = fileOnServer();
    ASSERT_TRUE(succeeded(whole));
    EXPECT_EQ(*whole, photo);
    EXPECT_EQ(QDir(otherDisk.filePath(QStringLiteral("second")))
                  .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                  .filter(QStringLiteral("restore")),
              QStringList());
    EXPECT_EQ(m_server->terminate().value(), 0);

    m_store = emptyStore("bare");
    const auto bare = restore(without, m_store, filesAt("third"));
    ASSERT_TRUE(succeeded(bare));
    EXPECT_TRUE(bare->contains("only names: 1.")) << bare->constData();
    ASSERT_TRUE(succeeded(takeNothing(m_store)));
    m_server = launched(filesAt("third"));
    ASSERT_TRUE(m_server);
    EXPECT_EQ(fileOnServer().error().detail.left(3), QStringLiteral("404"));
    signInAgain(*inspector, "sample.inspector");
    EXPECT_TRUE(clean(inspector->syncWithFiles()));
    const auto again = fileOnServer();
    ASSERT_TRUE(succeeded(again)) << "its laptop has it and offers it to a server with another history";
    EXPECT_EQ(*again, photo);
}

TEST_P(Restore, backupWhileLaptopsPush_isOneMoment)
{
    auto inspector = laptopOf("sample.inspector");
    constexpr int kBefore = 5;
    for (int i = 0; i < kBefore; ++i)
        ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill %1").arg(i))));
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    QProcess process;
    bindToUs(process, SIGKILL);
    process.start(serverProgram(), QStringList{QStringLiteral("backup"), backupFile()} + m_store.arguments());
    ASSERT_TRUE(process.waitForStarted());
    for (int i = kBefore; process.state() != QProcess::NotRunning && i < 400; ++i) {
        ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill %1").arg(i))));
        inspector->sync();
        process.waitForFinished(1);
    }
    ASSERT_TRUE(process.state() == QProcess::NotRunning || process.waitForFinished(60'000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    const auto all = buildings(*inspector);

    EXPECT_EQ(m_server->terminate().value(), 0);
    m_store = emptyStore("restored");
    ASSERT_TRUE(succeeded(restore(backupFile(), m_store)));
    ASSERT_TRUE(succeeded(takeNothing(m_store)));
    m_server = launched();
    ASSERT_TRUE(m_server);
    auto auditor = laptopOf("sample.auditor");
    const auto kept = buildings(*auditor);
    EXPECT_GE(kept.size(), kBefore);
    for (const QString &id : kept)
        EXPECT_TRUE(all.contains(id));
    expectAuditHolds();
}

TEST_P(Restore, whatIsNotEmptyOrNoBackup_isRefusedAndLeftAlone)
{
    auto inspector = laptopOf("sample.inspector");
    ASSERT_TRUE(succeeded(inspector->registerBuilding("LHE", QStringLiteral("Sample mill"))));
    ASSERT_TRUE(clean(inspector->syncUntilClean()));
    ASSERT_TRUE(succeeded(backUp()));
    EXPECT_FALSE(backUp()) << "no backup is written over";
    const auto nowhere = ServerProcess::command(
        QStringList{QStringLiteral("backup"), m_folder.filePath(QStringLiteral("no such folder/backup.tar"))} +
        m_store.arguments());
    ASSERT_FALSE(nowhere);
    EXPECT_TRUE(nowhere.error().detail.contains(QStringLiteral("folder for the backup cannot be written")))
        << qPrintable(nowhere.error().detail);
    EXPECT_FALSE(restore(backupFile(), m_store)) << "over a store that is in use";

    const ServerStore empty = emptyStore("empty");
    QFile damaged(m_folder.filePath(QStringLiteral("damaged.tar")));
    ASSERT_TRUE(QFile::copy(backupFile(), damaged.fileName()));
    ASSERT_TRUE(damaged.open(QIODevice::ReadWrite));
    damaged.seek(damaged.size() / 2);
    damaged.write("damaged here");
    damaged.close();
    const auto refused = restore(damaged.fileName(), empty);
    EXPECT_FALSE(refused);
    QFile text(m_folder.filePath(QStringLiteral("text.tar")));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write("no archive at all");
    text.close();
    const auto noArchive = restore(text.fileName(), empty);
    ASSERT_FALSE(noArchive);
    EXPECT_TRUE(noArchive.error().detail.contains(QStringLiteral("This is no backup of Markaz: it is no archive")))
        << qPrintable(noArchive.error().detail);
    // An archive with a way out of its folder.
    const QString outside = m_folder.filePath(QStringLiteral("outside.tar"));
    ASSERT_EQ(QProcess::execute(QStringLiteral("tar"),
                                {QStringLiteral("-P"), QStringLiteral("-cf"), outside, QStringLiteral("--transform"),
                                 QStringLiteral("s,^.*$,../escaped,"), text.fileName()}),
              0);
    EXPECT_FALSE(restore(outside, empty));
    EXPECT_FALSE(QFile::exists(m_folder.filePath(QStringLiteral("escaped"))));

    EXPECT_TRUE(succeeded(restore(backupFile(), empty))) << "after all that it was as empty as before";
    EXPECT_EQ(laptopOf("sample.auditor")->counts().value(QStringLiteral("building")), 1)
        << "and the server that ran meanwhile goes on";
}

} // namespace
} // namespace markaz::test
