// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/findingvisits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Findings : public FindingVisits
{
};

TEST_P(Findings, raising_isForTheInspectorsOwnDraft)
{
    const QString visit = draft();
    for (const Session &who : {colleague, officer, auditor, administrator, far}) {
        QJsonObject own = fields(visit);
        own.insert(QStringLiteral("author"), who.actor.accountId);
        EXPECT_NE(server.pushOne(who, create(server.ids(), Entity::Finding, own)).outcome, Outcome::Applied);
    }
    QJsonObject forged = fields(visit);
    forged.insert(QStringLiteral("author"), officer.actor.accountId);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Finding, forged)).code,
              protocol::code::kNotAllowed);
    const QString id = raise(visit);
    EXPECT_EQ(server.stored(id)->province, QStringLiteral("PK-PB"));
    ASSERT_EQ(server.pushOne(inspector, submit(visit, {QStringLiteral("C-02")})).outcome, Outcome::Applied);
    const auto late = server.pushOne(inspector, create(server.ids(), Entity::Finding, fields(visit)));
    EXPECT_EQ(late.code, protocol::code::kWrongState);
    EXPECT_EQ(late.field, QStringLiteral("inspection"));
}

TEST_P(Findings, finding_isHeldToItsForm)
{
    const QString visit = draft();
    const Change other = create(server.ids(), Entity::Building,
                                buildingFields(kSialkot, QStringLiteral("SKT-0002"), QStringLiteral("Depot")));
    server.pushOne(inspector, other);
    for (const auto &[name, value, code] :
         {std::tuple{"item", QStringLiteral("Z-99"), protocol::code::kInvalid},
          std::tuple{"building", other.id, protocol::code::kInvalid},
          std::tuple{"severity", QStringLiteral("huge"), protocol::code::kInvalid},
          std::tuple{"description", QStringLiteral("  "), protocol::code::kInvalid},
          std::tuple{"due", QStringLiteral("soon"), protocol::code::kInvalid},
          std::tuple{"state", QStringLiteral("fixed"), protocol::code::kWrongState}}) {
        QJsonObject odd = fields(visit);
        odd.insert(QLatin1String(name), value);
        const auto result = server.pushOne(inspector, create(server.ids(), Entity::Finding, odd));
        EXPECT_EQ(result.outcome, Outcome::Rejected) << name;
        EXPECT_EQ(result.field, QLatin1String(name));
        EXPECT_EQ(result.code, code) << name;
    }
    const QString missing = server.ids().next();
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Finding, fields(missing))).missing,
              QStringList{missing});
}

TEST_P(Findings, submitBehindARefusedFinding_waits)
{
    const QString visit = draft();
    QJsonObject odd = fields(visit);
    odd.insert(QStringLiteral("item"), QStringLiteral("Z-99"));
    const Change refused = create(server.ids(), Entity::Finding, odd);
    const Change submitted = submit(visit);
    const Results results = server.push(inspector, {refused, submitted});
    EXPECT_EQ(results[0].outcome, Outcome::Rejected);
    EXPECT_EQ(results[1].outcome, Outcome::Held);
    EXPECT_EQ(server.pushOne(inspector, submitted).outcome, Outcome::Applied);
}

TEST_P(Findings, words_areTheInspectorsInTheDraftAndTheOfficersAfterwards)
{
    const QString visit = draft();
    const QString id = raise(visit);
    EXPECT_EQ(edit(inspector, id, "description", QStringLiteral("Both exits are locked")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(colleague, id, "description", QStringLiteral("Not mine")).code, protocol::code::kNotAllowed);
    ASSERT_EQ(server.pushOne(inspector, submit(visit, {QStringLiteral("C-02")})).outcome, Outcome::Applied);
    EXPECT_EQ(edit(inspector, id, "due", QStringLiteral("2027-12-28")).code, protocol::code::kWrongState);
    EXPECT_EQ(edit(officer, id, "due", QStringLiteral("2027-01-15")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(officer, id, "severity", QStringLiteral("major")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(officer, id, "responsible", QStringLiteral("Tenant")).outcome, Outcome::Applied);
    const auto rewritten = edit(officer, id, "description", QStringLiteral("Nothing"));
    EXPECT_EQ(rewritten.code, protocol::code::kNotAllowed);
    EXPECT_EQ(rewritten.field, QStringLiteral("description"));
    for (const Session &who : {auditor, administrator})
        EXPECT_EQ(edit(who, id, "due", QStringLiteral("2027-02-01")).code, protocol::code::kNotAllowed);
    EXPECT_EQ(edit(far, id, "due", QStringLiteral("2027-02-01")).code, protocol::code::kScopeRevoked);
    EXPECT_EQ(edit(officer, id, "item", QStringLiteral("C-03")).field, QStringLiteral("item")) << "set once";
    EXPECT_EQ(server.stored(id)->text("description"), QStringLiteral("Both exits are locked"));
}

/// Every pair of state and state, by an officer: the table is the server's too.
TEST_P(Findings, states_moveAsTheTableSays)
{
    const QString id = raisedAndSubmitted();
    for (FindingState from : allValues<FindingState>()) {
        for (FindingState to : allValues<FindingState>()) {
            if (from == to)
                continue;
            server.run(QStringLiteral("UPDATE record SET data = %1, rev = rev + 1 WHERE id = '%2'")
                           .arg(GetParam() == std::string("sqlite")
                                    ? QStringLiteral("json_remove(json_set(data, '$.state', '%1'), '$.state_reason')")
                                    : QStringLiteral("(data - 'state_reason') || '{\"state\": \"%1\"}'::jsonb"),
                                id)
                           .arg(token(from)));
            ASSERT_EQ(stateOf(id), token(from));
            const auto result = step(officer, id, to, QStringLiteral("As agreed"));
            const bool may = findingStep(from, to).has_value();
            EXPECT_EQ(result.outcome, may ? Outcome::Applied : Outcome::Rejected)
                << qPrintable(token(from) + QStringLiteral(" to ") + token(to) + result.message);
            if (!may) {
                EXPECT_EQ(result.code, protocol::code::kWrongState);
            }
            EXPECT_EQ(stateOf(id), token(may ? to : from));
        }
    }
}

TEST_P(Findings, eachRole_takesTheStepsThatAreItsOwn)
{
    const QString id = raisedAndSubmitted();
    for (const Session &who : {auditor, administrator})
        EXPECT_EQ(step(who, id, FindingState::Fixed).code, protocol::code::kNotAllowed);
    EXPECT_EQ(step(far, id, FindingState::Fixed).code, protocol::code::kScopeRevoked);
    for (const Session &who : {inspector, colleague})
        EXPECT_EQ(step(who, id, FindingState::Waived, QStringLiteral("No")).code, protocol::code::kNotAllowed);
    EXPECT_EQ(step(officer, id, FindingState::Waived).field, QStringLiteral("state_reason"));
    EXPECT_EQ(step(colleague, id, FindingState::Fixed).outcome, Outcome::Applied) << "whoever is there sees it";
    EXPECT_EQ(step(inspector, id, FindingState::Verified).code, protocol::code::kNotAllowed) << "without a visit";
    EXPECT_EQ(step(inspector, id, FindingState::Open).outcome, Outcome::Applied);
    EXPECT_EQ(step(officer, id, FindingState::Waived, QStringLiteral("The wing is closed")).outcome, Outcome::Applied);
    EXPECT_EQ(step(inspector, id, FindingState::Open).code, protocol::code::kNotAllowed);
    EXPECT_EQ(step(officer, id, FindingState::Open).outcome, Outcome::Applied);
    EXPECT_EQ(step(officer, id, FindingState::Fixed).outcome, Outcome::Applied);
    EXPECT_EQ(step(officer, id, FindingState::Verified, QStringLiteral("Photo by mail")).outcome, Outcome::Applied);
    EXPECT_EQ(edit(officer, id, "due", QStringLiteral("2027-02-01")).code, protocol::code::kWrongState) << "final";
}

/// A step that calls itself another kind of change, or that takes something along.
TEST_P(Findings, aStepInDisguise_isRefused)
{
    const QString id = raisedAndSubmitted();
    FieldChanges waive = one(QStringLiteral("state"), QStringLiteral("open"), QStringLiteral("waived"));
    waive.insert(QStringLiteral("state_reason"), {QJsonValue::Null, QStringLiteral("Mine")});
    const auto disguised =
        server.pushOne(inspector, patch(server.ids(), Entity::Finding, id, 1, waive, ChangeKind::Create));
    EXPECT_EQ(disguised.code, protocol::code::kNotAllowed);
    FieldChanges along = one(QStringLiteral("state"), QStringLiteral("open"), QStringLiteral("fixed"));
    along.insert(QStringLiteral("due"), {QStringLiteral("2026-12-28"), QStringLiteral("2028-01-01")});
    EXPECT_EQ(server.pushOne(inspector, patch(server.ids(), Entity::Finding, id, 1, along)).field,
              QStringLiteral("due"));
    EXPECT_EQ(edit(officer, id, "state_reason", QStringLiteral("Alone")).code, protocol::code::kInvalid);
    EXPECT_EQ(stateOf(id), QStringLiteral("open"));
}

/// The step comes to nothing, because the finding is there already or has gone elsewhere: the words go with it.
TEST_P(Findings, aStepThatMovesNothing_takesNothingAlong)
{
    const auto along = [&](const QString &id, FindingState from, FindingState to) {
        FieldChanges changes = one(QStringLiteral("state"), token(from), token(to));
        changes.insert(QStringLiteral("description"),
                       {QStringLiteral("The rear exit is locked"), QStringLiteral("Nothing was found")});
        changes.insert(QStringLiteral("severity"), {QStringLiteral("critical"), QStringLiteral("minor")});
        changes.insert(QStringLiteral("due"), {QStringLiteral("2026-12-28"), QStringLiteral("2028-01-01")});
        const QJsonObject before = server.stored(id)->record.fields;
        const auto result =
            server.pushOne(colleague, patch(server.ids(), Entity::Finding, id, server.stored(id)->record.rev, changes));
        EXPECT_EQ(result.outcome, Outcome::Rejected) << qPrintable(token(result.outcome));
        EXPECT_EQ(result.field, QStringLiteral("description"));
        EXPECT_EQ(server.stored(id)->record.fields, before);
    };
    const QString id = raisedAndSubmitted();
    ASSERT_EQ(step(inspector, id, FindingState::Fixed).outcome, Outcome::Applied);
    along(id, FindingState::Open, FindingState::Fixed);
    ASSERT_EQ(step(officer, id, FindingState::Waived, QStringLiteral("The wing is closed")).outcome, Outcome::Applied);
    along(id, FindingState::Open, FindingState::Fixed);

    const QString removed = raise(draft());
    ASSERT_EQ(
        server.pushOne(inspector, patch(server.ids(), Entity::Finding, removed, 1, {}, ChangeKind::Delete)).outcome,
        Outcome::Applied);
    along(removed, FindingState::Fixed, FindingState::Open);
    EXPECT_EQ(
        server
            .pushOne(colleague, patch(server.ids(), Entity::Finding, removed, 2,
                                      one(QStringLiteral("state"), QStringLiteral("fixed"), QStringLiteral("open"))))
            .code,
        protocol::code::kWrongState);
    EXPECT_TRUE(server.stored(removed)->deleted) << "another's step brings nothing back";
}

TEST_P(Findings, returnedInspection_keepsItsFindings)
{
    const QString id = raisedAndSubmitted();
    const QString visit = server.stored(id)->text("inspection");
    ASSERT_EQ(server.pushOne(officer, review(visit, QStringLiteral("return"), officer)).outcome, Outcome::Applied);
    EXPECT_EQ(edit(inspector, id, "description", QStringLiteral("Other")).code, protocol::code::kWrongState);
    QJsonObject next = server.stored(visit)->record.fields;
    for (const char *gone : {"finished_at", "score", "visit_outcome", "state_reason"})
        next.remove(QLatin1String(gone));
    next.insert(QStringLiteral("previous"), visit);
    next.insert(QStringLiteral("revision"), 2);
    next.insert(QStringLiteral("state"), QStringLiteral("draft"));
    const Change revision = create(server.ids(), Entity::Inspection, next);
    ASSERT_EQ(server.pushOne(inspector, revision).outcome, Outcome::Applied);
    EXPECT_FALSE(server.stored(revision.id)->record.fields.contains(QStringLiteral("received_at")))
        << "a laptop from before takes over when the returned one was";
    EXPECT_EQ(server.stored(id)->text("inspection"), visit);
    EXPECT_EQ(stateOf(id), QStringLiteral("open"));
    EXPECT_EQ(step(inspector, id, FindingState::Fixed).outcome, Outcome::Applied);
}

TEST_P(Findings, removal_isForTheDraft)
{
    const QString visit = draft();
    const QString id = raise(visit);
    const auto remove = [&](const Session &who, const QString &finding) {
        return server.pushOne(who, patch(server.ids(), Entity::Finding, finding, server.stored(finding)->record.rev, {},
                                         ChangeKind::Delete));
    };
    for (const Session &who : {colleague, officer, auditor, administrator})
        EXPECT_EQ(remove(who, id).code, protocol::code::kNotAllowed);
    EXPECT_EQ(remove(inspector, id).outcome, Outcome::Applied);
    EXPECT_TRUE(server.stored(id)->deleted);
    EXPECT_EQ(remove(inspector, raisedAndSubmitted()).code, protocol::code::kWrongState);
}

TEST_P(Findings, buildingThatMoves_takesItsFindingsWithIt)
{
    const QString id = raisedAndSubmitted();
    QString here;
    server.pull(colleague, here);
    const Session both =
        server.join(QStringLiteral("officer.both"), Role::Officer, {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
    ASSERT_EQ(server
                  .pushOne(both, patch(server.ids(), Entity::Building, building, 1,
                                       one(QStringLiteral("city"), kSialkot, kKarachi)))
                  .outcome,
              Outcome::Applied);
    EXPECT_EQ(server.stored(id)->province, QStringLiteral("PK-SD"));
    bool left = false;
    for (const auto &item : server.pull(colleague, here))
        left = left || (item.id == id && item.kind == protocol::FeedKind::Leave);
    EXPECT_TRUE(left);
    bool came = false;
    for (const auto &item : server.pullAll(far))
        came = came || item.id == id;
    EXPECT_TRUE(came);
    EXPECT_EQ(step(officer, id, FindingState::Fixed).code, protocol::code::kScopeRevoked);
    EXPECT_EQ(step(far, id, FindingState::Fixed).outcome, Outcome::Applied);
}

/// A laptop whose program is older than findings: nothing comes that it cannot read, and its digest holds.
TEST_P(Findings, olderProgram_isSentWhatItKnows)
{
    const QString id = raisedAndSubmitted();
    // Both change the day: a conflict about a finding, which is the officer's.
    ASSERT_EQ(edit(officer, id, "due", QStringLiteral("2027-01-15")).outcome, Outcome::Applied);
    ASSERT_EQ(server
                  .pushOne(officer, patch(server.ids(), Entity::Finding, id, 1,
                                          one(QStringLiteral("due"), QStringLiteral("2026-12-28"),
                                              QStringLiteral("2027-02-01"))))
                  .outcome,
              Outcome::Conflict);
    const auto page = [&](const QString &more) {
        const ApiResponse response =
            server.call("GET", QStringLiteral("/api/v1/changes?limit=500") + more, {}, officer.token);
        EXPECT_EQ(response.status, 200);
        return protocol::readPullReply(response.body).value();
    };
    const auto held = [](const protocol::PullReply &reply) {
        QByteArray digest;
        QStringList kinds;
        for (const auto &item : reply.changes) {
            if (item.entity != Entity::Account && item.entity != Entity::Policy && item.entity != Entity::Standard)
                protocol::addToDigest(digest, item.id, item.rev);
            kinds.append(token(item.entity));
        }
        EXPECT_EQ(reply.digest.value(QStringLiteral("PK-PB")), QString::fromLatin1(digest));
        return kinds;
    };
    const auto old = page({});
    const QStringList before = held(old);
    EXPECT_FALSE(before.contains(QStringLiteral("finding")));
    EXPECT_FALSE(before.contains(QStringLiteral("conflict")));
    const QStringList now = held(page(QStringLiteral("&kinds=2")));
    EXPECT_TRUE(now.contains(QStringLiteral("finding")));
    EXPECT_TRUE(now.contains(QStringLiteral("conflict")));
    // Brought up to date, it is told to begin again and drops nothing.
    const ApiResponse anew =
        server.call("GET", QStringLiteral("/api/v1/changes?kinds=2&cursor=") + old.cursor, {}, officer.token);
    EXPECT_EQ(codeOf(anew), protocol::code::kScopeChanged);
    EXPECT_TRUE(QJsonDocument::fromJson(anew.body).object().value(QStringLiteral("drop")).toArray().isEmpty());
    EXPECT_EQ(server.call("GET", QStringLiteral("/api/v1/changes?kinds=none"), {}, officer.token).status, 400);
}

MARKAZ_ON_BOTH(Findings);

} // namespace
} // namespace markaz::server::test
