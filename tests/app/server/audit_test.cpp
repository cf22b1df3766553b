// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditcheck.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/restores.h"
#include "core/protocol/checkpoints.h"
#include "core/security/auditcheckpoint.h"
#include "tests/app/server/testserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSqlQuery>

#include <thread>

namespace markaz::server::test {
namespace {

using Kind = AuditFinding::Kind;
using Source = AuditFinding::Source;
using Rows = QList<AuditEntry>;

/// A chain with two checkpoints in it, and somebody who can write to its tables.
class Audit : public OnBoth
{
protected:
    Audit()
    {
        grow(3);
        first = *checkpoint();
        grow(5);
        second = *checkpoint();
        grow(3);
    }
    Store &store() { return *server.core().stores().ofThisThread().value(); }
    void grow(int entries)
    {
        QList<Change> owners;
        for (int i = 0; i < entries; ++i)
            owners.append(create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))));
        server.push(officer, owners);
    }
    std::optional<Checkpoint> checkpoint(std::chrono::seconds unlessWithin = {})
    {
        auto made = Checkpoints(store(), server.core().key(), server.clock()).make(unlessWithin);
        EXPECT_TRUE(made) << qPrintable(made.error().detail);
        return made ? *made : std::nullopt;
    }
    AuditReport check(const QList<Checkpoint> &witnesses = {})
    {
        auto report = AuditCheck(store(), &server.core().key().publicKey()).run(witnesses);
        EXPECT_TRUE(report) << qPrintable(report.error().detail);
        return report ? *report : AuditReport();
    }
    /// The findings in one line: "removed 7-7 chain".
    QString found(const QList<Checkpoint> &witnesses = {})
    {
        QStringList words;
        for (const AuditFinding &finding : check(witnesses).findings)
            words.append(QStringLiteral("%1 %2-%3 %4")
                             .arg(token(finding.kind))
                             .arg(finding.first)
                             .arg(finding.last)
                             .arg(token(finding.source)));
        return words.join(QStringLiteral(", "));
    }
    Rows rows()
    {
        Rows all;
        EXPECT_TRUE(AuditLog(store().database()).each(0, [&](const AuditEntry &entry) {
            all.append(entry);
            return true;
        }));
        return all;
    }
    void write(const Rows &all)
    {
        server.run(QStringLiteral("DELETE FROM audit"));
        for (const AuditEntry &row : all) {
            auto done = store().database().run(QStringLiteral("INSERT INTO audit (n, event, hash) VALUES (?, ?, ?)"),
                                               {row.n, row.event, row.hash});
            ASSERT_TRUE(done) << qPrintable(done.error().detail);
        }
    }
    static void renumber(Rows &all)
    {
        for (qsizetype i = 0; i < all.size(); ++i)
            all[i].n = i + 1;
    }
    /// As whoever knows how the chain is made.
    static void rechain(Rows &all)
    {
        renumber(all);
        QByteArray previous;
        for (AuditEntry &row : all) {
            previous =
                QCryptographicHash::hash(previous + '|' + row.event.toUtf8(), QCryptographicHash::Sha256).toHex();
            row.hash = QString::fromLatin1(previous);
        }
    }
    static AuditEntry madeUp()
    {
        return {0, QStringLiteral("{\"action\":\"issue\",\"actor\":\"server\",\"at\":\"2026-11-24T06:00:00.000Z\"}"),
                QString(64, QLatin1Char('a'))};
    }
    /// The chain as it is after a backup of entry first.n + 1 was restored: what came later is gone, a new history has
    /// begun, and the entry that says so went through \p signing.
    void cutBackAndSay(const std::function<void(AuditEvent &, const AuditEntry &before)> &signing)
    {
        Rows all = rows();
        all.resize(first.n + 1);
        write(all);
        server.run(QStringLiteral("DELETE FROM checkpoint WHERE n > %1").arg(first.n));
        const QString later = server.ids().next();
        server.run(QStringLiteral("UPDATE meta SET value = '%1' WHERE name = 'history'").arg(later));
        AuditEvent restore =
            auditEvent(QStringLiteral("2026-11-24T07:00:00.000Z"), QStringLiteral("server"), {}, AuditAction::Restore);
        restore.insert(QStringLiteral("history"), later);
        signing(restore, all.last());
        ASSERT_TRUE(AuditLog(store().database()).append({restore}));
        server.use(server.another());
    }
    /// The witness in the header of a pull.
    ApiResponse pullWith(const Checkpoint &witness)
    {
        return server.call("GET", QStringLiteral("/api/v1/changes"), {}, officer.token,
                           {{protocol::header::kWitness, protocol::witnessHeader(witness)}});
    }
    QByteArray metrics() { return server.call("GET", QStringLiteral("/metrics")).body; }

    Session officer = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});
    Checkpoint first;
    Checkpoint second;
};

TEST_P(Audit, untouched_holdsWithItsCheckpointsAndWitnesses)
{
    const AuditReport report = check({first, second});
    EXPECT_TRUE(report.findings.isEmpty());
    EXPECT_EQ(report.checkpoints, (QList<Checkpoint>{first, second}));
    EXPECT_EQ(report.witnesses.size(), 2);
    EXPECT_EQ(report.entries, second.n + 3);
    EXPECT_EQ(second.n, first.n + 5);
}

TEST_P(Audit, clumsyChange_isNamedWithItsEntry)
{
    const Rows whole = rows();
    const auto k = static_cast<qsizetype>(first.n) + 1; // index of entry first.n + 2, between the two checkpoints
    struct Attack
    {
        const char *what;
        std::function<void(Rows &)> edit;
        QString expected;
    };
    const qint64 n = k + 1;
    const auto at = [n](const char *kind) { return QStringLiteral("%1 %2-%2 chain").arg(QLatin1String(kind)).arg(n); };
    const QList<Attack> attacks{
        {"text altered", [k](Rows &all) { all[k].event.replace(QStringLiteral("owner"), QStringLiteral("building")); },
         at("altered")},
        {"hash altered", [k](Rows &all) { all[k].hash = QString(64, QLatin1Char('0')); }, at("altered")},
        {"dropped", [k](Rows &all) { all.removeAt(k); }, at("removed")},
        {"two dropped", [k](Rows &all) { all.remove(k, 2); }, QStringLiteral("removed %1-%2 chain").arg(n).arg(n + 1)},
        {"dropped, the rest renumbered",
         [k](Rows &all) {
             all.removeAt(k);
             renumber(all);
         },
         at("removed")},
        {"first dropped", [](Rows &all) { all.removeFirst(); }, QStringLiteral("removed 1-1 chain")},
        {"inserted",
         [k](Rows &all) {
             all.insert(k, madeUp());
             renumber(all);
         },
         at("inserted")},
        {"inserted with a hash that fits",
         [k](Rows &all) {
             AuditEntry entry = madeUp();
             entry.hash =
                 QString::fromLatin1(QCryptographicHash::hash(all[k - 1].hash.toLatin1() + '|' + entry.event.toUtf8(),
                                                              QCryptographicHash::Sha256)
                                         .toHex());
             all.insert(k, entry);
             renumber(all);
         },
         at("inserted")},
        {"inserted before the first", [](Rows &all) { all.prepend(madeUp()); }, QStringLiteral("inserted 0-0 chain")},
        {"neighbours exchanged",
         [k](Rows &all) {
             all.swapItemsAt(k, k + 1);
             renumber(all);
         },
         at("reordered")},
        {"texts exchanged", [k](Rows &all) { std::swap(all[k].event, all[k + 1].event); }, at("reordered")},
        {"moved further on",
         [k](Rows &all) {
             all.move(k, k + 2);
             renumber(all);
         },
         at("reordered")},
    };
    for (const Attack &attack : attacks) {
        Rows all = whole;
        attack.edit(all);
        write(all);
        const QString words = found();
        EXPECT_TRUE(words.startsWith(attack.expected)) << attack.what << ": " << qPrintable(words);
    }
    write(whole);
    EXPECT_EQ(found(), QString());
}

/// SQLite keeps such a number in a column for whole ones.
TEST_P(Audit, rowBetweenTwoNumbers_hidesNoOther)
{
    if (QLatin1String(GetParam()) != QLatin1String("sqlite"))
        GTEST_SKIP() << "PostgreSQL takes none";
    const AuditEvent event =
        auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"), QStringLiteral("server"), {}, AuditAction::Sample);
    ASSERT_TRUE(AuditLog(store().database()).append(QList<AuditEvent>(1010, event)));
    for (const qint64 n : {first.n + 2, qint64{500}, qint64{1000}}) { // whole pages end with the last two
        server.run(QStringLiteral("UPDATE audit SET n = %1 - 0.4 WHERE n = %1").arg(n));
        server.run(QStringLiteral("INSERT INTO audit (n, event, hash) VALUES (%1, '%2', '%3')")
                       .arg(QString::number(n), madeUp().event, madeUp().hash));
        const QString words = found();
        EXPECT_TRUE(words.startsWith(QStringLiteral("inserted %1-%1 chain").arg(n - 1))) << n << qPrintable(words);
        const auto verified = AuditLog(store().database()).verify();
        EXPECT_FALSE(verified);
        server.run(QStringLiteral("DELETE FROM audit WHERE n = %1").arg(n));
        server.run(QStringLiteral("UPDATE audit SET n = %1 WHERE n = %1 - 0.4").arg(n));
        EXPECT_EQ(found(), QString());
    }
}

TEST_P(Audit, cleverChange_isCaughtByTheCheckpoints)
{
    const Rows whole = rows();
    const auto k = static_cast<qsizetype>(first.n) + 1;
    const QString between = QStringLiteral("rewritten %1-%2 checkpoint").arg(first.n + 1).arg(second.n);
    struct Attack
    {
        const char *what;
        std::function<void(Rows &)> edit;
        QString expected;
    };
    const QList<Attack> attacks{
        {"altered", [k](Rows &all) { all[k].event.replace(QStringLiteral("owner"), QStringLiteral("building")); },
         between},
        {"dropped", [k](Rows &all) { all.removeAt(k); }, between},
        {"first dropped", [](Rows &all) { all.removeFirst(); },
         QStringLiteral("rewritten 1-%1 checkpoint").arg(first.n)},
        {"inserted", [k](Rows &all) { all.insert(k, madeUp()); }, between},
        {"reordered", [k](Rows &all) { all.swapItemsAt(k, k + 1); }, between},
        {"tail cut", [this](Rows &all) { all.resize(second.n - 2); },
         QStringLiteral("tail_cut %1-%2 checkpoint").arg(second.n - 1).arg(second.n)},
    };
    for (const Attack &attack : attacks) {
        Rows all = whole;
        attack.edit(all);
        rechain(all);
        write(all);
        EXPECT_EQ(found(), attack.expected) << attack.what;
        EXPECT_TRUE(AuditLog(store().database()).verify()) << attack.what << ": the chain by itself hangs together";
    }
}

TEST_P(Audit, changeWithItsCheckpoints_isCaughtByTheWitness)
{
    const Rows whole = rows();
    // The tail with the checkpoints on it.
    Rows all = whole;
    all.resize(first.n + 1);
    write(all);
    server.run(QStringLiteral("DELETE FROM checkpoint WHERE n > %1").arg(first.n));
    EXPECT_EQ(found(), QString()) << "nothing in the database tells";
    EXPECT_EQ(found({second}), QStringLiteral("tail_cut %1-%2 witness").arg(first.n + 2).arg(second.n));

    // Written anew, and the checkpoint signed anew with the server's own key.
    all = whole;
    all[first.n + 1].event.replace(QStringLiteral("owner"), QStringLiteral("building"));
    rechain(all);
    write(all);
    checkpoint();
    EXPECT_EQ(found(), QString());
    EXPECT_EQ(found({first, second}), QStringLiteral("rewritten %1-%2 witness").arg(first.n + 1).arg(second.n));
    // No witness of the stretch before: nothing vouches for it but what the thief could sign.
    EXPECT_EQ(found({second}), QStringLiteral("rewritten 1-%1 witness").arg(second.n));
}

TEST_P(Audit, signatures_areHeldAgainstTheKeyOfTheDataFolder)
{
    Checkpoint bad = second;
    bad.at = QStringLiteral("2026-11-24T06:00:01.000Z");
    EXPECT_EQ(found({bad}), QStringLiteral("bad_signature %1-%1 witness").arg(second.n));
    bad.keyId = QStringLiteral("2026-X");
    EXPECT_EQ(found({bad}), QStringLiteral("unknown_key %1-%1 witness").arg(second.n));
    // Another server's checkpoint with the same numbers.
    const Checkpoint foreign = signCheckpoint({second.history, second.n, second.hash, second.at, {}, {}},
                                              server.ids().next(), server.core().key());
    EXPECT_EQ(found({foreign}), QStringLiteral("bad_signature %1-%1 witness").arg(second.n));

    // A thief's key in place of ours, and all checkpoints signed with it.
    const auto thief = SigningKey::generate(server.core().key().keyId(), QDate(2026, 11, 24));
    server.run(QStringLiteral("UPDATE issuer_key SET public_key = '%1'")
                   .arg(QString::fromLatin1(thief->publicKey().bytes.toHex())));
    const Checkpoint forged =
        signCheckpoint({second.history, second.n, second.hash, second.at, {}, {}}, store().instanceId(), *thief);
    server.run(QStringLiteral("UPDATE checkpoint SET signature = '%1' WHERE n = %2")
                   .arg(QString::fromLatin1(
                       forged.signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)))
                   .arg(second.n));
    EXPECT_EQ(found(), QStringLiteral("key_replaced 0-0 checkpoint, bad_signature %1-%1 checkpoint").arg(second.n));
}

TEST_P(Audit, checkpoints_areMadeOnceAnHourByWhoeverComesFirst)
{
    EXPECT_EQ(checkpoint()->n, second.n + 3);
    EXPECT_EQ(checkpoint(), std::nullopt) << "nothing new";
    grow(1);
    const auto other = server.another();
    server.clock().advance(58 * 60 * 1000);
    EXPECT_EQ(checkpoint(std::chrono::minutes(59)), std::nullopt);
    server.clock().advance(2 * 60 * 1000);
    std::vector<std::thread> both;
    for (ServerCore *core : {&server.core(), other.get()})
        both.emplace_back([core] { EXPECT_TRUE(core->checkpoint(std::chrono::minutes(59))); });
    for (std::thread &thread : both)
        thread.join();
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM checkpoint")).toInt(), 4);
    EXPECT_EQ(found(), QString());
}

TEST_P(Audit, chainThatDoesNotHold_isNotSigned)
{
    Rows all = rows();
    all[second.n].event.replace(QStringLiteral("owner"), QStringLiteral("building"));
    write(all);
    auto made = Checkpoints(store(), server.core().key(), server.clock()).make({});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Tampered);
    EXPECT_EQ(made.error().where, QString::number(second.n + 1));
    rechain(all); // behind the checkpoint nothing shows yet
    write(all);
    EXPECT_TRUE(checkpoint());
    all[0].event.replace(QStringLiteral("server"), QStringLiteral("nobody"));
    rechain(all);
    write(all);
    grow(1);
    EXPECT_FALSE(Checkpoints(store(), server.core().key(), server.clock()).make({}));
}

TEST_P(Audit, pull_bringsTheNewestCheckpointAndTakesTheWitness)
{
    server.pullAll(officer);
    EXPECT_EQ(server.lastPage().checkpoint, second);
    EXPECT_EQ(pullWith(first).status, 200);
    EXPECT_EQ(pullWith(second).status, 200);
    EXPECT_EQ(contradictionCount(store().database()).value(), 0);
    // What is none, or none of ours, changes nothing and keeps nobody from his records.
    Checkpoint stranger = second;
    stranger.hash = QString(64, QLatin1Char('b'));
    EXPECT_EQ(pullWith(stranger).status, 200);
    EXPECT_EQ(server
                  .call("GET", QStringLiteral("/api/v1/changes"), {}, officer.token,
                        {{protocol::header::kWitness, "nonsense"}})
                  .status,
              200);
    EXPECT_EQ(contradictionCount(store().database()).value(), 0);
    EXPECT_TRUE(metrics().contains("markaz_audit_contradictions 0\n"));
}

TEST_P(Audit, witnessThatTheChainContradicts_isAuditedOnceAndShown)
{
    Rows all = rows();
    all.resize(first.n + 1);
    write(all);
    server.run(QStringLiteral("DELETE FROM checkpoint WHERE n > %1").arg(first.n));
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(pullWith(second).status, 200);
    EXPECT_EQ(
        server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%witness_contradicts%'")).toInt(), 1);
    EXPECT_TRUE(metrics().contains("markaz_audit_contradictions 1\n"));
    EXPECT_TRUE(metrics().contains("markaz_audit_witnesses_total{result=\"contradicts\"} 3\n"));
    // The chain has grown by that entry; the cut shows all the same, and needs no file any more.
    EXPECT_EQ(found(), QStringLiteral("tail_cut %1-%2 laptop").arg(first.n + 3).arg(second.n));
    grow(10); // past the number of the witness
    EXPECT_EQ(found(), QStringLiteral("rewritten 1-%1 laptop").arg(second.n));
}

TEST_P(Audit, witnessOfWhatARestoreLost_isNoContradiction)
{
    cutBackAndSay([this](AuditEvent &restore, const AuditEntry &before) {
        signRestore(restore, before, store().instanceId(), server.core().key());
    });
    grow(8);
    EXPECT_TRUE(checkpoint());
    EXPECT_EQ(pullWith(second).status, 200);
    EXPECT_EQ(contradictionCount(store().database()).value(), 0);
    const AuditReport report = check({first, second});
    EXPECT_TRUE(report.findings.isEmpty());
    EXPECT_EQ(report.beforeRestores, QList<Checkpoint>{second});
    EXPECT_EQ(report.witnesses, QList<Checkpoint>{first});
    // What came before the backup is no more excused than ever.
    Rows all = rows();
    all[0].event.replace(QStringLiteral("server"), QStringLiteral("nobody"));
    rechain(all);
    write(all);
    EXPECT_EQ(pullWith(first).status, 200);
    EXPECT_EQ(contradictionCount(store().database()).value(), 1);
    // A checkpoint of the new history is held against it as before; the restore stood on a chain that is not this one.
    EXPECT_EQ(found({first}),
              QStringLiteral("rewritten 1-%1 checkpoint, unvouched_restore %2-%2 chain").arg(first.n).arg(first.n + 2));
}

TEST_P(Audit, forgedRestore_isAFindingAndExcusesNothing)
{
    const auto thief = SigningKey::generate(QStringLiteral("2026-Z"), QDate(2026, 11, 24));
    const auto namesake = SigningKey::generate(server.core().key().keyId(), QDate(2026, 11, 24));
    server.run(
        QStringLiteral("INSERT INTO issuer_key (kid, public_key, not_before) VALUES ('2026-Z', '%1', '2026-11-24')")
            .arg(QString::fromLatin1(thief->publicKey().bytes.toHex())));
    const QString instance = store().instanceId();
    using Signing = std::function<void(AuditEvent &, const AuditEntry &)>;
    const QList<std::pair<const char *, Signing>> forgeries{
        {"unsigned", [](AuditEvent &, const AuditEntry &) {}},
        {"signed with a key that the thief put into the database",
         [&](AuditEvent &restore, const AuditEntry &before) { signRestore(restore, before, instance, *thief); }},
        {"with a key that has our key's name",
         [&](AuditEvent &restore, const AuditEntry &before) { signRestore(restore, before, instance, *namesake); }},
        {"signed by us for another place of the chain",
         [&](AuditEvent &restore, const AuditEntry &before) {
             signRestore(restore, {before.n - 1, {}, before.hash}, instance, server.core().key());
         }},
        {"signed by us for another chain",
         [&](AuditEvent &restore, const AuditEntry &before) {
             signRestore(restore, {before.n, {}, second.hash}, instance, server.core().key());
         }},
        {"signed by us for another history",
         [&](AuditEvent &restore, const AuditEntry &before) {
             const QJsonValue history = restore.value(QStringLiteral("history"));
             restore.insert(QStringLiteral("history"), server.ids().next());
             signRestore(restore, before, instance, server.core().key());
             restore.insert(QStringLiteral("history"), history);
         }},
        {"signed by us for another server",
         [&](AuditEvent &restore, const AuditEntry &before) {
             signRestore(restore, before, server.ids().next(), server.core().key());
         }},
    };
    for (const auto &[what, signing] : forgeries) {
        SCOPED_TRACE(what);
        cutBackAndSay(signing);
        EXPECT_EQ(found(), QStringLiteral("unvouched_restore %1-%1 chain").arg(first.n + 2));
        EXPECT_EQ(found({second}), QStringLiteral("unvouched_restore %1-%1 chain, tail_cut %2-%3 witness")
                                       .arg(first.n + 2)
                                       .arg(first.n + 3)
                                       .arg(second.n));
        const auto made = Checkpoints(store(), server.core().key(), server.clock()).make({});
        ASSERT_FALSE(made) << "the server signs on";
        EXPECT_EQ(made.error().where, QString::number(first.n + 2));
    }
    EXPECT_EQ(pullWith(second).status, 200);
    EXPECT_EQ(contradictionCount(store().database()).value(), 1);
    EXPECT_TRUE(metrics().contains("markaz_audit_witnesses_total{result=\"contradicts\"} 1\n"));
    EXPECT_EQ(AuditCheck(store(), nullptr).run({})->findings.first().kind, Kind::Unvouched)
        << "without the data folder's key nothing vouches for it";
}

TEST_P(Audit, whatALaptopHandedIn_countsWithoutItsRowToo)
{
    Rows all = rows();
    all.resize(first.n + 1);
    write(all);
    server.run(QStringLiteral("DELETE FROM checkpoint WHERE n > %1").arg(first.n));
    EXPECT_EQ(pullWith(second).status, 200);
    const QString cut = QStringLiteral("tail_cut %1-%2 laptop").arg(first.n + 3).arg(second.n);
    EXPECT_EQ(found(), cut);
    server.run(QStringLiteral("DELETE FROM contradiction"));
    EXPECT_EQ(found(), cut) << "the chain holds what it said";
    if (QLatin1String(GetParam()) != QLatin1String("sqlite"))
        return; // where SQL could be kept from finding it, by bytes in the place of a text
    server.run(QStringLiteral("UPDATE audit SET event = CAST(event AS blob) WHERE event LIKE '%witness_contradicts%'"));
    EXPECT_EQ(found(), QStringLiteral("altered %1-%1 chain").arg(first.n + 2));
}

MARKAZ_ON_BOTH(Audit);

} // namespace
} // namespace markaz::server::test
