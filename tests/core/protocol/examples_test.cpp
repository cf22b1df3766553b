// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of sync-protocol.md; its shortened ids ("0190…") are written out here.
#include "core/protocol/messages.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace markaz;
using namespace markaz::protocol;

namespace {

const QByteArray kChange = R"({"op_id": "01900000-0000-7000-8000-000000000001", "entity": "building",
 "id": "01900000-0000-7000-8000-000000000002", "kind": "patch", "base_rev": 7, "schema": 1,
 "made_at": "2026-11-23T09:00:00.000Z",
 "fields": {"name": {"old": "Old mill", "new": "Old textile mill"},
            "answers.C-02": {"old": null, "new": {"value": "yes"}}}})";

QJsonObject object(const QByteArray &text)
{
    return parseBody(text).value();
}

QString where(const QByteArray &text)
{
    return decode<PushRequest>(object(text)).error().where;
}

} // namespace

TEST(Examples, change_decodes)
{
    const auto change = decode<Change>(object(kChange));
    ASSERT_TRUE(change) << qPrintable(change.error().detail);
    EXPECT_EQ(change->opId, QStringLiteral("01900000-0000-7000-8000-000000000001"));
    EXPECT_EQ(change->entity, Entity::Building);
    EXPECT_EQ(change->kind, ChangeKind::Patch);
    EXPECT_EQ(change->baseRev, 7);
    EXPECT_EQ(change->schema, 1);
    EXPECT_EQ(change->madeAt, QStringLiteral("2026-11-23T09:00:00.000Z"));
    ASSERT_EQ(change->fields.size(), 2);
    const FieldChange name{QStringLiteral("Old mill"), QStringLiteral("Old textile mill")};
    EXPECT_EQ(change->fields.value(QStringLiteral("name")), name);
    const FieldChange answer = change->fields.value(QStringLiteral("answers.C-02"));
    EXPECT_TRUE(answer.before.isNull());
    EXPECT_EQ(answer.after.toObject().value(QStringLiteral("value")).toString(), QStringLiteral("yes"));
}

TEST(Examples, change_encodesToTheSameJson)
{
    const QJsonObject json = object(kChange);
    EXPECT_EQ(encode(decode<Change>(json).value()), json);
}

TEST(Examples, push_carriesBatchHistoryAndChanges)
{
    const auto push = decode<PushRequest>(object(
        R"({"batch_id": "01900000-0000-7000-8000-000000000009", "history": "h1", "changes": [)" + kChange + "]}"));
    ASSERT_TRUE(push);
    EXPECT_EQ(push->history, QStringLiteral("h1"));
    EXPECT_EQ(push->changes.size(), 1);
}

TEST(Examples, pushReply_decodesEachOutcomeOfTheTable)
{
    const QStringList outcomes{QStringLiteral("applied"),  QStringLiteral("merged"), QStringLiteral("duplicate"),
                               QStringLiteral("conflict"), QStringLiteral("held"),   QStringLiteral("rejected"),
                               QStringLiteral("retry")};
    for (const QString &outcome : outcomes) {
        const auto reply = decode<PushReply>(
            object(QStringLiteral(R"({"results": [{"op_id": "01900000-0000-7000-8000-000000000001", "outcome": "%1",
                   "rev": 8, "conflicts": ["name"], "missing": ["x"], "code": "c", "field": "f", "message": "m"}],
                   "server_time": "2026-11-23T09:00:00.000Z"})")
                       .arg(outcome)
                       .toUtf8()));
        ASSERT_TRUE(reply) << qPrintable(outcome);
        ASSERT_EQ(reply->results.size(), 1);
        EXPECT_EQ(token(reply->results.first().outcome), outcome);
        EXPECT_EQ(reply->results.first().conflicts, QStringList{QStringLiteral("name")});
    }
}

TEST(Examples, pull_decodesPutDeleteAndLeave)
{
    const auto page = readPullReply(R"({"changes": [
        {"seq": 1, "entity": "owner", "id": "01900000-0000-7000-8000-000000000001", "rev": 3, "kind": "put",
         "data": {"name": "A", "colour": "kept"}},
        {"seq": 2, "entity": "owner", "id": "01900000-0000-7000-8000-000000000002", "rev": 4, "kind": "delete"},
        {"seq": 5, "entity": "owner", "id": "01900000-0000-7000-8000-000000000003", "rev": 1, "kind": "leave",
         "data": {}}],
        "cursor": "c", "more": false, "history": "h", "scope_version": "s", "digest": {"PK-PB": "00ff"},
        "server_time": "2026-11-23T09:00:00.000Z"})");
    ASSERT_TRUE(page) << qPrintable(page.error().detail);
    ASSERT_EQ(page->changes.size(), 3);
    EXPECT_EQ(page->changes.at(0).fields().value(QStringLiteral("colour")).toString(), QStringLiteral("kept"));
    EXPECT_EQ(page->changes.at(1).kind, FeedKind::Delete);
    EXPECT_EQ(page->changes.at(2).kind, FeedKind::Leave);
    EXPECT_EQ(page->digest.value(QStringLiteral("PK-PB")), QStringLiteral("00ff"));
}

TEST(Examples, sessionAndHealth_decode)
{
    const auto session = decode<SessionReply>(object(R"({"access_token": "a", "expires_in": 900, "refresh_token": "r",
        "account": {"id": "1", "name": "sample.inspector", "role": "inspector", "provinces": ["PK-PB"]},
        "scope_version": "4"})"));
    ASSERT_TRUE(session) << qPrintable(session.error().detail);
    EXPECT_EQ(session->account.role, Role::Inspector);
    EXPECT_EQ(session->expiresIn, 900);
    const auto health = decode<Health>(
        object(R"({"status": "ok", "version": "0.1.0", "instance": "i", "protocol": {"min": 1, "max": 1}})"));
    ASSERT_TRUE(health);
    EXPECT_EQ(health->protocolMax, 1);
}

TEST(Examples, problem_keepsItsFurtherMembers)
{
    const auto problem = decode<Problem>(object(
        R"({"type": "about:blank", "title": "Scope changed", "status": 409, "detail": "", "code": "scope_changed",
            "drop": ["PK-SD"], "pull": ["PK-PB"]})"));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->code, code::kScopeChanged);
    EXPECT_EQ(problem->more.value(QStringLiteral("drop")).toArray().at(0).toString(), QStringLiteral("PK-SD"));
    EXPECT_FALSE(problem->more.contains(QStringLiteral("title")));
}

TEST(Decode, errors_nameTheirPath)
{
    const QByteArray head = R"({"batch_id": "01900000-0000-7000-8000-000000000009", "changes": [)" + kChange + ",";
    QByteArray bad = kChange;
    EXPECT_EQ(where(head + QByteArray(bad).replace("\"patch\"", "\"paint\"") + "]}"),
              QStringLiteral("changes[1].kind"));
    EXPECT_EQ(where(head + QByteArray(bad).replace(": 7", ": 7.5") + "]}"), QStringLiteral("changes[1].base_rev"));
    EXPECT_EQ(where(head + QByteArray(bad).replace(": 7", ": -1") + "]}"), QStringLiteral("changes[1].base_rev"));
    EXPECT_EQ(where(head + QByteArray(bad).replace("\"Old mill\"", "0.1") + "]}"),
              QStringLiteral("changes[1].fields.name"));
    EXPECT_EQ(where(head + "7]}"), QStringLiteral("changes[1]"));
    EXPECT_EQ(where(R"({"batch_id": "01900000-0000-7000-8000-000000000009"})"), QStringLiteral("changes"));
}

TEST(Decode, push_refusesMoreThanTheBatch)
{
    QByteArrayList changes;
    for (int i = 0; i <= kMaxChanges; ++i)
        changes.append(kChange);
    const auto push = decode<PushRequest>(
        object(R"({"batch_id": "01900000-0000-7000-8000-000000000009", "changes": [)" + changes.join(',') + "]}"));
    ASSERT_FALSE(push);
    EXPECT_EQ(push.error().code, ErrorCode::TooLarge);
}

TEST(BodyHash, opIdDoesNotCount_everythingElseDoes)
{
    const Change change = decode<Change>(object(kChange)).value();
    Change other = change;
    other.opId = QStringLiteral("01900000-0000-7000-8000-00000000ffff");
    EXPECT_EQ(bodyHash(change), bodyHash(other));
    const auto differs = [&](auto alter) {
        Change altered = change;
        alter(altered);
        return bodyHash(altered) != bodyHash(change);
    };
    EXPECT_TRUE(differs([](Change &c) { c.entity = Entity::Owner; }));
    EXPECT_TRUE(differs([](Change &c) { c.id.replace(0, 1, QLatin1Char('f')); }));
    EXPECT_TRUE(differs([](Change &c) { c.kind = ChangeKind::Submit; }));
    EXPECT_TRUE(differs([](Change &c) { c.baseRev = 8; }));
    EXPECT_TRUE(differs([](Change &c) { c.schema = 2; }));
    EXPECT_TRUE(differs([](Change &c) { c.madeAt.clear(); }));
    EXPECT_TRUE(differs([](Change &c) { c.fields[QStringLiteral("name")].after = QStringLiteral("x"); }));
    EXPECT_TRUE(differs([](Change &c) { c.fields.remove(QStringLiteral("name")); }));
}

TEST(BodyHash, isTheHashOfTheCanonicalText)
{
    Change change;
    change.opId = QStringLiteral("01900000-0000-7000-8000-000000000001");
    change.id = QStringLiteral("01900000-0000-7000-8000-000000000002");
    change.madeAt = QStringLiteral("t");
    change.fields.insert(QStringLiteral("n"), {QJsonValue::Null, 1});
    const QByteArray canonical =
        R"({"base_rev":0,"entity":"building","fields":{"n":{"new":1,"old":null}},)"
        R"("id":"01900000-0000-7000-8000-000000000002","kind":"patch","made_at":"t","schema":1})";
    EXPECT_EQ(bodyHash(change),
              QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex()));
}

TEST(BodyHash, orderOfMembersDoesNotCount_alsoBeyondTheBasicPlane)
{
    const QString smile = QString::fromUcs4(U"\U0001F600");
    const QString halfWidth = QString::fromUcs4(U"\uFF61");
    QJsonObject inserted;
    inserted.insert(halfWidth, 1);
    inserted.insert(smile, 2);
    Change change;
    change.fields.insert(QStringLiteral("answers.C-02"), {QJsonValue::Null, inserted});
    Change parsed = change;
    parsed.fields[QStringLiteral("answers.C-02")].after =
        parseBody(QJsonDocument(inserted).toJson(QJsonDocument::Compact)).value();
    EXPECT_EQ(bodyHash(change), bodyHash(parsed));
}

TEST(Digest, isTheXorOfTheHashes)
{
    const QByteArray a = QCryptographicHash::hash("a|1", QCryptographicHash::Sha256);
    const QByteArray b = QCryptographicHash::hash("b|12", QCryptographicHash::Sha256);
    QByteArray both(32, '\0');
    for (int i = 0; i < 32; ++i)
        both[i] = static_cast<char>(a.at(i) ^ b.at(i));
    QByteArray digest;
    addToDigest(digest, QStringLiteral("a"), 1);
    EXPECT_EQ(digest, a.toHex());
    addToDigest(digest, QStringLiteral("b"), 12);
    EXPECT_EQ(digest, both.toHex());
    addToDigest(digest, QStringLiteral("a"), 1);
    EXPECT_EQ(digest, b.toHex()) << "twice the same takes itself out";
}
