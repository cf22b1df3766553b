// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/certificatelifecycle.h"

#include "core/domain/recordspec.h"

#include <gtest/gtest.h>

#include <QHash>
#include <QSet>

namespace markaz {
namespace {

/// domain.md, "Life of a certificate", written down as words: each row a stage, its cells in the order of the actions
/// below. A dash: it may not be done.
const char *const kActions = "issue_full issue_provisional renew suspend reinstate revoke expire appeal allow_appeal "
                             "dismiss_appeal";
const QHash<QString, QString> kTable{
    {QStringLiteral("none"), QStringLiteral("issued issued - - - - - - - -")},
    {QStringLiteral("issued"), QStringLiteral("- - superseded suspended - revoked expired - - -")},
    {QStringLiteral("suspended"), QStringLiteral("- - - - issued revoked expired suspended issued suspended")},
    {QStringLiteral("revoked"), QStringLiteral("- - - - - - - revoked issued revoked")},
    {QStringLiteral("expired"), QStringLiteral("- - - - - - - - - -")},
    {QStringLiteral("superseded"), QStringLiteral("- - - - - - - - - -")},
};

/// 2026-11-30: "every state change has an author, a time and a reason" (domain.md), but for the clock's.
/// What each action needs: o an officer, s the server alone; r a reason, i an inspection, a an open appeal, x another
/// officer than the one who is appealed against.
const QHash<QString, QString> kTerms{
    {QStringLiteral("issue_full"), QStringLiteral("oir")},
    {QStringLiteral("issue_provisional"), QStringLiteral("oir")},
    {QStringLiteral("renew"), QStringLiteral("oir")},
    {QStringLiteral("suspend"), QStringLiteral("or")},
    {QStringLiteral("reinstate"), QStringLiteral("or")},
    {QStringLiteral("revoke"), QStringLiteral("or")},
    {QStringLiteral("expire"), QStringLiteral("s")},
    {QStringLiteral("appeal"), QStringLiteral("or")},
    {QStringLiteral("allow_appeal"), QStringLiteral("orax")},
    {QStringLiteral("dismiss_appeal"), QStringLiteral("orax")},
};

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '));
}

TEST(CertificateLifeCycle, everyPairOfStageAndAction_isAsTheTableSays)
{
    const QStringList actions = words(QLatin1String(kActions));
    ASSERT_EQ(certificateActions().size(), actions.size());
    int pairs = 0;
    for (CertificateStage stage : certificateStages()) {
        ASSERT_TRUE(kTable.contains(token(stage))) << qPrintable(token(stage));
        const QStringList row = words(kTable.value(token(stage)));
        for (qsizetype i = 0; i < actions.size(); ++i) {
            const CertificateAction action = certificateActions().at(i);
            ASSERT_EQ(token(action), actions.at(i));
            const auto to = certificateAfter(stage, action);
            EXPECT_EQ(to ? token(*to) : QStringLiteral("-"), row.at(i))
                << qPrintable(token(stage)) << ' ' << qPrintable(token(action));
            ++pairs;
        }
    }
    EXPECT_EQ(pairs, 6 * 10);
    EXPECT_EQ(kTable.size(), certificateStages().size());
}

TEST(CertificateLifeCycle, everyPair_isDecidedAsTheTableSaysAndAskedForItsReason)
{
    for (CertificateStage stage : certificateStages()) {
        for (CertificateAction action : certificateActions()) {
            SCOPED_TRACE(token(stage).toStdString() + ' ' + token(action).toStdString());
            const auto to = certificateAfter(stage, action);
            const auto decided = decideOn(stage, action, QStringLiteral("why"));
            const auto silent = decideOn(stage, action, QStringLiteral(" \n"));
            ASSERT_EQ(decided.ok(), to.has_value());
            if (!to) {
                EXPECT_EQ(decided.error().code, ErrorCode::WrongState);
                EXPECT_EQ(decided.error().where, QStringLiteral("state"));
                EXPECT_EQ(silent.error().code, ErrorCode::WrongState) << "what may not be done needs no reason";
                continue;
            }
            EXPECT_EQ(*decided, *to);
            ASSERT_EQ(silent.ok(), !kTerms.value(token(action)).contains(QLatin1Char('r')));
            if (!silent) {
                EXPECT_EQ(silent.error().code, ErrorCode::Incomplete);
                EXPECT_EQ(silent.error().where, QStringLiteral("reason"));
            }
        }
    }
}

TEST(CertificateLifeCycle, everyAction_needsWhatTheTermsSay)
{
    for (CertificateAction action : certificateActions()) {
        ASSERT_TRUE(kTerms.contains(token(action))) << qPrintable(token(action));
        const QString expected = kTerms.value(token(action));
        const CertificateTerms &terms = termsOf(action);
        EXPECT_EQ(terms.by == Role::Officer, expected.contains(QLatin1Char('o'))) << qPrintable(token(action));
        EXPECT_EQ(!terms.by, expected.contains(QLatin1Char('s'))) << qPrintable(token(action));
        EXPECT_EQ(terms.reason, expected.contains(QLatin1Char('r'))) << qPrintable(token(action));
        EXPECT_EQ(terms.inspection, expected.contains(QLatin1Char('i'))) << qPrintable(token(action));
        EXPECT_EQ(terms.openAppeal, expected.contains(QLatin1Char('a'))) << qPrintable(token(action));
        EXPECT_EQ(terms.other, expected.contains(QLatin1Char('x'))) << qPrintable(token(action));
    }
}

TEST(CertificateLifeCycle, expiry_isTheDayAfterTheLastAndOnlyOfWhatIsInForce)
{
    const QDate last(2028, 11, 23);
    for (CertificateState state : allValues<CertificateState>()) {
        const QString name = token(state);
        EXPECT_EQ(token(stageAt(state, last, last)), name);
        EXPECT_EQ(token(stageAt(state, last, last.addDays(-700))), name);
        const bool runs = state == CertificateState::Issued || state == CertificateState::Suspended;
        EXPECT_EQ(token(stageAt(state, last, last.addDays(1))), runs ? QStringLiteral("expired") : name);
        EXPECT_EQ(storedState(stageAt(state, last, last)), state);
        EXPECT_EQ(isInForce(stageAt(state, last, last)), runs);
        EXPECT_FALSE(isInForce(stageAt(state, last, last.addDays(1))));
    }
    EXPECT_EQ(storedState(CertificateStage::None), std::nullopt);
    EXPECT_FALSE(isInForce(CertificateStage::None));
}

TEST(CertificateLifeCycle, validity_isTwentyFourMonthsOrNinetyDays)
{
    const QDate day(2026, 11, 24);
    EXPECT_EQ(lastValidDay(CertificateAction::IssueFull, day), QDate(2028, 11, 23));
    EXPECT_EQ(lastValidDay(CertificateAction::IssueProvisional, day), QDate(2027, 2, 21)) << "both ends counted";
    EXPECT_EQ(lastValidDay(CertificateAction::IssueFull, QDate(2028, 2, 29)), QDate(2030, 2, 27));
}

TEST(CertificateLifeCycle, decisions_nameTheirActions)
{
    const QStringList kinds{QStringLiteral("issue"),        QStringLiteral("renew"),         QStringLiteral("suspend"),
                            QStringLiteral("reinstate"),    QStringLiteral("revoke"),        QStringLiteral("appeal"),
                            QStringLiteral("allow_appeal"), QStringLiteral("dismiss_appeal")};
    EXPECT_EQ(decisionKinds(), kinds);
    EXPECT_EQ(specOf(Entity::Decision).find(QStringLiteral("kind"))->tokens, kinds);
    for (const QString &kind : kinds) {
        const auto action = actionOfDecision(kind, QStringLiteral("full"));
        ASSERT_TRUE(action) << qPrintable(kind);
        EXPECT_EQ(decisionKind(*action), kind);
    }
    EXPECT_EQ(*actionOfDecision(QStringLiteral("issue"), QStringLiteral("provisional")),
              CertificateAction::IssueProvisional);
    EXPECT_EQ(actionOfDecision(QStringLiteral("issue"), QStringLiteral("gold")).error().where, QStringLiteral("grade"));
    EXPECT_EQ(actionOfDecision(QStringLiteral("issue")).error().where, QStringLiteral("grade"));
    for (const char *none : {"expire", "", "supersede", "issue_full"})
        EXPECT_EQ(actionOfDecision(QLatin1String(none)).error().where, QStringLiteral("kind")) << none;
    EXPECT_EQ(decisionKind(CertificateAction::Expire), QString()) << "nobody asks for it";
}

TEST(CertificateLifeCycle, verdict_bearsTheGradesOfTheTable)
{
    const QHash<QString, QString> grades{{QStringLiteral("eligible"), QStringLiteral("full provisional")},
                                         {QStringLiteral("provisional"), QStringLiteral("provisional")},
                                         {QStringLiteral("refused"), QString()}};
    for (Verdict verdict : allValues<Verdict>()) {
        for (const char *grade : {"full", "provisional"})
            EXPECT_EQ(verdictAllows(verdict, *issueAction(QLatin1String(grade))),
                      words(grades.value(token(verdict))).contains(QLatin1String(grade)))
                << qPrintable(token(verdict)) << ' ' << grade;
        for (CertificateAction action : certificateActions()) {
            if (action != CertificateAction::IssueFull && action != CertificateAction::IssueProvisional) {
                EXPECT_FALSE(verdictAllows(verdict, action)) << "a verdict carries nothing but a certificate";
            }
        }
    }
}

} // namespace
} // namespace markaz
