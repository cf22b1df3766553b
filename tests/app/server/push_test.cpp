// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/auditlog.h"
#include "tests/app/server/testserver.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Push : public OnBoth
{
protected:
    Session inspector = server.join(QStringLiteral("inspector.one"), Role::Inspector, {QStringLiteral("PK-PB")});
    Session officer = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});

    Change building(const QString &code, const QString &name, int city = kSialkot)
    {
        return create(server.ids(), Entity::Building, buildingFields(city, code, name));
    }
    Change rename(const QString &id, qint64 base, const QString &before, const QString &after)
    {
        return patch(server.ids(), Entity::Building, id, base, one(QStringLiteral("name"), before, after));
    }
};

TEST_P(Push, create_isAppliedAndFedToEverybodyInScope)
{
    const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    made.fields.insert(QStringLiteral("owner"), {QJsonValue::Null, owner.id});
    const Results results = server.push(inspector, {owner, made});
    ASSERT_EQ(results.size(), 2);
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].rev, 1);
    bool seen = false;
    for (const auto &item : server.pullAll(officer))
        seen = seen || (item.id == made.id && item.fields().value(QStringLiteral("code")) == QLatin1String("SKT-0001"));
    EXPECT_TRUE(seen);
}

TEST_P(Push, sameBatchTwice_isAppliedOnceAndItsFirstResultRepeated)
{
    const QList<Change> batch{building(QStringLiteral("SKT-0001"), QStringLiteral("Mill")),
                              building(QStringLiteral("SKT-0002"), QStringLiteral("Hall")),
                              building(QStringLiteral("XXX-0003"), QStringLiteral("Wrong prefix"))};
    const Results first = server.push(inspector, batch);
    const QVariant records = server.value(QStringLiteral("SELECT count(*) FROM record"));
    const QVariant seq = server.value(QStringLiteral("SELECT value FROM counter WHERE name = 'seq'"));
    const QVariant audit = server.value(QStringLiteral("SELECT count(*) FROM audit"));
    const Results second = server.push(inspector, batch);
    EXPECT_EQ(second[0].outcome, Outcome::Duplicate);
    EXPECT_EQ(second[0].rev, first[0].rev);
    EXPECT_EQ(second[1].outcome, Outcome::Duplicate);
    EXPECT_EQ(second[2].outcome, Outcome::Rejected) << "its first reply may have been lost, so it is told again";
    EXPECT_EQ(second[2].code, first[2].code);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record")), records);
    EXPECT_EQ(server.value(QStringLiteral("SELECT value FROM counter WHERE name = 'seq'")), seq);
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM audit")), audit);
}

TEST_P(Push, sameOperationTwiceInOneBatch_isAppliedOnce)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    const Results results = server.push(inspector, {made, made});
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].outcome, Outcome::Duplicate);
    EXPECT_EQ(server.stored(made.id)->record.rev, 1);
}

TEST_P(Push, knownOperationWithAnotherBody_isRefused)
{
    Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(inspector, made);
    made.fields.insert(QStringLiteral("name"), {QJsonValue::Null, QStringLiteral("Another")});
    const auto result = server.pushOne(inspector, made);
    EXPECT_EQ(result.outcome, Outcome::Rejected);
    EXPECT_EQ(result.code, protocol::code::kOpReuse);
    EXPECT_EQ(server.stored(made.id)->text("name"), QStringLiteral("Mill"));
}

TEST_P(Push, otherFieldsChangedMeanwhile_areMerged)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(inspector, made);
    EXPECT_EQ(server.pushOne(officer, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Old mill"))).outcome,
              Outcome::Applied);
    const auto result = server.pushOne(
        inspector, patch(server.ids(), Entity::Building, made.id, 1, one(QStringLiteral("storeys"), 2, 3)));
    EXPECT_EQ(result.outcome, Outcome::Merged);
    EXPECT_EQ(result.rev, 3);
    EXPECT_EQ(server.stored(made.id)->text("name"), QStringLiteral("Old mill"));
    EXPECT_EQ(server.stored(made.id)->number("storeys"), 3);
}

TEST_P(Push, sameFieldChangedByTwo_keepsTheServersAndRecordsBoth)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(inspector, made);
    server.pushOne(officer, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Textile mill")));
    Change late = rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Flour mill"));
    late.fields.insert(QStringLiteral("storeys"), {2, 4});
    const auto result = server.pushOne(inspector, late);
    EXPECT_EQ(result.outcome, Outcome::Conflict);
    EXPECT_EQ(result.conflicts, QStringList{QStringLiteral("name")});
    EXPECT_EQ(server.stored(made.id)->text("name"), QStringLiteral("Textile mill"));
    EXPECT_EQ(server.stored(made.id)->number("storeys"), 4) << "the other field is taken";
    for (const Session *side : {&inspector, &officer}) {
        QJsonObject conflict;
        for (const auto &item : server.pullAll(*side)) {
            if (item.entity == Entity::Conflict)
                conflict = item.fields();
        }
        const QJsonObject name =
            conflict.value(QStringLiteral("fields")).toObject().value(QStringLiteral("name")).toObject();
        EXPECT_EQ(name.value(QStringLiteral("base")).toString(), QStringLiteral("Mill"));
        EXPECT_EQ(name.value(QStringLiteral("server")).toString(), QStringLiteral("Textile mill"));
        EXPECT_EQ(name.value(QStringLiteral("client")).toString(), QStringLiteral("Flour mill"));
    }
}

TEST_P(Push, conflict_isResolvedByItsAuthorOnce)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(officer, made);
    server.pushOne(officer, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Textile mill")));
    server.pushOne(inspector, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Flour mill")));
    QString id;
    for (const auto &item : server.pullAll(inspector))
        id = item.entity == Entity::Conflict ? item.id : id;
    ASSERT_FALSE(id.isEmpty());
    const FieldChanges resolve = one(QStringLiteral("state"), QStringLiteral("open"), QStringLiteral("resolved"));
    EXPECT_EQ(server.pushOne(inspector, patch(server.ids(), Entity::Conflict, id, 1, resolve)).outcome,
              Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("resolved_by"), inspector.actor.accountId);
    const auto again = server.pushOne(
        officer, patch(server.ids(), Entity::Conflict, id, 1,
                       one(QStringLiteral("state"), QStringLiteral("resolved"), QStringLiteral("open"))));
    EXPECT_EQ(again.code, protocol::code::kWrongState);
}

TEST_P(Push, changeOfWhatHasNotCome_isHeldAndAppliedLater)
{
    const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    made.fields.insert(QStringLiteral("owner"), {QJsonValue::Null, owner.id});
    const auto result = server.pushOne(inspector, made);
    EXPECT_EQ(result.outcome, Outcome::Held);
    EXPECT_EQ(result.missing, QStringList{owner.id});
    EXPECT_FALSE(server.stored(made.id));
    server.pushOne(inspector, owner);
    EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied) << "held is not settled";
    const auto patched =
        server.pushOne(inspector, rename(server.ids().next(), 1, QStringLiteral("a"), QStringLiteral("b")));
    EXPECT_EQ(patched.outcome, Outcome::Held);
}

TEST_P(Push, badChange_neverBlocksTheOthers)
{
    Change broken = building(QStringLiteral("SKT-0002"), QStringLiteral("Hall"));
    broken.fields.insert(QStringLiteral("storeys"), {QJsonValue::Null, 900});
    Change unstorable = building(QStringLiteral("SKT-0003"), QStringLiteral("Zero"));
    unstorable.fields.insert(QStringLiteral("notes"), {QJsonValue::Null, QString(QChar(u'\0'))});
    const Results results =
        server.push(inspector, {building(QStringLiteral("SKT-0001"), QStringLiteral("Mill")), broken, unstorable,
                                building(QStringLiteral("SKT-0004"), QStringLiteral("Store"))});
    EXPECT_EQ(results[0].outcome, Outcome::Applied);
    EXPECT_EQ(results[1].outcome, Outcome::Rejected);
    EXPECT_EQ(results[1].field, QStringLiteral("storeys"));
    EXPECT_EQ(results[2].outcome, Outcome::Rejected);
    EXPECT_EQ(results[2].code, protocol::code::kMalformed);
    EXPECT_EQ(results[3].outcome, Outcome::Applied);
}

TEST_P(Push, changeThatCannotBeRead_isRejectedAlone)
{
    QJsonObject odd = protocol::encode(building(QStringLiteral("SKT-0001"), QStringLiteral("Mill")));
    odd.insert(QStringLiteral("entity"), QStringLiteral("spaceship"));
    const QJsonObject good = protocol::encode(building(QStringLiteral("SKT-0002"), QStringLiteral("Hall")));
    const ApiResponse response = server.post(
        QStringLiteral("/api/v1/changes"),
        {{QStringLiteral("batch_id"), server.ids().next()}, {QStringLiteral("changes"), QJsonArray{odd, good}}},
        inspector.token);
    ASSERT_EQ(response.status, 200) << response.body.constData();
    auto reply = protocol::decode<protocol::PushReply>(QJsonDocument::fromJson(response.body).object());
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->results[0].outcome, Outcome::Rejected);
    EXPECT_EQ(reply->results[0].field, QStringLiteral("entity"));
    EXPECT_EQ(reply->results[1].outcome, Outcome::Applied);
}

TEST_P(Push, takenBuildingCode_givesTheNextFreeOne)
{
    server.pushOne(officer, building(QStringLiteral("SKT-0007"), QStringLiteral("Mill")));
    const Change second = building(QStringLiteral("SKT-0007"), QStringLiteral("Hall"));
    const Change third = building(QStringLiteral("SKT-0007"), QStringLiteral("Store"));
    const Results results = server.push(inspector, {second, third});
    EXPECT_EQ(results[0].outcome, Outcome::Merged);
    EXPECT_EQ(server.stored(second.id)->text("code"), QStringLiteral("SKT-0008"));
    EXPECT_EQ(server.stored(third.id)->text("code"), QStringLiteral("SKT-0009"));
    const auto wrong = server.pushOne(inspector, building(QStringLiteral("LHE-0001"), QStringLiteral("Elsewhere")));
    EXPECT_EQ(wrong.field, QStringLiteral("code"));
}

TEST_P(Push, recordOutsideTheScope_isQuarantinedAndNotLetIn)
{
    const Change far = building(QStringLiteral("KHI-0001"), QStringLiteral("Harbour"), kKarachi);
    const auto result = server.pushOne(inspector, far);
    EXPECT_EQ(result.outcome, Outcome::Rejected);
    EXPECT_EQ(result.code, protocol::code::kScopeRevoked);
    EXPECT_FALSE(server.stored(far.id));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM quarantine WHERE op_id = '%1'").arg(far.opId)).toInt(),
              1);
}

/// Patch by patch, each of them small enough: beyond what a laptop can fetch nothing is taken any more.
TEST_P(Push, recordThatGrowsBeyondAPage_isStoppedInTime)
{
    const Change mill = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(inspector, mill);
    const QString piece(300'000, QLatin1Char('x'));
    QList<Outcome> outcomes;
    for (int i = 0; i < 4; ++i) {
        const auto result =
            server.pushOne(inspector, patch(server.ids(), Entity::Building, mill.id, i + 1,
                                            one(QStringLiteral("newer_%1").arg(i), QJsonValue::Null, piece)));
        outcomes.append(result.outcome);
        if (result.outcome == Outcome::Rejected) {
            EXPECT_EQ(result.code, protocol::code::kTooLarge);
        }
    }
    EXPECT_EQ(outcomes, (QList<Outcome>{Outcome::Applied, Outcome::Applied, Outcome::Applied, Outcome::Rejected}));
    EXPECT_EQ(server.pushOne(inspector, rename(mill.id, 4, QStringLiteral("Mill"), QStringLiteral("Hall"))).outcome,
              Outcome::Applied)
        << "it can be worked on";
}

TEST_P(Push, frozenAndServerOnlyFields_areRefused)
{
    Change sample = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(inspector, sample);
    const auto frozen = server.pushOne(inspector, patch(server.ids(), Entity::Building, sample.id, 1,
                                                        one(QStringLiteral("sample"), QJsonValue::Null, true)));
    EXPECT_EQ(frozen.field, QStringLiteral("sample"));
    const auto code = server.pushOne(
        inspector, patch(server.ids(), Entity::Building, sample.id, 1,
                         one(QStringLiteral("code"), QStringLiteral("SKT-0001"), QStringLiteral("SKT-0002"))));
    EXPECT_EQ(code.field, QStringLiteral("code"));
}

TEST_P(Push, unknownFields_areKeptAndHandedBack)
{
    Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    made.fields.insert(QStringLiteral("colour_of_door"), {QJsonValue::Null, QStringLiteral("green")});
    EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(made.id)->text("colour_of_door"), QStringLiteral("green"));
}

TEST_P(Push, deleteAgainstAnEdit_keepsTheRecordAndRaisesAConflict)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(officer, made);
    server.pushOne(inspector, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Old mill")));
    const auto late =
        server.pushOne(officer, patch(server.ids(), Entity::Building, made.id, 1, {}, ChangeKind::Delete));
    EXPECT_EQ(late.outcome, Outcome::Conflict);
    EXPECT_FALSE(server.stored(made.id)->deleted);
    const auto now = server.pushOne(officer, patch(server.ids(), Entity::Building, made.id, 2, {}, ChangeKind::Delete));
    EXPECT_EQ(now.outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(made.id)->deleted);
    const auto edit = server.pushOne(
        inspector, patch(server.ids(), Entity::Building, made.id, 2, one(QStringLiteral("storeys"), 2, 3)));
    EXPECT_EQ(edit.outcome, Outcome::Conflict) << "an edit of what was deleted meanwhile brings it back";
    EXPECT_FALSE(server.stored(made.id)->deleted);
    EXPECT_EQ(server.stored(made.id)->number("storeys"), 3);
}

TEST_P(Push, deleteByWhoHadSeenNoRevision_meetsAnEditAllTheSame)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    server.pushOne(officer, made);
    server.pushOne(inspector, rename(made.id, 1, QStringLiteral("Mill"), QStringLiteral("Old mill")));
    const auto late =
        server.pushOne(officer, patch(server.ids(), Entity::Building, made.id, 0, {}, ChangeKind::Delete));
    EXPECT_EQ(late.outcome, Outcome::Conflict);
    EXPECT_EQ(late.conflicts, QStringList{QStringLiteral("deleted")});
    EXPECT_FALSE(server.stored(made.id)->deleted);
}

TEST_P(Push, deleteBehindItsAuthorsOwnChanges_isNoConflict)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    const Change renamed = rename(made.id, 0, QStringLiteral("Mill"), QStringLiteral("Old mill"));
    const auto gone = [&] { return patch(server.ids(), Entity::Building, made.id, 0, {}, ChangeKind::Delete); };
    const auto all = server.push(officer, {made, renamed, gone()});
    EXPECT_EQ(all.value(2).outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(made.id)->deleted);

    const Change second = building(QStringLiteral("SKT-0002"), QStringLiteral("Barn"));
    server.pushOne(officer, second); // its reply is lost, so it goes again with what was done behind it
    const auto again =
        server.push(officer, {second, patch(server.ids(), Entity::Building, second.id, 0, {}, ChangeKind::Delete)});
    EXPECT_EQ(again.value(0).outcome, Outcome::Duplicate);
    EXPECT_EQ(again.value(1).outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(second.id)->deleted);
}

TEST_P(Push, ownerWithBuildings_cannotBeRemoved)
{
    const Change owner = create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB")));
    Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    made.fields.insert(QStringLiteral("owner"), {QJsonValue::Null, owner.id});
    server.push(officer, {owner, made});
    EXPECT_EQ(server.pushOne(officer, patch(server.ids(), Entity::Owner, owner.id, 1, {}, ChangeKind::Delete)).code,
              protocol::code::kWrongState);
}

TEST_P(Push, tooManyChangesOrAnotherHistory_areRefusedWhole)
{
    QJsonArray many;
    for (int i = 0; i <= protocol::kMaxChanges; ++i)
        many.append(QJsonObject{{QStringLiteral("op_id"), server.ids().next()}});
    const QJsonObject batch{{QStringLiteral("batch_id"), server.ids().next()}, {QStringLiteral("changes"), many}};
    EXPECT_EQ(server.post(QStringLiteral("/api/v1/changes"), batch, inspector.token).status, 413);
    const QJsonObject old{{QStringLiteral("batch_id"), server.ids().next()},
                          {QStringLiteral("changes"), QJsonArray()},
                          {QStringLiteral("history"), server.ids().next()}};
    const ApiResponse restored = server.post(QStringLiteral("/api/v1/changes"), old, inspector.token);
    EXPECT_EQ(restored.status, 409);
    EXPECT_EQ(codeOf(restored), protocol::code::kHistoryChanged);
}

TEST_P(Push, bodyThatDoesNotFitItsDigest_isNotRead)
{
    const Change made = building(QStringLiteral("SKT-0001"), QStringLiteral("Mill"));
    const QByteArray body =
        QJsonDocument(protocol::encode(protocol::PushRequest{server.ids().next(), {}, {made}})).toJson();
    QByteArray spoilt = body; // one bit, and still JSON
    spoilt[spoilt.indexOf("Mill")] = 'L';
    const HttpHeaders digest{{protocol::header::kDigest, protocol::bodyDigest(body)}};
    const ApiResponse refused = server.call("POST", QStringLiteral("/api/v1/changes"), spoilt, officer.token, digest);
    EXPECT_EQ(refused.status, 400);
    EXPECT_FALSE(server.stored(made.id).has_value());
    EXPECT_EQ(server.call("POST", QStringLiteral("/api/v1/changes"), body, officer.token, digest).status, 200);
    EXPECT_TRUE(server.stored(made.id).has_value());
}

TEST_P(Push, audit_isAChainThatShowsWhatWasAltered)
{
    for (int i = 1; i <= 5; ++i)
        server.pushOne(inspector, building(QStringLiteral("SKT-000%1").arg(i), QStringLiteral("Mill %1").arg(i)));
    AuditLog audit(server.core().stores().ofThisThread().value()->database());
    ASSERT_TRUE(audit.verify());
    EXPECT_GE(audit.verify()->n, 5);
    const int victim = static_cast<int>(audit.verify()->n) - 2;
    server.run(QStringLiteral("UPDATE audit SET event = replace(event, 'building', 'owner') WHERE n = %1").arg(victim));
    const auto broken = audit.verify();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().where, QString::number(victim));
}

MARKAZ_ON_BOTH(Push);

} // namespace
} // namespace markaz::server::test
