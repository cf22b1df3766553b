// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files from one laptop by way of a real server to another.
#include "tests/integration/realserver.h"
#include "tests/support/samplefiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>

namespace markaz::test {
namespace {

class RealFiles : public RealServer
{
protected:
    /// A JPEG's head with \p size more bytes before its end that look like nothing.
    QString photo(const QString &name, qint64 size, int seed)
    {
        QRandomGenerator random(static_cast<quint32>(seed));
        QByteArray noise(size, Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(255)); // never FF, so never a marker
        QByteArray bytes = jpegHead("sample " + QByteArray::number(seed));
        bytes.insert(bytes.size() - 2, noise);
        return writeFile(m_folder.filePath(name), bytes);
    }
    /// Asks for runs until \p count files of the inspection are known to be on the server and are on the laptop.
    static void untilHere(Laptop &laptop, const QString &inspectionId, int count)
    {
        laptop.syncUntil([&](const SyncSnapshot &) {
            const auto rows = EvidenceList(laptop.workspace()).of(inspectionId);
            const ContentStore store = contentStoreOf(laptop.workspace());
            return rows && count == std::count_if(rows->begin(), rows->end(), [&store](const EvidenceRow &row) {
                               return row.received && store.has(row.sha256);
                           });
        });
    }
    static QByteArray contentOf(Laptop &laptop, const Evidence &evidence)
    {
        const auto bytes =
            contentStoreOf(laptop.workspace()).read(evidence.sha256(), 0, std::numeric_limits<int>::max());
        EXPECT_TRUE(succeeded(bytes));
        return bytes ? *bytes : QByteArray();
    }
};

INSTANTIATE_TEST_SUITE_P(Stores, RealFiles, testing::Values("sqlite", "postgres"), storeName);

TEST_P(RealFiles, seventeenFiles_certificateOnlyWhenAllAreThere)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample textile mill"));
    ASSERT_TRUE(succeeded(building));
    const auto draft = inspector->begin(building->id());
    ASSERT_TRUE(succeeded(draft));
    ASSERT_TRUE(succeeded(inspector->answerAll(draft->id())));
    QList<Evidence> evidence;
    const auto attach = [&](int from, int to) {
        for (int i = from; i <= to; ++i) {
            auto one = inspector->attach(draft->id(), QStringLiteral("C-02"),
                                         photo(QStringLiteral("sample %1.jpg").arg(i), 40'000 * i, i));
            ASSERT_TRUE(succeeded(one));
            evidence.append(*one);
        }
    };
    attach(1, 15);
    inspector->withFiles(true);
    inspector->syncWithFiles();
    inspector->withFiles(false); // from here on the line lets only records through
    attach(16, 17);
    ASSERT_TRUE(succeeded(inspector->submit(draft->id())));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));

    officer->withFiles(true);
    untilHere(*officer, draft->id(), 15);
    EXPECT_EQ(officer->filesOf(draft->id()).all, 17);
    EXPECT_EQ(officer->filesOf(draft->id()).received, 15);
    for (int i = 0; i < 15; ++i) // under review: they came by themselves
        EXPECT_EQ(contentOf(*officer, evidence[i]), contentOf(*inspector, evidence[i])) << i;
    EXPECT_FALSE(contentStoreOf(officer->workspace()).has(evidence[16].sha256()));

    ASSERT_TRUE(
        succeeded(ReviewInspection(officer->workspace())
                      .run(officer->me(), draft->id(), QStringLiteral("accept"), QStringLiteral("As seen"), {})));
    const auto issue = [&] {
        return DecideCertificate(officer->workspace())
            .issue(officer->me(), draft->id(), QStringLiteral("full"), 100, QStringLiteral("As seen"));
    };
    const auto early = issue();
    ASSERT_FALSE(early.ok());
    EXPECT_EQ(early.error().where, QStringLiteral("evidence"));
    EXPECT_TRUE(clean(officer->syncUntilClean()));

    inspector->withFiles(true);
    inspector->syncWithFiles();
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_TRUE(officer->filesOf(draft->id()).complete());
    ASSERT_TRUE(succeeded(issue()));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    const auto certificate = CertificateRepository(officer->workspace().database).ofInspection(draft->id());
    ASSERT_TRUE(certificate.ok());
    EXPECT_TRUE(certificate->has_value());
    untilHere(*inspector, draft->id(), 17); // the inspector's laptop knows it too
    expectAuditHolds();
}

TEST_P(RealFiles, decisionMadeElsewhere_isHeldUntilTheFilesAreThere)
{
    auto inspector = laptopOf("sample.inspector");
    auto officer = laptopOf("sample.officer");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample school"));
    ASSERT_TRUE(succeeded(building));
    const auto draft = inspector->begin(building->id());
    ASSERT_TRUE(succeeded(draft));
    ASSERT_TRUE(succeeded(inspector->answerAll(draft->id())));
    ASSERT_TRUE(succeeded(inspector->attach(draft->id(), {}, photo(QStringLiteral("sample.jpg"), 1000, 1))));
    ASSERT_TRUE(succeeded(inspector->submit(draft->id())));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    ASSERT_TRUE(
        succeeded(ReviewInspection(officer->workspace())
                      .run(officer->me(), draft->id(), QStringLiteral("accept"), QStringLiteral("As seen"), {})));
    // A laptop that knows nothing of files decides all the same.
    ChangeSet changes(officer->workspace(), officer->me());
    ASSERT_TRUE(succeeded(
        changes.create(Entity::Decision, {{QStringLiteral("kind"), QStringLiteral("issue")},
                                          {QStringLiteral("inspection"), draft->id()},
                                          {QStringLiteral("officer"), officer->me().accountId},
                                          {QStringLiteral("grade"), QStringLiteral("full")},
                                          {QStringLiteral("seats"), 100},
                                          {QStringLiteral("reason"), QStringLiteral("As seen")},
                                          {QStringLiteral("made_at"), QStringLiteral("2026-11-23T10:00:00.000Z")}})));
    ASSERT_TRUE(succeeded(changes.commit()));
    officer->sync();
    EXPECT_EQ(officer->owed().held, 1);
    const auto none = CertificateRepository(officer->workspace().database).ofInspection(draft->id());
    EXPECT_TRUE(none.ok() && !none->has_value());

    inspector->withFiles(true);
    inspector->syncWithFiles();
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    const auto certificate = CertificateRepository(officer->workspace().database).ofInspection(draft->id());
    EXPECT_TRUE(certificate.ok() && certificate->has_value());
}

TEST_P(RealFiles, laptopKilledInTheMiddleOfAFile_goesOnFromWhatWasThere)
{
    auto inspector = laptopOf("sample.inspector");
    const QString profileOfIt = profile("sample.inspector");
    const auto building = inspector->registerBuilding("LHE", QStringLiteral("Sample mill"));
    ASSERT_TRUE(succeeded(building));
    const auto draft = inspector->begin(building->id());
    ASSERT_TRUE(succeeded(draft));
    const auto evidence = inspector->attach(draft->id(), {}, photo(QStringLiteral("large.jpg"), 60'000'000, 1));
    ASSERT_TRUE(succeeded(evidence));
    EXPECT_TRUE(clean(inspector->syncUntilClean()));
    inspector.reset(); // the profile belongs to the child now

    QProcess child;
    bindToUs(child, SIGKILL);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--send"), profileOfIt, m_server->url().toString()});
    QByteArray seen;
    ASSERT_TRUE(succeeded(waitForLine(child, "moved ", 60'000, seen)));
    child.kill(); // -9
    ASSERT_TRUE(child.waitForFinished());
    ASSERT_EQ(child.exitStatus(), QProcess::CrashExit);
    seen += child.readAll();
    ASSERT_FALSE(seen.contains("done")) << "the file was too small to be killed in";

    inspector = std::make_unique<Laptop>(profileOfIt, m_server->url());
    const auto jobs = FileRepository(inspector->workspace().database).list();
    ASSERT_TRUE(jobs.ok() && jobs->size() == 1);
    const qint64 before = jobs->first().done;
    EXPECT_GT(before, 0) << "what the server confirmed was on the disk before the next piece went";
    EXPECT_LT(before, evidence->size());
    qint64 least = evidence->size();
    inspector->withFiles(true);
    QObject::connect(&inspector->client(), &SyncClient::changed, &inspector->client(), [&] {
        const FileFigures files = inspector->client().snapshot().files;
        if (files.moving() && files.currentUp)
            least = std::min(least, files.currentBytes);
    });
    inspector->syncWithFiles();
    EXPECT_GE(least, before) << "nothing was sent again from the start";

    auto officer = laptopOf("sample.officer");
    EXPECT_TRUE(officer->filesOf(draft->id()).complete());
}

} // namespace
} // namespace markaz::test
