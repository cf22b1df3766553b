// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/decisionlist.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

using Of = DecisionEntry::Of;

class DecisionList : public test::WorkflowFixture
{
protected:
    QString reviewed(const QString &inspection, const char *decision, const char *reason, const char *day,
                     const QJsonObject &more = {})
    {
        return put(Entity::Review, with({{QStringLiteral("inspection"), inspection},
                                         {QStringLiteral("reviewer"), m_officer},
                                         {QStringLiteral("decision"), QLatin1String(decision)},
                                         {QStringLiteral("reason"), QLatin1String(reason)},
                                         {QStringLiteral("made_at"), at(day)}},
                                        more));
    }
    QString decided(const char *field, const QString &subject, const char *kind, const char *reason, const char *day)
    {
        QJsonObject fields{{QStringLiteral("kind"), QLatin1String(kind)},
                           {QLatin1String(field), subject},
                           {QStringLiteral("officer"), m_officer},
                           {QStringLiteral("made_at"), at(day)}};
        if (*reason != 0)
            fields.insert(QStringLiteral("reason"), QLatin1String(reason));
        return put(Entity::Decision, fields);
    }
    static QString at(const char *day) { return QLatin1String(day) + QStringLiteral("T09:00:00.000Z"); }
    /// "what: why", the earliest first.
    QStringList listed(const QString &inspection)
    {
        const auto list = decisionsAbout(*m_workspace, *m_workspace->records.requireAs<Inspection>(inspection));
        EXPECT_TRUE(list.ok());
        QStringList words;
        for (const DecisionEntry &entry : *list)
            words.append(entry.what + QStringLiteral(": ") + entry.why);
        return words;
    }
    QList<DecisionEntry> ofPaper(const QString &id)
    {
        return *decisionsAbout(*m_workspace, std::nullopt, *m_workspace->records.requireAs<Certificate>(id));
    }
};

TEST_F(DecisionList, tellsAllThatWasDecided_theEarliestFirst)
{
    const QString house = building("LHE", 1);
    const QString first = visited(house, "returned", "eligible", "2026-09-01");
    const QString second = visited(house, "accepted", "eligible", "2026-09-10",
                                   {{QStringLiteral("previous"), first}, {QStringLiteral("revision"), 2}});
    reviewed(first, "return", "Look again", "2026-09-02",
             {{QStringLiteral("comments"), QJsonObject{{QStringLiteral("C-02"), QStringLiteral("Which exit?")}}}});
    reviewed(second, "accept", "As seen", "2026-09-11");
    decided("inspection", second, "issue", "", "2026-09-12"); // made before every decision had its words
    EXPECT_EQ(listed(second), (QStringList{QStringLiteral("return: Look again"), QStringLiteral("accept: As seen"),
                                           QStringLiteral("issue: ")}));
    const QString paper = certificate(house, second, "full", "suspended", "2026-09-12", "2028-09-11",
                                      {{QStringLiteral("state_reason"), QStringLiteral("Blocked")},
                                       {QStringLiteral("state_by"), m_officer},
                                       {QStringLiteral("state_at"), at("2026-10-01")}});
    decided("certificate", paper, "suspend", "Blocked", "2026-10-01");
    EXPECT_EQ(listed(second), (QStringList{QStringLiteral("return: Look again"), QStringLiteral("accept: As seen"),
                                           QStringLiteral("issue: "), QStringLiteral("suspend: Blocked")}))
        << "and none of it twice";
    const auto all = *decisionsAbout(*m_workspace, *m_workspace->records.requireAs<Inspection>(second));
    EXPECT_EQ(all.at(0).of, Of::Inspection);
    EXPECT_EQ(all.at(0).revision, 1);
    EXPECT_EQ(all.at(0).comments.value(QStringLiteral("C-02")).toString(), QStringLiteral("Which exit?"));
    EXPECT_EQ(all.at(1).revision, 2);
    EXPECT_EQ(all.at(2).of, Of::Certificate);
    EXPECT_EQ(all.at(3).by, m_officer);
    EXPECT_EQ(all.at(3).at, QDateTime(QDate(2026, 10, 1), QTime(9, 0), Qt::UTC));
    EXPECT_EQ(listed(first), QStringList{QStringLiteral("return: Look again")}) << "of the first revision itself";
    const auto last = *reviewOf(*m_workspace, *m_workspace->records.requireAs<Inspection>(second));
    ASSERT_TRUE(last);
    EXPECT_EQ(last->why, QStringLiteral("As seen"));
    const QString waits = visited(house, "submitted", "eligible", "2026-10-10");
    EXPECT_FALSE(reviewOf(*m_workspace, *m_workspace->records.requireAs<Inspection>(waits))->has_value());
}

TEST_F(DecisionList, ofAVisitThatIsOnlyFollowedUp_isNothingOfIts)
{
    const QString house = building("LHE", 1);
    const QString first = visited(house, "accepted", "refused", "2026-09-01");
    reviewed(first, "accept", "As seen", "2026-09-02");
    const QString followUp =
        visited(house, "accepted", "eligible", "2026-09-10",
                {{QStringLiteral("previous"), first}, {QStringLiteral("kind"), QStringLiteral("follow_up")}});
    reviewed(followUp, "accept", "Mended", "2026-09-11");
    EXPECT_EQ(listed(followUp), QStringList{QStringLiteral("accept: Mended")});
}

TEST_F(DecisionList, whatTheServerRejected_wasNeverDecided_andWhatWaitsIsSaidTo)
{
    const QString id = submitted(visitedBuilding());
    ASSERT_TRUE(
        ReviewInspection(*m_workspace).run(m_chief, id, QStringLiteral("accept"), QStringLiteral("As seen"), {}).ok());
    const auto waiting = *decisionsAbout(*m_workspace, *m_workspace->records.requireAs<Inspection>(id));
    ASSERT_EQ(waiting.size(), 1);
    EXPECT_TRUE(waiting.first().waits);
    ASSERT_TRUE(m_outbox->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected,
                                 QStringLiteral("wrong_state"), {}, {}, m_clock.now()));
    EXPECT_EQ(listed(id), QStringList());
}

/// An inspector has no decisions on the laptop; the certificate says of itself where it stands, and why.
TEST_F(DecisionList, withoutTheDecisions_theCertificateSpeaksForItself)
{
    const auto paper = [this](const char *state, const QJsonObject &more, const char *until = "2028-09-11") {
        const QString house = building("LHE", ++m_numbers % 1000 + 1);
        const QString visit = visited(house, "accepted", "eligible", "2026-09-01");
        return ofPaper(certificate(house, visit, "full", state, "2026-09-12", until, more));
    };
    const QJsonObject since{{QStringLiteral("state_reason"), QStringLiteral("why")},
                            {QStringLiteral("state_by"), m_officer},
                            {QStringLiteral("state_at"), at("2026-10-01")}};
    const auto fresh = paper("issued", {{QStringLiteral("state_reason"), QStringLiteral("Meets it")}});
    ASSERT_EQ(fresh.size(), 1);
    EXPECT_EQ(fresh.first().what, QStringLiteral("issue"));
    EXPECT_EQ(fresh.first().why, QStringLiteral("Meets it"));
    EXPECT_EQ(fresh.first().by, m_officer);
    for (const auto &[state, what] :
         {std::pair{"suspended", "suspend"}, {"revoked", "revoke"}, {"issued", "in_force"}}) {
        const auto list = paper(state, since);
        ASSERT_EQ(list.size(), 2) << state;
        EXPECT_EQ(list.first().why, QString());
        EXPECT_TRUE(list.first().whyElsewhere) << "why it was issued is not known here any more";
        EXPECT_EQ(list.last().what, QLatin1String(what));
        EXPECT_EQ(list.last().why, QStringLiteral("why"));
        EXPECT_EQ(list.last().by, m_officer);
    }
    const auto over = paper("issued", {}, "2026-11-20"); // the clock stands on 24 November
    ASSERT_EQ(over.size(), 2);
    EXPECT_EQ(over.last().what, QStringLiteral("expire"));
    EXPECT_EQ(over.last().by, QString()) << "nobody decided it";
    EXPECT_EQ(over.last().at, QDateTime(QDate(2026, 11, 20), QTime(19, 0), Qt::UTC)) << "midnight in Pakistan";
    const auto renewed = paper("superseded", {{QStringLiteral("state_at"), at("2026-10-01")}});
    EXPECT_EQ(renewed.last().what, QStringLiteral("superseded"));
    EXPECT_EQ(renewed.last().by, QString());
}

} // namespace
} // namespace markaz
