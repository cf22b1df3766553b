// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/storage/cachefixture.h"
#include "tests/core/workflow/answering.h"
#include "tests/support/childprocess.h"

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

TEST_F(AnsweringTest, aFullDisk_isToldAndWhatWasAcknowledgedStays)
{
    const auto run = [&](const QString &program, const QStringList &what) {
        QProcess process;
        test::bindToUs(process, SIGKILL);
        process.start(program, what);
        EXPECT_TRUE(process.waitForFinished(60'000));
        return read(process.readAllStandardOutput());
    };
    const auto opened = openCache(m_path, test::gazetteer(), m_clock);
    const int pages = (*opened->database->row(QStringLiteral("PRAGMA page_count")).value())[0].toInt();
    const Answered limited = run(kProgram, arguments(100'000, {QStringLiteral("--pages"), QString::number(pages + 20)}));
    EXPECT_EQ(limited.error, QStringLiteral("storage_full"));
    EXPECT_GT(limited.acknowledged.size(), 0);
    expectAll(limited.acknowledged);
    // With room again it goes on where it stopped.
    const Answered more = run(kProgram, arguments(10));
    EXPECT_EQ(more.error, QString());
    EXPECT_EQ(more.acknowledged.size(), 10);
    expectAll(limited.acknowledged + more.acknowledged);
}

} // namespace
} // namespace markaz
