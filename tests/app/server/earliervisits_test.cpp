// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a follow-up's inspector reads of another inspector's visit, from when to when, and what he may make of it.
#include "app/server/store/readfence.h"
#include "core/domain/earliervisit.h"
#include "tests/app/server/findingvisits.h"

#include <QJsonDocument>
#include <QSqlQuery>

namespace markaz::server::test {
namespace {

const QStringList kMet{QStringLiteral("A-01"), QStringLiteral("C-01")};

/// The inspector visits, and the colleague follows it up.
class EarlierVisits : public FindingVisits
{
protected:
    QString assigned(const Session &to, const char *kind = "follow_up")
    {
        const Change made = create(server.ids(), Entity::Assignment,
                                   {{QStringLiteral("building"), building},
                                    {QStringLiteral("inspector"), to.actor.accountId},
                                    {QStringLiteral("kind"), QLatin1String(kind)},
                                    {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                    {QStringLiteral("state"), QStringLiteral("open")}});
        const auto result = server.pushOne(officer, made);
        EXPECT_TRUE(result.outcome == Outcome::Applied || result.outcome == Outcome::Merged)
            << qPrintable(result.code + result.message);
        return made.id;
    }
    protocol::ChangeResult edit(const QString &id, const char *field, const QJsonValue &to)
    {
        const StoredRecord before = *server.stored(id);
        FieldChanges fields = one(QLatin1String(field), valueAt(before.record.fields, QLatin1String(field)), to);
        if (qstrcmp(field, "state") == 0)
            fields.insert(QStringLiteral("state_reason"), {QJsonValue::Null, QStringLiteral("Not needed.")});
        return server.pushOne(officer, patch(server.ids(), Entity::Assignment, id, before.record.rev, fields));
    }
    /// The visit that the assignment shows; empty when it shows none.
    QString shown(const QString &assignment)
    {
        return server.stored(assignment)
            ->record.fields.value(kEarlierVisit)
            .toObject()
            .value(QStringLiteral("id"))
            .toString();
    }
    /// An accepted visit of \p who's, begun on \p day.
    QString visited(const Session &who, const char *day, const char *decision = "accept",
                    const QStringList &failing = {QStringLiteral("C-02")})
    {
        QJsonObject fields = draftFields(who.actor.accountId);
        fields.insert(QStringLiteral("started_at"), QLatin1String(day) + QStringLiteral("T05:00:00.000Z"));
        const Change made = create(server.ids(), Entity::Inspection, fields);
        EXPECT_EQ(server.pushOne(who, made).outcome, Outcome::Applied);
        const auto handedIn = server.pushOne(who, submit(made.id, failing));
        EXPECT_EQ(handedIn.outcome, Outcome::Applied) << qPrintable(handedIn.code + handedIn.message);
        EXPECT_EQ(server.pushOne(officer, review(made.id, QLatin1String(decision), officer)).outcome, Outcome::Applied);
        return made.id;
    }
    protocol::ChangeResult begin(const Session &who, const QString &previous, const QString &assignment,
                                 QString *id = nullptr)
    {
        QJsonObject fields = followUpFields(who, previous);
        if (!assignment.isEmpty())
            fields.insert(QStringLiteral("assignment"), assignment);
        const Change made = create(server.ids(), Entity::Inspection, fields);
        if (id != nullptr)
            *id = made.id;
        return server.pushOne(who, made);
    }
    /// What the feed brings \p who behind \p cursor, by the record's id.
    QHash<QString, protocol::FeedItem> news(const Session &who, QString &cursor)
    {
        QHash<QString, protocol::FeedItem> items;
        const auto pulled = server.pull(who, cursor);
        for (const protocol::FeedItem &item : pulled)
            items.insert(item.id, item);
        return items;
    }
};

TEST_P(EarlierVisits, visitOfBeforeTheAssignment_comesWithItAndNothingElseOfItDoes)
{
    const QString visit = draft();
    ASSERT_EQ(server
                  .pushOne(inspector, patch(server.ids(), Entity::Inspection, visit, 1,
                                            one(QStringLiteral("notes.C-02"), QJsonValue::Null,
                                                QStringLiteral("The key is with the caretaker"))))
                  .outcome,
              Outcome::Applied);
    raise(visit);
    ASSERT_EQ(server.pushOne(inspector, submit(visit, {QStringLiteral("C-02")})).outcome, Outcome::Merged);
    ASSERT_EQ(server.pushOne(officer, review(visit, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    const QString other = visited(inspector, "2026-11-20"); // an older one

    QString cursor;
    ASSERT_FALSE(news(colleague, cursor).contains(visit)) << "he has been here before, and has pulled all of it";
    const QString assignment = assigned(colleague);
    const auto brought = news(colleague, cursor);
    ASSERT_TRUE(brought.contains(assignment));
    EXPECT_EQ(brought.size(), 1) << "neither the visit itself nor its review";
    const QByteArray text = brought[assignment].data;
    const QJsonObject shown = brought[assignment].fields().value(kEarlierVisit).toObject();
    const QJsonObject stored = server.stored(visit)->record.fields;
    EXPECT_EQ(shown.value(QStringLiteral("id")).toString(), visit);
    EXPECT_EQ(shown.value(QStringLiteral("answers")), stored.value(QStringLiteral("answers")));
    EXPECT_EQ(shown.keys().join(QLatin1Char(' ')),
              QStringLiteral("answers id inspector kind revision standard standard_hash standard_version started_at "
                             "state visit_outcome"));
    EXPECT_FALSE(text.contains("caretaker"));
    EXPECT_FALSE(text.contains(other.toUtf8())) << "of an older visit nothing";
    for (const protocol::FeedItem &item : server.pullAll(colleague))
        EXPECT_NE(item.entity, Entity::Inspection) << "from nothing, too";

    // The second fence lets no more through, whatever the program asks.
    const auto store = server.core().stores().ofThisThread();
    ASSERT_TRUE(store);
    Database &database = (*store)->database();
    if (database.dialect() == Dialect::Postgres) {
        const auto fence = ReadFence::raise(database, colleague.actor);
        ASSERT_TRUE(fence);
        const auto count = [&](const char *entity) {
            return (*database.row(QStringLiteral("SELECT count(*) FROM record WHERE entity = ?"),
                                  {QLatin1String(entity)}))
                ->value(0)
                .toInt();
        };
        EXPECT_EQ(count("assignment"), 1);
        EXPECT_EQ(count("inspection"), 0);
        EXPECT_EQ(count("review"), 0);
    }
}

TEST_P(EarlierVisits, visitAcceptedAfterTheAssignment_comesThen)
{
    const QString assignment = assigned(colleague);
    EXPECT_EQ(shown(assignment), QString());
    QString cursor;
    news(colleague, cursor);
    const QString first = visited(inspector, "2026-11-20");
    auto brought = news(colleague, cursor);
    EXPECT_EQ(brought[assignment].fields().value(kEarlierVisit).toObject().value(QStringLiteral("id")).toString(),
              first);
    // The newest is what counts, by when it was made and not by when it was accepted.
    visited(inspector, "2026-11-18");
    EXPECT_EQ(shown(assignment), first);
    const QString second = visited(inspector, "2026-11-22");
    EXPECT_EQ(shown(assignment), second);
    EXPECT_EQ(news(colleague, cursor)[assignment].rev, server.stored(assignment)->record.rev);
    // Another's second fault, and one's own visit, which lies on one's own laptop.
    visited(inspector, "2026-11-23", "return");
    visited(inspector, "2026-11-23", "reject");
    EXPECT_EQ(shown(assignment), second);
    visited(colleague, "2026-11-23");
    EXPECT_EQ(shown(assignment), QString());
}

TEST_P(EarlierVisits, onlyFollowUpsShowIt)
{
    visited(inspector, "2026-11-20");
    for (const char *kind : {"initial", "surveillance", "complaint"})
        EXPECT_EQ(shown(assigned(colleague, kind)), QString()) << kind;
    EXPECT_EQ(shown(assigned(inspector)), QString()) << "his own";
}

TEST_P(EarlierVisits, kindThatChanges_showsAndHides)
{
    const QString visit = visited(inspector, "2026-11-20");
    const QString assignment = assigned(colleague, "complaint");
    EXPECT_EQ(edit(assignment, "kind", QStringLiteral("follow_up")).outcome, Outcome::Merged);
    EXPECT_EQ(shown(assignment), visit);
    EXPECT_EQ(edit(assignment, "kind", QStringLiteral("complaint")).outcome, Outcome::Merged);
    EXPECT_EQ(shown(assignment), QString());
}

TEST_P(EarlierVisits, assignmentOfAnother_takesItAlong)
{
    const QString older = visited(inspector, "2026-11-19");
    const QString assignment = assigned(colleague);
    ASSERT_EQ(shown(assignment), older);
    const QString visit = visited(inspector, "2026-11-20");
    const Session third = server.join(QStringLiteral("inspector.three"), Role::Inspector, {QStringLiteral("PK-PB")});
    QString cursor;
    news(colleague, cursor);
    ASSERT_EQ(edit(assignment, "inspector", third.actor.accountId).rev, 3);
    const auto gone = news(colleague, cursor);
    ASSERT_TRUE(gone.contains(assignment));
    EXPECT_EQ(gone[assignment].kind, protocol::FeedKind::Leave) << "and his laptop's copy with it";
    EXPECT_EQ(shown(assignment), visit);
    EXPECT_EQ(begin(colleague, visit, {}).field, QStringLiteral("previous"));
    EXPECT_EQ(begin(third, older, assignment).field, QStringLiteral("previous")) << "it was never shown to this one";
    EXPECT_EQ(begin(third, visit, assignment).outcome, Outcome::Applied);
    // The visit's own inspector is shown nothing, and what the others were shown he was not.
    const QString second = visited(inspector, "2026-11-21");
    EXPECT_EQ(shown(assignment), visit) << "begun: it stays what it rests on";
    EXPECT_NE(shown(assignment), second);
}

TEST_P(EarlierVisits, assignmentThatEnds_showsNothingAnyMore)
{
    const QString visit = visited(inspector, "2026-11-20");
    const QString cancelled = assigned(colleague);
    QString cursor;
    news(colleague, cursor);
    ASSERT_EQ(edit(cancelled, "state", QStringLiteral("cancelled")).outcome, Outcome::Merged);
    EXPECT_FALSE(news(colleague, cursor)[cancelled].fields().contains(kEarlierVisit));
    // Who had begun offline by then still hands in.
    QString late;
    EXPECT_EQ(begin(colleague, visit, cancelled, &late).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(colleague, carrying(submit(late), visit, kMet)).outcome, Outcome::Applied);

    const QString assignment = assigned(colleague);
    QString id;
    EXPECT_EQ(shown(assignment), visit);
    ASSERT_EQ(begin(colleague, visit, assignment, &id).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(colleague, carrying(submit(id), visit, kMet)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(assignment)->text("state"), QStringLiteral("done"));
    EXPECT_FALSE(server.stored(assignment)->record.fields.contains(kEarlierVisit));
}

TEST_P(EarlierVisits, followUpOfAnothersVisit_isTakenWithTheAssignmentThatShowsIt)
{
    const QString older = visited(inspector, "2026-11-19");
    const QString visit = visited(inspector, "2026-11-20");
    EXPECT_EQ(begin(colleague, visit, {}).field, QStringLiteral("previous")) << "without an assignment";
    const QString complaint = assigned(colleague, "complaint");
    EXPECT_EQ(begin(colleague, visit, complaint).field, QStringLiteral("previous")) << "with one that shows nothing";
    const QString assignment = assigned(colleague);
    EXPECT_EQ(begin(colleague, older, assignment).field, QStringLiteral("previous")) << "one that was never shown";
    QString id;
    ASSERT_EQ(begin(colleague, visit, assignment, &id).outcome, Outcome::Applied);
    Change forged = carrying(submit(id), visit, kMet);
    QJsonValue &one = forged.fields[QStringLiteral("answers.C-01")].after;
    QJsonObject touched = one.toObject();
    touched.insert(QStringLiteral("at"), QStringLiteral("2026-11-23T07:00:00.000Z"));
    one = touched;
    EXPECT_EQ(server.pushOne(colleague, forged).code, protocol::code::kCarriedDiffers);
    EXPECT_EQ(server.pushOne(colleague, carrying(submit(id), visit, kMet)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
}

/// It was begun offline, on what was shown then.
TEST_P(EarlierVisits, visitThatWasShownBefore_mayBeFollowedUpStill)
{
    const QString visit = visited(inspector, "2026-11-20");
    const QString assignment = assigned(colleague);
    const QString newer = visited(inspector, "2026-11-21");
    ASSERT_EQ(shown(assignment), newer);
    QString id;
    ASSERT_EQ(begin(colleague, visit, assignment, &id).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(colleague, carrying(submit(id), visit, kMet)).outcome, Outcome::Applied);
}

TEST_P(EarlierVisits, nobodyWritesIt)
{
    const QString visit = visited(inspector, "2026-11-20");
    const QString assignment = assigned(colleague);
    for (const auto &[field, value] :
         {std::pair<const char *, QJsonValue>{"earlier_visit", QJsonObject{{QStringLiteral("id"), visit}}},
          {"earlier_visit.id", QStringLiteral("01900000-0000-7000-8000-0000000000aa")},
          {"shown_visits", QJsonArray{visit}}}) {
        const auto refused = edit(assignment, field, value);
        EXPECT_EQ(refused.code, protocol::code::kInvalid) << field;
        EXPECT_EQ(refused.field, QLatin1String(field));
    }
    // Its other fields change as before, and leave it alone.
    EXPECT_EQ(edit(assignment, "due", QStringLiteral("2026-12-09")).outcome, Outcome::Applied);
    EXPECT_EQ(shown(assignment), visit);
}

MARKAZ_ON_BOTH(EarlierVisits);

} // namespace
} // namespace markaz::server::test
