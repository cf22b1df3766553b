// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Records against the audit: what looks to the program as it was written and is not, and what only looks altered.
#include "app/server/store/auditcheck.h"
#include "core/storage/migrator.h"
#include "tests/app/server/recordaudits.h"

#include <QDir>
#include <QFile>

#include <map>
#include <random>

namespace markaz::server::test {
namespace {

class RecordDisguise : public RecordAudits
{
protected:
    /// Runs \p set on the building, asks what is found, and puts the building back.
    QString foundWith(const QString &set)
    {
        const QString all =
            QStringLiteral("entity, rev, seq, province, assignee, parent, ukey, deleted, changed_at, data");
        keep(QStringLiteral("DROP TABLE IF EXISTS kept"));
        keep(QStringLiteral("CREATE TABLE kept AS SELECT %1 FROM record WHERE id = '%2'").arg(all, building));
        server.run(QStringLiteral("UPDATE record SET %1 WHERE id = '%2'").arg(set, building));
        QString words = found();
        server.run(QStringLiteral("DELETE FROM record WHERE id = '%1'").arg(building));
        server.run(QStringLiteral("INSERT INTO record (id, %1) SELECT '%2', %1 FROM kept").arg(all, building));
        expectWhole(qPrintable(set));
        return words;
    }
    /// Pushes a draft with \p more beside what it needs, path by path as JSON text; its id, or nothing when it is
    /// refused.
    QString pushRaw(const std::map<QByteArray, QByteArray> &more)
    {
        std::map<QByteArray, QByteArray> fields = more;
        const QJsonObject needed = draftFields(inspector.actor.accountId);
        for (auto it = needed.begin(); it != needed.end(); ++it) {
            const QByteArray list = QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact);
            fields[it.key().toUtf8()] = list.mid(1, list.size() - 2);
        }
        QByteArrayList steps;
        for (const auto &[path, value] : fields)
            steps.append('"' + path + "\":{\"new\":" + value + ",\"old\":null}");
        const QString id = server.ids().next();
        const QByteArray body = "{\"batch_id\":\"" + server.ids().next().toLatin1() +
                                R"(","changes":[{"base_rev":0,"entity":"inspection","fields":{)" + steps.join(',') +
                                R"(},"id":")" + id.toLatin1() +
                                R"(","kind":"create","made_at":"2026-11-24T05:00:00.000Z","op_id":")" +
                                server.ids().next().toLatin1() + R"(","schema":1}]})";
        const ApiResponse answer = server.call("POST", QStringLiteral("/api/v1/changes"), body, inspector.token);
        return answer.body.contains("\"applied\"") ? id : QString();
    }
};

TEST_P(RecordDisguise, hostileTextsAndNumbers_areHashedAsTheyAreRead)
{
    const QByteArray mark = "\xef\xbb\xbf";
    const QByteArrayList values{'"' + mark + "a note\"",
                                '"' + mark + mark + "a\"",
                                '"' + mark + '"',
                                '"' + mark + "a\\n\"",
                                R"("\ufeffa")",
                                R"("\ufeff\n")",
                                "\"\\\"\xef\xbb\xbf\"",
                                "\"\x7f\"",
                                "\"\xef\xbf\xbe\xef\xbf\xbf\xf4\x8f\xbf\xbf\"",
                                "\"e\xcc\x81\"",
                                R"("\u0000")",
                                R"("\ud800")",
                                R"("\ud83d\ude00")",
                                R"("\u001f\/\b")",
                                "-0",
                                "-0.0",
                                "1e3",
                                "1e17",
                                "-1e17",
                                "1e19",
                                "1e300",
                                "1e400",
                                "1e-400",
                                "5e-324",
                                "1.7976931348623157e308",
                                "0.1",
                                "1e-7",
                                "9007199254740993",
                                "9007199254740994.0",
                                "9223372036854775807",
                                "-9223372036854775808",
                                "9223372036854775808",
                                "18446744073709551616",
                                "123456789012345678901234567890",
                                R"({"a":1,"a":2})",
                                "{\"" + mark + "a\":1,\"a\":2,\"b\\n\":3}",
                                "{\"a\":2,\"" + mark + "a\":1}",
                                "{\"\xef\xbf\xbf\":1,\"\xf0\x9f\x98\x80\":2}",
                                "[1e17,\"" + mark + "a\",{\"a\":-1e17}]"};
    std::map<QString, QByteArray> pushed;
    for (const QByteArray &value : values) {
        // As a draft's text and as a tree; the last one is a member that begins with the mark.
        for (const QByteArray &path : {QByteArray("notes.C-02"), QByteArray("unknown"), QByteArray("answers.C-02"),
                                       QByteArray("notes.\xef\xbb\xbf"
                                                  "C-02")}) {
            std::map<QByteArray, QByteArray> fields{{path, value}};
            if (path.startsWith("notes.\xef"))
                fields["notes.C-02"] = "\"another\"";
            pushed[pushRaw(fields)] = path + " = " + value;
        }
    }
    EXPECT_GT(pushed.size(), 80U) << "the others are numbers and texts that no change may hold";
    for (const RecordFinding &finding : report().findings)
        ADD_FAILURE() << qPrintable(token(finding.kind)) << ' ' << pushed[finding.id].constData();
}

TEST_P(RecordDisguise, randomTextsAndNumbers_areHashedAsTheyAreRead)
{
    // All but the last three are such as a draft's text is made of.
    const QByteArrayList pieces{
        "a",        "\\n",          "\\\"",     "\\t",          "\\\\",    "\x7f",   "\xf0\x9f\x98\x80",
        "\xda\xa9", "\xef\xbf\xbf", "\xc3\xa9", "\xef\xbb\xbf", "\\ufeff", "\\u0041"};
    std::mt19937_64 random(7);
    int texts = 0;
    for (int i = 0; i < 12; ++i) {
        std::map<QByteArray, QByteArray> fields;
        for (int k = 0; k < 30; ++k) {
            QByteArray text;
            for (quint64 n = random() % 5; n > 0; --n)
                text += pieces.at(static_cast<qsizetype>(random() % static_cast<quint64>(pieces.size() - (i % 2) * 3)));
            fields["notes.N-" + QByteArray::number(100 + k)] = '"' + text + '"';
            if (i % 3 == 0) // up to 2^53, which a change may hold
                fields["answers.N-" + QByteArray::number(100 + k)] =
                    QByteArray::number(static_cast<qint64>(random() >> 11) - (1LL << 52));
        }
        texts += pushRaw(fields).isEmpty() ? 0 : 1;
    }
    EXPECT_EQ(texts, 12);
    expectWhole("random values");
}

/// What the program reads as before, and SQL does not.
TEST_P(RecordDisguise, whatOnlySqlReadsOtherwise_isNamed)
{
    ASSERT_EQ(server.pushOne(officer, rename(building, QStringLiteral("Another name"))).outcome, Outcome::Applied);
    const QString expected = QStringLiteral("altered building %1 %2").arg(building).arg(lastEntry());
    // Qt drops the mark from where a text begins, and `data->>'name'` does not.
    const QString name = QString(QChar(0xfeff)) + QStringLiteral("Another name");
    EXPECT_EQ(foundWith(sqlite() ? QStringLiteral("data = json_set(data, '$.name', '%1')").arg(name)
                                 : QStringLiteral("data = jsonb_set(data, '{name}', '\"%1\"')").arg(name)),
              expected);
    if (!sqlite()) {
        for (const char *column : {"province", "assignee", "parent", "ukey", "changed_at", "entity"})
            EXPECT_EQ(foundWith(QStringLiteral("%1 = chr(65279) || %1").arg(QLatin1String(column))), expected)
                << column;
        return;
    }
    for (const QString &set : {QStringLiteral("data = '{\"code\":\"SKT-0099\",' || substr(data, 2)"),
                               QStringLiteral("data = '{\"name\":\"Planted\",' || substr(data, 2)"),
                               QStringLiteral("data = replace(data, '\"name\"', '\"n\\u0061me\"')"),
                               QStringLiteral("data = ' ' || data"), QStringLiteral("deleted = 0.4"),
                               QStringLiteral("province = CAST(province AS blob)"), QStringLiteral("rev = rev + 0.25")})
        EXPECT_EQ(foundWith(set), expected) << qPrintable(set);
}

TEST_P(RecordDisguise, recordWithoutAnId_isCompared)
{
    const QString columns =
        QStringLiteral("entity, rev, seq, province, assignee, parent, ukey, deleted, changed_at, data");
    const auto insert = [&](const QString &id, int seq) {
        server.run(QStringLiteral("INSERT INTO record (id, %1) SELECT %2, entity, rev, %3, province, assignee, parent, "
                                  "NULL, deleted, changed_at, data FROM record WHERE id = '%4'")
                       .arg(columns, id)
                       .arg(seq)
                       .arg(building));
    };
    insert(QStringLiteral("''"), 1'000'000);
    EXPECT_EQ(found(), QStringLiteral("inserted building  0"));
    if (!sqlite())
        return;
    server.run(QStringLiteral("DELETE FROM record WHERE id = ''"));
    insert(QStringLiteral("NULL"), 1'000'001); // which SQLite takes as a key
    EXPECT_EQ(found(), QStringLiteral("inserted building  0"));
    server.run(QStringLiteral("DELETE FROM record WHERE id IS NULL"));
    insert(QStringLiteral("CAST(id AS blob)"), 1'000'002);
    EXPECT_EQ(found(), QStringLiteral("altered building %1 %2").arg(building).arg(lastEntry()));
}

TEST_P(RecordDisguise, entryOfAnOlderRelease_behindOneWithHashes_isNamedAndVouchesForNothing)
{
    ASSERT_EQ(server.pushOne(officer, rename(building, QStringLiteral("Another name"))).outcome, Outcome::Applied);
    const qint64 vouched = lastEntry();
    AuditEvent event =
        auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"), QStringLiteral("server"), {}, AuditAction::Patch);
    event.insert(QStringLiteral("entity"), QStringLiteral("building"));
    event.insert(QStringLiteral("id"), building);
    const QString text = QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact));
    const QString hash = chainedHash((*AuditLog(store().database()).last())->hash, text);
    ASSERT_TRUE(store().database().run(QStringLiteral("INSERT INTO audit (n, event, hash) VALUES (?, ?, ?)"),
                                       {vouched + 1, text, hash}));
    ASSERT_TRUE(AuditLog(store().database()).verify());
    const QString named = QStringLiteral("old_entry building %1 %2").arg(building).arg(vouched + 1);
    EXPECT_EQ(found(), named);
    EXPECT_EQ(report().unhashed, 0);
    server.run(QStringLiteral("UPDATE record SET rev = rev + 1 WHERE id = '%1'").arg(building));
    EXPECT_EQ(found(), QStringLiteral("altered building %1 %2, ").arg(building).arg(vouched) + named);
}

/// A program that knows nothing of hashes would write records that no entry vouches for.
TEST_P(RecordDisguise, programOfBeforeTheHashes_refusesTheDatabase)
{
    const QString all =
        sqlite() ? QStringLiteral(":/markaz/sql/server-sqlite/") : QStringLiteral(":/markaz/sql/server-postgres/");
    const QTemporaryDir folder;
    const QStringList files = QDir(all).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (file < QStringLiteral("0010")) {
            ASSERT_TRUE(QFile::copy(all + file, folder.filePath(file)));
        }
    }
    const auto refused = migrate(store().database(), folder.path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::StorageTooNew);
}

TEST_P(RecordDisguise, accountThatIsNotItsRecord_isNamedWithWhatDiffers)
{
    const QString id = inspector.actor.accountId;
    keep(QStringLiteral("CREATE TABLE kept AS SELECT * FROM account WHERE id = '%1'").arg(id));
    const auto fields = [this] {
        QStringList words;
        for (const RecordFinding &finding : report().findings)
            words.append(token(finding.kind) + u' ' + finding.id + u' ' + finding.fields.join(u' '));
        return words.join(QStringLiteral(", "));
    };
    for (const auto &[set, differing] : {std::pair<const char *, const char *>{"role = 'administrator'", "role"},
                                         {"provinces = 'PK-PB PK-SD'", "provinces"},
                                         {"active = 0", "active"},
                                         {"name = 'another.one', display_name = 'Another'", "display_name name"}}) {
        server.run(QStringLiteral("UPDATE account SET %1 WHERE id = '%2'").arg(QLatin1String(set), id));
        EXPECT_EQ(fields(), QStringLiteral("account %1 %2").arg(id, QLatin1String(differing)));
        server.run(QStringLiteral("UPDATE account SET (name, display_name, role, provinces, active) = (SELECT name, "
                                  "display_name, role, provinces, active FROM kept) WHERE id = '%1'")
                       .arg(id));
        expectWhole(set);
    }
    if (!sqlite()) { // Qt drops the mark, and the name that somebody types is none any more
        server.run(QStringLiteral("UPDATE account SET name = chr(65279) || name WHERE id = '%1'").arg(id));
        EXPECT_EQ(fields(), QStringLiteral("account %1 name").arg(id));
        server.run(QStringLiteral("UPDATE account SET name = substr(name, 2) WHERE id = '%1'").arg(id));
        expectWhole("the name as it was");
    }
    // One of which there is no record, so that no laptop shows it.
    server.run(QStringLiteral("INSERT INTO account (id, name, display_name, role, provinces, password, active, "
                              "created_at) VALUES ('mine', 'mine', 'Mine', 'officer', 'PK-PB', '', 1, '')"));
    EXPECT_EQ(fields(), QStringLiteral("account mine active display_name name provinces role"));
    server.run(QStringLiteral("DELETE FROM account WHERE id = 'mine'"));
    expectWhole("without it");
}

/// By a client that writes the mark as an escape; the record drops it.
TEST_P(RecordDisguise, accountWhoseShownNameBeginsWithTheMark_isItsRecord)
{
    server.addAccount(QStringLiteral("admin"), Role::Administrator, {QStringLiteral("PK-PB")});
    const QByteArray body = R"({"name":"a.dar","display_name":"\ufeff\ufeffA. Dar","role":"inspector",)"
                            R"("provinces":["PK-PB"]})";
    const ApiResponse added =
        server.call("POST", QStringLiteral("/api/v1/accounts"), body, server.signIn(QStringLiteral("admin")).token);
    ASSERT_EQ(added.status, 201) << added.body.constData();
    expectWhole("an account that was added");
}

/// What others write while it is checked belongs to neither the entries nor the records.
TEST_P(RecordDisguise, snapshot_holdsEntriesAndRecordsOfOneMoment)
{
    auto own = Store::open(server.location());
    ASSERT_TRUE(own);
    const qint64 n = lastEntry();
    const qint64 records = server.value(QStringLiteral("SELECT count(*) FROM record")).toLongLong();
    {
        const auto snapshot = Snapshot::begin((*own)->database());
        ASSERT_TRUE(snapshot);
        const auto more = [this] {
            const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
            ASSERT_EQ(server.pushOne(officer, owner).outcome, Outcome::Applied);
        };
        more();
        const auto audit = AuditCheck(**own, nullptr).run({});
        ASSERT_TRUE(audit);
        EXPECT_EQ(audit->entries, n);
        more();
        server.run(QStringLiteral("UPDATE record SET rev = rev + 1 WHERE id = '%1'").arg(building));
        const auto compared = compareRecords(*snapshot);
        ASSERT_TRUE(compared);
        EXPECT_EQ(compared->records, records);
        EXPECT_TRUE(compared->findings.isEmpty());
    }
    const auto after = compareRecords((*own)->database());
    ASSERT_TRUE(after);
    EXPECT_EQ(after->records, records + 2);
    EXPECT_EQ(after->findings.size(), 1) << "and it is over";
}

MARKAZ_ON_BOTH(RecordDisguise);

} // namespace
} // namespace markaz::server::test
