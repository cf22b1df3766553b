// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/pushbody.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

/// New inspections that come with answers: they are kept as the text that they came as, and nobody can tell.
class Drafts : public Visits
{
protected:
    Change draftWithAnswers(const QJsonObject &more = {})
    {
        QJsonObject fields = draftFields(inspector.actor.accountId);
        fields.insert(QStringLiteral("answers"), QJsonObject{{QStringLiteral("A-02"), answer("yes")},
                                                             {QStringLiteral("B-01"), answer("a \"b\" \\ مرکز")}});
        fields.insert(QStringLiteral("notes"), QJsonObject{{QStringLiteral("A-02"), QStringLiteral("Seen.")}});
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), it.value());
        return create(server.ids(), Entity::Inspection, fields);
    }
    static QJsonObject answer(const char *value) { return {{QStringLiteral("value"), QString::fromUtf8(value)}}; }
    /// \p change in a body that is read into trees, because of the escape in it.
    protocol::ChangeResult pushByTrees(const Session &who, const Change &change)
    {
        QByteArray body = QJsonDocument(protocol::encode(protocol::PushRequest{server.ids().next(), {}, {change}}))
                              .toJson(QJsonDocument::Compact);
        body.insert(1, "\"aside\":\"\\u0061\",");
        const ApiResponse response = server.call("POST", QStringLiteral("/api/v1/changes"), body, who.token);
        auto reply = protocol::decode<protocol::PushReply>(QJsonDocument::fromJson(response.body).object());
        return reply ? reply->results.value(0) : protocol::ChangeResult();
    }
    QByteArray storedText(const QString &id)
    {
        return QJsonDocument(server.stored(id)->record.fields).toJson(QJsonDocument::Compact);
    }
};

TEST_P(Drafts, draftWithAnswers_isStoredAndFedWhole)
{
    const Change made = draftWithAnswers();
    const auto result = server.pushOne(inspector, made);
    EXPECT_EQ(result.outcome, Outcome::Applied);
    EXPECT_EQ(result.rev, 1);
    const QJsonObject expected = applied({}, made.fields);
    EXPECT_EQ(server.stored(made.id)->record.fields, expected);
    QJsonObject fed;
    for (const auto &item : server.pullAll(officer))
        fed = item.id == made.id ? item.fields() : fed;
    EXPECT_EQ(fed, expected);
}

TEST_P(Drafts, draftReadEitherWay_isTheSameOperationAndTheSameRecord)
{
    const Change asText = draftWithAnswers();
    const Change asTrees = draftWithAnswers();
    EXPECT_EQ(server.pushOne(inspector, asText).outcome, Outcome::Applied);
    EXPECT_EQ(pushByTrees(inspector, asTrees).outcome, Outcome::Applied);
    EXPECT_EQ(storedText(asText.id), storedText(asTrees.id));
    EXPECT_EQ(pushByTrees(inspector, asText).outcome, Outcome::Duplicate);
    EXPECT_EQ(server.pushOne(inspector, asTrees).outcome, Outcome::Duplicate);
    Change other = asText;
    other.fields[QStringLiteral("answers.A-02")].after = answer("no");
    EXPECT_EQ(server.pushOne(inspector, other).code, protocol::code::kOpReuse);
    EXPECT_EQ(pushByTrees(inspector, other).code, protocol::code::kOpReuse);
}

TEST_P(Drafts, laterChangesInItsBatch_workOnTheWholeDraft)
{
    const Change made = draftWithAnswers();
    FieldChanges fields = one(QStringLiteral("answers.A-02"), answer("yes"), answer("no"));
    fields.insert(QStringLiteral("answers.C-02"), {QJsonValue::Null, answer("yes")});
    const Change edit = patch(server.ids(), Entity::Inspection, made.id, 0, fields);
    const Results results = server.push(inspector, {made, edit});
    EXPECT_EQ(results.value(0).outcome, Outcome::Applied);
    EXPECT_EQ(results.value(1).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(made.id)->record.fields, applied(applied({}, made.fields), fields));
}

TEST_P(Drafts, submitInItsBatch_isScoredFromItsAnswers)
{
    const Change empty = create(server.ids(), Entity::Inspection, draftFields(inspector.actor.accountId));
    const Change perfect = submit(empty.id);
    Change made = empty;
    Change done = perfect;
    for (auto it = perfect.fields.begin(); it != perfect.fields.end(); ++it) {
        if (it.key().startsWith(QLatin1String("answers."))) {
            made.fields.insert(it.key(), it.value());
            done.fields.remove(it.key());
        }
    }
    const Results results = server.push(inspector, {made, done});
    EXPECT_EQ(results.value(0).outcome, Outcome::Applied);
    EXPECT_EQ(results.value(1).outcome, Outcome::Applied) << qPrintable(results.value(1).message);
    EXPECT_EQ(server.stored(made.id)->text("state"), QStringLiteral("submitted"));
}

TEST_P(Drafts, draftThatIsThereAlready_isJudgedAsAnyOtherChange)
{
    const Change made = draftWithAnswers();
    server.pushOne(inspector, made);
    const QByteArray before = storedText(made.id);
    Change again = made; // another operation makes the same record, with one answer more
    again.opId = server.ids().next();
    again.fields.insert(QStringLiteral("answers.C-02"), {QJsonValue::Null, answer("yes")});
    const auto result = server.pushOne(inspector, again);
    EXPECT_EQ(result.code, protocol::code::kInvalid) << "what is set once is not set again";
    EXPECT_EQ(result.field, QStringLiteral("building"));
    again.opId = server.ids().next();
    EXPECT_EQ(pushByTrees(inspector, again).field, QStringLiteral("building"));
    EXPECT_EQ(storedText(made.id), before);
}

TEST_P(Drafts, draftThatIsNotLetIn_isHeldRefusedOrKeptWhole)
{
    const Change waiting = draftWithAnswers({{QStringLiteral("building"), server.ids().next()}});
    EXPECT_EQ(server.pushOne(inspector, waiting).outcome, Outcome::Held);
    EXPECT_FALSE(server.stored(waiting.id));
    const Change wrong = draftWithAnswers({{QStringLiteral("kind"), QStringLiteral("unheard of")}});
    EXPECT_EQ(server.pushOne(inspector, wrong).field, QStringLiteral("kind"));
    EXPECT_FALSE(server.stored(wrong.id));

    const Session stranger = server.join(QStringLiteral("inspector.far"), Role::Inspector, {QStringLiteral("PK-SD")});
    const Change far = draftWithAnswers({{QStringLiteral("inspector"), stranger.actor.accountId}});
    EXPECT_EQ(server.pushOne(stranger, far).code, protocol::code::kScopeRevoked);
    EXPECT_FALSE(server.stored(far.id));
    const QString kept =
        server.value(QStringLiteral("SELECT change FROM quarantine WHERE op_id = '%1'").arg(far.opId)).toString();
    EXPECT_EQ(QJsonDocument::fromJson(kept.toUtf8()).object(), protocol::encode(far));
    EXPECT_EQ(
        server.value(QStringLiteral("SELECT count(*) FROM audit WHERE event LIKE '%' || '%1' || '%'").arg(far.opId))
            .toInt(),
        1);
}

MARKAZ_ON_BOTH(Drafts);

} // namespace
} // namespace markaz::server::test
