// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that was restored, and the list of what had been revoked that came back to it.
#include "app/server/store/afterrestore.h"
#include "app/server/store/auditcheck.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "app/server/store/restores.h"
#include "core/domain/certificatelifecycle.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

const QString kOther = QStringLiteral("PK-2026-000777");

class TakenList : public Visits
{
protected:
    Store &store() { return *server.core().stores().ofThisThread().value(); }
    /// A certificate in force; its number.
    QString certified()
    {
        m_inspection = accepted();
        EXPECT_EQ(server.pushOne(officer, issue(m_inspection)).outcome, Outcome::Applied);
        return certificateOf(m_inspection)->ukey;
    }
    /// The decision as a laptop makes it \p minutes after the certificate.
    Change decided(const char *kind, int minutes)
    {
        Change change = stateChange(certificateOf(m_inspection)->id(), QLatin1String(kind));
        const QDateTime at = QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC).addSecs(60LL * minutes);
        change.fields.insert(QStringLiteral("made_at"), {QJsonValue::Null, toIso(at)});
        return change;
    }
    void push(const Change &change)
    {
        EXPECT_EQ(server.pushOne(officer, change).outcome, Outcome::Applied)
            << qPrintable(change.fields.value(QStringLiteral("kind")).after.toString());
    }
    void pass(int minutes) { server.clock().advance(qint64(minutes) * 60 * 1000); }
    /// What the server signed now, before it was lost.
    RevocationList listOf(const QList<EndedCertificate> &ends, qint64 number = 100)
    {
        RevocationList list;
        list.number = number;
        list.at = toIso(server.clock().now());
        list.certificates = ends;
        return signRevocations(list, server.core().key()).value();
    }
    static EndedCertificate end(const QString &number, CertificateState state)
    {
        return {number, state, QDate(2026, 11, 24)};
    }
    /// As "restore" leaves the store.
    void restored()
    {
        Database &database = store().database();
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(RecordTable(database).takeWritersLock());
        AuditEvent event = auditEvent(toIso(server.clock().now()), QStringLiteral("server"), {}, AuditAction::Restore);
        event.insert(QStringLiteral("history"), store().history());
        event.insert(QStringLiteral("waits"), true);
        signRestore(event, AuditLog(database).last()->value_or(AuditEntry()), store().instanceId(),
                    server.core().key());
        ASSERT_TRUE(AuditLog(database).append({event}));
        ASSERT_TRUE(beginToAwait(database, QStringLiteral("2026-11-24T06:00:00.000Z")));
        ASSERT_TRUE(transaction->commit());
        m_own = Store::open(server.location()).value(); // the server's own answers nothing meanwhile
    }
    Result<void> take(const std::optional<RevocationList> &list)
    {
        return endAwaiting(m_own->database(), list, server.clock());
    }
    QString publicState(const QString &number)
    {
        const ApiResponse answer = server.call("GET", QStringLiteral("/api/v1/public/certificates/") + number);
        return QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("state")).toString();
    }
    /// What laptops are told.
    RevocationList list()
    {
        const ApiResponse answer = server.call("GET", QStringLiteral("/api/v1/public/revocations"));
        EXPECT_EQ(answer.status, 200) << answer.body.constData();
        return RevocationList::fromJson(QJsonDocument::fromJson(answer.body).object()).value();
    }
    QStringList found()
    {
        auto report = AuditCheck(*m_own, &server.core().key().publicKey()).run({});
        EXPECT_TRUE(report.ok());
        QStringList words;
        for (const AuditFinding &finding : report.ok() ? report->findings : QList<AuditFinding>())
            words.append(token(finding.kind));
        return words;
    }
    std::unique_ptr<Store> m_own;

private:
    QString m_inspection;
};

/// 2026-11-29: the first of them that came ended as the list ends it, and from then on the record had the last word.
TEST_P(TakenList, decisionsThatWereMadeBeforeTheList_doNotUndoIt)
{
    const QString number = certified();
    pass(60);
    const RevocationList known = listOf({end(number, CertificateState::Suspended)});
    pass(60);
    restored();
    ASSERT_TRUE(take(known));
    EXPECT_EQ(publicState(number), QStringLiteral("suspended"));
    officer = server.signIn(QStringLiteral("officer.one")); // that was hours ago
    push(decided("suspend", 10));                           // laptops send again what they had sent, each when it comes
    EXPECT_EQ(publicState(number), QStringLiteral("suspended"));
    push(decided("reinstate", 20));
    EXPECT_EQ(publicState(number), QStringLiteral("suspended")) << "it was suspended once more before the list";
    ASSERT_NE(list().find(number), nullptr);
    EXPECT_EQ(list().find(number)->state, CertificateState::Suspended);
    push(decided("suspend", 30));
    EXPECT_EQ(publicState(number), QStringLiteral("suspended"));
    push(decided("reinstate", 110));
    EXPECT_EQ(publicState(number), QStringLiteral("valid")) << "that was decided after the list";
    EXPECT_EQ(list().find(number), nullptr);
    EXPECT_EQ(found(), QStringList());
}

/// 2026-11-29: a list counted by its number, and the restored server's first one has a higher one than all before.
TEST_P(TakenList, listOfBeforeTheRestore_countsWheneverItComes)
{
    const QString number = certified();
    pass(60);
    const RevocationList older = listOf({end(kOther, CertificateState::Revoked)}, 100);
    pass(1);
    const RevocationList newer =
        listOf({end(number, CertificateState::Revoked), end(kOther, CertificateState::Suspended)}, 101);
    pass(60);
    restored();
    ASSERT_TRUE(take({})); // which was not so
    const RevocationList first = list();
    EXPECT_GT(first.number, newer.number);
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
    ASSERT_TRUE(take(newer));
    EXPECT_EQ(publicState(number), QStringLiteral("revoked"));
    const RevocationList now = list();
    EXPECT_GT(now.number, first.number);
    EXPECT_EQ(now.certificates, newer.certificates);
    EXPECT_EQ(take(older).error().code, ErrorCode::WrongState) << "the newest holds in whatever order they come";
    EXPECT_EQ(list(), now);
    EXPECT_EQ(take(now).error().where, QStringLiteral("at")) << "its own of after the restore says nothing new";
    EXPECT_EQ(take({}).error().where, QStringLiteral("waits"));
    EXPECT_EQ(found(), QStringList());
}

TEST_P(TakenList, olderListFirst_comesToTheSame)
{
    pass(60);
    const RevocationList older = listOf({end(kOther, CertificateState::Revoked)}, 100);
    pass(1);
    const RevocationList newer = listOf({end(kOther, CertificateState::Suspended)}, 101);
    pass(60);
    restored();
    ASSERT_TRUE(take(older));
    EXPECT_EQ(list().certificates, older.certificates);
    ASSERT_TRUE(take(newer));
    EXPECT_EQ(list().certificates, newer.certificates) << "an appeal was allowed in between";
}

TEST_P(TakenList, listThatWasAlteredInTheDatabase_isNamed)
{
    const QString number = certified();
    pass(60);
    const RevocationList known = listOf({end(number, CertificateState::Revoked)});
    pass(1);
    restored();
    EXPECT_EQ(found(), QStringList());
    ASSERT_TRUE(m_own->database().run(QStringLiteral("DELETE FROM meta WHERE name = 'awaits_trust'")));
    EXPECT_EQ(found(), QStringList{QStringLiteral("not_awaiting")}) << "no revocation of after the backup is known";
    ASSERT_TRUE(take(known));
    EXPECT_EQ(found(), QStringList());
    const QString taken = server.value(QStringLiteral("SELECT value FROM meta WHERE name = 'taken_list'")).toString();
    ASSERT_FALSE(taken.isEmpty());
    const RevocationList none = listOf({}, 101);
    const QString lie = QString::fromUtf8(QJsonDocument(none.toJson()).toJson(QJsonDocument::Compact));
    server.run(QStringLiteral("UPDATE meta SET value = '%1' WHERE name = 'taken_list'").arg(lie));
    EXPECT_EQ(found(), QStringList{QStringLiteral("taken_differs")});
    server.run(QStringLiteral("UPDATE meta SET value = '{' WHERE name = 'taken_list'"));
    EXPECT_EQ(found(), QStringList{QStringLiteral("taken_differs")});
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/public/certificates/") + number).status, 500)
        << "nobody is told that it is good";
    server.run(QStringLiteral("DELETE FROM meta WHERE name = 'taken_list'"));
    EXPECT_EQ(found(), QStringList{QStringLiteral("taken_differs")});
    ASSERT_TRUE(take(known)) << "the same file puts it back";
    EXPECT_EQ(found(), QStringList());
    EXPECT_EQ(publicState(number), QStringLiteral("revoked"));
}

/// 2026-11-29: whoever restored a PostgreSQL beneath a server that ran had what was revoked good again at once.
TEST_P(TakenList, storeThatIsRestoredBeneathARunningServer_isServedToNobody)
{
    const QString number = certified();
    ASSERT_EQ(publicState(number), QStringLiteral("valid"));
    restored();
    for (const char *path : {"/api/v1/public/revocations", "/api/v1/public/keys", "/verify/PK-2026-000001"}) {
        const ApiResponse answer = server.call("GET", QLatin1String(path));
        EXPECT_EQ(answer.status, 503) << path;
        EXPECT_TRUE(answer.body.contains("keys take")) << path << answer.body.constData();
    }
    EXPECT_FALSE(server.core().tidy()) << "and it writes nothing";
    ASSERT_TRUE(take({}));
    EXPECT_EQ(publicState(number), QStringLiteral("valid"));
}

MARKAZ_ON_BOTH(TakenList);

} // namespace
} // namespace markaz::server::test
