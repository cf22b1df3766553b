// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which appeals are open, and whose they are to decide.
#include "core/workflow/appeals.h"
#include "tests/core/workflow/workflowfixture.h"

namespace markaz {
namespace {

class AppealsTest : public test::WorkflowFixture
{
protected:
    const QString m_other = QStringLiteral("01900000-0000-7000-8000-0000000000b2");
    Actor m_colleagueOfChief = person(m_other, Role::Officer);
    int m_houses = 0;

    /// A certificate of a building in Lahore that \p by suspended or revoked.
    QString paper(const char *state, const QString &by, const char *until = "2028-10-01")
    {
        const QString house = building("LHE", ++m_houses);
        return certificate(house, visited(house, "accepted", "eligible", "2026-10-01"), "full", state, "2026-10-02",
                           until, {{QStringLiteral("state_by"), by}});
    }
    /// An appeal as the server's feed brings it.
    QString appealOn(const QString &certificateId, const char *day, const char *reason = "The exits are open")
    {
        QString id =
            put(Entity::Decision,
                {{QStringLiteral("kind"), QStringLiteral("appeal")},
                 {QStringLiteral("certificate"), certificateId},
                 {QStringLiteral("officer"), m_other},
                 {QStringLiteral("reason"), QLatin1String(reason)},
                 {QStringLiteral("made_at"), QStringLiteral("2026-11-%1T09:00:00.000Z").arg(QLatin1String(day))}});
        QJsonObject fields = fieldsOf(Entity::Certificate, certificateId);
        fields.insert(QStringLiteral("appeal"), id);
        put(Entity::Certificate, fields, certificateId);
        return id;
    }
    QList<OpenAppeal> open(const Actor &actor)
    {
        auto all = openAppeals(*m_workspace, actor);
        EXPECT_TRUE(all.ok()) << qPrintable(all.ok() ? QString() : all.error().detail);
        return all.ok() ? *all : QList<OpenAppeal>();
    }
    /// "LHE-0001 yours", one for each, in their order.
    QStringList told(const Actor &actor)
    {
        QStringList all;
        for (const OpenAppeal &one : open(actor))
            all.append(one.row.buildingCode + (one.row.owed       ? QStringLiteral(" owed")
                                               : one.row.answered ? QStringLiteral(" answered")
                                               : one.decides      ? QStringLiteral(" yours")
                                               : one.own          ? QStringLiteral(" own")
                                                                  : QStringLiteral(" another's")));
        return all;
    }
    Result<Decision> decide(const QString &certificateId, const char *kind)
    {
        return DecideCertificate(*m_workspace)
            .changeState(m_chief, certificateId, QLatin1String(kind), QStringLiteral("why"));
    }
    void reject(const char *code)
    {
        ASSERT_TRUE(m_outbox->settle(owed().last().position, OutboxState::Dead, Outcome::Rejected, QLatin1String(code),
                                     {}, {}, m_clock.now()));
    }
};

TEST_F(AppealsTest, open_areListedTheOldestFirst_withWhoseTheyAre)
{
    const QString first = paper("suspended", m_other);
    const QString second = paper("revoked", m_other);
    const QString own = paper("revoked", m_officer);
    paper("suspended", m_other); // nobody objects
    appealOn(second, "20");
    appealOn(first, "21");
    appealOn(own, "22");
    EXPECT_EQ(told(m_chief), (QStringList{QStringLiteral("LHE-0002 yours"), QStringLiteral("LHE-0001 yours"),
                                          QStringLiteral("LHE-0003 own")}));
    EXPECT_EQ(told(m_colleagueOfChief), (QStringList{QStringLiteral("LHE-0002 own"), QStringLiteral("LHE-0001 own"),
                                                     QStringLiteral("LHE-0003 yours")}));
    EXPECT_EQ(told(m_auditor), (QStringList{QStringLiteral("LHE-0002 another's"), QStringLiteral("LHE-0001 another's"),
                                            QStringLiteral("LHE-0003 another's")}))
        << "an auditor decides nothing";
}

TEST_F(AppealsTest, aRow_saysWhatThereIsToKnow)
{
    const QString id = paper("revoked", m_officer);
    put(Entity::Account,
        {{QStringLiteral("name"), QStringLiteral("sample.officer")},
         {QStringLiteral("display_name"), QStringLiteral("Sample Officer")},
         {QStringLiteral("role"), QStringLiteral("officer")}},
        m_other);
    const QString appeal = appealOn(id, "20");
    const QList<OpenAppeal> all = open(m_chief);
    ASSERT_EQ(all.size(), 1);
    const AppealRow &row = all.first().row;
    EXPECT_EQ(row.id, appeal);
    EXPECT_EQ(row.certificateId, id);
    EXPECT_EQ(row.number, text(Entity::Certificate, id, "number"));
    EXPECT_EQ(row.state, CertificateState::Revoked);
    EXPECT_EQ(row.buildingId, text(Entity::Certificate, id, "building"));
    EXPECT_EQ(row.buildingName, QStringLiteral("Sample building LHE-0001"));
    EXPECT_EQ(row.cityId, test::cityOf("LHE").id);
    EXPECT_EQ(row.reason, QStringLiteral("The exits are open"));
    EXPECT_EQ(row.recordedAt, QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));
    EXPECT_EQ(row.recordedBy, QStringLiteral("Sample Officer"));
    for (const char *typed : {"lhe-0001", "sample BUILDING", "lahore", "", " Lahore "})
        EXPECT_TRUE(row.holds(QLatin1String(typed))) << typed;
    EXPECT_TRUE(row.holds(row.number));
    EXPECT_FALSE(row.holds(QStringLiteral("Karachi")));
}

TEST_F(AppealsTest, whatIsSettledOrOver_isNotOpen)
{
    const QString allowed = paper("suspended", m_other);
    appealOn(allowed, "20");
    const QString over = paper("suspended", m_other, "2026-11-23"); // the server has not said yet that it is
    appealOn(over, "20");
    const QString revoked = paper("revoked", m_other, "2026-11-23");
    appealOn(revoked, "21");
    EXPECT_EQ(told(m_chief), (QStringList{QStringLiteral("LHE-0001 yours"), QStringLiteral("LHE-0003 yours")}))
        << "of a revoked one the objection outlives the validity";
    QJsonObject fields = fieldsOf(Entity::Certificate, allowed);
    fields.remove(QStringLiteral("appeal"));
    fields.insert(QStringLiteral("state"), QStringLiteral("issued"));
    put(Entity::Certificate, fields, allowed);
    EXPECT_EQ(told(m_chief), QStringList{QStringLiteral("LHE-0003 yours")});
}

TEST_F(AppealsTest, whatWaitsForTheServer_isSaidAndNotDecidedTwice)
{
    const QString fresh = paper("suspended", m_other);
    ASSERT_TRUE(decide(fresh, "appeal").ok());
    EXPECT_EQ(told(m_chief), QStringList{QStringLiteral("LHE-0001 owed")});
    const QString held = paper("revoked", m_other);
    appealOn(held, "20");
    ASSERT_TRUE(decide(held, "allow_appeal").ok());
    EXPECT_EQ(told(m_chief), (QStringList{QStringLiteral("LHE-0002 answered"), QStringLiteral("LHE-0001 owed")}));
}

TEST_F(AppealsTest, whatTheServerDidNotTake_countsNotAndIsNamed)
{
    const QString fresh = paper("suspended", m_other);
    const QString held = paper("revoked", m_other);
    appealOn(held, "20");
    EXPECT_EQ(refusedDecisions(*m_workspace)->size(), 0);
    ASSERT_TRUE(decide(fresh, "appeal").ok());
    reject("exists");
    EXPECT_EQ(told(m_chief), QStringList{QStringLiteral("LHE-0002 yours")}) << "nobody else knows of it";
    ASSERT_TRUE(decide(held, "dismiss_appeal").ok());
    reject("not_allowed");
    EXPECT_EQ(told(m_chief), QStringList{QStringLiteral("LHE-0002 yours")});
    using Named = std::pair<QString, QString>;
    EXPECT_EQ(*refusedDecisions(*m_workspace),
              (QList<Named>{{QStringLiteral("dismiss_appeal"), QStringLiteral("LHE-0002")},
                            {QStringLiteral("appeal"), QStringLiteral("LHE-0001")}}));
}

} // namespace
} // namespace markaz
