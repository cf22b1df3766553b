// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/cachefixture.h"
#include "tests/core/workflow/answering.h"
#include "tests/support/childprocess.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>

namespace markaz {
namespace {

const QString kProgram = QStringLiteral(MARKAZ_ANSWERING);

/// What a run of workflow_answering printed: the acknowledged answers in order.
struct Answered
{
    QList<std::pair<QString, QString>> acknowledged;
    QString error;
};

Answered read(const QByteArray &output)
{
    Answered answered;
    const QList<QByteArray> lines = output.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) { // the last piece is no whole line
        const QStringList words = QString::fromLatin1(lines[i]).split(QLatin1Char(' '));
        if (words.value(0) == QLatin1String("ack"))
            answered.acknowledged.append({words.value(1), words.value(2)});
        else if (words.value(0) == QLatin1String("error"))
            answered.error = words.value(1);
    }
    return answered;
}

class AnsweringTest : public test::CacheFixture
{
protected:
    const QByteArray m_key = QByteArray(32, 'k').toHex();
    ColumnSealer m_theirSealer{SecretKey::fromBytes(QByteArray(32, 'k')).value()};

    void SetUp() override
    {
        CacheFixture::SetUp();
        RecordRepository records(*m_database, m_theirSealer);
        ASSERT_TRUE(records.putFromServer({Entity::Building, test::kBuilding, 1, buildingFields("LHE", 1)}, {}).ok());
        close();
    }
    void close()
    {
        m_outbox.reset();
        m_records.reset();
        m_database.reset();
    }
    QStringList arguments(int count, const QStringList &more = {})
    {
        return QStringList{m_path, QString::fromLatin1(m_key), QString::number(count)} + more;
    }
    static Answered run(const QStringList &what)
    {
        QProcess process;
        test::bindToUs(process, SIGKILL);
        process.start(kProgram, what);
        EXPECT_TRUE(process.waitForFinished(120'000));
        return read(process.readAllStandardOutput());
    }
    /// Every acknowledged answer is in the outbox, in order, and the record shows what the outbox says.
    void expectAll(const QList<std::pair<QString, QString>> &acknowledged)
    {
        auto opened = openCache(m_path, test::gazetteer(), m_clock);
        ASSERT_TRUE(opened.ok());
        ASSERT_FALSE(opened->movedAside.has_value());
        OutboxRepository outbox(*opened->database, m_theirSealer);
        const auto rows = outbox.list(std::nullopt, 1'000'000);
        ASSERT_TRUE(rows.ok());
        QList<std::pair<QString, QString>> owed;
        QJsonObject rebuilt;
        for (const OutboxRow &row : *rows) {
            ASSERT_EQ(row.change.entity, Entity::Inspection);
            rebuilt = applied(rebuilt, row.change.fields);
            if (row.change.kind == ChangeKind::Patch) {
                owed.append({row.change.fields.firstKey().mid(8),
                             row.change.fields.first().after.toObject().value(QStringLiteral("value")).toString()});
            }
        }
        // An answer may be on disk that death kept from being told; never the other way round.
        ASSERT_GE(owed.size(), acknowledged.size());
        ASSERT_LE(owed.size(), acknowledged.size() + 1);
        EXPECT_EQ(owed.mid(0, acknowledged.size()), acknowledged);
        RecordRepository records(*opened->database, m_theirSealer);
        ASSERT_EQ(records.count(Entity::Inspection).value(), rows->isEmpty() ? 0 : 1);
        if (!rows->isEmpty()) {
            EXPECT_EQ(records.require(Entity::Inspection, rows->first().change.id)->fields, rebuilt);
        }
    }
};

TEST_F(AnsweringTest, killedAtRandom_losesNoAcknowledgedAnswer)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    QRandomGenerator random(seed);
    QList<std::pair<QString, QString>> all;
    for (int kill = 0; kill < 10; ++kill) {
        QProcess process;
        test::bindToUs(process, SIGKILL);
        process.start(kProgram, arguments(1'000'000));
        ASSERT_TRUE(process.waitForStarted());
        const int lines = random.bounded(60); // and then wherever it stands
        QByteArray output;
        while (output.count('\n') < lines && process.waitForReadyRead(30'000))
            output += process.readAllStandardOutput();
        process.kill();
        ASSERT_TRUE(process.waitForFinished());
        ASSERT_EQ(process.exitStatus(), QProcess::CrashExit);
        output += process.readAllStandardOutput();
        const Answered answered = read(output);
        ASSERT_EQ(answered.error, QString());
        ASSERT_GE(answered.acknowledged.size(), lines - 1);

        // The next run starts from what the disk has, the untold answer included.
        all += answered.acknowledged;
        expectAll(all);
        if (HasFatalFailure())
            return;
        auto opened = openCache(m_path, test::gazetteer(), m_clock);
        OutboxRepository outbox(*opened->database, m_theirSealer);
        const auto rows = outbox.list(std::nullopt, 1'000'000);
        QList<std::pair<QString, QString>> onDisk;
        for (const OutboxRow &row : *rows) {
            if (row.change.kind == ChangeKind::Patch)
                onDisk.append({row.change.fields.firstKey().mid(8),
                               row.change.fields.first().after.toObject().value(QStringLiteral("value")).toString()});
        }
        all = onDisk;
    }
    EXPECT_GT(all.size(), 50);
}

TEST_F(AnsweringTest, aDatabaseAtItsLimit_isToldAndWhatWasAcknowledgedStays)
{
    int pages = 0;
    {
        const auto opened = openCache(m_path, test::gazetteer(), m_clock);
        ASSERT_TRUE(opened.ok());
        const auto counted = opened->database->row(QStringLiteral("PRAGMA page_count"));
        ASSERT_TRUE(counted.ok() && counted.value().has_value());
        pages = counted.value()->value(0).toInt();
    }
    const Answered limited = run(arguments(100'000, {QStringLiteral("--pages"), QString::number(pages + 20)}));
    EXPECT_EQ(limited.error, QStringLiteral("storage_full"));
    EXPECT_GT(limited.acknowledged.size(), 0);
    expectAll(limited.acknowledged);
    // With room again it goes on where it stopped.
    const Answered more = run(arguments(10));
    EXPECT_EQ(more.error, QString());
    EXPECT_EQ(more.acknowledged.size(), 10);
    expectAll(limited.acknowledged + more.acknowledged);
}

TEST_F(AnsweringTest, aFullDisk_isToldAndWhatWasAcknowledgedStays)
{
    // A real disk of three megabytes: a tmpfs in a mount namespace of its own, for which no rights are needed where the
    // kernel lets users have one. Where it does not (some containers), the file's own limit stands in for the disk.
    const QString script = QStringLiteral(
        "set -e; mount -t tmpfs -o size=3m tmpfs \"$1\"; cp \"$2\" \"$1/cache.sqlite\"; cp \"$2\" \"$1/other.sqlite\"; "
        "\"$3\" \"$1/cache.sqlite\" \"$4\" 100000 || true; "
        "dd if=/dev/zero of=\"$1/rest\" bs=1k 2>/dev/null || true; echo again; "
        "\"$3\" \"$1/other.sqlite\" \"$4\" 5 || true; rm \"$1/rest\"; cp \"$1\"/cache.sqlite* \"$5\"");
    ASSERT_TRUE(QDir().mkpath(m_dir.filePath(QStringLiteral("disk"))));
    ASSERT_TRUE(QDir().mkpath(m_dir.filePath(QStringLiteral("after"))));
    QProcess process;
    test::bindToUs(process, SIGKILL);
    process.start(QStringLiteral("unshare"),
                  {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh"),
                   m_dir.filePath(QStringLiteral("disk")), m_path, kProgram, QString::fromLatin1(m_key),
                   m_dir.filePath(QStringLiteral("after"))});
    const bool ended = process.waitForFinished(120'000);
    const QByteArray output = process.readAllStandardOutput();
    const qsizetype again = output.indexOf("again\n");
    Answered answered = read(output.left(again < 0 ? output.size() : again));
    if (ended && process.exitCode() == 0) {
        m_path = m_dir.filePath(QStringLiteral("after/cache.sqlite"));
        // With no room at all not even the log's files can be made: the program says the same when it starts.
        const Answered full = read(output.mid(again));
        EXPECT_EQ(full.error, QStringLiteral("storage_full"));
        EXPECT_EQ(full.acknowledged.size(), 0);
    } else {
        ASSERT_EQ(answered.acknowledged.size(), 0)
            << "the disk was there, and something else went wrong: " << process.readAllStandardError().constData();
        RecordProperty("disk", "limited by the file itself");
        answered = run(arguments(100'000, {QStringLiteral("--pages"), QStringLiteral("400")}));
    }
    EXPECT_EQ(answered.error, QStringLiteral("storage_full"));
    EXPECT_GT(answered.acknowledged.size(), 0);
    expectAll(answered.acknowledged);
    const Answered more = run(arguments(10));
    EXPECT_EQ(more.acknowledged.size(), 10);
    expectAll(answered.acknowledged + more.acknowledged);
}

} // namespace
} // namespace markaz
