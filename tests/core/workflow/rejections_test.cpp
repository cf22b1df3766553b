// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rejections.h"

#include "core/workflow/buildings.h"
#include "core/workflow/outboxexport.h"
#include "tests/core/workflow/workflowfixture.h"

#include <QDir>
#include <QJsonDocument>

namespace markaz {
namespace {

const QString kName = QStringLiteral("name");
const QString kStoreys = QStringLiteral("storeys");

class RejectionsTest : public test::WorkflowFixture
{
protected:
    QString m_id;
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_id = building("LHE", 1, {{kName, QStringLiteral("Mill")}});
    }

    void change(const QString &path, const QJsonValue &value)
    {
        const Record before = m_records->require(Entity::Building, m_id).value();
        QJsonObject after = before.fields;
        setValueAt(after, path, value);
        ChangeSet changes(*m_workspace, m_me);
        ASSERT_TRUE(changes.update(before, after).ok());
        ASSERT_TRUE(changes.commit().ok());
    }
    /// The server's word on the row at \p position.
    void settle(qint64 position, OutboxState state, const char *code = "invalid")
    {
        ASSERT_TRUE(m_outbox
                        ->settle(position, state, state == OutboxState::Held ? Outcome::Held : Outcome::Rejected,
                                 QLatin1String(code), kName, QStringLiteral("words"), m_clock.now())
                        .ok());
    }
    qint64 last() { return owed().last().position; }
    QList<OutboxRow> waiting() { return m_outbox->nextBatch(100).value(); }
    RejectedChanges mending() { return RejectedChanges(*m_workspace); }
};

TEST_F(RejectionsTest, sendAgain_goesFromTheServersValueToTheMendedOneUnderANewOpId)
{
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    const OutboxRow dead = owed().last();
    ASSERT_TRUE(
        m_records
            ->putFromServer({Entity::Building, m_id, 5, buildingFields("LHE", 1, {{kName, QStringLiteral("Theirs")}})},
                            m_outbox->pendingOf(Entity::Building, m_id).value())
            .ok());
    m_signals.clear();
    ASSERT_TRUE(mending().sendAgain(m_me, dead.position, {{kName, QStringLiteral("Right")}}).ok());

    ASSERT_EQ(waiting().size(), 1);
    const Change fresh = waiting().first().change;
    EXPECT_NE(fresh.opId, dead.change.opId);
    EXPECT_EQ(fresh.baseRev, 5);
    EXPECT_EQ(fresh.kind, ChangeKind::Patch);
    EXPECT_EQ(fresh.fields, (FieldChanges{{kName, {QStringLiteral("Theirs"), QStringLiteral("Right")}}}));
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Right"));
    ASSERT_EQ(m_outbox->disposed()->size(), 1);
    EXPECT_EQ(m_outbox->disposed()->first().change.opId, dead.change.opId);
    EXPECT_EQ(m_outbox->disposed()->first().change.fields, dead.change.fields) << "readable as it was";
    EXPECT_EQ(m_signals, (QStringList{QStringLiteral("building ") + m_id, QStringLiteral("outbox")}));
}

TEST_F(RejectionsTest, sendAgain_takesWaitingEditsOfTheSameFieldAndLeavesOthers)
{
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    const qint64 dead = last();
    change(kName, QStringLiteral("Wrong, later"));
    change(kStoreys, 4);
    ASSERT_TRUE(mending().sendAgain(m_me, dead, {}).ok());
    const QList<OutboxRow> rows = waiting();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].change.fields, (FieldChanges{{kName, {QStringLiteral("Mill"), QStringLiteral("Wrong, later")}}}));
    EXPECT_EQ(rows[1].change.fields, (FieldChanges{{kStoreys, {2, 4}}}));
    EXPECT_EQ(m_outbox->disposed()->size(), 2);
    EXPECT_EQ(fieldsOf(Entity::Building, m_id).value(kStoreys).toInt(), 4);
}

TEST_F(RejectionsTest, sendAgain_whatTheServerHasByNowIsNotSent)
{
    change(kName, QStringLiteral("Wanted"));
    settle(last(), OutboxState::Dead);
    ASSERT_TRUE(
        m_records
            ->putFromServer({Entity::Building, m_id, 5, buildingFields("LHE", 1, {{kName, QStringLiteral("Wanted")}})},
                            m_outbox->pendingOf(Entity::Building, m_id).value())
            .ok());
    ASSERT_TRUE(mending().sendAgain(m_me, last(), {}).ok());
    EXPECT_TRUE(waiting().isEmpty());
    EXPECT_EQ(m_outbox->counts()->dead, 0);
    EXPECT_EQ(m_outbox->disposed()->size(), 1);
}

TEST_F(RejectionsTest, sendAgain_ofARegistrationIsTheWholeRecordAndStaysFirst)
{
    const auto made = RegisterBuilding(*m_workspace, test::gazetteer())
                          .run(m_me, {{{kName, QStringLiteral("New mill")},
                                       {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                                       {QStringLiteral("city"), test::cityOf("LHE").id},
                                       {QStringLiteral("covered_area_sqft"), 4000},
                                       {kStoreys, 2}},
                                      {},
                                      {}});
    ASSERT_TRUE(made.ok());
    m_id = made->id();
    const qint64 registration = last();
    change(kStoreys, 3);
    const QString draft = draftOf(m_id);
    settle(registration, OutboxState::Dead);
    settle(registration + 1, OutboxState::Held);
    settle(registration + 2, OutboxState::Held);
    ASSERT_TRUE(mending().sendAgain(m_me, registration, {{kName, QStringLiteral("Mended mill")}}).ok());
    const QList<OutboxRow> rows = waiting();
    ASSERT_EQ(rows.size(), 2) << "the registration, and the inspection of it";
    EXPECT_EQ(rows[0].change.kind, ChangeKind::Create);
    EXPECT_EQ(rows[0].change.id, m_id);
    EXPECT_EQ(rows[0].change.baseRev, 0);
    EXPECT_EQ(rows[0].change.fields, differences(specOf(Entity::Building), {}, fieldsOf(Entity::Building, m_id)));
    EXPECT_EQ(rows[0].change.fields.value(kStoreys).after.toInt(), 3);
    EXPECT_EQ(rows[0].change.fields.value(kName).after.toString(), QStringLiteral("Mended mill"));
    EXPECT_EQ(rows[1].change.id, draft);
}

TEST_F(RejectionsTest, sendAgain_ofASubmitStaysASubmit)
{
    const QString visit = submitted(visitedBuilding(2));
    settle(last(), OutboxState::Dead, "score_mismatch");
    ASSERT_TRUE(mending().sendAgain(m_me, last(), {}).ok());
    ASSERT_EQ(waiting().size(), 1);
    EXPECT_EQ(waiting().first().change.kind, ChangeKind::Submit);
    EXPECT_EQ(waiting().first().change.fields.value(QStringLiteral("state")).after.toString(),
              QStringLiteral("submitted"));
    EXPECT_EQ(text(Entity::Inspection, visit, "state"), QStringLiteral("submitted"));
}

TEST_F(RejectionsTest, sendAgain_refusesWithoutTouchingAnything)
{
    change(kName, QStringLiteral("Wrong"));
    expectRefused(ErrorCode::WrongState, QStringLiteral("outbox"),
                  [&] { return mending().sendAgain(m_me, last(), {}); });
    settle(last(), OutboxState::Dead);
    expectRefused(ErrorCode::InvalidValue, kName, [&] {
        return mending().sendAgain(m_me, last(), {{kName, QString(300, QLatin1Char('x'))}});
    });
    expectRefused(ErrorCode::Incomplete, kName, [&] {
        return mending().sendAgain(m_me, last(), {{kName, QJsonValue::Null}});
    });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return mending().sendAgain(m_auditor, last(), {}); });
    expectRefused(ErrorCode::NotFound, QStringLiteral("outbox"), [&] { return mending().sendAgain(m_me, 4711, {}); });
    ASSERT_TRUE(m_records->remove(Entity::Building, m_id).ok());
    expectRefused(ErrorCode::NotFound, QStringLiteral("building"),
                  [&] { return mending().sendAgain(m_me, last(), {}); });
}

TEST_F(RejectionsTest, aFailureInTheMiddle_leavesTheDeadLetterAsItWas)
{
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    for (const char *sql :
         {"CREATE TEMP TRIGGER fault BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'fault'); END",
          "CREATE TEMP TRIGGER fault BEFORE UPDATE ON building BEGIN SELECT RAISE(ABORT, 'fault'); END"}) {
        ASSERT_TRUE(m_database->run(QLatin1String(sql)).ok());
        const QString before = digest();
        ASSERT_FALSE(mending().sendAgain(m_me, last(), {{kName, QStringLiteral("Right")}}).ok());
        ASSERT_TRUE(m_database->run(QStringLiteral("DROP TRIGGER fault")).ok());
        EXPECT_EQ(digest(), before);
        EXPECT_EQ(m_outbox->counts()->dead, 1);
        EXPECT_TRUE(m_outbox->disposed()->isEmpty());
    }
    ASSERT_TRUE(mending().sendAgain(m_me, last(), {{kName, QStringLiteral("Right")}}).ok());
}

TEST_F(RejectionsTest, giveUp_putsTheServersValueBackAndKeepsWhatWaits)
{
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    const qint64 dead = last();
    change(kStoreys, 4);
    change(kName, QStringLiteral("Still wanted"));
    ASSERT_EQ(mending().wouldGiveUp(dead)->size(), 1);
    ASSERT_TRUE(mending().giveUp(m_me, dead).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Still wanted"));
    const QList<OutboxRow> rows = waiting();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].change.fields, (FieldChanges{{kStoreys, {2, 4}}}));
    EXPECT_EQ(rows[1].change.fields, (FieldChanges{{kName, {QStringLiteral("Mill"), QStringLiteral("Still wanted")}}}))
        << "it begins at the server's value, or it would meet a conflict with itself";
    EXPECT_EQ(m_outbox->disposed()->first().fate, Fate::GivenUp);
}

TEST_F(RejectionsTest, giveUp_ofTheOnlyChange_theRecordIsTheServers)
{
    const QJsonObject before = fieldsOf(Entity::Building, m_id);
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    ASSERT_TRUE(mending().giveUp(m_me, last()).ok());
    EXPECT_EQ(fieldsOf(Entity::Building, m_id), before);
    EXPECT_FALSE(cell(QStringLiteral("SELECT server FROM building WHERE id = ?"), {m_id}).isValid());
}

TEST_F(RejectionsTest, giveUp_ofARegistrationTakesAllThatNeedsIt)
{
    const auto made =
        RegisterBuilding(*m_workspace, test::gazetteer())
            .run(m_me, {{{kName, QStringLiteral("New mill")},
                         {QStringLiteral("address"), QStringLiteral("1 Sample Road")},
                         {QStringLiteral("city"), test::cityOf("LHE").id},
                         {QStringLiteral("covered_area_sqft"), 4000},
                         {kStoreys, 2}},
                        {},
                        {{kName, QStringLiteral("Sample owner")}, {QStringLiteral("kind"), QStringLiteral("trust")}}});
    ASSERT_TRUE(made.ok());
    const QString owner = made->ownerId();
    const QString draft = draftOf(made->id());
    change(kStoreys, 4); // of another building
    for (const OutboxRow &row : owed()) {
        if (row.change.id == owner)
            settle(row.position, OutboxState::Dead);
        else if (row.change.id != m_id)
            settle(row.position, OutboxState::Held);
    }
    const qint64 dead = m_outbox->list(OutboxState::Dead)->first().position;
    EXPECT_EQ(mending().wouldGiveUp(dead)->size(), 3) << "owner, building, inspection";
    ASSERT_TRUE(mending().giveUp(m_me, dead).ok());
    EXPECT_FALSE(m_records->find(Entity::Owner, owner)->has_value());
    EXPECT_FALSE(m_records->find(Entity::Building, made->id())->has_value());
    EXPECT_FALSE(m_records->find(Entity::Inspection, draft)->has_value());
    ASSERT_EQ(waiting().size(), 1);
    EXPECT_EQ(waiting().first().change.id, m_id);
}

TEST_F(RejectionsTest, giveUp_ofASubmitMakesItADraftAgain)
{
    const QString visit = submitted(visitedBuilding(2));
    settle(last(), OutboxState::Dead, "score_mismatch");
    ASSERT_TRUE(mending().giveUp(m_me, last()).ok());
    EXPECT_EQ(text(Entity::Inspection, visit, "state"), QStringLiteral("draft"));
    EXPECT_EQ(fieldsOf(Entity::Inspection, visit).value(QStringLiteral("answers")).toObject().size(),
              samples::answersField(samples::perfectAnswers(test::standard(), 1)).size());
}

TEST_F(RejectionsTest, aRejectedRemoval_goesAgainOrTheRecordIsThereAgain)
{
    const auto removed = [this] {
        ChangeSet changes(*m_workspace, m_chief);
        changes.remove(m_records->require(Entity::Building, m_id).value());
        EXPECT_TRUE(changes.commit().ok());
        settle(last(), OutboxState::Dead, "wrong_state");
        EXPECT_FALSE(m_records->find(Entity::Building, m_id)->has_value());
    };
    removed();
    ASSERT_TRUE(mending().sendAgain(m_chief, last(), {}).ok());
    ASSERT_EQ(waiting().size(), 1);
    EXPECT_EQ(waiting().first().change.kind, ChangeKind::Delete);
    EXPECT_EQ(waiting().first().change.baseRev, 1);
    EXPECT_FALSE(m_records->find(Entity::Building, m_id)->has_value());
    settle(waiting().first().position, OutboxState::Dead, "wrong_state");
    ASSERT_TRUE(mending().giveUp(m_chief, m_outbox->list(OutboxState::Dead)->first().position).ok());
    EXPECT_EQ(text(Entity::Building, m_id, "name"), QStringLiteral("Mill"));
}

TEST_F(RejectionsTest, export_holdsAllThatIsOwedAndGivenUpInClearForTheOwnerAlone)
{
    change(kName, QStringLiteral("Wrong"));
    settle(last(), OutboxState::Dead);
    const qint64 dead = last();
    ASSERT_TRUE(mending().giveUp(m_me, dead).ok());
    change(QStringLiteral("notes"), QStringLiteral("Sample note"));
    const QString path = m_dir.filePath(QStringLiteral("export.json"));
    const auto written = ExportOutbox(*m_workspace).run(m_me, path);
    ASSERT_TRUE(written.ok());
    EXPECT_EQ(*written, 2);
    const QJsonObject json = QJsonDocument::fromJson(test::contentOf(path)).object();
    EXPECT_EQ(json.value(QStringLiteral("format")).toString(), QStringLiteral("markaz-outbox"));
    EXPECT_EQ(json.value(QStringLiteral("account")).toObject().value(QStringLiteral("id")).toString(), m_me.accountId);
    const QJsonArray changes = json.value(QStringLiteral("changes")).toArray();
    ASSERT_EQ(changes.size(), 2);
    const QJsonObject first = changes.first().toObject();
    EXPECT_EQ(first.value(QStringLiteral("fate")).toString(), QStringLiteral("given_up"));
    EXPECT_EQ(first.value(QStringLiteral("code")).toString(), QStringLiteral("invalid"));
    EXPECT_EQ(first.value(QStringLiteral("fields")).toObject().value(kName).toObject(),
              (QJsonObject{{QStringLiteral("old"), QStringLiteral("Mill")},
                           {QStringLiteral("new"), QStringLiteral("Wrong")}}));
    EXPECT_EQ(changes.last().toObject().value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));
    EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST_F(RejectionsTest, export_toAPlaceThatCannotBeWritten_saysWhereAndLeavesWhatStoodThere)
{
    const QString folder = m_dir.filePath(QStringLiteral("missing/export.json"));
    const auto missing = ExportOutbox(*m_workspace).run(m_me, folder);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(missing.error().where, folder);
    ASSERT_FALSE(ExportOutbox(*m_workspace).run(m_me, m_dir.path()).ok()) << "a folder is no file";
}

} // namespace
} // namespace markaz
