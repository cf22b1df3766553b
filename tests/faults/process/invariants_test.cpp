// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The checker itself: everything that it is to see is broken once, on purpose.
#include "tests/faults/process/faultworld.h"

#include <QDir>

namespace markaz::test {
namespace {

class InvariantChecker : public FaultWorld
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(FaultWorld::SetUp());
        m_watch->stop(); // polls when it is told to
        m_inspector = checkedLaptop("sample.inspector");
        m_officer = checkedLaptop("sample.officer");
        m_inspector->withFiles(true);
        Work work(*m_inspector, m_journal, 1);
        ASSERT_TRUE(succeeded(work.registerBuilding()));
        ASSERT_TRUE(succeeded(work.editBuilding()));
        ASSERT_TRUE(succeeded(work.attach(300)));
        expectAllHolds({m_inspector.get(), m_officer.get()});
        const auto saved = m_journal.all();
        ASSERT_TRUE(succeeded(saved));
        for (const SavedChange &one : *saved) {
            if (one.change.entity == Entity::Building && one.change.kind == ChangeKind::Create)
                m_building = one.change.id;
            if (one.change.entity == Entity::Building && one.change.kind == ChangeKind::Patch)
                m_edit = one.change;
        }
        ASSERT_FALSE(m_building.isEmpty());
        ASSERT_FALSE(m_edit.opId.isEmpty());
    }
    QString store() const { return m_store.dataDir + QStringLiteral("/markaz.sqlite"); }
    QString cacheOf(const char *account) const { return profile(account) + QStringLiteral("/cache.sqlite"); }
    static void alter(const QString &file, const QString &sql)
    {
        auto database = Database::openSqlite(file, Database::Check::None);
        ASSERT_TRUE(succeeded(database));
        ASSERT_TRUE(succeeded((*database)->runScript(sql)));
    }
    /// What the checker says now, as one text.
    QString said() { return m_invariants->violations(m_journal, m_watch.get()).join(QLatin1Char('\n')); }
    /// That the checker names \p letter and \p record, and little else.
    void expectNamed(const char *letter, const QString &record)
    {
        const QString all = said();
        EXPECT_TRUE(all.contains(QLatin1String(letter)) && all.contains(record)) << letter << ": " << qPrintable(all);
    }

    std::unique_ptr<Laptop> m_inspector;
    std::unique_ptr<Laptop> m_officer;
    QString m_building;
    Change m_edit;
};
INSTANTIATE_TEST_SUITE_P(Stores, InvariantChecker, testing::Values("sqlite"), storeName);

TEST_P(InvariantChecker, a_changesAndWhatTheirAuthorsAreTold)
{
    const QString op = m_edit.opId;
    alter(store(),
          QStringLiteral("CREATE TABLE kept AS SELECT * FROM ledger; DELETE FROM ledger WHERE op_id = '%1';").arg(op));
    expectNamed("(a)", op);
    alter(store(), QStringLiteral("INSERT INTO ledger SELECT * FROM kept WHERE op_id = '%1';").arg(op));
    EXPECT_EQ(said(), QString());

    alter(store(), QStringLiteral("UPDATE ledger SET body_hash = 'x' WHERE op_id = '%1';").arg(op));
    expectNamed("(a)", op);
    alter(store(), QStringLiteral("UPDATE ledger SET body_hash = (SELECT body_hash FROM kept WHERE op_id = '%1') WHERE "
                                  "op_id = '%1';")
                       .arg(op));

    // Applied twice: the audit has its line twice (and its chain no longer holds).
    alter(store(),
          QStringLiteral("INSERT INTO audit SELECT (SELECT max(n) + 1 FROM audit), event, hash FROM audit WHERE "
                         "event LIKE '%%1%' LIMIT 1;")
              .arg(op));
    const QString twice = said();
    EXPECT_TRUE(twice.contains(op) && twice.contains(QStringLiteral("2 times"))) << qPrintable(twice);
    alter(store(), QStringLiteral("DELETE FROM audit WHERE n = (SELECT max(n) FROM audit);"));
    EXPECT_EQ(said(), QString());

    // Settled as applied, but another value stands: on the server and on every laptop alike.
    const QString path = m_edit.fields.firstKey();
    const QString broken =
        QStringLiteral("UPDATE %1 SET data = json_set(data, '$.%2', 'Sample other') WHERE id = '%3';");
    alter(store(), broken.arg(QStringLiteral("record"), path, m_building));
    expectNamed("(a)", op);

    // The value is put back, and then the author is told nothing.
    const QString was = m_edit.fields.first().after.toVariant().toString();
    alter(store(),
          QStringLiteral("UPDATE record SET data = json_set(data, '$.%1', %2) WHERE id = '%3';")
              .arg(path, m_edit.fields.first().after.isString() ? QStringLiteral("'%1'").arg(was) : was, m_building));
    EXPECT_EQ(said(), QString());
    // Rejected, and the laptop says nothing: its row was lost.
    alter(store(), QStringLiteral("UPDATE ledger SET result = json_set(result, '$.outcome', 'rejected') WHERE op_id = "
                                  "'%1';")
                       .arg(m_edit.opId));
    expectNamed("(a)", m_edit.opId);
    alter(store(), QStringLiteral("UPDATE ledger SET result = json_set(result, '$.outcome', 'conflict') WHERE op_id = "
                                  "'%1';")
                       .arg(m_edit.opId));
    expectNamed("(a)", m_edit.opId); // no record keeps the conflict
}

TEST_P(InvariantChecker, b_e_f_recordsOfLaptopsTheAuditAndScopes)
{
    alter(store(), QStringLiteral("UPDATE record SET province = 'PK-SD' WHERE id = '%1';").arg(m_building));
    expectNamed("(f)", m_building);
    alter(store(), QStringLiteral("UPDATE record SET province = 'PK-PB' WHERE id = '%1';").arg(m_building));
    EXPECT_EQ(said(), QString());
    alter(store(), QStringLiteral("UPDATE audit SET event = event || ' ' WHERE n = 4;"));
    expectNamed("(e)", QStringLiteral("audit"));
    alter(store(), QStringLiteral("UPDATE audit SET event = trim(event) WHERE n = 4;"));
    EXPECT_EQ(said(), QString());

    const QString cache = cacheOf("sample.officer");
    alter(cache, QStringLiteral("UPDATE building SET rev = rev + 1 WHERE id = '%1';").arg(m_building));
    expectNamed("(b)", m_building);
    alter(cache, QStringLiteral("UPDATE building SET rev = rev - 1, data = json_set(data, '$.name', 'Sample other') "
                                "WHERE id = '%1';")
                     .arg(m_building));
    expectNamed("(b)", m_building);
    alter(cache, QStringLiteral("DELETE FROM building WHERE id = '%1';").arg(m_building));
    expectNamed("(b)", m_building);
    // Something that the server never saw and that nobody owes it.
    alter(cacheOf("sample.inspector"), QStringLiteral("UPDATE building SET rev = 0 WHERE id = '%1';").arg(m_building));
    expectNamed("never seen", m_building);
}

TEST_P(InvariantChecker, c_d_filesAndCommittedReads)
{
    auto sha256 = m_inspector->workspace().database.row(QStringLiteral("SELECT sha256 FROM evidence"));
    ASSERT_TRUE(sha256.ok() && sha256->has_value());
    const QString hash = (**sha256).first().toString();
    const QString path = QStringLiteral("%1/files/%2/%3/%4").arg(m_store.dataDir, hash.left(2), hash.mid(2, 2), hash);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.seek(20) && file.putChar('!'));
    file.close();
    expectNamed("(c)", hash);
    ASSERT_TRUE(QFile::remove(path));
    expectNamed("(c)", hash);
    // Not on the server yet, and gone from its author's laptop.
    alter(store(),
          QStringLiteral("UPDATE record SET data = json_remove(data, '$.received_at') WHERE entity = 'evidence';"));
    ASSERT_TRUE(QDir(ContentStore::folderBeside(cacheOf("sample.inspector"))).removeRecursively());
    expectNamed("neither on the server nor whole", hash);

    m_watch->poll();
    alter(store(), QStringLiteral("UPDATE record SET rev = rev - 1 WHERE id = '%1';").arg(m_building));
    expectNamed("(d)", m_building);
    // Below the number that the reader has reached: he never sees it.
    alter(store(),
          QStringLiteral(
              "INSERT INTO record SELECT '01900000-0000-7000-8000-0000000000aa', entity, 1, "
              "(SELECT seq - 1 FROM record WHERE seq > 1 AND seq - 1 NOT IN (SELECT seq FROM "
              "record) LIMIT 1), province, assignee, parent, NULL, 0, changed_at, data FROM record WHERE id = '%1';")
              .arg(m_building));
    expectNamed("passed over", QStringLiteral("01900000-0000-7000-8000-0000000000aa"));
}

} // namespace
} // namespace markaz::test
