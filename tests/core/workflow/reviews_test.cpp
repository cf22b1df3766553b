// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/appeals.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class ReviewsTest : public test::WorkflowFixture
{
protected:
    Result<Review> review(const Actor &actor, const QString &id, const char *decision, const char *reason = "",
                          const QJsonObject &comments = {})
    {
        return ReviewInspection(*m_workspace).run(actor, id, QLatin1String(decision), QLatin1String(reason), comments);
    }
    DecideCertificate deciding() { return DecideCertificate(*m_workspace); }
    /// An inspection that was accepted with a verdict.
    QString accepted(const char *verdict, bool complete = true)
    {
        return visited(building("LHE", ++m_count), "accepted", verdict, "2026-11-01",
                       {{QStringLiteral("score.complete"), complete}});
    }
    int m_count = 0;
};

TEST_F(ReviewsTest, review_isARecordAndShowsTheNewStateAtOnce)
{
    const QList<std::pair<const char *, const char *>> decisions{
        {"accept", "accepted"}, {"return", "returned"}, {"reject", "rejected"}};
    for (const auto &[decision, state] : decisions) {
        const QString id = submitted(visitedBuilding());
        const QJsonObject comments{{QStringLiteral("C-02"), QStringLiteral(" photo is blurred ")},
                                   {QStringLiteral("C-03"), QStringLiteral(" ")}};
        m_signals.clear();
        const auto made = review(m_chief, id, decision, " because ", comments);
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
        EXPECT_EQ(made->inspectionId(), id);
        EXPECT_EQ(made->reviewerId(), m_officer);
        EXPECT_EQ(made->decision(), QLatin1String(decision));
        EXPECT_EQ(made->reason(), QStringLiteral("because"));
        EXPECT_EQ(made->comments(), (QJsonObject{{QStringLiteral("C-02"), QStringLiteral("photo is blurred")}}));
        EXPECT_EQ(made->fields().value(QStringLiteral("sample")), QJsonValue(true));
        EXPECT_EQ(text(Entity::Inspection, id, "state"), QLatin1String(state));
        EXPECT_EQ(text(Entity::Inspection, id, "state_reason"), QStringLiteral("because"));
        EXPECT_EQ(owed().last().change.entity, Entity::Review);
        const auto waiting = m_outbox->pendingOf(Entity::Inspection, id);
        for (const FieldChanges &pending : *waiting)
            EXPECT_FALSE(pending.contains(QStringLiteral("state_reason"))); // the server moves the state itself
        EXPECT_TRUE(m_signals.contains(QStringLiteral("inspection ") + id));
        expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                      [&, d = decision] { return review(m_chief, id, d, "again"); });
    }
}

TEST_F(ReviewsTest, review_needsItsReason_aReturnOneOrAComment)
{
    const QString id = submitted(visitedBuilding());
    const QJsonObject comments{{QStringLiteral("C-02"), QStringLiteral("why?")}};
    for (const char *decision : {"accept", "reject"})
        expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"),
                      [&] { return review(m_chief, id, decision, " ", comments); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"), [&] { return review(m_chief, id, "return", "  "); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"), [&] {
        return review(m_chief, id, "reject", "", {{QStringLiteral("C-02"), QStringLiteral(" ")}});
    });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("decision"),
                  [&] { return review(m_chief, id, "shrug", "x"); });
    EXPECT_TRUE(review(m_chief, id, "return", "", comments).ok());
    EXPECT_TRUE(review(m_chief, submitted(visitedBuilding(2)), "accept", "As seen").ok());
}

TEST_F(ReviewsTest, review_isForOfficersOfTheProvinceWhoWereNotTheInspector)
{
    const QString id = submitted(visitedBuilding());
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return review(m_me, id, "accept"); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return review(m_admin, id, "accept"); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return review(m_auditor, id, "accept"); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return review(elsewhere(m_chief), id, "accept"); });
    const Actor promoted = person(m_inspector, Role::Officer); // was the inspector when he went there
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"), [&] { return review(promoted, id, "accept"); });
    const QString draft = draftOf(visitedBuilding(2));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return review(m_chief, draft, "accept"); });
    expectRefused(ErrorCode::NotFound, QStringLiteral("inspection"),
                  [&] { return review(m_chief, m_ids.next(), "accept"); });
}

/// A returned visit may be taken up by another inspector, and a follow-up goes on with another's answers.
TEST_F(ReviewsTest, whoCarriedOutAnyPartOfIt_neitherReviewsNorCertifies)
{
    const QString other = m_colleague.accountId;
    const auto theirs = [&](const QString &house, const char *state, const QString &who, const QString &previous,
                            const char *kind, int revision) {
        return visited(house, state, "eligible", "2026-11-01",
                       {{QStringLiteral("inspector"), who},
                        {QStringLiteral("previous"), previous},
                        {QStringLiteral("kind"), QLatin1String(kind)},
                        {QStringLiteral("revision"), revision},
                        {QStringLiteral("score.complete"), true}});
    };
    const auto judge = [&](const Actor &who, const QString &visit, const char *state) -> Result<void> {
        if (qstrcmp(state, "submitted") == 0) {
            const auto made = review(who, visit, "accept", "why");
            return made ? Result<void>() : Result<void>(made.error());
        }
        const auto made = deciding().issue(who, visit, QStringLiteral("full"), 1, QStringLiteral("why"));
        return made ? Result<void>() : Result<void>(made.error());
    };
    for (const auto &[kind, revision] : {std::pair{"initial", 3}, {"follow_up", 1}}) {
        for (const char *state : {"submitted", "accepted"}) {
            SCOPED_TRACE(kind);
            const QString house = building("LHE", ++m_count);
            const QString first = visited(house, "returned", "eligible", "2026-10-01"); // m_inspector's
            const QString second = theirs(house, "returned", other, first, "initial", 2);
            const QString last =
                theirs(house, state, QStringLiteral("01900000-0000-7000-8000-0000000000a3"), second, kind, revision);
            for (const QString &who : {m_inspector, other}) {
                const Actor promoted = person(who, Role::Officer);
                expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"),
                              [&] { return judge(promoted, last, state); });
                const auto own =
                    ownPartIn(*m_workspace, *m_workspace->records.requireAs<Inspection>(last), promoted.accountId);
                ASSERT_TRUE(own.ok() && own->has_value());
                EXPECT_EQ((*own)->visit.id(), who == m_inspector ? first : second);
                EXPECT_EQ((*own)->revision, revision > 1) << "or the follow-up of a visit";
            }
            EXPECT_FALSE(
                ownPartIn(*m_workspace, *m_workspace->records.requireAs<Inspection>(last), m_officer)->has_value());
            EXPECT_TRUE(judge(m_chief, last, state).ok());
        }
    }
}

TEST_F(ReviewsTest, issue_saysWhyAndSpeaksOfNoMoreSeatsThanThereAre)
{
    const QString house = building("LHE", ++m_count, {{QStringLiteral("planned_seats"), 80}});
    const QString id = visited(house, "accepted", "eligible", "2026-11-01", {{QStringLiteral("score.complete"), true}});
    const auto issue = [&](int seats, const char *reason) {
        return deciding().issue(m_chief, id, QStringLiteral("full"), seats, QLatin1String(reason));
    };
    expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"), [&] { return issue(80, " \n"); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("seats"), [&] { return issue(81, "why"); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("seats"), [&] { return issue(0, "why"); });
    EXPECT_TRUE(issue(80, "why").ok());
    const QString later =
        visited(house, "accepted", "eligible", "2026-11-20", {{QStringLiteral("score.complete"), true}});
    certificate(house, id, "full", "issued", "2026-11-02", "2028-11-02");
    expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"),
                  [&] { return deciding().renew(m_chief, later, QStringLiteral("full"), 80, QStringLiteral(" ")); });
    EXPECT_TRUE(deciding().renew(m_chief, later, QStringLiteral("full"), 80, QStringLiteral("why")).ok());
}

TEST_F(ReviewsTest, issue_followsTheVerdict)
{
    const auto issue = [&](const QString &id, const char *grade) {
        return deciding().issue(m_chief, id, QLatin1String(grade), 100, QStringLiteral(" fine "));
    };
    const auto full = issue(accepted("eligible"), "full");
    ASSERT_TRUE(full.ok()) << qPrintable(full.error().detail);
    EXPECT_EQ(full->kind(), QStringLiteral("issue"));
    EXPECT_EQ(full->officerId(), m_officer);
    EXPECT_EQ(full->grade(), QStringLiteral("full"));
    EXPECT_EQ(full->seats(), 100);
    EXPECT_EQ(full->reason(), QStringLiteral("fine"));
    EXPECT_EQ(owed().last().change.entity, Entity::Decision);
    EXPECT_EQ(m_records->count(Entity::Certificate).value(), 0); // the server alone makes it
    EXPECT_TRUE(issue(accepted("eligible"), "provisional").ok());
    EXPECT_TRUE(issue(accepted("provisional"), "provisional").ok());
    const QString provisional = accepted("provisional");
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("grade"), [&] { return issue(provisional, "full"); });
    const QString eligible = accepted("eligible");
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("grade"), [&] { return issue(eligible, "gold"); });
    const QString refused = accepted("refused");
    expectRefused(ErrorCode::WrongState, QStringLiteral("verdict"), [&] { return issue(refused, "provisional"); });
    const QString incomplete = accepted("eligible", false);
    expectRefused(ErrorCode::WrongState, QStringLiteral("score"), [&] { return issue(incomplete, "full"); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("seats"), [&] {
        return deciding().issue(m_chief, eligible, QStringLiteral("full"), 0, QStringLiteral("As seen"));
    });
    expectRefused(ErrorCode::Exists, QStringLiteral("inspection"), [&] { return issue(full->inspectionId(), "full"); });
    const QString waiting = visited(building("LHE", 90), "submitted", "eligible", "2026-11-01");
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return issue(waiting, "full"); });
    const QString certified = accepted("eligible");
    certificate(text(Entity::Inspection, certified, "building"), certified, "full", "issued", "2026-11-02",
                "2028-11-02");
    expectRefused(ErrorCode::Exists, QStringLiteral("inspection"), [&] { return issue(certified, "full"); });
}

TEST_F(ReviewsTest, decisionThatTheServerRejected_doesNotStandInTheWayOfAnother)
{
    const auto reject = [&] {
        ASSERT_TRUE(m_outbox->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected,
                                     QStringLiteral("wrong_state"), {}, {}, m_clock.now()));
    };
    const QString visit = accepted("eligible");
    const auto issue = [&] {
        return deciding().issue(m_chief, visit, QStringLiteral("full"), 100, QStringLiteral("As seen"));
    };
    ASSERT_TRUE(issue().ok());
    reject();
    EXPECT_TRUE(issue().ok());
    expectRefused(ErrorCode::Exists, QStringLiteral("inspection"), [&] { return issue(); });

    const QString other = accepted("eligible");
    const QString paper =
        certificate(text(Entity::Inspection, other, "building"), other, "full", "issued", "2024-11-02", "2028-11-02");
    const auto suspend = [&] {
        return deciding().changeState(m_chief, paper, QStringLiteral("suspend"), QStringLiteral("why"));
    };
    ASSERT_TRUE(suspend().ok());
    reject();
    EXPECT_TRUE(suspend().ok());
    expectRefused(ErrorCode::Exists, QStringLiteral("certificate"), [&] { return suspend(); });
}

TEST_F(ReviewsTest, issue_isForOfficersOfTheProvinceWhoWereNotTheInspector)
{
    const QString id = accepted("eligible");
    const auto issue = [&](const Actor &actor) {
        return deciding().issue(actor, id, QStringLiteral("full"), 100, QStringLiteral("As seen"));
    };
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return issue(m_me); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return issue(m_auditor); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return issue(m_admin); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return issue(elsewhere(m_chief)); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"),
                  [&] { return issue(person(m_inspector, Role::Officer)); });
}

TEST_F(ReviewsTest, changeState_asksForWhatTheStateAllows)
{
    const auto paper = [&](const char *state, const char *until = "2028-11-02") {
        const QString visit = accepted("eligible");
        return certificate(text(Entity::Inspection, visit, "building"), visit, "full", state, "2024-11-02", until);
    };
    const auto change = [&](const QString &id, const char *kind, const char *reason = "why") {
        return deciding().changeState(m_chief, id, QLatin1String(kind), QLatin1String(reason));
    };
    const QString issued = paper("issued");
    const auto made = change(issued, "suspend");
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->certificateId(), issued);
    EXPECT_EQ(made->kind(), QStringLiteral("suspend"));
    expectRefused(ErrorCode::Exists, QStringLiteral("certificate"), [&] { return change(issued, "revoke"); });
    EXPECT_TRUE(change(paper("issued"), "revoke").ok());
    EXPECT_TRUE(change(paper("suspended"), "revoke").ok());
    EXPECT_TRUE(change(paper("suspended"), "reinstate").ok());

    const QString fresh = paper("issued");
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return change(fresh, "reinstate"); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"), [&] { return change(fresh, "suspend", " "); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("kind"), [&] { return change(fresh, "issue"); });
    const QString revoked = paper("revoked");
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return change(revoked, "reinstate"); });
    const QString over = paper("issued", "2026-11-23");
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return change(over, "suspend"); });
    const QString until = paper("issued", "2026-11-24");
    const QDateTime before = m_clock.now();
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(19, 0), Qt::UTC)); // midnight in Pakistan
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return change(until, "suspend"); });
    m_clock.set(before);
    EXPECT_TRUE(change(until, "suspend").ok());
    expectRefused(ErrorCode::NotFound, QStringLiteral("certificate"), [&] { return change(m_ids.next(), "suspend"); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] {
        return deciding().changeState(m_me, fresh, QStringLiteral("suspend"), QStringLiteral("why"));
    });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] {
        return deciding().changeState(elsewhere(m_chief), fresh, QStringLiteral("suspend"), QStringLiteral("why"));
    });
}

TEST_F(ReviewsTest, renew_replacesACertificateThatIsInForceWithALaterVisit)
{
    const QString house = building("LHE", ++m_count);
    const auto visit = [&](const char *day) { return visited(house, "accepted", "eligible", day); };
    const QString first = visit("2026-10-01");
    const QString paper = certificate(house, first, "full", "issued", "2026-10-02", "2028-10-01");
    const QString later = visit("2026-11-01");
    const QString earlier = visit("2026-09-01");
    const auto renew = [&](const QString &id) {
        return deciding().renew(m_chief, id, QStringLiteral("full"), 100, QStringLiteral("As seen"));
    };
    const auto on = [&] { return *m_workspace->records.requireAs<Certificate>(paper); };
    EXPECT_EQ(*renewalVisit(*m_workspace, on()), later) << "neither the own visit nor an older one";
    expectRefused(ErrorCode::Exists, QStringLiteral("certificate"), [&] {
        return deciding().issue(m_chief, later, QStringLiteral("full"), 100, QStringLiteral("As seen"));
    });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("inspection"), [&] { return renew(earlier); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"), [&] {
        return deciding().renew(person(m_inspector, Role::Officer), later, QStringLiteral("full"), 100,
                                QStringLiteral("As seen"));
    });
    const QString uncertified = accepted("eligible"); // in a building without a certificate
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return renew(uncertified); });
    const auto made = renew(later);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->kind(), QStringLiteral("renew"));
    EXPECT_EQ(made->inspectionId(), later);
    EXPECT_EQ(*renewalVisit(*m_workspace, on()), std::nullopt) << "asked already";
    expectRefused(ErrorCode::Exists, QStringLiteral("inspection"), [&] { return renew(later); });
}

TEST_F(ReviewsTest, renew_isNotOfWhatIsSuspendedRevokedOrOver)
{
    for (const auto &[state, until] : {std::pair{"suspended", "2028-10-01"},
                                       {"revoked", "2028-10-01"},
                                       {"issued", "2026-11-23"},
                                       {"superseded", "2028-10-01"}}) {
        const QString house = building("LHE", ++m_count);
        const QString first = visited(house, "accepted", "eligible", "2026-10-01");
        const QString paper = certificate(house, first, "full", state, "2026-10-02", until);
        const QString later = visited(house, "accepted", "eligible", "2026-11-01");
        EXPECT_EQ(*renewalVisit(*m_workspace, *m_workspace->records.requireAs<Certificate>(paper)), std::nullopt);
        expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] {
            return deciding().renew(m_chief, later, QStringLiteral("full"), 100, QStringLiteral("As seen"));
        });
        const bool doubted = qstrcmp(state, "suspended") == 0;
        EXPECT_EQ(deciding().issue(m_chief, later, QStringLiteral("full"), 100, QStringLiteral("As seen")).ok(),
                  !doubted)
            << state;
    }
}

TEST_F(ReviewsTest, appeal_isRecordedAndDecidedByAnotherOfficer)
{
    const QString other = QStringLiteral("01900000-0000-7000-8000-0000000000b2");
    const auto paper = [&](const char *state, bool open, const QString &by) {
        const QString visit = accepted("eligible");
        QJsonObject more{{QStringLiteral("state_by"), by}};
        if (open)
            more.insert(QStringLiteral("appeal"), m_ids.next());
        return certificate(text(Entity::Inspection, visit, "building"), visit, "full", state, "2026-10-02",
                           "2028-10-01", more);
    };
    const auto change = [&](const QString &id, const char *kind, const char *reason = "why") {
        return deciding().changeState(m_chief, id, QLatin1String(kind), QLatin1String(reason));
    };
    for (const char *state : {"suspended", "revoked"}) {
        SCOPED_TRACE(state);
        const QString fresh = paper(state, false, m_officer);
        expectRefused(ErrorCode::WrongState, QStringLiteral("appeal"), [&] { return change(fresh, "allow_appeal"); });
        expectRefused(ErrorCode::Incomplete, QStringLiteral("reason"), [&] { return change(fresh, "appeal", ""); });
        const auto made = change(fresh, "appeal", "The exits are open");
        ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
        EXPECT_EQ(made->kind(), QStringLiteral("appeal"));
        const QString open = paper(state, true, other);
        expectRefused(ErrorCode::Exists, QStringLiteral("appeal"), [&] { return change(open, "appeal"); });
        EXPECT_TRUE(change(open, "allow_appeal").ok());
        EXPECT_TRUE(change(paper(state, true, other), "dismiss_appeal").ok());
        const QString own = paper(state, true, m_officer);
        for (const char *kind : {"allow_appeal", "dismiss_appeal"})
            expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"), [&] { return change(own, kind); });
    }
    const QString good = paper("issued", false, other);
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return change(good, "appeal"); });
}

/// `state_by` names the last decision alone, and nobody where it was made before there were appeals.
TEST_F(ReviewsTest, anAppealAgainstAnEarlierDecision_isNotItsOfficers)
{
    const QString other = QStringLiteral("01900000-0000-7000-8000-0000000000b2");
    const QString visit = accepted("eligible");
    const auto decision = [&](const QString &on, const char *kind, const QString &by, const char *day) {
        put(Entity::Decision,
            {{QStringLiteral("kind"), QLatin1String(kind)},
             {QStringLiteral("certificate"), on},
             {QStringLiteral("officer"), by},
             {QStringLiteral("reason"), QStringLiteral("why")},
             {QStringLiteral("made_at"), QStringLiteral("2026-11-%1T09:00:00.000Z").arg(QLatin1String(day))}});
    };
    const QString paper =
        certificate(text(Entity::Inspection, visit, "building"), visit, "full", "revoked", "2026-10-02", "2028-10-01",
                    {{QStringLiteral("state_by"), other}, {QStringLiteral("appeal"), m_ids.next()}});
    const auto against = [&](const QString &officer) {
        return *decidedAgainst(*m_workspace, *m_workspace->records.requireAs<Certificate>(paper), officer);
    };
    EXPECT_TRUE(against(other));
    EXPECT_FALSE(against(m_officer));
    decision(paper, "suspend", m_officer, "02");
    EXPECT_TRUE(against(m_officer));
    decision(paper, "reinstate", other, "03");
    EXPECT_FALSE(against(m_officer)) << "that doubt is over";
    decision(paper, "suspend", m_officer, "04");
    decision(paper, "revoke", other, "05");
    EXPECT_TRUE(against(m_officer));
    for (const char *kind : {"allow_appeal", "dismiss_appeal"})
        expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"), [&] {
            return deciding().changeState(m_chief, paper, QLatin1String(kind), QStringLiteral("why"));
        });
}

TEST_F(ReviewsTest, decisionsOn_areThoseThatTheStateAndTheRoleAllow)
{
    const auto offered = [&](const Actor &actor, const char *state, const QJsonObject &more = {},
                             bool against = false) {
        const QString visit = accepted("eligible");
        const QString id = certificate(text(Entity::Inspection, visit, "building"), visit, "full", state, "2026-10-02",
                                       "2028-10-01", more);
        QStringList words;
        for (CertificateAction action :
             decisionsOn(actor, *m_workspace->records.requireAs<Certificate>(id), against, m_clock.now()))
            words.append(token(action));
        return words.join(QLatin1Char(' '));
    };
    const QJsonObject open{{QStringLiteral("appeal"), m_ids.next()}};
    EXPECT_EQ(offered(m_chief, "issued"), QStringLiteral("suspend revoke"));
    EXPECT_EQ(offered(m_chief, "suspended"), QStringLiteral("reinstate revoke appeal"));
    EXPECT_EQ(offered(m_chief, "suspended", open), QStringLiteral("reinstate revoke allow_appeal dismiss_appeal"));
    EXPECT_EQ(offered(m_chief, "revoked"), QStringLiteral("appeal"));
    EXPECT_EQ(offered(m_chief, "revoked", open), QStringLiteral("allow_appeal dismiss_appeal"));
    EXPECT_EQ(offered(m_chief, "suspended", open, true), QStringLiteral("reinstate revoke"))
        << "the appeal is another's to decide, and nothing else is";
    EXPECT_EQ(offered(m_chief, "superseded"), QString());
    for (const Actor &actor : {m_me, m_auditor, m_admin})
        EXPECT_EQ(offered(actor, "suspended", open), QString());
}

} // namespace
} // namespace markaz
