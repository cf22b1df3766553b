// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What `markaz-server verify-audit` says of a chain that somebody has written to, word for word.
#include "app/server/store/auditlog.h"
#include "tests/app/server/runserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace markaz::server::test {
namespace {

using Rows = QList<AuditEntry>;

class VerifyAudit : public ::testing::Test
{
protected:
    Ran run(const QString &words) const
    {
        return runServer(words.split(QLatin1Char(' ')) << QStringLiteral("--data") << folder.path());
    }
    Result<std::unique_ptr<Database>> open() const
    {
        return Database::openSqlite(folder.filePath(QStringLiteral("markaz.sqlite")));
    }
    Rows rows() const
    {
        Rows all;
        const auto database = open();
        EXPECT_TRUE(AuditLog(**database).each(0, [&all](const AuditEntry &entry) {
            all.append(entry);
            return true;
        }));
        return all;
    }
    void write(const Rows &all, const QString &more = {}) const
    {
        const auto database = open();
        ASSERT_TRUE((*database)->run(QStringLiteral("DELETE FROM audit")));
        for (const AuditEntry &row : all)
            ASSERT_TRUE((*database)->run(QStringLiteral("INSERT INTO audit (n, event, hash) VALUES (?, ?, ?)"),
                                         {row.n, row.event, row.hash}));
        ASSERT_TRUE(more.isEmpty() || (*database)->run(more));
    }
    static void renumber(Rows &all)
    {
        for (qsizetype i = 0; i < all.size(); ++i)
            all[i].n = i + 1;
    }
    static void rechain(Rows &all)
    {
        renumber(all);
        QString previous;
        for (AuditEntry &row : all)
            row.hash = previous = chainedHash(previous, row.event);
    }

    QTemporaryDir folder;
};

TEST_F(VerifyAudit, everyKindOfChange_isSaidWithItsEntries)
{
    ASSERT_EQ(run(QStringLiteral("account add --name a.khan --role inspector --provinces PK-PB")).code, 0);
    while (rows().size() < 6)
        ASSERT_EQ(run(QStringLiteral("account code --name a.khan")).code, 0);
    const Ran untouched = run(QStringLiteral("verify-audit --checkpoint"));
    EXPECT_EQ(untouched.code, 0) << qPrintable(untouched.err);
    EXPECT_TRUE(untouched.out.contains(QStringLiteral("Checkpoints that hold: 1, the newest at entry 6 of ")));
    EXPECT_TRUE(untouched.out.contains(QStringLiteral("The audit chain holds: 6 entries.\n")));
    EXPECT_TRUE(untouched.out.contains(QStringLiteral("The records are what the audit tells of them: 1 compared.\n")))
        << qPrintable(untouched.out);

    const Rows whole = rows();
    const auto madeUp = [](const char *action) {
        return AuditEntry{0, QStringLiteral("{\"action\":\"%1\"}").arg(QLatin1String(action)), QString(64, u'a')};
    };
    const auto alter = [](AuditEntry &row) { row.event.replace(QStringLiteral("server"), QStringLiteral("nobody")); };
    struct Case
    {
        const char *kind;
        std::function<void(Rows &)> edit;
        const char *sentence;
        const char *more = "";
    };
    const QList<Case> cases{
        {"altered", [&](Rows &all) { alter(all[2]); },
         "Entry 3 was altered, or the one before it was removed and the rest numbered anew."},
        {"removed", [](Rows &all) { all.removeAt(2); }, "Entry 3 was removed."},
        {"removed", [](Rows &all) { all.remove(2, 2); }, "Entries 3 to 4 were removed."},
        {"inserted",
         [&](Rows &all) {
             all.insert(2, madeUp("issue"));
             renumber(all);
         },
         "Entry 3 was inserted."},
        {"reordered",
         [](Rows &all) {
             all.swapItemsAt(2, 3);
             renumber(all);
         },
         "Entry 3 was reordered: another one belongs there."},
        {"tail_cut", [](Rows &all) { all.resize(5); },
         "The tail was cut: entry 6 is missing, as a checkpoint of the database shows."},
        {"tail_cut", [](Rows &all) { all.resize(3); },
         "The tail was cut: entries 4 to at least 6 are missing, as a checkpoint of the database shows."},
        {"rewritten",
         [&](Rows &all) {
             alter(all[2]);
             rechain(all);
         },
         "Entries 1 to 6 were altered, removed, added to or reordered and the chain hashed anew, as a checkpoint of "
         "the "
         "database shows."},
        {"unvouched_restore",
         [&](Rows &all) {
             all.append(madeUp("restore"));
             rechain(all);
         },
         "Entry 7 says that a backup was restored, and the key of the data folder has not signed that: it excuses "
         "nothing."},
        {"bad_signature", [](Rows &) {}, "The signature of entry 6 does not hold (key ",
         "UPDATE checkpoint SET history = 'another'"},
        {"unknown_key", [](Rows &) {}, "Entry 6 is signed with a key that this store has not: 1999-A (a checkpoint of ",
         "UPDATE checkpoint SET kid = '1999-A'"},
    };
    for (const Case &one : cases) {
        SCOPED_TRACE(one.sentence);
        Rows all = whole;
        one.edit(all);
        write(all, QLatin1String(one.more));
        const Ran said = run(QStringLiteral("verify-audit"));
        EXPECT_EQ(said.code, 1);
        EXPECT_TRUE(said.err.contains(QLatin1String(one.sentence))) << qPrintable(said.err);
        EXPECT_FALSE(said.out.contains(QStringLiteral("The audit chain holds"))) << qPrintable(said.out);
        const Ran asJson = run(QStringLiteral("verify-audit --json"));
        EXPECT_EQ(asJson.code, 1);
        const QJsonObject finding = QJsonDocument::fromJson(asJson.out.toUtf8())
                                        .object()
                                        .value(QStringLiteral("findings"))
                                        .toArray()
                                        .first()
                                        .toObject();
        EXPECT_EQ(finding.value(QStringLiteral("kind")).toString(), QLatin1String(one.kind));
        const qsizetype made = std::count_if(all.cbegin(), all.cend(), [](const AuditEntry &row) {
            return !row.event.contains(QLatin1String("\"v\":2"));
        });
        EXPECT_EQ(said.err.count(QStringLiteral(" is one of an older release and stands behind entries")), made);
        EXPECT_TRUE(finding.value(QStringLiteral("sentence")).toString().startsWith(QLatin1String(one.sentence)));
    }
}

TEST_F(VerifyAudit, everyRecordThatIsNotWhatWasWritten_isSaidWithItsKindAndItsEntry)
{
    for (const char *name : {"a.khan", "b.khan"})
        ASSERT_EQ(
            run(QStringLiteral("account add --role inspector --provinces PK-PB --name ") + QLatin1String(name)).code,
            0);
    const auto database = open();
    const auto value = [&](const QString &sql) {
        const auto row = (*database)->row(sql);
        return row && *row ? (*row)->value(0).toString() : QString();
    };
    const QString altered = value(QStringLiteral("SELECT id FROM record WHERE ukey = 'a.khan'"));
    const QString removed = value(QStringLiteral("SELECT id FROM record WHERE ukey = 'b.khan'"));
    const auto entryOf = [&](const QString &id) {
        return value(QStringLiteral("SELECT n FROM audit WHERE event LIKE '%add_account%%1%'").arg(id));
    };
    ASSERT_TRUE((*database)->run(
        QStringLiteral("UPDATE record SET data = json_set(data, '$.display_name', 'Mine') WHERE id = ?"), {altered}));
    ASSERT_TRUE((*database)->run(QStringLiteral("DELETE FROM record WHERE id = ?"), {removed}));
    ASSERT_TRUE((*database)->run(QStringLiteral(
        "INSERT INTO record (id, entity, rev, seq, province, assignee, parent, deleted, changed_at, data) "
        "VALUES ('mine', 'certificate', 1, 9999999, 'PK-PB', '', '', 0, '2020-01-01T00:00:00.000Z', "
        "'{}')")));
    const Ran said = run(QStringLiteral("verify-audit --checkpoint"));
    EXPECT_EQ(said.code, 1);
    for (const QString &sentence :
         {QStringLiteral("The record account %1 was altered in the database: entry %2 tells of another content.")
              .arg(altered, entryOf(altered)),
          QStringLiteral("The record account %1 was removed from the database: entry %2 tells of it, and none that it "
                         "went.")
              .arg(removed, entryOf(removed)),
          QStringLiteral("The record certificate mine was inserted into the database: no entry tells of it."),
          QStringLiteral("The account %1 is not in the database what its record says: display_name.").arg(altered),
          QStringLiteral("The account %1 is not in the database what its record says: active, display_name, name, "
                         "provinces, role.")
              .arg(removed)})
        EXPECT_TRUE(said.err.contains(sentence)) << qPrintable(sentence) << '\n' << qPrintable(said.err);
    EXPECT_TRUE(said.out.contains(QStringLiteral("The audit chain holds: "))) << "that one does";
    EXPECT_FALSE(said.out.contains(QStringLiteral("The records are"))) << qPrintable(said.out);
    EXPECT_EQ(value(QStringLiteral("SELECT count(*) FROM checkpoint")), QStringLiteral("0"))
        << "not signed, as not all of it holds";
    const QJsonObject json = QJsonDocument::fromJson(run(QStringLiteral("verify-audit --json")).out.toUtf8()).object();
    EXPECT_FALSE(json.value(QStringLiteral("holds")).toBool(true));
    EXPECT_EQ(json.value(QStringLiteral("record_findings")).toArray().size(), 5);
    EXPECT_EQ(json.value(QStringLiteral("records_without_hash")).toInt(), 0);
}

} // namespace
} // namespace markaz::server::test
