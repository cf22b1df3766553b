// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/syncstaterepository.h"
#include "tests/core/storage/cachefixture.h"

namespace markaz {
namespace {

class OutboxRepositoryTest : public test::CacheFixture
{
protected:
    const QString m_a = QStringLiteral("01900000-0000-7000-8000-00000000000a");
    const QString m_b = QStringLiteral("01900000-0000-7000-8000-00000000000b");

    Change change(const QString &id, const QString &name)
    {
        return {m_ids.next(),
                Entity::Building,
                id,
                ChangeKind::Patch,
                4,
                1,
                toIso(m_clock.now()),
                {{QStringLiteral("name"), {QJsonValue::Null, name}},
                 {QStringLiteral("notes"), {QStringLiteral("before"), QJsonValue::Null}}}};
    }
    void append(const QString &id, const QString &name)
    {
        ASSERT_TRUE(m_outbox->append(change(id, name), m_inspector).ok());
    }
    QString names(const Result<QList<OutboxRow>> &rows)
    {
        EXPECT_TRUE(rows.ok());
        QStringList list;
        if (rows) {
            for (const OutboxRow &row : *rows)
                list.append(row.change.fields.value(QStringLiteral("name")).after.toString());
        }
        return list.join(QLatin1Char(' '));
    }
    QString next(int limit = 100) { return names(m_outbox->nextBatch(limit)); }
    qint64 at(const QString &name)
    {
        const auto rows = m_outbox->list(std::nullopt);
        for (const OutboxRow &row : *rows) {
            if (row.change.fields.value(QStringLiteral("name")).after.toString() == name)
                return row.position;
        }
        return -1;
    }
    void settle(const QString &name, OutboxState state, Outcome outcome)
    {
        ASSERT_TRUE(m_outbox
                        ->settle(at(name), state, outcome, QStringLiteral("code"), QStringLiteral("name"),
                                 QStringLiteral("words"), m_clock.now())
                        .ok());
    }
};

TEST_F(OutboxRepositoryTest, append_givesBackTheWholeChange)
{
    const Change made = change(m_a, QStringLiteral("n"));
    ASSERT_TRUE(m_outbox->append(made, m_inspector).ok());
    const auto rows = m_outbox->nextBatch(10);
    ASSERT_TRUE(rows.ok());
    ASSERT_EQ(rows->size(), 1);
    const OutboxRow &row = rows->first();
    EXPECT_EQ(row.change.opId, made.opId);
    EXPECT_EQ(row.change.entity, made.entity);
    EXPECT_EQ(row.change.id, made.id);
    EXPECT_EQ(row.change.kind, made.kind);
    EXPECT_EQ(row.change.baseRev, made.baseRev);
    EXPECT_EQ(row.change.schema, made.schema);
    EXPECT_EQ(row.change.madeAt, made.madeAt);
    EXPECT_EQ(row.change.fields, made.fields);
    EXPECT_EQ(row.state, OutboxState::Waiting);
    EXPECT_EQ(m_outbox->append(made, m_inspector).error().code, ErrorCode::Exists);
}

TEST_F(OutboxRepositoryTest, payload_isSealedAtItsOwnPlace)
{
    append(m_a, QStringLiteral("one"));
    append(m_a, QStringLiteral("two"));
    ASSERT_TRUE(m_database
                    ->run(QStringLiteral("UPDATE outbox SET payload = (SELECT payload FROM outbox WHERE position = 1) "
                                         "WHERE position = 2"))
                    .ok());
    EXPECT_EQ(m_outbox->nextBatch(10).error().code, ErrorCode::Tampered);
}

TEST_F(OutboxRepositoryTest, nextBatch_keepsTheOrderOfMakingAndTheLimit)
{
    append(m_a, QStringLiteral("a1"));
    append(m_b, QStringLiteral("b1"));
    append(m_a, QStringLiteral("a2"));
    EXPECT_EQ(next(), QStringLiteral("a1 b1 a2"));
    EXPECT_EQ(next(2), QStringLiteral("a1 b1"));
    ASSERT_TRUE(m_outbox->markSent({at(QStringLiteral("a1"))}).ok());
    EXPECT_EQ(next(), QStringLiteral("a1 b1 a2")); // the reply was lost: it goes again as it is
    EXPECT_EQ(m_outbox->list(OutboxState::Sent)->first().attempts, 1);
}

TEST_F(OutboxRepositoryTest, nextBatch_leavesWhatIsBehindADeadOrAHeldRowOfTheSameRecord)
{
    for (const char *name : {"a1", "b1", "a2", "b2", "a3"})
        append(name[0] == 'a' ? m_a : m_b, QLatin1String(name));
    settle(QStringLiteral("a1"), OutboxState::Held, Outcome::Held);
    EXPECT_EQ(next(), QStringLiteral("a1 b1 b2"));
    settle(QStringLiteral("a1"), OutboxState::Acknowledged, Outcome::Applied);
    EXPECT_EQ(next(), QStringLiteral("b1 a2 b2 a3"));
    settle(QStringLiteral("a2"), OutboxState::Dead, Outcome::Rejected);
    EXPECT_EQ(next(), QStringLiteral("b1 b2"));
    // The same id of another kind of record is another record.
    Change other = change(m_a, QStringLiteral("owner"));
    other.entity = Entity::Owner;
    ASSERT_TRUE(m_outbox->append(other, m_inspector).ok());
    EXPECT_EQ(next(), QStringLiteral("b1 b2 owner"));
    ASSERT_TRUE(m_outbox->requeue(at(QStringLiteral("a2"))).ok());
    EXPECT_EQ(next(), QStringLiteral("b1 a2 b2 a3 owner"));
}

TEST_F(OutboxRepositoryTest, pendingOf_holdsAllThatIsNotAcknowledgedInOrder)
{
    for (const char *name : {"1", "2", "3", "4"})
        append(m_a, QLatin1String(name));
    append(m_b, QStringLiteral("other"));
    settle(QStringLiteral("1"), OutboxState::Acknowledged, Outcome::Merged);
    settle(QStringLiteral("2"), OutboxState::Dead, Outcome::Rejected);
    ASSERT_TRUE(m_outbox->markSent({at(QStringLiteral("3"))}).ok());
    const auto pending = m_outbox->pendingOf(Entity::Building, m_a);
    ASSERT_TRUE(pending.ok());
    ASSERT_EQ(pending->size(), 3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(pending->at(i).value(QStringLiteral("name")).after.toString(), QString::number(i + 2));
}

TEST_F(OutboxRepositoryTest, settle_keepsTheServersWords)
{
    append(m_a, QStringLiteral("x"));
    settle(QStringLiteral("x"), OutboxState::Dead, Outcome::Rejected);
    const auto dead = m_outbox->list(OutboxState::Dead);
    ASSERT_EQ(dead->size(), 1);
    EXPECT_EQ(dead->first().outcome, Outcome::Rejected);
    EXPECT_EQ(dead->first().code, QStringLiteral("code"));
    EXPECT_EQ(dead->first().field, QStringLiteral("name"));
    EXPECT_EQ(dead->first().message, QStringLiteral("words"));
    EXPECT_EQ(dead->first().settledAt, m_clock.now());
}

TEST_F(OutboxRepositoryTest, counts_tellWhatWaitsHeldAndDead)
{
    for (const char *name : {"1", "2", "3", "4", "5"})
        append(m_ids.next(), QLatin1String(name));
    ASSERT_TRUE(m_outbox->markSent({at(QStringLiteral("2"))}).ok());
    settle(QStringLiteral("3"), OutboxState::Held, Outcome::Held);
    settle(QStringLiteral("4"), OutboxState::Dead, Outcome::Rejected);
    settle(QStringLiteral("5"), OutboxState::Acknowledged, Outcome::Applied);
    const auto counts = m_outbox->counts();
    ASSERT_TRUE(counts.ok());
    EXPECT_EQ(counts->waiting, 3);
    EXPECT_EQ(counts->held, 1);
    EXPECT_EQ(counts->dead, 1);
}

TEST_F(OutboxRepositoryTest, giveUp_keepsTheRowWithWhatTheServerSaidAndFreesThoseBehind)
{
    append(m_a, QStringLiteral("dead"));
    append(m_a, QStringLiteral("behind"));
    ASSERT_TRUE(m_outbox
                    ->settle(at(QStringLiteral("dead")), OutboxState::Dead, Outcome::Rejected,
                             QStringLiteral("invalid"), QStringLiteral("name"), QStringLiteral("too long"),
                             m_clock.now())
                    .ok());
    EXPECT_EQ(next(), QString());
    ASSERT_TRUE(m_outbox->giveUp(at(QStringLiteral("dead")), m_clock.now()).ok());
    EXPECT_EQ(next(), QStringLiteral("behind"));
    const auto kept = m_outbox->disposed();
    ASSERT_EQ(kept->size(), 1);
    EXPECT_EQ(kept->first().fate, Fate::GivenUp);
    EXPECT_EQ(kept->first().code, QStringLiteral("invalid"));
    EXPECT_EQ(kept->first().message, QStringLiteral("too long"));
    EXPECT_EQ(kept->first().outcome, Outcome::Rejected);
}

TEST_F(OutboxRepositoryTest, replace_putsTheNewChangeIntoItsPlaceAndKeepsTheOld)
{
    for (const char *name : {"old", "behind"})
        append(m_a, QLatin1String(name));
    append(m_b, QStringLiteral("other"));
    settle(QStringLiteral("old"), OutboxState::Dead, Outcome::Rejected);
    const qint64 place = at(QStringLiteral("old"));
    ASSERT_TRUE(m_outbox->replace(place, change(m_a, QStringLiteral("fresh")), m_inspector, m_clock.now()).ok());
    EXPECT_EQ(at(QStringLiteral("fresh")), place);
    EXPECT_EQ(next(), QStringLiteral("fresh behind other"));
    ASSERT_EQ(m_outbox->disposed()->size(), 1);
    EXPECT_EQ(m_outbox->disposed()->first().fate, Fate::Replaced);
    EXPECT_GT(m_outbox->disposed()->first().position, at(QStringLiteral("other")));
    append(m_b, QStringLiteral("later"));
    EXPECT_EQ(next(), QStringLiteral("fresh behind other later")) << "what is made next still goes last";
}

TEST_F(OutboxRepositoryTest, replace_leavesWhatIsOnItsWayOrSettled)
{
    append(m_a, QStringLiteral("one"));
    const qint64 place = at(QStringLiteral("one"));
    ASSERT_TRUE(m_outbox->markSent({place}).ok());
    EXPECT_EQ(m_outbox->replace(place, change(m_a, QStringLiteral("two")), m_inspector, m_clock.now()).error().code,
              ErrorCode::WrongState);
    settle(QStringLiteral("one"), OutboxState::Acknowledged, Outcome::Applied);
    EXPECT_EQ(m_outbox->replace(place, change(m_a, QStringLiteral("two")), m_inspector, m_clock.now()).error().code,
              ErrorCode::WrongState);
    EXPECT_EQ(m_outbox->list(std::nullopt)->size(), 1);
}

TEST_F(OutboxRepositoryTest, blockers_nameWhatStandsInTheWay)
{
    for (const char *name : {"a1", "b1", "a2", "a3"})
        append(name[0] == 'a' ? m_a : m_b, QLatin1String(name));
    EXPECT_TRUE(m_outbox->blockers()->isEmpty());
    settle(QStringLiteral("a1"), OutboxState::Dead, Outcome::Rejected);
    settle(QStringLiteral("a2"), OutboxState::Held, Outcome::Held);
    const auto blockers = m_outbox->blockers();
    ASSERT_TRUE(blockers.ok());
    EXPECT_EQ(blockers->size(), 2);
    EXPECT_EQ(blockers->value(at(QStringLiteral("a2"))), at(QStringLiteral("a1")));
    EXPECT_EQ(blockers->value(at(QStringLiteral("a3"))), at(QStringLiteral("a1")));
    const auto counts = m_outbox->counts();
    EXPECT_EQ(counts->behind, 1) << "a3; a2 is counted as held";
    EXPECT_EQ(counts->waiting, 3);
}

TEST_F(OutboxRepositoryTest, prune_removesOldAcknowledgedRowsAndNeverReusesAPosition)
{
    append(m_a, QStringLiteral("old"));
    settle(QStringLiteral("old"), OutboxState::Acknowledged, Outcome::Applied);
    const qint64 position = at(QStringLiteral("old"));
    EXPECT_EQ(m_outbox->prune(m_clock.now()).value(), 0); // not older than that
    m_clock.advance(1000);
    EXPECT_EQ(m_outbox->prune(m_clock.now()).value(), 1);
    reopen();
    append(m_a, QStringLiteral("new"));
    EXPECT_GT(at(QStringLiteral("new")), position);
    m_clock.advance(1000);
    EXPECT_EQ(m_outbox->prune(m_clock.now()).value(), 0); // what waits stays
}

TEST_F(OutboxRepositoryTest, tokens_areDistinct)
{
    EXPECT_EQ(token(OutboxState::Waiting), QStringLiteral("waiting"));
    EXPECT_EQ(token(OutboxState::Acknowledged), QStringLiteral("acknowledged"));
}

TEST_F(OutboxRepositoryTest, syncState_keepsNamedValues)
{
    SyncStateRepository state(*m_database);
    EXPECT_EQ(state.value(QStringLiteral("cursor")).value(), QString());
    ASSERT_TRUE(state.set(QStringLiteral("cursor"), QStringLiteral("1")).ok());
    ASSERT_TRUE(state.set(QStringLiteral("cursor"), QStringLiteral("2")).ok());
    reopen();
    EXPECT_EQ(SyncStateRepository(*m_database).value(QStringLiteral("cursor")).value(), QStringLiteral("2"));
}

} // namespace
} // namespace markaz
