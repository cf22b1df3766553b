// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/messages.h"
#include "core/support/gzip.h"
#include "tests/bench/figures.h"
#include "tests/bench/workload.h"
#include "tests/support/httpclient.h"
#include "tests/support/postgres.h"
#include "tests/support/serverprocess.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <numeric>

namespace markaz::bench {
namespace {

using test::HttpClient;
using test::HttpConnection;
using test::PostgresServer;
using test::ServerProcess;
using test::ServerStore;

constexpr int kBatch = 100;
const QString kPassword = QStringLiteral("sample passphrase 7");
const QString kName = QStringLiteral("sample.inspector");
const QString kReference = QStringLiteral("reference");
const QString kRaw = QStringLiteral("raw");
/// Of table record, but for the one that PostgreSQL makes of the others.
const QString kColumns =
    QStringLiteral("id, entity, rev, seq, province, assignee, parent, ukey, deleted, changed_at, data");

Change creationOf(const Record &record, Workload &workload)
{
    return {workload.nextId(),
            record.entity,
            record.id,
            ChangeKind::Create,
            0,
            1,
            QStringLiteral("2026-11-23T09:00:00.000Z"),
            differences(specOf(record.entity), {}, record.fields)};
}

/// Bodies as the laptop sends them: compact JSON, gzipped.
QList<QByteArray> batchesOf(const QList<Record> &records, Workload &workload)
{
    QList<QByteArray> bodies;
    for (qsizetype at = 0; at < records.size(); at += kBatch) {
        protocol::PushRequest request;
        request.batchId = workload.nextId();
        for (const Record &record : records.mid(at, kBatch))
            request.changes.append(creationOf(record, workload));
        bodies.append(gzip(QJsonDocument(protocol::encode(request)).toJson(QJsonDocument::Compact)));
    }
    return bodies;
}

/// PostgreSQL with three databases of the server's making, a server process on one of them, and a connection to it. The
/// server's user is no superuser, so that row security holds for it; psql's is one.
class Bed
{
public:
    static Result<std::unique_ptr<Bed>> make(const Options &options);

    /// Sends \p bodies one after the other on one connection; every change must be applied.
    Result<void> push(const QList<QByteArray> &bodies);
    /// Writes the rows that the store got since the last call to files; how many there are.
    Result<qint64> dumpNew();
    /// Copies those files into the tables of the other database, in one transaction: milliseconds of each statement, as
    /// psql tells them, the commit's last.
    Result<QList<double>> copy();
    /// Upserts the \p count newest records into the third database out of JSON, a batch a transaction: milliseconds.
    Result<double> upsert(qint64 count);
    Result<void> settleDown();
    /// Seconds of processor time that the server has taken so far, PostgreSQL's not among them.
    Result<double> serverSeconds() const { return processorSecondsOf(m_server->pid()); }

    QString inspectorId;

private:
    explicit Bed(const QString &pattern)
        : m_folder(pattern)
    {
    }
    Result<QByteArray> sql(const QString &text, const QString &database = QStringLiteral("markaz"))
    {
        return m_postgres->sql(text, database);
    }
    /// Milliseconds of each of the \p statements of \p script, as psql tells them.
    Result<QList<double>> timesOf(const QString &script, const QString &database, int statements);
    QString file(const char *table) const { return m_folder.filePath(QLatin1String(table)); }

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_postgres; // outlives the server on it
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<HttpConnection> m_connection;
    qint64 m_seq = 0;
    qint64 m_audit = 0;
    QString m_op;
};

Result<std::unique_ptr<Bed>> Bed::make(const Options &options)
{
    std::unique_ptr<Bed> bed(new Bed(options.workFolder + QStringLiteral("/push-XXXXXX")));
    auto postgres = PostgresServer::start();
    if (!postgres)
        return postgres.error();
    bed->m_postgres = std::move(*postgres);
    auto prepared = bed->sql(QStringLiteral("CREATE ROLE server LOGIN;\n"
                                            "ALTER DATABASE markaz OWNER TO server;\n"
                                            "CREATE DATABASE %1 OWNER server;\n"
                                            "CREATE DATABASE %2 OWNER server;\n")
                                 .arg(kReference, kRaw));
    if (!prepared)
        return prepared.error();
    const auto storeIn = [&](const QString &database) {
        return ServerStore{
            bed->m_folder.filePath(database),
            bed->m_postgres->url(database).replace(QStringLiteral("//markaz@"), QStringLiteral("//server@"))};
    };
    const ServerStore store = storeIn(QStringLiteral("markaz"));
    for (const ServerStore &each : {store, storeIn(kReference), storeIn(kRaw)}) { // the first command makes the tables
        auto added = ServerProcess::addAccount(each, kName, QStringLiteral("inspector"), {QStringLiteral("PK-PB")},
                                               kPassword.toUtf8());
        if (!added)
            return added.error();
    }
    auto server = ServerProcess::start(store);
    if (!server)
        return server.error();
    bed->m_server = std::move(*server);
    bed->m_client = std::make_unique<HttpClient>(bed->m_server->url());
    auto signedIn = bed->m_client->signIn(kName, kPassword);
    if (!signedIn)
        return signedIn.error();
    auto session = protocol::decode<protocol::SessionReply>(signedIn->json());
    if (!session)
        return session.error();
    bed->inspectorId = session->account.accountId;
    auto connection = HttpConnection::open(bed->m_server->url());
    if (!connection)
        return connection.error();
    bed->m_connection = std::make_unique<HttpConnection>(std::move(*connection));
    return bed;
}

Result<void> Bed::push(const QList<QByteArray> &bodies)
{
    for (const QByteArray &body : bodies) {
        const QByteArray request = m_client->bytesOf("POST", "/api/v1/changes", body,
                                                     {{"Content-Encoding", "gzip"}, {"Connection", "keep-alive"}});
        if (auto sent = m_connection->send(request); !sent)
            return sent;
        auto reply = m_connection->reply(60'000);
        if (!reply)
            return reply.error();
        auto results = protocol::decode<protocol::PushReply>(reply->json());
        if (reply->status != 200 || !results)
            return makeError(
                ErrorCode::Refused,
                QStringLiteral("status %1: %2").arg(reply->status).arg(QString::fromUtf8(reply->body.left(300))));
        for (const protocol::ChangeResult &result : std::as_const(results->results)) {
            if (result.outcome != markaz::Outcome::Applied)
                return makeError(ErrorCode::Refused,
                                 QStringLiteral("%1 %2 %3").arg(token(result.outcome), result.code, result.message));
        }
    }
    return {};
}

Result<qint64> Bed::dumpNew()
{
    const QString script = QStringLiteral("\\copy (SELECT %7 FROM record WHERE seq > %1 ORDER BY seq) TO '%4'\n"
                                          "\\copy (SELECT * FROM ledger WHERE op_id > '%2' ORDER BY op_id) TO '%5'\n"
                                          "\\copy (SELECT * FROM audit WHERE n > %3 ORDER BY n) TO '%6'\n")
                               .arg(m_seq)
                               .arg(m_op)
                               .arg(m_audit)
                               .arg(file("record"), file("ledger"), file("audit"), kColumns);
    if (auto dumped = sql(script); !dumped)
        return dumped.error();
    const auto marks = sql(QStringLiteral("SELECT (SELECT max(seq) FROM record), (SELECT max(n) FROM audit), "
                                          "(SELECT max(op_id) FROM ledger)"));
    if (!marks)
        return marks.error();
    const QList<QByteArray> cells = marks->trimmed().split('|');
    if (cells.size() != 3)
        return makeError(ErrorCode::Malformed, QString::fromUtf8(*marks));
    const qint64 before = m_seq;
    m_seq = cells.at(0).toLongLong();
    m_audit = cells.at(1).toLongLong();
    m_op = QString::fromLatin1(cells.at(2));
    return m_seq - before;
}

Result<QList<double>> Bed::copy()
{
    return timesOf(QStringLiteral("BEGIN;\n"
                                  "\\copy record (%4) FROM '%1'\n"
                                  "\\copy ledger FROM '%2'\n"
                                  "\\copy audit FROM '%3'\n"
                                  "COMMIT;\n")
                       .arg(file("record"), file("ledger"), file("audit"), kColumns),
                   kReference, 5);
}

Result<double> Bed::upsert(qint64 count)
{
    const auto batches = sql(QStringLiteral("SELECT jsonb_agg(r ORDER BY seq) FROM (SELECT %1 FROM record "
                                            "ORDER BY seq DESC LIMIT %2) r GROUP BY (seq - 1) / %3 ORDER BY min(seq)")
                                 .arg(kColumns)
                                 .arg(count)
                                 .arg(kBatch));
    if (!batches)
        return batches.error();
    QStringList updates;
    for (const QString &column : kColumns.split(QStringLiteral(", ")).mid(1))
        updates.append(QStringLiteral("%1 = excluded.%1").arg(column));
    QString script;
    int statements = 0;
    for (QByteArray batch : batches->trimmed().split('\n')) {
        script +=
            QStringLiteral(
                "BEGIN;\nINSERT INTO record (%1) SELECT %1 FROM jsonb_populate_recordset(NULL::public.record, '")
                .arg(kColumns) +
            QString::fromUtf8(batch.replace("'", "''")) +
            QStringLiteral("') ON CONFLICT (id) DO UPDATE SET %1;\nCOMMIT;\n").arg(updates.join(QStringLiteral(", ")));
        statements += 3;
    }
    const auto times = timesOf(script, kRaw, statements);
    if (!times)
        return times.error();
    return std::accumulate(times->begin(), times->end(), 0.0);
}

Result<QList<double>> Bed::timesOf(const QString &script, const QString &database, int statements)
{
    auto printed = sql(QStringLiteral("\\timing on\n") + script, database);
    if (!printed)
        return printed.error();
    static const QRegularExpression line(QStringLiteral("Time: ([0-9.]+) ms"));
    QList<double> times;
    auto matches = line.globalMatch(QString::fromUtf8(*printed));
    while (matches.hasNext())
        times.append(matches.next().captured(1).toDouble());
    if (times.size() != statements)
        return makeError(ErrorCode::Malformed, QString::fromUtf8(printed->left(300)));
    return times;
}

Result<void> Bed::settleDown()
{
    auto done = sql(QStringLiteral("CHECKPOINT"));
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

/// 2026-11-24: a plain driver and not Google Benchmark: whole processes take part, and each repetition copies the rows
/// that its push has just made, so both stores grow alike.
Result<Outcome> push(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    auto made = Bed::make(options);
    if (!made)
        return made.error();
    Bed &bed = **made;
    Workload workload(*carried, options.seed);
    const QList<Record> buildings = workload.buildings(options.inspections() / 4 + 1);
    if (auto dumped = bed.dumpNew(); !dumped) // the account's, which both databases have
        return dumped.error();
    if (auto pushed = bed.push(batchesOf(buildings, workload)); !pushed)
        return pushed.error();
    if (auto dumped = bed.dumpNew(); !dumped)
        return dumped.error();
    if (auto copied = bed.copy(); !copied)
        return copied.error();

    Figure share{QStringLiteral("throughput, push / COPY"),
                 QStringLiteral("%"),
                 {},
                 Bound{Bound::Kind::AtLeast, 15},
                 Bound{Bound::Kind::AtLeast, 25}};
    Figure ofRaw{QStringLiteral("throughput, push / upsert"),
                 QStringLiteral("%"),
                 {},
                 Bound{Bound::Kind::AtLeast, 55},
                 Bound{Bound::Kind::AtLeast, 80}};
    Figure upserted{QStringLiteral("upsert, inspections"), QStringLiteral("/s"), {}, {}, {}};
    Figure records{QStringLiteral("against COPY of table record alone"), QStringLiteral("%"), {}, {}, {}};
    Figure pushed{QStringLiteral("push, inspections"), QStringLiteral("/s"), {}, {}, {}};
    Figure copied{QStringLiteral("COPY, inspections"), QStringLiteral("/s"), {}, {}, {}};
    Figure server{QStringLiteral("server's processor time, an inspection"),
                  QStringLiteral("ms"),
                  {},
                  Bound{Bound::Kind::AtMost, 1},
                  Bound{Bound::Kind::AtMost, 0.5}};
    QStringList notes;
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms both up
        const int count = i < 0 ? kBatch : options.inspections();
        const QList<Record> drafts = workload.inspections(count, buildings, bed.inspectorId, false);
        const QList<QByteArray> bodies = batchesOf(drafts, workload);
        if (auto settled = bed.settleDown(); !settled)
            return settled.error();
        const auto before = bed.serverSeconds();
        auto took = timed([&] { return bed.push(bodies); });
        if (!took)
            return took.error();
        const auto after = bed.serverSeconds();
        if (!before || !after)
            return before ? after.error() : before.error();
        auto dumped = bed.dumpNew();
        if (!dumped || *dumped != count)
            return makeError(ErrorCode::Internal, QStringLiteral("the push did not write every record"));
        if (auto settled = bed.settleDown(); !settled)
            return settled.error();
        auto times = bed.copy();
        if (!times)
            return times.error();
        if (auto settled = bed.settleDown(); !settled)
            return settled.error();
        const auto raw = bed.upsert(count);
        if (!raw)
            return raw.error();
        if (i < 0)
            continue;
        const double all = std::accumulate(times->begin(), times->end(), 0.0) / 1e3;
        const double alone = (times->at(0) + times->at(1) + times->at(4)) / 1e3;
        share.values.append(100 * all / took->seconds);
        records.values.append(100 * alone / took->seconds);
        pushed.values.append(count / took->seconds);
        server.values.append(1e3 * (*after - *before) / count);
        copied.values.append(count / all);
        ofRaw.values.append(100 * (*raw / 1e3) / took->seconds);
        upserted.values.append(1e3 * count / *raw);
        if (notes.isEmpty())
            notes.append(QStringLiteral("%1 inspections of %2 bytes, %3 a request, one connection")
                             .arg(count)
                             .arg(Workload::meanBytes(drafts))
                             .arg(kBatch));
    }
    return Outcome{
        QStringLiteral("push"),
        QStringLiteral("A push over HTTP to the real server on PostgreSQL 15: authenticated, judged, merged, kept "
                       "in the ledger and the audit's chain"),
        QStringLiteral("psql \\copy of the rows that the push made into the same tables (record, ledger, audit) with "
                       "their keys, one transaction; an upsert of the same records out of JSON, %1 a transaction")
            .arg(kBatch),
        {share, ofRaw, records, server, pushed, copied, upserted},
        notes};
}

} // namespace markaz::bench
