// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that are none (tests/data/malformed), and good ones with wrong bytes, against a real server: it refuses
// them, applies nothing, stays alive and does not grow.
#include "core/domain/change.h"
#include "core/protocol/messages.h"
#include "core/storage/database.h"
#include "core/support/idsource.h"
#include "tests/faults/faultsize.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/sanitized.h"
#include "tests/support/serverprocess.h"
#include "tests/support/sync/laptop.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <random>

using namespace markaz;
using namespace markaz::test;

namespace {

const QString kWho = QStringLiteral("sample.inspector");
const QByteArray kPassword = QByteArrayLiteral("sample.inspector-password");

struct Case
{
    QString name;
    QByteArray bytes;
    bool rejected = false; ///< answered by 200, and every change of it is rejected
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "\xNN" and "@40*text@" of the corpus.
QByteArray unpacked(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.mid(i, 2) == "\\x") {
            bytes += QByteArray::fromHex(text.mid(i + 2, 2));
            i += 3;
            continue;
        }
        const qsizetype star = text.indexOf('*', i);
        const qsizetype end = text.indexOf('@', i + 1);
        bool number = false;
        const int count = text.mid(i + 1, star - i - 1).toInt(&number);
        if (text.at(i) == '@' && number && star < end) {
            bytes += text.mid(star + 1, end - star - 1).repeated(count);
            i = end;
            continue;
        }
        bytes += text.at(i);
    }
    return bytes;
}

/// A real server with an account, an inspection, and an upload under way.
class Victim
{
public:
    Victim()
    {
        m_store.dataDir = m_folder.filePath(QStringLiteral("data"));
        EXPECT_TRUE(ServerProcess::addAccount(m_store, kWho, QStringLiteral("inspector"),
                                              {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}, kPassword));
        auto started = ServerProcess::start(m_store);
        if (!started)
            qFatal("%s", qPrintable(started.error().detail));
        m_server = std::move(*started);
        m_client = std::make_unique<HttpClient>(m_server->url());
        const auto signedIn = m_client->signIn(kWho, QString::fromLatin1(kPassword));
        EXPECT_EQ(signedIn.value().status, 201);
        m_account = signedIn->json().value(QStringLiteral("account")).toObject().value(QStringLiteral("id")).toString();
        beginUpload();
        m_before = counts();
    }

    QList<Case> corpus() const
    {
        QList<Case> cases;
        const QString folder = test::sourcePath(QStringLiteral("tests/data/malformed/"));
        for (const QString &name : QDir(folder).entryList({QStringLiteral("*.txt")})) {
            for (const QByteArray &text : parts(contentOf(folder + name)))
                cases.append(read(name, text));
        }
        return cases;
    }

    /// Sends it and looks at what comes back.
    void send(const Case &bad)
    {
        SCOPED_TRACE(testing::Message() << qPrintable(bad.name));
        const auto reply = ask(bad.bytes);
        if (!reply)
            return; // closed without a word
        if (bad.rejected) {
            EXPECT_EQ(reply->status, 200) << reply->body.constData();
            const QJsonArray results = reply->json().value(QStringLiteral("results")).toArray();
            EXPECT_FALSE(results.isEmpty());
            for (const auto &result : results)
                EXPECT_EQ(result[QStringLiteral("outcome")].toString(), QStringLiteral("rejected"));
            return;
        }
        EXPECT_TRUE((reply->status >= 400 && reply->status < 500) || reply->status == 501 || reply->status == 505)
            << reply->status << ' ' << reply->body.constData();
        if (!bad.bytes.startsWith("HEAD")) {
            EXPECT_TRUE(reply->header("content-type").startsWith("application/problem+json"));
            EXPECT_FALSE(reply->json().value(QStringLiteral("code")).toString().isEmpty());
        }
    }
    /// Whatever comes of it, it is an answer of HTTP and none of the server's own faults.
    void sendAnything(const QByteArray &bytes)
    {
        const auto reply = ask(bytes);
        if (reply) {
            EXPECT_TRUE(reply->status < 500 || reply->status == 501 || reply->status == 505) << reply->body.constData();
        }
    }

    void expectWell()
    {
        ASSERT_TRUE(m_server->running()) << m_server->output().constData();
        const auto health = m_client->get("/api/v1/health");
        ASSERT_TRUE(health);
        EXPECT_EQ(health->status, 200);
    }
    void expectNothingApplied() { EXPECT_EQ(counts(), m_before); }
    /// Always 0 where a sanitizer has its own share of it.
    qint64 residentKib() const
    {
        if (kSanitized)
            return 0;
        const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(m_server->pid()));
        return status.mid(status.indexOf("VmRSS:") + 6, 16).trimmed().split(' ').first().toLongLong();
    }

    /// Good requests, to be spoilt.
    QList<QByteArray> good()
    {
        const QByteArray push =
            QJsonDocument(pushOf(Entity::Owner, sampleOwner(QStringLiteral("Sample")), true)).toJson();
        const HttpHeaders json{{"Content-Type", "application/json"}};
        return {m_client->bytesOf("POST", "/api/v1/changes", push, json),
                m_client->bytesOf("GET", "/api/v1/changes?cursor=&limit=3", {}, {}),
                m_client->bytesOf("POST", "/api/v1/session/refresh", R"({"refresh_token": "nobody's"})", json),
                m_client->bytesOf("POST", "/api/v1/files", {},
                                  {{"Tus-Resumable", "1.0.0"},
                                   {"Upload-Length", "1000"},
                                   {"Upload-Metadata", "sha256 " + m_hash.toBase64()}}),
                m_client->bytesOf("PATCH", "/api/v1/files/" + m_upload, "abc",
                                  {{"Tus-Resumable", "1.0.0"},
                                   {"Upload-Offset", "0"},
                                   {"Content-Type", "application/offset+octet-stream"},
                                   {"Upload-Checksum", "sha256 ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="}})};
    }

private:
    Result<HttpReply> ask(const QByteArray &bytes)
    {
        auto connection = HttpConnection::open(m_server->url());
        if (!connection) {
            ADD_FAILURE() << "nobody listens: " << qPrintable(connection.error().detail);
            return connection.error();
        }
        static_cast<void>(connection->send(bytes)); // it may close before it has heard all
        connection->shutdownWriting();
        const bool head = bytes.startsWith("HEAD");
        auto reply = connection->reply(20'000, head ? HttpConnection::To::Head : HttpConnection::To::AnyOther);
        // Closed without a word is an answer; silence, and words that are no HTTP, are none.
        EXPECT_TRUE(reply || reply.error().code == ErrorCode::NetworkUnreachable) << qPrintable(reply.error().detail);
        return reply;
    }

    static QList<QByteArray> parts(const QByteArray &text)
    {
        QList<QByteArray> found;
        qsizetype from = 0;
        for (qsizetype end = 0; end >= 0; from = end + 5) {
            end = text.indexOf("----\n", from);
            found.append(text.mid(from, end < 0 ? -1 : end - from));
        }
        return found;
    }
    Case read(const QString &file, QByteArray text) const
    {
        Case one;
        while (text.startsWith("# ")) {
            const QByteArray line = text.left(text.indexOf('\n'));
            one.rejected = one.rejected || line == "# expect: rejected";
            if (one.name.isEmpty())
                one.name = file + QStringLiteral(": ") + QString::fromUtf8(line.mid(2));
            text.remove(0, line.size() + 1);
        }
        text.chop(1); // the line's end before ----
        const qsizetype headEnd = text.indexOf("\n\n");
        const QByteArray body = headEnd < 0 ? QByteArray() : unpacked(text.mid(headEnd + 2));
        QByteArray head = headEnd < 0 ? text : text.left(headEnd);
        head.replace("@TOKEN@", m_client->token());
        head.replace("@UPLOAD@", m_upload);
        head.replace("@LENGTH@", QByteArray::number(body.size()));
        head = unpacked(head);
        head.replace("\n", "\r\n");
        one.bytes = headEnd < 0 ? head : head + "\r\n\r\n" + body;
        return one;
    }

    QJsonObject pushOf(Entity entity, const QJsonObject &fields, bool fresh = false)
    {
        if (fresh || m_ids.isEmpty())
            m_ids.append(m_source.next());
        const Change change{m_source.next(),
                            entity,
                            m_ids.last(),
                            ChangeKind::Create,
                            0,
                            1,
                            QStringLiteral("2026-11-24T05:00:00.000Z"),
                            differences(specOf(entity), {}, fields)};
        return protocol::encode(protocol::PushRequest{m_source.next(), {}, {change}});
    }
    QString made(Entity entity, const QJsonObject &fields)
    {
        const auto reply = m_client->post("/api/v1/changes", pushOf(entity, fields, true));
        EXPECT_TRUE(reply && reply->body.contains("\"applied\"")) << (reply ? reply->body.constData() : "no reply");
        return m_ids.last();
    }
    void beginUpload()
    {
        const QString building = made(Entity::Building, sampleBuilding(1));
        const QString inspection = made(Entity::Inspection, sampleInspection(building, m_account));
        m_hash = QByteArray(64, '0');
        made(Entity::Evidence, {{QStringLiteral("inspection"), inspection},
                                {QStringLiteral("kind"), QStringLiteral("photo")},
                                {QStringLiteral("sha256"), QString::fromLatin1(m_hash)},
                                {QStringLiteral("size"), 1000},
                                {QStringLiteral("media_type"), QStringLiteral("image/jpeg")}});
        const auto begun = m_client->request(
            "POST", "/api/v1/files", {},
            {{"Tus-Resumable", "1.0.0"},
             {"Upload-Length", "1000"},
             {"Upload-Metadata", "sha256 " + m_hash.toBase64() + ",filetype " + QByteArray("image/jpeg").toBase64()}});
        ASSERT_TRUE(begun);
        EXPECT_EQ(begun->status, 201) << begun->body.constData();
        m_upload = begun->header("location").mid(begun->header("location").lastIndexOf('/') + 1);
    }
    /// Of every table that a request could write to; refusals are audited and quarantined, which lets nothing in.
    QList<int> counts()
    {
        auto database = Database::openSqlite(m_store.dataDir + QStringLiteral("/markaz.sqlite"), Database::Check::None);
        QList<int> rows;
        for (const char *table : {"record", "account", "session", "device", "file", "upload"})
            rows.append((*database)
                            ->row(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table))
                            .value()
                            ->value(0)
                            .toInt());
        rows.append(
            (*database)->row(QStringLiteral("SELECT coalesce(sum(rev), 0) FROM record")).value()->value(0).toInt());
        return rows;
    }

    QTemporaryDir m_folder;
    ServerStore m_store;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<HttpClient> m_client;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC)};
    SeededIdSource m_source{m_clock, 3};
    QStringList m_ids;
    QString m_account;
    QByteArray m_hash;
    QByteArray m_upload;
    QList<int> m_before;
};

QByteArray spoilt(QByteArray bytes, std::mt19937 &random)
{
    const auto pick = [&random](qsizetype below) {
        return static_cast<qsizetype>(random() % static_cast<quint32>(below));
    };
    for (qsizetype n = 1 + pick(4); n > 0 && !bytes.isEmpty(); --n) {
        const qsizetype at = pick(bytes.size());
        switch (pick(5)) {
        case 0:
            bytes[at] = static_cast<char>(pick(256));
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << pick(8)));
            break;
        case 2:
            bytes.remove(at, pick(8));
            break;
        case 3:
            bytes.insert(at, bytes.mid(pick(bytes.size()), pick(20)));
            break;
        default:
            bytes.truncate(std::max<qsizetype>(1, at));
            break;
        }
    }
    return bytes;
}

} // namespace

TEST(MalformedRequests, corpus_isRefusedAndAppliesNothing)
{
    Victim victim;
    const QList<Case> cases = victim.corpus();
    FaultRow("malformed-requests", "requests").run(static_cast<quint32>(cases.size()), 1, [&](quint32 n) {
        victim.send(cases.at(n - 1));
    });
    victim.expectWell();
    victim.expectNothingApplied();
    // By now it has all that it keeps; from here on it may not grow.
    const qint64 before = victim.residentKib();
    for (int round = longFaults() ? 200 : 3; round > 0; --round) {
        for (const Case &one : cases)
            victim.send(one);
    }
    EXPECT_LT(victim.residentKib(), before + 8 * 1024) << "KiB, from " << before;
    victim.expectWell();
    victim.expectNothingApplied();
}

TEST(MutatedRequests, goodOnesWithWrongBytes_areAnsweredAndHurtNobody)
{
    Victim victim;
    const QList<QByteArray> good = victim.good();
    const qint64 before = victim.residentKib();
    FaultRow("mutated-requests", "seeds", 200, 10'000).run([&](quint32 seed) {
        std::mt19937 random(seed);
        victim.sendAnything(spoilt(good.at(static_cast<qsizetype>(seed) % good.size()), random));
    });
    victim.expectWell();
    EXPECT_LT(victim.residentKib(), before + 32 * 1024) << "KiB, from " << before;
}
