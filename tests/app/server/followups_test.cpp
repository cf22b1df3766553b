// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/findingvisits.h"

namespace markaz::server::test {
namespace {

class FollowUps : public FindingVisits
{
};

TEST_P(FollowUps, inspector_verifiesByAFollowUpOfHisOwnInWhichTheItemIsMet)
{
    const QString id = raisedAndSubmitted();
    const QString first = server.stored(id)->text("inspection");
    ASSERT_EQ(step(inspector, id, FindingState::Fixed).outcome, Outcome::Applied);
    const auto verify = [&](const Session &who, const QString &visit) {
        return step(who, id, FindingState::Verified, {}, visit);
    };
    EXPECT_EQ(verify(inspector, first).code, protocol::code::kInvalid) << "that is no follow-up";
    const QString failing = followUp(inspector, first, {QStringLiteral("C-02")});
    EXPECT_EQ(verify(inspector, failing).field, QStringLiteral("follow_up"));
    const QString others = followUp(colleague, {});
    EXPECT_EQ(verify(inspector, others).code, protocol::code::kNotAllowed) << "another's visit";
    const Change made = create(server.ids(), Entity::Inspection, followUpFields(inspector, first));
    ASSERT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
    EXPECT_EQ(verify(inspector, made.id).outcome, Outcome::Held) << "not handed in yet";
    EXPECT_EQ(stateOf(id), QStringLiteral("fixed"));
    ASSERT_EQ(server.pushOne(inspector, submit(made.id)).outcome, Outcome::Applied);
    EXPECT_EQ(verify(inspector, made.id).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("follow_up"), made.id);
    // Returned later, the visit is not the last word any more; the finding's state is.
    ASSERT_EQ(server.pushOne(officer, review(made.id, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    EXPECT_EQ(stateOf(id), QStringLiteral("verified"));
}

/// A visit that met the item before anybody found fault with it, and one that took the answer over.
TEST_P(FollowUps, visitThatDidNotLookAgain_verifiesNothing)
{
    const QString first = accepted();
    QJsonObject before = followUpFields(inspector, first);
    before.insert(QStringLiteral("started_at"), QStringLiteral("2026-11-23T05:29:59.000Z"));
    const Change early = create(server.ids(), Entity::Inspection, before);
    ASSERT_EQ(server.pushOne(inspector, early).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(inspector, submit(early.id)).outcome, Outcome::Applied);
    const QString id = raisedAndSubmitted();
    ASSERT_EQ(step(inspector, id, FindingState::Fixed).outcome, Outcome::Applied);
    const Change lazy = create(server.ids(), Entity::Inspection, followUpFields(inspector, first));
    ASSERT_EQ(server.pushOne(inspector, lazy).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(inspector, carrying(submit(lazy.id), first, {QStringLiteral("C-02")})).outcome,
              Outcome::Applied);
    for (const QString &visit : {early.id, lazy.id}) {
        const auto refused = step(inspector, id, FindingState::Verified, {}, visit);
        EXPECT_EQ(refused.code, protocol::code::kInvalid);
        EXPECT_EQ(refused.field, QStringLiteral("follow_up"));
    }
    EXPECT_EQ(stateOf(id), QStringLiteral("fixed"));
    EXPECT_EQ(step(inspector, id, FindingState::Verified, {}, followUp(inspector, first)).outcome, Outcome::Applied);
}

TEST_P(FollowUps, whatIsCarriedOver_isTheEarlierVisitsAnswer)
{
    const QString id = raisedAndSubmitted();
    const QString first = server.stored(id)->text("inspection");
    QJsonObject visit = followUpFields(inspector, first);
    const auto begin = [&](const QJsonObject &as) {
        const Change made = create(server.ids(), Entity::Inspection, as);
        const auto result = server.pushOne(inspector, made);
        return std::pair(made.id, result);
    };
    const QStringList carried{QStringLiteral("A-01"), QStringLiteral("C-01"), QStringLiteral("C-03")};
    const QString next = begin(visit).first;
    ASSERT_EQ(server.pushOne(inspector, carrying(submit(next), first, carried)).outcome, Outcome::Applied);

    // A follow-up of the follow-up keeps the visit that gave the answer.
    QJsonObject third = visit;
    third.insert(QStringLiteral("previous"), next);
    const QString last = begin(third).first;
    Change forged = carrying(submit(last), first, carried);
    QJsonValue &one = forged.fields[QStringLiteral("answers.C-01")].after;
    QJsonObject renamed = one.toObject();
    renamed.insert(QStringLiteral("carried"), next);
    one = renamed;
    EXPECT_EQ(server.pushOne(inspector, forged).field, QStringLiteral("answers.C-01"));
    Change changed = carrying(submit(last), first, carried);
    QJsonValue &other = changed.fields[QStringLiteral("answers.C-03")].after;
    QJsonObject touched = other.toObject();
    touched.insert(QStringLiteral("at"), QStringLiteral("2026-11-23T07:00:00.000Z"));
    other = touched;
    const auto refused = server.pushOne(inspector, changed);
    EXPECT_EQ(refused.code, protocol::code::kCarriedDiffers);
    EXPECT_EQ(refused.field, QStringLiteral("answers.C-03"));
    EXPECT_EQ(server.pushOne(inspector, carrying(submit(last), first, carried)).outcome, Outcome::Applied);

    // And what no earlier visit gave cannot be carried over at all.
    visit.remove(QStringLiteral("previous"));
    const QString alone = begin(visit).first;
    EXPECT_EQ(server.pushOne(inspector, carrying(submit(alone), first, carried)).code, protocol::code::kCarriedDiffers);
}

TEST_P(FollowUps, followUp_followsAVisitThatWasHandedIn)
{
    const QString open = draft();
    QJsonObject visit = followUpFields(inspector, open);
    const Change early = create(server.ids(), Entity::Inspection, visit);
    const auto waits = server.pushOne(inspector, early);
    EXPECT_EQ(waits.outcome, Outcome::Held) << "its submit is on the way, or is being mended";
    EXPECT_EQ(waits.missing, QStringList{open});
    ASSERT_EQ(server.pushOne(inspector, submit(open)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(inspector, early).outcome, Outcome::Applied);
    const Change other = create(server.ids(), Entity::Building,
                                buildingFields(kSialkot, QStringLiteral("SKT-0002"), QStringLiteral("Depot")));
    server.pushOne(inspector, other);
    const QString first = server.stored(raisedAndSubmitted())->text("inspection");
    visit.insert(QStringLiteral("previous"), first);
    visit.insert(QStringLiteral("building"), other.id);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, visit)).field,
              QStringLiteral("previous"));
    visit.insert(QStringLiteral("building"), building);
    visit.insert(QStringLiteral("kind"), QStringLiteral("initial"));
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, visit)).code,
              protocol::code::kWrongState)
        << "only a follow-up names a visit that was not returned";
}

TEST_P(FollowUps, followUp_isOfTheOwnEarlierVisit)
{
    const QString first = accepted();
    const auto anothers =
        server.pushOne(colleague, create(server.ids(), Entity::Inspection, followUpFields(colleague, first)));
    EXPECT_EQ(anothers.outcome, Outcome::Rejected);
    EXPECT_EQ(anothers.field, QStringLiteral("previous"));
}

/// The earlier visit is decided on while its inspector is out following it up, and his laptop has heard nothing.
TEST_P(FollowUps, followUpOfAVisitThatWasDecidedOnMeanwhile_losesNoDaysWork)
{
    const auto decided = [&](const QString &decision) {
        QString visit = draft();
        EXPECT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied);
        EXPECT_EQ(server.pushOne(officer, review(visit, decision, officer)).outcome, Outcome::Applied);
        return visit;
    };
    const auto followed = [&](const QString &visit) {
        const Change made = create(server.ids(), Entity::Inspection, followUpFields(inspector, visit));
        EXPECT_EQ(server.pushOne(inspector, made).outcome, Outcome::Applied);
        return made.id;
    };
    const QStringList carried{QStringLiteral("A-01"), QStringLiteral("C-01")};
    const QString returned = decided(QStringLiteral("return"));
    EXPECT_EQ(server.pushOne(inspector, carrying(submit(followed(returned)), returned, carried)).outcome,
              Outcome::Applied);
    QJsonObject next = draftFields(inspector.actor.accountId);
    next.insert(QStringLiteral("previous"), returned);
    next.insert(QStringLiteral("revision"), 2);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, next)).outcome, Outcome::Applied)
        << "a follow-up is not the returned visit's next revision";

    const QString rejected = decided(QStringLiteral("reject"));
    const QString visit = followed(rejected);
    const auto refused = server.pushOne(inspector, carrying(submit(visit), rejected, carried));
    EXPECT_EQ(refused.outcome, Outcome::Rejected);
    EXPECT_EQ(refused.code, protocol::code::kCarriedDiffers);
    EXPECT_EQ(refused.field, QStringLiteral("answers.A-01"));
    EXPECT_EQ(server.pushOne(inspector, submit(visit)).outcome, Outcome::Applied) << "answered again";
}

MARKAZ_ON_BOTH(FollowUps);

} // namespace
} // namespace markaz::server::test
