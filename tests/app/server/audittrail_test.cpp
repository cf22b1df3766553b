// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/auditlistcommands.h"
#include "app/server/store/auditnames.h"
#include "app/server/store/audittrail.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

/// The audit as it is read over the API.
class Trail : public Visits
{
protected:
    QJsonObject get(const QString &query, const Session &who)
    {
        const ApiResponse response = server.call("GET", QStringLiteral("/api/v1/audit?") + query, {}, who.token);
        EXPECT_EQ(response.status, 200) << qPrintable(query) << ' ' << response.body.constData();
        return QJsonDocument::fromJson(response.body).object();
    }
    static QList<QJsonObject> entriesOf(const QJsonObject &page)
    {
        QList<QJsonObject> entries;
        const QJsonArray list = page.value(QStringLiteral("entries")).toArray();
        for (const auto &entry : list)
            entries.append(entry.toObject());
        return entries;
    }
    static QStringList actionsOf(const QJsonObject &page)
    {
        QStringList actions;
        for (const QJsonObject &entry : entriesOf(page))
            actions.append(entry.value(QStringLiteral("event")).toObject().value(QStringLiteral("action")).toString());
        return actions;
    }
    int status(const QString &query)
    {
        return server.call("GET", QStringLiteral("/api/v1/audit?") + query, {}, auditor.token).status;
    }

    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
};

TEST_P(Trail, pages_giveEveryEntryOnceInBothDirections)
{
    const qint64 last = server.value(QStringLiteral("SELECT max(n) FROM audit")).toLongLong();
    QList<qint64> forwards;
    qint64 next = 0;
    for (bool more = true; more;) {
        const QJsonObject page = get(QStringLiteral("limit=3&after=%1").arg(next), auditor);
        for (const QJsonObject &entry : entriesOf(page))
            forwards.append(entry.value(QStringLiteral("n")).toInteger());
        next = page.value(QStringLiteral("next")).toInteger();
        more = page.value(QStringLiteral("more")).toBool();
    }
    QList<qint64> all;
    for (qint64 n = 1; n <= last; ++n)
        all.append(n);
    EXPECT_EQ(forwards, all);
    QList<qint64> backwards;
    next = 0;
    for (bool more = true; more;) {
        const QJsonObject page = get(QStringLiteral("limit=4&before=%1").arg(next), auditor);
        for (const QJsonObject &entry : entriesOf(page))
            backwards.prepend(entry.value(QStringLiteral("n")).toInteger());
        next = page.value(QStringLiteral("next")).toInteger();
        more = page.value(QStringLiteral("more")).toBool();
    }
    EXPECT_EQ(backwards, all);
    EXPECT_EQ(get(QString(), auditor).value(QStringLiteral("chain")).toObject().value(QStringLiteral("entries")), last);
}

TEST_P(Trail, aPage_saysWhatTheIdsInItAreCalled)
{
    const QJsonObject page = get(QStringLiteral("action=sign_in"), auditor);
    const QJsonObject names = page.value(QStringLiteral("names")).toObject();
    const QJsonObject accounts = names.value(QStringLiteral("accounts")).toObject();
    EXPECT_EQ(accounts.value(auditor.actor.accountId), QStringLiteral("auditor.one"));
    const QJsonObject first = entriesOf(page).first().value(QStringLiteral("event")).toObject();
    EXPECT_EQ(names.value(QStringLiteral("laptops")).toObject().value(first.value(QStringLiteral("device")).toString()),
              QStringLiteral("Test laptop"));
    const QJsonObject none = get(QStringLiteral("action=nothing"), auditor).value(QStringLiteral("names")).toObject();
    EXPECT_TRUE(none.value(QStringLiteral("accounts")).toObject().isEmpty()) << "only those that the page names";
}

/// One laptop of two people: each entry calls it what it called itself under the one who acted.
TEST_P(Trail, aSharedLaptop_isCalledWhatItWasUnderTheEntrysAccount)
{
    const QString device =
        server.value(QStringLiteral("SELECT id FROM device WHERE account = '%1'").arg(inspector.actor.accountId))
            .toString();
    server.clock().advance(60'000);
    ASSERT_EQ(server
                  .post(QStringLiteral("/api/v1/session"),
                        protocol::encode(protocol::SessionRequest{QStringLiteral("officer.one"), kPassword, device,
                                                                  QStringLiteral("Desk")}))
                  .status,
              201);
    const auto page = AuditTrail(server.core().stores().ofThisThread().value()->database())
                          .page({{}, QStringLiteral("sign_in"), {}, {}, {}, {}}, AuditTrail::Order::OldestFirst, 0, 100,
                                std::nullopt);
    ASSERT_TRUE(page);
    const auto names = auditNames(server.core().stores().ofThisThread().value()->database(), page->entries);
    ASSERT_TRUE(names);
    QStringList called;
    for (const AuditItem &item : page->entries) {
        if (item.event.value(QStringLiteral("device")) == device)
            called.append(item.event.value(QStringLiteral("actor")).toString() + QLatin1Char(' ') +
                          names->laptop(item.event));
    }
    EXPECT_EQ(called, (QStringList{inspector.actor.accountId + QStringLiteral(" Test laptop"),
                                   officer.actor.accountId + QStringLiteral(" Desk")}));
    EXPECT_EQ(names->laptops.value(device), QStringLiteral("Desk")) << "what it called itself last";
    AuditEvent revoked = auditEvent({}, auditor.actor.accountId, {}, AuditAction::RevokeDevice);
    revoked.insert(QStringLiteral("id"), device);
    EXPECT_EQ(names->about(revoked), QStringLiteral("Desk"));
    revoked.insert(QStringLiteral("account"), inspector.actor.accountId);
    EXPECT_EQ(names->about(revoked), QStringLiteral("Test laptop"));
}

TEST_P(Trail, filters_takeWhatFitsAllOfThem)
{
    server.clock().advance(60'000);
    const QString certified = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(certified)).outcome, Outcome::Applied);
    const QString own = inspector.actor.accountId;
    for (const QJsonObject &entry : entriesOf(get(QStringLiteral("actor=") + own, auditor)))
        EXPECT_EQ(entry.value(QStringLiteral("event")).toObject().value(QStringLiteral("actor")).toString(), own);
    EXPECT_GE(entriesOf(get(QStringLiteral("actor=") + own, auditor)).size(), 3);
    EXPECT_EQ(entriesOf(get(QStringLiteral("actor=inspector.one"), auditor)),
              entriesOf(get(QStringLiteral("actor=") + own, auditor)));
    EXPECT_EQ(entriesOf(get(QStringLiteral("entity=building&id=") + building, auditor)).size(), 1);
    EXPECT_EQ(actionsOf(get(QStringLiteral("entity=certificate"), auditor)).size(), 1);
    const QStringList all = actionsOf(get(QString(), auditor));
    for (const QString &action : all)
        EXPECT_TRUE(auditActionOf(action)) << qPrintable(action) << " cannot be asked for";
    EXPECT_EQ(actionsOf(get(QStringLiteral("action=sign_in&actor=") + own, auditor)),
              QStringList{QStringLiteral("sign_in")});
    const auto early = entriesOf(get(QStringLiteral("to=2026-11-24T06:00:30.000Z"), auditor)).size();
    const auto late = entriesOf(get(QStringLiteral("from=2026-11-24T06:00:30.000Z"), auditor)).size();
    EXPECT_GE(late, 4);
    EXPECT_EQ(early + late, entriesOf(get(QString(), auditor)).size());
}

TEST_P(Trail, otherProvincesRecords_areLeftOut)
{
    const Session karachi = server.join(QStringLiteral("officer.karachi"), Role::Officer, {QStringLiteral("PK-SD")});
    const Change dock = create(server.ids(), Entity::Building,
                               buildingFields(kKarachi, QStringLiteral("KHI-0001"), QStringLiteral("Dock")));
    ASSERT_EQ(server.pushOne(karachi, dock).outcome, Outcome::Applied);
    EXPECT_TRUE(entriesOf(get(QStringLiteral("id=") + dock.id, auditor)).isEmpty());
    EXPECT_EQ(entriesOf(get(QStringLiteral("id=") + building, auditor)).size(), 1);
    const Session sindh = server.join(QStringLiteral("auditor.sindh"), Role::Auditor, {QStringLiteral("PK-SD")});
    EXPECT_EQ(entriesOf(get(QStringLiteral("id=") + dock.id, sindh)).size(), 1);
    EXPECT_TRUE(entriesOf(get(QStringLiteral("id=") + building, sindh)).isEmpty());
    // A sign-in belongs to no province.
    EXPECT_GE(entriesOf(get(QStringLiteral("action=sign_in"), sindh)).size(), 4);
}

TEST_P(Trail, filtersOfAnotherForm_areRefusedByName)
{
    for (const char *query :
         {"limit=0", "limit=many", "after=-1", "before=x", "after=1&before=1", "from=yesterday", "to=2026-13-01"})
        EXPECT_EQ(status(QLatin1String(query)), 400) << query;
    EXPECT_EQ(status(QStringLiteral("actor=") + QString(101, QLatin1Char('a'))), 400);
    EXPECT_EQ(status(QStringLiteral("limit=100000")), 200) << "bounded, not refused";
    EXPECT_EQ(status(QStringLiteral("actor=nobody")), 400) << "a mistake in typing is no all-clear";
    EXPECT_EQ(status(QStringLiteral("actor=server")), 200);
}

TEST_P(Trail, onlyAuditorsAndAdministrators_readIt)
{
    const Session administrator =
        server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});
    for (const auto &[who, expected] :
         {std::pair<const Session *, int>{&auditor, 200}, {&administrator, 200}, {&officer, 403}, {&inspector, 403}})
        EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/audit"), {}, who->token).status, expected)
            << qPrintable(who->actor.name);
}

/// Entries hold the hashes of records, and older ones an officer's words: neither is anybody's to read here.
TEST_P(Trail, aPage_showsNoHashesOfRecordsAndNoReasonOfAMerge)
{
    AuditEvent merge =
        auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"), officer.actor.accountId, {}, AuditAction::Merge);
    merge.insert(QStringLiteral("id"), building);
    merge.insert(QStringLiteral("into"), QStringLiteral("another"));
    merge.insert(QStringLiteral("reason"), QStringLiteral("Mr. Khan's gate"));
    ASSERT_TRUE(AuditLog(server.core().stores().ofThisThread().value()->database())
                    .append({merge}, {{QStringLiteral("building/") + building, QString(64, u'a')}}));
    const QJsonObject shown =
        entriesOf(get(QStringLiteral("action=merge"), auditor)).first().value(QStringLiteral("event")).toObject();
    EXPECT_EQ(shown.keys(), (QStringList{QStringLiteral("action"), QStringLiteral("actor"), QStringLiteral("at"),
                                         QStringLiteral("id"), QStringLiteral("into")}));
}

/// More entries than a page looks through, none of which fit.
TEST_P(Trail, rareThing_isFoundInBoundedSteps)
{
    AuditLog log(server.core().stores().ofThisThread().value()->database());
    QList<AuditEvent> many(AuditTrail::kScan + 100, auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"),
                                                               QStringLiteral("server"), {}, AuditAction::Upload));
    many.append(auditEvent(QStringLiteral("2026-11-24T06:00:00.000Z"), QStringLiteral("server"), {},
                           AuditAction::ImportBuildings));
    ASSERT_TRUE(log.append(many));
    const QJsonObject first = get(QStringLiteral("action=import_buildings"), auditor);
    EXPECT_TRUE(entriesOf(first).isEmpty());
    EXPECT_TRUE(first.value(QStringLiteral("more")).toBool());
    const QJsonObject second =
        get(QStringLiteral("action=import_buildings&after=%1").arg(first.value(QStringLiteral("next")).toInteger()),
            auditor);
    EXPECT_EQ(actionsOf(second), QStringList{QStringLiteral("import_buildings")});
    EXPECT_FALSE(second.value(QStringLiteral("more")).toBool());
}

MARKAZ_ON_BOTH(Trail);

} // namespace
} // namespace markaz::server::test
