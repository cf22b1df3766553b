// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the sync page does, against real servers: a rejected change mended or given up, a conflict decided.
#include "core/workflow/conflicts.h"
#include "core/workflow/rejections.h"
#include "tests/integration/realserver.h"

namespace markaz::test {
namespace {

using Take = ConflictChoice::Take;

class Mended : public RealServer
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(RealServer::SetUp());
        addAccount("sample.second", "inspector", {QStringLiteral("PK-PB")});
        m_mine = laptopOf("sample.inspector");
        const auto made = m_mine->registerBuilding("LHE", QStringLiteral("Sample mill"));
        ASSERT_TRUE(succeeded(made));
        m_id = made->id();
        ASSERT_TRUE(clean(m_mine->syncUntilClean()));
    }

    void edit(Laptop &laptop, const char *path, const QJsonValue &value)
    {
        const auto before = laptop.workspace().records.require(Entity::Building, m_id);
        ASSERT_TRUE(succeeded(before));
        QJsonObject after = before->fields;
        setValueAt(after, QLatin1String(path), value);
        ChangeSet changes(laptop.workspace(), laptop.me());
        ASSERT_TRUE(succeeded(changes.update(*before, after)));
        ASSERT_TRUE(succeeded(changes.commit()));
    }
    /// A city that the laptop's checks know nothing against and the server refuses.
    void makeRejected()
    {
        edit(*m_mine, "city", 999'999);
        m_mine->sync();
        const auto dead = m_mine->workspace().outbox.list(OutboxState::Dead);
        ASSERT_TRUE(succeeded(dead));
        ASSERT_EQ(dead->size(), 1);
        m_dead = dead->first();
        EXPECT_EQ(m_dead.field, QStringLiteral("city"));
    }
    QString nameOn(Laptop &laptop)
    {
        return laptop.workspace()
            .records.require(Entity::Building, m_id)
            ->fields.value(QStringLiteral("name"))
            .toString();
    }
    /// Everything of the building, as another laptop has it after a first pull.
    QJsonObject atServer() { return laptopOf("sample.auditor")->record(Entity::Building, m_id); }
    QString conflictOn(Laptop &laptop)
    {
        const auto ids = ResolveConflict(laptop.workspace()).open(laptop.me());
        EXPECT_TRUE(succeeded(ids));
        return ids.ok() ? ids->value(0) : QString();
    }

    std::unique_ptr<Laptop> m_mine;
    QString m_id;
    OutboxRow m_dead;
};

INSTANTIATE_TEST_SUITE_P(Stores, Mended, testing::Values("sqlite", "postgres"), storeName);

TEST_P(Mended, rejectedChange_editedAndSentAgain_arrives)
{
    makeRejected();
    edit(*m_mine, "storeys", 5); // behind it
    EXPECT_EQ(m_mine->sync().behind, 1);
    const int lahore = Carried::get().gazetteer.cityOfPrefix(QStringLiteral("LHE"))->id;
    ASSERT_TRUE(succeeded(
        RejectedChanges(m_mine->workspace())
            .sendAgain(m_mine->me(), m_dead.position,
                       {{QStringLiteral("city"), lahore}, {QStringLiteral("name"), QStringLiteral("Mended mill")}})));
    EXPECT_TRUE(clean(m_mine->syncUntilClean()));
    const QJsonObject there = atServer();
    EXPECT_EQ(there, m_mine->record(Entity::Building, m_id));
    EXPECT_EQ(nameOn(*m_mine), QStringLiteral("Mended mill"));
    EXPECT_EQ(
        m_mine->workspace().records.require(Entity::Building, m_id)->fields.value(QStringLiteral("storeys")).toInt(),
        5);
    EXPECT_TRUE(conflictOn(*m_mine).isEmpty());
    expectAuditHolds();
}

TEST_P(Mended, rejectedChange_sentAgainAsItIs_isRejectedUnderItsNewOpId)
{
    makeRejected();
    ASSERT_TRUE(succeeded(RejectedChanges(m_mine->workspace()).sendAgain(m_mine->me(), m_dead.position, {})));
    EXPECT_EQ(m_mine->sync().rejected, 1);
    const auto dead = m_mine->workspace().outbox.list(OutboxState::Dead);
    ASSERT_EQ(dead->size(), 1);
    EXPECT_NE(dead->first().change.opId, m_dead.change.opId);
    EXPECT_EQ(dead->first().position, m_dead.position);
}

TEST_P(Mended, rejectedChange_givenUp_theRecordEqualsTheServers)
{
    makeRejected();
    ASSERT_TRUE(succeeded(RejectedChanges(m_mine->workspace()).giveUp(m_mine->me(), m_dead.position)));
    EXPECT_TRUE(clean(m_mine->syncUntilClean()));
    EXPECT_EQ(m_mine->record(Entity::Building, m_id), atServer());
}

TEST_P(Mended, rejectedRegistration_mended_bringsWhatWaitedForIt)
{
    m_mine->workOffline(true);
    const auto made = m_mine->registerBuilding("LHE", QStringLiteral("Sample works"));
    ASSERT_TRUE(succeeded(made));
    m_id = made->id();
    const auto draft = m_mine->begin(m_id);
    ASSERT_TRUE(succeeded(draft));
    const auto rows = m_mine->workspace().outbox.owedOf(Entity::Building, m_id);
    ASSERT_TRUE(succeeded(rows));
    Change wrong = rows->first().change; // as a program with another list of cities would have made it
    wrong.opId = QStringLiteral("01900000-0000-7000-8000-00000000bad1");
    wrong.fields[QStringLiteral("city")].after = 999'999;
    ASSERT_TRUE(succeeded(m_mine->workspace().outbox.replace(rows->first().position, wrong, m_mine->me().accountId,
                                                             QDateTime::currentDateTimeUtc())));
    m_mine->workOffline(false);
    const SyncSnapshot after = m_mine->sync();
    EXPECT_EQ(after.rejected, 1);
    EXPECT_EQ(after.held, 1) << "the inspection of it";
    const int lahore = Carried::get().gazetteer.cityOfPrefix(QStringLiteral("LHE"))->id;
    ASSERT_TRUE(succeeded(RejectedChanges(m_mine->workspace())
                              .sendAgain(m_mine->me(), rows->first().position, {{QStringLiteral("city"), lahore}})));
    EXPECT_TRUE(clean(m_mine->syncUntilClean()));
    EXPECT_EQ(m_mine->record(Entity::Building, m_id), atServer());
    EXPECT_FALSE(laptopOf("sample.officer")->record(Entity::Inspection, draft->id()).isEmpty());
}

class Decided : public Mended
{
protected:
    void disagree()
    {
        m_theirs = laptopOf("sample.second");
        m_mine->workOffline(true);
        edit(*m_mine, "name", QStringLiteral("My mill"));
        edit(*m_theirs, "name", QStringLiteral("Their mill"));
        ASSERT_TRUE(clean(m_theirs->syncUntilClean()));
        m_mine->workOffline(false);
        EXPECT_EQ(m_mine->syncUntilClean().conflicts, 1);
        EXPECT_EQ(nameOn(*m_mine), QStringLiteral("Their mill")) << "the server's stays in force";
    }
    void decide(Laptop &laptop, Take take)
    {
        ResolveConflict conflicts(laptop.workspace());
        const QString id = conflictOn(laptop);
        const auto view = conflicts.view(laptop.me(), id);
        ASSERT_TRUE(succeeded(view));
        QHash<QString, ConflictChoice> choices;
        for (const ConflictField &field : view->fields)
            choices.insert(field.key, {take, {}});
        ASSERT_TRUE(succeeded(conflicts.run(laptop.me(), id, choices)));
    }
    void expectSettled(const QString &name)
    {
        EXPECT_EQ(m_mine->syncUntilClean().conflicts, 0);
        EXPECT_TRUE(clean(m_theirs->sync()));
        EXPECT_EQ(nameOn(*m_mine), name);
        EXPECT_EQ(nameOn(*m_theirs), name);
        EXPECT_EQ(m_mine->record(Entity::Building, m_id), m_theirs->record(Entity::Building, m_id));
        EXPECT_EQ(m_mine->record(Entity::Building, m_id), atServer());
        expectAuditHolds();
    }
    std::unique_ptr<Laptop> m_theirs;
};

INSTANTIATE_TEST_SUITE_P(Stores, Decided, testing::Values("sqlite", "postgres"), storeName);

TEST_P(Decided, byItsAuthorForTheOwnValue_convergesOnBothLaptops)
{
    disagree();
    EXPECT_TRUE(conflictOn(*m_theirs).isEmpty()) << "it is its author's";
    decide(*m_mine, Take::Client);
    expectSettled(QStringLiteral("My mill"));
}

TEST_P(Decided, byItsAuthorForTheServers_convergesOnBothLaptops)
{
    disagree();
    decide(*m_mine, Take::Server);
    expectSettled(QStringLiteral("Their mill"));
}

TEST_P(Decided, byTheOfficer_andThenByTheAuthorToo_isNoRejection)
{
    disagree();
    auto officer = laptopOf("sample.officer");
    m_mine->workOffline(true);
    decide(*m_mine, Take::Server);
    decide(*officer, Take::Client);
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    m_mine->workOffline(false);
    expectSettled(QStringLiteral("My mill"));
}

TEST_P(Decided, deletedOverAnEdit_theRecordStaysUntilSomebodyDecides)
{
    auto officer = laptopOf("sample.officer");
    const auto doomed = officer->workspace().records.require(Entity::Building, m_id);
    ASSERT_TRUE(succeeded(doomed));
    officer->workOffline(true);
    ChangeSet changes(officer->workspace(), officer->me());
    changes.remove(*doomed);
    ASSERT_TRUE(succeeded(changes.commit()));
    edit(*m_mine, "storeys", 5);
    ASSERT_TRUE(clean(m_mine->syncUntilClean()));
    officer->workOffline(false);
    EXPECT_EQ(officer->syncUntilClean().conflicts, 1);
    EXPECT_FALSE(officer->record(Entity::Building, m_id).isEmpty()) << "an edit outweighs a removal";
    decide(*officer, Take::Client);
    EXPECT_EQ(officer->syncUntilClean().conflicts, 0);
    EXPECT_TRUE(clean(m_mine->sync()));
    EXPECT_TRUE(officer->record(Entity::Building, m_id).isEmpty());
    EXPECT_TRUE(m_mine->record(Entity::Building, m_id).isEmpty());
    expectAuditHolds();
}

TEST_P(Decided, editedOverARemoval_comesBackUntilSomebodyDecides)
{
    auto officer = laptopOf("sample.officer");
    m_mine->workOffline(true);
    edit(*m_mine, "storeys", 5);
    ChangeSet changes(officer->workspace(), officer->me());
    changes.remove(officer->workspace().records.require(Entity::Building, m_id).value());
    ASSERT_TRUE(succeeded(changes.commit()));
    EXPECT_TRUE(clean(officer->syncUntilClean()));
    EXPECT_TRUE(officer->record(Entity::Building, m_id).isEmpty());
    m_mine->workOffline(false);
    EXPECT_EQ(m_mine->syncUntilClean().conflicts, 1);
    decide(*m_mine, Take::Client);
    EXPECT_EQ(m_mine->syncUntilClean().conflicts, 0);
    EXPECT_TRUE(clean(officer->sync()));
    EXPECT_FALSE(officer->record(Entity::Building, m_id).isEmpty()) << "it is kept";
    EXPECT_EQ(officer->record(Entity::Building, m_id), m_mine->record(Entity::Building, m_id));
}

} // namespace
} // namespace markaz::test
