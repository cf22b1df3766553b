// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/files/uploads.h"
#include "app/server/store/audittrail.h"
#include "app/server/store/batchapplier.h"
#include "app/server/store/feed.h"
#include "app/server/store/readfence.h"
#include "core/security/permissions.h"
#include "tests/app/server/evidencefiles.h"

#include <QSqlQuery>

namespace markaz::server::test {
namespace {

/// The program's policy, switched off.
class Everything final : public FeedScope
{
public:
    using FeedScope::FeedScope;
    QString where(const QString &table, Nationwide nationwide) const override
    {
        // The same values to bind, and true whatever they are.
        return QStringLiteral("(true OR (%1))").arg(FeedScope::where(table, nationwide));
    }
    bool allows(const Actor &, const protocol::FeedItem &, const QString &, const QString &) const override
    {
        return true;
    }
};

class OpenFeed final : public Feed
{
public:
    OpenFeed(Store &store, const Clock &clock)
        : Feed(store, clock)
        , m_dialect(store.database().dialect())
    {
    }

protected:
    std::unique_ptr<FeedScope> scopeOf(const Actor &actor, int kinds) const override
    {
        return std::make_unique<Everything>(m_dialect, actor, kinds);
    }

private:
    Dialect m_dialect;
};

/// The audit's own condition, switched off in the same way.
class OpenTrail final : public AuditTrail
{
public:
    using AuditTrail::AuditTrail;

protected:
    QString withinReach() const override { return QStringLiteral("(true OR (%1))").arg(AuditTrail::withinReach()); }
};

/// Who pushes is judged as one who may write everywhere.
class OpenApplier final : public BatchApplier
{
public:
    using BatchApplier::BatchApplier;

protected:
    Actor judgedAs(const Author &author) const override
    {
        Actor all = author.actor;
        all.provinces = {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")};
        return all;
    }
};

/// PostgreSQL's policies by themselves. SQLite has none.
class Fence : public Visits
{
protected:
    Fence()
    {
        const Session karachi =
            server.join(QStringLiteral("officer.karachi"), Role::Officer, {QStringLiteral("PK-SD")});
        const Session two = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
        server.pushOne(karachi, create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-SD"))));
        server.pushOne(karachi, create(server.ids(), Entity::Building,
                                       buildingFields(kKarachi, QStringLiteral("KHI-0001"), QStringLiteral("Dock"))));
        const QString certified = accepted();
        EXPECT_EQ(server.pushOne(officer, issue(certified)).outcome, Outcome::Applied);
        draft();
        people = {inspector.actor, two.actor, officer.actor, karachi.actor};
        for (const auto &[name, role] : {std::pair{"auditor.one", Role::Auditor}, {"admin.one", Role::Administrator}})
            people.append(server.addAccount(QLatin1String(name), role, {QStringLiteral("PK-PB")}));
        people.append(server.addAccount(QStringLiteral("officer.both"), Role::Officer,
                                        {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")}));
        people.append(server.addAccount(QStringLiteral("officer.far"), Role::Officer, {QStringLiteral("PK-GB")}));
    }
    /// What \p feed gives \p actor from \p cursor on: "entity id kind", and the digests.
    static QStringList read(Feed &feed, const Actor &actor, QString &cursor)
    {
        QStringList lines;
        auto outcome = feed.pull(actor, cursor, Feed::kMaxLimit);
        EXPECT_TRUE(outcome) << qPrintable(outcome.error().detail);
        const auto *page = outcome ? std::get_if<protocol::PullReply>(&*outcome) : nullptr;
        if (page == nullptr)
            return {QStringLiteral("no page")};
        for (const protocol::FeedItem &item : page->changes)
            lines.append(QStringLiteral("%1 %2 %3").arg(token(item.entity), item.id).arg(static_cast<int>(item.kind)));
        for (auto it = page->digest.begin(); it != page->digest.end(); ++it)
            lines.append(QStringLiteral("digest %1 %2").arg(it.key(), it.value()));
        lines.sort();
        cursor = page->cursor;
        return lines;
    }
    Results push(Store &on, const QString &who, const QList<Change> &changes)
    {
        const auto actor = std::find_if(people.begin(), people.end(), [&](const Actor &a) { return a.name == who; });
        QList<IncomingChange> batch;
        for (const Change &change : changes)
            batch.append({change, {}});
        OpenApplier open(on, server.core().reference(), server.core().key(), server.clock());
        const auto results = open.apply({*actor, server.ids().next()}, batch);
        EXPECT_TRUE(results) << qPrintable(results ? QString() : results.error().detail);
        return results ? *results : Results();
    }
    /// What an officer of Sindh may not write though the policy lets him, and what he may.
    void pushThroughTheFence(Store &on)
    {
        const auto other = *server.stored(building);
        const QList<Change> changes{
            create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))),
            patch(server.ids(), Entity::Building, building, other.record.rev,
                  one(QStringLiteral("name"), other.text("name"), QStringLiteral("Not theirs"))),
            patch(server.ids(), Entity::Building, building, other.record.rev,
                  one(QStringLiteral("city"), kSialkot, kKarachi)),
            create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-SD"))),
        };
        const int kept = server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt();
        for (int times = 0; times < 2; ++times) { // the answer was lost: it is the same again
            const Results results = push(on, QStringLiteral("officer.karachi"), changes);
            ASSERT_EQ(results.size(), 4);
            for (int i = 0; i < 3; ++i) {
                EXPECT_EQ(results[i].outcome, Outcome::Rejected) << i << qPrintable(results[i].message);
                EXPECT_FALSE(results[i].code.isEmpty());
            }
            EXPECT_EQ(results[3].outcome, times == 0 ? Outcome::Applied : Outcome::Duplicate);
        }
        EXPECT_FALSE(server.stored(changes[0].id));
        EXPECT_TRUE(server.stored(changes[3].id));
        const auto now = *server.stored(building);
        EXPECT_EQ(now.record.rev, other.record.rev);
        EXPECT_EQ(now.record.fields, other.record.fields);
        EXPECT_EQ(now.province, QStringLiteral("PK-PB"));
        EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine")).toInt(), kept + 3);
    }
    Store &store() { return *server.core().stores().ofThisThread().value(); }
    /// What PostgreSQL does not prepare.
    void script(const QString &sql)
    {
        auto done = store().database().runScript(sql);
        EXPECT_TRUE(done) << qPrintable(done.error().detail);
    }
    /// Both feeds say the same to everybody, from nothing and after \p change.
    void compare(Store &on, const std::function<void()> &change)
    {
        OpenFeed open(on, server.clock());
        Feed both(on, server.clock());
        QHash<QString, QString> cursors;
        for (const Actor &actor : std::as_const(people)) {
            QString cursor;
            QString other;
            const QStringList expected = read(both, actor, cursor);
            EXPECT_EQ(read(open, actor, other), expected) << qPrintable(actor.name);
            EXPECT_GE(expected.size(), 2) << "a policy and his own account";
            cursors.insert(actor.name, cursor);
        }
        change();
        for (const Actor &actor : std::as_const(people)) {
            QString cursor = cursors.value(actor.name);
            QString other = cursor;
            EXPECT_EQ(read(open, actor, other), read(both, actor, cursor)) << qPrintable(actor.name);
        }
    }
    QList<Actor> people;
};

TEST_P(Fence, feedWithoutThePolicy_givesNoRowOutOfScope)
{
    compare(store(), [this] {
        // A building leaves Punjab for Sindh, where its officers see it come.
        const Session both = server.signIn(QStringLiteral("officer.both"));
        const auto moved =
            server.pushOne(both, patch(server.ids(), Entity::Building, building, server.stored(building)->record.rev,
                                       one(QStringLiteral("city"), kSialkot, kKarachi)));
        EXPECT_EQ(moved.outcome, Outcome::Applied) << qPrintable(moved.message);
    });
}

TEST_P(Fence, pushWithoutThePolicy_writesNothingOutOfScope)
{
    pushThroughTheFence(store());
    // It was the fence: who may write in both provinces moves the same building.
    const auto other = *server.stored(building);
    const Results moved = push(store(), QStringLiteral("officer.both"),
                               {patch(server.ids(), Entity::Building, building, other.record.rev,
                                      one(QStringLiteral("city"), kSialkot, kKarachi))});
    ASSERT_EQ(moved.size(), 1);
    EXPECT_EQ(moved[0].outcome, Outcome::Applied) << qPrintable(moved[0].message);
    // Nor is an account without any province the server.
    people.append(server.addAccount(QStringLiteral("officer.none"), Role::Officer, {QStringLiteral("PK-GB")}));
    people.last().provinces.clear();
    const Results none = push(store(), QStringLiteral("officer.none"),
                              {create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")))});
    ASSERT_EQ(none.size(), 1);
    EXPECT_EQ(none[0].outcome, Outcome::Rejected);
}

/// The server as it should run: its user owns the tables and is nobody else.
TEST_P(Fence, ownerOfTheTables_isFencedToo)
{
    script(QStringLiteral("CREATE ROLE keeper1 LOGIN"));
    script(QStringLiteral("GRANT ALL ON SCHEMA public TO keeper1"));
    script(QStringLiteral("DO $$ DECLARE t text; BEGIN FOR t IN SELECT relname FROM pg_class WHERE relkind = 'r' "
                          "AND relnamespace = 'public'::regnamespace LOOP EXECUTE format('ALTER TABLE %I OWNER TO "
                          "keeper1', t); END LOOP; END $$"));
    StoreLocation location = server.location();
    location.databaseUrl.replace(QStringLiteral("markaz@"), QStringLiteral("keeper1@"));
    auto own = Store::open(location);
    ASSERT_TRUE(own) << qPrintable(own.error().detail);
    ASSERT_EQ((*own)->database().row(QStringLiteral("SELECT current_user::text")).value()->value(0).toString(),
              QStringLiteral("keeper1"));
    compare(**own, [this] {
        server.pushOne(officer, create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))));
    });
    pushThroughTheFence(**own);
    // Without a caller it does its own work, and the index on files' hashes still serves.
    EXPECT_GT((*own)->database().row(QStringLiteral("SELECT count(*) FROM record")).value()->value(0).toInt(), 10);
    ASSERT_TRUE((*own)->database().runScript(
        QStringLiteral("CREATE TEMPORARY TABLE nothing (x text); SET enable_seqscan = off; "
                       "CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN "
                       "RETURN QUERY EXECUTE 'EXPLAIN ' || query; END $$;")));
    auto plan = (*own)->database().run(QStringLiteral("SELECT pg_temp.plan_of('SELECT id FROM record WHERE entity = "
                                                      "''evidence'' AND sha256 = ''a'' AND deleted = 0')"));
    ASSERT_TRUE(plan);
    QString words;
    while ((*plan)->next())
        words += (*plan)->value(0).toString() + QLatin1Char('\n');
    EXPECT_TRUE(words.contains(QStringLiteral("Index Cond: (sha256"))) << qPrintable(words);
    own->reset();

    script(QStringLiteral("ALTER ROLE keeper1 BYPASSRLS"));
    const auto refused = Store::prepare(location, server.clock());
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("NOBYPASSRLS")));
    script(QStringLiteral("REASSIGN OWNED BY keeper1 TO markaz"));
    script(QStringLiteral("DROP OWNED BY keeper1"));
    script(QStringLiteral("DROP ROLE keeper1"));
}

/// Rows of every kind, in two provinces, nationwide, and assigned: what each role reads is what the policy grants it.
TEST_P(Fence, everyRoleAndKind_isFencedAsThePolicySays)
{
    Database &database = store().database();
    server.run(QStringLiteral("DELETE FROM record"));
    int seq = 1000;
    for (const Entity entity : allValues<Entity>()) {
        for (const char *province : {"PK-PB", "PK-SD"}) {
            for (const QString &assignee : {QString(), inspector.actor.accountId, officer.actor.accountId}) {
                auto made = database.run(
                    QStringLiteral("INSERT INTO record (id, entity, rev, seq, province, assignee, parent, deleted, "
                                   "changed_at, data) VALUES (?, ?, 1, ?, ?, ?, '', 0, '', CAST(? AS jsonb))"),
                    {server.ids().next(), token(entity), ++seq, QLatin1String(province).toString(), assignee,
                     QStringLiteral("{\"provinces\": [\"%1\"]}").arg(QLatin1String(province))});
                ASSERT_TRUE(made) << qPrintable(made.error().detail);
            }
        }
    }
    for (const Actor &actor : std::as_const(people)) {
        QStringList seen;
        {
            auto fence = ReadFence::raise(database, actor);
            ASSERT_TRUE(fence) << qPrintable(fence.error().detail);
            auto rows = database.run(QStringLiteral("SELECT entity, province, assignee FROM record"));
            ASSERT_TRUE(rows);
            while ((*rows)->next())
                seen.append(
                    QStringLiteral("%1 %2 %3")
                        .arg((*rows)->value(0).toString(), (*rows)->value(1).toString(), (*rows)->value(2).toString()));
        }
        QStringList expected;
        for (const Entity entity : allValues<Entity>()) {
            for (const char *province : {"PK-PB", "PK-SD"}) {
                for (const QString &assignee : {QString(), inspector.actor.accountId, officer.actor.accountId}) {
                    const bool own = actor.role != Role::Inspector || assignee.isEmpty() || assignee == actor.accountId;
                    if (roleGrants(actor.role, seeing(entity)) && own &&
                        actor.provinces.contains(QLatin1String(province)))
                        expected.append(
                            QStringLiteral("%1 %2 %3").arg(token(entity), QLatin1String(province), assignee));
                }
            }
        }
        seen.sort();
        expected.sort();
        EXPECT_EQ(seen, expected) << qPrintable(actor.name);
    }
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record")).toInt(), seq - 1000)
        << "the fence is gone with its transaction";
    // While it stands nothing is written, and an unknown role sees nothing.
    auto fence = ReadFence::raise(database, officer.actor);
    ASSERT_TRUE(fence);
    EXPECT_FALSE(database.run(QStringLiteral("DELETE FROM record")));
}

TEST_P(Fence, auditWithoutThePolicy_tellsNothingOfOtherProvinces)
{
    const auto numbers = [](AuditTrail &&trail, const std::optional<Actor> &reader) {
        QList<qint64> all;
        const auto page = trail.page({}, AuditTrail::Order::OldestFirst, 0, AuditTrail::kMaxLimit, reader);
        EXPECT_TRUE(page) << qPrintable(page ? QString() : page.error().detail);
        for (const AuditItem &item : page ? page->entries : QList<AuditItem>())
            all.append(item.n);
        return all;
    };
    Database &database = store().database();
    const auto whole = numbers(AuditTrail(database), std::nullopt);
    for (const Actor &actor : std::as_const(people)) {
        if (!roleGrants(actor.role, Action::ReadAudit))
            continue;
        const auto shown = numbers(AuditTrail(database), actor);
        EXPECT_EQ(numbers(OpenTrail(database), actor), shown) << qPrintable(actor.name);
        EXPECT_EQ(shown.size(), whole.size() - 2) << "an owner and a building of Sindh: " << qPrintable(actor.name);
    }
}

/// The same for what files are shown by.
class FenceOfFiles : public EvidenceFiles
{
};

TEST_P(FenceOfFiles, fileWithoutThePolicy_isShownToNobodyOutOfScope)
{
    attach(visit, photo);
    upload(inspector, photo);
    const QStringList punjab{QStringLiteral("PK-PB")};
    const auto account = [this](const char *name, Role role, const QStringList &provinces) {
        return server.addAccount(QLatin1String(name), role, provinces);
    };
    const std::vector<std::pair<Actor, bool>> people{
        {inspector.actor, true},
        {officer.actor, true},
        {account("auditor.one", Role::Auditor, punjab), true},
        {account("inspector.two", Role::Inspector, punjab), false},
        {account("admin.one", Role::Administrator, punjab), false},
        {account("officer.karachi", Role::Officer, {QStringLiteral("PK-SD")}), false},
    };
    Database &database = server.core().stores().ofThisThread().value()->database();
    for (const auto &[actor, shown] : people) {
        const auto open =
            visibleFile(database, actor, sha256Of(photo), [](const Actor &, const StoredRecord &) { return true; });
        ASSERT_TRUE(open) << qPrintable(open.error().detail);
        EXPECT_EQ(open->has_value(), shown) << qPrintable(actor.name);
        EXPECT_EQ(visibleFile(database, actor, sha256Of(photo)).value().has_value(), shown) << qPrintable(actor.name);
    }
}

TEST_P(FenceOfFiles, uploadWithoutThePolicy_doesNotTellThatTheFileIsThere)
{
    attach(visit, photo);
    upload(inspector, photo);
    // The same bytes, in a visit of one who sees nothing of the first.
    const Session two = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const QString own = server.ids().next();
    Change visitOfTwo = create(server.ids(), Entity::Inspection, draftFields(two.actor.accountId));
    visitOfTwo.id = own;
    ASSERT_EQ(server.pushOne(two, visitOfTwo).outcome, Outcome::Applied);
    const auto named = server.pushOne(two, create(server.ids(), Entity::Evidence, evidenceFields(own, photo)));
    ASSERT_EQ(named.outcome, Outcome::Applied) << qPrintable(named.message);
    ServerCore &core = server.core();
    Uploads uploads(*core.stores().ofThisThread().value(), core.files(), server.clock(), {two.actor, {}},
                    [](const Actor &, const StoredRecord &) { return true; });
    const auto begun = uploads.begin({sha256Of(photo), photo.size(), QStringLiteral("image/jpeg")});
    ASSERT_TRUE(begun) << qPrintable(begun ? QString() : begun.error().detail);
    EXPECT_FALSE(begun->upload.id.isEmpty());
    EXPECT_EQ(begun->offset, 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, FenceOfFiles, ::testing::Values("postgres"),
                         [](const auto &parameter) { return std::string(parameter.param); });

INSTANTIATE_TEST_SUITE_P(Stores, Fence, ::testing::Values("postgres"),
                         [](const auto &parameter) { return std::string(parameter.param); });

} // namespace
} // namespace markaz::server::test
