// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Published versions of the standard: who publishes them, who hears of them, and what is judged by them.
#include "app/server/store/standards.h"
#include "tests/app/server/visits.h"
#include "tests/support/standardjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz::server::test {
namespace {

using samples::builtinAs;
using samples::parsed;
using samples::successor;

class Standards : public Visits
{
protected:
    Session administrator = server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});

    Change publishing(const QJsonObject &body)
    {
        return create(server.ids(), Entity::Standard, publication(parsed(body), body));
    }
    /// Publishes version 2 behind the server's back, as "markaz-server standard import" in another process does.
    Standard importedSecond()
    {
        const QJsonObject body = successor();
        Standard second = parsed(body);
        const auto other = server.another();
        Database &database = other->stores().ofThisThread().value()->database();
        const auto done = publishStandard(database, *other->reference().published, second, body, server.clock());
        EXPECT_TRUE(done) << qPrintable(done.error().detail);
        return second;
    }
    QJsonObject draftBy(const Standard &standard)
    {
        QJsonObject fields = draftFields(inspector.actor.accountId);
        fields.insert(QStringLiteral("standard_version"), standard.version());
        fields.insert(QStringLiteral("standard_hash"), standard.hash());
        return fields;
    }
    QString draftedBy(const Standard &standard)
    {
        const Change made = create(server.ids(), Entity::Inspection, draftBy(standard));
        EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
        return made.id;
    }
    protocol::ChangeResult moved(const QString &id, const Standard &from, const Standard &to, FieldChanges more = {})
    {
        more.insert(QStringLiteral("standard"), {from.id(), to.id()});
        more.insert(QStringLiteral("standard_version"), {from.version(), to.version()});
        more.insert(QStringLiteral("standard_hash"), {from.hash(), to.hash()});
        return server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1, more));
    }
    protocol::PullReply page(const Session &who, const char *query)
    {
        const ApiResponse response =
            server.call("GET", QStringLiteral("/api/v1/changes?limit=500&") + QLatin1String(query), {}, who.token);
        EXPECT_EQ(response.status, 200);
        return protocol::readPullReply(response.body).value();
    }
    static int standardsIn(const protocol::PullReply &reply)
    {
        return static_cast<int>(std::count_if(reply.changes.begin(), reply.changes.end(),
                                              [](const auto &item) { return item.entity == Entity::Standard; }));
    }
};

TEST_P(Standards, version_isPublishedByTheAdministratorAlone_andNeverChanged)
{
    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
    for (const Session *who : {&inspector, &officer, &auditor})
        EXPECT_EQ(server.pushOne(*who, publishing(successor())).code, protocol::code::kNotAllowed);
    const Change second = publishing(successor());
    EXPECT_EQ(server.pushOne(administrator, second).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(administrator, second).outcome, Outcome::Duplicate);
    for (const ChangeKind kind : {ChangeKind::Patch, ChangeKind::Delete, ChangeKind::Submit})
        EXPECT_EQ(server.pushOne(administrator, patch(server.ids(), Entity::Standard, second.id, 1, {}, kind)).code,
                  protocol::code::kNotAllowed);
    Change again = publishing(builtinAs(3));
    again.id = second.id;
    EXPECT_EQ(server.pushOne(administrator, again).outcome, Outcome::Rejected) << "its id is taken";
    EXPECT_EQ(server.stored(second.id)->number("version"), 2);
}

TEST_P(Standards, version_thatIsOldOrUnsound_isRejectedWithItsReason)
{
    const auto rejection = [&](const QJsonObject &fields) {
        const auto result = server.pushOne(administrator, create(server.ids(), Entity::Standard, fields));
        return result.code + QLatin1Char(' ') + result.field;
    };
    const auto fieldsOf = [](const QJsonObject &body) { return publication(parsed(body), body); };
    EXPECT_EQ(rejection(fieldsOf(builtinAs(1))), protocol::code::kExists + QStringLiteral(" version"));
    EXPECT_EQ(rejection(fieldsOf(successor(1))), protocol::code::kExists + QStringLiteral(" version"));
    QJsonObject other = successor();
    other.insert(QStringLiteral("id"), QStringLiteral("library-standard"));
    EXPECT_EQ(rejection(fieldsOf(other)), protocol::code::kInvalid + QStringLiteral(" standard"));
    QJsonObject bent = fieldsOf(successor());
    bent.insert(QStringLiteral("hash"), QString(64, QLatin1Char('0')));
    EXPECT_EQ(rejection(bent), protocol::code::kInvalid + QStringLiteral(" hash"));
    QJsonObject unsound = successor();
    unsound.remove(QStringLiteral("tiers"));
    bent = fieldsOf(successor());
    bent.insert(QStringLiteral("body"), unsound);
    EXPECT_TRUE(rejection(bent).startsWith(protocol::code::kInvalid + QStringLiteral(" body.")));

    // In one batch each is held to what came before it there.
    const Results results =
        server.push(administrator, {publishing(successor(4)), publishing(successor(3)), publishing(builtinAs(5))});
    ASSERT_EQ(results.size(), 3);
    EXPECT_EQ(results.at(0).outcome, Outcome::Applied);
    EXPECT_EQ(results.at(1).code, protocol::code::kWrongState);
    EXPECT_EQ(results.at(2).outcome, Outcome::Applied);
    EXPECT_EQ(rejection(fieldsOf(successor(3))), protocol::code::kWrongState + QStringLiteral(" version"));
    EXPECT_EQ(server.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'standard'")).toInt(), 2);
}

TEST_P(Standards, feed_givesThemToEverybodyWhoseProgramKnowsThem)
{
    const QString before = page(inspector, "kinds=3").cursor;
    const Standard second = importedSecond();
    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-SD")});
    for (const Session *who : {&inspector, &officer, &administrator, &auditor}) {
        EXPECT_EQ(standardsIn(page(*who, "kinds=3")), 1) << qPrintable(who->actor.name);
        EXPECT_EQ(standardsIn(page(*who, "kinds=2")), 0) << "a program that knows none is sent none";
        EXPECT_EQ(standardsIn(page(*who, "")), 0);
    }
    const protocol::PullReply next = page(inspector, ("kinds=3&cursor=" + before.toLatin1()).constData());
    ASSERT_EQ(standardsIn(next), 1);
    for (const auto &item : next.changes) {
        if (item.entity == Entity::Standard) {
            EXPECT_EQ(publishedStandard(item.fields())->hash(), second.hash());
        }
    }
    // Brought up to date, a program begins again and drops nothing.
    const QString old = page(inspector, "kinds=2").cursor;
    const ApiResponse anew =
        server.call("GET", QStringLiteral("/api/v1/changes?kinds=3&cursor=") + old, {}, inspector.token);
    EXPECT_EQ(codeOf(anew), protocol::code::kScopeChanged);
    EXPECT_TRUE(QJsonDocument::fromJson(anew.body).object().value(QStringLiteral("drop")).toArray().isEmpty());
}

TEST_P(Standards, inspection_isJudgedByTheVersionThatItNames)
{
    // H-04 weighs 1 in version 1 and 2 in version 2, of the 99 that are asked here; all other answers are perfect.
    const QString old = draft();
    const QString left = draft();
    const Standard second = importedSecond();
    const QStringList failing{QStringLiteral("H-04")};
    EXPECT_EQ(server.pushOne(inspector, submit(old, failing)).outcome, Outcome::Applied)
        << "a draft is handed in by the version that it was begun with";
    EXPECT_EQ(
        server.stored(old)->record.fields.value(QStringLiteral("score")).toObject().value(QStringLiteral("total_bp")),
        9899);
    const QString made = draftedBy(second);
    EXPECT_EQ(server
                  .pushOne(inspector,
                           submit(made, failing,
                                  server.stored(old)->record.fields.value(QStringLiteral("score")).toObject(), &second))
                  .code,
              protocol::code::kScoreMismatch);
    EXPECT_EQ(server.pushOne(inspector, submit(made, failing, {}, &second)).outcome, Outcome::Applied);
    EXPECT_EQ(
        server.stored(made)->record.fields.value(QStringLiteral("score")).toObject().value(QStringLiteral("total_bp")),
        9798);
    // Version 1 asks for I-03, which version 2 no longer knows.
    const auto unknown = server.pushOne(inspector, submit(draftedBy(second)));
    EXPECT_EQ(unknown.code, protocol::code::kInvalid);
    EXPECT_TRUE(unknown.field.startsWith(QStringLiteral("answers."))) << qPrintable(unknown.field);
    EXPECT_EQ(server.pushOne(officer, review(made, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, issue(made)).outcome, Outcome::Applied);

    QJsonObject lying = draftBy(second);
    lying.insert(QStringLiteral("standard_version"), 1);
    const Change liar = create(server.ids(), Entity::Inspection, lying);
    EXPECT_EQ(server.pushOne(inspector, liar).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(inspector, submit(liar.id, {}, {}, &second)).field, QStringLiteral("standard_version"));
    lying.insert(QStringLiteral("standard_hash"), QString(64, QLatin1Char('a')));
    const Change stranger = create(server.ids(), Entity::Inspection, lying);
    EXPECT_EQ(server.pushOne(inspector, stranger).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(inspector, submit(stranger.id)).field, QStringLiteral("standard_hash"));
}

TEST_P(Standards, draft_movesToTheNewVersion_withWhatItHolds)
{
    const Standard &first = server.core().reference().standards.first();
    const QString id = draft();
    const QJsonObject yes{{QStringLiteral("value"), QStringLiteral("yes")}};
    EXPECT_EQ(server
                  .pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1,
                                            one(QStringLiteral("answers.I-03"), QJsonValue::Null, yes)))
                  .outcome,
              Outcome::Applied);
    const Standard second = importedSecond();
    FieldChanges keeping;
    keeping.insert(QStringLiteral("answers.I-03"), {yes, QJsonValue::Null});
    keeping.insert(QStringLiteral("kept.I-03@1"), {QJsonValue::Null, yes});
    const auto result = moved(id, first, second, keeping);
    EXPECT_TRUE(result.outcome == Outcome::Applied || result.outcome == Outcome::Merged);
    const auto finding = [&](const char *item) {
        return server
            .pushOne(inspector, create(server.ids(), Entity::Finding,
                                       {{QStringLiteral("inspection"), id},
                                        {QStringLiteral("building"), building},
                                        {QStringLiteral("item"), QLatin1String(item)},
                                        {QStringLiteral("severity"), QStringLiteral("minor")},
                                        {QStringLiteral("description"), QStringLiteral("No lockers")},
                                        {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                                        {QStringLiteral("state"), QStringLiteral("open")},
                                        {QStringLiteral("author"), inspector.actor.accountId},
                                        {QStringLiteral("made_at"), toIso(server.clock().now())}}))
            .outcome;
    };
    EXPECT_EQ(finding("I-03"), Outcome::Applied) << "made before the move, and sent behind it";
    EXPECT_EQ(finding("J-05"), Outcome::Applied);
    EXPECT_EQ(finding("J-09"), Outcome::Rejected);
    EXPECT_EQ(server.pushOne(inspector, submit(id, {}, {}, &second)).outcome, Outcome::Merged) << "behind the move";
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("submitted"));
    EXPECT_EQ(server.stored(id)->record.fields.value(QStringLiteral("kept")).toObject(),
              (QJsonObject{{QStringLiteral("I-03@1"), yes}}));
}

MARKAZ_ON_BOTH(Standards);

} // namespace
} // namespace markaz::server::test
